# O que o português do Brasil diz de outro modo; o resto vale como em pt.

quote = “{ $text }” ({ $language }).

call = { THE($agent) } { AGREE($agent, "conversou", "conversaram") } por telefone { $when } { $place } com { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "conversa", "conversam") } por telefone { $when } { $place } com { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } conversar por telefone { $when } { $place } com { THE($target) } { $frame }.
call-group = { THE($agent) } conversaram por telefone { $when } { $place } { $frame }.
    .underway = { THE($agent) } conversam por telefone { $when } { $place } { $frame }.
    .planned = { THE($agent) } vão conversar por telefone { $when } { $place } { $frame }.
call-one = { THE($agent) } { AGREE($agent, "manteve", "mantiveram") } { $when } { $place } uma conversa telefônica { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "mantém", "mantêm") } { $when } { $place } uma conversa telefônica { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } manter { $when } { $place } uma conversa telefônica { $frame }.

sign-passive = foi { AGREE($document, "assinado", "assinada", "assinados", "assinadas") } { $when } { $place } { AGREE($document, "um", "uma", "uns", "umas") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = está sendo { AGREE($document, "assinado", "assinada", "assinados", "assinadas") } { $when } { $place } { AGREE($document, "um", "uma", "uns", "umas") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = vai ser { AGREE($document, "assinado", "assinada", "assinados", "assinadas") } { $when } { $place } { AGREE($document, "um", "uma", "uns", "umas") } { $document } { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.

appoint = { $name } { AGREE($name, "foi nomeado", "foi nomeada", "foram nomeados", "foram nomeadas") } { $when } { $place } para o cargo de { $post } { $frame }.
    .bare = foi decidida { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .underway = está em andamento { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .planned = está prevista { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .proposed = { $name } { AGREE($name, "foi indicado", "foi indicada", "foram indicados", "foram indicadas") } { $when } { $place } para o cargo de { $post } { $frame }.
    .proposed-bare = foi proposta { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
appoint-name = { THE($target) } { AGREE($target, "foi nomeado", "foi nomeada", "foram nomeados", "foram nomeadas") } { $when } { $place } { $frame }.
    .bare = foi decidida { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .underway = está em andamento { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .planned = está prevista { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .proposed = foi proposta { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.

recall = foi decidido { $when } { $place } chamar de volta { THE($target) } { $frame }.
    .underway = está sendo decidido { $when } { $place } chamar de volta { THE($target) } { $frame }.
    .planned = está previsto { $when } { $place } chamar de volta { THE($target) } { $frame }.

congratulate = { THE($agent) } { AGREE($agent, "parabenizou", "parabenizaram") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "parabeniza", "parabenizam") } { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } parabenizar { LIGHT($target, "article") } { $when } { $place } { HEAVY($target, "article") } { $frame }.
    .greeting = { THE($agent) } { AGREE($agent, "enviou", "enviaram") } { $when } { $place } saudações { WITH($target, "a") } { $frame }.

deal = { THE($agent) } e { THE($target) } chegaram { $when } { $place } a um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } e { THE($target) } estão chegando { $when } { $place } a um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } e { THE($target) } vão chegar { $when } { $place } a um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
deal-group = { THE($agent) } chegaram { $when } { $place } a um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .underway = { THE($agent) } estão chegando { $when } { $place } a um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.
    .planned = { THE($agent) } vão chegar { $when } { $place } a um acordo { GIVEN($topics, "sobre") } { THE($topics) } { $frame }.

expel-passive = foi decidida { $when } { $place } a expulsão { WITH($target, "de") } { $frame }.
    .underway = está em andamento { $when } { $place } a expulsão { WITH($target, "de") } { $frame }.
    .planned = está prevista { $when } { $place } a expulsão { WITH($target, "de") } { $frame }.
    .diplomat = foi decidida { $when } { $place } a expulsão de um diplomata { WITH($target, "de") } { $frame }.
    .diplomat-underway = está em andamento { $when } { $place } a expulsão de um diplomata { WITH($target, "de") } { $frame }.
    .diplomat-planned = está prevista { $when } { $place } a expulsão de um diplomata { WITH($target, "de") } { $frame }.
    .diplomats = foi decidida { $when } { $place } a expulsão de diplomatas { WITH($target, "de") } { $frame }.
    .diplomats-underway = está em andamento { $when } { $place } a expulsão de diplomatas { WITH($target, "de") } { $frame }.
    .diplomats-planned = está prevista { $when } { $place } a expulsão de diplomatas { WITH($target, "de") } { $frame }.
    .staff = foi decidida { $when } { $place } a expulsão de pessoal da embaixada { WITH($target, "de") } { $frame }.
    .staff-underway = está em andamento { $when } { $place } a expulsão de pessoal da embaixada { WITH($target, "de") } { $frame }.
    .staff-planned = está prevista { $when } { $place } a expulsão de pessoal da embaixada { WITH($target, "de") } { $frame }.

sanction-passive = foram impostas { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .underway = estão sendo impostas { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .planned = vão ser impostas { $when } { $place } sanções { WITH($target, "a") } { $frame }.
    .extended = foram prorrogadas { $when } { $place } as sanções { WITH($target, "a") } { $frame }.
    .lifted = foram suspensas { $when } { $place } as sanções { WITH($target, "a") } { $frame }.

exchange-with = { $speaker } { AGREE($agent, "trocou", "trocaram") } { $also } opiniões { $when } { $place } com { THE($target) } sobre { THE($topics) } { $frame }.
    .planned = { $speaker } { AGREE($agent, "vai", "vão") } { $also } trocar opiniões { $when } { $place } com { THE($target) } sobre { THE($topics) } { $frame }.
exchange-by = { $speaker } { AGREE($agent, "trocou", "trocaram") } { $also } opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
    .planned = { $speaker } { AGREE($agent, "vai", "vão") } { $also } trocar opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
exchange-parties = { $setting }, as partes trocaram { $also } opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
    .planned = { $setting }, as partes vão { $also } trocar opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
exchange = { $setting }, houve { $also } uma troca de opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
    .planned = { $setting }, vai { $also } haver uma troca de opiniões { $when } { $place } sobre { THE($topics) } { $frame }.

meet-held = realizou-se { $when } { $place } um encontro { $frame }.
    .underway = ocorre { $when } { $place } um encontro { $frame }.
    .planned = vai realizar-se { $when } { $place } um encontro { $frame }.
attend = { THE($agent) } { AGREE($agent, "participou", "participaram") } { $when } { WITH($occasion, "de") } { $place }.
    .underway = { THE($agent) } { AGREE($agent, "participa", "participam") } { $when } { WITH($occasion, "de") } { $place }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } participar { $when } { WITH($occasion, "de") } { $place }.
    .chair = { THE($agent) } { AGREE($agent, "presidiu", "presidiram") } { $when } { WITH($occasion, "a") } { $place }.
    .host = { THE($agent) } { AGREE($agent, "sediou", "sediaram") } { $when } { THE($occasion) } { $place }.
    .address = { THE($agent) } { AGREE($agent, "discursou", "discursaram") } { $when } { WITH($occasion, "em") } { $place }.
consult-held = realizaram-se { $when } { $place } consultas políticas { $frame }.
    .underway = ocorrem { $when } { $place } consultas políticas { $frame }.
    .planned = vão realizar-se { $when } { $place } consultas políticas { $frame }.
negotiate-held = realizaram-se { $when } { $place } conversações { $frame }.
    .underway = ocorrem { $when } { $place } conversações { $frame }.
    .planned = vão realizar-se { $when } { $place } conversações { $frame }.
farewell = realizou-se { $when } { $place } um encontro de despedida entre { THE($agent) } e { THE($target) } { $frame }.
    .underway = ocorre { $when } { $place } um encontro de despedida entre { THE($agent) } e { THE($target) } { $frame }.
    .planned = vai realizar-se { $when } { $place } um encontro de despedida entre { THE($agent) } e { THE($target) } { $frame }.
aid-passive = realizou-se { $when } { $place } o envio de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.
    .underway = ocorre { $when } { $place } o envio de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.
    .planned = vai realizar-se { $when } { $place } o envio de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.
    .allocated = foi decidida { $when } { $place } a atribuição de { GIVEN($topics, "", "ajuda") } { $topics } { WITH($target, "a") } { $frame }.
summon-passive = { THE($target) } { AGREE($target, "foi convocado", "foi convocada", "foram convocados", "foram convocadas") } { $when } { $place } { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .bare = { THE($target) } { AGREE($target, "recebeu", "receberam") } { $when } { $place } uma convocação { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .underway = { THE($target) } { AGREE($target, "recebe", "recebem") } { $when } { $place } uma convocação { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
    .planned = { THE($target) } { AGREE($target, "vai", "vão") } receber { $when } { $place } uma convocação { GIVEN($document, "para receber") } { AGREE($document, "um", "uma", "", "") } { $document } { $frame }.
role-by = { $speaker } { AGREE($agent, "sublinhou", "sublinharam") } { $also } { $when } { $place } o importante papel { WITH($target, "de") } { GIVEN($topics, "no que diz respeito") } { WITH($topics, "a") } { $frame }.
role = { $setting }, foi { $also } sublinhado { $when } { $place } o importante papel { WITH($target, "de") } { GIVEN($topics, "no que diz respeito") } { WITH($topics, "a") } { $frame }.
praise-target = { $speaker } { AGREE($agent, "elogiou", "elogiaram") } { $also } { $when } { $place } as relações com { THE($target) } { GIVEN($topics, "no que diz respeito") } { WITH($topics, "a") } { $frame }.
thank = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } { GIVEN($topics, "no que diz respeito") } { WITH($topics, "a") } { $frame }.
    .support = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } o apoio { GIVEN($topics, "no que diz respeito") } { WITH($topics, "a") } { $frame }.
    .hospitality = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } a hospitalidade { GIVEN($topics, "no que diz respeito") } { WITH($topics, "a") } { $frame }.
    .invitation = { $speaker } { AGREE($agent, "agradeceu", "agradeceram") } { $also } { LIGHT($target, "a") } { $when } { $place } { HEAVY($target, "a") } o convite { GIVEN($topics, "no que diz respeito") } { WITH($topics, "a") } { $frame }.
thank-one = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } gratidão no que diz respeito { WITH($topics, "a") } { $frame }.
interest-target = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse na cooperação com { THE($target) } { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
    .expanding = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse em ampliar a cooperação com { THE($target) } { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
interest-by = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse na cooperação { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
    .expanding = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } interesse em ampliar a cooperação { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
interest-parties = { $setting }, foi { $also } manifestado { $when } { $place } interesse na cooperação com { THE($target) } { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
    .expanding = { $setting }, foi { $also } manifestado { $when } { $place } interesse em ampliar a cooperação com { THE($target) } { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
interest = { $setting }, foi { $also } manifestado { $when } { $place } interesse na cooperação { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
    .expanding = { $setting }, foi { $also } manifestado { $when } { $place } interesse em ampliar a cooperação { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
readiness-target = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } disposição para cooperar com { THE($target) } { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
readiness-by = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } disposição para cooperar { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
readiness = { $setting }, foi { $also } manifestada { $when } { $place } disposição para cooperar { COUNT($topics, "na área", "nas áreas") } { WITH($topics, "de") } { $frame }.
hope-by = { $speaker } { AGREE($agent, "manifestou", "manifestaram") } { $also } { $when } { $place } esperança no que diz respeito { WITH($topics, "a") } { $frame }.
hope = { $setting }, foi { $also } manifestada { $when } { $place } esperança no que diz respeito { WITH($topics, "a") } { $frame }.
praise-by = { $speaker } { AGREE($agent, "elogiou", "elogiaram") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .field = { $speaker } { AGREE($agent, "teceu", "teceram") } { $also } elogios { $when } { $place } no que diz respeito { WITH($topics, "a") } { $frame }.
    .welcomed = { $speaker } { AGREE($agent, "saudou", "saudaram") } { $also } { $when } { $place } { THE($topics) } { $frame }.
praise = { $setting }, { AGREE($topics, "foi elogiado", "foi elogiada", "foram elogiados", "foram elogiadas") } { $also } { $when } { $place } { THE($topics) } { $frame }.
    .field = { $setting }, foram { $also } tecidos elogios { $when } { $place } no que diz respeito { WITH($topics, "a") } { $frame }.
    .welcomed = { $setting }, { AGREE($topics, "foi saudado", "foi saudada", "foram saudados", "foram saudadas") } { $also } { $when } { $place } { THE($topics) } { $frame }.
