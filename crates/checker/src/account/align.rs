//! Lays a brand's letters along those of a name, from its first letter onwards or from its last one backwards, with as few
//! differences as there may be.

use std::cmp::Reverse;

use super::{
    brand::Letter,
    keyboard::neighbours,
    lookalike::{alike, heard_alike, is_unknown, joined},
    sign::{Gap, Sign},
};

/// How far a name is from a brand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    /// Slips of the finger or of spelling: a letter more, less, for another, two in the wrong order.
    pub slips: u8,
    /// Latin letters that look like the right ones: `rn` for m.
    pub looks: u8,
}

/// A brand's letters beside a name's.
pub(super) struct Align<'a> {
    /// The brand.
    pub letters: &'a [Letter],
    /// The name.
    pub signs: &'a [Sign],
    /// Whether both are read from their ends.
    pub back: bool,
    /// No more than this.
    pub most: Cost,
}

/// A step to take: letters and signs that were read, and what it cost so far.
type Step = (usize, usize, Cost);

impl Align<'_> {
    /// How many signs from `anchor` on are the brand, and what it costs to say so. Read backwards, the signs before `anchor` are
    /// meant.
    pub fn from(&self, anchor: usize) -> Option<(usize, Cost)> {
        self.go(anchor, (0, 0, Cost::default()))
    }

    fn go(&self, anchor: usize, (mut letter, mut sign, cost): Step) -> Option<(usize, Cost)> {
        while let Some(wanted) = self.letter(letter) {
            if !self.sign(anchor, sign).is_some_and(|seen| seen.fits(wanted.c) && seen.run >= wanted.run) {
                let steps = self.steps(anchor, letter, sign, cost).into_iter().flatten();
                let fair = steps.filter(|(.., cost)| cost.slips <= self.most.slips && cost.looks <= self.most.looks);
                return fair
                    .filter_map(|step| self.go(anchor, step))
                    .min_by_key(|(length, cost)| (self.is_loose(anchor, *length), *cost, Reverse(*length)));
            }
            (letter, sign) = (letter + 1, sign + 1);
        }
        Some((sign, cost))
    }

    /// What may have happened where a sign is not the letter that is wanted.
    fn steps(&self, anchor: usize, letter: usize, sign: usize, cost: Cost) -> [Option<Step>; 10] {
        let slip = Cost { slips: cost.slips + 1, ..cost };
        let look = Cost { looks: cost.looks + 1, ..cost };
        let wanted = self.letter(letter).map(|letter| letter.c);
        let seen = self.sign(anchor, sign);
        let next = self.sign(anchor, sign + 1);
        let c = |sign: Option<&Sign>| sign.map(|sign| sign.c);
        let pair = |fits: fn(char, char) -> bool| wanted.zip(c(seen)).is_some_and(|(a, b)| fits(a, b));
        let swapped = self.letter(letter + 1).zip(seen).is_some_and(|(letter, sign)| sign.fits(letter.c))
            && wanted.zip(next).is_some_and(|(letter, sign)| sign.fits(letter));
        [
            seen.filter(|sign| sign.soft).map(|_| (letter, sign + 1, cost)),
            self.is_shared(anchor, letter, sign).then_some((letter + 1, sign, cost)),
            self.is_joined(wanted, seen, next).then_some((letter + 1, sign + 2, look)),
            pair(|letter, sign| alike(letter, sign) || is_unknown(sign)).then_some((letter + 1, sign + 1, look)),
            swapped.then(|| (letter + 2, sign + 2 + self.second_of(anchor, letter + 1, sign + 2), slip)),
            pair(|a, b| a == b || neighbours(a, b) || heard_alike(a, b)).then_some((letter + 1, sign + 1, slip)),
            Some((letter + 1, sign, slip)),
            (sign > 0 && seen.is_some()).then_some((letter, sign + 1, slip)),
            self.is_half_doubled(anchor, letter, sign).then_some((letter + 1, sign + 2, slip)),
            self.is_parted(anchor, letter, sign).then_some((letter + 1, sign + 3, slip)),
        ]
    }

    /// Whether the sign before is a stretched one that stands for this letter too: `starroad`, or `zaav` of zahav.
    fn is_shared(&self, anchor: usize, letter: usize, sign: usize) -> bool {
        let before = sign.checked_sub(1).and_then(|at| self.sign(anchor, at));
        before.zip(self.letter(letter)).is_some_and(|(sign, letter)| sign.run > 1 && sign.fits(letter.c))
    }

    /// Whether the brand would end, or begin, inside a word.
    fn is_loose(&self, anchor: usize, length: usize) -> bool {
        let outside = self.sign(anchor, length);
        let outer = if self.back { length.checked_sub(1).and_then(|at| self.sign(anchor, at)) } else { outside };
        outside.is_some() && outer.is_some_and(|sign| sign.gap == Gap::None)
    }

    /// Whether one of two letters that the brand has in a row is another one: `busineas`.
    fn is_half_doubled(&self, anchor: usize, letter: usize, sign: usize) -> bool {
        let pair = self.sign(anchor, sign).zip(self.sign(anchor, sign + 1));
        let wanted = self.letter(letter).filter(|letter| letter.run > 1);
        pair.zip(wanted).is_some_and(|((one, other), wanted)| {
            (one.fits(wanted.c) || other.fits(wanted.c)) && one.gap == Gap::None && other.gap == Gap::None
        })
    }

    /// Whether another letter stands between two that the brand has in a row: `businesas`.
    fn is_parted(&self, anchor: usize, letter: usize, sign: usize) -> bool {
        let pair = self.sign(anchor, sign).zip(self.sign(anchor, sign + 2));
        let wanted = self.letter(letter).filter(|letter| letter.run > 1);
        pair.zip(wanted).is_some_and(|((one, other), wanted)| one.fits(wanted.c) && other.fits(wanted.c))
    }

    /// How many signs are the second of two letters that the brand has in a row.
    fn second_of(&self, anchor: usize, letter: usize, sign: usize) -> usize {
        let pair = self.letter(letter).filter(|letter| letter.run > 1).zip(self.sign(anchor, sign));
        usize::from(pair.is_some_and(|(letter, sign)| sign.fits(letter.c)))
    }

    fn is_joined(&self, wanted: Option<char>, first: Option<&Sign>, second: Option<&Sign>) -> bool {
        let (first, second) = if self.back { (second, first) } else { (first, second) };
        first.zip(second).zip(wanted).is_some_and(|((first, second), wanted)| {
            joined(wanted).any(|two| two.chars().zip([first, second]).all(|(letter, sign)| sign.fits(letter)))
        })
    }

    fn letter(&self, at: usize) -> Option<&Letter> {
        let at = if self.back { self.letters.len().checked_sub(at + 1)? } else { at };
        self.letters.get(at)
    }

    fn sign(&self, anchor: usize, at: usize) -> Option<&Sign> {
        let at = if self.back { anchor.checked_sub(at + 1)? } else { anchor + at };
        self.signs.get(at)
    }
}
