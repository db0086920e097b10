//! The case behind a proof, told so that an interviewer could ask about it.

/// A case. A text is what was done; parts say also what was needed before and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Story {
    /// What was done.
    Text(String),
    /// The parts of it; at least one is there.
    Parts {
        /// What was needed, and why.
        situation: Option<String>,
        /// What the person did.
        action: Option<String>,
        /// What came of it.
        result: Option<String>,
    },
}

impl Story {
    /// A story of parts; `None` where all are missing or empty.
    #[must_use]
    pub fn parts(situation: Option<String>, action: Option<String>, result: Option<String>) -> Option<Self> {
        let [situation, action, result] =
            [situation, action, result].map(|part| part.filter(|text| !text.trim().is_empty()));
        let is_told = situation.is_some() || action.is_some() || result.is_some();
        is_told.then_some(Self::Parts { situation, action, result })
    }

    /// What was needed.
    #[must_use]
    pub fn situation(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Parts { situation, .. } => situation.as_deref(),
        }
    }

    /// What the person did.
    #[must_use]
    pub fn action(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Parts { action, .. } => action.as_deref(),
        }
    }

    /// What came of it.
    #[must_use]
    pub fn result(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Parts { result, .. } => result.as_deref(),
        }
    }

    /// The parts that are there, with their names.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = [("situation", self.situation()), ("action", self.action()), ("result", self.result())];
        parts.into_iter().filter_map(|(name, text)| Some((name, text?)))
    }

    /// The whole of it as sentences.
    #[must_use]
    pub fn text(&self) -> String {
        let parts: Vec<String> = self.named().map(|(_, text)| text.trim().to_owned()).collect();
        match &parts[..] {
            [only] => only.clone(),
            parts => parts.iter().map(|part| sentence(part)).collect::<Vec<_>>().join(" "),
        }
    }
}

/// A text with a sign at its end.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…', ':']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
