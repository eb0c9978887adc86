# What every page says: the frame, forms, errors, days and hours.

site-name = Parpour
skip = Skip to content
step-done = (done)
menu = Menu
menu-label = Binder menu
tabs-label = Sections of the binder
tab-today = Today
tab-decide = Decide
tab-call = Calling each other
tab-group = The group
tab-me = Me

# The group's own word replaces these once it is chosen.
member-one = member
member-many = members

## Quick exit

exit-word = Exit
# Follows exit-word on large screens.
exit-rest = quickly
exit-page-title = Weather
exit-page-link = See the weather

## Footer

crisis-title = Need to talk now?
footer-charter = Our charter
footer-register = Register of decisions
footer-site = This site
footer-look = Easier to read
language-other = Français
language-other-value = fr
plain-http = This address is not encrypted. Use it only on the group's own network.
mail-in-files = This site sends no real e-mail. Messages stay on its own computer.

## Reading preferences

look-title = Easier to read
look-lead = Your choices stay on this device.
look-back = Back to the page
look-text = Text size
look-text-normal = Normal
look-text-large = Large
look-text-largest = Very large
look-theme = Colours
look-theme-device = Same as my device
look-theme-light = Light
look-theme-dark = Dark
look-contrast = High contrast
look-space = More space between letters and lines
look-font = My device's font
look-apply = Apply

## Forms

form-optional = if you like
form-kept = What you wrote is kept.
form-kept-but-phrase = What you wrote is kept, except the passphrase.
form-write-number = Write a number in digits, from { $least } to { $most }
form-write-date = Write a date like 2026-11-27
# Before the title of a page that shows a form again.
page-title-error = Error:
error-of-field = { $field }: { $text }

## Errors: a title, then what to do

error-to-correct = { $count ->
    [one] { $count } thing left to correct
   *[other] { $count } things left to correct
}
error-incident = Number to give whoever looks after the site: { $number }
error-send-again = Send again
error-your-words = What you wrote
error-back-group = Back to Today
error-back-home = Back to the home page

error-not-found-title = Page not found
error-not-found = This page does not exist, or no longer exists.
error-not-allowed-title = This page is for others
error-not-allowed = This page is for other people in the group.
error-invalid-title = Something needs correcting
error-invalid = An answer is missing. Go back to the page and answer each question.
error-conflict-title = The page has changed
error-conflict = Someone changed this page in the meantime. Go back and read it.
error-form-already-sent = This form has already been used. Read it again, then send it.
error-expired-title = This link is no longer good
error-expired = It has been used, or it is too old. Ask for a new one.
error-too-many-title = Please wait a little
error-too-many = There have been a lot of requests. Wait a minute, then try again.
error-wait-minutes = { $minutes ->
    [one] There have been many requests. Wait { $minutes } minute, then try again.
   *[other] There have been many requests. Wait { $minutes } minutes, then try again.
}
error-wait-hours = { $hours ->
    [one] There have been many requests. Wait { $hours } hour, then try again.
   *[other] There have been many requests. Wait { $hours } hours, then try again.
}
error-busy-title = It is busy here
error-busy = Many people are writing at once. Wait a few seconds, then try again.
error-broken-title = Something broke on our side
error-broken = It is not your fault. Try again in a moment.
error-wrong-method-title = This address is for something else
error-wrong-method = Go back to the previous page and use its button.
error-bad-address-title = This address cannot be read
error-bad-address = Part of the link may be missing. Copy the whole link.
error-not-text-title = This text cannot be read
error-not-text = It contains unreadable characters. Go back to the page and type it.
error-control-characters-title = A hidden character slipped into your text
error-control-characters = We took it out. Read your text again, then send it.
error-not-a-form-title = This was not sent from a form
error-not-a-form = Go back to the page and use its button.
error-too-large-title = This is too long
error-too-large = About 20 pages of text can be sent at once. Keep only what matters most.
error-long-address-title = This address is too long
error-long-address = Go back to the home page and follow the links.
error-unknown-host-title = This is not the right address
error-unknown-host = This site does not go by that name. Check the address you were given.
error-stale-form-title = This page was open for a long time
error-stale-form = To be safe, nothing was sent. Go back to the page and start again.
error-sign-in-first-title = This page was open for a long time
error-sign-in-first = Sign in again. What you wrote is kept on this page.
error-form-kept-late = Sign in again. What you wrote is kept for 30 minutes and will be waiting for you.
error-go-to-door = Go to sign-in
error-foreign-form-title = This was sent from another site
error-foreign-form = To be safe, nothing was done. Open the page here and start again.

## Days and hours

when-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
when-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
when-day = { when-weekday }, { when-month } { $day }
when-day-year = { when-day }, { $year }
when-clock = { $minute ->
    [0] { $hour12 }
   *[other] { $hour12 }:{ $minutes }
}
when-hour = { $half ->
    [midnight] midnight
    [noon] noon
    [am] { when-clock } a.m.
   *[pm] { when-clock } p.m.
}
# In autumn one hour comes twice.
when-turn = { $turn ->
    [first] , before the clocks change
    [second] , after the clocks change
   *[only] { "" }
}
when-day-time = { when-day } at { when-hour }{ when-turn }
when-day-year-time = { when-day-year } at { when-hour }{ when-turn }
when-deadline = { when-day-time } ({ when-zone })
when-zone = { $zone ->
    [America-Toronto] Montréal time
    [America-Montreal] Montréal time
    [America-St_Johns] Newfoundland time
    [Indian-Reunion] Réunion time
    [UTC] universal time
    [Etc-UTC] universal time
   *[other] { $city } time
}
effect-no-longer-applies = What the decision was to do is no longer possible.
effect-unknown = This version of the tool cannot do what was decided.
effect-unreadable = The details of what was decided can no longer be read.
