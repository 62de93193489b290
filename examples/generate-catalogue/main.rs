//! Writes a made-up catalogue of standards in the form of England's standards API, its maps API or
//! native documents: for tests, benchmarks and fuzzing.
//!
//! No real record was available. Keys and types come from a description of the data, and nothing
//! else is known about them: the order of the keys, and the values of those that no reader of the
//! data uses, are made up, like all texts. The same arguments always give the same bytes.
//!
//! How much there is of everything follows published standards: 65 to 94 statements of about 100 characters, half
//! knowledge and half skills, ten duties with 9 to 52 of them mapped to each, and 2 KB of summary. This gives a record
//! of the mean size of the real data, 39 KB; a larger one has more statements.
//!
//! ```sh
//! cargo run --release --example generate-catalogue -- -o catalogue.json
//! ```
#![allow(clippy::disallowed_methods, reason = "the example writes files")]

mod api;
mod attitudes;
mod catalogue;
mod content;
mod draft;
mod faults;
mod frame;
mod grammar;
mod history;
mod json;
mod manifest;
mod maps;
mod names;
mod native;
mod next;
mod outline;
mod plant;
mod prng;
mod revise;
mod timeline;
mod words;
mod write;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Parser;

use catalogue::Maker;
use faults::Faults;
use manifest::Line;
use outline::outlines;
use write::{Layout, Shape, Sink};

/// Write a made-up catalogue of standards.
#[derive(Parser)]
struct Arguments {
    /// How many records
    #[arg(long, default_value_t = 2032)]
    records: usize,
    /// Other texts for another number
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The mean size of a record, in bytes; no record gets smaller than its statements
    #[arg(long, default_value_t = 39_000)]
    bytes: usize,
    #[arg(long, value_enum, default_value_t = Layout::Array)]
    layout: Layout,
    #[arg(long, value_enum, default_value_t = Shape::StandardsApi)]
    shape: Shape,
    /// Plant faults, each in a different standard
    #[arg(long)]
    faults: bool,
    /// Do not let any record repeat a text from another
    #[arg(long)]
    distinct: bool,
    /// Write what the next download would be: nearly the same
    #[arg(long)]
    next: bool,
    /// Where to list faults and changes, as JSON lines
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
    /// Where to write: a folder for documents, otherwise a file
    #[arg(short, value_name = "FILE-OR-FOLDER")]
    output: Option<PathBuf>,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let shape = arguments.shape;
    let only_current = shape == Shape::MapsApi;
    if only_current && arguments.faults {
        return Err(io::Error::other("faults are planted only in shapes that have every version"));
    }
    let outlines = outlines(arguments.seed, arguments.records, only_current)
        .ok_or_else(|| io::Error::other("there are not so many references: ask for fewer records"))?;
    let faults = if arguments.faults {
        Faults::spread(arguments.seed, &outlines, arguments.records, shape)
    } else {
        Faults::default()
    };
    let (seed, bytes, distinct) = (arguments.seed, arguments.bytes, arguments.distinct);
    let maker = Maker { seed, bytes, shape, distinct };
    let mut manifest = arguments.manifest.as_deref().map(manifest::open).transpose()?;
    let mut sink = Sink::open(arguments.layout, arguments.output.as_deref())?;
    for outline in &outlines {
        let (mut made, mut lines) = if arguments.next && !faults.has(outline.index) {
            next::next(maker, outline)
        } else {
            (maker.make(outline), Vec::new())
        };
        if outline.is_history() {
            lines.extend(made.changes());
        }
        let findings = faults.plant(arguments.seed, outline, shape, &mut made);
        lines.extend(findings.into_iter().map(Line::Finding));
        let skipped = if only_current { made.versions.len().saturating_sub(1) } else { 0 };
        made.versions[skipped..].iter().try_for_each(|version| sink.write(shape, version))?;
        manifest::write(manifest.as_mut(), &lines)?;
    }
    manifest.map_or(Ok(()), |mut manifest| manifest.flush())?;
    sink.finish()
}
