# The home of a member.

today-date = { $day }
today-hello = Hello { $name }
today-count = { $count ->
    [one] One thing for you. Nothing is required.
   *[other] { $count } things for you. Nothing is required.
}
today-for-you = For you
today-vote = A vote is waiting for you
today-vote-do = Read and vote
today-seat = Somebody is looked for, for a task
today-seat-do = Take part
today-dice = A draw by lot waits for dice
today-dice-do = Throw dice
today-second = A proposal needs a seconder
today-second-do = Read it
today-more = { $count ->
    [one] See one other thing in Decide
   *[other] See { $count } other things in Decide
}
today-nothing = Nothing for you today
today-nothing-more = Have a good day.
today-going-on = Happening in the group
today-start = To begin, if you like
today-start-text = At your own pace. Nothing is required, and nobody notes what you read.
today-start-charter = How the group decides
today-start-yes = What you accept, and what you do not
today-start-pair = Choose two people to welcome you
today-quiet = All quiet. No open vote, no discussion.
today-vote-ends = Vote ends:
today-talk-ends = Discussion ends:
today-waits = Waiting for a seconder:
today-binder = Open the binder
today-decided = Recently decided
today-first-vote = Your first vote
today-first-vote-when = You will be able to vote from { $day }.
today-first-vote-talk = Until then, you can already propose, second and discuss.
today-idea = An idea?
today-idea-hint = Anyone can propose a change, a mandate or a position.
today-tool = This tool
today-trial-until = The group is trying this tool until { $day }.
today-trial-over = The trial of this tool ended on { $day }.
today-trial-how = Keep it, change it or stop: the group decides.
today-trial-do = Propose keeping this tool
today-sign = A request waits for signatures
today-sign-do = Read it
today-recall = The group is talking about taking back a mandate you hold
today-recall-do = Read, and say what you want to say
today-removal = A removal concerns you
today-removal-do = Read, and say what you want to say
today-suspended = A mandate you hold is suspended
today-suspended-do = See this mandate
today-recovery = Someone asks to come back
today-recovery-do = Read and answer
today-circle = Someone asks you to be in a way-back circle
today-circle-do = Answer, or not
today-asking = Somebody asks to join the group
today-asking-do = Read
today-phone = A vote was noted for you on the phone
today-phone-do = See it, or change it
today-paper-waits = The paper of a vote is being counted:
today-call = A chain of calls is running
today-call-do = See the chain
today-call-agree = The yes of a second person is waited for.
today-call-read = A message waits for you.
today-call-make = { $count ->
    [one] 1 call to make
   *[other] { $count } calls to make
}
