//! Every mistake that authors make: what is reported, where, and that it is reported only once.

use std::ops::Range;

use super::{MAX_ERRORS, Member, Tree, Value, ValueKind, parse};
use crate::source::Span;

/// A text with one mistake, its place, and what is reported about it.
type Case = (&'static str, Range<usize>, &'static str);

fn told(cases: &[Case]) {
    for (text, place, message) in cases {
        let (_, errors) = parse(text);
        let told: Vec<_> = errors.iter().map(|error| (error.span.range(), error.message.as_str())).collect();
        assert_eq!(told, [(place.clone(), *message)], "{text}");
    }
}

fn tree(text: &str) -> Tree<'_> {
    let (tree, errors) = parse(text);
    assert_eq!(errors, [], "{text}");
    tree
}

fn root<'t, 's>(tree: &'t Tree<'s>) -> Value<'t, 's> {
    tree.root().expect("a value")
}

#[test]
fn comments_and_spaces() {
    told(&[
        ("[1, # one\n 2]", 4..9, "JSON cannot have comments"),
        ("{\"a\": /* x */ 1}", 6..13, "JSON cannot have comments"),
        ("// top\n[]", 0..6, "JSON cannot have comments"),
        ("/* {\n1", 0..4, "JSON cannot have comments"),
        ("{\u{a0}\"a\": 1}", 1..3, "JSON does not allow a no-break space (U+00A0) here"),
        ("", 0..0, "the file is empty"),
        (" \n", 2..2, "the file is empty"),
    ]);
}

#[test]
fn commas() {
    told(&[
        ("[1, 2,]", 5..6, "there is a comma after the last element"),
        ("{\"a\": 1,}", 7..8, "there is a comma after the last member"),
        ("[1,,2]", 3..4, "there is no element before this comma"),
        ("[,1]", 1..2, "there is no element before this comma"),
        ("[1,,]", 2..4, "there is a comma after the last element"),
        ("[,]", 1..2, "there is no element before this comma"),
        ("[1 2]", 2..2, "there is no comma between 2 elements"),
        ("[[1] [2]]", 4..4, "there is no comma between 2 elements"),
        ("{\"a\": 1 \"b\": 2}", 7..7, "there is no comma between 2 members"),
        ("{\n  \"a\": \"x\"\n  \"b\": 2\n}", 12..12, "there is no comma between 2 members"),
        ("[1, 2;\n3]", 5..6, "unexpected `;` after the value"),
        ("{\"a\": 5 years, \"b\": 1}", 8..13, "unexpected `years` after the value"),
        ("{\"a\": \"x\" + \"y\"}", 10..15, "unexpected `+ \"y\"` after the value"),
    ]);
}

#[test]
fn keys_and_colons() {
    told(&[
        ("{\"a\" 1}", 4..4, "expected a colon after the key `a`"),
        ("{\"a\"}", 1..4, "the key `a` has no value"),
        ("{\"a\", \"b\": 1}", 1..4, "the key `a` has no value"),
        ("{\"a\" \"b\": 1}", 1..4, "the key `a` has no value"),
        ("{\"a\": }", 5..5, "there is no value after the colon"),
        ("{\"a\":, \"b\": 1}", 5..5, "there is no value after the colon"),
        ("{\"a\" = 1}", 5..6, "expected a colon, found `=`"),
        ("{\"a\" => 1}", 5..7, "expected a colon, found `=>`"),
        ("{: 1}", 1..1, "there is no key before the colon"),
        ("{title: 1}", 1..6, "the key `title` needs quotation marks"),
        ("{title\": 1}", 1..7, "the key `title` needs quotation marks"),
        ("{job title: 1}", 1..10, "the key `job title` needs quotation marks"),
        ("{1: 2}", 1..2, "the key `1` needs quotation marks"),
        ("{\"a\": 1, 2}", 9..10, "expected a key, found `2`"),
        ("{\"ke\"y\": 1}", 5..7, "expected a colon after the key, found `y\"`"),
        ("{\"a\":: 1}", 5..8, "expected a value, found `: 1`"),
        ("[\"a\": 1]", 4..7, "unexpected `: 1` after the value"),
    ]);
}

#[test]
fn quotation_marks() {
    told(&[
        ("{'a': 1}", 1..4, "text must be in double quotation marks, not `'`"),
        ("{\"a\": 'don't', \"b\": 1}", 6..13, "text must be in double quotation marks, not `'`"),
        ("{\"a\": “b, c”, \"d\": 1}", 6..16, "text must be in double quotation marks, not `“`"),
        ("{\"name”: \"x\"}", 6..9, "text must end with a double quotation mark, not with `”`"),
        ("{\"a\": \"x”, \"b\": 1}", 8..11, "text must end with a double quotation mark, not with `”`"),
        ("{\"a\": \"x”\n}", 8..11, "text must end with a double quotation mark, not with `”`"),
        (
            "{\"a\": \"He said \"hello, world\" to me\", \"b\": 1}",
            15..16,
            "a quotation mark inside text needs a backslash",
        ),
        ("[\"a \"b\" c\", 1]", 4..5, "a quotation mark inside text needs a backslash"),
    ]);
}

#[test]
fn unclosed_strings() {
    told(&[
        ("{\n\"a\": \"abc,\n\"b\": 1}", 7..11, "this text has no closing quotation mark"),
        ("[\"abc]", 1..5, "this text has no closing quotation mark"),
        ("{\"a\": [\"abc],\n\"b\": 1}", 7..11, "this text has no closing quotation mark"),
        ("{\"a\": \"abc", 6..10, "this text has no closing quotation mark"),
        ("{\"a\": \"hello, \"b\": \"x\"}", 6..12, "this text has no closing quotation mark"),
        ("{\"title: 1,\n \"b\": 2}", 1..7, "this text has no closing quotation mark"),
        ("{\"a\": \"one\ntwo\", \"b\": 1}", 10..11, "text in quotation marks cannot contain a line break"),
        (
            "{\"a\": \"one\n\n two, three\r\n\",\n \"b\": 1}",
            10..11,
            "text in quotation marks cannot contain a line break",
        ),
    ]);
}

#[test]
fn characters_in_strings() {
    told(&[
        ("[\"a\tb\tc\"]", 3..4, "text in quotation marks cannot contain a tab"),
        ("[\"a\u{1}\"]", 3..4, "text in quotation marks cannot contain a control character"),
        ("[\"C:\\docs\"]", 4..6, "`\\d` is not an escape sequence in JSON"),
        ("[\"\\u12\"]", 2..6, "`\\u` needs 4 hexadecimal digits"),
        ("[\"\\ud800\"]", 2..8, "`\\ud800` is only half of a character"),
        ("[\"\\udc00x\"]", 2..8, "`\\udc00` is only half of a character"),
        ("[\"\\ud800\\u0041\"]", 2..8, "`\\ud800` is only half of a character"),
    ]);
}

#[test]
fn brackets() {
    told(&[
        ("{\"a\": [1, 2}", 11..12, "expected `]`, found `}`"),
        ("{\"a\": [1, 2}, \"b\": 3}", 11..12, "expected `]`, found `}`"),
        ("[1, 2}", 5..6, "expected `]`, found `}`"),
        ("{\"a\": 1]", 7..8, "expected `}`, found `]`"),
        ("[1, 2)", 5..6, "expected `]`, found `)`"),
        ("[{\"a\": [1}, {\"b\": 2}]", 9..10, "expected `]`, found `}`"),
        ("{\"x\": {\"a\": [1}, \"b\": 2}", 14..15, "expected `]`, found `}`"),
        ("{\"x\": {\"a\": [1}, \"b\": 2}}", 14..15, "expected `]`, found `}`"),
        ("[1, 2", 5..5, "expected `]` before the end of the file"),
        ("{\"a\": [1, {\"b\": 2", 17..17, "expected `}]}` before the end of the file"),
        ("{\"a\": [1, 2, \"b\": 3}", 11..11, "expected `]` before the next member"),
        ("{\"a\": [{\"b\": 1, {\"b\": 2}]}", 14..14, "expected `}` before the next element"),
        ("{\"a\": 1}}", 8..9, "`}` has no opening bracket"),
        ("{\"a\": 1} {\"b\": 2}", 9..17, "there is text after the end of the document"),
        ("\"a\": 1", 3..6, "there is text after the end of the document"),
        ("]", 0..1, "expected a value, found `]`"),
    ]);
}

#[test]
fn numbers() {
    told(&[
        ("[01]", 1..3, "a number cannot start with a zero"),
        ("[+1]", 1..3, "a number cannot have a plus sign before it"),
        ("[.5]", 1..3, "a number needs a digit before its decimal point"),
        ("[1.]", 1..3, "a number needs a digit after its decimal point"),
        ("[-.5]", 1..4, "a number needs a digit before its decimal point"),
        ("[1.e3]", 1..5, "a number needs a digit after its decimal point"),
        ("[1e]", 1..3, "`1e` is not a number"),
        ("[-]", 1..2, "`-` is not a number"),
        ("[0x1F]", 1..5, "`0x1F` is not a number"),
        ("[1_000]", 1..6, "`1_000` is not a number"),
        ("[007.5]", 1..6, "a number cannot start with a zero"),
        ("[-Infinity]", 1..10, "`-Infinity` is not a JSON value"),
        ("[NaN, 1]", 1..4, "`NaN` is not a JSON value"),
        ("[1e400]", 1..6, "this number is too large"),
        ("[-1e400]", 1..7, "this number is too large"),
        ("[2024-01-05]", 1..11, "`2024-01-05` is not a number"),
    ]);
}

#[test]
fn words() {
    told(&[
        ("[True]", 1..5, "`True` must be in lower case"),
        ("[None, 1]", 1..5, "`None` is not a JSON value"),
        ("[undefined]", 1..10, "`undefined` is not a JSON value"),
        ("[NULL]", 1..5, "`NULL` must be in lower case"),
        ("[tru]", 1..4, "expected a value, found `tru`"),
        ("{\"a\": Software developer, \"b\": 1}", 6..24, "expected a value, found `Software developer`"),
        ("{\"a\": hello\", \"b\": 1}", 6..12, "expected a value, found `hello\"`"),
        ("{\"a\": NumberInt(5), \"b\": [1]}", 6..18, "expected a value, found `NumberInt(5)`"),
        ("{\"a\": True \"b\": 1}", 6..10, "`True` must be in lower case"),
        ("foo bar\nbaz", 0..7, "expected a value, found `foo bar`"),
    ]);
}

#[test]
fn help_and_the_other_place_come_with_the_mistake() {
    let (_, errors) = parse("{\"a\": [1, 2},\n\"b\": 01}");
    let related = errors[0].related.clone();
    assert_eq!(related, Some((Span::new(6, 7), "this bracket needs a `]` to close it".to_owned())));
    assert_eq!(errors[1].help.as_deref(), Some("write `1`"));
    assert_eq!(errors[1].to_string(), "a number cannot start with a zero");
}

#[test]
fn several_mistakes_leave_the_rest_in_the_tree() {
    let text = "{\"a\": True, 'b': [1,, 2], \"c\" 3, \"d\": {\"e\": \"x\\q\"},}";
    let (tree, errors) = parse(text);
    assert_eq!(errors.len(), 6);
    let root = root(&tree);
    assert_eq!(root.get("a").map(Value::kind), Some(ValueKind::Invalid));
    assert_eq!(root.get("b").map(Value::len), Some(2));
    assert_eq!(root.get("c").and_then(Value::as_u64), Some(3));
    assert_eq!(tree.resolve("/d/e").and_then(Value::as_str).as_deref(), Some("x\\q"));
    assert_eq!(root.members().map(|member| member.key.raw()).collect::<String>(), "\"a\"'b'\"c\"\"d\"");
}

#[test]
fn mistakes_are_told_up_to_a_limit() {
    assert_eq!(parse(&format!("[{}1]", "01,".repeat(5000))).1.len(), MAX_ERRORS);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(root(&tree("\u{feff}[1]")).span(), Span::new(3, 6));
}

#[test]
fn values_read_as_their_kinds() {
    let tree = tree(r#"[null, true, -3, 1.5, "é\n", [], {"a": 1}]"#);
    let values: Vec<_> = root(&tree).elements().collect();
    assert!(values[0].is_null());
    assert_eq!(values[1].as_bool(), Some(true));
    assert_eq!((values[2].as_i64(), values[2].as_u64(), values[2].as_f64()), (Some(-3), None, Some(-3.0)));
    assert_eq!((values[3].as_i64(), values[3].as_f64()), (None, Some(1.5)));
    assert_eq!(values[4].as_str().as_deref(), Some("é\n"));
    assert!(values[5].is_empty() && values[5].kind() == ValueKind::Array);
    assert_eq!(values[6].get_member("a").map(Member::span), Some(Span::new(35, 41)));
    assert_eq!(format!("{:?}", values[1]), "Bool Span { start: 7, end: 11 } `true`");
}

#[test]
fn what_is_lent_outlives_the_tree() {
    let text = String::from(r#"["plain", "escap\u0065d"]"#);
    let (plain, escaped) = {
        let tree = tree(&text);
        let mut elements = root(&tree).elements();
        (elements.next().and_then(Value::as_str), elements.next().and_then(Value::text))
    };
    assert!(matches!(plain, Some(std::borrow::Cow::Borrowed("plain"))));
    let escaped = escaped.expect("a string");
    assert_eq!((escaped.as_str(), escaped.span()), ("escaped", Span::new(11, 23)));
    assert_eq!(escaped.span_of(5..6), Span::new(16, 22));
    assert_eq!(escaped.span_of(6..7), Span::new(22, 23));
}

#[test]
fn repeated_keys_are_kept_and_told() {
    let tree = tree(r#"{"a": 1, "b": {"c": 0, "c": 1}, "\u0061": 2, "a": 3}"#);
    let root = root(&tree);
    let pairs = [((15, 18), (23, 26)), ((1, 4), (32, 40)), ((1, 4), (45, 48))];
    let pairs =
        pairs.map(|(first, repeated)| (Span::new(first.0, first.1), Span::new(repeated.0, repeated.1)));
    assert_eq!(tree.duplicate_keys(), pairs);
    assert_eq!((root.len(), root.unique_len()), (4, 2));
    let unique: Vec<_> = root.unique_members().map(|member| member.value.raw()).collect();
    assert_eq!(unique, [r#"{"c": 0, "c": 1}"#, "3"]);
    assert_eq!(root.get("a").and_then(Value::as_u64), Some(3));
}

#[test]
fn repeated_keys_of_a_large_object_are_found() {
    let member = |number: usize| format!("\"k{}\": {number}", number % 30_000);
    let text = format!("{{{}}}", (0..60_000).map(member).collect::<Vec<_>>().join(","));
    let tree = tree(&text);
    assert_eq!(tree.duplicate_keys().len(), 30_000);
    assert_eq!((root(&tree).len(), root(&tree).unique_len()), (60_000, 30_000));
    assert_eq!(root(&tree).get("k7").and_then(Value::as_u64), Some(30_007));
}

#[test]
fn places_have_pointers_and_pointers_have_places() {
    let tree = tree(r#"{"a/b": [10, {"m~n": "x"}], "": 2}"#);
    let places = tree.places();
    let pointer = |start, end| places.pointer(Span::new(start, end));
    assert_eq!(pointer(0, 1), "");
    assert_eq!(pointer(2, 4), "/a~1b");
    assert_eq!(pointer(9, 11), "/a~1b/0");
    assert_eq!(pointer(15, 16), "/a~1b/1/m~0n");
    assert_eq!(pointer(9, 22), "/a~1b");
    assert_eq!(pointer(32, 33), "/");
    for found in ["", "/a~1b", "/a~1b/0", "/a~1b/1/m~0n", "/"] {
        let value = tree.resolve(found).expect("a value");
        assert_eq!(places.pointer(value.span()), found);
    }
    assert_eq!(tree.at(["a/b", "1", "m~n"]).map(Value::raw), Some("\"x\""));
    for lost in ["a", "/a", "/a~1b/00", "/a~1b/2", "/a~1b/+0", "/a~1b/", "//x"] {
        assert!(tree.resolve(lost).is_none(), "{lost}");
    }
}
