//! The versions of a standard that documents are moved from and to.

use std::path::PathBuf;

use ksb::catalogue::{DocumentName, VersionNumber, Versions as Numbered, has_reference, reference};
use ksb::diff::{Choices, compare};
use ksb::migrate::Plan;
use ksb::model::{Document, Standard};
use ksb::project::{Documents, Input, Picked};
use ksb::read::{self, Reading};
use ksb::source::{Source, SourceId};

use crate::cli::MigrateArgs;
use crate::diff::{pairing, side, wanted};
use crate::document;
use crate::exit::Failure;

/// The versions, the oldest first.
pub(super) struct Versions {
    all: Vec<Picked>,
}

impl Versions {
    /// Opens them. `None` if one cannot be read, which is shown.
    pub(super) fn open(args: &MigrateArgs) -> Result<Option<Self>, Failure> {
        if args.paths.len() < if args.from_version.is_some() { 2 } else { 3 } {
            let what = match args.from_version {
                Some(_) => "give the catalogue, then the documents that cite the standard",
                None => "give the old version, the new version, then the documents that cite the standard",
            };
            return Err(Failure(what.to_owned()));
        }
        if let Some((from, to)) = args.from_version.as_deref().zip(args.to_version.as_deref()) {
            return steps(args, from, to).map(Some);
        }
        let names = wanted(&args.document)?;
        let mut all = Vec::new();
        for (path, name) in args.paths.iter().zip(names) {
            let input = side::document(path)?;
            let picked = document::open_input(&input, name, args.input.reader(), &args.terminal)?;
            let Some(picked) = picked else { return Ok(None) };
            all.push(picked);
        }
        Ok(Some(Self { all }))
    }

    /// What is read from them.
    pub(super) fn readings(&self, args: &MigrateArgs) -> Result<Vec<Reading<'_>>, Failure> {
        let readings: Vec<Reading<'_>> =
            self.all.iter().map(|picked| read::read(&picked.source, args.input.from)).collect();
        for (picked, reading) in self.all.iter().zip(&readings) {
            if reading.document.is_none() {
                let why = reading
                    .diagnostics
                    .first()
                    .map_or("it is not a standard", |found| found.message.as_str());
                return Err(Failure(format!("`{}`: {why}", picked.source.name())));
            }
        }
        Ok(readings)
    }
}

/// The documents that cite the standard, as the user named them.
pub(super) fn files(args: &MigrateArgs) -> &[PathBuf] {
    &args.paths[if args.from_version.is_some() { 1 } else { 2 }..]
}

/// The versions in a catalogue from one to another, including every version in between.
fn steps(args: &MigrateArgs, from: &str, to: &str) -> Result<Versions, Failure> {
    let path = &args.paths[0];
    let Documents { all, .. } =
        args.input.reader().documents(&Input::named(path, None), SourceId::of_file(0));
    let sources: Vec<Source> = all.into_iter().filter(|one| one.is_read).map(|one| one.source).collect();
    let name = path.display();
    let ends = [from, to].map(|wanted| found(&sources, wanted, args));
    let [first, last] = ends.map(|end| end.map_err(|why| Failure(format!("`{name}`: {why}"))));
    let ((reference, first), (other, last)) = (first?, last?);
    if reference != other || last <= first {
        return Err(Failure(format!("{to} is not a later version of the same standard as {from}")));
    }
    let mut between: Numbered<VersionNumber, Source> = Numbered::default();
    for source in sources {
        let reading = read::read(&source, args.input.from);
        let number = reading
            .document
            .as_ref()
            .and_then(Document::standard)
            .filter(|one| has_reference(one, &reference));
        let number = number.and_then(version).filter(|number| (&first..=&last).contains(&number));
        drop(reading);
        if let Some(number) = number {
            between.add(Some(number), source);
        }
    }
    let picked = |source| Picked { source, file: None, around: Vec::new(), is_read: true };
    Ok(Versions { all: between.into_latest().map(picked).collect() })
}

/// The reference and the number of the version that the user named: `ST9901_1.1`, or `1.1` if there is only one
/// standard.
fn found(sources: &[Source], wanted: &str, args: &MigrateArgs) -> Result<(String, VersionNumber), String> {
    let mut found: Vec<(String, VersionNumber)> = Vec::new();
    for source in sources {
        let reading = read::read(source, args.input.from);
        let Some(one) = reading.document.as_ref().and_then(Document::standard) else { continue };
        let name = DocumentName::new(reading.document.as_ref(), source);
        let Some((reference, number)) = reference(one).zip(version(one)) else { continue };
        let is_meant = name.is(wanted) || VersionNumber::parse(wanted).is_some_and(|wanted| wanted == number);
        if is_meant && !found.iter().any(|(known, _)| *known == **reference) {
            found.push((reference.to_string(), number));
        }
    }
    match found.as_slice() {
        [] => Err(format!("there is no version {wanted}")),
        [one] => Ok(one.clone()),
        [one, ..] => Err(format!("several standards have a version {wanted}: write {}_{wanted}", one.0)),
    }
}

fn version(standard: &Standard<'_>) -> Option<VersionNumber> {
    standard.facts.version.stated().and_then(|text| VersionNumber::parse(text))
}

/// The standards that were read.
pub(super) fn standards<'r, 's>(readings: &'r [Reading<'s>]) -> Result<Vec<&'r Standard<'s>>, Failure> {
    let no_standard = || Failure("an occupational map has no statements to cite".to_owned());
    let all = readings.iter().filter_map(|reading| reading.document.as_ref());
    all.map(|document| document.standard().ok_or_else(no_standard)).collect()
}

/// What becomes of the codes, through every version.
pub(super) fn plan(args: &MigrateArgs, readings: &[Reading<'_>]) -> Result<Plan, Failure> {
    let user_pairs =
        pairing::user_pairs(args.pairing.as_deref(), &args.pair, &args.no_pair, args.input.max_size)?;
    let choices = Choices { user_pairs, ..Choices::default() };
    let mut whole: Option<Plan> = None;
    for pair in readings.windows(2) {
        let [Some(old), Some(new)] = [&pair[0].document, &pair[1].document] else { continue };
        let compared = compare(old, new, &choices).map_err(|why| Failure(why.to_string()))?;
        let step = Plan::new(&compared);
        whole = Some(whole.map_or_else(|| step.clone(), |before| before.then(&step)));
    }
    Ok(whole.unwrap_or_default())
}
