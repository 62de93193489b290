//! What is around codes: labels, topics, lists, totals, other standards.

use super::{block, cited, cited_in, claimed_in, table};

#[test]
fn a_label_says_that_codes_follow() {
    for label in [
        "KSBs in this unit:",
        "KSBs mapped to this lesson:",
        "Skills, knowledge and behaviours (KSBs) here =",
    ] {
        assert_eq!(cited(&[&format!("{label} K1, S40")]), ["K1", "S40"], "{label}");
    }
    assert_eq!(cited(&["Knowledge: K1", "Skills: S30"]), ["K1", "S30"]);
    assert_eq!(cited(&["Room: B1", "Level: B2"]), [""; 0]);
}

#[test]
fn a_topic_before_a_list_makes_it_no_rooms() {
    assert_eq!(cited(&["Locks: K1, K2, S4", "Bridges K3, S7, S40"]), ["K1", "K2", "S4", "K3", "S7", "S40"]);
    let known = "KSBs: K1, S1.";
    for text in
        ["Rooms: B1, B2, B3", "Rooms B1 and B2", "Contacts K3, K4 and S2 close.", "Part numbers: K4, B7, S9."]
    {
        assert_eq!(cited(&[known, text]), ["K1", "S1"], "{text}");
    }
}

#[test]
fn numbers_go_with_the_code_before_them_in_a_longer_list() {
    for (text, expected) in [
        ("KSBs: K6 to 8, S2", vec!["K6-K8", "S2"]),
        ("KSBs: K5-7, 9 and 11-13, S14", vec!["K5-K7", "K9", "K11-K13", "S14"]),
        ("KSBs: K1 - 4, S2", vec!["K1-K4", "S2"]),
        ("KSBs: K5,6,7, S12,13", vec!["K5", "K6", "K7", "S12", "S13"]),
        ("KSBs: K9 - 2 hours", vec!["K9"]),
    ] {
        assert_eq!(cited(&[text]), expected, "{text}");
    }
}

#[test]
fn a_checklist_of_knowledge_and_skills_cites() {
    let list = ["• K1: drawing of a lock", "• K2 (test)", "• S4: observation", "• S29: log", "• S5: talk"];
    assert_eq!(cited(&list), ["K1", "K2", "S4", "S29", "S5"]);
    assert_eq!(cited(&["• B1: lab", "• B2: hall", "• B3: gym", "• B4: office"]), [""; 0]);
}

#[test]
fn a_code_before_the_text_of_any_statement_is_one() {
    assert_eq!(cited(&["S14: \u{201c}How thing 10 of S is done well.\u{201d}"]), ["S14"]);
    assert_eq!(cited(&["S14: \"How thing 10 of S is done well.\""]), ["S14"]);
    assert_eq!(cited(&["K2", "How thing 5 of K is done well."]), ["K2"]);
    assert_eq!(cited(&["K2", "How to get there."]), [""; 0]);
    let rows: [&[&str]; 3] = [
        &["Criterion", "Description", "Location"],
        &["K1", "How thing 1 of K is done well.", "B2"],
        &["K2", "How thing 3 of K is done well.", "S3"],
    ];
    assert_eq!(cited_in(table(&rows)), ["K1", "K2"]);
}

#[test]
fn a_remark_in_a_column_of_codes_is_not_one() {
    let rows: [&[&str]; 5] = [
        &["Week", "KSBs"],
        &["1", "K1, S4"],
        &["2", "None (room B2)"],
        &["3", "K5 - see S3 folder"],
        &["4", "K9 - 2 hours"],
    ];
    assert_eq!(cited_in(table(&rows)), ["K1", "S4", "K5", "K9"]);
}

#[test]
fn spaces_separate_columns_of_text() {
    let lines = [
        "Week  Topic    KSBs          Venue",
        "1     Locks    K1, K2, S4    B2",
        "2     Bridges  K3, S7        B3",
    ];
    assert_eq!(cited(&lines), ["K1", "K2", "S4", "K3", "S7"]);
}

#[test]
fn what_is_above_a_header_names_no_column() {
    let rows: [&[&str]; 4] = [
        &["Learner", "A Bee"],
        &["Ref", "Evidence", "KSBs claimed", "Page"],
        &["E1", "Video", "K1; K2", "3"],
        &["E2", "Witness", "S4, S41", "9"],
    ];
    assert_eq!(cited_in(table(&rows)), ["K1", "K2", "S4", "S41"]);
}

#[test]
fn a_grid_of_knowledge_alone_cites() {
    let grid = |codes: [&'static str; 3]| {
        let head = ["Module", codes[0], codes[1], codes[2]];
        claimed_in(table(&[&head, &["A", "x", "", "x"], &["B", "", "x", ""]]))
    };
    assert_eq!(grid(["K1", "K2", "K3"]), ["K1", "K2", "K3"]);
    assert_eq!(grid(["B1", "B2", "B3"]), [""; 0]);
}

#[test]
fn totals_and_blanks_are_not_numbers_of_statements() {
    let rows: [&[&str]; 6] = [
        &["Unit", "Knowledge", "Skills"],
        &["A", "9, 10", "8"],
        &["B", "11", "S8 and S9"],
        &["C", "n/a", "TBC"],
        &["Total", "3", "3"],
        &["Number of statements", "12", "13"],
    ];
    assert_eq!(cited_in(table(&rows)), ["K9", "K10", "S8", "K11", "S8", "S9"]);
}

#[test]
fn codes_of_another_standard_are_left() {
    let columns: [&[&str]; 2] = [&["Our unit", "ST9991 KSBs", "ST9990 KSBs"], &["A", "K1, S9", "K2, S3"]];
    assert_eq!(cited_in(table(&columns)), ["K2", "S3"]);
    let rows: [&[&str]; 3] = [&["Standard", "KSB"], &["ST9990", "K1"], &["ST9991", "K2"]];
    assert_eq!(cited_in(table(&rows)), ["K1"]);
    assert_eq!(
        cited(&["Meets K1 of ST9991 and K3 of ST9990.", "ST9990: K4", "ST9991 KSBs: K5"]),
        ["K3", "K4"]
    );
    let heading = |text| super::Block { is_heading: true, ..block(text, None) };
    let sections = vec![
        heading("ST9990"),
        heading("Week 1"),
        block("KSBs: K1", None),
        heading("ST9991"),
        heading("Week 2"),
        block("KSBs: K2", None),
    ];
    assert_eq!(cited_in(sections), ["K1"]);
}

#[test]
fn half_a_postcode_is_not_a_code() {
    assert_eq!(cited(&["KSBs: K1.", "Address: S10 2TN", "Meets S10 and S12"]), ["K1", "S10", "S12"]);
}
