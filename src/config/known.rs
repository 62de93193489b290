//! What a configuration has to know of the rules: it comes in from outside.

/// A rule that a configuration may speak of.
#[derive(Clone, Debug)]
pub struct KnownRule {
    /// Its name.
    pub name: &'static str,
    /// The name of its group.
    pub group: &'static str,
    /// Whether it says that a file, or what the user gave with it, could not be read as it was meant:
    /// `select` leaves such rules alone, so that what was not checked never looks clean.
    pub always_selected: bool,
    /// The names of its options.
    pub options: Vec<&'static str>,
}
