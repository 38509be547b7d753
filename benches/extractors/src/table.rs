//! A Markdown table, its columns filled up so that it can be read as it stands.

use std::fmt::{self, Display, Formatter};

pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(head: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { rows: vec![head.into_iter().map(Into::into).collect()] }
    }

    pub(crate) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    fn width(&self, column: usize) -> usize {
        self.rows.iter().filter_map(|row| Some(row.get(column)?.chars().count())).max().unwrap_or_default()
    }
}

impl Display for Table {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for (number, row) in self.rows.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                write!(out, "| {cell:<width$} ", width = self.width(column))?;
            }
            writeln!(out, "|")?;
            if number == 0 {
                (0..row.len()).try_for_each(|column| write!(out, "| {} ", "-".repeat(self.width(column).max(3))))?;
                writeln!(out, "|")?;
            }
        }
        Ok(())
    }
}
