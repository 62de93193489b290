//! The patterns that schemas of this field use: letters and digits in a row, each so often. Any other is left to
//! `jsonschema`.

use std::sync::OnceLock;

use super::machine::{Machine, Set, Steps};
use super::row::Row;

/// A pattern, and what reads texts by it, which is built when it is first needed.
#[derive(Debug)]
pub(super) struct Pattern {
    steps: Steps,
    /// Whether nothing may follow.
    is_whole: bool,
    reader: OnceLock<Reader>,
}

#[derive(Debug)]
enum Reader {
    /// For texts of one length, like ids.
    Row(Row),
    Machine(Machine),
}

impl Reader {
    fn new(steps: &Steps, is_whole: bool) -> Self {
        let row = steps.row().filter(|_| is_whole).and_then(Row::new);
        row.map_or_else(|| Self::Machine(Machine::new(steps, is_whole)), Self::Row)
    }

    fn takes(&self, text: &[u8]) -> bool {
        match self {
            Self::Row(row) => row.takes(text),
            Self::Machine(machine) => machine.takes(text),
        }
    }
}

impl Pattern {
    /// Reads a regular expression; none if it is of another sort.
    pub(super) fn read(expression: &str) -> Option<Self> {
        let rest = expression.strip_prefix('^')?;
        let (rest, is_whole) = rest.strip_suffix('$').map_or((rest, false), |rest| (rest, true));
        let mut steps = Steps::default();
        add_all(rest, &mut steps)?;
        steps.are_few().then(|| Self { steps, is_whole, reader: OnceLock::new() })
    }

    /// Whether the text fits; none if that cannot be told here.
    pub(super) fn fits(&self, text: &[u8]) -> Option<bool> {
        let fits = self.reader.get_or_init(|| Reader::new(&self.steps, self.is_whole)).takes(text);
        // There is more white space than that of ASCII.
        (fits || text.is_ascii()).then_some(fits)
    }
}

/// Adds all of `text`.
fn add_all(mut text: &str, steps: &mut Steps) -> Option<()> {
    while !text.is_empty() {
        text = add(text, steps)?;
    }
    Some(())
}

/// Adds what `text` begins with; gives what is left.
fn add<'t>(text: &'t str, steps: &mut Steps) -> Option<&'t str> {
    if let Some(inner) = text.strip_prefix('(') {
        let (inner, rest) = inner.split_at(end_of_group(inner)?);
        return group(inner, &rest[1..], steps);
    }
    let (set, rest) = set(text)?;
    match rest.as_bytes().first() {
        Some(b'*') => steps.many(set),
        Some(b'+') => {
            steps.one(set);
            steps.many(set);
        }
        Some(b'?') => steps.perhaps(set),
        Some(b'{') => {
            let (count, rest) = rest[1..].split_once('}')?;
            (0..count.parse::<u8>().ok()?).for_each(|_| steps.one(set));
            return Some(rest);
        }
        _ => {
            steps.one(set);
            return Some(rest);
        }
    }
    Some(&rest[1..])
}

/// Adds a group, of which one way is to be taken: `(K|S)`, or none: `(\\.[0-9])?`; gives what is left.
fn group<'t>(inner: &str, rest: &'t str, steps: &mut Steps) -> Option<&'t str> {
    let start = steps.here();
    let mut ends = Vec::new();
    for way in split_ways(inner) {
        steps.branch(start);
        add_all(way, steps)?;
        ends.push(steps.here());
    }
    let rest = match rest.strip_prefix('?') {
        Some(rest) => {
            ends.push(start);
            rest
        }
        None if rest.starts_with(['*', '+', '{']) => return None,
        None => rest,
    };
    steps.join(&ends);
    Some(rest)
}

/// Where the bracket is that closes a group, whose own bracket stands before `text`.
fn end_of_group(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => (),
        }
    }
    None
}

/// The ways of a group, without those of groups within it.
fn split_ways(inner: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    inner.split(move |c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => (),
        }
        c == '|' && depth == 0
    })
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

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn fits(expression: &str, text: &str) -> Option<bool> {
        Pattern::read(expression).expect("a pattern of this sort").fits(text.as_bytes())
    }

    #[test]
    fn patterns_of_the_field_are_told_exactly() {
        let code = "^(K|S|B|TK|TS|ESB)[1-9][0-9]*[a-z]?$";
        for (text, is_code) in [("K1", true), ("ESB10a", true), ("K0", false), ("K1ab", false), ("", false)] {
            assert_eq!(fits(code, text), Some(is_code), "{text}");
        }
        assert_eq!(fits("^((ST|FA|AU)[0-9]{4})?$", ""), Some(true));
        assert_eq!(fits("^((ST|FA|AU)[0-9]{4})?$", "ST9901"), Some(true));
        assert_eq!(fits("^((ST|FA|AU)[0-9]{4})?$", "ST99010"), Some(false));
        let code = "^([A-Z]?[KSB]|ESB)[1-9][0-9]*(\\.[1-9][0-9]*)?[a-z]?$";
        for (text, is_code) in [
            ("AK1", true),
            ("ESB1", true),
            ("K4.10", true),
            ("K4.1a", true),
            ("K4.", false),
            ("K4.0", false),
            ("ASK1", false),
            ("K4.1.1", false),
        ] {
            assert_eq!(fits(code, text), Some(is_code), "{text}");
        }
        assert_eq!(fits("^\\s*[Ff][Aa]", "  fa 12"), Some(true));
        assert_eq!(fits("^\\s*[Ff][Aa]", "ST"), Some(false));
        // Unicode has more white space than ASCII.
        assert_eq!(fits("^\\s*[Ff][Aa]", "\u{a0}fa"), None);
    }

    #[test]
    fn ids_are_told_place_by_place() {
        let id = "^[0-9a-fA-F]{2}-[0-9a-f]{2}$";
        for (text, is_id) in [
            ("0a-ff", true),
            ("0A-ff", true),
            ("0a-Ff", false),
            ("0a-f", false),
            ("0a-fff", false),
            ("0a_ff", false),
        ] {
            assert_eq!(fits(id, text), Some(is_id), "{text}");
        }
        assert_eq!(fits("^[0-9]{2}", "12x"), Some(true));
        let many = "^abcdefghij$";
        assert_eq!((fits(many, "abcdefghij"), fits(many, "abcdefghijk")), (Some(true), Some(false)));
        assert_eq!(fits(id, "é"), None);
    }

    #[test]
    fn what_may_be_read_in_several_ways_is_told() {
        assert_eq!(fits("^[a-z]*z$", "az"), Some(true));
        assert_eq!(fits("^(K|KS)1$", "KS1"), Some(true));
        assert_eq!(fits("^(K|KS)1$", "KS"), Some(false));
        assert_eq!(fits("^a?ab{2}$", "abb"), Some(true));
        assert_eq!(fits("^a?ab{2}$", "aab"), Some(false));
    }

    #[test]
    fn other_patterns_are_left_alone() {
        for expression in
            ["a", "^(ab)+$", "^[^a]$", "^a|b$", "^(/.*)?$", "^.$", "^\\d$", "^a{1,2}$", "^é$", "^a{200}$"]
        {
            assert!(Pattern::read(expression).is_none(), "{expression}");
        }
    }
}
