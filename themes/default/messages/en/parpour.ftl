# What the program says in a terminal.
cli-ready = Parpour is ready: { $address }
cli-kept-in = Everything is kept in { $place }
cli-kept-in-postgres = Everything is kept in PostgreSQL.
cli-mail-in-files = No mail server. E-mails are saved as files in { $place } (see --smtp).
cli-found-here =
    To found a group, open this link. It can be used once, within 30 days:
      { $link }
cli-how-to-stop = To stop: Ctrl+C
cli-demo-preparing = The invented group is getting ready. Nothing is kept.
cli-demo-progress = { $percent }% of the story is told
cli-demo-ready =
    The demonstration is ready: { $address }
    To come in, choose a person:
cli-demo-mail = E-mails are saved as files in { $place }
cli-verify-sound =
    The register holds: { $entries } entries, { $withdrawn } bodies withdrawn.
    Head no. { $seq }: { $words }
    { $hash }
cli-verify-bad-entry = The register does not hold. First changed entry: no. { $seq } ({ $reason })
cli-verify-damaged = The file is damaged, or is not an exported register: { $reason }
cli-fault-form = the line does not have the form of an entry
cli-fault-sequence = the number does not follow the one before
cli-fault-group = the entry is another group's
cli-fault-link = the link to the entry before is broken
cli-fault-time = the time is before that of the entry before
cli-fault-hash = the hash is not that of the entry
cli-fault-unproven-body = nothing binds this body to the entry
cli-fault-missing-body = the body is missing
cli-fault-body = the body is not the one that was entered
cli-damage-form = not the archive of a register, or not all of it
cli-damage-files = a file is missing or should not be there
cli-damage-checksum = a file other than the register has changed
cli-verify-unreadable = The file { $file } cannot be read: { $error }
cli-check-store = The data opens: { $place }
cli-check-nothing = There is no data in { $place }. Check --data, or start a first time with serve.
cli-check-store-bad = The data does not open: { $error }
cli-check-schema-old = The schema is not up to date ({ $steps } steps are missing). Starting once with serve brings it up to date.
cli-check-integrity = The database is sound.
cli-check-integrity-bad = The database has a fault: { $error }
cli-check-groups-bad = The list of groups cannot be read: { $error }
cli-check-register = The register of group { $group } holds ({ $entries } entries).
cli-check-register-bad = The register of group { $group } does not hold: { $error }
cli-check-web = The pages are ready for { $address }
cli-check-web-bad = The pages cannot be shown: { $error }
cli-check-mail = The mail server answers.
cli-check-mail-bad = Mail does not leave: { $error }
cli-check-mail-unwilling = The mail server answers, but does not want us.

cli-count-refused = { $file } is refused, { $place }: { $reason }
cli-count-at-line = line { $line }, column { $column }
cli-count-at-field = field { $field }
cli-count-at-ballot = ballot no. { $number }
cli-count-at-file = the whole file
cli-count-at-line-alone = line { $line }
cli-count-reason-form = it is not a well-formed ballot file (“{ $said }”)
cli-count-reason-unreadable = the file cannot be read (“{ $said }”)
cli-count-reason-too-large = the file is larger than { $most } bytes
cli-count-reason-not-this-format = the format is not { $format }
cli-count-reason-missing = it is required, and missing
cli-count-reason-not-with-this-method = it does not go with this method
cli-count-reason-no-option = there is no option
cli-count-reason-too-many-options = there are more than { $most } options
cli-count-reason-option-twice = the option “{ $option }” is there twice
cli-count-reason-unknown-option = there is no option “{ $option }”
cli-count-reason-not-all-options = every option must be there exactly once
cli-count-reason-not-between = it takes a number from { $least } to { $most }
cli-count-reason-not-a-part = it takes [p, q], with p from 1 to q
cli-count-reason-fewer-than-ballots = there are more ballots than that
cli-count-reason-cost-of-zero = an option costs 0
cli-count-reason-wrong-kind = this method asks for “{ $asked }”, not “{ $given }”
cli-count-reason-points-over-max = { $score } points is more than the maximum of { $max }
cli-count-reason-tied-tier = with this method, two options cannot be equal on a ballot
cli-count-reason-empty-tier = a tier is empty
cli-count-reason-option-twice-in-ballot = an option is there twice
cli-count-reason-too-many-ballots = there are more than { $most } ballots
cli-count-reason-too-many-ties = it takes an order drawn by lot beforehand: ties can be settled in too many ways
cli-count-reason-line-form = this line is not written as the format asks
cli-count-reason-number = it takes a whole number that is not too large
cli-count-reason-options = it takes 1 to { $most } options
cli-count-reason-not-supported = this format allows it, but parpour cannot read it
cli-count-reason-ends = the file ends too early
cli-count-reason-method-is-said = this file itself says how it is counted: leave out --method
cli-count-head = { $method }. Ballots: { $ballots }
cli-count-decided = Result: { $winners }
cli-count-adopted = Result: adopted
cli-count-rejected = Result: rejected
cli-count-tied-majority = Result: a tie, not adopted
cli-count-tied = Result: a tie between { $tied }
cli-count-tied-with-winners = Result: { $winners }; a tie between { $tied }
cli-count-no-quorum = Result: no quorum
cli-count-no-result = No result
cli-method-majority = Yes or no
cli-method-approval = Approval
cli-method-points = Points
cli-method-schulze = Schulze method
cli-method-ranked-pairs = Ranked pairs
cli-method-irv = Instant run-off
cli-method-borda = Borda count
cli-method-condorcet = Condorcet winner
cli-method-stv = Single transferable vote, Scottish rules
cli-method-equal-shares = Budget by equal shares

# Numbers: the decimal point.
cli-simulate-comma = .
cli-simulate-reach = People reached, of those who are there: { $percent }%
cli-simulate-worst = Nine times out of ten, at least: { $percent }%
cli-simulate-last = The last person is reached after: { $minutes } min (one time out of two)
cli-simulate-calls = One person calls at most: { $most }
cli-simulate-first = The person who starts calls at most: { $most }
cli-simulate-missing = More callers wanted: { $callers }
cli-simulate-one-caller = Somebody has to call. The trial counts one caller.
