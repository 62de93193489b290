//! Which text counts: what runs and styles say about text that is hidden or struck out.

use super::super::xml::Element;

/// What the properties of a run, or those of a style, say about its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    hidden: Option<bool>,
    struck: Option<bool>,
    struck_twice: Option<bool>,
}

/// Whether text is read, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Read,
    /// The reader of the document does not see it.
    Hidden,
    /// It is visible, but no longer counts as text of the document.
    Struck,
}

impl Seen {
    /// Takes over what a property says, if it is one of these.
    pub(super) fn take(&mut self, element: &Element<'_>) {
        let said = match element.name() {
            "vanish" => &mut self.hidden,
            "strike" => &mut self.struck,
            "dstrike" => &mut self.struck_twice,
            _ => return,
        };
        *said = Some(element.is_on());
    }

    /// What is set here, or otherwise what is set in `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            struck_twice: self.struck_twice.or(other.struck_twice),
        }
    }

    /// What happens to a run that says this, given its style and that of its paragraph. Two styles that both say it
    /// cancel each other out: such properties of styles are toggles.
    pub(super) fn fate(self, style: Self, paragraph: Self) -> Fate {
        let is = |of: fn(Self) -> Option<bool>| {
            let [style, paragraph] = [style, paragraph].map(|one| of(one) == Some(true));
            of(self).unwrap_or(style != paragraph)
        };
        if is(|one| one.hidden) {
            Fate::Hidden
        } else if is(|one| one.struck) || is(|one| one.struck_twice) {
            Fate::Struck
        } else {
            Fate::Read
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_say_the_same_undo_each_other() {
        let none = Seen::default();
        let of = |struck| Seen { struck, ..none };
        let (on, off) = (of(Some(true)), of(Some(false)));
        for (own, style, paragraph, fate) in [
            (none, none, none, Fate::Read),
            (on, on, on, Fate::Struck),
            (off, on, none, Fate::Read),
            (none, on, off, Fate::Struck),
            (none, none, on, Fate::Struck),
            (none, on, on, Fate::Read),
            (Seen { hidden: Some(true), ..on }, none, none, Fate::Hidden),
        ] {
            assert_eq!(own.fate(style, paragraph), fate, "{own:?} {style:?} {paragraph:?}");
        }
    }
}
