//! An occupational map that was read from a transcript, with its places in the file.

use super::back::Back;
use crate::model::{Cluster, Occupation, OccupationalMap, Pathway};

impl Back<'_> {
    pub(super) fn map(&self, map: OccupationalMap<'_>) -> OccupationalMap<'static> {
        let OccupationalMap { source, format, start, title, route, overview, legend, pathways, about } = map;
        OccupationalMap {
            source,
            format,
            start: self.span(start),
            title: self.text_field(title),
            route: self.text_field(route),
            overview: self.texts(&overview),
            legend: self.texts(&legend),
            pathways: pathways.into_iter().map(|one| self.pathway(one)).collect(),
            about: self.about(about),
        }
    }

    fn pathway(&self, Pathway { name, clusters }: Pathway<'_>) -> Pathway<'static> {
        let clusters = clusters.into_iter().map(|one| self.cluster(one)).collect();
        Pathway { name: self.text(&name), clusters }
    }

    fn cluster(&self, cluster: Cluster<'_>) -> Cluster<'static> {
        let Cluster { name, band, note, description, occupations } = cluster;
        Cluster {
            name: self.text(&name),
            band,
            note: note.map(|text| self.text(&text)),
            description: description.map(|text| self.text(&text)),
            occupations: occupations.into_iter().map(|one| self.occupation(one)).collect(),
        }
    }

    fn occupation(&self, occupation: Occupation<'_>) -> Occupation<'static> {
        let Occupation { title, levels, degree, options } = occupation;
        Occupation {
            title: self.text(&title),
            levels: levels.into_iter().map(|level| self.spanned(level)).collect(),
            degree,
            options: self.texts(&options),
        }
    }
}
