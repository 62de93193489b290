//! A made-up standard with fifteen mistakes, each found by a different rule.

/// The subjects: a thing, and something that is done with it.
const THINGS: [(&str, &str); 44] = [
    ("mooring ropes", "Splice"),
    ("rubber fenders", "Hang"),
    ("tide tables", "Read"),
    ("lifejackets", "Fit"),
    ("bilge pumps", "Prime"),
    ("fog signals", "Sound"),
    ("boarding ramps", "Lower"),
    ("fare boxes", "Empty"),
    ("spill kits", "Unpack"),
    ("crew rosters", "Post"),
    ("anchor chains", "Measure"),
    ("navigation lamps", "Polish"),
    ("engine coolant", "Top up"),
    ("deck paint", "Scrape"),
    ("weather reports", "Note"),
    ("radio channels", "Tune"),
    ("freight labels", "Print"),
    ("wheel chocks", "Place"),
    ("handrails", "Tighten"),
    ("winch brakes", "Set"),
    ("galley stores", "Count"),
    ("life rafts", "Launch"),
    ("harbour dues", "Settle"),
    ("passenger lists", "Copy"),
    ("sea valves", "Shut"),
    ("grease points", "Oil"),
    ("waste bins", "Sort"),
    ("compass readings", "Log"),
    ("fire hoses", "Roll"),
    ("muster points", "Mark"),
    ("hatch covers", "Seal"),
    ("signal flags", "Hoist"),
    ("depth soundings", "Plot"),
    ("ticket machines", "Restart"),
    ("cattle pens", "Wash"),
    ("propeller guards", "Clear"),
    ("bridge logbooks", "Sign"),
    ("gangway lights", "Switch on"),
    ("pilot ladders", "Rig"),
    ("heaving lines", "Throw"),
    ("battery banks", "Charge"),
    ("seat cushions", "Dry"),
    ("shackle pins", "Replace"),
    ("echo sounders", "Adjust"),
];

/// What knowledge is about.
const ASPECTS: [&str; 11] = [
    "who makes #, and what they are made of",
    "where # are kept between two sailings",
    "the law that covers # on small ferries",
    "why # wear out sooner in salt water",
    "what # cost, and which budget pays",
    "signs that # are about to fail",
    "how # are described in the manual of a vessel",
    "the history of # on this coast",
    "which # suit a vessel with a shallow draught",
    "limits of # in a strong current",
    "ways to teach a new colleague about #",
];

/// When skills are used.
const TIMES: [&str; 11] = [
    "before the first departure",
    "while the ferry turns",
    "with gloves on",
    "in front of the mate",
    "after a storm",
    "without waking the night crew",
    "by the light of a torch",
    "as the checklist says",
    "at low water",
    "within ten minutes",
    "together with a deckhand from another vessel",
];

/// Endings of texts, so that no two are alike.
const ENDS: [[&str; 4]; 2] = [
    [
        "including what the insurer asks to see each spring",
        "and whom to call on shore if anybody is hurt",
        "as the yard teaches it to apprentices of other trades",
        "compared with the practice of larger ports abroad",
    ],
    [
        "and tell whoever takes over the watch",
        "keeping one hand for the vessel at all times",
        "so that children and wheelchair users are not held up",
        "then enter the hour and initials in pencil",
    ],
];

const BEHAVIOURS: [&str; 6] = [
    "Stays calm when the weather turns.",
    "Owns up to errors at once.",
    "Treats every passenger with respect.",
    "Looks out for colleagues who tire.",
    "Seeks new ways to save fuel.",
    "Keeps promises made to the harbour.",
];

const DUTIES: [&str; 10] = [
    "Moor the ferry at every landing stage.",
    "Welcome passengers and show them to their seats.",
    "Keep the deck clean and free of ice.",
    "Load vehicles so that the vessel stays level.",
    "Look after the engine under the eye of the engineer.",
    "Answer alarms and lead people to safety.",
    "Sell tickets and account for the takings.",
    "Watch the weather and warn the master.",
    "Store freight and hand it over on shore.",
    "Write up each shift for the harbour office.",
];

const SUMMARY: [&str; 4] = [
    "This occupation is found in harbours, on rivers and wherever small ferries cross sheltered water.",
    "The broad purpose of the occupation is to carry people and their goods across the water without harm.",
    "In their daily work, an employee in this occupation interacts with the mate, the engineer and the public.",
    "An employee in this occupation will be responsible for the deck and for everybody on it.",
];

/// The kinds: the heading, the key in JSON, the letter.
pub(crate) const KINDS: [(&str, &str, char); 3] =
    [("Knowledge", "knowledge", 'K'), ("Skills", "skills", 'S'), ("Behaviours", "behaviours", 'B')];

/// A standard, in the order in which it is written.
pub(crate) struct Standard {
    pub(crate) title: &'static str,
    /// The facts: label and value.
    pub(crate) facts: Vec<(&'static str, &'static str)>,
    pub(crate) summary: Vec<String>,
    /// The duties, each with the codes mapped to it.
    pub(crate) duties: Vec<(String, Vec<String>)>,
    /// The statements of each kind, numbered from 1.
    pub(crate) statements: [Vec<String>; 3],
}

/// The standard without a mistake.
fn sound() -> Standard {
    let said = |text: String| text[..1].to_uppercase() + &text[1..] + ".";
    let knowledge = |(at, (thing, _)): (usize, &(&str, &str))| {
        said(format!("{}, {}", ASPECTS[at % 11].replace('#', thing), ENDS[0][at / 11]))
    };
    let skill = |(at, (thing, verb)): (usize, &(&str, &str))| {
        said(format!("{verb} {thing} {}, {}", TIMES[at % 11], ENDS[1][at / 11]))
    };
    let duty = |(at, text): (usize, &&str)| {
        let own = |letter: char, count: usize| {
            (0..44)
                .filter(move |number| number % 10 == at && *number < count)
                .map(move |number| format!("{letter}{}", number + 1))
        };
        let behaviours = [at % 6 + 1, (at + 3) % 6 + 1].map(|number| format!("B{number}"));
        ((*text).to_owned(), own('K', 44).chain(own('S', 44)).chain(behaviours).collect())
    };
    Standard {
        title: "Ferry deckhand",
        facts: vec![
            ("Reference", "ST9960"),
            ("Version", "1.1"),
            ("Level", "2"),
            ("Route", "Transport and logistics"),
            ("Typical duration", "18 months"),
            ("Status", "In development"),
        ],
        summary: SUMMARY.map(str::to_owned).to_vec(),
        duties: DUTIES.iter().enumerate().map(duty).collect(),
        statements: [
            THINGS.iter().enumerate().map(knowledge).collect(),
            THINGS.iter().enumerate().map(skill).collect(),
            BEHAVIOURS.map(str::to_owned).to_vec(),
        ],
    }
}

/// The mistakes: the rule that finds each, and what it is about.
pub(crate) const MISTAKES: [(&str, &str); 15] = [
    ("american-spelling", "K3"),
    ("dangling-citation", "summary[3]→K60"),
    ("dangling-code", "D2→K70"),
    ("duplicate-mapping", "D3→K3"),
    ("duplicate-statement", "K7,K8"),
    ("duty-without-behaviour", "D10"),
    ("skill-without-verb", "S12"),
    ("missing-full-stop", "S9"),
    ("misspelling", "K5"),
    ("repeated-word", "S4"),
    ("route-name", "route"),
    ("second-person", "S20"),
    ("short-duration", "typicalDurationMonths"),
    ("stray-whitespace", "S30"),
    ("unmapped-ksb", "K44"),
];

/// The standard with its mistakes.
pub(crate) fn broken() -> Standard {
    let mut standard = sound();
    let change = |text: &mut String, from: &str, to: &str| {
        assert!(text.contains(from), "{text}");
        *text = text.replacen(from, to, 1);
    };
    let [knowledge, skills, _] = &mut standard.statements;
    change(&mut knowledge[2], "covers tide tables", "covers the color of tide tables");
    change(&mut knowledge[4], "budget", "buget");
    let repeated = knowledge[6].clone();
    knowledge[7].clone_from(&repeated);
    change(&mut skills[3], "Fit lifejackets", "Fit the the lifejackets");
    let end = skills[8].len() - 1;
    skills[8].truncate(end);
    "Knowledge of navigation lamps and their lenses.".clone_into(&mut skills[11]);
    change(&mut skills[19], "Set winch brakes", "Set winch brakes so that you can leave them");
    change(&mut skills[29], "Mark muster points", "Mark muster points , doors");
    standard.summary[3] = SUMMARY[3].replace("on it.", "on it (see K60).");
    standard.facts[3].1 = "Transport and logistic";
    standard.facts[4].1 = "6 months";
    standard.duties[1].1.push("K70".to_owned());
    let first = standard.duties[2].1[0].clone();
    standard.duties[2].1.push(first);
    standard.duties[9].1.retain(|code| !code.starts_with('B'));
    standard.duties.iter_mut().for_each(|(_, codes)| codes.retain(|code| code != "K44"));
    standard
}
