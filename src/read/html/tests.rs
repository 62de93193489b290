use proptest::prelude::*;

use super::*;
use crate::model::{Code, Kind, StandardKind};
use crate::source::{ColumnUnit, SourceId};

const PAGE: &str = r#"<!doctype html>
<html><head><title>Reed cutter</title><script>"<p id='K9'>K9: no</p>"</script></head>
<body><header><h1>Samples</h1><h1 class="pageHeaderTitle"> Reed cutter </h1></header>
<main><div class="keyinformation"><h2>Key information</h2><ol>
<li><strong>Reference:</strong> OCC9931</li>
<li><strong>Date updated:</strong>
   01/02/2025</li>
<li><strong>Level:</strong> 2
<li><strong>Route:</strong> Agriculture, environmental &amp; animal care</li>
<li><strong>Regulated occupation:</strong> No</li></ol></div>
<div class="inDevWarning large"><p>Not the latest version. <a href="/x">See it</a></p></div>
<div id="standard"><button>Print</button><h2>Details</h2><h3>Occupation summary</h3>
<p>Reed is cut&nbsp;in
  winter &amp; spring. </p><p>&nbsp;</p><p></p><ul><li>By hand<li>By boat</ul>
<h3>Typical job titles include:</h3><div><span class="tag"><span title="job title">Reed cutter</span></span>
<span title="job title">Sedge cutter</span></div>
<h3>Occupation duties</h3><table id="dutiesTable"><thead><tr><th>Duty</th><th>KSBs</th></tr></thead>
<tr class="duty-row" data-duty-title="Duty 1"><td>
 <strong>Duty 1</strong> Cut reed. </td><td><div><span class="ksb-item" data-ksb-id="K1"> <strong>K1 </strong></span>
 <span class="ksb-item" data-ksb-id="S1"></span></div></td></tr>
<tr class="duty-row"><td><strong>Duty 2</strong> Tie &lt;bundles&gt;.</td><td><p>K2 S1, B1</p></td></tr>
</table><dialog><h3>Knowledge</h3><p id="K7">K7: no</p></dialog>
<h2>KSBs</h2><h3>Knowledge</h3><p id="K1"><strong>K1</strong>: How reed
grows. <span class="ksbCovered">no</span><a class="KSBReturntoDutyBtn">Back to Duty</a><br></p>
<p id="K2"><strong>K2</strong>: Tides.</p><h3>Skills</h3><p id="S1"><strong>S1</strong>: Cut &amp; stack.</p>
<h3>Behaviours</h3><p><strong>B1</strong>: Patient.</p></div>
<div id="qualifications"><h3>Skills</h3><p id="S8">S8: no</p></div></main>
<footer><p id="B9">B9: no</p></footer></body></html>
"#;

fn source(text: &str) -> Source {
    Source::new(SourceId(0), "page.html", text)
}

fn standard(source: &Source) -> (Standard<'_>, Vec<crate::diagnostic::Diagnostic>) {
    let (document, diagnostics) = read(source);
    let Document::Standard(standard) = document else { panic!("a standard") };
    (*standard, diagnostics)
}

fn line(source: &Source, span: Span) -> usize {
    source.position(span.start as usize, ColumnUnit::CodePoints).line
}

/// What the page says, in short.
fn outline(text: &str) -> Vec<String> {
    let source = source(text);
    let (standard, _) = standard(&source);
    let duties = standard.duties.items().iter().map(|duty| {
        let code = duty.code.map_or_else(String::new, |code| code.value.to_string());
        let codes: Vec<_> = duty.codes().iter().map(|code| code.value.to_string()).collect();
        format!("{code}|{}|{}", duty.text.as_str(), codes.join(" "))
    });
    let statements =
        standard.statements.items().iter().map(|one| format!("{}|{}", one.code.value, one.text.as_str()));
    duties.chain(statements).collect()
}

const OUTLINE: [&str; 6] = [
    "D1|Cut reed.|K1 S1",
    "D2|Tie <bundles>.|K2 S1 B1",
    "K1|How reed grows.",
    "K2|Tides.",
    "S1|Cut & stack.",
    "B1|Patient.",
];

#[test]
fn duties_and_statements_are_those_of_the_standard() {
    assert_eq!(outline(PAGE), OUTLINE);
    assert_eq!(outline(&PAGE.replace('\n', "\r\n")), OUTLINE);
    assert_eq!(outline(&format!("\u{feff}{PAGE}")), OUTLINE);
}

#[test]
fn facts_are_read_by_their_labels() {
    let source = source(PAGE);
    let (standard, diagnostics) = standard(&source);
    let facts = &standard.facts;
    let shown = |field: &Field<Text<'_>>| field.stated().map(|text| text.as_str().to_owned());
    assert_eq!(standard.kind, StandardKind::Occupation);
    assert_eq!(shown(&facts.occupation).as_deref(), Some("OCC9931"));
    assert!(matches!(facts.reference, Field::NotShown));
    assert_eq!(shown(&facts.title).as_deref(), Some("Reed cutter"));
    assert_eq!(shown(&facts.route).as_deref(), Some("Agriculture, environmental & animal care"));
    assert_eq!(shown(&facts.dates.updated).as_deref(), Some("01/02/2025"));
    assert_eq!(facts.level.stated().map(|level| level.value), Some(2));
    assert_eq!(facts.regulated.stated().map(|one| one.value), Some(false));
    assert_eq!(standard.banners[0].as_str(), "Not the latest version. See it");
    assert_eq!(diagnostics, []);
}

#[test]
fn summary_and_job_titles_have_no_empty_lines() {
    let source = source(PAGE);
    let (standard, _) = standard(&source);
    let summary: Vec<_> = standard.summary.items().iter().map(Text::as_str).collect();
    assert_eq!(summary, ["Reed is cut\u{a0}in winter & spring.", "By hand", "By boat"]);
    let titles: Vec<_> = standard.typical_job_titles.items().iter().map(|one| one.name.as_str()).collect();
    assert_eq!(titles, ["Reed cutter", "Sedge cutter"]);
}

#[test]
fn places_are_those_of_the_visible_text() {
    let source = source(PAGE);
    let (standard, _) = standard(&source);
    let duty = &standard.duties.items()[0];
    assert_eq!(source.slice(duty.span), "Duty 1</strong> Cut reed.");
    assert_eq!(line(&source, duty.span), 19);
    let places: Vec<_> = duty.codes().iter().map(|code| source.slice(code.span)).collect();
    assert_eq!(places, ["K1", "S1"]);
    assert_eq!(line(&source, duty.codes()[1].span), 20);
    let k1 = &standard.statements.items()[0];
    assert_eq!((source.slice(k1.code.span), source.slice(k1.text.span())), ("K1", "How reed\ngrows."));
    assert_eq!(source.slice(standard.statements.stated().expect("statements").heading), "KSBs");
}

#[test]
fn an_apprenticeship_page_may_state_more() {
    let list = "<li><b>Reference</b>: ST9931</li><li><b>Version:</b> 1.2</li><li><b>Status:</b></li>\
                <li><b>LARS code:</b> 931</li><li><b>Typical duration:</b> 18 months</li>\
                <li><b>Maximum funding:</b> £5,500</li><li><b>Level:</b> two</li>\
                <li><b>Regulated occupation:</b> perhaps</li>";
    let source = source(&format!("<div class='keyinformation'><ul>{list}</ul></div>"));
    let (standard, diagnostics) = standard(&source);
    let facts = &standard.facts;
    assert_eq!(standard.kind, StandardKind::Apprenticeship);
    assert_eq!(facts.reference.stated().map(Text::as_str), Some("ST9931"));
    assert_eq!(facts.version.stated().map(Text::as_str), Some("1.2"));
    assert_eq!(facts.status.empty().map(|span| source.slice(span)), Some("Status:"));
    assert_eq!(facts.lars_code.stated().map(Text::as_str), Some("931"));
    let numbers = [&facts.typical_duration, &facts.max_funding];
    assert_eq!(numbers.map(|one| one.stated().map(|one| one.value)), [Some(18), Some(5500)]);
    assert!(matches!(facts.level, Field::Unreadable(span) if source.slice(span) == "two"));
    let subjects: Vec<_> = diagnostics.iter().map(|one| (one.rule, one.subject.as_str())).collect();
    assert_eq!(subjects, [("unread-content", "level"), ("unread-content", "regulated occupation")]);
}

#[test]
fn foundation_apprenticeships_have_no_duties() {
    let source = source(
        "<div class=keyinformation><p><b>Reference:</b> FA9931</p></div><h2>Technical knowledge</h2>\
         <p>TK1: Reed.</p><h2>Employability skills and behaviours</h2><p>ESB1: Kind.</p>",
    );
    let (standard, _) = standard(&source);
    assert_eq!(standard.kind, StandardKind::FoundationApprenticeship);
    assert!(matches!(standard.duties, Field::NotShown));
    let kinds: Vec<_> = standard.kinds().collect();
    assert_eq!(kinds, [Kind::TechnicalKnowledge, Kind::Employability]);
}

#[test]
fn what_is_missing_empty_and_not_understood_stays_apart() {
    let source = source(
        "<h3>Occupation summary</h3><p>&nbsp;</p><h3>Duties</h3><h3>Behaviours</h3><h3>Skills</h3><p>S1: Cut.</p><p>Stack.</p>\
         <p>Tie.</p><p id=S2>Load.</p><p><b>S3</b></p>",
    );
    let (standard, diagnostics) = standard(&source);
    assert!(standard.summary.empty().is_some() && standard.duties.empty().is_some());
    assert!(standard.typical_job_titles.is_missing() && standard.facts.title.is_missing());
    assert_eq!(standard.empty_kinds, [Kind::Behaviour]);
    let statements = standard.statements.items();
    let shown: Vec<_> = statements.iter().map(|one| (one.code.value.number, one.text.as_str())).collect();
    assert_eq!(shown, [(1, "Cut."), (2, "Load."), (3, "")]);
    let subjects: Vec<_> = diagnostics.iter().map(|one| (one.subject.as_str(), one.primary().span)).collect();
    assert_eq!(subjects.len(), 1);
    assert_eq!((subjects[0].0, source.slice(subjects[0].1)), ("skill", "Stack."));
}

#[test]
fn a_mapping_of_anything_but_codes_is_noted() {
    let row = "<table><tr class=duty-row><td>Duty 4: Cut.</td><td>K1 and K2</td></tr>\
               <tr class=duty-row><td>Tie.</td><td></td></tr></table>";
    let source = source(row);
    let (standard, diagnostics) = standard(&source);
    let duties = standard.duties.items();
    assert_eq!(duties[0].codes().iter().map(|code| code.value.number).collect::<Vec<_>>(), [1, 2]);
    assert!(duties[1].code.is_none() && duties[1].mapping.empty().is_some());
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(source.slice(diagnostics[0].primary().span), "and");
}

#[test]
fn a_page_that_is_cut_is_read_as_far_as_it_goes() {
    let cut = PAGE.find("stack.").expect("the sample has it");
    let source = source(&PAGE[..cut]);
    let (standard, diagnostics) = standard(&source);
    assert_eq!(standard.duties.items().len(), 2);
    assert_eq!(standard.statements.items().len(), 3);
    assert_eq!(diagnostics.iter().map(|one| one.rule).collect::<Vec<_>>(), ["truncated-page"]);
}

#[test]
fn only_pages_of_standards_are_recognised() {
    assert!(looks_like(PAGE) && looks_like(&format!("\u{feff}\n{PAGE}")));
    assert!(looks_like("<div class=keyinformation><b>Reference:</b> ST9931</div>"));
    for text in [
        "",
        "<html><body><p>K1: no</p></body></html>",
        "K1 ksb-item",
        "{\"a\": \"ksb-item\"}",
        "< duty-row",
        "<p>Key information. Reference: STATUS of the library, 2025</p>",
        "<style>.ksb-item { color: red }</style>",
    ] {
        assert!(!looks_like(text), "{text}");
    }
}

/// Asserts that a span lies in the file, on character boundaries.
pub(in crate::read) fn assert_span(source: &Source, span: Span) {
    assert!(span.start <= span.end && source.text().get(span.range()).is_some(), "{span:?}");
}

/// Asserts that every part of a text leads to a place in the file, in order, and that the text is
/// what is there, wherever it is written verbatim.
pub(in crate::read) fn assert_places(source: &Source, text: &Text<'_>) {
    assert_span(source, text.span());
    let mut last = text.span().start;
    for (index, c) in text.char_indices() {
        let span = text.span_of(index..index + c.len_utf8());
        assert_span(source, span);
        assert!(text.span().contains(span) && span.start >= last, "{text:?} {span:?}");
        last = span.start;
    }
    let raw = source.slice(text.span());
    if !raw.contains(['<', '&']) {
        let words: Vec<_> = raw.split_ascii_whitespace().collect();
        assert_eq!(words.join(" "), text.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
    }
}

fn assert_sound(text: &str) {
    let source = source(text);
    let (standard, diagnostics) = standard(&source);
    assert_span(&source, standard.start);
    let facts = &standard.facts;
    let single = [&facts.title, &facts.reference, &facts.occupation, &facts.route, &facts.dates.updated];
    let texts = single.into_iter().filter_map(Field::stated).chain(&standard.banners);
    let texts = texts.chain(standard.summary.items());
    let texts = texts.chain(standard.typical_job_titles.items().iter().map(|one| &one.name));
    let texts = texts.chain(standard.duties.items().iter().map(|one| &one.text));
    for text in texts.chain(standard.statements.items().iter().map(|one| &one.text)) {
        assert_places(&source, text);
    }
    let duties = standard.duties.items();
    let codes = duties.iter().flat_map(|duty| duty.codes().iter().chain(&duty.code));
    for code in codes.chain(standard.statements.items().iter().map(|one| &one.code)) {
        assert_span(&source, code.span);
        let digits = code.value.number.to_string();
        assert!(source.slice(code.span).contains(&digits), "{code:?} {:?}", source.slice(code.span));
    }
    let labels = diagnostics.iter().flat_map(|one| &one.labels).map(|label| label.span);
    for span in duties.iter().map(|duty| duty.span).chain(labels) {
        assert_span(&source, span);
    }
    assert!(diagnostics.iter().filter(|one| one.rule == "truncated-page").count() <= 1);
}

#[test]
fn every_cut_of_the_page_is_read() {
    for (index, _) in PAGE.char_indices() {
        assert_sound(&PAGE[..index]);
        assert_sound(&PAGE[index..]);
    }
}

#[test]
fn codes_of_duties_are_not_statements() {
    let source = source("<h3>Knowledge</h3><p>D1: no</p><p id=D2>no</p>");
    let (standard, _) = standard(&source);
    assert!(standard.statements.items().is_empty());
    assert_eq!("D1".parse::<Code>().map(|code| code.prefix.kind()), Ok(None));
}

proptest! {
    #[test]
    fn any_text_is_read(text in "[a-zé<>/&;=\"' \r\n()#x0-9\u{a0}!-]{0,200}") {
        assert_sound(&text);
    }

    #[test]
    fn any_order_of_lines_is_read(
        picks in proptest::collection::vec(0..PAGE.lines().count(), 0..60),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n \u{a0}\t")],
        cut in 0..200usize,
    ) {
        let lines: Vec<&str> = PAGE.lines().collect();
        let text: String = picks.iter().flat_map(|&pick| [lines[pick], end]).collect();
        let text = &text[..text.floor_char_boundary(text.len().saturating_sub(cut))];
        assert_sound(text);
    }
}
