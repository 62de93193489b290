//! `ksb check --format jsonl` on documents that come one on each line: one in, its findings out. Only what the rules
//! for the whole catalogue need is kept from each; they run at the end.

use ksb::check;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::project::{Batches, Checked, Run, Sink};
use ksb::report::{Report, jsonl};
use ksb::source::Sources;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::plan::Plan;

/// Writes findings as lines on standard output.
pub(crate) struct Lines<'p> {
    plan: &'p Plan,
    /// The severity of the worst finding, whether it is shown or not.
    worst: Option<Severity>,
}

impl<'p> Lines<'p> {
    pub(crate) fn new(plan: &'p Plan) -> Self {
        Self { plan, worst: None }
    }

    fn note(&mut self, worst: Option<Severity>) {
        self.worst = self.worst.max(worst);
    }

    /// The lines for the findings that should be shown.
    fn rendered(&self, found: Vec<Diagnostic>, sources: &Sources) -> String {
        let least = self.plan.options.min_severity;
        let shown: Vec<_> = found.into_iter().filter(|one| one.severity >= least).collect();
        jsonl::render(&Report::new(&shown, sources, 1, 1))
    }
}

impl Sink for Lines<'_> {
    /// The lines, and the severity of the worst finding.
    type Summary = (String, Option<Severity>);
    const KEEPS: bool = false;

    fn summarise(&self, checked: &mut Checked<'_>) -> Self::Summary {
        let worst = worst(&checked.found).max(checked.hidden.worst);
        let mut sources: Sources = checked.source.take().into_iter().collect();
        let lines = self.rendered(std::mem::take(&mut checked.found), &sources);
        checked.source = sources.remove(checked.id);
        (lines, worst)
    }

    fn take(&mut self, summaries: Vec<Self::Summary>) -> Result<bool, Failure> {
        let is_read =
            output::write_while_read(&summaries.iter().map(|(lines, _)| lines.as_str()).collect::<String>())?;
        self.note(summaries.into_iter().filter_map(|(_, worst)| worst).max());
        Ok(is_read)
    }
}

/// Checks the documents of a stream.
pub(crate) fn check(run: &Run<'_>, documents: Batches<'_>, lines: &mut Lines<'_>) -> Result<Exit, Failure> {
    let Some(mut ending) = run.check_each(documents, lines)? else {
        // Nobody is reading any longer.
        return Ok(Exit::Clean);
    };
    for file in run.settings().all() {
        let labels = file.found.iter().flat_map(|found| &found.labels);
        let offsets = labels.flat_map(|label| [label.span.start, label.span.end]);
        ending.places.insert(file.source.without_text(offsets));
        ending.found.extend(file.found.iter().cloned());
    }
    check::sort(&mut ending.found);
    lines.note(worst(&ending.found));
    output::write(&lines.rendered(ending.found, &ending.places))?;
    let is_complete = ending.unread == 0 && !run.settings().have_errors();
    Ok(Exit::of(is_complete, lines.plan.fails(lines.worst)))
}

fn worst(found: &[Diagnostic]) -> Option<Severity> {
    found.iter().map(|one| one.severity).max()
}
