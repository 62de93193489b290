//! The codes of statements and duties: K7, S1, B6, D3; TK1, TS1, ESB1; K4.1, K3a, AK1.

use std::fmt::{self, Write as _};
use std::num::NonZeroU8;
use std::str::FromStr;

/// The kind of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What the person must know: K.
    Knowledge,
    /// What the person must be able to do: S.
    Skill,
    /// The mindset and attitude of the person: B.
    Behaviour,
    /// Knowledge in a foundation apprenticeship or an apprenticeship unit: TK.
    TechnicalKnowledge,
    /// A skill in a foundation apprenticeship or an apprenticeship unit: TS.
    TechnicalSkill,
    /// An employability skill or behaviour in a foundation apprenticeship: ESB.
    Employability,
}

impl Kind {
    /// All kinds, in the order in which documents list them.
    pub const ALL: [Self; 6] = [
        Self::Knowledge,
        Self::Skill,
        Self::Behaviour,
        Self::TechnicalKnowledge,
        Self::TechnicalSkill,
        Self::Employability,
    ];

    /// The kind without "technical": knowledge for technical knowledge.
    #[must_use]
    pub fn plain(self) -> Self {
        match self {
            Self::TechnicalKnowledge => Self::Knowledge,
            Self::TechnicalSkill => Self::Skill,
            Self::Employability => Self::Behaviour,
            other => other,
        }
    }

    /// The prefix of its codes.
    #[must_use]
    pub fn prefix(self) -> Prefix {
        match self {
            Self::Knowledge => Prefix::K,
            Self::Skill => Prefix::S,
            Self::Behaviour => Prefix::B,
            Self::TechnicalKnowledge => Prefix::Tk,
            Self::TechnicalSkill => Prefix::Ts,
            Self::Employability => Prefix::Esb,
        }
    }

    /// One statement of it, in words: `knowledge statement`, `skill`, `behaviour`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge statement",
            Self::Skill => "skill",
            Self::Behaviour => "behaviour",
            Self::TechnicalKnowledge => "technical knowledge statement",
            Self::TechnicalSkill => "technical skill",
            Self::Employability => "employability skill or behaviour",
        }
    }

    /// Several statements of it, in words: `knowledge statements`, `skills`, `behaviours`.
    #[must_use]
    pub fn nouns(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge statements",
            Self::Skill => "skills",
            Self::Behaviour => "behaviours",
            Self::TechnicalKnowledge => "technical knowledge statements",
            Self::TechnicalSkill => "technical skills",
            Self::Employability => "employability skills and behaviours",
        }
    }

    /// Its list in the native document: `knowledge`, `skills`, `technicalKnowledge`.
    #[must_use]
    pub fn list_name(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge",
            Self::Skill => "skills",
            Self::Behaviour => "behaviours",
            Self::TechnicalKnowledge => "technicalKnowledge",
            Self::TechnicalSkill => "technicalSkills",
            Self::Employability => "employability",
        }
    }

    /// The kind as a whole, in words: `knowledge`, `skill`, `behaviour`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge",
            Self::TechnicalKnowledge => "technical knowledge",
            _ => self.noun(),
        }
    }
}

/// The letters of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prefix {
    /// Knowledge.
    K,
    /// Skill.
    S,
    /// Behaviour.
    B,
    /// Technical knowledge.
    Tk,
    /// Technical skill.
    Ts,
    /// Employability skill or behaviour.
    Esb,
    /// Duty.
    D,
}

impl Prefix {
    /// How many there are: the last one has the highest number.
    pub(super) const COUNT: usize = Self::D as usize + 1;

    /// The letters that a text begins with, in either case, and what comes after them.
    #[inline]
    fn read(text: &[u8]) -> Option<(Self, &[u8])> {
        Some(match text {
            [b'K' | b'k', rest @ ..] => (Self::K, rest),
            [b'S' | b's', rest @ ..] => (Self::S, rest),
            [b'B' | b'b', rest @ ..] => (Self::B, rest),
            [b'D' | b'd', rest @ ..] => (Self::D, rest),
            [b'T' | b't', b'K' | b'k', rest @ ..] => (Self::Tk, rest),
            [b'T' | b't', b'S' | b's', rest @ ..] => (Self::Ts, rest),
            [b'E' | b'e', b'S' | b's', b'B' | b'b', rest @ ..] => (Self::Esb, rest),
            _ => return None,
        })
    }

    /// The letters, in upper case.
    #[must_use]
    pub fn letters(self) -> &'static str {
        match self {
            Self::K => "K",
            Self::S => "S",
            Self::B => "B",
            Self::Tk => "TK",
            Self::Ts => "TS",
            Self::Esb => "ESB",
            Self::D => "D",
        }
    }

    /// Whether statements with such codes are of this kind, technical or not: K and TK are of [`Kind::Knowledge`].
    #[must_use]
    pub fn is_of(self, kind: Kind) -> bool {
        self.kind().is_some_and(|own| own.plain() == kind)
    }

    /// The kind of statement that has such codes; none for a duty's.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.prefix() == self)
    }
}

/// A code: letters, a number from 1, and what documents put around them: a number within the number (K4.1), a letter
/// after it (K3a), the letter of a group before it (AK1: K1 of group A). Codes compare in this order: letters, group,
/// number, number within, letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// The letters before the number.
    pub prefix: Prefix,
    /// The letter of the group that the code belongs to, in upper case, before K, S or B: the A of AK1.
    pub group: Option<NonZeroU8>,
    /// The number.
    pub number: u32,
    /// The number within the number: the 1 of K4.1.
    pub part: Option<u16>,
    /// The letter after the number, in lower case.
    pub letter: Option<NonZeroU8>,
}

/// An ASCII letter.
type Letter = NonZeroU8;

impl Code {
    /// A code of letters and a number, and nothing more.
    #[must_use]
    pub fn new(prefix: Prefix, number: u32) -> Self {
        Self { prefix, group: None, number, part: None, letter: None }
    }

    /// Reads the bytes of a code, as [`Code::from_str`] does.
    #[must_use]
    pub fn read(text: &[u8]) -> Option<Self> {
        let (group, prefix, rest) = match Prefix::read(text) {
            Some((prefix, rest)) if rest.first().is_some_and(u8::is_ascii_digit) => (None, prefix, rest),
            _ => grouped(text)?,
        };
        let (number, rest) = number(rest)?;
        let (part, rest) = match rest {
            [b'.', rest @ ..] => number_within(rest)?,
            _ => (None, rest),
        };
        let letter = match rest {
            [] => None,
            [letter] if letter.is_ascii_alphabetic() => Letter::new(letter.to_ascii_lowercase()),
            _ => return None,
        };
        Some(Self { prefix, group, number, part, letter })
    }

    /// The code that it is a part of, or the code itself: K4 for K4.1 and K4a.
    #[must_use]
    pub fn base(self) -> Self {
        Self { part: None, letter: None, ..self }
    }

    /// The letters of the list that it belongs to: K, AK, TS.
    #[must_use]
    pub fn list(self) -> (Prefix, Option<NonZeroU8>) {
        (self.prefix, self.group)
    }

    /// Whether it comes right after `before` in a list that is numbered: K4 after K3, K4.2 after K4.1, but not K3a after
    /// K3.
    #[must_use]
    pub fn follows(self, before: Self) -> bool {
        let is_next = match (before.part, self.part) {
            (None, None) => before.number.checked_add(1) == Some(self.number),
            (Some(before_part), Some(part)) => {
                before.number == self.number && before_part.checked_add(1) == Some(part)
            }
            _ => false,
        };
        is_next && self.list() == before.list() && before.letter.or(self.letter).is_none()
    }

    /// A number that no other code has; it increases with the order of codes.
    pub(super) fn rank(self) -> u64 {
        let place = |letter: Option<Letter>| letter.map_or(0, |letter| u64::from(letter.get()) & 0x1f);
        (self.prefix as u64) << 60
            | place(self.group) << 55
            | u64::from(self.number) << 22
            | self.part.map_or(0, |part| u64::from(part) + 1) << 5
            | place(self.letter)
    }
}

/// The letter of a group, and K, S or B after it. A letter followed by a number says little, so longer ones do not
/// count.
fn grouped(text: &[u8]) -> Option<(Option<Letter>, Prefix, &[u8])> {
    let (letter, rest) = text.split_first().filter(|(letter, _)| letter.is_ascii_alphabetic())?;
    let (prefix, rest) = Prefix::read(rest)?;
    let is_grouped = matches!(prefix, Prefix::K | Prefix::S | Prefix::B);
    is_grouped.then(|| (Letter::new(letter.to_ascii_uppercase()), prefix, rest))
}

/// The number that a text begins with, and what comes after it.
#[inline]
fn number(mut text: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = None;
    while let [digit @ b'0'..=b'9', more @ ..] = text {
        let tens = number.unwrap_or(0_u32).checked_mul(10)?;
        (number, text) = (Some(tens.checked_add(u32::from(digit - b'0'))?), more);
    }
    Some((number?, text))
}

/// The number after the point in a code, and what comes after it.
fn number_within(text: &[u8]) -> Option<(Option<u16>, &[u8])> {
    let (number, rest) = number(text)?;
    Some((Some(u16::try_from(number).ok()?), rest))
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.group.map_or(Ok(()), |group| f.write_char(group.get().into()))?;
        write!(f, "{}{}", self.prefix.letters(), self.number)?;
        self.part.map_or(Ok(()), |part| write!(f, ".{part}"))?;
        self.letter.map_or(Ok(()), |letter| f.write_char(letter.get().into()))
    }
}

/// A text is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACode;

impl FromStr for Code {
    type Err = NotACode;

    /// Reads a code in upper or lower case, so that `k7` is recognised. The schema and the rules check how it is
    /// written.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        Self::read(text.as_bytes()).ok_or(NotACode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_in_either_case() {
        for (text, shown) in [
            ("K7", "K7"),
            ("k7", "K7"),
            ("K07", "K7"),
            ("TS12", "TS12"),
            ("esb3", "ESB3"),
            ("K3A", "K3a"),
            ("k4.01", "K4.1"),
            ("aK1", "AK1"),
            ("OB2.3c", "OB2.3c"),
        ] {
            assert_eq!(text.parse::<Code>().map(|code| code.to_string()).as_deref(), Ok(shown));
        }
    }

    #[test]
    fn codes_compare_by_letters_then_number_then_letter() {
        let codes = [
            "K1",
            "K2",
            "K2a",
            "K2b",
            "K2.1",
            "K2.2a",
            "K10",
            "K4294967295z",
            "AK1",
            "BK1",
            "S1",
            "B1",
            "TK1",
            "ESB9",
            "D1",
        ];
        let codes = codes.map(|code| code.parse::<Code>().expect("a code"));
        assert!(codes.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn a_number_follows_another_within_its_list() {
        let code = |text: &str| text.parse::<Code>().expect("a code");
        for (one, other) in [("K4", "K3"), ("AK4", "AK3"), ("K3.2", "K3.1")] {
            assert!(code(one).follows(code(other)), "{one} {other}");
        }
        for (one, other) in
            [("K4", "S3"), ("AK4", "K3"), ("K4", "K3a"), ("K3.1", "K3"), ("K4.1", "K3.1"), ("K5", "K3")]
        {
            assert!(!code(one).follows(code(other)), "{one} {other}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in [
            "",
            "K",
            "7",
            "X7",
            "K7ab",
            "K 7",
            "K7-",
            "K99999999999",
            "Ké1",
            "K4.",
            "K4.70000",
            "AD1",
            "ATK1",
            "AK",
        ] {
            assert_eq!(text.parse::<Code>(), Err(NotACode), "{text}");
        }
    }

    #[test]
    fn every_kind_has_its_prefix() {
        for kind in Kind::ALL {
            assert_eq!(kind.prefix().kind(), Some(kind));
        }
        assert_eq!(Prefix::D.kind(), None);
    }
}
