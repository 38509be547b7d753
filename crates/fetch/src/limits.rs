//! How long an answer may take and how large it may be.

use std::time::Duration;

/// How long an answer may take and how large it may be.
///
/// Of a thousand pages of the press the largest had 1.6 MB, so the defaults leave room and still end a hostile answer soon.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long a connection may take to stand.
    pub connect: Duration,
    /// How long one address may take, with all its redirections.
    pub total: Duration,
    /// In each window of this length …
    pub window: Duration,
    /// … so many bytes have to arrive, or the rest.
    pub window_bytes: usize,
    /// The most bytes as they are sent.
    pub wire: usize,
    /// The most bytes after decompression.
    pub decoded: usize,
    /// How many times longer the decompressed bytes may be.
    pub ratio: usize,
    /// The most bytes of the names and values in a header.
    pub headers: usize,
    /// The most redirections.
    pub redirects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(20),
            window: Duration::from_secs(5),
            window_bytes: 2_000,
            wire: 10_000_000,
            decoded: 10_000_000,
            ratio: 100,
            headers: 64 * 1024,
            redirects: 5,
        }
    }
}
