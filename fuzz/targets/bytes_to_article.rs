//! Any bytes become articles or a clear refusal, as plain text and as what they seem to be.
#![no_main]

use attache_ingest::{Format, Hints, read, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(error) = text(bytes, Hints::default()) {
        assert!(!error.to_string().is_empty());
    }
    let _ = Format::detect(bytes, None);
    if let Err(error) = read(bytes, None, Hints::default()) {
        assert!(!error.to_string().is_empty());
    }
});
