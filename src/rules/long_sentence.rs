//! [`LongSentence`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, sentences};
use crate::text_index::{Entry, Role};

declare_rule! {
    /// # What it does
    /// Reports a sentence of more than 400 characters in the overview, the summary or the profile, once for each
    /// paragraph.
    ///
    /// # Why it matters
    /// Such a sentence is usually a list in disguise. Few readers reach the end of it.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship",
    ///   "summary": ["They work with casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, casks, and corks."]
    ///  }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship",
    ///   "summary": ["They work with casks and corks."]
    ///  }
    /// ```
    ///
    /// # Source
    /// Convention: public services write sentences of 25 words or fewer. This limit is about 3 times that.
    LongSentence {
        name: "long-sentence", group: Wording, severity: Advice,
        options: [MAX { name: "max", default: 400, what: "the maximum number of characters in a sentence" }]
    }
}

impl Rule for LongSentence {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        // The default is about 65 words: nobody doubts that this is long.
        let max = cx.option(&Self::MAX);
        let is_long = |one: &&Entry<'_>| one.role == Role::Narrative && one.text.len() > max;
        for entry in cx.index().prose().filter(is_long) {
            let (subject, text) = (&entry.subject, entry.text);
            let length = |range: &Range<usize>| text[range.clone()].chars().count();
            let Some(range) =
                sentences(text).into_iter().find(|range| range.len() > max && length(range) > max)
            else {
                continue;
            };
            let message = format!("this sentence has {} characters, which is unusually long", length(&range));
            cx.report(
                cx.diagnostic(
                    subject.to_string(),
                    message,
                    text.span_of(range),
                    "all of this is one sentence",
                )
                .help("split it into several sentences, or make it a list"),
            );
        }
    }
}
