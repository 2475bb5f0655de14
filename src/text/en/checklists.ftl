# The screen of the checklists.
app-context-checklists = On checklists
app-key-new-checklist = new
app-help-new-checklist = Write a new checklist: an empty one, or a copy to begin with
app-key-edit-checklist = edit
app-help-edit-checklist = Change the selected checklist; it is saved as a new version
app-key-duplicate-checklist = duplicate
app-help-duplicate-checklist = Write a new checklist that begins as a copy of the selected one
app-key-history = history
app-help-history = Show the versions of the selected checklist: when each was saved, and what changed
app-key-restore-version = restore
app-help-restore-version = In the history: make the selected version the current one again
app-key-delete-checklist = delete
app-help-delete-checklist = Delete the selected checklist of your own
checklists-new = New checklist
checklists-new-empty = Empty
checklists-new-empty-detail = Your questions, one after the other
checklists-copy = Copy of “{ $title }”
checklists-ask-delete = { $replaces ->
    [yes] Delete your version of “{ $title }”? The one that comes with the program takes its place again. Visits stay as they are. Y yes, N no.
   *[no] Delete “{ $title }”? Visits made with it stay as they are. Y yes, N no.
  }
checklists-not-deleted = “{ $title }” comes with the program and cannot be deleted. Only your own checklists can.
checklists-deleted = Deleted: “{ $title }”.
checklists-broken = This file has errors: mend it where it was written, or import it again.
checklists-history = Versions of “{ $title }”
checklists-current = in use
checklists-is-current = This version is the one in use.
checklists-restored = Version { $version } says again what the version you chose said; all others are kept.
checklists-first = The first version that is kept
checklists-same = Nothing changed
checklists-texts = Only texts changed
checklists-rearranged = Order or sections changed
checklists-added = { $count ->
    [one] 1 question added
   *[other] { $count } questions added
  }
checklists-removed = { $count ->
    [one] 1 question removed
   *[other] { $count } questions removed
  }
checklists-edited = { $count ->
    [one] 1 question changed
   *[other] { $count } questions changed
  }
