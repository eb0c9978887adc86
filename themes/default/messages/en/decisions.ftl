# Proposals, discussions, votes, and the register of decisions.

names-and = { $names } and { $last }
no-way-back = After this there is no way back.
keep-it = Leave it as it is
back-to-proposal = Back to the proposal
back-to-text = Back to the draft

## What every member may do here

power-propose = write a proposal and send it to the group
power-second = second a proposal
power-contribute = say what pleases, what worries, or ask a question
power-cast-ballot = vote

## Where a proposal is

state-draft = Draft
state-waiting = Waiting for a seconder
state-discussing = Being discussed
state-voting = Vote open
state-adopted = Adopted, not yet in force
state-in-force = Adopted
state-effect-failed = Adopted, but not carried out
state-not-adopted = Not adopted
state-withdrawn = Withdrawn
state-lapsed = No seconder

next-lapses = waiting for a seconder until { $at }
next-votes = discussion until { $at }
next-closes = vote until { $at }
next-acts = in force on { $at }
# Begins a line.
next-ends = Ends { $at }
next-seconds = Until { $at }
next-plain = { $at }
next-talk-days = { $days ->
    [0] Once seconded, the vote opens at once.
    [one] Once seconded, we talk about it for { $days } day.
   *[other] Once seconded, we talk about it for { $days } days.
}
next-vote-opens = The vote opens on { $at }.
next-vote-days = { $days ->
    [one] The vote lasts { $days } day, and ends in the evening.
   *[other] The vote lasts { $days } days, and ends in the evening.
}
past-closed = vote closed on { $day }
past-over = on { $day }

step-seconds = Seconder
step-seconds-until = Seconder, until { $at }
step-seconded = Seconded
step-talk = Discussion
step-talk-until = Discussion, until { $at }
step-talk-over = Discussion over
step-vote = Vote
step-vote-until = Vote, until { $at }
step-result = Result

## The list

list-lead = Anyone can propose. We talk about it, then we vote.
list-new = Make a proposal
list-votes = Open votes
list-votes-none = No open vote. Is an idea going round in your head?
list-discussions = Discussions
list-discussions-none = No discussion is under way.
list-waiting = Waiting for a seconder
list-waiting-hint = To second means: this deserves a discussion.
list-adopted = Adopted, not yet in force
list-adopted-hint = The decision acts when the waiting time ends.
list-over = Over
list-over-none = Nothing is over yet.
list-over-all = See all finished proposals
list-drafts = Your drafts
list-drafts-hint = Only the people who write them see them.
list-drafts-none = No draft.
list-draft = Draft
list-no-title = Untitled
list-register = Everything the group has decided is written there.
list-register-read = Read the register
# Follows a number, as in "Proposition 41, vote jusqu'au vendredi".
list-then = , { $what }
vote-waits = Your vote is awaited
vote-nothing-to-do = Nothing to do

## Writing: what should happen

new-title = New proposal
new-question = If it is adopted, what should happen?
new-over = New proposal, step 2 of 3
new-over-again = Change what happens
new-lead = Choose one answer. You can change it later.
new-back = All proposals
new-back-step = Back to the step before
new-next = Continue
new-choose = Choose an answer
new-draft = Your text is kept as a draft. Nobody but you sees it.
new-draft-kept = It is still a draft. Nothing is sent to the group.
new-idea = What is your idea?
new-over-idea = New proposal, step 1 of 3
new-steps = Three small steps
new-step-idea = Your idea, and why.
new-step-effect = What happens if it is adopted.
new-step-read = Read it again, then send.
new-same-weight = The delays stay as they were. Some choices therefore need a new proposal.

happens-position = An idea, an activity, a purchase
happens-position-hint = The group decides, then people see to it. Nothing happens by itself.
happens-charter = Change the charter
happens-charter-hint = { $part ->
    [half] A rule of the group changes. It takes more than half of the votes.
   *[more] A rule of the group changes. It takes at least { $p } votes out of { $q }.
}
happens-mandate = Entrust a mandate
happens-mandate-hint = One person can do one precise thing, for a limited time.
happens-recall = Recall a mandate
happens-recall-hint = A mandate that is running ends before its date.
happens-trial = Keep this tool on trial
happens-trial-hint = The group goes on using it, until a new date.

rules-question = Which rule should change?
rules-lead = Each rule is followed by what it says today.

## Writing: the words

write-title-revision = Change a proposal
write-over = New proposal, step 3 of 3
write-over-draft = Your draft
write-over-revision = Change proposal { $number }
write-lead = Write in your own words. Short sentences help everyone.
write-theirs = The text changed while you were writing
write-theirs-hint = Here is the text that is kept. Yours is below. Sending yours replaces this one.
write-if-adopted = If it is adopted
write-other-effect = Change what happens if it is adopted
write-other-rule = Choose another rule
write-read-again = Read it again and send
write-value = New rule
write-choose = Choose
write-mandate-title = Name of the mandate
write-mandate-title-hint = The name of the task. For example: keeping the keys.
write-aim = What it is for
write-aim-hint = In one sentence.
write-limits = What it does not allow
write-limits-hint = For example: an amount, or what goes back to the group.
write-powers = What it allows here
write-powers-hint = Nothing to tick if the task is done elsewhere.
write-holder = Who receives it
write-holder-hint = Ask this person first.
write-choose-holder = Choose a person
write-until = Last day
write-until-hint = Choose the last day, { $day } at the latest.
write-mandate = Which mandate
write-mandate-hint = The mandate ends if the proposal is adopted.
write-choose-mandate = Choose a mandate
write-mandate-choice = { $title }, entrusted to { $holder }
write-no-mandate = No mandate is running.
write-trial-until = Until which day
write-trial-until-hint = Choose the last day, within two years. On that day we ask again.
write-words = The words
write-title = Title
write-title-hint = One line that tells the idea.
write-summary = Why, in plain words
write-summary-hint = What and why, in 300 words at most. It is needed to open the discussion.
write-body = Full text
write-body-hint = The details, if there are any.
write-days = The time we take
write-days-change = Change how long
write-discussion-days = Days of discussion
write-voting-days = Days of voting
write-days-least = The charter asks for at least { $least }. At most { $most }.
write-pending = Nothing has been sent to the group yet.
write-revision-pending = The group still reads the old text.
write-keep = Keep for later
write-send = Send to the group
write-revise = Replace the text
write-then = What comes next
write-then-seconds = Someone else seconds it.
write-then-talk = { $days ->
    [0] We talk about it, if the group wishes.
    [one] We talk about it for at least { $days } day.
   *[other] We talk about it for at least { $days } days.
}
write-then-vote = { $days ->
    [one] We vote for at least { $days } day.
   *[other] We vote for at least { $days } days.
}
write-then-change = The text can change while we talk about it.
write-then-revision = Everyone sees what changed, word by word.
write-then-time = A text changed late is discussed for one more day.

proposal-title-missing = Write a title
proposal-summary-missing = Write why, in plain words
proposal-summary-long = { $over ->
    [one] There is { $over } word too many. The summary takes { $max } words
   *[other] There are { $over } words too many. The summary takes { $max } words
}
proposal-only-authors = Only the people who wrote it can change it.
proposal-other-weight = This choice follows other delays. Make a new proposal instead
proposal-moved-on = This proposal has moved on meanwhile. Read the page again.
proposal-changed-meanwhile = Someone changed this text meanwhile. Compare the two.

## Drafts

draft-title = This draft
draft-who = Written by { $names }.
draft-with-others = Write with others
draft-delete = Throw this draft away
draft-preview-hint = What the group will read, with the text that is kept.
authors-title = Write with others
authors-lead = Whoever writes with you sees the draft and can change it.
authors-now = Who writes it
authors-other = With whom
authors-other-hint = Ask this person first.
authors-add = Write with this person
proposal-choose-member = Choose a person
proposal-author-already = This person writes it already
proposal-last-author = You are the only one left. You can throw the draft away, or withdraw the proposal.
step-back-title = No longer be part of it
step-back-hint = The others go on. Your name will not be there.
step-back-do = Take me off this text
delete-title = Throw this draft away?
delete-text = The text disappears. The group has not seen it.
delete-with-others = It also disappears for the people who write it with you.
delete-do = Throw the draft away
done-draft-kept = Your draft is kept.
done-draft-deleted = The draft is thrown away.
done-author-added = You now write together.
done-stepped-back = Your name is no longer there.

## One proposal

proposal-number = Proposal { $number }
proposal-closed = Proposal { $number }, vote closed on { $at }
proposal-text = The proposal
proposal-body = The full text
proposal-by = { $count ->
    [one] { $names } proposes
   *[other] { $names } propose
}
proposal-of-the-founding = Asked with the founding
proposal-sent = sent on { $sent }
proposal-sent-revised = sent on { $sent }, changed on { $revised }
proposal-seconded-by = Seconded by { $names }
proposal-versions = See what changed on { $revised }
done-proposal-sent = Your proposal is sent to the group.
done-proposal-revised = The new text is in place.

change-line = { $when }: { $what }
change-today = Today
change-then = Then
change-before = Before
change-now = Now
change-ends = Then it ends.
change-ended = It has ended.
effect-nothing = Nothing automatic. The group takes a position, and the decision goes in the register.
effect-at-close = It happens by itself, when the vote closes.
effect-after-window = It happens by itself, { $hours } hours after the vote closes.
mandate-aim-line = What it is for: { $aim }
mandate-limits-line = What it does not allow: { $limits }

rule-title = How we decide
rule-quorum-of-roll = It takes at least { $quorum } votes, out of { $roll } people.
rule-quorum-members = It takes at least { $count } votes.
rule-quorum-percent = At least { $percent }% of the { $members } must vote.
rule-quorum-majority = More than half of the { $members } must vote.
rule-half = It is adopted if there are more votes for than against.
rule-part = It is adopted if at least { $p } votes out of { $q } are for.
rule-roll = The list of people who vote is made when the vote opens. It does not change after.
rule-roll-drawn = The list has { $roll } people. It was made when the vote opened, and does not change.
rule-open = The vote is not secret: at the end, the group reads who voted what.
rule-change = Votes can be changed until the end.
rule-abstain = To abstain counts in the number of votes, not in the result.
rule-tie = With a tie, it is not adopted.
rule-window = The decision acts { $hours } hours after the close. Until then, the count can be checked.

second-title = One seconder, and we talk about it
second-missing = { $count ->
    [0] No seconder is missing.
    [one] { $count } seconder is missing to open the discussion.
   *[other] { $count } seconders are missing to open the discussion.
}
second-until = It waits until { $at }.
second-what = To second means: this deserves a discussion. It is not a vote for it.
second-do = I second it
second-jump = Go straight to backing it
second-own = The seconder is someone else.
second-done = You second it.
proposal-second-own = The seconder is someone else.
proposal-seconded-already = You second it already.
proposal-seconded-meanwhile = The discussion is open. Others have seconded it.
done-seconded = You second this proposal.

yours-title = Your proposal
yours-hint = You can change it while we talk about it.
yours-revise = Change the text
yours-withdraw = Withdraw the proposal
withdraw-title = Withdraw the proposal?
withdraw-text = The group stops talking about it and does not vote. The register says that it was withdrawn.
withdraw-with-others = It is also withdrawn for the people who wrote it with you.
withdraw-do = Withdraw the proposal
done-withdrawn = The proposal is withdrawn.

versions-title = The versions
versions-legend = <ins>Underlined</ins>: added. <del>Struck out</del>: removed.
versions-version = Version { $number }
versions-by = { $name }, { $at }
versions-first = The text as it arrived.
versions-effect = What happens if it is adopted changed too.
# Read aloud around words, for those who do not see the line.
versions-added = (added:
versions-removed = (removed:
versions-end = )

## What people say

talk-title = What people say
talk-count = { $count ->
    [one] { $count } reason
   *[other] { $count } reasons
}
talk-none-yet = Nothing yet. The first words can be yours.
talk-none = No one wrote anything.
talk-pleases = What pleases
talk-worries = What worries
talk-questions = Questions
talk-by = { $name }, { $day }
talk-edited = , put differently
talk-answer = Answer
talk-to = { $name }
talk-mine = Change or take back my words
talk-say = Add a reason
talk-kind = What is it?
talk-kind-pleases = It pleases me
talk-kind-worries = It worries me
talk-kind-question = I have a question
talk-choose = Choose an answer
talk-words = Your words
talk-words-hint = The whole group will read them, with your name.
talk-send = Add
answer-title = Answer { $name }
answer-words = Your answer
answer-send = Send my answer
said-title = Your words
said-rephrase = Put it differently
said-rephrase-hint = The group will see that your words changed.
said-rephrase-do = Replace my words
said-over = The discussion is over.
said-take-back = Take your words back
said-take-back-hint = They disappear from the page.
said-take-back-answers = { $count ->
    [one] The answer goes with them.
   *[other] The { $count } answers go with them.
}
said-take-back-do = Take my words back
discussion-over = The discussion is over.
contribution-missing = Write a few words
contribution-not-yours = These words are someone else's.
done-said = Your words are added.
done-rephrased = Your words are changed.
done-words-taken-back = Your words are taken back.

## Voting

vote-title = Your vote
vote-jump = Go straight to the vote
vote-choice = Your choice
vote-open-until = You can vote until { $at }, and change your mind until then.
vote-until = You can change your mind until { $at }.
vote-free = You can also choose not to vote.
vote-reason = Your reason
vote-reason-hint = When the vote ends, the whole group will read it.
vote-pending = Your vote is not sent yet.
vote-change-pending = Your new choice is not sent yet.
vote-send = Send my vote
vote-open-hint = At the end, the group reads who voted what. Until then, no one does.
vote-sent = Your vote is sent
vote-sent-as = Your vote is sent: { $choice }.
vote-change = Change my vote
vote-not-on-roll = Your name is not on the list of this vote. It was made when the vote opened.
vote-first = You will be able to vote from { $at }.
vote-over = The vote ended on { $at }.
vote-not-open = The vote is not open.
vote-so-far = Where the vote is
vote-received = { $count ->
    [one] { $count } vote received.
   *[other] { $count } votes received.
}
vote-missing = { $count ->
    [one] { $count } more vote is needed for this to count.
   *[other] { $count } more votes are needed for this to count.
}
vote-enough = There are enough for the vote to count.
vote-needed = { $missing ->
    [0] { $quorum } needed: that is enough.
   *[other] { $quorum } needed, { $missing } still missing.
}
vote-dots = One dot for each person on the list. The line closes the number of votes it takes.
vote-hidden = The result stays hidden until the end, so that it pushes no one.
choice-yes = For
choice-no = Against
choice-abstain = I abstain
choice-abstain-hint = Counts in the number of votes, not in the result.
choice-abstention = Abstention
ballot-choose = Choose an answer
ballot-not-on-roll = Your name is not on the list of this vote.
ballot-too-late = The vote ended on { $closed }. Your choice is not counted.
ballot-too-early = The vote is not open yet.
done-voted = Your vote is sent.

## What came of it

stamp-adopted = Adopted
stamp-not-adopted = Not adopted
stamp-not-yet = Not yet in force
stamp-not-done = Not carried out
verdict-counts = { $yes } for, { $no } against, { $abstain ->
    [0] no abstention
    [one] { $abstain } abstention
   *[other] { $abstain } abstentions
}
verdict-adopted = Adopted: { verdict-counts }.
verdict-rejected = Not adopted: { verdict-counts }.
verdict-tied = A tie: not adopted. { verdict-counts }.
verdict-no-quorum = { $ballots ->
    [0] Not adopted. No vote was received; at least { $quorum } were needed.
    [one] Not adopted. { $ballots } vote was received; at least { $quorum } were needed.
   *[other] Not adopted. { $ballots } votes were received; at least { $quorum } were needed.
}
verdict-no-result = Not adopted. No one voted for or against.
result-title = The result
result-chart = Number of votes for each choice
result-square = One square is one vote.
result-arithmetic = { $base ->
    [one] Of { $base } vote for or against, at least { $needed } for was needed. There were { $yes }.
   *[other] Of { $base } votes for or against, at least { $needed } for were needed. There were { $yes }.
}
result-share = The rule asks for { $p }/{ $q } of { $base }, so { $needed }.
result-enough = Enough votes? Yes.
result-not-enough = Enough votes? No.
result-quorum = { $ballots ->
    [0] No one voted, out of { $roll } { $members }. At least { $quorum } votes were needed.
    [one] { $ballots } person voted, out of { $roll }. At least { $quorum } votes were needed.
   *[other] { $ballots } people voted, out of { $roll }. At least { $quorum } votes were needed.
}
result-line = The line: the number of votes it takes, { $quorum }.
result-table = See the numbers in a table
result-table-caption = Votes on proposal { $number }
result-choice = Choice
result-votes = Votes
result-part = Part
result-of = { $count } of { $total }
result-outside = not counted
result-received = Votes received
voices-title = Who voted what
voices-hint = The voices that did not carry come first. They stay with the decision.
voices-count = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
voices-changed = , had a change of mind during the vote
voices-silent = No written reason: { $names }.
did-title = What the decision changes
did-waits = Nothing has changed yet. The decision acts on { $at }.
did-waits-why = This delay leaves time to check the count, or to talk about it again.
did-done = Done by itself, on { $at }.
did-position = Nothing automatic. The group took a position.
did-nothing = Nothing changes.
did-failed = It is adopted, but it could not be done.
did-failed-why = The reason: { $reason }
did-failed-then = Nothing was half done. The group can talk about it again and propose something else.
# Why a decision could not act: failure-, then the key of the form's own refusal.
failure-charter-says-so-already = The charter said so already.
failure-mandate-holder-gone = The person who was to receive it is no longer in the group.
failure-mandate-holder-has-enough = The person who was to receive it already has enough mandates.
failure-mandate-until-at-most = The mandate would last longer than the charter allows.
failure-mandate-no-such-power = One of the powers it names no longer exists.
failure-mandate-over-already = This mandate was over already.
failure-day-from = The last day had already passed.
failure-day-until = The last day is too far away.
check-title = Check
check-register = In the register
check-fingerprint = Fingerprint of the text
check-fingerprint-hint = The same words always give the same fingerprint.
check-how = How to check it yourself
copy-title = Keep a copy
copy-print = This page prints as it is, from the menu of your browser.

## The register

register-title = Register of decisions
register-lead = Everything the group has decided, in order. Nothing is erased in secret.
register-newest = The latest entries
register-older-title = Older entries
register-none = No entry here.
register-pages = Pages of the register
register-newest-link = The latest entries
register-older = Older entries
register-jump = The eight words, and the copy to take home
register-entry = Entry { $seq }
register-about = Read the proposal
register-back = Back to the register
register-head = Eight words to compare
register-head-hint = They sum up the register up to entry { $seq }. The same words on both sides: the same past.
register-take = Take the register home
register-take-hint = One complete file, to keep wherever you like.
register-download = Download the register

entry-said = What is written
entry-check = To check it
entry-hash = Fingerprint
entry-hash-hint = It depends on this entry and on every one before it.
entry-body = The exact text
entry-kind = Kind of entry: { $kind }
entry-words-withdrawn = The words of this entry were withdrawn. Its place in the chain stays.
entry-founded = { $count ->
    [one] { $who }: the group is founded, with { $count } person.
   *[other] { $who }: the group is founded, with { $count } people.
}
entry-joined = { $who } is now part of the group.
entry-card-handed = { $who } made a card for { $to }.
entry-entered = { $who } took their place, with the card made by { $from }.
entry-submitted = Proposal { $number } sent by { $who }: { $title }
entry-first-question = Proposal { $number }, asked with the founding: { $title }
entry-opened = { $roll ->
    [one] Vote open for { $roll } person, proposal { $number }: { $title }
   *[other] Vote open for { $roll } people, proposal { $number }: { $title }
}
entry-adopted = Proposal { $number } adopted, { verdict-counts }: { $title }
entry-not-adopted = Proposal { $number } not adopted, { verdict-counts }: { $title }
entry-no-quorum = Proposal { $number } not adopted, too few votes: { $title }
entry-withdrawn = Proposal { $number } withdrawn by { $who }: { $title }
entry-lapsed = Proposal { $number } found no seconder: { $title }
entry-charter-changed = The charter changes. { $rule }: { $value }
entry-mandate-granted = Mandate entrusted to { $holder } until { $until }: { $title }
entry-mandate-recalled = Mandate recalled: { $title }
entry-tool-kept = This tool stays on trial until { $until }.
entry-effect-done = The decision is carried out.
entry-effect-failed = The decision could not be carried out. { $reason }
entry-mandate-used = { $who } used a mandate: { $power }
entry-other = Other entry: { $kind }

verify-lead = Three ways, from the simplest to the most complete.
verify-words = 1. Compare eight words
verify-words-1 = Here are the words of the register at entry { $seq }.
verify-words-2 = Call someone else in the group. Each reads their eight words.
verify-words-3 = The same words: you have the same register. Other words for the same number: tell the group.
verify-file = 2. Check a copy
verify-file-1 = Take a copy:
verify-file-2 = With Python, offline. The file verify.py is in the copy:
verify-file-3 = Or with the program:
verify-file-4 = If a single letter has changed, the first changed entry is named.
verify-proves = 3. Understand what it proves
verify-proves-1 = Each entry carries the fingerprint of the one before. Changing the past changes every word after it.
verify-proves-2 = The group's texts are in it, word for word, with the names that people wrote in them. Keep the copy in a safe place.
verify-proves-3 = A copy alone is not enough: compare its words with someone.
verify-hash = Full fingerprint of entry { $seq }

## Mail

mail-hello = Hello,
mail-news-subject = There is news
mail-news-first = There is news in the group.
mail-news-free = Nothing is required.
mail-news-read = Go and see:
mail-news-why = You receive this mail because you chose to.
mail-news-stop = Stop these mails, in one click:
