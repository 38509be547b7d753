//! An archive in good and in bad days.

use super::*;
use crate::layout::{APPLICATION, STEPS};
use proptest::prelude::*;
use tempfile::TempDir;

fn desk() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("news").join("archive.sqlite");
    (folder, path)
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn item(url: &str, text: &str) -> Item {
    Item { url: url.to_owned(), text: text.to_owned(), ..Item::fetched_on(day("2031-03-06")) }
}

fn filled(path: &Path) -> Archive {
    let mut archive = Archive::open(path).expect("an archive");
    let rows = [
        (
            "https://a.example/1",
            "Azərtac",
            "az",
            "2031-03-01",
            "Nazir BAKIYA gəldi",
            "Xarici işlər naziri Lissabondan gəldi.",
        ),
        (
            "https://a.example/2",
            "Azərtac",
            "az",
            "2031-03-02",
            "Enerji danışıqları",
            "IŞIQ və qaz haqqında danışdılar.",
        ),
        (
            "https://b.example/1",
            "Gazeta do Rossio",
            "pt",
            "2031-03-02",
            "Ministro em Baku",
            "O ministro dos Negócios Estrangeiros chegou.",
        ),
        (
            "https://b.example/2",
            "Gazeta do Rossio",
            "pt-BR",
            "2031-03-04",
            "Energia e gás",
            "As negociações sobre energia continuam.",
        ),
        (
            "https://c.example/1",
            "Harbour Post",
            "en",
            "2031-03-05",
            "Minister in Baku",
            "The foreign minister spoke of energy and gas.",
        ),
    ];
    for (url, outlet, language, published, title, text) in rows {
        let item = Item {
            outlet: Some(outlet.to_owned()),
            language: Some(language.to_owned()),
            published: Some(day(published)),
            title: Some(title.to_owned()),
            ..item(url, text)
        };
        archive.add(&item, &[]).expect("added");
    }
    archive
}

fn ids(archive: &Archive, words: &str) -> Vec<i64> {
    archive.find(&Query::words(words).expect("words")).expect("found").iter().map(|entry| entry.id).collect()
}

#[test]
fn an_article_is_taken_once_under_whatever_address() {
    let (_folder, path) = desk();
    let mut archive = Archive::open(&path).expect("an archive");
    let first = item("https://a.example/1", "The ministers met.");
    assert_eq!(archive.add(&first, &["https://feeds.example/x"]).expect("added"), Added::New(1));
    let again = item("https://feeds.example/x", "The ministers met again.");
    assert_eq!(archive.add(&again, &["https://a.example/1?m=1"]).expect("added"), Added::Known(1));
    let third = item("https://a.example/1?m=1", "Other");
    assert_eq!(archive.add(&third, &[]).expect("added"), Added::Known(1));
    assert_eq!(archive.find_address("https://feeds.example/x").expect("read"), Some(1));
    assert_eq!(archive.find_address("https://a.example/2").expect("read"), None);
    assert_eq!(archive.get(1).expect("read").map(|entry| entry.item), Some(first));
    assert_eq!(archive.count().expect("read"), 1);
}

#[test]
fn the_same_text_is_taken_once_from_one_outlet_and_again_from_another() {
    let (_folder, path) = desk();
    let mut archive = Archive::open(&path).expect("an archive");
    let of = |url: &str, outlet: &str| Item { outlet: Some(outlet.to_owned()), ..item(url, "The ministers met.") };
    assert_eq!(archive.add(&of("https://a.example/1", "A"), &[]).expect("added"), Added::New(1));
    assert_eq!(archive.add(&of("https://a.example/2", "A"), &[]).expect("added"), Added::Known(1));
    assert_eq!(archive.add(&of("https://b.example/1", "B"), &[]).expect("added"), Added::New(2));
}

#[test]
fn words_are_found_however_they_are_typed() {
    let (_folder, path) = desk();
    let archive = filled(&path);
    assert_eq!(ids(&archive, "bakıya"), [1]);
    assert_eq!(ids(&archive, "baki*"), [1]);
    assert_eq!(ids(&archive, "isiq"), [2]);
    assert_eq!(ids(&archive, "işıq QAZ"), [2]);
    assert_eq!(ids(&archive, "negocios"), [3]);
    assert_eq!(ids(&archive, "\"negócios estrangeiros\""), [3]);
    assert_eq!(ids(&archive, "\"estrangeiros negócios\""), [] as [i64; 0]);
    assert_eq!(ids(&archive, "energ* -energia"), [5]);
    assert_eq!(ids(&archive, "-baku"), [4, 2, 1]);
    assert_eq!(ids(&archive, ""), [5, 4, 3, 2, 1]);
}

#[test]
fn bounds_narrow_what_is_found() {
    let (_folder, path) = desk();
    let archive = filled(&path);
    let found = |narrow: &dyn Fn(&mut Query)| {
        let mut query = Query::default();
        narrow(&mut query);
        archive.find(&query).expect("found").iter().map(|entry| entry.id).collect::<Vec<_>>()
    };
    assert_eq!(found(&|query| query.since = Some(day("2031-03-04"))), [5, 4]);
    assert_eq!(found(&|query| query.until = Some(day("2031-03-02"))), [3, 2, 1]);
    assert_eq!(found(&|query| query.outlet = Some("AZERTAC".to_owned())), [2, 1]);
    assert_eq!(found(&|query| query.outlet = Some("rossio".to_owned())), [4, 3]);
    assert_eq!(found(&|query| query.language = Some("pt".to_owned())), [4, 3]);
    assert_eq!(found(&|query| query.language = Some("pt-BR".to_owned())), [4]);
    assert_eq!(found(&|query| query.limit = Some(2)), [5, 4]);
}

#[test]
fn an_article_without_a_day_is_of_the_day_on_which_it_came() {
    let (_folder, path) = desk();
    let mut archive = Archive::open(&path).expect("an archive");
    let partly = Item { published: Some(day("2031-02")), ..item("https://a.example/1", "The ministers met.") };
    archive.add(&partly, &[]).expect("added");
    let entry = archive.get(1).expect("read").expect("there");
    assert_eq!((entry.item.published, entry.item.day()), (Some(day("2031-02")), day("2031-03-06")));
}

#[test]
fn a_source_keeps_what_it_gave() {
    let (_folder, path) = desk();
    let mut archive = Archive::open(&path).expect("an archive");
    assert_eq!(archive.source("https://a.example/feed").expect("read"), Source::default());
    let source = Source { etag: Some("\"7\"".to_owned()), last_modified: None };
    archive.keep_source("https://a.example/feed", &source).expect("kept");
    drop(archive);
    let archive = Archive::open(&path).expect("an archive");
    assert_eq!(archive.source("https://a.example/feed").expect("read"), source);
}

#[test]
fn a_file_in_an_older_layout_is_brought_up_and_a_copy_is_left() {
    for version in 1..STEPS.len() {
        let (_folder, path) = desk();
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        let old = Connection::open(&path).expect("a file");
        STEPS[..version].iter().for_each(|step| old.execute_batch(step).expect("a step"));
        old.pragma_update(None, "application_id", APPLICATION).expect("written");
        old.pragma_update(None, "user_version", version as i64).expect("written");
        let mark = mark(&item("https://a.example/1", "Bakı"));
        old.execute_batch(&format!(
            "INSERT INTO items(url, outlet_key, fetched, day, text, mark)
             VALUES('https://a.example/1', '', '2031-03-06', '2031-03-06', 'Bakı', {mark});
             INSERT INTO addresses VALUES('https://a.example/1', 1); INSERT INTO words(rowid, text) VALUES(1, 'baki');"
        ))
        .expect("an article");
        drop(old);

        let mut archive = Archive::open(&path).expect("brought up");
        assert_eq!(ids(&archive, "BAKI"), [1]);
        archive.keep_source("https://a.example/feed", &Source::default()).expect("the new table is there");
        archive.check().expect("sound");
        let copy = path.with_extension(format!("sqlite.layout-{version}"));
        let copied: i64 = Connection::open(copy)
            .expect("a copy")
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .expect("read");
        assert_eq!(copied, version as i64);
    }
}

#[test]
fn a_newer_file_is_left_alone() {
    let (_folder, path) = desk();
    let archive = filled(&path);
    archive.connection().pragma_update(None, "user_version", 99).expect("written");
    drop(archive);
    let error = Archive::open(&path).expect_err("newer");
    assert_eq!(error.to_string(), "was made by a newer attaché (layout 99; this one knows 2)");
}

#[test]
fn another_programs_database_is_left_alone() {
    let (_folder, path) = desk();
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    Connection::open(&path).expect("a file").execute_batch("CREATE TABLE bookmarks(url TEXT)").expect("a table");
    let before = fs::read(&path).expect("there");
    assert!(matches!(Archive::open(&path), Err(ArchiveError::Foreign)));
    assert_eq!(fs::read(&path).expect("there"), before);
}

#[test]
fn what_is_no_archive_says_so() {
    let (folder, path) = desk();
    assert!(matches!(Archive::open_existing(&path), Err(ArchiveError::Missing)));
    assert!(matches!(Archive::open(folder.path()), Err(ArchiveError::NotAllowed)));
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(&path, "The ministers met. ".repeat(500)).expect("written");
    assert!(matches!(Archive::open(&path), Err(ArchiveError::Corrupt(_))));
}

#[test]
fn damage_anywhere_is_an_error_and_never_a_panic() {
    let (_folder, path) = desk();
    let mut archive = filled(&path);
    for number in 0..60 {
        let text = format!("The {number} ministers met. {}", "They spoke of energy. ".repeat(40));
        archive.add(&item(&format!("https://d.example/{number}"), &text), &[]).expect("added");
    }
    archive.check().expect("sound");
    archive.connection().pragma_update(None, "wal_checkpoint", "TRUNCATE").expect("written");
    let articles = archive.find(&Query::default()).expect("read");
    drop(archive);
    let sound = fs::read(&path).expect("there");
    let mut noticed = 0;
    for number in 0..60 {
        let mut bytes = sound.clone();
        let at = bytes.len() * number / 60;
        bytes[at..].iter_mut().take(300).for_each(|byte| *byte ^= 0x5a);
        fs::write(&path, &bytes).expect("written");
        let seen = Archive::open(&path).and_then(|archive| {
            archive.find(&Query::words("ministers*")?)?;
            archive.check()?;
            archive.find(&Query::default())
        });
        noticed += usize::from(seen.is_err());
        assert!(
            seen.is_err() || seen.is_ok_and(|seen| seen == articles),
            "damage at {at} was not noticed and not harmless"
        );
    }
    for length in [100, 4096, 5000, sound.len() / 2, sound.len() - 4096] {
        fs::write(&path, &sound[..length]).expect("written");
        assert!(Archive::open(&path).and_then(|archive| archive.check()).is_err(), "cut at {length}");
    }
    assert!(noticed >= 30, "only {noticed} of 60 were noticed");
}

#[test]
fn a_full_disk_loses_nothing_that_was_accepted() {
    let (_folder, path) = desk();
    let mut archive = filled(&path);
    let pages: i64 = archive.connection().pragma_query_value(None, "page_count", |row| row.get(0)).expect("read");
    archive.connection().pragma_update(None, "max_page_count", pages + 2).expect("written");
    let large = item("https://d.example/1", &"The ministers met. ".repeat(5000));
    assert!(matches!(archive.add(&large, &[]), Err(ArchiveError::Full)));
    assert_eq!(ids(&archive, "baku"), [5, 3]);
    archive.check().expect("sound");
    assert_eq!(archive.count().expect("read"), 5);
}

#[test]
fn who_reads_does_not_wait_and_who_writes_is_told() {
    let (_folder, path) = desk();
    let mut archive = filled(&path);
    let other = Archive::open(&path).expect("a second one");
    other.connection().execute_batch("BEGIN IMMEDIATE; UPDATE items SET title = 'x' WHERE id = 1").expect("locked");
    assert_eq!(ids(&archive, "baku"), [5, 3]);
    archive.connection().busy_timeout(Duration::from_millis(50)).expect("set");
    let added = archive.add(&item("https://d.example/1", "Text"), &[]);
    assert!(matches!(added, Err(ArchiveError::Locked)));
    drop(other);
    assert!(archive.add(&item("https://d.example/1", "Text"), &[]).is_ok());
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = desk();
    let _archive = filled(&path);
    for name in ["archive.sqlite", "archive.sqlite-wal", "archive.sqlite-shm"] {
        let mode = fs::metadata(path.with_file_name(name)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn two_threads_that_write_lose_nothing() {
    let (_folder, path) = desk();
    std::thread::scope(|scope| {
        for thread in 0..2 {
            let path = &path;
            scope.spawn(move || {
                let mut archive = Archive::open(path).expect("an archive");
                for number in 0..25 {
                    let item =
                        item(&format!("https://a.example/{thread}/{number}"), &format!("Text {thread} {number}"));
                    archive.add(&item, &["https://a.example/same"]).map(drop).expect("added");
                    let own = Item {
                        url: format!("https://b.example/{thread}/{number}"),
                        text: format!("Own {thread} {number}"),
                        ..item
                    };
                    assert!(matches!(archive.add(&own, &[]), Ok(Added::New(_))));
                }
            });
        }
    });
    let archive = Archive::open(&path).expect("an archive");
    archive.check().expect("sound");
    assert_eq!(archive.count().expect("read"), 51);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_was_put_in_comes_out(title in proptest::option::of("\\PC{0,30}"), text in "(?s).{0,200}", outlet in proptest::option::of("\\PC{0,20}")) {
        let (_folder, path) = desk();
        let mut archive = Archive::open(&path).expect("an archive");
        let item = Item { title, outlet, ..item("https://a.example/1", &text) };
        archive.add(&item, &[]).expect("added");
        prop_assert_eq!(archive.get(1).expect("read").map(|entry| entry.item), Some(item));
    }
}
