//! The versions of a standard over time and their sizes, as a small picture, with a table of the same data below it.

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};

use super::entry::VersionEntry;
use crate::model::Date;
use crate::report::html_page::scrolling;

/// The width of the picture in its own units, which the page scales.
const WIDTH: f64 = 640.0;
const LEFT: f64 = 16.0;
const HIGH: f64 = 150.0;
/// Where the time axis is.
const LINE: f64 = 172.0;
/// The smallest distance between two columns.
const APART: f64 = 34.0;

/// The picture and the table.
pub(super) fn render(versions: &[VersionEntry]) -> Markup {
    html! {
        figure class="timeline" {
            (picture(versions))
            figcaption {
                ul class="key" {
                    @for (class, name) in CLASSES.iter().zip(["Duties", "Knowledge", "Skills", "Behaviours"]) {
                        li { span class={ "swatch " (class) } aria-hidden="true" {} (name) }
                    }
                }
            }
        }
        (sizes(versions))
    }
}

const CLASSES: [&str; 4] = ["d", "k", "s", "b"];

/// A column for each version, with a height by its number of duties and statements, in order of time from left to
/// right.
fn picture(versions: &[VersionEntry]) -> Markup {
    let most =
        versions.iter().map(|version| version.sizes.iter().sum::<usize>()).max().unwrap_or_default().max(1);
    let places = places(versions);
    let wide = places.last().map_or(WIDTH, |last| (last + APART).max(WIDTH));
    let mut drawn = String::new();
    for (version, x) in versions.iter().zip(&places) {
        let mut y = LINE - 12.0;
        for (class, size) in CLASSES.iter().zip(version.sizes) {
            let high = HIGH * number(size) / number(most);
            y -= high;
            let _infallible = write!(
                drawn,
                "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"22\" height=\"{high:.1}\"/>"
            );
        }
        let _infallible = write!(drawn, "<circle cx=\"{:.1}\" cy=\"{LINE}\" r=\"4\"/>", x + 11.0);
    }
    let labels = labels(versions, &places);
    html! {
        svg viewBox={ "0 0 " (wide) " 206" } role="img" aria-label="Sizes of the versions over time; the table below has the same information" {
            (PreEscaped(format!("<path d=\"M0 {LINE}H{wide}\"/>")))
            (PreEscaped(drawn))
            @for (x, words) in &labels {
                text x=(format!("{x:.1}")) y="198" { (words) }
            }
        }
    }
}

/// The numbers below the columns; where they would run into each other, some are left out.
fn labels(versions: &[VersionEntry], places: &[f64]) -> Vec<(f64, String)> {
    let mut labels: Vec<(f64, String)> = Vec::new();
    for (version, x) in versions.iter().zip(places) {
        let words = match version.since {
            Some(since) => format!("{} ({})", version.number, &since.to_string()[..4]),
            None => version.number.clone(),
        };
        let words: String = words.chars().take(14).collect();
        if labels.last().is_none_or(|(before, said)| x - before > number(said.chars().count()) * 8.5) {
            labels.push((*x, words));
        }
    }
    labels
}

/// Where the columns are: by date if all have one and they are in order, and otherwise evenly spaced.
fn places(versions: &[VersionEntry]) -> Vec<f64> {
    let days: Option<Vec<f64>> = versions.iter().map(|version| version.since.and_then(days)).collect();
    let room = WIDTH - LEFT - 90.0;
    let evenly = |index: usize| room * number(index) / number(versions.len().max(2) - 1);
    let days = days.filter(|days| days.is_sorted() && days.first() < days.last());
    let mut places: Vec<f64> = Vec::new();
    for index in 0..versions.len() {
        let own = match &days {
            Some(days) => room * (days[index] - days[0]) / (days[days.len() - 1] - days[0]),
            None => evenly(index),
        };
        let least = places.last().map_or(LEFT, |last| last + APART);
        places.push((LEFT + own).max(least));
    }
    places
}

/// A day as a number, near enough for a picture.
fn days(day: Date) -> Option<f64> {
    let text = day.to_string();
    let mut parts = text.split('-').map(|part| part.parse::<f64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Some(year * 372.0 + month * 31.0 + day)
}

/// A count as a number to draw with.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The table of sizes next to the picture.
fn sizes(versions: &[VersionEntry]) -> Markup {
    let table = html! {
        table class="numbers" {
            thead {
                tr {
                    @for title in ["Version", "Since", "Duties", "Knowledge", "Skills", "Behaviours", "Errors", "Warnings", "Advice"] {
                        th scope="col" { (title) }
                    }
                }
            }
            tbody {
                @for version in versions {
                    tr {
                        th scope="row" { (version.name()) }
                        td { (version.since.map_or_else(|| "no date".to_owned(), |since| since.to_string())) }
                        @for size in version.sizes.iter().chain(&version.findings) { td { (size) } }
                    }
                }
            }
        }
    };
    scrolling("Sizes of the versions", &table)
}
