//! Where a service may be: on this machine, or anywhere behind TLS.

use std::net::IpAddr;

use reqwest::Url;

use crate::fault::Fault;

/// What may leave the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Only services on this machine are asked.
    Local,
    /// Services elsewhere are asked too, over TLS.
    Remote,
}

/// The address of a service, checked.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    pub(crate) url: Url,
    pub(crate) is_loopback: bool,
}

impl Address {
    /// Checks an address against what may leave the machine.
    ///
    /// A name may be resolved to anything by whoever answers for it, so on this machine are only `localhost` (which is never looked
    /// up, see `http.rs`) and addresses of the loopback networks.
    pub(crate) fn check(text: &str, reach: Reach) -> Result<Self, Fault> {
        let refuse = |why: &str| Err(Fault::Refused(format!("is not asked: {why}")));
        let Ok(url) = Url::parse(text) else { return refuse("its address is no URL") };
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
            return refuse("its address may hold no user, key, query or fragment");
        }
        let Some(host) = url.host_str() else { return refuse("its address names no host") };
        let is_loopback = is_loopback(host);
        match (url.scheme(), is_loopback, reach) {
            ("http" | "https", true, _) | ("https", false, Reach::Remote) => Ok(Self { url, is_loopback }),
            ("http", false, Reach::Remote) => refuse("its address is not https"),
            (_, false, Reach::Local) => {
                refuse("its address is not on this machine, and only `--translate remote` lets text leave it")
            }
            _ => refuse("its address is neither http nor https"),
        }
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare.parse::<IpAddr>().is_ok_and(|address| match address {
            IpAddr::V4(address) => address.is_loopback(),
            IpAddr::V6(address) => address.is_loopback(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(text: &str, reach: Reach) -> bool {
        Address::check(text, reach).is_ok()
    }

    #[test]
    fn local_is_this_machine_and_nothing_else() {
        for text in ["http://127.0.0.1:2737", "http://localhost:5000/", "https://[::1]:1/", "http://127.9.9.9"] {
            assert!(allowed(text, Reach::Local), "{text}");
        }
        for text in [
            "https://api-free.deepl.com",
            "http://127.0.0.1.example.org",
            "http://localhost.example.org",
            "http://10.0.0.1:2737",
            "http://0.0.0.0:2737",
            "http://[::ffff:10.0.0.1]",
            "https://0177.0.0.1.example.org",
            "http://2130706434.example",
        ] {
            assert!(!allowed(text, Reach::Local), "{text}");
        }
    }

    #[test]
    fn what_leaves_is_encrypted() {
        assert!(allowed("https://api-free.deepl.com", Reach::Remote));
        assert!(!allowed("http://api-free.deepl.com", Reach::Remote));
        assert!(!allowed("ftp://127.0.0.1", Reach::Remote));
    }

    #[test]
    fn an_address_holds_no_key() {
        for text in ["https://k@x.org", "https://u:k@x.org", "https://x.org/?key=k", "https://x.org/#k"] {
            let fault = Address::check(text, Reach::Remote).expect_err("refused");
            assert!(!fault.to_string().contains("x.org"), "{fault}");
        }
    }
}
