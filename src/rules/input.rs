//! The rules about input. They have pages here and no logic: the readers report under these names,
//! and a configuration refers to them like any other rule.

use super::declare_rule;
use crate::lint::Rule;

declare_rule! {
    /// # What it does
    /// Reports a file that cannot be read. The file is missing, too large, JSON in UTF-16 or not text, or access to it
    /// is denied.
    ///
    /// # Why it matters
    /// A file that was not read has not been checked, and must not look as if it passed.
    ///
    /// # Example
    /// A folder of standards in which one file is a PDF.
    ///
    /// # Use instead
    /// The document that the PDF was made from, or a file with its text.
    ///
    /// # Source
    /// Convention.
    UnreadableFile { name: "unreadable-file", group: Input, severity: Error }
}

impl Rule for UnreadableFile {}

declare_rule! {
    /// # What it does
    /// Reports a file that does not appear to be a standard or an occupational map, and says what it looks like.
    ///
    /// # Why it matters
    /// A file that is not recognised cannot be checked. Usually it is the wrong file, or a document that needs
    /// converting to text first.
    ///
    /// # Example
    /// A saved search page, an assessment plan, a list of statements in JSON, or program code.
    ///
    /// # Use instead
    /// The page of a standard, or the document that holds the standard.
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
    /// Programs show these bytes differently, so characters are lost: usually accents, quotation marks and pound signs.
    ///
    /// # Example
    /// A UTF-8 file in which an old program wrote a line in Windows-1252, with curly quotation marks.
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
    /// Reports a file in UTF-16 or Windows-1252 instead of UTF-8. The file is still read, unless it is JSON, which must
    /// be in UTF-8.
    ///
    /// # Why it matters
    /// Nothing in the file says which encoding it has, so other programs may show different characters for quotation
    /// marks, dashes and pound signs. `--fix` does not change such a file.
    ///
    /// # Example
    /// A table that Excel saved as "CSV (Comma delimited)", with curly quotation marks, or as "Unicode Text".
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
    /// It is invisible, and some programs that read JSON reject it. It is not reported in a CSV file, because Excel
    /// needs it there.
    ///
    /// # Example
    /// A file that was saved as "UTF-8 with BOM".
    ///
    /// # Use instead
    /// The same file, saved as UTF-8 without it.
    ///
    /// # Source
    /// The definition of JSON: programs must not add a byte order mark.
    ByteOrderMark { name: "byte-order-mark", group: Input, severity: Warning }
}

impl Rule for ByteOrderMark {}

declare_rule! {
    /// # What it does
    /// Reports text that is not correct JSON: a missing comma or quotation mark, an extra comma, or a comment.
    ///
    /// # Why it matters
    /// Other programs reject the whole file, even if everything else in it is right.
    ///
    /// # Example
    /// A list with a comma after its last item.
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
    /// Reports a key that appears twice in the same JSON object.
    ///
    /// # Why it matters
    /// Programs differ in which of the two they use, and do not say which.
    ///
    /// # Example
    /// An object with two `title` keys.
    ///
    /// # Use instead
    /// The same object with only one of them.
    ///
    /// # Source
    /// The definition of JSON: the names in an object should be unique.
    DuplicateKey { name: "duplicate-key", group: Input, severity: Error }
}

impl Rule for DuplicateKey {}

declare_rule! {
    /// # What it does
    /// Reports a native document that does not follow its schema: an unknown key, a number in quotation marks, or a
    /// code in the wrong form.
    ///
    /// # Why it matters
    /// Programs that read the document do not find a value that is in the wrong place or form.
    ///
    /// # Example
    /// A `titel` key, or a level in quotation marks.
    ///
    /// # Use instead
    /// A `title` key, and a level that is a number.
    ///
    /// # Source
    /// The schema of the document, which `ksb schema` shows.
    Schema { name: "schema", group: Input, severity: Error }
}

impl Rule for Schema {}

declare_rule! {
    /// # What it does
    /// Reports an occupation from the occupational maps API that was downloaded without its duties and statements.
    ///
    /// # Why it matters
    /// The API leaves them out unless they are requested, so they cannot be checked. It is not even clear whether there
    /// are any.
    ///
    /// # Example
    /// A record with a name, level and route, but without the keys `duties` and `knowledges`.
    ///
    /// # Use instead
    /// The same occupation, downloaded with `?expand=occupation.dutiesKSB`.
    ///
    /// # Source
    /// Data: the documentation of the API.
    NotExpanded { name: "not-expanded", group: Input, severity: Warning }
}

impl Rule for NotExpanded {}

declare_rule! {
    /// # What it does
    /// Reports part of a page that could not be read, in a place where a known kind of content was expected.
    ///
    /// # Why it matters
    /// This part was not checked. ksb always says so when it leaves something out.
    ///
    /// # Example
    /// A duty with a sentence where its list of codes should be.
    ///
    /// # Use instead
    /// A duty with a list of codes: K1 K2 S1.
    ///
    /// # Source
    /// Convention.
    UnreadContent { name: "unread-content", group: Input, severity: Warning }
}

impl Rule for UnreadContent {}

declare_rule! {
    /// # What it does
    /// Reports a page that ends before it is complete.
    ///
    /// # Why it matters
    /// The missing end was not checked, and something reported as missing may only have been cut off.
    ///
    /// # Example
    /// A page that was saved before it had loaded, and ends inside a table.
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
    /// Reports a list that a page shows on one line, so that it is not clear where each item ends.
    ///
    /// # Why it matters
    /// The items were separated by a rule of thumb. A name with a comma in it may have been read as two.
    ///
    /// # Example
    /// A line of employers, separated by commas, where one name has a comma in it.
    ///
    /// # Use instead
    /// One name on each line.
    ///
    /// # Source
    /// Data: pages show some lists like this.
    RunTogether { name: "run-together", group: Input, severity: Advice }
}

impl Rule for RunTogether {}
