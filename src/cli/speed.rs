//! The option `--speed` of replay and practice.

use super::CliError;
use super::setup::Setup;
use clap::ArgMatches;

/// Returns the speed that was given, or 1.
///
/// # Errors
/// Where it is no number above 0.
pub fn speed(setup: &Setup, matches: &ArgMatches) -> Result<f64, CliError> {
    let Some(text) = matches.get_one::<String>("speed") else { return Ok(1.0) };
    let args = [("speed", text.as_str().into())];
    parse(text).ok_or_else(|| CliError::Usage(setup.texts.with("replay-bad-speed", &args)))
}

/// Parses a speed, with a decimal point or comma.
fn parse(text: &str) -> Option<f64> {
    let speed: f64 = text.replace(',', ".").parse().ok()?;
    (speed.is_finite() && speed > 0.0).then_some(speed)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_speed_is_a_number_above_zero() {
        for (text, read) in [("1", Some(1.0)), ("0.5", Some(0.5)), ("0,5", Some(0.5)), ("1e3", Some(1000.0))] {
            assert_eq!(parse(text), read, "{text}");
        }
        for text in ["", "0", "-1", "inf", "nan", "fast", "1,000,5", "1e999"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
