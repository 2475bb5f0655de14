//! The headers of a form's sheets: what a column holds, and in which language.

use super::languages::language_code;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Type,
    Name,
    Label,
    Hint,
    GuidanceHint,
    Relevant,
    Constraint,
    ConstraintMessage,
    Parameters,
    Appearance,
    ChoiceFilter,
    Calculation,
    Disabled,
    ListName,
    FormTitle,
    FormId,
    Version,
    DefaultLanguage,
    Points,
    Weight,
    Critical,
    ResponseType,
    Behaviour,
    Attitude,
    /// Part of the standard, and without a counterpart in a checklist.
    WithoutCounterpart,
    Unknown,
}

/// The names of columns with their meaning, in small letters, with `_` for spaces; a namespace before a colon is left
/// out, but for this program's own.
const NAMES: &[(&str, Field)] = &[
    ("type", Field::Type),
    ("command", Field::Type),
    ("name", Field::Name),
    ("tag", Field::Name),
    ("value", Field::Name),
    ("label", Field::Label),
    ("caption", Field::Label),
    ("hint", Field::Hint),
    ("guidance_hint", Field::GuidanceHint),
    ("relevant", Field::Relevant),
    ("relevance", Field::Relevant),
    ("constraint", Field::Constraint),
    ("constraint_message", Field::ConstraintMessage),
    ("constraint-msg", Field::ConstraintMessage),
    ("constraintmsg", Field::ConstraintMessage),
    ("constraining_message", Field::ConstraintMessage),
    ("parameters", Field::Parameters),
    ("appearance", Field::Appearance),
    ("choice_filter", Field::ChoiceFilter),
    ("calculation", Field::Calculation),
    ("calculate", Field::Calculation),
    ("disabled", Field::Disabled),
    ("list_name", Field::ListName),
    ("form_title", Field::FormTitle),
    ("set_form_title", Field::FormTitle),
    ("title", Field::FormTitle),
    ("form_id", Field::FormId),
    ("set_form_id", Field::FormId),
    ("id_string", Field::FormId),
    ("version", Field::Version),
    ("default_language", Field::DefaultLanguage),
    ("esprit:points", Field::Points),
    ("esprit:weight", Field::Weight),
    ("esprit:critical", Field::Critical),
    ("esprit:type", Field::ResponseType),
    ("esprit:behaviour", Field::Behaviour),
    ("esprit:behavior", Field::Behaviour),
    ("esprit:attitude", Field::Attitude),
];

/// Columns of the standard without a counterpart.
const WITHOUT_COUNTERPART: &[&str] = &[
    "required",
    "required_message",
    "requiredmsg",
    "default",
    "read_only",
    "readonly",
    "image",
    "audio",
    "video",
    "big-image",
    "autoplay",
    "rows",
    "trigger",
    "repeat_count",
    "count",
    "save_to",
    "saveto",
    "note",
    "instance",
    "sms_field",
    "sms_option",
    "intent",
    "noapperrorstring",
    "no_app_error_string",
    "body",
    "geometry",
    "hxl",
    "style",
    "public_key",
    "submission_url",
    "instance_name",
    "auto_send",
    "auto_delete",
    "instance_xmlns",
    "allow_choice_duplicates",
    "clean_text_values",
    "omit_instanceid",
    "add_none_option",
    "namespaces",
    "prefix",
    "delimiter",
    "sms_keyword",
    "sms_separator",
    "sms_allow_media",
    "sms_date_format",
    "sms_datetime_format",
    "client_editable",
    "compact_tag",
    "$kuid",
    "$autoname",
    "$xpath",
    "$given_name",
    "kobo--score-choices",
    "kobo--rank-items",
    "kobo--matrix_list",
    "hint_media",
    "order",
    "x_order",
    "file",
];

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// Its position from 0.
    pub(super) index: usize,
    /// The header as it stands there.
    pub(super) header: String,
    pub(super) field: Field,
    /// The code of its language, if it has one.
    pub(super) language: Option<String>,
    /// Whether the language is known, and not just the author's word for it.
    pub(super) is_language_known: bool,
}

impl Column {
    /// Parses a header such as `label::Français (fr)`, `label:French`, `bind:relevant` or `esprit::points`.
    pub(super) fn parse(index: usize, header: &str) -> Self {
        let header = header.trim();
        let mut parts = header.split(':').map(str::trim).filter(|part| !part.is_empty());
        let mut name = parts.next().map(normalize).unwrap_or_default();
        while matches!(name.as_str(), "bind" | "control" | "media" | "body" | "jr") {
            let Some(inner) = parts.next() else { break };
            name = normalize(inner);
        }
        if name == "esprit" {
            name = format!("esprit:{}", parts.next().map(normalize).unwrap_or_default());
        }
        let language: Vec<&str> = parts.collect();
        let known = NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field);
        let without = WITHOUT_COUNTERPART.contains(&name.as_str()).then_some(Field::WithoutCounterpart);
        let mut field = known.or(without).unwrap_or(Field::Unknown);
        let has_languages = matches!(
            field,
            Field::Label | Field::Hint | Field::GuidanceHint | Field::ConstraintMessage | Field::WithoutCounterpart
        );
        if !language.is_empty() && !has_languages {
            field = Field::Unknown;
        }
        let (language, is_language_known) = match language_code(&language.join(":")) {
            Some((code, known)) => (Some(code), known),
            None => (None, true),
        };
        Self { index, header: header.to_owned(), field, language, is_language_known }
    }
}

fn normalize(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_in_every_form() {
        for (header, field, language) in [
            ("type", Field::Type, None),
            (" TYPE ", Field::Type, None),
            ("List Name", Field::ListName, None),
            ("label", Field::Label, None),
            ("LABEL::EN", Field::Label, Some("en")),
            ("label::Français (fr)", Field::Label, Some("fr")),
            ("label : French", Field::Label, Some("fr")),
            ("caption:English", Field::Label, Some("en")),
            ("Guidance Hint::English (en)", Field::GuidanceHint, Some("en")),
            ("bind:relevant", Field::Relevant, None),
            ("bind::relevant", Field::Relevant, None),
            ("relevance", Field::Relevant, None),
            ("bind:jr:constraintMsg", Field::ConstraintMessage, None),
            ("bind::jr:constraintMsg::French", Field::ConstraintMessage, Some("fr")),
            ("constraint_message::Klingon", Field::ConstraintMessage, Some("klingon")),
            ("media::image::English", Field::WithoutCounterpart, Some("en")),
            ("required", Field::WithoutCounterpart, None),
            ("esprit::points", Field::Points, None),
            ("Esprit:Weight", Field::Weight, None),
            ("esprit::colour", Field::Unknown, None),
            ("tutorial notes", Field::Unknown, None),
            ("relevant::fr", Field::Unknown, Some("fr")),
            ("::", Field::Unknown, None),
        ] {
            let column = Column::parse(0, header);
            assert_eq!((column.field, column.language.as_deref()), (field, language), "{header}");
        }
    }
}
