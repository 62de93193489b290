//! A code becomes another one: its statement or duty moves to that place, those in between move by one, and the mapping
//! follows. The findings in the document stay the same, apart from the codes that they are about.

#![allow(clippy::disallowed_methods, reason = "the test reads the samples")]

use std::fs;

use ksb::check::check;
use ksb::config::Config;
use ksb::convert::Target;
use ksb::model::{Code, Document};
use ksb::read::read;
use ksb::renumber::{NotRenumbered, rename};
use ksb::source::{Source, SourceId};

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

fn source(name: &str, text: &str) -> Source {
    Source::new(SourceId::of_file(0), name, text)
}

fn renamed(text: &str, old: &str, new: &str) -> Result<String, NotRenumbered> {
    rename(&source("x", text), &[], None, (code(old), code(new)))
}

/// The rules of all findings.
fn rules(text: &str) -> Vec<&'static str> {
    let source = source("x", text);
    let mut rules: Vec<&str> =
        check(&read(&source, None), &Config::default()).iter().map(|one| one.rule).collect();
    rules.sort_unstable();
    rules
}

/// The codes of statements and duties with the first words of their texts, and what is mapped to each duty.
fn stated(text: &str) -> Vec<(String, String)> {
    let source = source("x", text);
    let reading = read(&source, None);
    let Some(Document::Standard(standard)) = &reading.document else { panic!("no standard") };
    let statements = standard.statements.items().iter().map(|one| (one.code.value.to_string(), &*one.text));
    let duties = standard.duties.items().iter().map(|duty| {
        let mut listed: Vec<String> = duty.codes().iter().map(|one| one.value.to_string()).collect();
        listed.sort();
        (
            format!(
                "{} {}",
                duty.code.map_or(String::new(), |code| code.value.to_string()),
                listed.join(" ")
            ),
            &*duty.text,
        )
    });
    let word = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    statements.chain(duties).map(|(code, text)| (code, word(text))).collect()
}

#[test]
fn a_statement_moves_to_its_place_in_a_draft_whatever_its_line_ends() {
    let draft = "Duty 1 Roast it. K1 K4 S1\nDuty 2 Grade it. (K2, K3)\n\nKnowledge\n- K1 – Heat.\n- K2 – Stages.\n\n- K3 – Defects of\n  beans.\n- K4 – Cups.\n\nSkills\n- S1 – Stir.\n";
    let expected = "Duty 1 Roast it. K1 K2 S1\nDuty 2 Grade it. (K3, K4)\n\nKnowledge\n- K1 – Heat.\n- K2 – Cups.\n\n- K3 – Stages.\n- K4 – Defects of\n  beans.\n\nSkills\n- S1 – Stir.\n";
    for line_end in ["\n", "\r\n", "\r"] {
        let [draft, expected] = [draft, expected].map(|text| text.replace('\n', line_end));
        let moved = renamed(&draft, "K4", "K2").expect("it can be moved");
        assert_eq!(moved, expected);
        assert_eq!(rules(&moved), rules(&draft));
        assert_eq!(renamed(&moved, "K2", "K4").as_deref(), Ok(&*draft));
    }
}

#[test]
fn duties_move_with_what_they_list() {
    let draft = "Duty 1 Roast it. K1\nDuty 2 Grade it.\nKSBs: K2\nDuty 3 Sell it. K1 K2\n\nKnowledge\nK1 Heat.\nK2 Stages.\n";
    let expected = "Duty 1 Sell it. K1 K2\nDuty 2 Roast it. K1\nDuty 3 Grade it.\nKSBs: K2\n\nKnowledge\nK1 Heat.\nK2 Stages.\n";
    assert_eq!(renamed(draft, "D3", "D1").as_deref(), Ok(expected));
}

#[test]
fn every_format_of_text_follows() {
    let path = "samples/canal-lock-keeper-1.1.standard.json";
    let json = fs::read_to_string(path).expect("a sample");
    let native = source(path, &json);
    let document = read(&native, None).document.expect("a standard");
    let mut expected = stated(&json);
    let written = |target| {
        let bytes = ksb::convert::convert_to(target, &document, &native).expect("it can be written");
        String::from_utf8(bytes).expect("a text")
    };
    let texts = [json.clone(), written(Target::Csv), written(Target::Markdown)];
    let after = stated(&renamed(&json, "K7", "K3").expect("native JSON"));
    let third = expected.iter().position(|one| one.0 == "K3").expect("there is K3");
    let words: Vec<String> = expected[third..third + 5].iter().map(|one| one.1.clone()).collect();
    for (at, from) in [(0, 4), (1, 0), (2, 1), (3, 2), (4, 3)] {
        expected[third + at].1.clone_from(&words[from]);
    }
    assert_eq!(after[..third + 8], expected[..third + 8]);
    for text in texts {
        let moved = renamed(&text, "K7", "K3").expect("it can be moved");
        assert_eq!(stated(&moved), after);
        assert_eq!(rules(&moved), rules(&text));
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let draft = "Duty 1 Roast it. K1 S1\n\nKnowledge\n- K1 – Heat.\n- K2 – Stages.\n\nSkills\n- S1 – Stir.\n";
    for (old, new, why) in [
        ("K1", "S1", "K1 cannot become S1"),
        ("K1", "K3", "K3 would leave a gap: the last code of this list is K2"),
        ("K9", "K1", "there is no K9"),
        ("K1", "K1.2", "K1 cannot become K1.2"),
    ] {
        let refused = renamed(draft, old, new).expect_err(why).to_string();
        assert!(refused.starts_with(why), "{refused}");
    }
}
