//! Whether a document states the same after its codes have changed.

use super::moves::Moves;
use crate::model::{Code, Duty, Standard};

/// Whether two standards state the same, but for the codes. Codes that no statement has do not count.
pub(super) fn states_the_same(before: &Standard<'_>, after: &Standard<'_>, moves: &Moves) -> bool {
    let new = |code: Code| moves.of(code);
    let statements = before.statements.items().iter().map(|one| (one.kind, new(one.code.value), &*one.text));
    let statements_after =
        after.statements.items().iter().map(|one| (one.kind, Some(one.code.value), &*one.text));
    let listed = |duty: &Duty<'_>| duty.codes().iter().filter_map(|code| new(code.value)).collect::<Vec<_>>();
    let listed_after = |duty: &Duty<'_>| {
        let stated = duty.codes().iter().map(|code| code.value);
        stated.filter(|code| moves.gives(*code)).collect::<Vec<_>>()
    };
    let duties = before.duties.items().iter();
    let duties = duties.map(|duty| (duty.code.map(|code| new(code.value)), &*duty.text, listed(duty)));
    let duties_after = after.duties.items().iter();
    let duties_after =
        duties_after.map(|duty| (duty.code.map(|code| Some(code.value)), &*duty.text, listed_after(duty)));
    statements.eq(statements_after) && duties.eq(duties_after)
}
