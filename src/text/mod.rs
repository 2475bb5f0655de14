//! The texts of the interface in two languages, and the cleaning of foreign text.

pub mod catalogue;
pub mod clean;
pub mod currency;
pub mod lang;
pub mod likeness;
pub mod message;
pub mod name_order;
pub mod names;
pub mod rounding;
pub mod texts;
pub mod typed_duration;
pub mod typed_number;

pub use clean::{clean, clean_lines};
pub use lang::Lang;
pub use likeness::nearest;
pub use message::Message;
pub use name_order::NameOrder;
pub use names::{fold_name, tidy_name};
pub use rounding::Precision;
pub use texts::{Arg, Texts};
