# The words of the web report and the spreadsheet.

page-brand = Esprit de service
page-title = Service report
page-days = { $from } to { $to }
page-skip = To the content
page-advice = Where to act first
page-no-advice = Nothing to conclude yet.
page-source = What this is based on
page-contents = Contents
page-unanswered = These visits cannot answer:
page-reading = How to read the figures

page-source-sessions = Visits counted
page-source-corrected = Of these, corrected after their end
page-source-superseded = Earlier files of corrected visits, not counted again
page-source-void = Visits declared void, not counted
page-source-duplicates = Copies of a visit, not counted again
page-source-abandoned = Abandoned visits, not counted
page-source-training = Training visits, not counted
page-source-filtered = Visits excluded by the filter
page-source-unsealed = Visits without a seal, counted
page-source-damaged = Unusable files and lines
page-verified = Every seal was checked.
page-not-verified = Seals were not checked.
page-filter-only = Only: { $conditions }.
page-filter-from = From { $day } on.
page-filter-to = Up to { $day }.
page-more-files = More unusable files: { $files }.
page-damaged-caption = Unusable files
page-file = File
page-reason = Reason
page-note-checklists-apart = Different checklists are never mixed; each has its own figures: { $all }.
page-note-checklists-together = These checklists ask the same questions and count as one: { $all }.
page-note-versions-together = { $checklist }: versions { $versions } ask the same questions and count as one.
page-note-self-audits-apart = { $number } self-audits are only compared with mystery visits; no other figure is made from them.
page-note-self-audits-only = There are no mystery visits: all figures are from self-audits.
page-note-texts-changed = { $checklist }: the text of these items changed between versions, and the newest is shown: { $items }.
page-note-contents-apart = These have the id and version of one checklist and different contents, and are kept apart: { $all }.
page-note-sites-in-one-period = { $checklist }: sites visited in one of the two periods only, which are not compared: { $number }.
page-note-sites-without-weight = These sites have no weight and do not count in the weighted mean: { $sites }.
page-note-weights-without-site = There are no visits to these sites of the weights: { $sites }.
page-note-two-groups = { $site } is in several groups: { $groups }. Each visit counts in the group it names.
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
page-of = Scope
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
page-why-no-variation = all values are the same
page-why-no-pairs = nothing to compare
page-why-single-category = only one answer occurs
page-why-median-not-reached = more than half were still waiting
page-why-single-group = nothing to compare with
page-why-no-events = it never happened
page-why-too-few-levels = too few sites or visits
page-why-no-object-variance = sites differ no more than by chance
page-why-too-few-points = too few values
page-why-no-observations = no observation
page-why-few-visits = fewer than five visits
page-why-few-sites = fewer than five sites to compare
page-why-out-of-range = cannot be computed
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
    [one] { $n } visit with a missed critical item
   *[other] { $n } visits with a missed critical item
  }
page-lower = Lower limit
page-upper = Upper limit
page-remark = Remark
page-verdict = Verdict
page-certain = certain
page-noise = may be chance
page-no-variation = no variation
page-few-visits = few visits
page-show-table = Table: { $caption } ({ $rows } rows)
page-more-rows = { $rows } more rows are in the spreadsheet and in the CSV files.
page-rows-between = … { $rows } in between: see the table …

page-scores = How good are we?
page-scores-lead = Mean of the visits’ scores, by { $by }. Missed critical items stand beside the score and do not change it.
page-scores-chart = Scores, best first: { $checklist }
page-scores-chart-how = One row for each, with its mean, its interval and the number of visits; the dashed line is the mean of all visits. The table below has the same figures.
page-scores-caption = Scores
page-network-mean = all visits { $percent }
page-legend-mean = mean with interval
page-legend-few = fewer than five visits
page-legend-shrunk = adjusted for few visits
page-visits = Visits
page-sites = Sites
page-score-mean = Mean score
page-score-pooled = Combined score
page-failed-critical = Missed critical items

page-ranking = Can sites be ranked?
page-ranking-lead = Sites that cannot be told apart share a rank: within a rank, the order means nothing.
page-ranking-caption = Sites by rank
page-reliability-now = Reliability, from 0 to 1: { $now } with { $visits } visits, { $one } with a single one. To tell sites apart well (0.80), each needs { $needed } visits.
page-reliability-never = Reliability, from 0 to 1: { $now } with { $visits } visits, { $one } with a single one. No number of visits would tell these sites apart well (0.80).
page-no-ranking = Not enough data ({ $visits }): { $why }.
page-band = Rank
page-shrunk = Score adjusted for few visits
page-reliability = Reliability

page-behaviours = How often is each behaviour shown?
page-behaviours-lead = Share of the answers that count: yes counts 1, partly ½. Answers not applicable, not seen or missing are not counted; their number is shown.
page-behaviours-chart = Behaviours, least shown first: { $checklist }
page-behaviours-chart-how = One bar for each behaviour, split into yes, partly and no; the disc below it is the share with its interval. The table below has the same figures.
page-behaviours-caption = Shares of behaviours
page-weakest-caption = Least shown, with certainty: the { $shown } lowest of { $rows } rows, by their upper limit
page-legend-share = share with interval
page-answers = Answers
page-yes = Yes
page-partly = Partly
page-no = No
page-left-out = Not counted
page-share = Share

page-change = Better than before?
page-change-lead = Visits since { $since } compared with those before. A difference is called certain only if it stays so among all that are compared.
page-score-changes-chart = Change of score, in points
page-behaviour-changes-chart = Change of each behaviour, in points
page-difference-how = One row for each difference, with its interval around zero; a full disc is certain, a ring may be chance. The table below has the same figures.
page-legend-certain = certain
page-legend-noise = may be chance
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
page-p-adjusted = p (adjusted)

page-signal-months = Is this month out of the ordinary?
page-signals-lead = Month by month, compared with the site’s usual range. A month inside it says nothing by itself.
page-signals-caption = Levels and usual ranges
page-signals-drawn = The charts show all visits and the sites with the most unusual months; the table has every site.
page-months-caption = The months of the charts
page-months-level = Level { $centre }, usual range { $lower } to { $upper } (n = { $n }).
page-months-shift = New level since { $month }.
page-months-signals = Out of the ordinary: { $months }.
page-months-noise = Nothing out of the ordinary.
page-legend-month = month
page-legend-signal = unusual month
page-legend-centre = level
page-legend-limits = usual range
page-legend-shift = new level from here
page-months = Months
page-centre = Level
page-lower-natural = Usual range, from
page-upper-natural = Usual range, to
page-range-upper = Usual change from month to month, at most
page-signals = Unusual months
page-signal = unusual
page-shift = New level since

page-waiting = How long until somebody comes?
page-waiting-lead = Visits in which nobody ever came count as waits that were still going on.
page-waiting-how = The share still waiting after this time; the dashed line is the promised delay. The table below has the same figures.
page-waiting-caption = Waiting times
page-waiting-tests-caption = Do waiting times differ between sites?
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
page-mirror-parts-caption = The widest gaps between relations
page-mirror-customer = Customers
page-mirror-management = Management
page-mirror-internal = Departments
page-n-customer = n, customers
page-n-management = n, management
page-n-internal = n, departments
page-gap-management = Customers − management
page-gap-internal = Customers − departments
page-parts-company = Order of the gaps
page-gap-to-management = management { $gap } ({ $interval })
page-gap-to-internal = departments { $gap } ({ $interval })

page-blind-spots = Do managers see what mystery shoppers see?
page-blind-spots-lead = The share in self-audits minus the share in mystery visits. A blind spot is what managers see more often than mystery shoppers do.
page-blind-spots-chart = Self-audit minus mystery visit, in points
page-blind-spots-caption = Self-audits beside mystery visits
page-answers-self = Answers, self-audit
page-answers-mystery = Answers, mystery visit
page-share-self = Self-audit
page-share-mystery = Mystery visit
page-blind-spot = blind spot

page-drivers = Which behaviours go with wanting to come back?
page-drivers-lead = Wanting to come back in visits with a behaviour, minus that in visits without it. The two go together; it does not follow that one causes the other.
page-drivers-chart = Wanting to come back: with minus without
page-drivers-caption = Wanting to come back, with and without each behaviour
page-visits-with = Visits with
page-visits-without = Visits without
page-visits-partly = Visits partly
page-outcome-with = Coming back, with
page-outcome-without = Coming back, without

page-quality = Can these figures be trusted?
page-quality-lead = What could make an observer’s visits less reliable. Nothing is left out because of it.
page-quality-caption = Observers
page-late = Late answers
page-late-share = Share of late answers
page-memory-median = Median recording delay
page-memory-max = Longest recording delay
page-straight-lined = Identical answers
page-too-fast = Too fast
page-clock-shifted = Clock changed
page-unsealed = Without seal
page-leniency = Leniency, points

page-term-interval = 95% interval
page-term-interval-is = Where the true figure lies, as far as these visits can say. A wide interval means: visit more before acting.
page-term-few = Few visits
page-term-few-is = Under five visits a site’s score is shown, but the site is not ranked.
page-term-shrunk = Score adjusted for few visits
page-term-shrunk-is = The score moved towards the mean of all sites, the more so the fewer its visits: the best estimate of what the next visits will find.
page-term-band = Rank
page-term-band-is = Sites of the same rank cannot be told apart by these visits.
page-term-certain = Certain, may be chance
page-term-certain-is = When many things are compared, some differ by luck. Certain is what remains when everything compared is allowed for: the risk that any of it is wrong is at most 5%.
page-term-partly = Partly
page-term-partly-is = Counts ½ in the share, and is shown separately.
page-term-undefined = Not enough data
page-term-undefined-is = The figure does not exist for these visits; the number in brackets is how many there were. It is never shown as 0 or 100%.
page-method = Intervals at { $level }%. Random draws start from seed { $seed }: the same visits always give the same report. Figures: { $format }.

page-sites-compared = Sites compared
page-false-signals = To be expected by chance
page-critical = Which critical items were missed?
page-critical-lead = Each critical item that was missed, with the sites and the newest visits.
page-critical-caption = Missed critical items
page-critical-sites = Sites
page-critical-visits = Newest visits
page-priorities = What to work on first?
page-priorities-lead = What the score would gain if a behaviour were shown at every visit: its weight times what is missing. Bonus items and items that are not scored have no row.
page-priorities-caption = What each behaviour would bring
page-gain = Would add
page-first-for-certain = most, for certain
page-outcomes = Would they come back?
page-outcomes-lead = The mean answer, the share of 9 and 10, and the NPS: the percentage of 9 and 10 less that of 0 to 6.
page-outcomes-caption = Coming back
page-outcome-mean = Mean
page-outcome-top = 9 or 10
page-outcome-nps = NPS
page-distribution = How are scores distributed?
page-distribution-lead = A quarter of visits lies below the first quartile, half below the median, three quarters below the third. Beside the mean of visits stands that of sites, each site counting alike.
page-distribution-caption = Distribution of scores
page-quartile-first = First quartile
page-quartile-median = Median
page-quartile-third = Third quartile
page-by-site = Mean of sites
page-weighted = Weighted mean
page-pass-rate = Reach the target
page-steps = Visits by ten points
page-site-observers = Who observed which site?
page-site-observers-lead = Where one observer makes most visits, the site cannot be told apart from the observer.
page-site-observers-caption = Observers by site
page-observers = Observers
page-main-observer = Most visits by
page-main-visits = Visits by that observer
page-inseparable = cannot be told apart
page-why-one-observer = only one observer
page-coverage = Which sites were visited?
page-coverage-lead = Sites without a visit come first, then those whose last visit is the longest ago. Sites come from the list of sites and from the visits.
page-coverage-caption = Visits by site
page-coverage-kind = { $kind }: { $visited } of { $sites } sites
page-mystery-visits = Mystery visits
page-self-audits = Self-audits
page-last-visit = Last visit
page-not-visited = not visited
page-not-listed = not on the list
page-standing = How does each site stand beside the others?
page-standing-lead = Its mean beside that of all other sites, and that of the other sites of its group. No site is part of what it is compared with. Quarter 1 is the best of the sites with at least five visits.
page-standing-caption = Sites beside the others
page-other-sites = Other sites
page-difference-sites = Difference, points
page-quarter = Quarter
page-other-group = Others of its group
page-difference-group = Difference from group, points
page-last-year = Better than a year before?
page-last-year-lead = The same months in both years, within the sites visited in both. A difference is called certain only when it remains so among all that are compared.
page-last-year-caption = Scores of the same months in two years
page-trend = Which way do scores go?
page-trend-lead = Points gained or lost in a year, within sites with visits in at least three months, over six months at least.
page-trend-caption = Trend of scores
page-first-month = First month
page-last-month = Last month
page-per-year = Points a year
page-note-not-visited = Sites without a visit: { $number } of { $sites }.
page-answer = Answer
page-drivers-levels = Waits, numbers and choices are compared in the same way: visits with this answer, minus those with another.
page-given = How often was each answer given?
page-given-lead = Scales, counts and choices: the share of each answer among the visits with one. Where several options may be chosen, shares add up to more than 100%.
page-given-caption = Answers by item
page-numbers = Where do the numbers lie?
page-numbers-lead = The mean, the quartiles, the smallest and the largest answer to scales, counts and numbers.
page-numbers-caption = Numbers by item
page-least = Minimum
page-greatest = Maximum

# Names and ids that do not match.
page-note-site-names = The site { $id } has several names: { $names }. It counts as one; check that it is.
page-note-site-ids = “{ $name }” is the name of several sites: { $ids }. Each counts on its own; check that they differ.
page-note-observer-names = The observer { $id } has several names: { $names }. They count as one person; check that they are.
page-note-observer-ids = “{ $name }” is the name of several observers: { $ids }. Each counts separately; check that they are different people.
page-note-seals-failed = { $count ->
    [one] The seal of this file does not match, and its visit counts all the same: { $files }
   *[other] The seals of { $number } files or lines do not match, and their visits count all the same: { $files }
  }
page-note-unsealed = { $count ->
    [one] This file has no seal, and its visit counts all the same: { $files }
   *[other] { $number } files or lines have no seal, and their visits count all the same: { $files }
  }
page-note-more-files = { $sentence } and { $number } more

page-note-filter-mixes = “{ $typed }” is the id of one and the name of another: { $ids }. Visits of both are in this report; name the other one by its own id to see it alone.
