//! The readers of text pages on the real pages: codes, lines and counts.
#![allow(clippy::disallowed_methods, reason = "these tests read the real documents")]

mod common;

use ksb::diagnostic::Diagnostic;
use ksb::model::{Document, Field, Format, Kind, Standard, StandardKind};
use ksb::read::read;
use ksb::source::{ColumnUnit, Source, SourceId, Span, Text};

const SEEDS: [(&str, Format); 5] = [
    ("seeds/000_2e3148cc4658204c.txt", Format::OccupationalMapText),
    ("seeds/001_05d0345a68011117.txt", Format::OccupationPageText),
    ("seeds/002_8b1d144d8e116444.txt", Format::RetiredPageText),
    ("seeds/003_e2b5f374b6061d05.txt", Format::MapPageText),
    ("seeds/004_e7c16463735ceb17.txt", Format::StandardPageText),
];

fn seed(number: usize) -> Option<String> {
    common::shared(SEEDS[number].0).map(|bytes| String::from_utf8(bytes).expect("seeds are UTF-8"))
}

/// The standard that the text is read as, with the findings about it.
fn standard(source: &Source, format: Format) -> (Standard<'_>, Vec<Diagnostic>) {
    let reading = read(source, Some(format));
    let Some(Document::Standard(standard)) = reading.document else { panic!("a standard") };
    (*standard, reading.diagnostics)
}

fn source(text: impl Into<String>) -> Source {
    Source::new(SourceId(0), "page.txt", text)
}

/// The first and the last line of a span.
fn lines(source: &Source, span: Span) -> (usize, usize) {
    let line = |offset| source.position(offset, ColumnUnit::CodePoints).line;
    (line(span.start as usize), line(span.end as usize))
}

fn counts(standard: &Standard<'_>) -> [usize; 3] {
    [Kind::Knowledge, Kind::Skill, Kind::Behaviour].map(|kind| standard.statements_of(kind).count())
}

#[test]
fn line_ends_and_blank_lines_change_nothing() {
    for (number, (_, format)) in SEEDS.into_iter().enumerate().skip(1) {
        let Some(text) = seed(number) else { return };
        let shown = |text: String| {
            let source = source(text);
            let (standard, diagnostics) = standard(&source, format);
            let texts: Vec<String> = standard.statements.items().iter().map(|s| s.text.to_string()).collect();
            let duties: Vec<String> = standard.duties.items().iter().map(|d| d.text.to_string()).collect();
            let summary: Vec<String> =
                standard.summary.items().iter().map(|text| text.as_str().to_owned()).collect();
            let profile: Vec<usize> =
                standard.profile.iter().map(|section| section.paragraphs.len()).collect();
            (texts, duties, summary, profile, diagnostics.len())
        };
        let plain = shown(text.clone());
        assert_eq!(plain, shown(text.replace('\n', "\r\n")), "{number}");
        assert_eq!(plain, shown(format!("\u{feff}{}\n\n", text.trim_end())), "{number}");
        assert_eq!(plain, shown(text.replace("\n\n", " \n\t\n\n\u{a0}")), "{number}");
    }
}

mod standard_page {
    use super::*;

    #[test]
    fn facts() {
        let Some(text) = seed(4) else { return };
        let source = source(text);
        let (standard, diagnostics) = standard(&source, Format::StandardPageText);
        assert_eq!(diagnostics, []);
        let facts = &standard.facts;
        assert_eq!(standard.kind, StandardKind::Apprenticeship);
        let reference = facts.reference.stated().expect("a reference");
        assert_eq!((reference.as_str(), lines(&source, reference.span())), ("ST0218", (3, 3)));
        assert_eq!(facts.dates.updated.stated().map(Text::as_str), Some("14/02/2024"));
        let level = facts.level.stated().expect("a level");
        assert_eq!((level.value, source.slice(level.span), lines(&source, level.span)), (2, "2", (5, 5)));
        assert_eq!(facts.route.stated().map(|route| lines(&source, route.span())), Some((6, 6)));
        assert_eq!(facts.regulated.stated().map(|regulated| regulated.value), Some(false));
        assert!(facts.title.is_missing());
        assert_eq!(standard.typical_job_titles.items().len(), 1);
        assert!(matches!(facts.status, Field::NotShown) && matches!(facts.version, Field::NotShown));
        assert!(matches!(facts.salary, Field::NotShown) && matches!(facts.soc.unit_group, Field::NotShown));
        assert!(matches!(standard.keywords, Field::NotShown) && standard.employers.is_empty());
        assert_eq!(lines(&source, standard.start), (1, 1));
    }

    #[test]
    fn summary() {
        let Some(text) = seed(4) else { return };
        let source = source(text);
        let (standard, _) = standard(&source, Format::StandardPageText);
        let summary = standard.summary.stated().expect("a summary");
        assert_eq!(lines(&source, summary.heading), (12, 12));
        let places: Vec<usize> = summary.items.iter().map(|text| lines(&source, text.span()).0).collect();
        assert_eq!(places, (14..=34).step_by(2).collect::<Vec<_>>());
        assert!(summary.items[0].contains('\u{a0}'));
        assert!(summary.items.iter().all(|text| text.as_str() == text.trim()));
    }

    #[test]
    fn duties() {
        let Some(text) = seed(4) else { return };
        let source = source(text);
        let (standard, _) = standard(&source, Format::StandardPageText);
        let duties = standard.duties.items();
        let expected = [
            (44, [4, 4, 2]),
            (52, [2, 2, 3]),
            (60, [0, 0, 2]),
            (66, [5, 5, 4]),
            (74, [2, 2, 3]),
            (82, [3, 3, 0]),
            (89, [4, 4, 3]),
            (97, [5, 6, 0]),
            (104, [5, 5, 3]),
            (112, [4, 3, 0]),
        ];
        assert_eq!(duties.len(), expected.len());
        for (index, (duty, (line, kinds))) in duties.iter().zip(expected).enumerate() {
            let code = duty.code.expect("a code");
            assert_eq!(code.value.to_string(), format!("D{}", index + 1));
            assert_eq!(source.slice(code.span), format!("Duty {}", index + 1));
            assert_eq!(lines(&source, duty.span), (line, line), "{}", code.value);
            assert!(source.slice(duty.span).starts_with("Duty ") && source.slice(duty.span).ends_with('.'));
            assert!(!duty.text.starts_with("Duty") && duty.mapping.stated().is_some());
            let listed = [Kind::Knowledge, Kind::Skill, Kind::Behaviour]
                .map(|kind| duty.codes().iter().filter(|c| c.value.prefix == kind.prefix()).count());
            assert_eq!(listed, kinds, "{}", code.value);
            for code in duty.codes() {
                assert_eq!(source.slice(code.span), code.value.to_string());
            }
        }
    }

    #[test]
    fn statements() {
        let Some(text) = seed(4) else { return };
        let source = source(text);
        let (standard, _) = standard(&source, Format::StandardPageText);
        assert_eq!(counts(&standard), [35, 35, 6]);
        for kind in [Kind::Knowledge, Kind::Skill, Kind::Behaviour] {
            for (index, statement) in standard.statements_of(kind).enumerate() {
                assert_eq!(
                    statement.code.value.to_string(),
                    format!("{}{}", kind.prefix().letters(), index + 1)
                );
                assert_eq!(source.slice(statement.code.span), statement.code.value.to_string());
                assert!(statement.text.ends_with('.') && !statement.text.contains("Back to"));
            }
        }
        assert_eq!(lines(&source, standard.statements.items()[0].text.span()).0, 121);
    }

    #[test]
    fn a_page_cut_in_the_middle_says_so() {
        let Some(text) = seed(4) else { return };
        let cut: Vec<&str> = text.lines().take(100).collect();
        let source = source(cut.join("\n"));
        let (standard, diagnostics) = standard(&source, Format::StandardPageText);
        assert_eq!((standard.duties.items().len(), standard.statements.is_missing()), (8, true));
        let rules: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
        assert_eq!(rules, ["truncated-page"]);
    }

    #[test]
    fn a_title_above_the_key_information_is_read() {
        let Some(text) = seed(4) else { return };
        let source = source(format!("home Somewhere\nDye house technician\n\n{text}"));
        let (standard, diagnostics) = standard(&source, Format::StandardPageText);
        let title = standard.facts.title.stated().expect("a title");
        assert_eq!((title.as_str(), diagnostics.len()), ("Dye house technician", 0));
    }
}

mod map_page {
    use super::*;

    #[test]
    fn facts() {
        let Some(text) = seed(3) else { return };
        let source = source(text);
        let (standard, diagnostics) = standard(&source, Format::MapPageText);
        assert_eq!(diagnostics, []);
        let facts = &standard.facts;
        let place = |text: Option<&Text<'_>>| text.map(|text| lines(&source, text.span()).0);
        assert_eq!(standard.kind, StandardKind::Occupation);
        assert_eq!(facts.occupation.stated().map(Text::as_str), Some("OCC0220"));
        assert_eq!(place(facts.title.stated()), Some(18));
        assert_eq!(place(facts.route.stated()), Some(22));
        assert_eq!(place(facts.overview.stated()), Some(26));
        assert_eq!(
            facts.level.stated().map(|level| (level.value, lines(&source, level.span).0)),
            Some((4, 24))
        );
        assert_eq!(place(facts.status.stated()), Some(30));
        assert!(facts.status.stated().is_some_and(|status| status.starts_with("assignment_turned_in")));
        assert_eq!(place(facts.salary.stated()), Some(32));
        assert!(facts.soc.unit_group.stated().is_some_and(|group| group.starts_with("3111 ")));
        let groups = facts.soc.sub_unit_groups.stated().expect("groups");
        assert_eq!((groups.items.len(), lines(&source, groups.heading).0), (1, 36));
        assert!(groups.items[0].starts_with("3111/99 "));
        assert!(matches!(facts.reference, Field::NotShown) && matches!(facts.version, Field::NotShown));
    }

    #[test]
    fn lists() {
        let Some(text) = seed(3) else { return };
        let source = source(text);
        let (standard, _) = standard(&source, Format::MapPageText);
        let places: Vec<_> =
            standard.employers.iter().map(|list| lines(&source, list.items[0].span()).0).collect();
        assert_eq!(places, [52, 88]);
        for list in &standard.employers {
            assert_eq!(list.items.len(), 21);
            assert!(list.items.iter().all(|name| !name.ends_with('.') && !name.contains(',')));
        }
        let summary: Vec<_> =
            standard.summary.items().iter().map(|text| lines(&source, text.span()).0).collect();
        assert_eq!(summary, (56..=84).step_by(2).collect::<Vec<_>>());
        assert_eq!(standard.keywords.items().len(), 5);
        assert_eq!(standard.typical_job_titles.items().len(), 1);
        let [product] = &standard.products[..] else { panic!("one product") };
        assert_eq!(product.reference.stated().map(Text::as_str), Some("ST0220"));
        assert_eq!(product.title.stated().map(|text| lines(&source, text.span()).0), Some(44));
        assert_eq!(
            product.level.stated().map(|level| (level.value, lines(&source, level.span).0)),
            Some((4, 46))
        );
        assert_eq!(product.status.stated().map(|text| lines(&source, text.span()).0), Some(48));
    }

    #[test]
    fn duties_and_statements() {
        let Some(text) = seed(3) else { return };
        let source = source(text);
        let (standard, _) = standard(&source, Format::MapPageText);
        assert_eq!(counts(&standard), [44, 44, 6]);
        let statements = standard.statements.stated().expect("statements");
        assert_eq!(lines(&source, statements.heading), (102, 102));
        assert_eq!(lines(&source, statements.items[93].text.span()), (199, 199));
        let duties = standard.duties.items();
        assert_eq!(duties.len(), 10);
        for (index, duty) in duties.iter().enumerate() {
            let line = 203 + 4 * index;
            assert_eq!(lines(&source, duty.span), (line, line + 2));
            assert_eq!(lines(&source, duty.text.span()), (line + 2, line + 2));
            assert_eq!(
                duty.code.map(|code| source.slice(code.span).to_owned()),
                Some(format!("D{}", index + 1))
            );
            assert!(matches!(duty.mapping, Field::NotShown));
        }
    }

    #[test]
    fn a_page_cut_in_its_statements_says_so() {
        let Some(text) = seed(3) else { return };
        let cut: Vec<&str> = text.lines().take(150).collect();
        let source = source(cut.join("\n"));
        let (standard, diagnostics) = standard(&source, Format::MapPageText);
        assert_eq!((counts(&standard), standard.duties.is_missing()), ([44, 2, 0], true));
        assert_eq!(diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>(), ["truncated-page"]);
    }
}

mod fragments {
    use super::*;

    #[test]
    fn facts() {
        let Some(text) = seed(1) else { return };
        let source = source(text);
        let (standard, diagnostics) = standard(&source, Format::OccupationPageText);
        assert_eq!(diagnostics, []);
        let facts = &standard.facts;
        assert_eq!(standard.kind, StandardKind::Occupation);
        assert_eq!(facts.level.stated().map(|level| (level.value, source.slice(level.span))), Some((6, "6")));
        assert_eq!(facts.overview.stated().map(|text| lines(&source, text.span())), Some((2, 2)));
        assert_eq!(facts.occupation.stated().map(Text::as_str), Some("OCC0413"));
        assert_eq!(
            facts.status.empty().map(|span| (source.slice(span), lines(&source, span).0)),
            Some(("Status:", 4))
        );
        assert_eq!(facts.soc.sub_unit_groups.empty().map(|span| lines(&source, span)), Some((5, 5)));
        assert!(facts.title.is_missing() && facts.soc.unit_group.is_missing());
    }

    #[test]
    fn prose() {
        let Some(text) = seed(1) else { return };
        let source = source(text);
        let (standard, _) = standard(&source, Format::OccupationPageText);
        let places: Vec<_> = standard
            .employers
            .iter()
            .map(|list| (lines(&source, list.heading).0, list.items.len()))
            .collect();
        assert_eq!(places, [(6, 17), (15, 17)]);
        let place = |span| lines(&source, span).0;
        let summary: Vec<_> = standard.summary.items().iter().map(|text| place(text.span())).collect();
        assert_eq!(summary, (7..=14).collect::<Vec<_>>());
        let duties: Vec<_> = standard.duties.items().iter().map(|duty| place(duty.span)).collect();
        assert_eq!(duties, (16..=25).collect::<Vec<_>>());
        let bare =
            |duty: &ksb::model::Duty<'_>| duty.code.is_none() && matches!(duty.mapping, Field::NotShown);
        assert!(standard.duties.items().iter().all(bare));
        assert!(standard.statements.is_missing());
    }

    #[test]
    fn without_its_second_list_of_employers_the_page_is_all_summary() {
        let Some(text) = seed(1) else { return };
        let once: Vec<&str> =
            text.lines().enumerate().filter(|(index, _)| *index != 14).map(|(_, line)| line).collect();
        let source = source(once.join("\n"));
        let (standard, diagnostics) = standard(&source, Format::OccupationPageText);
        assert_eq!((standard.summary.items().len(), standard.duties.is_missing()), (18, true));
        assert_eq!(diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>(), ["unread-content"]);
    }
}

mod retired {
    use super::*;

    #[test]
    fn facts() {
        let Some(text) = seed(2) else { return };
        let source = source(text);
        let (standard, diagnostics) = standard(&source, Format::RetiredPageText);
        assert_eq!(diagnostics, []);
        let facts = &standard.facts;
        let banners: Vec<_> = standard.banners.iter().map(|text| lines(&source, text.span())).collect();
        assert_eq!(banners, [(1, 1), (2, 2)]);
        assert_eq!(facts.overview.stated().map(|text| lines(&source, text.span())), Some((3, 3)));
        assert_eq!(
            facts.level.stated().map(|level| (level.value, lines(&source, level.span).0)),
            Some((4, 12))
        );
        assert_eq!(
            facts.typical_duration.stated().map(|months| (months.value, source.slice(months.span))),
            Some((24, "24"))
        );
        assert_eq!(
            facts.review_after.stated().map(|months| (months.value, lines(&source, months.span).0)),
            Some((36, 14))
        );
        assert!(facts.title.is_missing());
        assert!(matches!(facts.reference, Field::NotShown) && matches!(facts.status, Field::NotShown));
        assert!(matches!(standard.duties, Field::NotShown) && matches!(standard.statements, Field::NotShown));
        assert!(matches!(standard.summary, Field::NotShown));
    }

    #[test]
    fn profile() {
        let Some(text) = seed(2) else { return };
        let source = source(text);
        let (standard, _) = standard(&source, Format::RetiredPageText);
        let sections: Vec<_> = standard
            .profile
            .iter()
            .map(|section| (lines(&source, section.heading.span()), section.paragraphs.len()))
            .collect();
        let prose = [((4, 4), 1), ((6, 6), 5), ((15, 15), 1), ((16, 16), 1)];
        let themes = [
            ((18, 19), 0),
            ((24, 25), 0),
            ((29, 29), 0),
            ((33, 33), 0),
            ((37, 39), 0),
            ((43, 43), 0),
            ((47, 48), 0),
            ((52, 53), 0),
            ((57, 57), 2),
        ];
        let footnotes = (63..=69).map(|line| ((line, line), 1));
        let expected: Vec<_> = prose.into_iter().chain(themes).chain(footnotes).collect();
        assert_eq!(sections, expected);
        let leadership = &standard.profile[12];
        let bullets: Vec<_> =
            leadership.paragraphs.iter().map(|text| lines(&source, text.span()).0).collect();
        assert_eq!(bullets, [60, 61]);
        assert!(leadership.paragraphs.iter().all(|text| !text.starts_with('•')));
        assert!(standard.profile.iter().all(|section| !section.heading.contains(['|', '\n'])));
    }

    #[test]
    fn a_table_that_breaks_off_says_so() {
        let Some(text) = seed(2) else { return };
        let cut: Vec<&str> = text.lines().take(45).collect();
        let source = source(cut.join("\n"));
        let (standard, diagnostics) = standard(&source, Format::RetiredPageText);
        assert_eq!(standard.profile.len(), 10);
        assert_eq!(diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>(), ["truncated-page"]);
    }
}
