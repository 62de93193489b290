//! The single values of a record.

use crate::model::{Dates, Facts, Field, Soc, StandardKind};
use crate::read::fields::Fields;
use crate::read::record::{Reader, absent_if_null, day, marked_up_or_empty};
use crate::source::Text;

/// Reads them. A feed gives every key, so what is empty is not stated; of the few that every version has, an
/// empty one is a fault.
pub(super) fn read<'s>(fields: &Fields<'_, 's>, kind: StandardKind, reader: &mut Reader<'_>) -> Facts<'s> {
    Facts {
        reference: fields.text("referenceNumber"),
        occupation: absent_if_null(fields.text("occupationCode")),
        version: fields.text("version"),
        status: fields.text("status"),
        title: reader.field(fields, "title", "title"),
        level: fields.integer("level"),
        route: fields.text("route"),
        pathway: absent_if_null(fields.text("pathway")),
        cluster: absent_if_null(fields.text("cluster")),
        lars_code: lars_code(fields, kind),
        soc: Soc::default(),
        regulated: absent_if_null(fields.boolean("regulated")),
        typical_duration: absent_if_null(fields.integer("typicalDuration")),
        review_after: Field::Missing,
        max_funding: absent_if_null(fields.integer("maxFunding")),
        salary: Field::Missing,
        dates: Dates {
            created: day(fields, "createdDate"),
            approved: day(fields, "approvedForDelivery"),
            updated: day(fields, "lastUpdated"),
            earliest_start: day(fields, "earliestStartDate"),
            latest_start: day(fields, "latestStartDate"),
            latest_end: day(fields, "latestEndDate"),
        },
        overview: marked_up_or_empty(fields, "overviewOfRole"),
    }
}

/// The code of an apprenticeship is a number, 0 until it has one; that of a unit may be blank until then.
fn lars_code<'s>(fields: &Fields<'_, 's>, kind: StandardKind) -> Field<Text<'s>> {
    let code = fields.text_or_number("larsCode");
    if kind == StandardKind::ApprenticeshipUnit { absent_if_null(code) } else { code }
}
