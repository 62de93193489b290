//! The members of an object by their known keys, with a misspelt key taken for the one that was meant.

use crate::model::{Field, List};
use crate::source::{Spanned, Text, TextBuilder};
use crate::spelling::nearest;
use crate::syntax::{Member, Value, ValueKind};

/// With this few members, an object is searched for each key; with more, the known members are collected first.
const FEW: usize = 8;

/// An object with more unknown keys than this is something else: none of them is taken for a misspelling.
const MOST_UNKNOWN: usize = 1000;

/// The members of `value` with the keys of `known`, one for each; as with [`Fields::new`], a misspelt key counts as the
/// one that was meant.
pub(in crate::read) fn members<'t, 's, const N: usize>(
    value: Value<'t, 's>,
    known: &'static [&'static str; N],
) -> [Option<Member<'t, 's>>; N] {
    let (mut all, mut next, mut is_known) = ([None; N], 0, true);
    for member in value.unique_members() {
        match place(member, known, next) {
            Some(at) => {
                all[at] = Some(member);
                next = at + 1;
            }
            None => is_known = false,
        }
    }
    if is_known { all } else { misspelt(value, known) }
}

/// The same where there are other keys.
#[cold]
fn misspelt<'t, 's, const N: usize>(
    value: Value<'t, 's>,
    known: &'static [&'static str; N],
) -> [Option<Member<'t, 's>>; N] {
    let fields = Fields::new(value, known);
    known.map(|key| fields.member(key))
}

/// The members of an object whose keys are known.
pub(in crate::read) struct Fields<'t, 's> {
    /// The object, if it is searched for each key.
    object: Option<Value<'t, 's>>,
    /// The members that were collected, each by the key that it has or was meant to have.
    noted: Vec<(&'static str, Member<'t, 's>)>,
}

impl<'t, 's> Fields<'t, 's> {
    /// The members of `value` with a key of `known`. An unknown key counts as the one that it is a
    /// misspelling of, if that one is absent: the schema reports it, and nothing else should go
    /// wrong.
    pub(in crate::read) fn new(value: Value<'t, 's>, known: &'static [&'static str]) -> Self {
        let (mut fields, unknown) = Self::noted(value, known);
        if unknown.len() > MOST_UNKNOWN {
            return fields;
        }
        let is_absent = |known: &&str| fields.member(known).is_none();
        let mut absent: Vec<&'static str> = known.iter().copied().filter(is_absent).collect();
        for member in unknown {
            let key = member.key.as_str().unwrap_or_default();
            if let Some(meant) = nearest(&key, absent.iter().copied()) {
                absent.retain(|known| *known != meant);
                fields.noted.push((meant, member));
            }
        }
        fields
    }

    /// The members of `value` with a key of `known`, with any other left alone: what programs write has no misspelt
    /// keys, but may have keys that are not documented yet.
    pub(in crate::read) fn exact(value: Value<'t, 's>, known: &'static [&'static str]) -> Self {
        if value.len() <= FEW {
            return Self { object: Some(value), noted: Vec::new() };
        }
        Self::noted(value, known).0
    }

    /// The members of `value`, which is searched for each key: it has few that matter.
    pub(in crate::read) fn asked(value: Value<'t, 's>) -> Self {
        Self { object: Some(value), noted: Vec::new() }
    }

    /// The members that are known, and all others.
    fn noted(value: Value<'t, 's>, known: &'static [&'static str]) -> (Self, Vec<Member<'t, 's>>) {
        let object = Some(value).filter(|value| value.len() <= FEW);
        let mut noted = Vec::with_capacity(if object.is_some() { 0 } else { value.len() });
        let (mut unknown, mut next) = (Vec::new(), 0);
        for member in value.unique_members() {
            let Some(at) = place(member, known, next) else {
                unknown.push(member);
                continue;
            };
            next = at + 1;
            if object.is_none() {
                noted.push((known[at], member));
            }
        }
        (Self { object, noted }, unknown)
    }

    /// The member with this key.
    pub(in crate::read) fn member(&self, key: &str) -> Option<Member<'t, 's>> {
        let noted = || self.noted.iter().find(|(known, _)| *known == key).map(|(_, member)| *member);
        self.object.and_then(|object| object.get_member(key)).or_else(noted)
    }

    /// The value under this key.
    pub(in crate::read) fn get(&self, key: &str) -> Option<Value<'t, 's>> {
        self.member(key).map(|member| member.value)
    }

    pub(in crate::read) fn text(&self, key: &str) -> Field<Text<'s>> {
        self.get(key).map_or(Field::Missing, text)
    }

    /// A text, or the digits of a whole number.
    pub(in crate::read) fn text_or_number(&self, key: &str) -> Field<Text<'s>> {
        let number = self.get(key).and_then(|value| Some((value, value.as_integer()?)));
        number.map_or_else(|| self.text(key), |(value, number)| Field::Stated(digits(value, number)))
    }

    pub(in crate::read) fn integer(&self, key: &str) -> Field<Spanned<i64>> {
        self.scalar(key, Value::as_integer)
    }

    pub(in crate::read) fn boolean(&self, key: &str) -> Field<Spanned<bool>> {
        self.scalar(key, Value::as_bool)
    }

    fn scalar<T>(&self, key: &str, read: impl Fn(Value<'t, 's>) -> Option<T>) -> Field<Spanned<T>> {
        let Some(value) = self.get(key) else { return Field::Missing };
        match read(value) {
            Some(scalar) => Field::Stated(Spanned::new(scalar, value.span())),
            None if value.is_null() => Field::Empty(value.span()),
            None => Field::Unreadable(value.span()),
        }
    }

    /// The list under this key, with its elements read by `read`; what that cannot read is left
    /// out, as the schema has reported it.
    pub(in crate::read) fn list<T>(
        &self,
        key: &str,
        read: impl FnMut(Value<'t, 's>) -> Option<T>,
    ) -> Field<List<T>> {
        list(self.member(key), read)
    }

    /// The list of texts under this key.
    pub(in crate::read) fn texts(&self, key: &str) -> Field<List<Text<'s>>> {
        self.list(key, Value::text)
    }

    /// The object under this key.
    pub(in crate::read) fn object(&self, key: &str, known: &'static [&'static str]) -> Option<Self> {
        self.get(key).filter(|value| value.kind() == ValueKind::Object).map(|value| Self::new(value, known))
    }

    /// The objects in the list under this key, as [`Fields::exact`] reads them.
    pub(in crate::read) fn objects_exact(&self, key: &str, known: &'static [&'static str]) -> Vec<Self> {
        let elements = self.get(key).into_iter().flat_map(Value::elements);
        elements.filter(|one| one.kind() == ValueKind::Object).map(|one| Self::exact(one, known)).collect()
    }

    /// The objects in the list under this key.
    pub(in crate::read) fn objects(&self, key: &str, known: &'static [&'static str]) -> Vec<Self> {
        let elements = self.get(key).into_iter().flat_map(Value::elements);
        elements.filter(|one| one.kind() == ValueKind::Object).map(|one| Self::new(one, known)).collect()
    }
}

/// The position of a key among those known; `next` is where it is looked for first, since members are usually in the
/// order of the documentation.
fn place(member: Member<'_, '_>, known: &[&str], next: usize) -> Option<usize> {
    let of = |key: &[u8]| {
        let is_it = |known: &&str| known.as_bytes() == key;
        // Few keys have the same length, so looking at each is quick.
        if known.get(next).is_some_and(is_it) { Some(next) } else { known.iter().position(is_it) }
    };
    match member.key.verbatim_bytes() {
        Some(key) => of(key),
        None => of(member.key.as_str()?.as_bytes()),
    }
}

/// The list of a member, as [`Fields::list`] reads it.
pub(in crate::read) fn list<'t, 's, T>(
    member: Option<Member<'t, 's>>,
    read: impl FnMut(Value<'t, 's>) -> Option<T>,
) -> Field<List<T>> {
    let Some(member) = member else { return Field::Missing };
    match member.value.kind() {
        ValueKind::Array => {
            let mut items = Vec::with_capacity(member.value.len());
            items.extend(member.value.elements().filter_map(read));
            Field::Stated(List::new(member.key.span(), items))
        }
        ValueKind::Null => Field::Empty(member.key.span()),
        _ => Field::Unreadable(member.value.span()),
    }
}

/// The digits of a whole number: as it is written, unless it is written with a decimal point or an exponent.
fn digits<'s>(value: Value<'_, 's>, number: i64) -> Text<'s> {
    if value.as_i64().is_some() {
        return Text::verbatim(value.raw(), value.span().range().start);
    }
    let mut builder = TextBuilder::default();
    builder.stands_for(&number.to_string(), value.span());
    builder.finish(value.span())
}

/// A text, or why there is none.
pub(in crate::read) fn text<'s>(value: Value<'_, 's>) -> Field<Text<'s>> {
    match value.text() {
        Some(text) if text.is_empty() => Field::Empty(value.span()),
        Some(text) => Field::from(text),
        None if value.is_null() => Field::Empty(value.span()),
        None => Field::Unreadable(value.span()),
    }
}
