//! Words of the site that surround a page: links, menus, the cookie notice.

use super::lines::Line;

/// Lines that are part of the site.
const LINES: [&str; 12] = [
    "menu",
    "warning",
    "! warning",
    "search",
    "share",
    "print",
    "download",
    "beta",
    "gov.uk",
    "you are here",
    "apprenticeships",
    "apprenticeship standards",
];

/// The first words of links.
const VERBS: [&str; 26] = [
    "view", "print", "download", "find", "share", "see", "read", "show", "hide", "search", "sign", "log",
    "accept", "reject", "skip", "go", "back", "return", "contact", "save", "copy", "email", "compare",
    "change", "give", "explore",
];

/// The next words of links. A title continues differently: `Print finisher`, `Search engine marketer`.
const OBJECTS: [&str; 40] = [
    "a",
    "about",
    "additional",
    "all",
    "an",
    "apprenticeship",
    "apprenticeships",
    "as",
    "cookies",
    "earlier",
    "employers",
    "feedback",
    "for",
    "full",
    "here",
    "history",
    "in",
    "it",
    "latest",
    "map",
    "more",
    "occupational",
    "other",
    "our",
    "out",
    "page",
    "pdf",
    "previous",
    "providers",
    "qualifications",
    "revised",
    "standard",
    "the",
    "this",
    "to",
    "training",
    "us",
    "version",
    "versions",
    "your",
];

/// Whether the line is part of the site, wherever it is above the key information.
pub(super) fn is_chrome(line: Line<'_>) -> bool {
    let bare = line.before(line.text.trim_end_matches([':', '.']).len());
    LINES.iter().any(|text| bare.is(text))
        || is_link(bare)
        || line.begins("this is a new service")
        || line.text.to_ascii_lowercase().contains("cookie")
}

/// Whether the line asks the reader to do something that only a site can ask for: `View the revised version`, `Download
/// as PDF`.
fn is_link(line: Line<'_>) -> bool {
    let mut words = line.text.split_whitespace();
    let is_one_of = |word: Option<&str>, all: &[&str]| {
        word.is_some_and(|word| all.iter().any(|one| word.eq_ignore_ascii_case(one)))
    };
    is_one_of(words.next(), &VERBS) && is_one_of(words.next(), &OBJECTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chrome(text: &str) -> bool {
        is_chrome(Line::alone(text, 0))
    }

    #[test]
    fn links_are_told_from_titles() {
        for text in [
            "View the revised version",
            "Print this page",
            "Find training providers",
            "Download as PDF",
            "We use some essential cookies to make this website work.",
            "Reject additional cookies",
            "Menu",
            "You are here:",
        ] {
            assert!(chrome(text), "{text}");
        }
        for text in ["Print finisher", "Search engine marketer", "Sign writer", "Baker", "Keeps bees."] {
            assert!(!chrome(text), "{text}");
        }
    }
}
