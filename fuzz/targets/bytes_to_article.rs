//! Any bytes become an article or a clear refusal.
#![no_main]

use attache_ingest::Hints;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(error) = attache_ingest::text(bytes, Hints::default()) {
        assert!(!error.to_string().is_empty());
    }
});
