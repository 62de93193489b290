//! Writes a made-up catalogue of standards in the shape of England's standards API, of its maps API
//! or of native documents: for tests, benchmarks and fuzzing.
//!
//! No real record was at hand. Keys and types are those that a description of the data gives, and
//! nothing else of them is known: the order of the keys, and what stands in those that no reader of
//! the data uses, is made up like all texts. The same arguments always give the same bytes.
//!
//! ```sh
//! cargo run --release --example generate-catalogue -- -o catalogue.json
//! ```
#![allow(clippy::disallowed_methods, reason = "the example writes files")]

mod api;
mod catalogue;
mod content;
mod draft;
mod frame;
mod grammar;
mod history;
mod json;
mod maps;
mod native;
mod outline;
mod prng;
mod revise;
mod timeline;
mod words;
mod write;

use std::io;
use std::path::PathBuf;

use clap::Parser;

use catalogue::Maker;
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
    /// Where to write to: a folder for documents, else a file
    #[arg(short)]
    output: Option<PathBuf>,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let only_current = arguments.shape == Shape::MapsApi;
    let outlines = outlines(arguments.seed, arguments.records, only_current)
        .ok_or_else(|| io::Error::other("there are not so many references: ask for fewer records"))?;
    let maker = Maker { seed: arguments.seed, bytes: arguments.bytes, shape: arguments.shape };
    let mut sink = Sink::open(arguments.layout, arguments.output.as_deref())?;
    for outline in &outlines {
        let made = maker.make(outline);
        let skipped = if only_current { made.versions.len() - 1 } else { 0 };
        made.versions[skipped..].iter().try_for_each(|version| sink.write(arguments.shape, version))?;
    }
    sink.finish()
}
