//! Values and members: small handles on nodes of a tree.

use std::borrow::Cow;

use super::node::Node;
use super::unescape::{unescape, unescaped};
use super::{Elements, Members, Tree, UniqueMembers, ValueKind};
use crate::source::{Span, Text, TextBuilder};

/// A value or a key of a [`Tree`]. What it lends out of the text outlives the tree.
#[derive(Clone, Copy)]
pub struct Value<'t, 's> {
    tree: &'t Tree<'s>,
    index: u32,
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Member<'t, 's> {
    /// Its key: a string, or invalid where there is no key to be seen.
    pub key: Value<'t, 's>,
    /// Its value; invalid, with an empty span, where there is none.
    pub value: Value<'t, 's>,
}

impl Member<'_, '_> {
    /// The span from the start of the key to the end of the value.
    #[must_use]
    pub fn span(self) -> Span {
        self.key.span().to(self.value.span())
    }
}

impl std::fmt::Debug for Value<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {:?} `{}`", self.kind(), self.span(), self.raw())
    }
}

impl<'t, 's> Value<'t, 's> {
    pub(super) fn new(tree: &'t Tree<'s>, index: u32) -> Self {
        Self { tree, index }
    }

    fn node(self) -> Node {
        self.tree.node(self.index)
    }

    fn slice(self, span: Span) -> &'s str {
        &self.tree.text[span.range()]
    }

    /// What the value is.
    #[must_use]
    pub fn kind(self) -> ValueKind {
        self.node().kind()
    }

    /// Where it stands, with its brackets or quotation marks.
    #[must_use]
    pub fn span(self) -> Span {
        self.node().span()
    }

    /// It as the file writes it.
    #[must_use]
    pub fn raw(self) -> &'s str {
        self.slice(self.span())
    }

    /// Whether what opens it, a bracket or a quotation mark, is closed before the text ends or something
    /// else goes on.
    #[must_use]
    pub fn is_closed(self) -> bool {
        let ends_with = |close: char| self.raw().len() > 1 && self.raw().ends_with(close);
        match self.kind() {
            ValueKind::Invalid => false,
            ValueKind::String => ends_with('"'),
            // The last item may end with the same bracket; the container's own comes behind it.
            ValueKind::Array | ValueKind::Object => {
                let kind = self.kind();
                let items_end = self.parts(kind).last().map_or(0, |item| item.span().end);
                ends_with(if kind == ValueKind::Array { ']' } else { '}' }) && items_end < self.span().end
            }
            _ => true,
        }
    }

    /// Its number in the tree: no two values or keys of one tree share it.
    #[must_use]
    pub fn index(self) -> u32 {
        self.index
    }

    /// The tree that it is part of.
    #[must_use]
    pub fn tree(self) -> &'t Tree<'s> {
        self.tree
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.kind() == ValueKind::Null
    }

    /// `true` or `false`, if it is one of them.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        (self.kind() == ValueKind::Bool).then(|| self.raw() == "true")
    }

    /// What it reads without escapes, if it is a string; borrowed from the text if it has none. Half
    /// a surrogate pair reads as U+FFFD.
    #[must_use]
    pub fn as_str(self) -> Option<Cow<'s, str>> {
        let content = self.content()?;
        Some(if self.node().is_escaped() { unescaped(content) } else { Cow::Borrowed(content) })
    }

    /// The same with the place of each character, if it is a string; the span is that between the
    /// quotation marks.
    #[must_use]
    pub fn text(self) -> Option<Text<'s>> {
        let content = self.content()?;
        let span = self.node().content();
        let start = span.range().start;
        if !self.node().is_escaped() {
            return Some(Text::verbatim(content, start));
        }
        let mut builder = TextBuilder::default();
        unescape(content, |piece, source| {
            builder.stands_for(piece, Span::new(start + source.start, start + source.end));
        });
        Some(builder.finish(span))
    }

    /// What it reads, if it is a string without escapes.
    #[must_use]
    pub fn verbatim(self) -> Option<&'s str> {
        self.content().filter(|_| !self.node().is_escaped())
    }

    /// The bytes of what it reads, if it is a string without escapes: to compare them costs less.
    #[must_use]
    #[inline]
    pub fn verbatim_bytes(self) -> Option<&'s [u8]> {
        self.node().verbatim(self.tree.text.as_bytes())
    }

    /// The same with its place, between the quotation marks.
    #[must_use]
    #[inline]
    pub fn verbatim_part(self) -> Option<(&'s [u8], Span)> {
        let node = self.node();
        node.verbatim(self.tree.text.as_bytes()).map(|bytes| (bytes, node.content()))
    }

    /// For each element of an array, the bytes of what it reads, if it is a string without escapes.
    pub fn verbatim_elements(self) -> impl Iterator<Item = Option<&'s [u8]>> {
        let text = self.tree.text.as_bytes();
        self.nodes().map(move |node| node.verbatim(text))
    }

    /// The nodes of the elements of an array.
    fn nodes(self) -> impl Iterator<Item = Node> {
        let end = if self.kind() == ValueKind::Array { self.node().next() } else { self.index };
        let (tree, mut at) = (self.tree, self.index + 1);
        std::iter::from_fn(move || {
            let node = (at < end).then(|| tree.node(at))?;
            at = node.next();
            Some(node)
        })
    }

    /// Where what stands between the quotation marks is, if it is a string.
    #[must_use]
    pub fn content_span(self) -> Option<Span> {
        (self.kind() == ValueKind::String).then(|| self.node().content())
    }

    /// What stands between the quotation marks, if it is a string.
    fn content(self) -> Option<&'s str> {
        (self.kind() == ValueKind::String).then(|| self.slice(self.node().content()))
    }

    /// What stands there if it is a number.
    fn digits(self) -> Option<&'s str> {
        (self.kind() == ValueKind::Number).then(|| self.raw())
    }

    /// It as a signed integer, if it is a number written as one and fits. `-0` is none, as in
    /// `serde_json`.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        self.digits().filter(|&digits| digits != "-0")?.parse().ok()
    }

    /// It as an unsigned integer, if it is a number written as one and fits.
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        self.digits()?.parse().ok()
    }

    /// It as a whole number, if it is one and fits, however it is written: `5000`, `5000.0` and `5e3` are the same.
    #[must_use]
    pub fn as_integer(self) -> Option<i64> {
        self.as_i64().or_else(|| whole(self.digits()?))
    }

    /// It as a floating-point number, rounded to the nearest one, if it is a number.
    #[must_use]
    pub fn as_f64(self) -> Option<f64> {
        self.digits()?.parse().ok()
    }

    /// All that it holds, if it is of that kind: elements, or keys and values by turns.
    fn parts(self, kind: ValueKind) -> Elements<'t, 's> {
        let end = if self.kind() == kind { self.node().next() } else { self.index };
        Elements::new(self.tree, self.index + 1, end)
    }

    /// The elements of an array; none of anything else.
    #[must_use]
    pub fn elements(self) -> Elements<'t, 's> {
        self.parts(ValueKind::Array)
    }

    /// The members of an object, repeated keys included; none of anything else.
    #[must_use]
    pub fn members(self) -> Members<'t, 's> {
        Members::new(self.parts(ValueKind::Object))
    }

    /// The members of an object, of repeated keys only the last: what most programs see.
    #[must_use]
    pub fn unique_members(self) -> UniqueMembers<'t, 's> {
        UniqueMembers::new(self.members())
    }

    /// Whether it is a key that a later member of its object has as well.
    pub(super) fn is_shadowed(self) -> bool {
        self.node().is_shadowed()
    }

    /// The number of elements of an array or of members of an object, repeated keys included; 0 of
    /// anything else.
    #[must_use]
    pub fn len(self) -> usize {
        match (self.kind(), self.node().len()) {
            (ValueKind::Array | ValueKind::Object, Some(len)) => len as usize,
            (ValueKind::Object, None) => self.members().count(),
            _ => self.elements().count(),
        }
    }

    /// The number of different keys of an object; otherwise as [`Value::len`].
    #[must_use]
    pub fn unique_len(self) -> usize {
        if self.tree.duplicates.is_empty() || self.kind() != ValueKind::Object {
            return self.len();
        }
        self.unique_members().count()
    }

    /// Whether it has neither elements nor members.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The value of the member `key` of an object: the last one if the key is repeated.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Self> {
        self.get_member(key).map(|member| member.value)
    }

    /// The member `key` of an object: the last one if the key is repeated.
    #[must_use]
    pub fn get_member(self, key: &str) -> Option<Member<'t, 's>> {
        self.unique_members().find(|member| member.key.reads(key))
    }

    /// Whether it is a string that reads `text`.
    fn reads(self, text: &str) -> bool {
        match self.verbatim_bytes() {
            Some(content) => content == text.as_bytes(),
            None => self.content().is_some_and(|content| unescaped(content) == text),
        }
    }
}

/// The whole number that a JSON number with a point or an exponent comes to, without rounding.
fn whole(number: &str) -> Option<i64> {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (digits, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let all = format!("{digits}{fraction}");
    if all.bytes().all(|byte| matches!(byte, b'0' | b'-')) {
        return Some(0);
    }
    let zeros = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    if zeros >= 0 {
        let factor = 10_i64.checked_pow(u32::try_from(zeros).ok()?)?;
        return all.parse::<i64>().ok()?.checked_mul(factor);
    }
    let kept = all.len().checked_sub(usize::try_from(zeros.checked_neg()?).ok()?)?;
    let (whole, rest) = all.split_at(kept);
    rest.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        for (number, value) in [
            ("2.0", 2),
            ("2e0", 2),
            ("5E+3", 5000),
            ("5000.00", 5000),
            ("1.25e2", 125),
            ("500e-2", 5),
            ("-0", 0),
            ("-0.0", 0),
            ("0e99999", 0),
            ("-1.5e1", -15),
            ("9223372036854775807.0", i64::MAX),
        ] {
            assert_eq!(whole(number), Some(value), "{number}");
        }
        for number in
            ["5000.5", "5e-1", "-5e-3", "1.25e1", "1e99", "1e99999999999999999999", "9223372036854775808"]
        {
            assert_eq!(whole(number), None, "{number}");
        }
    }
}
