//! Where a person stands in the group. There is one kind of member; every other word here only takes away.

/// A person's standing. Nobody is made quiet or dormant by silence (ruling 10): there is no word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A member.
    Active,
    /// A member on pause: nothing is asked of her, she counts in no base unless she acts, and she keeps
    /// everything, her vote too (`domain A8`, ruling 5).
    Paused,
    /// An allied person, paid or not, who is not a member: she reads, and speaks where the charter lets her
    /// (`domain A14`).
    Ally,
    /// Removed by a decision, until a day: she reads what is kept about her, and what the decision says.
    Excluded,
    /// Gone by her own act. Nothing of her is left but an empty row that others refer to.
    Left,
}

impl Standing {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::Active, Self::Paused, Self::Ally, Self::Excluded, Self::Left];

    /// Whether she is a member, with all that every member may do.
    pub const fn is_member(self) -> bool {
        match self {
            Self::Active | Self::Paused => true,
            Self::Ally | Self::Excluded | Self::Left => false,
        }
    }

    /// Whether she reads the group's pages.
    pub const fn reads(self) -> bool {
        match self {
            Self::Active | Self::Paused | Self::Ally => true,
            Self::Excluded | Self::Left => false,
        }
    }

    /// Whether she has a way in, if only to what is kept about her.
    pub const fn comes_in(self) -> bool {
        match self {
            Self::Active | Self::Paused | Self::Ally | Self::Excluded => true,
            Self::Left => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_only_takes_away_from_being_a_member() {
        for standing in Standing::ALL {
            assert!(!standing.is_member() || standing.reads());
            assert!(!standing.reads() || standing.comes_in());
        }
    }
}
