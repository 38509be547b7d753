//! Reading and choosing.
