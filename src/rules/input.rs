//! The rules about input. They have pages here and no logic: the readers report under these names,
//! and a configuration speaks of them as of any other rule.

use super::declare_rule;
use crate::lint::Rule;

declare_rule! {
    /// # What it does
    /// Reports a file that cannot be read: it is missing, may not be opened, is too large, is JSON in UTF-16, or is
    /// not text at all.
    ///
    /// # Why it matters
    /// A file that was not read has not been checked, and must not look like one that is clean.
    ///
    /// # Example
    /// A folder of standards in which one file is a PDF.
    ///
    /// # Use instead
    /// The document that the PDF was made from, or its text in a file of its own.
    ///
    /// # Source
    /// Convention.
    UnreadableFile { name: "unreadable-file", group: Input, severity: Error }
}

impl Rule for UnreadableFile {}

declare_rule! {
    /// # What it does
    /// Reports a file in which nothing tells that it is a standard or an occupational map, and says what it looks
    /// like.
    ///
    /// # Why it matters
    /// What is not recognised cannot be checked. Usually it is another file than the one that was meant, or a
    /// document in a format that has to be turned into text first.
    ///
    /// # Example
    /// A saved search page, an assessment plan, a list of statements in JSON, or program code.
    ///
    /// # Use instead
    /// The page of a standard, or the document that the standard is written in.
    ///
    /// # Source
    /// Convention.
    UnrecognisedFormat { name: "unrecognised-format", group: Input, severity: Error }
}

impl Rule for UnrecognisedFormat {}

declare_rule! {
    /// # What it does
    /// Reports bytes that are not UTF-8 text.
    ///
    /// # Why it matters
    /// Each program shows something else in such places, so letters are lost: usually accents, quotes and
    /// pound signs.
    ///
    /// # Example
    /// A file in UTF-8 into which an old program wrote a line in Windows-1252, with curly quotes.
    ///
    /// # Use instead
    /// The same file, saved as UTF-8.
    ///
    /// # Source
    /// The definition of UTF-8.
    InvalidUtf8 { name: "invalid-utf8", group: Input, severity: Error }
}

impl Rule for InvalidUtf8 {}

declare_rule! {
    /// # What it does
    /// Reports a file that is not in UTF-8 but in UTF-16 or Windows-1252. It is read all the same; only JSON is not, which
    /// must be in UTF-8.
    ///
    /// # Why it matters
    /// Nothing in the file says what it is in, so other programs may show other letters in place of quotes, dashes and pound
    /// signs. `--fix` does not write such a file.
    ///
    /// # Example
    /// A table that Excel saved as "CSV (Comma delimited)", with curly quotes, or as "Unicode Text".
    ///
    /// # Use instead
    /// The same table, saved as "CSV UTF-8".
    ///
    /// # Source
    /// Convention.
    OtherEncoding { name: "other-encoding", group: Input, severity: Warning }
}

impl Rule for OtherEncoding {}

declare_rule! {
    /// # What it does
    /// Reports a byte order mark at the start of a file.
    ///
    /// # Why it matters
    /// It cannot be seen, and some programs that read JSON refuse it. In a CSV file it is not reported: Excel needs it there.
    ///
    /// # Example
    /// A file that was saved as "UTF-8 with BOM".
    ///
    /// # Use instead
    /// The same file, saved as UTF-8 without it.
    ///
    /// # Source
    /// The definition of JSON: programs must not add one.
    ByteOrderMark { name: "byte-order-mark", group: Input, severity: Warning }
}

impl Rule for ByteOrderMark {}

declare_rule! {
    /// # What it does
    /// Reports where a text breaks the rules of JSON: a missing comma or quote, a comma too many, a
    /// comment.
    ///
    /// # Why it matters
    /// Other programs refuse the whole file, whatever else is right in it.
    ///
    /// # Example
    /// A list with a comma behind its last item.
    ///
    /// # Use instead
    /// The same list without that comma.
    ///
    /// # Source
    /// The definition of JSON.
    Syntax { name: "syntax", group: Input, severity: Error }
}

impl Rule for Syntax {}

declare_rule! {
    /// # What it does
    /// Reports a key that one JSON object has twice.
    ///
    /// # Why it matters
    /// Programs differ in which of the two they take, and none tells.
    ///
    /// # Example
    /// An object with two keys "title".
    ///
    /// # Use instead
    /// The same object with one.
    ///
    /// # Source
    /// The definition of JSON: the names in an object should be unique.
    DuplicateKey { name: "duplicate-key", group: Input, severity: Error }
}

impl Rule for DuplicateKey {}

declare_rule! {
    /// # What it does
    /// Reports where a native document is not built as its schema says: a key that does not exist, a
    /// number in quotes, a wrong code.
    ///
    /// # Why it matters
    /// What stands in the wrong place or form is not found by anything that reads the document.
    ///
    /// # Example
    /// A key "titel", or a level that is written in quotes.
    ///
    /// # Use instead
    /// A key "title", and a level that is a number.
    ///
    /// # Source
    /// The schema of the document, which `ksb schema` shows.
    Schema { name: "schema", group: Input, severity: Error }
}

impl Rule for Schema {}

declare_rule! {
    /// # What it does
    /// Reports an occupation of the occupational maps API that was fetched without its duties and statements.
    ///
    /// # Why it matters
    /// The API leaves them out unless it is asked for them, so nothing can be said of them: neither that they are
    /// right nor that there are none.
    ///
    /// # Example
    /// A record with name, level and route, and without the keys "duties" and "knowledges".
    ///
    /// # Use instead
    /// The same occupation, fetched with `?expand=occupation.dutiesKSB`.
    ///
    /// # Source
    /// Data: the documentation of the API.
    NotExpanded { name: "not-expanded", group: Input, severity: Warning }
}

impl Rule for NotExpanded {}

declare_rule! {
    /// # What it does
    /// Reports a part of a page that stands where something known should stand, and was not understood.
    ///
    /// # Why it matters
    /// It was not checked. Nothing is left out in silence.
    ///
    /// # Example
    /// A duty whose list of codes is a sentence.
    ///
    /// # Use instead
    /// A duty whose list is codes: K1 K2 S1.
    ///
    /// # Source
    /// Convention.
    UnreadContent { name: "unread-content", group: Input, severity: Warning }
}

impl Rule for UnreadContent {}

declare_rule! {
    /// # What it does
    /// Reports a page that ends in the middle.
    ///
    /// # Why it matters
    /// What is missing at the end was not checked, and what is reported as missing may just have been cut
    /// off.
    ///
    /// # Example
    /// A page that was saved before it was loaded, and ends inside a table.
    ///
    /// # Use instead
    /// The whole page.
    ///
    /// # Source
    /// Convention.
    TruncatedPage { name: "truncated-page", group: Input, severity: Error }
}

impl Rule for TruncatedPage {}

declare_rule! {
    /// # What it does
    /// Reports a list that a page shows on one line, where the line does not tell its items apart.
    ///
    /// # Why it matters
    /// The items were told apart by a rule of thumb, and a name that holds a comma may have been taken
    /// for two.
    ///
    /// # Example
    /// A line of employers, separated by commas, where one name has a comma in it.
    ///
    /// # Use instead
    /// One name to a line.
    ///
    /// # Source
    /// Data: pages show some lists like this.
    RunTogether { name: "run-together", group: Input, severity: Advice }
}

impl Rule for RunTogether {}
