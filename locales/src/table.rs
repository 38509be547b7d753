//! Tables of tab-separated values: the form in which a linguist edits a lexicon.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::{LoadError, SourceFile};

/// A table with a header line; the first column is the key. Lines that start with `#` and blank lines are passed over.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    file: SourceFile<'a>,
    columns: Vec<&'a str>,
    rows: Vec<(usize, Vec<&'a str>)>,
}

impl<'a> Table<'a> {
    pub(crate) fn parse(file: SourceFile<'a>) -> Result<Self, LoadError> {
        let mut columns: Vec<&'a str> = Vec::new();
        let mut rows: Vec<(usize, Vec<&'a str>)> = Vec::new();
        let mut at = 0;
        for line in file.text().split_inclusive('\n') {
            let start = at;
            at += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            if columns.is_empty() {
                columns = cells;
                continue;
            }
            if cells.len() > columns.len() {
                let message = format!("{} cells, but the header has {}", cells.len(), columns.len());
                return Err(file.error(start, message).with_hint("cells are separated by one tab"));
            }
            if cells[0].is_empty() {
                return Err(file.error(start, format!("the first cell, `{}`, is empty", columns[0])));
            }
            rows.push((start, cells));
        }
        let table = Self { file, columns, rows };
        table.refuse_duplicates()?;
        Ok(table)
    }

    fn refuse_duplicates(&self) -> Result<(), LoadError> {
        let mut keys: Vec<(&str, usize)> = self.rows.iter().map(|(at, cells)| (cells[0], *at)).collect();
        keys.sort_unstable();
        match keys.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(pair) => Err(self.file.error(pair[1].1, format!("`{}` stands twice", pair[1].0))),
            None => Ok(()),
        }
    }

    /// The names of the columns, the key first.
    #[must_use]
    pub fn columns(&self) -> &[&'a str] {
        &self.columns
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'a, '_>> {
        (0..self.rows.len()).map(move |index| Row { table: self, index })
    }
}

/// One row of a [`Table`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'a, 't> {
    table: &'t Table<'a>,
    index: usize,
}

impl<'a> Row<'a, '_> {
    /// The first cell.
    #[must_use]
    pub fn key(&self) -> &'a str {
        self.table.rows[self.index].1[0]
    }

    /// The cell of that column; empty where the row is shorter or there is no such column.
    #[must_use]
    pub fn cell(&self, column: &str) -> &'a str {
        let index = self.table.columns.iter().position(|name| *name == column);
        index.and_then(|index| self.table.rows[self.index].1.get(index)).copied().unwrap_or("")
    }

    /// The cell cut at `|`, empty parts left out.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &'a str> {
        self.cell(column).split('|').map(str::trim).filter(|part| !part.is_empty())
    }

    /// An error about this row.
    #[must_use]
    pub fn error(&self, message: impl Into<String>) -> LoadError {
        self.table.file.error(self.table.rows[self.index].0, message)
    }
}
