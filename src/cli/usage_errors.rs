//! Clap's messages in the user's language.

use super::output::Output;
use super::{CommandResult, USAGE_ERROR};
use crate::text::{Arg, Texts};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help and version, or what is wrong with a command line.
pub fn print(error: &clap::Error, texts: &Texts, output: &mut Output) -> CommandResult {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        output.write_lines(error.render().to_string().trim_end())?;
        return output.finish(Ok(0));
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    let name = |kind| context(kind).split(' ').next().unwrap_or_default().to_owned();
    let prior = name(ContextKind::PriorArg);
    let id = match error.kind() {
        ErrorKind::InvalidSubcommand => "cli-error-command",
        ErrorKind::UnknownArgument => "cli-error-argument",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => "cli-error-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if context(ContextKind::ValidValue).is_empty() => {
            "cli-error-bad-value"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-error-value",
        ErrorKind::MissingRequiredArgument => "cli-error-missing",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "cli-error-no-command",
        ErrorKind::ArgumentConflict if prior.is_empty() || prior == name(ContextKind::InvalidArg) => "cli-error-twice",
        ErrorKind::ArgumentConflict => "cli-error-conflict",
        ErrorKind::InvalidUtf8 => "cli-error-utf8",
        _ => "cli-error-other",
    };
    let named = match error.kind() {
        ErrorKind::InvalidSubcommand => context(ContextKind::InvalidSubcommand),
        // Clap's value is not the repeated argument, so only the name is used.
        ErrorKind::ArgumentConflict => name(ContextKind::InvalidArg),
        // Of `--format <FORMAT>`, the option.
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if id != "cli-error-no-value" => {
            name(ContextKind::InvalidArg)
        }
        _ => context(ContextKind::InvalidArg),
    };
    let args = [
        ("name", Arg::from(named)),
        ("other", prior.into()),
        ("value", context(ContextKind::InvalidValue).into()),
        ("valid", context(ContextKind::ValidValue).into()),
    ];
    output.message(&texts.with(id, &args))?;
    // Of several suggestions, clap's last one is the best.
    let suggested = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.as_str()),
        ContextValue::Strings(texts) => texts.last().map(String::as_str),
        _ => None,
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().find_map(suggested) {
        output.message(&texts.with("cli-error-near", &[("near", near.into())]))?;
    }
    output.message(texts.get("cli-error-help"))?;
    Ok(USAGE_ERROR)
}
