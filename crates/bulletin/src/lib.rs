//! Makes a day's bulletin of many articles.
