//! Readers: one front end per format, all giving the same [`Document`] with spans into the file.
//!
//! Reading never fails on content: what cannot be read is a [`Diagnostic`].

use crate::diagnostic::Diagnostic;
use crate::model::Document;

/// What a front end gives: the document, and what it could not read.
pub(crate) type Read<'s> = (Document<'s>, Vec<Diagnostic>);
