//! What people typed and was once misread: small drafts, each with what it says.

use ksb::model::{Document, Format};
use ksb::read::{format_of, read};
use ksb::source::{Source, SourceId};

/// The duties and statements that a draft is read as, and how much of it was not understood.
fn read_as(text: &str) -> (String, usize) {
    let source = Source::new(SourceId(0), "x", text);
    let reading = read(&source, Some(Format::DraftText));
    let Some(Document::Standard(standard)) = &reading.document else { panic!("a standard") };
    let codes = |codes: &[ksb::source::Spanned<ksb::model::Code>]| {
        codes.iter().map(|code| code.value.to_string()).collect::<Vec<_>>().join(" ")
    };
    let duties = standard.duties.items().iter().map(|duty| {
        let code = duty.code.map_or_else(|| "-".to_owned(), |code| code.value.to_string());
        format!("{code} {} [{}]", duty.text.as_str(), codes(duty.codes()))
    });
    let statements = standard.statements.items().iter();
    let statements = statements.map(|one| format!("{} {}", one.code.value, one.text.as_str()));
    (duties.chain(statements).collect::<Vec<_>>().join(" | "), reading.diagnostics.len())
}

#[test]
fn codes_of_duties_stand_in_many_places() {
    for (text, expected, unread) in [
        ("Duty 1: Fill in form S1. K1 S1", "D1 Fill in form S1. [K1 S1]", 0),
        ("Duty 1: Inspect.\nRelated KSBs: K1, S1", "D1 Inspect. [K1 S1]", 0),
        ("Duty 1: Pack. KSBs K2, S1", "D1 Pack. [K2 S1]", 0),
        ("Duty 1 (K1, S1): Inspect hives.", "D1 Inspect hives. [K1 S1]", 0),
        ("Duty 1: Inspect.\nKSBs: K1 – 3", "D1 Inspect. [K1 K2 K3]", 0),
        ("Duty 1: Inspect.\nKSBs: K1, S1, TBC", "D1 Inspect. [K1 S1]", 1),
        ("Duty 1: Inspect.\nK1 S1 B1 (in winter)", "D1 Inspect. [K1 S1 B1]", 1),
        ("Duty 1: Inspect. K1, 2, S1", "D1 Inspect. [K1 S1]", 1),
        ("Duties\nD1 Inspect hives. K1\nD2 Pack. S1", "D1 Inspect hives. [K1] | D2 Pack. [S1]", 0),
        ("Duties\nD1\tInspect.\tK1\nD2\tPack.\tS1", "D1 Inspect. [K1] | D2 Pack. [S1]", 0),
        ("No.\tDuty\tKSB\n1\tInspect.\tK1 S1", "D1 Inspect. [K1 S1]", 0),
    ] {
        assert_eq!(read_as(text), (expected.to_owned(), unread), "{text}");
    }
}

#[test]
fn duties_and_whole_statements_may_share_a_row() {
    let text = "Duty\tKnowledge\tSkills\nDuty 1 Inspect hives.\tK1: The law.\tS1: Open a hive.\n\
                Duty 2 Pack honey.\tK2: The labels.\tS2: Seal a jar.\n";
    let expected = "D1 Inspect hives. [K1 S1] | D2 Pack honey. [K2 S2] | \
                    K1 The law. | S1 Open a hive. | K2 The labels. | S2 Seal a jar.";
    assert_eq!(read_as(text), (expected.to_owned(), 0));
}

#[test]
fn a_mapping_beside_the_statements_is_told_and_evidence_is_not() {
    let head = "Ref\tStatement\tMapped to\tEvidence\n";
    let rows = "K1\tHow bees keep a hive warm.\tD1, D2\tPhoto\nS1\tOpen a hive.\tD2\tLog\n";
    let expected = "K1 How bees keep a hive warm. | S1 Open a hive.";
    assert_eq!(read_as(&format!("{head}{rows}")), (expected.to_owned(), 1));
}

#[test]
fn statements_are_told_from_what_stands_around_them() {
    for (text, expected, unread) in [
        ("Knowledge\nK1 the law. K2 the pests.", "K1 the law. | K2 the pests.", 0),
        ("Knowledge\nK1 the law K2 the pests", "K1 the law K2 the pests", 1),
        ("Knowledge\nK1i: The law.\nK1ii: The pests.", "K1i The law.", 1),
        (
            "Knowledge\nK1: The law.\nComment: too vague.\nK2: Pests.\nPage 2 of 3",
            "K1 The law. | K2 Pests.",
            1,
        ),
        ("Knowledge\nK1\nThe law.\nRef\nSkills\nS1\nOpen it.", "K1 The law. | S1 Open it.", 1),
        ("Knowledge\nK1: A.\nK2 (was K3): The pests.", "K1 A. | K2 (was K3): The pests.", 1),
        ("Knowledge\nThe law (K1), the pests (K2)", "K1 The law | K2 the pests", 0),
        ("Knowledge\n•\tK1: The law.\n•\tK2: The labels.", "K1 The law. | K2 The labels.", 0),
        ("Knowledge\nK1: Fill in the\nS1 form.\nSkills\nS1: Do.", "K1 Fill in the S1 form. | S1 Do.", 0),
        (
            "Core knowledge\nK1: A.\n3.1 Skills\nS1: B.\nSkills requirements\nS2: C.",
            "K1 A. | S1 B. | S2 C.",
            0,
        ),
        (
            "K1 How a colony changes.\nS1 Open a hive.\nB1 Be calm.",
            "K1 How a colony changes. | S1 Open a hive. | B1 Be calm.",
            0,
        ),
    ] {
        assert_eq!(read_as(text), (expected.to_owned(), unread), "{text}");
    }
}

#[test]
fn a_list_without_headings_or_colons_is_a_draft() {
    let text = "K1 How a colony changes.\nK2 The pests that must be reported.\nS1 Open a hive without crushing bees.\n";
    assert_eq!(format_of(text), Some(Format::DraftText));
}
