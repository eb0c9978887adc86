# Proposals, discussions, votes, and the register of decisions.

names-and = { $names } and { $last }
no-way-back = This cannot be undone.
keep-it = Leave it as is
back-to-proposal = Back to the proposal
back-to-text = Back to the draft

## What every member may do here

power-propose = write a proposal and send it to the group
power-second = second a proposal
power-contribute = say what you like or what worries you, or ask a question
power-cast-ballot = vote
power-ask-extension = ask for more time in a vote
power-ask-secrecy = ask for a vote to be secret
power-record-phone-vote = note the vote of someone on the phone
power-hand-paper = note who takes a paper ballot, or gives it back
power-tally-paper = count the paper ballots, in twos
power-read-roll = read who was on the list of a vote that is over
power-summarise-talk = write where a discussion stands, or rewrite it

## Where a proposal is

state-draft = Draft
state-waiting = Waiting for a seconder
state-discussing = Being discussed
state-voting = Vote open
state-adopted = Adopted, not yet in force
state-in-force = Adopted
state-effect-failed = Adopted, but not carried out
state-not-adopted = Not adopted
state-consulted = Consultation over
state-withdrawn = Withdrawn
state-lapsed = No seconder
state-cancelled = Vote stopped
state-ended = Ended

next-lapses = waiting for a seconder until { $at }
next-votes = discussion until { $at }
next-closes = vote until { $at }
next-paper = waiting for the paper to be counted, until { $at }
next-acts = in force on { $at }
# Begins a line.
next-ends = Ends { $at }
next-seconds = Until { $at }
next-plain = { $at }
next-talk-days = { $days ->
    [0] Once seconded, the vote opens right away.
    [one] Once seconded, it is discussed for { $days } day.
   *[other] Once seconded, it is discussed for { $days } days.
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

list-lead = Anyone can propose. We discuss it, then we vote.
list-new = Make a proposal
list-votes = Open votes
list-votes-none = No open vote. Got an idea?
list-discussions = Discussions
list-discussions-none = No discussion at the moment.
list-waiting = Waiting for a seconder
list-waiting-hint = Seconding means: this deserves a discussion.
list-adopted = Adopted, not yet in force
list-adopted-hint = The decision takes effect when the waiting time ends.
list-over = Closed
list-over-none = Nothing has closed yet.
list-over-all = See all finished proposals
list-drafts = Your drafts
list-drafts-hint = Only the people who write them see them.
list-drafts-none = No drafts.
list-draft = Draft
list-no-title = Untitled
list-register = Everything the group has decided is recorded there.
list-register-read = Read the register
# Follows a number, as in "Proposition 41, vote jusqu'au vendredi".
list-then = , { $what }
vote-waits = Waiting for your vote
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
    [half] One of the group's rules changes. It takes more than half of the votes.
   *[more] One of the group's rules changes. It takes at least { $p } votes out of { $q }.
}
happens-mandate = Give a mandate
happens-mandate-hint = One person can do one specific thing, for a limited time.
happens-trial = Keep this tool on trial
happens-trial-hint = The group keeps using it, until a new date.

rules-question = Which rule should change?
rules-lead = Each rule is shown with what it says today.

## Writing: the words

write-title-revision = Change a proposal
write-over = New proposal, step 3 of 3
write-over-draft = Your draft
write-over-revision = Change proposal { $number }
write-lead = Write in your own words. Short sentences help everyone.
write-theirs = The text changed while you were writing
write-theirs-hint = This is the text as saved. Yours is below. Sending yours replaces this one.
write-if-adopted = If it is adopted
write-other-effect = Change what happens if it is adopted
write-other-rule = Choose another rule
write-read-again = Read it again and send
write-value = New rule
write-choose = Choose
write-mandate-title = Name of the mandate
write-mandate-title-hint = The name of the task, such as: looking after the keys.
write-aim = What it is for
write-aim-hint = In one sentence.
write-limits = What it does not allow
write-limits-hint = For example: an amount, or what must go back to the group.
write-powers = What it allows here
write-powers-hint = Tick nothing if the task is done elsewhere.
write-holder = Who receives it
write-holder-hint = Ask this person first.
write-choose-holder = Choose a person
write-until = Last day
write-until-hint = Choose the last day, { $day } at the latest.
write-trial-until = Until which day
write-trial-until-hint = Choose the last day, within two years. On that day we ask again.
write-words = The words
write-title = Title
write-title-hint = One line that says what the idea is.
write-summary = Why, in plain words
write-summary-hint = What and why, in 300 words at most. A discussion cannot open without it.
write-body = Full text
write-body-hint = The details, if any.
write-days = How long we take
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
    [0] We discuss it, if the group wants to.
    [one] We discuss it for at least { $days } day.
   *[other] We discuss it for at least { $days } days.
}
write-then-vote = { $days ->
    [one] We vote for at least { $days } day.
   *[other] We vote for at least { $days } days.
}
write-then-change = The text can change while it is being discussed.
write-then-revision = Everyone sees what changed, word by word.
write-then-time = If the text changes late, the discussion lasts one more day.

proposal-title-missing = Write a title
proposal-summary-missing = Write why, in plain words
proposal-summary-long = { $over ->
    [one] { $over } word too many. The summary can have { $max } words
   *[other] { $over } words too many. The summary can have { $max } words
}
proposal-only-authors = Only the people who wrote it can change it.
proposal-other-weight = This choice follows other time limits. Make a new proposal instead
proposal-moved-on = This proposal has moved on. Read the page again.
proposal-changed-meanwhile = Someone changed this text in the meantime. Compare the two.

## Drafts

draft-title = This draft
draft-who = Written by: { $names }
draft-with-others = Write with others
draft-delete = Delete this draft
draft-preview = What the group will read
draft-preview-hint = From the saved text.
authors-title = Write with others
authors-lead = Anyone who writes with you can see the draft and change it.
authors-now = Who is writing it
authors-other = Who to write with
authors-other-hint = Ask this person first.
authors-add = Write with this person
proposal-choose-member = Choose a person
proposal-author-already = This person is already writing it
proposal-last-author = You are the only one left. You can delete the draft, or withdraw the proposal.
step-back-title = Step away from this text
step-back-hint = The others carry on. Your name will no longer be on it.
step-back-do = Take me off this text
delete-title = Delete this draft?
delete-text = The text is gone for good. The group has not seen it.
delete-with-others = It is also gone for the people writing it with you.
delete-do = Delete the draft
done-draft-kept = Your draft is saved.
done-draft-deleted = The draft is deleted.
done-author-added = You are now writing together.
done-stepped-back = Your name is no longer on it.

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
done-proposal-sent = Your proposal has been sent to the group.
done-proposal-revised = The new text is in place.

change-line = { $when }: { $what }
change-today = Today
change-then = Then
change-before = Before
change-now = Now
change-ends = Then it ends.
change-ended = It has ended.
effect-nothing = Nothing automatic. The group takes a position, and the decision goes in the register.
effect-at-close = It happens on its own when the vote closes.
effect-after-window = It happens on its own, { $hours } hours after the vote closes.
mandate-aim-line = What it is for: { $aim }
mandate-limits-line = What it does not allow: { $limits }

rule-title = How we decide
rule-quorum-of-roll = It takes at least { $quorum ->
    [one] { $quorum } vote
   *[other] { $quorum } votes
    }, out of { $roll ->
    [one] { $roll } person counted.
   *[other] { $roll } people counted.
    }
rule-quorum-members = { $count ->
    [one] It takes at least { $count } vote.
   *[other] It takes at least { $count } votes.
    }
rule-quorum-percent = At least { $percent }% of the { $members } must vote.
rule-quorum-majority = More than half of the { $members } must vote.
rule-half = It is adopted if there are more votes for than against.
rule-part = It is adopted if at least { $p } out of { $q } votes are for.
rule-roll = The list of voters is drawn up when the vote opens. It does not change after that.
rule-roll-drawn = The list was drawn up when the vote opened, and does not change. People counted: { $roll }. Whoever is on pause or gone counts only by voting.
rule-open = The vote is not secret: at the end, the group reads who voted what.
rule-change = You can change your vote until the end.
rule-abstain = Abstaining counts towards the number of votes, not towards the result.
rule-tie = If it is a tie, it is not adopted.
rule-window = The decision takes effect { $hours } hours after the vote closes. Until then, the count can be checked.

second-title = One seconder, and we discuss it
second-missing = { $count ->
    [0] It has all the seconders it needs.
    [one] { $count } more seconder is needed to open the discussion.
   *[other] { $count } more seconders are needed to open the discussion.
}
second-until = It waits until { $at }.
second-what = Seconding means: this deserves a discussion. It is not a vote in favour.
second-do = I second it
second-jump = Go straight to backing it
second-own = Someone else has to second it.
second-done = You have seconded it.
proposal-second-own = Someone else has to second it.
proposal-seconded-already = You have already seconded it.
proposal-seconded-meanwhile = The discussion is open. Others have seconded it.
done-seconded = You have seconded this proposal.

yours-title = Your proposal
yours-hint = You can change it while it is being discussed.
yours-revise = Change the text
yours-withdraw = Withdraw the proposal
withdraw-title = Withdraw the proposal?
withdraw-text = The group stops discussing it and does not vote. The register says that it was withdrawn.
withdraw-with-others = It is also withdrawn for the people who wrote it with you.
withdraw-do = Withdraw the proposal
done-withdrawn = The proposal has been withdrawn.

versions-title = The versions
versions-legend = <ins>Underlined</ins>: added. <del>Struck out</del>: removed.
versions-version = Version { $number }
versions-by = { $name }, { $at }
versions-first = The text as first sent.
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
talk-none-yet = Nothing yet. You could be the first.
talk-none = No one wrote anything.
talk-pleases = What people like
talk-worries = What worries people
talk-questions = Questions
talk-by = { $name }, { $day }
talk-edited = , reworded
talk-answer = Reply
talk-to = { $name }
talk-mine = Change or take back my words
talk-say = Add a reason
talk-kind = What is it?
talk-kind-pleases = I like it
talk-kind-worries = It worries me
talk-kind-question = I have a question
talk-choose = Choose an answer
talk-words = Your words
talk-words-hint = The whole group will read them, with your name.
talk-send = Add
answer-title = Reply to { $name }
answer-words = Your reply
answer-send = Send my reply
said-title = Your words
said-rephrase = Put it another way
said-rephrase-hint = The group will see that you changed your words.
said-rephrase-do = Replace my words
said-over = The discussion is over.
said-take-back = Take your words back
said-take-back-hint = They are removed from the page.
said-take-back-answers = { $count ->
    [one] The reply goes with them.
   *[other] The { $count } replies go with them.
}
said-take-back-do = Take my words back
discussion-over = The discussion is over.
contribution-missing = Write a few words
contribution-not-yours = These words are someone else's.
done-said = Your words have been added.
done-rephrased = Your words have been changed.
done-words-taken-back = Your words have been taken back.

## Where the discussion stands, and the passage that a worry is about

so-far-title = Where we are
so-far-by = Written by { $name }, { $day }
so-far-write = Write where the discussion stands
so-far-change = Rewrite where the discussion stands
so-far-how = In a few sentences: what is clear, and what is not yet. Every member may rewrite it. The earlier words can still be read.
so-far-words = Where we are
so-far-hint = The whole group will read it, with your name.
so-far-do = Save
so-far-versions = Everything that was written
so-far-taken-back = Words taken back.
so-far-changed-meanwhile = Someone wrote while you were writing. Your words are kept. Compare them with theirs, then send again.
done-so-far = It is written.
passage-title = Which passage is it about?
passage-lead = Below the worry, a link will lead to this passage of the text.
passage-none = Remove the link
passage-do = Save
passage-point = Show the passage of the text
passage-of = that { $name } speaks of
passage-in-summary = The text speaks of it: paragraph { $number } of the summary
passage-in-body = The text speaks of it: paragraph { $number } of the full text
passage-in-words = The amendment speaks of it
passage-changed = (version { $version }; this passage has changed since)
passage-not-yours = It is for the person who worries, or whoever wrote the text, to say so.
passage-text-changed = The text has changed meanwhile. Look again, then choose.
done-passage = The link is changed.

## Voting

vote-title = Your vote
vote-jump = Go straight to the vote
vote-choice = Your choice
vote-open-until = You can vote until { $at }, and change your mind until then.
vote-until = You can change your mind until { $at }.
vote-free = You can also choose not to vote.
vote-reason = Your reason
vote-reason-hint = When the vote ends, the whole group will read it.
vote-unsigned = Do not sign my reason
vote-unsigned-hint = The group will read the reason without your name. It will still read how you voted. If no one else votes as you do, it will guess.
vote-pending = Your vote has not been sent yet.
vote-change-pending = Your new choice has not been sent yet.
vote-send = Send my vote
vote-open-hint = At the end, the group reads who voted what. Until then, no one does.
vote-sent = Your vote has been sent
vote-sent-as = Your vote has been sent: { $choice }.
vote-change = Change my vote
vote-not-on-roll = Your name is not on the list for this vote. It was drawn up when the vote opened.
vote-first = You will be able to vote from { $at }.
vote-over = The vote ended on { $at }.
vote-not-open = The vote is not open.
vote-so-far = So far
vote-received = { $count ->
    [one] { $count } vote received.
   *[other] { $count } votes received.
}
vote-missing = { $count ->
    [one] { $count } more vote is needed for this to count.
   *[other] { $count } more votes are needed for this to count.
}
vote-enough = Enough votes are in for this to count.
vote-needed = { $missing ->
    [0] { $quorum } needed: that is enough.
   *[other] { $quorum } needed, { $missing } still missing.
}
vote-dots = One dot for each person counted. The line marks the number of votes needed.
vote-hidden = The result stays hidden until the end, so that it sways no one.
choice-yes = For
choice-no = Against
choice-abstain = I abstain
choice-abstain-hint = Counts towards the number of votes, not towards the result.
choice-abstention = Abstention
ballot-choose = Choose an answer
ballot-not-on-roll = Your name is not on the list for this vote.
ballot-too-late = The vote ended on { $closed }. Your choice is not counted.
ballot-too-early = The vote is not open yet.
done-voted = Your vote has been sent.

## What came of it

stamp-adopted = Adopted
stamp-not-adopted = Not adopted
stamp-chosen = Chosen
stamp-no-choice = Nothing changes
stamp-consulted = No decision
stamp-not-yet = Not yet in force
stamp-not-done = Not carried out
verdict-counts = { $yes } for, { $no } against, { $abstain ->
    [0] no abstention
    [one] { $abstain } abstention
   *[other] { $abstain } abstentions
}{ $blank ->
    [0] {""}
    [one] , { $blank } blank ballot
   *[other] , { $blank } blank ballots
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
    [one] Of { $base } vote for or against, at least { $needed } had to be for. { $yes } was.
   *[other] Of { $base } votes for or against, at least { $needed } had to be for. { $yes } were.
}
result-share = The rule asks for { $p }/{ $q } of { $base }, so { $needed }.
result-enough = Enough votes? Yes.
result-not-enough = Enough votes? No.
result-quorum = { $ballots ->
    [0] No one voted. People counted: { $roll }. At least { $quorum } votes were needed.
    [one] { $ballots } person voted. People counted: { $roll }. At least { $quorum } votes were needed.
   *[other] { $ballots } people voted. People counted: { $roll }. At least { $quorum } votes were needed.
}
result-line = The line marks the number of votes needed: { $quorum }.
result-table = See the numbers in a table
result-table-caption = Votes on proposal { $number }
result-choice = Choice
result-votes = Votes
result-part = Part
result-of = { $count } of { $total }
result-outside = not counted
result-received = Votes received
voices-title = Who voted what
voices-hint = The votes that did not carry come first. They stay with the decision.
voices-count = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
voices-changed = , changed their mind during the vote
voices-detached = { $count ->
    [one] One more person chose this. The name is no longer kept.
   *[other] { $count } more people chose this. The names are no longer kept.
}
voices-silent = Gave no reason: { $names }
voices-unsigned = Not signed
voices-not-signed = Signed no reason: { $names }
did-title = What the decision changes
did-waits = Nothing has changed yet. The decision takes effect on { $at }.
did-waits-why = This gives time to check the count, or to discuss it again.
did-done = Happened on its own on { $at }.
did-position = Nothing automatic. The group took a position.
did-nothing = Nothing changes.
did-failed = It is adopted, but it could not be done.
did-failed-why = The reason: { $reason }
did-failed-then = Nothing was left half done. The group can discuss it again and propose something else.
# Why a decision could not act: failure-, then the key of the form's own refusal.
failure-charter-says-so-already = The charter already said so.
failure-mandate-holder-gone = The person who was to receive it is no longer in the group.
failure-mandate-holder-has-enough = The person who was to receive it already has enough mandates.
failure-mandate-until-at-most = The mandate would last longer than the charter allows.
failure-mandate-no-such-power = One of the powers it names no longer exists.
failure-mandate-over-already = This mandate was already over.
failure-day-from = The last day had already passed.
failure-day-until = The last day is too far away.
check-title = Check
check-register = In the register
check-fingerprint = Fingerprint of the text
check-fingerprint-hint = The same words always give the same fingerprint.
check-how = How to check it yourself
copy-title = Keep a copy
copy-print = This page prints as is, from your browser's menu.
copy-ballots = Take the ballots, without names
copy-ballots-blt = The ballots as .blt, for election programs
copy-ballots-preflib = The ballots as PrefLib, to compare methods
copy-ballots-pb = The ballots as .pb (pabulib), amounts in cents
copy-ballots-hint = To recount elsewhere, with “parpour count”, another program, or by hand.
copy-no-recount = The ballots of this vote are shown to nobody. So it cannot be recounted elsewhere.

## The register

register-title = Register of decisions
register-lead = Everything the group has decided, in order. Nothing is erased in secret.
register-newest = The latest entries
register-older-title = Older entries
register-none = No entries here.
register-pages = Pages of the register
register-newest-link = The latest entries
register-older = Older entries
register-jump = The eight words, and the copy to take home
register-entry = Entry { $seq }
register-about = Read the proposal
register-back = Back to the register
register-head = Eight words to compare
register-head-hint = They sum up the register up to entry { $seq }. The same words on both sides: the same past.
register-take = Take a copy of the register
register-take-hint = One complete file, to keep wherever you like.
register-download = Download the register
collection-link = The collection of decisions, to print
collection-title = Collection of decisions
collection-lead = { $count ->
    [0] { $day }.
    [one] { $count } decision adopted, { $day }.
   *[other] { $count } decisions adopted, { $day }.
}
collection-none = The group has not adopted anything yet.
collection-number = Decision { $number }
collection-adopted = Adopted { $day }

entry-said = What it says
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
entry-card-handed = { $who } made a card for { $to }
entry-entered = { $who } took their place, with the card made by { $from }
entry-submitted = Proposal { $number } sent by { $who }: { $title }
entry-first-question = Proposal { $number }, asked with the founding: { $title }
entry-opened = Vote opened, proposal { $number }: { $title }
entry-adopted = Proposal { $number } adopted, { verdict-counts }: { $title }
entry-adopted-withheld = Proposal { $number } adopted: { $title }
entry-consulted = Consultation { $number } over, no decision: { $title }
entry-not-adopted-withheld = Proposal { $number } not adopted: { $title }
entry-not-adopted = Proposal { $number } not adopted, { verdict-counts }: { $title }
entry-no-quorum = Proposal { $number } not adopted, too few votes: { $title }
entry-withdrawn = Proposal { $number } withdrawn by { $who }: { $title }
entry-lapsed = Proposal { $number } found no seconder: { $title }
entry-lapsed-words-changed = Amendment { $number }, not put to the vote, the passage changed: { $title }
entry-charter-changed = The charter changes. { $rule }: { $value }
entry-mandate-granted = Mandate entrusted to { $holder } until { $until }: { $title }
entry-mandate-recalled = Mandate recalled: { $title }
entry-tool-kept = This tool stays on trial until { $until }.
entry-effect-done = The decision is carried out.
entry-effect-failed = The decision could not be carried out. { $reason }
entry-left = { $who } left the group.
entry-mandate-ended = Mandate ended: { $who } left the group.
entry-mandate-ended-removed = Mandate ended: the person who held it was removed from the group.
entry-handover-written = { $who } wrote what one needs to know to take up a mandate.
entry-mandate-used = { $who } used a mandate: { $power }
entry-together-asked = { $who } asks for signatures: { $act }
entry-together-done = Done together, signed by { $who }: { $act }
entry-other = Other entry: { $kind }

verify-lead = Three ways, from the simplest to the most complete.
verify-words = 1. Compare eight words
verify-words-1 = Here are the words of the register at entry { $seq }.
verify-words-2 = Call someone else in the group. Each of you reads out your eight words.
verify-words-3 = The same words: you have the same register. Different words for the same number: tell the group.
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
mail-news-read = Have a look:
mail-news-why = You are getting this e-mail because you chose to.
mail-news-stop = Stop these e-mails, in one click:

## Recalls and readings
power-answer-recall = say what one wants to say when one's mandate may be recalled, or when a vote concerns one
happens-recall-together = To recall a mandate? Several people ask for it, from the page of the mandate.
recall-asked-together = Several people ask for a recall, from the page of the mandate
proposal-asked-together = Asked together by { $names }
proposal-of-a-removal = Vote on a removal, after the notice
hearing-title = What { $who } wants to say about it
hearing-empty = Nothing is written here. That is an answer like any other.
hearing-label = Your words
hearing-hint = If you like. They stay beside the proposal, at the same size.
hearing-save = Keep my words
hearing-hers = This place belongs to the person concerned
failure-charter-read-too-soon = The second reading came too soon. It can be from { $day } on. The first still counts.
failure-mandate-holder-held-it-long = The person who was to have it has held it three times in a row already.
did-read = This is the first reading. Nothing changes yet.
did-read-then = The rule changes if the group adopts the same thing once more, 30 days later at least.
entry-charter-read = First reading, no change for now. { $rule }: { $value }
entry-asked-together = Proposal { $number }, asked together by { $who }: { $title }
entry-together-about = { $act } ({ $title })
kept-hearing = What a person says when their mandate may be recalled, or when their removal is voted on
kept-hearing-why = So that they are heard beside the proposal.
data-hearing = What you said when a vote concerned you
data-hearing-words = Your words
## Hard times

happens-measure = Set a measure for a time
happens-measure-hint = Pause from an activity, no contact, mediation or return plan. Six months at most.
write-measure-lead = A measure ends by itself. Talk to the person concerned first.
write-measure-kind = Which measure
write-measure-person = The person concerned
write-measure-activity = The activity
write-measure-activity-hint = For a pause only.
write-measure-other = The other person
write-measure-other-hint = For a mediation, or to have no contact.
write-measure-one = A person who is the link
write-measure-two = Another person who is the link
write-measure-between-hint = For a mediation. Ask them first.
write-measure-until-hint = At the latest { $day }.
entry-measure-set = { $kind } until { $until }: { $who }
entry-measure-ended = A measure ended before its day
entry-removal-adopted = The group adopted a removal
entry-removal-noticed = { $who } gave notice of a removal: { $person }
entry-removal-heard = Hearing noted: { $person }
entry-removal-taken-back = { $who } took back a notice of removal: { $person }
entry-removal-lapsed = Notice of a removal over without a vote: { $person }
entry-removal-vote = Proposal { $number }, the vote on a removal is open, after the notice: { $title }
entry-removal-acted = A removal begins: { $person }
entry-removal-appealed = Appeal of a removal: { $person }
entry-removal-annulled = Removal annulled, the appeal had no answer: { $person }
entry-removal-ended = A removal is over
entry-incident-opened = A confidentiality incident is noted
entry-incident-closed = An entry of the register of incidents is closed

## Admitting by a decision

happens-measure-end = End a measure before its day
happens-measure-end-hint = A pause from an activity, a distance, a mediation, a plan of return. What one decision set, another can end.
write-measure-ends = Which measure
write-measure-ends-hint = Measures that run, as the group decided them.
write-choose-measure = Choose the measure
write-no-measure = No measure is running.
happens-admit = Admit somebody who asks
happens-admit-hint = Only if the charter leaves it to a decision. A place opens, and the person comes in by their own act.
write-applicant = Who
write-applicant-hint = The place opens if the proposal is adopted.
write-choose-applicant = Choose a person from the list
write-admit-no-name = Do not write the person's name in the text: it would stay. The tool shows it beside, as long as needed.
failure-admit-over = It waited no longer.
failure-admit-too-late = It was older than thirty days.
failure-admit-grew-enough = The group had welcomed enough people that month.
entry-admitted = The group opened a place for somebody who asked.
entry-joined-on-paper = { $to } is now part of the group. Entered on paper, by: { $who }
entry-renamed = { $who } changed names here.
entry-renamed-at-request = { $who } changed the name of { $to } here, at their request.
entry-application-closed = { $who } answered somebody who had waited thirty days without enough signatures.
entry-application-written = { $who } wrote to somebody who asks to join.

## Secret votes

choice-blank = Blank ballot
secret-title = Secret vote
secret-send = Put it in the urn
secret-hint = No member reads this choice with your name, neither now nor later.
secret-in-urn = Your ballot is in the urn
secret-again = You can vote again until { $at }. The last ballot counts.
secret-few = Fewer than five of you vote. With so few, people soon guess who chose what. A paper urn or an open vote may suit you better.
secret-limits-link = What a secret vote protects
secret-enough = There are enough ballots for the vote to count.
secret-not-enough = There are not yet enough ballots for the vote to count.
secret-enough-hint = Looked at once a day. The number of ballots stays hidden until the end.
ballot-secret = This vote has become secret. Open the page of the vote to put a ballot in the urn.
ballot-begins-anew = The vote is about to begin anew. Nothing was put in the urn. Try again in a moment.
ballot-not-secret = This vote is not secret. Nothing was put in an urn.
rule-secret = The vote is secret: nobody reads who voted what, neither during it nor after.

ballot-number-title = It is in the urn
ballot-number-yours = The number of your ballot
ballot-number-copy = Copy it on paper if you like. It is shown only once.
ballot-number-what = When the vote has closed, this number tells you that your ballot was counted. It does not say what you chose.
ballot-number-keeping = It can be looked up for { $days } days after the closing.
ballot-number-replaces = A new ballot has a new number.
ballot-number-done = Done

look-up-title = Look up a ballot
look-up-link = Look up the number of my ballot
look-up-label = The number of the ballot
look-up-hint = Twenty signs. Spaces and capitals do not matter.
look-up-do = Look up
look-up-ballots = { $count ->
    [one] There was one ballot in the urn.
   *[other] There were { $count } ballots in the urn.
}
look-up-yes = This ballot is in the count.
look-up-no = No counted ballot has this number.
look-up-no-then = Check each sign. If you voted twice, the last number counts. If the vote began anew, earlier numbers are of no use. If the number is right, tell the group: the count must be looked at again.
look-up-open = The vote is not over. A number can be looked up when it has closed.
look-up-destroyed = The numbers of the ballots were destroyed. Their time was over.
ballot-number-wrong = Write the twenty signs of the number

secrecy-title = Ask for a secret vote
secrecy-heading = Open or secret
secrecy-is-open = At the end, the group reads who voted what.
secrecy-is-secret = The vote will be secret: the group does not know who asked.
secrecy-ask = Ask for a secret vote
secrecy-you-asked = You asked for a secret vote. Others must ask too.
secrecy-what = In a secret vote, nobody reads who chose what. Nobody knows either who asked for it.
secrecy-wanted = { $count ->
    [one] Asking once is enough.
   *[other] { $count } people must ask for it.
}
secrecy-anew = { $days ->
    [one] The vote is open: it begins anew, for one day. The votes received so far are erased.
   *[other] The vote is open: it begins anew, for { $days } days. The votes received so far are erased.
}
secrecy-copies = A backup made meanwhile may keep these first votes. Asking before the opening protects better.
secrecy-for-good = There is no way back to an open vote.
secrecy-do = Ask for secrecy
secrecy-already = This vote is secret already.
secrecy-asked-already = You have asked already.
done-secrecy-asked = You have asked.

limits-title = What a secret vote protects
limits-holds = What is protected
limits-holds-members = No member and no mandate can read who voted what.
limits-holds-later = When the vote closes, the link between people and ballots is destroyed. Neither a copy nor a stolen disk brings it back.
limits-holds-count = Before the end, nobody sees how many ballots are there.
limits-holds-not = What is not
limits-machine = Whoever runs the machine could cheat during the vote, by changing the program.
limits-beside = Somebody beside you can see your screen.
limits-remaining = { $count ->
    [0] If everybody chose the same, one knows who chose what. With very few, one guesses.
   *[other] If everybody chose the same, one knows who chose what. With very few, one guesses: under { $count } ballots, only the verdict is written.
}
limits-swap = The number shows that your ballot is counted. It does not prove what it says: on purpose, so that nobody can make you show it.
limits-how = How it works
limits-askers = { $count ->
    [one] Any member can ask for secrecy, without saying why. Asking once is enough.
   *[other] Any member can ask for secrecy, without saying why. { $count } must ask.
}
limits-again = One can vote again until the end. The last ballot counts.
limits-number = Each ballot has a number, shown once. It can be looked up for { $days } days.
limits-lost = If the machine is lost during a vote, it begins anew. Those on the roll who want news get some.
limits-paper = For a very tense election, a paper urn and two people who count remain the safest.

verdict-adopted-withheld = Adopted.
verdict-not-adopted-withheld = Not adopted.
verdict-no-quorum-withheld = Not adopted: not enough ballots.
result-withheld = The numbers are not written: so few ballots would tell who chose what.
urn-title = The urn
urn-opened = { $count ->
    [0] The urn was opened at the closing. It was empty.
    [one] The urn was opened at the closing. There was one ballot.
   *[other] The urn was opened at the closing. There were { $count } ballots.
}
urn-opened-few = The urn was opened at the closing. There were few ballots.
urn-take = Take the numbers and the ballots of the urn
urn-take-hint = Two sorted lists, without names. The fingerprint of each (SHA-256) is in the register entry.
urn-key-destroyed = The key of the urn is destroyed: nothing joins a person to a ballot any more.
urn-key-waits = The key of the urn is being destroyed.
urn-can-recount = The ballots without names stay. Their fingerprint is in the register, and they can be recounted.
urn-cannot-recount = This vote cannot be recounted: the ballots were not kept.

entry-made-secret = Proposal { $number }, the vote is secret: { $title }
entry-begun-anew = Proposal { $number }, the secret vote begins anew, its key was lost: { $title }
entry-receipts-destroyed = Proposal { $number }, the numbers of the ballots are destroyed: { $title }

# A count, step by step: on the page of a vote and from `parpour count`.
count-in-order = In order: { $tiers }
count-majority = Yes: { $yes }. No: { $no }. Abstentions: { $abstain }. Blank: { $blank }. Base: { $base }; { $needed } yes were needed.
count-approvals = { $option }: { $total } (approvals)
count-points = { $option }: { $total } (points)
count-duel = { $one } against { $other }: { $votes } to { $against }
count-quota = Votes needed to be elected (quota): { $quota }
count-stage-wins = Stage { $number }: { $votes }. { $option } has more than half.
count-stage-leaves = Stage { $number }: { $votes }. { $option } leaves.
count-stage-any = Stage { $number }: { $votes }. Equal: { $equals }; here { $option } leaves.
count-stage-first = Stage { $number }, first choices: { $votes }.
count-stage-surplus = Stage { $number }, surplus of { $option }: { $votes }.
count-stage-excluded = Stage { $number }, { $option } leaves: { $votes }.
count-stage-elected = Elected: { $elected }.
count-purchase = { $option }: ${ $units }.{ $cents }. Paid in full by { $payers ->
    [one] 1 person
   *[other] { $payers } people
}, { $part } cents each. Paid with what was left: { $rest }.
count-spent = Spent: ${ $units }.{ $cents }

# Ways to decide.
happens-choice = Choose among several options
happens-choice-hint = A date, a budget, one idea among others. The register keeps the choice.
effect-choice = The register keeps what the group chose. Nothing happens by itself.
methods-question = How the group chooses
methods-lead = Each way fits in one sentence. Take the simplest one that suits.
methods-title = Ways to choose
write-other-method = Choose another way
write-options = The options
write-options-hint = One on each line, 20 at most.
write-options-costs = One on each line, with its cost at the end: “Apple picking 120.50”.
write-options-dates = One on each line: “2027-05-08 13:30”.
write-seats = How many options are kept
write-seats-hint = 1 if only one is chosen.
write-people = How many people must be able to come
write-people-hint = A day that suits fewer people is not kept.
write-budget = How much there is to spend
write-budget-hint = For example 400 or 400.50.
write-method = How it is decided
write-part = The part of the votes it takes
write-part-hint = You can ask for more than the charter, never for less. Only by majority or by consent.
write-part-charter = That of the charter
write-part-more = At least { $p } votes out of { $q }

method-majority = By majority
method-majority-rule = For, against, or abstention. The rule of the charter says how many votes it takes.
method-consent = By consent
method-consent-rule = It is adopted if nobody objects. Also, at least half of the people counted must say that they can live with it, or let the others decide. And those who can live with it must be the part that the charter asks for.
method-consent-how = Can you live with this proposal?
method-gradients = Take the temperature, in eight answers (no decision)
method-gradients-rule = A consultation: nothing is adopted. Everybody says how far they go along, from “I support it” to “I can't go along”. The group reads how many people gave each answer, and the answer in the middle.
method-gradients-how = How far do you go along with this idea?
method-sense = Take the temperature, with a thumb (no decision)
method-sense-rule = A consultation: nothing is adopted. Everybody puts a thumb up, sideways or down. The group reads how many people gave each answer, and the answer in the middle.
method-sense-how = What do you think of it, at first sight?
consults-title = This is a consultation
effect-consultation = Nothing is adopted, and nothing follows. The group learns where it stands.
rule-decides-nothing = A consultation decides nothing. To decide takes a proposal.
question-decides-nothing = A consultation decides nothing: nothing can follow from it. Choose another way, or take out what should happen
verdict-consulted = Consultation over, no decision.
did-consulted = Nothing is decided. Whoever wants to go further writes a proposal.
consulted-answers = { $ballots ->
    [0] Nobody answered, out of { $roll }.
    [one] One person answered, out of { $roll }.
   *[other] { $ballots } people answered, out of { $roll }.
}
consulted-nobody = Nobody answered.
consulted-middle = The answer in the middle, when all are put in order: { $one }.
consulted-middle-two = The two answers in the middle, when all are put in order: { $one }; { $other }.
choice-endorse = I support it
choice-endorse-hint = I like it.
choice-minor-point = I support it, with one small point
choice-minor-point-hint = Basically, I like it.
choice-reserved = I go along, with reservations
choice-reserved-hint = I can live with it.
choice-no-opinion = I have no opinion
choice-no-opinion-hint = Neither for nor against.
choice-not-in-the-way = I don't like it, but I won't hold the group back
choice-not-in-the-way-hint = The group can go on without me.
choice-still-support = I disagree, and I would help all the same
choice-still-support-hint = I would like my disagreement noted.
choice-stay-out = I disagree, and I would not take part in it
choice-stay-out-hint = I would like us to talk about it more.
choice-cannot-go-along = I can't go along
choice-cannot-go-along-hint = I would look for something else with the group.
choice-thumb-up = Thumb up
choice-thumb-up-hint = It speaks to me.
choice-thumb-sideways = Thumb sideways
choice-thumb-sideways-hint = I don't know yet.
choice-thumb-down = Thumb down
choice-thumb-down-hint = It doesn't speak to me.
method-approval = Tick what suits
method-approval-rule = Everybody ticks all that suits them. What is ticked most is kept. When only one option is kept, more than half must have ticked it.
method-approval-when = The simplest way. Good for nearly everything.
method-approval-how = Tick all that suits you
method-dates = Find a date
method-dates-rule = For each date: yes, if need be, or no. The date when most people can come is kept. When equal: the one with most “yes”, then the earliest.
method-dates-when = For an outing, a meeting, a kitchen.
method-dates-how = Can you come?
method-equal-shares = Share a budget
method-equal-shares-rule = The budget is split into equal shares, one for each person who votes. What those who ticked it can pay for together is bought, starting with what costs each of them least.
method-equal-shares-when = To choose several purchases with one sum. A small number of people keep their share.
method-equal-shares-how = Tick all that you would like to buy
method-points = Give points
method-points-rule = Everybody gives 0 to 5 points to each option. The highest total is kept.
method-points-when = When people want to say how much they like each idea.
method-points-how = 0 to 5 points for each
method-schulze = Put in order, by duels
method-schulze-rule = Everybody puts the options in order. They are compared two by two. The one that more people prefer, duel after duel, is kept (Schulze method).
method-schulze-when = For three or more texts that are alike. Two options may have the same place.
method-schulze-how = Give place 1 to what you prefer, 2 to what comes next
method-stv = Elect for several seats
method-stv-rule = Everybody puts names in order. A vote that is of no more use to one name goes to the next. So each part of the group has its seat (single transferable vote, Scottish rules).
method-stv-when = For a committee, when there are more names than seats.
method-stv-how = Give place 1 to your first choice, 2 to the next. Two names cannot have the same place
method-ranked-pairs = Put in order, clearest duels first
method-ranked-pairs-rule = Everybody puts the options in order. The clearest duels are kept first, and a duel that would contradict them is left aside.
method-ranked-pairs-when = Like duels, counted another way.
method-ranked-pairs-how = Give place 1 to what you prefer, 2 to what comes next
method-irv = Put in order, the last one leaves
method-irv-rule = Everybody puts the options in order. The least chosen leaves, and its votes go to the next choice, until one has more than half.
method-irv-when = When the group already knows this way.
method-irv-how = Give place 1 to what you prefer, 2 to what comes next
method-borda = Put in order, points for each place
method-borda-rule = Everybody puts the options in order. An option gets points for each one that it is ahead of. The highest total is kept.
method-borda-when = When one looks for what displeases least.
method-borda-how = Give place 1 to what you prefer, 2 to what comes next

option-none-of-these = None of these
option-cost = ${ $units }.{ $cents }
option-date = { $at }
mark-date-0 = No
mark-date-1 = If need be
mark-date-2 = Yes
mark-tick-0 = No
mark-tick-1 = Yes
mark-no-place = No place
mark-no-points = 0, or nothing
told-mark = { $option }: { $mark }
told-place = { $place }. { $option }
told-nothing = Nothing written
choice-consent = Yes, I can live with it
choice-consent-hint = Even if it is not what I like best.
choice-concern = Yes, with a concern
choice-concern-hint = It can pass. I would like my concern to be written down.
choice-stand-aside = I let the others decide
choice-stand-aside-hint = I do not oppose it, and I take no part in it.
choice-not-ready = Not yet
choice-not-ready-hint = I lack something to answer.
choice-objection = I have an objection
choice-objection-hint = I see a harm for the group. I write which, and what would help.
vote-reason-objection = An objection needs one: what harm, and what would help? The group reads objections and concerns at once.
rule-silence = No answer is not a yes.
rule-tie-options = When equal, nothing is chosen. The group may ask again, or draw lots.

verdict-consent = Adopted by consent: no objection.
verdict-no-consent = Not adopted: there is no consent.
verdict-chosen = The group chose: { $winners }.
verdict-bought = The group buys: { $winners }.
verdict-as-it-is = The group leaves things as they are.
verdict-tied-options = A tie between { $tied }: nothing is chosen.
verdict-no-date = No date suits enough people.
verdict-none-chosen = Nothing is chosen.
counting-table = What the vote on proposal { $number } gave
counting-steps = See the count, step by step
counting-signatures = Ballots are not shown one by one: in a small group, a whole ballot can tell who wrote it.
row-won = Kept
row-tied = Equal
row-not = Not kept
row-date = { $can } can come ({ $yes } yes, { $maybe } if need be). { $no } no
date-none = No date has enough people.
date-most-can-come = It is the date when most people can come.
date-most-say-yes = As many people can come on another day. This one has more “yes”.
date-lost-twice = When equal, whoever could not come last time is thought of first.
date-earliest = When equal, it is the earliest date.
consent-nothing-in-the-way = Nothing stands in the way.
consent-too-small-a-part = Nobody objects. But the charter asks for a larger part who can live with it.
consent-objections = { $count ->
    [one] One objection is still open.
   *[other] { $count } objections are still open.
}
consent-not-ready = { $count ->
    [one] One person is not ready yet.
   *[other] { $count } people are not ready yet.
}
consent-too-few = { $have ->
    [one] One answer lets the proposal pass.
   *[other] { $have } answers let the proposal pass.
} It takes { $need }.
consent-aside = Let the others decide: { $aside } out of { $answers }. That is more than half.

question-by-majority = A decision of this weight is taken by majority, as the charter says
question-by-consent = A decision of this weight is taken by consent, as the charter says
question-by-majority-or-consent = A decision of this weight is taken by majority or by consent, as the charter says
question-two-options = Write at least two options, one on each line
question-too-many-options = Write at most { $most } options
question-option-long = Line { $line }: this is too long, at most 120 characters
question-option-empty = Line { $line }: write at least one word
question-option-twice = Line { $line }: this option is already written above
question-option-date = Line { $line }: write the date like 2027-05-08 13:30
question-option-past = Line { $line }: this date is over already
question-option-cost = Line { $line }: write the cost at the end, like 120.50
question-seats = Write a number between 1 and { $most }
question-people = Write a number between 1 and 1000
question-budget = Write an amount, like 400 or 400.50
ballot-unreadable = This ballot cannot be read. Please start again
ballot-place-twice = Two names have the same place. Give each a different one
ballot-objection-short = Write what harm this proposal would do, and what would help: at least { $least } characters
## Amendments

amendments-title = Amendments
amendments-order = Order of the votes: the sub-amendment, the amendment, then the proposal.
amendments-voting = The group votes on the amendments now. The proposal comes after.
amendments-none = Nobody has proposed other words.
amendments-are-voted = The amendments are being voted on. The text does not change for now.
amendment-number = Amendment { $number }
amendment-sub-number = Sub-amendment { $number }
amendment-now = It is its turn: the vote is open.
amendment-waits = It waits for its turn.
amendment-conflict = The text has changed since.
amendment-conflict-then = The passage is not what it was. Unless it comes back, the amendment will not be voted on.
amendment-too-deep = A sub-amendment is not amended. Two levels are enough to find one's way.
amendment-too-late = The discussion is over. Amendments can no longer be proposed.
amendment-not-of-these-words = Several people signed these words. They are not amended.
amendment-not-of-a-measure = A measure concerns a person. These words are not amended.
amendment-not-of-a-review = The question is whether to keep this decision. Its words are not amended.
amendment-one-at-a-time = You have an amendment here already, number { $number }. Withdraw it, or wait for its end.
amendment-would-lose-its-words = Amendment { $number } was seconded, and is about these words. Keep them: the group will vote
amendment-text-changed = The text changed while you were writing. Your words are kept. Compare them with those of today.
amendment-words-changed = This passage is no longer the same. The amendment can no longer change it.
amendment-changes-nothing = Change at least one word
amendment-leaves-nothing = Leave at least one sentence in the summary
amendment-choose-place = Choose a passage
amendment-has-its-page = An amendment is written from the page of the proposal
amendment-not-revised = An amendment is not rewritten. Withdraw it, then propose other words.
amend-propose = Propose an amendment
amend-sub-propose = Propose a sub-amendment
amend-choose = Which passage should change?
amend-lead = An amendment changes the words of one passage.
amend-present = The words of today
amend-words = The new words
amend-words-hint = Change what should change. If you erase everything, the passage goes.
amend-why-hint = In a sentence or two.
amend-then = { $days ->
    [one] It is discussed with the proposal. Then the group votes on it for { $days } day.
   *[other] It is discussed with the proposal. Then the group votes on it for { $days } days.
}
# Titles that the page proposes; whoever writes may change them.
amend-title-of = Amendment to proposal { $number }
amend-title-of-sub = Sub-amendment to amendment { $number }
amends-title = What it changes
amends-link = Read proposal { $number }
amends-summary = In the summary of proposal { $number }
amends-body = In the text of proposal { $number }
amends-words = In the words of amendment { $number }
amends-why = Why
yours-amendment-hint = You can withdraw this amendment while it is being discussed.
step-vote-in-turn = Vote, in its turn
next-in-turn = Each vote comes in its turn: the sub-amendment, the amendment, then the proposal.
next-amendment-talk = It is discussed together with the proposal.
versions-amendment = By amendment { $number }
entry-amended = Amendment { $number } has changed proposal { $of }.
done-amendment-sent = Your amendment is sent to the group.
## The time of a vote, and what comes after it

extension-heading = The time of the vote
extension-was = This vote was made longer.
missed-extend = If votes are missing at the end, the vote is made longer once.
missed-second-call = If votes are missing at the end, the vote is made longer once, and half is enough.
early-when = When everybody who is counted has voted, the vote can close before its end. It lasts a day at least.
extension-what = { $days ->
    [one] One more day can be asked for. The list and the votes stay.
   *[other] { $days } more days can be asked for. The list and the votes stay.
}
extension-wanted = { $count ->
    [one] Asking once is enough. The group does not know who asks.
   *[other] { $count } people must ask. The group does not know who.
}
extension-do = Ask for more time
extension-you-asked = You asked for more time. Others must ask too.
extension-asked-already = You have asked already.
extension-no-more = This vote cannot be made any longer.
done-extension-asked = You have asked.

stop-wanted = { $count ->
    [one] It takes { $count } signature.
   *[other] It takes { $count } signatures. Yours is the first.
}
stop-wanted-also = { $count ->
    [one] It takes { $count } signature. With the same words, yours is added to the others.
   *[other] It takes { $count } signatures. With the same words, yours is added to the others.
}
stop-named = The names and the reason go into the register.
stop-waiting = Members have asked for it already. Read their reason
stop-reason = The reason
stop-reason-hint = What is wrong, in plain words. Whoever signs, signs these words.
stop-reason-missing = Write the reason
stop-do = Ask and sign
stop-which = The proposal
stop-then = What happens then
cancel-heading = A mistake?
cancel-ask = Ask to stop this vote
cancel-title = Stop this vote
cancel-then = The vote stops. The votes received so far are erased without being counted. The proposal can be made anew.
cancel-then-ends = The vote stops, for the second time. The decision is not kept: it ends. The votes received so far are erased without being counted.
cancel-not-on-roll = This vote is stopped by people who can vote in it
cancel-not-now = This vote cannot be stopped: it is not open, or it has steps of its own.
done-vote-stopped = The vote is stopped.
stopped-title = Why the vote was stopped
stopped-by = Stopped by { $who }, { $at }.
stopped-then = The votes received so far are erased. Nothing was counted.
contest-heading = Before it is done
contest-ask = Contest this decision
contest-title = Contest a decision
contest-then = The decision does not act. The group votes once more, on the same text. This second vote is the last.
contest-not-now = This decision cannot be contested: it is not waiting, or it was contested already.
done-contested = The group votes once more.
contested-title = A contested decision
contested-by = Contested by { $who }, { $at }.
contested-then = The group votes once more, on the same text. This second vote is the last.
contested-no-more = The group voted twice. This decision can no longer be contested. It acts on its date.
proposal-same-as = The group said no to this text already: it is proposal { $number }. Change something, or wait until { $day }

entry-extended = Proposal { $number }, vote made longer, votes were missing: { $title }
entry-second-call = Proposal { $number }, vote made longer, half of the votes is enough now: { $title }
entry-extended-asked = { $count ->
    [one] Proposal { $number }, vote made longer at the request of one person: { $title }
   *[other] Proposal { $number }, vote made longer at the request of { $count } people: { $title }
}
entry-closed-early = Proposal { $number }, everybody who is counted voted, the vote closes before its end: { $title }
entry-vote-stopped = Proposal { $number }, vote stopped by { $who }: { $title }. The reason: { $reason }
entry-contested = Proposal { $number }, contested by { $who }, the group votes once more: { $title }. The reason: { $reason }

## Asking again

write-review = Ask again, after
write-review-hint = From 1 to 60 months after the vote. Then the group votes on keeping it. Without a yes, it ends.
review-this = This decision
review-in-months = { $months ->
    [one] One month after the vote, the group asks itself again.
   *[other] { $months } months after the vote, the group asks itself again.
}
review-decision = Keep decision { $number }
review-otherwise = Without a yes
review-otherwise-ends = The decision ends.
review-over-already = This decision has ended already.
review-comes-by-itself = This question comes by itself, at the time that was chosen
proposal-asked-again = Keep decision { $number }? The question has come back at its time.
again-title = Asking again
again-when = On { $at } the group will ask itself whether to keep this decision.
ended-title = This decision has ended
ended-when = It ended on { $at }.
ended-by = Read proposal { $number }
replaced-title = This rule has changed since
replaced-by = Decision { $number } changed this rule
did-not-kept = Decision { $number } ends.
entry-asked-again = Proposal { $number }, back at its time: { $title }
entry-review-set = { $months ->
    [one] The group will ask itself again in one month.
   *[other] The group will ask itself again in { $months } months.
}
entry-decision-kept = The group keeps decision { $number }.
entry-decision-ended = Decision { $number } has ended, by proposal { $review }: { $title }
## Voting without a screen

without-title = Without a screen
without-sheet-alone = The sheet to print
without-sheet = The sheet to print, with the ballot
without-phone = Note the vote of someone on the phone
without-paper = Paper ballots
without-handed = { $count ->
    [one] One person took a paper ballot.
   *[other] { $count } people took a paper ballot.
}
whose-nobody = Choose a person
whose-choose = Choose a person from the list
whose-not-on-roll = This person is not on the list for this vote. Choose someone else

paper-sheet = The sheet of the proposal
paper-sheet-lead = To print in large letters. The group's name is not on it.
paper-sheet-short = In short
paper-sheet-rule = How we decide
paper-sheet-when = The dates
paper-sheet-until = The vote ends on { $at }.
paper-sheet-early = The vote is not open yet. This sheet is for getting ready. The text may still change.
paper-options = My answer
paper-options-call = This paper is yours. During the vote, read it to somebody of the group, on the phone or face to face, who reads your answer back to you, and notes it once you say yes.
paper-ballot = The ballot
paper-ballot-tear = Tear off here
paper-ballot-how = Put one cross, in one box. Without a cross, it is a blank ballot.
paper-ballot-no-name = The vote is secret. Do not write your name or anything else.
paper-ballot-reason = Your reason, if you like:
paper-ballot-fold = Fold the ballot, words inside. Put it in the box.

phone-title = A vote by phone
phone-what = The person is on the phone. They tell you their choice, and you note it for them. On the next page, you read it aloud.
phone-told = The register says who noted whose vote, not the choice. The person will read it here, and can change their vote until the end.
phone-whose = Who is on the phone
phone-whose-hint = The whole list for the vote is here, whether or not the person has voted.
phone-choice = Their choice
phone-abstains = Abstains
phone-reason = Their reason
phone-reason-hint = In their words. When the vote ends, the whole group will read it.
phone-pending = Nothing is noted yet.
phone-read-back = Read it back aloud
phone-aloud = Read it back aloud
phone-aloud-do = Read aloud
phone-script = { $name }, on the proposal “{ $title }”, you answer: “{ $choice }”.
phone-script-reason = Your reason: “{ $reason }”.
phone-script-right = Is that right?
phone-nothing-yet = Until the person says yes, nothing is noted.
phone-confirmed = The person said yes: note the vote
phone-not-so = No, go back
phone-again = Back to the choice
phone-noted = This vote was noted for you on the phone. If you vote here, your vote takes its place.
phone-noted-by = Noted for you on the phone by { $who }
phone-never-secret = A secret vote cannot be given on the phone: someone would know the choice. There are still the screen and the paper.
phone-not-yourself = That is you. Vote yourself, on the page of the vote
phone-on-paper = This person took a paper ballot. First note that they gave it back
phone-voted-herself = This person has already voted on a screen. Only they can change their vote. Nothing was noted.
done-phone-vote = The vote is noted.

on-paper-title = Paper ballots
on-paper-what = Whoever takes a paper ballot votes on paper, and not on a screen. A ballot is given back to another person, who notes it. Put your initials on the ballot that you hand out: a ballot without initials is spoiled.
on-paper-open = At the end, two people count the paper ballots. They are added to the votes on screens.
on-paper-secret = At the end, two people count the paper ballots. Everybody sees who took a paper ballot, not what it says. With fewer than five paper ballots, those who count can guess a choice.
on-paper-hand = Give out a ballot
on-paper-whose = To whom
on-paper-hand-do = Note that the ballot was given out
on-paper-took = Who took a paper ballot
on-paper-nobody = No one.
on-paper-back = Ballot taken back, not used
on-paper-yours = Put it in the box before { $at }. To vote here, first give the ballot back to somebody, who notes it.
ballot-on-paper = You took a paper ballot.
paper-taken = This person already has a paper ballot. Choose someone else
paper-voted = This person has already voted. They can change their mind on a screen until the end. Choose someone else
paper-not-taken = This ballot was given back already.
done-paper-handed = Noted: the ballot was given out.
done-paper-back = Noted: the ballot was taken back, not used.

paper-waits = Waiting for the paper to be counted
paper-waits-until = If the paper is not counted by { $at }, the votes on screens count alone.
paper-waits-who = Any two people open the box and count, each on their own.
tally-title = Count the paper
tally-two = Two people count, each on their own. Neither sees the other's numbers.
tally-handed = { $count ->
    [one] One paper ballot was given out.
   *[other] { $count } paper ballots were given out.
}
tally-after = The box is opened when the vote is over, on { $at }.
tally-found = What you found in the box
tally-again = Correct your numbers
tally-zero = Write 0 where there are none.
tally-blank = Blank
tally-blank-hint = Without any mark. It is not an abstention.
tally-spoiled = Spoiled
tally-spoiled-hint = Nobody can tell what it says, or it has no initials. It does not count, and the result says how many there were.
tally-do = Note my count
tally-noted = Your numbers are noted.
tally-other-waited = The count of another person is still to come.
tally-other-did = { $name } has counted. A second count is still to come.
tally-differ-then = Also counted: { $names }. As soon as two people find the same, the vote is counted.
tally-differed = The counts do not say the same. Count again.
tally-too-many = That makes { $sheets } ballots, and { $handed } were given out. Count again
tally-too-early = The vote is not over. The box is opened afterwards.
tally-too-late = The vote is counted.
tally-no-paper = No one took a paper ballot.
result-paper = { $total ->
    [one] { $total } ballot: { $screens } on screens, { $paper } on paper.
   *[other] { $total } ballots: { $screens } on screens, { $paper } on paper.
}
result-spoiled = { $count ->
    [one] One more paper ballot was spoiled.
   *[other] { $count } more paper ballots were spoiled.
}
result-paper-not-counted = The paper was not counted in time. The votes on screens count alone.
voices-on-paper = { $count ->
    [one] One paper ballot, without a name.
   *[other] { $count } paper ballots, without names.
}
entry-vote-by-phone = Proposal { $number }, vote of { $voter } noted on the phone by { $who }: { $title }
entry-paper-counted = { $spoiled ->
    [0] Proposal { $number }, paper ballots counted by { $who }. Counted: { $ballots }. { $title }
   *[other] Proposal { $number }, paper ballots counted by { $who }. Counted: { $ballots }, spoiled: { $spoiled }. { $title }
}
entry-paper-counted-withheld = Proposal { $number }, paper ballots counted by { $who }: { $title }
entry-paper-not-counted = Proposal { $number }, the paper was not counted in time: { $title }

roll-title = Who was on the list
roll-what = The list of the people who could vote was drawn up when the vote opened.
roll-noted = Your name is added here when you read the list. The whole group sees it.
roll-do = Read the list
roll-voted = Voted
roll-others = Did not vote
roll-nobody-else = Everyone voted.
roll-free = Not voting is free. No one has to say why.
roll-members = The list of the vote
roll-not-told = The page does not say who voted: too few votes, people on a pause, or the names are no longer kept.
roll-not-yet = The vote is not over. The list can be read afterwards.
roll-reads = Who read this list
roll-read = { $day }: { $names }
roll-read-by-nobody = No one.
roll-kept = This is kept for a year.
phone-not-here = This vote is not noted by phone: it is held in several rounds, on a screen.
entry-chosen = Proposal { $number }, the group chose { $winners }: { $title }
entry-by-consent = Proposal { $number } adopted by consent: { $title }
question-options = What there is to choose
question-asks-people = { $count ->
    [one] At least one person must be able to come.
   *[other] At least { $count } people must be able to come.
}
question-asks-budget = To spend: ${ $units }.{ $cents }
question-asks-seats = { $count } options are kept.
answers-consent = Can live with it
answers-concern = Can live with it, with a concern
answers-stand-aside = Let the others decide
answers-not-ready = Not yet
answers-objection = Object to it
paper-back-to-another = Give the ballot back to another person, who notes it
tally-not-on-roll = Counting is for the people on the list of this vote
paper-ballot-initials = Initials of whoever hands this ballot out:

## Consent, consensus, and what passes without objection

method-consensus = By consensus
method-consensus-rule = It is adopted if more than half of the answers agree, if at most a third let the others decide, and if no supported block holds.
method-consensus-how = Do you agree with this proposal?
method-tacit = Without objection
method-tacit-rule = It is adopted if nobody objects, and if enough people say that they have seen it: a quarter of the people counted, and at least 3. The vote lasts at least 3 days.
method-tacit-how = Have you seen this proposal?
choice-agree = I agree
choice-agree-hint = I want it too.
choice-reservations = With reservations
choice-reservations-hint = It can pass. I would like my reservations to be written down.
choice-block = I block it
choice-block-hint = It goes against what the group is for. I write why.
choice-seen = Seen, it is fine
choice-seen-hint = I have read it, and I let it pass.
ballot-block-short = Write how this proposal goes against what the group is for: at least { $least } characters
vote-reason-block = A block needs one: how does it go against what the group is for? The group reads blocks and reservations at once.
vote-open-hint-at-once = The group reads concerns, reservations and what stands in the way at once, with names. The rest, at the end.
vote-hidden-at-once = What stands in the way is read at once, so that people talk about it. The rest, at the end.
rule-rounds-consent = If an objection is still open, or if somebody is not ready, it is talked about and voted on again. There are 3 rounds at most.
rule-rounds-consensus = Without consensus, it is talked about and voted on again. There are 2 rounds at most.
rule-becomes-consent = One objection is enough: it is talked about again, and then voted on by consent.
verdict-consensus = Adopted by consensus.
verdict-no-consensus = Not adopted: there is no consensus.
verdict-tacit = Adopted without objection.
verdict-not-seen = Not adopted: too few people said that they have seen it.
consensus-no-answer = Nobody answered.
consensus-blocked = { $count ->
    [one] One block holds.
   *[other] { $count } blocks hold.
}
consensus-aside = { $aside } people out of { $answers } let the others decide. That is more than a third.
consensus-too-few = Out of { $answers } answers, { $agree } agree without reservations. It takes more than half.
tacit-seen-by = No objection. People who have seen it: { $count }.
tacit-too-few = People who have seen it: { $have }. It takes { $need }.
tacit-too-short = The vote lasted less than 72 hours.
secrecy-not-for-consensus = This way to decide is spoken aloud: it cannot be secret. By majority or by consent, a secret vote is possible.
question-stays-in-rounds = How it is decided does not change between two rounds
question-tacit-does-nothing = Without objection, only what does nothing by itself is decided
objection-not-yours = Only the person who said it can take it back.
objection-closed = It is no longer open. Read the page again.
objection-needs-version = Change the text first. Then say that the new version answers it.
block-is-yours = This block is yours. Somebody else can support it.
done-objection-lifted = It is taken back.
done-objection-answered = It is noted. The person is told that there is news.
done-block-supported = Your support is noted.
done-block-not-supported = Your support is taken back.
objections-title = What stands in the way
objections-what = People talk about it, the text changes, or the person takes back what they said, on a screen or on the phone.
objections-write-first = To answer an objection, change the text. Then you can say here that the new version answers it.
round-which = Round { $round } of { $most }. The round before decided nothing: everybody answers again.
objection-of = Objection of { $name }
block-of = Block of { $name }
objection-open = Open
objection-lifted = Taken back by whoever raised it
objection-answered = Answered by version { $version }
objection-lift = I take back my objection
block-lift = I take back my block
objection-answer = Version { $version } answers it
block-support = I support this block
block-support-no-more = I no longer support this block
block-supported = Supported by { $names }. Support that it takes: { $needed }.
block-supported-by-nobody = Nobody supports it. Support that it takes: { $needed }.
voiced-title = What worries people
voiced-by = { $name }: { $what }
entry-another-round = Proposal { $number }, talked about again before round { $round }: { $title }
entry-became-consent = Proposal { $number }, one objection: it is talked about again, then voted on by consent: { $title }

## Draws by lot

power-draw-lots = make a draw by lot, and throw dice
power-enter-draw = put one's name in a draw by lot, take it back, give one's place to the next
list-draws = Who takes care of what, who speaks first: chance can choose.
list-draws-see = See the draws
draws-title = Draws by lot
draws-lead = Chance chooses, and anybody can check.
draws-new = New draw
draws-all = All draws
draws-none = There is no draw.
draws-closes = Closes: { $at }
draws-kept = A draw stays here for a year. After that, the register keeps the people who were drawn. For things, it keeps only their numbers.
draws-back = Back to the draws
draw-open = Open
draw-waits-for-dice = Waits for dice
draw-drawn = Drawn
draw-empty = Closed, nothing in it
draw-taken-back = Cancelled
draw-lapsed = Over, without dice
draw-new-lead = One thing for each draw.
draw-for-what = What is drawn?
draw-for-what-hint = For example: who opens the door on Tuesday, in which order people speak.
draw-among = Drawn among
draw-among-names = The people who put their names
draw-among-names-hint = Each person puts her own name. Nobody puts it for another.
draw-among-lines = Things written here
draw-among-lines-hint = Topics, places, dates. Not people.
draw-entries = The things written here, one on each line
draw-entries-hint = Only when the draw is among things.
draw-how-many = How many are drawn?
draw-closing = When the draw closes
draw-closing-quarter = In a quarter of an hour
draw-closing-day = Tomorrow evening
draw-closing-week = In a week
draw-closing-at = Closes: { $at }
draw-open-do = Open the draw
draw-advice = A draw is advice. Nothing happens by itself: the group decides what follows.
draw-where = Where this draw is
draw-opened-by = Opened by { $name }.
draw-seats-told = { $count ->
    [one] One will be drawn.
   *[other] { $count } will be drawn.
}
draw-closes-then = This draw closes { $at }. Then two people throw dice.
draw-own-name = Each person puts her own name, or takes it back, until it closes.
draw-name-in = Put my name in
draw-name-out = Take my name back
draw-dice-how = Two people throw dice, each her own.
draw-dice-why = Nothing in the draw changes any more. Chance comes from the dice: nobody can prepare it.
draw-dice-until = Without the dice of two people, this draw is over { $at }, and nothing is drawn.
draw-lapsed-what = Two people had to throw dice. They did not within 14 days. This draw is over: nothing is drawn.
draw-dice-noted = Your dice are noted. Another person has to throw hers.
draw-dice-one-did = { $name } threw dice. It takes one more person.
draw-dice = What your dice show
draw-dice-hint = Throw at least three dice. Write their numbers: 3 5 2.
draw-dice-do = Note my dice
draw-you-are-drawn = Your name is drawn.
draw-give-way-how = You can give your place to the next person, without saying why.
draw-give-way-seen = The group will see that you give your place.
draw-give-way = Give my place
draw-gave-way = Gave the place
draw-is-drawn = Drawn
draw-order = The order of the draw
draw-in-it = In the draw
draw-nobody-yet = Nobody has put a name in yet.
draw-replay = Replay this draw yourself
draw-replay-how = With these numbers anybody finds the same order, on any machine.
draw-replay-value = The dice
draw-replay-head = The register entry that closed the draw
draw-replay-entry = Read this entry
draw-replay-seed = The seed, made of both
draw-replay-command = The command
draw-replay-entries = Download what was in the draw
draw-replay-codes = The code of each name
draw-take-back = Cancel this draw
draw-take-back-what = A mistake? The draw goes, with the names that are in it.
draw-title-missing = Write what is drawn
draw-too-long = This is too long, at most { $most } characters
draw-names-or-things = You wrote things to draw: choose “Things written here”, or erase them
draw-two-entries = Write at least two things, one on each line
draw-too-many = Write at most { $most } lines
draw-line-long = Line { $line }: this is too long, at most { $most } characters
draw-line-twice = Line { $line }: it is there already
draw-seats = Write a number between 1 and { $most }
draw-choose-closing = Choose when the draw closes
draw-dice-wrong = Write the numbers of at least { $least } dice, at most { $most }: from 1 to 6
draw-not-yours = Only the person who opened this draw can cancel it.
draw-closed = This draw has closed. Read the page again.
draw-not-closed = This draw is still open. Dice come afterwards.
draw-over = This draw is over. Read the page again.
draw-thrown-already = Your dice are noted already. Another person has to throw hers.
draw-not-drawn = Your name is not drawn, or your place is given already.
done-draw-opened = The draw is open.
done-draw-name-in = Your name is in the draw.
done-draw-name-out = Your name is no longer in the draw.
done-draw-taken-back = The draw is cancelled.
done-draw-dice = Your dice are noted.
done-draw-made = The draw is made.
done-draw-gave-way = Your place goes to the next person.
entry-draw-opened = { $who } opened a draw by lot: { $title }
entry-draw-closed = { $count ->
    [one] Draw by lot closed, { $count } name or thing: { $title }
   *[other] Draw by lot closed, { $count } names or things: { $title }
}
entry-draw-made = Draw by lot, dice of { $who }: { $title }. Drawn: { $drawn }
entry-draw-made-places = { $count ->
    [one] Draw by lot among things, dice of { $who }: { $title }. Drawn: number { $places }
   *[other] Draw by lot among things, dice of { $who }: { $title }. Drawn: numbers { $places }
}
entry-draw-lapsed = Draw by lot over without being drawn, dice were missing: { $title }
entry-draw-taken-back = { $who } cancelled a draw by lot: { $title }
## Finding somebody for a task, without candidates

method-election = Election without candidates
method-election-rule = Each person says a name, and why. Everybody reads the reasons. Then one name at a time is looked at: the reasons count, not the number. The named person speaks last.
method-election-how = Whom would you see in this task?
method-election-when = To find somebody, without anybody having to stand.
question-election-seat = An election without candidates is for finding somebody for a mandate
happens-seat = Find somebody for a mandate
happens-seat-hint = Nobody knows yet who. Nobody has to stand: each person says a name, and why.
election-few = The group has fewer than 4 members. With so few, it soon shows who said what. Talking face to face is often better.
election-many = The group has more than 20 members. Reading all the reasons takes time. Allow for it.
election-strained = If there are tensions, take time to talk about them first. Nobody reads the first names before the round ends, and reasons are read unsigned.
step-election = Looking for somebody
step-election-until = Looking for somebody. This round ends { $at }
next-election = Then somebody is looked for, in three steps.
rule-election-secret = Nobody reads the names before the first round ends. When the election ends, everything is erased: only the result stays.
rule-election-names = At most 3 names are looked at. Saying no needs no reason.
election-title = Finding somebody
election-go = Take part
election-step-names = Each person says a name
election-step-read = Read, then keep or change
election-step-one = One name at a time
election-now = Where it stands
election-at-naming = Each person says a name, and why. Nobody else reads it before the round ends.
election-at-changing = The names and the reasons are here. Each person keeps her choice, or changes it.
election-at-proposing = Somebody puts a name forward, for its reasons. Anybody on the list can.
election-at-answering = Is { $name } all right? Everybody answers. { $name } speaks last.
election-at-accepting = Nothing stands in the way. { $name } says yes or no.
election-goes-on = The search goes on. Those on the list and the person asked read the names.
election-until = This round ends { $at }.
election-spoken = { $counted ->
    [one] { $spoken } of { $counted } person has spoken.
   *[other] { $spoken } of { $counted } people have spoken.
}
election-task = The task
election-last-day = Until { $day }.
election-name = Say a name
election-change = Change the name
election-whom = Whom would you see in this task?
election-whom-hint = Yourself too, if you like. Or somebody who is away.
election-whom-read-hint = One of the names that everybody has read.
election-why = Why
election-why-hint = What this person does well. Your reason is read unsigned, then erased.
election-name-do = Send this name
election-mine = You named: { $name }
election-may-change = You can change it until the round ends.
election-keep = I keep this name
election-kept = Noted. You can still change it.
election-names = The names and the reasons
election-names-hint = In the order of first names. The number does not count: the reasons do.
election-closed = This name is no longer open.
election-put = Put a name forward
election-put-hint = Choose the name with the strongest reasons.
election-left = { $count ->
    [one] { $count } more name can be looked at.
   *[other] { $count } more names can be looked at.
}
election-put-whom = The name
election-put-why = The strongest reasons
election-put-why-hint = Everybody reads them, with your name. They are erased at the end.
election-put-do = Put this name forward
election-others-put = You cannot put a name forward now. It is for others to do.
election-put-by = Put forward by { $name }
election-put-by-nobody = Whoever put it forward is no longer here.
election-shorter = For this person, the task would end sooner: on { $day }.
election-added = What is added to the task:
election-fine = { $count ->
    [0] Nobody has said yet that it is all right.
    [one] { $count } person says that it is all right.
   *[other] { $count } people say that it is all right.
}
election-concern-of = { $name } has something to keep in mind
election-answer = Is { $name } all right?
election-answer-fine = Yes, all right
election-answer-concern = With something to keep in mind
election-answer-concern-hint = It stops nothing. It is kept in mind.
election-answer-objection = An objection
election-answer-objection-hint = A harm that it would do, and what would help. It is answered first.
election-said = Why
election-said-hint = An objection has to say it. Read with your name, erased at the end.
election-answer-do = Answer
election-answered-as = Your answer: { $answer }.
election-choose-answer = Choose an answer
election-you = It is about you.
election-you-last = You speak last, once the others have answered. You can say no already.
election-accept = It is your turn to speak
election-accept-what = The others have answered, and nothing stands in the way. Yes or no: both are good.
election-public = Your name will be in the group's register.
election-accept-do = I accept
election-decline = I would rather not
election-decline-what = No reason is asked. Your name is no longer open, and nothing else is kept.
election-decline-do = Not me
election-adapt = Adapt the task
election-adapt-what = To answer an objection. Everybody then answers again. The objection stays until it is answered.
election-adapt-added = What is added to the task
election-adapt-added-hint = Such as: the till goes to somebody else.
election-adapt-until = Last day, sooner
election-adapt-until-hint = The task can be shorter.
election-adapt-do = Adapt
election-take-up = The adapted task answers this objection
election-take-back-what = This name came from you. If there is no way out of the objection, you can take it back: another one comes next.
election-take-back = Take this name back
election-together = We are together
election-together-what = { $missing ->
    [one] If everybody is in one room, there is no need to wait. { $missing } more person is needed to go on.
   *[other] If everybody is in one room, there is no need to wait. { $missing } more people are needed to go on.
}
election-together-said = You said so. The others are awaited.
election-together-do = We can go on
election-good = Good to know
election-good-reasons = The reasons count, not the number.
election-good-erased = At the end, names and words are erased. Only the result stays.
election-good-together = It cannot be done on paper or by telephone here yet. Somebody can do it with you.
election-say-why = Say why, in a few words
election-choose-somebody = Choose somebody
election-choose-other = Choose somebody else
election-not-yours = This is for another person to do.
election-not-oneself = Choose somebody other than yourself
election-put-already = You have put a name forward already. It is for others to do.
election-only-named = Choose a name that somebody said already
election-nothing-open = Nothing is to be settled: there is no objection, and nothing to keep in mind.
election-cannot-be-put = This name cannot be put forward now
election-date-passed = The last day of this task is over. It has to be written anew.
election-you-speak-last = It is about you: you speak last.
election-too-soon = Some have not spoken yet. They are awaited: everybody, or half after one day.
election-objection-first = An objection is open. It is answered first.
election-adapt-first = The task has to be adapted first.
election-adapted-enough = The task was adapted 3 times for this name. That is enough: another name, or the answers as they are.
election-adapt-how = Write what is added, or choose a day
election-until-sooner = Choose a day before { $day }
election-is-over = This search is over.
election-moved-on = It has gone on since. Here is where it stands.
election-has-enough = You hold as many mandates as the charter allows. Another one would have to end first.
election-held-it-long = You have held this task three times in a row. It is somebody else's turn.
election-cannot-hold = This mandate cannot be given to you now.
done-election-named = Noted.
done-election-together = Noted.
done-election-put = The name is put forward.
done-election-taken-back = The name is taken back.
done-election-answered = Your answer is noted.
done-election-adapted = The task is adapted. Everybody answers again.
done-election-taken-up = Noted. That person is asked to answer again.
done-election-accepted = It is a yes. Thank you.
done-election-declined = Noted. Your name is no longer open.
election-found = { $name } is given this mandate.
election-found-soon = { $name } will be given this mandate.
election-nobody = Nobody for now.
election-nothing-kept = Who named whom, and what was said: nothing of it is kept.
election-what-now = You can begin again later. You can also look for somebody for 6 months at most: that is lighter.
election-again = Look again
entry-election-found = Proposal { $number }, { $name } is the person found: { $title }
entry-election-nobody = Proposal { $number }, nobody for now: { $title }
naming-title = I do not wish to be named
naming-lead = In elections without candidates, each person can say any name. Yours can be left out.
naming-box = I do not wish to be named
naming-hint = Your name will not be offered in the choices. No reason is asked.
naming-save = Keep
naming-who = Who reads it
naming-nobody = You. No page shows this answer to anybody else, and there is no list of it.
naming-limit = Whoever compares the list of members with the choices can guess it.
done-naming = Kept.
power-choose-not-named = say that one does not wish to be named

# A ballot of paper filled in with help.
helper-title = Filling in a ballot with help
helper-what = Anybody who took a paper ballot can choose one person to fill it in together. If somebody else notes it, it is that choice they follow.
helper-logged = The register says both names, never what the ballot says. Whoever helped does not count the paper of this vote, unless fewer than two others, or fewer than half, can count.
helper-whose = The ballot of
helper-who = Filled in with the help of
helper-do = Note the help
helper-is = With the help of { $name }
helper-choose = Choose who helps, from the list
helper-herself = Choose somebody else than the person whose ballot it is
helper-no-paper = This person has no paper ballot. Note first that it was handed out
done-paper-helped = It is noted, and written in the register.
paper-ballot-help = You can choose somebody to fill it in with you. Say the name to whoever hands you this ballot, who notes it.
tally-helped = You helped somebody to fill in a ballot of this vote. Others count the paper
tally-helped-ballots = { $count ->
    [one] One ballot was filled in with the help of a person chosen for that. It counts like the others.
   *[other] { $count } ballots were filled in with the help of people chosen for that. They count like the others.
}
entry-paper-helped = Proposal { $number }, { $voter } fills in a paper ballot with the help of { $helper }: { $title }
entry-paper-helped-noted = Proposal { $number }, { $voter } fills in a paper ballot with the help of { $helper } (help noted by { $who }): { $title }

# A tie settled by lot.
tie-draw-open = Settle it by a draw
tie-draw-see = The draw that settles it
tie-drawn = Drawn by lot: { $drawn }.
tie-stays = The result of the vote stays a tie. The draw is advice.
draw-tie-title = Settle a tie by lot
draw-tie-among = Tied
draw-tie-exactly = It is drawn among these options, and no other.
draw-of-tie = To settle the tie of proposal { $number }.
draw-no-tie = This vote is no tie among several options.
draw-tie-drawn = A draw already settles this vote.
entry-draw-of-tie = Draw opened by { $who }, to settle the tie of proposal { $number }: { $title }

# What follows the last round, when the charter says so.
rule-then-defer = If an objection is still open after the last round, there is a wait of { $days } days. Then there is one last round.
rule-then-vote = If something is still in the way after the last round, there is a vote at once: at least { $p } out of { $q } votes must be for. What is in the way stays there to be read.
rule-then-trial = If an objection is still open after the last round, there is a vote at once on trying it for { $days } days at most. A decision that does something by itself is not tried.
rule-trial-asked = It is a trial of { $days } days at most. Before the end, the group is asked whether to keep it. Without a yes, it is over.
rule-blocks-allowed = { $count ->
    [one] One block that holds is not enough to stop it.
   *[other] { $count } blocks that hold are not enough to stop it.
}
rule-quorum-asked = Whoever wrote the text asks for more votes than the charter.
round-last = The last round, after the wait
rounds-over-vote = The rounds are over. It is voted on, with what is still in the way written here.
rounds-over-trial = The rounds are over. A trial is voted on, with what is still in the way written here.
paper-sheet-in-the-way = What is still in the way
consensus-blocks-survived = { $count ->
    [one] One block holds. The charter asks for more to stop a proposal.
   *[other] { $count } blocks hold. The charter asks for more to stop a proposal.
}
entry-rounds-defer = Proposal { $number }, thirty days of waiting before one last round: { $title }
entry-rounds-trial = Proposal { $number }, the rounds are over: a trial is voted on: { $title }
entry-rounds-vote = Proposal { $number }, the rounds are over: it is voted on, with what is still in the way: { $title }
write-quorum = How many people must vote
write-quorum-hint = You can ask for more than the charter, never for less. If votes are missing, it is not adopted.
write-quorum-charter = What the charter says
write-quorum-majority = More than half of the { $members }
write-quorum-percent = At least { $percent }% of the { $members }
paper-not-here = Here, an objection has a name: there is no ballot without one. Fill in the sheet of the proposal. Then read it to somebody of the group, on the phone or face to face, who reads your answer back to you and notes it.
paper-ballot-how-word = Put one cross, in one box. Without a cross, or with several, the ballot is spoiled.
paper-ballot-empty = A ballot left empty is counted: it chooses nothing.
phone-objection-hers = This person wrote an objection themselves, and it still stands. Only they can change it or take it back. On the phone the same one can be noted, word for word
tally-by-sheet = These ballots are read one by one.
tally-by-word = These ballots are counted by answer.
tally-other-sheet = This sheet changed meanwhile, on another page. Look at your list.
tally-unreadable = It cannot be read
tally-sheets-how = If the sheets have no number, write one on each with a pencil: 1, 2, 3. Change none that is there. Read them in that order, without showing your screen to the other person.
tally-sheet-number = Sheet { $number }
tally-sheet-empty = If nothing is written on it, leave everything empty. If it does not follow the instructions, or has no initials, it is a sheet that cannot be read.
tally-sheet-do = Note this sheet
tally-sheet-unreadable = It cannot be read
tally-sheet-leave = Leave it as it was
tally-sheet-correct = Correct
tally-read = Your sheets
tally-read-none = None yet.
tally-all-what = When the box is empty:
tally-all = { $count ->
    [one] That is all: { $count } sheet
   *[other] That is all: { $count } sheets
}
tally-off = Take sheet { $number } off
tally-unlike = { $count ->
    [one] { $name } read something else on sheet { $sheets }. Look at it again together.
   *[other] { $name } read something else on sheets { $sheets }. Look at them again together.
}
tally-noted-sheets = Your sheets are noted.
tally-sheet-legend = What is written on the sheet
tally-sheet-twice = On this sheet, two choices have the same place: it cannot be read
tally-sheet-wrong = This sheet does not follow the instructions: it cannot be read
paper-ballot-dates = Put one cross for each date. Without a cross, it is no.
phone-block-hers = This person wrote a block themselves, and it still stands. Only they can change it or take it back. On the phone the same one can be noted, word for word
phone-not-by-author = Here, silence counts. Whoever wrote the text does not note what others answer: someone else does.
phone-noted-for-her = Noted on the phone by { $who }
block-noted-by-you = You noted this block on the phone. It is for another person to support it.
objection-lifted-by-phone = Taken back on the phone
on-paper-secret-among = Those who count read each ballot as a whole. A rare order can give somebody away.
tally-sure = I am sure: { $handed } were given out, I found { $count }
tally-say-sure = First tick that this is all
answers-seen = Have seen it
answers-agree = Agree
answers-reservations = Agree, with reservations
answers-block = Block
vote-signed-here = Here, what one writes is read at once, with the name
row-ticks = { $count ->
    [one] { $count } tick
   *[other] { $count } ticks
}
row-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
voices-ballots = { $count ->
    [one] { $count } ballot
   *[other] { $count } ballots
}
phone-script-at-once = The group reads it at once, with your name.
paper-naming = The name I say
paper-naming-name = The name:
paper-naming-why = My reasons:
paper-naming-then = Keep this paper. Somebody of the group can write it with you, on a screen: you come in with your card.
