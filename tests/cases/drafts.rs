//! Drafts: typed, pasted, with codes where people put them.
