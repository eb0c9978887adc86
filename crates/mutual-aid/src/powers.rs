//! What every member may do here. Nobody may more than another; an allied person may less.

membership::powers! {
    // The phone tree.
    /// Starting a chain of calls.
    StartChain = "start_chain", EveryMember;
    /// Making the calls of a chain, and everything that goes with them.
    TakePartInChain = "take_part_in_chain", EveryMember;
    /// Drawing the phone tree anew, or by hand.
    DrawTree = "draw_tree", EveryMember;
    /// Printing one's sheet of the phone tree.
    PrintSheet = "print_sheet", EveryMember;
    /// Writing down what somebody without a screen says yes to in the phone tree.
    WriteCalls = "write_calls", EveryMember;
    /// Starting a chain of calls without a second yes; drawing the tree anew while sheets hang on walls.
    KeepChain = "keep_chain", Mandate;
    // Listening, and the circle of close ones.
    /// Being there for whoever calls: saying yes to it, taking slots and leaving them.
    Listen = "listen", EveryMember;
    /// Opening hours in which two of the group are there, and giving them up.
    OpenListening = "open_listening", EveryMember;
    /// Saying yes to be listened to, and taking it back.
    BeListenedTo = "be_listened_to", EveryMember;
    /// Making a circle of one's own, writing one's card, waking it.
    KeepCircle = "keep_circle", EveryMember;
    /// Answering a circle, doing something in it, noting a neighbour's call.
    HelpInCircle = "help_in_circle", EveryMember;
    /// Opening a card that its author named one for, oneself or for somebody without a screen, and waking the circle.
    OpenCircle = "open_circle", EveryMember;
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
