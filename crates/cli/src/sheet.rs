//! What is to be written of one article or several, before it is written.

use std::io::{self, Write};

/// Text for the output, and what is said beside it.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// What goes to the output.
    pub(crate) text: Vec<u8>,
    /// What goes to standard error, in whole lines.
    pub(crate) remarks: String,
}

impl Sheet {
    /// Keeps apart what stands on the sheet and what comes.
    pub(crate) fn blank_line(&mut self) {
        if !self.text.is_empty() {
            self.text.push(b'\n');
        }
    }

    /// Says something beside the text.
    pub(crate) fn remark(&mut self, remark: &str) {
        self.remarks.push_str("attache: ");
        self.remarks.push_str(remark);
        self.remarks.push('\n');
    }
}

/// Text goes to the sheet; that never fails.
impl Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
