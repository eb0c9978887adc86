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
    /// Starting a chain of calls without a second yes; drawing the tree anew while sheets hang on walls.
    KeepChain = "keep_chain", Mandate;
}
