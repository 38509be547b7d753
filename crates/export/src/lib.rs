//! Writes a bulletin to text, Markdown, HTML, DOCX, PDF, mail and JSON.
