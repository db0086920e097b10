//! Opening a web address with the system's program for it.

use crate::file_problem::in_words;
use std::env;
use std::io;
use std::process::{Command, Stdio};

/// Why an address was not opened.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// It is no web address: other addresses may start anything.
    #[error("{0} is not a web address; only http and https are opened")]
    NoWebAddress(String),
    /// The browser would open where nobody sees it.
    #[error("coach runs on another computer, where you couldn't see the browser")]
    Elsewhere,
    /// There is no desktop that could show a browser.
    #[error("there is no desktop to open a browser on")]
    NoDesktop,
    /// The system's program can't be started.
    #[error("can't start {program}: {}", in_words(.problem))]
    Failed {
        /// Its name.
        program: &'static str,
        /// Why.
        problem: io::Error,
    },
}

/// Opens an address in the user's browser, and doesn't wait for it.
///
/// # Errors
/// See [`NotOpened`].
pub fn open(address: &str) -> Result<(), NotOpened> {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    may_open(address, is_set)?;
    let (program, first): (&'static str, &[&str]) = match () {
        () if cfg!(windows) => ("rundll32", &["url.dll,FileProtocolHandler"]),
        () if cfg!(target_os = "macos") => ("open", &[]),
        () => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    // No shell reads the address, and nothing that the program says lands on the screen.
    command.args(first).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|problem| NotOpened::Failed { program, problem })?;
    // Somebody has to take note of its end, or it stays as a zombie.
    let _ = std::thread::Builder::new().name("browser".to_owned()).spawn(move || child.wait());
    Ok(())
}

/// Whether an address may be opened and seen, given which variables of the environment are set.
fn may_open(address: &str, is_set: impl Fn(&str) -> bool) -> Result<(), NotOpened> {
    if !is_web_address(address) {
        return Err(NotOpened::NoWebAddress(address.to_owned()));
    }
    if is_set("SSH_CONNECTION") || is_set("SSH_TTY") {
        return Err(NotOpened::Elsewhere);
    }
    let needs_display = cfg!(unix) && !cfg!(target_os = "macos");
    if needs_display && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return Err(NotOpened::NoDesktop);
    }
    Ok(())
}

fn is_web_address(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_clean = !address.chars().any(|c| c.is_whitespace() || c.is_control());
    is_clean && matches!(scheme.as_deref(), Some("http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::{NotOpened, is_web_address, may_open};

    #[test]
    fn only_web_addresses_are_opened() {
        for address in ["https://example.org/a?b=c&d", "HTTP://example.org"] {
            assert!(is_web_address(address), "{address}");
        }
        for address in [
            "file:///etc/passwd",
            "example.org",
            "--help",
            "https://a b",
            "javascript:x",
            "httpsx://a",
            "https://a\n",
        ] {
            assert!(!is_web_address(address), "{address}");
        }
    }

    #[test]
    fn where_nobody_would_see_it_nothing_is_opened() {
        let address = "https://example.org";
        let may = |set: &[&str]| may_open(address, |name| set.contains(&name));
        assert!(may(&["DISPLAY"]).is_ok());
        assert!(may(&["WAYLAND_DISPLAY"]).is_ok());
        assert!(matches!(may(&["DISPLAY", "SSH_CONNECTION"]), Err(NotOpened::Elsewhere)));
        #[cfg(target_os = "linux")]
        assert!(matches!(may(&[]), Err(NotOpened::NoDesktop)));
    }
}
