# The home of a member.

today-date = { $day }
today-hello = Hello { $name }
today-count = { $count ->
    [one] One thing is for you. You can say no.
   *[other] { $count } things are for you. You can say no to each.
}
today-for-you = What is for you
today-vote = A vote is waiting for you
today-vote-do = Read and vote
today-second = A proposal is looking for a seconder
today-second-do = Read it
today-more = { $count ->
    [one] See one other thing in Decide
   *[other] See { $count } other things in Decide
}
today-nothing = Nothing asks for you today.
today-nothing-more = Have a good day.
today-going-on = Going on in the group
today-quiet = All is quiet. No vote and no discussion is under way.
today-vote-ends = End of the vote:
today-talk-ends = End of the discussion:
today-binder = Open the binder
today-decided = Decided lately
today-first-vote = Your first vote
today-first-vote-when = You will be able to vote from { $day }.
today-first-vote-talk = Until then, you can already propose, second and discuss.
today-idea = An idea?
today-idea-hint = Anyone can propose a change, a mandate or a position.
today-tool = This tool
today-trial-until = The group is trying this tool until { $day }.
today-trial-over = The trial of this tool ended on { $day }.
today-trial-how = Keep it, change it or stop: the group decides.
today-trial-do = Propose to keep this tool
