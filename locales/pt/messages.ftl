# Como se diz um resumo em português (norma europeia; pt-BR só guarda o que difere).
#
# As funções estão em crates/localization/src/functions.rs, as mensagens e as suas variáveis em contract.rs ao lado.
# Escreva-se cada frase como se nada faltasse: os espaços e as vírgulas à volta do que falta desaparecem.
# O valor diz o que se fez, `.underway` o que decorre, `.planned` o que está previsto.
# `de`, `em`, `a` e `por` contraem-se: WITH($x, "de"). As outras preposições escrevem-se: com { THE($x) }.

## Circunstâncias

when-day = { DATE($when, "on_year") }
when-month = { DATE($when, "in") }
when-year = { DATE($when, "in") }
when-same = no mesmo dia
place = { WITH($place, "em") }
frame-within = , no âmbito { WITH($occasion, "de") },
frame-margins = , à margem { WITH($occasion, "de") },
frame-occasion = por ocasião { WITH($occasion, "de") }
setting-meeting = no encontro
setting-call = na conversa
setting-visit = durante a visita
setting-consultations = nas consultas
setting-talks = nas conversações
# Quem fala; `speaker-again` quando continua a falar a mesma pessoa: o sujeito subentende-se.
speaker = { THE($agent) }
speaker-again = {""}
# Quem também esteve presente.
others = { AGREE($others, "esteve também presente", "estiveram também presentes") } { THE($others) }.
also = também
also-again = ainda
turn = por sua vez, { $sentence }

## A moldura do parágrafo

# A língua em que o original está escrito, para os parênteses que o seguem; `tag` é a da sua pasta.
original = { $tag ->
    [az] em azerbaijano
    [en] em inglês
    [pt] em português
   *[other] { $tag }
}
quote = «{ $text }» ({ $language }).
translated = { $text } [tradução automática: { $engine }]
published = { DATE($published, "long") }
source = Fonte: { $outlet }, citando { THE($cites) }, { $published }.
source-outlet = Fonte: { $outlet }, { $published }.
source-body = Fonte: { $cites }, { $published }.

## Em que divergem as fontes de uma notícia: `$said` é uma lista de `differ-said`

differ-day = As fontes divergem quanto ao dia: { $said }.
differ-place = As fontes divergem quanto ao local: { $said }.
differ-number = As fontes indicam números diferentes: { $said }.
differ-office = As fontes divergem quanto ao cargo de { $name }: { $said }.
differ-said = { $value } ({ $outlets })
differ-quoted = «{ $value }»

## A moldura de uma resenha

# Como o índice chama a uma notícia de que nada se compreendeu: quem e o que nela consta, ou o seu próprio título.
headline-about = { $who }: { $topics }
headline-original = { $headline } ({ $language })
brief-title = Resenha de imprensa
brief-contents = Índice
brief-sources = Fontes
brief-translated = tradução automática
brief-nothing = Não foi encontrada nenhuma notícia nas fontes.
brief-other = Outras notícias
brief-made = Compilada automaticamente a partir das fontes indicadas, sem revisão manual. As frases na língua de uma fonte são reproduzidas tal como foram publicadas; as restantes são compostas a partir do que nela foi lido.
brief-machine = As frases assinaladas como tradução automática provêm de um serviço de tradução; só se verificaram os nomes, as datas e os números.
brief-quoted = As frases que não foi possível dizer em português são citadas na língua original.

## Sintagmas nominais: `.head` diz que variável leva o artigo e a preposição; `.neutral` não mostra o género

person-office = { $office }, { $name },
    .head = office
    .neutral = { $name }, { $office },
    .neutral-head = name
person-office-country = { $office } { WITH($country, "de") }, { $name },
    .head = office
    .neutral = { $name }, { $office } { WITH($country, "de") },
    .neutral-head = name
person-office-org = { $office } { WITH($org, "de") }, { $name },
    .head = office
    .neutral = { $name }, { $office } { WITH($org, "de") },
    .neutral-head = name
# An office of a body that every state has.
person-office-body = { $office } { WITH($org, "de") } { WITH($country, "de") }, { $name },
    .head = office
    .neutral = { $name }, { $office } { WITH($org, "de") } { WITH($country, "de") },
    .neutral-head = name
person-envoy = { $office } { WITH($country, "de") } { WITH($host, "em") }, { $name },
    .head = office
    .neutral = { $name }, { $office } { WITH($country, "de") } { WITH($host, "em") },
    .neutral-head = name
person-country = { $name }, { WITH($country, "de") },
    .head = name
office-country = { $office } { WITH($country, "de") }
    .head = office
office-org = { $office } { WITH($org, "de") }
    .head = office
office-body = { $office } { WITH($org, "de") } { WITH($country, "de") }
    .head = office
office-envoy = { $office } { WITH($country, "de") } { WITH($host, "em") }
    .head = office
office-host = { $office } { WITH($host, "em") }
    .head = office
org-country = { $org } { WITH($country, "de") }
    .head = org
occasion-ordinal = { ORDINAL($ordinal, $occasion) } { $occasion }
    .head = occasion
occasion-owner = { $occasion } { WITH($owner, "de") }
    .head = occasion
occasion-ordinal-owner = { ORDINAL($ordinal, $occasion) } { $occasion } { WITH($owner, "de") }
    .head = occasion
topic-of = { $topic } { WITH($other, "de") }
    .head = topic
topic-by = { $topic } por parte { WITH($other, "de") }
    .head = topic
topic-between = { $topic } entre { THE($other) }
    .head = topic
topic-with = { $topic } com { THE($other) }
    .head = topic
topic-against = { $topic } contra { THE($other) }
    .head = topic
topic-in = { $topic } { WITH($other, "em") }
    .head = topic

## Atos

meet = { THE($agent) } { AGREE($agent, "reuniu-se", "reuniram-se") } { $when } { $place } com { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "está reunido", "está reunida", "estão reunidos", "estão reunidas") } { $when } { $place } com { THE($target) } { $frame }.
    .underway-bare = { THE($agent) } { AGREE($agent, "reúne-se", "reúnem-se") } { $when } { $place } com { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } reunir-se { $when } { $place } com { THE($target) } { $frame }.
meet-group = { THE($agent) } reuniram-se { $when } { $place } { $frame }.
    .underway = { THE($agent) } estão em reunião { $when } { $place } { $frame }.
    .planned = { THE($agent) } vão reunir-se { $when } { $place } { $frame }.
meet-one = { THE($agent) } { AGREE($agent, "manteve", "mantiveram") } { $when } { $place } um encontro { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "mantém", "mantêm") } { $when } { $place } um encontro { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } manter { $when } { $place } um encontro { $frame }.
meet-held = realizou-se { $when } { $place } um encontro { $frame }.
    .underway = decorre { $when } { $place } um encontro { $frame }.
    .planned = vai realizar-se { $when } { $place } um encontro { $frame }.

call = { THE($agent) } { AGREE($agent, "manteve", "mantiveram") } { $when } { $place } uma conversa telefónica com { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "mantém", "mantêm") } { $when } { $place } uma conversa telefónica com { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } manter { $when } { $place } uma conversa telefónica com { THE($target) } { $frame }.
call-group = { THE($agent) } mantiveram { $when } { $place } uma conversa telefónica { $frame }.
    .underway = { THE($agent) } mantêm { $when } { $place } uma conversa telefónica { $frame }.
    .planned = { THE($agent) } vão manter { $when } { $place } uma conversa telefónica { $frame }.
call-one = { THE($agent) } { AGREE($agent, "manteve", "mantiveram") } { $when } { $place } uma conversa telefónica { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "mantém", "mantêm") } { $when } { $place } uma conversa telefónica { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } manter { $when } { $place } uma conversa telefónica { $frame }.

receive = { THE($agent) } { AGREE($agent, "recebeu", "receberam") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "recebe", "recebem") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } receber { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .arrival = { THE($agent) } { AGREE($agent, "recebeu", "receberam") } { LIGHT($target, "article") } { $when } { $place } à chegada { HEAVY($target, "article") } { $frame }.
receive-passive = { THE($target) } { AGREE($target, "foi recebido", "foi recebida", "foram recebidos", "foram recebidas") } { $when } { $place } { $frame }.
    .bare = { THE($target) } { AGREE($target, "teve", "tiveram") } { $when } { $place } uma audiência { $frame }.
    .underway = { THE($target) } { AGREE($target, "está", "estão") } { $when } { $place } em audiência { $frame }.
    .planned = { THE($target) } { AGREE($target, "vai", "vão") } ter { $when } { $place } uma audiência { $frame }.
    .arrival = { THE($target) } { AGREE($target, "foi recebido", "foi recebida", "foram recebidos", "foram recebidas") } { $when } { $place } à chegada { $frame }.

visit = { THE($agent) } { AGREE($agent, "efetuou", "efetuaram") } { $when } uma visita { WITH($destination, "a") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "efetua", "efetuam") } { $when } uma visita { WITH($destination, "a") } { $frame }.
    .underway-then = { THE($agent) } { AGREE($agent, "encontrava-se", "encontravam-se") } { $when } em visita { WITH($destination, "a") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } visitar { THE($destination) } { $when } { $frame }.
    .arrival = { THE($agent) } { AGREE($agent, "iniciou", "iniciaram") } { $when } uma visita { WITH($destination, "a") } { $frame }.
    .end = { THE($agent) } { AGREE($agent, "concluiu", "concluíram") } { $when } uma visita { WITH($destination, "a") } { $frame }.
    .postponed = A visita { WITH($agent, "de") } { WITH($destination, "a") } { $when } foi adiada { $frame }.
    .cancelled = A visita { WITH($agent, "de") } { WITH($destination, "a") } { $when } foi cancelada { $frame }.
visit-one = { THE($agent) } { AGREE($agent, "efetuou", "efetuaram") } { $when } uma visita { $place } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "efetua", "efetuam") } { $when } uma visita { $place } { $frame }.
    .underway-then = { THE($agent) } { AGREE($agent, "encontrava-se", "encontravam-se") } { $when } { $place } em visita { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } efetuar { $when } uma visita { $place } { $frame }.
    .arrival = { THE($agent) } { AGREE($agent, "iniciou", "iniciaram") } { $when } uma visita { $place } { $frame }.
    .end = { THE($agent) } { AGREE($agent, "concluiu", "concluíram") } { $when } uma visita { $place } { $frame }.
    .postponed = A visita { WITH($agent, "de") } { $place } { $when } foi adiada { $frame }.
    .cancelled = A visita { WITH($agent, "de") } { $place } { $when } foi cancelada { $frame }.

attend = { THE($agent) } { AGREE($agent, "participou", "participaram") } { $when } { WITH($occasion, "em") } { $place }.
    .underway = { THE($agent) } { AGREE($agent, "participa", "participam") } { $when } { WITH($occasion, "em") } { $place }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } participar { $when } { WITH($occasion, "em") } { $place }.
    .chair = { THE($agent) } { AGREE($agent, "presidiu", "presidiram") } { $when } { WITH($occasion, "a") } { $place }.
    .host = { THE($agent) } { AGREE($agent, "acolheu", "acolheram") } { $when } { THE($occasion) } { $place }.
    .address = { THE($agent) } { AGREE($agent, "discursou", "discursaram") } { $when } { WITH($occasion, "em") } { $place }.

consult = { THE($agent) } { AGREE($agent, "manteve", "mantiveram") } { $when } { $place } consultas políticas com { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "mantém", "mantêm") } { $when } { $place } consultas políticas com { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } manter { $when } { $place } consultas políticas com { THE($target) } { $frame }.
consult-group = { THE($agent) } mantiveram { $when } { $place } consultas políticas { $frame }.
    .underway = { THE($agent) } mantêm { $when } { $place } consultas políticas { $frame }.
    .planned = { THE($agent) } vão manter { $when } { $place } consultas políticas { $frame }.
consult-held = realizaram-se { $when } { $place } consultas políticas { $frame }.
    .underway = decorrem { $when } { $place } consultas políticas { $frame }.
    .planned = vão realizar-se { $when } { $place } consultas políticas { $frame }.

negotiate = { THE($agent) } { AGREE($agent, "manteve", "mantiveram") } { $when } { $place } conversações com { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "mantém", "mantêm") } { $when } { $place } conversações com { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } manter { $when } { $place } conversações com { THE($target) } { $frame }.
negotiate-group = { THE($agent) } mantiveram { $when } { $place } conversações { $frame }.
    .underway = { THE($agent) } mantêm { $when } { $place } conversações { $frame }.
    .planned = { THE($agent) } vão manter { $when } { $place } conversações { $frame }.
negotiate-held = realizaram-se { $when } { $place } conversações { $frame }.
    .underway = decorrem { $when } { $place } conversações { $frame }.
    .planned = vão realizar-se { $when } { $place } conversações { $frame }.

sign = { THE($agent) } e { THE($target) } assinaram { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } e { THE($target) } assinam { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } e { THE($target) } vão assinar { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
sign-by = { THE($agent) } { AGREE($agent, "assinou", "assinaram") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "assina", "assinam") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } assinar { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
sign-passive = { AGREE($document, "foi assinado", "foi assinada", "foram assinados", "foram assinadas") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { AGREE($document, "está a ser assinado", "está a ser assinada", "estão a ser assinados", "estão a ser assinadas") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { AGREE($document, "vai ser assinado", "vai ser assinada", "vão ser assinados", "vão ser assinadas") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.

credentials = { THE($agent) } { AGREE($agent, "entregou", "entregaram") } { $when } { $place } as cartas credenciais { WITH($target, "a") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "entrega", "entregam") } { $when } { $place } as cartas credenciais { WITH($target, "a") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } entregar { $when } { $place } as cartas credenciais { WITH($target, "a") } { $frame }.
    .copies = { THE($agent) } { AGREE($agent, "entregou", "entregaram") } { $when } { $place } cópias das cartas credenciais { WITH($target, "a") } { $frame }.
credentials-one = { THE($agent) } { AGREE($agent, "entregou", "entregaram") } { $when } { $place } as cartas credenciais { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "entrega", "entregam") } { $when } { $place } as cartas credenciais { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } entregar { $when } { $place } as cartas credenciais { $frame }.
    .copies = { THE($agent) } { AGREE($agent, "entregou", "entregaram") } { $when } { $place } cópias das cartas credenciais { $frame }.
credentials-passive = foram entregues { $when } { $place } cartas credenciais { WITH($target, "a") } { $frame }.
    .underway = são entregues { $when } { $place } cartas credenciais { WITH($target, "a") } { $frame }.
    .planned = vão ser entregues { $when } { $place } cartas credenciais { WITH($target, "a") } { $frame }.
    .copies = foram entregues { $when } { $place } cópias de cartas credenciais { WITH($target, "a") } { $frame }.

farewell = realizou-se { $when } { $place } um encontro de despedida entre { THE($agent) } e { THE($target) } { $frame }.
    .underway = decorre { $when } { $place } um encontro de despedida entre { THE($agent) } e { THE($target) } { $frame }.
    .planned = vai realizar-se { $when } { $place } um encontro de despedida entre { THE($agent) } e { THE($target) } { $frame }.
farewell-one = { THE($agent) } { AGREE($agent, "teve", "tiveram") } { $when } { $place } um encontro de despedida { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "tem", "têm") } { $when } { $place } um encontro de despedida { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } ter { $when } { $place } um encontro de despedida { $frame }.

appoint-by = { THE($agent) } { AGREE($agent, "nomeou", "nomearam") } { $name } { $when } { $place } para o cargo de { $post } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "nomeia", "nomeiam") } { $name } { $when } { $place } para o cargo de { $post } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } nomear { $name } { $when } { $place } para o cargo de { $post } { $frame }.
    .proposed = { THE($agent) } { AGREE($agent, "propôs", "propuseram") } { $name } { $when } { $place } para o cargo de { $post } { $frame }.
    .elected = { THE($agent) } { AGREE($agent, "elegeu", "elegeram") } { $name } { $when } { $place } para o cargo de { $post } { $frame }.
    .elected-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } eleger { $name } { $when } { $place } para o cargo de { $post } { $frame }.
appoint = { $name } { AGREE($name, "foi nomeado", "foi nomeada", "foram nomeados", "foram nomeadas") } { $when } { $place } para o cargo de { $post } { $frame }.
    .bare = foi decidida { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .underway = está em curso { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .planned = está prevista { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .proposed = { $name } { AGREE($name, "foi proposto", "foi proposta", "foram propostos", "foram propostas") } { $when } { $place } para o cargo de { $post } { $frame }.
    .proposed-bare = foi proposta { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .elected = { $name } { AGREE($name, "foi eleito", "foi eleita", "foram eleitos", "foram eleitas") } { $when } { $place } para o cargo de { $post } { $frame }.
    .elected-bare = foi decidida { $when } { $place } a eleição de { $name } para o cargo de { $post } { $frame }.
    .elected-planned = está prevista { $when } { $place } a eleição de { $name } para o cargo de { $post } { $frame }.
appoint-name-by = { THE($agent) } { AGREE($agent, "procedeu", "procederam") } { $when } { $place } à nomeação { WITH($target, "de") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "procede", "procedem") } { $when } { $place } à nomeação { WITH($target, "de") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } proceder { $when } { $place } à nomeação { WITH($target, "de") } { $frame }.
    .proposed = { THE($agent) } { AGREE($agent, "propôs", "propuseram") } { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
appoint-name = { THE($target) } { AGREE($target, "foi nomeado", "foi nomeada", "foram nomeados", "foram nomeadas") } { $when } { $place } { $frame }.
    .bare = foi decidida { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .underway = está em curso { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .planned = está prevista { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .proposed = foi proposta { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.

recall-by = { THE($agent) } { AGREE($agent, "chamou", "chamaram") } de volta { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "chama", "chamam") } de volta { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } chamar de volta { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .dismissed = { THE($agent) } { AGREE($agent, "exonerou", "exoneraram") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
recall-own = { THE($agent) } { AGREE($agent, "chamou", "chamaram") } de volta { $when } { $place } um representante { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "chama", "chamam") } de volta { $when } { $place } um representante { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } chamar de volta { $when } { $place } um representante { $frame }.
    .ambassador = { THE($agent) } { AGREE($agent, "chamou", "chamaram") } de volta { $when } { $place } um embaixador { $frame }.
    .ambassador-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } chamar de volta { $when } { $place } um embaixador { $frame }.
    .ambassadors = { THE($agent) } { AGREE($agent, "chamou", "chamaram") } de volta { $when } { $place } embaixadores { $frame }.
recall = foi decidido { $when } { $place } chamar de volta { THE($target) } { $frame }.
    .underway = está a ser decidido { $when } { $place } chamar de volta { THE($target) } { $frame }.
    .planned = está previsto { $when } { $place } chamar de volta { THE($target) } { $frame }.
    .dismissed = foi decidida { $when } { $place } a exoneração { WITH($target, "de") } { $frame }.
    .resigned = { THE($target) } { AGREE($target, "demitiu-se", "demitiram-se") } { $when } { $place } { $frame }.

congratulate = { THE($agent) } { AGREE($agent, "felicitou", "felicitaram") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "felicita", "felicitam") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } felicitar { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .greeting = { THE($agent) } { AGREE($agent, "enviou", "enviaram") } { $when } { $place } saudações { WITH($target, "a") } { $frame }.

condole = { THE($agent) } { AGREE($agent, "apresentou", "apresentaram") } { $when } { $place } condolências { WITH($target, "a") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "apresenta", "apresentam") } { $when } { $place } condolências { WITH($target, "a") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } apresentar { $when } { $place } condolências { WITH($target, "a") } { $frame }.
condole-one = { THE($agent) } { AGREE($agent, "apresentou", "apresentaram") } { $when } { $place } condolências { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "apresenta", "apresentam") } { $when } { $place } condolências { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } apresentar { $when } { $place } condolências { $frame }.

invite = { THE($agent) } { AGREE($agent, "convidou", "convidaram") } { LIGHT($target, "article") } { $when } { HEAVY($target, "article") } a visitar { THE($destination) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "convida", "convidam") } { LIGHT($target, "article") } { $when } { HEAVY($target, "article") } a visitar { THE($destination) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } convidar { LIGHT($target, "article") } { $when } { HEAVY($target, "article") } a visitar { THE($destination) } { $frame }.
invite-one = { THE($agent) } { AGREE($agent, "dirigiu", "dirigiram") } { $when } { $place } um convite { WITH($target, "a") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "dirige", "dirigem") } { $when } { $place } um convite { WITH($target, "a") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } dirigir { $when } { $place } um convite { WITH($target, "a") } { $frame }.

vote-document = { THE($agent) } { AGREE($agent, "votou", "votaram") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "vota", "votam") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } votar { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .adopted = { THE($agent) } { AGREE($agent, "aprovou", "aprovaram") } { $when } { $place } { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .for = { THE($agent) } { AGREE($agent, "votou", "votaram") } { $when } { $place } a favor { AGREE($document, "de um", "de uma", "de", "de") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .against = { THE($agent) } { AGREE($agent, "votou", "votaram") } { $when } { $place } contra { AGREE($document, "um", "uma", "", "") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .abstained = { THE($agent) } { AGREE($agent, "absteve-se", "abstiveram-se") } { $when } { $place } na votação { AGREE($document, "de um", "de uma", "de", "de") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
vote = { THE($agent) } { AGREE($agent, "realizou", "realizaram") } { $when } { $place } uma votação sobre { THE($topics) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "realiza", "realizam") } { $when } { $place } uma votação sobre { THE($topics) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } realizar { $when } { $place } uma votação sobre { THE($topics) } { $frame }.
    .adopted = { THE($agent) } { AGREE($agent, "realizou", "realizaram") } { $when } { $place } uma votação sobre { THE($topics) } { $frame }.
    .for = { THE($agent) } { AGREE($agent, "votou", "votaram") } { $when } { $place } a favor { WITH($topics, "de") } { $frame }.
    .against = { THE($agent) } { AGREE($agent, "votou", "votaram") } { $when } { $place } contra { THE($topics) } { $frame }.
    .abstained = { THE($agent) } { AGREE($agent, "absteve-se", "abstiveram-se") } { $when } { $place } na votação sobre { THE($topics) } { $frame }.
vote-one = { THE($agent) } { AGREE($agent, "realizou", "realizaram") } { $when } { $place } uma votação { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "realiza", "realizam") } { $when } { $place } uma votação { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } realizar { $when } { $place } uma votação { $frame }.

observe = { THE($agent) } { AGREE($agent, "iniciou", "iniciaram") } { $when } { $place } uma missão de observação { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "realiza", "realizam") } { $when } { $place } uma missão de observação { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } iniciar { $when } { $place } uma missão de observação { $frame }.

aid = { THE($agent) } { AGREE($agent, "enviou", "enviaram") } { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $when } { $place } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "presta", "prestam") } { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $when } { $place } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } prestar { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $when } { $place } { $frame }.
    .allocated = { THE($agent) } { AGREE($agent, "atribuiu", "atribuíram") } { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $when } { $place } { $frame }.
aid-one = { THE($agent) } { AGREE($agent, "enviou", "enviaram") } { GIVEN($topics, "", "ajuda") } { $topics } { $when } { $place } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "presta", "prestam") } { GIVEN($topics, "", "ajuda") } { $topics } { $when } { $place } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } prestar { GIVEN($topics, "", "ajuda") } { $topics } { $when } { $place } { $frame }.
    .allocated = { THE($agent) } { AGREE($agent, "atribuiu", "atribuíram") } { GIVEN($topics, "", "ajuda") } { $topics } { $when } { $place } { $frame }.
aid-passive = realizou-se { $when } { $place } o envio de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.
    .underway = decorre { $when } { $place } o envio de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.
    .planned = vai realizar-se { $when } { $place } o envio de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.
    .allocated = foi decidida { $when } { $place } a atribuição de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.

evacuate = { THE($agent) } { AGREE($agent, "organizou", "organizaram") } { $when } uma evacuação a partir { WITH($destination, "de") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "organiza", "organizam") } { $when } uma evacuação a partir { WITH($destination, "de") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } organizar { $when } uma evacuação a partir { WITH($destination, "de") } { $frame }.
evacuate-one = { THE($agent) } { AGREE($agent, "organizou", "organizaram") } { $when } { $place } uma evacuação { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "organiza", "organizam") } { $when } { $place } uma evacuação { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } organizar { $when } { $place } uma evacuação { $frame }.

deal = { THE($agent) } e { THE($target) } chegaram { $when } { $place } a acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } e { THE($target) } estão { $when } { $place } a chegar a acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } e { THE($target) } vão chegar { $when } { $place } a acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
deal-group = { THE($agent) } chegaram { $when } { $place } a acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } estão { $when } { $place } a chegar a acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } vão chegar { $when } { $place } a acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
deal-one = { THE($agent) } { AGREE($agent, "celebrou", "celebraram") } { $when } { $place } um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "celebra", "celebram") } { $when } { $place } um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } celebrar { $when } { $place } um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.

summon = { THE($agent) } { AGREE($agent, "convocou", "convocaram") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { GIVEN($document, ", com a entrega de") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "convoca", "convocam") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { GIVEN($document, "para entregar") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } convocar { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { GIVEN($document, "para entregar") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
summon-passive = { THE($target) } { AGREE($target, "foi convocado", "foi convocada", "foram convocados", "foram convocadas") } { $when } { $place } { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .bare = { THE($target) } { AGREE($target, "recebeu", "receberam") } { $when } { $place } uma convocatória { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .underway = { THE($target) } { AGREE($target, "recebe", "recebem") } { $when } { $place } uma convocatória { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .planned = { THE($target) } { AGREE($target, "vai", "vão") } receber { $when } { $place } uma convocatória { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.

expel = { THE($agent) } { AGREE($agent, "expulsou", "expulsaram") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "expulsa", "expulsam") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } expulsar { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .diplomat = { THE($agent) } { AGREE($agent, "expulsou", "expulsaram") } { $when } { $place } um diplomata { WITH($target, "de") } { $frame }.
    .diplomat-underway = { THE($agent) } { AGREE($agent, "expulsa", "expulsam") } { $when } { $place } um diplomata { WITH($target, "de") } { $frame }.
    .diplomat-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } expulsar { $when } { $place } um diplomata { WITH($target, "de") } { $frame }.
    .diplomats = { THE($agent) } { AGREE($agent, "expulsou", "expulsaram") } { $when } { $place } diplomatas { WITH($target, "de") } { $frame }.
    .diplomats-underway = { THE($agent) } { AGREE($agent, "expulsa", "expulsam") } { $when } { $place } diplomatas { WITH($target, "de") } { $frame }.
    .diplomats-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } expulsar { $when } { $place } diplomatas { WITH($target, "de") } { $frame }.
    .staff = { THE($agent) } { AGREE($agent, "expulsou", "expulsaram") } { $when } { $place } pessoal da embaixada { WITH($target, "de") } { $frame }.
    .staff-underway = { THE($agent) } { AGREE($agent, "expulsa", "expulsam") } { $when } { $place } pessoal da embaixada { WITH($target, "de") } { $frame }.
    .staff-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } expulsar { $when } { $place } pessoal da embaixada { WITH($target, "de") } { $frame }.
expel-one = { THE($agent) } { AGREE($agent, "procedeu", "procederam") } { $when } { $place } a uma expulsão { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "procede", "procedem") } { $when } { $place } a uma expulsão { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } proceder { $when } { $place } a uma expulsão { $frame }.
    .diplomat = { THE($agent) } { AGREE($agent, "expulsou", "expulsaram") } { $when } { $place } um diplomata { $frame }.
    .diplomat-underway = { THE($agent) } { AGREE($agent, "expulsa", "expulsam") } { $when } { $place } um diplomata { $frame }.
    .diplomat-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } expulsar { $when } { $place } um diplomata { $frame }.
    .diplomats = { THE($agent) } { AGREE($agent, "expulsou", "expulsaram") } { $when } { $place } diplomatas { $frame }.
    .diplomats-underway = { THE($agent) } { AGREE($agent, "expulsa", "expulsam") } { $when } { $place } diplomatas { $frame }.
    .diplomats-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } expulsar { $when } { $place } diplomatas { $frame }.
    .staff = { THE($agent) } { AGREE($agent, "expulsou", "expulsaram") } { $when } { $place } funcionários de embaixada { $frame }.
    .staff-underway = { THE($agent) } { AGREE($agent, "expulsa", "expulsam") } { $when } { $place } funcionários de embaixada { $frame }.
    .staff-planned = { THE($agent) } { AGREE($agent, "vai", "vão") } expulsar { $when } { $place } funcionários de embaixada { $frame }.
expel-passive = foi decidida { $when } { $place } a expulsão { WITH($target, "de") } { $frame }.
    .underway = está em curso { $when } { $place } a expulsão { WITH($target, "de") } { $frame }.
    .planned = está prevista { $when } { $place } a expulsão { WITH($target, "de") } { $frame }.
    .diplomat = foi decidida { $when } { $place } a expulsão de um diplomata { WITH($target, "de") } { $frame }.
    .diplomat-underway = está em curso { $when } { $place } a expulsão de um diplomata { WITH($target, "de") } { $frame }.
    .diplomat-planned = está prevista { $when } { $place } a expulsão de um diplomata { WITH($target, "de") } { $frame }.
    .diplomats = foi decidida { $when } { $place } a expulsão de diplomatas { WITH($target, "de") } { $frame }.
    .diplomats-underway = está em curso { $when } { $place } a expulsão de diplomatas { WITH($target, "de") } { $frame }.
    .diplomats-planned = está prevista { $when } { $place } a expulsão de diplomatas { WITH($target, "de") } { $frame }.
    .staff = foi decidida { $when } { $place } a expulsão de pessoal da embaixada { WITH($target, "de") } { $frame }.
    .staff-underway = está em curso { $when } { $place } a expulsão de pessoal da embaixada { WITH($target, "de") } { $frame }.
    .staff-planned = está prevista { $when } { $place } a expulsão de pessoal da embaixada { WITH($target, "de") } { $frame }.

sanction = { THE($agent) } { AGREE($agent, "impôs", "impuseram") } { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "impõe", "impõem") } { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } impor { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .extended = { THE($agent) } { AGREE($agent, "prolongou", "prolongaram") } { $when } { $place } as sanções { WITH($target, "a") } { $frame }.
    .lifted = { THE($agent) } { AGREE($agent, "levantou", "levantaram") } { $when } { $place } as sanções { WITH($target, "a") } { $frame }.
sanction-one = { THE($agent) } { AGREE($agent, "adotou", "adotaram") } { $when } { $place } sanções { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "adota", "adotam") } { $when } { $place } sanções { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } adotar { $when } { $place } sanções { $frame }.
    .extended = { THE($agent) } { AGREE($agent, "prolongou", "prolongaram") } { $when } { $place } sanções { $frame }.
    .lifted = { THE($agent) } { AGREE($agent, "levantou", "levantaram") } { $when } { $place } sanções { $frame }.
sanction-passive = foram impostas { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .underway = estão a ser impostas { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .planned = vão ser impostas { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .extended = foram prolongadas { $when } { $place } as sanções { WITH($target, "a") } { $frame }.
    .lifted = foram levantadas { $when } { $place } as sanções { WITH($target, "a") } { $frame }.

issue = { THE($agent) } { AGREE($agent, "divulgou", "divulgaram") } { $when } { $place } um comunicado { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "divulga", "divulgam") } { $when } { $place } um comunicado { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } divulgar { $when } { $place } um comunicado { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.

## Declarações

discuss-with = { $speaker } { AGREE($agent, "abordou", "abordaram") } { $also } { $when } { $place } { THE($topics) } com { THE($target) } { $frame }.
    .underway = { $speaker } { AGREE($agent, "aborda", "abordam") } { $also } { $when } { $place } { THE($topics) } com { THE($target) } { $frame }.
    .planned = { $speaker } { AGREE($agent, "vai", "vão") } { $also } abordar { $when } { $place } { THE($topics) } com { THE($target) } { $frame }.
discuss-by = { $speaker } { AGREE($agent, "abordou", "abordaram") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .underway = { $speaker } { AGREE($agent, "aborda", "abordam") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .planned = { $speaker } { AGREE($agent, "vai", "vão") } { $also } abordar { $when } { $place } { THE($topics) } { $frame }.
discuss-parties = { $setting }, as partes abordaram { $also } { $when } { $place } { THE($topics) } { $frame }.
    .underway = { $setting }, as partes abordam { $also } { $when } { $place } { THE($topics) } { $frame }.
    .planned = { $setting }, as partes vão { $also } abordar { $when } { $place } { THE($topics) } { $frame }.
discuss = { $setting }, { AGREE($topics, "foi abordado", "foi abordada", "foram abordados", "foram abordadas") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .underway = { $setting }, { AGREE($topics, "está em debate", "estão em debate") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .planned = { $setting }, { AGREE($topics, "vai ser abordado", "vai ser abordada", "vão ser abordados", "vão ser abordadas") } { $also } { $when } { $place } { THE($topics) } { $frame }.
discuss-sides = { THE($agent) } { AGREE($agent, "manteve", "mantiveram") } { $when } { $place } conversações com { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "mantém", "mantêm") } { $when } { $place } conversações com { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } manter { $when } { $place } conversações com { THE($target) } { $frame }.
discuss-group = { THE($agent) } mantiveram { $when } { $place } conversações { $frame }.
    .underway = { THE($agent) } mantêm { $when } { $place } conversações { $frame }.
    .planned = { THE($agent) } vão manter { $when } { $place } conversações { $frame }.

exchange-with = { $speaker } { AGREE($agent, "trocou", "trocaram") } { $also } impressões { $when } { $place } com { THE($target) } sobre { THE($topics) } { $frame }.
    .planned = { $speaker } { AGREE($agent, "vai", "vão") } { $also } trocar impressões { $when } { $place } com { THE($target) } sobre { THE($topics) } { $frame }.
exchange-by = { $speaker } { AGREE($agent, "trocou", "trocaram") } { $also } impressões { $when } { $place } sobre { THE($topics) } { $frame }.
    .planned = { $speaker } { AGREE($agent, "vai", "vão") } { $also } trocar impressões { $when } { $place } sobre { THE($topics) } { $frame }.
exchange-parties = { $setting }, as partes trocaram { $also } impressões { $when } { $place } sobre { THE($topics) } { $frame }.
    .planned = { $setting }, as partes vão { $also } trocar impressões { $when } { $place } sobre { THE($topics) } { $frame }.
exchange = { $setting }, houve { $also } uma troca de impressões { $when } { $place } sobre { THE($topics) } { $frame }.
    .planned = { $setting }, vai { $also } haver uma troca de impressões { $when } { $place } sobre { THE($topics) } { $frame }.
exchange-sides = { THE($agent) } { AGREE($agent, "trocou", "trocaram") } impressões { $when } { $place } com { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "troca", "trocam") } impressões { $when } { $place } com { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } trocar impressões { $when } { $place } com { THE($target) } { $frame }.
exchange-group = { THE($agent) } trocaram impressões { $when } { $place } { $frame }.
    .underway = { THE($agent) } trocam impressões { $when } { $place } { $frame }.
    .planned = { THE($agent) } vão trocar impressões { $when } { $place } { $frame }.

brief-target = { $speaker } { AGREE($agent, "informou", "informaram") } { $also } { THE($target) } { $when } { $place } sobre { THE($topics) } { $frame }.
brief-by = { $speaker } { AGREE($agent, "prestou", "prestaram") } { $also } informações { $when } { $place } sobre { THE($topics) } { $frame }.
brief = { $setting }, foram { $also } prestadas informações { $when } { $place } sobre { THE($topics) } { $frame }.

say-target = { $speaker } { AGREE($agent, "falou", "falaram") } { $also } { $when } { $place } sobre { THE($topics) } em relação { WITH($target, "a") } { $frame }.
say-by = { $speaker } { AGREE($agent, "falou", "falaram") } { $also } { $when } { $place } sobre { THE($topics) } { $frame }.
say = { $setting }, foi { $also } feita referência { $when } { $place } { WITH($topics, "a") } { GIVEN($target, "em relação") } { WITH($target, "a") } { $frame }.

stress-target = { $speaker } { AGREE($agent, "sublinhou", "sublinharam") } { $also } { $when } { $place } a importância { WITH($topics, "de") } em relação { WITH($target, "a") } { $frame }.
stress-by = { $speaker } { AGREE($agent, "sublinhou", "sublinharam") } { $also } { $when } { $place } a importância { WITH($topics, "de") } { $frame }.
stress = { $setting }, foi { $also } sublinhada { $when } { $place } a importância { WITH($topics, "de") } { GIVEN($target, "em relação") } { WITH($target, "a") } { $frame }.

role-by = { $speaker } { AGREE($agent, "sublinhou", "sublinharam") } { $also } { $when } { $place } o importante papel { WITH($target, "de") } { GIVEN($topics, "no que respeita") } { WITH($topics, "a") } { $frame }.
role = { $setting }, foi { $also } sublinhado { $when } { $place } o importante papel { WITH($target, "de") } { GIVEN($topics, "no que respeita") } { WITH($topics, "a") } { $frame }.

praise-target = { $speaker } { AGREE($agent, "elogiou", "elogiaram") } { $also } { $when } { $place } as relações com { THE($target) } { GIVEN($topics, "no que respeita") } { WITH($topics, "a") } { $frame }.
praise-by = { $speaker } { AGREE($agent, "elogiou", "elogiaram") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .field = { $speaker } { AGREE($agent, "teceu", "teceram") } { $also } elogios { $when } { $place } no que respeita { WITH($topics, "a") } { $frame }.
    .welcomed = { $speaker } { AGREE($agent, "saudou", "saudaram") } { $also } { $when } { $place } { THE($topics) } { $frame }.
praise = { $setting }, { AGREE($topics, "foi elogiado", "foi elogiada", "foram elogiados", "foram elogiadas") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .field = { $setting }, foram { $also } tecidos elogios { $when } { $place } no que respeita { WITH($topics, "a") } { $frame }.
    .welcomed = { $setting }, { AGREE($topics, "foi saudado", "foi saudada", "foram saudados", "foram saudadas") } { $also } { $when } { $place } { THE($topics) } { $frame }.

thank = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } { GIVEN($topics, "no que respeita") } { WITH($topics, "a") } { $frame }.
    .support = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } o apoio { GIVEN($topics, "no que respeita") } { WITH($topics, "a") } { $frame }.
    .hospitality = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } a hospitalidade { GIVEN($topics, "no que respeita") } { WITH($topics, "a") } { $frame }.
    .invitation = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } o convite { GIVEN($topics, "no que respeita") } { WITH($topics, "a") } { $frame }.
thank-one = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } gratidão no que respeita { WITH($topics, "a") } { $frame }.

interest-target = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse na cooperação com { THE($target) } { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
    .expanding = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse em alargar a cooperação com { THE($target) } { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
interest-by = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse na cooperação { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
    .expanding = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse em alargar a cooperação { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
interest-parties = { $setting }, foi { $also } manifestado { $when } { $place } interesse na cooperação com { THE($target) } { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
    .expanding = { $setting }, foi { $also } manifestado { $when } { $place } interesse em alargar a cooperação com { THE($target) } { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
interest = { $setting }, foi { $also } manifestado { $when } { $place } interesse na cooperação { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
    .expanding = { $setting }, foi { $also } manifestado { $when } { $place } interesse em alargar a cooperação { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.

readiness-target = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } disponibilidade para cooperar com { THE($target) } { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
readiness-by = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } disponibilidade para cooperar { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.
readiness = { $setting }, foi { $also } manifestada { $when } { $place } disponibilidade para cooperar { COUNT($topics, "no domínio", "nos domínios") } { WITH($topics, "de") } { $frame }.

concern-by = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } preocupação com { THE($topics) } { GIVEN($target, "em relação") } { WITH($target, "a") } { $frame }.
concern = { $setting }, foi { $also } manifestada { $when } { $place } preocupação com { THE($topics) } { $frame }.

support-topics = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } apoio { WITH($topics, "a") } { WITH($target, "de") } { $frame }.
support-target = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } apoio { WITH($target, "a") } { $frame }.
support = { $setting }, foi { $also } manifestado { $when } { $place } apoio { WITH($topics, "a") } { $frame }.

hope-by = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } esperança no que respeita { WITH($topics, "a") } { $frame }.
hope = { $setting }, foi { $also } manifestada { $when } { $place } esperança no que respeita { WITH($topics, "a") } { $frame }.

pledge-topics = { $speaker } { AGREE($agent, "comprometeu-se", "comprometeram-se") } { $also } { $when } { $place } com { THE($topics) } { GIVEN($target, "em relação") } { WITH($target, "a") } { $frame }.
pledge-target = { $speaker } { AGREE($agent, "assumiu", "assumiram") } { $also } { $when } { $place } um compromisso para com { THE($target) } { $frame }.

accuse-by = { $speaker } { AGREE($agent, "acusou", "acusaram") } { $also } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { WITH($topics, "de-bare") } { $frame }.
accuse-target = { $speaker } { AGREE($agent, "fez", "fizeram") } { $also } { $when } { $place } acusações contra { THE($target) } { $frame }.
accuse = { $setting }, foram { $also } feitas { $when } { $place } contra { THE($target) } acusações { WITH($topics, "de-bare") } { $frame }.

condemn-topics = { $speaker } { AGREE($agent, "condenou", "condenaram") } { $also } { $when } { $place } { THE($topics) } { GIVEN($target, "por parte") } { WITH($target, "de") } { $frame }.
condemn-target = { $speaker } { AGREE($agent, "condenou", "condenaram") } { $also } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
condemn = { $setting }, { AGREE($topics, "foi condenado", "foi condenada", "foram condenados", "foram condenadas") } { $also } { $when } { $place } { THE($topics) } { GIVEN($target, "por parte") } { WITH($target, "de") } { $frame }.

reject-topics = { $speaker } { AGREE($agent, "rejeitou", "rejeitaram") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .accusation = { $speaker } { AGREE($agent, "rejeitou", "rejeitaram") } { $also } { $when } { $place } as acusações { WITH($topics, "de-bare") } { $frame }.
reject-by = { $speaker } { AGREE($agent, "rejeitou", "rejeitaram") } { $also } { $when } { $place } as acusações { GIVEN($target, "feitas") } { WITH($target, "por") } { $frame }.
    .accusation = { $speaker } { AGREE($agent, "rejeitou", "rejeitaram") } { $also } { $when } { $place } as acusações { GIVEN($target, "feitas") } { WITH($target, "por") } { $frame }.
reject = { $setting }, { AGREE($topics, "foi rejeitado", "foi rejeitada", "foram rejeitados", "foram rejeitadas") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .accusation = { $setting }, foram { $also } rejeitadas { $when } { $place } as acusações { WITH($topics, "de-bare") } { $frame }.

demand-target = { $speaker } { AGREE($agent, "fez", "fizeram") } { $also } um apelo { WITH($target, "a") } { $when } { $place } relativamente { WITH($topics, "a") } { $frame }.
    .for = { $speaker } { AGREE($agent, "fez", "fizeram") } { $also } um apelo { WITH($target, "a") } { $when } { $place } a favor { WITH($topics, "de") } { $frame }.
    .end = { $speaker } { AGREE($agent, "fez", "fizeram") } { $also } um apelo { WITH($target, "a") } { $when } { $place } para pôr fim { WITH($topics, "a") } { $frame }.
demand-by = { $speaker } { AGREE($agent, "fez", "fizeram") } { $also } um apelo { $when } { $place } relativamente { WITH($topics, "a") } { $frame }.
    .for = { $speaker } { AGREE($agent, "apelou", "apelaram") } { $also } { $when } { $place } { WITH($topics, "a") } { $frame }.
    .end = { $speaker } { AGREE($agent, "apelou", "apelaram") } { $also } { $when } { $place } ao fim { WITH($topics, "de") } { $frame }.
demand = { $setting }, foi { $also } feito um apelo { WITH($target, "a") } { $when } { $place } relativamente { WITH($topics, "a") } { $frame }.
    .for = { $setting }, foi { $also } feito um apelo { WITH($target, "a") } { $when } { $place } a favor { WITH($topics, "de") } { $frame }.
    .end = { $setting }, foi { $also } feito um apelo { WITH($target, "a") } { $when } { $place } para pôr fim { WITH($topics, "a") } { $frame }.

announce-by = { $speaker } { AGREE($agent, "fez", "fizeram") } { $also } { $when } { $place } um anúncio sobre { THE($topics) } { $frame }.
announce = { $setting }, foi { $also } feito { $when } { $place } um anúncio sobre { THE($topics) } { $frame }.
