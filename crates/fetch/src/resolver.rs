//! From a host's name to the addresses that may be connected to.
//!
//! The connection is made to the very addresses that were checked: a name that means something else when it is looked up again
//! (rebinding) gains nothing by it.

use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::guard::{Guard, Refusal, special};

/// Who is asked what a name means; the system, where nobody says otherwise.
pub trait Lookup: Send + Sync {
    /// The addresses of a host.
    ///
    /// # Errors
    /// Where nobody knows.
    fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>>;
}

/// The system's own resolver.
#[derive(Debug, Clone, Copy)]
pub(crate) struct System;

impl Lookup for System {
    fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        Ok((host, 0).to_socket_addrs()?.map(|address| address.ip()).collect())
    }
}

/// A resolver that keeps addresses to itself that may not be asked.
pub(crate) struct Resolver {
    pub(crate) guard: Arc<Guard>,
    pub(crate) lookup: Arc<dyn Lookup>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (guard, lookup) = (Arc::clone(&self.guard), Arc::clone(&self.lookup));
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let asked = host.clone();
            let found = tokio::task::spawn_blocking(move || lookup.addresses(&asked)).await??;
            let addresses = vet(&guard, &host, found)?;
            Ok(Box::new(addresses.into_iter().map(|address| SocketAddr::new(address, 0))) as Addrs)
        })
    }
}

/// Those of the addresses of a host that may be asked.
fn vet(guard: &Guard, host: &str, found: Vec<IpAddr>) -> Result<Vec<IpAddr>, Unresolved> {
    let first = *found.first().ok_or(Unresolved::Nothing)?;
    let is_fine = |address: &IpAddr| guard.allows(host) || special(*address).is_none();
    let fine: Vec<IpAddr> = found.into_iter().filter(is_fine).collect();
    match special(first) {
        Some(purpose) if fine.is_empty() => Err(Unresolved::Refused(Refusal::Special { address: first, purpose })),
        _ if fine.is_empty() => Err(Unresolved::Nothing),
        _ => Ok(fine),
    }
}

/// Why a name has no address for us.
#[derive(Debug)]
pub(crate) enum Unresolved {
    Nothing,
    Refused(Refusal),
}

impl std::fmt::Display for Unresolved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nothing => f.write_str("the name has no address"),
            Self::Refused(refusal) => refusal.fmt(f),
        }
    }
}

impl std::error::Error for Unresolved {}

#[cfg(test)]
mod tests {
    use super::*;

    fn ips(list: &[&str]) -> Vec<IpAddr> {
        list.iter().map(|text| text.parse().expect("an address")).collect()
    }

    #[test]
    fn private_addresses_among_public_ones_are_kept_back() {
        let guard = Guard::new();
        let fine = vet(&guard, "paper.example", ips(&["10.0.0.1", "93.184.216.34", "::1", "2606:2800:220::1"]));
        assert_eq!(fine.expect("some are public"), ips(&["93.184.216.34", "2606:2800:220::1"]));
    }

    #[test]
    fn a_name_that_means_nothing_public_is_refused_with_its_address() {
        let refused = vet(&Guard::new(), "paper.example", ips(&["192.168.1.7"]));
        assert!(matches!(refused, Err(Unresolved::Refused(Refusal::Special { purpose: "a private network", .. }))));
        assert!(matches!(vet(&Guard::new(), "paper.example", vec![]), Err(Unresolved::Nothing)));
    }

    #[test]
    fn an_allowed_host_may_be_anywhere() {
        let mut guard = Guard::new();
        guard.allow("Intranet.example").expect("a host");
        assert!(vet(&guard, "intranet.example.", ips(&["10.0.0.1"])).is_ok());
        assert!(vet(&guard, "other.example", ips(&["10.0.0.1"])).is_err());
    }
}
