# Xülasə azərbaycanca necə deyilir.
#
# Funksiyalar crates/localization/src/functions.rs faylında, mesajlar və dəyişənlər onun yanındakı contract.rs faylındadır.
# Hər cümlə heç nə çatışmırmış kimi yazılır: boş qalan yerin ətrafındakı aralıq və vergüllər silinir.
# Dəyər olub-bitəni, `.underway` davam edəni, `.planned` gözləniləni bildirir. `.bare` şəkilçi qəbul etməyən adlar üçündür
# (yazılışı yad olan ada şəkilçi artırılmır).

## Şərait

when-day = { DATE($when, "on_year") }
when-month = { DATE($when, "in") }
when-year = { DATE($when, "in") }
when-same = həmin gün
place = { CASE($place, "locative") }
frame-within = { $occasion } çərçivəsində
frame-margins = { $occasion } çərçivəsində
frame-occasion = { $occasion } münasibətilə
setting-meeting = görüşdə
setting-call = telefon danışığında
setting-visit = səfər zamanı
setting-consultations = məsləhətləşmələrdə
setting-talks = danışıqlarda
# Danışan; `speaker-again` eyni şəxs davam edəndə.
speaker = { $agent }
speaker-again = { $agent }
# Tərəflərdən başqa kim iştirak edib.
others = həmçinin { $others } iştirak edib{ PEOPLE($others, "lər", "") }.
also = həmçinin
also-again = eyni zamanda
turn = öz növbəsində, { $sentence }

## Abzasın çərçivəsi

# Orijinalın yazıldığı dil, ondan sonrakı mötərizə üçün; `tag` onun qovluğunun adıdır.
original = { $tag ->
    [az] Azərbaycan dilində
    [en] ingilis dilində
    [pt] portuqal dilində
   *[other] { $tag }
}
quote = “{ $text }” ({ $language }).
translated = { $text } [maşın tərcüməsi: { $engine }]
published = { DATE($published, "long") }
source = Mənbə: { $outlet }, { CASE($cites, "dative") } istinadən, { $published }.
source-outlet = Mənbə: { $outlet }, { $published }.
source-body = Mənbə: { $cites }, { $published }.

## Mənbələrin fərqləndiyi məqamlar: `$said` — `differ-said` mesajlarının siyahısıdır

differ-day = Mənbələr günü fərqli göstərir: { $said }.
differ-place = Mənbələr yeri fərqli göstərir: { $said }.
differ-number = Mənbələr fərqli rəqəmlər göstərir: { $said }.
differ-office = Mənbələr vəzifəni ({ $name }) fərqli göstərir: { $said }.
differ-said = { $value } ({ $outlets })
differ-quoted = “{ $value }”

## İcmalın çərçivəsi

# Heç nəyi anlaşılmayan xəbərin mündəricatdakı adı: orada kim və nə var, yaxud öz başlığı.
headline-about = { $who }: { $topics }
headline-original = { $headline } ({ $language })
brief-title = Mətbuat icmalı
brief-contents = Mündəricat
brief-sources = Mənbələr
brief-translated = maşın tərcüməsi
brief-nothing = Mənbələrdə heç bir xəbər tapılmadı.
brief-other = Digər xəbərlər
brief-made = Göstərilən mənbələr əsasında avtomatik hazırlanıb, əl ilə redaktə olunmayıb. Mənbənin dilində olan cümlələr dərc olunduğu kimi verilir; qalanları orada oxunanlar əsasında tərtib edilib.
brief-machine = Maşın tərcüməsi kimi qeyd olunan cümlələr tərcümə xidmətindən götürülüb; yalnız adlar, tarixlər və rəqəmlər yoxlanılıb.
brief-quoted = Azərbaycan dilində ifadə oluna bilməyən cümlələr öz dilində sitat gətirilir.

## İsim birləşmələri: hal şəkilçisini `.head` ilə göstərilən söz qəbul edir

person-office = { $office } { $name }
    .head = name
    .other = { $office } ({ $name })
    .other-head = office
person-office-country = { CASE($country, "genitive") } { $office } { $name }
    .head = name
    .other = { CASE($country, "genitive") } { $office } ({ $name })
    .other-head = office
person-office-org = { CASE($org, "genitive") } { $office } { $name }
    .head = name
    .other = { CASE($org, "genitive") } { $office } ({ $name })
    .other-head = office
# An office of a body that every state has.
person-office-body = { CASE($country, "genitive") } { CASE($org, "genitive") } { $office } { $name }
    .head = name
    .other = { CASE($country, "genitive") } { CASE($org, "genitive") } { $office } ({ $name })
    .other-head = office
person-envoy = { CASE($country, "genitive") } { CASE($host, "adjectival") } { $office } { $name }
    .head = name
    .other = { CASE($country, "genitive") } { CASE($host, "adjectival") } { $office } ({ $name })
    .other-head = office
person-country = { CASE($country, "ablative") } { $name }
    .head = name
office-country = { CASE($country, "genitive") } { $office }
    .head = office
office-org = { CASE($org, "genitive") } { $office }
    .head = office
office-body = { CASE($country, "genitive") } { CASE($org, "genitive") } { $office }
    .head = office
office-envoy = { CASE($country, "genitive") } { CASE($host, "adjectival") } { $office }
    .head = office
office-host = { CASE($host, "adjectival") } { $office }
    .head = office
org-country = { CASE($country, "genitive") } { $org }
    .head = org
    .owned = possessive
occasion-ordinal = { ORDINAL($ordinal, $occasion) } { $occasion }
    .head = occasion
occasion-owner = { CASE($owner, "genitive") } { $occasion }
    .head = occasion
    .owned = possessive
occasion-ordinal-owner = { CASE($owner, "genitive") } { ORDINAL($ordinal, $occasion) } { $occasion }
    .head = occasion
    .owned = possessive
topic-of = { CASE($other, "genitive") } { $topic }
    .head = topic
    .owned = possessive
topic-by = { CASE($other, "genitive") } { $topic }
    .head = topic
    .owned = possessive
topic-between = { $other } arasında { $topic }
    .head = topic
topic-with = { $other } ilə { $topic }
    .head = topic
topic-against = { CASE($other, "dative") } qarşı { $topic }
    .head = topic
topic-in = { CASE($other, "locative") } { $topic }
    .head = topic

## Hadisələr

meet = { $when } { $agent } { $frame } { $place } { $target } ilə görüşüb{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $target } ilə görüşür{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $target } ilə görüşəcək{ PEOPLE($agent, "lər", "") }.
meet-group = { $when } { $frame } { $place } { $agent } arasında görüş keçirilib.
    .underway = { $when } { $frame } { $place } { $agent } arasında görüş keçirilir.
    .planned = { $when } { $frame } { $place } { $agent } arasında görüş keçiriləcək.
meet-one = { $when } { $agent } { $frame } { $place } görüş keçirib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } görüş keçirir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } görüş keçirəcək{ PEOPLE($agent, "lər", "") }.
meet-held = { $when } { $frame } { $place } görüş keçirilib.
    .underway = { $when } { $frame } { $place } görüş keçirilir.
    .planned = { $when } { $frame } { $place } görüş keçiriləcək.

call = { $when } { $frame } { $place } { $agent } ilə { $target } arasında telefon danışığı olub.
    .underway = { $when } { $frame } { $place } { $agent } ilə { $target } arasında telefon danışığı gedir.
    .planned = { $when } { $frame } { $place } { $agent } ilə { $target } arasında telefon danışığı olacaq.
call-group = { $when } { $frame } { $place } { $agent } arasında telefon danışığı olub.
    .underway = { $when } { $frame } { $place } { $agent } arasında telefon danışığı gedir.
    .planned = { $when } { $frame } { $place } { $agent } arasında telefon danışığı olacaq.
call-one = { $when } { $agent } { $frame } { $place } telefon danışığı aparıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } telefon danışığı aparır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } telefon danışığı aparacaq{ PEOPLE($agent, "lar", "") }.

receive = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } qəbul edib{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən qəbul olunub.
    .underway = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } qəbul edir{ PEOPLE($agent, "lər", "") }.
    .underway-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən qəbul olunur.
    .planned = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } qəbul edəcək{ PEOPLE($agent, "lər", "") }.
    .planned-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən qəbul olunacaq.
    .arrival = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } qarşılayıb{ PEOPLE($agent, "lar", "") }.
    .arrival-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən qarşılanıb.
receive-passive = { $when } { $target } { $frame } { $place } qəbul olunub{ PEOPLE($target, "lar", "") }.
    .underway = { $when } { $target } { $frame } { $place } qəbul olunur.
    .planned = { $when } { $target } { $frame } { $place } qəbul olunacaq.
    .arrival = { $when } { $target } { $frame } { $place } qarşılanıb.

visit = { $when } { $agent } { $frame } { CASE($destination, "dative") } səfər edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { CASE($destination, "locative") } səfərdədir{ PEOPLE($agent, "lər", "") }.
    .underway-then = { $when } { $agent } { $frame } { CASE($destination, "locative") } səfərdə olub{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { CASE($destination, "dative") } səfər edəcək{ PEOPLE($agent, "lər", "") }.
    .arrival = { $when } { $agent } { $frame } { CASE($destination, "dative") } səfərə başlayıb{ PEOPLE($agent, "lar", "") }.
    .end = { $when } { $agent } { $frame } { CASE($destination, "dative") } səfərini başa vurub{ PEOPLE($agent, "lar", "") }.
    .postponed = { $frame } { CASE($agent, "genitive") } { $when } { CASE($destination, "dative") } səfəri təxirə salınıb.
    .cancelled = { $frame } { CASE($agent, "genitive") } { $when } { CASE($destination, "dative") } səfəri ləğv edilib.
visit-one = { $when } { $agent } { $frame } { $place } səfərdə olub{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } səfərdədir{ PEOPLE($agent, "lər", "") }.
    .underway-then = { $when } { $agent } { $frame } { $place } səfərdə olub{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } səfərdə olacaq{ PEOPLE($agent, "lar", "") }.
    .arrival = { $when } { $agent } { $frame } { $place } səfərə başlayıb{ PEOPLE($agent, "lar", "") }.
    .end = { $when } { $agent } { $frame } { $place } səfərini başa vurub{ PEOPLE($agent, "lar", "") }.
    .postponed = { $frame } { CASE($agent, "genitive") } { $when } { $place } səfəri təxirə salınıb.
    .cancelled = { $frame } { CASE($agent, "genitive") } { $when } { $place } səfəri ləğv edilib.

attend = { $when } { $agent } { $place } { CASE($occasion, "locative") } iştirak edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $place } { CASE($occasion, "locative") } iştirak edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $place } { CASE($occasion, "locative") } iştirak edəcək{ PEOPLE($agent, "lər", "") }.
    .chair = { $when } { $agent } { $place } { CASE($occasion, "dative") } sədrlik edib{ PEOPLE($agent, "lər", "") }.
    .host = { $when } { $agent } { $place } { CASE($occasion, "dative") } ev sahibliyi edib{ PEOPLE($agent, "lər", "") }.
    .address = { $when } { $agent } { $place } { CASE($occasion, "locative") } çıxış edib{ PEOPLE($agent, "lər", "") }.

consult = { $when } { $agent } { $frame } { $place } { $target } ilə siyasi məsləhətləşmələr aparıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $target } ilə siyasi məsləhətləşmələr aparır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $target } ilə siyasi məsləhətləşmələr aparacaq{ PEOPLE($agent, "lar", "") }.
consult-group = { $when } { $frame } { $place } { $agent } arasında siyasi məsləhətləşmələr aparılıb.
    .underway = { $when } { $frame } { $place } { $agent } arasında siyasi məsləhətləşmələr aparılır.
    .planned = { $when } { $frame } { $place } { $agent } arasında siyasi məsləhətləşmələr aparılacaq.
consult-held = { $when } { $frame } { $place } siyasi məsləhətləşmələr aparılıb.
    .underway = { $when } { $frame } { $place } siyasi məsləhətləşmələr aparılır.
    .planned = { $when } { $frame } { $place } siyasi məsləhətləşmələr aparılacaq.

negotiate = { $when } { $agent } { $frame } { $place } { $target } ilə danışıqlar aparıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $target } ilə danışıqlar aparır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $target } ilə danışıqlar aparacaq{ PEOPLE($agent, "lar", "") }.
negotiate-group = { $when } { $frame } { $place } { $agent } arasında danışıqlar aparılıb.
    .underway = { $when } { $frame } { $place } { $agent } arasında danışıqlar aparılır.
    .planned = { $when } { $frame } { $place } { $agent } arasında danışıqlar aparılacaq.
negotiate-held = { $when } { $frame } { $place } danışıqlar aparılıb.
    .underway = { $when } { $frame } { $place } danışıqlar aparılır.
    .planned = { $when } { $frame } { $place } danışıqlar aparılacaq.

sign = { $when } { $frame } { $place } { $agent } ilə { $target } arasında { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalanıb.
    .underway = { $when } { $frame } { $place } { $agent } ilə { $target } arasında { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalanır.
    .planned = { $when } { $frame } { $place } { $agent } ilə { $target } arasında { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalanacaq.
sign-by = { $when } { $agent } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalayıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalayır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalayacaq{ PEOPLE($agent, "lar", "") }.
sign-passive = { $when } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalanıb.
    .underway = { $when } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalanır.
    .planned = { $when } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } { $document } imzalanacaq.

credentials = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsini", "etimadnamələrini") } { CASE($target, "dative") } təqdim edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsini", "etimadnamələrini") } { CASE($target, "dative") } təqdim edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsini", "etimadnamələrini") } { CASE($target, "dative") } təqdim edəcək{ PEOPLE($agent, "lər", "") }.
    .copies = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsinin surətini", "etimadnamələrinin surətini") } { CASE($target, "dative") } təqdim edib{ PEOPLE($agent, "lər", "") }.
credentials-one = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsini", "etimadnamələrini") } təqdim edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsini", "etimadnamələrini") } təqdim edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsini", "etimadnamələrini") } təqdim edəcək{ PEOPLE($agent, "lər", "") }.
    .copies = { $when } { $agent } { $frame } { $place } { AGREE($agent, "etimadnaməsinin surətini", "etimadnamələrinin surətini") } təqdim edib{ PEOPLE($agent, "lər", "") }.
credentials-passive = { $when } { $frame } { $place } { CASE($target, "dative") } etimadnamələr təqdim edilib.
    .underway = { $when } { $frame } { $place } { CASE($target, "dative") } etimadnamələr təqdim edilir.
    .planned = { $when } { $frame } { $place } { CASE($target, "dative") } etimadnamələr təqdim ediləcək.
    .copies = { $when } { $frame } { $place } { CASE($target, "dative") } etimadnamələrin surətləri təqdim edilib.

farewell = { $when } { $frame } { $place } { $agent } ilə { $target } arasında vida görüşü keçirilib.
    .underway = { $when } { $frame } { $place } { $agent } ilə { $target } arasında vida görüşü keçirilir.
    .planned = { $when } { $frame } { $place } { $agent } ilə { $target } arasında vida görüşü keçiriləcək.
farewell-one = { $when } { $agent } { $frame } { $place } vida görüşü keçirib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } vida görüşü keçirir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } vida görüşü keçirəcək{ PEOPLE($agent, "lər", "") }.

appoint-by = { $when } { $frame } { $place } { $name } { $agent } tərəfindən { $post } təyin edilib.
    .underway = { $when } { $frame } { $place } { $name } { $agent } tərəfindən { $post } təyin edilir.
    .planned = { $when } { $frame } { $place } { $name } { $agent } tərəfindən { $post } təyin ediləcək.
    .proposed = { $when } { $frame } { $place } { $name } { $agent } tərəfindən { $post } vəzifəsinə namizəd göstərilib.
    .elected = { $when } { $frame } { $place } { $name } { $agent } tərəfindən { $post } seçilib.
    .elected-planned = { $when } { $frame } { $place } { $name } { $agent } tərəfindən { $post } seçiləcək.
appoint = { $when } { $frame } { $place } { $name } { $post } təyin edilib.
    .underway = { $when } { $frame } { $place } { $name } { $post } təyin edilir.
    .planned = { $when } { $frame } { $place } { $name } { $post } təyin ediləcək.
    .proposed = { $when } { $frame } { $place } { $name } { $post } vəzifəsinə namizəd göstərilib.
    .elected = { $when } { $frame } { $place } { $name } { $post } seçilib.
    .elected-planned = { $when } { $frame } { $place } { $name } { $post } seçiləcək.
appoint-name-by = { $when } { $frame } { $place } { $target } { $agent } tərəfindən vəzifəyə təyin edilib.
    .underway = { $when } { $frame } { $place } { $target } { $agent } tərəfindən vəzifəyə təyin edilir.
    .planned = { $when } { $frame } { $place } { $target } { $agent } tərəfindən vəzifəyə təyin ediləcək.
    .proposed = { $when } { $frame } { $place } { $target } { $agent } tərəfindən vəzifəyə namizəd göstərilib.
appoint-name = { $when } { $frame } { $place } { $target } vəzifəyə təyin edilib.
    .underway = { $when } { $frame } { $place } { $target } vəzifəyə təyin edilir.
    .planned = { $when } { $frame } { $place } { $target } vəzifəyə təyin ediləcək.
    .proposed = { $when } { $frame } { $place } { $target } vəzifəyə namizəd göstərilib.

recall-by = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } geri çağırıb{ PEOPLE($agent, "lar", "") }.
    .bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən geri çağırılıb.
    .underway = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } geri çağırır{ PEOPLE($agent, "lar", "") }.
    .underway-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən geri çağırılır.
    .planned = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } geri çağıracaq{ PEOPLE($agent, "lar", "") }.
    .planned-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən geri çağırılacaq.
    .dismissed = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } vəzifəsindən azad edib{ PEOPLE($agent, "lər", "") }.
    .dismissed-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən vəzifəsindən azad edilib.
recall-own = { $when } { $agent } { $frame } { $place } nümayəndəsini geri çağırıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } nümayəndəsini geri çağırır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } nümayəndəsini geri çağıracaq{ PEOPLE($agent, "lar", "") }.
    .ambassador = { $when } { $agent } { $frame } { $place } səfirini geri çağırıb{ PEOPLE($agent, "lar", "") }.
    .ambassador-planned = { $when } { $agent } { $frame } { $place } səfirini geri çağıracaq{ PEOPLE($agent, "lar", "") }.
    .ambassadors = { $when } { $agent } { $frame } { $place } səfirlərini geri çağırıb{ PEOPLE($agent, "lar", "") }.
recall = { $when } { $target } { $frame } { $place } geri çağırılıb.
    .underway = { $when } { $target } { $frame } { $place } geri çağırılır.
    .planned = { $when } { $target } { $frame } { $place } geri çağırılacaq.
    .dismissed = { $when } { $target } { $frame } { $place } vəzifəsindən azad edilib.
    .resigned = { $when } { $target } { $frame } { $place } istefa verib.

congratulate = { $when } { $agent } { $place } { CASE($target, "accusative") } { $frame } təbrik edib{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $target } { $place } { $agent } tərəfindən { $frame } təbrik olunub.
    .underway = { $when } { $agent } { $place } { CASE($target, "accusative") } { $frame } təbrik edir{ PEOPLE($agent, "lər", "") }.
    .underway-bare = { $when } { $target } { $place } { $agent } tərəfindən { $frame } təbrik olunur.
    .planned = { $when } { $agent } { $place } { CASE($target, "accusative") } { $frame } təbrik edəcək{ PEOPLE($agent, "lər", "") }.
    .planned-bare = { $when } { $target } { $place } { $agent } tərəfindən { $frame } təbrik olunacaq.
    .greeting = { $when } { $agent } { $place } { CASE($target, "dative") } { $frame } salam göndərib{ PEOPLE($agent, "lər", "") }.
    .greeting-bare = { $when } { $target } { $place } { $agent } tərəfindən { $frame } salamlanıb.

condole = { $when } { $agent } { $place } { $frame } { CASE($target, "dative") } başsağlığı verib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $place } { $frame } { CASE($target, "dative") } başsağlığı verir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $place } { $frame } { CASE($target, "dative") } başsağlığı verəcək{ PEOPLE($agent, "lər", "") }.
condole-one = { $when } { $agent } { $place } { $frame } başsağlığı verib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $place } { $frame } başsağlığı verir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $place } { $frame } başsağlığı verəcək{ PEOPLE($agent, "lər", "") }.

invite = { $when } { $agent } { $frame } { CASE($target, "accusative") } { CASE($destination, "dative") } səfərə dəvət edib{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $target } { $frame } { $agent } tərəfindən { CASE($destination, "dative") } səfərə dəvət olunub.
    .underway = { $when } { $agent } { $frame } { CASE($target, "accusative") } { CASE($destination, "dative") } səfərə dəvət edir{ PEOPLE($agent, "lər", "") }.
    .underway-bare = { $when } { $target } { $frame } { $agent } tərəfindən { CASE($destination, "dative") } səfərə dəvət olunur.
    .planned = { $when } { $agent } { $frame } { CASE($target, "accusative") } { CASE($destination, "dative") } səfərə dəvət edəcək{ PEOPLE($agent, "lər", "") }.
    .planned-bare = { $when } { $target } { $frame } { $agent } tərəfindən { CASE($destination, "dative") } səfərə dəvət olunacaq.
invite-one = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } dəvət edib{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən dəvət olunub.
    .underway = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } dəvət edir{ PEOPLE($agent, "lər", "") }.
    .underway-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən dəvət olunur.
    .planned = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } dəvət edəcək{ PEOPLE($agent, "lər", "") }.
    .planned-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən dəvət olunacaq.

vote-document = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { CASE($document, "accusative") } səsə qoyub{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { CASE($document, "accusative") } səsə qoyur{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { CASE($document, "accusative") } səsə qoyacaq{ PEOPLE($agent, "lar", "") }.
    .adopted = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { $document } qəbul edib{ PEOPLE($agent, "lər", "") }.
    .for = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { CASE($document, "genitive") } lehinə səs verib{ PEOPLE($agent, "lər", "") }.
    .against = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { CASE($document, "genitive") } əleyhinə səs verib{ PEOPLE($agent, "lər", "") }.
    .abstained = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { $document } üzrə səsvermədə bitərəf qalıb{ PEOPLE($agent, "lar", "") }.
vote = { $when } { $agent } { $frame } { $place } { $topics } üzrə səsvermə keçirib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $topics } üzrə səsvermə keçirir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $topics } üzrə səsvermə keçirəcək{ PEOPLE($agent, "lər", "") }.
    .adopted = { $when } { $agent } { $frame } { $place } { $topics } üzrə səsvermə keçirib{ PEOPLE($agent, "lər", "") }.
    .for = { $when } { $agent } { $frame } { $place } { CASE($topics, "genitive") } lehinə səs verib{ PEOPLE($agent, "lər", "") }.
    .against = { $when } { $agent } { $frame } { $place } { CASE($topics, "genitive") } əleyhinə səs verib{ PEOPLE($agent, "lər", "") }.
    .abstained = { $when } { $agent } { $frame } { $place } { $topics } üzrə səsvermədə bitərəf qalıb{ PEOPLE($agent, "lar", "") }.
vote-one = { $when } { $agent } { $frame } { $place } səsvermə keçirib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } səsvermə keçirir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } səsvermə keçirəcək{ PEOPLE($agent, "lər", "") }.

observe = { $when } { $agent } { $frame } { $place } müşahidə missiyasına başlayıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } müşahidə missiyası həyata keçirir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } müşahidə missiyasına başlayacaq{ PEOPLE($agent, "lar", "") }.

aid = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } göndərib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } göndərir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } göndərəcək{ PEOPLE($agent, "lər", "") }.
    .allocated = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } ayırıb{ PEOPLE($agent, "lar", "") }.
aid-one = { $when } { $agent } { $frame } { $place } { GIVEN($topics, "", "yardım") } { $topics } göndərib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { GIVEN($topics, "", "yardım") } { $topics } göndərir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { GIVEN($topics, "", "yardım") } { $topics } göndərəcək{ PEOPLE($agent, "lər", "") }.
    .allocated = { $when } { $agent } { $frame } { $place } { GIVEN($topics, "", "yardım") } { $topics } ayırıb{ PEOPLE($agent, "lar", "") }.
aid-passive = { $when } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } göndərilib.
    .underway = { $when } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } göndərilir.
    .planned = { $when } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } göndəriləcək.
    .allocated = { $when } { $frame } { $place } { CASE($target, "dative") } { GIVEN($topics, "", "yardım") } { $topics } ayrılıb.

evacuate = { $when } { $agent } { $frame } { CASE($destination, "ablative") } təxliyə təşkil edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { CASE($destination, "ablative") } təxliyə təşkil edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { CASE($destination, "ablative") } təxliyə təşkil edəcək{ PEOPLE($agent, "lər", "") }.
evacuate-one = { $when } { $agent } { $frame } { $place } təxliyə təşkil edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } təxliyə təşkil edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } təxliyə təşkil edəcək{ PEOPLE($agent, "lər", "") }.

deal = { $when } { $frame } { $place } { $agent } ilə { $target } arasında { $topics } { GIVEN($topics, "ilə bağlı") } razılıq əldə olunub.
    .underway = { $when } { $frame } { $place } { $agent } ilə { $target } arasında { $topics } { GIVEN($topics, "ilə bağlı") } razılıq əldə olunur.
    .planned = { $when } { $frame } { $place } { $agent } ilə { $target } arasında { $topics } { GIVEN($topics, "ilə bağlı") } razılıq əldə olunacaq.
deal-group = { $when } { $frame } { $place } { $agent } arasında { $topics } { GIVEN($topics, "ilə bağlı") } razılıq əldə olunub.
    .underway = { $when } { $frame } { $place } { $agent } arasında { $topics } { GIVEN($topics, "ilə bağlı") } razılıq əldə olunur.
    .planned = { $when } { $frame } { $place } { $agent } arasında { $topics } { GIVEN($topics, "ilə bağlı") } razılıq əldə olunacaq.
deal-one = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } razılığa gəlib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } razılığa gəlir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } razılığa gələcək{ PEOPLE($agent, "lər", "") }.

summon = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } çağırıb { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim edib") }.
    .bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən çağırılıb { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim edilib") }.
    .underway = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } çağırır { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim edir") }.
    .underway-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən çağırılır { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim edilir") }.
    .planned = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } çağıracaq { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim edəcək") }.
    .planned-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən çağırılacaq { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim ediləcək") }.
summon-passive = { $when } { $target } { $frame } { $place } çağırılıb { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim edilib") }.
    .underway = { $when } { $target } { $frame } { $place } çağırılır { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim edilir") }.
    .planned = { $when } { $target } { $frame } { $place } çağırılacaq { GIVEN($document, "və ona") } { $document } { GIVEN($document, "təqdim ediləcək") }.

expel = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } ölkədən çıxarıb{ PEOPLE($agent, "lar", "") }.
    .bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən ölkədən çıxarılıb.
    .underway = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } ölkədən çıxarır{ PEOPLE($agent, "lar", "") }.
    .underway-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən ölkədən çıxarılır.
    .planned = { $when } { $agent } { $frame } { $place } { CASE($target, "accusative") } ölkədən çıxaracaq{ PEOPLE($agent, "lar", "") }.
    .planned-bare = { $when } { $target } { $frame } { $place } { $agent } tərəfindən ölkədən çıxarılacaq.
    .diplomat = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } bir diplomatını ölkədən çıxarıb{ PEOPLE($agent, "lar", "") }.
    .diplomat-underway = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } bir diplomatını ölkədən çıxarır{ PEOPLE($agent, "lar", "") }.
    .diplomat-planned = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } bir diplomatını ölkədən çıxaracaq{ PEOPLE($agent, "lar", "") }.
    .diplomats = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } diplomatlarını ölkədən çıxarıb{ PEOPLE($agent, "lar", "") }.
    .diplomats-underway = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } diplomatlarını ölkədən çıxarır{ PEOPLE($agent, "lar", "") }.
    .diplomats-planned = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } diplomatlarını ölkədən çıxaracaq{ PEOPLE($agent, "lar", "") }.
    .staff = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } səfirliyinin əməkdaşlarını ölkədən çıxarıb{ PEOPLE($agent, "lar", "") }.
    .staff-underway = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } səfirliyinin əməkdaşlarını ölkədən çıxarır{ PEOPLE($agent, "lar", "") }.
    .staff-planned = { $when } { $agent } { $frame } { $place } { CASE($target, "genitive") } səfirliyinin əməkdaşlarını ölkədən çıxaracaq{ PEOPLE($agent, "lar", "") }.
expel-one = { $when } { $agent } { $frame } { $place } ölkədən çıxarılma barədə qərar verib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } ölkədən çıxarılma barədə qərar verir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } ölkədən çıxarılma barədə qərar verəcək{ PEOPLE($agent, "lər", "") }.
    .diplomat = { $when } { $agent } { $frame } { $place } bir diplomatı ölkədən çıxarıb{ PEOPLE($agent, "lar", "") }.
    .diplomat-underway = { $when } { $agent } { $frame } { $place } bir diplomatı ölkədən çıxarır{ PEOPLE($agent, "lar", "") }.
    .diplomat-planned = { $when } { $agent } { $frame } { $place } bir diplomatı ölkədən çıxaracaq{ PEOPLE($agent, "lar", "") }.
    .diplomats = { $when } { $agent } { $frame } { $place } diplomatları ölkədən çıxarıb{ PEOPLE($agent, "lar", "") }.
    .diplomats-underway = { $when } { $agent } { $frame } { $place } diplomatları ölkədən çıxarır{ PEOPLE($agent, "lar", "") }.
    .diplomats-planned = { $when } { $agent } { $frame } { $place } diplomatları ölkədən çıxaracaq{ PEOPLE($agent, "lar", "") }.
    .staff = { $when } { $agent } { $frame } { $place } səfirlik əməkdaşlarını ölkədən çıxarıb{ PEOPLE($agent, "lar", "") }.
    .staff-underway = { $when } { $agent } { $frame } { $place } səfirlik əməkdaşlarını ölkədən çıxarır{ PEOPLE($agent, "lar", "") }.
    .staff-planned = { $when } { $agent } { $frame } { $place } səfirlik əməkdaşlarını ölkədən çıxaracaq{ PEOPLE($agent, "lar", "") }.
expel-passive = { $when } { $target } { $frame } { $place } ölkədən çıxarılıb.
    .underway = { $when } { $target } { $frame } { $place } ölkədən çıxarılır.
    .planned = { $when } { $target } { $frame } { $place } ölkədən çıxarılacaq.
    .diplomat = { $when } { CASE($target, "genitive") } bir diplomatı { $frame } { $place } ölkədən çıxarılıb.
    .diplomat-underway = { $when } { CASE($target, "genitive") } bir diplomatı { $frame } { $place } ölkədən çıxarılır.
    .diplomat-planned = { $when } { CASE($target, "genitive") } bir diplomatı { $frame } { $place } ölkədən çıxarılacaq.
    .diplomats = { $when } { CASE($target, "genitive") } diplomatları { $frame } { $place } ölkədən çıxarılıb.
    .diplomats-underway = { $when } { CASE($target, "genitive") } diplomatları { $frame } { $place } ölkədən çıxarılır.
    .diplomats-planned = { $when } { CASE($target, "genitive") } diplomatları { $frame } { $place } ölkədən çıxarılacaq.
    .staff = { $when } { CASE($target, "genitive") } səfirliyinin əməkdaşları { $frame } { $place } ölkədən çıxarılıb.
    .staff-underway = { $when } { CASE($target, "genitive") } səfirliyinin əməkdaşları { $frame } { $place } ölkədən çıxarılır.
    .staff-planned = { $when } { CASE($target, "genitive") } səfirliyinin əməkdaşları { $frame } { $place } ölkədən çıxarılacaq.

sanction = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyalar tətbiq edib{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $frame } { $place } { $agent } tərəfindən { $target } barəsində sanksiyalar tətbiq olunub.
    .underway = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyalar tətbiq edir{ PEOPLE($agent, "lər", "") }.
    .underway-bare = { $when } { $frame } { $place } { $agent } tərəfindən { $target } barəsində sanksiyalar tətbiq olunur.
    .planned = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyalar tətbiq edəcək{ PEOPLE($agent, "lər", "") }.
    .planned-bare = { $when } { $frame } { $place } { $agent } tərəfindən { $target } barəsində sanksiyalar tətbiq olunacaq.
    .extended = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyaların müddətini uzadıb{ PEOPLE($agent, "lar", "") }.
    .extended-bare = { $when } { $frame } { $place } { $agent } tərəfindən { $target } barəsində sanksiyaların müddəti uzadılıb.
    .lifted = { $when } { $agent } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyaları ləğv edib{ PEOPLE($agent, "lər", "") }.
    .lifted-bare = { $when } { $frame } { $place } { $agent } tərəfindən { $target } barəsində sanksiyalar ləğv edilib.
sanction-one = { $when } { $agent } { $frame } { $place } sanksiyalar qəbul edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $agent } { $frame } { $place } sanksiyalar qəbul edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $agent } { $frame } { $place } sanksiyalar qəbul edəcək{ PEOPLE($agent, "lər", "") }.
    .extended = { $when } { $agent } { $frame } { $place } sanksiyaların müddətini uzadıb{ PEOPLE($agent, "lar", "") }.
    .lifted = { $when } { $agent } { $frame } { $place } sanksiyaları ləğv edib{ PEOPLE($agent, "lər", "") }.
sanction-passive = { $when } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyalar tətbiq olunub.
    .bare = { $when } { $frame } { $place } { $target } barəsində sanksiyalar tətbiq olunub.
    .underway = { $when } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyalar tətbiq olunur.
    .underway-bare = { $when } { $frame } { $place } { $target } barəsində sanksiyalar tətbiq olunur.
    .planned = { $when } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyalar tətbiq olunacaq.
    .planned-bare = { $when } { $frame } { $place } { $target } barəsində sanksiyalar tətbiq olunacaq.
    .extended = { $when } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyaların müddəti uzadılıb.
    .extended-bare = { $when } { $frame } { $place } { $target } barəsində sanksiyaların müddəti uzadılıb.
    .lifted = { $when } { $frame } { $place } { CASE($target, "dative") } qarşı sanksiyalar ləğv edilib.
    .lifted-bare = { $when } { $frame } { $place } { $target } barəsində sanksiyalar ləğv edilib.

issue = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } bəyanat yayıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } bəyanat yayır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } bəyanat yayacaq{ PEOPLE($agent, "lar", "") }.

## Bəyanlar

discuss-with = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { CASE($topics, "accusative") } müzakirə edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { CASE($topics, "accusative") } müzakirə edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { CASE($topics, "accusative") } müzakirə edəcək{ PEOPLE($agent, "lər", "") }.
discuss-by = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "accusative") } müzakirə edib{ PEOPLE($agent, "lər", "") }.
    .underway = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "accusative") } müzakirə edir{ PEOPLE($agent, "lər", "") }.
    .planned = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "accusative") } müzakirə edəcək{ PEOPLE($agent, "lər", "") }.
discuss-parties = { $when } { $setting } { $also } { $frame } { $place } { $topics } müzakirə olunub.
    .underway = { $when } { $setting } { $also } { $frame } { $place } { $topics } müzakirə olunur.
    .planned = { $when } { $setting } { $also } { $frame } { $place } { $topics } müzakirə olunacaq.
discuss = { $when } { $setting } { $also } { $frame } { $place } { $topics } müzakirə olunub.
    .underway = { $when } { $setting } { $also } { $frame } { $place } { $topics } müzakirə olunur.
    .planned = { $when } { $setting } { $also } { $frame } { $place } { $topics } müzakirə olunacaq.
discuss-sides = { $when } { $agent } { $frame } { $place } { $target } ilə danışıqlar aparıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $target } ilə danışıqlar aparır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $target } ilə danışıqlar aparacaq{ PEOPLE($agent, "lar", "") }.
discuss-group = { $when } { $frame } { $place } { $agent } arasında danışıqlar aparılıb.
    .underway = { $when } { $frame } { $place } { $agent } arasında danışıqlar aparılır.
    .planned = { $when } { $frame } { $place } { $agent } arasında danışıqlar aparılacaq.

exchange-with = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { $topics } ətrafında fikir mübadiləsi aparıb{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { $topics } ətrafında fikir mübadiləsi aparacaq{ PEOPLE($agent, "lar", "") }.
exchange-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } ətrafında fikir mübadiləsi aparıb{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $speaker } { $also } { $frame } { $place } { $topics } ətrafında fikir mübadiləsi aparacaq{ PEOPLE($agent, "lar", "") }.
exchange-parties = { $when } { $setting } { $also } { $frame } { $place } { $topics } ətrafında fikir mübadiləsi aparılıb.
    .planned = { $when } { $setting } { $also } { $frame } { $place } { $topics } ətrafında fikir mübadiləsi aparılacaq.
exchange = { $when } { $setting } { $also } { $frame } { $place } { $topics } ətrafında fikir mübadiləsi aparılıb.
    .planned = { $when } { $setting } { $also } { $frame } { $place } { $topics } ətrafında fikir mübadiləsi aparılacaq.
exchange-sides = { $when } { $agent } { $frame } { $place } { $target } ilə fikir mübadiləsi aparıb{ PEOPLE($agent, "lar", "") }.
    .underway = { $when } { $agent } { $frame } { $place } { $target } ilə fikir mübadiləsi aparır{ PEOPLE($agent, "lar", "") }.
    .planned = { $when } { $agent } { $frame } { $place } { $target } ilə fikir mübadiləsi aparacaq{ PEOPLE($agent, "lar", "") }.
exchange-group = { $when } { $frame } { $place } { $agent } arasında fikir mübadiləsi aparılıb.
    .underway = { $when } { $frame } { $place } { $agent } arasında fikir mübadiləsi aparılır.
    .planned = { $when } { $frame } { $place } { $agent } arasında fikir mübadiləsi aparılacaq.

brief-target = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "dative") } { $topics } barədə məlumat verib{ PEOPLE($agent, "lər", "") }.
brief-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } barədə məlumat verib{ PEOPLE($agent, "lər", "") }.
brief = { $when } { $setting } { $also } { $frame } { $place } { $topics } barədə məlumat verilib.

say-target = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə bağlı { $topics } barədə danışıb{ PEOPLE($agent, "lar", "") }.
say-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } barədə danışıb{ PEOPLE($agent, "lar", "") }.
say = { $when } { $setting } { $also } { $frame } { $place } { $target } { GIVEN($target, "ilə bağlı") } { $topics } barədə danışılıb.

stress-target = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə bağlı { CASE($topics, "genitive") } əhəmiyyətini vurğulayıb{ PEOPLE($agent, "lar", "") }.
stress-by = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "genitive") } əhəmiyyətini vurğulayıb{ PEOPLE($agent, "lar", "") }.
stress = { $when } { $setting } { $also } { $frame } { $place } { $target } { GIVEN($target, "ilə bağlı") } { CASE($topics, "genitive") } əhəmiyyəti vurğulanıb.

role-by = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "genitive") } { CASE($topics, "locative") } mühüm rolunu vurğulayıb{ PEOPLE($agent, "lar", "") }.
role = { $when } { $setting } { $also } { $frame } { $place } { CASE($target, "genitive") } { CASE($topics, "locative") } mühüm rolu vurğulanıb.

praise-target = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { $topics } { COUNT($topics, "sahəsində", "sahələrində") } münasibətləri yüksək qiymətləndirib{ PEOPLE($agent, "lər", "") }.
praise-by = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "accusative") } yüksək qiymətləndirib{ PEOPLE($agent, "lər", "") }.
    .field = { $when } { $speaker } { $also } { $frame } { $place } { $topics } ilə bağlı müsbət fikirlər səsləndirib{ PEOPLE($agent, "lər", "") }.
    .welcomed = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "accusative") } müsbət qarşılayıb{ PEOPLE($agent, "lar", "") }.
praise = { $when } { $setting } { $also } { $frame } { $place } { $topics } yüksək qiymətləndirilib.
    .field = { $when } { $setting } { $also } { $frame } { $place } { $topics } ilə bağlı müsbət fikirlər səsləndirilib.
    .welcomed = { $when } { $setting } { $also } { $frame } { $place } { $topics } müsbət qarşılanıb.

thank = { $when } { $speaker } { $also } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } { CASE($target, "dative") } təşəkkür edib{ PEOPLE($agent, "lər", "") }.
    .support = { $when } { $speaker } { $also } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } dəstəyə görə { CASE($target, "dative") } təşəkkür edib{ PEOPLE($agent, "lər", "") }.
    .hospitality = { $when } { $speaker } { $also } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } qonaqpərvərliyə görə { CASE($target, "dative") } təşəkkür edib{ PEOPLE($agent, "lər", "") }.
    .invitation = { $when } { $speaker } { $also } { $frame } { $place } { $topics } { GIVEN($topics, "ilə bağlı") } dəvətə görə { CASE($target, "dative") } təşəkkür edib{ PEOPLE($agent, "lər", "") }.
thank-one = { $when } { $speaker } { $also } { $frame } { $place } { $topics } ilə bağlı minnətdarlığını bildirib{ PEOPLE($agent, "lər", "") }.

interest-target = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlıqda maraqlı { PEOPLE($agent, "olduqlarını", "olduğunu") } bildirib{ PEOPLE($agent, "lər", "") }.
    .expanding = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığın genişləndirilməsində maraqlı { PEOPLE($agent, "olduqlarını", "olduğunu") } bildirib{ PEOPLE($agent, "lər", "") }.
interest-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlıqda maraqlı { PEOPLE($agent, "olduqlarını", "olduğunu") } bildirib{ PEOPLE($agent, "lər", "") }.
    .expanding = { $when } { $speaker } { $also } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığın genişləndirilməsində maraqlı { PEOPLE($agent, "olduqlarını", "olduğunu") } bildirib{ PEOPLE($agent, "lər", "") }.
interest-parties = { $when } { $setting } { $also } { $frame } { $place } { $target } ilə { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığa maraq ifadə olunub.
    .expanding = { $when } { $setting } { $also } { $frame } { $place } { $target } ilə { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığın genişləndirilməsinə maraq ifadə olunub.
interest = { $when } { $setting } { $also } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığa maraq ifadə olunub.
    .expanding = { $when } { $setting } { $also } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığın genişləndirilməsinə maraq ifadə olunub.

readiness-target = { $when } { $speaker } { $also } { $frame } { $place } { $target } ilə { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığa hazır { PEOPLE($agent, "olduqlarını", "olduğunu") } bildirib{ PEOPLE($agent, "lər", "") }.
readiness-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığa hazır { PEOPLE($agent, "olduqlarını", "olduğunu") } bildirib{ PEOPLE($agent, "lər", "") }.
readiness = { $when } { $setting } { $also } { $frame } { $place } { $topics } { COUNT($topics, "sahəsində", "sahələrində") } əməkdaşlığa hazırlıq ifadə olunub.

concern-by = { $when } { $speaker } { $also } { $frame } { $place } { $target } { GIVEN($target, "məsələsində") } { $topics } ilə bağlı narahatlığını ifadə edib{ PEOPLE($agent, "lər", "") }.
concern = { $when } { $setting } { $also } { $frame } { $place } { $topics } ilə bağlı narahatlıq ifadə olunub.

support-topics = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "genitive") } { CASE($topics, "dative") } dəstəyini ifadə edib{ PEOPLE($agent, "lər", "") }.
support-target = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "dative") } dəstəyini ifadə edib{ PEOPLE($agent, "lər", "") }.
support = { $when } { $setting } { $also } { $frame } { $place } { CASE($topics, "dative") } dəstək ifadə olunub.

hope-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } ilə bağlı ümidini ifadə edib{ PEOPLE($agent, "lər", "") }.
hope = { $when } { $setting } { $also } { $frame } { $place } { $topics } ilə bağlı ümid ifadə olunub.

pledge-topics = { $when } { $speaker } { $also } { $frame } { $place } { $target } { GIVEN($target, "qarşısında") } { $topics } üzrə öhdəlik götürüb{ PEOPLE($agent, "lər", "") }.
pledge-target = { $when } { $speaker } { $also } { $frame } { $place } { $target } qarşısında öhdəlik götürüb{ PEOPLE($agent, "lər", "") }.

accuse-by = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "accusative") } { WITH($topics, "locative") } ittiham edib{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $also } { $frame } { $place } { $target } { $agent } tərəfindən { WITH($topics, "locative") } ittiham olunub.
accuse-target = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "dative") } qarşı ittihamlar irəli sürüb{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $speaker } { $also } { $frame } { $place } { $target } barəsində ittihamlar irəli sürüb{ PEOPLE($agent, "lər", "") }.
accuse = { $when } { $setting } { $also } { $frame } { $place } { $target } { WITH($topics, "locative") } ittiham olunub.

condemn-topics = { $when } { $speaker } { $also } { $frame } { $place } { $target } { GIVEN($target, "tərəfindən həyata keçirilən") } { CASE($topics, "accusative") } pisləyib{ PEOPLE($agent, "lər", "") }.
condemn-target = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "accusative") } pisləyib{ PEOPLE($agent, "lər", "") }.
    .bare = { $when } { $also } { $frame } { $place } { $target } { $agent } tərəfindən pislənilib.
condemn = { $when } { $setting } { $also } { $frame } { $place } { $target } { GIVEN($target, "tərəfindən həyata keçirilən") } { $topics } pislənilib.

reject-topics = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "accusative") } rədd edib{ PEOPLE($agent, "lər", "") }.
    .accusation = { $when } { $speaker } { $also } { $frame } { $place } { $topics } ilə bağlı ittihamları rədd edib{ PEOPLE($agent, "lər", "") }.
reject-by = { $when } { $speaker } { $also } { $frame } { $place } { $target } { GIVEN($target, "tərəfindən irəli sürülən") } ittihamları rədd edib{ PEOPLE($agent, "lər", "") }.
    .accusation = { $when } { $speaker } { $also } { $frame } { $place } { $target } { GIVEN($target, "tərəfindən irəli sürülən") } ittihamları rədd edib{ PEOPLE($agent, "lər", "") }.
reject = { $when } { $setting } { $also } { $frame } { $place } { $topics } rədd edilib.
    .accusation = { $when } { $setting } { $also } { $frame } { $place } { $topics } ilə bağlı ittihamlar rədd edilib.

demand-target = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "dative") } { $topics } ilə bağlı çağırış edib{ PEOPLE($agent, "lər", "") }.
    .for = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "accusative") } { CASE($topics, "dative") } çağırıb{ PEOPLE($agent, "lar", "") }.
    .end = { $when } { $speaker } { $also } { $frame } { $place } { CASE($target, "accusative") } { CASE($topics, "dative") } son qoymağa çağırıb{ PEOPLE($agent, "lar", "") }.
demand-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } ilə bağlı çağırış edib{ PEOPLE($agent, "lər", "") }.
    .for = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "dative") } çağırıb{ PEOPLE($agent, "lar", "") }.
    .end = { $when } { $speaker } { $also } { $frame } { $place } { CASE($topics, "dative") } son qoymağa çağırıb{ PEOPLE($agent, "lar", "") }.
demand = { $when } { $setting } { $also } { $frame } { $place } { CASE($target, "dative") } { $topics } ilə bağlı çağırış edilib.
    .for = { $when } { $setting } { $also } { $frame } { $place } { CASE($target, "dative") } { CASE($topics, "dative") } çağırış edilib.
    .end = { $when } { $setting } { $also } { $frame } { $place } { CASE($target, "dative") } { CASE($topics, "dative") } son qoymaq çağırışı edilib.

announce-by = { $when } { $speaker } { $also } { $frame } { $place } { $topics } barədə açıqlama verib{ PEOPLE($agent, "lər", "") }.
announce = { $when } { $setting } { $also } { $frame } { $place } { $topics } barədə açıqlama verilib.
