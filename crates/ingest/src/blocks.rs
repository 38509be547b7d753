//! A text as it is put together: blocks with a blank line between them.
//!
//! Glued blocks ("… in Baku.The minister …") cannot be parted again, so every parser ends its blocks here.

/// Blocks with a blank line between them, and the one that is being written.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    done: String,
    current: String,
}

impl Blocks {
    /// Adds to the block that is being written.
    pub(crate) fn push(&mut self, text: &str) {
        self.current.push_str(text);
    }

    /// Whether the block that is being written holds nothing yet.
    pub(crate) fn is_at_start(&self) -> bool {
        self.current.trim().is_empty()
    }

    /// Whether no block is done yet.
    pub(crate) fn is_without_end(&self) -> bool {
        self.done.is_empty()
    }

    /// Ends a block; white space in it is closed up, but for line breaks that were written as such.
    pub(crate) fn end(&mut self) {
        let block = self.take();
        self.push_block(&block);
    }

    /// Ends a block and hands it out instead of keeping it.
    pub(crate) fn take(&mut self) -> String {
        closed_up(&std::mem::take(&mut self.current))
    }

    /// Adds a whole block.
    pub(crate) fn push_block(&mut self, block: &str) {
        if block.trim().is_empty() {
            return;
        }
        if !self.done.is_empty() {
            self.done.push_str("\n\n");
        }
        self.done.push_str(block);
    }

    /// The text, with a line end behind it where there is any.
    pub(crate) fn finish(mut self) -> String {
        self.end();
        if !self.done.is_empty() {
            self.done.push('\n');
        }
        self.done
    }
}

/// Each line with single blanks and nothing around them; lines that hold nothing fall away.
fn closed_up(block: &str) -> String {
    let lines = block.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::Blocks;

    #[test]
    fn blocks_are_never_glued() {
        let mut blocks = Blocks::default();
        blocks.push("The ministers met.");
        blocks.end();
        blocks.end();
        blocks.push("  They  spoke\nof trade. ");
        assert_eq!(blocks.finish(), "The ministers met.\n\nThey spoke\nof trade.\n");
    }

    #[test]
    fn nothing_stays_nothing() {
        let mut blocks = Blocks::default();
        blocks.push(" \n");
        blocks.end();
        assert_eq!(blocks.finish(), "");
    }
}
