//! Sequences of messages.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::replay::replay;

/// What is asked about a place, or about a document.
const ASKED: [&str; 13] = [
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/diagnostic",
    "textDocument/documentHighlight",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/formatting",
    "textDocument/hover",
    "textDocument/inlayHint",
    "textDocument/prepareRename",
    "textDocument/references",
];

fn notification(method: &str, params: &Value) -> String {
    json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string()
}

fn request(id: usize, method: &str, params: &Value) -> String {
    json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string()
}

fn opened(uri: &str, text: &str) -> String {
    let document = json!({ "uri": uri, "languageId": "x", "version": 1, "text": text });
    notification("textDocument/didOpen", &json!({ "textDocument": document }))
}

fn replayed(messages: &[String]) -> Vec<Value> {
    replay(messages.iter().map(String::as_str))
}

/// The samples that are texts.
fn samples() -> Vec<(PathBuf, String)> {
    let (mut left, mut found) = (vec![PathBuf::from("samples")], Vec::new());
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).expect("the samples") {
            let path = entry.expect("a sample").path();
            if path.is_dir() {
                left.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// Every request, at places all over a text, with a code renamed at each.
fn asked_everywhere(path: &Path, text: &str) -> Vec<String> {
    let uri = format!("file:///nowhere/{}", path.display());
    let document = json!({ "uri": uri });
    let mut messages = vec![opened(&uri, text)];
    let lines: Vec<&str> = text.split('\n').collect();
    for at in 0..8 {
        let line = lines.len() * at / 8;
        let position = json!({ "line": line, "character": lines[line].len() / 2 });
        let range = json!({ "start": position, "end": position });
        let params = json!({
            "textDocument": document, "position": position, "range": range, "newName": "K2",
            "context": { "diagnostics": [], "includeDeclaration": true }, "options": {},
        });
        for method in ASKED.iter().chain(&["textDocument/rename"]) {
            messages.push(request(messages.len(), method, &params));
        }
        let change = json!({ "range": range, "text": if at % 2 == 0 { "\"🦀\r" } else { "" } });
        let version = json!({ "uri": uri, "version": at + 2 });
        messages.push(notification(
            "textDocument/didChange",
            &json!({ "textDocument": version, "contentChanges": [change] }),
        ));
    }
    messages
}

#[test]
fn every_sample_can_be_asked_everything() {
    for (path, text) in samples() {
        let said = replayed(&asked_everywhere(&path, &text));
        assert!(said.len() > 8 * ASKED.len(), "{}", path.display());
    }
}

#[test]
fn an_older_version_changes_nothing() {
    let uri = "untitled:a.standard.json";
    let change = |version: i32, text: &str| {
        let document = json!({ "uri": uri, "version": version });
        let params = json!({ "textDocument": document, "contentChanges": [{ "text": text }] });
        notification("textDocument/didChange", &params)
    };
    let said =
        replayed(&[opened(uri, "{}"), change(7, "{ \"kind\": 1 }"), change(5, "["), "nonsense".to_owned()]);
    let versions: Vec<i64> = said.iter().filter_map(|one| one.pointer("/params/version")?.as_i64()).collect();
    assert_eq!(versions, [1, 7]);
    assert_eq!(said.last().and_then(|one| one.pointer("/error/code")?.as_i64()), Some(-32700));
}
