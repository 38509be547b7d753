//! Saying it.
