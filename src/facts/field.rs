//! The state of a field of a document: not shown, missing, empty, unreadable or stated.

use crate::source::{Span, Spanned, Text};

/// The state of a field of a document.
#[derive(Clone, Debug, Default)]
pub enum Field<T> {
    /// Documents of this format never show it, so nothing follows from its absence.
    NotShown,
    /// Documents of this format can state it; this one does not.
    #[default]
    Missing,
    /// There is a place for it, but it is empty: this one.
    Empty(Span),
    /// There is a value of the wrong type, at this place; the reader has reported it.
    Unreadable(Span),
    /// It is stated.
    Stated(T),
}

impl<T> Field<T> {
    /// The stated value.
    pub fn stated(&self) -> Option<&T> {
        match self {
            Self::Stated(value) => Some(value),
            _ => None,
        }
    }

    /// The stated value, to change it.
    pub fn stated_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Stated(value) => Some(value),
            _ => None,
        }
    }

    /// Whether documents of this format can state it and this one does not.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Whether this document says anything about it, even if only that it is empty.
    pub fn is_mentioned(&self) -> bool {
        !matches!(self, Self::Missing | Self::NotShown)
    }

    /// The place that was left empty.
    pub fn empty(&self) -> Option<Span> {
        match self {
            Self::Empty(span) => Some(*span),
            _ => None,
        }
    }
}

impl<'s> From<Text<'s>> for Field<Text<'s>> {
    /// A stated text, or an empty place for one.
    fn from(text: Text<'s>) -> Self {
        // Hardly any text begins with white space.
        let is_blank = !text.starts_with(|c: char| !c.is_whitespace()) && text.trim().is_empty();
        if is_blank { Self::Empty(text.span()) } else { Self::Stated(text) }
    }
}

impl<T> From<Spanned<T>> for Field<Spanned<T>> {
    fn from(value: Spanned<T>) -> Self {
        Self::Stated(value)
    }
}

impl<T> Field<List<T>> {
    /// The items of a list; none if it is not stated.
    #[must_use]
    pub fn items(&self) -> &[T] {
        self.stated().map_or(&[], |list| list.items.as_slice())
    }
}

/// A list and the heading or key that it is under.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// The heading or key, or the first item where there is none.
    pub heading: Span,
    /// The items, in the document's order.
    pub items: Vec<T>,
}

impl<T> List<T> {
    /// A list under `heading`.
    #[must_use]
    pub fn new(heading: Span, items: Vec<T>) -> Self {
        Self { heading, items }
    }
}
