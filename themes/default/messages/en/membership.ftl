# Founding, coming in, the group and its charter, one's own things.

# Words of a person, as they are.
plain = { $words }
a-member-who-left = a member
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
passphrase-wrong = This is not your passphrase. Check each word
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
welcome-tool-names = No one in the group is named on this page.
welcome-edit-title = The page for visitors
welcome-edit-lead = What a passer-by reads of the group. Everyone can see it.
welcome-edit-back = See the page
welcome-back = Back to the group's page
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
door-by-card-text = A code from your card, or the card you were given to come in for the first time.
card-words = The four words of the card
card-words-hint = French words, like: tulipe marcher éclair forêt. Accents do not matter.
card-read = Continue with my card
door-by-passphrase = With your passphrase
door-passphrase-hint = Capitals and accents do not matter.
door-see-letters = Show the letters as I type
door-enter = Sign in
door-exit = “Exit quickly”, at the top, signs you out and opens the weather. The browser history still shows this page.
door-wrong = That name and phrase do not match. Write both, then check each word
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
join-hello = Hello { $name }
join-listed = Your place is ready. Choose how you want to sign in.
join-name = What should we call you here
join-name-hint = A first name or a nickname is enough. The { $members } will see you under this name.
join-needs-way-in = Keep a passphrase or give an address, so that you can come back
join-join = Join the group
join-reads-name = Your name: the { $members }, and whoever looks after the server.
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
invite-how = How to invite them
invite-signs-alone = Your invitation is the only signature it takes. Whoever comes with it can come in at once.
invite-signs-first = { $count ->
    [one] Your invitation is your signature for this person. It will take { $count } more.
   *[other] Your invitation is your signature for this person. It will take { $count } more.
}
invite-signs-not = Your invitation is a way to ask. The group decides, by a vote.
invite-do = Sign and invite
card-for-listed = Give a card to…
card-for-listed-text = These people are on the founding list and have no way in yet. A card opens their place.
card-to = Who for
card-to-nobody = Choose a person
card-choose = Choose a person from the list
card-waiting = Card for { $name }, made by { $by } on { $at }
card-takes-two = This person came in on paper: their card takes two signatures
card-takes-two-text = This person came in on paper. So that nobody takes their place, another member signs with you.
card-ask-other = Sign and ask another member
card-before = This person has no way in of their own.
card-then = { $by } hands them a card, which opens their place once.
card-confirm-title = A card for { $name }
card-confirm-lead = The card opens this person's place. It can be used once.
card-confirm-register = The register will say that you made this card.
card-confirm-hands = Hand it over in person, and to this person only.
card-confirm-do = Make this card
invite-by-mail = By e-mail
invite-by-mail-text = The message does not name the group or you. Let the person know beforehand.
invite-email = Their e-mail address
invite-email-hint = It is used for this one message, then forgotten.
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
charter-rest-since-founding = Since the founding, { $day }: every rule that says nothing else.
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
charter-rule-crisis-lines-help = One per line: the number, a comma, what it is. At the end, where you know them, the hours (09:00-24:00) and the day of the check (2026-11-30). To be checked together.
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
charter-rule-methods-ordinary = How the group says yes or no to a proposal
charter-rule-methods-ordinary-help = Choosing a date, sharing a budget or asking what people think is always possible.
charter-value-methods-ordinary-free = As the person who proposes chooses
charter-value-methods-ordinary-majority = By majority
charter-value-methods-ordinary-majority-consent = By majority or by consent
charter-value-methods-ordinary-consent = By consent
charter-rule-methods-charter = How the group says yes or no to a change of charter
charter-rule-methods-charter-help = By consent, it takes the majority of the charter too. A majority can always change the charter.
charter-value-methods-charter-majority = By majority
charter-value-methods-charter-majority-consent = By majority or by consent
charter-rule-challenge-hours-ordinary = Wait before the effect of an ordinary decision
charter-rule-challenge-hours-ordinary-help = Time between the vote and the effect. With 0, at once.
charter-rule-challenge-hours-charter = Wait before the effect of a change of charter
charter-rule-challenge-hours-charter-help = Time to read again and to contest. With 0, at once.
charter-rule-challenge-hours-secret = Wait before the effect of a secret vote
charter-rule-challenge-hours-secret-help = Time to look one's ballot up and to contest. With 0, as for an open vote.
charter-rule-amendment-voting-days = Vote on an amendment
charter-rule-amendment-voting-days-help = An amendment is discussed with its proposal. Then it has a vote of its own, before it.
charter-rule-secrecy-askers = Requests for a secret vote
charter-rule-secrecy-askers-help = When so many members ask for it, the vote is secret. Nobody knows who.
charter-rule-block-support = Support for a block
charter-unit-block-support = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
charter-rule-block-support-help = In a vote by consensus, how many other people must support a block. With fewer than eight people, nobody has to.
charter-rule-consensus-blocks = Blocks that a consensus survives
charter-unit-consensus-blocks = { $count ->
    [one] { $count } block
   *[other] { $count } blocks
}
charter-rule-consensus-blocks-help = With 0, one block that holds stops a proposal.
charter-rule-consent-fallback = After the last round, by consent
charter-rule-consent-fallback-help = When an objection is still open.
charter-value-consent-fallback-none = It is not adopted
charter-value-consent-fallback-defer = Thirty days of waiting, then one last round
charter-value-consent-fallback-two-thirds = A vote, by two thirds, objections beside it
charter-value-consent-fallback-trial = A vote on a trial of 90 days at most
charter-rule-consensus-fallback = After the last round, by consensus
charter-rule-consensus-fallback-help = When there is no consensus.
charter-value-consensus-fallback-none = It is not adopted
charter-value-consensus-fallback-three-quarters = A vote, by three quarters
charter-value-consensus-fallback-four-fifths = A vote, by four fifths
charter-rule-quorum-missed = If votes are missing at the end
charter-rule-quorum-missed-help = Once for each vote. Never to recall a mandate or to remove a person.
charter-value-quorum-missed-lapse = It is not adopted
charter-value-quorum-missed-extend = The vote is made longer
charter-value-quorum-missed-second-call = The vote is made longer, and half of the votes is enough
charter-rule-extension-days = By how much a vote is made longer
charter-rule-extension-days-help = A vote is made longer twice at most.
charter-rule-extension-askers = Requests to make a vote longer
charter-rule-extension-askers-help = Or a third of those who may vote, when that is fewer. The group does not know who.
charter-rule-close-when-all-voted = Closing when everybody has voted
charter-rule-close-when-all-voted-help = People may change their minds until the end. Closing sooner takes that time away.
charter-value-close-when-all-voted-no = No, wait for the end
charter-value-close-when-all-voted-yes = Yes, after a day at least
charter-rule-paper-days = More days for paper
charter-rule-paper-days-help = Time to print and to carry the sheets. Added to the shortest time of every vote.
charter-rule-cancel-askers = Signatures to stop a vote
charter-rule-cancel-askers-help = When members find a mistake during a vote. Their names and their reason go into the register.
charter-rule-challenge-askers = Signatures to contest a decision
charter-rule-challenge-askers-help = Before it acts. The group then votes once more.
charter-rule-same-text-days = Wait before the same question is put again
charter-rule-same-text-days-help = A rejected text does not come back as it was before this time. With 0, it may at once.
charter-rule-secret-counts-from = Ballots for showing the numbers
charter-rule-secret-counts-from-help = With fewer secret ballots, only whether it is adopted is written.
charter-rule-ballot-keeping-days = Keeping of ballot numbers
charter-rule-ballot-keeping-days-help = How long each person can look theirs up. Then they are destroyed.
charter-rule-first-vote-days = First vote of a person who comes in
charter-rule-first-vote-days-help = Time between coming in and the first vote. With 0, at once.
charter-rule-allies-may = What an ally may do
charter-rule-allies-may-help = An ally is not a { $member }. Allies do not vote and hold no mandate. They may always do less than a { $member }.
charter-value-allies-may-read = Read
charter-value-allies-may-speak = Read, and speak in discussions
charter-rule-removal-share = Who must say yes to remove a person
charter-rule-removal-share-help = Besides two thirds of the votes. Not voting is not a yes. Never fewer than three yes.
charter-value-removal-share-third = At least a third of those who may vote
charter-value-removal-share-half = At least half of those who may vote
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
charter-unit-challenge-hours-secret = { $count ->
    [0] as for an open vote
    [one] { $count } hour
   *[other] { $count } hours
}
charter-unit-amendment-voting-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-secrecy-askers = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
charter-unit-extension-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-extension-askers = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
charter-unit-paper-days = { $count ->
    [0] no day
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-cancel-askers = { $count } people
charter-unit-challenge-askers = { $count } people
charter-unit-same-text-days = { $count ->
    [0] no wait
    [one] { $count } day
   *[other] { $count } days
}
charter-unit-secret-counts-from = { $count ->
    [0] always
    [one] { $count } ballot
   *[other] { $count } ballots
}
charter-unit-ballot-keeping-days = { $count } days
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
charter-value-nothing = nothing written
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
power-sign-together = act together with others, by signing
power-hand-card = make a card for a person on the founding list
power-write-welcome-page = write the page for visitors
power-change-own-access = change how they sign in, and which e-mails they get
error-needs-mandate = This requires a mandate: { $power }. The group can give one by a vote.
error-members-only = This page is for the { $members } of the group.
error-not-for-allies = An ally does not do this here. Ask a { $member } of the group.
error-excluded = The group decided on an exclusion, until a date. Your own data stays yours: it is on the page “Me”.
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
me-name = Name
me-since = In the group since
me-votes = Right to vote
me-votes-now = since { $at }
me-votes-later = from { $at }
me-said = My words and my votes
me-said-where = In each proposal
me-read-by = Who reads it: { $who }
me-passphrase-print = A fingerprint only
me-nothing = Nothing
me-who-members = the { $members }, and whoever looks after the server
me-who-nobody = no one
me-who-server = you, and whoever looks after the server
me-who-register = the { $members }, in the register, and whoever looks after the server
me-known-nothing-else = Nothing about your health: there is nowhere to write it. The days on which your place is opened are kept for 30 days, for you alone.
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
me-back = Back to Me
me-passphrase-title = Change the passphrase
me-passphrase-lead = You will be signed out everywhere else.
me-present = Your passphrase
me-present-now = Your current passphrase
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

## Signing together
together-changed = The words have changed. Read them again before you sign
together-done-already = This is done already
together-over = The time to sign is over
together-title = Signing together
together-lead = Some things are done by several people. Once there are enough signatures, it is done.
together-back = Back to what waits
together-none = Nothing waits for a signature.
together-none-text = What several people ask for stands here while it can be signed.
together-waiting = { $count ->
    [0] Nothing waits for a signature
    [one] { $count } request waits for signatures
   *[other] { $count } requests wait for signatures
}
together-what = What it does
together-asked-by = Asked by { $who }, on { $at }.
together-signed-by = Signed by: { $who }
together-signed-by-nobody = Nobody has signed so far.
together-missing = { $count ->
    [0] No signature is missing.
    [one] { $count } signature is missing.
   *[other] { $count } signatures are missing.
}
together-until = It can be signed until { $at }.
together-is-over = The time to sign is over. Nothing was done.
together-hash = The fingerprint of what is signed
together-hash-text = Each signature stands for these words and for nothing else. Another word is another request.
together-free = You may leave it unsigned without saying why. You can take your signature back until it is done.
together-sign = Sign
together-yours = You have signed. You can take your signature back until it is done.
together-take-back = Take my signature back
together-done = Done, by several people
together-entry = The entry in the register
together-not-for-you = This is about you: the others sign
done-signed-together = Your signature is given.
done-unsigned-together = Your signature is taken back.

## What no vote can change

kernel-leave-with-own-data = Each person can leave at once, with a copy of what is about them.
kernel-leave-with-own-data-why = We stay because we want to. Nobody holds you back, and your words are yours.
kernel-see-who-read = Each person sees who read their contact details.
kernel-see-who-read-why = You gave a number for a reason. You have a right to know who looked at it.
kernel-private-records = What you keep for yourself, nobody else can read.
kernel-private-records-why = No vote opens it, even for a good reason.
kernel-secret-ballot = A secret vote stays secret.
kernel-secret-ballot-why = You vote as you think, and owe nobody an explanation.
kernel-one-vote-each = One person, one vote. A tie: not adopted.
kernel-one-vote-each-why = No vote counts twice, and nobody decides in the group's place.
kernel-one-person-at-a-time = One decision can remove only one person.
kernel-one-person-at-a-time-why = Each person has a story. A group that wants to remove several can part in two.
kernel-notice-and-delay = A removal is announced { $notice } days before the vote. It takes effect only { $delay } days after.
kernel-notice-and-delay-why = It takes time to talk and to change our minds. Who votes is fixed when the vote opens.
kernel-heard-not-counted = The person concerned is heard first. They do not count in the vote.
kernel-heard-not-counted-why = Nothing about a person is decided without that person. Silence admits nothing.
kernel-small-groups = A group of fewer than { $members } people removes nobody.
kernel-small-groups-why = With three or four of us, everybody knows who voted what. There are other ways.
kernel-mandates-end = A mandate lasts { $months } months at most. Among three or more, an ordinary vote can always take it back.
kernel-mandates-end-why = A task is lent, never given.
kernel-allies-only-less = An allied person can do as much as a person of the group, or less. Never more.
kernel-allies-only-less-why = A job or a title gives no power here.
kernel-minority-may-go = Those who disagree can leave with the charter and the texts of the group.
kernel-minority-may-go-why = A majority keeps nobody by force. Starting again elsewhere stays possible.
kernel-two-readings = A rule that protects the others is voted twice, at least { $days } days apart.
kernel-two-readings-why = One evening does not undo what protects everybody.
kernel-slow-growth = In { $days } days, one person signs for { $each } newcomers at most. The group grows step by step.
kernel-slow-growth-why = A few people who came together cannot take a group over.
kernel-few-removals = In { $days } days, a group removes one person, or one in ten. The appeal is open { $appeal } days.
kernel-few-removals-why = Removing people does not become a habit. And a group can be wrong.
kernel-several-stop = { $signers } signatures, or all the others, stop a mandate for { $days } days at most. A recall is told { $notice } days before.
kernel-several-stop-why = Nobody can stop a task alone, nor by surprise.
kernel-taking-turns = The same person holds the same mandate { $times } times in a row at most.
kernel-taking-turns-why = A task that goes round stays everybody's.

## Mandates: suspension, recall, learner, handover
together-mandate-suspend = Suspend a mandate
together-vote-cancel = Stop a vote
together-decision-contest = Contest a decision
together-mandate-recall = Ask the group to recall a mandate
power-learn-mandate = learn a task beside whoever does it
power-hand-over = write what one leaves at the end of one's mandate
mandate-holder-held-it-long = This person has held this task three times in a row. It is somebody else's turn
mandate-suspended = Suspended
mandate-suspended-for = Suspended for { $days } days at most. It ends by itself.
mandate-suspended-until = Suspended until { $at }. Then the mandate goes on by itself.
mandate-suspension-lifted = The group voted on { $at }: the mandate goes on. The suspension is over.
mandate-suspended-by = Who signed the suspension
suspension-not-running = This mandate is not running
suspension-once = This mandate was suspended once already. What comes next is for the group to decide
suspension-never-alone = Nobody suspends a mandate alone. It takes two, besides the person who holds it
mandate-back = Back to the mandate
mandate-all = All mandates
mandate-what = This mandate
mandate-holder = Entrusted to
mandate-until = How long
mandate-ended = Ended on { $at }.
mandate-suspend-title = Ask for a suspension
mandate-suspend-lead = { $count ->
    [one] It takes { $count } signature.
   *[other] It takes { $count } signatures.
}
mandate-suspend-how = The mandate stops for { $days } days at most. It goes on by itself, or as soon as the group votes to keep it. That gives time to talk.
mandate-suspend-not-now = This mandate cannot be suspended at the moment.
mandate-recall-title = Ask for a recall
mandate-recall-lead = { $count ->
    [one] It takes { $count } signature. Then the group votes.
   *[other] It takes { $count } signatures. Then the group votes.
}
mandate-recall-how = The vote opens { $days } days later at the soonest. It is won like the one that grants a mandate.
mandate-recall-heard = The person can say what they want to say. Their words are shown beside the proposal.
mandate-recall-not-now = This mandate is over already.
mandate-recall-summary = Write about the task, not about the person. 300 words at most. Whoever signs, signs these words.
mandate-asked-of = Person who holds this mandate: { $who }
mandate-asks-sign = Asking is signing. You can take your signature back until it is done.
mandate-ask-do = Sign, and ask the others
recall-proposal-title = Recall the mandate: { $title }
recall-title = The title of the proposal
recall-summary = In short
recall-then = What comes next
recall-then-votes = The group votes, { $days } days later at the soonest.
recall-under-way = The group is talking about this recall already
learner-title = The learner's seat
learner-none = The seat is free.
learner-is = { $who } is learning this task.
learner-what = You look on, you help, you learn. It gives no power.
learner-take = Take the learner's seat
learner-leave = Leave the seat
learner-taken = Somebody has just taken the seat
learner-holder = This task is yours already
learner-apart = You keep apart from the person who holds this task
handover-title = Handover notes
handover-waits = The notes are awaited. There is no hurry.
handover-is-nothing = Nothing to hand over.
handover-choice = What you leave
handover-note = A note for whoever comes next
handover-nothing = Nothing to hand over
handover-words = How we do it
handover-more = What you add
handover-hint = Such as: where things are, who knows what. Please write no name, no code and no password.
handover-save = Keep
handover-choose = Choose one or the other
handover-missing = Write a few words, or choose “Nothing to hand over”
handover-holder-writes = Whoever held the mandate writes here
handover-tag-waits = Notes awaited
handover-tag-note = Notes written
powers-past = Past mandates
powers-past-line = { $who }, ended on { $day }
powers-together = With several signatures
powers-signers = { $count ->
    [one] { $count } { $member }
   *[other] { $count } { $members }
}
done-learns = The learner's seat is yours.
done-learns-no-more = The seat is free.
done-handed-over = It is kept.

## The charter: readings, days, bounds
charter-rule-two-readings = What is adopted twice
charter-rule-two-readings-help = Some rules protect all the others. The group can ask for two decisions alike, 30 days apart at least.
charter-value-two-readings-core = The rules that protect the others
charter-value-two-readings-all = All rules, save the group's name and words
charter-value-two-readings-itself = This rule only
charter-two-readings = Two readings
charter-read-never = not read yet
charter-read-once = first read on { $day }
charter-readings-how = The first adoption changes nothing. The same one, { $days } days later at least, changes the rule.
charter-read-line = First read on { $day }: { $value }. Nothing changes before a second decision alike.
charter-read-too-soon = The second reading can be from { $day } on
charter-twice = This rule changes in two readings, 30 days apart at least.
charter-back = Back to the charter
charter-at-title = The rules on a day
charter-on-day = The rules on { $day }
charter-at-day = Which day
charter-at-hint = Since the founding, { $day }.
charter-at-show = Show the rules of that day
charter-history = How this rule changed
charter-rule-page = Change it, or see how it changed
charter-never-changed = This rule has said the same thing from the start.
charter-said-until = Until { $day }.
charter-starts = To begin with, this rule says: { $value }.
charter-bounds = What can be written there
charter-bounds-words = Words, { $max } characters at most.
charter-bounds-number = From { $min } to { $max }.
charter-bounds-quorum = A number of people, a part of the group, or more than half.
charter-bounds-majority = At least half of the votes.
charter-bounds-choices = { $count ->
    [one] There is only one possible answer.
   *[other] The group chooses one of { $count } answers.
}
charter-bounds-zone = A time zone that exists.
charter-bounds-day = A day, within two years.
charter-bounds-theme = A look that is installed here.
kernel-title = What no vote can change
kernel-lead = These rules protect each person, everyone in turn. The program itself holds them.

## What is kept about mandates
kept-mandate-suspension = The suspension of a mandate
kept-mandate-suspension-why = So that it ends by itself, and the group remembers it.
kept-handover = The handover notes of a mandate
kept-handover-why = So that the next person knows how it is done.
kept-learner = Who is learning a task
kept-learner-why = To show that the seat is taken.
kept-charter-reading = The first reading of a rule
kept-charter-reading-why = To know the second one.
data-learner = The tasks you are learning
data-learner-mandate = The mandate
data-learner-since = Since

## Resting, leaving, what is kept, reaching each other

me-all-data = Everything that is kept about me
me-links = Someone keeps a link with you
me-links-text = Only you see this. You can tell the person no, without a reason.
me-link = { $name }, on pause: { $channel }, { $rhythm }.
group-kept = What is kept, why, and until when.
pause-title = Taking a break
pause-lead = No reason to give. You come back when you like, at once.
pause-on = You are on pause
pause-until-day = It lasts until { $day }.
pause-until-you-say = It lasts until you come back.
pause-back = Come back now
pause-what = What a break changes
pause-what-silent = Nothing is sent to you, and nothing is asked of you.
pause-what-place = You keep your place, your name on the list and every page.
pause-what-vote = You can vote all the same. Without your vote, you are not counted.
pause-what-unseen = No page says that you are on pause.
pause-until = Last day of the break
pause-until-hint = Leave it empty if you don't know.
pause-until-past = Choose today or a later day
pause-until-far = Choose a day up to { $latest }, or leave it empty
pause-until-unreadable = Write a day like 2027-03-08
pause-tell = Drop me a line on that day
pause-tell-hint = One e-mail only. Without this box, nothing is sent.
pause-link = Keep a link with one person
pause-link-text = This person will know, and nobody else. They get no reminder: talk about it first.
pause-link-to = With whom
pause-link-nobody = No one
pause-link-channel = How
pause-link-rhythm = How often
pause-link-choose = Choose
pause-link-with-somebody = Choose someone in the group
pause-link-channel-missing = Choose how to keep the link
pause-link-rhythm-missing = Choose how often
pause-channel-card = a card by post
pause-channel-call = a call
pause-channel-text = a text message
pause-channel-mail = an e-mail
pause-rhythm-once = once
pause-rhythm-weekly = every week
pause-rhythm-monthly = every month
pause-rhythm-seasonal = every season
pause-do = Begin my break
pause-change = Save these changes
pause-change-or-read = Change my break
done-pause = Your break has begun. Take your time.
done-back = Good to see you again.
mail-pause-over-subject = A short note
mail-pause-over-first = You asked for a note on this day. Here it is. Nothing is required.
leave-title = Leaving the group
leave-lead = No reason to give. The button is at the bottom of the page.
leave-rest = A break, maybe
leave-rest-text = A break keeps your place and your words. You can leave later.
leave-rest-go = See the break
leave-take-text = After you leave, these files no longer exist here.
leave-words = Your words in discussions
leave-words-text = Tick what you leave to the group, without your name. The rest is erased, with the answers.
leave-words-in = Proposal { $number }: { $title }
leave-words-stay = Leave these words, without my name
leave-then = What happens then
leave-then-erased = Your name, addresses, passphrase and drafts are erased at once.
leave-then-name = Where your name stood, people read "a member".
leave-then-votes = Your vote in an open question counts. Elsewhere, only the numbers stay.
leave-then-mandate = Your mandate ends: { $title }
leave-then-group = Proposals and the register stay with the group. Your name is not in them.
leave-law = What the law has us keep
leave-law-text = The group is incorporated: its legal register keeps, sealed, { $name }, from { $from } to { $until }.
leave-no-way-back = This is final. Nobody can bring back what is erased.
leave-do = Leave now
farewell-title = It is done
farewell-lead = You left the group. What spoke of you here is erased.
farewell-erased = Erased just now
farewell-erased-line = { $what }: { $rows }
farewell-left-nothing = Nothing is left in your name.
farewell-left-law = Only the legal register keeps your name and two dates.
farewell-thanks = Thank you for the time spent here. The door stays open.
contacts-title = How to reach me
contacts-lead = Nothing is required. Nothing is shown without your yes.
contacts-mine = What you wrote down
contacts-shown = Shown to whoever asks, in the group.
contacts-hidden = Shown to no one.
contacts-show = Show to whoever asks
contacts-hide = Stop showing
contacts-remove = Erase
contacts-new = Add a way
contacts-kind = Which way
contacts-value = The number or address
contacts-value-hint = You can say which hours suit you.
contacts-yes = Yes, show it to { $members } who ask
contacts-yes-hint = You can say no later, with one click.
contacts-keep = Save
contacts-log = Whoever asks how to reach you is written down for you, for 12 months:
contact-kind-phone = Telephone
contact-kind-mail = E-mail
contact-kind-post = Postal address
contact-kind-other = Another way
contact-kind-missing = Choose which way it is
contact-missing = Write the number or address
contact-too-many = You have { $most } already. Erase one first
contact-purpose-news = To hear how it goes
contact-purpose-task = To talk about a task of the group
contact-purpose-bring = To bring something
contact-purpose-meet = To meet
contact-purpose-missing = Choose what you want to reach them for
contact-enough-today = You asked about { $most } people today. You can ask again tomorrow.
done-contact = It is saved.
done-contact-removed = It is erased.
member-title = Someone in the group
member-back = Back to the list
member-held = Mandates held
member-reach = Reaching this person
member-reach-text = Only what the person chose to show appears. They will read that you asked.
member-purpose = What for
member-ask = See how to reach them
member-nothing = Nothing to show.
member-written-down = Your asking is written down for this person.
member-is-you = This is your page, as others see it.
kept-title = What we keep
kept-lead = What, what for, and until when. Nothing else is kept.
kept-never = What is never kept
kept-never-health = Nothing about health. There is nowhere to write it.
kept-never-visits = Not who comes to activities, nor from where a page is opened. The days on which a place is opened are kept for 30 days, for that person alone.
kept-never-others = Nothing is given or sold to anyone else. No other site is called.
kept-mine = Read what is kept about me
kept-until = We keep it { $until }.
kept-until-always = for ever
kept-until-she-says = until the person says otherwise or leaves
kept-until-she-leaves = until the person leaves
kept-until-served = as long as it is of use
kept-until-charter-says = for as long as the charter says
kept-until-minutes = { $count ->
    [one] for one minute afterwards
   *[other] for { $count } minutes afterwards
}
kept-until-days = { $count ->
    [one] for one day afterwards
   *[other] for { $count } days afterwards
}
kept-until-years = { $count ->
    [one] for one year afterwards
   *[other] for { $count } years afterwards
}
kept-then-stays = It stays with the group.
kept-then-erased = Then it is erased.
kept-then-detached = Then names are taken off. The rest stays.
kept-short = In memory only
kept-short-text = The address of the computer serves for a moment against abuse. It is written nowhere.
kept-thrown = What was thrown away
kept-thrown-table = What was thrown away, day by day
kept-thrown-day = Day
kept-thrown-what = What
kept-thrown-count = How many
kept-thrown-nothing = Nothing yet.
kept-area-membership = People and the group
kept-area-decisions = Decisions
kept-area-foundations = What makes the tool work
kept-group = The group's address
kept-group-why = So that its pages open.
kept-store-mark = A mark of the key
kept-store-mark-why = To know the right key at start.
kept-register = The register
kept-register-why = So that nobody changes the past in secret. It holds numbers, not names.
kept-effects = Decisions carried out
kept-effects-why = So that a decision acts only once.
kept-keys = Each person's key
kept-keys-why = To seal a name and words. Without it, nothing opens.
kept-letters = E-mails waiting to leave
kept-letters-why = To send them. One that left is erased at once.
kept-forms = Answers to forms
kept-forms-why = So that a form sent twice acts only once.
kept-late-forms = Words sent too late
kept-late-forms-why = To give them back to whoever wrote them.
kept-receipts = What was thrown away, in numbers
kept-receipts-why = So that the group sees that erasing happens.
kept-member = The name and the place in the group
kept-member-why = To know who is here and who can vote. The name is sealed.
kept-email = The e-mail address
kept-email-why = To sign in, and to write to whoever asked.
kept-passphrase = The fingerprint of the passphrase
kept-passphrase-why = To sign in. The phrase itself is not kept.
kept-sessions = Open sessions
kept-sessions-why = To stay signed in from one page to the next, until the session ends.
kept-entrances = A very recent sign-in
kept-entrances-why = So that a double click does not shut the door.
kept-sign-in-links = Links to sign in
kept-sign-in-links-why = To sign in by e-mail.
kept-invitations = Invitations
kept-invitations-why = So that the person invited can come in.
kept-charter = The charter and its earlier rules
kept-charter-why = To know which rule held when.
kept-mandates = Mandates
kept-mandates-why = To know who could do what. After a departure, without a name.
kept-joint-acts = What is done together
kept-joint-acts-why = To collect signatures. What was not done is erased after 90 days. The rest stays.
kept-joint-signatures = Signatures
kept-joint-signatures-why = To know what several people wanted together. After a departure, without a name.
kept-welcome-page = The page for visitors
kept-welcome-page-why = To say what the group is.
kept-founding = Founding links
kept-founding-why = To found a group.
kept-legal-register = The legal register
kept-legal-register-why = The law asks it of an incorporated group: the name and dates of those who left. Sealed.
kept-pause = A break
kept-pause-why = To do as the person chose. Sealed.
kept-contact-points = Ways to reach a person
kept-contact-points-why = To reach each other, only if the person said yes. Sealed.
kept-reader-log = Who asked how to reach whom
kept-reader-log-why = So that each person knows who read their details.
kept-proposals = Proposals and their results
kept-proposals-why = They are the memory of what the group decided.
kept-drafts = Drafts
kept-drafts-why = To write in several goes.
kept-authors = Who wrote a proposal
kept-authors-why = To know whom to talk to.
kept-versions = Versions of a proposal
kept-versions-why = To see what changed before the vote.
kept-seconders = Who seconded a proposal
kept-seconders-why = To know when the discussion begins.
kept-contributions = Words in discussions
kept-contributions-why = To talk before voting. Sealed.
kept-talk-summaries = Where a discussion stands, in a few words
kept-talk-summaries-why = To find one's way before voting. Sealed.
kept-rolls = The list of who could vote
kept-rolls-why = So that the count can be done again.
kept-ballots = Open votes and their reasons
kept-ballots-why = So that everyone reads how the group decided.
kept-objections = Objections and blocks, with their words
kept-objections-why = So that the group talks about them and answers them.
kept-blocks-supported = Who supports a block
kept-blocks-supported-why = To count the support.
kept-secret-ballots = The ballots of an open secret vote, under a key
kept-secret-ballots-why = So that one can vote again until the end. When the vote closes, the key is destroyed.
kept-ballot-numbers = The numbers of secret ballots, scrambled
kept-ballot-numbers-why = So that everyone can check that theirs is counted.
kept-anonymous-ballots = The secret ballots, without names
kept-anonymous-ballots-why = So that the count can be done again.
kept-extension-asked = Who asked for more time in a vote
kept-extension-asked-why = To count the requests. Nobody else reads it.
kept-secrecy-asked = Who asked for a secret vote
kept-secrecy-asked-why = To count the requests. Nobody else reads it.
kept-paper-tallies = The count of the paper of a vote
kept-paper-tallies-why = So that two people count, each on their own. Erased when the vote is counted.
kept-paper-helpers = Who helps to fill in a paper ballot
kept-paper-helpers-why = So that this person does not count that paper. Erased when the vote is counted. The register keeps both names.
kept-rolls-read = Who read the list of a vote that is over
kept-rolls-read-why = So that the whole group knows who read it.
kept-draws = A draw by lot
kept-draws-why = So that anybody can replay it. After that, the register keeps the people who were drawn, or the numbers of the things.
kept-draw-entries = The names and things of a draw
kept-draw-entries-why = To draw, and to replay the draw.
kept-draw-dice = The dice of one person, until another throws hers
kept-draw-dice-why = So that nobody chooses what chance brings.
data-title = My data
data-lead = Everything that is kept about you here. There is nothing else.
data-take = Take my data along
data-take-text = One file is read in a browser. The other is made for another tool.
data-take-html = Page to read
data-take-json = JSON file
data-how-long = How long, and what for
data-none = Nothing is kept here for
data-yes = yes
data-no = no
data-standing-active = member
data-standing-paused = member, on pause
data-standing-ally = allied person
data-standing-excluded = kept out, by a decision
data-said-pleases = What pleases
data-said-worries = What worries
data-said-question = Question
data-said-reply = Answer
data-member = My place in the group
data-name = Name
data-id = Internal number
data-standing = Standing
data-standing-until = Until
data-joined = In the group since
data-votes-from = Right to vote since
data-email = E-mail address
data-passphrase = Fingerprint of a passphrase
data-news = E-mail when there is news
data-sessions = My sessions
data-session-own = Device of my own
data-session-ends = Ends at the latest
data-invitations = Invitations I made
data-invitation-made = Made
data-invitation-until = Good until
data-invitation-used = Used
data-mandates = My mandates
data-mandate-title = Title
data-mandate-aim = Aim
data-mandate-limits = Limits
data-mandate-from = From
data-mandate-until = Until
data-mandate-note = Your notes for whoever comes next
data-joint-acts = What I asked to do together
data-joint-kind = Kind
data-joint-details = Details
data-joint-asked-at = Asked
data-joint-signatures = My signatures
data-joint-signed-at = Signed
data-pause = My break
data-pause-until = Until
data-pause-tell = An e-mail will tell me
data-links = Links kept with me
data-link-with = With
data-link-channel = How
data-link-rhythm = How often
data-contact-points = How to reach me
data-contact-kind = Way
data-contact-value = Number or address
data-contact-shown = Shown to whoever asks
data-read-of-me = Who read my contact details
data-read-by-me = Contact details I asked for
data-read-by = Who
data-read-of = Whose
data-read-for = What for
data-read-on = Day
data-drafts = My drafts
data-text-title = Title
data-text-summary = Summary
data-text-body = Text
data-text-details = Effect, as the tool keeps it
data-versions = Versions I wrote
data-version-number = Version
data-version-at = Written
data-authored = My proposals
data-proposal-number = Proposal
data-proposal-title = Title of the proposal
data-seconded = Proposals I seconded
data-seconded-at = Seconded
data-contributions = My words in discussions
data-said-kind = Kind
data-said-words = Words
data-said-edited = Changed since
data-said-at = Said
data-said-passage = Passage of the text
data-passage-summary = Paragraph { $number } of the summary
data-passage-body = Paragraph { $number } of the full text
data-passage-words = The words of the amendment
data-talk-summaries = My words on where discussions stand
data-ballots = My votes
data-objections = My objections and blocks
data-objection-state = Where it stands
data-objection-raised = Open
data-objection-integrated = Answered by a new version
data-objection-withdrawn = Taken back
data-objection-words = Words
data-objection-by-phone = Noted on the phone
data-blocks-supported = Blocks that I support
data-ballot-choice = Choice
data-ballot-reason = Reason
data-ballot-unsigned = Reason not signed
data-ballot-changed = Changed before the end
data-ballot-at = Voted
data-rolls = Votes on whose list I was
data-roll-voted = My secret ballot was in the urn
data-secret-ballots = Open secret votes with my ballot in the urn
data-extension-asked = Votes for which I asked for more time
data-secrecy-asked = Votes for which I asked secrecy
data-ballot-by-phone = Noted on the phone
data-phone-votes = Votes I noted on the phone
data-roll-on-paper = I took a paper ballot
data-roll-helper = Filled in with the help of
data-paper-helped = Votes in which I help to fill in a paper ballot
data-paper-tallies = Votes whose paper I counted
data-rolls-read = Lists of votes I read
data-roll-read-on = Day
data-draws-opened = Draws by lot I opened
data-draws-entered = Draws by lot with my name in them
data-draw-dice = My dice
data-draw-title = What is drawn
data-draw-opened-at = Opened
data-draw-dice-showed = What the dice showed
data-late-forms = Words sent too late
data-late-words = Words
data-letters = E-mails waiting for me
data-letter-until = Kept at the latest until
data-entries = The register, where my number is written
data-entry-number = Entry
data-entry-at = Written
power-rest = Taking a break, and coming back
power-leave = Leaving the group
power-read-contact = Asking how to reach another person
## Hard times

power-keep-apart = saying whom you do not want to be put together with
power-leave-measure = ending a mediation or a plan of return that concerns you
power-give-notice = telling the group that a removal will be asked for
power-answer-removal = answering a removal that concerns you, and appealing
power-open-incident = noting a confidentiality incident
power-keep-legal-register = reading the register of members that the law asks for
power-keep-incidents = looking after the register of confidentiality incidents
power-privacy-contact = answering for the protection of personal information

charter-rule-privacy-address = Where to write about personal information
charter-rule-privacy-address-help = A general address of the group, never a person's own. Visitors read it with the title of the mandate.

## Keeping apart

apart-title = Keeping my distance
apart-lead = You can name a person you do not want to be put together with.
apart-kept = Whom you keep your distance from
apart-since = Since { $day }
apart-take-back = Take back
apart-who = From whom
apart-who-hint = No reason is needed.
apart-keep = Keep my distance
apart-choose-somebody = Choose a person of the group
apart-does = What it does
apart-does-pair = The tool no longer puts you together when it makes pairs or teams. It works both ways.
apart-does-secret = The other person does not learn of it. Their pages stay the same.
apart-does-reason = There is no box for a reason. Nothing goes into the register or by e-mail.
apart-does-read = You alone read this page. It is kept sealed.
apart-does-end = It lasts until you take it back. It is erased if either of you leaves the group.
apart-limits = What it does not do
apart-limit-small = In a group of fewer than six people, it may be guessed.
apart-limit-three = With three people, one person is the only link: one path only is left to reach you.
apart-limit-room = The other person still comes to meetings and reads the same discussions.
apart-limit-people = The list of names, mandates and votes do not change. A gap there would give it away.
done-apart = Noted. Nobody else reads it.
done-apart-back = It is taken back.
me-apart = Name a person you do not want to be put together with, without giving a reason.
me-measures = What was decided for a time and concerns you
me-removal = A removal concerns you. All that you can read and do is on one page.
me-removal-go = Read this page

## Lesser measures

measures-title = Decided for a time
measures-lead = Decisions of the group that concern you. They end by themselves.
measures-from = Since { $at }.
measures-ends = Last day: { $day }. Only a new decision can begin again.
measures-ask-end = Ask the group to end it
measures-leave-text = A mediation or a plan of return lives by the yes of everybody it concerns. You can end it, without giving a reason. It then ends for everybody.
measures-leave = End it
measures-none = Nothing at the moment
measures-none-text = No decision of this kind concerns you.
measure-pause = Pause for { $person }: { $activity }
measure-no-contact = No contact between { $person } and { $other }
measure-mediation = Mediation between { $person } and { $other }, with { $one } and { $two }
measure-return-plan = Return plan for { $person }
measure-until = until { $until }
measure-kind-pause-from-activity = Pause from an activity
measure-kind-no-contact = No contact
measure-kind-mediation = Mediation
measure-kind-return-plan = Return plan
measure-about-pause-from-activity = A person does not come to one activity, for a time. All the rest stays open.
measure-about-no-contact = Two people are not put together, for a time. Both know.
measure-about-mediation = Two members help two people talk. Each person can go out of it.
measure-about-return-plan = The person comes back step by step, as agreed with them.
measure-choose-kind = Choose one of the measures
measure-choose-person = Choose the person concerned
measure-choose-other = Choose the other person
measure-choose-between = Choose two other members to be the link
measure-write-activity = Write the name of the activity
measure-over-already = This measure is over already
done-measure-left = Noted. It is over.

## Instead of a removal

hard-title = Hard times
hard-lead = When things are not well between us, there are several paths.
hard-first = First, talk
hard-first-talk = Tell the person what is wrong, if you can.
hard-first-two = Ask two members to be the link between you.
hard-first-circle = Ask for a talking circle, with whoever wants to come.
hard-alone = What you can do alone
hard-alone-text = You can keep your distance from someone, at once and without saying so.
hard-measures = What the group can decide
hard-measures-text = A measure lasts { $months } months at most and ends by itself. The person concerned is heard before.
hard-propose = Propose a measure
hard-removal = Removing a person
hard-removal-then = These are the rules. No vote can take them away.
hard-removal-heard = The person is told { $notice } days before the vote. They are heard, or say they would rather not be.
hard-removal-votes = It takes two thirds of the votes, and at least a third of those who can vote. The person is not counted.
hard-removal-delay = It takes effect { $delay } days later. It lasts { $months } months at most.
hard-removal-appeal = An appeal is possible for { $appeal } days. Without an answer { $answer } days later, the removal is annulled.
hard-removal-small = With fewer than { $smallest } members, nobody is removed.
hard-removal-one = A decision is about one person only. In 90 days, that is one person, or a tenth of the group.
hard-removal-fork = A group that wants to remove more people has parted already. Whoever goes can take the group's texts along.
hard-removal-export = Take home a copy of the register
group-hard-times = Keeping one's distance, mediation, measures for a time
removal-one-person = A decision can be about one person only
removal-not-oneself = Choose another person. For yourself, you can leave
removal-group-too-small = The group is too small to remove anyone
removal-too-many = The group has removed as many people as it may in 90 days
removal-too-many-until = The group has removed as many people as it may. It can again from { $at }
removal-initiator-has-one = You gave notice of one that is not over
removal-person-had-one = This person had one already. There can be another from { $at }
removal-person-gone = This person is no longer a member
removal-not-heard = The person has not been heard yet
removal-without-notice = A removal begins with a notice
removal-over-already = This removal is decided or over already
removal-not-its-vote = This vote is not that of a removal: its list of voters is another one
removal-too-few-yes = There are not enough votes for a removal
removal-not-now = This is not the time to do it
removal-too-soon = It is not possible before { $at }
removal-too-late = It was possible until { $at }
removal-hearing-by-another = Another person has to note it: neither who asks, nor who is concerned
removal-choose-hearing = Choose one of the two answers
removal-write-appeal = Write what you want to say
removal-of = Removal of { $person }
removal-member-now = member
removal-for-months = { $months ->
    [one] out of the group for { $months } month
   *[other] out of the group for { $months } months
}
removal-title = Removal
removal-lead = What concerns you, and what you can do.
removal-where = Where it stands
removal-noticed-on = Notice given: { $at }.
removal-vote-from = The vote cannot open before { $at }.
removal-notice-until = Without a vote before this moment, the notice is over: { $at }.
removal-vote-open = The vote is open.
removal-vote-words = Read the question, and write beside it what you want to say
removal-acts-on = The group said yes. It takes effect: { $at }.
removal-acted-on = The removal began: { $at }.
removal-ends-on = It ends by itself: { $at }.
removal-after = On that day, what is kept about you here is erased. You can then ask to come in, like anybody. Nothing marks you.
removal-heard = Could you say what you had to say
removal-heard-hint = You can have a person of your choice with you.
removal-heard-held = Yes, I could say it
removal-heard-declined = I would rather say nothing
removal-heard-declined-hint = It is no admission. You can change your mind before the vote.
removal-heard-save = Keep my answer
removal-appeal = Appealing
removal-appeal-text = You can appeal once, before { $at }.
removal-appeal-then = This tool cannot have an appeal read by others yet. Without an answer after { $days } days, the removal is annulled. If it was to end sooner, it is annulled at its end.
removal-appeal-words = What you want to say
removal-appeal-hint = Write as you speak. Your words are sealed.
removal-appeal-send = Appeal
removal-appealed = Your appeal is noted. These are your words.
removal-appeal-back = Without an answer before this moment, the removal is annulled, and your place is yours again: { $at }.
removal-appeal-mandates = The mandates you held do not come back.
removal-appeal-over = The time to appeal is over.
removal-yours = What stays yours
removal-yours-data = Your data is on the page “Me”. It is yours.
removal-yours-alone = A removal from a group does not say who you are.
removal-yours-lines = The numbers to talk to someone are at the foot of the page, day and night.
done-removal-heard = Your answer is noted.
done-removal-appealed = Your appeal is noted.
removals-title = Removals under way
removals-lead = What the group will be asked to decide, in secret.
removals-link = See the removals under way, or give notice of one
removals-none = There are none.
removals-not-heard = The person has not been heard yet.
removals-heard = The person was heard, or would rather say nothing.
removals-note-heard = How the person was heard
removals-note-held = They could say what they had to say
removals-note-declined = They would rather say nothing
removals-note = Note that they were heard
removals-open = Open the secret vote
removals-take-back = Take my notice back
removals-give = Give notice of a removal
removals-before = It is the last thing to do. A measure for a time is often enough.
removals-ends = Without a vote in { $days } days, the notice is over by itself.
removals-person = The person
removals-months = For how many months
removals-months-hint = From 1 to { $months }. The removal ends by itself.
removals-send = Give this notice
removal-question = Remove a person for a time
removal-question-summary = The group was given notice. The person was heard, or preferred to say nothing. The vote is secret, and they are not on the roll.
done-removal-noticed = Notice is given.
done-removal-taken-back = The notice is taken back.
done-removal-vote = The vote is open.

## Confidentiality incidents

incidents-title = Confidentiality incidents
incidents-lead = A lost sheet, an e-mail to the wrong address: we note it, and look for nobody to blame.
incidents-open = Note an incident
incidents-none = No incident noted
incidents-none-text = Every incident is noted here, serious or not. The law asks for it in Quebec.
incidents-vacant = Nobody holds the mandate to look after incidents. The duty falls to the whole group.
group-legal = What the law asks for, for whoever holds the mandate.
group-incidents = Note a leak of personal information, and see where it stands
privacy-title = Person in charge of the protection of personal information
privacy-what = To know what the group keeps about you, have it corrected or erased.
privacy-vacant = Nobody answers for the protection of personal information at the moment.
incident-number = Incident { $number }
incident-back = Incidents
incident-back-one = The incident
incident-new-title = Note an incident
incident-new-lead = A few questions. Write what you know, without any name: neither who is affected, nor who made a mistake.
incident-what = What happened
incident-data = Information concerned
incident-data-hint = For instance: first names and telephone numbers. No name here.
incident-circumstances = The circumstances
incident-circumstances-hint = What happened, in a few sentences. Not who did it.
incident-from = The day, or the first day
incident-to = The last day
incident-to-hint = If it lasted more than a day.
incident-known-on = The day we knew
incident-people = Number of people concerned
incident-people-hint = Leave it empty if nobody knows yet.
incident-in-quebec = Of those, in Quebec
incident-risk = Risk of serious injury
incident-risk-later = You can answer now, or leave it to whoever holds the mandate.
incident-q-sensitivity = Is the information sensitive?
incident-q-sensitivity-hint = Being part of this group already is.
incident-q-consequences = Can it harm the people concerned?
incident-q-consequences-hint = For instance: losing a job, being found by someone.
incident-q-misuse = Can someone use it in a bad way?
incident-q-misuse-hint = Think of who may have seen this information.
incident-answer-yes = Yes
incident-answer-no = No
incident-answer-not_yet = Not answered yet
incident-why-sensitivity = Why it is sensitive, or not
incident-why-consequences = Why it can harm, or not
incident-why-misuse = Why someone can use it, or not
incident-open = Note this incident
incident-write-it = Write it in a few words
incident-say-why = Say why, in one sentence
incident-part-of-people = Write a number no larger than that of the people concerned
incident-notices = Who was told
incident-commission-told = Commission d'accès à l'information told
incident-commission-hint = When the risk is serious, the law asks to tell it promptly.
incident-people-told = People concerned told
incident-public-notice = Public notice given instead
incident-public-notice-hint = If people cannot be reached otherwise: say why.
incident-measures = Measures taken
incident-measures-hint = So that there is less harm, and it does not happen again.
incident-keep = Save
incident-close = Close this entry
incident-close-hint = It is kept, whatever the answer.
incident-close-incident = It was an incident, all is done
incident-close-none = It was not an incident
incident-close-none-hint = The entry stays, without any name.
incident-close-save = Close
incident-choose-close = Choose one of the two answers
incident-assess-first = Answer the three questions about the risk first
incident-tell-first = The risk is serious: first note when the Commission and the people were told
incident-closed-already = This entry is closed
incident-changed-meanwhile = Someone changed this entry meanwhile. Read it again before saving
incident-unknown = not known yet
incident-not-yet = not yet
incident-who = Who looks after it
incident-who-text = Somebody holds the mandate to look after incidents. Only that person reads the details.
incident-who-nobody = Nobody holds this mandate. As long as it is so, nobody reads the details.
incident-state = Where it stands
incident-days = { $count ->
    [0] today
    [one] { $count } day ago
   *[other] { $count } days ago
}
incident-opened = Noted
incident-end = End
incident-still-open = being worked on
incident-risk-not-assessed = not assessed yet
incident-risk-serious = serious: the Commission and the people are told
incident-risk-not-serious = not serious
incident-closed-incident = closed
incident-closed-not-an-incident = closed: it was not an incident
incident-kept-until = Kept until { $day }. The law asks for five years at least.
incident-letters = Letters to print
incident-letters-text = Drafts, filled from this entry. Read them again before you send them.
incident-letter-commission-fr = Notice to the Commission, in French
incident-letter-commission-en = Notice to the Commission, in English
incident-letter-person-fr = Letter to people, in French
incident-letter-person-en = Letter to people, in English
incident-letter = Letter
incident-letter-lead = A draft. Do not write the group's name on the envelope.
done-incident-opened = Noted. Thank you for saying so.
done-incident-kept = Saved.
done-incident-closed = The entry is closed. It is kept.

## Letters about an incident

legal-title = The register of members
legal-lead = The law asks it of an incorporated group: who is a member, who was one, from when until when.
legal-logged = The register of decisions says that you read it today.
legal-present = Members
legal-past = Members of before
legal-from = Since { $from }
legal-from-until = From { $from } until { $until }
legal-nobody = Nobody.
legal-printed = As it is on { $at }.
letter-commission-title = Notice of a confidentiality incident
letter-commission-to = Commission d'accès à l'information du Québec
letter-commission-opening = The group named here gives notice of an incident that presents a risk of serious injury.
letter-person-title = About your personal information
letter-person-to = To:
letter-person-opening = Information about you was concerned by an incident. This is what is known.
letter-group = Group:
letter-data = Information concerned
letter-circumstances = What happened
letter-when = When
letter-day = { $day }
letter-period = from { $from } to { $to }
letter-known = Day when the group knew
letter-people = Number of people concerned
letter-people-in-quebec = Number of people in Quebec
letter-people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
letter-risk = Why the risk is judged serious
letter-people-told = People concerned told
letter-measures = What the group does
letter-you-can = What you can do
letter-you-can-text = Beware of unexpected calls and messages. You can ask for all that the group keeps about you.
letter-contact = Whom to write to
letter-sign = For the group:

kept-no-contact = Whom a person keeps their distance from
kept-no-contact-why = So that the tool does not put them together. Sealed. Nobody else reads it.
kept-measure = Measures decided for a time
kept-measure-why = So that the people concerned know them, and they end.
kept-removal = Removals announced
kept-removal-why = For delays, the appeal and the bounds, until the end.
kept-incident = Register of confidentiality incidents
kept-incident-why = Quebec law asks for it. Without any name.
data-no-contact = Your distances
data-apart-from = From
data-measures = Measures that concern you
data-measure = Measure
data-removals = Removals that concern you
data-removals-begun = Removals that you asked for
data-noticed-at = Notice
data-heard-at = Hearing
data-acts-at = Effect
data-appealed-at = Appeal
## Ways in and ways back

power-vouch = help someone come back, or say there is a doubt
door-card-unknown = These words open nothing here. Write the four words, then check them. A code works only once
door-lost = I have no way in any more
lost-title = Coming back with no way in
lost-lead = It happens. Members who know you can help.
lost-asked-already = A request is waiting in this browser.
lost-asked-see = See it
lost-how = How it works
lost-how-words = You write your name. You get four words.
lost-how-say = You say these words to members, out loud. They answer: "yes, it is that person".
lost-how-wait = Then three days go by. Sometimes seven.
lost-how-in = You come back here and choose a new passphrase.
lost-ask = Ask to come back
lost-good-to-know = Good to know
lost-this-browser = Keep this browser: the request ends here. The quick exit erases it.
lost-once = One request a week can be made for the same place.
lost-nothing-read = This page answers the same for every name.
back-title = Your request
back-lead = Made from this browser, { $at }.
back-words = Your four words
back-words-say = Say them out loud, by telephone or in person. Not in writing.
back-where = Where it stands
back-asked = The request waits until people recognise you.
back-how-many = It takes two people from the circle chosen beforehand. If there is none, three members who see you in person.
back-confirmed = The other person has confirmed.
back-doubted = Someone has a doubt. It takes one more person, then a new delay.
back-waits = Enough people have confirmed. Come back from this moment on: { $at }.
back-waits-why = This delay leaves time to say no, in case the request is not yours.
back-delay = After the last confirmation, the delay is three days. Seven days if someone came into your place lately, or if you hold a mandate.
back-code = A paper code as well
back-code-text = With two people in the group, a code of your card is needed too.
back-code-give = Give this code
back-refresh = Refresh
back-nothing-read = The people who confirm see nothing of your place.
back-ready = Your place is waiting
back-ready-then = Choose a new passphrase. Your earlier ways in close.
back-over = This request is over
back-over-then = It was stopped, or it waited too long.
back-over-again = How to ask again
refusal-title = A request about your place
refusal-lead = Someone asks to come in at your place. If it is you, do nothing.
refusal-done = The request is stopped
refusal-done-lead = Nobody comes in at your place.
refusal-done-then = Talk about it with someone in the group, if you like.
recovery-about-you = Someone asks to come in at your place. You are here: you can say no.
recovery-refuse = It is not me: stop the request
recovery-tab = Asking to come back
recovery-title = { $name } asks to come back
recovery-lead = Asked { $at }. You can say yes, say that you doubt, or do nothing.
recovery-open = The request waits for people to confirm. How many did, nobody reads.
recovery-frozen = Someone has a doubt: it takes one more person, then a new delay.
recovery-until = The place opens from this moment on: { $at }. Until then, a doubt stops everything.
recovery-yours = You have confirmed.
recovery-vouch-title = It is that person
recovery-vouch-text = Call { $name }, or go and see them. Ask for the four words, out loud. In writing does not count.
recovery-heard = How do you know?
recovery-by-voice = By voice
recovery-by-voice-hint = You know this voice.
recovery-face = Face to face
recovery-words = The four words you heard
recovery-words-hint = Capitals and accents do not matter.
recovery-free = You can do nothing. Nobody will ask why.
recovery-vouch = Yes, it is that person
recovery-doubt-title = I have a doubt
recovery-doubt-text = No reason is asked. It will take one more person and a new delay.
recovery-doubt = I have a doubt
recovery-paper = To say it another way
recovery-paper-text = To say or hand to { $name }: someone asks to come in at your place. Asked { $at }.
recovery-paper-no = If it is not you, sign in as usual, or tell someone in the group. Everything stops.
recovery-say-how = Say how you know
recovery-words-wrong = These are not the words of this request. Ask to hear them again
recovery-face-to-face = Without a circle chosen beforehand, you need to meet face to face
recovery-over = This request is over
recovery-vouched-already = You have confirmed already
recovery-enough-vouchers = Enough people have confirmed. The delay is running
recovery-no-code-needed = No code is needed here
recovery-code-wrong = This code is not right here. Check each word
recovery-not-yet = The moment has not come. See where it stands
recovery-too-soon = The delay is still running. Come back from this moment on: { $at }
recovery-vouched-often = You have confirmed { $count } times in 30 days. Leave it to someone else
recovery-same-pair = The two of you helped someone else together not long ago. It takes someone else
recovery-barred = This place was handed back not long ago. This opens again from this moment on: { $at }
done-vouched = Noted. Thank you.
done-doubted = Your doubt is noted. The request waits.
done-refused = The request is stopped.
devices-title = Your devices
devices-lead = Where your place is open, and on which days someone came in.
devices-open = Open sessions
devices-own = Your own device
devices-shared = Shared device
devices-this = (this one)
devices-since = Opened on { $at }
devices-close = Close
devices-closed = Closed by your circle
devices-closed-by = { $name } closed all your sessions, { $at }.
devices-days = Days of coming in
devices-days-text = Kept for 30 days, for you alone: the day, and whether the device is shared or not.
devices-times = { $count ->
    [one] once
   *[other] { $count } times
}
devices-vouchers = Who confirmed that it was you
done-session-closed = That session is closed.
me-card = Paper card
me-card-go = See or print
me-circle-text = Members who help you come back.
me-circle-go = See
my-card-title = Your card to sign in
my-card-lead = { $count } codes of four words. Each works once, without e-mail and without passphrase.
my-card-left-title = Your card today
my-card-left = { $count ->
    [one] One code is left.
   *[other] { $count } codes are left.
}
my-card-none = No code.
my-card-new = A new card
my-card-replaces = The card before opens nothing any more.
my-card-keep = Keep it like a key. The group's name is not on it.
my-card-shown = The page can be seen for 15 minutes. Print it, or copy the words.
my-card-make = Make my card
my-card-gone = This page can no longer be seen. Make a new card.
my-card-write = Write a code of the list
my-card-strike = Cross it out: it works only once
my-card-printed = Printed on { $day }. Keep it like a key. Tear it up once every code is crossed out.
circle-title = Your way-back circle
circle-lead = Members who can help you come back, if you lose everything.
circle-mine = The people of your circle
circle-mine-text = From { $min } to { $max } members. Nobody else sees this list.
circle-yes = said yes
circle-asked = answer awaited
circle-remove = Remove
circle-enough = Your circle is ready.
circle-not-enough = It is ready when { $min } people have said yes.
circle-ask-title = Ask someone
circle-ask-text = They can say no, without a reason. You will only see that the place is free.
circle-who = Whom
circle-ask = Ask
circle-choose = Choose a person from the list
circle-full = Keep { $max } people at most in your circle
circle-others = The way-back circles you are in
circle-others-text = Nobody else sees it.
circle-asks-you = Asks you to be in their way-back circle. You can say no, without a reason.
circle-accept = Yes
circle-decline = No
circle-leave = Leave this circle
circle-close-text = Is their telephone lost? You can close all their sessions. You will see nothing of their place.
circle-close = Close their sessions
done-circle-asked = The request is made.
done-circle-changed = Done.
done-circle-yes = Thank you. You are in this circle.
done-circle-no = Noted.
done-sessions-closed = The sessions are closed.
mail-way-back-first = Someone asks to come in at your place. Is it you? Then there is nothing to do.
mail-way-back-link = It is not me
mail-way-back-then = Signing in as usual stops the request too.
mail-circle-asked-first = Something waits for you. You can read it, or do nothing.
mail-access-changed-first = Your ways in have changed. Was it you? Then there is nothing to do.
mail-access-changed-then = Was it not you? Talk to someone in the group.
## Asking to join, and being admitted

welcome-ask = Ask to join the group
door-ask = You are not a { $member } yet?
ask-title = Ask to join the group
ask-lead = One thing is needed: a name. The rest is free.
ask-lead-invited = Somebody invites you into this group. One thing is needed: a name.
ask-questions = The group asks these questions. You may answer none of them.
ask-ally = Do you want to come as an allied person?
ask-as-ally = I ask to come as an allied person
ask-as-ally-hint = An allied person helps the group without being a { $member }. They do not vote.
ask-described = What you do with the group
ask-described-hint = The group reads it beside your name.
ask-send = Send my request
ask-then-link = You get a link and four words, on the next page. No e-mail is needed.
ask-then-act = When the group says yes, you come in yourself. Nobody comes in for you.
ask-next-open = After one visit, somebody in the group notes that it took place. Then you can come in.
ask-next-co-signers = { $count ->
    [one] One person in the group signs. Then you can come in.
   *[other] { $count } people in the group sign. Then you can come in.
}
ask-next-assembly = The group decides together. It takes some days.
ask-reads = Your name and your answers: the { $members }.
ask-erased = The answers are erased as soon as the group has decided.
ask-reads-invited = Whoever invites you signs first, when they can.
ask-nothing-else = Nothing else is asked.
ask-too-many = Too many people are asking right now. Come and see us, or try again in some days.
ask-gone = This link opens nothing any more. If you are already a { $member }, come in by the door. If not, you can ask again.
ask-decided-already = The group has already answered your request
ask-close-too-soon = This can be closed after thirty days, not before
asked-title = Your request
asked-lead-asked = It has arrived. The group can read it.
asked-lead-admitted = The group welcomes you. Your place is waiting.
asked-lead-closed = This request is closed.
asked-said = The group writes to you
asked-rules = How the group decides
asked-rules-text = By coming in, you say yes to these rules. Once a member you can propose to change them, like everybody.
asked-rules-all = Read all the rules
asked-come = Come in
asked-good-until = Your place waits until { $at }.
asked-state = Asked on { $at }
asked-waits-welcomers = Those who welcome people see it first.
asked-waits-everybody = The whole group sees it now.
asked-waits-meeting = You can also come and meet us. The place and time will be written here.
asked-waits-answer = Thirty days have passed. The group owes you a written answer. It will come here.
asked-words = Your four words
asked-words-text = Note them on paper. They bring you back to this page.
asked-words-where = Type them at this address:
asked-link = Or keep this address for yourself:
asked-withdraw = Take back your request
asked-withdraw-text = Without saying why. All that you wrote is erased.
asked-withdraw-do = Take back my request
asked-again = You can ask again, right now.
done-ask-withdrawn = Your request is taken back. Nothing of it is left here.
join-ask-first = This invitation is for asking to join. Open it to send your request.
join-not-yet = The group has not answered yet. Your page will tell you.
sheet-link = The sheet of paper, to print
sheet-title = Joining the group
sheet-questions = Answer, if you like
sheet-free = It can be left empty. Answers are erased after the decision.
sheet-sign = Sign
sheet-sign-text = I am asking, in my own name, to join the group.
sheet-then = Somebody in the group copies this sheet into the tool, then gives it back. The register says who copied it.
sheet-printed = Printed on { $day }.
asking-title = Who asks to join
asking-lead = Read it, and sign if you like. Nobody is admitted by silence, nor refused by one person.
asking-count = { $count ->
    [0] Nobody is asking right now
    [one] { $count } person asks to join
   *[other] { $count } people ask to join
}
asking-none = Nobody is asking right now.
asking-none-text = You can invite somebody, or hand out the sheet of paper.
asking-since = Asked on { $at }.
asking-answer-due = Answer to write
asking-back = Everybody who asks
asking-told = What this person wrote
asking-told-nothing = No answer, and that is fine.
asking-on-paper = Sheet copied by: { $by }
asking-as-ally = This person asks to come as an allied person.
asking-how = How this person comes in
asking-how-open = One person signs that the visit took place. It is no judgment.
asking-how-sign = Several people sign. Each signs for two people at most in thirty days.
asking-how-assembly = The charter leaves this decision to the group.
asking-propose = Write the proposal
asking-write = Write to them
asking-write-do = Send
asking-written-by = Your words would take the place of these, written by: { $who }
asking-close = Answer them
asking-close-do = Send the answer and close
asking-words = Your words
asking-words-hint = This person reads them with their link. Sign with your name, if you like.
asking-words-missing = Write a few words
asking-now-welcomers = You can offer a place and a time to meet.
asking-now-everybody = Seven days have passed. You can offer a place and a time to meet.
asking-now-meeting = Fourteen days have passed. It is time to offer a meeting.
asking-now-answer = Thirty days have passed. This person waits for a written answer. They can ask again at once.
done-asking-written = Your words are on their page.
done-asking-closed = Your answer is on their page. The request is closed.
admit-over = This waits no longer
admit-too-late = Thirty days have passed: an answer is due, and the person can ask again
admit-by-decision = The charter leaves this decision to the group: write a proposal
admit-by-signing = The charter says that several sign for this
admit-signs-missing = { $count ->
    [one] { $count } signature is missing
   *[other] { $count } signatures are missing
}
admit-newcomer = You came a short while ago. You can sign from { $at } on
admit-signed-enough = Each person signs for two people in thirty days. You can sign again from { $at } on
admit-grew-enough = The group has welcomed enough people this month. Sign again from { $at } on
admit-what = A place in the group
admit-place-for = opened for { $holder }
somebody-who-asked = somebody who asked
together-card-hand = Hand a card to someone
together-member-admit = Admit somebody who asks
members-allies = Allied people
members-allies-text = They help the group without being { $members }. They do not vote.
members-ally = Allied person
charter-rule-admission = How people come into the group
charter-rule-admission-help = Three ways. In each, people come in by their own act, and the group grows at a walking pace.
charter-value-admission-open-after-one-visit = After one visit, noted by one person
charter-value-admission-co-signers = When several { $members } sign
charter-value-admission-assembly = By a decision of the group
charter-rule-ask-questions = Questions to whoever asks to join
charter-rule-ask-questions-help = One on each line, eight at most. Answering is never required. Nothing on health, nor on who sent the person.
power-welcome-applicant = write to somebody who asks to join
power-enter-paper = copy the sheet of somebody who joins on paper
power-act-at-request = act at the request of somebody without a screen

## On paper, and at somebody's request

paper-title = Without a screen
paper-place = Copy a sheet, act at somebody's request
paper-lead = Paper is a full way to be part of the group.
paper-enter = Copy a joining sheet
paper-enter-text = The person signed it. You copy it, then give the sheet back. Your signature counts as the first.
paper-name = Their name in the group
paper-name-hint = As on the sheet.
paper-ally = Does this person come as an ally?
paper-as-ally = They ask to come as an allied person
paper-described = What they do with the group
paper-signed = The person signed the sheet
paper-signed-hint = Without this signature nothing is done: nobody comes in for somebody else.
paper-needs-signature = Tick this if the sheet is signed
paper-enter-do = Write it down
paper-name-taken = Somebody took this name meanwhile. Ask the person for an initial, and copy the sheet again
done-paper = The sheet is copied.
at-request-title = Act at somebody's request
at-request-text = For people who have no way in here. Never to vote in secret, to confirm who somebody is, or to leave.
at-request-lead = Do only what this person asked of you. They get a receipt on paper.
at-request-yes = What they say yes to
at-request-yes-text = Read each sentence to them. Tick what they say yes to.
at-request-name = Their name
at-request-pause = Their pause
at-request-pause-text = They keep their place and their vote. Nobody is told: keep it to yourself.
at-request-until-hint = Leave it empty if they will say when.
at-request-back = Their coming back from a pause
at-request-contact = A way to reach them
at-request-shown = They say yes: members may ask for it
at-request-how = How they asked
at-request-do-yes = Write down what they say yes to, and make the receipt
at-request-do-name = Change this name, and make the receipt
at-request-do-pause = Begin this pause, and make the receipt
at-request-do-back = End this pause, and make the receipt
at-request-do-contact = Add this way, and make the receipt
at-request-choose-channel = Say how they asked
at-request-has-way-in = This person has a way in: it is theirs to do
at-request-done = Done at your request
at-request-done-by = By { $by }, on { $at }
channel-screen = On a screen
channel-paper = On paper
channel-phone = By word of mouth or by telephone
done-at-request = It is done. Here is the receipt to print.
receipt-title = Receipt
receipt-lead = To print and to give to the person.
receipt-what = To: { $whom }
receipt-by = Done at your request, by: { $by }
receipt-yes = What you say yes to
receipt-name = Your name
receipt-pause = Your pause
receipt-back = Your coming back from a pause
receipt-contact = A way to reach you
receipt-now = What holds now
receipt-change = You can change your mind when you like. Tell somebody in the group.

## A yes for each use

me-hers = Yours to choose
yes-title = What I say yes to
yes-lead = Nothing is ticked beforehand. A yes is taken back as easily as it is given.
yes-news-by-mail = An e-mail when there is news
yes-news-by-mail-hint = It says that there is news, nothing more. You need an e-mail address for it.
yes-be-welcomed = Having two people to welcome me
yes-be-welcomed-hint = You are offered two people to find your way with, for three months.
yes-welcome-others = Welcoming
yes-welcome-others-hint = Your name is offered to people who arrive. You also see who asks to join.
yes-printed-list = My name on the printed list
yes-printed-list-hint = A sheet can get lost. Without your yes, your name is not on it.
yes-since = Yes since { $at }
yes-is-yes = yes
yes-is-no = no
yes-free = You need not explain. It holds from the next page on.
yes-save = Keep my answers
done-yes = Your answers are kept.
printed-list = The list to print
printed-list-lead = Only the names of those who said yes.
printed-list-nobody = Nobody has said yes so far.
printed-list-foot = Do not put this sheet on a wall. Tear it up afterwards.

## What one is called

call-title = My name here
call-lead = Your first name, an initial, or another name. Everybody sees you under this name.
call-shorter-title = Shorter
call-shorter = Shorter: { $first }, or { $second }
call-hint = The name you like.
call-kept = Your old name is no longer kept. The register says that you changed your name, not what it was.
call-save = Keep this name
done-name = Your name is changed.

## Two people to find one's way with

pair-title = Two people to welcome me
pair-lead = They know the house. You change when you like.
pair-now = They welcome you
pair-until = It ends by itself on { $at }.
pair-end = Stop now
pair-leave-whom = End this one with { $who }
pair-offered = They said yes to welcoming
pair-whom = Whom would you like?
pair-whom-hint = One or two people.
pair-choose = Choose one or two people from the list
pair-take = Choose these people
pair-nobody = Nobody has offered so far. Ask the group, in person.
pair-welcomed = You welcome
pair-nothing-kept = Nothing is kept of what you say to each other.
done-pair = Noted. Go and say hello.
done-pair-ended = It has ended.

## What is kept, and what each reads of it

kept-applications = A request to join, once it is answered
kept-applications-why = So that the person reads the answer and takes their place.
kept-applications-waiting = A request to join that waits for an answer
kept-applications-waiting-why = So that the group can still answer.
kept-consents = What you say yes to
kept-consents-why = To do only what you said yes to.
kept-at-request = What somebody else did at your request
kept-at-request-why = So that you know who did it.
kept-welcome-pairs = Who welcomes whom
kept-welcome-pairs-why = So that you both know with whom.
kept-ally = What an ally says about themselves
kept-ally-why = So that the group knows who they are. Sealed.
data-described = What you say of yourself

# What is kept of ways in, of asking to join and of welcoming, in the words of "My data" and "What we keep".
kept-address-changes = The day on which an address changed
kept-address-changes-why = To wait longer before a place is given back after a change.
kept-came-in = The days on which a place was opened
kept-came-in-why = So that people see whether somebody else came in at their place. Nobody else reads them.
kept-card-codes = The codes of the printed card
kept-card-codes-why = To come in without e-mail or passphrase. Only a fingerprint is kept.
kept-circle = Each person's way-back circle
kept-circle-why = To help the person come back if they lose their ways in. Nobody else reads the list.
kept-recoveries = Requests to come back
kept-recoveries-why = To give a place back to the right person, after a delay.
kept-recovery-vouches = Who confirmed a request to come back
kept-recovery-vouches-why = So that the person knows who helped them.
data-at = When
data-at-request = Done at your request, or by you for another person
data-applications-written = Requests to join that you wrote down for somebody
data-applications-signed = Requests to join that you signed
data-at-request-act = What
data-at-request-at = When
data-at-request-whose = For whom
data-came-in = The days on which you came in
data-address-changes = When your e-mail address changed
data-cards-for-me = Cards made for you
data-sign-in-links = Sign-in links waiting in your e-mail
data-link-until = Good until
data-card-codes = Your card of codes
data-card-made = Made on
data-card-left = Codes left
data-circle = Your way-back circle
data-circle-of = The way-back circles you are in
data-circle-closed = Sessions closed on
data-consents = Your yeses
data-consent-use = For what
data-consent-since = Since
data-consent-until = Until
data-consent-channel = How
data-day = Day
data-pair-until = Until
data-pair-whose = Your part
data-since = Since
data-times = Times
data-until = Until
data-vouched-for-me = Who confirmed that it was you
data-vouched-by-me = For whom you confirmed
data-recoveries = Requests to come back to your place
data-welcome-pairs = Welcome pairs
at-request-for-you = For you
at-request-by-you = By you, for another person
pair-you-are-welcomed = You are welcomed
pair-you-welcome = You welcome somebody

## Elections without candidates

charter-rule-election-days = Days of each round of an election without candidates
charter-rule-election-days-help = Finding somebody takes several rounds. Each ends after so many days at the latest.
charter-unit-election-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
mandate-to-fill = To somebody still to be found, until { $until }
mandate-nobody-found = Nobody was found
kept-elections = Where an election without candidates stands, and who was found
kept-elections-why = So that the group knows who has the task.
kept-nominations = Who named whom, and why
kept-nominations-why = To read the reasons. It is erased when the election ends.
kept-names-closed = Names that are no longer open in an election
kept-names-closed-why = So as not to ask again. Nothing says why.
kept-election-answers = What each person says of a name
kept-election-answers-why = To find somebody to whom nobody objects. It is erased at the end.
kept-election-ready = Who said "We can go on"
kept-election-ready-why = To end a round when people are together.
kept-naming-wish = Whether a person does not wish to be named
kept-naming-wish-why = So as not to offer the name. Nobody else can read it.
data-elections = Elections that look at my name, in which I put a name forward, or that found me
data-nominations = Names that I said
data-named-person = The person
data-named-why = Why
data-names-closed = Elections in which my name is no longer open
data-election-answers = My answers about a name
data-election-said = My answer
data-election-words = My words
data-election-ready = Rounds that I said can end
data-naming-wish = My wish not to be named
data-not-named = I do not wish to be named
