//! The rules about what the user set. They have pages here and no logic: what reads settings reports
//! under these names.

use super::declare_rule;
use crate::lint::Rule;

declare_rule! {
    /// # What it does
    /// Reports a mistake in `ksb.toml`: a key, rule or severity that there is not, a value of the wrong
    /// type, a pattern that is none, an ignore without a reason.
    ///
    /// # Why it matters
    /// A setting that is not understood is not obeyed, so a check may look clean that is not. The exit
    /// code is 2.
    ///
    /// # Example
    /// `unmaped-ksb = "off"` under `[rules]`.
    ///
    /// # Use instead
    /// `unmapped-ksb = "off"`.
    ///
    /// # Source
    /// Convention.
    Config { name: "config", group: Settings, severity: Error }
}

impl Rule for Config {}

declare_rule! {
    /// # What it does
    /// Reports an ignore, in `ksb.toml` or in a document, that matches no finding, and one in a document
    /// where the settings forbid those. An ignore in `ksb.toml` is looked at only if a file that it speaks of
    /// is checked.
    ///
    /// # Why it matters
    /// An ignore that is left behind would hide the next finding of the same kind.
    ///
    /// # Example
    /// An ignore of `unmapped-ksb` for K7, which a duty lists by now.
    ///
    /// # Use instead
    /// The same file without that ignore.
    ///
    /// # Source
    /// Convention.
    UnusedIgnore { name: "unused-ignore", group: Settings, severity: Warning }
}

impl Rule for UnusedIgnore {}

declare_rule! {
    /// # What it does
    /// Reports an ignore, in `ksb.toml` or in a document, whose last day is over. It no longer hides anything.
    ///
    /// # Why it matters
    /// What was accepted for a time has to be looked at again.
    ///
    /// # Example
    /// `until = "2025-12-31"` in January 2026.
    ///
    /// # Use instead
    /// No ignore, with the finding fixed, or one with a later day.
    ///
    /// # Source
    /// Convention.
    ExpiredIgnore { name: "expired-ignore", group: Settings, severity: Warning }
}

impl Rule for ExpiredIgnore {}

declare_rule! {
    /// # What it does
    /// Reports a finding in the baseline that is not there any more.
    ///
    /// # Why it matters
    /// It was fixed; if it came back, the baseline would hide it.
    ///
    /// # Example
    /// A baseline that knows of `unmapped-ksb` for K7, which a duty lists by now.
    ///
    /// # Use instead
    /// A baseline that `--write-baseline` has written again.
    ///
    /// # Source
    /// Convention.
    StaleBaseline { name: "stale-baseline", group: Settings, severity: Warning }
}

impl Rule for StaleBaseline {}
