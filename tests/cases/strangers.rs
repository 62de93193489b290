//! Files that are no standard: one refusal each, which helps.
