//! The author's own sentences, standing alone: what is taken off, put in or left.

use attache::{Article, Attache};

/// What stands before the source line of the digest in the article's own language.
fn own_words(attache: &Attache, text: &str) -> String {
    let digest = attache.digest(&Article { text: text.to_owned(), ..Article::default() });
    let rendered = attache.render(&digest, &digest.language.tag).expect("its own language");
    let source = [" Source: ", " Fonte: ", " Mənbə: "].iter().filter_map(|label| rendered.text.find(label)).min();
    rendered.text[..source.unwrap_or(rendered.text.len())].to_owned()
}

#[test]
fn date_lines_are_taken_off() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let said = "Foreign Minister of Latvia Aija Kalve met her Norwegian counterpart Kari Holm in Oslo.";
    for head in [
        "RIGA/VILNIUS (Baltic Wire) - ",
        "RIGA/VILNIUS (Baltic Wire / Nord - 5th May, 2031) ",
        "NEW DELHI: ",
        "HA NOI — ",
        "CAIRO – 5 May 2031: ",
        "WASHINGTON, D.C. – ",
        "Tehran, IRNA – ",
        "VIENTIANE (KPL) ",
        "TBILISI, 5 May /BWN/. ",
        "Samarkand/BALTWIRE/ ",
        "Samarkand [Uzbekistan], April 13 : ",
    ] {
        assert_eq!(own_words(&attache, &format!("{head}{said}")), said, "{head:?}");
    }
}

/// Words in capitals before a colon that name no place say who speaks.
#[test]
fn speakers_are_not_date_lines() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    for text in [
        "MINISTER KALVE: Latvia condemns the attack on the embassy of Norway in Riga.",
        // A dash between two words joins them.
        "On 23 May 2031, Peru–Norway Working Group Chairman Kari Holm met Foreign Minister of Latvia Aija Kalve in Riga.",
    ] {
        assert_eq!(own_words(&attache, text), text);
    }
}

#[test]
fn what_somebody_said_stays_in_quotation_marks() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    for (text, expected) in [
        // The closing mark stands in the attribution.
        (
            "Foreign Minister of Latvia Aija Kalve met her Norwegian counterpart Kari Holm in Oslo for \"the talks that both \
             peoples need,\" Latvia's Foreign Ministry said in a statement.",
            "Foreign Minister of Latvia Aija Kalve met her Norwegian counterpart Kari Holm in Oslo for \"the talks that both \
             peoples need\".",
        ),
        // A quotation of several sentences.
        (
            "Latviyanın xarici işlər naziri Ayya Kalve Riqada Norveçin xarici işlər naziri Kari Holm ilə görüşüb. Nazir bildirib: \
             “Görüşdə enerji sahəsində əməkdaşlıq müzakirə ediləcək. Görüşdə nəqliyyat məsələləri müzakirə ediləcək”.",
            "Latviyanın xarici işlər naziri Ayya Kalve Riqada Norveçin xarici işlər naziri Kari Holm ilə görüşüb. Nazir bildirib: \
             “Görüşdə enerji sahəsində əməkdaşlıq müzakirə ediləcək.” “Görüşdə nəqliyyat məsələləri müzakirə ediləcək”.",
        ),
    ] {
        assert_eq!(own_words(&attache, text), expected);
    }
}

/// "October 31-November 2" is a range, and not the 31st with something behind it.
#[test]
fn a_range_over_two_months_stays_whole() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let text =
        "12 September 2031\n\nForeign Minister of Latvia Aija Kalve will visit Georgia on October 31-November 2.";
    let digest = attache.digest(&Article { text: text.to_owned(), ..Article::default() });
    let said = |tag: &str| attache.render(&digest, tag).expect("a listed language").text;
    assert!(said("en").starts_with(&text[19..]), "{}", said("en"));
    assert!(said("pt").contains("de 31 de outubro a 2 de novembro de 2031"), "{}", said("pt"));
    assert!(said("az").contains("oktyabrın 31-dən noyabrın 2-dək"), "{}", said("az"));
}

/// Talks of whose subjects no words are known are told of their sides.
#[test]
fn talks_are_told_without_their_subjects() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let text = "Foreign Minister of Latvia Aija Kalve and Foreign Minister of Norway Kari Holm discussed ways of counting seabirds.";
    let digest = attache.digest(&Article { text: text.to_owned(), ..Article::default() });
    let said = |tag: &str| attache.render(&digest, tag).expect("a listed language").text;
    assert!(said("pt").ends_with("mantiveram conversações."), "{}", said("pt"));
    assert!(said("az").ends_with("arasında danışıqlar aparılıb."), "{}", said("az"));
}

/// A first sentence without its stop is no headline where it begins with place and day.
#[test]
fn a_date_line_makes_a_sentence() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let text = "Talks in the north\n\nSamarkand [Uzbekistan], April 13 : Latvian Foreign Minister Aija Kalve on Thursday met her \
                Norwegian counterpart Kari Holm in Samarkand\n\nThe talks were long and everybody in the hall was tired in the end.";
    assert!(
        own_words(&attache, text).starts_with("Latvian Foreign Minister Aija Kalve"),
        "{}",
        own_words(&attache, text)
    );
}

/// A line with the day of publication is read as such though it begins small under a line without a stop.
#[test]
fn the_day_of_publication_is_no_end_of_the_line_above() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let text = "Acordos com a Letónia\n\nOs dois países acertam cooperação em áreas como educação, agricultura e consultas políticas\n\
                por Redação publicado: 12/08/2031 14h02\n\n\
                O Presidente de Portugal, Rui Salgueiro, recebeu nesta terça-feira (12) o Presidente da Letónia, Andris Ozols.";
    let digest = attache.digest(&Article { text: text.to_owned(), ..Article::default() });
    assert!(digest.source.published.is_some_and(|day| day.to_string() == "2031-08-12"), "{:?}", digest.source);
}

/// Under the text several days are those of other news.
#[test]
fn the_days_of_other_news_are_not_the_day_of_publication() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let text = "Yesterday, Foreign Minister of Latvia Aija Kalve met her Norwegian counterpart Kari Holm in Oslo.\nRelated News\n\
                11:50 / 04.11.2031\nLatvia appoints new ambassador to Peru\n14:28 / 29.10.2031\nRiga hosts a fair\n";
    let digest = attache.digest(&Article { text: text.to_owned(), ..Article::default() });
    assert_eq!(digest.source.published, None);
}

/// "Hoje (5)": the day that brackets say again goes with the word for it.
#[test]
fn a_day_said_again_in_brackets_is_said_once() {
    let attache = Attache::builder().build().expect("the built-in folders are sound");
    let said = |day: &str| {
        let text = format!(
            "O ministro da Economia do Peru, Juan Ferrol, reuniu-se {day} com a ministra da Estónia, Liina Kask."
        );
        let published = "2031-05-05".parse().ok();
        let digest = attache.digest(&Article { text, published, ..Article::default() });
        attache.render(&digest, &digest.language.tag).expect("its own language").text
    };
    assert_eq!(said("hoje (5)"), said("hoje"));
    assert!(said("hoje (6)").contains("(6)"));
}
