//! A new language folder, from nothing but the contract: everything in it is a gap, and it loads at once.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use attache_locales::{Locales, ROOT};
use attache_localization::outline;

/// How the words of a language take their grammar; each begins with another skeleton of `grammar.toml`.
const ENGINES: &[(&str, &str, &str)] = &[
    ("affix", include_str!("skeletons/affix.toml"), "id\tname\towned\tabbreviation\treading"),
    ("contraction", include_str!("skeletons/contraction.toml"), "id\tname\tarticle\tgender\tnumber\tabbreviation"),
    ("table", include_str!("skeletons/table.toml"), "id\tname\tforms\tabbreviation"),
];

const DATES: &str = include_str!("skeletons/dates.toml");

/// The columns of offices, which are the same whatever the engine.
const ROLES: &str = "id\tname\tfeminine\tplural\tfeminine_plural\tneutral\towned\tpossessed";

/// Writes the folder `<place>/<tag>`; fails where there is one.
pub(crate) fn scaffold(tag: &str, engine: &str, place: &Path) -> Result<String, Box<dyn Error>> {
    let Some((_, grammar, columns)) = ENGINES.iter().find(|(name, _, _)| *name == engine) else {
        let names: Vec<&str> = ENGINES.iter().map(|(name, _, _)| *name).collect();
        return Err(format!("there is no engine `{engine}`; there are {}", names.join(", ")).into());
    };
    check_tag(tag)?;
    let folder = place.join(tag);
    if folder.exists() {
        return Err(format!("{} is there already", folder.display()).into());
    }
    fs::create_dir_all(folder.join("lexicon"))?;
    fs::write(folder.join("locale.toml"), declaration(tag))?;
    fs::write(folder.join("grammar.toml"), grammar)?;
    fs::write(folder.join("dates.toml"), DATES)?;
    fs::write(folder.join("messages.ftl"), messages()?)?;
    for (name, table) in tables(columns)? {
        fs::write(folder.join(name), table)?;
    }
    Ok(format!(
        "{0}: write `name` in locale.toml, then put rows and messages in the place of the lines `# gap:`\n\
         cargo dev check-locales {1}                        counts the gaps\n\
         attache digest --locales {1} --to {tag} article.txt   says what can be said",
        folder.display(),
        place.display()
    ))
}

/// A language, perhaps with a region: the folder's name is what the program calls it.
fn check_tag(tag: &str) -> Result<(), Box<dyn Error>> {
    let (language, regions) = tag.split_once('-').unwrap_or((tag, "XX"));
    let is_word = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    match is_language && regions.split('-').all(is_word) {
        true => Ok(()),
        false => Err(format!("`{tag}` is no BCP 47 tag such as `gl` or `es-MX`").into()),
    }
}

fn declaration(tag: &str) -> String {
    format!(
        "# CONTRIBUTING.md says what each file is for.\n\
         # name: what the language calls itself.\n\
         name = \"{tag}\"\n\
         # A language that is only said; take this line away with segmentation.toml, reading.toml and patterns.toml.\n\
         reads = false\n\
         # Lines `# gap:` are allowed in messages.ftl; take this line away with the last of them.\n\
         complete = false\n"
    )
}

/// Every message of the contract as a gap, with what it gets and must have.
fn messages() -> Result<String, std::fmt::Error> {
    let mut text = String::from(
        "# What the messages are: crates/localization/src/contract.rs; what they may call: functions.rs beside it.\n\
         # Put each message in the place of its line `# gap:`, as locales/pt/messages.ftl or locales/az/messages.ftl does.\n",
    );
    let mut heading = "";
    for message in outline() {
        if heading != message.heading {
            heading = message.heading;
            writeln!(text, "\n## {heading}\n")?;
        }
        let variables: Vec<String> = message.variables.iter().map(|name| format!("${name}")).collect();
        let attributes: Vec<String> = message.attributes.iter().map(|name| format!(".{name}")).collect();
        writeln!(text, "# gap: {}", message.id)?;
        let about = [variables.join(" "), attributes.join(" ")];
        let about: Vec<&str> = about.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if !about.is_empty() {
            writeln!(text, "#      {}", about.join("  "))?;
        }
    }
    Ok(text)
}

/// Every table of concepts, each concept a gap.
fn tables(columns: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let locales = Locales::builtin();
    let mut tables = Vec::new();
    for file in locales.files_ending(ROOT, ".tsv") {
        let table = file.table()?;
        let path = file.path();
        let name = path.strip_prefix("locales/root/").filter(|name| name.starts_with("lexicon/"));
        let Some(name) = name.filter(|_| table.columns().first() == Some(&"id")) else { continue };
        let mut text = format!("{}\n", if name.ends_with("roles.tsv") { ROLES } else { columns });
        for row in table.rows() {
            writeln!(text, "# gap: {}", row.key())?;
        }
        tables.push((name.to_owned(), text));
    }
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;

    fn place(name: &str) -> std::path::PathBuf {
        let place = std::env::temp_dir().join(format!("attache-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        place
    }

    #[test]
    fn a_new_folder_of_each_engine_loads_and_everything_in_it_is_a_counted_gap() {
        let place = place("new-locale");
        for (number, (engine, _, _)) in ENGINES.iter().enumerate() {
            let tag = format!("q{}", char::from(b'a' + number as u8));
            scaffold(&tag, engine, &place).unwrap_or_else(|error| panic!("{engine}: {error}"));
            let table = check(Some(&place)).unwrap_or_else(|error| panic!("{engine}: {error}"));
            let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('|').map(str::trim).collect()).collect();
            let own: Vec<&Vec<&str>> = rows.iter().filter(|row| row.get(1) == Some(&tag.as_str())).collect();
            assert!(own.len() > 8, "{table}");
            assert!(own.iter().all(|row| row[3] == row[4] && row[3] != "0"), "{engine}: {own:?}");
        }
        let again = scaffold("qa", "affix", &place).expect_err("it is there");
        assert!(again.to_string().contains("there already"), "{again}");
        fs::remove_dir_all(&place).expect("it was made here");
    }

    #[test]
    fn what_cannot_be_made_is_refused_before_anything_is_written() {
        let place = place("no-locale");
        for (tag, engine) in [("qa", "magic"), ("../etc", "affix"), ("English", "table"), ("", "table")] {
            assert!(scaffold(tag, engine, &place).is_err(), "{tag} {engine}");
        }
        assert!(!place.exists());
    }
}
