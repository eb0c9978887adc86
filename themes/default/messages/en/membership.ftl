# Founding, coming in, the group and its charter, one's own things.

# Words of a person, as they are.
plain = { $words }
a-member-who-left = a person who left
too-long = { $over ->
    [one] { $over } character too many. Keep only what matters most
   *[other] { $over } characters too many. Keep only what matters most
}
who-reads = Who reads what
decision-number = Decision { $number }

## Names, addresses, passphrases

name-mine = Your name in the group
name-missing = Write a name, like Odile or Odile F.
name-too-long = Keep the name to { $max } characters or fewer
name-taken = Someone here already has this name. Add an initial
name-hidden-signs = Type this name again: it contains hidden characters
email-mine = Your e-mail address
email-hint = To get a link when you want to sign in.
email-who-reads = Apart from you, only whoever looks after the server can read your address. It is used to write to you, nothing more.
email-missing = Write the address, like odile@example.ca
email-unreadable = Write an address like odile@example.ca
email-taken = Someone here already uses this address. Write another one
email-last-way-in = Choose a passphrase first. Without one, you would have no way left to sign in
passphrase-mine = Your passphrase
passphrase-hint = Here are five French words picked at random. Write them down on paper, or make up a phrase of your own.
passphrase-paper = Write your phrase down now. We cannot show it to you again.
passphrase-who-reads = No one can read your phrase, not even whoever looks after the server.
passphrase-missing = Write a passphrase, like five unrelated words
passphrase-wrong = This is not your current phrase. Check each word
passphrase-short = Add words: at least { $min } characters are needed
passphrase-long = Keep it to { $max } characters or fewer
passphrase-repeats = This phrase is too easy to guess. Use more varied words
own-device = This is my own device
own-device-hint = If you tick this, you stay signed in for 30 days. If not, you are signed out after 15 minutes without opening a page.

## Front page of the site

front-title = Deciding together, by us and for us
front-lead = Parpour is a tool for small groups that run themselves.
front-what = What you can do here
front-decide = Decide
front-decide-text = Anyone can propose, discuss and vote. A decision that is adopted takes effect on its own.
front-group = Write a charter
front-group-text = The group writes its rules, and changes them by a vote.
front-mandate = Hand over a task
front-mandate-text = A mandate goes to one person, for a limited time. No one is in charge of anyone.
front-private = Keep it in the group
front-private-text = No ads, no tracking, no outside sites. Everything is kept on this server.
front-come-in = Signing in
front-empty = No group has been founded here yet. The founding link is given to whoever installs the site.
front-ask = Ask your group for its address. It ends with two plain words.
front-why = Groups are not listed here, so that no one can go looking for them.

## Founding

found-over = Founding a group
found-step-group = The group
found-step-people = The people
found-step-charter = The charter
found-step-sign = The signatures
found-next = Continue
found-group-title = Your group
found-group-lead = Do this side by side, with at least two people. Nothing is final until everyone has signed.
found-about = Before you start
found-about-two = It takes at least two people to found a group.
found-about-nothing = Nothing starts until everyone has signed.
found-about-pause = What you write is saved. You can come back to it with the same link.
found-about-change = Later, the group can change any of it by a vote.
found-people-title = Who is here?
found-people-lead = Who is founding the group, and who already belongs to it. One name per line.
found-back-group = Back to the group
found-founders = Founding members
found-founders-hint = Two or more. Each will sign with their own passphrase.
found-others = Everyone else in the group
found-others-hint = They can vote from day one. Each then gets a card to sign in with.
found-people-reads = The names will be read by the { $members }, and by whoever looks after the server.
found-people-names = Use the name each person wants. A first name is enough.
found-people-cards = Ask each person before adding their name.
found-charter-title = The first charter
found-charter-lead = These are the group's rules. Each box holds a common value: keep it or change it.
found-back-people = Back to the people
found-charter-about = Good to know
found-charter-start = The suggested values suit a group of 5 to 40 people.
found-charter-two-sorts = Changing the charter takes more time and more agreement than an ordinary decision.
found-charter-later = Any rule can be changed by a vote. The old one stays in the register.
found-usual = The usual rules
found-usual-lead = They suit most small groups. Here are the main ones.
found-usual-keep = Keep the usual rules
found-or-change = Or change some rules
found-next-changed = Continue with these changes
found-trial = The trial
found-trial-lead = The group tries this tool, then decides whether to keep it.
found-sign-title = Read and sign
found-sign-lead = Read it all aloud. Then each founding member signs.
found-back-charter = Back to the charter
found-missing = Something is still missing
found-missing-name = Write the group's name
found-missing-founders = Name at least two founding members
found-the-charter = The charter
found-charter-of = The charter: { $name }
found-change-group = Change the group
found-change-charter = Change the rules
found-list = The people of the group
found-change-people = Change the list
found-signatures = The signatures
found-signatures-lead = Signing means: I have read this, and I agree to start this way.
found-has-signed = Signed
found-sign-as = I am { $name }, and I sign
found-everybody-signed = Everyone has signed. The group can start.
found-found = Found the group
found-unsign = Undo the signatures
found-unsign-why = To change anything, all the signatures have to be undone.
found-then = What happens next
found-then-register = The founding opens the register. Nothing is erased from it in secret.
found-then-question = The first question is put to the group: adopt this tool?
found-then-vote = Everyone discusses it, then votes.
found-pen-title = { $name } signs
found-pen-lead = You are signing the charter of { $name }. Your passphrase is what you will sign in with. Show it to no one.
found-back-read = Read it all again
found-sign = Sign
done-signed = Your signature is in.
done-unsigned = The signatures are undone. Anything can be changed again.
found-two-at-least = Write at least two names, one per line
found-too-many = A group can have at most { $max } people
found-name-twice = { $name } is listed twice. Add an initial, or remove a line
found-seconders-most = There are { $count } of you: write { $most } at most
found-signed-already = Someone has already signed. Undo the signatures to change anything
found-she-signed = This person has already signed
found-not-signed = A signature or the group's name is missing
found-already = The group has already been founded
found-link-gone = This founding link is more than 30 days old, or part of it is missing. Ask whoever looks after the server for a new one.

# These three become the group's own text, in its language.
found-question-title = Adopt this tool?
found-question-summary = The group has just been founded here. This question asks whether we keep this tool to decide together. If we say yes, we try it until the day written below. Then the group decides again. If we say no, nothing is erased: the group chooses what comes next.
found-question-body = During the trial, each person can propose, talk and vote here. What pleases and what worries can be said in the discussion. We can also say no: it is an answer like any other.

founded-title = The group is founded: { $name }
founded-lead = The charter is signed and the register is open.
founded-address = The group's address
founded-address-why = Write it on paper. It says nothing of the group. Give it only to those who need it.
founded-next = And now
founded-next-enter = Come in with your name and your passphrase.
founded-next-cards = Make a card for each person on the list: The group, then Invite someone.
founded-next-question = Read the first question in Decide: adopt this tool?
founded-next-trial = The trial lasts until { $day }.
founded-door = Go to the door

## The page for visitors

welcome-title = Welcome
welcome-unwritten = This group has not written its page yet.
welcome-member = I am already a { $member }
welcome-card = I have a card or an invitation
welcome-to-today = Go to Today
welcome-us = Who we are
welcome-edit = Change this page
welcome-tool = How we run ourselves
welcome-tool-decide = Each person proposes and votes. Every voice counts the same.
welcome-tool-nobody = No one is above. A mandate is a task, for a time.
welcome-tool-names = This page names no one of the group.
welcome-edit-title = The page for visitors
welcome-edit-lead = What a passer-by reads of the group. Everyone can see it.
welcome-edit-back = See the page
welcome-words = The text
welcome-words-hint = The first paragraph is written larger. An empty line parts the paragraphs. Name no one in it.
welcome-edit-log = The register will note that this mandate was used.
welcome-save = Put it online
done-welcome = The page is online.

## The door

door-title = Sign in
door-lead = Pick whichever way works for you.
door-is-in = You are already signed in.
door-late = The page was open for a long time. Sign in again, and we will take you back to it.
door-to-today = Go to Today
door-by-mail = With your e-mail
door-by-mail-hint = We send you a link. It is good for 30 minutes. Nothing to remember.
door-ask-link = Send me a link
door-by-card = With a paper card
door-by-card-text = The card you were given can be used once, the first time you sign in.
card-words = The four words of the card
card-words-hint = French words, like: tulipe marcher éclair forêt. Accents do not matter.
card-read = Continue with my card
door-by-passphrase = With your passphrase
door-passphrase-hint = Capitals and accents do not matter.
door-see-letters = Show the letters as I type
door-enter = Sign in
door-exit = “Exit quickly”, at the top, signs you out and opens the weather. The browser history still shows this page.
door-wrong = That name and phrase do not match. Check each word
door-nothing-left = None of these left? Talk to someone in the group.
code-title = Check your e-mail
code-lead = If this address is known here, a message is on its way. Open its link on this device.
code-back = Back to the door
code-or = Or type the code from the message
code-mine = The eight-digit code
code-hint = Like: 1234 5678. It is good for 30 minutes, here only.
code-nothing = Nothing comes?
code-nothing-wait = Wait a few minutes, and look in the junk folder.
code-nothing-address = Check that it is the address that you gave the group.
code-nothing-other = Come in with your passphrase, or ask for another link.
door-code-wrong = This code is not good. Look at the latest message. After five tries, ask for another link
door-link-gone = It was used already, or it is over 30 minutes old. Ask for another at the door.
link-title = Your link is good
link-lead = It serves once. Press the button to come in.
link-elsewhere = You asked for it on another device, or in another browser.
link-elsewhere-then = To come in there
link-elsewhere-back = Go back to the page where you asked for the link.
link-elsewhere-code = Write the eight-digit code of the message there.
link-elsewhere-or = Would you rather come in here?
link-elsewhere-again = Ask for a link here
left-title = You are signed out
left-lead = This site left nothing on this device.
left-history = The browser's history keeps the address of the pages. You can erase it in its settings.
left-door = Come in again

## Coming in for the first time

join-card-title = I have a card
join-card-lead = Write the four words of your card.
join-card-back = Back to the door
join-card-unknown = These words do not open anything here. Check them, or ask for another card
join-gone = This invitation has already been used, or is too old. Ask for another. If you are already a { $member }, sign in at the door.
join-title = Welcome
join-lead = Someone is inviting you to this group. Two things are needed: a name, and a passphrase or an address to come back with.
join-hello = Hello { $name }
join-listed = Your place is ready. Choose how you want to sign in.
join-name = What should we call you here
join-name-hint = A first name or a nickname is enough. The { $members } will see you under this name.
join-needs-way-in = Keep a passphrase or give an address, so that you can come back
join-join = Join the group
join-reads-name = Your name: the { $members }, and whoever looks after the server.
join-reads-nothing = Nothing else is asked. No page says who invited you.
join-reads-card = Nothing else is asked. The register says who made your card.
join-then = What happens next
join-then-read = You can read everything, propose and discuss right away.
join-then-vote = You can vote right away.
join-then-vote-next = You can vote from the next vote that opens.
join-then-vote-later = { $days ->
    [one] You can vote in { $days } day.
   *[other] You can vote in { $days } days.
}

## The group

group-lead = Who we are, our rules, and who can do what.
group-members = { $count ->
    [one] { $count } person is in the group.
   *[other] { $count } people are in the group.
}
group-powers = { $count ->
    [0] No mandate at the moment.
    [one] { $count } current mandate.
   *[other] { $count } current mandates.
}
group-charter = Each rule, and the decision behind it.
group-register = Everything that has been decided, in order.
group-invite = A card to hand over, or an e-mail.
group-welcome = Our page for visitors
group-welcome-text = What anyone can read about the group.
group-welcome-yours = Your mandate lets you write it.
members-title = The { $members }
members-lead = The names people chose. No page shows an address.
members-back = Back to the group
members-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
card-has-way-in = This person already has a way in
card-waits = A card made by { $maker } is already waiting for this person. You can make another after { $until }
card-enough-today = { $count ->
    [one] You have made { $count } card within a day. Someone else in the group can make more
   *[other] You have made { $count } cards within a day. Someone else in the group can make more
}
invite-title = Invite someone
invite-lead = { $count ->
    [one] Each person can make { $count } invitation a week. An invitation is good for 30 days and can be used once.
   *[other] Each person can make { $count } invitations a week. An invitation is good for 30 days and can be used once.
}
invite-by-card = With a paper card
invite-by-card-text = Four French words to print or copy out, and hand over in person.
card-for-listed = Give a card to…
card-for-listed-text = These people are on the founding list and have no way in yet. A card opens their place.
card-to = Who for
card-to-nobody = Choose a person
card-choose = Choose a person from the list
card-waiting = Card for { $name }, made by { $by } on { $at }
card-confirm-title = A card for { $name }
card-confirm-lead = The card opens this person's place. It can be used once.
card-confirm-register = The register will say that you made this card.
card-confirm-hands = Hand it over in person, and to this person only.
card-confirm-do = Make this card
invite-make-card = Make a card
invite-by-mail = By e-mail
invite-by-mail-text = The message does not name the group or you. Let the person know beforehand.
invite-email = Their e-mail address
invite-email-hint = It is used for this one message, then forgotten.
invite-send = Send the invitation
invite-enough-this-week = { $count ->
    [one] You have already made { $count } invitation this week. Someone else in the group can invite
   *[other] You have already made { $count } invitations this week. Someone else in the group can invite
}
invite-waiting = Your pending invitations
invite-waiting-for = Card for { $name }
invite-waiting-words = The card that starts with “{ $words }”
invite-until = good until { $at }
done-invited-by-mail = The invitation is on its way.
invitation-title = Your invitation
invitation-for = Card for { $name }
invitation-lead = It can be used once, until { $at }.
invitation-back = Back to invitations
invitation-words = The four words
invitation-words-text = The person goes to this address and types these words.
invitation-print = The card to print
invitation-link = Or the link
invitation-link-text = Give it to this person only.
invitation-take-back-title = Changed your mind?
invitation-take-back-text = The link and the words will stop working.
invitation-take-back = Cancel the invitation
done-taken-back = The invitation is cancelled.
card-title = Sign-in card
card-lead = Print this page, or copy it out by hand.
card-back = Back to the invitation
card-until = Good until { $at }
card-go = Go to this address
card-write = Type these four words
card-accents = Capitals and accents do not matter.
card-name = Choose your name and how you will sign in
card-once = This card can be used only once.
card-printed = Printed on { $day }. Tear it up afterwards. Do not put it on a wall.

## Charter

charter-title = Our charter
charter-lead = The group's rules. They change by a vote, and in no other way.
charter-since-decision = Since decision { $number }
charter-since-founding = Since the founding, { $day }.
charter-propose = Propose a change
charter-more = What it is for
charter-chapter-identity = Who we are
charter-chapter-deciding = How we decide
charter-chapter-deciding-help = From the proposal to its effect: how many to support it, how long, how much agreement.
charter-chapter-coming-in = How people come in
charter-chapter-coming-in-help = Each { $member } can invite. Whoever comes in can read and talk right away.
charter-chapter-mandates = Mandates
charter-chapter-mandates-help = A mandate is a task entrusted to one person, for a time.
charter-rule-name = Name of the group
charter-rule-name-help = As the people of the group say it.
charter-rule-member-word = The word for one person of the group
charter-rule-member-word-help = Like member, partner, companion.
charter-rule-members-word = The same word for several people
charter-rule-members-word-help = Like members, partners, companions.
charter-rule-language = Language of the group
charter-rule-language-help = Each person can still read the pages in the other language.
charter-value-language-fr-ca = French
charter-value-language-en = English
charter-rule-address = Tu or vous
charter-rule-address-help = The way the pages speak to people, in French.
charter-value-address-tu = Tu
charter-value-address-vous = Vous
charter-rule-time-zone = Time of the group
charter-rule-time-zone-help = All times and deadlines follow it.
charter-rule-legal-frame = Legal frame
charter-rule-legal-frame-help = What the group is before the law.
charter-value-legal-frame-unincorporated = Group without incorporation
charter-value-legal-frame-quebec-part-3 = Non-profit body of Québec (Part III)
charter-value-legal-frame-france-1901 = Association of 1901 (France)
charter-value-legal-frame-other = Other
charter-rule-theme = Look of the pages
charter-rule-theme-help = Name of the theme.
charter-rule-crisis-lines = Numbers at the foot of the pages
charter-rule-crisis-lines-help = One per line: the number, a comma, what it is. Check them together.
crisis-lines-first = 988, call or text, day and night
crisis-lines-second = 811, option 2: Info-Social, day and night
charter-rule-trial-until = End of the trial
charter-rule-trial-until-help = Then the group decides again whether it keeps this tool.
charter-rule-seconders = Supporters of a proposal
charter-rule-seconders-help = So many people must support it, besides whoever proposes.
charter-rule-unseconded-days = Wait for a supporter
charter-rule-unseconded-days-help = Without support after this time, the proposal lapses. It can be made again.
charter-rule-discussion-days-ordinary = Discussion of an ordinary decision
charter-rule-discussion-days-ordinary-help = Time to talk before the vote, at least.
charter-rule-discussion-days-charter = Discussion of a change of charter
charter-rule-discussion-days-charter-help = Changing the rules takes more time.
charter-rule-voting-days-ordinary = Vote on an ordinary decision
charter-rule-voting-days-ordinary-help = Time to vote, at least.
charter-rule-voting-days-charter = Vote on a change of charter
charter-rule-voting-days-charter-help = Time to vote, at least.
charter-rule-quorum-ordinary = Taking part in an ordinary decision
charter-rule-quorum-ordinary-help = How many people must vote for it to count (the quorum).
charter-rule-quorum-charter = Taking part in a change of charter
charter-rule-quorum-charter-help = How many people must vote for it to count (the quorum).
charter-rule-majority-ordinary = Agreement for an ordinary decision
charter-rule-majority-ordinary-help = The part of yes among yes and no. A tie: not adopted.
charter-rule-majority-charter = Agreement for a change of charter
charter-rule-majority-charter-help = The part of yes among yes and no.
charter-rule-challenge-hours-ordinary = Wait before the effect of an ordinary decision
charter-rule-challenge-hours-ordinary-help = Time between the vote and the effect. With 0, at once.
charter-rule-challenge-hours-charter = Wait before the effect of a change of charter
charter-rule-challenge-hours-charter-help = Time to read again and to contest. With 0, at once.
charter-rule-first-vote-days = First vote of a person who comes in
charter-rule-first-vote-days-help = Time between coming in and the first vote. With 0, at once.
charter-rule-mandate-months = Length of a mandate
charter-rule-mandate-months-help = At most. Then the mandate ends by itself.
charter-rule-mandates-per-person = Mandates of one person
charter-rule-mandates-per-person-help = At most, at the same time.
charter-hint-number = { $help } From { $min } to { $max }.
charter-hint-quorum = { $help } Write a number, like 12, or a part, like 33%.
unit-days = days
unit-hours = hours
unit-months = months
unit-people = people
unit-mandates = mandates
charter-unit-seconders = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
charter-unit-unseconded-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-discussion-days-ordinary = { $count ->
    [0] no day
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-discussion-days-charter = { $count ->
    [0] no day
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-voting-days-ordinary = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-voting-days-charter = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-challenge-hours-ordinary = { $count ->
    [0] at once
    [one] { $count } hour
   *[other] { $count } hours
}
charter-unit-challenge-hours-charter = { $count ->
    [0] at once
    [one] { $count } hour
   *[other] { $count } hours
}
charter-unit-first-vote-days = { $count ->
    [0] on coming in
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-mandate-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
charter-unit-mandates-per-person = { $count ->
    [one] { $count } mandate
   *[other] { $count } mandates
}
charter-value-words = { $words }
charter-value-nothing = nothing
charter-seconders-now = { $count ->
    [one] { $value }. For now, { $count } is enough: there is no one else.
   *[other] { $value }. For now, { $count } are enough: there is no one else.
}
charter-value-own-theme = the original one
charter-value-day = { $day }
charter-value-half = more than half of the votes
charter-value-part = at least { $part } of the votes
charter-value-members = { $count ->
    [one] at least { $count } person
   *[other] at least { $count } people
}
charter-value-percent = at least { $percent }% of the { $members }
charter-value-majority = more than half of the { $members }
charter-write-words = Write a few words, { $max } letters at most
charter-write-name = Write the group's name, in { $max } letters at most
charter-write-number = Write a number in digits, from { $min } to { $max }
charter-write-quorum = Write a number like 12, or a part like 33%
charter-write-majority = Write a part like 1/2 or 2/3, at least one half
charter-choose-one = Choose one of the answers
charter-write-zone = Write a zone like America/Toronto
charter-write-day = Write a date like 2027-03-31
charter-no-such-rule = Choose a rule of the charter
charter-says-so-already = The charter says so already. Write another value

## Mandates and powers

power-invite = invite someone
power-hand-card = make a card for a person on the founding list
power-write-welcome-page = write the page for visitors
power-change-own-access = change one's own ways in and mail
error-needs-mandate = This requires a mandate: { $power }. The group can give one by a vote.
error-members-only = This page is for the { $members } of the group.
error-changed-meanwhile = This has just changed elsewhere. Read again, then start over
powers-title = Who can do what
powers-lead = No one here is above anyone else. A mandate is one specific task, handed over by the group for a limited time.
powers-running = Current mandates
powers-none = No current mandate
powers-none-text = The group can hand one over when it needs to.
powers-propose = Propose a mandate
powers-gauge = { $percent }% of the time has passed
powers-until = Until { $day }, then the mandate ends by itself.
powers-ends-soon = Ends soon
powers-aim = For
powers-permits = Allows
powers-limits = Does not allow
powers-source = Comes from
powers-source-founding = The founding
powers-uses = { $count ->
    [0] Not used yet
    [one] Used { $count } time
   *[other] Used { $count } times
}
powers-no-use = The register shows no use of this mandate.
powers-recall = Recall this mandate
powers-by-mandate = What requires a mandate
powers-by-mandate-text = Without a current mandate, no one can do it.
powers-held = Someone holds it
powers-not-held = No one holds it
powers-everyone = Each { $member } can
powers-read-register = read the whole register
powers-herself = Each person, for themselves
powers-nobody = What no one in the group can do
powers-nobody-erase = Erase a decision from the register
powers-nobody-vote = Vote in place of someone who has signed in
powers-nobody-charter = Change the charter without a vote
powers-nobody-address = Read another person's address or passphrase
powers-nobody-extend = Extend their own mandate
powers-cards = A card opens the place of a person on the founding list. The register says who made it.
powers-server = What about whoever looks after the server?
powers-server-can = They have the machine and its keys. They can shut the site down, or read what is kept on it. It is best to choose them together.
powers-server-cannot = They have no power in the group. If the register were changed, an exported copy would show it.
mandate-named = Mandate: { $title }
mandate-granted = { $holder }, until { $until }
mandate-held = { $holder }, until { $until }
mandate-allows = This mandate allows to
mandate-write-it = Write it in a sentence or two
mandate-no-such-power = Choose from the list
mandate-until-at-most = { $months ->
    [one] Choose a day until { $day }. The charter allows { $months } month
   *[other] Choose a day until { $day }. The charter allows { $months } months
}
mandate-holder-gone = This person is no longer in the group. Choose someone else
mandate-holder-has-enough = { $count ->
    [one] This person already has { $count } mandate. Choose someone else
   *[other] This person already has { $count } mandates. Choose someone else
}
mandate-over-already = This mandate is over already
day-from = Choose a day from { $day }
day-until = Choose a day until { $day }
tool-this = This tool
tool-trial-until = On trial until { $day }
tool-trial-goes-on = The trial goes on until { $day }

## Me

me-lead = What the group keeps about you here, and how you sign in.
me-ways = How you sign in
me-passphrase = Passphrase
me-passphrase-yes = You have one. No one can read it.
me-passphrase-no = You don't have one.
me-email = E-mail
me-email-none = No address. That is fine.
me-change = Change
me-add = Add
me-change-passphrase = the passphrase
me-change-email = the e-mail address
me-news = When to write to me
me-news-text = An e-mail can let you know there is news. It does not say who or what.
me-news-yes = Yes, write to me when there is news
me-news-hint = Every e-mail has a link to stop them.
me-news-save = Save this choice
me-news-no-address = Without an address, no e-mail is sent.
me-news-no-mail = This site sends no e-mail.
done-news-yes = Noted. You will get an e-mail when there is news.
done-news-no = Noted. You will get no e-mail about news.
me-known = What the group knows about me
me-known-table = What is kept, and who reads it
me-what = What
me-here = Here
me-who = Who reads it
me-name = Name
me-since = In the group since
me-votes = Right to vote
me-votes-now = since { $at }
me-votes-later = from { $at }
me-said = My words and my votes
me-said-where = In each proposal
me-passphrase-print = A fingerprint only
me-nothing = Nothing
me-who-members = The { $members }, and whoever looks after the server
me-who-nobody = No one else
me-who-server = You, and whoever looks after the server
me-who-register = The { $members }, in the register, and whoever looks after the server
me-known-nothing-else = Nothing about your health: there is nowhere to write it. No page says when you were here.
me-session = Your session
me-session-shared = Shared device. You are signed out after 15 minutes without opening a page.
me-session-own = Your own device. You are signed out after 30 days without a visit.
me-session-ends = At the latest, { $at }.
me-leave = Sign out
me-close-others = Sign out everywhere else
done-others-closed = You are signed out everywhere else.
me-look = Text size, colours, spacing.
me-look-go = Choose
me-leaving = Taking a break, or leaving
me-leaving-text = Ask someone in the group. This tool does not do it yet.
me-back = Back to Me
me-passphrase-title = Change the passphrase
me-passphrase-lead = You will be signed out everywhere else.
me-present = Your current phrase
me-present-hint = To make sure it is you.
me-new = Your new passphrase
me-passphrase-save = Change my phrase
done-passphrase = Your new phrase is in place.
me-email-title = Your e-mail address
me-email-hint = Leave it empty to remove it.
me-email-save = Save this address
done-email = Done.

## Stopping news

stop-title = Stop the e-mails
stop-lead = No more news will be sent to this address.
stop-stop = Stop the e-mails
stop-done-title = Stopped
stop-done = No more news will be sent by e-mail.
stop-done-back = You can change your mind any time, under Me.

## Demonstration

demo-title = Demonstration
demo-as = You are signing in as { $name }
demo-lead = { $group } is made up. Nothing you do there is kept.
demo-enter = Sign in as { $name }

## Mail

mail-sign-in-subject = Your sign-in link
mail-sign-in-first = It is good for 30 minutes. Did not ask for it? You can ignore this e-mail.
mail-sign-in-link = Sign in
mail-sign-in-code = Or type this code where you asked for the link:
mail-invitation-subject = An invitation for you
mail-invitation-first = Someone you know is inviting you. Not expecting this? You can ignore it.
mail-invitation-link = See the invitation
mail-invitation-good = This link can be used once. It is good for 30 days.
mail-invitation-forgotten = Your address was used for this e-mail only. It is not kept.
mail-address-changed-subject = Please check a change
mail-address-changed-first = You can no longer sign in with this address. Did you make this change? Then there is nothing to do.
mail-address-changed-then = Was it not you? Talk to someone in the group right away.

# Words that arrived after the session had ended.
me-kept-title = Your words are waiting
me-kept-lead = They arrived after your visit had ended. Nothing is sent yet.
me-kept-nothing = There is nothing left to send.
me-kept-home = Back to the group's home
