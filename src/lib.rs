//! `ksb` reads, checks and compares UK occupational standards.

pub mod diagnostic;
pub mod model;
pub mod read;
pub mod source;
