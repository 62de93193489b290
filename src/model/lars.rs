//! LARS codes, under which funding is claimed.

use super::StandardKind;

/// Whether a text has the form of a LARS code for this kind of standard: a number or, for an apprenticeship unit, Z and
/// seven capital letters or digits.
#[must_use]
pub fn is_lars_code(text: &str, kind: StandardKind) -> bool {
    match kind {
        StandardKind::ApprenticeshipUnit => {
            let rest = text.strip_prefix('Z').filter(|rest| rest.len() == 7);
            rest.is_some_and(|rest| {
                rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            })
        }
        _ => !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()),
    }
}

/// Whether a text stands for no LARS code yet: 0, or nothing.
#[must_use]
pub fn is_no_lars_code(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'0' || byte.is_ascii_whitespace())
}
