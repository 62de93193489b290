//! Inputs and folders that attack.
