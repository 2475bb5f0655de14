# The sentences of advice, and the report in a terminal.

advice-overall = Score: { $figure }, { $n }.
advice-best = The best site is { $what }: { $figure }, { $n }.
advice-worst = The weakest site is { $what }: { $figure }, { $n }.
advice-among-best = Among the best sites: { $sites }.
advice-not-yet = Sites cannot be told apart yet ({ $n }); that would take about { $needed } visits to each.
advice-not-at-all = Sites cannot be told apart: their differences may be chance ({ $n }).
advice-sites-by-observer = Sites and observers cannot be told apart: { $count ->
    [one] one site has
   *[other] { $number } sites have
  } most visits from a single observer.
advice-better = Better than before for certain: { $what }, { $figure }, { $n }.
advice-better-behaviour = Shown more often than before for certain: { $what }, { $figure }, { $n }.
advice-worse = Worse than before for certain: { $what }, { $figure }, { $n }.
advice-worse-behaviour = Shown less often than before for certain: { $what }, { $figure }, { $n }.
advice-noise = No clear change since { $since }: { $figure }, { $n }.
advice-first = To work on first: { $what }. Always shown, it would add { $figure } points to the score ({ $n }).
advice-mirror = Customers are treated better than teams: { $what }, { $figure }, { $n }.
advice-mirror-below = Teams are treated better than customers: { $what }, { $figure }, { $n }.
advice-mirror-internal = Customers are treated better than other departments: { $what }, { $figure }, { $n }.
advice-mirror-internal-below = Other departments are treated better than customers: { $what }, { $figure }, { $n }.
advice-blind-spot = Managers see more of this than shoppers do: { $what }, { $figure }, { $n }.
advice-lenient = An observer is more generous than the others at the same sites: { $what }, { $figure }, { $n }.
advice-severe = An observer is stricter than the others at the same sites: { $what }, { $figure }, { $n }.
advice-critical = A critical item was missed in { $failed } of { $n }: { $what } ({ $sites }).
advice-waits = Waiting differs between sites for certain: { $what }, { $n }.
advice-waits-between = Waiting differs between sites for certain: { $what }, { $shortest } at { $quickest }, { $longest } at { $slowest } (medians).
advice-too-few = There are too few visits to conclude anything: { $n }.
advice-too-few-needed = There are too few visits to conclude anything: { $n }. It would take about { $needed } to each site.
advice-sites-apart = { $sentence } { $count ->
    [one] One site visited in one period only is left out.
   *[other] { $number } sites visited in one period only are left out.
  }
advice-one-observer = { $sentence } Most of its visits are by { $observer }: the site and the observer cannot be told apart.
advice-extreme-observer = { $sentence } Most of its visits are by { $observer }, who rates unlike the others.
advice-more-sites = { $sites } and { $count ->
    [one] one more
   *[other] { $number } more
  }

report-of-checklist = { $checklist } — { $sentence }
report-all = overall
report-likely = { $value } ({ $lower } to { $upper })
report-points = { $value } points
report-visits = { $count ->
    [one] { $n } visit
   *[other] { $n } visits
  }
report-answers = { $count ->
    [one] { $n } answer
   *[other] { $n } answers
  }
report-more-rows = … and { $rows } more rows: in the page (html), the spreadsheet (xlsx) and CSV.
report-between = … { $rows } in between …

sheet-opening = Act first
sheet-scores = Scores
sheet-ranking = Ranking
sheet-behaviours = Behaviours
sheet-behaviours-by = Behaviours by group
sheet-change = Change of scores
sheet-change-behaviours = Change of behaviours
sheet-signals = Unusual months
sheet-months = Months
sheet-waiting = Waiting
sheet-waiting-tests = Waiting, sites
sheet-mirror = Mirror
sheet-blind-spots = Blind spots
sheet-drivers = Coming back
sheet-critical = Critical items
sheet-priorities = Work on first
sheet-outcomes = Outcome
sheet-distribution = Distribution
sheet-site-observers = Observers by site
sheet-quality = Trust
sheet-damaged = Unusable files
sheet-first-day = First day
sheet-last-day = Last day
report-band = rank { $band }
sheet-coverage = Sites visited
sheet-standing = Sites beside others
sheet-last-year = A year before
sheet-trend = Trend
advice-better-last-year = Better than in the same months a year before, for certain: { $what }, { $figure }, { $n }.
advice-worse-last-year = Worse than in the same months a year before, for certain: { $what }, { $figure }, { $n }.
sheet-given = Answers
sheet-numbers = Numbers
