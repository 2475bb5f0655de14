# A checklist on paper.

paper-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
paper-version = version { $version }
paper-times = From … to …
paper-legend = Tick one box per question. Write down what you saw and heard, while you still have it in mind.
paper-only-if = Only if { $condition }
paper-and = and
paper-or = or
paper-not = not ({ $condition })
paper-several = Several answers are possible.
paper-tally = One stroke each time:
paper-total = Total:
paper-from-start = Counted from the start of the visit.
paper-minutes = min
paper-seconds = s
paper-range = from { $least } to { $most }
paper-at-least = { $least } or more
paper-at-most = { $most } or less
paper-note-if = Note (required if: { $answers })

# Checklists as files: what is written.
checklist-file = checklist
checklist-sheet = Questions
checklist-help-first = One question a line. Only the question is needed: everything else may stay empty. The columns may be in any order.
checklist-help-import = Save it, then import it: in the program, on Checklists, key I; or “esprit checklist import” with the name of the file. What is not understood is named with its cell, and nothing is written while a line is wrong.
checklist-help-own = The sheet “esprit” holds what has no column. Leave it as it is.
checklist-help-section = The heading of the section. Empty: as above.
checklist-help-section-weight = The share of the section in the whole score, in percent: 25. Give one to every section with scored questions, or to none.
checklist-help-attitude = Greeting, listening, efficiency, or a word of your own; “–” for none. Empty: as above.
checklist-help-number = The number by which “Only if” names the question.
checklist-help-id = The question’s own name, which stays the same when its words change. Leave it empty for a new question.
checklist-help-question = What the observer reads.
checklist-help-answer = yes/no, yes/partly/no, rating 0-10, choice, several choices, counter, timer, number or text. Empty: yes/partly/no.
checklist-help-answers = One answer a line, its points behind it: Yes (1), No (0), No counter here (unscored). For a timer or a counter, limits: ≤ 30 s (1), > 30 s (0).
checklist-help-weight = How much the question counts. Empty: 1.
checklist-help-critical = x: a “no” here fails the visit.
checklist-help-bonus = x: the question adds points, but takes none away.
checklist-help-unscored = x: the question does not count in the score.
checklist-help-only-if = When the question is asked: 12 = no; 12 = 1 or 2; 15 > 3 and 12 = yes. Only earlier questions can be named.
checklist-help-note-if = The answers that ask for a note: no.
checklist-help-judged = What counts as this answer.
checklist-help-how = How to judge or to measure it.
checklist-help-mirror = The name of the behaviour. Questions of different checklists with one name mirror each other.
export-checklist-what = Save the checklist as…
export-checklist-page = A form on paper, to print
export-checklist-workbook = An Excel workbook, to change and import again
export-checklist-csv = A CSV file, to change and import again

# The import: screen and command.
import-added = Checklist imported: { $path }
import-had-already = This checklist is here already, just the same. Nothing was changed.
import-choose = Import a checklist: where is the file?
import-above = ↑ the folder above
import-other = Type or paste a path…
import-ask-path = File or folder, as a path:
import-reading = Reading…
import-no-file = No file here that can be imported (XLSX, XLS, ODS, CSV or JSON).
import-folder-cut = This folder holds too much to show it all. Type the path of the file if it is missing.
import-refused = { $file } cannot be imported yet
import-mend = Nothing was written. Correct these places in the file, save it, then read it again here.
import-doubts = { $count ->
    [one] 1 thing to check; the import goes on without it
   *[other] { $count } things to check; the import goes on without them
}
import-same = This checklist is here already, just the same.
import-key-take = import
import-key-again = read again
app-context-picker = In the choice of a file
app-key-import-checklist = import
app-help-import-checklist = Import a checklist from a spreadsheet
app-key-export-checklist = export
app-help-export-checklist = Save the checklist as a form on paper or as a spreadsheet
app-key-folder-above = folder above
app-help-folder-above = Go to the folder above
summary-sections = { $count ->
    [one] 1 section
   *[other] { $count } sections
}
summary-type = { $type }: { $count }
summary-languages = languages: { $languages }
summary-weights = weights: { $weights }
summary-shares = shares of the sections: { $shares }
cli-checklist-import = Import a checklist from a spreadsheet (XLSX, XLS, ODS, CSV) or a JSON file
cli-checklist-export = Save a checklist as a spreadsheet or as a form to print
cli-arg-import-file = The file to import
cli-arg-import-output = Write the checklist to this file, not to your checklists
cli-arg-import-id = The id that the checklist gets: a new one keeps it beside the one that is here
cli-arg-export-file = The file to write: .xlsx, .csv or .html
cli-import-refused = { $count ->
    [one] { $path }: 1 thing to correct; nothing was written
   *[other] { $path }: { $count } things to correct; nothing was written
}
cli-import-doubts = { $count ->
    [one] 1 thing was left out or is doubtful:
   *[other] { $count } things were left out or are doubtful:
}
cli-bad-id = “{ $id }” cannot be an id: small letters without accents, digits, and . _ - after the first character, at most 64 in all.
cli-checklist-unsupported = { $path }: a checklist can be saved as .xlsx, .csv or .html.

# The import of a checklist that is here already.
import-next-version = It becomes version { $version } of “{ $title }” ({ $id }); the earlier one stays in its history.
import-version-saved = Version { $version } of { $id } is saved, the earlier one is in its history: { $path }
import-key-version = new version
app-context-importing = Before a checklist is imported
app-key-import-beside = keep both
app-help-import-beside = Keep the one that is here and add this one under an id of its own
cli-import-beside = To keep both as checklists of their own instead: --id { $free }
import-reworded = The text under this number is new (before: “{ $before }”). It is taken as the same question in other words. If it is another question, give it a number that was not there.
import-own-row-unused = No row of the table has the id “{ $id }” any more: what this row keeps of that question was left out.
import-unknown-section = No section is called “{ $title }”: its share was left out.
