//! `ksb migrate`: documents that cite a standard, moved to another version of it.
#![allow(clippy::disallowed_methods, reason = "the tests run the command on files")]

mod beside;
mod cells;
mod clients;
mod command;
mod law;
mod made_up;
mod renumbered;
mod shape;

#[allow(dead_code, reason = "the other tests use the rest")]
#[path = "../office/package.rs"]
mod package;
#[path = "../scratch/mod.rs"]
mod scratch;
#[path = "../common/skipped.rs"]
mod skipped;
