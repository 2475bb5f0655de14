# The command line.

cli-about = Record a service visit, one key per answer. Without a command, opens the application.
cli-visit = Start a visit
cli-amend = Correct a finished visit: a new file beside the first, which stays
cli-void = Declare a visit void: reports count it apart
cli-resume = Resume an interrupted visit
cli-sessions = Unfinished and saved visits
cli-show = One visit: answers, timeline, score explained
cli-replay = Play a visit back in real time
cli-verify = Check that the files of visits were not changed
cli-agreement = Do observers see the same visit in the same way? Agreement per item and per observer
cli-present = Present a checklist to a class, item by item in large letters
cli-class = Calibration in class: who answered what, item by item, for a projector
cli-checklist = The checklists
cli-checklist-list = List the checklists
cli-checklist-show = One checklist: items, answers, guidance
cli-checklist-check = Every error of a checklist file, with its place
cli-checklist-new = Create a small valid checklist to change; prints its path
cli-practise = Practise on a scenario: a scene unfolds while you answer, then the reference
cli-scenario = The scenarios to practise on
cli-scenario-list = List the scenarios
cli-scenario-show = A whole scenario, with its reference answers: for trainers
cli-scenario-check = Every error of a scenario file, with its place
cli-arg-scenario = Id of a scenario, or its file
cli-arg-scenario-files = Scenario files
cli-arg-practise-speed = How many times faster than real time the scene unfolds: 2, 4 (1 by default)
cli-arg-record = Past practices and their results; with --observer, those of one observer
cli-value-scenario = SCENARIO
cli-doctor = What works here and what does not
cli-completions = Completion of commands for a shell: bash, zsh, fish, elvish, powershell
cli-man = The manual page

cli-arg-checklist = Id of a checklist, or its file
cli-arg-site = Site of the visit: its id or its name
cli-arg-observer = Who observes: id or name
cli-arg-kind = Kind of visit: mystery_visit, self_audit or training
cli-arg-plain = Questions and answers line by line, without a screen
cli-arg-replay-plain = As lines, without a screen; ends with the answers
cli-arg-id = Beginning of the visit’s id
cli-arg-by-whom = Your name
cli-void-who-and-why = Say who declares the visit void, and why: --by NAME --reason TEXT
cli-arg-reason = Why
cli-arg-session = A visit’s file, or the beginning of its id
cli-arg-speed = How many times faster than the visit: 4, 0.5, 1000 (1 by default)
cli-arg-order = recorded (as it was entered) or happened (as it happened)
cli-arg-agreement-paths = Files or folders of the visits to compare
cli-arg-reference = What the others are compared with: a visit, by its file or the beginning of its id, or a scenario, by its id or its file
cli-arg-on = What makes visits belong together: scenario, site+window or file-name (scenario where every visit has one by default)
cli-arg-window = With site+window: visits of a site belong together if they start within so many minutes (30 by default)
cli-arg-tolerance = Times match if they are at most so many seconds apart (5 by default)
cli-arg-paths = Visits’ files, folders, or NDJSON files; without any, all saved visits
cli-arg-class-paths = Visits’ files or folders of a class; without any, the training visits of this machine
cli-arg-files = Checklist files
cli-arg-shell = bash, zsh, fish, elvish or powershell
cli-arg-json = Result as JSON
cli-arg-data-dir = Data folder (or ESPRIT_DATA_DIR)
cli-arg-lang = Language: fr or en
cli-arg-color = Colours: auto, always or never
cli-arg-help = Show this help
cli-arg-version = Show the version

cli-value-command = COMMAND
cli-value-checklist = CHECKLIST
cli-value-site = SITE
cli-value-observer = OBSERVER
cli-value-kind = KIND
cli-value-id = ID
cli-value-name = NAME
cli-value-text = TEXT
cli-value-session = SESSION
cli-value-reference = REFERENCE
cli-value-order = ORDER
cli-value-on = WHAT
cli-value-minutes = MINUTES
cli-value-seconds = SECONDS
cli-value-path = PATH
cli-value-file = FILE
cli-value-shell = SHELL
cli-value-folder = FOLDER
cli-value-lang = LANGUAGE
cli-value-color = WHEN
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-error-command = Unknown command: { $name }
cli-error-argument = Unknown option or argument: { $name }
cli-error-value = { $name }: “{ $value }” is unknown; choose from: { $valid }
cli-error-no-value = The value of { $name } is missing
cli-error-missing = Missing: { $name }
cli-error-no-command = The command is missing.
cli-error-twice = Option given twice: { $name }
cli-error-utf8 = The command line holds text that is not UTF-8.
cli-error-other = This command line is not understood.
cli-error-near = Did you mean { $near }?
cli-error-help = “esprit --help” shows the commands and options.

cli-needs-terminal = The application needs a terminal. Add --plain to “visit”, “resume”, “amend”, “replay” or “practise” to work line by line.
cli-terminal-failed = The terminal no longer answers ({ $reason }). Everything that was saved is still saved.
cli-output-failed = The result could not be written ({ $reason ->
    [full] there is no room left
    [unread] nothing reads it any more
   *[other] the output no longer answers
  }).
cli-bad-site = “{ $site }” cannot be used. A site’s name needs a letter or a digit.
cli-bad-observer = “{ $observer }” cannot be used. An observer’s name needs a letter or a digit.
cli-sessions-none = No visit yet. “esprit” opens the application, “esprit visit” starts a visit.
cli-sessions-correction = { $id }  correction under way  { $site }, last entry { $at }
cli-sessions-open = { $id }  under way  { $site }, { $answers ->
    [0] no answer yet
    [one] { $answers } answer
   *[other] { $answers } answers
  }, last { $at }
cli-sessions-busy = { $id }  open elsewhere  { $site }, { $answers ->
    [0] no answer yet
    [one] { $answers } answer
   *[other] { $answers } answers
  }, last { $at }
cli-no-session = There is no visit “{ $asked }”. “esprit sessions” lists them.
cli-several-sessions = { $count } visits begin with “{ $asked }”; type more of the id:
cli-resume-none = No visit is under way.
cli-resume-unknown = No visit under way begins with “{ $asked }”.
cli-resume-several = Several visits are under way; which one?
cli-show-timeline = Timeline
cli-show-score = The score, line by line
cli-agreement-nothing = Nothing to compare: no two observers answered the same items of the same visit. Visits belong together by scenario, by site and time (--window), or by the names of their files (--on file-name).
cli-agreement-reference-unused = The reference { $reference } matches none of the visits. Choose another one, or match otherwise (--on, --window).
cli-agreement-no-reference = “{ $asked }” is neither a visit nor a scenario. A reference is a visit’s file or the beginning of its id (“esprit sessions”), or a scenario’s id or file (“esprit scenario list”).
cli-agreement-references = One meeting has several references: { $names }. Choose one of them.
cli-verify-none = No visit to verify.
cli-verify-continues = { $place }: continues { $other }
cli-verify-holds = { $place }: verified ({ $events ->
    [one] { $events } event
   *[other] { $events } events
  })
cli-verify-fails = { $place }: { $why }
cli-verify-sum = { $held ->
    [one] { $held } visit verified
   *[other] { $held } visits verified
  }, { $failed } failed
cli-checklist-made = Change this file, then check it with “esprit checklist check”. README.md says how.
cli-check-good = { $path }: OK, { $count ->
    [one] { $count } item
   *[other] { $count } items
  }, no errors
cli-check-faults = { $count ->
    [one] { $count } error in { $path }
   *[other] { $count } errors in { $path }
  }
cli-check-more = { $sum }; there may be more

cli-doctor-good = OK
cli-doctor-bad = check
cli-doctor-version = Version
cli-doctor-data = Data folder
cli-doctor-rights = Permissions
cli-doctor-writable = read and write
cli-doctor-free = Free space
cli-doctor-disk = Disk
cli-doctor-megabytes = { $amount }{"\u00a0"}MB
cli-doctor-gigabytes = { $amount }{"\u00a0"}GB
cli-doctor-config = Configuration folder
cli-doctor-settings = Settings
cli-doctor-read = read
cli-doctor-terminal = Terminal
cli-doctor-no-terminal = no terminal here; --plain still works
cli-doctor-colours = Colours
cli-doctor-no-colour = none (NO_COLOR or --color never)
cli-doctor-signs = Symbols
cli-doctor-locale = System’s language
cli-doctor-zone = Time zone
cli-doctor-time = Time
cli-doctor-clock = Clock of the visit
cli-doctor-steady = runs on during sleep and never goes back ({ $name })
cli-doctor-unknown = unknown

cli-report = Summarise many visits: scores, behaviours, waiting, the mirror, where to act first
cli-arg-report-paths = Visits’ files, folders, or NDJSON files; without any, all saved visits
cli-arg-by = Group figures by, several with commas: site (default), group, section, attitude, item, behaviour, relation, kind, observer, month, week, weekday, hour, checklist
cli-arg-from = The first day that counts: 2026-03-01, or a month, 2026-03
cli-arg-to = The last day that counts
cli-arg-where = Only matching visits, for example site=lyon-3 or "site=Lyon 3", kind=self_audit, status=abandoned, group= (none); may be given several times
cli-arg-since = The day on which the later of two periods to compare begins (half-way by default)
cli-arg-format = text (default), json, csv, xlsx or html
cli-arg-output = The file to write; its ending sets the format
cli-arg-table = Raw rows instead of figures: one per answer (answers), visit (visits) or mark (marks)
cli-arg-excel = CSV for the spreadsheet program of your language
cli-arg-verify = Check every seal first, and leave out visits that fail
cli-arg-threads = How many threads to read with; the figures are the same for any number
cli-value-keys = KEYS
cli-value-date = DATE
cli-value-condition = KEY=VALUE
cli-value-format = FORMAT
cli-value-table = TABLE
cli-value-number = NUMBER
cli-report-by = Can’t group by “{ $asked }”; choose from: { $keys }.
cli-report-where = “{ $asked }” is not a condition. Write KEY=VALUE, for example site=lyon-3. Keys: { $keys }.
cli-report-date = “{ $asked }” is not a date. Write 2026-03-01, or 2026-03 for a month.
cli-report-backwards = The first day, { $from }, is after the last, { $to }.
cli-report-table-csv = Raw rows are written as CSV. Leave out --format, and let the file’s name end in .csv.
cli-report-excel-csv = --excel is for CSV. Add --format csv, or let the file’s name end in .csv; --format xlsx makes a whole workbook.
cli-report-ending = .{ $ending } is not supported. Let the name end in one of { $endings }, or choose with --format.
cli-report-where-value = “{ $asked }” matches no visit; choose from: { $values }.
cli-report-needs-file = A spreadsheet needs a file. Name one with -o FILE.xlsx.
cli-report-empty = No visit found to summarise. Finish a visit first, or name a folder of visits’ files: esprit report FOLDER
cli-report-all-left-out = None of the { $count ->
    [one] { $count } visit
   *[other] { $count } visits
  } found counts:
cli-report-left-filtered = {"  "}- { $count } excluded by the filter ({ $asked })
cli-report-left-void = {"  "}- { $count } declared void, counted only with --where status=void
cli-report-left-abandoned = {"  "}- { $count } abandoned, counted only with --where status=abandoned
cli-report-left-training = {"  "}- { $count } for training, counted only with --where kind=training
cli-report-reading = Reading: { $percent }{"\u00a0"}%, { $count ->
    [one] { $count } visit
   *[other] { $count } visits
  }
cli-report-saved = { $path }: saved
cli-report-damaged = { $count ->
    [one] { $count } unusable file or line, not counted:
   *[other] { $count } unusable files or lines, not counted:
  }
cli-report-damaged-one = {"  "}{ $place }: { $why }
cli-report-damaged-more = {"  "}and { $count } more; the JSON report names them all.

cli-arg-target = Score that visits should reach, in percent: the report tells how many do
cli-arg-weights = CSV file with the weight of each site (site,weight), for a weighted mean
cli-report-target = “{ $asked }” is not a target; give a percentage such as 85
cli-report-weights-line = { $file }, line { $line }: give a site once, and a weight of 0 or more (site,weight)
cli-error-bad-value = { $name }: “{ $value }” is not valid
cli-arg-sites = List of the sites to visit, CSV (id,name,group), XLSX or JSON; its names and groups count: the report names those without a visit. As usual that of the data folder; none where files or folders are named

# The sites.
cli-sites = The known sites and their list
cli-sites-list = List the known sites, with where each comes from
cli-sites-check = Every line of a list of sites that cannot be taken, with the reason
cli-arg-sites-file = A list of sites: CSV or XLSX. As usual sites.csv and sites.xlsx in the data folder
cli-arg-as-recorded = Names and groups of sites as the visits recorded them, whatever the list of sites says
cli-sites-none = No sites are known yet. A list goes into the data folder, as sites.csv or sites.xlsx with the columns id, name, group: { $folder }
cli-sites-no-list = There is no sites.csv and no sites.xlsx in { $folder }. Give the path of a list, or put one there.
cli-sites-remembered = from a visit
cli-sites-at-line = { $file }, line { $line }
cli-sites-checked = { $count ->
    [one] 1 site
   *[other] { $count } sites
  }; lines left out: { $left }
cli-doctor-sites = List of sites
cli-doctor-no-list = none
cli-doctor-listed = { $count ->
    [one] 1 site
   *[other] { $count } sites
  }

cli-value-seals = WHAT
cli-arg-seals = check or skip: whether the seals of the visits are checked. By default check for files from elsewhere, skip for the data folder. Visits that fail are named and count; --verify leaves them out
cli-report-verify-skip = --verify checks every seal. Leave out --seals skip, or --verify.
cli-report-unproven = { $count ->
    [one] { $count } file or line whose seal is missing or does not match, counted all the same (--verify leaves it out):
   *[other] { $count } files or lines whose seal is missing or does not match, counted all the same (--verify leaves them out):
  }

cli-doctor-leftover = Leftovers
cli-doctor-no-leftover = none
cli-doctor-more = and { $count } more
leftover-journal = { $path }: an unfinished visit that no window has open. Resume it with: esprit resume
leftover-without-journal = { $path }: belongs to a visit that is gone. It does no harm and can be deleted.
leftover-temporary = { $path }: a file that was never finished. It is ignored and can be deleted.
leftover-special = { $path }: a pipe, a socket or a device, not a file. It is never opened; move it elsewhere.
leftover-name = { $path }: its name has characters that cannot be read, and is shown with � in lists. Rename it.

# Void visits, and dropped corrections.
cli-void-done = Declared void: { $site }, { $at }. It counts in no figure any more; reports say how many visits are void. To let it count again, correct it: esprit amend { $id }
cli-arg-drop = Drop the correction that is under way; the visit stays as it was before
