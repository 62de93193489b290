//! The changes that are planted in the versions of the samples, and edits that are made up here: it is known what
//! became what.

mod versions;

use std::collections::{BTreeMap, BTreeSet};

use ksb::diff::{Band, Category, Choices, Comparison, FactField, UserPairs, compare};
use ksb::model::FactId;
use serde_json::Value;
use versions::{Dice, LISTS, PAIRS, document, renumber, sample, source, with};

/// `K10 → K9, K10`, `K6 →`, `→ S3`: all pairings except those with the same text and code.
fn told(comparison: &Comparison<'_>) -> BTreeSet<String> {
    let codes = |items: &[usize], old: bool| -> String {
        let side = if old { &comparison.old } else { &comparison.new };
        items.iter().map(|&item| side.items[item].subject()).collect::<Vec<_>>().join(", ")
    };
    let pairs = comparison.pairs.iter().filter(|pair| pair.facets.words || pair.is_group());
    let mut told: BTreeSet<String> =
        pairs.map(|pair| format!("{} → {}", codes(&pair.old, true), codes(&pair.new, false))).collect();
    for one in &comparison.unpaired {
        let subject = comparison.item(one.item).subject();
        told.insert(match one.item {
            ksb::diff::ItemRef::Old(_) => format!("{subject} →"),
            ksb::diff::ItemRef::New(_) => format!("→ {subject}"),
        });
    }
    told
}

/// The changes of some ids, as `id subject`.
fn changes(comparison: &Comparison<'_>, wanted: &[&str]) -> BTreeSet<String> {
    let subject = |items: &[usize], new: bool| {
        let side = if new { &comparison.new } else { &comparison.old };
        items.iter().map(|&item| side.items[item].subject()).collect::<Vec<_>>().join(" ")
    };
    let changes =
        comparison.changes.iter().filter(|change| wanted.iter().any(|id| change.id.name().ends_with(id)));
    changes.map(|change| format!("{} {}", change.id, subject(&change.new, true))).collect()
}

fn set(lines: &[&str]) -> BTreeSet<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

const WORDING: [&str; 7] = [
    "reworded",
    "editorial",
    "extended",
    "narrowed",
    "obligation-changed",
    "number-changed",
    "legislation-changed",
];
const MAPPING: [&str; 2] = ["mapping-added", "mapping-removed"];

#[test]
fn planted_pairs_are_found_exactly() {
    let planted: [&[&str]; 3] = [
        &["K6 →", "→ S3", "K4 → K4", "S5 → S6", "S7 → S8", "S10 → S11", "K10 → K9, K10", "K12, K13 → K12"],
        &["S2 →", "→ S17", "K3 → K3", "S16 → S14", "S11 → S9", "K10 → K10", "K15 → K15, K16", "S8, S9 → S7"],
        &["K12 →", "→ K20", "K6 → K6", "S18 → S18", "S7 → S7", "S5 → S5", "S16 → S15, S16", "S14, S15 → S14"],
    ];
    for (name, planted) in PAIRS.into_iter().zip(planted) {
        let (old, new) = (sample(&format!("{name}-1.0")), sample(&format!("{name}-1.1")));
        with(&old, &new, |comparison| {
            assert_eq!(told(comparison), set(planted), "{name}");
            assert!(comparison.pairs.iter().all(|pair| pair.band > Band::Check));
            assert!(comparison.pairs.iter().all(|pair| !pair.facets.moved));
            assert_eq!(comparison.overall.category, Some(Category::Revision));
        });
    }
}

#[test]
fn planted_changes_have_their_ids() {
    let planted: [&[&str]; 3] = [
        &[
            "knowledge-reworded-editorial K4",
            "skill-scope-extended S6",
            "skill-obligation-changed S8",
            "skill-number-changed S11",
            "mapping-added D2 K6",
            "mapping-removed D8 S2",
        ],
        &[
            "knowledge-reworded-editorial K3",
            "skill-scope-extended S14",
            "skill-obligation-changed S9",
            "knowledge-legislation-changed K10",
            "mapping-added D4 K17",
            "mapping-removed D6 K2",
        ],
        &[
            "knowledge-reworded-editorial K6",
            "skill-scope-extended S18",
            "skill-obligation-changed S7",
            "skill-number-changed S5",
            "mapping-added D8 S11",
            "mapping-removed D10 K3",
        ],
    ];
    for (name, planted) in PAIRS.into_iter().zip(planted) {
        let (old, new) = (sample(&format!("{name}-1.0")), sample(&format!("{name}-1.1")));
        with(&old, &new, |comparison| {
            assert_eq!(changes(comparison, &[&WORDING[..], &MAPPING[..]].concat()), set(planted), "{name}");
        });
    }
}

#[test]
fn facts_and_ranges_are_those_of_the_list_of_samples() {
    let (old, new) = (sample("canal-lock-keeper-1.0"), sample("canal-lock-keeper-1.1"));
    with(&old, &new, |comparison| {
        let value = |field: FactField| {
            let fact = comparison.facts.iter().find(|fact| fact.field == field).expect("a fact");
            [&fact.old, &fact.new].map(|stated| stated.as_ref().map(|stated| stated.value.clone()))
        };
        let both = |old: &str, new: &str| [Some(old.to_owned()), Some(new.to_owned())];
        assert_eq!(value(FactField::Value(FactId::Duration)), both("12 months", "14 months"));
        assert_eq!(value(FactField::Value(FactId::MaxFunding)), both("£5,000", "£6,000"));
        assert_eq!(value(FactField::Value(FactId::LatestStart)), [Some("2024-08-31".to_owned()), None]);
        let ranges = comparison.renumbering.iter();
        let shown: Vec<String> = ranges
            .map(|one| format!("{}–{} → {}–{} ({:+})", one.old.0, one.old.1, one.new.0, one.new.1, one.shift))
            .collect();
        assert_eq!(shown, ["K7–K9 → K6–K8 (-1)", "K14–K20 → K13–K19 (-1)", "S3–S18 → S4–S19 (+1)"]);
    });
}

#[test]
fn a_reviewer_has_the_last_word() {
    let (old, new) = (source(&sample("canal-lock-keeper-1.0")), source(&sample("canal-lock-keeper-1.1")));
    let (old, new) = (document(&old), document(&new));
    let user_pairs = UserPairs::parse(&["K6=K6", "S1=S2"], &["S5=S6", "K12=K12"]).expect("four pairs");
    let comparison =
        compare(&old, &new, &Choices { user_pairs, ..Choices::default() }).expect("a comparison");
    let told = told(&comparison);
    for line in ["K6 → K6", "S1 → S2", "S5 →", "→ S6", "K13 → K12"] {
        assert!(told.contains(line), "{line} is not in {told:?}");
    }
    let wrong = |pair: &str| {
        let user_pairs = UserPairs::parse(&[pair], &[]).expect("a pairing");
        compare(&old, &new, &Choices { user_pairs, ..Choices::default() })
            .expect_err("a wrong pairing")
            .to_string()
    };
    assert_eq!(wrong("K99=K1"), "the old document has no K99");
    assert_eq!(wrong("K1=S99"), "the new document has no S99");
    assert_eq!(wrong("K1=D1"), "K1=D1 pairs a duty with a statement");
    let user_pairs = UserPairs::parse(&["K1=K1", "K2=K2", "K1=K2"], &[]).expect("pairings");
    let tangle = Choices { user_pairs, ..Choices::default() };
    let error = compare(&old, &new, &tangle).expect_err("two old and two new ones").to_string();
    assert!(error.starts_with("K1=K2 puts several"), "{error}");
}

#[test]
fn a_guid_outweighs_the_words() {
    let old = sample("canal-lock-keeper-1.0");
    let (mut old, mut new) = (old.clone(), old);
    let guid = |n: usize| Value::from(format!("00000000-0000-4000-8000-{n:012}"));
    for n in 0..20 {
        old["knowledge"][n]["id"] = guid(n);
        new["knowledge"][n]["id"] = guid(n);
    }
    new["knowledge"][3]["text"] = "Something else altogether.".into();
    with(&old, &new, |comparison| {
        let pair = comparison.pairs.iter().find(|pair| pair.facets.words).expect("one pair differs");
        assert_eq!(
            (pair.paired_by.name(), comparison.old.items[pair.old[0]].subject()),
            ("id", "K4".to_owned())
        );
        assert!(comparison.unpaired.is_empty());
    });
}

#[test]
fn a_guid_outweighs_the_kind_but_not_if_it_stands_twice() {
    let old = sample("canal-lock-keeper-1.0");
    let (mut old, mut new) = (old.clone(), old);
    old["knowledge"][5]["id"] = "a".into();
    new["knowledge"].as_array_mut().expect("knowledge").remove(5);
    let moved = serde_json::json!({ "code": "S19", "text": "Something else altogether.", "id": "A" });
    new["skills"].as_array_mut().expect("skills").push(moved);
    let by_id = |old: &Value, new: &Value| {
        with(old, new, |comparison| {
            comparison.pairs.iter().filter(|pair| pair.paired_by.name() == "id").count()
        })
    };
    with(&old, &new, |comparison| {
        assert_eq!(changes(comparison, &["kind-changed"]), set(&["kind-changed S19"]));
    });
    assert_eq!(by_id(&old, &new), 1);
    old["skills"][0]["id"] = "a".into();
    assert_eq!(by_id(&old, &new), 0);
}

#[test]
fn a_statement_may_change_its_kind() {
    let old = sample("orchard-technician-1.0");
    let mut new = old.clone();
    let mut moved = new["skills"].as_array_mut().expect("skills").remove(4);
    moved["code"] = "K20".into();
    new["knowledge"].as_array_mut().expect("knowledge").push(moved);
    with(&old, &new, |comparison| {
        assert_eq!(changes(comparison, &["kind-changed"]), set(&["kind-changed K20"]));
        assert!(comparison.unpaired.is_empty());
    });
}

/// One made-up edit of a text that leaves it the same statement.
fn edited(text: &str, dice: &mut Dice) -> String {
    const TAILS: [&str; 4] = [
        " and support others to do the same",
        ", including digital considerations",
        " in own workplace",
        " and record the outcome",
    ];
    const LEADS: [&str; 3] = ["The principles of ", "The importance of ", "Take responsibility for "];
    let text = text.trim_end_matches('.');
    let mut words: Vec<&str> = text.split(' ').collect();
    match dice.below(4) {
        0 => format!("{text}{}.", TAILS[dice.below(TAILS.len())]),
        1 if words.len() > 5 => {
            words.drain(words.len() - words.len() / 3..);
            format!("{}.", words.join(" "))
        }
        2 if words.len() > 5 => {
            words.remove(dice.below(words.len()));
            words.remove(dice.below(words.len()));
            format!("{}.", words.join(" "))
        }
        _ => format!("{}{}{}.", LEADS[dice.below(LEADS.len())], text[..1].to_lowercase(), &text[1..]),
    }
}

/// A made-up version: of ten statements, two are removed, two are edited and one moves; some come from elsewhere. It
/// comes with the truth: which text became which.
fn made_up(old: &Value, strangers: &Value, dice: &mut Dice) -> (Value, BTreeMap<String, String>) {
    let (mut new, mut truth) = (old.clone(), BTreeMap::new());
    for list in LISTS {
        let mut texts: Vec<String> = Vec::new();
        for statement in old[list].as_array().expect("statements") {
            let text = statement["text"].as_str().expect("a text");
            let now = match dice.below(10) {
                0 | 1 => continue,
                2 | 3 => edited(text, dice),
                _ => text.to_owned(),
            };
            truth.insert(text.to_owned(), now.clone());
            let place = if dice.below(10) == 0 { dice.below(texts.len()) } else { texts.len() };
            texts.insert(place, now);
        }
        for stranger in strangers[list].as_array().expect("statements") {
            if dice.below(5) == 0 {
                texts.insert(dice.below(texts.len()), stranger["text"].as_str().expect("a text").to_owned());
            }
        }
        let code = |text: String| serde_json::json!({ "code": "", "text": text });
        new[list] = texts.into_iter().map(code).collect();
        for (place, statement) in new[list].as_array_mut().expect("statements").iter_mut().enumerate() {
            statement["code"] = format!("{}{}", list[..1].to_uppercase(), place + 1).into();
        }
    }
    new["duties"] = Value::Array(Vec::new());
    (new, truth)
}

#[test]
fn made_up_edits_are_followed() {
    let (mut right, mut wrong, mut missed) = (0_u32, 0_u32, 0_u32);
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let at = dice.below(PAIRS.len());
        let old = sample(&format!("{}-1.0", PAIRS[at]));
        let strangers = sample(&format!("{}-1.0", PAIRS[(at + 1) % PAIRS.len()]));
        let (new, truth) = made_up(&old, &strangers, &mut dice);
        with(&old, &new, |comparison| {
            let mut found: BTreeSet<(&str, &str)> = BTreeSet::new();
            for pair in comparison.pairs.iter().filter(|pair| pair.section.kind().is_some()) {
                let news = pair.new.iter().map(|&j| comparison.new.items[j].text);
                let both = news.flat_map(|new| pair.old.iter().map(move |&i| (i, new)));
                found.extend(both.map(|(i, new)| (comparison.old.items[i].text, new)));
            }
            for (old, new) in &found {
                let fits = truth.get(*old).is_some_and(|now| now == new);
                if fits { right += 1 } else { wrong += 1 }
            }
            missed += truth
                .iter()
                .filter(|(old, new)| !found.contains(&(old.as_str(), new.as_str())))
                .map(|_| 1)
                .sum::<u32>();
        });
    }
    let ratio = |part: u32, whole: u32| f64::from(part) / f64::from(whole);
    let (precision, recall) = (ratio(right, right + wrong), ratio(right, right + missed));
    assert!(right > 1500, "only {right} pairs were made up");
    assert!(precision >= 0.995 && recall >= 0.99, "precision {precision:.4}, recall {recall:.4}");
}

#[test]
fn made_up_edits_are_followed_back() {
    for seed in 100..130 {
        let mut dice = Dice::new(seed);
        let old = sample(&format!("{}-1.0", PAIRS[dice.below(PAIRS.len())]));
        let (new, _) = made_up(&old, &sample("clean"), &mut dice);
        let there: BTreeSet<_> = with(&old, &new, |comparison| {
            comparison.pairs.iter().map(|pair| (pair.old.clone(), pair.new.clone(), pair.band)).collect()
        });
        let back: BTreeSet<_> = with(&new, &old, |comparison| {
            comparison.pairs.iter().map(|pair| (pair.new.clone(), pair.old.clone(), pair.band)).collect()
        });
        assert_eq!(there, back, "seed {seed}");
    }
}

#[test]
fn renumbering_carries_the_mapping_along() {
    let old = sample("clean");
    let mut new = old.clone();
    renumber(&mut new, 11);
    with(&old, &new, |comparison| {
        assert!(comparison.mapping.cells.iter().all(|cell| cell.state == ksb::diff::CellState::Kept));
        assert!(!comparison.mapping.cells.is_empty());
    });
}
