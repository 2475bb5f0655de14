//! Which site or observer a person means, or the message that asks for more.

use crate::store::Message;
use crate::visit::{Identity, Known, Named, Observer, Site};

/// Returns the site that a typed text means.
///
/// # Errors
/// `nameless` if the text is no name; another message if several sites have it.
pub fn site(known: &Known<Site>, typed: &str, nameless: Message) -> Result<Site, Message> {
    meant_site(known.identify(typed), nameless)
}

/// Returns the site that is meant.
///
/// # Errors
/// As [`site`].
pub fn meant_site(meant: Identity<Site>, nameless: Message) -> Result<Site, Message> {
    one(meant, nameless, "app-several-sites")
}

/// Returns the observer that a typed text means.
///
/// # Errors
/// As [`site`].
pub fn observer(known: &Known<Observer>, typed: &str, nameless: Message) -> Result<Observer, Message> {
    one(known.identify(typed), nameless, "app-several-observers")
}

fn one<T: Named>(identity: Identity<T>, nameless: Message, ambiguous: &'static str) -> Result<T, Message> {
    match identity {
        Identity::Known(one) | Identity::New(one) => Ok(one),
        Identity::Nameless => Err(nameless),
        Identity::Ambiguous(several) => Err(self::several(&several, ambiguous)),
    }
}

/// Returns the message that several have a name.
pub fn several<T: Named>(several: &[T], id: &'static str) -> Message {
    let name = several.first().and_then(Named::name).unwrap_or_default().to_owned();
    let ids = several.iter().map(Named::id).collect::<Vec<_>>().join(", ");
    (id, vec![("name", name), ("ids", ids)])
}
