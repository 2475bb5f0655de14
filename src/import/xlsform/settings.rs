//! The sheet `settings`: the title, the id, the version and the default language.

use super::findings::Findings;
use super::headers::Field;
use super::sheets::Table;
use crate::text::clean;
use crate::visit::checklist::id_from;

/// The longest version.
const LONGEST_VERSION: usize = 40;

/// What the settings say.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) title: String,
    pub(super) id: String,
    pub(super) version: String,
    pub(super) default_language: String,
}

impl Settings {
    /// Reads the settings; what they do not say comes from the name of the file.
    pub(super) fn read(table: Option<&Table>, file_name: &str, findings: &mut Findings) -> Self {
        let row = table.and_then(|table| table.rows.first());
        let cell = |field| table.zip(row).map_or("", |(table, row)| table.cell(row, field));
        let (title, form_id, version) = (cell(Field::FormTitle), cell(Field::FormId), cell(Field::Version));
        let stem = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let names = [title, form_id, stem];
        let shown = names.into_iter().find(|name| !name.is_empty()).unwrap_or("form");
        let id = [form_id, title, stem].into_iter().find_map(id_from).unwrap_or_else(|| "form".to_owned());
        let valid = valid_version(version);
        if let (Some(table), Some(row)) = (table, row) {
            if !form_id.is_empty() && id != form_id {
                let place = table.place_of(row.number, Field::FormId);
                findings.doubt(place, "form-id-changed", &[("found", form_id), ("id", &id)]);
            }
            if !version.is_empty() && valid != version {
                let place = table.place_of(row.number, Field::Version);
                findings.doubt(place, "form-version-changed", &[("found", version), ("version", &valid)]);
            }
            for row in table.rows.iter().skip(1) {
                findings.doubt(table.place(row.number, 0), "form-second-settings", &[]);
            }
        }
        Self {
            title: clean(shown).trim().to_owned(),
            id,
            version: valid,
            default_language: cell(Field::DefaultLanguage).to_owned(),
        }
    }
}

/// Returns a version of letters, digits, dots, hyphens and underscores; `1.0.0` for none.
fn valid_version(version: &str) -> String {
    let valid = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+') { c } else { '-' };
    let version: String = version.trim().chars().map(valid).take(LONGEST_VERSION).collect();
    if version.chars().any(|c| c.is_ascii_alphanumeric()) { version } else { "1.0.0".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_made_valid() {
        for (version, valid) in
            [("", "1.0.0"), ("2021060101", "2021060101"), ("v 1.2 (draft)", "v-1.2--draft-"), ("?", "1.0.0")]
        {
            assert_eq!(valid_version(version), valid);
        }
    }
}
