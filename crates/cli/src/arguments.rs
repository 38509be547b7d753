//! The command line: its words, its defaults and its help.

use std::path::PathBuf;

use attache::{Date, MAX_WORDS, Unrendered};
#[cfg(feature = "translation")]
use attache_bulletin::{TranslationMode, TranslationSettings};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::size::Size;

mod batch;
mod brief;
#[cfg(feature = "fetch")]
mod fetch;
mod given;
mod search;
mod snapshot;

pub(crate) use batch::BatchArguments;
pub(crate) use brief::{BriefArguments, DayArguments, ExplainArguments, Explained};
#[cfg(feature = "fetch")]
pub(crate) use fetch::{FetchArguments, HostArguments, NetworkArguments};
pub(crate) use given::{FormatArguments, Given};
pub(crate) use search::{ArchiveArguments, Found, SearchArguments, ShowArguments};
pub(crate) use snapshot::SnapshotArguments;

/// The languages that a digest is said in where nobody asks for others.
///
/// A file and not a constant, because no language is named in Rust.
pub(crate) const DEFAULT_TARGETS: &str = include_str!("default-targets.txt");

const ABOUT: &str = "One-paragraph digests of diplomatic news";

const LONG_ABOUT: &str = "\
Reads news about diplomacy and writes one-paragraph digests of it, in several languages, without a network.

What an article says is read by rules, chosen once, and said again in each language. Nothing is guessed: what cannot be said \
in a language is left out and counted. The same text gives the same bytes, on every machine.";

const EXAMPLES: &str = "\
Examples:
  attache digest article.txt                 one paragraph in each language
  attache digest --to pt *.txt > today.txt   one paragraph per file, in one language
  xclip -o | attache digest --to az          the text in the clipboard
  attache digest --explain article.txt       why each sentence was chosen or not
  attache annotate article.txt               what was read: people, offices, events
  attache brief -o today.docx monday/*       one brief of many articles

The digest once, its paragraphs later:
  attache digest --format json article.txt > digest.json
  attache render --to pt-BR digest.json

Exit status:
  0    done
  1    an input failed; the others are done
  2    the arguments, a profile or a language file are wrong
  130  interrupted (Ctrl-C); what was done is written";

/// The program.
#[derive(Debug, Parser)]
#[command(name = "attache", version, about = ABOUT, long_about = LONG_ABOUT, after_help = EXAMPLES)]
#[command(arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Program {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What it can do: the whole road, its stages alone, and what a shell wants to know.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write one paragraph per article and language
    Digest(DigestArguments),
    /// Cut text into sentences
    Segment(SegmentArguments),
    /// Show what is read in an article: people, offices, countries, topics, dates, events
    Annotate(AnnotateArguments),
    /// Say digests that `digest --format json` or `jsonl` wrote
    Render(RenderArguments),
    /// Gather what is new at feeds and pages into the archive
    #[cfg(feature = "fetch")]
    Fetch(FetchArguments),
    /// Find articles in the archive
    Search(SearchArguments),
    /// Show articles of the archive
    Show(ShowArguments),
    /// Choose the sentences that stand for a text of any kind, or for several
    Summarize(SummarizeArguments),
    /// Make one brief of a day's articles: duplicates left out, one paragraph per story, in every language
    Brief(BriefArguments),
    /// Show what a profile did to the order of a brief's stories
    Explain(ExplainArguments),
    /// Keep the digests of a folder of articles, and tell what changed in them
    Snapshot(SnapshotArguments),
    /// Inflect words: JSON lines in, JSON lines out; for who writes or measures a grammar
    #[command(after_help = INFLECT_EXAMPLES)]
    Inflect(LineArguments),
    /// List the languages that are read and written, by the tags that --from and --to take
    Languages(LanguagesArguments),
    /// Write a profile for `attache brief` with every key explained, to be changed
    #[command(after_help = "Example:\n  attache profile > house.toml && attache brief --profile house.toml monday/*")]
    Profile,
    /// Show or clear the translations that were kept
    #[cfg(feature = "translation")]
    Cache(CacheArguments),
    /// Write a completion script for a shell
    #[command(after_help = "Example:\n  attache completions bash > ~/.local/share/bash-completion/completions/attache")]
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Write the manual page
    #[command(after_help = "Examples:\n  attache man | man -l -\n  attache man digest > attache-digest.1")]
    Man {
        /// The page of one command
        command: Option<String>,
    },
    /// Write the JSON Schema of what `attache digest --format json` or `attache brief --format json` writes
    Schema {
        /// Of which document
        #[arg(value_enum, default_value_t = Documented::Digest)]
        of: Documented,
    },
}

/// A document whose schema is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Documented {
    /// A digest with its paragraphs
    Digest,
    /// A brief
    Bulletin,
}

const INFLECT_EXAMPLES: &str = "\
Example:
  echo '{\"id\":\"1\",\"lang\":\"az\",\"function\":\"case\",\"input\":\"Bakı\",\"args\":{\"case\":\"locative\"}}' | attache inflect

A row has an id, a language, a function (case, prep, date …), a word and what is asked of it; it is answered with {\"id\", \"output\"}, or with
{\"id\", \"error\"}. CONTRIBUTING.md (\"A language\") shows what it is for.";

const ANNOTATE_EXAMPLES: &str = "\
Examples:
  attache annotate article.txt                     the text with marks, and who did what below
  attache annotate --format json article.txt | jq '.events[0]'
  attache annotate --locales mine article.txt      the same with words and patterns of your own";

/// What is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct InputArguments {
    /// Files to read, or addresses of pages; `-` is standard input, which is also read where none is named
    #[arg(value_name = "PATH", help_heading = "Arguments")]
    pub(crate) paths: Vec<PathBuf>,
    /// The largest input that is accepted
    #[arg(long, value_name = "SIZE", default_value = "10MB")]
    pub(crate) max_input: Size,
    #[cfg(feature = "fetch")]
    #[command(flatten)]
    pub(crate) reach: HostArguments,
}

/// What stands for a language that is to be found out.
pub(crate) const AUTO: &str = "auto";

/// In which language.
#[derive(Debug, Args)]
#[command(next_help_heading = "Language")]
pub(crate) struct LanguageArguments {
    /// The language of the text, one that `attache languages` lists; `auto` to detect it
    #[arg(long, value_name = "TAG", default_value = AUTO)]
    pub(crate) from: String,
    #[command(flatten)]
    pub(crate) folders: FolderArguments,
}

/// Language folders of the user's own.
#[derive(Debug, Args)]
pub(crate) struct FolderArguments {
    /// A folder of language folders, laid over the built-in ones file by file
    #[arg(long, value_name = "DIR", help_heading = "Language")]
    pub(crate) locales: Option<PathBuf>,
}

/// What is said.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArguments {
    /// The languages to write, in this order; `attache languages` lists them
    #[arg(long, short, value_name = "TAGS", value_delimiter = ',', default_value = DEFAULT_TARGETS.trim_ascii())]
    pub(crate) to: Vec<String>,
    /// How to write them
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// The most words that a paragraph may have: 120, or 300 where sentences are translated
    #[arg(long, value_name = "N")]
    max_words: Option<usize>,
    /// What becomes of a sentence that cannot be said in a language. Where nothing is said: omit, or quote where it should have been
    /// translated and that failed
    #[arg(long, value_name = "HOW", value_enum)]
    unrendered: Option<Unsaid>,
    #[cfg(feature = "translation")]
    #[command(flatten)]
    pub(crate) translation: TranslationArguments,
}

/// A translated sentence is the author's whole sentence, where a composed one is its gist.
const MAX_WORDS_TRANSLATED: usize = 300;

impl OutputArguments {
    /// Whether services are to be asked.
    #[cfg(feature = "translation")]
    pub(crate) fn is_translated(&self) -> bool {
        self.translation.is_asked_for()
    }

    /// There is no service to ask.
    #[cfg(not(feature = "translation"))]
    #[allow(clippy::unused_self, reason = "the same name as with translation")]
    pub(crate) fn is_translated(&self) -> bool {
        false
    }

    pub(crate) fn max_words(&self) -> usize {
        self.max_words.unwrap_or(if self.is_translated() { MAX_WORDS_TRANSLATED } else { MAX_WORDS })
    }

    pub(crate) fn unrendered(&self) -> Unrendered {
        let otherwise = if self.is_translated() { Unsaid::Quote } else { Unsaid::Omit };
        self.unrendered.unwrap_or(otherwise).into()
    }
}

/// Who translates what cannot be composed.
#[cfg(feature = "translation")]
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Translation")]
pub(crate) struct TranslationArguments {
    /// Have sentences translated that cannot be composed; each answer is checked and marked. Off where nothing is said
    #[arg(long, value_name = "REACH", value_enum)]
    pub(crate) translate: Option<Translate>,
    /// The services to ask, each where those before it failed: apertium (where none is named), libretranslate, deepl, openai,
    /// google, azure, mtran
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) engine: Vec<String>,
    /// Where they are, in the order of --engine; empty for the usual place
    #[arg(long, value_name = "URLS", value_delimiter = ',')]
    pub(crate) engine_url: Vec<String>,
    /// The model of a service that has several, or an Apertium chain (`eng|cat|por`)
    #[arg(long, value_name = "NAME")]
    pub(crate) engine_model: Option<String>,
    /// How many seconds the translation of one article into one language may take
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub(crate) deadline: u64,
    /// How many requests may be under way at once
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub(crate) concurrency: usize,
    /// Certificates (PEM) to trust besides those of the system
    #[arg(long, value_name = "FILE")]
    pub(crate) ca_bundle: Option<PathBuf>,
    /// The file that keeps answers; $ATTACHE_CACHE, or translations.redb in the user's cache folder
    #[arg(long, value_name = "FILE")]
    pub(crate) cache: Option<PathBuf>,
    /// Keep no answers and use none that were kept
    #[arg(long, conflicts_with = "cache")]
    pub(crate) no_cache: bool,
    /// Show what would be sent, to whom, and how many characters; send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// What a million characters cost, to show the price of a dry run
    #[arg(long, value_name = "AMOUNT", requires = "dry_run")]
    pub(crate) price: Option<f64>,
    /// Whether a profile says it and not the command line: for messages
    #[arg(skip)]
    pub(crate) is_of_profile: bool,
}

#[cfg(feature = "translation")]
impl TranslationArguments {
    /// Whether services are to be asked.
    pub(crate) fn is_asked_for(&self) -> bool {
        self.reach() != Translate::Off
    }

    /// What may leave the machine: nothing where nobody says.
    pub(crate) fn reach(&self) -> Translate {
        self.translate.unwrap_or(Translate::Off)
    }

    /// With what a profile says where the command line says nothing. Whoever names another service means another address, too.
    pub(crate) fn or(&self, settings: &TranslationSettings) -> Self {
        let mut both = self.clone();
        both.is_of_profile = self.translate.is_none() && settings.mode != TranslationMode::Off;
        both.translate = self.translate.or(Some(settings.mode.into()));
        if both.engine.is_empty() {
            both.engine = listed(settings.engine.as_deref());
            if both.engine_url.is_empty() {
                both.engine_url = listed(settings.url.as_deref());
            }
        }
        both
    }
}

/// The members of a list as on the command line: `deepl,apertium`.
#[cfg(feature = "translation")]
fn listed(list: Option<&str>) -> Vec<String> {
    list.into_iter().flat_map(|list| list.split(',')).map(|one| one.trim().to_owned()).collect()
}

#[cfg(feature = "translation")]
impl From<TranslationMode> for Translate {
    fn from(mode: TranslationMode) -> Self {
        match mode {
            TranslationMode::Off => Self::Off,
            TranslationMode::Local => Self::Local,
            TranslationMode::Remote => Self::Remote,
        }
    }
}

/// What may leave the machine.
#[cfg(feature = "translation")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Translate {
    /// Nothing is translated
    Off,
    /// Only services on this machine are asked
    Local,
    /// Services elsewhere are asked, over TLS: the sentences leave this machine
    Remote,
}

/// `attache cache`
#[cfg(feature = "translation")]
#[derive(Debug, Args)]
pub(crate) struct CacheArguments {
    #[command(subcommand)]
    pub(crate) what: CacheCommand,
    /// The file that keeps answers; $ATTACHE_CACHE, or translations.redb in the user's cache folder
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) cache: Option<PathBuf>,
}

/// What is done with the cache.
#[cfg(feature = "translation")]
#[derive(Debug, Clone, Copy, Subcommand)]
pub(crate) enum CacheCommand {
    /// Show where it is, and how many answers of which service it holds
    Show,
    /// Delete it
    Clear,
}

/// `attache digest`
#[derive(Debug, Args)]
#[command(after_help = DIGEST_EXAMPLES)]
pub(crate) struct DigestArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    #[command(flatten)]
    pub(crate) format_of_input: FormatArguments,
    #[command(flatten)]
    pub(crate) about: AboutArguments,
    #[command(flatten)]
    pub(crate) language: LanguageArguments,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
    #[command(flatten)]
    pub(crate) batch: BatchArguments,
    /// Show the parts of each sentence's score, and why it was chosen or not (JSON always holds them)
    #[arg(long, help_heading = "Output")]
    pub(crate) explain: bool,
}

const DIGEST_EXAMPLES: &str = "\
Examples:
  attache digest article.txt
  attache digest --to pt --published 2023-03-06 --outlet Azernews article.txt
  attache digest --format jsonl *.txt | jq -r .rendered.en.text
  attache digest --to pt --translate local --engine apertium article.txt

A key of a service is read from ATTACHE_<ENGINE>_KEY, or from the file that ATTACHE_<ENGINE>_KEY_FILE names.
Paragraphs go to standard output; what could not be said, and what failed, to standard error.";

/// What is known of an article besides its text.
#[derive(Debug, Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct AboutArguments {
    /// The day of publication, where the text does not say it: 2023-03-06
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<Date>,
    /// Who published it, where the text does not say it
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Option<String>,
}

const SUMMARIZE_EXAMPLES: &str = "\
Examples:
  attache summarize --max-words 60 article.txt           whole sentences, in the order of the text
  attache summarize --explain article.txt                what each sentence weighs, and why it was chosen or not
  attache summarize --focus PT,topic/energy article.txt  what bears on Portugal and on energy
  attache summarize --together monday/*.txt              one extract of several reports on one story

JSON lines in, answered line for line. A row has an id, a text and how much is wanted of it; several texts on one story stand in
`docs`.
  echo '{\"id\":1,\"lang\":\"pt\",\"title\":\"…\",\"text\":\"…\",\"max_words\":60}' | attache summarize
  echo '{\"id\":2,\"docs\":[{\"text\":\"…\"},{\"text\":\"…\"}],\"max_sentences\":3}' | attache summarize";

/// `attache segment`
#[derive(Debug, Args)]
#[command(after_help = SEGMENT_EXAMPLES)]
pub(crate) struct SegmentArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// What the input is
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Given::Text, help_heading = "Input")]
    pub(crate) input_format: Given,
    #[command(flatten)]
    pub(crate) language: LanguageArguments,
    /// A file of sentence rules, laid over those of the language: abbreviations of your house
    #[arg(long, value_name = "FILE", help_heading = "Language")]
    pub(crate) profile: Option<PathBuf>,
    /// Switch a rule on, or off with `no-` before its name: lower-case-starts, colon-quotes, no-glued, no-soft-wrap
    #[arg(long = "rule", value_name = "NAME", help_heading = "Language")]
    pub(crate) rules: Vec<String>,
    /// How to write the sentences
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Cut::Text, help_heading = "Output")]
    pub(crate) format: Cut,
}

const SEGMENT_EXAMPLES: &str = "\
Text in, text out: one numbered sentence per line with its bytes.
  attache segment article.txt

JSON lines out: one line per input, {\"id\", \"sentences\": [{\"start\", \"end\"}]}; bytes of UTF-8, the end exclusive.
  attache segment --format jsonl article.txt

Mail and forums, where sentences open in lower case:
  attache segment --rule lower-case-starts mail.txt

With abbreviations of your own (the keys stand in locales/en/segmentation.toml):
  printf '[abbreviations]\\ntitle = [\"cde\"]\\n' > house.toml && attache segment --profile house.toml article.txt

JSON lines in, answered line for line:
  echo '{\"id\":\"7\",\"lang\":\"az\",\"text\":\"Nazir gəldi. O danışdı.\"}' | attache segment --input-format jsonl";

/// `attache annotate`
#[derive(Debug, Args)]
#[command(after_help = ANNOTATE_EXAMPLES)]
pub(crate) struct AnnotateArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    #[command(flatten)]
    pub(crate) format_of_input: FormatArguments,
    #[command(flatten)]
    pub(crate) about: AboutArguments,
    #[command(flatten)]
    pub(crate) language: LanguageArguments,
    /// How to write it; on a terminal marked text, otherwise JSON
    #[arg(long, short, value_name = "FORMAT", value_enum, help_heading = "Output")]
    pub(crate) format: Option<Marked>,
}

/// `attache render`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attache digest --format json article.txt | attache render --to pt-BR")]
pub(crate) struct RenderArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) folders: FolderArguments,
}

/// `attache summarize`
#[derive(Debug, Args)]
#[command(after_help = SUMMARIZE_EXAMPLES)]
pub(crate) struct SummarizeArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// What the input is, where its first letter does not tell
    #[arg(long, value_name = "FORMAT", value_enum, help_heading = "Input")]
    pub(crate) input_format: Option<Given>,
    #[command(flatten)]
    pub(crate) language: LanguageArguments,
    /// All inputs tell one story: one extract, each sentence with its source
    #[arg(long, help_heading = "Choice")]
    pub(crate) together: bool,
    #[command(flatten)]
    pub(crate) choice: ChoiceArguments,
    /// The most words; 120 where no bound is given
    #[arg(long, value_name = "N", help_heading = "Choice")]
    pub(crate) max_words: Option<usize>,
    /// The most sentences
    #[arg(long, value_name = "N", help_heading = "Choice")]
    pub(crate) max_sentences: Option<usize>,
    /// The most characters
    #[arg(long, value_name = "N", help_heading = "Choice")]
    pub(crate) max_characters: Option<usize>,
    /// How to write the extract of a text; JSON lines are answered with JSON lines
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Written::Text, help_heading = "Output")]
    pub(crate) format: Written,
    /// Show the parts of each sentence's score, and why it was chosen or not
    #[arg(long, help_heading = "Output")]
    pub(crate) explain: bool,
}

/// What the reader asks for.
#[derive(Debug, Args)]
pub(crate) struct ChoiceArguments {
    /// States, bodies and topics whose sentences weigh more: `PT,org/osce,topic/renewable-energy=50`. States by their two letters, all
    /// others by the ids that `attache annotate` shows; behind `=` how much, 100 where nothing is said
    #[arg(long, value_name = "LIST", default_value = "", hide_default_value = true, help_heading = "Choice")]
    pub(crate) focus: String,
}

/// How an extract is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Written {
    /// Sentences
    Text,
    /// One indented JSON document per text, with all sentences and their scores
    Json,
    /// The same on one line
    Jsonl,
}

/// `attache inflect`: JSON lines in, JSON lines out.
#[derive(Debug, Args)]
pub(crate) struct LineArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// The only format there is
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Lines::Jsonl, help_heading = "Output")]
    pub(crate) format: Lines,
    #[command(flatten)]
    pub(crate) folders: FolderArguments,
}

/// `attache languages`
#[derive(Debug, Args)]
pub(crate) struct LanguagesArguments {
    #[command(flatten)]
    pub(crate) folders: FolderArguments,
}

/// How digests are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Paragraphs; above each the language's name where there are several
    Text,
    /// The same with Markdown headings
    Markdown,
    /// One indented JSON document per article
    Json,
    /// One line of JSON per article, also for one that failed
    Jsonl,
}

/// What is done with what cannot be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unsaid {
    /// Leave it out and count it
    Omit,
    /// Quote the author's words
    Quote,
}

impl From<Unsaid> for Unrendered {
    fn from(how: Unsaid) -> Self {
        match how {
            Unsaid::Omit => Self::Omit,
            Unsaid::Quote => Self::Quote,
        }
    }
}

/// How sentences are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Cut {
    /// One numbered sentence per line
    Text,
    /// One line per input with the bytes of its sentences
    Jsonl,
}

/// How annotations are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Marked {
    /// The text with marks, and the events below
    Text,
    /// One indented JSON document per article
    Json,
}

/// JSON lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lines {
    /// One line of JSON per row
    Jsonl,
}

#[cfg(test)]
mod tests {
    use super::Program;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Program::command().debug_assert();
    }
}
