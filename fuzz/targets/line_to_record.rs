//! Any line becomes a record or a refusal that names what is wrong.
#![no_main]

use attache_ingest::{Hints, record};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &str| {
    if let Err(error) = record(line, &Hints::default()) {
        assert!(!error.to_string().is_empty());
    }
});
