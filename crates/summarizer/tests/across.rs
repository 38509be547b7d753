//! What no sentence tells alone: who was at the main event, whose talks are told, whom a pronoun means, who says the state.

use attache_schema::{Annotations, Article, BlockKind, Digest, EditKind, Event, Person, Status};
use attache_summarizer::Summarizer;

fn article(text: &str) -> Article {
    Article { language: Some("en".to_owned()), ..Article::from_text(text) }
}

fn annotate(text: &str) -> Annotations {
    summarizer().annotate(&article(text))
}

fn digest(text: &str) -> Digest {
    summarizer().summarize(&article(text))
}

fn summarizer() -> Summarizer {
    Summarizer::builder().build().expect("the built-in folders are sound")
}

fn person<'a>(read: &'a Annotations, name: &str) -> (usize, &'a Person) {
    read.people.iter().enumerate().find(|(_, person)| person.name == name).expect("somebody of that name")
}

#[test]
fn who_attends_the_ceremony_was_at_the_main_event() {
    let read = annotate(
        "Peru and Kenya signed an agreement in Lima. The ceremony was attended by Foreign Minister of Peru Marta Quiroga.",
    );
    let main = &read.events[read.main.expect("a main event")];
    assert_eq!(main.kind.as_str(), "event/sign");
    let (quiroga, _) = person(&read, "Marta Quiroga");
    assert!(main.others.iter().any(|other| other.person == Some(quiroga)), "{:?}", main.others);
}

/// Those who are told to have been at the main event besides its parties.
fn others(text: &str) -> Vec<String> {
    let read = annotate(text);
    let main = &read.events[read.main.expect("a main event")];
    main.others.iter().filter_map(|other| other.person).map(|person| read.people[person].name.clone()).collect()
}

#[test]
fn who_welcomes_a_visitor_has_to_do_with_the_visit() {
    let lead = "Peruvian President Marta Quiroga arrived in Tallinn on a state visit. She congratulated Estonia.";
    let welcome = "She was welcomed at the airport by Estonian Foreign Minister Jaan Tamm and Mayor Ines Kask.";
    assert_eq!(others(&format!("{lead} {welcome}")), ["Jaan Tamm", "Ines Kask"]);
    let stranger = "The president of Ghana, Yaw Osei, was welcomed in Accra by Speaker Esi Quaye.";
    assert!(others(&format!("{lead} {stranger}")).is_empty(), "somebody else was welcomed");
}

#[test]
fn who_acts_for_a_body_did_what_it_is_told_to_have_done() {
    let lead = "The foreign ministry handed over a consignment of medicines to the Peruvian ambassador on Monday.";
    let doer = "Foreign Minister Jaan Tamm handed over a consignment of medicines to the ambassador.";
    assert_eq!(others(&format!("{lead} {doer}")), ["Jaan Tamm"]);
    let other = "Foreign Minister Jaan Tamm met Peruvian writer Marta Quiroga.";
    assert!(others(&format!("{lead} {other}")).is_empty(), "he did something else");
}

#[test]
fn who_summoned_for_a_ministry_may_be_told_further_down() {
    let lead = "The Estonian foreign ministry summoned Peruvian Ambassador Marta Quiroga on Monday. Ports were at stake. Ferries were, too.";
    let doer = "Deputy Foreign Minister Jaan Tamm called in Ambassador Quiroga in the evening.";
    assert_eq!(others(&format!("{lead} {doer}")), ["Jaan Tamm"]);
}

#[test]
fn who_signed_for_the_states_may_be_told_further_down() {
    let lead = "Peru and Norway signed a memorandum of understanding in Lima. Ports matter to both. Ferries do, too. So do ships.";
    let doers = "The memorandum was signed by Rosa Cuenca, Minister of Ports of Peru, and Nils Haaland, Minister of Ports of Norway.";
    assert_eq!(others(&format!("{lead} {doers}")), ["Rosa Cuenca", "Nils Haaland"]);
}

#[test]
fn who_accompanies_somebody_did_not_do_it_for_him() {
    let lead = "Estonian Foreign Minister Jaan Tamm, accompanied by Ambassador Ines Kask, head of the America department Nils Haaland and adviser Yaw Osei, met Peruvian President Marta Quiroga.";
    assert_eq!(others(lead), ["Ines Kask", "Nils Haaland", "Yaw Osei"]);
    let received = "President of Estonia Jaan Tamm, accompanied by the Minister of Baltic Harbour Affairs, Ines Kask, was received on arrival by Peruvian Prime Minister Marta Quiroga.";
    assert_eq!(others(received), ["Ines Kask"]);
}

#[test]
fn who_is_listed_behind_an_unread_office_was_there_too() {
    let lead = "Peruvian President Marta Quiroga arrived in Tallinn on a state visit.";
    let list = "Also present were Jaan Tamm, Adviser to the Estonian President; Dr. Mari Sepp, Chair of the \
                President's Office for Coastal Affairs; and Yaw Osei, Ghanaian Ambassador to Estonia.";
    assert_eq!(others(&format!("{lead} {list}")), ["Jaan Tamm", "Mari Sepp", "Yaw Osei"]);
    let committee = "The reception committee included Jaan Tamm, governor of Tartu, Ines Kask, Ambassador of Estonia to Peru, \
                     and Mayor Mari Sepp.";
    assert_eq!(others(&format!("{lead} {committee}")), ["Jaan Tamm", "Ines Kask", "Mari Sepp"]);
}

#[test]
fn talks_follow_their_own_encounter_or_are_not_told() {
    let short = Summarizer::builder().max_words(NARROW).build().expect("the built-in folders are sound");
    let talks = "The parties discussed trade.";
    let lead = "President of Ghana Kofi Amartey met with President of Peru Julián Ferreyros in Lima on 5 May 2031.";
    let other =
        "Earlier, Foreign Minister of Kenya Joseph Kariuki met with Foreign Minister of Georgia Levan Kiknadze.";
    let tells = |digest: Digest| digest.pieces.iter().any(|piece| piece.text.contains("discussed trade"));
    let both = format!("{lead} {other} {talks}");
    assert!(tells(short.summarize(&article(&format!("{lead} {talks}")))));
    assert!(!tells(short.summarize(&article(&both))), "there is no room for the other encounter");
    assert!(tells(digest(&both)), "both encounters are told, and the talks behind theirs");
}

/// Room for one encounter and a few words.
const NARROW: usize = 52;

#[test]
fn a_pronoun_is_named_behind_a_sentence_on_somebody_else() {
    let names = |text: &str| {
        let digest = digest(text);
        let edits = digest.pieces.iter().filter(|piece| piece.text.starts_with("He ")).flat_map(|piece| &piece.edits);
        edits.filter(|edit| matches!(edit.by, EditKind::Name { .. })).count()
    };
    let lead = "President of Ghana Kofi Amartey met with President of Peru Julián Ferreyros in Lima on 5 May 2031.";
    let more = "He stressed the importance of trade.";
    assert_eq!(names(&format!("{lead} Amartey praised the peace process. {more}")), 0);
    assert_eq!(names(&format!("{lead} \"We came to listen,\" Ferreyros told reporters. {more}")), 1);
}

#[test]
fn a_subject_left_out_is_named_behind_a_sentence_on_somebody_else() {
    let read = |text: &str| {
        let article = Article { language: Some("pt".to_owned()), ..Article::from_text(text) };
        summarizer().summarize(&article)
    };
    let named = |digest: &Digest| {
        let pieces = digest.pieces.iter().filter(|piece| piece.text.starts_with("Reuniu-se"));
        let edits: Vec<_> = pieces.flat_map(|piece| &piece.edits).map(|edit| edit.by.clone()).collect();
        matches!(&edits[..], [EditKind::Name { .. }, EditKind::Text(small), ..] if small == " r")
    };
    let visit = "O Presidente do Peru, Julián Ferreyros, visitou a Noruega.";
    let talks = "Reuniu-se depois com o Presidente da Estónia, Priit Laanemäe.";
    let alone = read(&format!("{visit} {talks}"));
    assert!(alone.pieces.len() == 2 && !named(&alone), "{:?}", alone.pieces);
    // The sentence before tells nothing, and is not chosen.
    let dropped = read(&format!("O Presidente do Peru, Julián Ferreyros, gosta de música antiga. {talks}"));
    assert!(named(&dropped), "{:?}", dropped.pieces);
    // Nobody knows who met him.
    let strangers = read(&format!("A comissão de peritos visitou a Noruega. {talks}"));
    assert!(strangers.pieces.iter().all(|piece| !piece.text.starts_with("Reuniu-se")), "{:?}", strangers.pieces);
}

#[test]
fn what_a_minister_did_is_not_told_again_of_the_state() {
    let told = |text: &str| {
        let digest = digest(text);
        digest
            .pieces
            .iter()
            .flat_map(|piece| &piece.events)
            .map(|event| event.kind.key().to_owned())
            .collect::<Vec<_>>()
    };
    let ministers = "Foreign Minister of Peru Marta Quiroga met with Foreign Minister of Kenya Joseph Kariuki in Lima.";
    let again = "The meeting was the first one that Peru held with Kenya. Peru met with Kenya in Lima.";
    assert_eq!(told(&format!("{ministers} {again}")), ["meet"]);
    let other = "Peru met with Ghana in Lima.";
    assert_eq!(told(&format!("{ministers} {other}")), ["meet", "meet"]);
}

#[test]
fn a_journey_to_three_states_is_told_to_all_of_them() {
    let digest = digest("Foreign Minister of Peru Marta Quiroga will visit Norway, Estonia and Kenya.");
    let places = digest.pieces.iter().flat_map(|piece| &piece.events).filter_map(|event| event.place.as_ref());
    assert_eq!(places.map(|place| place.concept.key()).collect::<Vec<_>>(), ["NO", "EE", "KE"]);
}

/// The kinds, statuses and days of what a digest tells, in order.
fn told(digest: Digest) -> Vec<(String, Status, Option<u8>)> {
    let day = |event: &Event| event.when.as_ref().and_then(|when| when.start.day);
    let events = digest.pieces.into_iter().flat_map(|piece| piece.events);
    events.map(|event| (event.kind.key().to_owned(), event.status, day(&event))).collect()
}

#[test]
fn a_visit_told_with_its_days_is_not_told_without_them() {
    let text = "On 2 March 2031, Peruvian Foreign Minister Jorge Lanza met Estonian Foreign Minister Priit Laanemäe in Tallinn.\n\n\
                Lanza arrived in Estonia and met Estonian Trade Minister Kaja Tamm.\n\n\
                Lanza is on a visit to Estonia from 1 to 4 March 2031.\n";
    assert_eq!(
        told(digest(text)),
        [
            ("meet".to_owned(), Status::Done, Some(2)),
            ("meet".to_owned(), Status::Done, None),
            ("visit".to_owned(), Status::Underway, Some(1))
        ]
    );
}

#[test]
fn of_several_topics_only_the_new_ones_are_told_again() {
    let text = "On 2 March 2031, Peruvian Foreign Minister Jorge Lanza met Estonian Foreign Minister Priit Laanemäe in Tallinn.\n\n\
                The sides discussed trade and energy.\n\nThe sides also discussed trade and tourism.\n\n\
                Energy was discussed on 2 March 2031.\n";
    let topics: Vec<Vec<String>> = digest(text).pieces[1..]
        .iter()
        .flat_map(|piece| &piece.events)
        .map(|event| event.topics.iter().map(|topic| topic.concept.key().to_owned()).collect())
        .collect();
    assert_eq!(topics, [vec!["trade", "energy"], vec!["tourism"]]);
}

#[test]
fn to_whom_it_was_done_may_be_told_behind_it() {
    let text = "The government of Peru offered condolences on Sunday.\n\n\
                The government of Peru offered condolences to the government of Kenya.\n";
    let events: Vec<Event> = digest(text).pieces.into_iter().flat_map(|piece| piece.events).collect();
    let [event] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(event.targets[0].country.as_ref().map(|state| state.key()), Some("KE"));
}

#[test]
fn what_is_told_again_with_its_doers_is_not_told_without_them() {
    let text = "Peruvian President Rui Salgueiro met Kenyan President Joseph Kariuki in Lima.\n\n\
                A memorandum was signed, and President Salgueiro congratulated Kenya.\n\n\
                Trade Minister of Peru Marta Quiroga and Trade Minister of Kenya Grace Mwangi signed a memorandum.\n";
    let kinds: Vec<String> = told(digest(text)).into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds, ["meet", "congratulate", "sign"]);
}

#[test]
fn nobody_attends_a_meeting_that_was_not_told() {
    let text = "Peruvian Foreign Minister Jorge Lanza is on a visit to Tallinn.\n\nEstonia took part in the meeting.\n";
    assert_eq!(told(digest(text)), [("visit".to_owned(), Status::Underway, None)]);
    let text = "Peruvian Foreign Minister Jorge Lanza presented his credentials to President Priit Laanemäe.\n\n\
                Estonian Minister of Culture Kaja Tamm took part in the ceremony on 3 March 2031.\n";
    assert!(told(digest(text)).iter().any(|(kind, ..)| kind == "attend"), "{:?}", told(digest(text)));
}

#[test]
fn a_visit_of_which_nothing_is_known_is_not_told() {
    let meeting = "O ministro dos Negócios Estrangeiros do Peru, Jorge Lanza, reuniu-se em Talin com o ministro dos Negócios \
                   Estrangeiros da Estónia, Priit Laanemäe.";
    for visit in
        ["O Presidente do Gana, Kofi Mensah, efetuou uma visita oficial.", "O Gana realizou uma visita oficial."]
    {
        let kinds: Vec<String> = told(summarizer().summarize(&Article::from_text(format!("{meeting}\n\n{visit}\n"))))
            .into_iter()
            .map(|(kind, ..)| kind)
            .collect();
        assert_eq!(kinds, ["meet"], "{visit}");
    }
}

#[test]
fn a_state_that_the_article_does_not_say_is_marked() {
    let read = annotate("President of Uruguay Tomás Arizmendi appointed Nina Castell ambassador to Norway.");
    let (_, appointed) = person(&read, "Nina Castell");
    assert_eq!(appointed.country.as_ref().map(|country| country.key()), Some("UY"));
    assert!(appointed.presumed);
    assert!(!person(&read, "Tomás Arizmendi").1.presumed);
}

#[test]
fn officials_told_without_a_state_are_of_the_other_of_two() {
    let read = annotate(
        "President Tomás Arizmendi received Foreign Minister of Ghana Kofi Amartey in Montevideo. \
         The officials discussed trade between Uruguay and Ghana.",
    );
    let (_, host) = person(&read, "Tomás Arizmendi");
    assert_eq!(host.country.as_ref().map(|country| country.key()), Some("UY"));
    assert!(host.presumed);
    // Of three states it could be either of two.
    let read = annotate(
        "President Tomás Arizmendi received Foreign Minister of Ghana Kofi Amartey. \
         The officials discussed trade between Uruguay, Peru and Ghana.",
    );
    assert_eq!(person(&read, "Tomás Arizmendi").1.country, None);
}

#[test]
fn who_is_told_by_the_office_alone_is_named_where_the_article_names_one_holder() {
    let read = annotate(
        "The prime minister of Ghana arrived in Lima on 5 May 2031. \
         Prime Minister of Ghana Kofi Amartey will meet with President of Peru Julián Ferreyros.",
    );
    let main = &read.events[read.main.expect("a main event")];
    let (amartey, _) = person(&read, "Kofi Amartey");
    assert_eq!(main.kind.key(), "visit");
    assert_eq!(main.agents.iter().filter_map(|agent| agent.person).collect::<Vec<_>>(), [amartey]);
    let unnamed = annotate(
        "The prime minister of Ghana arrived in Lima on 5 May 2031. \
         Foreign Minister of Ghana Kofi Amartey will meet with President of Peru Julián Ferreyros.",
    );
    let main = &unnamed.events[unnamed.main.expect("a main event")];
    assert!(main.agents.iter().all(|agent| agent.person.is_none()), "{:?}", main.agents);
}

#[test]
fn a_paper_called_for_a_state_is_at_home_there() {
    let home = |page: &str| annotate(page).source.home.map(|home| home.key().to_owned());
    let news = "\n\nPresident Ila Sorensen met with the ambassador\n\n5 May 2031\n\n\
                President Ila Sorensen met with Ambassador of Peru Marta Quiroga on Monday, the Courier reported.";
    assert_eq!(home(&format!("The Namibian Courier{news}")).as_deref(), Some("NA"));
    assert_eq!(home(&format!("Bangkok Courier{news}")).as_deref(), Some("TH"));
    assert_eq!(home(&format!("The Northern Courier{news}")), None);
}

#[test]
fn a_body_cited_for_one_fact_is_no_source_of_the_article() {
    let lead = "President of Ghana Kofi Amartey met with President of Peru Julián Ferreyros in Lima on 5 May 2031.";
    let fact = "Three million people need aid, according to the Ministry of Foreign Affairs.";
    let cites = |text: String| annotate(&text).source.cites.map(|body| body.key().to_owned());
    assert_eq!(cites(format!("{lead} The two presidents discussed trade. {fact}")), None);
    assert_eq!(cites(format!("{fact} {lead}")).as_deref(), Some("mfa"));
}

#[test]
fn the_page_of_a_ministry_is_its_own_source() {
    let read = annotate(
        "Ministry of Foreign Affairs of the Republic of Peru\n\nMinisters meet in Lima\n\n\
         Foreign Minister Marta Quiroga met with Foreign Minister of Kenya Joseph Kariuki in Lima.",
    );
    assert_eq!(read.source.cites.as_ref().map(|body| body.key()), Some("mfa"));
    assert_eq!(read.source.cites_country.as_ref().map(|country| country.key()), Some("PE"));
    assert_eq!(read.source.outlet, None);
}

#[test]
fn the_sides_are_those_of_the_encounter_told_last() {
    let read = annotate(
        "Foreign Minister of Ghana Kofi Amartey met with President of Peru Julián Ferreyros in Lima. \
         Amartey met with Foreign Minister of Kenya Joseph Kariuki. The two ministers signed an agreement.",
    );
    let (kariuki, _) = person(&read, "Joseph Kariuki");
    let signed = read.events.iter().find(|event| event.kind.key() == "sign").expect("a signing");
    let signers = || signed.agents.iter().chain(&signed.targets).filter_map(|actor| actor.person);
    assert!(signers().any(|signer| signer == kariuki), "{signed:?}");
    assert_eq!(signers().count(), 2);
}

#[test]
fn the_two_countries_are_the_states_of_the_sides() {
    let read = annotate(
        "Foreign Minister of Ghana Kofi Amartey met with President of Peru Julián Ferreyros in Lima. \
         The two countries signed an agreement.",
    );
    let signed = read.events.iter().find(|event| event.kind.key() == "sign").expect("a signing");
    let states: Vec<&str> =
        signed.agents.iter().filter_map(|actor| actor.country.as_ref()).map(|country| country.key()).collect();
    assert_eq!(states, ["GH", "PE"]);
    assert!(signed.agents.iter().all(|actor| actor.person.is_none()), "{signed:?}");
}

#[test]
fn who_stands_in_a_relative_clause_is_not_the_subject_behind_it() {
    let read = annotate(
        "Foreign Minister of Ghana Kofi Amartey, who represented President of Ghana Yaw Adomako at the forum, \
         met with President of Peru Julián Ferreyros.",
    );
    let met = read.events.iter().find(|event| event.kind.key() == "meet").expect("a meeting");
    let (amartey, _) = person(&read, "Kofi Amartey");
    assert_eq!(met.agents.iter().filter_map(|agent| agent.person).collect::<Vec<_>>(), [amartey]);
}

/// The day of the main event.
fn main_day(text: &str) -> Option<String> {
    let read = annotate(text);
    read.events[read.main.expect("a main event")].when.as_ref().map(|when| when.start.to_string())
}

#[test]
fn the_day_of_a_sentence_that_takes_up_the_main_event_is_its_day() {
    let day = |more: &str| main_day(&format!("Peru recalled its ambassador to Ghana, Marta Quiroga. {more}"));
    assert_eq!(day("The decision was announced on 4 May 2031.").as_deref(), Some("2031-05-04"));
    assert_eq!(day("The decision came after talks on 4 May 2031."), None);
}

#[test]
fn the_day_of_a_visit_to_come_may_stand_in_the_next_sentence() {
    let day = |more: &str| main_day(&format!("Foreign Minister of Peru Marta Quiroga will visit Ghana. {more}"));
    assert_eq!(day("The visit will take place on 4 May 2031.").as_deref(), Some("2031-05-04"));
    assert_eq!(day("The visit was announced on 4 May 2031."), None);
}

#[test]
fn a_main_event_is_told_in_other_languages_only_with_its_object() {
    let more = "The two countries are neighbours in the east.";
    let told = |text: &str| digest(&format!("{text} {more}")).pieces.first().map(|piece| piece.events.len());
    assert_eq!(told("Kenya rejected the claims on Monday."), Some(0), "what it rejected was not read");
    assert_eq!(told("Kenya accused Peru of aggression."), Some(1));
}

#[test]
fn the_post_is_the_one_that_was_given() {
    let read = annotate(
        "President of Uruguay Tomás Arizmendi appointed Nina Castell as foreign minister. \
         The ambassador of Norway to Peru, Rosa Elmqvist, was appointed on Monday.",
    );
    let posts =
        read.events.iter().filter(|event| event.kind.key() == "appoint").map(|event| event.targets[0].role.clone());
    let posts: Vec<_> = posts.map(|post| post.map(|post| post.key().to_owned())).collect();
    assert_eq!(posts, [Some("foreign-minister".to_owned()), None]);
}

#[test]
fn who_holds_an_office_is_given_another_one_with_its_posting() {
    let read = annotate("Deputy Foreign Minister Tomás Arizmendi was appointed Norway's ambassador to Peru.");
    let (_, person) = person(&read, "Tomás Arizmendi");
    assert_eq!(person.role.as_ref().map(|role| role.key()), Some("deputy-foreign-minister"));
    let given = &read.events[0].targets[0];
    let told = [&given.role, &given.country, &given.host].map(|told| told.as_ref().map(|told| told.key().to_owned()));
    assert_eq!(told, ["ambassador", "NO", "PE"].map(|key| Some(key.to_owned())));
}

#[test]
fn a_page_in_two_languages_is_read_in_the_larger() {
    let lead = "President of Ghana Kofi Amartey met with President of Peru Julián Ferreyros in Lima on 5 May 2031. \
                The two presidents discussed trade and education, and they agreed to open a direct air route soon.";
    let other = "Qana Prezidenti Kofi Amartey mayın 5-də Limada Peru Prezidenti Xulian Ferreyros ilə görüşüb. Prezidentlər \
                 ticarət və təhsil məsələlərini müzakirə ediblər.";
    let read = summarizer().annotate(&Article::from_text(format!("{lead}\n\n{other}")));
    assert_eq!(read.language.tag, "en");
    let kinds: Vec<BlockKind> = read.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Prose, BlockKind::Junk]);
}

#[test]
fn what_no_topic_means_is_kept_in_the_article_s_words() {
    let unlisted = |language: &str, text: &str| {
        let article = Article { language: Some(language.to_owned()), ..Article::from_text(text) };
        let events = summarizer().annotate(&article).events;
        let phrases = events.iter().flat_map(|event| event.unlisted.iter().map(|span| span.of(text).to_owned()));
        phrases.collect::<Vec<_>>()
    };
    let english = "The ministers of Peru and Ghana discussed trade, the reopening of the old tannery and the painful and \
                   costly lessons of the flood, during a lunch in Lima.";
    let told = ["reopening of the old tannery", "painful and costly lessons of the flood"];
    assert_eq!(unlisted("en", english), told);
    let portuguese =
        "Os ministros do Peru e do Gana discutiram o comércio e a reabertura do velho curtume, disse o porta-voz.";
    assert_eq!(unlisted("pt", portuguese), ["reabertura do velho curtume"]);
    let azerbaijani = "Görüşdə ticarət və köhnə dabbaqxananın yenidən açılması müzakirə olunub.";
    assert_eq!(unlisted("az", azerbaijani), ["köhnə dabbaqxananın yenidən açılması"]);
}

#[test]
fn he_behind_a_saying_about_somebody_else_did_nothing_we_know() {
    let lead =
        "Spokesman of the Peruvian foreign ministry Luis Quispe said that Foreign Minister Marco Rojas was in Lima.";
    let met = |second: &str| {
        let read = annotate(&format!("{lead} {second}"));
        let events = read.events.iter().filter(|event| event.kind.as_str() == "event/meet");
        events.map(|event| event.agents.iter().filter_map(|agent| agent.person).count()).sum::<usize>()
    };
    assert_eq!(met("He met President of Ghana Kofi Mensah."), 0);
    assert_eq!(met("Quispe met President of Ghana Kofi Mensah."), 1);
}

#[test]
fn our_country_in_a_quotation_is_not_the_paper_s() {
    let of_paper = |text: &str| {
        let article = Article { outlet: Some("Xinhua".to_owned()), ..article(text) };
        let digest = summarizer().summarize(&article);
        digest.pieces.iter().flat_map(|piece| &piece.edits).any(|edit| matches!(edit.by, EditKind::Country { .. }))
    };
    assert!(!of_paper("\"We met President Luis Quispe of our country in Lima,\" President of Ghana Kofi Mensah said."));
    assert!(of_paper("President Luis Quispe of Peru arrived in our country on 5 May 2031."));
}

#[test]
fn the_ministry_is_that_of_the_state_whose_was_named() {
    let read = annotate(
        "The Foreign Ministry of Peru summoned the ambassador of Ghana, Kofi Mensah. The Foreign Ministry condemned the attack.",
    );
    let condemned = read.events.iter().find(|event| event.kind.as_str() == "event/condemn").expect("a condemnation");
    assert_eq!(condemned.agents[0].country.as_ref().map(|state| state.as_str()), Some("country/PE"));
}

#[test]
fn a_delegation_is_told_whole_where_only_the_first_office_stands_in_the_plural() {
    let others = |language: &str, text: &str| {
        let article = Article { language: Some(language.to_owned()), ..Article::from_text(text) };
        let read = summarizer().annotate(&article);
        let main = &read.events[read.main.expect("a main event")];
        let named = main.others.iter().filter_map(|other| other.person).map(|person| read.people[person].name.clone());
        named.collect::<Vec<_>>()
    };
    let portuguese = "O Presidente do Gana, Kofi Mensah, iniciou uma visita ao Peru. Mensah faz-se acompanhar pelos ministros dos \
                      Negócios Estrangeiros, Ama Boateng, da Agricultura e Pescas, Yaw Darko, e da Justiça, Esi Quaye.";
    assert_eq!(others("pt", portuguese), ["Ama Boateng", "Yaw Darko", "Esi Quaye"]);
    let english = "President of Ghana Kofi Mensah visited Peru. The delegation includes the ministers of Finance, Ama Boateng, and \
                   of Foreign Affairs, Yaw Darko.";
    assert_eq!(others("en", english), ["Ama Boateng", "Yaw Darko"]);
}

#[test]
fn a_longer_list_of_sanctions_keeps_no_old_ones() {
    let manner = |text: &str| annotate(text).events[0].manner.as_ref().map(|manner| manner.key().to_owned());
    assert_eq!(manner("Ghana has extended its sanctions against Peru.").as_deref(), Some("extended"));
    assert_eq!(manner("Ghana has extended its list of sanctions against Peru."), None);
}

#[test]
fn nobody_meets_the_forum_on_whose_sidelines_they_met() {
    let met = |text: &str| {
        let read = annotate(text);
        let meetings = read.events.iter().filter(|event| event.kind.as_str() == "event/meet");
        meetings.flat_map(|event| event.targets.clone()).filter_map(|target| target.org).count()
    };
    let mensah = "Foreign Minister of Ghana Kofi Mensah and his counterpart met";
    assert_eq!(met(&format!("{mensah} on the sidelines of the Non-Aligned Movement (NAM) summit in Kampala.")), 0);
    assert_eq!(met("Foreign Minister of Ghana Kofi Mensah met with the Non-Aligned Movement in Kampala."), 1);
}

/// As `annotate`, of a page that is not in English.
fn annotate_page(text: &str) -> Annotations {
    summarizer().annotate(&Article { language: Some("az".to_owned()), ..Article::from_text(text) })
}

#[test]
fn a_name_goes_on_in_the_next_line_of_narrow_text() {
    let text = "Mayın 4-də Limada keçirilən görüşdə Estoniyanın xarici işlər\n\
                naziri Priit Laanemäe Perunun xarici işlər naziri Marta Kiroqa\n\
                ilə görüşüb. Tərəflər iki ölkə arasında münasibətləri və ərazi\n\
                bütövlüyü məsələlərini müzakirə ediblər.";
    let read = annotate_page(text);
    let (_, minister) = person(&read, "Priit Laanemäe");
    assert_eq!(minister.role.as_ref().map(ToString::to_string).as_deref(), Some("role/foreign-minister"));
    assert!(
        read.topics.iter().any(|topic| topic.concept.as_str() == "topic/territorial-integrity"),
        "{:?}",
        read.topics
    );
}

#[test]
fn the_minutes_of_a_clock_begin_no_range_of_days() {
    let text = "Azərbaycan Peruya nota verdi\n\n  • 17:14 - 26 May\n\n\
                Perunun Azərbaycandakı səfiri Marta Kiroqa Xarici İşlər Nazirliyinə çağırılıb və ona nota təqdim edilib.";
    assert_eq!(annotate_page(text).source.published.map(|day| day.to_string()).as_deref(), Some("XXXX-05-26"));
}

#[test]
fn a_part_of_a_name_is_no_topic() {
    let text = "Perunun xarici işlər naziri Marta Kiroqa Estoniyanın xarici iqtisadi əlaqələr naziri Pavel İtkin ilə görüşüb. \
                Tərəflər Kiçik və Orta Biznesin İnkişafı Agentliyinin işini nəzərdən keçiriblər.";
    assert_eq!(annotate_page(text).topics, []);
}

#[test]
fn what_was_done_long_before_the_main_event_is_no_news() {
    let digest = digest(
        "Foreign Minister of Peru Marta Quiroga met Estonian Foreign Minister Priit Laanemäe in Lima on 11 February 2021. \
         Peru established diplomatic relations with Estonia on 28 July 1978.",
    );
    let told: Vec<&str> =
        digest.pieces.iter().flat_map(|piece| &piece.events).map(|event| event.kind.as_str()).collect();
    assert_eq!(told, ["event/meet"]);
}

#[test]
fn what_a_page_did_not_fill_in_is_no_source() {
    let read = annotate(
        "Monday, 5 May 2031 - {{counter.total.hits}}\n\nForeign Minister of Peru Marta Quiroga met Estonian Foreign Minister Priit \
         Laanemäe in Lima.",
    );
    assert_eq!(read.source.outlet, None);
}

#[test]
fn a_second_title_that_the_first_paragraph_takes_up_is_the_first_sentence() {
    let lead = "Kiroqa Estoniyaya gedəcək\n\nPeru Prezidenti Marta Kiroqa yaxın günlərdə Estoniyaya səfər edəcək\n\n";
    let taken_up = "Nümunə.az xəbər verir ki, bunu Peru hökumətinin sözçüsü Xuan Soto deyib.";
    let kinds = |body: &str| -> Vec<BlockKind> {
        let read = summarizer().annotate(&Article::from_text(format!("{lead}{body}")));
        read.blocks.iter().map(|block| block.kind).collect()
    };
    assert_eq!(kinds(taken_up), [BlockKind::Title, BlockKind::Prose, BlockKind::Prose]);
    let new = "Peru hökumətinin sözçüsü Xuan Soto jurnalistlərin suallarını cavablandırıb.";
    assert_eq!(kinds(new), [BlockKind::Title, BlockKind::Title, BlockKind::Prose]);
}
