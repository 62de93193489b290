//! `ksb` reads, checks and compares UK occupational standards.
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests may read the samples"))]

pub mod baseline;
pub mod catalogue;
pub mod check;
pub mod citing;
pub mod config;
pub mod convert;
pub mod date;
pub mod diagnostic;
pub mod diff;
pub mod editor;
pub mod facts;
pub mod fix;
mod hash;
pub mod ignores;
pub mod layout;
pub mod limit;
pub mod lint;
pub mod listing;
pub mod migrate;
pub mod model;
pub mod office;
pub mod progression;
pub mod project;
pub mod read;
pub mod renumber;
pub mod report;
pub mod rules;
pub mod schema;
pub mod source;
pub mod spelling;
pub mod syntax;
pub mod tally;
pub mod text_index;
