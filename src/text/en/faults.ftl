# What is wrong with a file: what happened, what is safe, what to do.

store-no-home = The system names no folder for your data. Choose one with --data-dir.
store-doubt-network = The data folder is on another computer: after a power cut the last answers may be missing. A folder of this computer is safer.
store-doubt-fat = The data folder is on a stick or a card (FAT): after a power cut the last answers may be missing. A folder of the disk is safer.
store-doubt-memory = The data folder is in memory: everything in it goes when the computer stops. Choose a folder of the disk.
store-not-a-folder = { $path } is a file, not a folder. Choose another folder.
store-not-a-file = { $path } is not an ordinary file. Choose another.
store-no-parent = The folder that { $path } should be in does not exist. Check the spelling, or make it first.
store-denied = You are not allowed to read or write here: { $path }. Nothing was changed. Check the permissions, or choose another folder.
store-read-only = The disk is read-only: { $path }. Choose another folder.
store-full = The disk is full: { $path }. Make room; what was saved is still saved.
store-disk = The disk reports a fault: { $path }. What was saved is still saved; check the disk, or choose another folder.
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
store-not-over = The visit { $id } is not over.
store-not-empty = The visit { $id } holds answers; it was not touched.
store-not-a-session = { $path } is not a visit’s file ({ $reason }).
store-settings-broken = The settings could not be read; the default settings are in use. The broken file is kept: { $kept }
store-sites-broken = The list of sites { $path } cannot be read at line { $line }; it was left as it is.
store-unknown-checklist = There is no checklist “{ $asked }”. “esprit checklist list” shows those that exist.
store-faulty-checklist = { $path }: { $count } to mend. “esprit checklist check” shows them one by one.
store-no-such-item = The checklist “{ $checklist }” in the library no longer has the item “{ $item }”. Nothing was changed.
store-unknown-scenario = There is no scenario “{ $asked }”. “esprit scenario list” shows those that exist.
store-faulty-scenario = { $path }: { $count } to mend. “esprit scenario check” shows them one by one.
store-same-id = { $path } has the same id as { $other }, which is used. Change one of them.

fault-syntax = the file is not JSON from here on ({ $message }).
mend-syntax = Check commas, quotes and brackets here.
fault-too-large = the file is larger than { $limit } MB.
mend-too-large = Files of this kind are far smaller; is this the right one?
fault-format = unknown format “{ $found }”; this version reads “{ $read }”.
mend-format = Write "format": "{ $read }", or install a later version.
fault-missing = “{ $field }” is missing.
mend-missing = Add "{ $field }".
fault-type = this value cannot stand here; expected: { $expected ->
    [number] a number
    [integer] a whole number
    [boolean] true or false
    [string] a text in quotes
    [list] a list [ … ]
    [object] an object
    [text] a text, or a text for each language
    [condition] a condition: "item" and "is", or "all", "any", "not"
    [value] another value
    [answer] an answer: a text, a number or a list
   *[other] { $expected }
  }.
mend-type = Replace the value.
fault-duplicate-key = “{ $key }” is written twice in the same place.
mend-duplicate-key = Keep one of them.
fault-id = “{ $found }” is not an id.
mend-id = Lower case without accents, digits, dots, hyphens; at most 64 signs, the first a letter or digit.
fault-duplicate-id = the id “{ $id }” is taken.
mend-duplicate-id = Choose another.
fault-empty = the list is empty.
mend-empty = Put at least one element in it, or two options for a choice.
fault-missing-text = the text in the language “{ $language }” is missing.
mend-missing-text = Add "{ $language }": "…", or write one text for all languages.
fault-blank = the text is empty.
mend-blank = Write what people are to read.
fault-range = { $found } is not allowed here.
mend-range = Write a number that is zero or more.
fault-too-much = { $found } is too much here.
mend-too-much = Write a number that is { $most } or less.
fault-scale = “max” must be larger than “min”.
mend-scale = Swap them, or correct them.
fault-bands = the bands do not rise, or the open band is not the last.
mend-bands = Put them in order, smallest first; only the last may have no limit.
fault-unknown-item = there is no item “{ $id }” in the checklist.
mend-unknown-item = Check the spelling of the id.
fault-forward = the condition asks for “{ $id }”, which does not come before.
mend-forward = Move this item further down, or choose an item that comes before it.
fault-unknown-answer = “{ $value }” is not an answer of this item.
mend-unknown-answer = Write an answer that this item takes.
fault-second-outcome = another item is the visit’s outcome already.
mend-second-outcome = Keep "role": "outcome" on one item only.
fault-unknown-checklist = there is no checklist “{ $id }” here.
mend-unknown-checklist = Check the spelling, or install the checklist first; “esprit checklist list” shows those there are.
fault-other-version = the scenario is for version { $asked } of its checklist; here is version { $installed }.
mend-other-version = Install that version, or read the reference over against this one and write its number here.
fault-backwards = this line comes earlier than the one before it.
mend-backwards = Put the lines in the order of their times.
fault-beyond-end = at { $found } s the script is over: it ends at { $end } s.
mend-beyond-end = Correct this time, or write a later "ends_at_s".
fault-not-asked = “{ $id }” does not apply, given the reference answers before it.
mend-not-asked = Take this row out, or correct the answer that it depends on.
fault-second-reference = “{ $id }” has its reference already.
mend-second-reference = Keep one of them.
fault-no-reference = the item “{ $id }” applies and has no reference.
mend-no-reference = Add a row for it; where nothing shows it, "value": "not_observed".

verify-not-a-session = it is not a visit’s file ({ $reason }).
verify-duplicate-key = “{ $key }” is written twice (line { $line }).
verify-format = format { $found }; this version reads { $read }.
verify-digest = the checklist inside is not the visit’s: its fingerprint does not match.
verify-chain = the chain of events is broken at event { $seq }.
verify-event = event { $seq } cannot stand where it does.
verify-not-over = the events do not reach the end of the visit.
verify-derived = “{ $field }” does not follow from the events.
verify-derived-row = “{ $field }” does not follow from the events, from { $item } on.
verify-seal = the seal does not match: the file was changed after the visit.

reading-empty = it is empty.
reading-truncated = it ends too early: part of it is missing.
reading-not-text = it is not a UTF-8 text.
reading-not-json = it is not JSON ({ $reason }).
reading-too-large = it is larger than any visit can be.
reading-foreign = it is not a visit.
reading-foreign-format = it is not a visit, but “{ $found }”.
reading-field = “{ $field }” holds what cannot be.
reading-conflict = copies of visit { $id } differ: none of them counts. Keep the right file and take the others away.
reading-changed = it was changed while it was read.
