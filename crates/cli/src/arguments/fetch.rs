//! `attache fetch`

use std::path::PathBuf;
use std::time::Duration;

use attache::Date;
use clap::Args;

use super::ArchiveArguments;

const EXAMPLES: &str = "\
Examples:
  attache fetch https://paper.example/feed.xml       what is new, into the archive
  attache fetch --feeds feeds.txt                    a list: one address on a line, `#` for remarks
  attache fetch https://paper.example/news/7         one page
  attache search --since 2023-03-06 --format jsonl | attache digest -

Only the public web is asked. A server of your own network is allowed by name (--allow-host, or $ATTACHE_ALLOW_HOSTS with commas).
What a feed names is asked only where its site's robots.txt lets programs in, one thing at a time for each host.
A run that is interrupted loses nothing: what it took is in the archive, and the next run takes the rest.";

/// `attache fetch`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct FetchArguments {
    /// Feeds (RSS, Atom, JSON Feed) and pages
    #[arg(value_name = "ADDRESS", required_unless_present = "feeds")]
    pub(crate) addresses: Vec<String>,
    /// Files that list feeds and pages, one on a line
    #[arg(long, value_name = "FILE")]
    pub(crate) feeds: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) archive: ArchiveArguments,
    /// The day that it is, where the clock is not to be asked: 2023-03-06
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<Date>,
    /// Take what the feed itself says of an article, and ask for no pages
    #[arg(long)]
    pub(crate) no_pages: bool,
    /// The most pages that one feed may make us ask for in a run; the rest is left for the next
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(crate) max_pages: usize,
    #[command(flatten)]
    pub(crate) network: NetworkArguments,
}

/// How the network is used.
#[derive(Debug, Args)]
#[command(next_help_heading = "Network")]
pub(crate) struct NetworkArguments {
    #[command(flatten)]
    pub(crate) reach: HostArguments,
    /// How many seconds a host is left alone between two requests
    #[arg(long, value_name = "SECONDS", default_value = "1", value_parser = seconds)]
    pub(crate) delay: Duration,
    /// How many hosts are asked at once
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u8).range(1..=64))]
    pub(crate) hosts: u8,
    /// Where a site's owner may write if we are a nuisance; sent with each request
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) contact: Option<String>,
    /// Certificates (PEM) to trust besides those of the system
    #[arg(long, value_name = "FILE")]
    pub(crate) ca_bundle: Option<PathBuf>,
}

/// Whom every command may ask that fetches something.
#[derive(Debug, Default, Args)]
pub(crate) struct HostArguments {
    /// Hosts of your own network that may be asked, each with a port where it is not 80 or 443; $ATTACHE_ALLOW_HOSTS, too
    #[arg(long, value_name = "HOST[:PORT]", value_delimiter = ',', help_heading = "Network")]
    pub(crate) allow_host: Vec<String>,
}

/// Seconds with or without a fraction, up to an hour.
fn seconds(text: &str) -> Result<Duration, String> {
    let refused = || "write a number of seconds, such as 2 or 0.5".to_owned();
    let seconds = text.parse::<f64>().map_err(|_| refused())?;
    Duration::try_from_secs_f64(seconds).ok().filter(|delay| delay.as_secs() <= 3600).ok_or_else(refused)
}
