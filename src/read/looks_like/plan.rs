//! Assessment plans, which list the statements of a standard but are not standards: they say how each is assessed.

/// Headings and lines that assessment plans have and standards do not.
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

/// The signs of an assessment plan in the lines of a text.
#[derive(Debug, Default)]
pub(super) struct PlanSigns {
    /// The marks that are there, one bit for each.
    marks: u32,
    /// Whether the first line says that it is one.
    is_titled: bool,
    /// Duties, which a plan does not have: `Duty 1`.
    duties: usize,
}

impl PlanSigns {
    /// The signs in the lines of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for (number, line) in lines.enumerate() {
            signs.add(line, number == 0);
        }
        signs
    }

    /// Adds the signs in a line, which has no white space around it.
    pub(super) fn add(&mut self, line: &str, is_first: bool) {
        self.is_titled |= is_first && is_title(line);
        self.duties += usize::from(is_duty(line));
        self.marks |= mark(line).map_or(0, |mark| 1 << mark);
    }

    /// Whether the text is an assessment plan.
    pub(super) fn tell(&self) -> bool {
        (self.marks.count_ones() > 1 || self.is_titled) && self.duties < 2
    }
}

/// Whether a line begins with the number of a duty.
pub(super) fn is_duty(line: &str) -> bool {
    let word = line.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("duty "));
    word && line[5..].starts_with(|c: char| c.is_ascii_digit())
}

/// Which of the marks a line is, by its number; the line may be numbered, or the first cells of a table row may come
/// before it.
fn mark(line: &str) -> Option<usize> {
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
fn is_title(line: &str) -> bool {
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
