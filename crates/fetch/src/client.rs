//! One client for all addresses: checks, asks, follows, and reads within limits.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, LOCATION,
};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Response};
use serde::{Deserialize, Serialize};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use url::Url;

use crate::body;
use crate::fault::{Fault, quoted};
use crate::guard::{Guard, Refusal, special};
use crate::limits::Limits;
use crate::pace::Pace;
use crate::resolver::{Lookup, Resolver, System, Unresolved};
use crate::robots::{self, Robots};
use crate::wait::retry_after;

/// What we call ourselves: in `robots.txt`, and before the version in each request.
pub(crate) const NAME: &str = "attache";

/// What is wanted: feeds and pages, and documents that a page may turn out to be.
const WANTED: &str = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, \
                      application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5";

/// How a client behaves.
#[derive(Clone)]
#[non_exhaustive]
pub struct Options {
    /// Which addresses may be asked.
    pub guard: Guard,
    /// How long an answer may take and how large it may be.
    pub limits: Limits,
    /// How long a host is left alone between two requests.
    pub delay: Duration,
    /// How long we wait for a host that asks us to come back later; beyond that it is left alone for the rest of the run.
    pub patience: Duration,
    /// Where its owner may write if we are a nuisance; sent with each request.
    pub contact: Option<String>,
    /// Certificates (PEM) that are trusted besides those of the system.
    pub authority: Option<Vec<u8>>,
    /// Who is asked what a name means.
    pub lookup: Arc<dyn Lookup>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            guard: Guard::new(),
            limits: Limits::default(),
            delay: Duration::from_secs(1),
            patience: Duration::from_secs(10),
            contact: None,
            authority: None,
            lookup: Arc::new(System),
        }
    }
}

/// By what a server knows whether something has changed (RFC 9110, section 8.8); handed back to it as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Validators {
    /// The name of that version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The time of that version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

/// What an address gave.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums, reason = "there is no third thing")]
pub enum Answer {
    /// The same as the last time.
    Unchanged,
    /// This.
    Fetched(Fetched),
}

/// What was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fetched {
    /// Where it was found, after all redirections.
    pub url: String,
    /// What its server says it is: `text/html; charset=windows-1254`.
    pub content_type: Option<String>,
    /// Its bytes, unpacked.
    pub body: Vec<u8>,
    /// What to ask with the next time.
    pub validators: Validators,
}

impl Validators {
    fn of(headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).map(str::to_owned);
        Self { etag: text(ETAG), last_modified: text(LAST_MODIFIED) }
    }

    /// Whether there is nothing to ask with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.etag.is_none() && self.last_modified.is_none()
    }

    fn headers(&self) -> HeaderMap {
        let pairs = [(IF_NONE_MATCH, &self.etag), (IF_MODIFIED_SINCE, &self.last_modified)];
        let value = |text: &Option<String>| text.as_deref().and_then(|text| HeaderValue::from_str(text).ok());
        pairs.into_iter().filter_map(|(name, text)| Some((name, value(text)?))).collect()
    }
}

/// Gets what stands at addresses. Several threads may ask at once; a host is asked one thing at a time.
pub struct Client {
    http: reqwest::Client,
    guard: Arc<Guard>,
    limits: Limits,
    delay: Duration,
    patience: Duration,
    pace: Pace,
    robots: Mutex<BTreeMap<String, Arc<Robots>>>,
    runtime: Option<Runtime>,
}

impl Client {
    /// Prepares a client; nothing is asked.
    ///
    /// # Errors
    /// Where the certificates are none, or the system has no room for a client.
    pub fn open(options: Options) -> Result<Self, Fault> {
        let guard = Arc::new(options.guard);
        let resolver = Resolver { guard: Arc::clone(&guard), lookup: options.lookup };
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Fault::Setup(error.kind().to_string()))?;
        Ok(Self {
            http: http(resolver, &options.limits, options.contact.as_deref(), options.authority.as_deref())?,
            guard,
            limits: options.limits,
            delay: options.delay,
            patience: options.patience,
            pace: Pace::default(),
            robots: Mutex::default(),
            runtime: Some(runtime),
        })
    }

    /// Gets what stands at an address, or learns that it is what `known` says.
    ///
    /// # Errors
    /// Where it may not be asked, or gives nothing that is accepted.
    pub fn get(&self, address: &str, known: &Validators) -> Result<Answer, Fault> {
        let url = self.guard.check(address)?;
        self.wait_for(self.ask(url, known, &self.limits))
    }

    /// Gets what stands at an address that a program found and no person named, if its site lets programs in.
    ///
    /// # Errors
    /// As [`Client::get`], and where the site's `robots.txt` forbids it.
    pub fn get_politely(&self, address: &str, known: &Validators) -> Result<Answer, Fault> {
        let url = self.guard.check(address)?;
        self.wait_for(async {
            let robots = self.robots_of(&url).await?;
            if robots.allows(&path_of(&url)) { self.ask(url, known, &self.limits).await } else { Err(Fault::Robots) }
        })
    }

    fn wait_for<T>(&self, work: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
        match &self.runtime {
            Some(runtime) => runtime.block_on(work),
            None => Err(Fault::Setup("the client was taken down".to_owned())),
        }
    }

    /// What a site says to programs; asked once in a run (RFC 9309, section 2.3).
    async fn robots_of(&self, url: &Url) -> Result<Arc<Robots>, Fault> {
        let site = url.origin().ascii_serialization();
        let known = self.robots.lock().unwrap_or_else(PoisonError::into_inner).get(&site).cloned();
        if let Some(robots) = known {
            return Ok(robots);
        }
        let mut address = url.clone();
        address.set_path("/robots.txt");
        address.set_query(None);
        address.set_fragment(None);
        // More than the half megabyte that has to be read is not read: such a file is taken for one that forbids nothing.
        let limits = Limits { wire: robots::LIMIT, decoded: robots::LIMIT, ..self.limits.clone() };
        let robots = match self.ask(address, &Validators::default(), &limits).await {
            Ok(Answer::Fetched(file)) => Robots::parse(&String::from_utf8_lossy(&file.body), NAME),
            Err(fault) if fault.is_passing() => return Err(Fault::Rules(Box::new(fault))),
            // What is not there forbids nothing; nor does what leads in circles or is no text.
            Ok(Answer::Unchanged) | Err(_) => Robots::default(),
        };
        let robots = Arc::new(robots);
        self.robots.lock().unwrap_or_else(PoisonError::into_inner).insert(site, Arc::clone(&robots));
        Ok(robots)
    }

    /// Asks, and once more where the host wants a moment.
    async fn ask(&self, url: Url, known: &Validators, limits: &Limits) -> Result<Answer, Fault> {
        let host = self.pace.host(&format!("{}:{}", url.host_str().unwrap_or(""), url.port().unwrap_or(0)));
        let mut state = host.turn().await;
        if state.rests {
            return Err(Fault::Resting);
        }
        let mut answer = self.follow(url.clone(), known, limits).await;
        if let Err(Fault::Busy { wait: Some(wait), .. }) = answer {
            if wait <= self.patience {
                tokio::time::sleep(wait).await;
                answer = self.follow(url, known, limits).await;
            } else {
                state.rests = true;
            }
        }
        state.leave(self.delay);
        answer
    }

    /// Asks and follows redirections, each of which is checked like the first address.
    async fn follow(&self, first: Url, known: &Validators, limits: &Limits) -> Result<Answer, Fault> {
        let within = async {
            let mut url = first;
            for _ in 0..=limits.redirects {
                let response = self.request(&url, known).await?;
                let status = response.status().as_u16();
                if !matches!(status, 301 | 302 | 303 | 307 | 308) {
                    return self.receive(url, response, known, limits).await;
                }
                url = self.next_url(&url, &response)?;
            }
            Err(Fault::Redirects(limits.redirects))
        };
        timeout(limits.total, within).await.unwrap_or(Err(Fault::TimedOut(limits.total)))
    }

    async fn request(&self, url: &Url, known: &Validators) -> Result<Response, Fault> {
        let response = self.http.get(url.clone()).headers(known.headers()).send().await;
        let response = response.map_err(|error| reason(&error))?;
        // The resolver has seen to that already; the one to whom we are connected has the last word.
        let host = url.host_str().unwrap_or("").trim_start_matches('[').trim_end_matches(']');
        if let Some(address) = response.remote_addr().map(|address| address.ip())
            && let Some(purpose) = special(address)
            && !self.guard.allows(host)
        {
            return Err(Refusal::Special { address, purpose }.into());
        }
        let size: usize = response.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        if size > self.limits.headers { Err(Fault::Headers(self.limits.headers)) } else { Ok(response) }
    }

    fn next_url(&self, url: &Url, response: &Response) -> Result<Url, Fault> {
        let nowhere = Fault::RedirectNowhere(response.status().as_u16());
        let location = response.headers().get(LOCATION).ok_or_else(|| nowhere.clone())?;
        // Many servers write their letters as they are, in UTF-8.
        let next = url.join(String::from_utf8_lossy(location.as_bytes()).trim()).map_err(|_| nowhere)?;
        if url.scheme() == "https" && next.scheme() == "http" {
            return Err(Fault::Downgrade);
        }
        let refused = |refusal| Fault::RefusedRedirect(quoted(next.as_str()), refusal);
        self.guard.check_url(&next).map_err(refused)?;
        Ok(next)
    }

    async fn receive(
        &self,
        mut url: Url,
        response: Response,
        known: &Validators,
        limits: &Limits,
    ) -> Result<Answer, Fault> {
        let status = response.status().as_u16();
        match status {
            200 | 203 => {
                let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
                let content_type = response.headers().get(CONTENT_TYPE).and_then(text);
                let validators = Validators::of(response.headers());
                url.set_fragment(None);
                let body = body::read(response, limits).await?;
                Ok(Answer::Fetched(Fetched { url: url.into(), content_type, body, validators }))
            }
            304 if !known.is_empty() => Ok(Answer::Unchanged),
            429 | 503 => Err(Fault::Busy { status, wait: retry_after(response.headers()) }),
            status => Err(Fault::Status(status)),
        }
    }
}

impl Drop for Client {
    /// Does not wait for a name server that never answers.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn http(
    resolver: Resolver,
    limits: &Limits,
    contact: Option<&str>,
    authority: Option<&[u8]>,
) -> Result<reqwest::Client, Fault> {
    let home = env!("CARGO_PKG_REPOSITORY");
    let contact = contact.map(|contact| format!("; {}", quoted(contact))).unwrap_or_default();
    let agent = format!("{NAME}/{} (+{home}{contact})", env!("CARGO_PKG_VERSION"));
    let agent = HeaderValue::from_str(&agent).map_err(|_| Fault::Setup("the contact is no header".to_owned()))?;
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static(WANTED));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    let mut builder = reqwest::Client::builder()
        .redirect(Policy::none())
        .connect_timeout(limits.connect)
        .dns_resolver(Arc::new(resolver))
        // A proxy would look names up itself, behind our back.
        .no_proxy()
        .no_gzip()
        .referer(false)
        .user_agent(agent)
        .default_headers(headers);
    if let Some(bundle) = authority {
        let none = || Fault::Setup("the CA bundle holds no certificates".to_owned());
        let certificates = Certificate::from_pem_bundle(bundle).map_err(|_| none())?;
        if certificates.is_empty() {
            return Err(none());
        }
        builder = certificates.into_iter().fold(builder, reqwest::ClientBuilder::add_root_certificate);
    }
    builder.build().map_err(|error| Fault::Setup(quoted(&error.to_string())))
}

/// The path and the query, as `robots.txt` speaks of them.
fn path_of(url: &Url) -> String {
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}{query}", url.path())
}

/// What lies behind an error of `reqwest`: its innermost reason, and our own where it is one of ours.
pub(crate) fn reason(error: &reqwest::Error) -> Fault {
    let mut innermost = error.to_string();
    let (mut source, mut is_tls, mut is_name) = (error.source(), false, false);
    while let Some(inner) = source {
        if let Some(Unresolved::Refused(refusal)) = inner.downcast_ref::<Unresolved>() {
            return Fault::Refused(refusal.clone());
        }
        innermost = inner.to_string();
        is_name |= innermost.contains("dns error");
        is_tls |= ["certificate", "TLS", "tls"].iter().any(|word| innermost.contains(word));
        source = inner.source();
    }
    let words = quoted(&innermost);
    match error {
        _ if is_name => Fault::Name(words.trim_start_matches("failed to lookup address information: ").to_owned()),
        _ if is_tls => Fault::Tls(words),
        error if error.is_timeout() => Fault::Unreachable("no connection within the time for one".to_owned()),
        error if error.is_connect() => Fault::Unreachable(words),
        error if error.is_request() && words.starts_with("invalid ") => Fault::NotHttp(words),
        _ => Fault::Cut(words),
    }
}
