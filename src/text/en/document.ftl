# One visit as a page, a workbook or text.

document-facts = The visit
document-debrief = Debrief
document-score = Score
document-remark = Remark
document-day = Date
document-times = Time
document-from-to = { $from } to { $to }
document-zone = Time zone
document-zone-offset = { $zone } (UTC{ $offset })
document-duration = Duration
document-with-pauses = { $duration }, of which { $paused } paused
document-late = Late entries
document-clock = Clock
document-id = Visit id
document-seal = Seal
document-seal-holds = checked: the file is unchanged since the end of the visit
document-seal-corrected = checked: the file is unchanged since the last correction
document-seal-void = checked: the file is unchanged since the visit was declared void
document-open = This visit is still under way.
document-abandoned = This visit was abandoned.
document-time = Time
document-points = Points
document-points-of = { $points } of { $possible }
document-fails = critical
document-note-missing = A note is required here and is missing.
document-late-entry = recorded at { $at }, { $duration } later
document-notes = Notes on the visit
document-marks = Marks
document-mark = Mark
document-mark-loose = assigned to no item
document-pauses = Pauses
document-seq = No.
document-event = Event
document-percent = Score, %
document-possible = Possible points
document-note = Note
document-observed = Observed at
document-recorded = Recorded at
document-late-by = Late by
document-counts = How it counts
document-sheet-scores = Scores
document-sheet-answers = Answers
cli-arg-show-format = text (default), html, xlsx or json
document-file = visit
document-corrections = Corrections
document-correction = Correction
document-changes = Changes

# A past visit gets out.
app-session-file = File: { $path }
app-key-export-visit = export
app-key-copy-path = copy path
app-key-open-folder = folder
app-help-export-visit = Save the visit as a page, a workbook or text, or copy its file
app-help-copy-path = Copy the path of the visit’s file
app-help-open-folder = Open the folder of the visit’s file
app-notice-path-copied = Copied (some terminals do not allow it): { $path }
app-notice-no-file = This visit has no file yet: finish it first.
app-notice-no-desktop = No file manager opened here. The folder is { $path }
export-what = Save the visit as…
export-page = A page, to read and to print
export-workbook = An Excel workbook
export-text = A text file
export-copy = A copy of the visit’s own file, for the office
export-where = Save it where?
export-reports = In the folder of reports
export-other = Another folder…
export-folder = Folder, as a path:

# What observers wrote.
page-verbatims = What did observers write?
page-verbatims-lead = The five newest notes of each behaviour, for each site or other key of the report, with the visit they come from. Training never counts.
page-verbatims-caption = Notes of observers
page-verbatim = Note
page-verbatim-visit = Visit
page-verbatim-count = Notes in all
page-verbatim-whole = Whole visit
sheet-verbatims = Notes
results-tab-verbatims = Notes
results-none-verbatims = No notes

# A visit whose site or observer was renamed or merged after it.
document-recorded-as = { $name }, recorded as { $recorded }
app-session-corrections = { $count } corrections ({ $key }). { $last }
# Shares of the score.
score-share = { $share } of the score
score-shares-how = Each section counts with its share. The share of a section in which nothing counts goes to the others, in proportion.
page-note-shares = { $checklist }: each section counts with its share: { $shares }. The share of a section in which nothing counts goes to the others, in proportion.
