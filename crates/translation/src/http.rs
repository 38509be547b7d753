//! One request over HTTP: no redirection, a limit for the answer after decompression, a reason for everything that can go wrong.

use std::error::Error as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use attache_fetch::retry_after;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client, Method, Response, StatusCode};

use crate::address::Address;
use crate::engine::Engine;
use crate::fault::{Fault, quoted};
use crate::glossary::{Glossary, listed, made};
use crate::protocol::{Job, Protocol};
use crate::secret::Secret;

/// How long a connection may take to stand.
const CONNECT: Duration = Duration::from_secs(5);

/// An answer may be so many times as long as what was sent, and this much longer: JSON may escape each letter with six.
const GROWTH: usize = 24;
const SLACK: usize = 64 * 1024;

/// The most bytes of an answer about glossaries: an account may have a thousand.
const GLOSSARIES: usize = 1024 * 1024;

/// A service that can be asked.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    client: Client,
    url: reqwest::Url,
    /// Where the service keeps glossaries.
    glossaries: Option<reqwest::Url>,
    protocol: Protocol,
    header: Option<(String, HeaderValue)>,
    key: Secret,
}

impl Line {
    /// Prepares a line to a service; nothing is sent.
    pub(crate) fn open(
        engine: &Engine,
        address: &Address,
        key: Secret,
        authority: Option<&[u8]>,
    ) -> Result<Self, Fault> {
        let at = |path: &str| {
            let mut url = address.url.clone();
            url.set_path(&format!("{}{path}", url.path().trim_end_matches('/')));
            url
        };
        let (url, glossaries) = (at(&engine.path), engine.glossaries.as_deref().map(at));
        let client = client(address, authority)?;
        let header = match &engine.header {
            Some(name) if !key.expose().is_empty() => {
                let value = HeaderValue::from_str(&format!("{}{}", engine.prefix, key.expose()));
                let mut value = value.map_err(|_| Fault::Refused("the key is no header".to_owned()))?;
                value.set_sensitive(true);
                Some((name.clone(), value))
            }
            _ => None,
        };
        Ok(Self { client, url, glossaries, protocol: engine.protocol, header, key })
    }

    /// Sends one request and reads its answer, within `time`.
    pub(crate) async fn ask(&self, job: &Job, time: Duration) -> Result<Vec<String>, Fault> {
        match tokio::time::timeout(time, self.exchange(job)).await {
            Ok(answer) => answer,
            Err(_) => Err(Fault::TimedOut),
        }
    }

    /// The id of a glossary that the service keeps, made where there is none of that name; former versions of it are deleted.
    pub(crate) async fn glossary(&self, glossary: &Glossary, time: Duration) -> Result<String, Fault> {
        let keep = async {
            let kept = listed(&self.manage(Method::GET, None, None).await?)?;
            let same = kept.iter().find(|kept| kept.name == glossary.name).map(|kept| kept.id.clone());
            let id = match same {
                Some(id) => id,
                None => made(&self.manage(Method::POST, None, Some(glossary.request().to_string())).await?)?,
            };
            for former in kept.iter().filter(|kept| glossary.replaces(kept)) {
                // One that stays does no harm.
                let _ = self.manage(Method::DELETE, Some(&former.id), None).await;
            }
            Ok(id)
        };
        tokio::time::timeout(time, keep).await.unwrap_or(Err(Fault::TimedOut))
    }

    /// One request to where glossaries are kept.
    async fn manage(&self, method: Method, id: Option<&str>, body: Option<String>) -> Result<Vec<u8>, Fault> {
        let mut url = self.glossaries.clone().ok_or_else(|| Fault::Refused("keeps no glossaries".to_owned()))?;
        if let Some(id) = id {
            url.set_path(&format!("{}/{id}", url.path()));
        }
        let mut request = self.client.request(method, url);
        if let Some(body) = body {
            request = request.header(CONTENT_TYPE, "application/json").body(body);
        }
        if let Some((name, value)) = &self.header {
            request = request.header(name, value.clone());
        }
        let response = request.send().await.map_err(|error| self.reason(&error))?;
        let status = response.status();
        let body = self.body(response, GLOSSARIES).await?;
        match status.is_success() {
            true => Ok(body),
            false => Err(self.protocol.refusal(status.as_u16(), &body, None, self.key.expose())),
        }
    }

    async fn exchange(&self, job: &Job) -> Result<Vec<String>, Fault> {
        let key = if self.header.is_none() { self.key.expose() } else { "" };
        let outgoing = self.protocol.write(job, key);
        let limit = outgoing.body.len() * GROWTH + SLACK;
        let mut url = self.url.clone();
        if !outgoing.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&outgoing.query);
        }
        let mut request = self.client.post(url).header(CONTENT_TYPE, outgoing.content_type).body(outgoing.body);
        if let Some((name, value)) = &self.header {
            request = request.header(name, value.clone());
        }
        let response = request.send().await.map_err(|error| self.reason(&error))?;
        let status = response.status();
        if status.is_redirection() {
            return Err(Fault::Redirected(status.as_u16()));
        }
        let wait = retry_after(response.headers());
        let body = self.body(response, limit).await;
        match status {
            StatusCode::OK | StatusCode::CREATED => self.protocol.read(&body?, job),
            status if status.is_success() => Err(Fault::Shape(format!("its status is {}", status.as_u16()))),
            status => Err(self.protocol.refusal(status.as_u16(), &body.unwrap_or_default(), wait, self.key.expose())),
        }
    }

    /// The answer's bytes, decompressed, as long as there are not too many.
    async fn body(&self, mut response: Response, limit: usize) -> Result<Vec<u8>, Fault> {
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| self.reason(&error))? {
            if body.len() + chunk.len() > limit {
                return Err(Fault::TooLarge(limit));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }

    /// The innermost reason of an error, which names no address.
    fn reason(&self, error: &reqwest::Error) -> Fault {
        let mut innermost = error.to_string();
        let (mut source, mut is_tls) = (error.source(), false);
        while let Some(inner) = source {
            innermost = inner.to_string();
            is_tls |= innermost.contains("certificate") || innermost.contains("TLS") || innermost.contains("tls");
            source = inner.source();
        }
        let words = quoted(&innermost, self.key.expose());
        match error {
            _ if is_tls => Fault::Tls(words),
            error if error.is_timeout() => Fault::TimedOut,
            error if error.is_connect() => Fault::Unreachable(words),
            // A body that breaks off is told as one that cannot be decoded, too.
            error if error.is_decode() && (words.contains("gzip") || words.contains("deflate")) => {
                Fault::Shape(format!("it cannot be decompressed: {words}"))
            }
            _ => Fault::Broken(words),
        }
    }
}

fn client(address: &Address, authority: Option<&[u8]>) -> Result<Client, Fault> {
    let mut builder = Client::builder()
        .redirect(Policy::none())
        .connect_timeout(CONNECT)
        .pool_max_idle_per_host(8)
        .referer(false)
        .user_agent(concat!("attache/", env!("CARGO_PKG_VERSION")));
    if address.is_loopback {
        // What is meant for this machine is not handed to a proxy, and `localhost` is not looked up.
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, address.url.port_or_known_default().unwrap_or(80)));
        builder = builder.no_proxy().resolve("localhost", here);
    } else {
        builder = builder.https_only(true);
    }
    if let Some(bundle) = authority {
        let certificates = Certificate::from_pem_bundle(bundle);
        let certificates =
            certificates.map_err(|_| Fault::Refused("the CA bundle holds no certificates".to_owned()))?;
        if certificates.is_empty() {
            return Err(Fault::Refused("the CA bundle holds no certificates".to_owned()));
        }
        builder = certificates.into_iter().fold(builder, reqwest::ClientBuilder::add_root_certificate);
    }
    builder.build().map_err(|error| Fault::Refused(format!("cannot be prepared: {}", quoted(&error.to_string(), ""))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_line_shows_its_key() {
        let engine = Engine::named("deepl").expect("a service");
        let address = Address::check("https://127.0.0.1:1", crate::Reach::Local).expect("allowed");
        let key = Secret::of(engine, &|name| name.ends_with("_KEY").then(|| "s3cret".to_owned())).expect("a key");
        let line = Line::open(engine, &address, key, None).expect("a line");
        assert!(!format!("{line:?}").contains("s3cret"), "{line:?}");
    }
}
