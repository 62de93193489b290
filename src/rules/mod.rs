//! The rules, one file each. `README.md` beside this file says how to write one.

use crate::lint::{Rule, declare_rule};

pub mod cluster_named_like_occupation;
pub mod code_gap;
pub mod code_kind;
pub mod code_order;
pub mod dangling_code;
pub mod duplicate_code;
pub mod duplicate_employer;
pub mod duplicate_mapping;
pub mod duplicate_paragraph;
pub mod duplicate_statement;
pub mod duty_without_behaviour;
pub mod duty_without_knowledge;
pub mod duty_without_ksbs;
pub mod duty_without_skill;
pub mod emptied_table;
pub mod empty_cluster;
pub mod empty_field;
pub mod empty_statement;
pub mod input;
pub mod level_map_mismatch;
pub mod level_outside_band;
pub mod mapping_not_stated;
pub mod missing_level;
pub mod missing_status;
pub mod missing_title;
pub mod near_duplicate_statement;
pub mod no_break_space;
pub mod no_duties;
pub mod no_statements;
pub mod old_template;
pub mod overlapping_statements;
pub mod overmapped_duty;
pub mod overmapped_ksb;
pub mod page_residue;
pub mod retired_document;
pub mod settings;
pub mod several_levels;
pub mod split_sibling_mapping;
pub mod stub_statement;
pub mod unmapped_ksb;
pub mod unnumbered_duty;

/// Every rule, in the order of their names.
pub static ALL: &[&dyn Rule] = &[
    &input::ByteOrderMark,
    &cluster_named_like_occupation::ClusterNamedLikeOccupation,
    &code_gap::CodeGap,
    &code_kind::CodeKind,
    &code_order::CodeOrder,
    &settings::Config,
    &dangling_code::DanglingCode,
    &duplicate_code::DuplicateCode,
    &duplicate_employer::DuplicateEmployer,
    &input::DuplicateKey,
    &duplicate_mapping::DuplicateMapping,
    &duplicate_paragraph::DuplicateParagraph,
    &duplicate_statement::DuplicateStatement,
    &duty_without_behaviour::DutyWithoutBehaviour,
    &duty_without_knowledge::DutyWithoutKnowledge,
    &duty_without_ksbs::DutyWithoutKsbs,
    &duty_without_skill::DutyWithoutSkill,
    &emptied_table::EmptiedTable,
    &empty_cluster::EmptyCluster,
    &empty_field::EmptyField,
    &empty_statement::EmptyStatement,
    &settings::ExpiredIgnore,
    &input::InvalidUtf8,
    &level_map_mismatch::LevelMapMismatch,
    &level_outside_band::LevelOutsideBand,
    &mapping_not_stated::MappingNotStated,
    &missing_level::MissingLevel,
    &missing_status::MissingStatus,
    &missing_title::MissingTitle,
    &near_duplicate_statement::NearDuplicateStatement,
    &no_break_space::NoBreakSpace,
    &no_duties::NoDuties,
    &no_statements::NoStatements,
    &old_template::OldTemplate,
    &overlapping_statements::OverlappingStatements,
    &overmapped_duty::OvermappedDuty,
    &overmapped_ksb::OvermappedKsb,
    &page_residue::PageResidue,
    &retired_document::RetiredDocument,
    &input::RunTogether,
    &input::Schema,
    &several_levels::SeveralLevels,
    &split_sibling_mapping::SplitSiblingMapping,
    &settings::StaleBaseline,
    &stub_statement::StubStatement,
    &input::Syntax,
    &input::TruncatedPage,
    &unmapped_ksb::UnmappedKsb,
    &unnumbered_duty::UnnumberedDuty,
    &input::UnreadContent,
    &input::UnreadableFile,
    &input::UnrecognisedFormat,
    &settings::UnusedIgnore,
];
