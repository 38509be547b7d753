//! Tables that are asked at every name of a text.

use std::collections::BTreeMap;

use crate::people::hash;

/// What belongs to each of some spellings. A look at one slot says of nearly every other word that it is none of them, where a tree would
/// compare a dozen spellings that lie far apart.
#[derive(Debug, Clone)]
pub(crate) struct Lookup<T> {
    /// An open hash table: a power of two, at most half of them taken, by the number of an entry plus one.
    slots: Vec<u32>,
    /// In the order of the spellings.
    entries: Vec<(String, T)>,
}

impl<T> Lookup<T> {
    pub(crate) fn get(&self, spelling: &str) -> Option<&T> {
        let last = self.slots.len() - 1;
        let mut slot = place(spelling, last);
        while let Some((known, value)) = (self.slots[slot] as usize).checked_sub(1).map(|number| &self.entries[number])
        {
            if known == spelling {
                return Some(value);
            }
            slot = (slot + 1) & last;
        }
        None
    }

    pub(crate) fn has(&self, spelling: &str) -> bool {
        self.get(spelling).is_some()
    }

    /// All of them, in the order of the spellings.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &T)> {
        self.entries.iter().map(|(spelling, value)| (spelling.as_str(), value))
    }
}

/// The slot where a spelling is looked for first.
fn place(spelling: &str, last: usize) -> usize {
    let hash = hash(spelling);
    (hash ^ hash >> 32) as usize & last
}

impl<T> From<BTreeMap<String, T>> for Lookup<T> {
    fn from(map: BTreeMap<String, T>) -> Self {
        let entries: Vec<(String, T)> = map.into_iter().collect();
        let mut slots = vec![0; (entries.len() * 2).next_power_of_two().max(2)];
        let last = slots.len() - 1;
        for (number, (spelling, _)) in entries.iter().enumerate() {
            let mut slot = place(spelling, last);
            while slots[slot] != 0 {
                slot = (slot + 1) & last;
            }
            slots[slot] = number as u32 + 1;
        }
        Self { slots, entries }
    }
}

impl<T> Default for Lookup<T> {
    fn default() -> Self {
        Self::from(BTreeMap::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_found_and_no_other_one() {
        let known = |count: usize| (0..count).map(|at| (format!("Ana {at}"), at));
        for count in [0, 1, 2, 3, 500] {
            let table = Lookup::from(known(count).collect::<BTreeMap<_, _>>());
            assert!(known(count).all(|(spelling, at)| table.get(&spelling) == Some(&at)), "{count}");
            assert!(!["", "Ana", "Ana 500", "Əli"].into_iter().any(|other| table.has(other)), "{count}");
            assert!(table.iter().map(|(spelling, _)| spelling).is_sorted() && table.iter().len() == count);
        }
    }
}
