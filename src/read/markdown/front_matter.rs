//! The YAML at the start of a Markdown file: `title: …`, `reference: …`.

use crate::read::page;
use crate::source::{Span, TranscriptBuilder};

/// Adds the facts that such a block states, one on each line. Everything else there is about the file, not the
/// standard.
pub(super) fn front_matter(block: &str, start: usize, builder: &mut TranscriptBuilder) {
    let mut at = start;
    for line in block.split_inclusive('\n') {
        let stated = line.split_once(':').map(|(key, value)| (key, unquoted(value)));
        if let Some((key, value)) = stated.filter(|(key, value)| !value.is_empty() && page::is_label(key)) {
            let place = |part: &str| at + (part.as_ptr().addr() - line.as_ptr().addr());
            builder.break_line();
            // The title of the file is a heading like any other: the standard may state its own title.
            if !key.trim().eq_ignore_ascii_case("title") {
                builder.verbatim(&line[..=key.len()], at);
                builder.stands_for(" ", Span::at(place(value)));
            }
            builder.verbatim(value, place(value));
        }
        at += line.len();
    }
}

/// A value without the quotes around it.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = |quote: char| value.strip_prefix(quote).and_then(|value| value.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}
