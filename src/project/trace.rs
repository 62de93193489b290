//! Documents that cite a standard, and what is found in them.

use super::{Failure, Findings, Input, Project, parallel};
use crate::check;
use crate::citing::{CitingChoices, CitingDocument, cite};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::lint::{Cited, Trace, lint_trace};
use crate::read::blocks;
use crate::rules;
use crate::source::{Source, SourceId};
