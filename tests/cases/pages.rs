//! Pages: copied as text, in the words of the current site.
