//! Words in a SARIF log.

use std::borrow::Cow;

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Message<'a> {
    pub(super) text: Cow<'a, str>,
}
