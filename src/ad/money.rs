//! Amounts of money in a line: `$120k–150k`, `60.000 – 70.000 €`, `CHF 110'000`.

/// An amount, or a range of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The least, in whole units.
    pub low: u64,
    /// The most.
    pub high: u64,
    /// The ISO code.
    pub currency: &'static str,
    /// The index of its first character in the line.
    pub start: usize,
    /// The index behind its last character.
    pub end: usize,
}

/// Signs and codes of currencies. Longer ones go first.
const CURRENCIES: [(&str, &str); 44] = [
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("S$", "SGD"),
    ("R$", "BRL"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("Euro", "EUR"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("GBP", "GBP"),
    ("CHF", "CHF"),
    ("PLN", "PLN"),
    ("zł", "PLN"),
    ("CAD", "CAD"),
    ("AUD", "AUD"),
    ("NZD", "NZD"),
    ("SGD", "SGD"),
    ("BRL", "BRL"),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("DKK", "DKK"),
    ("CZK", "CZK"),
    ("Kč", "CZK"),
    ("HUF", "HUF"),
    ("RON", "RON"),
    ("INR", "INR"),
    ("JPY", "JPY"),
    ("MXN", "MXN"),
    ("ARS", "ARS"),
    ("CLP", "CLP"),
    ("COP", "COP"),
    ("ZAR", "ZAR"),
    ("ILS", "ILS"),
    ("TRY", "TRY"),
    ("AED", "AED"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("$", "USD"),
    ("₹", "INR"),
    ("¥", "JPY"),
];

/// A number in a line, without a currency yet.
#[derive(Debug, Clone, Copy)]
struct Number {
    value: u64,
    is_thousands: bool,
    start: usize,
    end: usize,
}

/// The amounts in a line.
pub fn amounts(chars: &[char]) -> Vec<Amount> {
    let numbers = numbers(chars);
    let mut amounts = Vec::new();
    let mut at = 0;
    while let Some(&first) = numbers.get(at) {
        let second = numbers.get(at + 1).copied().filter(|second| is_range(chars, first.end, second.start));
        let last = second.unwrap_or(first);
        let found = currency_before(chars, first.start)
            .or_else(|| currency_after(chars, last.end))
            .or_else(|| second.and_then(|_| currency_after(chars, first.end)))
            .or_else(|| second.and_then(|second| currency_before(chars, second.start)));
        if let Some((currency, from, to)) = found {
            let (start, end) = (first.start.min(from), last.end.max(to));
            let (low, high) = values(first, second);
            amounts.push(Amount { low, high, currency, start, end });
        }
        at += if second.is_some() { 2 } else { 1 };
    }
    amounts
}

/// `60–70k` is sixty to seventy thousand.
fn values(first: Number, second: Option<Number>) -> (u64, u64) {
    const K: u64 = 1000;
    let scaled = |number: Number, is_thousands: bool| {
        if is_thousands { number.value.saturating_mul(K) } else { number.value }
    };
    let Some(second) = second else {
        let value = scaled(first, first.is_thousands);
        return (value, value);
    };
    let first_is_thousands = first.is_thousands || (second.is_thousands && first.value < K);
    let (low, high) = (scaled(first, first_is_thousands), scaled(second, second.is_thousands));
    (low.min(high), high.max(low))
}

fn numbers(chars: &[char]) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if !c.is_ascii_digit() {
            at += 1;
            continue;
        }
        let is_inside =
            at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| c.is_alphabetic());
        let (number, end) = number(chars, at);
        // `R$` and `CHF80k` touch their number; `b2b` and `S3` are no amounts.
        if !is_inside || currency_before(chars, at).is_some() {
            numbers.extend(number);
        }
        at = end.max(at + 1);
    }
    numbers
}

/// Reads digits with marks between thousands, decimals, and a `k` behind.
fn number(chars: &[char], start: usize) -> (Option<Number>, usize) {
    const MOST_DIGITS: usize = 9;
    let mut digits = String::new();
    let mut at = start;
    while let Some(&c) = chars.get(at) {
        let group = || {
            (1..=3).all(|ahead| chars.get(at + ahead).is_some_and(char::is_ascii_digit))
                && !chars.get(at + 4).is_some_and(char::is_ascii_digit)
        };
        // Indian groups of two: `28,00,000`.
        let lakh = || {
            (1..=2).all(|ahead| chars.get(at + ahead).is_some_and(char::is_ascii_digit))
                && chars.get(at + 3) == Some(&',')
        };
        if c.is_ascii_digit() {
            digits.push(c);
            at += 1;
        } else if (matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}') && group())
            || (c == ',' && lakh())
        {
            at += 1;
        } else {
            break;
        }
    }
    // Decimals: whole amounts are enough, but `1.5k` is fifteen hundred.
    let mut tenth = 0;
    if matches!(chars.get(at), Some('.' | ',')) && chars.get(at + 1).is_some_and(char::is_ascii_digit) {
        tenth = chars.get(at + 1).and_then(|c| c.to_digit(10)).unwrap_or_default();
        at += 1;
        while chars.get(at).is_some_and(char::is_ascii_digit) {
            at += 1;
        }
    }
    let space = usize::from(chars.get(at) == Some(&' '));
    let is_k = matches!(chars.get(at + space), Some('k' | 'K'))
        && !chars.get(at + space + 1).is_some_and(|c| c.is_alphanumeric());
    let mil = [' ', 'm', 'i', 'l'].iter().enumerate().all(|(ahead, c)| chars.get(at + ahead) == Some(c))
        && !chars.get(at + 4).is_some_and(|c| c.is_alphabetic());
    let end = if is_k {
        at + space + 1
    } else if mil {
        at + 4
    } else {
        at
    };
    if digits.len() > MOST_DIGITS {
        return (None, end);
    }
    let Ok(value) = digits.parse::<u64>() else { return (None, end) };
    let is_thousands = is_k || mil;
    let number = if is_thousands && tenth > 0 {
        Number { value: value * 1000 + u64::from(tenth) * 100, is_thousands: false, start, end }
    } else {
        Number { value, is_thousands, start, end }
    };
    (Some(number), end)
}

/// Whether the characters between two numbers join them to a range: `–`, `to`, `bis`, with a currency at most.
fn is_range(chars: &[char], from: usize, to: usize) -> bool {
    const JOINS: [&str; 15] =
        ["-", "–", "—", "to", "bis", "à", "a", "and", "und", "até", "hasta", "et", "e", "y", "~"];
    const LONGEST: usize = 24;
    if to <= from || to - from > LONGEST {
        return false;
    }
    let mut between: String = chars.get(from..to).unwrap_or_default().iter().collect();
    for (sign, _) in CURRENCIES {
        between = between.replace(sign, " ");
    }
    JOINS.contains(&between.trim())
}

/// The currency right before an index, with the indices of its characters.
fn currency_before(chars: &[char], at: usize) -> Option<(&'static str, usize, usize)> {
    let end = chars.get(..at)?.iter().rposition(|c| !c.is_whitespace()).map(|last| last + 1)?;
    if at - end > 2 {
        return None;
    }
    CURRENCIES.iter().find_map(|(sign, code)| {
        let length = sign.chars().count();
        let start = end.checked_sub(length)?;
        let fits = chars.get(start..end)?.iter().copied().eq(sign.chars());
        let is_whole = !sign.chars().all(char::is_alphabetic)
            || !start.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| c.is_alphabetic());
        (fits && is_whole).then_some((*code, start, at))
    })
}

/// The currency right behind an index, with the indices of its characters.
fn currency_after(chars: &[char], at: usize) -> Option<(&'static str, usize, usize)> {
    let gap = chars.get(at..)?.iter().take_while(|c| c.is_whitespace()).count();
    if gap > 2 {
        return None;
    }
    let start = at + gap;
    CURRENCIES.iter().find_map(|(sign, code)| {
        let end = start + sign.chars().count();
        let fits = chars.get(start..end)?.iter().copied().eq(sign.chars());
        let is_whole =
            !sign.chars().all(char::is_alphabetic) || !chars.get(end).is_some_and(|c| c.is_alphabetic());
        // `€450` behind another number belongs to what follows it.
        let is_of_next = chars.get(end).is_some_and(char::is_ascii_digit);
        (fits && is_whole && !is_of_next).then_some((*code, at, end))
    })
}

#[cfg(test)]
mod tests {
    use super::amounts;

    fn read(text: &str) -> Vec<(u64, u64, &'static str)> {
        let chars: Vec<char> = text.chars().collect();
        amounts(&chars).into_iter().map(|amount| (amount.low, amount.high, amount.currency)).collect()
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, low, high, currency) in [
            ("$120k–150k + equity", 120_000, 150_000, "USD"),
            ("60.000 – 70.000 € brutto/Jahr", 60_000, 70_000, "EUR"),
            ("60–70k € p.a.", 60_000, 70_000, "EUR"),
            ("£450–£525 per day", 450, 525, "GBP"),
            ("CHF 110'000 bis CHF 130'000", 110_000, 130_000, "CHF"),
            ("16 000 – 21 000 PLN net", 16_000, 21_000, "PLN"),
            ("up to €95k", 95_000, 95_000, "EUR"),
            ("R$ 12.000 a R$ 15.000", 12_000, 15_000, "BRL"),
            ("entre 45 000 et 55 000 euros", 45_000, 55_000, "EUR"),
            ("$1.5k", 1_500, 1_500, "USD"),
            ("CA$ 98,500.00", 98_500, 98_500, "CAD"),
            ("INR 28,00,000 – 35,00,000 PER ANNUM", 2_800_000, 3_500_000, "INR"),
        ] {
            assert_eq!(read(text), [(low, high, currency)], "{text}");
        }
    }

    #[test]
    fn numbers_without_a_currency_are_no_amounts() {
        for text in
            ["5+ years, 24/7", "founded in 1998", "S3 and EC2", "B2B, 20 people", "9999999999999999999 €"]
        {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
