//! Pages of the web as inputs, where the program was built with the network.

#[cfg(feature = "fetch")]
use std::sync::OnceLock;

#[cfg(feature = "fetch")]
use crate::arguments::HostArguments;
use crate::failure::Failure;
#[cfg(feature = "fetch")]
use crate::failure::Stop;
#[cfg(feature = "fetch")]
use crate::home::cache_folder;

/// A page that was fetched.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Where it was found, after all redirections.
    pub(crate) url: String,
    /// What its server says it is: `text/html; charset=windows-1254`.
    pub(crate) content_type: Option<String>,
}

/// The page at an address; what did not change since the last time is taken from the cache.
#[cfg(feature = "fetch")]
pub(crate) fn page(address: &str) -> Result<Page, Failure> {
    use attache_fetch::{Answer, Fault, Fetched, Validators};

    let client = CLIENT.get_or_init(|| client(&HostArguments::default())).as_ref().map_err(Clone::clone)?;
    let fetched = match cache() {
        Some(cache) => cache.get(client, address)?,
        None => match client.get(address, &Validators::default())? {
            Answer::Fetched(page) => page,
            Answer::Unchanged => return Err(Fault::Status(304).into()),
        },
    };
    let Fetched { url, content_type, body: bytes, .. } = fetched;
    Ok(Page { bytes, url, content_type })
}

/// There is no network.
#[cfg(not(feature = "fetch"))]
pub(crate) fn page(_: &str) -> Result<Page, Failure> {
    let message = "is an address, and this program was built without the network";
    Err(Failure::new("no-network", message, "save the page and pass the file, or build with the feature `fetch`"))
}

/// One client for all inputs of a run, so that a host is asked one thing at a time whoever asks.
#[cfg(feature = "fetch")]
static CLIENT: OnceLock<Result<attache_fetch::Client, Failure>> = OnceLock::new();

/// Says which hosts the pages of this run may come from; a host that is none is refused before anything is done.
#[cfg(feature = "fetch")]
pub(crate) fn open(hosts: &HostArguments) -> Result<(), Stop> {
    if hosts.allow_host.is_empty() {
        return Ok(());
    }
    match CLIENT.get_or_init(|| client(hosts)) {
        Ok(_) => Ok(()),
        Err(failure) => Err(Stop::Usage(format!("--allow-host: {failure}"))),
    }
}

#[cfg(feature = "fetch")]
fn client(hosts: &HostArguments) -> Result<attache_fetch::Client, Failure> {
    let mut options = attache_fetch::Options::default();
    allow(&mut options, hosts)?;
    Ok(attache_fetch::Client::open(options)?)
}

/// Lets hosts of the own network through: those that the environment names, with commas between them, and those of the command line.
#[cfg(feature = "fetch")]
pub(crate) fn allow(options: &mut attache_fetch::Options, hosts: &HostArguments) -> Result<(), Failure> {
    let environment = std::env::var("ATTACHE_ALLOW_HOSTS").unwrap_or_default();
    let named = environment.split(',').chain(hosts.allow_host.iter().map(String::as_str));
    for host in named.filter(|host| !host.trim().is_empty()) {
        options.guard.allow(host).map_err(|_| {
            let message = format!("`{host}` is no host that could be allowed");
            Failure::new(
                "address-refused",
                message,
                "write it as HOST or HOST:PORT (--allow-host, ATTACHE_ALLOW_HOSTS)",
            )
        })?;
    }
    Ok(())
}

/// Where pages are kept that were fetched: in the user's folder of caches.
#[cfg(feature = "fetch")]
fn cache() -> Option<attache_fetch::Cache> {
    Some(attache_fetch::Cache::new(cache_folder()?.join("pages")))
}

/// The charset of `text/html; charset="windows-1254"`.
pub(crate) fn charset(content_type: &str) -> Option<String> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut charsets = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    charsets
        .next()
        .map(|(_, value)| value.trim().trim_matches(['"', '\'']).to_owned())
        .filter(|value| !value.is_empty())
}

#[cfg(feature = "fetch")]
impl From<attache_fetch::Fault> for Failure {
    fn from(fault: attache_fetch::Fault) -> Self {
        Self::new(fault.code(), fault.to_string(), fault.remedy())
    }
}

#[cfg(test)]
mod tests {
    use super::charset;

    #[test]
    fn a_charset_is_read_however_it_is_written() {
        let read =
            ["text/html; charset=utf-8", "text/html;a=b; CharSet=\"windows-1254\"", "text/html", "text/html; charset="];
        assert_eq!(read.map(|text| charset(text).unwrap_or_default()), ["utf-8", "windows-1254", "", ""]);
    }
}
