//! The patterns that schemas of this field use: letters and digits in a row, each so often. Any other is left to
//! `jsonschema`.

/// A pattern as the parts that have to follow each other.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    parts: Vec<Part>,
    /// Whether nothing may follow.
    is_whole: bool,
    /// Whether an empty text fits as well.
    is_optional: bool,
    /// Whether what does not fit is known not to: no part can take what the next one needs.
    is_exact: bool,
}

#[derive(Debug)]
enum Part {
    /// One of these texts, the first that fits.
    OneOf(Vec<String>),
    /// Characters of a set, so many at least and at most.
    Some { set: Set, least: usize, most: usize },
}

/// A set of ASCII characters, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Set([u64; 2]);

impl Set {
    fn of(bytes: impl IntoIterator<Item = u8>) -> Self {
        let mut set = Self::default();
        for byte in bytes.into_iter().filter(u8::is_ascii) {
            set.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
        }
        set
    }

    fn holds(self, byte: u8) -> bool {
        byte.is_ascii() && self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1
    }

    fn meets(self, other: Self) -> bool {
        (0..2).any(|half| self.0[half] & other.0[half] != 0)
    }
}

impl Pattern {
    /// Reads a regular expression; none if it is of another sort.
    pub(super) fn read(expression: &str) -> Option<Self> {
        let rest = expression.strip_prefix('^')?;
        let (rest, is_whole) = rest.strip_suffix('$').map_or((rest, false), |rest| (rest, true));
        let optional = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(")?")).filter(|_| is_whole);
        let (mut left, mut parts) = (optional.unwrap_or(rest), Vec::new());
        while !left.is_empty() {
            let (part, rest) = Part::read(left)?;
            parts.push(part);
            left = rest;
        }
        let is_exact = parts.windows(2).all(|pair| pair[0].leaves(&pair[1]));
        Some(Self { parts, is_whole, is_optional: optional.is_some(), is_exact })
    }

    /// Whether the text fits; none if that cannot be told here.
    pub(super) fn fits(&self, text: &str) -> Option<bool> {
        let rest = self.parts.iter().try_fold(text.as_bytes(), |rest, part| part.taken(rest));
        let fits = (self.is_optional && text.is_empty())
            || rest.is_some_and(|rest| rest.is_empty() || !self.is_whole);
        (fits || self.is_exact && text.is_ascii()).then_some(fits)
    }
}

impl Part {
    /// Reads the part that `text` begins with; what is left comes with it.
    fn read(text: &str) -> Option<(Self, &str)> {
        if let Some(inner) = text.strip_prefix('(') {
            let (texts, rest) = inner.split_once(')')?;
            let texts: Vec<String> = texts.split('|').map(str::to_owned).collect();
            let are_plain =
                texts.iter().flat_map(|text| text.bytes()).all(|byte| byte.is_ascii_alphanumeric());
            let repeats = rest.starts_with(['*', '+', '?', '{']);
            return (are_plain && !repeats).then_some((Self::OneOf(texts), rest));
        }
        let (set, rest) = set(text)?;
        let (least, most, rest) = counts(rest)?;
        Some((Self::Some { set, least, most }, rest))
    }

    /// What is left of `text` behind this part; none if it does not begin with it.
    fn taken<'t>(&self, text: &'t [u8]) -> Option<&'t [u8]> {
        match self {
            Self::OneOf(texts) => {
                // A few letters: to compare them one by one costs less than a call.
                let begins = |one: &&String| {
                    one.len() <= text.len() && one.bytes().zip(text).all(|(own, byte)| own == *byte)
                };
                texts.iter().find(begins).map(|one| &text[one.len()..])
            }
            Self::Some { set, least, most } => {
                let count = text.iter().take(*most).take_while(|byte| set.holds(**byte)).count();
                (count >= *least).then(|| &text[count..])
            }
        }
    }

    /// Whether it never takes more than it should of what the next part needs.
    fn leaves(&self, next: &Self) -> bool {
        match self {
            Self::OneOf(texts) => {
                let begins =
                    |one: &String| texts.iter().any(|other| other != one && one.starts_with(other.as_str()));
                !texts.iter().any(begins)
            }
            Self::Some { least, most, .. } if least == most => true,
            Self::Some { set, .. } => !set.meets(next.first()),
        }
    }

    /// The characters that it may begin with, and more if it may be nothing.
    fn first(&self) -> Set {
        match self {
            Self::OneOf(texts) => Set::of(texts.iter().filter_map(|text| text.bytes().next())),
            Self::Some { least: 0, .. } => Set([u64::MAX; 2]),
            Self::Some { set, .. } => *set,
        }
    }
}

/// The set that `text` begins with: `[0-9A-F]`, `\.`, `\s` or a letter or digit.
fn set(text: &str) -> Option<(Set, &str)> {
    if let Some(inner) = text.strip_prefix('[') {
        let (members, rest) = inner.split_once(']')?;
        return Some((members_of(members)?, rest));
    }
    if let Some(rest) = text.strip_prefix("\\s") {
        return Some((Set::of(*b" \t\n\x0b\x0c\r"), rest));
    }
    if let Some(rest) = text.strip_prefix("\\.") {
        return Some((Set::of([b'.']), rest));
    }
    let byte = text.bytes().next().filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')?;
    Some((Set::of([byte]), &text[1..]))
}

/// The set of what stands between brackets: letters, digits, and ranges of them.
fn members_of(members: &str) -> Option<Set> {
    let (mut left, mut set) = (members.as_bytes(), Vec::new());
    while let [first, rest @ ..] = left {
        let (last, rest) = if let [b'-', last, rest @ ..] = rest { (last, rest) } else { (first, rest) };
        if !first.is_ascii_alphanumeric() || !last.is_ascii_alphanumeric() {
            return None;
        }
        set.extend(*first..=*last);
        left = rest;
    }
    Some(Set::of(set))
}

/// How often what stands before `text` may be there, at least and at most.
fn counts(text: &str) -> Option<(usize, usize, &str)> {
    Some(match text.as_bytes().first() {
        Some(b'*') => (0, usize::MAX, &text[1..]),
        Some(b'+') => (1, usize::MAX, &text[1..]),
        Some(b'?') => (0, 1, &text[1..]),
        Some(b'{') => {
            let (count, rest) = text[1..].split_once('}')?;
            let count = count.parse().ok()?;
            (count, count, rest)
        }
        _ => (1, 1, text),
    })
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn fits(expression: &str, text: &str) -> Option<bool> {
        Pattern::read(expression).expect("a pattern of this sort").fits(text)
    }

    #[test]
    fn patterns_of_the_field_are_told_exactly() {
        let code = "^(K|S|B|TK|TS|ESB)[1-9][0-9]*[a-z]?$";
        for (text, is_code) in [("K1", true), ("ESB10a", true), ("K0", false), ("K1ab", false), ("", false)] {
            assert_eq!(fits(code, text).unwrap_or(false), is_code, "{text}");
        }
        assert_eq!(fits("^((ST|FA|AU)[0-9]{4})?$", ""), Some(true));
        assert_eq!(fits("^((ST|FA|AU)[0-9]{4})?$", "ST9901"), Some(true));
        assert_eq!(fits("^((ST|FA|AU)[0-9]{4})?$", "ST99010"), Some(false));
        assert_eq!(fits("^\\s*[Ff][Aa]", "  fa 12"), Some(true));
        assert_eq!(fits("^\\s*[Ff][Aa]", "ST"), Some(false));
        // Unicode has more white space than ASCII.
        assert_eq!(fits("^\\s*[Ff][Aa]", "\u{a0}fa"), None);
    }

    #[test]
    fn what_may_be_read_in_several_ways_is_not_denied() {
        assert_eq!(fits("^[a-z]*z$", "az"), None);
        assert_eq!(fits("^(K|KS)1$", "KS1"), None);
        assert_eq!(fits("^(K|KS)1$", "K1"), Some(true));
    }

    #[test]
    fn other_patterns_are_left_alone() {
        for expression in ["a", "^(ab)+$", "^[^a]$", "^a|b$", "^(/.*)?$", "^.$", "^\\d$", "^a{1,2}$", "^é$"]
        {
            assert!(Pattern::read(expression).is_none(), "{expression}");
        }
    }
}
