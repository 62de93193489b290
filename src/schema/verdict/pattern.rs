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
type Set = u128;

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
            Self::OneOf(texts) => texts.iter().find_map(|one| text.strip_prefix(one.as_bytes())),
            Self::Some { set, least, most } => {
                let count = text.iter().take(*most).take_while(|byte| holds(*set, **byte)).count();
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
            Self::Some { set, .. } => *set & next.first() == 0,
        }
    }

    /// The characters that it may begin with, and more if it may be nothing.
    fn first(&self) -> Set {
        match self {
            Self::OneOf(texts) => texts.iter().filter_map(|text| text.bytes().next()).fold(0, with),
            Self::Some { least: 0, .. } => Set::MAX,
            Self::Some { set, .. } => *set,
        }
    }
}

fn holds(set: Set, byte: u8) -> bool {
    set.checked_shr(u32::from(byte)).is_some_and(|bits| bits & 1 == 1)
}

fn with(set: Set, byte: u8) -> Set {
    set | 1_u128.checked_shl(u32::from(byte)).unwrap_or(0)
}

/// The set that `text` begins with: `[0-9A-F]`, `\.`, `\s` or a letter or digit.
fn set(text: &str) -> Option<(Set, &str)> {
    if let Some(inner) = text.strip_prefix('[') {
        let (members, rest) = inner.split_once(']')?;
        return Some((members_of(members)?, rest));
    }
    if let Some(rest) = text.strip_prefix("\\s") {
        return Some((b" \t\n\x0b\x0c\r".iter().copied().fold(0, with), rest));
    }
    if let Some(rest) = text.strip_prefix("\\.") {
        return Some((with(0, b'.'), rest));
    }
    let byte = text.bytes().next().filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')?;
    Some((with(0, byte), &text[1..]))
}

/// The set of what stands between brackets: letters, digits, and ranges of them.
fn members_of(members: &str) -> Option<Set> {
    let (mut left, mut set) = (members.as_bytes(), 0);
    while let [first, rest @ ..] = left {
        let (last, rest) = if let [b'-', last, rest @ ..] = rest { (last, rest) } else { (first, rest) };
        if !first.is_ascii_alphanumeric() || !last.is_ascii_alphanumeric() {
            return None;
        }
        set = (*first..=*last).fold(set, with);
        left = rest;
    }
    Some(set)
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
