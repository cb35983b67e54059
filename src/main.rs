//! The program: command line in, exit code out.

use mimalloc::MiMalloc;
use rolebook::{cli, command};
use std::process::ExitCode;

/// Pages are made of millions of small texts, and the allocators of most systems make threads wait for
/// each other. `BENCHMARKS.md` has the difference.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(match cli::parse() {
        Ok(request) => command::run(&request),
        Err(code) => code,
    })
}
