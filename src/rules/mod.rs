//! The rules, one file each. `README.md` beside this file says how to write one.

use crate::lint::{Rule, declare_rule};

pub mod american_spelling;
pub mod behaviour_as_knowledge;
pub mod behaviour_in_one_duty;
pub mod circular_example;
pub mod cited_behaviour_assessed;
pub mod cluster_named_like_occupation;
pub mod code_gap;
pub mod code_kind;
pub mod code_order;
pub mod compound_statement;
pub mod contradictory_flags;
pub mod core_without_options;
pub mod dangling_citation;
pub mod dangling_code;
pub mod dangling_option;
pub mod date_invalid;
pub mod date_order;
pub mod duplicate_code;
pub mod duplicate_employer;
pub mod duplicate_job_title;
pub mod duplicate_mapping;
pub mod duplicate_option;
pub mod duplicate_paragraph;
pub mod duplicate_statement;
pub mod duplicate_version;
pub mod duty_count;
pub mod duty_uncovered;
pub mod duty_without_behaviour;
pub mod duty_without_knowledge;
pub mod duty_without_ksbs;
pub mod duty_without_skill;
pub mod embedded_code;
pub mod employer_label;
pub mod emptied_table;
pub mod empty_cluster;
pub mod empty_field;
pub mod empty_statement;
pub mod first_version_status;
pub mod identical_versions;
pub mod input;
pub mod knowledge_as_skill;
pub mod lars_format;
pub mod lars_overdue;
pub mod lars_reset;
pub mod lars_shared;
pub mod level_map_mismatch;
pub mod level_outside_band;
pub mod level_range;
pub mod level_title_mismatch;
pub mod long_sentence;
pub mod long_statement;
pub mod lookalike_letter;
pub mod low_coverage;
pub mod mapped_twice;
pub mod mapping_not_stated;
pub mod misquoted;
pub mod missing_field;
pub mod missing_full_stop;
pub mod missing_job_titles;
pub mod missing_level;
pub mod missing_reference;
pub mod missing_soc;
pub mod missing_status;
pub mod missing_title;
pub mod missing_version;
pub mod misspelling;
pub mod mixed_person;
pub mod mixed_quotes;
pub mod mixed_terms;
pub mod near_duplicate_employer;
pub mod near_duplicate_statement;
pub mod no_break_space;
pub mod no_core_duty;
pub mod no_duties;
pub mod no_statements;
pub mod not_mapped;
pub mod old_template;
pub mod option_without_duty;
pub mod options_changed;
pub mod options_removed;
pub mod overlapping_statements;
pub mod overmapped_duty;
pub mod overmapped_ksb;
pub mod page_residue;
pub mod parallel_behaviours;
pub mod progression_level;
pub mod quote_without_code;
pub mod reference_format;
pub mod repeated_word;
pub mod retired_document;
pub mod retired_without_lars;
pub mod route_name;
pub mod second_person;
pub mod settings;
pub mod several_approved;
pub mod several_levels;
pub mod shared_statement_differs;
pub mod short_duration;
pub mod single_job_title;
pub mod skill_without_verb;
pub mod soc_format;
pub mod split_sibling_mapping;
pub mod stale_version;
pub mod start_dates_not_contiguous;
pub mod statement_count;
pub mod status_by_colour;
pub mod status_name;
pub mod stray_comma;
pub mod stray_whitespace;
pub mod stub_statement;
pub mod summary_opening;
pub mod uncited;
pub mod unknown_code;
pub mod unmapped_ksb;
pub mod unnumbered_duty;
pub mod unseen_character;
pub mod unused_footnote;
pub mod vague_term;
pub mod version_format;
pub mod version_gap;
pub mod version_number_mismatch;

/// Every rule, in the order of their names.
pub static ALL: &[&dyn Rule] = &[
    &american_spelling::AmericanSpelling,
    &behaviour_as_knowledge::BehaviourAsKnowledge,
    &behaviour_in_one_duty::BehaviourInOneDuty,
    &input::ByteOrderMark,
    &circular_example::CircularExample,
    &cited_behaviour_assessed::CitedBehaviourAssessed,
    &cluster_named_like_occupation::ClusterNamedLikeOccupation,
    &code_gap::CodeGap,
    &code_kind::CodeKind,
    &code_order::CodeOrder,
    &compound_statement::CompoundStatement,
    &settings::Config,
    &contradictory_flags::ContradictoryFlags,
    &core_without_options::CoreWithoutOptions,
    &dangling_citation::DanglingCitation,
    &dangling_code::DanglingCode,
    &dangling_option::DanglingOption,
    &date_invalid::DateInvalid,
    &date_order::DateOrder,
    &duplicate_code::DuplicateCode,
    &duplicate_employer::DuplicateEmployer,
    &duplicate_job_title::DuplicateJobTitle,
    &input::DuplicateKey,
    &duplicate_mapping::DuplicateMapping,
    &duplicate_option::DuplicateOption,
    &duplicate_paragraph::DuplicateParagraph,
    &duplicate_statement::DuplicateStatement,
    &duplicate_version::DuplicateVersion,
    &duty_count::DutyCount,
    &duty_uncovered::DutyUncovered,
    &duty_without_behaviour::DutyWithoutBehaviour,
    &duty_without_knowledge::DutyWithoutKnowledge,
    &duty_without_ksbs::DutyWithoutKsbs,
    &duty_without_skill::DutyWithoutSkill,
    &embedded_code::EmbeddedCode,
    &employer_label::EmployerLabel,
    &emptied_table::EmptiedTable,
    &empty_cluster::EmptyCluster,
    &empty_field::EmptyField,
    &empty_statement::EmptyStatement,
    &settings::ExpiredIgnore,
    &first_version_status::FirstVersionStatus,
    &identical_versions::IdenticalVersions,
    &input::InvalidUtf8,
    &knowledge_as_skill::KnowledgeAsSkill,
    &lars_format::LarsFormat,
    &lars_overdue::LarsOverdue,
    &lars_reset::LarsReset,
    &lars_shared::LarsShared,
    &level_map_mismatch::LevelMapMismatch,
    &level_outside_band::LevelOutsideBand,
    &level_range::LevelRange,
    &level_title_mismatch::LevelTitleMismatch,
    &long_sentence::LongSentence,
    &long_statement::LongStatement,
    &lookalike_letter::LookalikeLetter,
    &low_coverage::LowCoverage,
    &mapped_twice::MappedTwice,
    &mapping_not_stated::MappingNotStated,
    &misquoted::Misquoted,
    &missing_field::MissingField,
    &missing_full_stop::MissingFullStop,
    &missing_job_titles::MissingJobTitles,
    &missing_level::MissingLevel,
    &missing_reference::MissingReference,
    &missing_soc::MissingSoc,
    &missing_status::MissingStatus,
    &missing_title::MissingTitle,
    &missing_version::MissingVersion,
    &misspelling::Misspelling,
    &mixed_person::MixedPerson,
    &mixed_quotes::MixedQuotes,
    &mixed_terms::MixedTerms,
    &near_duplicate_employer::NearDuplicateEmployer,
    &near_duplicate_statement::NearDuplicateStatement,
    &no_break_space::NoBreakSpace,
    &no_core_duty::NoCoreDuty,
    &no_duties::NoDuties,
    &no_statements::NoStatements,
    &input::NotExpanded,
    &not_mapped::NotMapped,
    &old_template::OldTemplate,
    &option_without_duty::OptionWithoutDuty,
    &options_changed::OptionsChanged,
    &options_removed::OptionsRemoved,
    &input::OtherEncoding,
    &overlapping_statements::OverlappingStatements,
    &overmapped_duty::OvermappedDuty,
    &overmapped_ksb::OvermappedKsb,
    &page_residue::PageResidue,
    &parallel_behaviours::ParallelBehaviours,
    &progression_level::ProgressionLevel,
    &quote_without_code::QuoteWithoutCode,
    &reference_format::ReferenceFormat,
    &repeated_word::RepeatedWord,
    &retired_document::RetiredDocument,
    &retired_without_lars::RetiredWithoutLars,
    &route_name::RouteName,
    &input::RunTogether,
    &input::Schema,
    &second_person::SecondPerson,
    &several_approved::SeveralApproved,
    &several_levels::SeveralLevels,
    &shared_statement_differs::SharedStatementDiffers,
    &short_duration::ShortDuration,
    &single_job_title::SingleJobTitle,
    &skill_without_verb::SkillWithoutVerb,
    &soc_format::SocFormat,
    &split_sibling_mapping::SplitSiblingMapping,
    &settings::StaleBaseline,
    &stale_version::StaleVersion,
    &start_dates_not_contiguous::StartDatesNotContiguous,
    &statement_count::StatementCount,
    &status_by_colour::StatusByColour,
    &status_name::StatusName,
    &stray_comma::StrayComma,
    &stray_whitespace::StrayWhitespace,
    &stub_statement::StubStatement,
    &summary_opening::SummaryOpening,
    &input::Syntax,
    &input::TruncatedPage,
    &uncited::Uncited,
    &unknown_code::UnknownCode,
    &unmapped_ksb::UnmappedKsb,
    &unnumbered_duty::UnnumberedDuty,
    &input::UnreadContent,
    &input::UnreadableFile,
    &input::UnrecognisedFormat,
    &unseen_character::UnseenCharacter,
    &unused_footnote::UnusedFootnote,
    &settings::UnusedIgnore,
    &vague_term::VagueTerm,
    &version_format::VersionFormat,
    &version_gap::VersionGap,
    &version_number_mismatch::VersionNumberMismatch,
];
