//! The cheapest way to bring a sum up to a mark with one offer for each item: a knapsack problem, solved exactly.
//!
//! Only sums that nothing cheaper reaches are kept, and only while the rest could still end below a known solution. The bound for
//! the rest is the solution with fractions of offers, which takes steps by price; little remains to be tried.

use std::cmp::Reverse;

/// A choice for an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Its position among all choices of the item.
    pub nth: usize,
    /// Its cost.
    pub cost: u64,
    /// What it adds to the sum.
    pub value: u64,
}

/// The lowest cost at which the values come up to `needed`, and the position of the offer taken for each item. `None` where nothing
/// does, or an item has no offer.
pub fn cheapest(items: &[Vec<Offer>], needed: u64) -> Option<(u64, Vec<usize>)> {
    let items: Vec<Vec<Offer>> = items.iter().map(|offers| undominated(offers)).collect();
    if items.iter().any(Vec::is_empty) {
        return None;
    }
    let rest = Rest::new(&items);
    let limit = rest.of(0).whole_steps(needed)?;
    let mut stages: Vec<Vec<State>> = vec![vec![State { cost: 0, value: 0, before: 0, nth: 0 }]];
    for (at, offers) in items.iter().enumerate() {
        let rest = rest.of(at + 1);
        let mut states = Vec::new();
        for (before, state) in stages.last()?.iter().enumerate() {
            for offer in offers {
                let value = (state.value + offer.value).min(needed);
                let cost = state.cost + offer.cost;
                if rest.with_fractions(needed - value).is_some_and(|more| cost + more <= limit) {
                    states.push(State { cost, value, before, nth: offer.nth });
                }
            }
        }
        stages.push(best_of(states));
    }
    // Of the states that reach the mark only one is left: the cheapest.
    let mut at = stages.last()?.iter().position(|state| state.value == needed)?;
    let cost = stages.last()?.get(at)?.cost;
    let mut picks = Vec::with_capacity(items.len());
    for stage in stages.get(1..)?.iter().rev() {
        let state = stage.get(at)?;
        picks.push(state.nth);
        at = state.before;
    }
    picks.reverse();
    Some((cost, picks))
}

/// A sum reached with the first items.
struct State {
    cost: u64,
    value: u64,
    /// The position of the state before it.
    before: usize,
    /// The offer taken.
    nth: usize,
}

/// The states that no cheaper one reaches or exceeds.
fn best_of(mut states: Vec<State>) -> Vec<State> {
    states.sort_by_key(|state| (state.cost, Reverse(state.value)));
    let mut most = None;
    states.retain(|state| {
        let is_better = most.is_none_or(|most| state.value > most);
        if is_better {
            most = Some(state.value);
        }
        is_better
    });
    states
}

/// The offers that no cheaper one reaches or exceeds, from the cheapest up.
fn undominated(offers: &[Offer]) -> Vec<Offer> {
    let mut offers = offers.to_vec();
    offers.sort_by_key(|offer| (offer.cost, Reverse(offer.value)));
    let mut kept: Vec<Offer> = Vec::new();
    for offer in offers {
        if kept.last().is_none_or(|before| offer.value > before.value) {
            kept.push(offer);
        }
    }
    kept
}

/// A step from one offer of an item to a better one.
#[derive(Clone, Copy)]
struct PriceStep {
    item: usize,
    cost: u64,
    value: u64,
}

/// For each position, the items from there on, as a solution with fractions sees them.
struct Rest(Vec<Bound>);

/// What some items cost at least.
struct Bound {
    /// The cost and the value of the cheapest offers.
    base: (u64, u64),
    /// The steps up from them, the lowest price first, with the cost and the value of all steps before.
    steps: Vec<(PriceStep, u64, u64)>,
}

impl Rest {
    fn new(items: &[Vec<Offer>]) -> Self {
        let mut steps: Vec<PriceStep> =
            items.iter().enumerate().flat_map(|(item, offers)| convex_steps(item, offers)).collect();
        // By price, in whole numbers: a / b < c / d.
        steps.sort_by(|a, b| {
            (u128::from(a.cost) * u128::from(b.value)).cmp(&(u128::from(b.cost) * u128::from(a.value)))
        });
        Self((0..=items.len()).map(|from| Bound::new(items, &steps, from)).collect())
    }

    fn of(&self, from: usize) -> &Bound {
        &self.0[from.min(self.0.len() - 1)]
    }
}

impl Bound {
    fn new(items: &[Vec<Offer>], steps: &[PriceStep], from: usize) -> Self {
        let firsts = items.iter().skip(from).filter_map(|offers| offers.first());
        let base = firsts.fold((0, 0), |(cost, value), offer| (cost + offer.cost, value + offer.value));
        let mut before = (0, 0);
        let steps = steps.iter().filter(|step| step.item >= from).map(|step| {
            let (cost, value) = before;
            before = (cost + step.cost, value + step.value);
            (*step, cost, value)
        });
        Self { base, steps: steps.collect() }
    }

    /// The cost of the steps that add `missing` to the cheapest offers, the last one taken whole or by its fraction.
    fn cost(&self, missing: u64, last: impl Fn(PriceStep, u64) -> u64) -> Option<u64> {
        let missing = missing.saturating_sub(self.base.1);
        if missing == 0 {
            return Some(self.base.0);
        }
        let after = self.steps.partition_point(|(step, _, value)| value + step.value < missing);
        let (step, cost, value) = self.steps.get(after)?;
        Some(self.base.0 + cost + last(*step, missing - value))
    }

    /// The cost of a solution that is easy to find.
    fn whole_steps(&self, missing: u64) -> Option<u64> {
        self.cost(missing, |step, _| step.cost)
    }

    /// What any solution costs at least.
    fn with_fractions(&self, missing: u64) -> Option<u64> {
        self.cost(missing, |step, part| {
            let cost = u128::from(step.cost) * u128::from(part) / u128::from(step.value.max(1));
            u64::try_from(cost).unwrap_or(step.cost)
        })
    }
}

/// The steps from offer to offer along the lower hull of an item's costs: their price never falls.
fn convex_steps(item: usize, offers: &[Offer]) -> Vec<PriceStep> {
    let mut steps: Vec<PriceStep> = Vec::new();
    for (before, offer) in offers.iter().zip(offers.iter().skip(1)) {
        let mut step = PriceStep { item, cost: offer.cost - before.cost, value: offer.value - before.value };
        while let Some(last) = steps.last().copied()
            && u128::from(last.cost) * u128::from(step.value)
                >= u128::from(step.cost) * u128::from(last.value)
        {
            steps.pop();
            step.cost += last.cost;
            step.value += last.value;
        }
        steps.push(step);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every combination, tried.
    fn by_trying(items: &[Vec<Offer>], needed: u64) -> Option<u64> {
        let mut sums = vec![(0, 0)];
        for offers in items {
            sums = sums
                .iter()
                .flat_map(|(cost, value)| {
                    offers.iter().map(move |offer| (cost + offer.cost, value + offer.value))
                })
                .collect();
        }
        sums.into_iter().filter(|(_, value)| *value >= needed).map(|(cost, _)| cost).min()
    }

    proptest! {
        #[test]
        fn is_the_cheapest_of_all(
            items in prop::collection::vec(prop::collection::vec((0_u64..40, 0_u64..20), 0..4), 0..6),
            needed in 0_u64..60,
        ) {
            let items: Vec<Vec<Offer>> = items
                .into_iter()
                .map(|offers| {
                    let offer = |(nth, (cost, value))| Offer { nth, cost, value };
                    offers.into_iter().enumerate().map(offer).collect()
                })
                .collect();
            let found = cheapest(&items, needed);
            prop_assert_eq!(found.as_ref().map(|(cost, _)| *cost), by_trying(&items, needed));
            if let Some((cost, picks)) = found {
                let taken = || items.iter().zip(&picks).map(|(offers, nth)| offers[*nth]);
                prop_assert_eq!(taken().map(|offer| offer.cost).sum::<u64>(), cost);
                prop_assert!(taken().map(|offer| offer.value).sum::<u64>() >= needed);
            }
        }
    }
}
