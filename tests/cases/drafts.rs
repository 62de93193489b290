//! Drafts: typed, pasted, with codes where people put them.

use serde_json::Value;

use super::case;

/// The codes of the statements, the codes of the duties with those mapped to each, and the texts of all of them.
fn codes(name: &str) -> Option<(Vec<String>, Vec<String>, Vec<String>)> {
    let document = case(name)?.converted();
    let list = |key: &str| document[key].as_array().cloned().unwrap_or_default();
    let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let statements: Vec<Value> = ["knowledge", "skills", "behaviours"].into_iter().flat_map(list).collect();
    let mapped = |duty: &Value| {
        let ksbs = duty["ksbs"].as_array().cloned().unwrap_or_default();
        let codes: Vec<&str> = ksbs.iter().filter_map(Value::as_str).collect();
        format!("{}: {}", text(duty, "code"), codes.join(" "))
    };
    let duties = list("duties");
    let texts = duties.iter().chain(&statements).map(|one| text(one, "text")).collect();
    Some((
        statements.iter().map(|one| text(one, "code")).collect(),
        duties.iter().map(mapped).collect(),
        texts,
    ))
}

/// Whether no text holds what belongs to another.
fn are_plain(texts: &[String]) -> bool {
    let is_plain = |text: &String| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        text.ends_with('.') && words.into_iter().all(|word| word.parse::<ksb::model::Code>().is_err())
    };
    texts.iter().all(is_plain)
}

#[test]
fn whatever_the_bullet_and_the_mark_statements_are_read() {
    for name in ["drafts/bulleted-statements.txt", "drafts/dashed-statements.txt"] {
        let Some((statements, duties, texts)) = codes(name) else { return };
        assert_eq!((statements.join(" "), duties.len()), ("K1 K2 S1 S2 B1".to_owned(), 0), "{name}");
        assert!(are_plain(&texts), "{texts:?}");
        assert_eq!(case(name).expect("it is there").found(), (0, vec![]));
    }
}

#[test]
fn headings_may_be_in_the_singular() {
    let Some((statements, ..)) = codes("drafts/singular-headings.txt") else { return };
    assert_eq!(statements, ["K1", "K2", "S1", "B1"]);
}

#[test]
fn several_statements_in_one_line_are_several() {
    let Some((statements, _, texts)) = codes("drafts/one-paragraph.txt") else { return };
    assert_eq!(statements, ["K1", "K2", "K3", "S1", "S2", "B1"]);
    assert!(are_plain(&texts), "{texts:?}");
    let Some((statements, duties, texts)) = codes("drafts/run-together.txt") else { return };
    assert_eq!(
        (statements.join(" "), duties),
        ("K1 K2 K3 S1".to_owned(), vec!["D1: K1 K2 K3 S1".to_owned()])
    );
    assert!(are_plain(&texts), "{texts:?}");
}

#[test]
fn markup_and_cells_are_read_as_the_text_would_be() {
    for (name, expected) in [
        ("markdown-bold.md", "K1 K2 S1 B1"),
        ("markdown-headings.md", "K1 K2 S1 B1"),
        ("ksb-tables.md", "K1 K2 S1 B1"),
        ("traceability.md", "K1 S1 B1"),
        ("ksbs.csv", "K1 K2 S1 B1"),
    ] {
        let name = format!("drafts/{name}");
        let Some((statements, duties, texts)) = codes(&name) else { return };
        assert_eq!((statements.join(" "), duties.len()), (expected.to_owned(), 0), "{name}");
        assert!(are_plain(&texts), "{texts:?}");
        assert_eq!(case(&name).expect("it is there").found(), (0, vec![]), "{name}");
    }
}

#[test]
fn codes_have_parts_and_groups() {
    let Some((statements, ..)) = codes("drafts/dotted-codes.txt") else { return };
    assert_eq!(statements, ["K1", "K4.1", "K4.2", "K5.1", "K5.2", "S1"]);
    let Some((statements, ..)) = codes("drafts/split-kinds-prefix.txt") else { return };
    assert_eq!(statements, ["AK1", "AK2", "AS1"]);
    for name in ["drafts/dotted-codes.txt", "drafts/split-kinds-prefix.txt"] {
        let found = case(name).expect("it is there").found();
        assert!(found.1.iter().all(|one| !one.contains("duplicate-code")), "{found:?}");
    }
    let Some((statements, duties, _)) = codes("drafts/zero-padded.txt") else { return };
    assert_eq!(
        (statements.join(" "), duties),
        ("K1 K2 K3 S1".to_owned(), vec!["D1: K1 K2 K3 S1".to_owned()])
    );
}

#[test]
fn a_list_of_statements_is_a_document() {
    let Some(list) = case("drafts/ksb-list-only.txt") else { return };
    assert_eq!(list.found(), (0, vec![]));
}

#[test]
fn what_a_word_processor_gives_is_read() {
    let two = ["D1: K1 K2 S1 B1", "D2: K3 S2 B1"];
    for (name, statements, duties) in [
        ("drafts/word-bullets.txt", "K1 K2 K3 S1 S2 B1", &two[..]),
        ("drafts/word-table-cells.txt", "K1 K2 K3 S1 S2 B1", &two),
        ("drafts/word-table-spaces.txt", "K1 K2 K3 S1 B1", &["D1: K1 K2 S1 B1", "D2: K3 S1 B1"]),
        ("drafts/duty-table.txt", "", &["D1: K1 K2 S1 B1", "D2: K2 S1 B1"]),
        ("drafts/pasted-table.txt", "K1 K2 S1", &[]),
    ] {
        let Some((found, mapped, texts)) = codes(name) else { return };
        assert_eq!(found.join(" "), statements, "{name}");
        assert_eq!(mapped, duties, "{name}");
        assert!(are_plain(&texts), "{name}: {texts:?}");
        let (_, found) = case(name).expect("it is there").found();
        assert!(found.iter().all(|one| !one.contains("unread-content")), "{name}: {found:?}");
    }
}

#[test]
fn a_placeholder_keeps_a_place() {
    let Some(draft) = case("drafts/placeholder.txt") else { return };
    let (code, found) = draft.found();
    let stubs: Vec<&str> = found.iter().filter_map(|one| one.strip_prefix("error stub-statement ")).collect();
    assert_eq!((code, stubs), (1, vec!["D1", "K1", "K2", "K3", "S1", "B1"]));
}

#[test]
fn word_documents_are_read() {
    let Some((statements, duties, texts)) = codes("drafts/word-draft-paragraphs.docx") else { return };
    assert_eq!(statements.join(" "), "K1 K2 K3 S1 S2 B1 B2");
    assert_eq!(duties, ["D1: K1 K2 S1 B1", "D2: K3 S2 B1", "D3: K2 S1 S2 B2"]);
    assert!(are_plain(&texts), "{texts:?}");
    assert_eq!(case("drafts/word-draft-paragraphs.docx").expect("it is there").found(), (0, vec![]));
    let Some((statements, duties, texts)) = codes("drafts/word-draft-tables.docx") else { return };
    assert_eq!(statements.join(" "), "K1 K2 K3 S1 S2 B1");
    assert_eq!(duties, ["D1: K1 K2 S1 B1", "D2: K3 S2 B1"]);
    assert!(are_plain(&texts), "{texts:?}");
}
