## Practice on a scenario, and what comes of it.
practise-title = Practise on a scenario
practise-speed = Speed: { $speed }
practise-trainee = Observer: { $name }
practise-key-speed = speed
practise-key-next = next item
practise-empty = No scenario yet. Put one into the folder “scenarios” beside your checklists; the README says how.
practise-copy-unfit = Your copy of the checklist, version { $version }, no longer fits this scenario (item “{ $item }”): practice goes by version { $used }, which came with the program.
practise-copy-other = Your copy of the checklist is version { $version }, and this scenario is for another: practice goes by version { $used }, which came with the program.
practise-copy-broken = Your copy of the checklist has a fault: practice goes by version { $used }, which came with the program.
practise-name = Who practises? Your name or number, which will be remembered
practise-never = not practised yet
practise-last = { $agreed } of { $n } { $at }
practise-last-other = practised { $at }, on another version
practise-compare = See how your answers compare with the reference
practise-over-finish = The scene is over. { $key } to review and finish.
practise-heading = { $title } · { $speed }
practise-gone = The scenario of this practice is no longer here as it was; the visit goes on without its script.
practise-no-reveal = There is no reference for this visit: it followed no scenario, or one that is no longer here as it was.
practise-agreed = { $agreed } of { $n } answers agree with the reference: { $share } ({ $lower } to { $upper })
practise-agreed-none = Answers that can be compared with the reference: { $n }.
practise-count-lenient = too lenient: { $count }
practise-count-severe = too severe: { $count }
practise-count-other = otherwise different: { $count }
practise-count-unanswered = without an answer: { $count }
practise-count-not-asked = not asked: { $count }
practise-count-no-reference = did not apply: { $count }
practise-median-late = Half of the answers came within { $time } of the moment when they could be told; { $early ->
    [0] none before it
    [one] { $early } before it
   *[other] { $early } before it
  }.
practise-median-at-once = Half of the answers came at once, or before it could be told ({ $early ->
    [0] none before
   *[other] { $early } before
  }).
practise-median-early = Half of the answers came { $time } or more before the moment when they could be told; { $early } in all before it.
practise-same = agrees
practise-lenient = too lenient
practise-severe = too severe
practise-other = different
practise-unanswered = without an answer
practise-not-asked = not asked: it depends on another answer
practise-no-reference = does not apply, by the reference
practise-words = words, not compared
practise-none = none
practise-own = Yours: { $value }
practise-reference = Reference: { $value }
practise-why = Why: { $reason }
practise-moment = At { $at } · { $line }
practise-nothing-shows = Nothing in the scene shows it.
practise-late = Answered at { $at }, { $time } after it could be told
practise-early = Answered at { $at }, { $time } before it could be told
practise-at-once = Answered at { $at }, at once
practise-answered = Answered at { $at }
practise-over = The scene is over.

practise-beside = Beside the reference
practise-script = The script
practise-references = The reference
practise-check-good = { $path }: without a fault (checklist { $checklist }; { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
  } of script, { $references ->
    [one] { $references } reference
   *[other] { $references } references
  })
practise-record-none = No practice on a scenario yet. “esprit practise” shows the scenarios.
practise-other-version = the scenario is no longer here as it was: nothing to compare with
practise-plain-ask = Which scenario? Its name or its number:
practise-plain-unknown = There is no such scenario; type its name or its number.
# Line by line
practise-plain-wait = “wait” waits for the next line of the scene, “wait SECONDS” for that moment, “wait end” for its end.
practise-plain-when = “{ $asked }” is no moment of the scene: write seconds, or end.
practise-plain-still = The scene stands still while the visit is paused: continue, then wait.
