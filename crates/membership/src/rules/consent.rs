//! What somebody may say yes to, one use at a time. Nothing is a yes until she says so (`mutual-aid` M5; Quebec,
//! Act respecting the protection of personal information in the private sector, s. 14).
//!
//! A way to reach her is not here: each of them carries its own yes.

/// One use of somebody's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// Mail that says there is news.
    NewsByMail,
    /// Being offered two people to find her way with.
    BeWelcomed,
    /// Being offered to newcomers.
    WelcomeOthers,
    /// Her name on the list that members print.
    PrintedList,
    // The phone tree.
    /// Being called in a chain of calls, at the number she chose for it.
    BeCalled,
    /// Calling others in a chain of calls.
    CallOthers,
    /// Being one of the first called.
    BeStarter,
    /// Being called at night too, when it is urgent.
    NightUrgent,
    // Listening.
    /// Being there for whoever calls, her number shown while she is.
    Listen,
    /// Being listened to by those who are there.
    BeListened,
    // Visits.
    /// Being asked to visit somebody.
    Visit,
    /// Being visited.
    BeVisited,
}

impl Use {
    /// Every one, in the order forms ask for them.
    pub const ALL: [Self; 12] = [
        Self::NewsByMail,
        Self::BeWelcomed,
        Self::WelcomeOthers,
        Self::PrintedList,
        Self::BeCalled,
        Self::CallOthers,
        Self::BeStarter,
        Self::NightUrgent,
        Self::Listen,
        Self::BeListened,
        Self::Visit,
        Self::BeVisited,
    ];
    /// Those of the phone tree, which have a page of their own too.
    pub const CALLS: [Self; 4] = [Self::BeCalled, Self::CallOthers, Self::BeStarter, Self::NightUrgent];

    /// Its name in the store, in forms and in translations (`yes-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewsByMail => "news_by_mail",
            Self::BeWelcomed => "be_welcomed",
            Self::WelcomeOthers => "welcome_others",
            Self::PrintedList => "printed_list",
            Self::BeCalled => "be_called",
            Self::CallOthers => "call_others",
            Self::BeStarter => "be_starter",
            Self::NightUrgent => "night_urgent",
            Self::Listen => "listen",
            Self::BeListened => "be_listened",
            Self::Visit => "visit",
            Self::BeVisited => "be_visited",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The version of the words that are shown when it is asked: another text is another question, and the yes
    /// to the first one is no yes to the second.
    pub const fn words_version(self) -> i32 {
        match self {
            Self::NewsByMail | Self::BeWelcomed | Self::WelcomeOthers | Self::PrintedList => 1,
            Self::BeCalled | Self::CallOthers | Self::BeStarter | Self::NightUrgent => 1,
            Self::Listen | Self::BeListened => 1,
            Self::Visit | Self::BeVisited => 1,
        }
    }
}

/// How a yes or a no came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// On a page of this tool, by herself.
    Screen,
    /// On paper.
    Paper,
    /// By telephone, or by word of mouth.
    Phone,
}

impl Channel {
    /// The ways in which somebody else writes it down for her.
    pub const BY_ANOTHER: [Self; 2] = [Self::Paper, Self::Phone];

    /// Its name in forms and translations (`channel-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Paper => "paper",
            Self::Phone => "phone",
        }
    }

    /// The one of that name in which somebody else writes for her.
    pub fn by_another(name: &str) -> Option<Self> {
        Self::BY_ANOTHER.into_iter().find(|channel| channel.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_leads_back_and_fits_its_column() {
        for one in Use::ALL {
            assert_eq!(Use::named(one.name()), Some(one));
            assert!(one.name().len() <= 32 && one.words_version() >= 1);
        }
        assert_eq!(Use::named("everything"), None);
        assert_eq!(Channel::by_another("screen"), None, "nobody clicks for somebody else");
        assert_eq!(Channel::by_another("paper"), Some(Channel::Paper));
    }
}
