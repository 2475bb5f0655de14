//! What clap has to say, in the user's language.

use super::output::Output;
use super::{Done, WRONG};
use crate::text::{Arg, Texts};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Gives help and version as they are, and says what is wrong with a command line.
pub fn answer(error: &clap::Error, texts: &Texts, output: &mut Output) -> Done {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        output.lines(error.render().to_string().trim_end())?;
        return output.end(Ok(0));
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    let id = match error.kind() {
        ErrorKind::InvalidSubcommand => "cli-error-command",
        ErrorKind::UnknownArgument => "cli-error-argument",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => "cli-error-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-error-value",
        ErrorKind::MissingRequiredArgument => "cli-error-missing",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "cli-error-no-command",
        ErrorKind::ArgumentConflict => "cli-error-twice",
        ErrorKind::InvalidUtf8 => "cli-error-utf8",
        _ => "cli-error-other",
    };
    let named = match error.kind() {
        ErrorKind::InvalidSubcommand => context(ContextKind::InvalidSubcommand),
        // Clap names the value too, which is not what came twice.
        ErrorKind::ArgumentConflict => {
            context(ContextKind::InvalidArg).split(' ').next().unwrap_or_default().to_owned()
        }
        _ => context(ContextKind::InvalidArg),
    };
    let valid = context(ContextKind::ValidValue);
    let args = [
        ("name", Arg::from(named)),
        ("value", context(ContextKind::InvalidValue).into()),
        ("valid", if valid.is_empty() { "–".into() } else { valid.into() }),
    ];
    output.say(&texts.with(id, &args))?;
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].map(context);
    if let Some(near) = near.into_iter().find(|near| !near.is_empty()) {
        output.say(&texts.with("cli-error-near", &[("near", near.into())]))?;
    }
    output.say(texts.get("cli-error-help"))?;
    Ok(WRONG)
}
