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
