# Helping one another: listening, visits, the circle of close ones.

## Listening

listening-not-full = This slot is already taken
listening-not-over = This slot is over

## Visits

visits-not-hers = That is for the person visited to decide
visits-not-open = Visits are not open at the moment
visits-not-yes = The yes to visits does not reach that far
visits-not-her-hours = It is not within the hours chosen by the person visited
visits-not-ward-hours = The unit has no visits at that time
visits-not-her-company = { $number ->
    [one] The person visited wants to see one person at a time
   *[other] The person visited wants to see at most { $number } people at a time
}
visits-not-ward-company = { $number ->
    [one] The unit lets in one person at a time
   *[other] The unit lets in at most { $number } people at a time
}
visits-not-too-long = That is too long: { $number } minutes at most, as the person visited chose
visits-not-enough = The person visited wants no more visits that day or that week
visits-not-call-instead = The person would rather have a call
visits-not-old-card = What we know of the unit is old. Someone has to call it first
visits-not-so = That is no longer possible: read again where this visit stands
visits-not-for-you = This place is not free
visits-not-today-yet = One yes of today is missing: from the person visited, or from the unit

## The circle of close ones

circle-not-yes-first = The person says yes first. Before that, nobody is called
circle-not-hers = Only the person, or someone they named, can do that
circle-not-awake = The circle is already awake
circle-not-nothing = There is nothing to do on those days
circle-not-code = This code was used already, or it is too old
circle-not-yours = This task is not free

## The phone tree

calls-home-lead = The phone tree, and your place in it.
calls-back = Back to Calling each other
calls-mine = Me in the phone tree
calls-in-tree = { $count ->
    [0] You are called. You call nobody.
    [one] You are called, and you call 1 person.
   *[other] You are called, and you call { $count } people.
}
calls-not-in-tree = You are not in the phone tree. Nobody calls you.
calls-to-strike = There are lines to strike on a sheet
calls-title = The phone tree and me
calls-lead = Nothing is ticked for you. Change it when you like, without saying why.
calls-yes = What do you say yes to?
calls-number = The number to call me at
calls-no-number = There is no number here.
calls-write-number = Write or change a number
calls-needs-number = To be called, write a number first
calls-choose-number = Choose one of your numbers
calls-how-many-label = How many people do I call at most?
calls-how-many-why = We suggest 6: on a day when several people are away, it is enough to reach everybody. Most days it is 2 or 3.
calls-how-many = Choose a number from 1 to { $most }
calls-be-called-first = The other yeses go with being called
calls-quiet-from = Nobody calls me from
calls-quiet-hint = The same hour in both places: I can be called at any hour.
calls-quiet-until = I can be called again from
calls-hour = Write an hour, such as 21:00
calls-voicemail = What may be said to my voicemail, or to somebody else
calls-voicemail-name = A first name, and “call me back”
calls-voicemail-text = The whole message
calls-voicemail-nothing = Nothing: hang up
calls-silent = If three people try and I do not answer
calls-silent-hint = What you choose here is done, and nothing else. Never the police.
calls-silent-nothing = Do nothing
calls-silent-tomorrow = Try again the next day
calls-silent-door = The person I name knocks at my door
calls-silent-tell = Tell the person I name
calls-silent-me-door = You were named to knock at the door. You can say no.
calls-silent-me-tell = You were named to be told.
calls-with = The person I name
calls-with-hint = Talk to them first. They read it on that day only.
calls-nobody = Nobody
calls-name-somebody = Choose the person you name
calls-at-once = A no counts at once, even during a chain. Your calls go to others.
done-calls = Noted. It counts from now on.
chain-title = Phone tree
chain-kind = What is it for?
chain-choose-kind = Choose what it is for
chain-kind-urgent = It cannot wait
chain-kind-urgent-hint = Ice, a place that is closed tomorrow. Once in 24 hours.
chain-kind-news = News
chain-kind-news-hint = It can wait for the morning. A second person says yes first.
chain-kind-drill = A trial
chain-kind-drill-hint = To see whether it works. Say in the message that it is a trial.
chain-words = What to say
chain-words-hint = { $good } words are easy to read aloud. { $most } characters at most.
chain-words-missing = Write what to say
chain-start = Start a chain
chain-start-text = Any member can do it. You see first how it would go.
chain-start-lead = People call one another with the same message.
chain-start-do = Start the chain
chain-alone-yes = You have the mandate: all calls start at once.
chain-alone-no = If it cannot wait, the first people are called at once. The others wait for a second person's yes.
chain-in-register = The register will say that you started a chain. Never what was said.
chain-not-on-pause = You are on pause. Come back first, if you like.
chain-once-a-day = You started one in the last 24 hours. Somebody else can.
chain-runs-already = A chain is running already
chain-nobody = There is nobody to call for now
chain-none = No chain is running
chain-none-more = When there is one, it will be here.
chain-started-at = Started { $at }
chain-told-of = { $reached } of { $everybody } have the message.
chain-waits-tag = Waits for a second yes
chain-suspended-tag = Stopped for now
chain-open = See the chain
chain-over-title = Chains that are over
chain-total = { $everybody } to reach, { $told } reached or left a message
chain-back = Back to the chain
chain-by = Started by { $name }, { $at }.
chain-ended = This chain has been over since { $at }.
chain-kept = A week later, only numbers are left of it.
chain-waits-text = A second person says yes, to avoid a false alarm. Then everybody is called.
chain-agree = Yes, it is true: go on
chain-suspended-text = Two people asked to wait. No call is made. Two people can start it again.
chain-resume = I ask that it goes on
chain-say = What to say
chain-version = Corrected text, version { $version }
chain-say-more = Ask the person to write it down. Nothing else to say.
chain-know = I have the message
chain-my-calls = { $count ->
    [0] My calls
    [one] My call
   *[other] My { $count } calls
}
chain-numbers = See the numbers
chain-numbers-why = Each person will read that you saw their number, and why.
chain-again = To call again
chain-to-call = To call
chain-voicemail = If it is voicemail or somebody else:
chain-hours = From { $from } to { $until }
chain-after = After the call
chain-reached = Answered
chain-message = Left a message
chain-no-answer = No answer
chain-to-check = Number to check
chain-pass = Pass this call to somebody
chain-no-calls = You have no call to make. Thank you.
chain-later = { $name }: from { $at }
chain-board = A call waits for somebody.
chain-take = I take the next call
chain-breathe = I need to breathe
chain-breathe-more = Your calls go to others. Nobody asks why.
chain-branch = Your branch is done. Call { $name } to say so, and to check the words.
chain-branch-do = Done
chain-unreached = Not reached so far
chain-unreached-why = Only you and whoever started the chain read this.
chain-last-no-answer = no answer
chain-last-message = left a message
chain-last-to-check = number to check, by them
chain-called-back = Called me back, and has the message
chain-asks = Do you need anything?
chain-ask-new = Pass on a request
chain-ask-whose = Whose is it?
chain-ask-mine = Mine
chain-ask-what = What?
chain-ask-hint = Such as: bread and milk. Without a name.
chain-ask-missing = Write what it is
chain-ask-agreed = The person said yes: others may be asked
chain-ask-needs-yes = Their yes comes first
chain-ask-not-hers = Pass on only what somebody whom you reached asks for
chain-ask-do = Pass it on
chain-ask-yes = I will do it
chain-ask-done = It is done, thank you.
chain-ask-yours = You said yes. It is for { $name }.
chain-ask-taken-by = { $name } said yes.
chain-ask-waits = Waiting for a yes.
chain-ask-back = Take my request back
chain-whole = The whole chain
chain-whole-why = Numbers, no names. Who did not answer stays between the person, their caller and whoever started the chain.
chain-of = { $some } of { $all }
chain-counts-reached = Have the message
chain-counts-message = Left a message, to call again
chain-counts-open = Still to call
chain-counts-board = Waiting for somebody
chain-counts-otherwise = To reach otherwise
chain-counts-branches = Open branches
chain-wants-callers = More people are wanted to call.
chain-next = Next possible call: { $at }
chain-refresh = Update
chain-paper = On paper, or by telephone
chain-paper-text = Somebody only has a sheet. Their calls are written here, at their request.
chain-watch = The watch
chain-watch-text = { $count ->
    [0] Nobody watches over the chain.
    [one] 1 person watches over the chain.
   *[other] { $count } people watch over the chain.
}
chain-watch-offered = The watch is free to take.
chain-watch-take = I take the watch
chain-watch-leave = I leave the watch
chain-end = All is done: end the chain
chain-correct = Correct the text
chain-correct-words = The new text
chain-correct-hint = People who were reached are called again.
chain-correct-do = Change the text
chain-stop = Wait, or stop
chain-stop-text = Two people together. The chain waits, or stops.
chain-pause = I ask to wait
chain-stop-do = I ask to stop
chain-over = This chain is over
chain-try-again = Something has just changed. Try again.
chain-not-running = The chain is not running now
chain-waits-for-yes = The chain waits for a second person's yes
chain-done-already = It is done already
chain-not-here = That is not possible in this chain
chain-hear-first = Read the message first
chain-not-yours = This call went to somebody else
chain-too-soon = It is too soon to call again. Wait a quarter of an hour.
chain-quiet = It is no hour to call them
chain-not-for-you = This call is not for you now
chain-still-open = Calls are still to be made
chain-board-empty = No call waits for you
done-chain-started = The chain has started.
done-chain-agreed = Thank you. The calls go on.
done-chain-known = Noted: you have the message.
done-chain-called = Noted.
done-chain-taken = The call is yours.
done-chain-passed = It went to others.
done-chain-watch = Noted for the watch.
done-chain-branch = The branch is closed. Thank you.
done-chain-corrected = The text is changed.
done-chain-asked = Noted.
done-chain-numbers = The numbers are there.
done-chain-ask = The request is passed on.
done-chain-ask-back = The request is taken back.
done-chain-ask-yes = It is yours. Thank you.
done-chain-ticks = The sheet is entered.
foresight-title = How it would go
foresight-people = { $count ->
    [one] 1 person to reach.
   *[other] { $count } people to reach.
}
foresight-reach = Of 10 people who are there, { $of_ten } would be reached. At worst, { $worst }.
foresight-time = It would take about { $hours } h { $minutes } min.
foresight-most = { $count ->
    [one] Nobody would call more than 1 person.
   *[other] Nobody would call more than { $count } people.
}
foresight-callers = { $count ->
    [one] With 1 more person to call, it would go better.
   *[other] With { $count } more people to call, it would go better.
}
foresight-own = Worked out with the answers of your last trial.
foresight-guessed = It is a guess. A trial would give your own numbers.
ticks-title = Enter a sheet
ticks-lead = The numbers of the lines are enough. No name to write.
ticks-sheet = Number of the sheet
ticks-sheet-hint = At the top, on the right.
ticks-no-sheet = This is not the number of a sheet that you can enter
ticks-no-line = There is no line { $line } on this sheet
ticks-none = Write at least one line number
ticks-numbers = Write numbers, such as: 1, 2, 5
ticks-lines-hint = Such as: 1, 2, 5
ticks-reached = Lines that answered
ticks-message = Lines with a message left
ticks-no-answer = Lines without an answer
ticks-to-check = Lines whose number is to check
ticks-channel = How did the request come?
ticks-logged = It is written down for that person and for you.
ticks-do = Enter the sheet
tree-title = Who calls whom
tree-lead = You see your own lines. Nobody sees those of others.
tree-back = Back to the tree
tree-numbers = In numbers
tree-people = People to call
tree-callers = Call others
tree-starters = Called first
tree-depth = Calls to the last one
tree-unplaced = { $count ->
    [one] 1 person has no place: they are called when somebody can.
   *[other] { $count } people have no place: they are called when somebody can.
}
tree-one-voice = { $count ->
    [one] 1 person can be reached by one way only.
   *[other] { $count } people can be reached by one way only.
}
tree-by-hand-now = Drawn by hand.
tree-by-lot = Drawn by lot, from those who said yes.
tree-version = Version { $version }.
tree-mine = My lines
tree-caller = { $name } calls you.
tree-caller-first = Whoever starts the chain calls you.
tree-calls = You call:
tree-then = If that person does not answer: { $names }
tree-no-calls = You call nobody.
tree-second = An hour later, if nobody reached them, you also call: { $names }
tree-why-no-room = You have no place for now: more callers are wanted. You will be called when somebody can.
tree-why-nobody-fits = You have no place for now. You will be called when somebody can.
tree-why-one-voice = For now, one person only can reach you.
tree-draw = Draw the tree anew
tree-draw-text = The lot chooses who calls whom. All sheets will have to be printed.
tree-draw-starters = How many people are called first?
tree-draw-do = Draw the tree
tree-starters-between = Write a number from 1 to { $most }
tree-hand = Draw the tree by hand
tree-hand-text = Everybody who said yes, and nobody else. Each line is checked.
tree-hand-first = Called first
tree-hand-first-hint = Names, separated by commas.
tree-hand-lines = Who calls whom, one line for each person
tree-hand-lines-hint = Such as: Odile Framboisier: Rosaire Pommeraie, Fern Brindille
tree-hand-do = Check and keep
tree-name-unknown = This is not the name of a member: { $name }
tree-line-how = A line is written: name, colon, names
tree-sheets-hang = Sheets are in people's homes. The tree changes by itself when somebody comes or leaves. To draw it anew takes the mandate for the phone tree.
tree-fault-twice = { $name } is there twice
tree-fault-never-reached = No call leads to { $name }
tree-fault-not-of-the-tree = { $name } did not say yes to being called
tree-fault-not-drawn = { $name } is missing
tree-fault-too-many = { $name } has more calls than they said yes to
tree-fault-calls-otherwise = Somebody else should call { $name }
tree-fault-same-branch = The second voice of { $name } is of the same branch
tree-print = Print the whole tree
tree-print-text = Three members sign together, and the register says so. Names, without numbers. It opens for 24 hours.
tree-print-do = Ask for signatures
tree-print-lead = For those who signed.
tree-print-first = Called first:
tree-print-calls = calls { $names }
tree-print-what = The whole tree on paper, without numbers
tree-print-then = { $people ->
    [one] 1 person is on it.
   *[other] { $people } people are on it.
} Those who sign can print it for { $hours } hours.
together-tree-print = Print the whole tree
done-tree-drawn = The tree is kept.
callsheets-title = Sheets of paper
callsheets-lead = A sheet is enough when the network is down.
callsheets-back = Back to the sheets
callsheets-mine = Printed sheets
callsheets-none = No sheet is printed.
callsheet-number = Sheet { $number }
callsheet-of = of { $name }
callsheet-until = Good until { $day }
callsheet-strike = Strike these lines: { $lines }
callsheet-destroy = Tear this sheet up: it is no longer of use.
callsheet-old = The tree has changed. A new sheet is better.
callsheet-print = Print my sheet
callsheet-print-text = Your calls only. Each person will read that you have their number.
callsheet-days = Good for how long?
callsheet-days-count = { $count } days
callsheet-choose-days = Choose for how long
callsheet-print-do = Make the sheet
callsheet-for-her = For somebody without a screen
callsheet-for-her-text = At their request. It is written down for that person and for you.
callsheet-whom = For whom?
callsheet-choose-whom = Choose for whom
callsheet-for-her-do = Make their sheet
callsheet-has-screen = That person can print their own sheet
callsheet-not-in-tree = A sheet comes with a place in the tree
callsheet-over = This sheet is no longer good
callsheet-title = Sheet to print
callsheet-lead = One page. To print: the browser's menu, then “Print”.
callsheet-destroyed = I tore this sheet up
callsheet-of-name = Sheet of { $name }
callsheet-step-called = You are called
callsheet-calls-you = calls you.
callsheet-ask-her = To ask whether something is on: { $number }
callsheet-starter-calls = Whoever starts the chain calls you.
callsheet-write = Write the message here, with the time:
callsheet-step-calls = You call
callsheet-if-silent = If { $name } does not answer, also call:
callsheet-two-tries = Two tries for each person, 15 minutes apart. On voicemail: your first name and “call me back”. Nothing else.
callsheet-step-second = An hour later
callsheet-second-text = You are their second voice. Call them if nobody told you it is done.
callsheet-step-done = All done
callsheet-done-text = If you are the last of your branch, call whoever started the chain.
callsheet-cannot = You cannot call that day? That is fine. Tell whoever calls you.
callsheet-foot = Printed on { $day } by { $name }.
callsheet-destroy-after = Destroy after { $day }.
callsheet-not-on-wall = Do not take a picture of it.
done-sheet = The sheet is ready.
done-sheet-destroyed = Thank you. This sheet no longer counts.
power-start-chain = start a chain of calls
power-take-part-in-chain = make the calls of a chain
power-draw-tree = draw the phone tree
power-print-sheet = print a sheet of the phone tree
power-keep-chain = keep the phone tree: start it without a second yes, draw it anew
yes-be-called = I can be called in the phone tree
yes-be-called-hint = Whoever calls you sees your number, or has it on a sheet.
yes-call-others = I call others
yes-call-others-hint = You choose how many, at most.
yes-be-starter = I am among the first called
yes-be-starter-hint = When all goes wrong, it starts there.
yes-night-urgent = If it cannot wait, at night too
yes-night-urgent-hint = Without your yes, we wait for the morning.
contact-purpose-chain = A call or a sheet of the phone tree
at-request-calls = Their calls of the phone tree
at-request-sheet = Their sheet of the phone tree
receipt-calls = Your calls of the phone tree
receipt-sheet = Your sheet of the phone tree
entry-chain-urgent = { $who } started a chain of calls that could not wait
entry-chain-news = { $who } started a chain of calls
entry-chain-drill = { $who } started a trial of the phone tree
kept-call-choices = What each person chooses for the phone tree
kept-call-choices-why = To call at the right hours, at the right number, as they wish.
kept-call-tree = Who calls whom
kept-call-tree-why = So that each person knows whom to call.
kept-phone-chains = A chain of calls
kept-phone-chains-why = So that calls are made, and what is left is seen.
kept-chain-texts = The message of a chain
kept-chain-texts-why = So that everybody says the same words.
kept-chain-events = The calls of a chain
kept-chain-events-why = To call nobody twice, and forget nobody.
kept-chain-asks = What somebody asks for during a chain
kept-chain-asks-why = So that the first who says yes can help.
kept-chain-totals = The numbers of a chain that is over
kept-chain-totals-why = To foresee the next one. No names.
kept-call-sheets = A sheet of the phone tree
kept-call-sheets-why = To know which lines to strike when somebody says no.
data-call-choices = My choices for the phone tree
data-calls-most = I call at most
data-calls-quiet-from = Nobody calls me from
data-calls-quiet-until = I can be called from
data-calls-voicemail = On my voicemail
data-calls-silent = If I do not answer
data-calls-silent-with = The person I name
data-call-tree = My lines in the phone tree
data-tree-called-by = I am called by
data-tree-calls = I call
data-tree-second-for = Second voice for
data-tree-place = My place
data-tree-first = Called by whoever starts the chain
data-chains-started = Chains I started
data-chain-started-at = Started
data-chain-calls = Chains in which I was to be reached
data-chain-stands = Where it stands
data-chain-reached = I have the message
data-chain-withdrawn = Out of this chain
data-chain-open = Not reached so far
data-chain-asks = My requests, and my yeses to those of others
data-chain-asked = I asked for
data-chain-said-yes = I said yes to
data-call-sheets = Sheets of the phone tree that I hold or stand on
data-sheet-number = Number
data-sheet-holder = With
data-sheet-until = Good until
kept-area-mutual-aid = Being there for one another
