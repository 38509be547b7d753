//! All tools in one run: who takes part, and what is measured.

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{Args, ValueEnum};

use crate::Stop;
use crate::quality::Scorer;
use crate::speed;
use crate::text;
use crate::tool::Tool;

const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");
/// The tools of `peers.py`.
const PYTHON: [(&str, &str); 6] = [
    ("sumy LexRank", "lexrank"),
    ("sumy TextRank", "textrank"),
    ("sumy LSA", "lsa"),
    ("sumy Luhn", "luhn"),
    ("sumy Edmundson", "edmundson"),
    ("summa", "summa"),
];

#[derive(Args)]
pub(crate) struct Arguments {
    /// A Python that has sumy, summa and numpy; without it only the tools in Rust are compared, and ROUGE is not counted
    #[arg(long)]
    python: Option<PathBuf>,
    /// Rows with references [default: shared/eval/summarization/dev/*.jsonl beside the repository]
    #[arg(long, num_args = 1.., value_name = "FILE")]
    data: Vec<PathBuf>,
    /// The scorer [default: shared/eval/summarization/score.py beside the repository]
    #[arg(long, value_name = "FILE")]
    scorer: Option<PathBuf>,
    /// Does not measure speed
    #[arg(long)]
    no_speed: bool,
    /// Does not count ROUGE
    #[arg(long)]
    no_quality: bool,
}

/// Who takes part, and how it is called.
pub(crate) struct Entrant {
    pub(crate) name: String,
    program: PathBuf,
    script: Option<PathBuf>,
    tool: String,
}

impl Entrant {
    /// The tool, called to answer rows or to be timed on them.
    pub(crate) fn command(&self, what: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.script).args([what, &self.tool]);
        command
    }
}

pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<(), Stop> {
    let shared = Path::new(PACKAGE).join("../../../shared/eval/summarization");
    let script = arguments.scorer.clone().unwrap_or_else(|| shared.join("score.py"));
    let mut data = arguments.data.clone();
    if data.is_empty() {
        data = ["gum_wikinews.jsonl", "ntrex.jsonl"].map(|name| shared.join("dev").join(name)).to_vec();
        data.retain(|file| file.is_file());
    }
    let entrants = entrants(arguments.python.as_deref())?;
    let rows = if data.is_empty() { text::fixtures()? } else { text::read(&data)? };
    if !arguments.no_speed {
        speed::run(&entrants, &rows, out)?;
        out.flush()?;
    }
    match &arguments.python {
        Some(python) if script.is_file() && !data.is_empty() && !arguments.no_quality => {
            Scorer { python, script: &script, data: &data }.run(&entrants, out)
        }
        _ if arguments.no_quality => Ok(()),
        _ => Ok(writeln!(out, "\nROUGE is not counted: it wants --python, {} and data.", script.display())?),
    }
}

fn entrants(python: Option<&Path>) -> Result<Vec<Entrant>, Stop> {
    let this = env::current_exe()?;
    let rust = Tool::value_variants().iter().map(|tool| Entrant {
        name: tool.name(),
        program: this.clone(),
        script: None,
        tool: tool.name(),
    });
    let python = PYTHON.iter().filter_map(|(name, tool)| {
        Some(Entrant {
            name: (*name).to_owned(),
            program: python?.to_owned(),
            script: Some(Path::new(PACKAGE).join("peers.py")),
            tool: (*tool).to_owned(),
        })
    });
    Ok(rust.chain(python).collect())
}
