//! [`ParallelBehaviours`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Kind, Standard, Statement, words};

declare_rule! {
    /// # What it does
    /// Reports, once, behaviours that start in a different form from most: "Committed to ..." or "Working ..." where
    /// the others start with "Treat ..." or "Be ...".
    ///
    /// # Why it matters
    /// A list reads as one sentence with several endings. Using one form for all of them also shows which are not
    /// behaviours.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "behaviours": [
    ///     { "code": "B1", "text": "Treat people with dignity." },
    ///     { "code": "B2", "text": "Be honest." },
    ///     { "code": "B3", "text": "Committed to learning." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "behaviours": [
    ///     { "code": "B1", "text": "Treat people with dignity." },
    ///     { "code": "B2", "text": "Be honest." },
    ///     { "code": "B3", "text": "Commit to learning." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention.
    ParallelBehaviours { name: "parallel-behaviours", group: Wording, severity: Advice }
}

/// How a behaviour begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Committed to ...
    Participle,
    /// Working with ...
    Gerund,
    /// Works with ...
    ThirdPerson,
    /// Anything else, most often the bare verb: Work with ...
    Base,
}

impl Rule for ParallelBehaviours {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let behaviours = standard.statements_of(Kind::Behaviour);
        let formed: Vec<(&Statement<'_>, Form)> =
            behaviours.filter_map(|one| Some((one, form(first_word(&one.text)?)))).collect();
        let of = |wanted: Form| formed.iter().filter(|(_, form)| *form == wanted).count();
        let Some(usual) = [Form::Base, Form::ThirdPerson, Form::Participle, Form::Gerund]
            .into_iter()
            .find(|form| of(*form) * 2 > formed.len())
        else {
            return;
        };
        let odd: Vec<&Statement<'_>> =
            formed.iter().filter(|(_, form)| *form != usual).map(|(one, _)| *one).collect();
        let Some((first, more)) = odd.split_first() else { return };
        let codes: Vec<String> = odd.iter().map(|one| one.code.value.to_string()).collect();
        let verb = if more.is_empty() { "starts" } else { "start" };
        let message = format!("{} {verb} in a different form from the other behaviours", listed(&codes, 4));
        let word = |one: &Statement<'_>| first_word(&one.text).map_or(0, str::len);
        let span = first.text.span_of(0..word(first));
        let mut diagnostic = cx.diagnostic(&codes[0], message, span, "different from the others");
        for one in more.iter().take(3) {
            diagnostic = diagnostic.label(cx.label(one.text.span_of(0..word(one)), "and this"));
        }
        if let Some((like, _)) = formed.iter().find(|(_, form)| *form == usual) {
            diagnostic = diagnostic.label(cx.label(like.text.span_of(0..word(like)), "most start like this"));
        }
        cx.report(diagnostic.help("start all behaviours in the same form"));
    }
}

/// The first word, if the text begins with it and it is not an adverb.
fn first_word(text: &str) -> Option<&str> {
    let (start, word) = words(text).next()?;
    (start == 0 && !word.ends_with("ly") && !word.eq_ignore_ascii_case("always")).then_some(word)
}

/// The form of a first word, by its ending.
fn form(word: &str) -> Form {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if ends(&["ed"]) && !ends(&["eed"]) {
        Form::Participle
    } else if ends(&["ing"]) && word.len() > 5 {
        Form::Gerund
    } else if word == "Is" || word == "Has" || (ends(&["s"]) && !ends(&["ss", "us", "is"])) {
        Form::ThirdPerson
    } else {
        Form::Base
    }
}
