//! The rules, one file each. `README.md` beside this file says how to write one.

use crate::lint::{Rule, declare_rule};

pub mod unmapped_ksb;

/// Every rule, in the order of their names.
pub static ALL: &[&dyn Rule] = &[&unmapped_ksb::UnmappedKsb];
