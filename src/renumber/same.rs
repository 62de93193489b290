//! Whether a document states the same after its codes have changed.

use super::moves::Moves;
use crate::model::{Code, Duty, Kind, Standard};

/// A statement: its list, its code and its text.
type Stated<'d> = (Kind, Option<Code>, &'d str);

/// A duty: its code, its text and the codes that it lists.
type StatedDuty<'d> = (Option<Option<Code>>, &'d str, Vec<Code>);

/// Whether two standards state the same, apart from the codes. Codes that no statement has do not count.
pub(super) fn states_the_same(before: &Standard<'_>, after: &Standard<'_>, moves: &Moves) -> bool {
    let [(before, duties), (after, duties_after)] = stated(before, after, moves);
    before == after && duties == duties_after
}

/// The same where statements and duties have moved too, and whatever the order of a list of codes.
pub(super) fn states_the_same_elsewhere(before: &Standard<'_>, after: &Standard<'_>, moves: &Moves) -> bool {
    let mut sides = stated(before, after, moves);
    for (statements, duties) in &mut sides {
        statements.sort_by_key(|one| one.1);
        for duty in duties.iter_mut() {
            duty.2.sort_unstable();
        }
        duties.sort_by_key(|duty| duty.0);
    }
    sides[0] == sides[1]
}

fn stated<'d>(
    before: &'d Standard<'_>,
    after: &'d Standard<'_>,
    moves: &Moves,
) -> [(Vec<Stated<'d>>, Vec<StatedDuty<'d>>); 2] {
    let new = |code: Code| moves.of(code);
    let kept = |code: Code| Some(code).filter(|code| moves.gives(*code));
    [side(before, &new, &new), side(after, &Some, &kept)]
}

/// What one side states, with each code, including those in lists, as it is afterwards.
fn side<'d>(
    standard: &'d Standard<'_>,
    code: &dyn Fn(Code) -> Option<Code>,
    listed: &dyn Fn(Code) -> Option<Code>,
) -> (Vec<Stated<'d>>, Vec<StatedDuty<'d>>) {
    let statements = standard.statements.items().iter();
    let statements = statements.map(|one| (one.kind, code(one.code.value), &*one.text));
    let lists = |duty: &Duty<'_>| duty.codes().iter().filter_map(|one| listed(one.value)).collect();
    let duties = standard.duties.items().iter();
    let duties = duties.map(|duty| (duty.code.map(|one| code(one.value)), &*duty.text, lists(duty)));
    (statements.collect(), duties.collect())
}
