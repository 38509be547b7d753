//! Any bytes as a page of the web: an article or an error, and no more text than markup.
#![no_main]

use attache_ingest::{Hints, page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = page(bytes, Hints::default()) {
        // A byte of an old encoding may be a character of three bytes.
        assert!(document.article.text.len() <= 3 * bytes.len() + 16);
    }
});
