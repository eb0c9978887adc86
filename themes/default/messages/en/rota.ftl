# Taking turns: what you give, what is suggested to you, a place to take.

## Why not: your own limits. Nobody else reads these sentences.

rota-not-other-kind = You did not say yes to this kind of thing
rota-not-other-hours = It is not within your hours
rota-not-away = You are away at that time
rota-not-overlap = You already have something else at that time
rota-not-too-soon = It is too close to something else: your rest in between is longer
rota-not-enough-day = You already give what you wanted that day
rota-not-enough-week = You already give what you wanted that week
rota-not-enough-month = You already give what you wanted that month

## A place to take

rota-cover-covered = It is covered, thank you: someone said yes
rota-cover-called-off = We are not looking for anyone any more. Thank you all the same
rota-cover-began = It has already begun

## Why this is suggested to you

rota-because-listening = You said yes to listening
rota-because-visit = You said yes to visits
rota-because-circle = You said yes to lending a hand
rota-because-activity = You said yes to tasks of activities
rota-because-kitchen = You said yes to the kitchen
rota-because-monday = You said yes to Mondays
rota-because-tuesday = You said yes to Tuesdays
rota-because-wednesday = You said yes to Wednesdays
rota-because-thursday = You said yes to Thursdays
rota-because-friday = You said yes to Fridays
rota-because-saturday = You said yes to Saturdays
rota-because-sunday = You said yes to Sundays
rota-because-per-day = { $number ->
    [one] You said: once a day at most
   *[other] You said: { $number } times a day at most
}
rota-because-per-week = { $number ->
    [one] You said: once a week at most
   *[other] You said: { $number } times a week at most
}
rota-because-per-month = { $number ->
    [one] You said: once a month at most
   *[other] You said: { $number } times a month at most
}
rota-because-wished = The person would like it to be you
