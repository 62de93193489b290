//! The keys of an object, without reading it.

use super::scan;

/// The keys of the object that `text` starts with, as the text writes them, without their quotation marks;
/// up to the first place where it is no JSON.
pub fn keys(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = Some(scan::white(bytes, 0)).filter(|&at| bytes.get(at) == Some(&b'{')).map(|at| at + 1);
    std::iter::from_fn(move || {
        let start = scan::white(bytes, at?);
        let end = string_end(bytes, start)?;
        at = value_end(bytes, end);
        Some(&text[start + 1..end - 1])
    })
}

/// The first byte behind the comma that follows the value of the key that ends at `at`.
fn value_end(bytes: &[u8], at: usize) -> Option<usize> {
    let colon = scan::white(bytes, at);
    let start = scan::white(bytes, (bytes.get(colon) == Some(&b':')).then_some(colon + 1)?);
    let end = match bytes.get(start)? {
        b'"' => string_end(bytes, start)?,
        b'{' | b'[' => scan::balanced(bytes, start)?,
        _ => scan::bare_word(bytes, start),
    };
    let comma = scan::white(bytes, end);
    (bytes.get(comma) == Some(&b',')).then_some(comma + 1)
}

fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    (bytes.get(at) == Some(&b'"')).then(|| scan::string(bytes, at).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn keys_are_those_of_the_outermost_object() {
        let found: Vec<_> =
            keys(r#" { "a" : {"b":1}, "c":[",}"], "d":-1.5e3 , "e":true, "f" 1, "g":1}"#).collect();
        assert_eq!(found, ["a", "c", "d", "e", "f"]);
        assert_eq!(keys("[1]").count() + keys("").count() + keys("{").count() + keys("{\"a").count(), 0);
    }
}
