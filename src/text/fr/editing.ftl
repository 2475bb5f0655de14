# L’éditeur de grilles : ses touches, ses questions et ce qu’il dit.
app-context-editor = Dans l’éditeur de grilles
app-key-new-item = point
app-help-new-item = Ajouter un point après la ligne choisie
app-key-new-section = rubrique
app-help-new-section = Ajouter une rubrique après la ligne choisie
app-key-edit-field = modifier
app-help-edit-field = Modifier le champ choisi, ou passer à la fiche de la ligne choisie
app-key-other-pane = fiche
app-help-other-pane = Passer du plan à la fiche et inversement
app-key-move-up = monter
app-help-move-up = Monter la rubrique, le point, la réponse ou le palier
app-key-move-down = descendre
app-help-move-down = Descendre la rubrique, le point, la réponse ou le palier
app-key-duplicate-item = dupliquer
app-help-duplicate-item = Placer une copie de la rubrique ou du point à sa suite
app-key-delete-item = supprimer
app-help-delete-item = Supprimer la rubrique ou le point ; dans la fiche, vider le champ
app-key-cut = couper
app-help-cut = Couper la rubrique ou le point, pour le coller ailleurs
app-key-copy = copier
app-help-copy = Copier la rubrique ou le point
app-key-paste = coller
app-help-paste = Coller après la ligne choisie ce qui a été coupé ou copié
app-key-insert = insérer
app-help-insert = Insérer une rubrique ou un point d’une autre grille
app-key-next-fault = erreur suivante
app-help-next-fault = Aller à l’erreur suivante
app-key-try = essayer
app-help-try = Essayer la grille dans une visite qui ne sera pas conservée
app-key-save = enregistrer
app-help-save = Enregistrer une nouvelle version
app-key-editor-leave = retour
app-help-editor-leave = Revenir au plan, ou quitter l’éditeur

editor-copy-title = { $title } (copie)
editor-quoted = « { $text } »
editor-copied = Copié.
editor-nothing-to-undo = Il n’y a rien à annuler.
editor-nothing-to-redo = Il n’y a rien à rétablir.
editor-nothing-to-paste = Rien n’a encore été coupé ni copié.
editor-nothing-to-save = Rien n’a changé depuis la dernière version.
editor-no-faults = Il n’y a aucune erreur.
editor-faults-left = { $count ->
    [one] Il reste 1 erreur à corriger avant d’enregistrer. Rien n’est perdu : le brouillon est conservé.
   *[other] Il reste { $count } erreurs à corriger avant d’enregistrer. Rien n’est perdu : le brouillon est conservé.
  }
editor-conditions-dropped = { $count ->
    [one] La condition de { $labels } n’a pas été reprise : elle porte sur un point absent d’ici.
   *[other] Les conditions de { $labels } n’ont pas été reprises : elles portent sur des points absents d’ici.
  }
editor-dependents = { $count ->
    [one] 1 condition portait dessus. U pour annuler.
   *[other] { $count } conditions portaient dessus. U pour annuler.
  }
editor-only-removed = Ceci peut seulement être supprimé, avec Suppr.
editor-id-fixed = Cet identifiant ne change plus : des visites s’y réfèrent.
editor-id-taken = Cet identifiant est déjà utilisé. Choisissez-en un autre.
editor-not-an-id = Minuscules sans accent, chiffres, points, traits d’union et tirets bas seulement, par exemple « accueil.attente ».
editor-not-a-number = Ce n’est pas un nombre.
editor-ambiguous-number = Tapez { $thousands } ou { $decimal }.
editor-not-whole = Tapez un nombre entier.
editor-not-here = Ce champ n’accepte pas cette saisie.
editor-saved = Version { $version } enregistrée : { $path }
editor-tried = Fin de l’essai. Rien n’en a été conservé.
editor-tried-score = Essai terminé : { $percent }. Rien n’en a été conservé.
editor-cannot-try = Corrigez d’abord cette erreur : aucune visite ne peut suivre la grille en l’état.
editor-draft-unreadable = Le brouillon était illisible. Il a été mis de côté : { $path }

editor-ask-resume = Il existe un brouillon qui n’a pas été enregistré comme version.
editor-ask-leave = Des modifications n’ont pas été enregistrées comme version.
editor-ask-meaning = Seuls des textes ont changé. Leur sens est-il resté le même ?
editor-ask-insert = Insérer depuis quelle grille ?
editor-ask-insert-what = Que faut-il insérer ?
editor-row-continue = Reprendre le brouillon
editor-row-start-again = Abandonner le brouillon et recommencer
editor-row-keep-draft = Conserver le brouillon et quitter
editor-row-save-and-leave = Enregistrer une nouvelle version et quitter
editor-row-drop-changes = Abandonner les modifications
editor-row-same-meaning = Oui : les visites d’avant et d’après sont comparables (version corrective)
editor-row-other-meaning = Non, ou je ne sais pas (version mineure)

store-checklist-exists = Une grille a déjà l’identifiant « { $id } ». Choisissez-en un autre.
store-unknown-version = « { $id } » n’a pas de version { $version }. Pour les voir : esprit checklist history { $id }
store-only-bundled = « { $id } » est fournie avec le programme et ne peut pas être supprimée.

cli-checklist-edit = Ouvrir l’éditeur d’une grille
cli-checklist-history = Les versions d’une grille, et ce qui change dans chacune
cli-checklist-restore = Réécrire une version antérieure, comme nouvelle version
cli-checklist-delete = Supprimer une de vos grilles ; ses versions sont conservées
cli-arg-checklist-id = L’identifiant de la grille
cli-value-version = VERSION
cli-arg-version = La version, telle que l’historique l’indique
cli-arg-yes = Sans demander de confirmation
cli-history-visits = { $count ->
    [one] { $count } visite
   *[other] { $count } visites
  }
cli-history-current = (en vigueur)
cli-history-restored = La version { $version } est de nouveau en vigueur, comme version { $new }.
cli-delete-unconfirmed = Rien n’a été supprimé. Pour supprimer « { $id } », ajoutez --yes.
cli-deleted = « { $id } » est supprimée. Pour la retrouver : esprit checklist history { $id }, puis restore.
cli-doctor-drafts = Brouillons de grilles
cli-doctor-new-draft = nouvelle grille
history-first = première version
history-same = contenu identique
history-texts = textes seulement
history-score = points ou barème
