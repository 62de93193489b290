//! Patterns for the paths of files, as `.gitignore` has them.

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

/// Patterns, any of which may match. Paths are written with `/`, relative to the folder of `ksb.toml`.
///
/// A pattern without a slash inside names a file or a folder anywhere below; one with a slash starts at
/// the folder of `ksb.toml`. A pattern that names a folder matches everything in it.
#[derive(Clone, Debug, Default)]
pub struct Globs {
    patterns: Vec<String>,
    set: GlobSet,
}

impl Globs {
    /// These patterns, compiled.
    pub(super) fn new(patterns: &[String]) -> Result<Self, String> {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            for glob in compiled(pattern)? {
                set.add(glob);
            }
        }
        let set = set.build().map_err(|error| error.to_string())?;
        Ok(Self { patterns: patterns.to_vec(), set })
    }

    /// Whether a pattern matches the path.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        self.set.is_match(path)
    }

    /// The patterns as they were written.
    #[must_use]
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }
}

/// The pattern for a file or folder itself, and the one for what is in it.
fn compiled(pattern: &str) -> Result<[Glob; 2], String> {
    let bare = pattern.trim_end_matches('/');
    let bare = match bare.strip_prefix("./").or_else(|| bare.strip_prefix('/')) {
        Some(rooted) => rooted.to_owned(),
        None if bare.contains('/') => bare.to_owned(),
        None => format!("**/{bare}"),
    };
    let glob = |text: &str| {
        let built = GlobBuilder::new(text).literal_separator(true).build();
        built.map_err(|error| error.kind().to_string())
    };
    Ok([glob(&bare)?, glob(&format!("{bare}/**"))?])
}

#[cfg(test)]
mod tests {
    use super::Globs;

    fn matches(pattern: &str, path: &str) -> bool {
        Globs::new(&[pattern.to_owned()]).expect("a pattern").matches(path)
    }

    #[test]
    fn patterns_are_those_of_gitignore() {
        for (pattern, path) in [
            ("*.json", "a.json"),
            ("*.json", "a/b.json"),
            ("drafts", "a/drafts/b/c.json"),
            ("drafts/", "drafts/c.json"),
            ("a/*.json", "a/b.json"),
            ("/a.json", "a.json"),
            ("./a", "a/b.json"),
            ("a/**/c.json", "a/b/b/c.json"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("*.json", "a.txt"),
            ("a/*.json", "a/b/c.json"),
            ("a/*.json", "b/a/c.json"),
            ("/a.json", "b/a.json"),
        ] {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
        assert!(Globs::new(&["a[".to_owned()]).is_err());
    }
}
