//! The JSON tree compared with `serde_json` on mutated documents: the same verdict, the same values.

mod laws;

use ksb::source::Span;
use ksb::syntax::{MAX_DEPTH, ValueKind, parse};
use laws::tree::{everything, has_places, is_as_serde_reads_it};
use proptest::prelude::*;

/// Small documents in the form of real ones, and corner cases of the grammar.
const CORPUS: &[&str] = &[
    r#"{"reference": "ST9901", "title": "Kiln operator", "level": 3, "duties": [{"code": "D1", "mapping": ["K1", "S2"]}]}"#,
    "{\n  \"knowledge\": [\n    { \"code\": \"K1\", \"text\": \"Clays, and how they dry.\" },\n    { \"code\": \"K2\", \"text\": \"\" }\n  ],\n  \"retired\": false,\n  \"approved\": null\n}\n",
    r#"{"a": 1, "b": 2, "a": [true, false, null], "\u0061": -0, "b": {}}"#,
    r#"["é", "\u00e9\n", "\ud83e\udd80", "“curly”", "tab\there", "back\\slash", "\"", "\/\b\f\r"]"#,
    "[0, -1, 12.50, 1e3, -2E-7, 1E+2, 1e308, 18446744073709551615, -9223372036854775808, 0.1e-400]",
    "{\"x\":{\"y\":[[],[{}],[[1]]]},\"z\":\"\"}",
    " \t\r\n\"lone\" ",
    "{\"summary\": \"Line one.\\nLine two.\", \"lars\": 999, \"funding\": 4500.00}",
];

/// Pieces that mutations insert.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83e",
    "\\udd80",
    "\\u00e",
    "\\n",
    "\\x",
    "//",
    "/*",
    "*/",
    "#",
    "'",
    "“",
    "”",
    "0",
    "1",
    "01",
    "-",
    "+1",
    ".5",
    "1.",
    "1e400",
    "1e",
    "e5",
    "NaN",
    "Infinity",
    "true",
    "True",
    "null",
    "nul",
    "false",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{1}",
    "\u{a0}",
    "\u{feff}",
    "\"a\":",
    "\"a\": 1,",
    "[]",
    "{}",
    "é",
    "1e999999999999",
    "0e999999999999",
    "=",
    "\"b\"",
    ",\n",
    "\",\n",
    "\u{0}",
    "1797693134862315807e290",
    "1797693134862315808e290",
    "123456789012345678901234567890",
    "\u{7f}",
    "\u{c}",
];

/// A generator of random numbers (xorshift64*).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).expect("31 bits") % limit
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }

    /// A short stretch of the text, sometimes a token.
    fn stretch(&mut self, text: &str) -> (usize, usize) {
        let start = self.place(text);
        if self.below(2) == 0 {
            let token = |c: char| "{}[]:,\" \n".contains(c);
            let len = text[start..].find(token).map_or(text.len() - start, |len| len.max(1));
            return (start, text.ceil_char_boundary(start + len));
        }
        (start, text.ceil_char_boundary((start + 1 + self.below(8)).min(text.len())))
    }

    fn mutate(&mut self, text: &mut String) {
        let (start, end) = self.stretch(text);
        match self.below(6) {
            0 => text.replace_range(start..end, ""),
            1 => {
                let copy = text[start..end].to_owned();
                text.insert_str(end, &copy);
            }
            2 => {
                let (from, to) = self.stretch(text);
                let copy = text[from..to].to_owned();
                text.replace_range(start..end, &copy);
            }
            3 => text.replace_range(start..end, PIECES[self.below(PIECES.len())]),
            4 => text.truncate(start),
            _ => text.insert_str(start, PIECES[self.below(PIECES.len())]),
        }
    }
}

fn mutated(seed: u64, rounds: usize) {
    let mut random = Random(seed);
    let mut valid = 0;
    for round in 0..rounds {
        let mut text = CORPUS[round % CORPUS.len()].to_owned();
        for _ in 0..=random.below(3) {
            random.mutate(&mut text);
        }
        valid += usize::from(is_as_serde_reads_it(&text));
    }
    // The comparison is only worth something if both verdicts occur often.
    assert!(valid > rounds / 20 && valid < rounds / 2, "{valid} of {rounds} are valid");
}

#[test]
fn the_corpus_is_valid() {
    assert!(CORPUS.iter().all(|text| is_as_serde_reads_it(text)));
}

#[test]
fn mutated_documents_read_the_same_1() {
    mutated(0x5eed_0001, 100_000);
}

#[test]
fn mutated_documents_read_the_same_2() {
    mutated(0x5eed_0002, 100_000);
}

#[test]
fn numbers_of_every_size_read_the_same() {
    let mut random = Random(0x5eed_0003);
    for _ in 0..20_000 {
        let digits = |random: &mut Random, most: usize| -> String {
            (0..random.below(most)).map(|_| char::from(b"0123456789"[random.below(10)])).collect()
        };
        let most = [3, 25, 400][random.below(3)];
        let sign = ["", "-"][random.below(2)];
        let whole = digits(&mut random, most);
        let fraction = digits(&mut random, most);
        let exponent = digits(&mut random, 5);
        let point = ["", "."][random.below(2)];
        let e = ["", "e", "E-", "e+"][random.below(4)];
        is_as_serde_reads_it(&format!("{sign}{whole}{point}{fraction}{e}{exponent}"));
    }
    for edge in
        ["1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "5e-324", "1e-400"]
    {
        is_as_serde_reads_it(edge);
    }
}

#[test]
fn the_depth_limit_is_the_same() {
    assert_eq!(MAX_DEPTH, 127);
    for depth in [126, 127, 128, 129, 130] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let inner = if open == "[" { "" } else { "1" };
            let text = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(is_as_serde_reads_it(&text), depth <= MAX_DEPTH, "{depth}");
        }
    }
}

#[test]
fn very_deep_nesting_is_one_mistake() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let text = open.repeat(100_000);
        let (tree, errors) = parse(&text);
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert_eq!(everything(&tree).last().map(|(value, _)| value.kind()), Some(ValueKind::Invalid));
    }
    let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let (tree, errors) = parse(&text);
    assert_eq!((errors.len(), errors[0].span), (1, Span::new(127, 128)));
    let spans = everything(&tree);
    assert_eq!((spans.len(), spans[127].0.span()), (128, Span::new(127, 200_000 - 127)));
}

#[test]
fn repeated_mistakes_take_linear_time() {
    let pieces = [
        ",",
        ":",
        "'",
        "'a",
        "“",
        "/*",
        "//",
        "\"a\\\"",
        "\\\"",
        "}",
        "[}",
        "{]",
        "\"a\"b",
        "\"a”",
        "a\n",
        "\"a\n",
        "\"a\nb\\\"",
        "\u{a0}",
        "{\"a\":1 \"x,",
        "\"a\"b,",
        "'a'b,",
        "1 ",
        "#",
        "{a",
        "a:",
        "\"a\":\"b\"c\"d ",
        "\"\"",
        "[\"a\"b\"",
        "\n\"",
        "=",
        "{\"a\"=",
        "\"\\",
        "]",
        "/**/",
    ];
    for piece in pieces {
        for start in ["", "[", "{", "{\"a\":", "[\"a"] {
            let text = format!("{start}{}", piece.repeat(200_000 / piece.len()));
            let (_, errors) = parse(&text);
            assert!(!errors.is_empty(), "{start}{piece}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        has_places(&text);
    }

    #[test]
    fn any_soup_of_pieces_is_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        has_places(&pieces.concat());
    }
}
