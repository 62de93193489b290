//! The rules about the user's settings. They have pages here and no logic: the code that reads settings reports under
//! these names.

use super::declare_rule;
use crate::lint::Rule;

declare_rule! {
    /// # What it does
    /// Reports a mistake in `ksb.toml`: an unknown key, rule or severity, a value of the wrong type, a pattern that
    /// cannot be read, or an ignore without a reason.
    ///
    /// # Why it matters
    /// A setting that is not understood has no effect, so a check may pass when it should not. The exit code is 2.
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
    /// Reports an ignore, in `ksb.toml` or in a document, that does not match any finding. Also reports an ignore in a
    /// document if the settings do not allow ignores there. An ignore in `ksb.toml` is checked only if a file that it
    /// applies to is checked.
    ///
    /// # Why it matters
    /// An ignore that is left behind would hide the next finding of the same kind.
    ///
    /// # Example
    /// An ignore of `unmapped-ksb` for K7, which is now mapped to a duty.
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
    /// Reports an ignore, in `ksb.toml` or in a document, whose last day has passed. It no longer hides anything.
    ///
    /// # Why it matters
    /// Something that was accepted for a time needs to be looked at again.
    ///
    /// # Example
    /// `until = "2025-12-31"` in January 2026.
    ///
    /// # Use instead
    /// No ignore, with the finding fixed, or an ignore with a later date.
    ///
    /// # Source
    /// Convention.
    ExpiredIgnore { name: "expired-ignore", group: Settings, severity: Warning }
}

impl Rule for ExpiredIgnore {}

declare_rule! {
    /// # What it does
    /// Reports a finding in the baseline that is no longer found.
    ///
    /// # Why it matters
    /// It has been fixed. If it came back, the baseline would hide it.
    ///
    /// # Example
    /// A baseline with `unmapped-ksb` for K7, which is now mapped to a duty.
    ///
    /// # Use instead
    /// A baseline written again with `--write-baseline`.
    ///
    /// # Source
    /// Convention.
    StaleBaseline { name: "stale-baseline", group: Settings, severity: Warning }
}

impl Rule for StaleBaseline {}
