//! How long the comparison of two standards takes, and how much memory: a real pair of versions, and a made-up one with
//! 10,000 statements on each side.

use std::fmt::Write as _;

use divan::{AllocProfiler, Bencher};
use ksb::diff::{Choices, compare};
use ksb::read::read;
use ksb::source::{Source, SourceId};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Compares two native documents over and over.
fn bench(bencher: Bencher<'_, '_>, old: &str, new: &str) {
    let source = |text: &str| Source::new(SourceId(0), "made.standard.json", text);
    let (old, new) = (source(old), source(new));
    let (old, new) = (read(&old, None), read(&new, None));
    let (Some(old), Some(new)) = (old.document, new.document) else { panic!("two documents") };
    bencher.bench_local(|| compare(&old, &new, &Choices::default()).expect("two standards").pairs.len());
}

#[divan::bench]
fn two_versions(bencher: Bencher<'_, '_>) {
    let old = include_str!("../samples/orchard-technician-1.0.standard.json");
    let new = include_str!("../samples/orchard-technician-1.1.standard.json");
    bench(bencher, old, new);
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn ten_thousand_statements(bencher: Bencher<'_, '_>) {
    bench(bencher, &made_up(0), &made_up(1));
}

/// A document of 10,000 statements. The later version leaves out every tenth, has as many others in their place, and
/// words every seventh differently.
fn made_up(version: usize) -> String {
    let mut text = String::from("{\"title\": \"Made up\", \"level\": 3, \"duties\": [], \"knowledge\": [");
    let mut code = 0;
    for n in 0..10_000 {
        let replaced = version == 1 && n % 10 == 3;
        let seed = if replaced { n + 50_000 } else { n };
        let tail = if version == 1 && n % 7 == 2 { " and support others to do so" } else { "" };
        let comma = if code == 0 { "" } else { ", " };
        code += 1;
        let sentence = sentence(seed);
        write!(text, "{comma}{{\"code\": \"K{code}\", \"text\": \"{sentence}{tail}.\"}}").expect("memory");
    }
    text.push_str("]}");
    text
}

/// Some words out of a few thousand, common ones more often.
fn sentence(seed: usize) -> String {
    let mut state = (seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut words = vec!["The".to_owned(), "principles".to_owned(), "of".to_owned()];
    for _ in 0..12 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (range, number) = ((state >> 60) % 4, (state >> 33) % 3000);
        words.push(match range {
            0 => format!("word{}", number % 60),
            1 => format!("term{}", number % 400),
            _ => format!("rare{number}"),
        });
    }
    words.join(" ")
}
