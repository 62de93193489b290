//! Patterns of a schema, matched against ASCII texts. A library turns a pattern into an automaton, and most patterns
//! for ids become a [`PlaceRow`].

use std::sync::OnceLock;

use regex_automata::Anchored;
use regex_automata::dfa::dense::{self, DFA};
use regex_automata::dfa::{Automaton, StartKind};
use regex_automata::nfa::thompson::NFA;
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};

use super::row::PlaceRow;

/// The longest text that a row is tried for.
const LONGEST_ROW: usize = 80;

/// A pattern and its matcher, which is built when it is first needed.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) expression: String,
    reader: OnceLock<Option<Matcher>>,
}

#[derive(Debug)]
enum Matcher {
    /// For texts of one length, like ids.
    Row(Box<PlaceRow>),
    Machine(Box<Machine>),
}

#[derive(Debug)]
struct Machine {
    dfa: DFA<Vec<u32>>,
    start: StateID,
}

impl Pattern {
    /// A regular expression.
    pub(super) fn new(expression: String) -> Self {
        Self { expression, reader: OnceLock::new() }
    }

    /// Whether the text fits; none if that cannot be decided here, because the text is not ASCII or the pattern may
    /// begin anywhere in it.
    pub(super) fn fits(&self, text: &[u8]) -> Option<bool> {
        let reader = self.reader.get_or_init(|| Machine::new(&self.expression).map(Matcher::new)).as_ref()?;
        text.is_ascii().then(|| match reader {
            Matcher::Row(row) => row.takes(text),
            Matcher::Machine(machine) => machine.takes(text),
        })
    }
}

impl Matcher {
    fn new(machine: Machine) -> Self {
        let row = machine.row().and_then(|sets| PlaceRow::new(&sets));
        row.map_or_else(|| Self::Machine(Box::new(machine)), |row| Self::Row(Box::new(row)))
    }
}

impl Machine {
    /// None for an expression that cannot be read, or that need not match at the start of a text.
    fn new(expression: &str) -> Option<Self> {
        // For ASCII, what Unicode adds to a pattern makes no difference.
        let syntax = syntax::Config::new().unicode(false).utf8(false);
        let nfa = NFA::compiler().syntax(syntax).build(expression).ok()?;
        if !nfa.is_always_start_anchored() {
            return None;
        }
        let config = dense::Config::new().start_kind(StartKind::Anchored).accelerate(false);
        let dfa = dense::Builder::new().configure(config).build_from_nfa(&nfa).ok()?;
        let start = dfa.start_state(&start::Config::new().anchored(Anchored::Yes)).ok()?;
        Some(Self { dfa, start })
    }

    /// Whether the text fits.
    fn takes(&self, text: &[u8]) -> bool {
        let mut state = self.start;
        for byte in text {
            state = self.dfa.next_state(state, *byte);
            if self.dfa.is_special_state(state) {
                return self.dfa.is_match_state(state);
            }
        }
        self.may_end(state)
    }

    /// Whether a text that ends in this state fits.
    fn may_end(&self, state: StateID) -> bool {
        self.dfa.is_match_state(self.dfa.next_eoi_state(state))
    }

    /// The bytes that are allowed at each position of a text, if all texts that fit have the same length, and what is
    /// allowed at one position does not depend on the others.
    fn row(&self) -> Option<Vec<Vec<u8>>> {
        let (mut state, mut sets) = (self.start, Vec::new());
        loop {
            let next = |byte: &u8| self.dfa.next_state(state, *byte);
            let taken: Vec<u8> = (0..0x80).filter(|byte| !self.dfa.is_dead_state(next(byte))).collect();
            let Some(after) = taken.first().map(next) else { break };
            let is_free = self.may_end(state)
                || self.dfa.is_match_state(after)
                || taken.iter().any(|byte| next(byte) != after);
            if is_free || sets.len() == LONGEST_ROW {
                return None;
            }
            sets.push(taken);
            state = after;
        }
        self.may_end(state).then_some(sets)
    }
}

#[cfg(test)]
mod tests {
    use super::{Machine, Pattern};

    fn fits(expression: &str, text: &str) -> Option<bool> {
        Pattern::new(expression.to_owned()).fits(text.as_bytes())
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
        for expression in ["a", "^a|b$", "(", "a$"] {
            assert_eq!(fits(expression, "a"), None, "{expression}");
        }
    }

    #[test]
    fn only_texts_of_one_length_are_a_row() {
        let is_row = |expression| Machine::new(expression).is_some_and(|machine| machine.row().is_some());
        for expression in ["^[0-9a-f]{16}$", "^[0-9]{4}-[0-9]{2}$", "^OCC[0-9]$"] {
            assert!(is_row(expression), "{expression}");
        }
        for expression in ["^ab?$", "^a*$", "^(ab|cd)$", "^[0-9]{2}", "^(ab)?$", "^a{200}$"] {
            assert!(!is_row(expression), "{expression}");
        }
    }
}
