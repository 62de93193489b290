//! Values and members: small handles on nodes of a tree.

use std::borrow::Cow;

use super::node::Node;
use super::unescape::{unescape, unescaped};
use super::{Tree, ValueKind};
use crate::source::{Span, Text, TextBuilder};

/// A value or a key of a [`Tree`]. What is borrowed from the text through it can outlive the tree.
#[derive(Clone, Copy)]
pub struct Value<'t, 's> {
    tree: &'t Tree<'s>,
    index: u32,
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Member<'t, 's> {
    /// Its key: a string, or invalid where no key can be made out.
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

impl<'s> Tree<'s> {
    /// The outermost value; `None` if the text is empty.
    #[must_use]
    pub fn root(&self) -> Option<Value<'_, 's>> {
        (!self.nodes.is_empty()).then_some(Value::new(self, 0))
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

    pub(super) fn node(self) -> Node {
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

    /// Where it is, with its brackets or quotation marks.
    #[must_use]
    pub fn span(self) -> Span {
        self.node().span()
    }

    /// The value exactly as the file writes it.
    #[must_use]
    pub fn raw(self) -> &'s str {
        self.slice(self.span())
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

    /// `true` or `false`, if it is either of them.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        (self.kind() == ValueKind::Bool).then(|| self.raw() == "true")
    }

    /// Its text without escapes, if it is a string; borrowed from the source text if it has no escapes. Half a
    /// surrogate pair becomes U+FFFD.
    #[must_use]
    pub fn as_str(self) -> Option<Cow<'s, str>> {
        let content = self.content()?;
        Some(if self.node().is_escaped() { unescaped(content) } else { Cow::Borrowed(content) })
    }

    /// The same with the place of each character, if it is a string; the span is what is between
    /// the quotation marks.
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

    /// Its text, if it is a string without escapes.
    #[must_use]
    pub fn verbatim(self) -> Option<&'s str> {
        self.content().filter(|_| !self.node().is_escaped())
    }

    /// The bytes of its text, if it is a string without escapes: comparing them costs less.
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

    /// The span between the quotation marks, if it is a string.
    #[must_use]
    pub fn content_span(self) -> Option<Span> {
        (self.kind() == ValueKind::String).then(|| self.node().content())
    }

    /// What is between the quotation marks, if it is a string.
    fn content(self) -> Option<&'s str> {
        (self.kind() == ValueKind::String).then(|| self.slice(self.node().content()))
    }

    /// Its digits as written, if it is a number.
    fn digits(self) -> Option<&'s str> {
        (self.kind() == ValueKind::Number).then(|| self.raw())
    }

    /// Its value as a signed integer, if it is a number that is written as one and fits. `-0` does
    /// not count, as in `serde_json`.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        self.digits().filter(|&digits| digits != "-0")?.parse().ok()
    }

    /// Its value as an unsigned integer, if it is a number that is written as one and fits.
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        self.digits()?.parse().ok()
    }

    /// Its value as a whole number, if it is one and fits, however it is written: `5000`, `5000.0` and `5e3` are the
    /// same.
    #[must_use]
    pub fn as_integer(self) -> Option<i64> {
        self.as_i64().or_else(|| whole(self.digits()?))
    }

    /// Its value as a floating-point number, rounded to the nearest one, if it is a number.
    #[must_use]
    pub fn as_f64(self) -> Option<f64> {
        self.digits()?.parse().ok()
    }

    /// Whether it is a key that a later member of its object has as well.
    pub(super) fn is_shadowed(self) -> bool {
        self.node().is_shadowed()
    }

    /// Whether it is a string whose text is `text`.
    pub(super) fn reads(self, text: &str) -> bool {
        match self.verbatim_bytes() {
            Some(content) => content == text.as_bytes(),
            None => self.content().is_some_and(|content| unescaped(content) == text),
        }
    }
}

/// The whole number that a JSON number with a decimal point or an exponent comes to, without rounding.
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
