//! Ways to reach a member, and what somebody may ask them for.

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContactKind {
    /// A telephone number.
    Phone,
    /// A mail address, which need not be the one she signs in with.
    Mail,
    /// A postal address.
    Post,
    /// Another way, in her words.
    Other,
}

impl ContactKind {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Mail, Self::Post, Self::Other];

    /// Its name in forms and translations (`contact-kind-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Post => "post",
            Self::Other => "other",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What somebody wants to reach another for, as she who is reached reads it. No words of one's own: nothing can be
/// said about her there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// To hear from her.
    News,
    /// About a task of the group.
    Task,
    /// To bring her something.
    Bring,
    /// To meet.
    Meet,
    /// To make a call of the phone tree, or to print the sheet for it. Asked for by no form.
    Chain,
    /// To make the call that she wished for instead of a visit. Asked for by no form.
    Visit,
}

impl Purpose {
    /// Those that somebody can ask for, in the order forms offer them.
    pub const ALL: [Self; 4] = [Self::News, Self::Task, Self::Bring, Self::Meet];
    /// Those that go with something else that somebody does.
    pub const OTHERS: [Self; 2] = [Self::Chain, Self::Visit];

    /// Its name in forms and translations (`contact-purpose-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Task => "task",
            Self::Bring => "bring",
            Self::Meet => "meet",
            Self::Chain => "chain",
            Self::Visit => "visit",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().chain(Self::OTHERS).find(|purpose| purpose.name() == name)
    }
}

/// People whose details one member may ask for in a day (`reliability T02`).
pub const READS_A_DAY: usize = 10;
/// Most ways to reach her that one person keeps here.
pub const MOST_POINTS: usize = 10;
/// Most characters of one of them: a postal address with how to ring.
pub const LONGEST: usize = 300;

/// Whether the details of one more person may be asked for today, after those of `asked` others. Asking for the
/// same person's once more takes nothing.
pub fn may_ask(asked: usize, asked_her_already: bool) -> bool {
    asked_her_already || asked < READS_A_DAY
}

/// Fewest digits of a telephone number.
const FEWEST_DIGITS: usize = 7;

/// What is dialled for a number: its digits, without the 1 that begins a North American one. None for words.
pub fn dialled(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    };
    (digits.len() >= FEWEST_DIGITS).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_with_other_signs_and_words_are_none() {
        for written in ["418 555-0133", "(418) 555-0133", "1 418 555 0133", "+1 418-555-0133"] {
            assert_eq!(dialled(written).as_deref(), Some("4185550133"), "{written}");
        }
        assert_ne!(dialled("418 555-0133 poste 2"), dialled("418 555-0133 poste 3"));
        assert_eq!(dialled("+33 1 23 45 67 89").as_deref(), Some("33123456789"));
        assert_eq!((dialled(""), dialled("voir Odile"), dialled("poste 12")), (None, None, None));
    }

    #[test]
    fn each_name_leads_back() {
        for kind in ContactKind::ALL {
            assert_eq!(ContactKind::named(kind.name()), Some(kind));
        }
        for purpose in Purpose::ALL.into_iter().chain(Purpose::OTHERS) {
            assert_eq!(Purpose::named(purpose.name()), Some(purpose));
        }
        assert_eq!((ContactKind::named(""), Purpose::named("")), (None, None));
    }

    #[test]
    fn the_eleventh_person_waits_until_tomorrow() {
        assert!(may_ask(9, false));
        assert!(!may_ask(10, false));
        assert!(may_ask(10, true));
    }
}
