//! Whatever the text, no reader panics, and every place that it returns lies in the file.

use proptest::prelude::*;

use crate::model::{Document, Field, Format, Kind, List, Standard};
use crate::read::{Reading, read};
use crate::source::{Source, SourceId, Span, Text};

const FORMATS: [Format; 4] =
    [Format::StandardPageText, Format::MapPageText, Format::OccupationPageText, Format::RetiredPageText];

const PAGES: [&str; 4] = [
    "Dyer\nKey information\n\n  1. Reference: ST9901\n  2. Level: 3\nRegulated occupation: No\n\nOccupation summary\n\n\
     Found\u{a0}in dye houses.\nand mills.\n\nTypical job titles include:\n• Dyer\n\nOccupation duties\nDuty KSBs\n\
     Duty 1 Mix “dyes”.\n\nK1, K2\u{a0}X9\nS1\n\nDuty 2: Rinse\nit.\tK2\tB1\n\nKnowledge\nK1: Dyes. Back to Duty\n\
     K2a Water\nand salts. Back to Duty\nS1 – Mix.\nB1:\nCrown copyright\nx",
    "Apprenticeship\nhome Crafts\nDyer\nDyer\nCrafts\nLevel 3 - Technical\nMixes dyes.\nReference: OCC9901\nStatus:\n\
     SOC 2020 sub unit groups:\n  • 9999/99 Dyers\nTechnical Education Products\nST9901:\nDyer\n(Level 3)\nApproved\n\
     Employers involved in creating the standard:\nÉ Ltd, B Ltd.\nSummary\nOne.\nKeywords: é, b\nK1: Dyes.\nDuties\n\
     Duty D1\n\nMix.\nOccupational Progression\nx",
    "Level 3 -\nMixes.\nReference: OCC9901\nStatus:\nSOC 2020 sub unit groups:\nÉ Ltd, B Ltd\nOne.\ntwo\nÉ Ltd, B Ltd\n\
     Mix.\nK1: é.\nThis occupational progression map shows",
    "This apprenticeship has been retired\nMixes.\nOccupational profile\nOne\ntwo.\n4\nTypically 24 months\nAfter x years\n\
     BEHAVIOURS: kind\nSkills: a | b |\n---|\nDyes\nand\n|\n|\n• é\n|\nWater\n|\n(1) x\n(2)\nCrown copyright",
];

/// Every text of a list.
fn texts<'a, 's>(list: &'a Field<List<Text<'s>>>) -> impl Iterator<Item = &'a Text<'s>> {
    list.items().iter()
}

/// Every text that a page reader can put into a standard.
fn all_texts<'a, 's>(standard: &'a Standard<'s>) -> Vec<&'a Text<'s>> {
    let facts = &standard.facts;
    let single = [
        &facts.reference,
        &facts.occupation,
        &facts.version,
        &facts.status,
        &facts.title,
        &facts.route,
        &facts.soc.unit_group,
        &facts.salary,
        &facts.dates.updated,
        &facts.overview,
    ];
    let mut all: Vec<&Text> = single.into_iter().filter_map(Field::stated).collect();
    all.extend(
        texts(&standard.summary).chain(texts(&standard.keywords)).chain(texts(&facts.soc.sub_unit_groups)),
    );
    all.extend(standard.banners.iter().chain(standard.employers.iter().flat_map(|list| &list.items)));
    all.extend(standard.typical_job_titles.items().iter().map(|title| &title.name));
    all.extend(
        standard.profile.iter().flat_map(|section| section.paragraphs.iter().chain([&section.heading])),
    );
    all.extend(standard.duties.items().iter().map(|duty| &duty.text));
    all.extend(standard.statements.items().iter().map(|statement| &statement.text));
    for product in &standard.products {
        all.extend(
            [&product.reference, &product.title, &product.status].into_iter().filter_map(Field::stated),
        );
    }
    all
}

/// Every other place that a standard points to.
fn all_spans(standard: &Standard<'_>) -> Vec<Span> {
    let mut all = vec![standard.start];
    all.extend(standard.facts.level.stated().map(|level| level.span));
    all.extend(standard.facts.status.empty());
    all.extend(standard.duties.stated().map(|list| list.heading));
    all.extend(standard.statements.stated().map(|list| list.heading));
    for duty in standard.duties.items() {
        all.push(duty.span);
        all.extend(duty.code.iter().chain(duty.codes()).map(|code| code.span));
    }
    all.extend(standard.statements.items().iter().map(|statement| statement.code.span));
    all
}

/// Reads the text as every kind of page and checks each place.
fn check(text: &str) {
    let source = Source::new(SourceId(0), "x", text);
    let slice = |span: Span| source.text().get(span.range()).expect("a span lies in the file, on characters");
    super::detect::format(text);
    for format in FORMATS {
        let Reading { document, diagnostics, .. } = read(&source, Some(format));
        let Some(Document::Standard(standard)) = document else { panic!("a standard") };
        for text in all_texts(&standard) {
            let stands = slice(text.span());
            let is_joined = text.as_str() != stands;
            assert!(!is_joined || stands.contains(['\n', '\r']), "{stands:?} became {:?}", text.as_str());
            assert_eq!(text.as_str(), text.trim());
            for (at, c) in text.char_indices() {
                let found = slice(text.span_of(at..at + c.len_utf8()));
                assert!(
                    found.starts_with(c) || (c == ' ' && found.trim().is_empty()),
                    "{c:?} stands for {found:?}"
                );
            }
        }
        for span in all_spans(&standard) {
            slice(span);
        }
        for label in diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
            slice(label.span);
        }
        let mut notes: Vec<_> = diagnostics.iter().map(|found| (found.rule, &found.message)).collect();
        notes.dedup();
        assert_eq!(notes.len(), diagnostics.len(), "nothing is said twice");
    }
}

#[test]
fn the_pages_below_are_read() {
    PAGES.into_iter().for_each(check);
    for (page, format) in PAGES.into_iter().zip(FORMATS) {
        assert_eq!(super::detect::format(page), Some(format));
    }
}

/// The standard that a text is read as, and the rules and subjects of the findings about it.
fn read_page(source: &Source, format: Format) -> (Standard<'_>, Vec<(&'static str, String)>) {
    let Reading { document, diagnostics, .. } = read(source, Some(format));
    let Some(Document::Standard(standard)) = document else { panic!("a standard") };
    (*standard, diagnostics.into_iter().map(|found| (found.rule, found.subject)).collect())
}

fn standard_page(text: &str) -> Source {
    Source::new(SourceId(0), "x", text)
}

#[test]
fn values_may_stand_below_their_labels() {
    let source = standard_page(
        "Menu\nDyer\nKey information\nReference:\nOCC9901\nLevel:\n3\nRegulated occupation:\nMaybe\nRoute:\n\
         This is not the latest approved version of it.\nKSBs\nK1\n: Dyes.\nDuties\nDuty 1\nMix.\nK1",
    );
    let (standard, said) = read_page(&source, Format::StandardPageText);
    let facts = &standard.facts;
    assert_eq!(facts.title.stated().map(Text::as_str), Some("Dyer"));
    assert_eq!(facts.occupation.stated().map(Text::as_str), Some("OCC9901"));
    assert_eq!(facts.level.stated().map(|level| level.value), Some(3));
    assert!(matches!(facts.regulated, Field::Unreadable(span) if source.slice(span) == "Maybe"));
    assert_eq!(facts.route.empty().map(|span| source.slice(span)), Some("Route:"));
    assert_eq!((standard.banners.len(), standard.statements.items()[0].text.as_str()), (1, "Dyes."));
    assert_eq!(said, [("unread-content", "regulated occupation".to_owned())]);
}

#[test]
fn a_page_that_lists_a_kind_it_does_not_have_is_cut() {
    let page = "Duties\nDuty 1 Mix.\nK1 S1\nKSBs\nKnowledge\nK1: Dyes. Back to Duty";
    let (_, said) = read_page(&standard_page(page), Format::StandardPageText);
    assert_eq!(said, [("truncated-page", "statements".to_owned())]);
    let whole = format!("{page}\nCrown copyright");
    assert_eq!(read_page(&standard_page(&whole), Format::StandardPageText).1, []);
}

#[test]
fn a_kind_with_a_heading_alone_is_empty() {
    let source = standard_page("Duties\nDuty 1 Mix.\nK1\nKnowledge\nK1: Dyes.\nBehaviours\nCrown copyright");
    let (standard, said) = read_page(&source, Format::StandardPageText);
    assert_eq!((standard.empty_kinds, said), (vec![Kind::Behaviour], vec![]));
}

#[test]
fn a_page_that_lost_its_head_has_no_title() {
    let source = standard_page("and mills.\nOccupation duties\nDuty 1 Mix.\nK1\nK1: Dyes.");
    let (standard, said) = read_page(&source, Format::StandardPageText);
    assert!(standard.facts.title.is_missing() && standard.facts.overview.stated().is_none());
    assert_eq!(said, [("unread-content", "head".to_owned())]);
}

/// A change of one line of a page.
#[derive(Clone, Debug)]
enum Change {
    Drop(usize),
    Double(usize),
    Swap(usize, usize),
    Blank(usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        any::<usize>().prop_map(Change::Drop),
        any::<usize>().prop_map(Change::Double),
        any::<(usize, usize)>().prop_map(|(a, b)| Change::Swap(a, b)),
        any::<usize>().prop_map(Change::Blank),
    ]
}

/// The page after the changes.
fn changed(page: &str, changes: &[Change], end: &str) -> String {
    let mut lines: Vec<&str> = page.lines().collect();
    for change in changes {
        let len = lines.len().max(1);
        match change {
            Change::Drop(at) if !lines.is_empty() => drop(lines.remove(at % len)),
            Change::Double(at) if !lines.is_empty() => lines.insert(at % len, lines[at % len]),
            Change::Swap(a, b) if !lines.is_empty() => lines.swap(a % len, b % len),
            Change::Blank(at) => lines.insert(at % len, "\u{a0}\t"),
            _ => (),
        }
    }
    lines.join(end)
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC*|([A-Za-z0-9:.,|()•\u{a0}é \t\r\n-]{0,80})") {
        check(&text);
    }

    #[test]
    fn any_lines_of_pages_are_read(
        words in prop::collection::vec(
            prop::sample::select(vec!["Duty 1", "Duty D1", "K1", "S1:", "B1 b.", "|", "---|", "(1)", "•", "Level 4", "\n",
                "\n\n", "\r\n", "\t", " ", ", ", "É Ltd", "Keywords:", "KSBs", "Skills", "Status:", "ST9901:", "after 3 years",
                "Back to Duty", "Duties", "Summary", ": ", "– ", "£", "9999999999999999999999", "and"]), 0..60)
    ) {
        check(&words.concat());
    }

    #[test]
    fn a_changed_page_is_read(
        page in prop::sample::select(PAGES.to_vec()),
        changes in prop::collection::vec(change(), 0..6),
        end in prop::sample::select(vec!["\n", "\r\n", "\n\n", "\r"]),
        cut in any::<prop::sample::Index>(),
    ) {
        let text = changed(page, &changes, end);
        let len = text.floor_char_boundary(cut.index(text.len() + 1));
        check(&text[..len]);
        check(&text[len..]);
    }
}
