## Agreement between observers.
agreement-title = Agreement between observers
agreement-heading = { $title }: summary
agreement-about = What was compared
agreement-quoted = “{ $label }”
agreement-and-more = { $names } and { $count } more
agreement-no-interval = no interval yet
agreement-overall = All behaviours together: observers agree with AC1 { $value } ({ $interval }; n = { $n }).
agreement-ready = Ready: { $names }. { $count ->
    [one] Answers that agree
   *[other] Lowest
  }: { $value } ({ $interval }; n = { $n }).
agreement-nobody-ready = Nobody is certain to be ready. Closest is { $first }: { $value } of the answers agree ({ $interval }; n = { $n }){ $why ->
    [few_answers] : too few answers that both gave
    [few_meetings] : too few meetings
   *[other] {""}
  }. The lower limit must reach { $ready }, with at least { $answers } answers that both gave, over at least { $meetings } meetings.
agreement-by-chance = No better than chance: { $names }. { $count ->
    [one] Answers that agree
   *[other] Lowest
  }: { $value } ({ $interval }; n = { $n }). Train from the start.
agreement-again = To practise again: { $names }. { $count ->
    [one] Answers that agree
   *[other] Lowest
  }: { $value } ({ $interval }; n = { $n }), certain to be below { $ready }.
agreement-lenient = Lenient: { $names }. { $first } rates { $value } percentage points on average ({ $interval }; n = { $n }).
agreement-severe = Severe: { $names }. { $first } rates { $value } percentage points on average ({ $interval }; n = { $n }).
agreement-one-leans = { $first } rates { $value } percentage points more than { $second } ({ $interval }; n = { $n }): which of the two leans, only a reference tells.
agreement-unclear = { $count ->
    [one] An item whose guidance should be clearer
   *[other] Items whose guidance should be clearer
  }: { $names }. { $count ->
    [one] There
   *[other] On the first
  }, { $value } of the answers agree ({ $interval }; n = { $n }), certain to be fewer than elsewhere.
agreement-observed-by-one = Observers differ on whether it could be seen: { $names }. { $count ->
    [one] There
   *[other] On the first
  }, one saw it and the other did not in { $value } of the pairs ({ $interval }; n = { $n }), certain to be more than { $limit }.
agreement-drifted = Agree less than at first: { $names }. For { $first }, by { $value } percentage points ({ $interval }; n = { $n }).
agreement-paradox = On { $names }, kappa or alpha is low although observers agree ({ $value } of the pairs; { $interval }; n = { $n }): nearly all answers there are the same, and both figures mislead. AC1 does not.
agreement-uncovered = { $count ->
    [one] One of { $n } items was
   *[other] { $count } of { $n } items were
  } never answered with a no: { $names }. Agreement proves little where nothing ever failed.
agreement-nothing = Nothing can be compared: no two observers answered the same item of the same visit ({ $visits }).
agreement-matched-scenario = Matched by the scenario that was watched.
agreement-matched-site = Matched by site and time: visits of one site that start within the window are one meeting.
agreement-matched-file = Matched by the names of files.
agreement-compared = { $title }: { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
  } by { $observers ->
    [one] 1 observer
   *[other] { $observers } observers
  }, { $meetings ->
    [one] of one meeting.
   *[other] of { $meetings } meetings.
  }
agreement-twice = { $meeting }: several visits by { $names }; the latest counts.
agreement-clustered = Answers of one observer in one meeting are correlated: { $effect } of them tell as much as one that stands alone (n = { $n }). The intervals of observers allow for it.
agreement-loose = Answers of one observer in one meeting are no more correlated than any others (n = { $n }).
agreement-unclustered = Whether answers in one meeting are correlated is unknown: nobody was in two meetings. The intervals of observers take every answer as separate, and hold for what was seen there.
agreement-alike = Whether answers in one meeting are correlated is unknown: whoever was in two meetings agreed always or never (n = { $n }). The intervals of observers take every answer as separate.
agreement-times-script = Times are those of the scenario’s script, which stops during a pause.
agreement-times-world = Times count from the first start of a meeting, by each computer’s clock, pauses included: what there is to see does not wait. Computers whose clocks differ make times differ.
agreement-times-own-start = Times count from each visit’s own start, pauses included.
agreement-untimed = { $count ->
    [one] 1 answer has
   *[other] { $n } answers have
  } no time that can be compared: a computer’s clock was set during the visit, the file does not tell, or nothing shows when it could be seen.
agreement-against = Compared with the { $count ->
    [one] reference
   *[other] references
  } { $names }.
agreement-against-scenario = Compared with the answers of the { $count ->
    [one] scenario
   *[other] scenarios
  } { $names }.
agreement-against-others = Without a reference, each observer is compared with what most of the others answered; where they are divided, with nothing.
agreement-against-each-other = Without a reference, the two observers are compared with each other: where they differ, only a reference can say which of the two is right.
agreement-other-version = { $names }: the version of the scenario that was watched is not the one whose answers count here.
agreement-without-reference = A reference exists for { $with } of { $all } meetings; verdicts, leniency, kappa, times and coverage count no others. None for: { $names }.
agreement-apart = Checklists, or versions of one, whose items differ are compared separately.
agreement-without-checklist = { $count ->
    [one] 1 visit whose checklist could not be read was left out
   *[other] { $n } visits whose checklist could not be read were left out
  }
agreement-alone = { $count ->
    [one] 1 visit that nobody else saw was left out
   *[other] { $n } visits that nobody else saw were left out
  }
agreement-abandoned = { $count ->
    [one] 1 abandoned visit was left out
   *[other] { $n } abandoned visits were left out
  }
agreement-void = { $count ->
    [one] 1 visit that was declared void was left out
   *[other] { $n } visits that were declared void were left out
  }
agreement-corrected = { $count ->
    [one] 1 visit was corrected after its end
   *[other] { $n } visits were corrected after their end
  }
agreement-duplicates = { $count ->
    [one] 1 copy of a visit was counted once
   *[other] { $n } copies of visits were counted once
  }
agreement-damaged = { $count ->
    [one] 1 file could not be used
   *[other] { $n } files could not be used
  }
agreement-method = An observer is ready when, of at least { $answers } answers that both gave, over at least { $meetings } meetings, the lower limit of the share that agrees reaches { $ready } and kappa is certain to be above 0: whoever has hardly seen anything fail has not proved it. Intervals are of { $level }%: of meetings drawn again and again (BCa, seed { $seed }) for coefficients, Wilson’s for shares, t for leniency and the normal one for an observer’s kappa, both kept within what is possible; those of an observer, and of all behaviours together, are as wide as correlated answers require. Over few meetings they are still too narrow where one was hard for everybody alike.
agreement-missing = Not seen, n/a and unanswered are missing: only what both observed is compared. How often only one of the two saw it is shown separately.
agreement-n-answers = { $count ->
    [one] 1 answer
   *[other] { $n } answers
  }
agreement-verdict-ready = ready
agreement-verdict-not-yet = not certain yet
agreement-verdict-few-answers = not yet: too few answers
agreement-verdict-few-meetings = not yet: too few meetings
agreement-verdict-again = practise again
agreement-verdict-by-chance = no better than chance
agreement-verdict-unknown = nothing to compare
agreement-observers = Observers: how far each agrees, and who is lenient or strict
agreement-items = Items: how far observers agree with each other
agreement-by-one = Seen by one: how often one of two saw it and the other did not
agreement-timing = Times: how many match within the tolerance
agreement-coverage = Coverage: how many items each observer answered with a yes and with a no
agreement-coverage-items = Items that not everybody answered with a yes and with a no (how many observers)
agreement-confusion = Confusion: what was answered where something else was expected
agreement-meetings-caption = What was seen
agreement-observer = Observer
agreement-verdict = Verdict
agreement-meetings = Meetings
agreement-agreed = Agrees
agreement-leniency = Leniency
agreement-kappa = Kappa
agreement-drift = Drift
agreement-item = Item
agreement-units = Units
agreement-observed = Observed
agreement-ac = AC1, AC2
agreement-alpha = Alpha
agreement-all-behaviours = All behaviours
agreement-all-items = All items
agreement-left-out = Left out
agreement-pairs = Pairs
agreement-by-one-share = Seen by one
agreement-remark-unclear = unclear
agreement-remark-paradox = kappa misleads
agreement-matched-count = Matched
agreement-own-alone = Only by the observer
agreement-missed = Only by the other side
agreement-untimed-count = Without a time
agreement-late = Median delay (s)
agreement-both = Yes and no
agreement-only-yes = Yes only
agreement-only-no = No only
agreement-neither = Neither
agreement-expected = Expected
agreement-answered = Answered
agreement-times = Times
agreement-meeting = Meeting
agreement-observers-count = Observers
agreement-has-reference = Reference
agreement-again-names = Several visits by
agreement-legend = Share of the answers that agree, with its interval; a full dot is ready.
agreement-ready-line = ready from here on
agreement-sheet-observers = Observers
agreement-sheet-items = Items
agreement-sheet-observed-by-one = Seen by one
agreement-sheet-timing = Times
agreement-sheet-coverage = Coverage
agreement-sheet-coverage-items = Coverage by item
agreement-sheet-confusion = Confusion
agreement-sheet-meetings = Meetings
agreement-unmet = Not answered with both
