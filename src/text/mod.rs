//! Words: the two languages, and what makes foreign text harmless.

pub mod catalogue;
pub mod clean;
pub mod lang;
pub mod texts;

pub use clean::{clean, clean_lines};
pub use lang::Lang;
pub use texts::{Arg, Texts};
