//! The addresses of pages: names that every file system accepts, and the same ones in every run.

use std::collections::BTreeSet;

use crate::source::sha256_hex;

/// The longest name of a folder or a page, without its ending.
const LONGEST: usize = 60;

/// How many digits of a hash distinguish names that look alike.
const DIGITS: usize = 12;

/// Names that Windows reserves for devices, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name made of a text: small letters, digits, full stops and hyphens. Two texts that differ in more than their capitals
/// get different names: where the name says less than the text, the hash of the text follows.
#[must_use]
pub fn safe_name(text: &str) -> String {
    let folded = text.trim().to_lowercase();
    let mut name = String::new();
    for character in folded.chars() {
        // A full stop in a number does not begin an ending.
        let is_in_number = character == '.' && name.ends_with(|before: char| before.is_ascii_digit());
        let is_kept = character.is_ascii_alphanumeric() || is_in_number;
        match character {
            _ if is_kept => name.push(character),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
        if name.len() >= LONGEST {
            break;
        }
    }
    let name = name.trim_matches(['.', '-']);
    let has_ending =
        name.rsplit_once('.').is_some_and(|(_, last)| last.contains(|c: char| !c.is_ascii_digit()));
    if !name.is_empty() && name == folded && !is_device(name) && !has_ending {
        return name.to_owned();
    }
    let hash = &sha256_hex(folded.as_bytes())[..DIGITS];
    if name.is_empty() || is_device(name) { format!("x-{hash}") } else { format!("{name}-{hash}") }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    DEVICES.iter().any(|device| {
        stem.strip_prefix(device)
            .is_some_and(|rest| rest.len() <= 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Gives each text its own name in a folder.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// The name of a text: its safe name, or that with a number if another text has it.
    pub fn name(&mut self, text: &str) -> String {
        let safe = safe_name(text);
        let numbered = (2..).map(|number: u64| format!("{safe}-{number}"));
        let free = std::iter::once(safe.clone()).chain(numbered).find(|name| !self.0.contains(name));
        let name = free.unwrap_or(safe);
        self.0.insert(name.clone());
        name
    }
}

/// The way from a page back to the root of the site: `../../`.
#[must_use]
pub(super) fn to_root(page: &str) -> String {
    "../".repeat(page.matches('/').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder_on_every_file_system() {
        assert_eq!(safe_name("ST0218"), "st0218");
        assert_eq!(safe_name(" AU9901 "), "au9901");
        assert_eq!(safe_name("1.10"), "1.10");
        for text in [
            "../../x",
            "..",
            ".",
            "",
            "/",
            "C:\\x",
            "CON",
            "nul.txt",
            "com1",
            "a/b",
            "st 9901",
            "ST9901.",
            "é",
            "index.html",
            "1.html",
            "1..2",
        ] {
            let name = safe_name(text);
            assert!(
                !name.is_empty() && !name.contains("..") && !name.starts_with(['.', '-']),
                "{text}: {name}"
            );
            assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b".-".contains(&b)), "{text}: {name}");
            assert!(name.len() > DIGITS && !is_device(&name), "{text}: {name}");
        }
        assert_ne!(safe_name("a/b"), safe_name("a-b"));
        assert_ne!(safe_name("a b"), safe_name("a  b"));
        assert_eq!(safe_name("st9901"), safe_name("ST9901"));
        assert!(safe_name(&"x".repeat(10_000)).len() < 80);
        assert!(!is_device("console") && !is_device("com10"));
    }

    #[test]
    fn texts_share_no_name() {
        let mut names = Names::default();
        let taken = safe_name("a/b");
        assert_eq!([names.name(&taken), names.name("a/b")], [taken.clone(), format!("{taken}-2")]);
        assert_eq!(to_root("standards/st9901/1.0.html"), "../../");
    }
}
