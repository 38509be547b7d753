//! A digest in every language: the paragraphs themselves, and what holds of any of them.

mod common;

use attache_localization::{Localizer, Unrendered};
use attache_schema::{Actor, ConceptId, Digest, Event, Realization};
use common::{event, lima, named, state};

fn localizer() -> Localizer {
    Localizer::builder().max_words(200).build().expect("the built-in languages are sound")
}

fn said(digest: &Digest, tag: &str) -> String {
    localizer().render(digest, tag).expect("the language is there").text
}

#[test]
fn one_digest_in_every_language() {
    let localizer = localizer();
    let mut page = String::new();
    for tag in localizer.languages() {
        let rendered = localizer.render(&lima(), tag).expect("the language is there");
        page.push_str(&format!("[{tag}] {}\n", rendered.text));
        for warning in rendered.warnings {
            page.push_str(&format!("    {}: {}\n", warning.code, warning.message));
        }
        page.push('\n');
    }
    insta::assert_snapshot!(page);
}

#[test]
fn an_unsayable_piece_is_counted_or_quoted() {
    let rendered = localizer().render(&lima(), "pt").expect("the language is there");
    assert_eq!(rendered.omitted, 1);
    assert!(rendered.warnings.iter().any(|warning| warning.code == "omitted"));
    let quoting = Localizer::builder().unrendered(Unrendered::Quote).max_words(200).build().expect("sound");
    let rendered = quoting.render(&lima(), "pt").expect("the language is there");
    assert_eq!(rendered.omitted, 0);
    assert!(rendered.text.contains("«Nobody knows what that means» (em inglês)."), "{}", rendered.text);
    assert!(rendered.clauses.iter().any(|clause| clause.realization == Realization::Quoted));
}

#[test]
fn the_budget_is_exact_and_cuts_no_sentence() {
    let whole = said(&lima(), "az");
    for limit in (0..60).step_by(7) {
        let localizer = Localizer::builder().max_words(limit).build().expect("sound");
        let rendered = localizer.render(&lima(), "az").expect("the language is there");
        let words = rendered.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        assert!(words <= limit, "{words} words of {limit}: {}", rendered.text);
        for clause in &rendered.clauses {
            assert!(clause.span.of(&rendered.text).ends_with('.'));
        }
    }
    assert!(!whole.is_empty());
}

#[test]
fn the_least_weighty_sentence_goes_first() {
    let words = |text: &str| text.split_whitespace().count();
    let whole = said(&lima(), "pt");
    let localizer = Localizer::builder().max_words(words(&whole) - 1).build().expect("sound");
    let shorter = localizer.render(&lima(), "pt").expect("the language is there");
    assert!(!shorter.clauses.iter().any(|clause| clause.piece == Some(2)), "{}", shorter.text);
    assert!(shorter.clauses.iter().any(|clause| clause.piece == Some(3)));
    assert!(shorter.warnings.iter().any(|warning| warning.code == "budget"));
}

#[test]
fn two_holders_of_one_office_stand_together() {
    let mut digest = lima();
    let office = |key: &str| attache_schema::Actor { role: Some("role/foreign-minister".into()), ..state(key) };
    digest.pieces.truncate(1);
    digest.pieces[0].events = vec![event("meet", vec![office("AZ")], vec![office("IR")], &[])];
    digest.source = Default::default();
    assert_eq!(said(&digest, "az"), "Azərbaycan və İranın xarici işlər nazirləri arasında görüş keçirilib.");
    assert_eq!(said(&digest, "pt"), "Os ministros dos Negócios Estrangeiros do Azerbaijão e do Irão reuniram-se.");
    digest.language.tag = "az".to_owned();
    assert_eq!(said(&digest, "en"), "The Ministers of Foreign Affairs of Azerbaijan and Iran met.");
}

#[test]
fn whose_an_office_is_is_said_once() {
    let office = |key: &str| attache_schema::Actor { role: Some("role/foreign-minister".into()), ..state(key) };
    let told = |second: &str, tag: &str| {
        let mut digest = lima();
        digest.pieces.truncate(2);
        digest.pieces[0].events = vec![event("congratulate", vec![office("AZ")], vec![state("PE")], &[])];
        digest.pieces[1].events = vec![event("invite", vec![office(second)], vec![state("PE")], &[])];
        said(&digest, tag)
    };
    let again = told("AZ", "pt");
    assert_eq!(again.matches("do Azerbaijão").count(), 1, "{again}");
    assert!(again.contains("O ministro dos Negócios Estrangeiros dirigiu"), "{again}");
    assert_eq!(told("AZ", "az").matches("Azərbaycan").count(), 1, "{}", told("AZ", "az"));
    let other = told("IR", "pt");
    assert!(other.contains("do Azerbaijão") && other.contains("do Irão"), "{other}");
}

#[test]
fn representatives_of_several_states_stand_together() {
    let mut digest = lima();
    let sent = |body: &str, key: &str| attache_schema::Actor { org: Some(ConceptId::of("org", body)), ..state(key) };
    let sent_by = |body: &str| vec![sent(body, "RU"), sent(body, "CN")];
    digest.pieces.truncate(1);
    digest.pieces[0].events = vec![event("meet", vec![sent("representatives", "PE")], sent_by("representatives"), &[])];
    digest.source = Default::default();
    assert_eq!(said(&digest, "az"), "Perunun nümayəndələri Rusiya və Çinin nümayəndələri ilə görüşüb.");
    assert_eq!(
        said(&digest, "pt"),
        "Os representantes do Peru reuniram-se com os representantes da Rússia e da China."
    );
    digest.pieces[0].events = vec![event("visit", sent_by("delegation"), Vec::new(), &[])];
    assert_eq!(said(&digest, "pt"), "A delegação da Rússia e a delegação da China efetuaram uma visita.");
}

#[test]
fn a_body_named_for_its_state_is_not_said_with_it_again() {
    let mut digest = lima();
    let head = &mut digest.people[0];
    head.role = Some(ConceptId::new("role/spokesperson"));
    (head.org, head.country) = (Some(ConceptId::new("org/state-dept")), Some(ConceptId::new("country/US")));
    let localizer = localizer();
    for (tag, state) in [("en", "United States"), ("pt", "Estados Unidos"), ("az", "ABŞ")] {
        let said = localizer.name(tag, &named(0), &digest.people, "").expect("it has a name");
        assert_eq!(said.matches(state).count(), 1, "{said}");
    }
}

#[test]
fn a_foreign_name_takes_no_suffix() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.pieces[0].events = vec![event("receive", vec![named(0)], vec![named(1)], &[])];
    digest.source = Default::default();
    assert_eq!(
        said(&digest, "az"),
        "Azərbaycanın xarici işlər naziri Elmar Rəhimli Perunun xarici işlər nazirini (Marta Quiroga) qəbul edib."
    );
}

#[test]
fn whoever_was_named_before_is_rather_told_of_in_the_passive_than_in_brackets() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let met = event("meet", vec![named(0)], vec![named(1)], &[]);
    digest.pieces[0].events = vec![met.clone(), event("receive", vec![named(0)], vec![named(1)], &[])];
    let text = said(&digest, "az");
    assert!(text.ends_with(". M.Quiroga E.Rəhimli tərəfindən qəbul olunub."), "{text}");
    // Nobody is offered condolences in the passive: the office alone takes the case.
    digest.pieces[0].events = vec![met, event("condole", vec![named(0)], vec![named(1)], &[])];
    let text = said(&digest, "az");
    assert!(text.ends_with(", xarici işlər nazirinə (M.Quiroga) başsağlığı verib."), "{text}");
}

#[test]
fn two_facts_with_one_subject_are_one_sentence() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let visit =
        Event { place: digest.pieces[0].events[0].place.clone(), ..event("visit", vec![named(0)], vec![], &[]) };
    let meets = event("meet", vec![named(0)], vec![named(1)], &[]);
    let stress = event("stress", vec![named(0)], vec![], &["topic/energy"]);
    digest.pieces[0].events = vec![visit.clone(), meets.clone(), stress];
    let rendered = localizer().render(&digest, "pt").expect("the language is there");
    assert_eq!(
        rendered.text,
        "O ministro dos Negócios Estrangeiros do Azerbaijão, Elmar Rahimli, efetuou uma visita ao Peru e reuniu-se com \
         a ministra dos Negócios Estrangeiros do Peru, Marta Quiroga. Rahimli sublinhou a importância da energia."
    );
    assert_eq!(rendered.clauses.len(), 2, "both facts of the first sentence are one clause");
    assert!(said(&digest, "az").contains(" Peruya səfər edib, Perunun "), "{}", said(&digest, "az"));
    // Whoever is appointed is the subject in Azerbaijani, not who appoints.
    let appoints = event("appoint", vec![named(0)], vec![named(1)], &[]);
    digest.pieces[0].events = vec![appoints, visit];
    assert!(said(&digest, "pt").contains(" e efetuou"), "{}", said(&digest, "pt"));
    assert!(!said(&digest, "az").contains("edilib,"), "{}", said(&digest, "az"));
}

#[test]
fn what_was_discussed_by_one_side_of_a_call_was_discussed_by_both() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let call = event("call", vec![named(0)], vec![named(1)], &[]);
    digest.pieces[0].events = vec![call, event("discuss", vec![named(1)], vec![], &["topic/energy"])];
    assert!(said(&digest, "pt").ends_with(" Na conversa, as partes abordaram a energia."), "{}", said(&digest, "pt"));
}

#[test]
fn a_meeting_of_which_nothing_is_known_is_not_told() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let place = digest.pieces[0].events[0].place.clone();
    digest.pieces[0].events = vec![event("meet", vec![named(0)], vec![], &[])];
    assert_eq!(said(&digest, "az"), "");
    digest.pieces[0].events[0].place = place;
    assert!(said(&digest, "az").ends_with(" görüş keçirib."), "{}", said(&digest, "az"));
}

#[test]
fn the_eleventh_meeting_of_nobody_is_no_framework() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let frame = |owner: Option<&str>| attache_schema::Frame {
        concept: "occasion/meeting".into(),
        ordinal: Some(11),
        owner: owner.map(ConceptId::new),
        relation: "relation/within".into(),
        span: common::span(66, 80),
    };
    let mut met = event("meet", vec![named(0)], vec![named(1)], &[]);
    met.frame = Some(frame(None));
    digest.pieces[0].events = vec![met];
    assert!(!said(&digest, "az").contains("11-ci"), "{}", said(&digest, "az"));
    digest.pieces[0].events[0].frame = Some(frame(Some("org/un")));
    assert!(said(&digest, "az").contains(" 11-ci "), "{}", said(&digest, "az"));
}

#[test]
fn who_else_was_there_is_told_behind_the_act_and_goes_first() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let ambassador = attache_schema::Person {
        name: "Rui Salgueiro".to_owned(),
        role: Some(ConceptId::new("role/ambassador")),
        gender: Some(attache_schema::Gender::Masculine),
        ..digest.people[0].clone()
    };
    digest.people.push(ambassador);
    let last = digest.people.len() - 1;
    let met = Event { others: vec![named(last)], ..event("meet", vec![named(0)], vec![named(1)], &[]) };
    digest.pieces[0].events = vec![met.clone()];
    let text = said(&digest, "pt");
    assert!(text.ends_with(" Esteve também presente o embaixador do Azerbaijão, Rui Salgueiro."), "{text}");
    // Whoever does something himself is not told to have been around.
    digest.pieces[0].events = vec![met.clone(), event("stress", vec![named(last)], vec![], &["topic/energy"])];
    assert!(!said(&digest, "pt").contains("presente"), "{}", said(&digest, "pt"));
    digest.pieces[0].events = vec![met.clone()];
    // In less room only the act is told; of words, and of what is still to come, nothing is told of those around.
    let short = Localizer::builder().max_words(24).build().expect("sound");
    let text = short.render(&digest, "pt").expect("the language is there").text;
    assert!(text.contains("reuniu-se") && !text.contains("presente"), "{text}");
    digest.pieces[0].events = vec![Event { status: attache_schema::Status::Planned, ..met.clone() }];
    assert!(!said(&digest, "pt").contains("presente"), "{}", said(&digest, "pt"));
    digest.pieces[0].events =
        vec![Event { others: met.others, ..event("praise", vec![], vec![], &["topic/education"]) }];
    assert!(!said(&digest, "pt").contains("presente"), "{}", said(&digest, "pt"));
}

#[test]
fn views_that_will_be_exchanged_keep_what_they_are_about() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let mut exchange = event("exchange", vec![named(0), named(1)], vec![], &["topic/energy"]);
    exchange.status = attache_schema::Status::Planned;
    digest.pieces[0].events = vec![exchange];
    assert!(said(&digest, "pt").ends_with(" vão trocar impressões sobre a energia."), "{}", said(&digest, "pt"));
    assert!(said(&digest, "az").contains("energetika ətrafında"), "{}", said(&digest, "az"));
}

#[test]
fn long_members_of_a_list_are_kept_apart() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let third = attache_schema::Person { name: "Rui Salgueiro".to_owned(), ..digest.people[0].clone() };
    digest.people.push(attache_schema::Person { country: Some(ConceptId::new("country/PT")), ..third });
    let last = digest.people.len() - 1;
    digest.pieces[0].events = vec![event("meet", vec![named(0), named(1), named(last)], vec![], &[])];
    digest.pieces[0].events[0].place = lima().pieces[0].events[0].place.clone();
    let text = said(&digest, "pt");
    assert!(text.contains(", Elmar Rahimli; ") && text.contains("; e o ministro"), "{text}");
}

#[test]
fn a_short_object_stands_behind_its_verb() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let when = lima().pieces[0].events[0].when.clone();
    let met = event("meet", vec![named(0)], vec![named(1)], &[]);
    let congratulated = Event { when, ..event("congratulate", vec![named(0)], vec![named(1)], &[]) };
    digest.pieces[0].events = vec![met, congratulated.clone()];
    let text = said(&digest, "pt");
    assert!(text.contains(" felicitou Quiroga no dia "), "{text}");
    // What is long goes to the end.
    digest.pieces[0].events = vec![congratulated];
    let text = said(&digest, "pt");
    assert!(text.contains(" felicitou no dia "), "{text}");
}

#[test]
fn people_who_share_a_short_name_keep_the_full_one() {
    let mut digest = lima();
    digest.people[1].name = "Marta Rahimli".to_owned();
    assert!(said(&digest, "pt").contains("Elmar Rahimli prestou"), "{}", said(&digest, "pt"));
}

#[test]
fn who_goes_on_is_named_again_only_where_the_language_wants_a_subject() {
    assert!(said(&lima(), "pt").contains(". Acusou também a Arménia de violações"));
    assert!(said(&lima(), "az").contains(". E.Rəhimli həmçinin Ermənistanı"));
}

#[test]
fn a_plan_stays_a_plan() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.pieces[0].events[0].status = attache_schema::Status::Planned;
    assert!(said(&digest, "az").contains("görüşəcək"));
    assert!(said(&digest, "pt").contains("vai reunir-se"));
}

#[test]
fn what_was_going_on_on_a_day_is_past() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let mut visit = event("visit", vec![named(0)], vec![], &[]);
    visit.status = attache_schema::Status::Underway;
    visit.place = digest.pieces[0].events[0].place.clone();
    let when = digest.pieces[0].events[0].when.clone();
    digest.pieces[0].events = vec![visit];
    assert!(said(&digest, "pt").contains("efetua uma visita ao Peru"), "{}", said(&digest, "pt"));
    assert!(said(&digest, "az").contains("Peruda səfərdədir"), "{}", said(&digest, "az"));
    digest.pieces[0].events[0].when = when;
    assert!(said(&digest, "pt").contains("encontrava-se no dia 4 de maio de 2031 em visita ao Peru"));
    assert!(said(&digest, "az").contains("mayın 4-də") && said(&digest, "az").contains("Peruda səfərdə olub"));
    digest.language.tag = "az".to_owned();
    assert!(said(&digest, "en").contains("On 4 May 2031") && said(&digest, "en").contains("was on a visit to Peru"));
}

#[test]
fn journeys_to_several_states_are_told_at_once() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let to = |state: &str| {
        let mut visit = event("visit", vec![named(0)], vec![], &[]);
        visit.place = digest.pieces[0].events[0].place.clone();
        visit.place.iter_mut().for_each(|place| place.concept = attache_schema::ConceptId::of("country", state));
        visit
    };
    let three = vec![to("PE"), to("KE"), to("EE")];
    digest.pieces[0].events = three;
    assert!(said(&digest, "pt").contains("uma visita ao Peru, ao Quénia e à Estónia"), "{}", said(&digest, "pt"));
    assert!(said(&digest, "az").contains("Peru, Keniya və Estoniyaya səfər edib"), "{}", said(&digest, "az"));
    // Another day is another journey.
    digest.pieces[0].events[2].when = lima().pieces[0].events[0].when.clone();
    assert!(said(&digest, "pt").contains("uma visita ao Peru e ao Quénia."), "{}", said(&digest, "pt"));
}

#[test]
fn talks_are_not_held_within_the_framework_of_the_talks() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let bare = attache_schema::Frame {
        concept: "occasion/negotiations".into(),
        ordinal: None,
        owner: None,
        relation: "relation/within".into(),
        span: common::span(66, 80),
    };
    let numbered = attache_schema::Frame { ordinal: Some(3), ..bare.clone() };
    let mut talks = event("negotiate", vec![named(0)], vec![named(1)], &[]);
    talks.frame = Some(bare);
    digest.pieces[0].events = vec![talks];
    assert!(!said(&digest, "pt").contains("âmbito"), "{}", said(&digest, "pt"));
    digest.pieces[0].events[0].frame = Some(numbered);
    assert!(said(&digest, "pt").contains("âmbito"), "{}", said(&digest, "pt"));
}

#[test]
fn nobody_praises_a_field_of_life() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    digest.pieces[0].events = vec![event("praise", vec![], vec![], &["topic/energy", "topic/tourism"])];
    assert_eq!(said(&digest, "pt"), "Foram tecidos elogios no que respeita à energia e ao turismo.");
    digest.pieces[0].events = vec![event("praise", vec![], vec![], &["topic/bilateral-relations", "topic/education"])];
    assert_eq!(said(&digest, "pt"), "Foram elogiadas as relações bilaterais e a educação.");
}

#[test]
fn who_was_appointed_is_told_by_the_gender() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    digest.pieces[0].events = vec![event("appoint", vec![], vec![named(1)], &[])];
    assert_eq!(said(&digest, "pt"), "A ministra dos Negócios Estrangeiros do Peru, Marta Quiroga, foi nomeada.");
    digest.people[1].gender = None;
    digest.people[1].name = "Xyz Qwerty".to_owned();
    assert!(said(&digest, "pt").starts_with("Foi decidida a nomeação d"), "{}", said(&digest, "pt"));
}

#[test]
fn several_posts_are_told_one_by_one() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    let sent = |index: usize, host: &str| Actor {
        role: Some(ConceptId::of("role", "ambassador")),
        host: Some(ConceptId::of("country", host)),
        ..named(index)
    };
    digest.pieces[0].events = vec![event("appoint", vec![state("EE")], vec![sent(0, "IS"), sent(1, "CL")], &[])];
    assert_eq!(
        said(&digest, "pt"),
        "A Estónia nomeou Elmar Rahimli para o cargo de embaixador do Azerbaijão na Islândia. \
         Marta Quiroga foi nomeada para o cargo de embaixadora do Peru no Chile."
    );
    // Where it is not told whose ambassador somebody becomes, only to whom.
    digest.people[1].country = None;
    assert!(said(&digest, "pt").ends_with("embaixadora no Chile."), "{}", said(&digest, "pt"));
    assert!(said(&digest, "az").ends_with("Çilidəki səfir təyin edilib."), "{}", said(&digest, "az"));
}

#[test]
fn who_is_appointed_by_a_state_is_not_told_to_be_of_it() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    digest.pieces[0].events = vec![event("appoint", vec![state("PE")], vec![named(1)], &[])];
    digest.people[1].role = None;
    let text = said(&digest, "pt");
    assert!(text.ends_with("Marta Quiroga.") && text.matches("Peru").count() == 1, "{text}");
    digest.pieces[0].events = vec![event("appoint", vec![state("EE")], vec![named(1)], &[])];
    let text = said(&digest, "pt");
    assert!(text.ends_with("Marta Quiroga, do Peru."), "{text}");
}

#[test]
fn other_issues_close_the_list() {
    let mut digest = lima();
    digest.pieces.truncate(1);
    digest.source = Default::default();
    digest.pieces[0].events = vec![event("discuss", vec![], vec![], &["topic/other-issues", "topic/trade"])];
    assert_eq!(said(&digest, "pt"), "Foram abordados o comércio e outros assuntos de interesse comum.");
}

#[test]
fn a_variant_of_the_source_language_stands_verbatim() {
    let mut digest = lima();
    digest.language.tag = "pt-BR".to_owned();
    let rendered = localizer().render(&digest, "pt").expect("the language is there");
    let own: Vec<_> = rendered.clauses.iter().filter(|clause| clause.piece.is_some()).collect();
    assert!(own.iter().all(|clause| clause.realization == Realization::Verbatim));
}

#[test]
fn an_unknown_language_is_none_and_an_unknown_folder_an_error() {
    assert!(localizer().render(&lima(), "xx").is_none());
    let error = Localizer::builder().languages(["xx"]).build().err().expect("there is no such folder");
    assert!(error.to_string().contains("there is no folder"), "{error}");
}

#[test]
fn an_office_that_names_its_body_is_not_said_with_it_again() {
    let mut digest = lima();
    let head = &mut digest.people[0];
    (head.role, head.org) = (Some(ConceptId::new("role/ec-president")), Some(ConceptId::new("org/ec")));
    head.country = None;
    let localizer = localizer();
    for (tag, body) in [("en", "European Commission"), ("pt", "Comissão Europeia"), ("az", "Avropa Komissiyası")] {
        let said = localizer.name(tag, &named(0), &digest.people, "").expect("it has a name");
        assert_eq!(said.matches(body).count(), 1, "{said}");
        assert!(!said.contains("CE,"), "{said}");
    }
    digest.people[0].role = Some(ConceptId::new("role/spokesperson"));
    let said = localizer.name("en", &named(0), &digest.people, "").expect("it has a name");
    assert!(said.contains("of the EC"), "an office that anybody may have is said with its body: {said}");
}
