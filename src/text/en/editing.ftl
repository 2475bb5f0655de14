# The editor of checklists: its keys, its questions and what it says.
store-checklist-exists = There is a checklist with the id “{ $id }”. Choose another id.
store-unknown-version = “{ $id }” has no version { $version }. See them with: esprit checklist history { $id }
store-only-bundled = “{ $id }” comes with the program and cannot be deleted.

cli-checklist-edit = Open the editor of a checklist
cli-checklist-history = The versions of a checklist, with what changed in each
cli-checklist-restore = Write an earlier version again, as a new one
cli-checklist-delete = Delete one of your checklists; its versions are kept
cli-arg-checklist-id = The id of the checklist
cli-value-version = VERSION
cli-arg-checklist-version = The version, as the history lists it
cli-arg-yes = Do it without being asked
cli-history-visits = { $count ->
    [one] 1 visit
   *[other] { $count } visits
  }
cli-history-current = (current)
cli-history-restored = Version { $version } is in use again, as version { $new }.
cli-delete-unconfirmed = Nothing was deleted. To delete “{ $id }”, add --yes.
cli-deleted = “{ $id }” was deleted. To bring it back: esprit checklist history { $id }, then restore.
cli-doctor-drafts = Checklist drafts
cli-doctor-new-draft = a new one
history-first = first version
history-same = same contents
history-texts = texts only
history-score = questions or points
editor-fields-lost = Fields that checklists do not have, and a new version will not keep: { $fields }
