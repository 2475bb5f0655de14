# The words of the web report and the spreadsheet.

page-brand = Esprit de service
page-title = Service report
page-days = { $from } to { $to }
page-skip = To the content
page-advice = Where to act first
page-no-advice = There is nothing to conclude yet.
page-source = What this rests on
page-contents = Contents
page-unanswered = These visits cannot answer:
page-reading = How to read the figures

page-source-sessions = Visits counted
page-source-duplicates = Further copies of a visit, not counted again
page-source-abandoned = Visits given up, left out
page-source-training = Training visits, left out
page-source-filtered = Visits outside what was asked for
page-source-unsealed = Visits whose file has no seal, counted
page-source-damaged = Files and lines that could not be used
page-verified = Every seal was checked.
page-not-verified = Seals were not checked.
page-filter-only = Only: { $conditions }.
page-filter-from = From { $day } on.
page-filter-to = Up to { $day }.
page-more-files = Files beyond these that could not be used: { $files }.
page-damaged-caption = Files that could not be used
page-file = File
page-reason = Reason
page-note-checklists-apart = Different checklists are never mixed; each has its own figures: { $all }.
page-note-checklists-together = These checklists ask the same and count as one: { $all }.
page-note-versions-together = { $checklist }: versions { $versions } ask the same and count as one.
page-note-self-audits-apart = { $number } self-audits are only compared with mystery visits; no other figure is made from them.
page-note-self-audits-only = There are no mystery visits: all figures are from self-audits.
page-note-texts-changed = { $checklist }: the text of these points changed between versions, and the newest is shown: { $items }.
page-note-contents-apart = These have the id and version of one checklist and different contents, and are kept apart: { $all }.
page-note-sites-in-one-period = { $checklist }: sites visited in one of the two periods only, which are not compared: { $number }.
page-note-two-groups = { $site } was given in several groups: { $groups }. Each visit counts in the group it names.
page-note-one-site = All visits are of one site, { $site }: nothing can be compared between sites.

page-site = Site
page-group = Group
page-relation = Relation
page-kind = Kind of visit
page-observer = Observer
page-month = Month
page-week = Week
page-weekday = Day of the week
page-hour = Hour
page-checklist = Checklist
page-section = Section
page-attitude = Attitude
page-item = Item
page-behaviour = Behaviour
page-of = Of
page-all-visits = All visits
page-all-sites = All sites
page-no-group = no group
page-attitude-greeting = Greeting
page-attitude-listening = Listening
page-attitude-efficiency = Efficiency
page-attitude-none = Without attitude
page-weekday-1 = Monday
page-weekday-2 = Tuesday
page-weekday-3 = Wednesday
page-weekday-4 = Thursday
page-weekday-5 = Friday
page-weekday-6 = Saturday
page-weekday-7 = Sunday
page-hour-of = { $hour }:00
page-month-year = { $month } { $year }

page-undefined = not enough data ({ $n })
page-why-zero-denominator = no answer counts
page-why-no-variation = all are alike
page-why-no-pairs = nothing to compare
page-why-single-category = only one answer occurs
page-why-median-not-reached = over half were still waiting
page-why-single-group = only one to compare
page-why-no-events = it never happened
page-why-too-few-levels = too few sites or visits
page-why-no-object-variance = sites differ no more than by chance
page-why-too-few-points = too few points
page-why-no-observations = no observation
page-why-few-visits = fewer than five visits
page-why-few-sites = fewer than five sites to compare
page-why-out-of-range = outside what can be computed
page-why-other = no figure

page-interval-head = 95% interval
page-interval = { $lower } to { $upper }
page-open-limit = …
page-row-detail = { $interval } (n = { $n })
page-n = n = { $n }
page-n-visits = { $count ->
    [one] { $n } visit
   *[other] { $n } visits
  }
page-n-sites = { $count ->
    [one] { $n } site
   *[other] { $n } sites
  }
page-n-critical = { $count ->
    [one] { $n } visit with a critical failure
   *[other] { $n } visits with a critical failure
  }
page-lower = Lower limit
page-upper = Upper limit
page-remark = Remark
page-verdict = Verdict
page-certain = certain
page-noise = may be noise
page-few-visits = few visits
page-show-table = Table: { $caption } ({ $rows } rows)
page-more-rows = { $rows } more rows are in the spreadsheet and in the CSV files.
page-rows-between = … { $rows } in between: see the table …

page-scores = How good are we?
page-scores-lead = The mean over visits of each visit’s score, by { $by }. Critical failures stand beside it and are never mixed in.
page-scores-chart = Scores, best first: { $checklist }
page-scores-chart-how = One row for each, with its mean, its interval and the number of visits; the dashed line is the mean of all visits. The table below has the same figures.
page-scores-caption = Scores
page-network-mean = all visits { $percent }
page-legend-mean = mean with interval
page-legend-few = fewer than five visits
page-legend-shrunk = shrunk to the mean of all
page-visits = Visits
page-sites = Sites
page-score-mean = Mean score
page-score-pooled = Pooled score
page-failed-critical = Critical failures

page-ranking = Can sites be ranked?
page-ranking-lead = Sites whose intervals overlap share a band: within a band, the order means nothing.
page-ranking-caption = Sites in bands
page-reliability-now = Reliability now: { $now } of 1, from { $visits } visits; of a single visit: { $one }. Telling sites apart well (0.80) takes { $needed } visits to each.
page-reliability-never = Reliability now: { $now } of 1, from { $visits } visits; of a single visit: { $one }. No number of visits would tell these sites apart well (0.80).
page-no-ranking = Not enough data ({ $visits }): { $why }.
page-band = Band
page-shrunk = Shrunk score
page-reliability = Reliability

page-behaviours = How often is each behaviour shown?
page-behaviours-lead = The share of answers that count: a yes counts whole, a partly half. What did not apply, was not seen or not answered is left out, and how many is said.
page-behaviours-chart = Behaviours, least shown first: { $checklist }
page-behaviours-chart-how = One bar for each behaviour, parted into yes, partly and no; the disc below it is the share with its interval. The table below has the same figures.
page-behaviours-caption = Shares of behaviours
page-weakest-caption = Least shown for certain: the { $shown } lowest of { $rows } rows, by their upper limit
page-legend-share = share with interval
page-answers = Answers
page-yes = Yes
page-partly = Partly
page-no = No
page-left-out = Left out
page-share = Share

page-change = Better than before?
page-change-lead = Visits since { $since } against those before. A difference is called certain only when it remains so among all that are compared.
page-score-changes-chart = Change of score, in points
page-behaviour-changes-chart = Change of each behaviour, in points
page-difference-how = One row for each difference, with its interval around zero; a full disc is certain, a ring may be noise. The table below has the same figures.
page-legend-certain = certain
page-legend-noise = may be noise
page-score-changes-caption = Changes of score
page-behaviour-changes-caption = Changes of behaviours
page-visits-before = Visits before
page-visits-after = Visits since
page-answers-before = Answers before
page-answers-after = Answers since
page-before = Before
page-after = Since
page-difference-points = Difference, points
page-difference = Difference
page-p = p
page-p-adjusted = p, adjusted

page-signal-months = Is this month a signal or noise?
page-signals-lead = Month by month, against the limits that a site’s own ups and downs give. A month inside them says nothing by itself.
page-signals-caption = Levels and limits
page-signals-drawn = The charts show all visits and the sites with most to say; the table has every site.
page-months-caption = The months of the charts
page-months-level = Level { $centre }, limits { $lower } to { $upper } (n = { $n }).
page-months-shift = Another level since { $month }.
page-months-signals = Out of the ordinary: { $months }.
page-months-noise = Only noise.
page-legend-month = month
page-legend-signal = signal
page-legend-centre = level
page-legend-limits = natural limits
page-legend-shift = another level from here
page-months = Months
page-centre = Level
page-lower-natural = Lower natural limit
page-upper-natural = Upper natural limit
page-range-upper = Limit of ranges
page-signals = Signals
page-signal = signal
page-shift = New level since

page-waiting = How long until somebody comes?
page-waiting-lead = Visits in which it never happened count as waits that were still going on.
page-waiting-how = The share still waiting after so long; the dashed line is the promised delay. The table below has the same figures.
page-waiting-caption = Waiting times
page-waiting-tests-caption = Do sites differ in waiting?
page-promised-within = promised: { $time }
page-median-of = median { $median }
page-times = Times
page-never = Never
page-median = Median
page-promised = Promised
page-within = Within the promise
page-chi-square = Chi-square
page-freedom = Degrees of freedom

page-mirror = Do we treat each other as we treat customers?
page-mirror-lead = The same behaviours, seen in the three relations. A gap is what customers get minus what colleagues get.
page-mirror-chart = The three relations side by side
page-mirror-how = A row for each attitude, a cell for each relation: the fuller the colour, the higher the score. The table below has the same figures.
page-mirror-caption = The mirror, in percent
page-mirror-parts-caption = Where the relations part company first
page-mirror-customer = Customers
page-mirror-management = Management
page-mirror-internal = Departments
page-n-customer = n, customers
page-n-management = n, management
page-n-internal = n, departments
page-gap-management = Customers − management
page-gap-internal = Customers − departments
page-parts-company = Order of parting
page-gap-to-management = management { $gap } ({ $interval })
page-gap-to-internal = departments { $gap } ({ $interval })

page-blind-spots = Do managers see what shoppers see?
page-blind-spots-lead = The share in self-audits minus the share in mystery visits. What managers see more often than shoppers do is a blind spot.
page-blind-spots-chart = Self-audit minus mystery visit, in points
page-blind-spots-caption = Self-audits beside mystery visits
page-answers-self = Answers, self-audit
page-answers-mystery = Answers, mystery visit
page-share-self = Self-audit
page-share-mystery = Mystery visit
page-blind-spot = blind spot

page-drivers = What goes with wanting to come back?
page-drivers-lead = The outcome in visits with a behaviour minus that in visits without it. This is an association: it does not say that one causes the other.
page-drivers-chart = Outcome with minus without
page-drivers-caption = The outcome with and without each behaviour
page-visits-with = Visits with
page-visits-without = Visits without
page-visits-partly = Visits partly
page-outcome-with = Outcome with
page-outcome-without = Outcome without

page-quality = Can these figures be trusted?
page-quality-lead = What could make an observer’s visits less sure. Nothing is dropped because of it.
page-quality-caption = Observers
page-late = Late answers
page-late-share = Share late
page-memory-median = Median memory age
page-memory-max = Longest memory age
page-straight-lined = All answers alike
page-too-fast = Too fast
page-clock-shifted = Clock changed
page-unsealed = Without seal
page-leniency = Leniency, points

page-term-interval = 95% interval
page-term-interval-is = Where the true figure lies, as far as these visits can say. A wide interval means: visit more before acting.
page-term-few = Few visits
page-term-few-is = Under five visits a site’s score is printed, but the site is not ranked.
page-term-shrunk = Shrunk score
page-term-shrunk-is = The score drawn towards the mean of all sites, the more so the fewer its visits: the best guess at what the next visits will find.
page-term-band = Band
page-term-band-is = Sites that these visits cannot tell apart.
page-term-certain = Certain, may be noise
page-term-certain-is = When many things are compared, some differ by luck. Certain are those that remain when this is allowed for (false discoveries at most 5%).
page-term-partly = Partly
page-term-partly-is = Counts half in the share, and is shown apart.
page-term-undefined = Not enough data
page-term-undefined-is = The figure does not exist for these visits; the number in brackets says how many there were. It is never shown as 0 or 100%.
page-method = Intervals at { $level }%. Everything random starts from seed { $seed }: the same visits always give the same report. Figures: { $format }.
