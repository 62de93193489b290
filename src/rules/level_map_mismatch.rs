//! [`LevelMapMismatch`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, ExtractedOccupation, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a standard whose level differs from the level of its occupation on an occupational map in the same run.
    /// The occupation is found by its title, or by the typical job titles if there is no title. If the map gives
    /// several levels, or has the name several times, one match is enough.
    ///
    /// # Why it matters
    /// An occupation has one level. If the map and the standard disagree, one of them is out of date.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar hand", "level": 3 }
    /// ```
    /// ```json,fails
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Food and drink",
    ///   "pathways": [{
    ///     "name": "Wine",
    ///     "clusters": [
    ///       { "name": "Cellar work", "levels": [2, 3], "occupations": [{ "title": "Cellar hand", "levels": [2] }] }
    ///     ]
    ///   }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand", "level": 2 }
    /// ```
    /// ```json,passes
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Food and drink",
    ///   "pathways": [{
    ///     "name": "Wine",
    ///     "clusters": [
    ///       { "name": "Cellar work", "levels": [2, 3], "occupations": [{ "title": "Cellar hand", "levels": [2] }] }
    ///     ]
    ///   }]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: an occupation has one level.
    LevelMapMismatch { name: "level-map-mismatch", group: Maps, severity: Warning, scope: Catalogue }
}

impl Rule for LevelMapMismatch {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(level) = one.level else { return };
        let found = all.occupations(&one.names).into_iter();
        let mut found = found.filter(|(_, occupation)| !occupation.levels.is_empty());
        let Some((map, occupation)) = found.next() else { return };
        let fits = |occupation: &ExtractedOccupation| {
            occupation.levels.iter().any(|on_map| i64::from(on_map.value) == level.value)
        };
        if fits(occupation) || found.any(|(_, occupation)| fits(occupation)) {
            return;
        }
        let on_map = occupation.levels[0];
        let message = format!(
            "the standard is at level {}, but the occupational map puts the occupation at level {}",
            level.value, on_map.value
        );
        let label = format!("level {} here", level.value);
        let there = Label::new(
            map.source,
            occupation.name.span.to(on_map.span),
            format!("level {} here", on_map.value),
        );
        cx.report(
            cx.diagnostic("level", message, level.span, label)
                .label(there)
                .help("find out which level is right, and correct the other"),
        );
    }
}
