//! Any digest that is JSON of the right shape is said without a panic, however its indices point.
#![no_main]

use std::sync::OnceLock;

use attache::{Attache, Digest};
use libfuzzer_sys::fuzz_target;

fn attache() -> &'static Attache {
    static ATTACHE: OnceLock<Attache> = OnceLock::new();
    ATTACHE.get_or_init(|| Attache::builder().build().expect("the built-in folders are sound"))
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(digest) = serde_json::from_slice::<Digest>(bytes) {
        for target in ["en", "pt", "pt-BR", "az"] {
            let _ = attache().render(&digest, target);
        }
    }
});
