//! What the name of a file says it is meant as.

/// The endings of the names of native documents.
const NATIVE: [&str; 2] = [".standard.json", ".occupational-map.json"];

/// The endings of the names of files with program code, and what they hold.
const CODE: [(&str, &str); 27] = [
    ("bash", "a shell script"),
    ("c", "C code"),
    ("cc", "C++ code"),
    ("cpp", "C++ code"),
    ("cs", "C# code"),
    ("css", "a stylesheet"),
    ("go", "Go code"),
    ("h", "C code"),
    ("hpp", "C++ code"),
    ("java", "Java code"),
    ("js", "JavaScript"),
    ("jsx", "JavaScript"),
    ("kt", "Kotlin code"),
    ("lua", "Lua code"),
    ("mjs", "JavaScript"),
    ("cjs", "JavaScript"),
    ("php", "PHP code"),
    ("pl", "Perl code"),
    ("ps1", "a PowerShell script"),
    ("py", "Python code"),
    ("r", "R code"),
    ("rb", "Ruby code"),
    ("rs", "Rust code"),
    ("sh", "a shell script"),
    ("swift", "Swift code"),
    ("ts", "TypeScript"),
    ("tsx", "TypeScript"),
];

/// The name of a file.
pub(in crate::read) struct FileName<'n> {
    name: &'n str,
    /// What comes after its last full stop, in lower case.
    ending: String,
}

impl<'n> FileName<'n> {
    pub(in crate::read) fn new(name: &'n str) -> Self {
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        Self { name, ending }
    }

    /// Whether it is meant as JSON.
    pub(in crate::read) fn is_json(&self) -> bool {
        ["json", "jsonl", "ndjson"].contains(&self.ending.as_str())
    }

    /// Whether it is the name of a native document.
    pub(in crate::read) fn is_native(&self) -> bool {
        NATIVE.iter().any(|end| self.name.ends_with(end))
    }

    /// Whether it has one of these endings.
    pub(super) fn ends_in(&self, endings: &[&str]) -> bool {
        endings.contains(&self.ending.as_str())
    }

    /// What it holds if it is program code.
    pub(super) fn code(&self) -> Option<&'static str> {
        CODE.iter().find(|(ending, _)| *ending == self.ending).map(|(_, noun)| *noun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_what_a_file_is_meant_as() {
        assert!(FileName::new("a/b.JSON").is_json() && FileName::new("b.jsonl").is_json());
        assert!(!FileName::new("a.json/b").is_json() && !FileName::new("json").is_json());
        assert!(FileName::new("x.standard.json").is_native() && !FileName::new("standard.json").is_native());
        assert_eq!((FileName::new("a.rs").code(), FileName::new("rs").code()), (Some("Rust code"), None));
    }
}
