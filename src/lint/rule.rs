//! The interface of a rule and its declaration.

use super::{Catalogue, CitedStandard, DocumentCitations, Extract, LintContext, RuleMeta, Trace};
use crate::model::{OccupationalMap, Standard};

/// What `declare_rule!` gives every rule.
pub trait Declared {
    /// Its name, severity, page and so on.
    fn meta(&self) -> &'static RuleMeta;
}

/// A rule. It checks a standard, a map, or one document of a catalogue.
pub trait Rule: Declared + Sync {
    /// Checks a standard.
    fn standard(&self, _standard: &Standard<'_>, _cx: &mut LintContext<'_>) {}

    /// Checks an occupational map.
    fn map(&self, _map: &OccupationalMap<'_>, _cx: &mut LintContext<'_>) {}

    /// Checks one document against all documents of the run. Only called for rules of
    /// [`Scope::Catalogue`](super::Scope::Catalogue).
    fn catalogue(&self, _one: &Extract, _all: &Catalogue<'_>, _cx: &mut LintContext<'_>) {}

    /// Checks one document that cites a standard. Only called for rules of [`Scope::Trace`](super::Scope::Trace).
    fn citing(&self, _one: &DocumentCitations<'_>, _standard: &CitedStandard<'_>, _cx: &mut LintContext<'_>) {
    }

    /// Checks what all documents of a run cite together, or leave out; findings are in the standard. Only called for
    /// rules of [`Scope::Trace`](super::Scope::Trace).
    fn trace(&self, _trace: &Trace<'_>, _cx: &mut LintContext<'_>) {}
}

/// Declares a rule: the `///` lines are its rustdoc page, its `ksb explain` page and its section of
/// `docs/rules.md`, all in one.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        $rule:ident {
            name: $name:literal, group: $group:ident, severity: $severity:ident
            $(, aliases: [$($alias:literal),+])? $(, scope: $scope:ident)? $(, needs_whole: $whole:literal)?
            $(, options: [$($id:ident { name: $option:literal, default: $default:literal, what: $what:literal }),+])?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub struct $rule;

        $(impl $rule {
            $(const $id: $crate::lint::RuleOption =
                $crate::lint::RuleOption { name: $option, default: $default, what: $what };)+
        })?

        impl $crate::lint::Declared for $rule {
            fn meta(&self) -> &'static $crate::lint::RuleMeta {
                static META: $crate::lint::RuleMeta = $crate::lint::RuleMeta {
                    name: $name,
                    group: $crate::lint::Group::$group,
                    severity: $crate::diagnostic::Severity::$severity,
                    aliases: &[$($($alias),+)?],
                    scope: [$($crate::lint::Scope::$scope,)? $crate::lint::Scope::Document][0],
                    needs_whole: false $(|| $whole)?,
                    options: &[$($($rule::$id),+)?],
                    docs: concat!($($doc, "\n"),+),
                };
                &META
            }
        }
    };
}
pub(crate) use declare_rule;
