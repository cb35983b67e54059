//! The program: command line in, exit code out.

use rolebook::{cli, command};
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(match cli::parse() {
        Ok(request) => command::run(&request),
        Err(code) => code,
    })
}
