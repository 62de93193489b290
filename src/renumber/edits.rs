//! The edits that give a document its new codes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::moves::Moves;
use super::refusal::NotRenumbered;
use super::tokens;
use crate::diagnostic::Edit;
use crate::model::{Code, Standard};
use crate::source::{Source, Span, Spanned, Text};

/// What needs to be changed, and which places stand for codes.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// The edits.
    pub(super) all: Vec<Edit>,
    /// For each edit the code that it is about.
    pub(super) about: Vec<Code>,
    /// The places of the edits of figures.
    places: BTreeSet<Span>,
    /// All places that stand for codes of the document, changed or not, in order and without overlap.
    pub(super) known: Vec<Span>,
    /// Codes that no statement has, and that were in a range but no longer are.
    pub(super) dropped: Vec<(Code, Span)>,
    /// Codes in the mapping that no statement has.
    pub(super) dangling: Vec<(Code, Span)>,
}

impl Edits {
    /// The edits of a standard.
    pub(super) fn new(
        standard: &Standard<'_>,
        source: &Source,
        moves: &Moves,
    ) -> Result<Self, NotRenumbered> {
        let mut edits = Self::default();
        for statement in standard.statements.items() {
            edits.code(statement.code, source, moves)?;
        }
        for (index, duty) in standard.duties.items().iter().enumerate() {
            if let Some(code) = duty.code {
                edits.code(code, source, moves)?;
            }
            for cluster in clusters(duty.codes()) {
                let duty = (standard.duty_subject(index), duty.code);
                edits.listed(&cluster, &duty, source, moves)?;
            }
        }
        for ignore in &standard.about.ignores {
            ignore.subject.stated().into_iter().for_each(|subject| edits.subject(subject, moves));
        }
        edits.known.sort_unstable();
        edits.known.dedup();
        Ok(edits)
    }

    /// A code that stands alone: of a statement, of a duty, or in a list.
    fn code(&mut self, code: Spanned<Code>, source: &Source, moves: &Moves) -> Result<(), NotRenumbered> {
        self.known.push(code.span);
        let Some(new) = moves.of(code.value).filter(|new| *new != code.value) else { return Ok(()) };
        let figures = figures(source.slice(code.span), code.value.number);
        let figures = figures.ok_or(NotRenumbered::Unwritable(code.value))?;
        self.figures(code.span, &figures, new, source);
        Ok(())
    }

    /// Replaces figures with a number, with as many leading zeros as there were.
    fn figures(&mut self, span: Span, figures: &Range<usize>, new: Code, source: &Source) {
        let start = span.range().start + figures.start;
        let place = Span::new(start, start + figures.len());
        let old = source.slice(place);
        let replacement = match old.strip_prefix('0') {
            Some(_) => format!("{:0width$}", new.number, width = old.len()),
            None => new.number.to_string(),
        };
        // A statement below the duty that lists it is defined and listed in the same place.
        if replacement != old && self.places.insert(place) {
            self.all.push(Edit { span: place, replacement });
            self.about.push(new);
        }
    }

    /// A code in the list of a duty, or what shows elsewhere that it is listed: the duty in the row of a statement, or
    /// a mark in a grid, which has no code to change.
    fn link(
        &mut self,
        code: Spanned<Code>,
        duty: Option<Code>,
        source: &Source,
        moves: &Moves,
    ) -> Result<(), NotRenumbered> {
        let text = source.slice(code.span);
        if !text.contains(|c: char| c.is_ascii_digit()) {
            self.known.push(code.span);
            return Ok(());
        }
        let is_named = |code: &Code| tokens::codes(text).any(|(found, _)| found == *code);
        let named = duty.filter(|duty| is_named(duty) && !is_named(&code.value));
        self.code(named.map_or(code, |duty| Spanned::new(duty, code.span)), source, moves)
    }

    /// Codes in the list of a duty: one alone, or those of a range.
    fn listed(
        &mut self,
        cluster: &[Spanned<Code>],
        (subject, duty): &(String, Option<Spanned<Code>>),
        source: &Source,
        moves: &Moves,
    ) -> Result<(), NotRenumbered> {
        if let [code] = cluster {
            if moves.of(code.value).is_none() {
                if moves.gives(code.value) {
                    return Err(NotRenumbered::Dangling(subject.clone(), code.value));
                }
                self.dangling.push((code.value, code.span));
            }
            let duty = duty.map(|duty| duty.value);
            return self.link(*code, duty, source, moves);
        }
        let whole = cluster.iter().fold(cluster[0].span, |whole, code| whole.to(code.span));
        self.known.push(whole);
        let stated: Vec<Code> = cluster.iter().filter_map(|code| moves.of(code.value)).collect();
        let lost = cluster.iter().filter(|code| moves.of(code.value).is_none());
        let lost = lost.map(|code| (code.value, code.span));
        if !cluster.iter().any(|code| moves.changes_meaning(code.value)) {
            self.dangling.extend(lost);
            return Ok(());
        }
        let text = source.slice(whole);
        let (first, end) = (cluster[0].value, cluster[cluster.len() - 1].value);
        let ends = [first, end].map(|end| moves.of(end));
        let [Some(from), Some(to)] = ends else { return Err(NotRenumbered::Range(text.to_owned())) };
        self.dropped.extend(lost);
        let is_range = stated.windows(2).all(|pair| pair[1].follows(pair[0]));
        match (figures(text, first.number), last_figures(text, end.number)) {
            (Some(begin), Some(end)) if is_range && begin.end <= end.start => {
                self.figures(whole, &begin, from, source);
                self.figures(whole, &end, to, source);
            }
            _ => {
                let codes: Vec<String> = stated.iter().map(ToString::to_string).collect();
                self.all.push(Edit { span: whole, replacement: codes.join(", ") });
                self.about.push(from);
            }
        }
        Ok(())
    }

    /// The codes in the subject of an ignore: `K7`, `D10→K27`.
    fn subject(&mut self, subject: &Text<'_>, moves: &Moves) {
        for (code, range) in tokens::codes(subject) {
            let span = subject.span_of(range.clone());
            self.known.push(span);
            let new = moves.of(code).filter(|new| *new != code);
            if let Some((new, _)) = new.zip(figures(&subject[range], code.number)) {
                self.all.push(Edit { span, replacement: new.to_string() });
                self.about.push(new);
            }
        }
    }
}

/// The codes of a list: each alone, or with those of its range, which stand for the same words.
fn clusters(codes: &[Spanned<Code>]) -> Vec<Vec<Spanned<Code>>> {
    let mut clusters: Vec<(Span, Vec<Spanned<Code>>)> = Vec::new();
    for code in codes {
        match clusters.last_mut() {
            Some((span, cluster)) if code.span.start < span.end && span.start < code.span.end => {
                *span = span.to(code.span);
                cluster.push(*code);
            }
            _ => clusters.push((code.span, vec![*code])),
        }
    }
    clusters.into_iter().map(|(_, cluster)| cluster).collect()
}

/// The first figures of a text, if they are this number.
fn figures(text: &str, number: u32) -> Option<Range<usize>> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let len = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
    (text[start..start + len].parse() == Ok(number)).then_some(start..start + len)
}

/// The last figures of a text, if they are this number.
fn last_figures(text: &str, number: u32) -> Option<Range<usize>> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let start = text[..end].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (text[start..end].parse() == Ok(number)).then_some(start..end)
}
