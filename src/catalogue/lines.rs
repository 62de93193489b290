//! Extracts as lines of JSON: `ksb.extract/1`. An engine that distributes the documents of a catalogue over many
//! machines collects these lines, and the catalogue rules run over them once.

use serde::{Deserialize, Serialize};

use super::extract::{
    Extract, ExtractedOccupation, ExtractedStatement, Named, OptionExtract, VersionExtract,
};
use crate::model::{Date, Format};
use crate::source::{ColumnUnit, Position, Source, SourceId, Span, Spanned};

/// The name and version of this format.
pub const FORMAT: &str = "ksb.extract/1";

/// Where something is: its bytes in the document, then line and column of its start and of its end, then its JSON
/// pointer, if the document is JSON.
type At = (u32, u32, usize, usize, usize, usize, Option<String>);

/// A text and where it is.
type TextAt = (String, At);

/// The title of an occupation, and its levels.
type OccupationAt = (String, At, Vec<(u8, At)>);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ExtractLine {
    format: String,
    path: String,
    /// The number of bytes before the document.
    offset: u64,
    document: Option<String>,
    read_as: String,
    names: Vec<TextAt>,
    level: Option<(i64, At)>,
    version: Option<Version>,
    occupations: Vec<OccupationAt>,
    /// The code of each statement, what it says, and where.
    statements: Vec<(String, String, At)>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version {
    reference: TextAt,
    #[serde(rename = "version")]
    number: Option<TextAt>,
    status: Option<TextAt>,
    lars_code: Option<TextAt>,
    earliest_start: Option<TextAt>,
    latest_start: Option<TextAt>,
    published: Option<(String, At)>,
    options: Vec<(String, String, At)>,
    /// In hexadecimal: not every reader of JSON keeps 64 bits of a number.
    texts: Option<String>,
}

/// An extract as a line, without a line break. `source` is the document that it was made from.
#[must_use]
pub fn written(extract: &Extract, source: &Source) -> String {
    let at = |span: Span| {
        let position = |offset: u32| source.position(offset as usize, ColumnUnit::CodePoints);
        let (start, end) = (position(span.start), position(span.end));
        let pointer = extract.pointer(span).map(str::to_owned);
        (span.start, span.end, start.line, start.column, end.line, end.column, pointer)
    };
    let occupation = |one: &ExtractedOccupation| {
        let levels = one.levels.iter().map(|level| (level.value, at(level.span))).collect();
        (one.name.key.clone(), at(one.name.span), levels)
    };
    let statement =
        |one: &ExtractedStatement| (one.code.to_string(), one.text.clone().into_string(), at(one.span));
    let line = ExtractLine {
        format: FORMAT.to_owned(),
        path: source.name().to_owned(),
        offset: source.file_offset(0),
        document: source.document().map(str::to_owned),
        read_as: extract.format.name().to_owned(),
        names: extract.names.iter().map(|name| (name.key.clone(), at(name.span))).collect(),
        level: extract.level.map(|level| (level.value, at(level.span))),
        version: extract.version.as_deref().map(|version| written_version(version, at)),
        occupations: extract.occupations.iter().map(occupation).collect(),
        statements: extract.statements.iter().map(statement).collect(),
    };
    serde_json::to_string(&line).expect("texts and numbers always serialise")
}

fn written_version(version: &VersionExtract, at: impl Fn(Span) -> At) -> Version {
    let text = |text: &Spanned<String>| (text.value.clone(), at(text.span));
    let day = |day: &Spanned<Date>| (day.value.to_string(), at(day.span));
    let option = |option: &OptionExtract| (option.id.clone(), option.title.clone(), at(option.span));
    Version {
        reference: text(&version.reference),
        number: version.version.as_ref().map(text),
        status: version.status.as_ref().map(text),
        lars_code: version.lars_code.as_ref().map(text),
        earliest_start: version.earliest_start.as_ref().map(day),
        latest_start: version.latest_start.as_ref().map(day),
        published: version.published.as_ref().map(day),
        options: version.options.iter().map(option).collect(),
        texts: version.texts.map(|digest| format!("{digest:016x}")),
    }
}

/// Whether a line claims to be an extract.
#[must_use]
pub fn looks_like(line: &str) -> bool {
    line.get(..64).unwrap_or(line).contains(FORMAT)
}

/// Reads a line that [`written`] wrote: the extract, and a source that can show the places in it.
///
/// # Errors
/// If the line is not an extract: the reason, for the user.
pub fn parse(line: &str, id: SourceId) -> Result<(Extract, Source), String> {
    let line: ExtractLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    if line.format != FORMAT {
        return Err(format!("`{}` is not {FORMAT}", line.format));
    }
    let format =
        Format::from_name(&line.read_as).ok_or_else(|| format!("unknown format `{}`", line.read_as))?;
    let mut places = PlaceTable::default();
    let names = line.names.into_iter().map(|(key, at)| Named { key, span: places.take(at) }).collect();
    let level = line.level.map(|(level, at)| Spanned::new(level, places.take(at)));
    let version = line.version.map(|version| parsed_version(version, &mut places)).transpose()?;
    let occupation = |(key, at, levels): OccupationAt| ExtractedOccupation {
        name: Named { key, span: places.take(at) },
        levels: levels.into_iter().map(|(level, at)| Spanned::new(level, places.take(at))).collect(),
    };
    let occupations = line.occupations.into_iter().map(occupation).collect();
    let statement = |(code, text, at): (String, String, At)| {
        let code = code.parse().map_err(|_unreadable| format!("`{code}` is not a code"))?;
        Ok::<_, String>(ExtractedStatement { code, text: text.into(), span: places.take(at) })
    };
    let statements = line.statements.into_iter().map(statement).collect::<Result<_, _>>()?;
    let version = version.map(Box::new);
    let mut pointers = places.pointers;
    pointers.sort_unstable();
    let extract = Extract { source: id, format, names, level, version, occupations, statements, pointers };
    let source = Source::with_positions_only(id, line.path, line.offset, places.positions);
    Ok((
        extract,
        match line.document {
            Some(document) => source.with_document(document),
            None => source,
        },
    ))
}

fn parsed_version(version: Version, places: &mut PlaceTable) -> Result<VersionExtract, String> {
    let text = |(value, at): TextAt, places: &mut PlaceTable| Spanned::new(value, places.take(at));
    let day = |day: Option<TextAt>, places: &mut PlaceTable| {
        day.map(|(day, at)| {
            let date = Date::of(&day).ok_or_else(|| format!("`{day}` is not a date"))?;
            Ok::<_, String>(Spanned::new(date, places.take(at)))
        })
        .transpose()
    };
    let digest = |digest: &String| u64::from_str_radix(digest, 16).map_err(|error| error.to_string());
    let option = |(id, title, at): (String, String, At)| OptionExtract { id, title, span: places.take(at) };
    Ok(VersionExtract {
        options: version.options.into_iter().map(option).collect(),
        reference: text(version.reference, places),
        version: version.number.map(|one| text(one, places)),
        status: version.status.map(|one| text(one, places)),
        lars_code: version.lars_code.map(|one| text(one, places)),
        earliest_start: day(version.earliest_start, places)?,
        latest_start: day(version.latest_start, places)?,
        published: day(version.published, places)?,
        texts: version.texts.as_ref().map(digest).transpose()?,
    })
}

/// The positions and pointers that a line gives.
#[derive(Default)]
struct PlaceTable {
    positions: Vec<(u32, Position)>,
    pointers: Vec<(Span, Box<str>)>,
}

impl PlaceTable {
    fn take(&mut self, at: At) -> Span {
        let (start, end, line, column, end_line, end_column, pointer) = at;
        self.positions.push((start, Position { line, column }));
        self.positions.push((end, Position { line: end_line, column: end_column }));
        let span = Span { start, end: end.max(start) };
        self.pointers.extend(pointer.map(|pointer| (span, pointer.into())));
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn what_was_written_is_read_again() {
        let text = "{\"kind\":\"occupation\",\"é\":1,\"reference\":\"ST9901\",\"version\":\"1.0\",\"title\":\"Cooper\",\
                    \"level\":3,\"larsCode\":7,\"dates\":{\"earliestStart\":\"2024-02-29\"},\
                    \"options\":[{\"code\":\"A\",\"title\":\"Barrels\"}],\"knowledge\":[{\"code\":\"K1\",\"text\":\"Oak.\"}]}";
        let id = SourceId::of_file(1).document(3);
        let source = Source::new(id, "a.jsonl", text).with_document("ST9901_1.0");
        let reading = read::read(&source, None);
        let pointer = reading.pointers().expect("JSON has pointers");
        let extract = Extract::from(reading.document.as_ref().expect("a document")).located(pointer);
        let line = written(&extract, &source);
        assert!(looks_like(&line), "{line}");
        let (again, places) = parse(&line, id).expect("an extract");
        assert_eq!(again, extract);
        assert_eq!(written(&again, &places), line);
        let version = extract.version.expect("a version");
        let at =
            |source: &Source| source.position(version.reference.span.start as usize, ColumnUnit::CodePoints);
        assert_eq!(at(&places), at(&source));
        assert!(parse("{}", id).is_err() && parse(&line.replace("/1", "/2"), id).is_err());
    }
}
