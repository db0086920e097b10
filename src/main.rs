//! The command `coach`.

use std::process::ExitCode;

fn main() -> ExitCode {
    career_coach::cli::main()
}
