//! What changes in a file, as a unified diff that `git apply` and `patch` read.

use similar::TextDiff;

/// The change of the file `name` from `old` to `new`; empty if they are the same.
#[must_use]
pub fn render(name: &str, old: &str, new: &str) -> String {
    let (from, to) = (format!("a/{name}"), format!("b/{name}"));
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().header(&from, &to).to_string()
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn a_change_is_shown_with_its_surroundings() {
        let expected = "--- a/x.json\n+++ b/x.json\n@@ -1,2 +1,2 @@\n {\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n";
        assert_eq!(render("x.json", "{\r\nb", "{\r\nc"), expected);
        assert_eq!(render("x.json", "{}\n", "{}\n"), "");
    }
}
