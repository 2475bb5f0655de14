# The sentences of advice, and the report in a terminal.

advice-overall = The score of all visits is { $figure } ({ $n }).
advice-best = The best site is { $what }: { $figure } ({ $n }).
advice-worst = Furthest behind is { $what }: { $figure } ({ $n }).
advice-not-yet = Sites cannot be told apart for certain yet: the reliability is { $reliability }, and 0.80 is needed ({ $n }). That would take about { $needed } visits to each site.
advice-not-at-all = Sites cannot be told apart: the reliability is { $reliability }, and 0.80 is needed ({ $n }). Their differences may be chance.
advice-better = Better than before for certain: { $what }, { $figure } ({ $n }).
advice-better-behaviour = Shown more often than before for certain: { $what }, { $figure } ({ $n }).
advice-worse = Worse than before for certain: { $what }, { $figure } ({ $n }).
advice-worse-behaviour = Shown less often than before for certain: { $what }, { $figure } ({ $n }).
advice-noise = Nothing changed beyond chance since { $since }: { $figure } ({ $n }).
advice-first = To work on first: { $what }. It is shown in { $figure } of cases ({ $n }).
advice-mirror = Customers are treated better than teams: { $what }, { $figure } apart ({ $n }).
advice-mirror-below = Teams are treated better than customers: { $what }, { $figure } apart ({ $n }).
advice-blind-spot = Managers do not see what shoppers see: { $what }, { $figure } in self-audits against mystery visits ({ $n }).
advice-critical = A critical point failed in { $failed } of { $of }: { $figure }.
advice-too-few = There are too few visits to conclude anything: { $n }.
advice-too-few-needed = There are too few visits to conclude anything: { $n }. It would take about { $needed } to each site.

report-of-checklist = { $checklist } — { $sentence }
report-all = all visits together
report-likely = { $value }, most likely between { $lower } and { $upper }
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
sheet-signals = Signals
sheet-months = Months
sheet-waiting = Waiting
sheet-waiting-tests = Waiting, sites
sheet-mirror = Mirror
sheet-blind-spots = Blind spots
sheet-drivers = Coming back
sheet-quality = Trust
sheet-damaged = Unusable files
sheet-first-day = First day
sheet-last-day = Last day
report-band = rank { $band }
