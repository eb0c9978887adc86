//! What every member may do here. Nobody may more than another; an allied person may less.

membership::powers! {
    // Own limits and visits.
    /// Saying one's own limits: hours, how often, days away.
    SetOwnLimits = "set_own_limits", EveryMember;
    /// Asking to be visited, and saying who, when, where; what one is named for by somebody else.
    AskVisits = "ask_visits", EveryMember;
    /// Going to see somebody who asked for it.
    Visit = "visit", EveryMember;
    /// Writing down what somebody asked for by telephone or on paper about visits to her.
    WriteVisits = "write_visits", EveryMember;
    /// Keeping the card of rights, with the day on which it was checked.
    KeepRightsCard = "keep_rights_card", EveryMember;
}
