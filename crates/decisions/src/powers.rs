//! What every member may do here. Nobody may more than another.

membership::powers! {
    /// Writing a proposal, alone or with others, and sending it to the group.
    Propose = "propose", EveryMember;
    /// Seconding somebody else's proposal, so that it is discussed.
    Second = "second", EveryMember;
    /// Saying what pleases, what worries, or asking.
    Contribute = "contribute", EveryMember;
    /// Voting, when on the roll.
    CastBallot = "cast_ballot", EveryMember;
}
