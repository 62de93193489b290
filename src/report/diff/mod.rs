//! What the renderers of a comparison share: the report itself, its words, the order of its rows and the pieces of a
//! text that was reworded. Each renderer has its own file or folder.

mod checks;
mod consequences;
mod evidence;
#[cfg(test)]
pub(in crate::report) mod fixture;
mod folded;
mod headline;
mod links;
mod lookup;
mod names;
mod redline;
mod report;
mod same_codes;
mod set;
mod tables;
mod texts;
mod words;

pub(in crate::report) use checks::{checks, possible_parts, user_pairs};
pub(in crate::report) use consequences::consequence;
pub(in crate::report) use evidence::{evidence, pair_option, possible_pairs};
pub(in crate::report) use folded::{badge_text, beyond_cut, codes, not_compared_note, rest};
pub(in crate::report) use links::{MappingLine, called, mapping_lines, mapping_not_compared, range};
pub(in crate::report) use lookup::Lookup;
pub(in crate::report) use names::{concerned, in_sentence};
pub(in crate::report) use redline::{RedlinePiece, pieces};
pub use report::{ComparedInput, DiffOptions, DiffReport, Relation};
pub(in crate::report) use report::{LICENCE, LICENCE_URL, REDLINE_FROM, WHO_DECIDES};
pub(in crate::report) use same_codes::SameCodes;
pub use set::{DiffSet, Uncompared, UnmatchedDocument};
pub(in crate::report) use set::{SetLine, fate_word};
pub(in crate::report) use tables::{COUNTS, count_name, stated};
pub(in crate::report) use texts::{RowTexts, category, is_shown, similarity, texts};
pub(in crate::report) use words::{
    Badge, NOT_STATED, Tone, badges, band_word, fact_change_word, heading, many, paired_by_word,
    sentence_case, side_word,
};

pub(in crate::report) use crate::diff::Row;
