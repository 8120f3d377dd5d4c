//! Anchors other than the breath: for some, the breath is not a safe place for the attention (Treleaven 2018).

/// What the attention rests on in place of the breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The hands.
    Hands,
    /// The seat, the floor, the bed.
    Contact,
    /// Sounds around.
    Sounds,
    /// Something to look at.
    Sights,
}

impl Anchor {
    /// All of them.
    pub const ALL: [Anchor; 4] = [Anchor::Hands, Anchor::Contact, Anchor::Sounds, Anchor::Sights];

    /// As written in a profile and in the phrase files.
    pub fn as_str(self) -> &'static str {
        match self {
            Anchor::Hands => "hands",
            Anchor::Contact => "contact",
            Anchor::Sounds => "sounds",
            Anchor::Sights => "sights",
        }
    }

    /// The anchor of this name.
    pub fn named(name: &str) -> Option<Anchor> {
        Anchor::ALL.into_iter().find(|anchor| anchor.as_str() == name)
    }
}
