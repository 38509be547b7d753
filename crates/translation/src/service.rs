//! The road of a sentence: guard, cache, batches, send, restore, check; on failure another form, another model, the next engine.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use attache_localization::{Batch, Translation, Translator, Untranslated};
use backon::{ExponentialBuilder, Retryable};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::address::{Address, Reach};
use crate::cache::{Cache, key};
use crate::check::{Checker, is_language};
use crate::engine::{Engine, Pair};
use crate::fault::Fault;
use crate::form::Form;
use crate::glossary::Glossary;
use crate::guard::{Class, Kept, Restorer, guarded, kept_parts};
use crate::http::Line;
use crate::protocol::Job;
use crate::secret::Secret;
use crate::sentence::Sentence;
use crate::verify::complaints;

/// One service to be asked.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Which.
    pub engine: &'static Engine,
    /// Where it is; without this where the table says.
    pub url: Option<String>,
    /// Which of its models; only where it asks for one.
    pub model: Option<String>,
}

/// How services are asked.
#[derive(Clone)]
#[non_exhaustive]
pub struct Options {
    /// What may leave the machine.
    pub reach: Reach,
    /// The services, in the order in which they are tried.
    pub choices: Vec<Choice>,
    /// How long all translation of one article into one language may take.
    pub deadline: Duration,
    /// How long one request may take.
    pub request: Duration,
    /// How many requests may be under way at once.
    pub concurrency: usize,
    /// The file of the cache; none where nothing is kept.
    pub cache: Option<PathBuf>,
    /// Certificates in PEM that are trusted besides those of the system.
    pub authority: Option<Vec<u8>>,
    /// Only plans: nothing is sent.
    pub dry_run: bool,
}

impl Options {
    /// Services on this machine, a minute for an article, four requests at once, no cache.
    #[must_use]
    pub fn new(reach: Reach, choices: Vec<Choice>) -> Self {
        Self {
            reach,
            choices,
            deadline: Duration::from_secs(60),
            request: Duration::from_secs(20),
            concurrency: 4,
            cache: None,
            authority: None,
            dry_run: false,
        }
    }
}

/// Why a translator cannot be made.
#[derive(Debug)]
pub enum OpenError {
    /// An address may not be asked, or a key or certificate cannot be used; what, and why.
    Refused(String),
    /// The machine gives no runtime.
    Runtime(std::io::Error),
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(why) => f.write_str(why),
            Self::Runtime(error) => write!(f, "no network can be used: {error}"),
        }
    }
}

impl std::error::Error for OpenError {}

/// What would be sent to a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The service.
    pub engine: String,
    /// The host and port that it would go to.
    pub host: String,
    /// How many requests.
    pub requests: usize,
    /// How many characters (code points) of text.
    pub characters: usize,
    /// The texts, as they would be sent.
    pub texts: Vec<String>,
    /// Why it would not be asked: no key, no such pair of languages.
    pub refused: Option<String>,
}

/// Services that are asked in turn; every answer is checked before it is given on.
pub struct Service {
    stations: Vec<Station>,
    checker: Arc<Checker>,
    cache: Option<Cache>,
    notes: Vec<String>,
    options: Options,
    runtime: tokio::runtime::Runtime,
    sent: Arc<AtomicUsize>,
    plans: Mutex<Vec<Planned>>,
}

/// A service with its line, or why there is none.
struct Station {
    engine: &'static Engine,
    model: Option<String>,
    host: String,
    line: Result<Arc<Caller>, Fault>,
}

/// A line with its pace.
struct Caller {
    line: Line,
    pace: Option<DefaultDirectRateLimiter>,
    sent: Arc<AtomicUsize>,
    /// By its name, the id of a glossary that was asked for, or that there is none.
    glossaries: Mutex<BTreeMap<String, Option<String>>>,
}

/// A sentence on its way.
struct Traveller {
    source: Sentence,
    kept: Vec<Kept>,
    answer: Option<Translation>,
    /// The last thing that went wrong, and with which service.
    fault: Option<(String, Fault)>,
}

/// What is asked, whom, and in which form: all that tells one answer from another besides the text.
#[derive(Clone, Copy)]
struct Question<'a> {
    engine: &'static Engine,
    model: Option<&'a str>,
    batch: &'a Batch<'a>,
    form: Form,
    /// The name of the glossary, which tells its version; empty where there is none.
    glossary: &'a str,
}

/// What one request brought: a text for each of its sentences, or why not.
type JobAnswer = Result<Vec<String>, Fault>;

/// One way to ask a service.
#[derive(Clone, Copy)]
struct Round {
    form: Form,
    alone: bool,
    /// Whether an answer that failed the check may be asked for again in this way.
    after_check: bool,
}

impl Service {
    /// Prepares every service; nothing is sent.
    ///
    /// A service without its key is no reason to stop: it is named where it would have been asked.
    ///
    /// # Errors
    /// Where an address may not be asked at all, or the certificates are none.
    pub fn open(
        options: Options,
        checker: Arc<Checker>,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, OpenError> {
        let sent = Arc::new(AtomicUsize::new(0));
        let stations = options.choices.iter().map(|choice| station(choice, &options, environment, &sent));
        let stations = stations.collect::<Result<_, _>>()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(OpenError::Runtime)?;
        let (cache, note) = match options.cache.as_deref().filter(|_| !options.dry_run) {
            Some(path) => {
                let (cache, note) = Cache::open(path);
                (Some(cache), note)
            }
            None => (None, None),
        };
        Ok(Self {
            stations,
            checker,
            cache,
            notes: note.into_iter().collect(),
            options,
            runtime,
            sent,
            plans: Mutex::new(Vec::new()),
        })
    }

    /// What a careful user should know of how it was opened.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// How many requests were sent.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }

    /// What a dry run would have sent, service by service; what it lists is taken out.
    #[must_use]
    pub fn take_plans(&self) -> Vec<Planned> {
        std::mem::take(&mut *self.locked_plans())
    }

    fn locked_plans(&self) -> MutexGuard<'_, Vec<Planned>> {
        self.plans.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The sentences of a batch with what is kept of each; none for a language without a folder.
    fn travellers(&self, batch: &Batch<'_>) -> Option<Vec<Traveller>> {
        let lexis = self.checker.reader.lexis(batch.source)?;
        let read = |text: &str| self.checker.reader.read(text, batch.source, batch.published);
        let one = |untold: &attache_localization::Untold| {
            let source = read(&untold.text)?;
            let kept = kept_parts(&source, batch, lexis);
            Some(Traveller { source, kept, answer: None, fault: None })
        };
        batch.sentences.iter().map(one).collect()
    }

    async fn translate_all(&self, batch: &Batch<'_>, travellers: &mut [Traveller]) {
        let deadline = Instant::now() + self.options.deadline;
        for station in &self.stations {
            if travellers.iter().all(|traveller| traveller.answer.is_some()) {
                return;
            }
            let done = match station.way(batch) {
                Ok(_) if self.options.dry_run => {
                    self.plan(station, travellers);
                    Err(Fault::Refused("was not asked: this is a dry run".to_owned()))
                }
                Ok((pair, line)) => self.ask_station(station, (pair, line), batch, travellers, deadline).await,
                Err(fault) => {
                    if self.options.dry_run {
                        self.plan_nothing(station, &fault);
                    }
                    Err(fault)
                }
            };
            if let Err(fault) = done {
                for traveller in travellers.iter_mut().filter(|traveller| traveller.answer.is_none()) {
                    traveller.fault = Some((station.engine.name.clone(), fault.clone()));
                }
            }
        }
    }

    /// Every model and form of one service; an error where the service cannot be asked any more.
    async fn ask_station(
        &self,
        station: &Station,
        (pair, line): (Pair, &Arc<Caller>),
        batch: &Batch<'_>,
        travellers: &mut [Traveller],
        deadline: Instant,
    ) -> Result<(), Fault> {
        let engine = station.engine;
        let mut glossary = Glossary::of(engine, batch);
        for model in &station.models(batch) {
            for round in rounds(engine) {
                let name = glossary.as_ref().map_or_else(String::new, |glossary| glossary.name.clone());
                let mut question =
                    Question { engine, model: model.as_deref(), batch, form: round.form, glossary: &name };
                let mut unknown = self.answer_from_cache(question, guarded_open(round, travellers), travellers);
                let mut id = None;
                if let Some(wanted) = glossary.as_ref().filter(|_| !unknown.is_empty()) {
                    id = line.glossary(wanted, self.options.request, deadline).await;
                    if id.is_none() {
                        (glossary, question.glossary) = (None, "");
                        unknown = self.answer_from_cache(question, unknown, travellers);
                    }
                }
                let jobs = jobs(engine, &unknown, round.alone);
                let job = |indices: &Vec<usize>, id: &Option<String>| Job {
                    pair: pair.clone(),
                    model: model.clone(),
                    glossary: id.clone(),
                    form: round.form,
                    texts: indices.iter().map(|index| unknown[*index].1.clone()).collect(),
                };
                let all = |id| jobs.iter().map(|indices| job(indices, id)).collect();
                let mut answers = self.send_all(line, all(&id), deadline).await;
                // Another program may have deleted it meanwhile.
                if id.is_some() && answers.iter().any(|answer| answer.as_ref().is_err_and(Fault::may_be_of_a_glossary))
                {
                    line.forget_glossary(question.glossary);
                    (glossary, question.glossary) = (None, "");
                    answers = self.send_all(line, all(&None), deadline).await;
                }
                self.take_answers(question, (&jobs, answers), &unknown, travellers)?;
            }
        }
        Ok(())
    }

    /// Judges what came back, and keeps it; an error where the service itself failed.
    fn take_answers(
        &self,
        question: Question<'_>,
        (jobs, answers): (&[Vec<usize>], Vec<JobAnswer>),
        unknown: &[(usize, String)],
        travellers: &mut [Traveller],
    ) -> Result<(), Fault> {
        let (mut down, mut learned) = (Ok(()), Vec::new());
        for (indices, answer) in jobs.iter().zip(answers) {
            match answer {
                Ok(texts) => {
                    for (index, text) in indices.iter().zip(texts) {
                        let (at, sent) = &unknown[*index];
                        self.judge(question, &mut travellers[*at], &text);
                        learned.push((self.key(question, sent, &travellers[*at].kept), text));
                    }
                }
                Err(fault) => {
                    for index in indices {
                        travellers[unknown[*index].0].fault = Some((question.engine.name.clone(), fault.clone()));
                    }
                    if !fault.is_of_the_answer() {
                        down = Err(fault);
                    }
                }
            }
        }
        if let Some(cache) = &self.cache {
            cache.put(&learned);
        }
        down
    }

    /// Judges what the cache knows, and leaves what has to be asked.
    fn answer_from_cache(
        &self,
        question: Question<'_>,
        texts: Vec<(usize, String)>,
        travellers: &mut [Traveller],
    ) -> Vec<(usize, String)> {
        let Some(cache) = &self.cache else { return texts };
        let is_unknown = |(at, text): &(usize, String)| {
            let traveller = &mut travellers[*at];
            let answer = cache.get(&self.key(question, text, &traveller.kept));
            answer.as_ref().is_none_or(|answer| {
                self.judge(question, traveller, answer);
                false
            })
        };
        texts.into_iter().filter(is_unknown).collect()
    }

    fn key(&self, question: Question<'_>, text: &str, kept: &[Kept]) -> String {
        let Question { engine, model, batch, form, glossary } = question;
        let classes: String = kept.iter().map(|part| class_letter(part.class)).collect();
        key(&[
            &engine.name,
            model.unwrap_or(""),
            batch.source,
            batch.target,
            form.name(),
            &self.checker.glossary,
            glossary,
            &classes,
            text,
        ])
    }

    /// Restores an answer and checks it; what passes is the sentence's translation.
    fn judge(&self, question: Question<'_>, traveller: &mut Traveller, answer: &str) {
        let Question { engine, model, batch, form, .. } = question;
        match self.restored(batch, form, traveller, answer) {
            Ok(text) => {
                traveller.answer = Some(Translation {
                    text,
                    engine: engine.name.clone(),
                    model: model.map(str::to_owned),
                    source: traveller.source.text.clone(),
                });
            }
            Err(why) => traveller.fault = Some((engine.name.clone(), Fault::Check(why))),
        }
    }

    fn restored(&self, batch: &Batch<'_>, form: Form, traveller: &Traveller, answer: &str) -> Result<String, String> {
        let (from, to) = (self.checker.reader.lexis(batch.source), self.checker.reader.lexis(batch.target));
        let (Some(from), Some(to)) = (from, to) else { return Err("a language without a folder".to_owned()) };
        let answer: String = answer.split_whitespace().collect::<Vec<_>>().join(" ");
        let restorer = Restorer { localizer: batch.localizer, tag: batch.target, from, to };
        let text = restorer.restore(&answer, &traveller.kept, form)?;
        let text = without_marks(&text, &traveller.source.text)?;
        let text = match batch.localizer.language(batch.target) {
            Some(language) => language.sentence_case(&text),
            None => text,
        };
        let target =
            self.checker.reader.read(&text, batch.target, batch.published).ok_or("a language without a folder")?;
        let complaints = complaints((&traveller.source, from), (&target, to), |text| {
            is_language(&self.checker.reader.language(text), batch.target)
        });
        if complaints.is_empty() { Ok(text) } else { Err(complaints.join("; ")) }
    }

    /// Sends jobs, several at once, and gives their answers in the order of the jobs.
    async fn send_all(&self, line: &Arc<Caller>, jobs: Vec<Job>, deadline: Instant) -> Vec<JobAnswer> {
        let places = Arc::new(Semaphore::new(self.options.concurrency.max(1)));
        let mut tasks = JoinSet::new();
        let mut answers: Vec<JobAnswer> = jobs.iter().map(|_| Err(Fault::Deadline)).collect();
        for (number, job) in jobs.into_iter().enumerate() {
            let (line, places, request) = (Arc::clone(line), Arc::clone(&places), self.options.request);
            tasks.spawn(async move {
                let send = async {
                    let _place = places.acquire().await;
                    line.ask_again(&job, request, deadline).await
                };
                let answer = tokio::time::timeout_at(deadline.into(), send).await;
                (number, answer.unwrap_or(Err(Fault::Deadline)))
            });
        }
        while let Some(done) = tasks.join_next().await {
            if let Ok((number, answer)) = done {
                answers[number] = answer;
            }
        }
        answers
    }

    /// Notes what the first round would send.
    fn plan(&self, station: &Station, travellers: &[Traveller]) {
        let first = rounds(station.engine).into_iter().next();
        let texts = first.map(|round| guarded_open(round, travellers)).unwrap_or_default();
        let requests = jobs(station.engine, &texts, false).len();
        let characters = texts.iter().map(|(_, text)| text.chars().count()).sum();
        let (engine, host) = (station.engine.name.clone(), station.host.clone());
        let texts = texts.into_iter().map(|(_, text)| text).collect();
        self.locked_plans().push(Planned { engine, host, requests, characters, texts, refused: None });
    }

    /// Notes why nothing would be sent.
    fn plan_nothing(&self, station: &Station, fault: &Fault) {
        let (engine, host, refused) = (station.engine.name.clone(), station.host.clone(), Some(fault.to_string()));
        self.locked_plans().push(Planned { engine, host, requests: 0, characters: 0, texts: Vec::new(), refused });
    }
}

impl Station {
    /// How the service calls a pair of languages, and the line to it; an error where it cannot be asked at all.
    fn way(&self, batch: &Batch<'_>) -> Result<(Pair, &Arc<Caller>), Fault> {
        let pair = self.engine.pair(batch.source, batch.target);
        let pair = pair
            .ok_or_else(|| Fault::Refused(format!("does not translate from {} to {}", batch.source, batch.target)))?;
        Ok((pair, self.line.as_ref().map_err(Clone::clone)?))
    }

    /// The models that are asked in turn: the one that the user names, or those of the pair.
    fn models(&self, batch: &Batch<'_>) -> Vec<Option<String>> {
        match &self.model {
            Some(model) => vec![Some(model.clone())],
            None => self.engine.models(batch.source, batch.target),
        }
    }
}

impl Translator for Service {
    fn translate(&self, batch: &Batch<'_>) -> Vec<Result<Translation, Untranslated>> {
        let Some(mut travellers) = self.travellers(batch) else {
            let reason = format!("there is no folder for `{}`", batch.source);
            return batch.sentences.iter().map(|_| Err(Untranslated { reason: reason.clone() })).collect();
        };
        self.runtime.block_on(self.translate_all(batch, &mut travellers));
        travellers.into_iter().map(outcome).collect()
    }
}

fn outcome(traveller: Traveller) -> Result<Translation, Untranslated> {
    let reason = match &traveller.fault {
        Some((engine, fault)) => format!("not translated: {engine} {fault}"),
        None => "not translated: no service was asked".to_owned(),
    };
    traveller.answer.ok_or(Untranslated { reason })
}

fn station(
    choice: &Choice,
    options: &Options,
    environment: &dyn Fn(&str) -> Option<String>,
    sent: &Arc<AtomicUsize>,
) -> Result<Station, OpenError> {
    let engine = choice.engine;
    let refused = |fault: Fault| OpenError::Refused(format!("{} {fault}", engine.name));
    let address = Address::check(choice.url.as_deref().unwrap_or(&engine.url), options.reach).map_err(refused)?;
    let port = address.url.port_or_known_default().map_or_else(String::new, |port| format!(":{port}"));
    let host = format!("{}{port}", address.url.host_str().unwrap_or(""));
    let line = match Secret::of(engine, environment) {
        Ok(key) => {
            let line = Line::open(engine, &address, key, options.authority.as_deref()).map_err(refused)?;
            let pace = engine.rate.map(|rate| RateLimiter::direct(Quota::per_second(rate)));
            Ok(Arc::new(Caller { line, pace, sent: Arc::clone(sent), glossaries: Mutex::default() }))
        }
        Err(fault) => Err(fault),
    };
    Ok(Station { engine, model: choice.model.clone(), host, line })
}

impl Caller {
    /// Asks until there is an answer, trying again cannot help, or the time is up.
    async fn ask_again(&self, job: &Job, request: Duration, deadline: Instant) -> Result<Vec<String>, Fault> {
        let left = || deadline.saturating_duration_since(Instant::now());
        let attempt = || async {
            self.wait_for_pace().await;
            self.sent.fetch_add(1, Ordering::Relaxed);
            self.line.ask(job, request.min(left())).await
        };
        let backoff = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(Duration::from_millis(200))
            .with_max_delay(Duration::from_secs(5))
            .with_max_times(TIMES);
        attempt
            .retry(backoff)
            .sleep(tokio::time::sleep)
            .when(Fault::may_pass)
            // A wait beyond the deadline is no wait: the sentence goes to the next service at once.
            .adjust(|fault, backoff| {
                backoff.map(|backoff| fault.wait().unwrap_or(backoff)).filter(|wait| *wait < left())
            })
            .await
    }

    /// The id of a glossary that the service keeps; none where it cannot be had, which is asked once.
    async fn glossary(&self, glossary: &Glossary, request: Duration, deadline: Instant) -> Option<String> {
        if let Some(known) = self.known_glossaries().get(&glossary.name) {
            return known.clone();
        }
        self.wait_for_pace().await;
        self.sent.fetch_add(1, Ordering::Relaxed);
        // The sentences come first: they need the rest of the time.
        let time = request.min(deadline.saturating_duration_since(Instant::now()) / 4);
        let id = self.line.glossary(glossary, time).await.ok();
        self.known_glossaries().insert(glossary.name.clone(), id.clone());
        id
    }

    fn forget_glossary(&self, name: &str) {
        self.known_glossaries().insert(name.to_owned(), None);
    }

    fn known_glossaries(&self) -> MutexGuard<'_, BTreeMap<String, Option<String>>> {
        self.glossaries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn wait_for_pace(&self) {
        let Some(pace) = &self.pace else { return };
        while let Err(early) = pace.check() {
            tokio::time::sleep(early.wait_time_from(DefaultClock::default().now())).await;
        }
    }
}

/// How often a request that may pass later is tried again.
const TIMES: usize = 3;

/// The ways to ask a service: a batch, the batch again, each sentence alone, and the other forms.
fn rounds(engine: &Engine) -> Vec<Round> {
    let mut rounds = Vec::new();
    for (at, form) in engine.forms.iter().copied().enumerate() {
        rounds.push(Round { form, alone: at > 0, after_check: true });
        if at == 0 {
            rounds.push(Round { form, alone: engine.texts == 1, after_check: false });
            if engine.texts > 1 {
                rounds.push(Round { form, alone: true, after_check: false });
            }
        }
    }
    rounds
}

/// The sentences that a round is for, by number, as they are sent in its form.
fn guarded_open(round: Round, travellers: &[Traveller]) -> Vec<(usize, String)> {
    let is_open = |traveller: &Traveller| {
        let failed_check = matches!(traveller.fault, Some((_, Fault::Check(_))));
        traveller.answer.is_none() && (round.after_check || (traveller.fault.is_some() && !failed_check))
    };
    let open = travellers.iter().enumerate().filter(|(_, traveller)| is_open(traveller));
    open.map(|(at, traveller)| (at, guarded(&traveller.source.text, &traveller.kept, round.form))).collect()
}

/// Requests within the limits of a service, as places in the list of texts.
fn jobs(engine: &Engine, texts: &[(usize, String)], alone: bool) -> Vec<Vec<usize>> {
    let most = if alone { 1 } else { engine.texts };
    let mut jobs: Vec<Vec<usize>> = Vec::new();
    let mut characters = 0;
    for (index, (_, text)) in texts.iter().enumerate() {
        let length = text.chars().count();
        match jobs.last_mut() {
            Some(job) if job.len() < most && characters + length <= engine.characters => {
                job.push(index);
                characters += length;
            }
            _ => {
                jobs.push(vec![index]);
                characters = length;
            }
        }
    }
    jobs
}

fn class_letter(class: Class) -> char {
    match class {
        Class::Person => 'p',
        Class::Office => 'o',
        Class::Concept => 'c',
        Class::Day => 'd',
        Class::Digits => 'n',
        Class::Name => 'x',
    }
}

/// What only a service or a placeholder leaves behind.
const MARKS: &[&str] = &["[[", "]]", "Xqz", "<x ", "</x>", "<span", "</span>", "&quot;", "&#39;", "&amp;"];

/// Apertium marks a word that it does not know with `*`, one that it cannot inflect with `#` or `@`: a sentence with such a word is
/// not translated.
fn without_marks(text: &str, source: &str) -> Result<String, String> {
    if let Some(mark) = MARKS.iter().find(|mark| text.contains(**mark) && !source.contains(**mark)) {
        return Err(format!("`{mark}` is left over"));
    }
    for mark in ['*', '#', '@'] {
        if let Some(at) = text.find(mark).filter(|_| !source.contains(mark)) {
            let word: String = text[at + 1..].chars().take_while(|c| c.is_alphanumeric()).collect();
            return Err(format!("`{word}` is not translated"));
        }
    }
    Ok(text.to_owned())
}
