//! What all versions of a standard share: the prose around the duties and statements, much of it in
//! HTML, as in the data. There is as much of it as a record needs to reach its size.

use super::grammar::{paragraph, prose, thing};
use super::names::{FIELDS, PLACES, ROLES, TRADES};
use super::prng::Rng;
use super::words::CONCERNS;

/// The prose of a standard.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) pathway: &'static str,
    pub(crate) cluster: String,
    pub(crate) overview: String,
    /// The paragraphs of the summary.
    pub(crate) summary: Vec<String>,
    pub(crate) job_titles: Vec<String>,
    pub(crate) green_job_titles: Vec<String>,
    pub(crate) employers: Vec<String>,
    /// Long texts in HTML, in the order of [`LONG_TEXTS`].
    pub(crate) long_texts: [String; LONG_TEXTS.len()],
}

/// The keys of the long texts that only the data of the standards API has.
pub(crate) const LONG_TEXTS: [&str; 6] = [
    "entryRequirements",
    "englishAndMathsQualifications",
    "professionalRecognition",
    "reviewDetails",
    "otherInvolvedStakeholders",
    "standardInformation",
];

impl Frame {
    /// The shortest frame of a standard with this title.
    pub(crate) fn new(title: &str, pathway: &'static str, rng: &mut Rng) -> Self {
        let field = title.split(' ').next().unwrap_or(title);
        let job_titles = job_titles(title, rng);
        let green_job_titles = job_titles.iter().filter(|_| rng.chance(10)).cloned().collect();
        Self {
            pathway,
            cluster: format!(
                "{field} {}",
                rng.pick(&["occupations", "operatives", "professionals", "technicians"])
            ),
            overview: prose(rng),
            summary: summary(rng),
            job_titles,
            green_job_titles,
            employers: employers(rng),
            long_texts: LONG_TEXTS.map(|_| format!("<p>{}</p>", prose(rng))),
        }
    }

    /// Adds prose until it is about `missing` bytes longer: a quarter of it to the summary, the rest
    /// to the long texts. Where there are none, the summary gets all of it.
    pub(crate) fn pad(&mut self, missing: usize, has_long_texts: bool, rng: &mut Rng) {
        let own = if has_long_texts { missing / 4 } else { missing };
        let mut left = missing;
        let mut in_summary = 0;
        while in_summary < own {
            let text = paragraph(rng);
            in_summary += text.len() + 12;
            self.summary.insert(self.summary.len() - 2, text);
        }
        left = left.saturating_sub(in_summary);
        while has_long_texts && left > 0 {
            let text = block(rng);
            left = left.saturating_sub(text.len());
            self.long_texts[rng.below(LONG_TEXTS.len())].push_str(&text);
        }
    }

    /// The summary, in the form that the data has.
    pub(crate) fn summary_html(&self) -> String {
        let paragraphs = self.summary.iter().flat_map(|text| ["<p>", text, "</p>"]);
        paragraphs.collect()
    }
}

/// A piece of HTML: a paragraph, sometimes with what editors leave in it, or a list.
fn block(rng: &mut Rng) -> String {
    match rng.below(5) {
        0 => {
            let items: Vec<String> = (0..rng.between(3, 6)).map(|_| prose(rng)).collect();
            format!("<ul><li>{}</li></ul>", items.join("</li><li>"))
        }
        1 => format!("<p>&nbsp;</p><p><strong>{}</strong>&nbsp;{}</p>", prose(rng), paragraph(rng)),
        2 => format!(
            "<p>{} &amp; <a href=\"https://www.example.org/guidance/{}\">{}</a></p>\r\n",
            paragraph(rng),
            rng.between(100, 999),
            thing(rng)
        ),
        _ => format!("<p>{}</p>", paragraph(rng)),
    }
}

/// The four paragraphs that every summary has.
fn summary(rng: &mut Rng) -> Vec<String> {
    let concerns = rng.pick_some(CONCERNS, 2);
    vec![
        format!("This occupation is found in organisations that deal with {} or {}.", thing(rng), thing(rng)),
        format!("The broad purpose of the occupation is to look after {} and {}.", thing(rng), thing(rng)),
        format!(
            "In their daily work, an employee in this occupation interacts with a {}, a {} and a {}.",
            rng.pick(ROLES),
            rng.pick(ROLES),
            rng.pick(ROLES)
        ),
        format!(
            "An employee in this occupation will be responsible for {}, with regard to {} and {}.",
            thing(rng),
            concerns[0],
            concerns[1]
        ),
    ]
}

fn job_titles(title: &str, rng: &mut Rng) -> Vec<String> {
    let field = rng.pick(FIELDS);
    let mut titles = vec![title.to_owned()];
    let count = rng.between(2, 8);
    titles.extend(rng.pick_some(ROLES, count).iter().map(|role| {
        let (first, rest) = field.split_at(1);
        format!("{}{rest} {role}", first.to_ascii_uppercase())
    }));
    titles.sort();
    titles.dedup();
    titles
}

/// Employers whose names differ in more than "Group" or "Ltd".
fn employers(rng: &mut Rng) -> Vec<String> {
    let count = rng.between(8, 30);
    let mut places = rng.pick_some(PLACES, count);
    places.sort_unstable();
    let ends: &[&str] = &["", "", "", " Ltd", " Group", " plc", " Trust", " and Sons"];
    places.iter().map(|place| format!("{place} {}{}", rng.pick(TRADES), rng.pick(ends))).collect()
}
