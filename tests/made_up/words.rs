//! The words that made-up versions are written in.

/// What one made-up occupation is about.
pub(crate) struct Field {
    pub(crate) things: [&'static str; 12],
    pub(crate) places: [&'static str; 4],
    pub(crate) people: [&'static str; 3],
}

pub(crate) const FIELDS: [Field; 6] = [
    Field {
        things: [
            "mooring ropes and fenders",
            "passenger counts on each sailing",
            "tide tables and currents",
            "lifejackets and throwing lines",
            "the engine cooling circuit",
            "fares, passes and refunds",
            "fog signals and lamps",
            "bilge pumps and alarms",
            "wheelchair ramps at low water",
            "the harbour byelaws",
            "fuel deliveries and spill kits",
            "crew rosters and rest hours",
        ],
        places: ["on the crossing", "at the landing stage", "in the wheelhouse", "during high winds"],
        people: ["passengers", "deck crew", "the harbour office"],
    },
    Field {
        things: [
            "brood frames and queen cells",
            "varroa counts and treatments",
            "smokers, veils and hive tools",
            "honey extraction and filtering",
            "swarm collection from hedges",
            "winter feeding with syrup",
            "pollen forage within flying distance",
            "labels, jars and batch numbers",
            "stings and allergic reactions",
            "notifiable diseases of bees",
            "wax rendering and foundation",
            "apiary siting and shelter",
        ],
        places: ["at the apiary", "in the honey room", "through the season", "at out-apiaries"],
        people: ["landowners", "the bee inspector", "new beekeepers"],
    },
    Field {
        things: [
            "escapements and balance wheels",
            "mainsprings and their barrels",
            "enamel dials and hands",
            "the provenance of longcase clocks",
            "lathe work on worn pivots",
            "lubricants for fine movements",
            "striking trains and chimes",
            "estimates and guarantees",
            "storage of customers' clocks",
            "turret clock winding and ladders",
            "solvents and ultrasonic baths",
            "photographs before and after repair",
        ],
        places: ["at the bench", "in church towers", "in customers' homes", "in the workshop"],
        people: ["owners", "the senior horologist", "museum curators"],
    },
    Field {
        things: [
            "follow spots and gel colours",
            "dimmer racks and load calculations",
            "rigging points and safety bonds",
            "cue sheets and prompt copies",
            "haze machines and ventilation",
            "ladders and access towers",
            "touring plans of other venues",
            "lamp replacement and recycling",
            "focus sessions with the designer",
            "electrical isolation and testing",
            "house lights at the interval",
            "stock of cable and connectors",
        ],
        places: ["during the show", "at the get-in", "from the lighting gallery", "on tour"],
        people: ["the stage manager", "visiting companies", "the lighting designer"],
    },
    Field {
        things: [
            "cave surveys and sketch maps",
            "ropes, ascenders and descenders",
            "flood pulses and rainfall warnings",
            "bats and their roosts",
            "group briefings at the entrance",
            "loose rock and shoring",
            "call-out times with the surface party",
            "carbide and electric lights",
            "conservation of formations",
            "hypothermia and spare clothing",
            "landowner access agreements",
            "communication by line and radio",
        ],
        places: ["underground", "at the entrance", "in tight passages", "after heavy rain"],
        people: ["visitors", "the rescue team", "assistant leaders"],
    },
    Field {
        things: [
            "mordants and dye baths",
            "fleece grading and scouring",
            "colour matching under daylight",
            "recipes by weight of fibre",
            "effluent and water consents",
            "loom-state cloth and selvedges",
            "gloves, aprons and fume extraction",
            "shade cards for repeat orders",
            "plant dyes grown on site",
            "steam boilers and pressure gauges",
            "complaints about fading",
            "drying racks and humidity",
        ],
        places: ["in the dye house", "for small batches", "at the sampling stage", "before despatch"],
        people: ["weavers", "the colour technician", "customers"],
    },
];

/// A way to say something, and how a rewrite says it: `{a}` and `{b}` are things, `{p}` a place, `{w}` people.
pub(crate) type Frame = (&'static str, &'static str);

/// What somebody knows.
pub(crate) const KNOWLEDGE: [Frame; 12] = [
    ("The principles of {a} and how they relate to {b}.", "How {b} depend on {a}."),
    ("How to plan for {a} {p}, including {b}.", "Planning {p}: {a}, {b} and contingencies."),
    ("Why {a} matter to {w}, and what goes wrong without care.", "The importance of {a} for {w}."),
    ("Legal duties that concern {a}.", "Legislation and regulations relating to {a}."),
    ("Types, uses and limits of {a}.", "The range of {a} available and their limitations."),
    ("The effect of {b} on {a} {p}.", "In what ways {b} change {a}."),
    ("{a}: purpose, faults and usual remedies.", "Common faults of {a} and how they are put right."),
    ("What to tell {w} about {a}.", "Ways of communicating with {w} regarding {a}."),
    ("Sources of advice on {a}, such as manufacturers.", "Where guidance on {a} can be found."),
    ("Records that are kept of {a} and who may see them.", "Record keeping for {a}, with data protection."),
    ("The history of {a} in the industry.", "Developments in {a} over time."),
    ("Costs, waste and sustainability of {a}.", "Environmental impact of {a} and ways to reduce it."),
];

/// What somebody can do.
pub(crate) const SKILLS: [Frame; 12] = [
    ("Check {a} {p} and report defects to {w}.", "Inspect {a}, escalating faults to {w}."),
    ("Maintain {a} in line with the maker's instructions.", "Keep {a} in working order."),
    ("Choose between {a} and {b} to suit the task.", "Select {a} or {b} as the work requires."),
    ("Explain {a} to {w} in plain words.", "Communicate with {w} about {a}, avoiding jargon."),
    ("Record {a} accurately.", "Produce accurate records of {a} using digital systems."),
    ("Prepare {a} {p}, taking account of {b}.", "Set up {a} and allow for {b}."),
    ("Carry out work on {a} without damage to {b}.", "Undertake tasks involving {a} while protecting {b}."),
    ("Solve problems with {a} under supervision.", "Identify and resolve issues arising from {a}."),
    ("Assist {w} with {a}.", "Support {w} in matters of {a} {p}."),
    (
        "Review how {a} are dealt with and suggest improvements.",
        "Evaluate {a} and contribute ideas for change.",
    ),
    ("Store {a} securely {p}.", "Ensure the safe storage of {a}."),
    ("Train new colleagues in {a}.", "Coach and mentor others to deal with {a}."),
];

/// How somebody behaves.
pub(crate) const BEHAVIOURS: [Frame; 5] = [
    ("Takes responsibility for {a}.", "Accountable for {a} and the work of the team."),
    ("Stays calm {p} when {w} do not.", "Remains composed with {w} under pressure {p}."),
    ("Is patient and thorough with {a}.", "Pays attention to detail, particularly with {a}."),
    ("Treats {w} with respect.", "Respectful and courteous towards {w}."),
    ("Seeks to learn about {a}.", "Committed to developing knowledge of {a}."),
];

/// What somebody is employed to do.
pub(crate) const DUTIES: [Frame; 6] = [
    ("Look after {a} and {b} {p}.", "Take responsibility for {a} together with {b}."),
    ("Work with {w} on {a}, adhering to policies.", "Collaborate with {w} {p} regarding {a}."),
    ("Provide {a} to an agreed standard.", "Deliver services involving {a} and {b}."),
    ("Support the safe running of {a} {p}.", "Promote safe practice around {a}."),
    ("Contribute to the improvement of {a} and {b}.", "Lead change in {a}."),
    ("Respond to enquiries about {a}.", "Handle questions from {w} on {a} and {b}."),
];

/// Words that later versions use in place of others.
pub(crate) const SYNONYMS: [(&str, &str); 24] = [
    ("Check", "Inspect"),
    ("Maintain", "Keep"),
    ("Choose", "Select"),
    ("Explain", "Describe"),
    ("Record", "Document"),
    ("Prepare", "Set up"),
    ("Carry out", "Undertake"),
    ("Assist", "Support"),
    ("Review", "Evaluate"),
    ("Look after", "Care for"),
    ("adhering to", "following"),
    ("Contribute to", "Participate in"),
    ("Provide", "Deliver"),
    ("principles", "fundamentals"),
    ("How to", "Ways to"),
    ("Types", "Kinds"),
    ("effect", "impact"),
    ("purpose", "function"),
    ("advice", "guidance"),
    ("report", "escalate"),
    ("suit", "fit"),
    ("work", "tasks"),
    ("standard", "quality"),
    ("thorough", "careful"),
];

/// What later versions put at the end.
pub(crate) const TAILS: [&str; 6] = [
    " and support others to do the same",
    ", including digital considerations",
    " in line with organisational procedures",
    " within the limits of own role",
    ", considering sustainability",
    " for example when under pressure",
];
