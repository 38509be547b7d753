//! Any bytes, taken for a PDF document, become articles or a clear refusal.
#![no_main]

use attache_ingest::{Format, Hints, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match read(bytes, Some(Format::Pdf), Hints::default()) {
    Ok(documents) => assert!(!documents.is_empty()),
    Err(error) => assert!(!error.to_string().is_empty()),
});
