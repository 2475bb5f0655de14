# What is wrong with a file: what happened, what is safe, what to do.

store-no-home = The system names no folder for your data. Choose one with --data-dir.
store-doubt-network = The data folder is on another computer: after a power cut the last answers may be missing. A folder of this computer is safer.
store-doubt-fat = The data folder is on a stick or a card (FAT): after a power cut the last answers may be missing. A folder of the disk is safer.
store-doubt-memory = The data folder is in memory: everything in it is lost when the computer stops. Choose a folder of the disk.
store-not-a-folder = { $path } is a file, not a folder. Choose another folder.
store-not-a-file = { $path } is not an ordinary file. Choose another.
store-no-parent = The folder for { $path } does not exist. Check the spelling, or create it first.
store-denied = You are not allowed to read or write here: { $path }. Nothing was changed. Check the permissions, or choose another folder.
store-read-only = The disk is read-only: { $path }. Choose another folder.
store-full = The disk is full: { $path }. Make room; what was saved is still saved.
store-disk = The disk reports an error: { $path }. What was saved is still saved; check the disk, or choose another folder.
store-too-many-open = Too many files are open to open { $path }. Close other programs; what was saved is still saved.
store-missing = Not found: { $path }.
store-system = { $path }: the system says “{ $reason }”. What was saved is still saved.
store-too-large = { $path } is larger than { $limit } MB; it is probably not the right file.
store-not-text = { $path } is not a UTF-8 text file.
store-bad-id = “{ $id }” is not the id of a visit.
store-busy = This visit is open in another window. Go on there, or close it first.
store-in-use = Another window is still writing { $path }. Close it, then try again.
store-journal-empty = The journal { $path } is empty: nothing had been saved in it.
store-journal-damaged = The journal { $path } is damaged at line { $line } ({ $reason ->
    [not-json] the line cannot be read
    [header] it is not a journal
    [newer] it comes from a later version
    [segment] the part before it is missing
    [definition] the checklist inside cannot be read
    [other-checklist] it holds another checklist
    [other-visit] it holds another visit
    [event] the event is unknown
    [chain] the fingerprint does not match
   *[order] the event cannot follow those before it
  }). Nothing was changed; everything before the damage can be recovered: “esprit”, opened without a command, offers it.
store-newer-format = { $path } has the format { $found }; this version reads { $read }. Install a later version. Nothing was changed.
store-not-over = The visit { $id } is not finished.
store-not-empty = The visit { $id } has answers; it was not changed.
store-under-way = A correction of the visit { $id } is under way. Continue it from the start screen or with “esprit resume { $id }”, or drop it there or with “esprit amend { $id } --drop”.
store-not-proven = { $path } cannot be corrected: its proof does not hold (esprit verify says why).
store-corrected-meanwhile = Another correction of this visit was saved meanwhile: { $path }. Drop this correction and correct that file, or take it away first.
store-in-conflict = { $path } cannot be corrected: { $other } has the same visit with other contents. Keep the one that is right.
store-not-a-session = { $path } is not a visit’s file ({ $reason }).
store-settings-broken = The settings could not be read; the default settings are in use. The broken file is kept: { $kept }
store-sites-broken = The list of sites { $path } cannot be read at line { $line }; it was left as it is.
store-unknown-checklist = There is no checklist “{ $asked }”. “esprit checklist list” shows those that exist.
store-faulty-checklist = { $plural ->
    [one] 1 error
   *[other] { $count } errors
  } in { $path }. “esprit checklist check” shows each of them.
store-no-such-item = The checklist “{ $checklist }” in the library no longer has the item “{ $item }”. Nothing was changed.
store-unknown-scenario = There is no scenario “{ $asked }”. “esprit scenario list” shows those that exist.
store-faulty-scenario = { $plural ->
    [one] 1 error
   *[other] { $count } errors
  } in { $path }. “esprit scenario check” shows each of them.
store-same-id = { $path } has the same id as { $other }, which is used. Change one of them.

fault-syntax = not valid JSON from here on ({ $message }).
mend-syntax = Check commas, quotes and brackets here.
fault-too-large = the file is larger than { $limit } MB.
mend-too-large = Files of this kind are far smaller; is this the right one?
fault-format = unknown format “{ $found }”; this version reads “{ $read }”.
mend-format = Write "format": "{ $read }", or install a later version.
fault-missing = “{ $field }” is missing.
mend-missing = Add "{ $field }".
fault-type = { $expected ->
    [number] must be a number
    [integer] must be a whole number
    [boolean] must be true or false
    [string] must be a text in quotes
    [list] must be a list [ … ]
    [object] must be an object {"{ … }"}
    [text] must be a text, or a text for each language
    [condition] must be a condition: "item" and "is", or "all", "any", "not"
    [answer] must be an answer: a text, a number or a list
    [value] not a valid value
   *[other] not a valid value
  }.
mend-type = { $expected ->
    [number] Write a number.
    [integer] Write a whole number.
    [boolean] Write true or false.
    [string] Write a text in quotes.
    [list] Write a list: [ … ].
    [object] Write an object: {"{ … }"}.
    [text] Write a text, or {"{"} "fr": "…", "en": "…" {"}"}.
    [condition] Write "item" and "is", or "all", "any", "not".
    [answer] Write a text, a number or a list.
    [value] Write another value.
   *[other] Use one of: { $expected }.
  }
fault-duplicate-key = duplicate key “{ $key }”.
mend-duplicate-key = Remove one of them.
fault-id = “{ $found }” is not an id.
mend-id = Use lower-case letters without accents, digits, dots and hyphens: at most 64, starting with a letter or digit.
fault-duplicate-id = duplicate id “{ $id }”.
mend-duplicate-id = Choose another id.
fault-empty = the list is empty.
mend-empty = Put at least one element in it, or two options for a choice.
fault-missing-text = the text in the language “{ $language }” is missing.
mend-missing-text = Add "{ $language }": "…", or write one text for all languages.
fault-blank = the text is empty.
mend-blank = Write the text that people read.
fault-range = { $found } is not allowed.
mend-range = Write 0 or a number above 0.
fault-too-much = { $found } is too large.
mend-too-much = Write { $most } or less.
fault-scale = “max” must be larger than “min”.
mend-scale = Correct them.
fault-bands = the bands are not in rising order, or the open band is not the last.
mend-bands = Sort them, smallest first; only the last may have no limit.
fault-unknown-item = there is no item “{ $id }” in the checklist.
mend-unknown-item = Check the spelling of the id.
fault-forward = the condition names “{ $id }”, which comes later.
mend-forward = Move this item below it, or name an earlier item.
fault-not-numeric = the condition compares “{ $id }”, whose answers are not numbers.
mend-not-numeric = Name a scale, a tally, a timer or a number, or give its answers in “is”.
fault-unknown-answer = “{ $value }” is not an answer of this item.
mend-unknown-answer = Write a valid answer of this item.
fault-second-outcome = another item is already the visit’s outcome.
mend-second-outcome = Keep "role": "outcome" on one item only.
fault-unknown-checklist = there is no checklist “{ $id }” here.
mend-unknown-checklist = Check the spelling, or install the checklist first; “esprit checklist list” lists those installed.
fault-other-version = the scenario is for version { $asked } of its checklist; version { $installed } is installed.
mend-other-version = Install that version, or check the reference against this one and write its number here.
fault-backwards = this line is earlier than the one before it.
mend-backwards = Sort the lines by time.
fault-beyond-end = { $found } s is after the end of the script, { $end } s.
mend-beyond-end = Correct this time, or write a later "ends_at_s".
fault-not-asked = “{ $id }” does not apply, given the reference answers before it.
mend-not-asked = Remove this row, or correct the answer that it depends on.
fault-second-reference = duplicate reference for “{ $id }”.
mend-second-reference = Remove one of them.
fault-no-reference = the item “{ $id }” applies but has no reference.
mend-no-reference = Add a row for it; where nothing shows it, "value": "not_observed".

verify-not-a-session = it is not a visit’s file ({ $reason }).
verify-duplicate-key = duplicate key “{ $key }” (line { $line }).
verify-format = format { $found }; this version reads { $read }.
verify-digest = the checklist in the file is not that of the visit: its fingerprint does not match.
verify-chain = the chain of events is broken at event { $seq }.
verify-event = event { $seq } is not possible here.
verify-not-over = the events do not reach the end of the visit.
verify-derived = “{ $field }” does not match the events.
verify-derived-row = “{ $field }” does not match the events, from { $item } on.
verify-conflict = the visit { $id } has other contents in { $other }, and neither continues the other
verify-seal = the seal does not match: the file was changed after the visit.

reading-empty = it is empty.
reading-truncated = it ends too early: part of it is missing.
reading-not-text = it is not a UTF-8 text.
reading-not-json = it is not JSON ({ $reason }).
reading-too-large = it is larger than any visit can be.
reading-foreign = it is not a visit.
reading-foreign-format = it is not a visit, but “{ $found }”.
reading-field = “{ $field }” has an impossible value.
reading-conflict = copies of visit { $id } differ: none of them counts. Keep the right file and take the others away.
reading-changed = it changed while it was being read.

# Lists of sites and observers.
store-observers-broken = The list of observers { $path } cannot be read at line { $line }; it was left as it is.
store-list-open-quote = { $path }, line { $line }: a quotation mark is not closed; the line was left out.
store-list-too-long = { $path }, line { $line }: a cell is too long and was left out.
store-list-no-id = { $path }, line { $line }: there is no id; the line was left out.
store-list-invalid-id = { $path }, line { $line }: “{ $id }” has no letter or digit; the line was left out.
store-list-same-id = { $path }, line { $line }: line { $first } has the id “{ $id }” already; the line was left out.
store-list-same-name = { $path }, line { $line }: line { $first } has the name “{ $name }” too, with another id. Both count; give them different names.
store-list-shortened-number = { $path }, line { $line }: the spreadsheet seems to have shortened a number to “{ $id }”. Format the column of ids as text.
store-list-more = Lines left out besides: { $count }. “esprit sites check” shows each of them.
reading-unsealed = it has no seal.

store-already-void = This visit is void already. To let it count again, correct it.

# Fields, options and shares of a checklist.
fault-unknown-field = there is no field “{ $field }” here.
fault-misplaced-field = “{ $field }” is a field of your own where there can be none.
mend-misplaced-field = Move it to the checklist, a section, an item or an option.
mend-near = Did you mean “{ $near }”?
mend-unknown-field = Remove it, or begin its name with “x_” if it is your own (in a checklist: in itself, a section, an item or an option). Fields here: { $known }.
fault-unknown-guide = “{ $key }” is not an answer of this item.
mend-unknown-guide = Write a key that is an answer of this item, or “how” (how to judge) or “self_audit” (the same in a self-audit).
fault-no-bounds = the condition says nothing of the answer.
mend-no-bounds = Add “is” with a list of answers, or “above”, “at_least”, “below” or “at_most” with a number.
fault-limits = no number is within these limits.
mend-limits = Correct them.
fault-no-points = the option “{ $id }” has no points, but others have.
mend-no-points = Give it "points": 0, or "scored": false if this answer is to leave the item out of the score.
fault-share = { $found } is not a share of the score.
mend-share = Write a number above 0, at most { $most }.
fault-no-share = this section counts in the score and has no share of it, but others have.
mend-no-share = Add "weight_percent" here, or remove it from every section.
remark-share-sum = remark: the shares of the sections add up to { $sum }, not to 100.
mend-share-sum = They are taken in proportion. Correct them if they are meant as percentages.
remark-unused-share = remark: no item of this section adds to the possible points, so its share never counts.
mend-unused-share = Remove it, or let an item of the section count in the score.
remark-unused-points = remark: this option is not scored, so its points never count.
mend-unused-points = Remove them, or remove "scored": false.
