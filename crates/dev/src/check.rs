//! What the language folders leave open, and what is wrong in them.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use attache::Attache;
use attache_locales::{Gaps, LoadError, Locales, ROOT, Table};
use attache_localization::lint;

use crate::folder;

/// How much of one kind of thing a language leaves open.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    tag: String,
    kind: String,
    missing: usize,
    total: usize,
}

/// What was found.
#[derive(Debug, Default)]
struct Findings {
    rows: Vec<Row>,
    mistakes: Vec<String>,
}

/// Checks all languages, those of `over` among them, and prints a table of the gaps.
pub(crate) fn check(over: Option<&Path>) -> Result<String, Box<dyn Error>> {
    let locales = folder::open(over)?;
    let findings = survey(&locales).map_err(|error| folder::tell(&error, over))?;
    let table = print(&findings)?;
    // Built as the program builds it: files for reading, names, patterns.
    Attache::builder().locales(locales).build().map_err(|error| folder::tell(&error, over))?;
    if findings.mistakes.is_empty() {
        return Ok(table);
    }
    Err(format!("{table}\n{} mistakes:\n{}", findings.mistakes.len(), findings.mistakes.join("\n")).into())
}

fn survey(locales: &Locales) -> Result<Findings, LoadError> {
    let mut findings = Findings::default();
    // A variant holds only what differs.
    for tag in locales.tags() {
        let report = lint(locales, tag)?;
        findings.mistakes.extend(report.mistakes);
        if !tag.contains('-') {
            let missing = report.gaps.len();
            findings.rows.push(Row { tag: tag.to_owned(), kind: "messages".to_owned(), missing, total: report.total });
            survey_lexicon(locales, tag, &mut findings)?;
        }
    }
    Ok(findings)
}

/// Each concept has a row in the table of its kind, or its gap is written down.
fn survey_lexicon(locales: &Locales, tag: &str, findings: &mut Findings) -> Result<(), LoadError> {
    for file in locales.lexicon(ROOT) {
        let root = file.table()?;
        // A list of words of no language, such as given names, has no ids to name.
        if root.columns().first() != Some(&"id") {
            continue;
        }
        let path = file.path();
        let name = path.split_once("lexicon/").map_or("", |(_, name)| name);
        let own = locales.file(tag, &format!("lexicon/{name}"));
        let table = own.map(|file| file.table()).transpose()?;
        let said: BTreeSet<&str> = table.iter().flat_map(Table::rows).map(|row| row.key()).collect();
        let gaps = own.map(|file| Gaps::of(&file)).unwrap_or_default();
        let ids: Vec<&str> = root.rows().map(|row| row.key()).collect();
        let missing: Vec<&str> = ids.iter().copied().filter(|id| !said.contains(id)).collect();
        let unwritten = missing.iter().filter(|id| !gaps.allow(id));
        let wrong = |id: &&str| format!("locales/{tag}/lexicon/{name}: no row and no line `# gap: {id}`");
        findings.mistakes.extend(unwritten.map(wrong));
        let closed = gaps.named().filter(|(id, _)| said.contains(id));
        findings
            .mistakes
            .extend(closed.map(|(id, _)| format!("locales/{tag}/lexicon/{name}: `{id}` is said and a gap")));
        let kind = name.trim_end_matches(".tsv").to_owned();
        findings.rows.push(Row { tag: tag.to_owned(), kind, missing: missing.len(), total: ids.len() });
    }
    Ok(())
}

fn print(findings: &Findings) -> Result<String, std::fmt::Error> {
    let mut table = String::from("| language | kind | missing | of |\n| --- | --- | ---: | ---: |\n");
    for Row { tag, kind, missing, total } in &findings.rows {
        writeln!(table, "| {tag} | {kind} | {missing} | {total} |")?;
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brought() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/locales")
    }

    #[test]
    fn the_languages_of_this_repository_have_no_mistakes_and_their_gaps_are_counted() {
        let table = check(Some(&brought())).unwrap_or_else(|error| panic!("{error}"));
        let findings = survey(&folder::open(Some(&brought())).expect("the folder")).expect("sound folders");
        let is_ours = |row: &Row| Locales::builtin().contains(&row.tag);
        for row in &findings.rows {
            let Row { tag, kind, missing, total } = row;
            assert!(*missing == 0 || !is_ours(row) || *kind != "messages", "{row:?}");
            assert!(table.contains(&format!("| {tag} | {kind} | {missing} | {total} |")), "{table}");
        }
        assert!(findings.rows.iter().any(|row| !is_ours(row) && row.missing > 0), "those brought along have gaps");
    }

    #[test]
    fn a_concept_without_a_row_and_without_a_word_is_a_mistake() {
        let mut locales = Locales::builtin();
        locales.insert("en", "lexicon/aid.tsv", "id\tname\naid/food\tfood\n# gap: aid/food\n# gap: aid/tents\n");
        let mistakes = survey(&locales).expect("it loads").mistakes.join("\n");
        assert!(mistakes.contains("no line `# gap: aid/water`"), "{mistakes}");
        assert!(mistakes.contains("`aid/food` is said and a gap"), "{mistakes}");
        assert!(!mistakes.contains("aid/tents"), "{mistakes}");
    }
}
