//! Cuts a run of text into what stays, what a tracked change deletes and what it inserts.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::comment::AUTHOR;
use super::super::error::OfficeError;
use super::super::letters::raw_offset;
use super::super::lines::Run;
use super::super::xml::{Item, Xml, escaped};
use super::raw::with_id;

/// What is done to the text of a piece: these bytes are removed, and this text comes after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) gone: Range<usize>,
    pub(super) new: String,
}

/// Whether a piece of text can be cut there.
pub(super) fn can_be_cut(piece: &Run, gone: &Range<usize>, xml: &str, w: &str) -> bool {
    let is_named = |at: usize, name: &str| {
        let rest = xml[at..].strip_prefix('<').and_then(|rest| rest.strip_prefix(w));
        rest.and_then(|rest| rest.strip_prefix(name)).is_some_and(|rest| rest.starts_with([' ', '>', '/']))
    };
    let run = &xml[piece.whole.clone()];
    let begins = tag_len(run).map(|len| piece.whole.start + len);
    let before_properties = begins.and_then(|begins| xml.get(begins..piece.properties.start));
    let is_plain = piece.properties.is_empty() || before_properties.is_some_and(|xml| xml.trim().is_empty());
    // What is in a text box has its own runs, inside this one.
    is_named(piece.whole.start, "r") && is_plain && !run.contains("txbxContent") && {
        let content = &xml[piece.content.clone()];
        let raw = [gone.start, gone.end].map(|offset| raw_offset(content, offset));
        is_sign(piece) || is_named(piece.tag.start, "t") && raw.iter().all(Option::is_some)
    }
}

/// Whether a piece of text is an element that stands for a character.
fn is_sign(piece: &Run) -> bool {
    piece.content.is_empty()
}

/// The length of the tag that XML begins with.
fn tag_len(xml: &str) -> Option<usize> {
    match Xml::new(xml, "run").next() {
        Ok(Item::Open(element)) => Some(element.tag.end),
        _ => None,
    }
}

/// Writes tracked changes into runs.
pub(super) struct Cutter<'x> {
    pub(super) xml: &'x str,
    /// The prefix of names.
    pub(super) w: &'x str,
    pub(super) date: &'x str,
    pub(super) ids: Ids,
}

/// The numbers that tracked changes and other marks have.
#[derive(Debug, Default)]
pub(super) struct Ids {
    used: BTreeSet<u32>,
    next: u32,
}

impl Ids {
    /// The numbers in a text.
    pub(super) fn of(text: &str) -> Result<Self, OfficeError> {
        let mut xml = Xml::new(text, "document");
        let mut used = BTreeSet::new();
        loop {
            match xml.next()? {
                Item::Open(element) => {
                    let id = element.attribute("id").and_then(|id| id.parse::<u32>().ok());
                    used.extend(id);
                }
                Item::End => return Ok(Self { used, next: 0 }),
                _ => (),
            }
        }
    }

    /// A number that is not in use yet.
    fn fresh(&mut self) -> u32 {
        while !self.used.insert(self.next) {
            self.next += 1;
        }
        self.next
    }
}

/// What becomes of a part of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes,
    Comes,
}

/// The parts of a run, in order; neighbours with the same fate are one part.
#[derive(Debug, Default)]
struct Parts(Vec<(Fate, String)>);

impl Parts {
    fn push(&mut self, fate: Fate, xml: &str) {
        match self.0.last_mut() {
            _ if xml.is_empty() => (),
            Some((last, part)) if *last == fate => part.push_str(xml),
            _ => self.0.push((fate, xml.to_owned())),
        }
    }
}

impl Cutter<'_> {
    /// The run that these pieces are in, with their cuts made; pieces and cuts are in order.
    pub(super) fn run(&mut self, pieces: &[(&Run, Vec<Cut>)]) -> String {
        let Some((first, _)) = pieces.first() else { return String::new() };
        let (whole, properties) = (first.whole.clone(), first.properties.clone());
        let run = &self.xml[whole.clone()];
        let tag = &run[..tag_len(run).unwrap_or_default()];
        let mut at = if properties.is_empty() { whole.start + tag.len() } else { properties.end };
        let end = whole.start + run.rfind("</").unwrap_or(run.len());
        let mut parts = Parts::default();
        for (piece, cuts) in pieces {
            parts.push(Fate::Stays, &self.xml[at..piece.tag.start]);
            at = self.piece(piece, cuts, &mut parts);
        }
        parts.push(Fate::Stays, &self.xml[at..end]);
        let properties = &self.xml[properties];
        let is_nothing = |fate: Fate, xml: &str| fate == Fate::Stays && xml.trim().is_empty();
        let parts = parts.0.into_iter().filter(|(fate, xml)| !is_nothing(*fate, xml)).enumerate();
        parts.map(|(index, (fate, xml))| self.part(fate, &xml, tag, properties, first, index > 0)).collect()
    }

    /// Cuts a piece and returns the place where it ends.
    fn piece(&self, piece: &Run, cuts: &[Cut], parts: &mut Parts) -> usize {
        if is_sign(piece) {
            let is_gone = cuts.iter().any(|cut| !cut.gone.is_empty());
            // What is inserted before a sign, and not in its place, comes first.
            let (before, behind): (Vec<_>, Vec<_>) =
                cuts.iter().partition(|cut| cut.gone.is_empty() && cut.gone.start == 0);
            for cut in before {
                parts.push(Fate::Comes, &cut.new);
            }
            parts.push(if is_gone { Fate::Goes } else { Fate::Stays }, &self.xml[piece.tag.clone()]);
            for cut in behind {
                parts.push(Fate::Comes, &cut.new);
            }
            return piece.tag.end;
        }
        let content = &self.xml[piece.content.clone()];
        let raw = |offset: usize| raw_offset(content, offset).unwrap_or(content.len());
        let text = |name: &str, xml: &str| match xml {
            "" => String::new(),
            _ => format!("<{w}{name} xml:space=\"preserve\">{xml}</{w}{name}>", w = self.w),
        };
        let mut at = 0;
        for cut in cuts {
            let gone = raw(cut.gone.start)..raw(cut.gone.end);
            parts.push(Fate::Stays, &text("t", &content[at..gone.start]));
            parts.push(Fate::Goes, &text("delText", &content[gone.clone()]));
            parts.push(Fate::Comes, &cut.new);
            at = gone.end;
        }
        parts.push(Fate::Stays, &text("t", &content[at..]));
        let behind = &self.xml[piece.content.end..];
        piece.content.end + behind.find('>').map_or(0, |end| end + 1)
    }

    /// A part of a run as XML; `again` says that its properties were written before.
    fn part(&mut self, fate: Fate, xml: &str, tag: &str, properties: &str, run: &Run, again: bool) -> String {
        let w = self.w;
        let properties = match fate {
            Fate::Comes => without_change(properties).concat(),
            _ if again => self.renewed(properties),
            _ => properties.to_owned(),
        };
        let whole = |xml: &str| format!("{tag}{properties}{xml}</{w}r>");
        match fate {
            Fate::Stays => whole(xml),
            Fate::Goes => self.marked("del", &whole(xml)),
            Fate::Comes => {
                let text = format!("<{w}t xml:space=\"preserve\">{}</{w}t>", escaped(xml));
                let new = self.marked("ins", &whole(&text));
                self.beside(&new, &run.insertion)
            }
        }
    }

    /// XML inside a mark of a tracked change.
    fn marked(&mut self, name: &str, xml: &str) -> String {
        let (w, date, id) = (self.w, self.date, self.ids.fresh());
        format!("<{w}{name} {w}id=\"{id}\" {w}author=\"{AUTHOR}\" {w}date=\"{date}\">{xml}</{w}{name}>")
    }

    /// An insertion next to the one whose tag is `other`, which ends before it and continues after it: an insertion
    /// inside another one would count as the other author's.
    fn beside(&mut self, new: &str, other: &Range<usize>) -> String {
        if other.is_empty() {
            return new.to_owned();
        }
        let w = self.w;
        let tag = self.with_fresh_id(&self.xml[other.clone()]);
        format!("</{w}ins>{new}{tag}")
    }

    /// Properties for another run: a tracked change in them has a number of its own.
    fn renewed(&mut self, properties: &str) -> String {
        let [before, behind] = without_change(properties);
        let change = &properties[before.len()..properties.len() - behind.len()];
        if change.is_empty() {
            return properties.to_owned();
        }
        let len = tag_len(change).unwrap_or_default();
        format!("{before}{}{}{behind}", self.with_fresh_id(&change[..len]), &change[len..])
    }

    /// A tag with a number of its own.
    fn with_fresh_id(&mut self, tag: &str) -> String {
        with_id(tag, self.w, self.ids.fresh())
    }
}

/// What comes before a tracked change of properties, and what comes after it.
fn without_change(properties: &str) -> [&str; 2] {
    let mut xml = Xml::new(properties, "properties");
    loop {
        match xml.next() {
            Ok(Item::Open(element)) if element.name() == "rPrChange" => {
                let ended = xml.skip().is_ok();
                let end = if ended { xml.position() } else { properties.len() };
                return [&properties[..element.tag.start], &properties[end..]];
            }
            Ok(Item::End) | Err(_) => return [properties, ""],
            Ok(_) => (),
        }
    }
}
