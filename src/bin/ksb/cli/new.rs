//! The arguments of `ksb new`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use ksb::model::StandardKind;

use super::convert::WrittenFormat;

#[derive(Debug, ClapArgs)]
pub(crate) struct NewArgs {
    /// The file to write; the default, or `-`, is standard output
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,
    /// What the standard is for
    #[arg(long, value_name = "KIND", default_value = "apprenticeship")]
    pub(crate) kind: NewKind,
    /// The format to write; the default comes from the name of the file, or is Markdown on standard output
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<WrittenFormat>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(crate) force: bool,
}

/// What a standard is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NewKind {
    /// An apprenticeship
    Apprenticeship,
    /// A foundation apprenticeship: technical knowledge and skills, employability, no duties
    Foundation,
    /// An apprenticeship unit: technical knowledge and skills, no duties
    Unit,
    /// An occupation on the occupational map
    Occupation,
}

impl NewKind {
    /// What the library calls it.
    pub(crate) fn kind(self) -> StandardKind {
        match self {
            Self::Apprenticeship => StandardKind::Apprenticeship,
            Self::Foundation => StandardKind::FoundationApprenticeship,
            Self::Unit => StandardKind::ApprenticeshipUnit,
            Self::Occupation => StandardKind::Occupation,
        }
    }
}
