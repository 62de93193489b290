//! Pages for made-up documents with findings of every kind.

use super::render;
use crate::check::check;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::read::read;
use crate::report::Report;
use crate::source::{Source, SourceId, Sources, Span};

const DRAFT: &str = "ST9990 Kite maker\n\nDuties\n\nDuty 1 Make kites & <b>strings</b>. K1 S1\n\nKnowledge\n\n\
                     K1: The wind and the the clouds.\nK2: \u{202e}sdrawkcab\n\nSkills\n\nS1: Sew sails.\n";

fn source(id: u64, name: &str, text: &str) -> Source {
    Source::new(SourceId(id), name, text)
}

fn page(found: &[Diagnostic], sources: &Sources) -> String {
    let documents = sources.iter().count();
    render(&Report::new(found, sources, documents, documents), &|source| read(source, None).document, "0.0.0")
}

/// A finding about the first place of some words.
fn about(source: &Source, severity: Severity, words: &str) -> Diagnostic {
    let at = source.text().find(words).expect("the words are there");
    let label = Label::new(source.id(), Span::new(at, at + words.len()), "why <here>");
    Diagnostic::new("some-rule", severity, "", format!("about {words}"), label).help("mend it")
}

#[test]
fn what_is_said_of_all_statements_stands_at_their_first_heading() {
    let draft = source(0, "kite.txt", DRAFT);
    let label = Label::new(draft.id(), Span::new(0, 6), "together");
    let found = [Diagnostic::new("some-rule", Severity::Advice, "statements", "3 statements", label)];
    let page = page(&found, &draft.into());
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}"));
    assert!(
        place(">Knowledge statements</bdi></h") < place("id=\"f1\"")
            && place("id=\"f1\"") < place("The wind")
    );
    assert!(!page.contains("class=\"excerpt"));
}

#[test]
fn a_finding_stands_at_its_words() {
    let draft = source(0, "kite.txt", DRAFT);
    let found = [
        about(&draft, Severity::Advice, "Make kites"),
        about(&draft, Severity::Error, "the the"),
        about(&draft, Severity::Warning, "Sew"),
    ];
    let page = page(&found, &draft.into());
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}"));
    let list = [
        "href=\"#f1\">1</a>",
        "About the the",
        "href=\"#f2\">2</a>",
        "About Sew",
        "href=\"#f3\">3</a>",
        "About Make kites",
    ];
    assert!(list.map(place).is_sorted(), "the gravest first");
    for (words, severity, number) in
        [("the the", "error", 1), ("Sew", "warning", 2), ("Make kites", "advice", 3)]
    {
        let mark = format!(
            "<mark class=\"{severity}\">{words}</mark><a class=\"ref {severity}\" href=\"#f{number}\">"
        );
        let note = format!("<li class=\"finding {severity}\" id=\"f{number}\">");
        assert!(place(&mark) < place(&note));
        assert_eq!(page.matches(&note).count(), 1);
    }
    assert!(page.contains("&amp; &lt;b&gt;strings&lt;/b&gt;") && page.contains("why &lt;here&gt;"));
    assert!(page.contains("<span class=\"control\">U+202E</span>sdrawkcab"), "what turns text round is seen");
}

#[test]
fn what_real_rules_find_leads_somewhere() {
    let draft = source(0, "kite.txt", DRAFT);
    let found = check(&read(&draft, None), &Config::default());
    assert!(found.iter().any(|one| one.rule == "repeated-word"), "{found:?}");
    let count = found.len();
    let page = page(&found, &draft.into());
    for number in 1..=count {
        assert_eq!(page.matches(&format!(" id=\"f{number}\"")).count(), 1, "{number}");
    }
}

#[test]
fn overlapping_marks_keep_the_words_whole() {
    let draft = source(0, "kite.txt", DRAFT);
    let found = [about(&draft, Severity::Error, "wind and"), about(&draft, Severity::Advice, "and the the")];
    let page = page(&found, &draft.into());
    let line =
        page.split("<dt><bdi>K1</bdi></dt>").nth(1).expect("K1").split("<ul").next().expect("its words");
    let words: String =
        line.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
    assert_eq!(words, "The wind and finding 1 the the finding 2 clouds.");
}

#[test]
fn what_is_about_no_line_stands_above_the_document() {
    let draft = source(0, "kite.txt", DRAFT);
    let whole = Label::new(SourceId(0), Span::new(0, DRAFT.len()), "");
    let found = [
        Diagnostic::new("some-rule", Severity::Error, "", "no level", whole.clone()),
        Diagnostic::new("some-rule", Severity::Error, "duties", "too few", whole.clone()),
        Diagnostic::new("some-rule", Severity::Error, "S1", "hard to assess", whole),
    ];
    let page = page(&found, &draft.into());
    let behind = |id: &str| page.split(&format!("id=\"{id}\"")).next().map_or(0, str::len);
    let heading = |words: &str| page.find(&format!("<bdi>{words}</bdi></h2>")).expect("a heading");
    assert!((heading("About the document as a whole")..heading("Duties")).contains(&behind("f1")));
    assert!((heading("Duties")..heading("Knowledge statements")).contains(&behind("f2")));
    assert!(behind("f3") > heading("Skills"));
}

#[test]
fn a_file_that_is_no_document_has_its_findings() {
    let odd = source(0, "odd.txt", "nothing <i>of</i> the sort");
    let found = read(&odd, None).diagnostics;
    let page = page(&found, &odd.into());
    assert!(page.contains(" id=\"f1\"") && page.contains("&lt;i&gt;of&lt;/i&gt;"), "{page}");
}

#[test]
fn nothing_found_is_said_calmly() {
    let page = page(&[], &Sources::default());
    assert!(
        page.contains("<section class=\"verdict none\">") && page.contains("No findings in 0 documents.")
    );
}

#[test]
fn documents_come_by_gravity_and_the_page_stays_small() {
    let long = DRAFT.replace("Sew sails.", &"Sew sails. ".repeat(100_000));
    let sources: Vec<Source> =
        (0..8).map(|id| source(id, &format!("kite-{id}.txt"), if id < 7 { &long } else { DRAFT })).collect();
    let severity =
        |source: &Source| if source.id() == SourceId(7) { Severity::Error } else { Severity::Advice };
    let found: Vec<Diagnostic> =
        sources.iter().map(|source| about(source, severity(source), "Sew")).collect();
    let page = page(&found, &sources.into_iter().collect());
    assert!(page.len() < 8 << 20, "{}", page.len());
    let first = page.split("class=\"document\" id=\"").nth(1).expect("a document");
    assert!(first.starts_with("d7"), "the one with an error");
    assert!(page.contains("4 more documents are not shown here, with 4 findings"), "{}", page.len());
    assert_eq!(page.matches("class=\"document\"").count(), 4);
    assert_eq!(page.matches("<th scope=\"row\">").count(), 8, "all are listed");
}
