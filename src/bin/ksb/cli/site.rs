//! The arguments of `ksb site`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueHint};

use super::shared::{InputArgs, TerminalArgs};

#[derive(Debug, ClapArgs)]
pub(crate) struct SiteArgs {
    /// Catalogues, single documents or folders that contain them; `-` is standard input
    #[arg(value_name = "CATALOGUE", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// The folder for the site: new, empty or already written by `ksb site`
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) output: PathBuf,
    /// An older catalogue: the page on quality says how the counts have changed since
    #[arg(long, value_name = "OLD", value_hint = ValueHint::AnyPath)]
    pub(crate) against: Option<PathBuf>,
    /// The address of the site, as `https://…/`. It is used in `sitemap.xml` and for full addresses in feeds
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,
    /// What the site is called
    #[arg(long, value_name = "TITLE", default_value = "Occupational standards")]
    pub(crate) title: String,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

/// A full URL, with a slash at its end.
fn base_url(text: &str) -> Result<String, String> {
    let host = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let is_plain = |text: &str| text.chars().all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}?#".contains(c));
    match host {
        Some(host) if !host.is_empty() && !host.starts_with('/') && is_plain(text) => {
            Ok(format!("{}/", text.trim_end_matches('/')))
        }
        _ => Err("write a whole address: https://standards.example.org/".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_whole() {
        assert_eq!(base_url("https://a.example/x").as_deref(), Ok("https://a.example/x/"));
        assert_eq!(base_url("http://a.example/").as_deref(), Ok("http://a.example/"));
        for wrong in [
            "a.example",
            "https://",
            "https:///x",
            "javascript:x",
            "https://a b",
            "https://a/?q",
            "https://a/#x",
        ] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }
}
