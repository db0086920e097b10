//! Job ads: those that are kept are read when the Toolkit is first opened, and each change of them is saved by the shell.

use super::App;
use crate::profile::ads::{AdChange, KeptAd};
use crate::report::pages::capitalised;
use crate::resume::kept::Kept;
use crate::tui::forms::ad;
use crate::tui::outcome::Effect;

impl App {
    /// Asks for the kept ads where the screen in view needs them. The person of the sample has none.
    pub(super) fn wish_for_ads(&mut self) -> Option<Effect> {
        if !self.screens.get(self.shown()).needs_ads(&self.session) {
            return None;
        }
        if self.first_visit.is_sample() {
            self.session.take_resume(Kept::default());
            let held = self.session.ads().unwrap_or_default().iter().map(|read| read.kept.clone()).collect();
            self.take_ads(held);
            return None;
        }
        Some(Effect::ReadAds)
    }

    /// Makes a change of the kept ads. Returns what is to be saved; nothing while the sample is looked at.
    pub(super) fn change_ads(&mut self, change: AdChange) -> Option<Effect> {
        let place = self.screens.toolkit.place(&self.session);
        let _read_before = self.session.change_ads(&change);
        self.screens.toolkit.ads_changed(place, Some(&change), &self.session);
        (!self.first_visit.is_sample()).then_some(Effect::ChangeAds(change))
    }

    /// Takes the résumé that is kept, as it was read with the ads.
    pub fn resume_read(&mut self, resume: Kept) {
        self.session.take_resume(resume);
    }

    /// Takes the kept ads as they were read, with the changes on top that are not in the files yet. The second part is what is wrong
    /// with those that can't be read. Where none can be read the program goes on without them.
    pub fn ads_read(&mut self, result: Result<(Vec<KeptAd>, Vec<String>), String>, unsaved: &[AdChange]) {
        let (mut kept, mut problems) = result.unwrap_or_else(|problem| {
            (Vec::new(), vec![format!("the kept job ads are left out: {problem}")])
        });
        let today = self.session.today();
        unsaved.iter().for_each(|change| change.apply_to(&mut kept, today));
        problems.extend(self.take_ads(kept));
        if let Some(news) = self.screens.toolkit.news(problems) {
            self.announce(news);
        }
    }

    fn take_ads(&mut self, kept: Vec<KeptAd>) -> Vec<String> {
        let place = self.screens.toolkit.place(&self.session);
        let problems = self.session.take_ads(kept);
        self.screens.toolkit.ads_changed(place, None, &self.session);
        problems
    }

    /// What became of the file with an ad: the ad is shown, or it is said what is wrong and asked again.
    pub fn ad_opened(&mut self, file: &str, read: Result<Vec<u8>, String>) -> Vec<Effect> {
        match read.and_then(|bytes| ad::take(&bytes, &self.session)) {
            Ok(outcome) => self.carry_out(outcome),
            Err(problem) => {
                self.dialogs.push(ad::ask_file(file, Some(&problem)).into());
                Vec::new()
            }
        }
    }

    /// What became of changes of the kept ads.
    pub fn ads_saved(&mut self, result: Result<(), String>) {
        match result {
            Ok(()) => self.say_saved(),
            Err(problem) => {
                self.warn(format!(
                    "Not saved: {problem}. Your job ads are kept here, and coach tries again."
                ));
            }
        }
    }

    /// A change that can't be made, however often it is tried: an ad that was to be kept is in hand again, and it is said why. The shell
    /// hands in the ads as their files have them.
    pub fn ad_refused(&mut self, change: &AdChange, problem: &str) {
        let place = self.screens.toolkit.place(&self.session);
        self.screens.toolkit.take_back(change, &self.session);
        if let AdChange::Keep { name, .. } = change {
            let others = self.session.ads().unwrap_or_default().iter().map(|read| read.kept.clone());
            let others = others.filter(|kept| kept.name != *name).collect();
            let _read_before = self.session.take_ads(others);
        }
        self.screens.toolkit.ads_changed(place, None, &self.session);
        self.announce(format!("Not saved: {}.", capitalised(problem)));
    }
}
