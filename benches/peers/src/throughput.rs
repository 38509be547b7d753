//! Megabytes a second on running text. Compares ratios: all tools on one machine in one run, round by round.

use std::io::Write;
use std::time::Duration;

use clap::Args;

use crate::Stop;
use crate::clock::{speed, time};
use crate::cutter::Cutter;
use crate::places::Places;
use crate::table::Table;
use crate::text::Text;
use crate::tool::Tool;

/// An odd number, for the median.
const ROUNDS: usize = 3;
const MEGABYTE: usize = 1_000_000;

#[derive(Args)]
pub(crate) struct Arguments {
    /// How much text each language gets; slow tools get less
    #[arg(long, default_value_t = 32)]
    megabytes: usize,
    /// The languages
    #[arg(long, value_delimiter = ',', default_value = "en,pt,az")]
    lang: Vec<String>,
}

/// One tool in one language, with the times of its rounds.
struct Entrant {
    tool: Tool,
    lang: usize,
    cutter: Box<dyn Cutter>,
    bytes: usize,
    times: Vec<Duration>,
}

impl Entrant {
    fn speed(&self) -> f64 {
        let mut times = self.times.clone();
        times.sort();
        speed(self.bytes, times[times.len() / 2])
    }
}

pub(crate) fn run(arguments: &Arguments, places: &Places, out: &mut dyn Write) -> Result<(), Stop> {
    let bytes = arguments.megabytes.max(1) * MEGABYTE;
    let texts = arguments.lang.iter().map(|lang| Text::load(lang, bytes, places)).collect::<Result<Vec<_>, _>>()?;
    let mut remarks: Vec<String> = texts.iter().filter_map(|text| text.remark.clone()).collect();
    let mut entrants = prepare(&arguments.lang, &texts, places, &mut remarks);
    for _ in 0..ROUNDS {
        for entrant in &mut entrants {
            let text = &texts[entrant.lang].text[..entrant.bytes];
            entrant.times.push(time(entrant.cutter.as_ref(), text));
        }
    }
    writeln!(out, "{} MB a language, one thread, CPU time, median of {ROUNDS} rounds.\n", arguments.megabytes.max(1))?;
    write!(out, "{}", tabulate(&arguments.lang, &entrants))?;
    remarks.dedup();
    remarks.iter().try_for_each(|remark| writeln!(out, "\nRemark: {remark}."))?;
    Ok(())
}

/// All tools in each language that they know; what cannot be made ready is remarked and passed over.
fn prepare(langs: &[String], texts: &[Text], places: &Places, remarks: &mut Vec<String>) -> Vec<Entrant> {
    let mut entrants = Vec::new();
    for (lang, text) in texts.iter().enumerate() {
        for tool in Tool::all().iter().copied().filter(|tool| tool.speaks(&langs[lang])) {
            let most = tool.most_megabytes().map_or(usize::MAX, |most| most * MEGABYTE);
            let bytes = text.text.floor_char_boundary(most);
            match tool.prepare(&langs[lang], places) {
                Ok(cutter) => entrants.push(Entrant { tool, lang, cutter, bytes, times: Vec::new() }),
                Err(stop) => remarks.push(stop.to_string()),
            }
        }
    }
    entrants
}

fn tabulate(langs: &[String], entrants: &[Entrant]) -> Table {
    let across = langs.join(" / ");
    let speeds = langs.iter().map(|lang| format!("{lang} MB/s"));
    let ratios = [format!("times icu_segmenter ({across})"), format!("ours is so many times it ({across})")];
    let mut table = Table::new(["tool".to_owned()].into_iter().chain(speeds).chain(ratios).chain(["text".to_owned()]));
    let speed = |tool: Tool, lang: usize| {
        entrants.iter().find(|entrant| entrant.tool == tool && entrant.lang == lang).map(Entrant::speed)
    };
    for &tool in Tool::all().iter().filter(|tool| entrants.iter().any(|entrant| entrant.tool == **tool)) {
        let ratio = |above: Tool, below: Tool| {
            let ratio = |lang| Some(speed(above, lang)? / speed(below, lang)?);
            (0..langs.len()).map(|lang| round(ratio(lang))).collect::<Vec<_>>().join(" / ")
        };
        let mut row = vec![tool.name()];
        row.extend((0..langs.len()).map(|lang| round(speed(tool, lang))));
        row.extend([ratio(tool, Tool::Icu), ratio(Tool::Attache, tool)]);
        row.push(tool.most_megabytes().map(|most| format!("at most {most} MB")).unwrap_or_default());
        table.push(row);
    }
    table
}

/// Three digits that count, whatever the size.
fn round(number: Option<f64>) -> String {
    match number {
        None => "–".to_owned(),
        Some(number) if number < 0.1 => format!("{number:.4}"),
        Some(number) if number < 10.0 => format!("{number:.2}"),
        Some(number) if number < 100.0 => format!("{number:.1}"),
        Some(number) => format!("{number:.0}"),
    }
}
