//! `ksb` reads, checks and compares UK occupational standards.

pub mod source;
pub mod syntax;
