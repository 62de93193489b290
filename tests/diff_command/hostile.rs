//! Texts that try to be more than texts, very long texts, and very many of them.

use super::{diff, folder, report, standard};

const HOSTILE: [&str; 8] = [
    "The <script>alert(1)</script> of a </td></table> & <!-- comment -->.",
    "A | pipe || and `backticks` and **stars** with [a link](https://evil.test/x).",
    "Right \u{202e}to left\u{202c} marks \u{200f} and \u{2066}isolates\u{2069}.",
    "Ask @octocat about #12 and www.evil.test or a@evil.test :tada:.",
    "An escape \u{1b}[31mred\u{1b}[0m and a bell \u{7} and a null-like \u{1}.",
    "A line\nbreak\r\nand a tab\tin one.",
    "=HYPERLINK(\"https://evil.test\",\"x\")",
    "</details></summary> <img src=x onerror=alert(1)> ---",
];

/// Hostile texts that were added, removed and reworded.
fn documents() -> tempfile::TempDir {
    let mut old: Vec<String> =
        HOSTILE.iter().map(|text| format!("{text} Kept as it was before today")).collect();
    let mut new: Vec<String> =
        HOSTILE.iter().map(|text| format!("{text} Kept as it will be tomorrow")).collect();
    old.extend(HOSTILE.iter().map(|text| format!("{text} of old paper kites number {}", text.len())));
    new.extend(HOSTILE.iter().map(|text| (*text).to_owned()));
    let texts =
        |list: &'_ [String]| -> String { standard(&list.iter().map(String::as_str).collect::<Vec<_>>()) };
    folder(&[("a.json", &texts(&old)), ("b.json", &texts(&new))])
}

#[test]
fn a_terminal_is_not_taken_over() {
    let folder = documents();
    for width in ["60", "120"] {
        let out = diff(folder.path(), &["--width", width, "a.json", "b.json"]).out;
        let acts = |character: &char| {
            (character.is_control() && *character != '\n')
                || "\u{200f}\u{202e}\u{202c}\u{2066}\u{2069}".contains(*character)
        };
        assert_eq!(out.chars().find(acts), None);
        assert!(out.contains(r"\u{202e}to") && out.contains(r"\u{1b}[31mred"), "{out}");
    }
}

#[test]
fn markdown_stays_text() {
    let folder = documents();
    let out = diff(folder.path(), &["--format", "markdown", "a.json", "b.json"]).out;
    for wanted in ["&lt;script&gt;", "&#124; pipe", "@<!-- -->octocat", "#<!-- -->12", "https:<!-- -->//"] {
        assert!(out.contains(wanted), "{wanted}: {out}");
    }
    for unwanted in
        ["<script", "<img", "`backticks`", "**stars**", "](", "@octocat", "://", "\u{202e}", "\u{1b}"]
    {
        assert!(!out.contains(unwanted), "{unwanted}: {out}");
    }
    let rows: Vec<&str> = out.lines().filter(|line| line.starts_with("| K")).collect();
    assert!(rows.len() >= HOSTILE.len());
    for row in rows {
        assert_eq!(row.matches('|').count(), 4, "{row}");
    }
    assert_eq!(out.matches("<details>").count(), out.matches("</details>").count());
    assert!(out.starts_with("<!-- ksb-diff -->\n"));
}

#[test]
fn html_stays_text() {
    let folder = documents();
    let out = diff(folder.path(), &["--format", "html", "a.json", "b.json"]).out;
    assert!(!out.contains("<script>alert") && !out.contains("<img src"));
    assert!(out.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn spreadsheets_run_nothing_and_lose_nothing() {
    let folder = documents();
    let out = diff(folder.path(), &["--format", "csv", "a.json", "b.json"]).out;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let mut texts = Vec::new();
    for line in reader.records() {
        let line = line.expect("a line of CSV");
        assert_eq!(line.len(), 6);
        assert!(line.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{line:?}");
        texts.push(line[4].to_owned());
    }
    assert!(texts.iter().any(|text| text.starts_with("'=HYPERLINK")), "{texts:?}");
    assert!(texts.iter().any(|text| text.contains("A line\nbreak\nand a tab\tin one.")), "{texts:?}");
}

#[test]
fn every_format_says_that_texts_are_too_long_to_compare_word_by_word() {
    let words =
        |from: usize| (from..from + 1500).map(|number| format!("word{number} ")).collect::<Vec<_>>().concat();
    let text = |middle: &str| format!("How locks {middle}and gates work.");
    let (old, new) = (text(&words(0)), text(&words(1400)));
    let folder = folder(&[("a.json", &standard(&[&old])), ("b.json", &standard(&[&new]))]);
    let pair = ["--pair", "K1=K1", "a.json", "b.json"];
    for format in ["terminal", "markdown", "html", "csv"] {
        let out = diff(folder.path(), &[&["--format", format], &pair[..]].concat()).out;
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains("too long to compare word by word"), "{format}: {out}");
    }
    let report = report(folder.path(), &pair);
    let long = report["changes"].as_array().expect("a list").iter().find(|one| one["tooLong"] == true);
    let words = long.expect("the statement")["words"].as_array().expect("a list").len();
    assert_eq!(words, 4);
}

#[test]
fn json_keeps_every_character() {
    let folder = documents();
    let report = report(folder.path(), &["a.json", "b.json"]);
    let text = report["changes"].to_string();
    assert!(text.contains("\u{202e}to left") && text.contains("\\u001b[31mred"), "{text}");
}

#[test]
fn a_very_long_statement_is_shown_whole() {
    let words: Vec<String> = (0..714).map(|number| format!("word{number}")).collect();
    let long = words.join(" ");
    assert!(long.len() > 5_000);
    let folder = folder(&[
        ("a.json", &standard(&[&format!("{long} before")])),
        ("b.json", &standard(&[&format!("{long} after")])),
    ]);
    for format in ["terminal", "markdown", "html", "csv", "json"] {
        let out = diff(folder.path(), &["--format", format, "a.json", "b.json"]).out;
        let lost = words.iter().find(|word| !out.contains(word.as_str()));
        assert_eq!(lost, None, "{format}");
    }
}

/// Two documents in which that many statements are reworded.
fn many(count: usize) -> tempfile::TempDir {
    let texts = |end: &str| -> Vec<String> {
        let one = |number: usize| {
            let own: Vec<String> = (0..12).map(|word| format!("w{number}x{word}")).collect();
            format!("The use of {} in kites{end}", own.join(" "))
        };
        (0..count).map(one).collect()
    };
    let document = |texts: &[String]| standard(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    folder(&[("a.json", &document(&texts(""))), ("b.json", &document(&texts(" of paper and of silk")))])
}

#[test]
fn a_comment_is_never_too_long_and_says_what_it_leaves_out() {
    let markdown = |count| diff(many(count).path(), &["--format", "markdown", "a.json", "b.json"]).out;
    let small = markdown(20);
    assert!(!small.contains("Left out"), "{small}");
    let big = markdown(500);
    let length = big.chars().count();
    assert!(length <= 60_000 && length > 20_000, "{length}");
    assert!(big.contains("_Left out to keep this under 60,000 characters: how items were paired; "), "{big}");
    assert!(big.contains("| K500 |") && big.contains("500 reworded"), "the codes are still there");
    let huge = markdown(3_000);
    assert!(huge.chars().count() <= 60_000);
    assert!(huge.contains("the tables of statements and duties") && huge.contains("3000 reworded"), "{huge}");
    assert!(huge.starts_with("<!-- ksb-diff -->\n"));
}
