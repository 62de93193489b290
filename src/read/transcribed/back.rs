//! A standard that was read from a transcript, with its places in the file. Every struct is destructured in full, so
//! that a new field cannot be forgotten.

use crate::model::{
    About, Dates, DocumentIgnore, Duty, Facts, Feed, Field, JobTitle, List, LogEntry, Origin, Product,
    ProfileSection, ProgressionLink, Soc, Standard, StandardOption, Statement,
};
use crate::source::{Span, Spanned, Text};

/// Maps places in this transcript back to places in the file.
pub(super) struct Back<'t>(pub(super) &'t Text<'static>);

impl Back<'_> {
    pub(super) fn span(&self, span: Span) -> Span {
        self.0.span_of(span.range())
    }

    pub(super) fn text(&self, text: &Text<'_>) -> Text<'static> {
        text.within(self.0)
    }

    pub(super) fn texts(&self, texts: &[Text<'_>]) -> Vec<Text<'static>> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    pub(super) fn spanned<T>(&self, Spanned { value, span }: Spanned<T>) -> Spanned<T> {
        Spanned::new(value, self.span(span))
    }

    fn field<T, U>(&self, field: Field<T>, lead: impl FnOnce(T) -> U) -> Field<U> {
        match field {
            Field::NotShown => Field::NotShown,
            Field::Missing => Field::Missing,
            Field::Empty(span) => Field::Empty(self.span(span)),
            Field::Unreadable(span) => Field::Unreadable(self.span(span)),
            Field::Stated(value) => Field::Stated(lead(value)),
        }
    }

    pub(super) fn text_field(&self, field: Field<Text<'_>>) -> Field<Text<'static>> {
        self.field(field, |text| self.text(&text))
    }

    fn value<T>(&self, field: Field<Spanned<T>>) -> Field<Spanned<T>> {
        self.field(field, |value| self.spanned(value))
    }

    fn list<T, U>(&self, List { heading, items }: List<T>, lead: impl FnMut(T) -> U) -> List<U> {
        List::new(self.span(heading), items.into_iter().map(lead).collect())
    }

    fn list_field<T, U>(&self, field: Field<List<T>>, lead: impl FnMut(T) -> U) -> Field<List<U>> {
        self.field(field, |list| self.list(list, lead))
    }

    fn text_list(&self, field: Field<List<Text<'_>>>) -> Field<List<Text<'static>>> {
        self.list_field(field, |text| self.text(&text))
    }

    pub(super) fn standard(&self, standard: Standard<'_>) -> Standard<'static> {
        let Standard {
            source,
            format,
            kind,
            start,
            facts,
            is_cut,
            banners,
            summary,
            profile,
            typical_job_titles,
            keywords,
            employers,
            products,
            progression,
            options,
            duties,
            statements,
            version_log,
            empty_kinds,
            unread_kinds,
            about,
            feed,
        } = standard;
        Standard {
            source,
            format,
            kind,
            start: self.span(start),
            facts: self.facts(facts),
            is_cut,
            banners: self.texts(&banners),
            summary: self.text_list(summary),
            profile: profile.into_iter().map(|one| self.profile(one)).collect(),
            typical_job_titles: self.list_field(typical_job_titles, |one| self.job_title(one)),
            keywords: self.text_list(keywords),
            employers: employers.into_iter().map(|one| self.list(one, |text| self.text(&text))).collect(),
            products: products.into_iter().map(|one| self.product(one)).collect(),
            progression: progression.into_iter().map(|one| self.link(one)).collect(),
            options: self.list_field(options, |one| self.option(one)),
            duties: self.list_field(duties, |one| self.duty(one)),
            statements: self.list_field(statements, |one| self.statement(one)),
            version_log: version_log.into_iter().map(|one| self.log_entry(one)).collect(),
            empty_kinds,
            unread_kinds,
            about: self.about(about),
            feed: feed.map(|feed| Box::new(self.feed(*feed))),
        }
    }

    fn facts(&self, facts: Facts<'_>) -> Facts<'static> {
        let Facts {
            reference,
            occupation,
            version,
            status,
            title,
            level,
            route,
            pathway,
            cluster,
            lars_code,
            soc: Soc { unit_group, sub_unit_groups },
            regulated,
            typical_duration,
            review_after,
            max_funding,
            salary,
            dates: Dates { created, approved, updated, earliest_start, latest_start, latest_end },
            overview,
        } = facts;
        Facts {
            reference: self.text_field(reference),
            occupation: self.text_field(occupation),
            version: self.text_field(version),
            status: self.text_field(status),
            title: self.text_field(title),
            level: self.value(level),
            route: self.text_field(route),
            pathway: self.text_field(pathway),
            cluster: self.text_field(cluster),
            lars_code: self.text_field(lars_code),
            soc: Soc {
                unit_group: self.text_field(unit_group),
                sub_unit_groups: self.text_list(sub_unit_groups),
            },
            regulated: self.value(regulated),
            typical_duration: self.value(typical_duration),
            review_after: self.value(review_after),
            max_funding: self.value(max_funding),
            salary: self.text_field(salary),
            dates: Dates {
                created: self.text_field(created),
                approved: self.text_field(approved),
                updated: self.text_field(updated),
                earliest_start: self.text_field(earliest_start),
                latest_start: self.text_field(latest_start),
                latest_end: self.text_field(latest_end),
            },
            overview: self.text_field(overview),
        }
    }

    fn profile(&self, ProfileSection { heading, paragraphs }: ProfileSection<'_>) -> ProfileSection<'static> {
        ProfileSection { heading: self.text(&heading), paragraphs: self.texts(&paragraphs) }
    }

    fn job_title(&self, JobTitle { name, green }: JobTitle<'_>) -> JobTitle<'static> {
        JobTitle { name: self.text(&name), green }
    }

    fn product(&self, Product { reference, title, level, status }: Product<'_>) -> Product<'static> {
        Product {
            reference: self.text_field(reference),
            title: self.text_field(title),
            level: self.value(level),
            status: self.text_field(status),
        }
    }

    fn link(
        &self,
        ProgressionLink { direction, reference, title, level }: ProgressionLink<'_>,
    ) -> ProgressionLink<'static> {
        ProgressionLink {
            direction: self.text_field(direction),
            reference: self.text_field(reference),
            title: self.text_field(title),
            level: self.value(level),
        }
    }

    fn option(&self, StandardOption { code, title }: StandardOption<'_>) -> StandardOption<'static> {
        StandardOption { code: self.text_field(code), title: self.text_field(title) }
    }

    fn duty(&self, duty: Duty<'_>) -> Duty<'static> {
        let Duty { code, text, span, core, mapping, options, unknown_ids } = duty;
        let mapping = self.field(mapping, |codes| codes.into_iter().map(|code| self.spanned(code)).collect());
        Duty {
            code: code.map(|code| self.spanned(code)),
            text: self.text(&text),
            span: self.span(span),
            core,
            mapping,
            options: self.texts(&options),
            unknown_ids: self.texts(&unknown_ids),
        }
    }

    fn statement(&self, Statement { kind, code, text, id }: Statement<'_>) -> Statement<'static> {
        Statement {
            kind,
            code: self.spanned(code),
            text: self.text(&text),
            id: id.map(|text| self.text(&text)),
        }
    }

    fn log_entry(&self, entry: LogEntry<'_>) -> LogEntry<'static> {
        let LogEntry { version, detail, earliest_start, latest_start } = entry;
        LogEntry {
            version: self.text_field(version),
            detail: self.text_field(detail),
            earliest_start: self.text_field(earliest_start),
            latest_start: self.text_field(latest_start),
        }
    }

    pub(super) fn about(&self, About { schema, origin, ignores }: About<'_>) -> About<'static> {
        let origin = origin.map(|Origin { format, sha256 }| Origin {
            format: self.text(&format),
            sha256: self.text(&sha256),
        });
        let ignores = ignores.into_iter().map(|one| self.ignore(one)).collect();
        About { schema: self.text_field(schema), origin, ignores }
    }

    fn ignore(&self, ignore: DocumentIgnore<'_>) -> DocumentIgnore<'static> {
        let DocumentIgnore { rule, subject, pointer, reason, until } = ignore;
        DocumentIgnore {
            rule: self.text_field(rule),
            subject: self.text_field(subject),
            pointer: self.text_field(pointer),
            reason: self.text_field(reason),
            until: self.text_field(until),
        }
    }

    fn feed(&self, feed: Feed<'_>) -> Feed<'static> {
        let Feed {
            missing,
            missing_lists,
            required,
            version_number,
            published,
            core_and_options,
            unstructured_options,
            integrated_degree,
            integrated_apprenticeship,
            regulated_body,
        } = feed;
        Feed {
            missing,
            missing_lists,
            required,
            version_number: self.text_field(version_number),
            published: self.text_field(published),
            core_and_options: self.value(core_and_options),
            unstructured_options: self.text_list(unstructured_options),
            integrated_degree: self.text_field(integrated_degree),
            integrated_apprenticeship: self.value(integrated_apprenticeship),
            regulated_body: self.text_field(regulated_body),
        }
    }
}
