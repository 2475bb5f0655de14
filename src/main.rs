//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    esprit::run(&args)
}
