//! Records of the two APIs.
