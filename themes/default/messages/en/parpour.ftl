# What the program says in a terminal.
cli-ready = Parpour is ready: { $address }
cli-kept-in = Everything is kept in { $place }
cli-kept-in-postgres = Everything is kept in PostgreSQL.
cli-mail-in-files = No mail server. Mails land as files in { $place } (see --smtp).
cli-found-here =
    To found a group, open this link. It works once, for 30 days:
      { $link }
cli-how-to-stop = To stop: Ctrl+C
cli-demo-preparing = The invented group is getting ready. Nothing is kept.
cli-demo-progress = { $percent }% of the story is told
cli-demo-ready =
    The demonstration is ready: { $address }
    To come in, choose a person:
cli-demo-mail = Mails land as files in { $place }
cli-verify-sound =
    The register holds: { $entries } entries, { $withdrawn } bodies withdrawn.
    Head no. { $seq }: { $words }
    { $hash }
cli-verify-bad-entry = The register does not hold. First bad entry: no. { $seq } ({ $reason })
cli-verify-damaged = The file is damaged, or is not an exported register: { $reason }
cli-verify-unreadable = The file { $file } cannot be read: { $error }
cli-check-store = The data opens: { $place }
cli-check-nothing = There is no data in { $place }. Check --data, or start a first time with serve.
cli-check-store-bad = The data does not open: { $error }
cli-check-integrity = The database is sound.
cli-check-integrity-bad = The database has a fault: { $error }
cli-check-register = The register of group { $group } holds ({ $error } entries).
cli-check-register-bad = The register of group { $group } does not hold: { $error }
cli-check-web = The pages are ready for { $address }
cli-check-web-bad = The pages cannot be shown: { $error }
cli-check-mail = The mail server answers.
cli-check-mail-bad = Mail does not leave: { $error }
