//! Job ads beside the person. The kept ones are handed in by whoever holds the session, as it touches no file.

use super::Session;
use crate::ad::{Ad, AdText, AdTextError, Need, VocabularyError};
use crate::coach::matching::{Demand, Match, demand};
use crate::profile::ads::{AdChange, AdState, KeptAd};
use crate::profile::story::Story;
use crate::resume::kept::Kept;
use std::collections::HashSet;

/// From so many open ads on, what several of them ask for says something.
const TELLING: usize = 2;

/// What an ad says, and how it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// What it says.
    pub ad: Ad,
    /// How it fits.
    pub matched: Match,
    /// The words of the ad that the person uses too, about themselves.
    pub words: Vec<String>,
}

/// A kept ad, as it is read and compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAd {
    /// The ad as kept.
    pub kept: KeptAd,
    /// What it says, and how it fits.
    pub fit: Fit,
}

impl ReadAd {
    /// Whether the application isn't over.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.kept.state != AdState::Closed
    }
}

/// What several kept ads ask for that aren't closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdsDemand {
    /// How many ads aren't closed.
    pub open: usize,
    /// The skills that several of them ask for, those that most ask for first.
    pub skills: Vec<Demand>,
}

impl AdsDemand {
    /// Whether there are enough ads to say something.
    #[must_use]
    pub const fn is_telling(&self) -> bool {
        self.open >= TELLING && !self.skills.is_empty()
    }
}

/// The kept ads as they were read.
#[derive(Debug, Default)]
pub struct Ads {
    read: Vec<ReadAd>,
    demand: AdsDemand,
}

/// Why an ad can't be read.
#[derive(Debug, thiserror::Error)]
pub enum UnreadAd {
    /// Its text is no ad.
    #[error(transparent)]
    Text(#[from] AdTextError),
    /// The words inside the program are damaged.
    #[error(transparent)]
    Words(#[from] VocabularyError),
}

impl Session {
    /// Reads an ad and compares it with the ratings.
    ///
    /// # Errors
    /// As for [`Session::vocabulary`].
    pub fn fit(&self, ad: Ad) -> Result<Fit, VocabularyError> {
        let matched = self.match_ad(&ad);
        let words = self.words_in_common(&ad, "")?;
        Ok(Fit { ad, matched, words })
    }

    /// Reads kept ads and compares each with the ratings. The second answer is what is wrong with those that are left out, a sentence
    /// without its end each.
    #[must_use]
    pub fn read_ads(&self, kept: Vec<KeptAd>) -> (Vec<ReadAd>, Vec<String>) {
        let mut problems = Vec::new();
        let mut read = Vec::new();
        for kept in kept {
            match self.read_kept(&kept) {
                Ok(fit) => read.push(ReadAd { kept, fit }),
                Err(problem) => problems.push(format!("{}: {problem}", kept.name)),
            }
        }
        (read, problems)
    }

    fn read_kept(&self, kept: &KeptAd) -> Result<Fit, UnreadAd> {
        let known = self.ads().unwrap_or_default().iter().find(|read| read.kept.text == kept.text);
        if let Some(known) = known {
            return Ok(known.fit.clone());
        }
        let text = AdText::decode(kept.text.as_bytes())?;
        Ok(self.fit(self.read_ad(&text)?)?)
    }

    /// Takes the kept ads as they were read. The answer is what is wrong with those that are left out.
    pub fn take_ads(&mut self, kept: Vec<KeptAd>) -> Vec<String> {
        let (read, problems) = self.read_ads(kept);
        self.ads = Some(Ads::of(read));
        problems
    }

    /// Takes the résumé that is kept, as it was read; an empty one where there is none.
    pub fn take_resume(&mut self, resume: Kept) {
        self.resume = Some(resume);
    }

    /// The résumé that is kept; nothing where it hasn't been read.
    #[must_use]
    pub const fn resume(&self) -> Option<&Kept> {
        self.resume.as_ref()
    }

    /// Forgets the kept ads and the résumé: they are somebody else's.
    pub fn forget_ads(&mut self) {
        self.ads = None;
        self.resume = None;
    }

    /// The kept ads, in alphabetical order; nothing where they haven't been read.
    #[must_use]
    pub fn ads(&self) -> Option<&[ReadAd]> {
        self.ads.as_ref().map(|ads| &ads.read[..])
    }

    /// What several kept ads ask for; nothing where they haven't been read.
    #[must_use]
    pub fn ads_demand(&self) -> Option<&AdsDemand> {
        self.ads.as_ref().map(|ads| &ads.demand)
    }

    /// Makes a change of the kept ads in memory. The answer is what is wrong, where an ad can't be read.
    pub fn change_ads(&mut self, change: &AdChange) -> Vec<String> {
        // Where they haven't been read, they will be with this change on top.
        let Some(read) = self.ads() else { return Vec::new() };
        let mut kept: Vec<KeptAd> = read.iter().map(|read| read.kept.clone()).collect();
        change.apply_to(&mut kept, self.today());
        self.take_ads(kept)
    }

    /// Compares the kept ads anew, after the ratings have changed.
    pub(super) fn compare_ads_anew(&mut self) {
        let Some(mut ads) = self.ads.take() else { return };
        // Whoever has read an ad has read the words: they aren't damaged.
        let own = self.own_words("").unwrap_or_default();
        for ReadAd { fit, .. } in &mut ads.read {
            fit.matched = self.match_ad(&fit.ad);
            fit.words = in_common(&fit.ad, &own);
        }
        self.ads = Some(ads);
    }

    /// The words of an ad that the person uses too, about themselves: a résumé can carry them, because they are true. `resume` is
    /// what a résumé says, where there is one.
    ///
    /// # Errors
    /// As for [`Session::vocabulary`].
    pub fn words_in_common(&self, ad: &Ad, resume: &str) -> Result<Vec<String>, VocabularyError> {
        Ok(in_common(ad, &self.own_words(resume)?))
    }

    /// The names of skills that the person uses about themselves, in small letters.
    fn own_words(&self, resume: &str) -> Result<HashSet<String>, VocabularyError> {
        let profile = self.profile();
        let mut own = vec![resume.to_owned()];
        own.extend(profile.about.entries().map(|(_, words)| words.to_owned()));
        own.extend(profile.ratings.0.values().filter_map(|rated| rated.note.clone()));
        own.extend(profile.proofs.iter().map(|proof| {
            format!("{}\n{}", proof.title, proof.story.as_ref().map(Story::text).unwrap_or_default())
        }));
        let own = self.vocabulary()?.named_in(&own.join("\n"));
        Ok(own.iter().map(|named| named.text.to_lowercase()).collect())
    }
}

fn in_common(ad: &Ad, own: &HashSet<String>) -> Vec<String> {
    let asked = ad.findings.iter().filter(|finding| finding.need != Need::Mentioned);
    let mut common: Vec<String> = Vec::new();
    for passage in asked.flat_map(|finding| &finding.passages) {
        let low = passage.text.to_lowercase();
        if own.contains(&low) && common.iter().all(|other| other.to_lowercase() != low) {
            common.push(passage.text.clone());
        }
    }
    common
}

impl Ads {
    fn of(read: Vec<ReadAd>) -> Self {
        Self { demand: demand_of(&read), read }
    }
}

/// What several ads ask for that aren't closed.
#[must_use]
pub fn demand_of(ads: &[ReadAd]) -> AdsDemand {
    let open: Vec<Ad> = ads.iter().filter(|ad| ad.is_open()).map(|read| read.fit.ad.clone()).collect();
    AdsDemand { open: open.len(), skills: demand(&open) }
}
