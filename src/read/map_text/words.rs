//! The words that tell titles of occupations apart.

/// Words for a role: a title may end in one but does not consist of one alone.
const ROLES: [&str; 76] = [
    "administrator",
    "adviser",
    "advisor",
    "agent",
    "analyst",
    "apprentice",
    "assessor",
    "assistant",
    "associate",
    "attendant",
    "auditor",
    "breeder",
    "carer",
    "clerk",
    "coach",
    "consultant",
    "controller",
    "coordinator",
    "counsellor",
    "designer",
    "developer",
    "director",
    "driver",
    "engineer",
    "examiner",
    "executive",
    "fitter",
    "grower",
    "hand",
    "handler",
    "head",
    "inspector",
    "installer",
    "instructor",
    "investigator",
    "keeper",
    "lead",
    "leader",
    "lecturer",
    "maker",
    "manager",
    "mechanic",
    "member",
    "mentor",
    "modeller",
    "nurse",
    "officer",
    "operative",
    "operator",
    "ordinator",
    "owner",
    "partner",
    "planner",
    "practitioner",
    "producer",
    "professional",
    "ranger",
    "representative",
    "researcher",
    "restorer",
    "scientist",
    "specialist",
    "steward",
    "supervisor",
    "surveyor",
    "teacher",
    "technician",
    "technologist",
    "tester",
    "therapist",
    "trainer",
    "tutor",
    "visitor",
    "warden",
    "worker",
    "writer",
];

/// Words for one occupation that do not have one of the usual endings.
const OCCUPATIONS: [&str; 38] = [
    "actuary",
    "architect",
    "baker",
    "barber",
    "bricklayer",
    "butcher",
    "carpenter",
    "chef",
    "chiropractor",
    "coder",
    "dispenser",
    "doctor",
    "embalmer",
    "farmer",
    "farrier",
    "gardener",
    "groundworker",
    "hairdresser",
    "jeweller",
    "joiner",
    "midwife",
    "osteopath",
    "painter",
    "paralegal",
    "paramedic",
    "phlebotomist",
    "physio",
    "pilot",
    "plasterer",
    "plumber",
    "programmer",
    "roofer",
    "solicitor",
    "surgeon",
    "tailor",
    "upholsterer",
    "vet",
    "welder",
];

/// Endings of words for one occupation: Biologist, Librarian, Radiographer, Rehabilitator, Hedgelayer.
const ENDINGS: [&str; 13] = [
    "ator", "dresser", "grapher", "herd", "ian", "ist", "keeper", "layer", "maker", "person", "smith",
    "worker", "wright",
];

/// Words with such an ending that are not for an occupation.
const OTHERS: [&str; 18] = [
    "asian",
    "assist",
    "calculator",
    "checklist",
    "christian",
    "civilian",
    "equestrian",
    "generator",
    "gist",
    "incubator",
    "indian",
    "italian",
    "list",
    "mist",
    "pedestrian",
    "refrigerator",
    "ventilator",
    "victorian",
];

/// What a word says about a title that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// It names a role, which needs a word before it: Practitioner.
    Role,
    /// It names an occupation, alone or with words before it: Biologist.
    Occupation,
    /// Anything else.
    Other,
}

/// What `word` says about a title.
pub(super) fn nature(word: &str) -> Nature {
    let last = word.rsplit(['/', '-']).next().unwrap_or(word).to_lowercase();
    let last = last.as_str();
    if ROLES.contains(&last) {
        Nature::Role
    } else if OTHERS.contains(&last) {
        Nature::Other
    } else if OCCUPATIONS.contains(&last) || ENDINGS.iter().any(|ending| last.ends_with(ending)) {
        Nature::Occupation
    } else {
        Nature::Other
    }
}

/// Whether a title can begin with `word`: it is capitalised and joins nothing.
pub(super) fn can_begin(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

/// Whether `word` needs another one after it.
pub(super) fn leads_on(word: &str) -> bool {
    matches!(word, "&" | "and" | "or" | "of" | "in" | "for" | "with" | "to" | "the" | "/")
        || word.ends_with([',', '/', '&', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        for (word, wanted) in [
            ("Practitioner", Nature::Role),
            ("Co-ordinator", Nature::Role),
            ("Planner/Buyer", Nature::Other),
            ("Buyer/Planner", Nature::Role),
            ("Mycologist", Nature::Occupation),
            ("Beautician", Nature::Occupation),
            ("Historian", Nature::Occupation),
            ("Paramedic", Nature::Occupation),
            ("Curator", Nature::Occupation),
            ("Generator", Nature::Other),
            ("Water", Nature::Other),
            ("", Nature::Other),
        ] {
            assert_eq!(nature(word), wanted, "{word}");
        }
    }

    #[test]
    fn the_lists_are_in_order_and_lower_case() {
        for list in [&ROLES[..], &OCCUPATIONS, &OTHERS] {
            assert!(list.is_sorted(), "{list:?}");
            assert!(list.iter().all(|word| word.to_lowercase() == *word), "{list:?}");
        }
    }
}
