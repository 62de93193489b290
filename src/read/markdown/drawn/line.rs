//! The lines of a text, and which of them are drawn.

/// The fewest dashes that make a rule.
const FEWEST: usize = 5;

/// The lines of a text, each with its bytes, without its line ending.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    all: Vec<(usize, usize)>,
    /// The lines that consist of a single row of dashes.
    full: Vec<usize>,
    /// The lines that consist of several rows of dashes.
    rulers: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        let mut at = start;
        let place = |line: &str| {
            let begins = at;
            at += line.len();
            (begins, begins + line.trim_end_matches(['\n', '\r']).len())
        };
        let all = text[start..].split_inclusive('\n').map(place).collect();
        let mut lines = Self { text, all, full: Vec::new(), rulers: Vec::new() };
        for at in 0..lines.len() {
            match groups(lines.line(at)) {
                1 => lines.full.push(at),
                2.. => lines.rulers.push(at),
                0 => {}
            }
        }
        lines
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The line at an index; an empty line past the last one.
    pub(super) fn line(&self, at: usize) -> &'t str {
        self.all.get(at).map_or("", |(start, end)| &self.text[*start..*end])
    }

    pub(super) fn is_blank(&self, at: usize) -> bool {
        self.line(at).trim().is_empty()
    }

    /// The first byte of a line, and the byte after its last.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        self.all[at]
    }

    /// Whether a line consists of several rows of dashes.
    pub(super) fn is_ruler(&self, at: usize) -> bool {
        self.rulers.binary_search(&at).is_ok()
    }

    /// Whether a line consists of one row of dashes.
    pub(super) fn is_full(&self, at: usize) -> bool {
        self.full.binary_search(&at).is_ok()
    }

    /// The next line after this one that consists of a single row of dashes.
    pub(super) fn next_full(&self, at: usize) -> Option<usize> {
        self.full.get(self.full.partition_point(|full| *full <= at)).copied()
    }

    /// The next line after this one that has several rows of dashes.
    pub(super) fn next_ruler(&self, at: usize) -> Option<usize> {
        self.rulers.get(self.rulers.partition_point(|ruler| *ruler <= at)).copied()
    }

    /// The mark that a block of code begins or ends with, if one does on this line.
    pub(super) fn fence(&self, at: usize) -> Option<u8> {
        let line = self.line(at).trim_start();
        (line.starts_with("```") || line.starts_with("~~~")).then(|| line.as_bytes()[0])
    }

    /// The words of a part of a line.
    pub(super) fn part(&self, (start, end): (usize, usize)) -> &'t str {
        &self.text[start..end]
    }

    /// The parts of a line between columns, which are counted in characters and in order: from the first on, each to
    /// the next one, the last to the end.
    pub(super) fn parts(&self, at: usize, columns: &[usize]) -> Vec<(usize, usize)> {
        let (start, end) = self.place(at);
        let mut starts = Vec::with_capacity(columns.len() + 1);
        for (index, (byte, _)) in self.line(at).char_indices().enumerate() {
            if columns.get(starts.len()) == Some(&index) {
                starts.push(start + byte);
            }
        }
        starts.push(end);
        starts.windows(2).map(|pair| (pair[0], pair[1])).collect()
    }
}

/// How many rows of dashes a line has, if it has nothing else and enough dashes.
fn groups(line: &str) -> usize {
    let is_drawn = line.bytes().all(|byte| matches!(byte, b'-' | b' '))
        && line.bytes().filter(|byte| *byte == b'-').count() >= FEWEST;
    let mut groups = line.split_ascii_whitespace();
    if is_drawn && groups.all(|group| group.len() > 1) { line.split_ascii_whitespace().count() } else { 0 }
}
