//! [`SummaryOpening`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Standard, phrases, say_the_same};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports a summary without one of the 4 openings in the template: "This occupation is found in", "The broad
    /// purpose of the occupation is to", "In their daily work, an employee in this occupation interacts with" and "An
    /// employee in this occupation will be responsible for". If a paragraph starts with almost the same words, that
    /// paragraph is reported. Openings that are missing altogether are reported together, in one finding.
    ///
    /// # Why it matters
    /// Each opening introduces something that readers look for: where, what for, with whom and with what
    /// responsibility. If the opening is missing, this information is often missing too.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship",
    ///   "summary": [
    ///     "This occupation is found in wineries.",
    ///     "The broad purpose of the job is to store wine.",
    ///     "In their daily work, an employee in this occupation interacts with growers.",
    ///     "An employee in this occupation will be responsible for the cellar."
    ///   ]
    ///  }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship",
    ///   "summary": [
    ///     "This occupation is found in wineries.",
    ///     "The broad purpose of the occupation is to store wine.",
    ///     "In their daily work, an employee in this occupation interacts with growers.",
    ///     "An employee in this occupation will be responsible for the cellar."
    ///   ]
    ///  }
    /// ```
    ///
    /// # Source
    /// Data: the openings appear in published standards. Most approved standards differ in at least one of them, so
    /// this is advice.
    SummaryOpening { name: "summary-opening", group: Summary, severity: Advice, needs_whole: true }
}

/// An opening, and how a paragraph that is meant as this opening begins, or what it has in its first sentence.
struct Opening {
    words: &'static str,
    starts: &'static str,
    has: &'static str,
}

const OPENINGS: [Opening; 4] = [
    Opening {
        words: "This occupation is found in",
        starts: "This occupation is",
        has: "occupation is found in",
    },
    Opening {
        words: "The broad purpose of the occupation is to",
        starts: "The broad purpose",
        has: "broad purpose of",
    },
    Opening {
        words: "In their daily work, an employee in this occupation interacts with",
        starts: "In their daily work",
        has: "daily work",
    },
    Opening {
        words: "An employee in this occupation will be responsible for",
        starts: "An employee in this occupation will be",
        has: "will be responsible for",
    },
];

/// How much of a paragraph is looked at for words that are nearly an opening, in bytes.
const START: usize = 80;

impl Rule for SummaryOpening {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(summary) = standard.summary.stated().filter(|_| standard.kind.has_duties()) else { return };
        let (mut missing, mut departs) = (Vec::new(), 0);
        for opening in &OPENINGS {
            if summary.items.iter().any(|text| starts_with(text, opening.words)) {
                continue;
            }
            let near = summary.items.iter().enumerate().find(|(_, text)| is_near(text, opening));
            match near {
                Some((index, text)) => {
                    departs += 1;
                    report(index, text, opening, cx);
                }
                None => missing.push(format!("\"{}\"", opening.words)),
            }
        }
        if !missing.is_empty() && missing.len() + departs <= OPENINGS.len() {
            let message = match missing.as_slice() {
                [only] => format!("no paragraph of the summary starts with {only}"),
                _ => format!(
                    "the summary has no paragraphs with these openings: {}",
                    listed(&missing, OPENINGS.len())
                ),
            };
            cx.report(
                cx.diagnostic("summary", message, summary.heading, "the summary")
                    .help("add a paragraph for each missing opening"),
            );
        }
    }
}

fn starts_with(text: &str, start: &str) -> bool {
    let text = text.trim_start();
    // Most texts begin with another letter.
    let firsts = [text, start].map(|one| one.bytes().next().unwrap_or_default().to_ascii_lowercase());
    let differs = firsts[0] != firsts[1] && firsts[0].is_ascii();
    !differs && text.get(..start.len()).is_some_and(|found| say_the_same(found, start))
}

fn is_near(text: &str, opening: &Opening) -> bool {
    let start = text.get(..text.floor_char_boundary(START)).unwrap_or(text);
    starts_with(text, opening.starts) || phrases(start, opening.has).next().is_some()
}

fn report(index: usize, text: &Text<'_>, opening: &Opening, cx: &mut LintContext<'_>) {
    let message = format!("the paragraph does not start with \"{}\"", opening.words);
    let end = text.floor_char_boundary(opening.words.len());
    cx.report(
        cx.diagnostic(format!("summary[{index}]"), message, text.span_of(0..end), "almost the usual opening")
            .help(format!("start the paragraph with \"{}\"", opening.words)),
    );
}
