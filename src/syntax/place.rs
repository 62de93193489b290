//! From a place to the value that stands there, and from a JSON pointer (RFC 6901) to its value.

use super::{Tree, Value, ValueKind};
use crate::source::Span;

impl<'s> Tree<'s> {
    /// The JSON pointer of the innermost value that covers `span`; that of the member if the span
    /// lies in its key. Empty, which means the whole document, if no smaller value does.
    #[must_use]
    pub fn pointer(&self, span: Span) -> String {
        let mut pointer = String::new();
        let mut within = self.root();
        while let Some((step, value)) = within.and_then(|value| step_to(value, span)) {
            pointer.push('/');
            pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
            within = value;
        }
        pointer
    }

    /// The value that the steps lead to from the root: keys as they read, and numbers of elements.
    /// A JSON pointer's own escapes `~0` and `~1` are not undone here.
    #[must_use]
    pub fn at(&self, steps: impl IntoIterator<Item = impl AsRef<str>>) -> Option<Value<'_, 's>> {
        steps.into_iter().try_fold(self.root()?, |value, step| child(value, step.as_ref()))
    }

    /// The value that a JSON pointer leads to, such as `/duties/0/title`.
    #[must_use]
    pub fn resolve(&self, pointer: &str) -> Option<Value<'_, 's>> {
        if pointer.is_empty() {
            return self.root();
        }
        let steps = pointer.strip_prefix('/')?.split('/');
        self.at(steps.map(|step| step.replace("~1", "/").replace("~0", "~")))
    }
}

/// The step from a container towards `span`, and the value to go on from: none if the span lies in
/// the member, but not in its value.
fn step_to<'t, 's>(value: Value<'t, 's>, span: Span) -> Option<(String, Option<Value<'t, 's>>)> {
    if value.kind() == ValueKind::Array {
        let mut elements = value.elements().enumerate();
        let (index, element) = elements.find(|(_, element)| element.span().contains(span))?;
        return Some((index.to_string(), Some(element)));
    }
    let member = value.members().find(|member| member.span().contains(span))?;
    let key = member.key.as_str().unwrap_or_default().into_owned();
    Some((key, Some(member.value).filter(|value| value.span().contains(span))))
}

/// One step down.
fn child<'t, 's>(value: Value<'t, 's>, step: &str) -> Option<Value<'t, 's>> {
    if value.kind() == ValueKind::Object {
        return value.get(step);
    }
    let plain = step == "0" || (!step.starts_with('0') && step.bytes().all(|byte| byte.is_ascii_digit()));
    let index = step.parse().ok().filter(|_| plain)?;
    value.elements().nth(index)
}
