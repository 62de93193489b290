//! The words that behaviours are made of.

/// How behaviours begin: all in the base form.
pub(crate) const ATTITUDES: &[&str] = &[
    "Act with integrity",
    "Adapt to new priorities",
    "Be dependable",
    "Champion inclusion",
    "Contribute fresh ideas",
    "Keep a calm manner",
    "Lead by example",
    "Listen with patience",
    "Pay close attention to detail",
    "Respect differing opinions",
    "Seek to learn",
    "Show professional curiosity",
    "Strive for excellence",
    "Take responsibility for outcomes",
    "Treat people fairly",
    "Value teamwork",
];

/// Where an attitude shows.
pub(crate) const OCCASIONS: &[&str] = &[
    "across the whole organisation",
    "in unfamiliar surroundings",
    "throughout the day",
    "under pressure",
    "when a decision is unpopular",
    "when deadlines tighten",
    "when plans change",
    "when things go wrong",
    "when working alone",
    "while handling criticism",
    "while mentoring newcomers",
    "while sharing workspace",
    "with limited guidance",
    "without prompting",
    "without seeking reward",
    "in every conversation",
    "in long projects",
    "towards competitors",
    "towards senior leaders",
    "during routine tasks",
];
