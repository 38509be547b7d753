//! Lexicon and grammar engines.
