//! American spelling and the British one.

use std::sync::LazyLock;

/// American words and the British ones; endings in -ize and -yze are told by rule.
const WORDS: &[(&str, &str)] = &[
    ("aging", "ageing"),
    ("aluminum", "aluminium"),
    ("analog", "analogue"),
    ("behavior", "behaviour"),
    ("behavioral", "behavioural"),
    ("behaviors", "behaviours"),
    ("canceled", "cancelled"),
    ("catalog", "catalogue"),
    ("catalogs", "catalogues"),
    ("center", "centre"),
    ("centered", "centred"),
    ("centers", "centres"),
    ("color", "colour"),
    ("colored", "coloured"),
    ("colors", "colours"),
    ("counseling", "counselling"),
    ("counselor", "counsellor"),
    ("defense", "defence"),
    ("endeavor", "endeavour"),
    ("enrollment", "enrolment"),
    ("favor", "favour"),
    ("favorable", "favourable"),
    ("favorite", "favourite"),
    ("fiber", "fibre"),
    ("fibers", "fibres"),
    ("flavor", "flavour"),
    ("flavors", "flavours"),
    ("fulfill", "fulfil"),
    ("fulfillment", "fulfilment"),
    ("gray", "grey"),
    ("harbor", "harbour"),
    ("honor", "honour"),
    ("humor", "humour"),
    ("installment", "instalment"),
    ("instill", "instil"),
    ("labeled", "labelled"),
    ("labeling", "labelling"),
    ("labor", "labour"),
    ("liter", "litre"),
    ("liters", "litres"),
    ("maneuver", "manoeuvre"),
    ("modeled", "modelled"),
    ("modeling", "modelling"),
    ("mold", "mould"),
    ("neighbor", "neighbour"),
    ("neighborhood", "neighbourhood"),
    ("odor", "odour"),
    ("odors", "odours"),
    ("offense", "offence"),
    ("pediatric", "paediatric"),
    ("pretense", "pretence"),
    ("rigor", "rigour"),
    ("rumor", "rumour"),
    ("skeptical", "sceptical"),
    ("skillful", "skilful"),
    ("theater", "theatre"),
    ("traveled", "travelled"),
    ("traveler", "traveller"),
    ("traveling", "travelling"),
    ("vapor", "vapour"),
    ("vapors", "vapours"),
    ("vigor", "vigour"),
    ("willful", "wilful"),
];

/// Words in -ize that are British as well.
const BRITISH: &[&str] = &["capsize", "downsize", "outsize", "oversize", "prize", "resize", "seize", "size"];

/// The British spelling of a word, if it is American.
#[must_use]
pub fn british(word: &str) -> Option<String> {
    if word.len() < 4 || !may_be_american(word.as_bytes()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    if let Ok(index) = WORDS.binary_search_by(|(american, _)| (*american).cmp(lower.as_str())) {
        return Some(WORDS[index].1.to_owned());
    }
    let endings = [
        "ize", "izes", "ized", "izing", "izer", "izers", "ization", "izations", "yze", "yzes", "yzed",
        "yzing",
    ];
    let ending =
        endings.iter().filter(|ending| lower.ends_with(**ending)).max_by_key(|ending| ending.len())?;
    let stem = &lower[..lower.len() - ending.len()];
    let is_british = BRITISH.iter().any(|known| known.strip_suffix("ize") == Some(stem));
    (!is_british).then(|| format!("{stem}{}", ending.replacen('z', "s", 1)))
}

/// Whether a word has the shape of an American one: most have not, and are done.
fn may_be_american(word: &[u8]) -> bool {
    let has_z = || word.iter().any(|byte| matches!(byte, b'z' | b'Z'));
    let first = usize::from(word[0].to_ascii_lowercase());
    word.is_ascii() && (has_z() || LENGTHS[first] & (1 << word.len().min(31)) != 0)
}

/// For each first letter, the lengths of the words that begin with it, as bits.
static LENGTHS: LazyLock<[u32; 256]> = LazyLock::new(|| {
    let mut lengths = [0; 256];
    for (american, _) in WORDS {
        lengths[usize::from(american.as_bytes()[0])] |= 1 << american.len();
    }
    lengths
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn american_words_are_known_by_their_endings() {
        assert_eq!(british("Organizing").as_deref(), Some("organising"));
        assert_eq!(british("authorize").as_deref(), Some("authorise"));
        assert_eq!(british("analyzed").as_deref(), Some("analysed"));
        assert_eq!(british("utilization").as_deref(), Some("utilisation"));
        assert_eq!(british("colors").as_deref(), Some("colours"));
        for word in ["size", "resized", "prizes", "seizing", "organise", "oversized", "Horizon"] {
            assert_eq!(british(word), None, "{word}");
        }
    }

    #[test]
    fn words_can_be_searched() {
        assert!(WORDS.is_sorted());
    }
}
