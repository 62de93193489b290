//! Writes what a document of any format states, and nothing else: as a native document, in Word, in Markdown, as a table.

mod facts;
mod formats;
mod map;
mod markdown;
mod native;
mod outline;
mod rows;
mod settle;
mod standard;
mod table;
mod target;
mod template;
mod unwritten;
mod value;
mod word;

pub use formats::convert_to;
pub use native::convert;
pub use target::Target;
pub use template::template;
pub use unwritten::NotConverted;
