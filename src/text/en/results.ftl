# The screen of results.

results-title = Results
results-file = results
results-undefined = no figure: { $why }
results-named = { $name }: { $value }
results-signals = { $count ->
    [one] { $count } signal
   *[other] { $count } signals
  }
results-leniency = Leniency
results-head-score = Score
results-head-gap = Gap
results-few = few
results-certain = certain
results-noise = chance?
results-damaged = Unusable files and lines: { $count } ({ $files }).
results-not-there = not asked

results-tab-overview = Act first
results-tab-scores = Scores
results-tab-ranking = Ranking
results-tab-behaviours = Behaviours
results-tab-change = Change
results-tab-signals = Unusual months
results-tab-waiting = Waiting
results-tab-mirror = Mirror
results-tab-blind-spots = Blind spots
results-tab-drivers = Coming back
results-tab-trust = Trust

results-reading = Reading the visits…
results-reading-begins = reading…
results-read = { $count ->
    [one] { $n } visit read
   *[other] { $n } visits read
  }, { $percent }%
results-none = No visit yet. { $back }, then “New visit” to begin; results appear here by themselves.
results-none-counts = No visit counts yet: training visits and abandoned visits are kept apart. { $back }, then “New visit”.
results-none-fit = No visit matches. { $clear } clears the filter, { $back } goes back.
results-none-visits = No visit here.
results-none-scores = No score: at least one answer must earn points.
results-none-ranking = No ranking: it takes at least two sites with five visits each, and real differences between them.
results-none-behaviours = No behaviour observed: it takes answers yes, partly or no.
results-none-change = Nothing to compare: it takes visits in at least two months.
results-none-signals = Nothing to follow over time: it takes scored visits in several months.
results-none-waiting = No waiting time: it takes a checklist with a timer, and visits that used it.
results-none-mirror = No mirror: it takes visits in at least two relations (towards customers, between managers and employees, between departments), with checklists that name the same behaviours.
results-none-blind-spots = No blind spots: it takes self-audits and mystery visits with the same checklist.
results-none-drivers = Nothing to compare: it takes a checklist that asks about wanting to come back, and mystery visits that answer it.
results-none-trust = No observer yet: it takes at least one visit.
results-nothing-to-export = Nothing to export yet.
results-no-deeper = Nothing more detailed under this row.
results-not-alone = This visit is in a file with several visits; it cannot be opened here.
results-exporting = Saving the file…
results-exported = File saved: { $path }
results-export-ask = Export what is shown: which format?
results-notice-day = Type a day, for example 2026-03-01, or leave it empty.

results-filter = Filter: { $filter }
results-filter-none = No filter; { $key } to choose
results-filter-from = from { $day }
results-filter-to = until { $day }
results-form-from = From
results-form-to = Until
results-form-all = all
results-form-fits = “{ $typed }”: { $count }
results-form-day = A day, for example 2026-03-01; empty: no limit. Enter applies the filter.
results-form-value = ← → to choose; a few letters narrow the choice. Enter applies the filter.
results-form-few = ← → to choose. Enter applies the filter.
results-tab-priorities = First
results-tab-critical = Critical
results-tab-outcomes = Outcome
results-tab-distribution = Distribution
results-none-critical = No critical item was missed
results-none-outcomes = No visit has an answer to whether one would come back
results-tab-standing = Beside others
results-tab-answers = Answers
results-tab-last-year = Last year
results-tab-trend = Trend
results-tab-coverage = Visited
results-none-answers = No scale, count or choice was answered
