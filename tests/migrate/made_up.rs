//! Two versions of a made-up standard, and documents that cite it.

use std::fmt::Write as _;

use ksb::citing::{Citable, CitingOptions};
use ksb::diff::{Choices, compare};
use ksb::migrate::{MigratedFile, Plan, Target, migrate_file};
use ksb::model::{Document, Standard};
use ksb::read::encoding::decode;
use ksb::read::read;
use ksb::source::{Source, SourceId};

/// What statements say, by kind. Each says something different.
pub(crate) const TEXTS: [[&str; 12]; 2] = [
    [
        "The tides and currents of the bay and how a spring tide differs.",
        "The signals that a ferry gives in fog, at night and at anchor.",
        "The weights that each crane on the quay may lift.",
        "The rules for keeping livestock and fodder on an open deck.",
        "The duties of a watchkeeper, \"eyes outside\" above all.",
        "The chemistry of rust and the paints that hold it back.",
        "The hours that crews may work before they must rest.",
        "The tariffs, rebates and passes that passengers may buy.",
        "The habits of seals & seabirds that breed on the sandbanks.",
        "The parts of a diesel engine and what each of them wears out.",
        "The history of the three ferry companies and their routes.",
        "The words of command in four languages of the coast.",
    ],
    [
        "Moor a ferry at a pier against a cross wind.",
        "Splice a rope, whip its end and judge when it is worn.",
        "Count passengers and vehicles and record both in the log.",
        "Launch a raft within three minutes of an alarm.",
        "Read a chart, a compass and a table of depths.",
        "Calm a frightened horse while the ramp is raised.",
        "Bleed a fuel line and start the engine by hand.",
        "Paint a hull without dripping into the harbour.",
        "Answer complaints about delays with patience and facts.",
        "Balance the cash of a kiosk at the end of the day.",
        "Steer by the leading lights through the narrow channel.",
        "Signal to the bridge with lamp and flag.",
    ],
];

/// The statements of a version: the numbers of their texts in [`TEXTS`], in the order of their codes.
pub(crate) type Version = [Vec<usize>; 2];

/// The letters of the lists.
pub(crate) const LETTERS: [&str; 2] = ["K", "S"];

/// A version as a draft.
pub(crate) fn standard(version: &Version) -> String {
    let mut text = "ST9905\n\nDuty 1 Run the ferry\nKSBs: K1 S1\n\n".to_owned();
    for (list, heading) in ["Knowledge", "Skills"].iter().enumerate() {
        writeln!(text, "{heading}").expect("a string takes a line");
        for (index, text_of) in version[list].iter().enumerate() {
            let line = TEXTS[list][*text_of];
            writeln!(text, "{}{}: {line}", LETTERS[list], index + 1).expect("a string takes a line");
        }
        text.push('\n');
    }
    text
}

/// The code of a text in a version.
pub(crate) fn code(version: &Version, list: usize, text: usize) -> Option<usize> {
    version[list].iter().position(|one| *one == text).map(|index| index + 1)
}

fn standard_of<'d, 's>(document: Option<&'d Document<'s>>) -> &'d Standard<'s> {
    match document {
        Some(Document::Standard(standard)) => standard,
        _ => panic!("no standard"),
    }
}

/// A file moved from one version to another, both given as texts.
pub(crate) fn migrated(old: &str, new: &str, name: &str, bytes: &[u8]) -> MigratedFile {
    let sources = [old, new].map(|text| Source::new(SourceId::of_file(0), "a", text));
    let readings = sources.each_ref().map(|source| read(source, None));
    let [before, after] = readings.each_ref().map(|reading| reading.document.as_ref());
    let compared = compare(before.expect("a document"), after.expect("a document"), &Choices::default())
        .expect("standards");
    let plan = Plan::new(&compared);
    let (old, new) = (Citable::new(standard_of(before)), Citable::new(standard_of(after)));
    let target = Target { plan: &plan, old: &old, new: &new };
    let (source, found) = decode(SourceId::of_file(1), name, bytes.to_vec()).expect("it is read");
    let choices = CitingOptions::default();
    migrate_file(&source, bytes, &found, &target, &choices, "2026-03-01T12:00:00Z").expect("it is moved")
}
