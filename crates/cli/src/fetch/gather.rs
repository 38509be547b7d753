//! From addresses to articles in the archive.

use std::collections::{BTreeMap, BTreeSet};

use attache::{Article, Attache, Date, UNDETERMINED};
use attache_archive::{Added, Archive, Item, Source};
use attache_fetch::{Answer, Client, Fault, Validators, canonical, same_site};
use attache_ingest::{Document, Hints, IngestError};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::crew;
use super::read::{Reading, read_fetched};
use crate::arguments::FetchArguments;
use crate::failure::Failure;

/// Below so many words an item of a feed is the beginning of an article, not the article.
const WHOLE: usize = 150;

/// Gathers what is new.
pub(crate) struct Gatherer<'a> {
    arguments: &'a FetchArguments,
    client: &'a Client,
    archive: Archive,
    attache: Attache,
    days: Days,
    /// The addresses of the pages that are to be asked for, so that two feeds that name one article cost one request.
    wanted: BTreeSet<String>,
    /// The feeds of this run that had something to say, by their addresses.
    feeds: BTreeMap<String, Feed>,
    pub(crate) tally: Tally,
    progress: ProgressBar,
}

/// What day it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Days {
    /// Here, in UTC.
    pub(crate) today: Date,
    /// Where it is latest: nothing was published after it.
    pub(crate) latest: Date,
}

/// How many of what.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    asked: usize,
    unchanged: usize,
    new: usize,
    known: usize,
    left: usize,
    pub(crate) failed: usize,
}

/// A feed that is being read.
struct Feed {
    validators: Validators,
    /// Whether everything that it named was taken, or will never be.
    is_done: bool,
}

/// The page of an item of a feed.
struct Page {
    link: String,
    feed: String,
    /// What the feed itself says of it.
    told: Article,
}

impl Tally {
    /// Tells the person at the terminal.
    pub(crate) fn report(&self) {
        let Self { asked, unchanged, new, known, left, failed } = self;
        let unchanged = if *unchanged > 0 { format!(" ({unchanged} unchanged)") } else { String::new() };
        let left = if *left > 0 { format!(", {left} left for the next run") } else { String::new() };
        eprintln!("attache: {asked} asked{unchanged}: {new} new, {known} known, {failed} failed{left}");
    }
}

impl<'a> Gatherer<'a> {
    pub(crate) fn new(
        arguments: &'a FetchArguments,
        client: &'a Client,
        archive: Archive,
        attache: Attache,
        days: Days,
    ) -> Self {
        // Draws nothing where no person looks on.
        let progress = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{pos}/{len} {wide_msg}") {
            progress.set_style(style);
        }
        let (wanted, feeds, tally) = (BTreeSet::new(), BTreeMap::new(), Tally::default());
        Self { arguments, client, archive, attache, days, wanted, feeds, tally, progress }
    }

    /// Asks all addresses and takes what is new.
    ///
    /// # Errors
    /// Where the archive takes no more.
    pub(crate) fn gather(&mut self, addresses: &[String]) -> Result<(), Failure> {
        let pages = self.ask_addresses(addresses);
        let gathered = pages.and_then(|pages| self.ask_pages(pages));
        self.progress.finish_and_clear();
        gathered?;
        self.remember_feeds()
    }

    /// Asks what was named; gives the pages that are to be asked for.
    fn ask_addresses(&mut self, addresses: &[String]) -> Result<Vec<Page>, Failure> {
        let mut jobs = Vec::new();
        for address in addresses {
            let source = self.archive.source(address)?;
            let known = Validators { etag: source.etag, last_modified: source.last_modified };
            jobs.push((host_of(address), (address.clone(), known)));
        }
        self.tally.asked = jobs.len();
        self.progress.set_length(jobs.len() as u64);
        let (client, latest, hands) = (self.client, self.days.latest, usize::from(self.arguments.network.hosts));
        let work = |(address, known): &(String, Validators)| ask(client, address, known, latest);
        let mut pages = Vec::new();
        crew::visit(hands, jobs, work, |(address, _), found| {
            self.progress.inc(1);
            self.progress.set_message(address.clone());
            match found {
                Ok(None) => self.tally.unchanged += 1,
                Ok(Some((validators, reading))) if reading.is_feed => {
                    self.feeds.insert(address.clone(), Feed { validators, is_done: true });
                    pages.extend(self.take_feed(&address, reading)?);
                }
                Ok(Some((_, reading))) => self.take_page(&address, reading)?,
                Err(failure) => self.fail(&address, &failure),
            }
            Ok(())
        })?;
        Ok(pages)
    }

    /// Takes the items that a feed carries whole, and gives the others.
    fn take_feed(&mut self, feed: &str, reading: Reading) -> Result<Vec<Page>, Failure> {
        let (mut pages, mut left) = (Vec::new(), 0);
        for document in reading.documents {
            let told = match document {
                Ok(document) => document.article,
                Err(IngestError::OnlyALink(article)) => *article,
                Err(error) => {
                    self.fail(feed, &error.into());
                    continue;
                }
            };
            let link = told.url.as_deref().and_then(canonical);
            match link {
                Some(link) if self.archive.find_address(&link)?.is_some() => self.tally.known += 1,
                Some(link) if self.wants_page(&told) => {
                    if self.arguments.no_pages || pages.len() >= self.arguments.max_pages {
                        left += 1;
                    } else if self.wanted.insert(link.clone()) {
                        pages.push(Page { link, feed: feed.to_owned(), told });
                    }
                }
                Some(link) => self.take(link, Some(feed), told, &[])?,
                None if told.text.trim().is_empty() => {
                    let hint = "nothing can be done about it here";
                    self.fail(feed, &Failure::new("empty", "has an item without text and without a link", hint));
                }
                // Nothing but its own words tells it from the feed's other items.
                None => self.take(format!("{feed}#{}", mark(&told)), Some(feed), told, &[])?,
            }
        }
        if left > 0 {
            self.tally.left += left;
            self.leave_open(feed);
        }
        Ok(pages)
    }

    /// Whether an item is only the beginning of an article that stands elsewhere.
    fn wants_page(&self, told: &Article) -> bool {
        told.text.trim().is_empty() || (!self.arguments.no_pages && told.text.split_whitespace().nth(WHOLE).is_none())
    }

    /// Asks for the pages of items.
    fn ask_pages(&mut self, pages: Vec<Page>) -> Result<(), Failure> {
        self.progress.inc_length(pages.len() as u64);
        let jobs = pages.into_iter().map(|page| (host_of(&page.link), page)).collect();
        let (client, latest, hands) = (self.client, self.days.latest, usize::from(self.arguments.network.hosts));
        let work = |page: &Page| ask_politely(client, page, latest);
        crew::visit(hands, jobs, work, |page, found| {
            self.progress.inc(1);
            self.progress.set_message(page.link.clone());
            match found {
                Ok(article) => self.take_item(page, article),
                Err(failure) => self.do_without(page, &failure),
            }
        })
    }

    /// Takes an item with its page.
    fn take_item(&mut self, page: Page, article: Article) -> Result<(), Failure> {
        let Page { link, feed, told } = page;
        let own = article.url.as_deref().and_then(canonical).filter(|own| same_site(own, &link));
        // A page that says less than its feed is a notice about cookies, or about subscriptions.
        let text = if article.text.len() < told.text.len() { told.text } else { article.text };
        let outlet = article.outlet.or(told.outlet);
        let published = told.published.or(article.published);
        let title = told.title.or(article.title);
        let article = Article { text, outlet, published, title, ..article };
        match own {
            Some(own) => self.take(own, Some(&feed), article, &[&link]),
            None => self.take(link, Some(&feed), article, &[]),
        }
    }

    /// Takes what the feed itself says where the page gives nothing now or ever; a page that may come back is left for the next
    /// run.
    fn do_without(&mut self, page: Page, failure: &Miss) -> Result<(), Failure> {
        let Page { link, feed, told } = page;
        if failure.is_passing {
            self.leave_open(&feed);
        } else if !told.text.trim().is_empty() {
            return self.take(link, Some(&feed), told, &[]);
        }
        self.fail(&link, &failure.failure);
        Ok(())
    }

    /// Takes a page that was named.
    fn take_page(&mut self, address: &str, reading: Reading) -> Result<(), Failure> {
        let asked = canonical(address).unwrap_or_else(|| address.to_owned());
        for (index, document) in reading.documents.into_iter().enumerate() {
            match document {
                Ok(Document { article, .. }) => {
                    let own = article.url.as_deref().and_then(canonical).filter(|own| same_site(own, &asked));
                    // Of several articles at one address each but the first has a name of its own.
                    let address = if index == 0 {
                        own.unwrap_or_else(|| asked.clone())
                    } else {
                        format!("{asked}#{}", index + 1)
                    };
                    let others: &[&str] = if index == 0 { &[&asked] } else { &[] };
                    self.take(address, None, article, others)?;
                }
                Err(error) => self.fail(address, &error.into()),
            }
        }
        Ok(())
    }

    /// Puts an article into the archive.
    fn take(&mut self, url: String, feed: Option<&str>, article: Article, others: &[&str]) -> Result<(), Failure> {
        let guess = self.attache.detect(&article.text);
        let language = article.language.or(Some(guess.tag)).filter(|tag| tag != UNDETERMINED);
        let item = Item {
            url,
            feed: feed.map(str::to_owned),
            outlet: article.outlet,
            title: article.title,
            // Nothing was published after it came; who says so has a wrong clock.
            published: article.published.filter(|day| !day.is_full() || *day <= self.days.latest),
            fetched: self.days.today,
            language,
            text: article.text,
        };
        match self.archive.add(&item, others)? {
            Added::New(_) => self.tally.new += 1,
            Added::Known(_) => self.tally.known += 1,
        }
        Ok(())
    }

    /// A feed that is not read to its end is asked again as if for the first time.
    fn leave_open(&mut self, feed: &str) {
        if let Some(feed) = self.feeds.get_mut(feed) {
            feed.is_done = false;
        }
    }

    /// Remembers the feeds that were read to their ends, so that they are asked only whether they changed.
    fn remember_feeds(&mut self) -> Result<(), Failure> {
        for (address, feed) in std::mem::take(&mut self.feeds) {
            let Validators { etag, last_modified } = feed.validators;
            if feed.is_done && (etag.is_some() || last_modified.is_some()) {
                self.archive.keep_source(&address, &Source { etag, last_modified })?;
            }
        }
        Ok(())
    }

    fn fail(&mut self, name: &str, failure: &Failure) {
        self.tally.failed += 1;
        self.progress.suspend(|| failure.report(name));
    }
}

/// Why a page gave nothing, and whether it may the next time.
struct Miss {
    failure: Failure,
    is_passing: bool,
}

impl From<Fault> for Miss {
    fn from(fault: Fault) -> Self {
        Self { is_passing: fault.is_passing(), failure: fault.into() }
    }
}

impl From<IngestError> for Miss {
    fn from(error: IngestError) -> Self {
        Self { is_passing: false, failure: error.into() }
    }
}

/// What stands at an address that was named; nothing where it is what it was.
fn ask(
    client: &Client,
    address: &str,
    known: &Validators,
    latest: Date,
) -> Result<Option<(Validators, Reading)>, Failure> {
    match client.get(address, known)? {
        Answer::Unchanged => Ok(None),
        Answer::Fetched(fetched) => {
            let reading = read_fetched(&fetched, Hints::default(), latest)?;
            Ok(Some((fetched.validators, reading)))
        }
    }
}

/// The article at the address of an item.
fn ask_politely(client: &Client, page: &Page, latest: Date) -> Result<Article, Miss> {
    match client.get_politely(&page.link, &Validators::default())? {
        Answer::Unchanged => Err(Fault::Status(304).into()),
        Answer::Fetched(fetched) => {
            let mut hints = Hints::default();
            (hints.title, hints.published) = (page.told.title.clone(), page.told.published);
            let reading = read_fetched(&fetched, hints, latest)?;
            let first = reading.documents.into_iter().next().unwrap_or(Err(IngestError::Empty))?;
            Ok(first.article)
        }
    }
}

/// The host by which jobs are dealt out; what has none is refused when it is asked.
fn host_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or("").to_ascii_lowercase()
}

/// A name for an article that has no address (FNV-1a).
fn mark(article: &Article) -> String {
    let parts = [article.title.as_deref().unwrap_or(""), &article.text];
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0xff]));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
