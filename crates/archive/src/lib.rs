//! Keeps articles in an SQLite file.
