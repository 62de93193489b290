//! Duties and statements read from the lines of pages.

use super::*;
use crate::read::page::lines::lines;
use crate::read::page::sections;
use crate::source::{Source, SourceId};

fn read(text: &str) -> (Vec<String>, Vec<String>, usize) {
    let source = Source::new(SourceId(0), "x", text);
    let blocks = sections::blocks(&lines(&source));
    let mut notes = Notes::new(source.id());
    let duties = duties(&blocks, &Field::Missing, &mut Links::default(), &mut notes);
    let statements = statements(&blocks, &mut notes);
    let shown = |duty: &Duty| {
        let codes: Vec<String> = duty.codes().iter().map(|code| code.value.to_string()).collect();
        format!("{}|{}", duty.text.as_str(), codes.join(" "))
    };
    let said = |statement: &Statement| {
        format!("{:?} {}|{}", statement.kind, statement.code.value, statement.text.as_str())
    };
    let duties = duties.items().iter().map(shown).collect();
    (duties, statements.items().iter().map(said).collect(), notes.finish().len())
}

#[test]
fn duties_have_text_and_rows() {
    let page = "Duties\nDuty 1 Do\nit.\nK1 K2\n\nS1\nDuty D2\n\nDo more.\nAnd more.\n\nDuty 3 Rest.\tK3\tB1";
    let (duties, _, notes) = read(page);
    assert_eq!(duties, ["Do it.|K1 K2 S1", "Do more. And more.|", "Rest.|K3 B1"]);
    assert_eq!(notes, 0);
}

#[test]
fn what_fits_nowhere_is_noted_once_a_list() {
    let page = "Duties\nLost\nDuty 1 Do.\n\nK1 X1 S9\n\nLost too.\nAnd this.\nK1: Know.\n\nLost";
    let (duties, statements, notes) = read(page);
    assert_eq!((duties.len(), statements.len(), notes), (1, 1, 3));
}

#[test]
fn statements_leave_their_links_behind() {
    let page = "KSBs\nKnowledge\nK1: One.  Back to Duty\nK2 Two\nof two. Back to duty\nlost\nK3\n: Three.\nBack to Duty";
    let (_, statements, notes) = read(page);
    assert_eq!(statements, ["Knowledge K1|One.", "Knowledge K2|Two of two.", "Knowledge K3|Three."]);
    assert_eq!(notes, 1);
}

#[test]
fn a_statement_is_of_the_kind_of_its_heading_if_the_headings_are_there() {
    let (_, statements, _) = read("Knowledge\nK1: One.\nS1: Two.\nSkills\nS2: Three.\nB1: Four.");
    let kinds: Vec<&str> = statements.iter().filter_map(|text| text.split('|').next()).collect();
    assert_eq!(kinds, ["Knowledge K1", "Knowledge S1", "Skill S2", "Behaviour B1"]);
}

#[test]
fn an_empty_statement_comes_after_its_code() {
    let source = Source::new(SourceId(0), "x", "K1:\n\nK2: Two.");
    let blocks = sections::blocks(&lines(&source));
    let statements = statements(&blocks, &mut Notes::new(source.id()));
    let first = &statements.items()[0];
    assert_eq!((first.text.as_str(), first.text.span()), ("", Span::at(3)));
}

#[test]
fn a_list_after_all_duties_is_their_mapping() {
    let source = Source::new(SourceId(0), "x", "Duty 1 Do.\n\nDuty 2 Rest.\n\nDuty 1: K1, S1\nDuty 3\nK2\n");
    let blocks = sections::blocks(&lines(&source));
    let (mut links, mut notes) = (Links::default(), Notes::new(source.id()));
    let duties = duties(&blocks, &Field::Missing, &mut links, &mut notes);
    assert_eq!(duties.items().len(), 3);
    let linked: Vec<String> =
        links.marked.iter().map(|link| format!("{} {}", link.duty, link.statement.value)).collect();
    assert_eq!(linked, ["D1 K1", "D1 S1"]);
}
