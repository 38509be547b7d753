//! Gets articles and feeds from the web, guarded.
