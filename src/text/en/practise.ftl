## Practice on a scenario, and what comes of it.
practise-title = Practise on a scenario
practise-speed = Speed: { $speed }
practise-trainee = Observer: { $name }
practise-key-speed = speed
practise-key-next = next item
practise-empty = No scenario yet. Put one into the folder “scenarios” beside your checklists; the README says how.
practise-copy-unfit = Your copy of the checklist, version { $version }, no longer fits this scenario (item “{ $item }”): practice uses version { $used }, which came with the program.
practise-copy-other = Your copy of the checklist is version { $version }, and this scenario is for another: practice uses version { $used }, which came with the program.
practise-copy-broken = Your copy of the checklist has an error: practice uses version { $used }, which came with the program.
practise-name = Who is practising? Your name or number; it will be remembered
practise-never = not practised yet
practise-last = { $agreed } of { $n } { $at }
practise-last-other = practised { $at }, on another version
practise-over-finish = The scene is over. { $key } to review and finish.
practise-heading = { $title } · { $speed }
practise-gone = The scenario of this practice was changed or removed; the visit goes on without its script.
practise-no-reveal = There is no reference for this visit: it followed no scenario, or one that was changed or removed.
practise-agreed = { $agreed } of { $n } answers agree with the reference: { $share } ({ $lower } to { $upper })
practise-score = { $agreed } of { $n }
practise-agreed-none = Answers that can be compared with the reference: { $n }.
practise-count-lenient = too lenient: { $count }
practise-count-severe = too severe: { $count }
practise-count-other = { $count ->
    [one] { $count } differs
   *[other] { $count } differ
  }
practise-count-unanswered = unanswered: { $count }
practise-count-not-asked = not asked: { $count }
practise-count-no-reference = not applicable: { $count }
practise-median-late = Median delay: { $time }; { $early ->
    [0] none early
   *[other] { $early } early
  }
practise-median-at-once = Median delay: less than a second; { $early ->
    [0] none early
   *[other] { $early } early
  }
practise-median-early = Median: { $time } early; { $early ->
    [one] { $early } answer early
   *[other] { $early } answers early
  }
practise-same = agrees
practise-lenient = too lenient
practise-severe = too severe
practise-other = different
practise-unanswered = unanswered
practise-not-asked = not asked: depends on another answer
practise-no-reference = not applicable, by the reference
practise-words = text, not compared
practise-none = none
practise-own = Yours: { $value }
practise-reference = Reference: { $value }
practise-why = Why: { $reason }
practise-moment = At { $at } · { $line }
practise-nothing-shows = No single moment decides it.
practise-late = Answered at { $at }, { $time } late
practise-early = Answered at { $at }, { $time } early
practise-at-once = Answered at { $at }, at once
practise-answered = Answered at { $at }
practise-over = The scene is over.

practise-beside = Compared with the reference
practise-script = The script
practise-references = The reference
practise-check-good = { $path }: OK, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
  } of script, { $references ->
    [one] { $references } reference
   *[other] { $references } references
  }, no errors (checklist { $checklist })
practise-record-none = No practice on a scenario yet. “esprit practise” shows the scenarios.
practise-other-version = the scenario was changed or removed: nothing to compare with
practise-plain-ask = Which scenario? Its name or its number:
practise-plain-unknown = There is no such scenario; type its name or its number.
# Line by line
practise-plain-wait = “wait” waits for the next line of the scene, “wait SECONDS” for that moment, “wait end” for its end.
practise-plain-when = “{ $asked }” is not a moment of the scene: type seconds, or end.
practise-plain-still = The scene is paused with the visit: type continue, then wait.
