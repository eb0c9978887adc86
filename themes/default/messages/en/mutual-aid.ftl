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
