//! The full report of 1,000 findings in one file of 60 KB; run with `cargo bench --bench render`.

use divan::{Bencher, black_box};
use ksb::diagnostic::{Diagnostic, Label, Severity};
use ksb::report::{Report, Style, concise, full, json};
use ksb::source::{Source, SourceId, Sources, Span};

const FINDINGS: usize = 1_000;
const SIZE: usize = 60_000;
const STYLE: Style = Style { width: 100, colour: true, unicode: true, limit: 0 };

fn main() {
    divan::main();
}

/// A text of `SIZE` bytes, either in lines of 60 bytes or on one line.
fn text(line_end: &str) -> String {
    format!("{:59}{line_end}", "  { \"code\": \"K7\", \"text\": \"The storage of ‘cold’ goods.\" },")
        .chars()
        .cycle()
        .take(SIZE)
        .collect()
}

fn findings(text: &str) -> Vec<Diagnostic> {
    let finding = |index: usize| {
        let start = text.floor_char_boundary(index * (SIZE / FINDINGS) + 14);
        let end = text.floor_char_boundary(start + 2);
        let label = Label::new(SourceId(0), Span::new(start, end), "no duty lists it");
        Diagnostic::new("unmapped-ksb", Severity::Error, "K7", "K7 is mapped by no duty", label)
            .help("add K7 to the duty that needs it")
    };
    (0..FINDINGS).map(finding).collect()
}

fn bench(bencher: Bencher<'_, '_>, line_end: &str, render: impl Fn(&Report<'_>) -> String + Sync) {
    let text = text(line_end);
    let diagnostics = findings(&text);
    let source = || Sources::from(Source::new(SourceId(0), "a.standard.json", text.clone()));
    bencher.with_inputs(source).bench_refs(|sources| {
        render(black_box(&Report {
            diagnostics: &diagnostics,
            sources,
            files: 1,
            documents: 1,
            hidden: 0,
            ignored: &[],
        }))
    });
}

#[divan::bench]
fn full_report(bencher: Bencher<'_, '_>) {
    bench(bencher, "\n", |report| full::render(report, &STYLE));
}

#[divan::bench]
fn full_report_of_one_line(bencher: Bencher<'_, '_>) {
    bench(bencher, " ", |report| full::render(report, &STYLE));
}

#[divan::bench]
fn concise_report(bencher: Bencher<'_, '_>) {
    bench(bencher, "\n", concise::render);
}

#[divan::bench]
fn json_report(bencher: Bencher<'_, '_>) {
    bench(bencher, "\n", json::render);
}
