//! `ksb renumber`: gaps are closed, the mapping follows, and nothing else changes.
#![allow(clippy::disallowed_methods, reason = "the tests run the command on files")]

mod scratch;

use std::collections::BTreeMap;
use std::fmt::Write;

use ksb::check::check_reading;
use ksb::diff::{ChangeId, Choices, Event, compare};
use ksb::model::{Document, Format};
use ksb::read::read;
use ksb::renumber::{NotRenumbered, Order, Renumbering};
use ksb::source::{Source, SourceId};
use proptest::prelude::*;
use proptest::sample::subsequence;
use scratch::Scratch;

/// A draft without its codes.
#[derive(Clone, Debug)]
struct Draft {
    /// How many knowledge statements, skills and duties there are.
    sizes: [usize; 3],
    /// For each duty, the statements mapped to it, by list and index.
    mapping: Vec<Vec<(usize, usize)>>,
}

const LISTS: [(&str, &str); 3] = [("knowledge", "K"), ("skills", "S"), ("duties", "D")];

/// The numbers of each list, in the order of the document.
type Numbers = [Vec<usize>; 3];

impl Draft {
    fn statement(list: usize, place: usize) -> String {
        format!(
            "{} the {} of pier {}.",
            ["Know", "Moor"][list],
            ["tides", "ferry"][list],
            "abcdefghij".repeat(2).split_at(place).1
        )
    }

    fn codes(&self, duty: usize, numbers: &Numbers) -> Vec<String> {
        let code = |(list, place): &(usize, usize)| format!("{}{}", LISTS[*list].1, numbers[*list][*place]);
        self.mapping[duty].iter().map(code).collect()
    }

    /// The native document.
    fn json(&self, numbers: &Numbers) -> String {
        let statements = |list: usize| {
            let one = |(place, number): (usize, &usize)| {
                let text = Self::statement(list, place);
                format!("    {{ \"code\": \"{}{number}\", \"text\": \"{text}\" }}", LISTS[list].1)
            };
            numbers[list].iter().enumerate().map(one).collect::<Vec<_>>().join(",\n")
        };
        let duty = |(place, number): (usize, &usize)| {
            let codes: Vec<String> =
                self.codes(place, numbers).iter().map(|code| format!("\"{code}\"")).collect();
            format!(
                "    {{ \"code\": \"D{number}\", \"text\": \"Run ferry {place}.\", \"ksbs\": [{}] }}",
                codes.join(", ")
            )
        };
        let duties: Vec<String> = numbers[2].iter().enumerate().map(duty).collect();
        format!(
            "{{\n  \"kind\": \"apprenticeship\",\n  \"duties\": [\n{}\n  ],\n  \"knowledge\": [\n{}\n  ],\n  \"skills\": [\n{}\n  ]\n}}\n",
            duties.join(",\n"),
            statements(0),
            statements(1)
        )
    }

    /// A typed draft.
    fn text(&self, numbers: &Numbers) -> String {
        let mut text = String::new();
        for (place, number) in numbers[2].iter().enumerate() {
            let codes = self.codes(place, numbers).join(" ");
            let _infallible =
                write!(text, "Duty {number} Run the ferry of the bay, number {place}\nKSBs: {codes}\n\n");
        }
        for (list, heading) in ["Knowledge", "Skills"].iter().enumerate() {
            let _infallible = writeln!(text, "{heading}");
            for (place, number) in numbers[list].iter().enumerate() {
                let _infallible =
                    writeln!(text, "{}{number}: {}", LISTS[list].1, Self::statement(list, place));
            }
        }
        text
    }
}

impl Draft {
    /// A table in Markdown for the duties, and lists.
    fn markdown(&self, numbers: &Numbers) -> String {
        let mut text = "## Duties\n\n| Duty | KSBs |\n|---|---|\n".to_owned();
        for (place, number) in numbers[2].iter().enumerate() {
            let codes = self.codes(place, numbers).join("**, **");
            let _infallible = writeln!(text, "| Duty {number} Run ferry {place} of the bay. | **{codes}** |");
        }
        let list = |(list, heading): (usize, &str)| {
            let one = |(place, number): (usize, &usize)| {
                format!("- **{}{number}**: {}\n", LISTS[list].1, Self::statement(list, place))
            };
            format!("\n## {heading}\n\n") + &numbers[list].iter().enumerate().map(one).collect::<String>()
        };
        text + &["Knowledge", "Skills"].into_iter().enumerate().map(list).collect::<String>()
    }

    /// Rows of cells.
    fn csv(&self, numbers: &Numbers) -> String {
        let mut text = "Type,Code,Text,KSBs\n".to_owned();
        for (place, number) in numbers[2].iter().enumerate() {
            let codes = self.codes(place, numbers).join(", ");
            let _infallible =
                writeln!(text, "Duty,D{number},\"Run ferry \"\"{place}\"\", daily.\",\"{codes}\"");
        }
        for (list, kind) in ["Knowledge", "Skill"].iter().enumerate() {
            for (place, number) in numbers[list].iter().enumerate() {
                let _infallible =
                    writeln!(text, "{kind},{}{number},{},", LISTS[list].1, Self::statement(list, place));
            }
        }
        text
    }
}

const WRITTEN: [fn(&Draft, &Numbers) -> String; 4] = [Draft::json, Draft::text, Draft::markdown, Draft::csv];

fn drafts() -> impl Strategy<Value = Draft> {
    [2..9_usize, 2..9_usize, 1..6_usize].prop_flat_map(|sizes| {
        let all: Vec<(usize, usize)> =
            (0..2).flat_map(|list| (0..sizes[list]).map(move |place| (list, place))).collect();
        let count = all.len();
        let mapping = proptest::collection::vec(subsequence(all, 1..=count), sizes[2]);
        mapping.prop_map(move |mapping| Draft { sizes, mapping })
    })
}

/// Numbers with gaps, in order or shuffled.
fn gaps(sizes: [usize; 3], shuffled: bool) -> impl Strategy<Value = Numbers> {
    sizes.map(|size| {
        let numbers = subsequence((1..=2 * size).collect::<Vec<_>>(), size);
        if shuffled { numbers.prop_shuffle().boxed() } else { numbers.boxed() }
    })
}

fn renumbered(text: &str, order: Order) -> Result<Renumbering, NotRenumbered> {
    Renumbering::new(&Source::new(SourceId(0), "a", text), &[], None, order)
}

/// Both documents say the same except for codes, and no code is skipped in the second one.
fn is_only_renumbered(before: &str, after: &str) {
    let sources = [before, after].map(|text| Source::new(SourceId(0), "a", text));
    let readings = sources.each_ref().map(|source| read(source, None));
    let [old, new] = readings.each_ref().map(|reading| reading.document.as_ref().expect("a document"));
    let comparison = compare(old, new, &Choices::default()).expect("two standards");
    for change in &comparison.changes {
        assert!(
            matches!(change.id, ChangeId::Item(_, Event::Renumbered) | ChangeId::CodeReused),
            "{:?}",
            change.id
        );
    }
    let gap = check_reading(&readings[1]).into_iter().find(|found| found.rule == "code-gap");
    assert_eq!(gap, None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gaps_are_closed_and_nothing_else_changes(
        (draft, numbers) in drafts().prop_flat_map(|draft| (Just(draft.clone()), gaps(draft.sizes, false))),
    ) {
        let whole: Numbers = draft.sizes.map(|size| (1..=size).collect());
        for write in WRITTEN {
            let (before, expected) = (write(&draft, &numbers), write(&draft, &whole));
            let new = renumbered(&before, Order::Number).expect("it is renumbered");
            assert_eq!(new.text, expected);
            assert_eq!(new.mentions, []);
            is_only_renumbered(&before, &new.text);
            let again = renumbered(&new.text, Order::Number).expect("it can be done again");
            assert!(again.moves.is_empty() && again.text == expected);
        }
    }

    #[test]
    fn codes_may_follow_the_order_of_the_document(
        (draft, numbers) in drafts().prop_flat_map(|draft| (Just(draft.clone()), gaps(draft.sizes, true))),
    ) {
        let whole: Numbers = draft.sizes.map(|size| (1..=size).collect());
        for write in WRITTEN {
            let before = write(&draft, &numbers);
            let new = renumbered(&before, Order::Place).expect("it is renumbered");
            assert_eq!(new.text, write(&draft, &whole));
            is_only_renumbered(&before, &new.text);
        }
    }
}

const DRAFT: &str = "Duty 1 Moor the ferry at the pier\nKSBs: {}\n\nKnowledge\nK01: The tides of the bay.\n\
                     K02: The currents of the bay.\nk4: The lights of the bay.\nK5: The bell (see K4).\n\nSkills\nS1: Moor a ferry.\n";

fn listed(mapping: &str) -> Result<(String, Renumbering), NotRenumbered> {
    let new = renumbered(&DRAFT.replace("{}", mapping), Order::Number)?;
    let row = new.text.lines().nth(1).unwrap_or_default().strip_prefix("KSBs: ").map(str::to_owned);
    Ok((row.expect("the row of codes"), new))
}

#[test]
fn ranges_keep_what_they_take_in() {
    for (mapping, expected) in [
        ("K1-K4, S1", "K1-K3, S1"),
        ("K1 – K5 S1", "K1 – K4 S1"),
        ("K1, K2; k4 & S1", "K1, K2; k3 & S1"),
        ("K4–5, K9, S1", "K3–4, K9, S1"),
        ("K04 S1", "K03 S1"),
        ("K1-K2", "K1-K2"),
    ] {
        let (row, new) = listed(mapping).expect("it is renumbered");
        assert_eq!(row, expected);
        assert!(
            new.text.contains("K02: The currents") && new.text.contains("k3: The lights"),
            "{}",
            new.text
        );
    }
    let (_, new) = listed("K1-K5 K9").expect("it is renumbered");
    let codes = |all: &[(ksb::model::Code, ksb::source::Span)]| {
        all.iter().map(|(code, _)| code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!((codes(&new.dropped), codes(&new.dangling)), (vec!["K3".to_owned()], vec!["K9".to_owned()]));
    // A text that names a code is left as it is, and reported.
    let mentions: Vec<String> = new.mentions.iter().map(|one| one.code.to_string()).collect();
    assert_eq!(mentions, ["K4"]);
}

#[test]
fn what_cannot_be_done_for_sure_is_refused() {
    for (mapping, why) in [
        ("K3 S1", "there is no K3. Another statement would become K3"),
        ("K2-K3 S1", "ends with a code that does not exist"),
        ("K4-K9 S1", "ends with a code that does not exist"),
    ] {
        let refused = listed(mapping).expect_err("it is refused").to_string();
        assert!(refused.contains(why), "{refused}");
    }
    for (old, new, why) in
        [("k4:", "K2:", "K2 is used twice"), ("S1: Moor", "K9: Moor", "K9 is in the list of skills")]
    {
        let text = DRAFT.replace("{}", "K1 S1").replace(old, new);
        let refused = renumbered(&text, Order::Number).expect_err("it is refused").to_string();
        assert!(refused.contains(why), "{refused}");
    }
    for (file, why) in [
        ("pages/canal-lock-keeper-1.1.html", "never edits it"),
        ("api/canal-lock-keeper-1.1.standards-api.json", "never edits it"),
        ("land-water-heritage.occupational-map.json", "only standards"),
        ("broken/syntax.standard.json", "cannot be read"),
    ] {
        let text = std::fs::read_to_string(format!("samples/{file}")).expect("a sample");
        let refused = renumbered(&text, Order::Number).expect_err("it is refused").to_string();
        assert!(refused.contains(why), "{file}: {refused}");
    }
}

#[test]
fn the_mapping_beside_statements_and_in_grids_follows() {
    let beside = "Ref,Type,Statement,Duties\nK2,Knowledge,Water.,D1\nK5,Knowledge,The law.,\"D1, D4\"\nS1,Skill,Cut.,D4\n\
                  D1,Duty,Manage levels.,\nD4,Duty,Monitor.,\n";
    let after = beside.replace("K2", "K1").replace("K5", "K2").replace("D4", "D2");
    assert_eq!(renumbered(beside, Order::Number).map(|new| new.text), Ok(after));
    let grid = "Code,Statement,D1,D3\nK2,Water.,x,\nK5,The law.,x,x\nS1,Cut.,,x\n\nDuty,Text\nD1,Manage levels.\n\
                D3,Monitor.\n";
    let after = grid.replace("K2", "K1").replace("K5", "K2");
    let same = grid.replace("D3", "D2");
    assert_eq!(renumbered(&same, Order::Number).map(|new| new.text), Ok(after.replace("D3", "D2")));
    // Nothing that was read says where the headers of the grid are.
    assert!(renumbered(grid, Order::Number).is_err());
}

#[test]
fn codes_of_groups_and_parts_keep_what_stands_around_the_number() {
    let text = "Knowledge\nK1: Tides.\nK4.1: Lights.\nK4.2: Bells.\nK7a: Ropes.\nAK3: Sails.\nAK5: Oars.\n\nSkills\nS1: Moor a ferry.\n";
    let new = renumbered(text, Order::Number).expect("it is renumbered");
    let moves: BTreeMap<String, String> =
        new.moves.iter().map(|one| (one.old.to_string(), one.new.to_string())).collect();
    let expected = [("AK5", "AK4"), ("K4.1", "K2.1"), ("K4.2", "K2.2"), ("K7a", "K3a")];
    assert_eq!(moves, expected.map(|(old, new)| (old.to_owned(), new.to_owned())).into());
}

#[test]
fn the_ignores_of_a_document_follow() {
    let text = r#"{ "kind": "apprenticeship",
        "x-ksb-ignore": [{ "rule": "unmapped-ksb", "subject": "K4", "reason": "K4 is new" }],
        "duties": [{ "code": "D2", "text": "Moor the ferry.", "ksbs": ["K1"] }],
        "knowledge": [{ "code": "K1", "text": "Tides." }, { "code": "K4", "text": "Lights." }] }"#;
    let source = Source::new(SourceId(0), "a", text);
    let reading = read(&source, Some(Format::NativeJson));
    let Some(Document::Standard(standard)) = &reading.document else { panic!("no standard") };
    let has_ignores = !standard.about.ignores.is_empty();
    let new = renumbered(text, Order::Number).expect("it is renumbered");
    assert!(has_ignores && new.text.contains(r#""subject": "K2", "reason": "K4 is new""#), "{}", new.text);
    assert_eq!(new.mentions.len(), 1);
}

#[test]
fn the_command_writes_where_it_is_told_to() {
    let text = DRAFT.replace("{}", "K1 K4 S1");
    let scratch = Scratch::new(&[("a.txt", &text)]);
    let file = || std::fs::read_to_string(scratch.path().join("a.txt")).expect("a file");
    let (code, patch, told) = scratch.run(&["renumber", "a.txt", "--diff"]);
    let expected =
        "K4 → K3\nK5 → K4\na.txt:8:19: refers to K4, which is now K3: correct it if it means this code\n";
    assert_eq!((code, told.as_str()), (1, expected));
    assert!(patch.contains("+KSBs: K1 K3 S1"), "{patch}");
    let (code, written, _) = scratch.run(&["renumber", "a.txt"]);
    assert!(code == 0 && file() == text);
    assert_eq!(scratch.run(&["renumber", "a.txt", "--in-place"]).0, 0);
    assert_eq!(file(), written);
    let (code, patch, told) = scratch.run(&["renumber", "a.txt", "--diff"]);
    assert_eq!((code, patch.as_str(), told.as_str()), (0, "", "nothing to renumber\n"));
    assert_eq!(scratch.run(&["renumber", "a.txt", "-o", "a.txt", "--force"]).0, 2);
    assert_eq!(scratch.run(&["renumber", "a.txt", "-o", "b.txt"]).0, 0);
    let (code, _, told) = scratch.run(&["renumber", "a.txt", "-o", "b.txt"]);
    assert!(code == 2 && told.contains("use `--force`"), "{told}");
    assert_eq!(scratch.run(&["renumber", "a.txt", "-o", "b.txt", "--force"]).0, 0);
}

/// A statement below its duty is mapped to it by its place: one change covers both.
#[test]
fn what_stands_below_its_duty_is_renumbered_once() {
    let below = "Ferry hand\nDuty 1 Moor.\nK1: Tides.\nS2: Tie a rope.\n\nDuty 2 Sail.\nK4: Winds.\nS2: Tie a rope.\n";
    let rows = "# Ferry hand\n\n| Duty | KSBs |\n|-|-|\n| Duty 1 Moor. | K1: Tides. |\n| Duty 2 Sail. | K4: Winds. |\n";
    for (name, text) in [("x.txt", below), ("x.md", rows)] {
        let source = Source::new(SourceId(0), name, text);
        let new = Renumbering::new(&source, &[], None, Order::default()).expect("new codes");
        assert_eq!(new.text, text.replace("K4", "K2").replace("S2", "S1"));
    }
}
