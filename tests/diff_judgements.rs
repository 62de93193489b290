//! How changes are judged, each with a made-up pair, written as a draft of a standard.

#![allow(clippy::disallowed_methods, reason = "a test reads a sample")]

mod versions;

use ksb::diff::{Category, Choices, Comparison, ConsequenceId, Outcome, compare};
use ksb::model::Format;
use ksb::read::read;
use ksb::report::diff::{ComparedInput, DiffOptions, DiffReport, Relation};
use ksb::report::{Style, diff_html, diff_markdown, diff_terminal};
use ksb::source::{Source, SourceId};
use versions::with_sources;

fn source(text: &str) -> Source {
    Source::new(SourceId(0), "made.txt", text.to_owned())
}

/// Compares two drafts and hands the comparison to `look`.
fn compared<T>(old: &str, new: &str, look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    with_sources(&source(old), &source(new), look)
}

/// The changes as `category id`.
fn judged(comparison: &Comparison<'_>) -> Vec<String> {
    let changes = comparison.changes.iter().filter(|change| change.counts());
    changes.map(|change| format!("{} {}", change.proposal.category.name(), change.id)).collect()
}

/// The changes to a skill that is between two others.
fn of_skill(old: &str, new: &str) -> Vec<String> {
    let draft = |skill: &str| {
        format!("Skills\nS1: {skill}\nS2: Clear the towpath of branches.\nS3: Read a tide table.\n")
    };
    compared(&draft(old), &draft(new), judged)
}

#[test]
fn a_choice_or_an_obligation_is_never_a_correction() {
    for (old, new) in [
        ("Inspect gates or paddles.", "Inspect gates and paddles."),
        ("Inspect gates and paddles.", "Inspect gates or paddles."),
        ("Inspect gates, paddles and ropes.", "Inspect ropes, gates or paddles."),
    ] {
        assert_eq!(of_skill(old, new), ["adjustment skill-conjunction-changed"], "{old}");
    }
    let found = of_skill("Crews may inspect the gates.", "Crews must inspect the gates.");
    assert_eq!(found, ["revision skill-obligation-changed"]);
}

#[test]
fn mended_words_are_corrections() {
    for (old, new) in [
        ("Recieve boats at the lock.", "Receive boats at the lock."),
        ("Work in a boat-oriented way.", "Work in a boat oriented way."),
        ("Plan the life-cycle of a gate.", "Plan the lifecycle of a gate."),
        ("Stay calm whist mooring boats.", "Stay calm whilst mooring boats."),
        ("Organize the mooring of boats.", "Organise the mooring of boats."),
    ] {
        assert_eq!(of_skill(old, new), ["correction skill-reworded-editorial"], "{old}");
    }
}

#[test]
fn neither_a_dimension_nor_a_lead_changes_what_is_asked_for() {
    let found = of_skill("Draw the gates of a lock in 3D.", "Draw plans of the gates of a lock.");
    assert_eq!(found, ["adjustment skill-reworded"]);
    let found = of_skill("Be able to inspect the gates of a lock.", "Inspect the gates of a lock.");
    assert_eq!(found, ["correction skill-reworded-editorial"]);
}

const STATEMENTS: &str = "Knowledge
K1: How lock gates leak.
K2: The signs of erosion on a towpath.
K3: How to speak to crews.
Skills
S1: Measure the leakage of a gate.
S2: Write a report on a towpath.
S3: Work a lock with a crew.
";

#[test]
fn a_split_or_merged_duty_is_no_new_competence() {
    let one = format!(
        "Duties\nDuty 1: Inspect lock gates before each season and record the condition of the towpath.\nK1 K2 S1 S2\n\
         Duty 2: Help crews through the lock.\nK3 S3\n{STATEMENTS}"
    );
    let two = format!(
        "Duties\nDuty 1: Inspect lock gates before each season.\nK1 S1\nDuty 2: Record the condition of the towpath.\n\
         K2 S2\nDuty 3: Help crews through the lock.\nK3 S3\n{STATEMENTS}"
    );
    let told = |old: &str, new: &str| {
        compared(old, new, |comparison| {
            assert_eq!(comparison.overall.category, Some(Category::Adjustment));
            let is_new = |id| id == ConsequenceId::NewTeaching || id == ConsequenceId::EvidenceNoLongerMaps;
            assert!(!comparison.consequences.iter().any(|one| is_new(one.id)));
            assert!(comparison.unpaired.is_empty());
            judged(comparison)
        })
    };
    let codes = ["adjustment duty-renumbered", "adjustment code-reused"];
    assert_eq!(told(&one, &two), [&["adjustment duty-split"][..], &codes].concat());
    assert_eq!(told(&two, &one), [&["adjustment duty-merged"][..], &codes].concat());
}

#[test]
fn a_version_that_is_only_renumbered_is_an_adjustment() {
    let duties = "Duties\nDuty 1: Inspect lock gates.\nK1 K2 S1 S2\nDuty 2: Help crews.\nK3 S3\n";
    let old = format!("{duties}{STATEMENTS}");
    let renumbered: String = ["K", "S"].iter().fold(old.clone(), |text, kind| {
        (1..=3)
            .fold(text, |text, number| text.replace(&format!("{kind}{number}"), &format!("{kind}{number}0")))
    });
    compared(&old, &renumbered, |comparison| {
        assert_eq!(comparison.overall.category, Some(Category::Adjustment));
        let ids: Vec<ConsequenceId> = comparison.consequences.iter().map(|one| one.id).collect();
        assert_eq!(ids, [ConsequenceId::OnlyRenumbered, ConsequenceId::StaleReferences]);
    });
    let edited = renumbered.replace("How lock gates leak", "How gates of locks can leak at night");
    compared(&old, &edited, |comparison| {
        assert!(comparison.consequences.iter().all(|one| one.id != ConsequenceId::OnlyRenumbered));
    });
}

#[test]
fn a_duty_that_shows_no_number_is_not_renumbered() {
    let draft = |first: &str, second: &str| {
        format!("Duties\n{first} Inspect lock gates.\nK1 S1\n{second} Help crews.\nK3 S3\n{STATEMENTS}")
    };
    let (numbered, bare) = (draft("Duty 1:", "Duty 2:"), draft("-", "-"));
    for (old, new) in [(&numbered, &bare), (&bare, &numbered)] {
        compared(old, new, |comparison| {
            assert!(comparison.new.items.iter().chain(&comparison.old.items).any(|item| item.code.is_none()));
            assert_eq!(judged(comparison), [""; 0]);
            assert!(comparison.consequences.is_empty());
        });
    }
}

#[test]
fn small_words_and_signs_that_say_something_are_no_correction() {
    for (old, new) in [
        ("Take goods to the quay by barge.", "Take goods from the quay by barge."),
        ("Check own entries in the log.", "Check the entries of others in the log."),
    ] {
        assert_eq!(of_skill(old, new), ["adjustment skill-reworded"], "{old}");
    }
    let found = of_skill("Store the glue at 5 degrees.", "Store the glue at -5 degrees.");
    assert_eq!(found, ["revision skill-number-changed"]);
    let found = of_skill("Open gates with supervision.", "Open gates without supervision.");
    assert_eq!(found, ["revision skill-negation-changed"]);
}

#[test]
fn a_number_written_otherwise_is_the_same_number() {
    for (old, new) in [
        ("Lift loads of 1,000 kg with a crane.", "Lift loads of 1000 kg with a crane."),
        ("Work at heights over 2m on a gate.", "Work at heights over 2 m on a gate."),
        ("Grease the gates every 3 weeks.", "Grease the gates every three weeks."),
        ("Follow the Canal Safety Act (1999).", "Follow the Canal Safety Act 1999."),
    ] {
        assert_eq!(of_skill(old, new), ["correction skill-reworded-editorial"], "{old}");
    }
}

#[test]
fn what_was_not_read_is_not_the_same() {
    let note = "Skills\nInspect lock gates.\n";
    let source = source(note);
    let document = read(&source, Some(Format::DraftText)).document.expect("a draft");
    let comparison = compare(&document, &document, &Choices::default()).expect("two standards");
    for report in reports(&comparison) {
        assert!(report.to_lowercase().contains("nothing to compare"), "{report}");
    }
}

#[test]
fn the_most_serious_come_first_within_a_category() {
    let old =
        format!("{STATEMENTS}S4: Keep a log of the water levels.\nS5: Support the repair of paddles.\n");
    let new = "Knowledge\nK1: How lock gates leak.\nK2: The signs of erosion on a towpath.\nK3: How to speak to crews.\n\
               K4: The bylaws of anglers.\nSkills\nS1: Measure the leakage of a gate.\n\
               S2: Write a report on a towpath.\nS3: Work a lock with a crew.\nS4: Manage the repair of paddles.\n";
    compared(&old, new, |comparison| {
        let page = diff_html::render(&report(comparison));
        let at = |badge: &str| page.find(&format!("</span>{badge}</span>")).expect(badge);
        assert!([at("obligation changed"), at("removed"), at("added")].is_sorted());
        let causes = comparison.overall.causes.iter().map(|cause| cause.id.name());
        assert_eq!(
            causes.collect::<Vec<_>>(),
            ["skill-obligation-changed", "skill-removed", "knowledge-added"]
        );
    });
}

#[test]
fn what_stands_behind_a_cut_is_not_compared() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/pages/canal-lock-keeper-1.0.txt");
    let page = std::fs::read_to_string(path).expect("a sample");
    let inside = page.find("hypothermia").expect("a statement of the sample");
    let cut = &page[..inside];
    for (old, new) in [(page.as_str(), cut), (cut, page.as_str())] {
        compared(old, new, |comparison| {
            assert!(comparison.pairs.iter().all(|pair| pair.outcome == Outcome::Unchanged));
            assert!(comparison.unpaired.is_empty());
            assert_eq!(comparison.beyond_cut.iter().map(|one| one.count).collect::<Vec<_>>(), [12]);
            assert_eq!(comparison.overall.category, Some(Category::Info));
        });
    }
}

fn report<'c>(comparison: &'c Comparison<'c>) -> DiffReport<'c> {
    let input = ComparedInput { name: "made.txt", document: None, sha256: "0123456789abcdef" };
    DiffReport {
        comparison,
        old: input,
        new: input,
        tool_version: "0",
        options: DiffOptions::default(),
        relation: Relation::Changed,
    }
}

/// A report of a comparison, for a terminal with 80 columns and as Markdown.
fn reports(comparison: &Comparison<'_>) -> [String; 2] {
    let report = report(comparison);
    let style = Style { width: 80, colour: false, unicode: true, limit: 0 };
    [diff_terminal::render(&report, &style), diff_markdown::render(&report)]
}

#[test]
fn changes_of_the_mapping_say_which_code_is_which() {
    let old = format!(
        "Duties\nDuty 1: Inspect lock gates.\nK1 K2 S1\nDuty 2: Help crews.\nK1 K3 S2 S3\n\
         Duty 3: Count the boats of a season.\nK3 S1\n{STATEMENTS}"
    );
    let new = "Duties\nDuty 1: Inspect lock gates.\nK2 S1\nDuty 2: Help crews.\nK1 K3 K4 S2\n\
               Duty 3: Count the boats of a season.\nK4 S1 S2\n\
               Knowledge\nK1: The bylaws of the waterway.\nK2: How lock gates leak.\nK3: The signs of erosion on a towpath.\n\
               K4: How to speak to crews.\nSkills\nS1: Measure the leakage of a gate.\n\
               S2: Write a report on a towpath.\n";
    compared(&old, new, |comparison| {
        let ids: Vec<String> = judged(comparison).into_iter().filter(|id| id.contains("mapping")).collect();
        assert_eq!(
            ids,
            ["adjustment mapping-removed", "adjustment mapping-moved", "adjustment mapping-added"]
        );
        assert_eq!(comparison.mapping.moves.len(), 1);
        for report in reports(comparison) {
            for line in [
                "K3 (was K2): moved from D1 to D2",
                "D2: − K2 (was K1), + K1 (added), − old S3 (removed)",
                "D3: + S2",
            ] {
                assert!(report.contains(line), "{line}: {report}");
            }
            assert!(!report.contains("D1: "), "{report}");
        }
    });
}

#[test]
fn a_statement_of_another_kind_moved_nowhere() {
    let old = format!("{STATEMENTS}S4: Keep a log of the water levels of every pound.\n");
    let new = format!("{STATEMENTS}Behaviours\nB4: Keep a log of the water levels of every pound.\n");
    compared(&old, &new, |comparison| {
        for report in reports(comparison) {
            assert!(report.contains("S4 → B4") && !report.contains("+0"), "{report}");
        }
    });
}
