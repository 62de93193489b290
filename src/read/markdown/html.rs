//! Blocks of HTML in Markdown: whether they have words, which are not read.

use std::ops::Range;

use crate::source::Span;

/// What a block of HTML holds, line by line.
#[derive(Debug, Default)]
pub(super) struct HtmlBlock {
    /// Whether it is a comment, a style or a script, whose words nobody sees.
    is_unseen: bool,
    has_begun: bool,
    is_in_tag: bool,
    /// The first line with words outside tags.
    words: Option<Span>,
}

impl HtmlBlock {
    /// Looks at the next line of the block.
    pub(super) fn line(&mut self, html: &str, range: Range<usize>) {
        if !self.has_begun {
            let html = html.trim_start();
            let begins =
                |name: &&str| html.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
            self.is_unseen = ["<!--", "<style", "<script", "<?", "<!"].iter().any(begins);
            self.has_begun = true;
        }
        for c in html.chars() {
            match c {
                '<' => self.is_in_tag = true,
                '>' => self.is_in_tag = false,
                _ if c.is_alphanumeric() && !self.is_in_tag && !self.is_unseen && self.words.is_none() => {
                    let blanks = html.len() - html.trim_start().len();
                    self.words = Some(Span::new(range.start + blanks, range.start + html.trim_end().len()));
                }
                _ => {}
            }
        }
    }

    /// The first line with words.
    pub(super) fn words(&self) -> Option<Span> {
        self.words
    }
}
