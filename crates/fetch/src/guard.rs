//! Which addresses may be asked: those of the public web, and what the user allows besides.
//!
//! A feed that names `http://10.0.0.1/` would otherwise have us read the printer's page aloud (server-side request forgery). So
//! nothing but the public web is asked unless the user says so, for every request: the first, the redirected, and what a name
//! turns out to mean. Knows addresses only; names are looked up in `resolver.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Which addresses may be asked.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    /// Hosts that may be anywhere, with the only ports on which they are asked.
    allowed: BTreeMap<String, BTreeSet<u16>>,
}

/// Why an address is not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// It is no address.
    NotAnAddress,
    /// It is no address of the web.
    Scheme(String),
    /// It holds a user's name or a password.
    UserInfo,
    /// Its port is not one of the web's, nor one that is allowed for it.
    Port(u16),
    /// It is, or its name means, an address that is not of the public web.
    Special {
        /// The address.
        address: IpAddr,
        /// What the address is for.
        purpose: &'static str,
    },
    /// Its name means this machine.
    ThisMachine,
}

/// The ports that are asked where no others are allowed.
const PORTS: [u16; 2] = [80, 443];

impl Guard {
    /// A guard that lets nothing through but the public web.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets a host of the own network through: `intranet.example`, or with a port `10.0.0.7:8080`, and then on that port only.
    ///
    /// # Errors
    /// Where that is neither a host nor a host and a port.
    pub fn allow(&mut self, host: &str) -> Result<(), Refusal> {
        let host = host.trim();
        if host.is_empty() || host.contains(['/', '@', '?', '#', '\\']) || host.contains(char::is_whitespace) {
            return Err(Refusal::NotAnAddress);
        }
        let url = Url::parse(&format!("http://{host}/")).map_err(|_| Refusal::NotAnAddress)?;
        let name = url.host().map(|host| name_of(&host)).ok_or(Refusal::NotAnAddress)?;
        let ports = url.port().map_or(PORTS.to_vec(), |port| vec![port]);
        self.allowed.entry(name).or_default().extend(ports);
        Ok(())
    }

    /// Reads an address and checks what can be known before its name is looked up.
    ///
    /// # Errors
    /// Where it may not be asked.
    pub fn check(&self, address: &str) -> Result<Url, Refusal> {
        let url = Url::parse(address.trim()).map_err(|_| Refusal::NotAnAddress)?;
        self.check_url(&url)?;
        Ok(url)
    }

    /// Checks what can be known of an address before its name is looked up.
    pub(crate) fn check_url(&self, url: &Url) -> Result<(), Refusal> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refusal::Scheme(url.scheme().chars().take(20).collect()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::UserInfo);
        }
        let host = url.host().ok_or(Refusal::NotAnAddress)?;
        let port = url.port_or_known_default().unwrap_or(0);
        let allowed = self.allowed.get(&name_of(&host));
        let is_fine = allowed.map_or(PORTS.contains(&port), |ports| ports.contains(&port));
        if !is_fine {
            return Err(Refusal::Port(port));
        }
        match host {
            _ if allowed.is_some() => Ok(()),
            Host::Ipv4(address) => self.check_ip(IpAddr::V4(address)),
            Host::Ipv6(address) => self.check_ip(IpAddr::V6(address)),
            // What ends in `localhost` is this machine whatever a name server says (RFC 6761).
            Host::Domain(name) if is_localhost(name) => Err(Refusal::ThisMachine),
            Host::Domain(_) => Ok(()),
        }
    }

    /// Whether a host may be anywhere.
    pub(crate) fn allows(&self, host: &str) -> bool {
        self.allowed.contains_key(host.trim_end_matches('.').to_ascii_lowercase().as_str())
    }

    fn check_ip(&self, address: IpAddr) -> Result<(), Refusal> {
        match special(address) {
            Some(purpose) => Err(Refusal::Special { address, purpose }),
            None => Ok(()),
        }
    }
}

/// A host in the one form under which it is allowed: without the dot of the root, addresses without brackets.
fn name_of(host: &Host<&str>) -> String {
    match host {
        Host::Domain(name) => name.trim_end_matches('.').to_ascii_lowercase(),
        Host::Ipv4(address) => address.to_string(),
        Host::Ipv6(address) => address.to_string(),
    }
}

fn is_localhost(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

/// What an address is for that is not of the public web, by the registries of IANA (RFC 6890 and its updates); nothing where it is.
#[must_use]
pub fn special(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => special_v4(address),
        IpAddr::V6(address) => special_v6(address),
    }
}

/// Networks of IPv4: the first address, how many leading bits count, what it is for.
const SPECIAL_V4: [(Ipv4Addr, u32, &str); 18] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8, "this network"),
    (Ipv4Addr::new(10, 0, 0, 0), 8, "a private network"),
    (Ipv4Addr::new(100, 64, 0, 0), 10, "a provider's own network"),
    (Ipv4Addr::new(127, 0, 0, 0), 8, "this machine"),
    (Ipv4Addr::new(169, 254, 0, 0), 16, "the local link"),
    (Ipv4Addr::new(172, 16, 0, 0), 12, "a private network"),
    (Ipv4Addr::new(192, 0, 0, 0), 24, "protocols"),
    (Ipv4Addr::new(192, 0, 2, 0), 24, "documentation"),
    (Ipv4Addr::new(192, 31, 196, 0), 24, "name servers (AS112)"),
    (Ipv4Addr::new(192, 52, 193, 0), 24, "multicast relays"),
    (Ipv4Addr::new(192, 88, 99, 0), 24, "6to4 relays"),
    (Ipv4Addr::new(192, 168, 0, 0), 16, "a private network"),
    (Ipv4Addr::new(192, 175, 48, 0), 24, "name servers (AS112)"),
    (Ipv4Addr::new(198, 18, 0, 0), 15, "benchmarking"),
    (Ipv4Addr::new(198, 51, 100, 0), 24, "documentation"),
    (Ipv4Addr::new(203, 0, 113, 0), 24, "documentation"),
    (Ipv4Addr::new(224, 0, 0, 0), 4, "multicast"),
    (Ipv4Addr::new(240, 0, 0, 0), 4, "nothing yet, or everyone"),
];

fn special_v4(address: Ipv4Addr) -> Option<&'static str> {
    let within = |(network, bits, _): &&(Ipv4Addr, u32, &str)| {
        (u32::from(address) ^ u32::from(*network)).leading_zeros() >= *bits
    };
    SPECIAL_V4.iter().find(within).map(|(_, _, purpose)| *purpose)
}

/// Networks of IPv6 that look like the public web, or whose purpose is worth a word of its own.
const SPECIAL_V6: [(Ipv6Addr, u32, &str); 15] = [
    (Ipv6Addr::UNSPECIFIED, 128, "no address"),
    (Ipv6Addr::LOCALHOST, 128, "this machine"),
    (Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96, "an address of IPv4 in disguise"),
    (Ipv6Addr::UNSPECIFIED, 96, "an address of IPv4 in disguise"),
    (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96, "an address of IPv4 in disguise (NAT64)"),
    (Ipv6Addr::new(0x64, 0xff9b, 1, 0, 0, 0, 0, 0), 48, "an address of IPv4 in disguise (NAT64)"),
    (Ipv6Addr::new(0x100, 0, 0, 0, 0, 0, 0, 0), 16, "nothing (discard)"),
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23, "protocols (Teredo, ORCHID)"),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32, "documentation"),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16, "an address of IPv4 in disguise (6to4)"),
    (Ipv6Addr::new(0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0), 48, "name servers (AS112)"),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20, "documentation"),
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7, "a private network"),
    (Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0), 10, "the local link"),
    (Ipv6Addr::new(0xff00, 0, 0, 0, 0, 0, 0, 0), 8, "multicast"),
];

fn special_v6(address: Ipv6Addr) -> Option<&'static str> {
    let within = |(network, bits, _): &&(Ipv6Addr, u32, &str)| {
        (u128::from(address) ^ u128::from(*network)).leading_zeros() >= *bits
    };
    let named = SPECIAL_V6.iter().find(within).map(|(_, _, purpose)| *purpose);
    // Only 2000::/3 is given out as public; what lies outside is not, whatever it will be for.
    named.or((address.segments()[0] & 0xe000 != 0x2000).then_some("nothing yet"))
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAddress => f.write_str("is no address of the web"),
            Self::Scheme(scheme) => write!(f, "is not asked: `{scheme}:` is neither http nor https"),
            Self::UserInfo => f.write_str("is not asked: it holds a user's name or a password"),
            Self::Port(port) => {
                write!(f, "is not asked: its port is {port}, which is none of those of the web or allowed for it")
            }
            Self::Special { address, purpose } => write!(f, "is not asked: {address} is for {purpose}"),
            Self::ThisMachine => f.write_str("is not asked: its name means this machine"),
        }
    }
}

impl Refusal {
    /// What the user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::NotAnAddress | Self::Scheme(_) => "write it as https://host/path",
            Self::UserInfo => "take the part before `@` out",
            Self::Port(_) => {
                "if it is a server of your own network, allow the host with its port (--allow-host HOST:PORT)"
            }
            Self::Special { .. } | Self::ThisMachine => {
                "if it is a server of your own network, allow the host (--allow-host HOST)"
            }
        }
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests;
