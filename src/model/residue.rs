//! What the pages of standards leave in a text that was copied from them.

/// The names of icons that the pages of standards show as pictures.
pub const ICONS: &[&str] = &[
    "arrow_back",
    "arrow_forward",
    "assignment_late",
    "assignment_turned_in",
    "expand_less",
    "expand_more",
    "open_in_new",
];

/// The link that comes after every statement on a page.
pub const BACK_LINK: &str = " Back to Duty";

/// Whether a text ends with something that a page left in it.
#[must_use]
pub fn ends_in_residue(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(['>', ';']) || text.ends_with(BACK_LINK) || ICONS.iter().any(|icon| text.ends_with(icon))
}
