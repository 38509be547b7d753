//! Times by size, and how fast they grow.

use std::time::Duration;

#[derive(Debug, Default)]
pub(crate) struct Series {
    points: Vec<(usize, Duration)>,
}

impl Series {
    pub(crate) fn push(&mut self, bytes: usize, time: Duration) {
        self.points.push((bytes, time));
    }

    /// The largest size that was measured, and its time.
    pub(crate) fn largest(&self) -> Option<(usize, Duration)> {
        self.points.last().copied()
    }

    /// The k of time = c · size^k, by least squares on the logarithms: 1 is linear, 2 quadratic.
    pub(crate) fn exponent(&self) -> Option<f64> {
        let logs = self.points.iter().map(|(bytes, time)| ((*bytes as f64).ln(), time.as_secs_f64().max(1e-9).ln()));
        let logs: Vec<(f64, f64)> = logs.collect();
        let mean = |of: fn(&(f64, f64)) -> f64| logs.iter().map(of).sum::<f64>() / logs.len() as f64;
        let (x, y) = (mean(|log| log.0), mean(|log| log.1));
        let across: f64 = logs.iter().map(|log| (log.0 - x) * (log.1 - y)).sum();
        let along: f64 = logs.iter().map(|log| (log.0 - x).powi(2)).sum();
        (logs.len() > 1).then(|| across / along)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_the_text_and_four_times_the_time_is_quadratic() {
        let mut series = Series::default();
        assert_eq!(series.exponent(), None);
        for size in [1, 2, 4, 8] {
            series.push(size, Duration::from_millis((size * size) as u64));
        }
        assert!((series.exponent().unwrap_or_default() - 2.0).abs() < 1e-9);
    }
}
