//! Finds the bytes that the pass has to look at, sixty-four at a time.
//!
//! A look at one byte after the other takes a third of the whole time. The comparisons of a block are written so that the
//! compiler makes them sixteen or more at once, with no code of our own for any processor.

/// How many bytes one look covers: a bit for each.
const BLOCK: usize = 64;

/// How many different bytes can be compared at once; a profile with more is read byte by byte.
const WIDTH: usize = 12;

/// How many bytes of the text are compared at once.
const LANES: usize = 16;

/// The set of bytes that are looked for.
#[derive(Debug, Clone)]
pub(crate) struct Needles {
    /// Each byte sixteen times over, filled up with the last of them.
    lanes: Option<[[u8; LANES]; WIDTH]>,
    table: [bool; 256],
}

impl Needles {
    /// The first bytes of the characters that are looked for.
    pub(crate) fn new(characters: impl IntoIterator<Item = char>) -> Self {
        let mut table = [false; 256];
        for c in characters {
            table[usize::from(c.encode_utf8(&mut [0; 4]).as_bytes()[0])] = true;
        }
        let found = || (0..=u8::MAX).filter(|byte| table[usize::from(*byte)]);
        let lanes = found().next_back().filter(|_| found().count() <= WIDTH).map(|last| {
            let mut lanes = [[last; LANES]; WIDTH];
            lanes.iter_mut().zip(found()).for_each(|(lane, byte)| *lane = [byte; LANES]);
            lanes
        });
        Self { lanes, table }
    }

    /// One bit for each byte of the block, which is the beginning of `rest`.
    fn marks(&self, rest: &[u8]) -> u64 {
        match (&self.lanes, rest.first_chunk()) {
            (Some(lanes), Some(block)) => marks_of_block(lanes, block),
            _ => {
                let bits = rest.iter().take(BLOCK).enumerate();
                bits.fold(0, |marks, (at, byte)| marks | u64::from(self.table[usize::from(*byte)]) << at)
            }
        }
    }
}

fn marks_of_block(needles: &[[u8; LANES]; WIDTH], block: &[u8; BLOCK]) -> u64 {
    let mut found = [0; BLOCK];
    for (found, bytes) in found.as_chunks_mut::<LANES>().0.iter_mut().zip(block.as_chunks::<LANES>().0) {
        for lane in 0..LANES {
            let is = |needle: &[u8; LANES]| if bytes[lane] == needle[lane] { u8::MAX } else { 0 };
            found[lane] = needles.iter().fold(0, |found, needle| found | is(needle));
        }
    }
    let eights = found.as_chunks::<8>().0.iter().enumerate();
    eights.fold(0, |marks, (at, eight)| marks | gather(u64::from_le_bytes(*eight)) << (8 * at))
}

/// One bit for each of eight bytes that are full or empty: the product moves each to its place in the highest byte.
fn gather(eight: u64) -> u64 {
    (eight & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The block that was looked at last, and what of it is still to come.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scan {
    start: usize,
    marks: u64,
    end: usize,
}

impl Scan {
    /// The first needle at `from` or behind it. A call may not go back behind the one before.
    #[inline]
    pub(crate) fn find(&mut self, needles: &Needles, bytes: &[u8], from: usize) -> Option<usize> {
        let mut from = from;
        loop {
            if from < self.end {
                let marks = self.marks >> (from - self.start);
                if marks != 0 {
                    return Some(from + marks.trailing_zeros() as usize);
                }
                from = self.end;
            }
            let block = bytes.get(from..).filter(|rest| !rest.is_empty())?;
            *self = Self { start: from, marks: needles.marks(block), end: from + block.len().min(BLOCK) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_single_bytes_agree() {
        let needles = Needles::new(['.', '\n', '«', '“']);
        let text = "Bakı.\n“Görüş” oldu — «sülh». ".repeat(20);
        let bytes = text.as_bytes();
        for start in 0..bytes.len() {
            let expected = bytes[start..].iter().position(|byte| needles.table[usize::from(*byte)]);
            assert_eq!(Scan::default().find(&needles, bytes, start), expected.map(|length| start + length));
        }
        let mut scan = Scan::default();
        let (mut at, mut found) = (0, 0);
        while let Some(next) = scan.find(&needles, bytes, at) {
            (at, found) = (next + 1, found + 1);
        }
        assert_eq!(found, bytes.iter().filter(|byte| needles.table[usize::from(**byte)]).count());
    }
}
