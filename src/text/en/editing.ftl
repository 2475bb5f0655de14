# The editor of checklists: its keys, its questions and what it says.
app-context-editor = In the editor of checklists
app-key-new-item = question
app-help-new-item = Add a question after the selected one
app-key-new-section = section
app-help-new-section = Add a section after the selected one
app-key-edit-field = edit
app-help-edit-field = Edit the selected field, or go to the form of the selected line
app-key-other-pane = form
app-help-other-pane = Go from the outline to the form and back
app-key-move-up = up
app-help-move-up = Move the section, question, answer or step up
app-key-move-down = down
app-help-move-down = Move the section, question, answer or step down
app-key-duplicate-item = duplicate
app-help-duplicate-item = Put a copy of the section or question after it
app-key-delete-item = delete
app-help-delete-item = Delete the section or question; in the form, empty the field
app-key-cut = cut
app-help-cut = Cut the section or question, to paste it elsewhere
app-key-copy = copy
app-help-copy = Copy the section or question
app-key-paste = paste
app-help-paste = Paste what was cut or copied after the selected line
app-key-insert = insert
app-help-insert = Insert a section or question of another checklist
app-key-next-fault = next error
app-help-next-fault = Go to the next error
app-key-try = try it
app-help-try = Try the checklist in a visit that is not kept
app-key-save = save
app-help-save = Save as a new version
app-key-editor-leave = back
app-help-editor-leave = Go back to the outline, or leave the editor

editor-copy-title = { $title } (copy)
editor-quoted = “{ $text }”
editor-copied = Copied.
editor-nothing-to-undo = There is nothing to undo.
editor-nothing-to-redo = There is nothing to redo.
editor-nothing-to-paste = Nothing was cut or copied yet.
editor-nothing-to-save = Nothing has changed since the last version.
editor-no-faults = There are no errors.
editor-faults-left = { $count ->
    [one] There is 1 error; correct it before saving. Nothing is lost: the draft is kept.
   *[other] There are { $count } errors; correct them before saving. Nothing is lost: the draft is kept.
  }
editor-conditions-dropped = { $count ->
    [one] The condition of { $labels } was left out: it is about a question that is not here.
   *[other] The conditions of { $labels } were left out: they are about questions that are not here.
  }
editor-dependents = { $count ->
    [one] 1 condition was about this. Press U to undo.
   *[other] { $count } conditions were about this. Press U to undo.
  }
editor-only-removed = This can only be removed, with Delete.
editor-id-fixed = This id cannot change: visits refer to it.
editor-id-taken = This id is used by something else. Choose another one.
editor-not-an-id = Use small letters without accents, digits, dots, hyphens and underscores, for example “greeting.wait”.
editor-not-a-number = This is not a number.
editor-ambiguous-number = Type { $thousands } or { $decimal }.
editor-not-whole = Type a whole number.
editor-not-here = This field does not take that.
editor-saved = Saved as version { $version }: { $path }
editor-tried = Back from the trial visit. Nothing of it was kept.
editor-tried-score = Trial visit finished: { $percent }. Nothing of it was kept.
editor-cannot-try = Correct this error first: no visit can follow the checklist as it is.
editor-draft-unreadable = The draft could not be read. It was put aside: { $path }

editor-ask-resume = There is a draft that was not saved as a version.
editor-ask-leave = There are changes that were not saved as a version.
editor-ask-meaning = Only texts have changed. Do they still mean the same?
editor-ask-insert = Insert from which checklist?
editor-ask-insert-what = What is to be inserted?
editor-row-continue = Continue with the draft
editor-row-start-again = Discard the draft and start again
editor-row-keep-draft = Keep the draft and leave
editor-row-save-and-leave = Save as a new version and leave
editor-row-drop-changes = Discard the changes
editor-row-same-meaning = Yes: visits before and after can be compared (patch version)
editor-row-other-meaning = No, or not sure (minor version)

store-checklist-exists = There is a checklist with the id "{ $id }". Choose another id.
store-unknown-version = "{ $id }" has no version { $version }. See them with: esprit checklist history { $id }
store-only-bundled = "{ $id }" comes with the program and cannot be deleted.

cli-checklist-edit = Open the editor of a checklist
cli-checklist-history = The versions of a checklist, with what changed in each
cli-checklist-restore = Write an earlier version again, as a new one
cli-checklist-delete = Delete one of your checklists; its versions are kept
cli-arg-checklist-id = The id of the checklist
cli-value-version = VERSION
cli-arg-version = The version, as the history lists it
cli-arg-yes = Do it without being asked
cli-history-visits = { $count ->
    [one] 1 visit
   *[other] { $count } visits
  }
cli-history-current = (current)
cli-history-restored = Version { $version } is in use again, as version { $new }.
cli-delete-unconfirmed = Nothing was deleted. To delete "{ $id }", add --yes.
cli-deleted = "{ $id }" was deleted. To bring it back: esprit checklist history { $id }, then restore.
cli-doctor-drafts = Checklist drafts
cli-doctor-new-draft = a new one
history-first = first version
history-same = same contents
history-texts = texts only
history-score = questions or points
