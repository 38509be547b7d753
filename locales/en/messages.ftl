# How a digest is said in English.
#
# The functions are listed in crates/localization/src/functions.rs, the messages and their variables in contract.rs
# beside it. Write every sentence as if all its variables were there: blanks and commas around a missing one vanish.
# An act has its value for what is done, `.underway` for what is going on, `.planned` for what is still to come, and
# `.underway-then`, where the language needs it, for what was going on at the time that `$when` names.

## Circumstances

when-day = { DATE($when, "on_year") }
when-month = { DATE($when, "in") }
when-year = { DATE($when, "in") }
when-same = on the same day
place = { WITH($place, "in") }
frame-within = within the framework of { THE($occasion) }
frame-margins = on the sidelines of { THE($occasion) }
frame-occasion = on the occasion of { THE($occasion) }
setting-meeting = at the meeting
setting-call = during the conversation
setting-visit = during the visit
setting-consultations = at the consultations
setting-talks = at the talks
# Who speaks; `speaker-again` where the same speaker goes on. English needs the subject.
speaker = { THE($agent) }
speaker-again = { THE($agent) }
# Who was there besides the parties.
others = { THE($others) } { AGREE($others, "was", "were") } also present.
also = also
also-again = further
turn = in turn, { $sentence }

## The frame of the paragraph

# The language in which an original is written, for the brackets behind it; `tag` is that of its folder.
original = { $tag ->
    [az] in Azerbaijani
    [en] in English
    [pt] in Portuguese
   *[other] { $tag }
}
quote = “{ $text }” ({ $language }).
translated = { $text } [machine translation: { $engine }]
published = { DATE($published, "long") }
source = Source: { $outlet }, citing { THE($cites) }, { $published }.
source-outlet = Source: { $outlet }, { $published }.
source-body = Source: { THE($cites) }, { $published }.

## Where the sources of a story differ: `$said` is a list of `differ-said`

differ-day = The sources differ on the day: { $said }.
differ-place = The sources differ on the place: { $said }.
differ-number = The sources give different figures: { $said }.
differ-office = The sources differ on the office of { $name }: { $said }.
differ-said = { $value } ({ $outlets })
differ-quoted = “{ $value }”

## The frame of a brief

# What the contents list calls a story of which nothing was understood: who and what stands in it, or its own headline.
headline-about = { $who }: { $topics }
headline-original = { $headline } ({ $language })
brief-title = Press brief
brief-contents = Contents
brief-sources = Sources
brief-translated = machine translation
brief-nothing = No story was found in the sources.
brief-other = Other news
brief-made = Compiled automatically from the sources named, without editing by hand. Sentences in the language of a source stand as published there; all others are composed from what was read there.
brief-machine = Sentences marked as machine translations come from a translation service; only their names, dates and figures were checked.
brief-quoted = Sentences that could not be rendered in English are quoted in their own language.

## Noun phrases: `.head` names the variable that takes article and case

person-office = { $office } { $name }
    .head = name
person-office-country = { LONG($office, "3") ->
        [yes] { CASE($office, "full") } of { THE($country) } { $name }
       *[no] { $adjective } { $office } { $name }
    }
    .head = name
person-office-org = the { $office } of { THE($org) }, { $name },
    .head = name
# An office of a body that every state has.
person-office-body = the { $office } of { THE($org) } of { THE($country) }, { $name },
    .head = name
person-envoy = the { $office } of { THE($country) } to { THE($host) }, { $name },
    .head = name
person-country = { $name } of { THE($country) }
    .head = name
office-country = { $office } of { THE($country) }
    .head = office
    .owned = full
office-org = { $office } of { THE($org) }
    .head = office
    .owned = full
office-body = { $office } of { THE($org) } of { THE($country) }
    .head = office
    .owned = full
office-envoy = { $office } of { THE($country) } to { THE($host) }
    .head = office
    .owned = full
office-host = { $office } to { THE($host) }
    .head = office
org-country = { $org } of { THE($country) }
    .head = org
occasion-ordinal = { ORDINAL($ordinal, $occasion) } { $occasion }
    .head = occasion
occasion-owner = { $occasion } of { THE($owner) }
    .head = occasion
occasion-ordinal-owner = { ORDINAL($ordinal, $occasion) } { $occasion } of { THE($owner) }
    .head = occasion
topic-of = { $topic } of { THE($other) }
    .head = topic
topic-by = { $topic } by { THE($other) }
    .head = topic
topic-between = { $topic } between { THE($other) }
    .head = topic
topic-with = { $topic } with { THE($other) }
    .head = topic
topic-against = { $topic } against { THE($other) }
    .head = topic
topic-in = { $topic } in { THE($other) }
    .head = topic

## Acts

meet = { $when }, { THE($agent) } met { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } meeting { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } meeting { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will meet { THE($target) } { $place } { $frame }.
meet-group = { $when }, { THE($agent) } met { $place } { $frame }.
    .underway = { $when }, { THE($agent) } are meeting { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } were meeting { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will meet { $place } { $frame }.
meet-one = { $when }, { THE($agent) } held a meeting { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding a meeting { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } holding a meeting { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold a meeting { $place } { $frame }.
meet-held = { $when }, a meeting was held { $place } { $frame }.
    .underway = { $when }, a meeting is being held { $place } { $frame }.
    .underway-then = { $when }, a meeting was being held { $place } { $frame }.
    .planned = { $when }, a meeting will be held { $place } { $frame }.

call = { $when }, { THE($agent) } held a telephone conversation with { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding a telephone conversation with { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } holding a telephone conversation with { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold a telephone conversation with { THE($target) } { $place } { $frame }.
call-group = { $when }, { THE($agent) } held a telephone conversation { $place } { $frame }.
    .underway = { $when }, { THE($agent) } are holding a telephone conversation { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } were holding a telephone conversation { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold a telephone conversation { $place } { $frame }.
call-one = { $when }, { THE($agent) } held a telephone conversation { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding a telephone conversation { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } holding a telephone conversation { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold a telephone conversation { $place } { $frame }.

receive = { $when }, { THE($agent) } received { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } receiving { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } receiving { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will receive { THE($target) } { $place } { $frame }.
    .arrival = { $when }, { THE($agent) } welcomed { THE($target) } on arrival { $place } { $frame }.
receive-passive = { $when }, { THE($target) } { AGREE($target, "was", "were") } received { $place } { $frame }.
    .underway = { $when }, { THE($target) } { AGREE($target, "is", "are") } being received { $place } { $frame }.
    .underway-then = { $when }, { THE($target) } { AGREE($target, "was", "were") } being received { $place } { $frame }.
    .planned = { $when }, { THE($target) } will be received { $place } { $frame }.
    .arrival = { $when }, { THE($target) } { AGREE($target, "was", "were") } welcomed on arrival { $place } { $frame }.

visit = { $when }, { THE($agent) } visited { THE($destination) } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } on a visit to { THE($destination) } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } on a visit to { THE($destination) } { $frame }.
    .planned = { $when }, { THE($agent) } will visit { THE($destination) } { $frame }.
    .arrival = { $when }, { THE($agent) } arrived in { THE($destination) } on a visit { $frame }.
    .end = { $when }, { THE($agent) } ended a visit to { THE($destination) } { $frame }.
    .postponed = A visit by { THE($agent) } to { THE($destination) } { $when } was postponed { $frame }.
    .cancelled = A visit by { THE($agent) } to { THE($destination) } { $when } was cancelled { $frame }.
visit-one = { $when }, { THE($agent) } paid a visit { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } on a visit { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } on a visit { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will pay a visit { $place } { $frame }.
    .arrival = { $when }, { THE($agent) } arrived on a visit { $place } { $frame }.
    .end = { $when }, { THE($agent) } ended a visit { $place } { $frame }.
    .postponed = A visit by { THE($agent) } { $place } { $when } was postponed { $frame }.
    .cancelled = A visit by { THE($agent) } { $place } { $when } was cancelled { $frame }.

attend = { $when }, { THE($agent) } attended { THE($occasion) } { $place }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } attending { THE($occasion) } { $place }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } attending { THE($occasion) } { $place }.
    .planned = { $when }, { THE($agent) } will attend { THE($occasion) } { $place }.
    .chair = { $when }, { THE($agent) } chaired { THE($occasion) } { $place }.
    .host = { $when }, { THE($agent) } hosted { THE($occasion) } { $place }.
    .address = { $when }, { THE($agent) } addressed { THE($occasion) } { $place }.

consult = { $when }, { THE($agent) } held political consultations with { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding political consultations with { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } holding political consultations with { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold political consultations with { THE($target) } { $place } { $frame }.
consult-group = { $when }, { THE($agent) } held political consultations { $place } { $frame }.
    .underway = { $when }, { THE($agent) } are holding political consultations { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } were holding political consultations { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold political consultations { $place } { $frame }.
consult-held = { $when }, political consultations were held { $place } { $frame }.
    .underway = { $when }, political consultations are being held { $place } { $frame }.
    .underway-then = { $when }, political consultations were being held { $place } { $frame }.
    .planned = { $when }, political consultations will be held { $place } { $frame }.

negotiate = { $when }, { THE($agent) } held talks with { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding talks with { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } holding talks with { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold talks with { THE($target) } { $place } { $frame }.
negotiate-group = { $when }, { THE($agent) } held talks { $place } { $frame }.
    .underway = { $when }, { THE($agent) } are holding talks { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } were holding talks { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold talks { $place } { $frame }.
negotiate-held = { $when }, talks were held { $place } { $frame }.
    .underway = { $when }, talks are being held { $place } { $frame }.
    .underway-then = { $when }, talks were being held { $place } { $frame }.
    .planned = { $when }, talks will be held { $place } { $frame }.

sign = { $when }, { THE($agent) } and { THE($target) } signed { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } and { THE($target) } are signing { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } and { THE($target) } were signing { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } and { THE($target) } will sign { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
sign-by = { $when }, { THE($agent) } signed { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } signing { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } signing { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will sign { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
sign-passive = { $when }, { A($document) } { GIVEN($topics, "on") } { THE($topics) } { AGREE($document, "was", "were") } signed { $place } { $frame }.
    .underway = { $when }, { A($document) } { GIVEN($topics, "on") } { THE($topics) } { AGREE($document, "is", "are") } being signed { $place } { $frame }.
    .underway-then = { $when }, { A($document) } { GIVEN($topics, "on") } { THE($topics) } { AGREE($document, "was", "were") } being signed { $place } { $frame }.
    .planned = { $when }, { A($document) } { GIVEN($topics, "on") } { THE($topics) } will be signed { $place } { $frame }.

credentials = { $when }, { THE($agent) } presented credentials to { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } presenting credentials to { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } presenting credentials to { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will present credentials to { THE($target) } { $place } { $frame }.
    .copies = { $when }, { THE($agent) } presented copies of credentials to { THE($target) } { $place } { $frame }.
credentials-one = { $when }, { THE($agent) } presented credentials { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } presenting credentials { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } presenting credentials { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will present credentials { $place } { $frame }.
    .copies = { $when }, { THE($agent) } presented copies of credentials { $place } { $frame }.
credentials-passive = { $when }, credentials were presented to { THE($target) } { $place } { $frame }.
    .underway = { $when }, credentials are being presented to { THE($target) } { $place } { $frame }.
    .planned = { $when }, credentials will be presented to { THE($target) } { $place } { $frame }.
    .copies = { $when }, copies of credentials were presented to { THE($target) } { $place } { $frame }.

farewell = { $when }, a farewell meeting between { THE($agent) } and { THE($target) } was held { $place } { $frame }.
    .underway = { $when }, a farewell meeting between { THE($agent) } and { THE($target) } is being held { $place } { $frame }.
    .underway-then = { $when }, a farewell meeting between { THE($agent) } and { THE($target) } was being held { $place } { $frame }.
    .planned = { $when }, a farewell meeting between { THE($agent) } and { THE($target) } will be held { $place } { $frame }.
farewell-one = { $when }, { THE($agent) } held a farewell meeting { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding a farewell meeting { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } holding a farewell meeting { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold a farewell meeting { $place } { $frame }.

appoint-by = { $when }, { THE($agent) } appointed { $name } { $post } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } appointing { $name } { $post } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } appointing { $name } { $post } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will appoint { $name } { $post } { $place } { $frame }.
    .proposed = { $when }, { THE($agent) } nominated { $name } as { $post } { $place } { $frame }.
    .elected = { $when }, { THE($agent) } elected { $name } { $post } { $place } { $frame }.
    .elected-planned = { $when }, { THE($agent) } will elect { $name } { $post } { $place } { $frame }.
appoint = { $when }, { $name } was appointed { $post } { $place } { $frame }.
    .underway = { $when }, { $name } is being appointed { $post } { $place } { $frame }.
    .underway-then = { $when }, { $name } was being appointed { $post } { $place } { $frame }.
    .planned = { $when }, { $name } will be appointed { $post } { $place } { $frame }.
    .proposed = { $when }, { $name } was nominated as { $post } { $place } { $frame }.
    .elected = { $when }, { $name } was elected { $post } { $place } { $frame }.
    .elected-planned = { $when }, { $name } will be elected { $post } { $place } { $frame }.
appoint-name-by = { $when }, { THE($agent) } appointed { THE($target) } to a post { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } appointing { THE($target) } to a post { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } appointing { THE($target) } to a post { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will appoint { THE($target) } to a post { $place } { $frame }.
    .proposed = { $when }, { THE($agent) } nominated { THE($target) } for a post { $place } { $frame }.
appoint-name = { $when }, { THE($target) } { AGREE($target, "was", "were") } appointed to a post { $place } { $frame }.
    .underway = { $when }, { THE($target) } { AGREE($target, "is", "are") } being appointed to a post { $place } { $frame }.
    .underway-then = { $when }, { THE($target) } { AGREE($target, "was", "were") } being appointed to a post { $place } { $frame }.
    .planned = { $when }, { THE($target) } will be appointed to a post { $place } { $frame }.
    .proposed = { $when }, { THE($target) } { AGREE($target, "was", "were") } nominated for a post { $place } { $frame }.

recall-by = { $when }, { THE($agent) } recalled { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } recalling { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } recalling { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will recall { THE($target) } { $place } { $frame }.
    .dismissed = { $when }, { THE($agent) } dismissed { THE($target) } { $place } { $frame }.
recall-own = { $when }, { THE($agent) } recalled an envoy { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } recalling an envoy { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } recalling an envoy { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will recall an envoy { $place } { $frame }.
    .ambassador = { $when }, { THE($agent) } recalled an ambassador { $place } { $frame }.
    .ambassador-planned = { $when }, { THE($agent) } will recall an ambassador { $place } { $frame }.
    .ambassadors = { $when }, { THE($agent) } recalled ambassadors { $place } { $frame }.
recall = { $when }, { THE($target) } { AGREE($target, "was", "were") } recalled { $place } { $frame }.
    .underway = { $when }, { THE($target) } { AGREE($target, "is", "are") } being recalled { $place } { $frame }.
    .underway-then = { $when }, { THE($target) } { AGREE($target, "was", "were") } being recalled { $place } { $frame }.
    .planned = { $when }, { THE($target) } will be recalled { $place } { $frame }.
    .dismissed = { $when }, { THE($target) } { AGREE($target, "was", "were") } dismissed { $place } { $frame }.
    .resigned = { $when }, { THE($target) } resigned { $place } { $frame }.

congratulate = { $when }, { THE($agent) } congratulated { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } congratulating { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } congratulating { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will congratulate { THE($target) } { $place } { $frame }.
    .greeting = { $when }, { THE($agent) } sent greetings to { THE($target) } { $place } { $frame }.

condole = { $when }, { THE($agent) } offered condolences to { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } offering condolences to { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } offering condolences to { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will offer condolences to { THE($target) } { $place } { $frame }.
condole-one = { $when }, { THE($agent) } offered condolences { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } offering condolences { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } offering condolences { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will offer condolences { $place } { $frame }.

invite = { $when }, { THE($agent) } invited { THE($target) } to visit { THE($destination) } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } inviting { THE($target) } to visit { THE($destination) } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } inviting { THE($target) } to visit { THE($destination) } { $frame }.
    .planned = { $when }, { THE($agent) } will invite { THE($target) } to visit { THE($destination) } { $frame }.
invite-one = { $when }, { THE($agent) } extended an invitation to { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } extending an invitation to { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } extending an invitation to { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will extend an invitation to { THE($target) } { $place } { $frame }.

vote-document = { $when }, { THE($agent) } voted on { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } voting on { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } voting on { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will vote on { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .adopted = { $when }, { THE($agent) } adopted { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .for = { $when }, { THE($agent) } voted in favour of { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .against = { $when }, { THE($agent) } voted against { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .abstained = { $when }, { THE($agent) } abstained in the vote on { A($document) } { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
vote = { $when }, { THE($agent) } voted on { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } voting on { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } voting on { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will vote on { THE($topics) } { $place } { $frame }.
    .adopted = { $when }, { THE($agent) } voted on { THE($topics) } { $place } { $frame }.
    .for = { $when }, { THE($agent) } voted in favour of { THE($topics) } { $place } { $frame }.
    .against = { $when }, { THE($agent) } voted against { THE($topics) } { $place } { $frame }.
    .abstained = { $when }, { THE($agent) } abstained in the vote on { THE($topics) } { $place } { $frame }.
vote-one = { $when }, { THE($agent) } held a vote { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding a vote { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } holding a vote { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold a vote { $place } { $frame }.

observe = { $when }, { THE($agent) } opened an observation mission { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } conducting an observation mission { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } conducting an observation mission { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will open an observation mission { $place } { $frame }.

aid = { $when }, { THE($agent) } sent { GIVEN($topics, "", "aid") } { $topics } to { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } providing { GIVEN($topics, "", "aid") } { $topics } to { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } providing { GIVEN($topics, "", "aid") } { $topics } to { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will provide { GIVEN($topics, "", "aid") } { $topics } to { THE($target) } { $place } { $frame }.
    .allocated = { $when }, { THE($agent) } allocated { GIVEN($topics, "", "aid") } { $topics } to { THE($target) } { $place } { $frame }.
aid-one = { $when }, { THE($agent) } sent { GIVEN($topics, "", "aid") } { $topics } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } providing { GIVEN($topics, "", "aid") } { $topics } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } providing { GIVEN($topics, "", "aid") } { $topics } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will provide { GIVEN($topics, "", "aid") } { $topics } { $place } { $frame }.
    .allocated = { $when }, { THE($agent) } allocated { GIVEN($topics, "", "aid") } { $topics } { $place } { $frame }.
aid-passive = { $when }, { GIVEN($topics, "", "aid") } { $topics } { AGREE($topics, "was", "were") } { GIVEN($topics, "", "was") } sent to { THE($target) } { $place } { $frame }.
    .underway = { $when }, the delivery of { GIVEN($topics, "", "aid") } { $topics } to { THE($target) } is under way { $place } { $frame }.
    .underway-then = { $when }, the delivery of { GIVEN($topics, "", "aid") } { $topics } to { THE($target) } was under way { $place } { $frame }.
    .planned = { $when }, { GIVEN($topics, "", "aid") } { $topics } will be sent to { THE($target) } { $place } { $frame }.
    .allocated = { $when }, { GIVEN($topics, "", "aid") } { $topics } { AGREE($topics, "was", "were") } { GIVEN($topics, "", "was") } allocated to { THE($target) } { $place } { $frame }.

evacuate = { $when }, { THE($agent) } organised an evacuation from { THE($destination) } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } organising an evacuation from { THE($destination) } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } organising an evacuation from { THE($destination) } { $frame }.
    .planned = { $when }, { THE($agent) } will organise an evacuation from { THE($destination) } { $frame }.
evacuate-one = { $when }, { THE($agent) } organised an evacuation { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } organising an evacuation { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } organising an evacuation { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will organise an evacuation { $place } { $frame }.

deal = { $when }, { THE($agent) } and { THE($target) } reached an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } and { THE($target) } are reaching an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } and { THE($target) } were reaching an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } and { THE($target) } will reach an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
deal-group = { $when }, { THE($agent) } reached an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } are reaching an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } were reaching an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will reach an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
deal-one = { $when }, { THE($agent) } concluded an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } concluding an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } concluding an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will conclude an agreement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.

summon = { $when }, { THE($agent) } summoned { THE($target) } { GIVEN($document, "and handed over") } { A($document) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } summoning { THE($target) } { GIVEN($document, "to hand over") } { A($document) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } summoning { THE($target) } { GIVEN($document, "to hand over") } { A($document) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will summon { THE($target) } { GIVEN($document, "and hand over") } { A($document) } { $place } { $frame }.
summon-passive = { $when }, { THE($target) } { AGREE($target, "was", "were") } summoned { GIVEN($document, "and handed") } { A($document) } { $place } { $frame }.
    .underway = { $when }, { THE($target) } { AGREE($target, "is", "are") } being summoned { GIVEN($document, "to be handed") } { A($document) } { $place } { $frame }.
    .underway-then = { $when }, { THE($target) } { AGREE($target, "was", "were") } being summoned { GIVEN($document, "to be handed") } { A($document) } { $place } { $frame }.
    .planned = { $when }, { THE($target) } will be summoned { GIVEN($document, "and handed") } { A($document) } { $place } { $frame }.

expel = { $when }, { THE($agent) } expelled { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } expelling { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } expelling { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will expel { THE($target) } { $place } { $frame }.
    .diplomat = { $when }, { THE($agent) } expelled a diplomat of { THE($target) } { $place } { $frame }.
    .diplomat-underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } expelling a diplomat of { THE($target) } { $place } { $frame }.
    .diplomat-underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } expelling a diplomat of { THE($target) } { $place } { $frame }.
    .diplomat-planned = { $when }, { THE($agent) } will expel a diplomat of { THE($target) } { $place } { $frame }.
    .diplomats = { $when }, { THE($agent) } expelled diplomats of { THE($target) } { $place } { $frame }.
    .diplomats-underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } expelling diplomats of { THE($target) } { $place } { $frame }.
    .diplomats-underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } expelling diplomats of { THE($target) } { $place } { $frame }.
    .diplomats-planned = { $when }, { THE($agent) } will expel diplomats of { THE($target) } { $place } { $frame }.
    .staff = { $when }, { THE($agent) } expelled staff of the embassy of { THE($target) } { $place } { $frame }.
    .staff-underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } expelling staff of the embassy of { THE($target) } { $place } { $frame }.
    .staff-underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } expelling staff of the embassy of { THE($target) } { $place } { $frame }.
    .staff-planned = { $when }, { THE($agent) } will expel staff of the embassy of { THE($target) } { $place } { $frame }.
expel-one = { $when }, { THE($agent) } ordered an expulsion { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } ordering an expulsion { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } ordering an expulsion { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will order an expulsion { $place } { $frame }.
    .diplomat = { $when }, { THE($agent) } expelled a diplomat { $place } { $frame }.
    .diplomat-underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } expelling a diplomat { $place } { $frame }.
    .diplomat-underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } expelling a diplomat { $place } { $frame }.
    .diplomat-planned = { $when }, { THE($agent) } will expel a diplomat { $place } { $frame }.
    .diplomats = { $when }, { THE($agent) } expelled diplomats { $place } { $frame }.
    .diplomats-underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } expelling diplomats { $place } { $frame }.
    .diplomats-underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } expelling diplomats { $place } { $frame }.
    .diplomats-planned = { $when }, { THE($agent) } will expel diplomats { $place } { $frame }.
    .staff = { $when }, { THE($agent) } expelled embassy staff { $place } { $frame }.
    .staff-underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } expelling embassy staff { $place } { $frame }.
    .staff-underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } expelling embassy staff { $place } { $frame }.
    .staff-planned = { $when }, { THE($agent) } will expel embassy staff { $place } { $frame }.
expel-passive = { $when }, { THE($target) } { AGREE($target, "was", "were") } expelled { $place } { $frame }.
    .underway = { $when }, { THE($target) } { AGREE($target, "is", "are") } being expelled { $place } { $frame }.
    .underway-then = { $when }, { THE($target) } { AGREE($target, "was", "were") } being expelled { $place } { $frame }.
    .planned = { $when }, { THE($target) } will be expelled { $place } { $frame }.
    .diplomat = { $when }, a diplomat of { THE($target) } was expelled { $place } { $frame }.
    .diplomat-underway = { $when }, a diplomat of { THE($target) } is being expelled { $place } { $frame }.
    .diplomat-underway-then = { $when }, a diplomat of { THE($target) } was being expelled { $place } { $frame }.
    .diplomat-planned = { $when }, a diplomat of { THE($target) } will be expelled { $place } { $frame }.
    .diplomats = { $when }, diplomats of { THE($target) } were expelled { $place } { $frame }.
    .diplomats-underway = { $when }, diplomats of { THE($target) } are being expelled { $place } { $frame }.
    .diplomats-underway-then = { $when }, diplomats of { THE($target) } were being expelled { $place } { $frame }.
    .diplomats-planned = { $when }, diplomats of { THE($target) } will be expelled { $place } { $frame }.
    .staff = { $when }, staff of the embassy of { THE($target) } were expelled { $place } { $frame }.
    .staff-underway = { $when }, staff of the embassy of { THE($target) } are being expelled { $place } { $frame }.
    .staff-underway-then = { $when }, staff of the embassy of { THE($target) } were being expelled { $place } { $frame }.
    .staff-planned = { $when }, staff of the embassy of { THE($target) } will be expelled { $place } { $frame }.

sanction = { $when }, { THE($agent) } imposed sanctions on { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } imposing sanctions on { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } imposing sanctions on { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will impose sanctions on { THE($target) } { $place } { $frame }.
    .extended = { $when }, { THE($agent) } extended sanctions against { THE($target) } { $place } { $frame }.
    .lifted = { $when }, { THE($agent) } lifted sanctions against { THE($target) } { $place } { $frame }.
sanction-one = { $when }, { THE($agent) } adopted sanctions { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } adopting sanctions { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } adopting sanctions { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will adopt sanctions { $place } { $frame }.
    .extended = { $when }, { THE($agent) } extended sanctions { $place } { $frame }.
    .lifted = { $when }, { THE($agent) } lifted sanctions { $place } { $frame }.
sanction-passive = { $when }, sanctions were imposed on { THE($target) } { $place } { $frame }.
    .underway = { $when }, sanctions are being imposed on { THE($target) } { $place } { $frame }.
    .underway-then = { $when }, sanctions were being imposed on { THE($target) } { $place } { $frame }.
    .planned = { $when }, sanctions will be imposed on { THE($target) } { $place } { $frame }.
    .extended = { $when }, sanctions against { THE($target) } were extended { $place } { $frame }.
    .lifted = { $when }, sanctions against { THE($target) } were lifted { $place } { $frame }.

issue = { $when }, { THE($agent) } issued a statement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } issuing a statement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .underway-then = { $when }, { THE($agent) } { AGREE($agent, "was", "were") } issuing a statement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will issue a statement { GIVEN($topics, "on") } { THE($topics) } { $place } { $frame }.

## Statements

discuss-with = { $when }, { $speaker } { $also } discussed { THE($topics) } with { THE($target) } { $place } { $frame }.
    .underway = { $when }, { $speaker } { AGREE($agent, "is", "are") } { $also } discussing { THE($topics) } with { THE($target) } { $place } { $frame }.
    .planned = { $when }, { $speaker } will { $also } discuss { THE($topics) } with { THE($target) } { $place } { $frame }.
discuss-by = { $when }, { $speaker } { $also } discussed { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { $speaker } { AGREE($agent, "is", "are") } { $also } discussing { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { $speaker } will { $also } discuss { THE($topics) } { $place } { $frame }.
discuss-parties = { $when }, { $setting }, the parties { $also } discussed { THE($topics) } { $place } { $frame }.
    .underway = { $when }, { $setting }, the parties are { $also } discussing { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { $setting }, the parties will { $also } discuss { THE($topics) } { $place } { $frame }.
discuss = { $when }, { $setting }, { THE($topics) } { AGREE($topics, "was", "were") } { $also } discussed { $place } { $frame }.
    .underway = { $when }, { $setting }, { THE($topics) } { AGREE($topics, "is", "are") } { $also } being discussed { $place } { $frame }.
    .planned = { $when }, { $setting }, { THE($topics) } will { $also } be discussed { $place } { $frame }.
discuss-sides = { $when }, { THE($agent) } held talks with { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } holding talks with { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold talks with { THE($target) } { $place } { $frame }.
discuss-group = { $when }, { THE($agent) } held talks { $place } { $frame }.
    .underway = { $when }, { THE($agent) } are holding talks { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will hold talks { $place } { $frame }.

exchange-with = { $when }, { $speaker } { $also } exchanged views on { THE($topics) } with { THE($target) } { $place } { $frame }.
    .planned = { $when }, { $speaker } will { $also } exchange views on { THE($topics) } with { THE($target) } { $place } { $frame }.
exchange-by = { $when }, { $speaker } { $also } exchanged views on { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { $speaker } will { $also } exchange views on { THE($topics) } { $place } { $frame }.
exchange-parties = { $when }, { $setting }, the parties { $also } exchanged views on { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { $setting }, the parties will { $also } exchange views on { THE($topics) } { $place } { $frame }.
exchange = { $when }, { $setting }, views were { $also } exchanged on { THE($topics) } { $place } { $frame }.
    .planned = { $when }, { $setting }, views will { $also } be exchanged on { THE($topics) } { $place } { $frame }.
exchange-sides = { $when }, { THE($agent) } exchanged views with { THE($target) } { $place } { $frame }.
    .underway = { $when }, { THE($agent) } { AGREE($agent, "is", "are") } exchanging views with { THE($target) } { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will exchange views with { THE($target) } { $place } { $frame }.
exchange-group = { $when }, { THE($agent) } exchanged views { $place } { $frame }.
    .underway = { $when }, { THE($agent) } are exchanging views { $place } { $frame }.
    .planned = { $when }, { THE($agent) } will exchange views { $place } { $frame }.

brief-target = { $when }, { $speaker } { $also } briefed { THE($target) } on { THE($topics) } { $place } { $frame }.
brief-by = { $when }, { $speaker } { $also } gave a briefing on { THE($topics) } { $place } { $frame }.
brief = { $when }, { $setting }, a briefing was { $also } given on { THE($topics) } { $place } { $frame }.

say-target = { $when }, { $speaker } { $also } spoke about { THE($topics) } with regard to { THE($target) } { $place } { $frame }.
say-by = { $when }, { $speaker } { $also } spoke about { THE($topics) } { $place } { $frame }.
say = { $when }, { $setting }, mention was { $also } made of { THE($topics) } { GIVEN($target, "with regard to") } { THE($target) } { $place } { $frame }.

stress-target = { $when }, { $speaker } { $also } stressed the importance of { THE($topics) } with regard to { THE($target) } { $place } { $frame }.
stress-by = { $when }, { $speaker } { $also } stressed the importance of { THE($topics) } { $place } { $frame }.
stress = { $when }, { $setting }, the importance of { THE($topics) } { GIVEN($target, "with regard to") } { THE($target) } was { $also } stressed { $place } { $frame }.

role-by = { $when }, { $speaker } { $also } stressed the important role of { THE($target) } { GIVEN($topics, "in") } { THE($topics) } { $place } { $frame }.
role = { $when }, { $setting }, the important role of { THE($target) } { GIVEN($topics, "in") } { THE($topics) } was { $also } stressed { $place } { $frame }.

praise-target = { $when }, { $speaker } { $also } praised relations with { THE($target) } { GIVEN($topics, "as regards") } { THE($topics) } { $place } { $frame }.
praise-by = { $when }, { $speaker } { $also } praised { THE($topics) } { $place } { $frame }.
    .field = { $when }, { $speaker } { $also } expressed praise in connection with { THE($topics) } { $place } { $frame }.
    .welcomed = { $when }, { $speaker } { $also } welcomed { THE($topics) } { $place } { $frame }.
praise = { $when }, { $setting }, { THE($topics) } { AGREE($topics, "was", "were") } { $also } praised { $place } { $frame }.
    .field = { $when }, { $setting }, praise was { $also } expressed in connection with { THE($topics) } { $place } { $frame }.
    .welcomed = { $when }, { $setting }, { THE($topics) } { AGREE($topics, "was", "were") } { $also } welcomed { $place } { $frame }.

thank = { $when }, { $speaker } { $also } thanked { THE($target) } { GIVEN($topics, "in connection with") } { THE($topics) } { $place } { $frame }.
    .support = { $when }, { $speaker } { $also } thanked { THE($target) } for the support { GIVEN($topics, "in connection with") } { THE($topics) } { $place } { $frame }.
    .hospitality = { $when }, { $speaker } { $also } thanked { THE($target) } for the hospitality { GIVEN($topics, "in connection with") } { THE($topics) } { $place } { $frame }.
    .invitation = { $when }, { $speaker } { $also } thanked { THE($target) } for the invitation { GIVEN($topics, "in connection with") } { THE($topics) } { $place } { $frame }.
thank-one = { $when }, { $speaker } { $also } expressed gratitude in connection with { THE($topics) } { $place } { $frame }.

interest-target = { $when }, { $speaker } { $also } expressed interest in cooperation with { THE($target) } { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
    .expanding = { $when }, { $speaker } { $also } expressed interest in expanding cooperation with { THE($target) } { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
interest-by = { $when }, { $speaker } { $also } expressed interest in cooperation { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
    .expanding = { $when }, { $speaker } { $also } expressed interest in expanding cooperation { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
interest-parties = { $when }, { $setting }, interest was { $also } expressed in cooperation with { THE($target) } { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
    .expanding = { $when }, { $setting }, interest was { $also } expressed in expanding cooperation with { THE($target) } { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
interest = { $when }, { $setting }, interest was { $also } expressed in cooperation { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
    .expanding = { $when }, { $setting }, interest was { $also } expressed in expanding cooperation { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.

readiness-target = { $when }, { $speaker } { $also } expressed readiness to cooperate with { THE($target) } { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
readiness-by = { $when }, { $speaker } { $also } expressed readiness to cooperate { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } { $place } { $frame }.
readiness = { $when }, { $setting }, readiness to cooperate { COUNT($topics, "in the field of", "in the fields of") } { THE($topics) } was { $also } expressed { $place } { $frame }.

concern-by = { $when }, { $speaker } { $also } expressed concern over { THE($topics) } { GIVEN($target, "with regard to") } { THE($target) } { $place } { $frame }.
concern = { $when }, { $setting }, concern over { THE($topics) } was { $also } expressed { $place } { $frame }.

support-topics = { $when }, { $speaker } { $also } expressed support for { THE($topics) } { GIVEN($target, "of") } { THE($target) } { $place } { $frame }.
support-target = { $when }, { $speaker } { $also } expressed support for { THE($target) } { $place } { $frame }.
support = { $when }, { $setting }, support for { THE($topics) } was { $also } expressed { $place } { $frame }.

hope-by = { $when }, { $speaker } { $also } expressed hope for { THE($topics) } { $place } { $frame }.
hope = { $when }, { $setting }, hope for { THE($topics) } was { $also } expressed { $place } { $frame }.

pledge-topics = { $when }, { $speaker } { $also } pledged efforts on { THE($topics) } { GIVEN($target, "with regard to") } { THE($target) } { $place } { $frame }.
pledge-target = { $when }, { $speaker } { $also } made a pledge to { THE($target) } { $place } { $frame }.

accuse-by = { $when }, { $speaker } { $also } accused { THE($target) } of { THE($topics) } { $place } { $frame }.
accuse-target = { $when }, { $speaker } { $also } made accusations against { THE($target) } { $place } { $frame }.
accuse = { $when }, { $setting }, { THE($target) } { AGREE($target, "was", "were") } { $also } accused of { THE($topics) } { $place } { $frame }.

condemn-topics = { $when }, { $speaker } { $also } condemned { THE($topics) } { GIVEN($target, "on the part of") } { THE($target) } { $place } { $frame }.
condemn-target = { $when }, { $speaker } { $also } condemned { THE($target) } { $place } { $frame }.
condemn = { $when }, { $setting }, { THE($topics) } { GIVEN($target, "on the part of") } { THE($target) } { AGREE($topics, "was", "were") } { $also } condemned { $place } { $frame }.

reject-topics = { $when }, { $speaker } { $also } rejected { THE($topics) } { $place } { $frame }.
    .accusation = { $when }, { $speaker } { $also } rejected the accusations of { THE($topics) } { $place } { $frame }.
reject-by = { $when }, { $speaker } { $also } rejected the accusations { GIVEN($target, "made by") } { THE($target) } { $place } { $frame }.
    .accusation = { $when }, { $speaker } { $also } rejected the accusations { GIVEN($target, "made by") } { THE($target) } { $place } { $frame }.
reject = { $when }, { $setting }, { THE($topics) } { AGREE($topics, "was", "were") } { $also } rejected { $place } { $frame }.
    .accusation = { $when }, { $setting }, the accusations of { THE($topics) } were { $also } rejected { $place } { $frame }.

demand-target = { $when }, { $speaker } { $also } addressed an appeal to { THE($target) } concerning { THE($topics) } { $place } { $frame }.
    .for = { $when }, { $speaker } { $also } called on { THE($target) } to work for { THE($topics) } { $place } { $frame }.
    .end = { $when }, { $speaker } { $also } called on { THE($target) } to end { THE($topics) } { $place } { $frame }.
demand-by = { $when }, { $speaker } { $also } made an appeal concerning { THE($topics) } { $place } { $frame }.
    .for = { $when }, { $speaker } { $also } called for { THE($topics) } { $place } { $frame }.
    .end = { $when }, { $speaker } { $also } called for an end to { THE($topics) } { $place } { $frame }.
demand = { $when }, { $setting }, an appeal was { $also } made { GIVEN($target, "to") } { THE($target) } concerning { THE($topics) } { $place } { $frame }.
    .for = { $when }, { $setting }, a call for { THE($topics) } was { $also } made { GIVEN($target, "to") } { THE($target) } { $place } { $frame }.
    .end = { $when }, { $setting }, a call for an end to { THE($topics) } was { $also } made { GIVEN($target, "to") } { THE($target) } { $place } { $frame }.

announce-by = { $when }, { $speaker } { $also } made an announcement on { THE($topics) } { $place } { $frame }.
announce = { $when }, { $setting }, an announcement was { $also } made on { THE($topics) } { $place } { $frame }.
