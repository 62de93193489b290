//! Writes records in their form and layout, one after the other: no catalogue is ever held in memory.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::content::Version;
use super::{api, maps, native};

/// What a record looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// A record of the standards API
    StandardsApi,
    /// An occupation of the maps API: the current version only
    MapsApi,
    /// A native document
    Native,
}

impl Shape {
    /// The bytes of the record of `version`: on one line, or on many for native documents.
    pub(crate) fn render(self, version: &Version) -> Vec<u8> {
        let rendered = match self {
            Self::StandardsApi => serde_json::to_vec(&api::record(version)),
            Self::MapsApi => serde_json::to_vec(&maps::occupation(version)),
            Self::Native => serde_json::to_vec_pretty(&native::document(version)),
        };
        rendered.expect("JSON of texts and numbers can be written")
    }

    /// How many statements a record of this size has, including what duties say about them: they are most of it.
    pub(crate) fn statements_in(self, bytes: usize) -> usize {
        let one = match self {
            Self::StandardsApi => 400,
            Self::MapsApi => 600,
            Self::Native => 220,
        };
        bytes * 4 / 5 / one
    }

    /// The ending of the name of a file that holds one record.
    fn file_ending(self) -> &'static str {
        if self == Self::Native { ".standard.json" } else { ".json" }
    }
}

/// How records follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    /// One JSON array on one line, as the API returns it
    Array,
    /// One record on each line
    Lines,
    /// One file for each record, in a folder
    Documents,
}

/// Where records go.
pub(crate) enum Sink {
    Stream { out: Box<dyn Write>, layout: Layout, is_first: bool },
    Folder { path: PathBuf, taken: BTreeSet<String> },
}

impl Sink {
    /// A sink for `layout` at `output`: a folder for documents, otherwise a file or standard output.
    pub(crate) fn open(layout: Layout, output: Option<&Path>) -> io::Result<Self> {
        if layout == Layout::Documents {
            let path =
                output.ok_or_else(|| io::Error::other("--layout documents needs a folder: -o FOLDER"))?;
            fs::create_dir_all(path)?;
            return Ok(Self::Folder { path: path.to_owned(), taken: BTreeSet::new() });
        }
        let mut out: Box<dyn Write> = match output {
            Some(path) => Box::new(BufWriter::with_capacity(1 << 18, fs::File::create(path)?)),
            None => Box::new(BufWriter::with_capacity(1 << 18, io::stdout())),
        };
        if layout == Layout::Array {
            out.write_all(b"[")?;
        }
        Ok(Self::Stream { out, layout, is_first: true })
    }

    /// Writes the record of `version`.
    pub(crate) fn write(&mut self, shape: Shape, version: &Version) -> io::Result<()> {
        let mut bytes = shape.render(version);
        match self {
            Self::Stream { out, layout: Layout::Array, is_first } => {
                if !std::mem::take(is_first) {
                    out.write_all(b",")?;
                }
                out.write_all(&bytes)
            }
            Self::Stream { out, .. } => {
                bytes.push(b'\n');
                out.write_all(&bytes)
            }
            Self::Folder { path, taken } => {
                bytes.push(b'\n');
                let name = version.name().replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
                // A catalogue with faults may hold a record twice.
                let names = (1..).map(|copy| if copy == 1 { name.clone() } else { format!("{name}-{copy}") });
                let name = names.into_iter().find(|name| !taken.contains(name)).unwrap_or_default();
                fs::write(path.join(format!("{name}{}", shape.file_ending())), &bytes)?;
                taken.insert(name);
                Ok(())
            }
        }
    }

    /// Writes what comes after the last record.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Stream { mut out, layout, .. } => {
                if layout == Layout::Array {
                    out.write_all(b"]\n")?;
                }
                out.flush()
            }
            Self::Folder { .. } => Ok(()),
        }
    }
}
