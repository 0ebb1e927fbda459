//! How a name uses a brand: a closed set, told to people by the sentences `saw-brand-…` of `_locales`.

/// How a name uses a brand; where several would do, the first that holds, from the last one up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The whole name is the brand, but for capitals and what stands between words.
    Exact,
    /// The brand is a part of the name.
    Within,
    /// Blanks, marks or emoji stand between its letters: `g.o.l.d.y`.
    Spaced,
    /// Letters are repeated: `goldyyy`.
    Repeated,
    /// Characters that are not seen stand between its letters, marks over them, or a control turns them round.
    Hidden,
    /// Digits or signs stand for letters: `g0ldy`.
    Digits,
    /// Letters that look alike stand for others: a Cyrillic о, fullwidth letters, `rn` for m.
    LookAlike,
    /// A letter more, less or for another, or two in the wrong order.
    Slip,
    /// In the letters of another script, or spelled as it sounds.
    Sound,
    /// Its words in another order.
    Order,
    /// Typed while the other language was on.
    Keyboard,
}

impl How {
    /// Every one.
    pub const ALL: [Self; 11] = [
        Self::Exact,
        Self::Within,
        Self::Spaced,
        Self::Repeated,
        Self::Hidden,
        Self::Digits,
        Self::LookAlike,
        Self::Slip,
        Self::Sound,
        Self::Order,
        Self::Keyboard,
    ];

    /// As programs read it, and as the key of the sentence ends: `look-alike`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Within => "within",
            Self::Spaced => "spaced",
            Self::Repeated => "repeated",
            Self::Hidden => "hidden",
            Self::Digits => "digits",
            Self::LookAlike => "look-alike",
            Self::Slip => "slip",
            Self::Sound => "sound",
            Self::Order => "order",
            Self::Keyboard => "keyboard",
        }
    }
}
