//! Pairs: what a comparison says of them.
