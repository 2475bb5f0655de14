//! The known name that is most like a mistyped one.

/// The least likeness that is suggested, from 0 to 1; clap uses the same for commands and options.
const LEAST_LIKENESS: f64 = 0.7;

/// Returns the name that is most like what was typed, whatever the case, if any is like it.
pub fn nearest<N: AsRef<str>>(typed: &str, names: impl IntoIterator<Item = N>) -> Option<N> {
    let typed = typed.to_lowercase();
    let likeness = |name: &N| strsim::jaro(&typed, &name.as_ref().to_lowercase());
    let near = names.into_iter().map(|name| (likeness(&name), name)).filter(|(likeness, _)| *likeness > LEAST_LIKENESS);
    // Of equal ones the first.
    near.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_most_like_what_was_typed_is_suggested() {
        let names = ["site", "section", "kind", "checklist"];
        for (typed, expected) in
            [("stie", Some("site")), ("SITE", Some("site")), ("sections", Some("section")), ("shop", None), ("", None)]
        {
            assert_eq!(nearest(typed, names), expected, "{typed}");
        }
    }
}
