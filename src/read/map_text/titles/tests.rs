use super::*;

/// The occupations as text: `Title (levels) degree: option, option`; a title that was told apart by
/// its wording has a `+` before it.
fn shown(text: &str) -> Vec<String> {
    let show = |one: &TitleParts| {
        let mark = if one.told_apart { "+" } else { "" };
        let levels: Vec<_> = one.levels.iter().map(|(level, _)| level.to_string()).collect();
        let levels = if levels.is_empty() { String::new() } else { format!(" ({})", levels.join("/")) };
        let degree = if one.degree { " degree" } else { "" };
        let options: Vec<_> = one.options.iter().map(|option| &text[option.clone()]).collect();
        let options = if options.is_empty() { String::new() } else { format!(": {}", options.join(", ")) };
        format!("{mark}{}{levels}{degree}{options}", &text[one.title.clone()])
    };
    occupations(text).iter().map(show).collect()
}

#[test]
fn a_level_ends_a_title() {
    assert_eq!(shown("Bee Keeper (2) Fish Farmer (3)"), ["Bee Keeper (2)", "Fish Farmer (3)"]);
    assert_eq!(shown("Zoo Guide (4/5) Art Guide (level 6)"), ["Zoo Guide (4/5)", "Art Guide (6)"]);
    assert_eq!(shown("Bee Keeper(2)Fish Farmer(3)"), ["Bee Keeper (2)", "Fish Farmer (3)"]);
}

#[test]
fn other_brackets_belong_to_the_title() {
    let text = "Farm Worker (Cattle, Sheep & Goats) (2) Vet Nurse (Exotics) Wood Worker (Oak or Ash) (3)";
    let wanted =
        ["Farm Worker (Cattle, Sheep & Goats) (2)", "Vet Nurse (Exotics)", "+Wood Worker (Oak or Ash) (3)"];
    assert_eq!(shown(text), wanted);
}

#[test]
fn a_degree_is_not_part_of_the_title() {
    let text = "Soil Scientist (degree) (6) Tree Surgeon Water Engineer (integrated degree) (7)";
    let wanted = ["Soil Scientist (6) degree", "Tree Surgeon", "+Water Engineer (7) degree"];
    assert_eq!(shown(text), wanted);
    assert_eq!(shown("Pulp/Paper degree (6) Wood Turner (3)"), ["Pulp/Paper (6) degree", "Wood Turner (3)"]);
    assert_eq!(shown("Soil Scientist (6) (degree) Vet (7)"), ["Soil Scientist (6) degree", "Vet (7)"]);
}

#[test]
fn titles_without_a_level_are_told_apart_by_their_wording() {
    let text = "Crop Therapist Dew Hygienist Frost & Ice Leader Grain Assistant Practitioner (5) Hay Coach";
    let wanted = [
        "Crop Therapist",
        "+Dew Hygienist",
        "+Frost & Ice Leader",
        "+Grain Assistant Practitioner (5)",
        "Hay Coach",
    ];
    assert_eq!(shown(text), wanted);
}

#[test]
fn a_word_for_an_occupation_is_a_title_alone() {
    let text =
        "Apiarist Botanist Cell Physicist Florist Gas Engineer Herpetologist (6) Mycologist Ornithologist";
    let wanted = [
        "Apiarist",
        "+Botanist",
        "+Cell Physicist",
        "+Florist",
        "+Gas Engineer",
        "+Herpetologist (6)",
        "Mycologist",
        "+Ornithologist",
    ];
    assert_eq!(shown(text), wanted);
}

#[test]
fn a_word_for_a_role_alone_is_not_a_title() {
    for one in [
        "Technician Scientist (5)",
        "Assistant Crop Practitioner (4)",
        "Parish Activator Coach (2)",
        "Barn Team Member (2)",
        "Grain Assistant Practitioner",
        "Physicians Associate",
    ] {
        assert_eq!(shown(one).len(), 1, "{one}");
    }
}

#[test]
fn a_title_that_would_break_the_order_is_not_one() {
    assert_eq!(shown("Tree Botanist Apple Grower (3)"), ["Tree Botanist Apple Grower (3)"]);
    assert_eq!(shown("Hay Hygiene Therapist Hay Hygienist"), ["Hay Hygiene Therapist", "+Hay Hygienist"]);
    let text = "Heal & Wellbeing Leader Healing Assistant Practitioner (5)";
    assert_eq!(shown(text), ["Heal & Wellbeing Leader", "+Healing Assistant Practitioner (5)"]);
}

#[test]
fn options_follow_dashes() {
    let text = "Orchard Scientist (5): - Apple Science - Plum science - Pear";
    assert_eq!(shown(text), ["Orchard Scientist (5): Apple Science, Plum science, Pear"]);
    let text = "Barn Worker (3) - Hen Support - Allied Goat Professional - Theatre Support - Duck";
    let wanted = ["Barn Worker (3): Hen Support, Allied Goat Professional, Theatre Support, Duck"];
    assert_eq!(shown(text), wanted);
    assert_eq!(
        shown("Registered Vet (degree) (6): - Cats - Dogs"),
        ["Registered Vet (6) degree: Cats, Dogs"]
    );
    assert_eq!(shown("Registered Vet: - Cats - Dogs"), ["Registered Vet: Cats, Dogs"]);
}

#[test]
fn an_option_ends_where_the_order_lets_an_occupation_begin() {
    let text = "Meadow Practitioner (4/5) - Calf & Lamb Nesting Associate (5) Orchard Worker (2)";
    let wanted = ["Meadow Practitioner (4/5): Calf & Lamb", "+Nesting Associate (5)", "Orchard Worker (2)"];
    assert_eq!(shown(text), wanted);
    let text = "Lamb Scientist (5) - Analysis - Dairy Mycologist Pest Scientist (7)";
    let wanted = ["Lamb Scientist (5): Analysis, Dairy", "+Mycologist", "+Pest Scientist (7)"];
    assert_eq!(shown(text), wanted);
    let text = "Lamb Scientist (5) - Dairy Mycologist";
    assert_eq!(shown(text), ["Lamb Scientist (5): Dairy", "+Mycologist"]);
    let text = "Lamb Scientist (5) - Pest Union";
    assert_eq!(shown(text), ["Lamb Scientist (5): Pest Union"]);
    let text = "Lamb Scientist (5) - Dairy (4) - Crop (5) Moth Keeper (2)";
    assert_eq!(shown(text), ["Lamb Scientist (5): Dairy (4), Crop (5)", "Moth Keeper (2)"]);
}

#[test]
fn odd_paragraphs_are_read_too() {
    assert!(shown("").is_empty());
    assert!(shown(" - (3) : ").is_empty());
    assert_eq!(shown("Vet (Cats"), ["Vet (Cats"]);
    assert_eq!(shown("(Cats) Vet"), ["(Cats) Vet"]);
    assert_eq!(shown("- Cats (3)"), ["Cats (3)"]);
}
