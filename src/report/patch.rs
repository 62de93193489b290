//! What changes in a file, as a unified diff that `git apply` and `patch` read.

use std::fmt::Write;

use similar::TextDiff;

use super::text::acts_on_terminal;

/// The change of the file `name` from `old` to `new`; empty if they are the same.
#[must_use]
pub fn render(name: &str, old: &str, new: &str) -> String {
    let (from, to) = (quoted(format!("a/{name}")), quoted(format!("b/{name}")));
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().header(&from, &to).to_string()
}

/// The name of a file as git writes it: in quotes if it would not be a single line of visible characters.
fn quoted(name: String) -> String {
    let is_special = |character: char| acts_on_terminal(character) || "\"\\".contains(character);
    if !name.contains(is_special) {
        return name;
    }
    let mut quoted = "\"".to_owned();
    for character in name.chars() {
        let _infallible = match character {
            '"' | '\\' => write!(quoted, "\\{character}"),
            '\n' => quoted.write_str("\\n"),
            '\r' => quoted.write_str("\\r"),
            '\t' => quoted.write_str("\\t"),
            _ if is_special(character) => {
                let mut room = [0; 4];
                let bytes = character.encode_utf8(&mut room).bytes();
                bytes.into_iter().try_for_each(|byte| write!(quoted, "\\{byte:03o}"))
            }
            _ => quoted.write_char(character),
        };
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::{quoted, render};

    #[test]
    fn names_are_quoted_as_git_does() {
        assert_eq!(quoted("a/b é.json".to_owned()), "a/b é.json");
        assert_eq!(quoted("a/x\n\u{1b}\"\\\u{202e}".to_owned()), r#""a/x\n\033\"\\\342\200\256""#);
    }

    #[test]
    fn a_change_is_shown_with_its_surroundings() {
        let expected = "--- a/x.json\n+++ b/x.json\n@@ -1,2 +1,2 @@\n {\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n";
        assert_eq!(render("x.json", "{\r\nb", "{\r\nc"), expected);
        assert_eq!(render("x.json", "{}\n", "{}\n"), "");
    }
}
