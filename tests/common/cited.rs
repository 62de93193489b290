//! Documents in Markdown that cite a made-up standard, traced as one run.

use ksb::diagnostic::Diagnostic;
use ksb::project::{InMemory, Input, Options, Project, Section, TraceChoices};

/// The standard that the examples of rules about citations cite.
const CITED: &str = include_str!("../style/cited.txt");

/// The findings in documents that cite [`CITED`].
pub(crate) fn traced(texts: &[String], options: Options) -> Vec<Diagnostic> {
    let name_of = |index: usize| format!("{index}.md");
    let with = |files: InMemory, (index, text): (usize, &String)| files.with(name_of(index), text.as_str());
    let begin = InMemory::default().with("standard.txt", CITED);
    let files = texts.iter().enumerate().fold(begin, with);
    let mut project = Project::new(&files, options);
    let section = Section {
        standard: Input::file("standard.txt"),
        document: None,
        files: (0..texts.len()).map(|index| Input::file(name_of(index))).collect(),
        history: Vec::new(),
        choices: TraceChoices { min_coverage: Some(80), ..TraceChoices::default() },
        place: None,
    };
    project.run_with([], vec![section], &()).check(None, &[]).expect("few findings").shown
}
