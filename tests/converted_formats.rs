//! Whatever a document states, it states in every format that it is written in. Tried on the samples, the real
//! documents, and made-up ones with texts that look like something else.
#![allow(clippy::disallowed_methods, reason = "these tests read the samples")]

mod common;
mod laws;

use std::fs;
use std::path::Path;

use ksb::read::{Parts, parts, read};
use ksb::source::{Source, SourceId};
use laws::writing::comes_back;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Tries the law on each document in a file, and returns how many there are.
fn try_on(bytes: &[u8]) -> usize {
    let Ok(text) = String::from_utf8(bytes.to_vec()) else { return 0 };
    let documents = match parts(Source::new(SourceId(0), "test", text)) {
        Parts::One(source) => vec![source],
        Parts::Several { documents, .. } => documents,
    };
    let read = documents.iter().filter_map(|source| Some((read(source, None).document?, source)));
    read.map(|(document, source)| comes_back(&document, source)).count()
}

#[test]
fn the_samples_come_back() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut count = 0;
    for folder in ["", "api", "broken", "drafts", "pages"] {
        for entry in fs::read_dir(samples.join(folder)).expect("the samples") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                count += try_on(&fs::read(path).expect("a sample"));
            }
        }
    }
    assert!(count >= 30, "only {count} documents");
}

#[test]
fn real_documents_come_back() {
    for path in [
        "seeds/000_2e3148cc4658204c.txt",
        "seeds/001_05d0345a68011117.txt",
        "seeds/002_8b1d144d8e116444.txt",
        "seeds/003_e2b5f374b6061d05.txt",
        "seeds/004_e7c16463735ceb17.txt",
        "formats/occupation-page-occ0499-v1-2.html",
    ] {
        let Some(bytes) = common::shared(path) else { return };
        assert_eq!(try_on(&bytes), 1, "{path}");
    }
}

/// Texts that a reader may take for something else, or lose.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "Weld pipes.",
    "Weld\npipes.",
    "a\r\nb",
    " a ",
    "\u{a0}b",
    "K1: Weld.",
    "K1",
    "D2",
    "Duty 2 Sweep.",
    "Duties",
    "Knowledge",
    "Skills (S)",
    "Keywords: a, b",
    "Level: 4",
    "Status",
    "a, b",
    "a; b.",
    "• one",
    "- one",
    "1. one",
    "=1+1",
    "\"a\"",
    "\" \"",
    "| a | b |",
    "a|b",
    "# a",
    "**a**",
    "*a*",
    "<b>a</b>",
    "a & b",
    "&amp;",
    "`a`",
    "[a](b)",
    "![a](b)",
    "\\",
    "a\\",
    "\\*",
    "---",
    "***",
    "> a",
    "    a",
    "\ta\tb",
    "_x000D_",
    "\u{1}",
    "\u{feff}",
    "\u{2028}x",
    "None",
    "Not stated",
    "ST9901",
    "ST9901: Welder",
    "(Level 3)",
    "Crown copyright",
    "Version log",
    "About this file",
    "Occupation summary",
    "Contents",
    "Comment: no.",
    "Page 2",
    "a\n\n\nb",
    "a\tb",
    "Yes",
    "£4,000",
    "2024-02-30",
    "1 May 2024",
    "x back to Duty",
    "Type",
    "Type,Code,Text",
    "a\n# b\n- c\n1. d\n| e |",
    "<!-- a -->",
    "~~a~~",
    "a  \nb",
    "https://a.example/",
    "a_b_c",
    "$a$",
    "+ a",
    "a\u{301}",
    "🦀",
    "\"a\" \"b\"",
    "'a",
    "@a",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(TEXTS).prop_map(str::to_owned),
        1 => (select(TEXTS), select(TEXTS)).prop_map(|(one, other)| format!("{one} {other}")),
        1 => (select(TEXTS), select(TEXTS)).prop_map(|(one, other)| format!("{one}\n{other}")),
        1 => ".{0,12}",
    ]
}

fn codes() -> impl Strategy<Value = String> {
    select(&["K1", "K2", "S1", "B1", "TK1", "TS2", "ESB1", "K4.1", "K3a", "AK1", "D1", "K10"][..])
        .prop_map(str::to_owned)
}

/// A value for a key, if the document has it.
type Member = (&'static str, Option<Value>);

fn object(members: Vec<Member>) -> Value {
    let stated = members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(stated.collect::<Map<String, Value>>())
}

/// Objects whose members are texts, each of which may be missing.
fn objects(keys: &'static [&'static str]) -> impl Strategy<Value = Value> {
    vec(of(texts()), keys.len()).prop_map(|texts| {
        object(keys.iter().zip(texts).map(|(key, text)| (*key, text.map(Value::from))).collect())
    })
}

/// A list, if the document has it.
fn list(items: impl Strategy<Value = Value>) -> impl Strategy<Value = Option<Value>> {
    of(vec(items, 0..4).prop_map(Value::from))
}

fn statements() -> impl Strategy<Value = Option<Value>> {
    let statement = (codes(), texts(), of(texts()));
    list(statement.prop_map(|(code, text, id)| {
        object(vec![("code", Some(code.into())), ("text", Some(text.into())), ("id", id.map(Value::from))])
    }))
}

fn duties() -> impl Strategy<Value = Option<Value>> {
    let options = vec(texts(), 1..3).prop_map(Value::from);
    let ksbs = vec(codes(), 0..4).prop_map(Value::from);
    list((of(codes()), texts(), of(any::<bool>()), of(ksbs), of(options)).prop_map(
        |(code, text, core, ksbs, options)| {
            object(vec![
                ("code", code.map(Value::from)),
                ("text", Some(text.into())),
                ("core", core.map(Value::from)),
                ("ksbs", ksbs),
                ("options", options),
            ])
        },
    ))
}

const FACTS: [&str; 11] = [
    "reference",
    "occupation",
    "version",
    "status",
    "title",
    "route",
    "pathway",
    "cluster",
    "larsCode",
    "salary",
    "overview",
];

fn numbers() -> impl Strategy<Value = Option<Value>> {
    of(prop_oneof![
        Just(Value::Null),
        (0..50_000_i64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from)
    ])
}

fn facts() -> impl Strategy<Value = Vec<Member>> {
    let texts_of = vec(of(texts()), FACTS.len()).prop_map(|texts| {
        FACTS.into_iter().zip(texts).map(|(key, text)| (key, text.map(Value::from))).collect::<Vec<Member>>()
    });
    let dates = objects(&["created", "approved", "updated", "earliestStart", "latestStart", "latestEnd"]);
    let regulated = of(prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from)]);
    let soc = (of(texts()), list(texts().prop_map(Value::from))).prop_map(|(group, groups)| {
        object(vec![("unitGroup", group.map(Value::from)), ("subUnitGroups", groups)])
    });
    (texts_of, [numbers(), numbers(), numbers(), numbers()], regulated, dates, soc).prop_map(
        |(mut facts, [level, months, review, pounds], regulated, dates, soc)| {
            facts.extend([
                ("level", level),
                ("typicalDurationMonths", months),
                ("reviewAfterMonths", review),
                ("maxFunding", pounds),
                ("regulated", regulated),
                ("dates", Some(dates)),
                ("soc2020", Some(soc)),
            ]);
            facts
        },
    )
}

fn lists() -> impl Strategy<Value = Vec<Member>> {
    let names = || list(texts().prop_map(Value::from));
    let title = (texts(), of(any::<bool>())).prop_map(|(name, green)| match green {
        None => Value::from(name),
        Some(green) => json!({ "name": name, "green": green }),
    });
    let section = (texts(), vec(texts(), 0..3))
        .prop_map(|(heading, paragraphs)| json!({ "heading": heading, "paragraphs": paragraphs }));
    let product = (objects(&["reference", "title", "status"]), numbers()).prop_map(|(mut product, level)| {
        if let (Some(object), Some(level)) = (product.as_object_mut(), level) {
            object.insert("level".to_owned(), level);
        }
        product
    });
    let texts = [names(), names(), names(), names()];
    (texts, list(title), list(section), list(product), list(objects(&["code", "title"]))).prop_map(
        |([banners, summary, keywords, employers], titles, profile, products, options)| {
            vec![
                ("banners", banners),
                ("summary", summary),
                ("profile", profile),
                ("typicalJobTitles", titles),
                ("keywords", keywords),
                ("employers", employers),
                ("products", products),
                ("options", options),
            ]
        },
    )
}

fn standards() -> impl Strategy<Value = Value> {
    let kind =
        select(&["apprenticeship", "occupation", "foundation-apprenticeship", "apprenticeship-unit"][..]);
    let statements = [statements(), statements(), statements(), statements(), statements(), statements()];
    let log = list(objects(&["version", "detail", "earliestStart", "latestStart"]));
    let ignores = list(objects(&["rule", "subject", "pointer", "reason", "until"]));
    (kind, facts(), lists(), duties(), statements, log, ignores).prop_map(
        |(kind, facts, lists, duties, [k, s, b, tk, ts, esb], log, ignores)| {
            let mut members = vec![("kind", Some(Value::from(kind)))];
            members.extend(facts);
            members.extend(lists);
            members.extend([
                ("duties", duties),
                ("knowledge", k),
                ("skills", s),
                ("behaviours", b),
                ("technicalKnowledge", tk),
                ("technicalSkills", ts),
                ("employability", esb),
                ("versionLog", log),
                ("x-ksb-ignore", ignores),
            ]);
            object(members)
        },
    )
}

/// Levels: for no column, for one, and for an occupation with two.
const LEVELS: &[&[i64]] = &[&[], &[2], &[2, 3], &[4, 5], &[6, 7], &[9]];

fn maps() -> impl Strategy<Value = Value> {
    let levels = || select(LEVELS);
    let occupation = (texts(), levels(), any::<bool>(), vec(texts(), 0..3)).prop_map(
        |(title, levels, degree, options)| {
            json!({ "title": title, "levels": levels, "degree": degree, "options": options })
        },
    );
    let cluster = (texts(), levels(), of(texts()), of(texts()), vec(occupation, 0..3)).prop_map(
        |(name, levels, note, description, occupations)| {
            object(vec![
                ("name", Some(name.into())),
                ("levels", Some(json!(levels))),
                ("note", note.map(Value::from)),
                ("description", description.map(Value::from)),
                ("occupations", Some(occupations.into())),
            ])
        },
    );
    let pathway = (texts(), vec(cluster, 0..3))
        .prop_map(|(name, clusters)| json!({ "name": name, "clusters": clusters }));
    let texts_of = || vec(texts(), 0..3);
    (of(texts()), of(texts()), texts_of(), texts_of(), vec(pathway, 0..3)).prop_map(
        |(title, route, overview, legend, pathways)| {
            object(vec![
                ("kind", Some("occupational-map".into())),
                ("title", title.map(Value::from)),
                ("route", route.map(Value::from)),
                ("overview", Some(overview.into())),
                ("legend", Some(legend.into())),
                ("pathways", Some(pathways.into())),
            ])
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn made_up_standards_come_back(standard in standards()) {
        assert_eq!(try_on(standard.to_string().as_bytes()), 1);
    }

    #[test]
    fn made_up_maps_come_back(map in maps()) {
        assert_eq!(try_on(map.to_string().as_bytes()), 1);
    }
}
