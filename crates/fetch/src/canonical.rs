//! One spelling of an address, so that an article that is reached in several ways is kept once.

use url::Url;

/// Parameters that say where a reader came from and not what they read.
const TRACKING: [&str; 14] = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "ocid",
    "smid", "ref_src",
];

/// The one spelling of an address: without a fragment, a default port, a dot of the root, and parameters that only track.
///
/// What a server could tell apart is left alone: the order of parameters, upper case in paths, `http` and `https`. Nothing where
/// the text is no address of the web.
///
/// ```
/// # use attache_fetch::canonical;
/// let one = canonical("HTTPS://Paper.Example:443/a?utm_source=feed&id=7#top");
/// assert_eq!(one.as_deref(), Some("https://paper.example/a?id=7"));
/// ```
#[must_use]
pub fn canonical(address: &str) -> Option<String> {
    let mut url = Url::parse(address.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    if let Some(host) = url.host_str().filter(|host| host.ends_with('.')).map(str::to_owned) {
        url.set_host(Some(host.trim_end_matches('.'))).ok()?;
    }
    if let Some(query) = url.query().map(str::to_owned) {
        let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_tracking(pair)).collect();
        url.set_query((!kept.is_empty()).then(|| kept.join("&")).as_deref());
    }
    Some(url.into())
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or("").to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

/// Whether two addresses are of one site, so that the one may name the other as its better spelling: the same host, but for
/// what phones and search machines are shown.
#[must_use]
pub fn same_site(one: &str, other: &str) -> bool {
    let host = |address: &str| Url::parse(address).ok()?.host_str().map(bare).map(str::to_owned);
    matches!((host(one), host(other)), (Some(one), Some(other)) if one == other)
}

fn bare(host: &str) -> &str {
    ["www.", "m.", "amp.", "mobile."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_only_tracks_is_taken_out() {
        let spelled = [
            "http://paper.example",
            "https://paper.example./a#b",
            "https://paper.example/a?UTM_Medium=x&utm_source=y",
            "https://paper.example/?p=1&fbclid=2&&q=3",
            "https://u:p@paper.example/a?b",
        ];
        assert_eq!(
            spelled.map(|address| canonical(address).expect("an address")),
            [
                "http://paper.example/",
                "https://paper.example/a",
                "https://paper.example/a",
                "https://paper.example/?p=1&q=3",
                "https://paper.example/a?b",
            ]
        );
        assert_eq!(canonical("mailto:a@b.example"), None);
        assert_eq!(canonical("news"), None);
    }

    #[test]
    fn a_site_is_its_host() {
        assert!(same_site("https://www.paper.example/a", "http://m.paper.example/b"));
        assert!(!same_site("https://paper.example/a", "https://other.example/a"));
        assert!(!same_site("https://a.paper.example/a", "https://b.paper.example/a"));
    }

    proptest! {
        #[test]
        fn twice_is_the_same(address in "https?://[a-z.]{1,12}(:[0-9]{1,4})?/[a-z/%é]{0,12}(\\?[a-z=&_]{0,20})?(#[a-z]{0,3})?") {
            if let Some(once) = canonical(&address) {
                prop_assert_eq!(canonical(&once), Some(once.clone()));
            }
        }
    }
}
