//! How near the extracts come to what people wrote, by the scorer that lies beside the data.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::Stop;
use crate::compare::Entrant;
use crate::row::Row;
use crate::table::Table;
use crate::tool::Tool;

const MEASURES: [&str; 3] = ["R1", "R2", "RL"];
const LEAD: &str = "lead";

/// The line protocol of the scorer.
pub(crate) fn answer(tool: Tool, out: &mut dyn Write) -> Result<(), Stop> {
    let ready = tool.prepare()?;
    for row in Row::read_all()? {
        let summary = ready.answer(&row);
        // The scorer refuses a row without words, and a tool may find none.
        let summary = if crate::row::count_words(&summary) == 0 { "none".to_owned() } else { summary };
        writeln!(out, "{}", json!({ "id": row.id, "summary": summary }))?;
    }
    Ok(())
}

/// What the scorer is called with.
pub(crate) struct Scorer<'a> {
    pub(crate) python: &'a Path,
    pub(crate) script: &'a Path,
    pub(crate) data: &'a [PathBuf],
}

impl Scorer<'_> {
    pub(crate) fn run(&self, entrants: &[Entrant], out: &mut dyn Write) -> Result<(), Stop> {
        let folder = std::env::temp_dir().join(format!("attache-summarizers-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let told = self.tabulate(entrants, &folder);
        fs::remove_dir_all(&folder)?;
        let (table, remarks) = told?;
        writeln!(
            out,
            "\nROUGE (F1) at equal budgets, and ours less theirs with the paired test (\\* p < 0.05, \\*\\* p < 0.01).\n"
        )?;
        write!(out, "{table}")?;
        Ok(remarks.iter().try_for_each(|remark| writeln!(out, "\nNo score for {remark}."))?)
    }

    fn tabulate(&self, entrants: &[Entrant], folder: &Path) -> Result<(Table, Vec<String>), Stop> {
        let Some((ours, peers)) = entrants.split_first() else { return Err("no tool".into()) };
        let head = ["tool", "R1 / R2 / RL", "ours − it, R1", "ours − it, R2", "ours − it, RL", "sets better / worse"];
        let (mut table, mut remarks) = (Table::new(head), Vec::new());
        let own = self.summarize(ours, folder)?;
        let scores = self.score(&own, None)?;
        table.push(vec![
            ours.name.clone(),
            triple(&scores),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
        ]);
        let lead = folder.join(LEAD);
        self.call(&["baseline", "--system", LEAD, "--save", &lead.to_string_lossy()])?;
        let others = peers.iter().map(|peer| (peer.name.clone(), self.summarize(peer, folder)));
        for (name, file) in [("first sentences".to_owned(), Ok(lead.clone()))].into_iter().chain(others) {
            match file.and_then(|file| Ok((self.score(&file, None)?, self.score(&own, Some(&file))?))) {
                Err(stop) => remarks.push(format!("{name}: {stop}")),
                Ok((its, difference)) => {
                    let mut line = vec![name, triple(&its)];
                    line.extend(MEASURES.iter().map(|measure| differ(&all(&difference)[format!("d{measure}")])));
                    line.push(count_sets(&difference));
                    table.push(line);
                }
            }
        }
        Ok((table, remarks))
    }

    /// Has a tool answer all rows.
    fn summarize(&self, entrant: &Entrant, folder: &Path) -> Result<PathBuf, Stop> {
        let file = folder.join(entrant.name.replace(' ', "-"));
        let mut input = Vec::new();
        for path in self.data {
            input.extend(fs::read(path)?);
        }
        let lines = folder.join("rows");
        fs::write(&lines, input)?;
        let mut command = entrant.command("answer");
        command.stdin(fs::File::open(&lines)?).stdout(fs::File::create(&file)?).stderr(Stdio::piped());
        let output = command.output()?;
        if output.status.success() { Ok(file) } else { Err(last_line(&output.stderr).into()) }
    }

    fn score(&self, summaries: &Path, baseline: Option<&Path>) -> Result<Value, Stop> {
        let result = summaries.with_extension("json");
        let (pred, json) = (summaries.to_string_lossy(), result.to_string_lossy());
        let mut arguments = vec!["score", "--pred", &pred, "--json", &json];
        let baseline = baseline.map(Path::to_string_lossy);
        if let Some(baseline) = &baseline {
            arguments.extend(["--baseline", baseline]);
        }
        self.call(&arguments)?;
        Ok(serde_json::from_slice(&fs::read(&result)?)?)
    }

    fn call(&self, arguments: &[&str]) -> Result<(), Stop> {
        let mut command = Command::new(self.python);
        command.arg(self.script).args(arguments).arg("--data").args(self.data);
        let output = command.output()?;
        if output.status.success() { Ok(()) } else { Err(last_line(&output.stderr).into()) }
    }
}

/// The scores over all rows; where there is one set they are those of the set.
fn all(scores: &Value) -> &Value {
    let sets = scores.as_object();
    let only = || sets.and_then(|sets| sets.iter().find(|(name, _)| name.contains('/')).map(|(_, value)| value));
    scores.get("ALL/*").or_else(only).unwrap_or(&Value::Null)
}

fn triple(scores: &Value) -> String {
    let number = |measure: &str| format!("{:.1}", all(scores)[measure].as_f64().unwrap_or_default());
    MEASURES.map(number).join(" / ")
}

/// Difference, interval, and how sure it is.
fn differ(told: &Value) -> String {
    let number = |at: usize| told[at].as_f64().unwrap_or_default();
    format!("{:+.1} ({:+.1} to {:+.1}){}", number(0), number(1), number(2), stars(number(3)))
}

fn stars(p: f64) -> &'static str {
    match p {
        p if p < 0.01 => " **",
        p if p < 0.05 => " *",
        _ => "",
    }
}

/// In how many sets ours is better for sure by ROUGE-1 or ROUGE-2, and in how many it is worse.
fn count_sets(difference: &Value) -> String {
    let sets = difference.as_object().into_iter().flatten().filter(|(name, _)| name.contains('/') && *name != "ALL/*");
    let sure = |set: &Value, sign: f64| {
        ["dR1", "dR2"].iter().any(|name| {
            let number = |at: usize| set[*name][at].as_f64().unwrap_or_default();
            number(0) * sign > 0.0 && number(3) < 0.05
        })
    };
    let sets: Vec<&Value> = sets.map(|(_, set)| set).collect();
    let count = |sign: f64| sets.iter().filter(|set| sure(set, sign)).count();
    format!("{} / {} of {}", count(1.0), count(-1.0), sets.len())
}

fn last_line(stderr: &[u8]) -> String {
    let stderr = String::from_utf8_lossy(stderr);
    stderr.lines().last().unwrap_or("it failed without a word").to_owned()
}
