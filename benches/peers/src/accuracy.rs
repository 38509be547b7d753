//! How often each tool is right, by the scorer that lies beside the data: the same program that judges ours alone.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::Stop;
use crate::places::{Places, entries};
use crate::table::Table;
use crate::text::read_rows;
use crate::tool::Tool;

/// A tool as the scorer calls it.
struct Candidate {
    name: String,
    tool: Tool,
    options: &'static [&'static str],
}

/// A file of gold, and the language of its rows.
struct Gold {
    file: PathBuf,
    lang: String,
}

pub(crate) fn run(places: &Places, out: &mut dyn Write) -> Result<(), Stop> {
    let gold = find_gold(&places.data())?;
    let mut table = Table::new(["tool".to_owned()].into_iter().chain(gold.iter().map(|gold| stem(&gold.file))));
    let mut remarks = Vec::new();
    for candidate in candidates() {
        let mut row = vec![candidate.name.clone()];
        for gold in &gold {
            let score = score(&candidate, gold, places);
            row.push(score.as_ref().map_or("–".to_owned(), Clone::clone));
            remarks.extend(score.err().map(|stop| format!("{}: {stop}", candidate.name)));
        }
        table.push(row);
    }
    writeln!(out, "F1 of boundaries / cases that are right as a whole, both of a hundred.")?;
    writeln!(out, "Ours was written with these files in view, its peers were not.\n")?;
    write!(out, "{table}")?;
    remarks.dedup();
    remarks.iter().try_for_each(|remark| writeln!(out, "\nNo score for {remark}."))?;
    Ok(())
}

fn candidates() -> impl Iterator<Item = Candidate> {
    let plain = |tool: Tool| Candidate { name: tool.name(), tool, options: &[] };
    let ours = |rule: &str, options| Candidate {
        name: format!("{}, {rule}", Tool::Attache.name()),
        tool: Tool::Attache,
        options,
    };
    let lower = ours("lower-case-starts", &["--rule", "lower-case-starts"]);
    let colon = ours("colon-quotes", &["--rule", "colon-quotes"]);
    [plain(Tool::Attache), lower, colon].into_iter().chain(Tool::peers().map(plain))
}

fn find_gold(data: &Path) -> Result<Vec<Gold>, Stop> {
    let files = ["dev", "ud-dev"].into_iter().flat_map(|folder| entries(&data.join(folder)));
    let files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|ending| ending == "jsonl")).collect();
    if files.is_empty() {
        return Err(format!("no dev/*.jsonl in {}; name the folder with --data DIR", data.display()).into());
    }
    files.into_iter().map(|file| Ok(Gold { lang: read_lang(&file)?, file })).collect()
}

fn read_lang(file: &Path) -> Result<String, Stop> {
    let rows = read_rows(file)?;
    let lang = rows.first().and_then(|row| row["lang"].as_str());
    Ok(lang.ok_or_else(|| format!("{}: no row with a language", file.display()))?.to_owned())
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn score(candidate: &Candidate, gold: &Gold, places: &Places) -> Result<String, Stop> {
    if !candidate.tool.speaks(&gold.lang) {
        return Err(format!("it does not know the language `{}`", gold.lang).into());
    }
    let output = call_scorer(candidate, gold, places)?;
    if !output.status.success() {
        return Err(first_line(&output.stderr).into());
    }
    let total = &serde_json::from_slice::<Value>(&output.stdout)?["total"];
    let percent = |key: &str| total[key].as_f64().unwrap_or_default() * 100.0;
    Ok(format!("{:.1} / {:.1}", percent("f1"), percent("exact")))
}

/// Only peers may leave text out: the scorer then counts what is lost as wrong and does not refuse the whole file.
fn call_scorer(candidate: &Candidate, gold: &Gold, places: &Places) -> Result<Output, Stop> {
    let this = places.this_program()?;
    let mut scorer = Command::new("python3");
    scorer.arg(places.data().join("score.py")).arg("--json").arg(&gold.file);
    if !candidate.tool.is_ours() {
        scorer.arg("--allow-gaps");
    }
    scorer.arg("--").arg(this.get_program()).args(this.get_args());
    scorer.args(["answer", "--tool", &candidate.tool.name()]).args(candidate.options);
    Ok(scorer.output().map_err(|error| format!("python3: {error}"))?)
}

fn first_line(stderr: &[u8]) -> String {
    let stderr = String::from_utf8_lossy(stderr);
    let line = stderr.lines().next().unwrap_or("the scorer failed without a word");
    line.trim_start_matches("error: ").to_owned()
}
