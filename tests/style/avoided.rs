//! Phrases that are not used: `docs/style/avoid.tsv`.

/// Where a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// In what the program shows.
    Messages,
    /// Anywhere in the project.
    Everywhere,
}

const LIST: &str = include_str!("../../docs/style/avoid.tsv");

/// The phrases that should not be used here, each with what to write instead.
fn listed(place: Where) -> impl Iterator<Item = (&'static str, &'static str)> {
    let row = |line: &'static str| {
        let [phrase, instead, place] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row of avoid.tsv has three columns: {line}")
        };
        assert!(["messages", "all"].contains(&place), "a phrase is not used in messages or in all: {line}");
        (phrase, instead, place)
    };
    let applies = move |(.., of): &(&str, &str, &str)| *of == "all" || place == Where::Messages;
    LIST.lines().skip(1).map(row).filter(applies).map(|(phrase, instead, _)| (phrase, instead))
}

/// The phrases in a text that should not be used.
pub(crate) fn avoided(text: &str, place: Where) -> Vec<String> {
    let text = format!(" {} ", text.to_lowercase());
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let has = |phrase: &str| {
        text.match_indices(phrase).any(|(at, found)| {
            !is_word(text[..at].chars().next_back())
                && (phrase.ends_with(' ') || !is_word(text[at + found.len()..].chars().next()))
        })
    };
    let found = listed(place).filter(|(phrase, _)| has(&phrase.to_lowercase()));
    found.map(|(phrase, instead)| format!("\"{phrase}\": {instead}: {}", text.trim())).collect()
}

#[test]
fn a_phrase_is_found_as_whole_words() {
    assert_eq!(avoided("K1 stands behind K2", Where::Everywhere).len(), 1);
    assert_eq!(avoided("It understands behindhand things", Where::Everywhere).len(), 0);
    assert_eq!(avoided("an invalid date", Where::Everywhere).len(), 0);
    assert_eq!(avoided("an invalid date", Where::Messages).len(), 1);
}
