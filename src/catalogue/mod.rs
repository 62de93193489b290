//! Many documents: an extract of each for comparison with the others, the versions of a standard in order, and which
//! documents in two sets belong together.

mod counterparts;
mod extract;
mod index;
pub mod lines;
mod name;
mod slips;
mod starts;
mod versions;

pub use counterparts::{
    Counterparts, FileIdentity, by_identity, by_label, of_one, same_texts, versions_before,
};
pub use extract::{
    Extract, ExtractedOccupation, ExtractedStatement, Named, OptionExtract, VersionExtract, reference,
};
pub use index::{Catalogue, CatalogueEntry};
pub use name::{DocumentName, document_label, has_reference};
pub use slips::Slip;
pub use starts::StartsOn;
pub use versions::{VersionNumber, Versions};
