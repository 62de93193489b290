//! Templates: texts with placeholders, like those of `format!`.

/// The fixed parts of a text, in order, with a placeholder between each two.
fn pieces(template: &str) -> Vec<String> {
    let (mut all, mut piece) = (Vec::new(), String::new());
    let mut chars = template.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => {
                chars.next();
                piece.push(c);
            }
            '{' => {
                all.push(std::mem::take(&mut piece));
                for c in chars.by_ref() {
                    if c == '}' {
                        break;
                    }
                }
            }
            _ => piece.push(c),
        }
    }
    all.push(piece);
    all
}

/// A text with placeholders.
pub(crate) struct Template {
    pub(crate) text: String,
    pieces: Vec<String>,
}

impl Template {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), pieces: pieces(text) }
    }

    /// How many bytes of it are fixed.
    pub(crate) fn fixed(&self) -> usize {
        self.pieces.iter().map(String::len).sum()
    }

    /// Whether a text is this template with its placeholders filled.
    pub(crate) fn is(&self, text: &str) -> bool {
        let [first, middle @ ..] = self.pieces.as_slice() else { return false };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        let Some((last, middle)) = middle.split_last() else { return rest.is_empty() };
        for piece in middle {
            let Some(at) = rest.find(piece.as_str()) else { return false };
            rest = &rest[at + piece.len()..];
        }
        rest.ends_with(last.as_str())
    }

    /// Whether a text contains this template, with its placeholders filled.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let mut rest = text;
        self.pieces.iter().map(|piece| piece.trim()).all(|piece| {
            let found = rest.find(piece);
            rest = found.map_or(rest, |at| &rest[at + piece.len()..]);
            found.is_some()
        })
    }
}

#[test]
fn a_template_fits_what_is_written_with_it() {
    let is = |template: &str, text: &str| Template::new(template).is(text);
    assert!(is("{code} is mapped to {} twice", "K1 is mapped to D2 twice"));
    assert!(!is("{code} is mapped to {} twice", "K1 is mapped to D2"));
    assert!(is("a {{ b", "a { b"));
    assert!(Template::new("mapped to {duty}").is_in("K1 is mapped to D2 twice"));
}
