//! How messages name several things at once.

/// `K1`, `K1 and K2`, `K1, K2 and K3`; beyond `limit` things `K1, K2 and 7 more`.
#[must_use]
pub fn listed(things: &[String], limit: usize) -> String {
    let (shown, more) = match things.len() {
        count if count > limit => (&things[..limit], Some(format!("{} more", count - limit))),
        _ => (things, None),
    };
    let mut all: Vec<&str> = shown.iter().map(String::as_str).chain(more.as_deref()).collect();
    let last = all.pop().unwrap_or_default();
    if all.is_empty() { last.to_owned() } else { format!("{} and {last}", all.join(", ")) }
}

/// `1 duty`, `3 duties`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_listed_in_words() {
        let things = |count: usize| (1..=count).map(|number| format!("K{number}")).collect::<Vec<_>>();
        assert_eq!(listed(&things(1), 3), "K1");
        assert_eq!(listed(&things(3), 3), "K1, K2 and K3");
        assert_eq!(listed(&things(9), 2), "K1, K2 and 7 more");
        assert_eq!(
            (counted(1, "duty", "duties"), counted(2, "duty", "duties")),
            ("1 duty".into(), "2 duties".into())
        );
    }
}
