//! A place that is asked again and again, and what to ask it with.

/// What a server gave to ask it with the next time: HTTP's `ETag` and `Last-Modified`, as they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The name of the version that was read to its end.
    pub etag: Option<String>,
    /// The time of that version.
    pub last_modified: Option<String>,
}
