//! Drafts as people write them: whatever the layout, a statement that was written is found with its text, or there is a
//! finding where it was written. Nothing is swallowed.

use ksb::model::{Document, Format, Standard};
use ksb::read::{Reading, format_of, read};
use ksb::source::{Source, SourceId};
use proptest::prelude::*;

/// The texts of statements. None of them holds a code.
const TEXTS: [&str; 12] = [
    "How bees keep a hive warm in winter.",
    "The parts of a hive and what each is for.",
    "The law on selling honey: labels, weights and dates.",
    "How to read a colony, frame by frame",
    "Open a hive without crushing bees.",
    "Light and keep alight a smoker.",
    "Extract honey (with clean equipment).",
    "Keep records of treatments; report what must be reported.",
    "Stays calm around livestock.",
    "Takes care of neighbours.",
    "Principles of swarm control",
    "Tools, their uses and their care.",
];

/// The texts of duties.
const DUTIES: [&str; 4] = [
    "Inspect colonies through the season.",
    "Harvest and pack honey for sale.",
    "Move hives by road",
    "Raise queens.",
];

/// How codes are written: `K` the letter, `N` the number; and how the model represents them.
const CODES: [(&str, &str); 4] = [("KN", "KN"), ("K0N", "KN"), ("K4.N", "K4.N"), ("AKN", "AKN")];

/// A draft: how many statements of each kind and how many duties, and how each is written.
#[derive(Clone, Debug)]
struct Draft {
    counts: [usize; 3],
    duties: usize,
    headings: usize,
    bullet: usize,
    layout: usize,
    duty_layout: usize,
    codes: usize,
    gap: &'static str,
    between: &'static str,
    duties_first: bool,
    has_head: bool,
}

const HEADINGS: [[&str; 3]; 5] = [
    ["Knowledge", "Skills", "Behaviours"],
    ["KNOWLEDGE:", "SKILLS:", "BEHAVIOURS:"],
    ["Knowledge", "Skill", "Behaviour"],
    ["Knowledge (K)", "Skills (S)", "Behaviours (B)"],
    ["1. Knowledge statements", "2. Skill statements", "3. Behaviour statements"],
];

const BULLETS: [&str; 6] = ["", "• ", "- ", "* ", "– ", "\u{f0b7}\t"];

/// How a statement is written: `B` the bullet, `C` the code, `T` the text.
const LAYOUTS: [&str; 19] = [
    "BC: T",
    "BC:T",
    "BC. T",
    "BC – T",
    "BC - T",
    "BC) T",
    "B(C) T",
    "BC T",
    "C\nT",
    "C\n\nT",
    "C\tT",
    "| C | T |",
    "C      T",
    "BT (C)",
    "BT [C]",
    "C\tT\tModule 1", // Below column headers.
    "T\tC\tModule 1",
    "C: T ", // On one line with those that follow.
    "C T ",
];

/// How a duty is written: `N` its number, `T` its text, `C` its codes.
const DUTY_LAYOUTS: [&str; 13] = [
    "Duty N T\nC",
    "Duty N: T\n\nC",
    "Duty N T C",
    "Duty N – T (C)",
    "Duty DN\n\nT\n\nC",
    "Duty N\tT\tC",
    "| Duty N | T | C |",
    "Duty N T      C",
    "Duty N T KSBs: C",
    "N. T (C)",
    "N) T\nC",
    "DN: T [C]",
    "N\tT\tC", // Below column headers.
];

fn draft() -> impl Strategy<Value = Draft> {
    let counts = [1..4_usize, 1..4, 1..4];
    let shapes =
        (0..HEADINGS.len(), 0..BULLETS.len(), 0..LAYOUTS.len(), 0..DUTY_LAYOUTS.len(), 0..CODES.len());
    let gaps = (
        prop::sample::select(vec!["\n", "\n\n", "\r\n"]),
        prop::sample::select(vec![" ", ", ", "; ", " and "]),
    );
    (counts, 0..4_usize, shapes, gaps, any::<(bool, bool)>()).prop_map(
        |(
            counts,
            duties,
            (headings, bullet, layout, duty_layout, codes),
            (gap, between),
            (duties_first, has_head),
        )| Draft {
            counts,
            duties,
            headings,
            bullet,
            layout,
            duty_layout,
            codes,
            gap,
            between,
            duties_first,
            has_head,
        },
    )
}

/// What was written: code and text.
type Written = Vec<(String, String)>;

/// A duty that was written: code, text and the codes mapped to it.
type WrittenDuty = (String, String, Vec<String>);

impl Draft {
    /// The text of the draft; its statements and its duties, each with its code, and the codes mapped to each duty.
    fn write(&self) -> (String, Written, Vec<WrittenDuty>) {
        let statements = self.statements();
        let duties: Vec<_> = (0..self.duties)
            .map(|at| {
                let codes = statements.iter().skip(at).step_by(2).map(|(code, _)| code.clone()).collect();
                (format!("D{}", at + 1), DUTIES[at].to_owned(), codes)
            })
            .collect();
        let head = if self.has_head { "Beekeeper\nLevel 2\n\n" } else { "" };
        let (lists, duty_list) = (self.lists(&statements), self.duty_list(&duties));
        let text = if self.duties_first {
            format!("{head}{duty_list}{lists}")
        } else {
            format!("{head}{lists}{duty_list}")
        };
        (text, statements, duties)
    }

    fn statements(&self) -> Written {
        let (_, model) = CODES[self.codes];
        let mut texts = TEXTS.iter().cycle().skip(self.layout + self.bullet);
        let kinds = ["K", "S", "B"].into_iter().zip(self.counts);
        let codes = kinds.flat_map(|(kind, count)| {
            (1..=count).map(move |number| model.replace('K', kind).replace('N', &number.to_string()))
        });
        codes.zip(texts.by_ref()).map(|(code, text)| (code, (*text).to_owned())).collect()
    }

    /// The code as the draft writes it.
    fn written(&self, code: &str) -> String {
        let (style, model) = CODES[self.codes];
        let kind = code.trim_start_matches('A').chars().next().expect("a letter");
        let number = code.chars().last().expect("a number");
        assert_eq!(code, model.replace('K', &kind.to_string()).replace('N', &number.to_string()));
        style.replace('K', &kind.to_string()).replace('N', &number.to_string())
    }

    fn lists(&self, statements: &Written) -> String {
        let mut out = String::new();
        for (kind, heading) in ["K", "S", "B"].into_iter().zip(HEADINGS[self.headings]) {
            out += &[heading, self.gap].concat();
            let layout = LAYOUTS[self.layout];
            if layout.ends_with("Module 1") {
                let head = layout
                    .replace('C', "KSB")
                    .replace('T', "Description")
                    .replace("Module 1", "Where taught");
                out += &[&head, self.gap].concat();
            }
            for (code, text) in statements.iter().filter(|(code, _)| code.contains(kind)) {
                let line = layout.replace('B', "\u{1}").replace('C', "\u{2}").replace('T', text);
                out += &line.replace('\u{1}', BULLETS[self.bullet]).replace('\u{2}', &self.written(code));
                out += if layout.ends_with(' ') { "" } else { self.gap };
            }
            out += "\n\n";
        }
        out
    }

    fn duty_list(&self, duties: &[WrittenDuty]) -> String {
        let mut out = if duties.is_empty() { String::new() } else { ["Duties", self.gap].concat() };
        let layout = DUTY_LAYOUTS[self.duty_layout];
        if !duties.is_empty() && layout.starts_with("N\t") {
            out += &["No.\tDuty\tKSBs", self.gap].concat();
        }
        for (code, text, codes) in duties {
            let listed: Vec<String> = codes.iter().map(|code| self.written(code)).collect();
            let line = layout
                .replace("KSBs", "\u{4}")
                .replace('C', "\u{2}")
                .replace('N', "\u{3}")
                .replace('T', text);
            let line = line.replace('\u{2}', &listed.join(self.between)).replace('\u{3}', &code[1..]);
            out += &line.replace('\u{4}', "KSBs");
            out += self.gap;
        }
        out + "\n"
    }
}

/// How far from a text its code may end, in bytes: there is a separator between them.
const BESIDE: usize = 6;

/// Whether any finding points into the words `text`, where they are in the draft, or to a code next to them.
fn is_reported(source: &Source, reading: &Reading<'_>, text: &str) -> bool {
    let Some(start) = source.text().find(text) else { return false };
    let end = source.text()[start..].find(['\r', '\n']).map_or(source.text().len(), |len| start + len);
    let mut labels = reading.diagnostics.iter().flat_map(|found| &found.labels);
    labels.any(|label| label.span.range().start < end && start < label.span.range().end + BESIDE)
}

fn standard<'a, 's>(reading: &'a Reading<'s>) -> &'a Standard<'s> {
    match &reading.document {
        Some(Document::Standard(standard)) => standard,
        other => panic!("a standard: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nothing_is_swallowed(draft in draft()) {
        let (text, statements, duties) = draft.write();
        prop_assert_eq!(format_of(&text), Some(Format::DraftText), "{}", text);
        let source = Source::new(SourceId(0), "x", text.clone());
        let reading = read(&source, None);
        let standard = standard(&reading);
        for (code, words) in &statements {
            let found = standard.statements.items().iter().find(|one| one.code.value.to_string() == *code);
            let is_found = found.is_some_and(|one| one.text.as_str() == words);
            prop_assert!(is_found || is_reported(&source, &reading, words), "{code} {words}: {found:?}\n{text}");
        }
        prop_assert_eq!(standard.statements.items().len(), statements.len(), "{}", text);
        for (code, words, codes) in &duties {
            let found = standard.duties.items().iter().find(|one| one.code.is_some_and(|own| own.value.to_string() == *code));
            let listed: Option<Vec<String>> = found.map(|one| one.codes().iter().map(|code| code.value.to_string()).collect());
            let is_found = found.is_some_and(|one| one.text.as_str() == words) && listed.as_ref() == Some(codes);
            prop_assert!(is_found || is_reported(&source, &reading, words), "{code} {words} {codes:?}: {found:?}\n{text}");
        }
    }
}

/// A number may follow the name of the kind, and a code need not be followed by a mark.
#[test]
fn codes_may_be_written_in_words() {
    let text = "Duties\n• D1 Keep hives. (K1, S1)\n• D2 Sell honey. (K2)\n\nKnowledge\nKnowledge 1 – The law on honey.\n\
                Knowledge 2 – The life of bees.\n\nSkills\nSkill 1: Open a hive.\n";
    let source = Source::new(SourceId(0), "x", text);
    let reading = read(&source, Some(Format::DraftText));
    let Some(Document::Standard(standard)) = &reading.document else { panic!("no standard") };
    let statements = standard.statements.items().iter();
    let stated: Vec<String> =
        statements.map(|one| format!("{} {}", one.code.value, one.text.as_str())).collect();
    assert_eq!(stated, ["K1 The law on honey.", "K2 The life of bees.", "S1 Open a hive."]);
    let duties: Vec<String> =
        standard.duties.items().iter().map(|one| one.code.expect("a code").value.to_string()).collect();
    assert_eq!(duties, ["D1", "D2"]);
}
