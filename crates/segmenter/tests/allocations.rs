//! Cutting takes no memory from the heap.
#![allow(clippy::disallowed_methods, reason = "the suites are files")]

use std::fs;
use std::path::Path;

use attache_segmenter::Segmenter;

/// The whole suite of a language as one text: every rule is asked something.
fn suite(tag: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/suite/segmentation/{tag}.txt"));
    fs::read_to_string(path).expect("the suite of the language")
}

#[test]
fn the_iterator_takes_no_memory() {
    for tag in ["en", "pt", "az"] {
        let (segmenter, text) = (Segmenter::builtin(tag).expect("a built-in language"), suite(tag));
        let mut count = 0;
        let taken = allocation_counter::measure(|| count = segmenter.segments(&text).count());
        assert!(count > 500, "{tag}: only {count} segments");
        assert_eq!(taken.count_total, 0, "{tag}: {} bytes were taken", taken.bytes_total);
    }
}

#[test]
fn a_buffer_with_room_takes_no_memory() {
    let (segmenter, text) = (Segmenter::builtin("az").expect("a built-in language"), suite("az"));
    let mut segments = Vec::new();
    segmenter.push_into(&text, &mut segments);
    segments.clear();
    let taken = allocation_counter::measure(|| segmenter.push_into(&text, &mut segments));
    assert_eq!(taken.count_total, 0, "{} bytes were taken", taken.bytes_total);
}
