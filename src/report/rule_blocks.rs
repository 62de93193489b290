//! The page of a rule, as the blocks that make it up.

/// A block of the page of a rule.
pub(super) enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph, with its words on one line.
    Paragraph(String),
    /// An example, with its line breaks.
    Example(String),
    /// A blank line.
    Blank,
}

/// The blocks of a page.
pub(super) fn blocks(page: &str) -> Vec<Block> {
    let (mut blocks, mut example) = (Vec::new(), None::<String>);
    for line in page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()) {
        if line.starts_with("```") {
            match example.take() {
                Some(lines) => blocks.push(Block::Example(lines)),
                None => example = Some(String::new()),
            }
        } else if let Some(lines) = &mut example {
            lines.extend([line, "\n"]);
        } else if let Some(heading) = line.strip_prefix("# ") {
            blocks.push(Block::Heading(heading.to_owned()));
        } else if line.is_empty() {
            blocks.push(Block::Blank);
        } else if let Some(Block::Paragraph(words)) = blocks.last_mut() {
            words.extend([" ", line]);
        } else {
            blocks.push(Block::Paragraph(line.to_owned()));
        }
    }
    blocks.extend(example.map(Block::Example));
    blocks
}
