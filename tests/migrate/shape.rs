//! The shape of a real pair of versions: one statement removed, and all after it renumbered.

use crate::made_up::{LETTERS, TEXTS, Version, code, migrated, standard};

/// Eleven knowledge statements and twelve skills in the old version; in the new one, the second knowledge statement is
/// gone, but no skills are.
fn versions() -> [Version; 2] {
    let all: Vec<usize> = (0..12).collect();
    let without: Vec<usize> = all.iter().copied().filter(|text| *text != 1).collect();
    [[all.clone(), all.clone()], [without, all]]
}

#[test]
fn every_code_after_a_removed_one_moves_once() {
    let [old, new] = versions();
    let (before, after) = (standard(&old), standard(&new));
    let all = |version: &Version| {
        let texts = (0..2).flat_map(|list| (0..12).map(move |text| (list, text)));
        texts
            .map(|(list, text)| {
                let number = code(version, list, text).unwrap_or(2);
                format!("{}{number}", LETTERS[list])
            })
            .collect::<Vec<String>>()
    };
    let text = |codes: &[String]| {
        let row = |(week, code): (usize, &String)| format!("{week},{code}\n");
        "Week,KSBs\n".to_owned() + &codes.iter().enumerate().map(row).collect::<String>()
    };
    let moved = migrated(&before, &after, "a.csv", text(&all(&old)).as_bytes());
    let written = String::from_utf8(moved.content).expect("text");
    let bare: Vec<&str> =
        written.lines().map(|line| line.rsplitn(2, ',').last().unwrap_or_default()).collect();
    assert_eq!(bare.join("\n") + "\n", text(&all(&new)));
    assert_eq!(moved.migration.codes, 10);
    let notes: Vec<&str> = moved.migration.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["K2 was removed: this is the old code"]);
}

/// What becomes of a line of codes in Markdown.
fn line(codes: &str) -> String {
    let [old, new] = versions().map(|version| standard(&version));
    let text = format!("KSBs\n\n- KSBs: {codes}\n");
    let moved = migrated(&old, &new, "a.md", text.as_bytes());
    let text = String::from_utf8(moved.content).expect("text");
    text.trim_end().rsplit("KSBs: ").next().unwrap_or_default().to_owned()
}

#[test]
fn ranges_and_lists_keep_their_style() {
    for (old, new) in [
        ("K3-K7, S1", "K2-K6, S1"),
        ("K3 – K7; S1 & S2", "K2 – K6; S1 & S2"),
        ("S10-S15", "S10-S15"),
        ("K11-K15", "K10, K11, K15"),
        ("K10, K9, K3", "K9, K8, K2"),
        ("K03, K12", "K02, K11"),
        ("K 3, S-2, K.9", "K 2, S-2, K.8"),
        ("K 3 – K 7; S 1", "K 2 – K 6; S 1"),
        ("K1-K4", "K1, K2, K2, K3 <!-- ksb: K2 was removed: this is the old code -->"),
    ] {
        assert_eq!(line(old), new, "{old}");
    }
}

#[test]
fn numbers_below_a_head_that_names_their_letter_stay_numbers() {
    let [old, new] = versions().map(|version| standard(&version));
    let text = "Week,Knowledge,Skills,Hours\n1,\"1, 3 & 5\",1,3\n2,4-6,\"2, 3\",4\n3,\"1-4, 9\",7,5\n";
    let moved = migrated(&old, &new, "a.csv", text.as_bytes());
    let written = String::from_utf8(moved.content).expect("text");
    let expected = "Week,Knowledge,Skills,Hours,Migration note\n1,\"1, 2 & 4\",1,3,\n2,3-5,\"2, 3\",4,\n\
                    3,\"1, 2, 2, 3, 8\",7,5,\"K2 was removed: this is the old code\"\n";
    assert_eq!(written, expected);
}

/// A foundation apprenticeship: the second statement of technical knowledge is gone in the new version.
fn foundation(knowledge: &[usize]) -> String {
    let list = |heading: &str, letters: &str, texts: Vec<&str>| {
        let line = |(index, text): (usize, &&str)| format!("{letters}{}: {text}\n", index + 1);
        format!("{heading}\n{}\n", texts.iter().enumerate().map(line).collect::<String>())
    };
    let knowledge = knowledge.iter().map(|text| TEXTS[0][*text]).collect();
    "FA9905\n\n".to_owned()
        + &list("Technical knowledge", "TK", knowledge)
        + &list("Technical skills", "TS", TEXTS[1][..6].to_vec())
        + &list("Employability skills and behaviours", "ESB", TEXTS[1][6..].to_vec())
}

#[test]
fn foundation_apprenticeships_are_standards_too() {
    let [old, new] = [foundation(&[0, 1, 2, 3, 4]), foundation(&[0, 2, 3, 4])];
    let moved = |name: &str, text: &str| {
        let moved = migrated(&old, &new, name, text.as_bytes());
        String::from_utf8(moved.content).expect("text")
    };
    let text = "KSBs: TK1, TS2\n\nThe learner shows ESB2 and TK4 at the pier (TK3-TK5), at gate TK4.\n";
    let expected = "KSBs: TK1, TS2\n\nThe learner shows ESB2 and TK3 at the pier (TK2-TK4), at gate TK4.\n";
    assert_eq!(moved("a.txt", text), expected);
    // Whatever the headers call the lists.
    for heads in ["TK,TS,ESB", "Knowledge,Skills,Behaviours", "Technical knowledge,Technical skills,ESBs"] {
        let text = |cell: &str| format!("Week,{heads}\n1,\"{cell}\",\"1, 2\",3\n2,,4,\"1, 6\"\n");
        assert_eq!(moved("a.csv", &text("1, 3 & 5")), text("1, 2 & 4"), "{heads}");
    }
}
