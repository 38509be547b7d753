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

appoint = foi anunciada { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .underway = está em andamento { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
    .planned = está prevista { $when } { $place } a nomeação de { $name } para o cargo de { $post } { $frame }.
appoint-name = foi decidida { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .underway = está em andamento { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.
    .planned = está prevista { $when } { $place } a nomeação { WITH($target, "de") } { $frame }.

recall = foi decidido { $when } { $place } chamar de volta { THE($target) } { $frame }.
    .underway = está sendo decidido { $when } { $place } chamar de volta { THE($target) } { $frame }.
    .planned = está previsto { $when } { $place } chamar de volta { THE($target) } { $frame }.

congratulate = { THE($agent) } { AGREE($agent, "parabenizou", "parabenizaram") } { $when } { $place } { THE($target) } { $frame }.
    .underway = { THE($agent) } { AGREE($agent, "parabeniza", "parabenizam") } { $when } { $place } { THE($target) } { $frame }.
    .planned = { THE($agent) } { AGREE($agent, "vai", "vão") } parabenizar { $when } { $place } { THE($target) } { $frame }.
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
exchange-by = { $speaker } { AGREE($agent, "trocou", "trocaram") } { $also } opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
exchange-parties = { $setting }, as partes trocaram { $also } opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
exchange = { $setting }, houve { $also } uma troca de opiniões { $when } { $place } sobre { THE($topics) } { $frame }.
