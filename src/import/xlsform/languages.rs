//! The languages of a form: the names that authors give them, as codes.

use crate::text::names::fold_name;

/// Languages by code, with their names as [`fold_name`] returns them: in English, in French, in themselves.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["english", "anglais"]),
    ("fr", &["french", "francais"]),
    ("ar", &["arabic", "arabe", "العربية", "عربي"]),
    ("bn", &["bengali", "bangla", "বাংলা"]),
    ("cs", &["czech", "tcheque", "cestina"]),
    ("da", &["danish", "danois", "dansk"]),
    ("de", &["german", "allemand", "deutsch"]),
    ("el", &["greek", "grec", "ελληνικα"]),
    ("es", &["spanish", "espagnol", "espanol", "castellano"]),
    ("fa", &["persian", "farsi", "dari", "persan", "فارسی"]),
    ("fi", &["finnish", "finnois", "suomi"]),
    ("ha", &["hausa", "haoussa"]),
    ("he", &["hebrew", "hebreu", "עברית"]),
    ("hi", &["hindi", "हिन्दी"]),
    ("hr", &["croatian", "croate", "hrvatski"]),
    ("ht", &["haitian creole", "creole", "creole haitien", "kreyol"]),
    ("hu", &["hungarian", "hongrois", "magyar"]),
    ("id", &["indonesian", "indonesien", "bahasa indonesia", "bahasa"]),
    ("it", &["italian", "italien", "italiano"]),
    ("ja", &["japanese", "japonais", "日本語"]),
    ("km", &["khmer"]),
    ("ko", &["korean", "coreen", "한국어"]),
    ("ku", &["kurdish", "kurde", "kurdi"]),
    ("ln", &["lingala"]),
    ("mg", &["malagasy", "malgache"]),
    ("my", &["burmese", "birman", "myanmar"]),
    ("ne", &["nepali", "nepalais"]),
    ("nl", &["dutch", "neerlandais", "nederlands"]),
    ("no", &["norwegian", "norvegien", "norsk"]),
    ("pl", &["polish", "polonais", "polski"]),
    ("ps", &["pashto", "pachto"]),
    ("pt", &["portuguese", "portugais", "portugues"]),
    ("ro", &["romanian", "roumain", "romana"]),
    ("ru", &["russian", "russe", "русскии", "русский"]),
    ("rw", &["kinyarwanda"]),
    ("so", &["somali"]),
    ("sq", &["albanian", "albanais", "shqip"]),
    ("sr", &["serbian", "serbe", "srpski"]),
    ("sv", &["swedish", "suedois", "svenska"]),
    ("sw", &["swahili", "kiswahili"]),
    ("ta", &["tamil", "tamoul"]),
    ("th", &["thai", "thailandais"]),
    ("tl", &["tagalog", "filipino"]),
    ("tr", &["turkish", "turc", "turkce"]),
    ("uk", &["ukrainian", "ukrainien", "українська"]),
    ("ur", &["urdu", "ourdou", "اردو"]),
    ("vi", &["vietnamese", "vietnamien", "tieng viet"]),
    ("wo", &["wolof"]),
    ("zh", &["chinese", "chinois", "mandarin", "中文"]),
];

/// Returns the code of a language that is written `French`, `fr`, `FR-fr` or `Français (fr)`, and whether it is known;
/// `None` for nothing and for `default`.
pub(super) fn language_code(written: &str) -> Option<(String, bool)> {
    let written = written.trim();
    let in_brackets = written.rsplit_once('(').and_then(|(_, rest)| rest.trim_end().strip_suffix(')')).and_then(code);
    let folded = fold_name(written);
    if folded.is_empty() || folded == "default" {
        return None;
    }
    let by_name = || {
        let names = |(_, names): &&(&str, &[&str])| names.contains(&folded.as_str());
        LANGUAGES.iter().find(names).map(|(code, _)| (*code).to_owned())
    };
    let known = in_brackets.or_else(by_name).or_else(|| code(written));
    Some(known.map_or_else(|| (folded, false), |code| (code, true)))
}

/// Returns a text as the code of a language, without its region where the interface has the language.
fn code(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase().replace('_', "-");
    let (language, region) = text.split_once('-').unwrap_or((&text, ""));
    let letters = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_code = letters(language, 2..=3) && language.bytes().all(|b| b.is_ascii_alphabetic());
    match () {
        () if !is_code => None,
        () if matches!(language, "en" | "fr") || region.is_empty() => Some(language.to_owned()),
        () if letters(region, 2..=8) => Some(text.clone()),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_languages_become_codes() {
        for (written, expected) in [
            ("French", Some(("fr", true))),
            ("Français (fr)", Some(("fr", true))),
            ("FRANÇAIS", Some(("fr", true))),
            ("EN", Some(("en", true))),
            ("English (en-GB)", Some(("en", true))),
            ("Português (pt_BR)", Some(("pt-br", true))),
            ("العربية", Some(("ar", true))),
            ("Русский", Some(("ru", true))),
            ("Klingon", Some(("klingon", false))),
            ("default", None),
            (" ", None),
        ] {
            let expected = expected.map(|(code, known)| (code.to_owned(), known));
            assert_eq!(language_code(written), expected, "{written}");
        }
    }
}
