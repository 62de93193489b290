//! Assessment plans, which list the statements of a standard but are none: they say how each is assessed.

/// Headings and lines that assessment plans have, and standards have not.
const MARKS: [&str; 22] = [
    "assessment methods",
    "assessment outcomes",
    "assessment plan summary table",
    "back to grading",
    "end-point assessment",
    "end-point assessment plan",
    "end point assessment plan",
    "epa summary table",
    "gateway requirements",
    "grading",
    "grading descriptors",
    "ksb mapping table",
    "ksbs grouped by theme",
    "mapping of ksbs",
    "mapping of ksbs to assessment methods",
    "mapping of ksbs to grade themes",
    "mapping of knowledge, skills and behaviours (ksbs)",
    "order of assessment methods",
    "overall grading",
    "performance descriptors",
    "re-sits and re-takes",
    "resits and retakes",
];

/// Which of the marks a line is, by its number; the line may be numbered, or the first cells of a table row may stand
/// in front.
pub(super) fn mark(line: &str) -> Option<usize> {
    if line.len() > 80 {
        return None;
    }
    let is_mark = |text: &str| MARKS.iter().position(|mark| mark.eq_ignore_ascii_case(text));
    let heading = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '#' | '*' | ' '));
    let cell = |separator| line.rsplit_once(separator).map(|(_, last): (&str, &str)| last.trim());
    is_mark(heading.trim_end_matches(['*', ':', ' ']))
        .or_else(|| is_mark(cell('\t').or_else(|| cell('|'))?))
        .or_else(|| is_mark(line.split('\t').next()?.trim()))
}

/// Whether a first line is the title of a plan.
pub(super) fn is_title(line: &str) -> bool {
    line.len() <= 120 && line.to_ascii_lowercase().contains("assessment plan")
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn headings_of_plans_are_known_in_any_form() {
        for line in ["Assessment methods", "3.1 Grading", "## Grading:", "Knowledge\tAssessment methods"] {
            assert!(mark(line).is_some(), "{line}");
        }
        for line in ["The assessment methods", "Grading timber", "K1: Grading", "Knowledge"] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
