//! American spelling and the British one.

use super::shapes::Shapes;

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
    let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    if let Ok(index) = WORDS.binary_search_by(|(american, _)| american.bytes().cmp(lower())) {
        return Some(WORDS[index].1.to_owned());
    }
    if !has_z(word.as_bytes()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
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
    (SHAPES.may_have(word) || has_z(word)) && word.is_ascii()
}

fn has_z(word: &[u8]) -> bool {
    word.iter().any(|byte| matches!(byte, b'z' | b'Z'))
}

static SHAPES: Shapes = {
    let mut american = [""; WORDS.len()];
    let mut index = 0;
    while index < WORDS.len() {
        american[index] = WORDS[index].0;
        index += 1;
    }
    Shapes::of(&american)
};

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
