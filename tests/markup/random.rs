//! What must be true for any input, tried on random pieces of markup and cells.

use ksb::fix::Fixes;
use ksb::model::Format;
use proptest::prelude::*;

use super::laws::editing::is_fixed;
use super::laws::reading::{is_converted, is_read};

const MARKUP: &[&str] = &[
    "# ",
    "## Knowledge\n",
    "\n\n",
    "\n",
    "\r\n",
    "- ",
    "1. ",
    "  ",
    "    ",
    "\t",
    "> ",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "~~",
    "[",
    "](x)",
    "![",
    "[^1]",
    "[^1]: ",
    "\n|-|-|\n",
    "|",
    "| K1 | Wax. |\n",
    "<br>",
    "<!-- ",
    "-->",
    "<p>",
    "&amp;",
    "&#x27;",
    "&",
    "\\",
    "\\*",
    "---\n",
    "title: \"x\"\n",
    "level: 3\n",
    "===\n",
    ": ",
    "K1: The the law  on wax",
    "S1: Wash it.",
    "K2",
    "Duty 1 Do it.",
    "K1, S1",
    "Level: 3",
    "é",
    "🐝",
    "\u{a0}",
    "\u{feff}",
    "“x” \"y\"",
    "{#k}",
    "+---+\n",
    "and and",
];

const CELLS: &[&str] = &[
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    " ",
    "sep=;\n",
    "Code,Text\n",
    "Duty,KSBs\n",
    "K1",
    "S1",
    "The the law  on wax",
    "\"Wash, dry\"",
    "Duty 1 Do it.",
    "\"K1, S1\"",
    "Level,3\n",
    "é",
    "🐝",
    "\u{a0}",
    "\u{feff}",
    "“x”",
    "K1,Wax.\n",
    "Type,Code,Text,KSBs\n",
    "and and",
];

fn holds(text: &str, format: Format) {
    for from in [Some(format), None] {
        is_read(text, from);
        is_converted(text, from);
    }
    for which in [Fixes::Safe, Fixes::All] {
        is_fixed(text, Some(format), which);
    }
}

proptest! {
    #[test]
    fn markup_is_read(pieces in prop::collection::vec(prop::sample::select(MARKUP), 0..60)) {
        holds(&pieces.concat(), Format::Markdown);
    }

    #[test]
    fn cells_are_read(pieces in prop::collection::vec(prop::sample::select(CELLS), 0..60)) {
        holds(&pieces.concat(), Format::Csv);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        holds(&text, Format::Markdown);
        holds(&text, Format::Csv);
    }
}
