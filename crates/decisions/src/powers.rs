//! What every member may do here. Nobody may more than another; an allied person may less.

membership::powers! {
    /// Writing a proposal, alone or with others, and sending it to the group.
    Propose = "propose", EveryMember;
    /// Seconding somebody else's proposal, so that it is discussed.
    Second = "second", EveryMember;
    /// Saying what pleases, what worries, or asking.
    Contribute = "contribute", MemberOrAlly;
    /// Writing where a discussion stands, or writing it anew (`decisions A9`).
    SummariseTalk = "summarise_talk", EveryMember;
    /// Saying what one wants to say when one's own mandate may be recalled.
    AnswerRecall = "answer_recall", EveryMember;
    /// Asking that a vote be secret. Nobody is told who asked.
    AskSecrecy = "ask_secrecy", EveryMember;
    /// Asking for more time in an open vote. Nobody is told who asked.
    AskExtension = "ask_extension", EveryMember;
    /// Noting the vote of somebody who is on the telephone, and has heard it read back (`decisions E3`).
    RecordPhoneVote = "record_phone_vote", EveryMember;
    /// Noting that somebody took a ballot of paper, or gave it back (`decisions E5`).
    HandPaper = "hand_paper", EveryMember;
    /// Being one of the two who count the ballots of paper.
    TallyPaper = "tally_paper", EveryMember;
    /// Reading who was on the list of a vote that is over. Everybody sees who did (`decisions D11`).
    ReadRoll = "read_roll", EveryMember;
    /// Opening a draw by lot, and typing what one's dice showed (`decisions B12`).
    DrawLots = "draw_lots", EveryMember;
    /// Putting one's own name in a draw, taking it back, giving one's place to the next: nobody does it for another.
    EnterDraw = "enter_draw", EveryMember;
    /// Saying that one does not wish to be named for a task. Nobody else can read it.
    ChooseNotNamed = "choose_not_named", EveryMember;
    /// Voting, when on the roll.
    CastBallot = "cast_ballot", EveryMember;
}
