//! Why a key from another script does nothing.

/// What to do about a letter or a digit that no binding has.
pub fn hint(c: char) -> String {
    let kind = match c {
        '\u{400}'..='\u{52f}' => "a Cyrillic letter",
        '\u{370}'..='\u{3ff}' => "a Greek letter",
        '\u{ff10}'..='\u{ff19}' => "a full-width digit",
        '\u{ff21}'..='\u{ff5a}' => "a full-width letter",
        c if c.is_numeric() => "a digit from another script",
        _ => "a letter from another script",
    };
    format!("{c} is {kind}: switch the keyboard layout to use the keys here.")
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn the_script_is_named() {
        assert!(hint('й').contains("a Cyrillic letter"));
        assert!(hint('３').contains("a full-width digit"));
        assert!(hint('ｑ').contains("a full-width letter"));
        assert!(hint('٣').contains("a digit from another script"));
        assert!(hint('ß').contains("a letter from another script"));
    }
}
