# L’éditeur de grilles : les noms de ses champs.
editor-field-id = Identifiant
editor-field-title = Titre
editor-field-relation = Porte sur
editor-field-languages = Langues
editor-field-contents = Questions
editor-field-attitude = Attitude
editor-field-weight-percent = Part (%)
editor-field-label = Question
editor-field-type = Réponse
editor-field-partly = « En partie » admis
editor-field-points-yes = Points si oui
editor-field-points-partly = Points si en partie
editor-field-points-no = Points si non
editor-field-min = Minimum
editor-field-max = Maximum
editor-field-min-label = Le minimum signifie
editor-field-max-label = Le maximum signifie
editor-field-unit = Unité
editor-field-message = Hors limites, dire
editor-field-multiple = Plusieurs réponses
editor-field-starts = Départ
editor-field-option = Réponse { $n }
editor-field-add-option = Ajouter une réponse
editor-field-band = Palier { $n }
editor-field-add-band = Ajouter un palier
editor-field-weight = Poids
editor-field-critical = Éliminatoire
editor-field-scored = Compte au score
editor-field-bonus = Bonus
editor-field-outcome = Résultat
editor-field-note-required = Commentaire si
editor-field-guide = { $key ->
    [how] Comment juger
    [yes] Oui si
    [partly] En partie si
    [no] Non si
    [self_audit] En auto-évaluation
    [ruling] Convenu en classe
   *[other] { $label } si
  }
editor-field-behaviour = Miroir
editor-field-join = Il faut
editor-field-term = Seulement si
editor-field-add-term = Ajouter une condition
editor-field-when = Seulement si
editor-field-unknown = Inconnu : { $key }
editor-field-points = Points
editor-field-exclusive = Exclut les autres
editor-field-limit = Jusqu’à
editor-field-term-item = Question
editor-field-negated = Inversée
editor-field-comparison = Comparaison
editor-field-number = Valeur
editor-field-answers = Réponses

# Ce que F1 en dit.
editor-explain-id = Le nom court dans les fichiers et les rapports. Il est tiré du texte et ne change plus une fois la grille enregistrée.
editor-explain-title = Le nom sous lequel l’observateur choisit la grille avant une visite.
editor-explain-relation = De quel service il s’agit : envers les clients, entre les responsables et leurs équipes, ou entre services.
editor-explain-languages = Les langues de la grille. S’il y en a deux, chaque texte s’écrit dans les deux, et la visite montre celle de l’observateur.
editor-explain-contents = Ce qui compose la grille, ou la rubrique.
editor-explain-attitude = L’attitude dont parle la rubrique : accueil, écoute, efficacité, ou une autre à vous. Les rapports regroupent les rubriques ainsi.
editor-explain-weight-percent = La part du score total qui revient à la rubrique. Laissé vide dans toutes les rubriques, chaque question compte selon son seul poids.
editor-explain-label = Ce que l’observateur lit pendant la visite : une seule chose, qui se voit ou s’entend. Entrée ajoute la question suivante.
editor-explain-type = Comment l’observateur répond : oui ou non, une note, des réponses de votre choix, un compteur, un chrono, un nombre ou un texte.
editor-explain-partly = Si « en partie » est une réponse possible, en plus de oui et non.
editor-explain-points-yes = La fraction du poids que rapporte un oui : 1 en est la totalité. Vide, c’est 1.
editor-explain-points-partly = La fraction du poids que rapporte « en partie » : 0,5 en est la moitié. Vide, c’est 0,5.
editor-explain-points-no = La fraction du poids que rapporte un non. Vide, c’est 0.
editor-explain-min = La plus petite valeur admise. Sur une échelle, elle ne rapporte rien.
editor-explain-max = La plus grande valeur admise. Sur une échelle, elle rapporte tous les points.
editor-explain-min-label = Ce que veut dire la plus petite valeur, par exemple « pas du tout ».
editor-explain-max-label = Ce que veut dire la plus grande valeur, par exemple « certainement ».
editor-explain-unit = Ce que l’on compte ou mesure, par exemple € ou personnes.
editor-explain-message = Ce qui est dit à l’observateur quand un nombre sort des limites.
editor-explain-multiple = Si plusieurs réponses peuvent être cochées. Leurs points s’ajoutent, jusqu’à 1 au plus.
editor-explain-starts = Quand part le chrono : avec la visite, ou quand l’observateur appuie sur la touche.
editor-explain-option = Une des réponses à choisir. Entrée l’ouvre : son texte, ses points.
editor-explain-add-option = Ajoute une réponse à choisir.
editor-explain-band = Les points jusqu’à une limite, par exemple 1 point jusqu’à 30 secondes. Entrée l’ouvre.
editor-explain-add-band = Ajoute des points jusqu’à une limite. Sans aucun palier, le résultat est noté sans compter au score.
editor-explain-weight = Ce que la question compte à côté des autres : 2 compte deux fois plus que 1.
editor-explain-critical = Une question éliminatoire : un « non » ici fait échouer la visite. C’est dit à côté du score, sans le changer.
editor-explain-scored = Si la réponse compte au score. Ce qui ne compte pas est noté quand même.
editor-explain-bonus = Rapporte des points si c’est fait, n’en coûte pas sinon.
editor-explain-outcome = La question sur le résultat de la visite, par exemple : reviendriez-vous ? Une seule au plus ; elle ne compte pas au score, les rapports lui comparent les autres.
editor-explain-note-required = Les réponses qui demandent un commentaire. Cochez-les ; la relecture le réclame avant la fin de la visite.
editor-explain-guide = Ce qui vaut cette réponse, en quelques mots. L’observateur le voit sous la question.
editor-explain-behaviour = Le nom du geste, commun avec une question d’une autre grille : les rapports comparent alors les deux, clients et équipes.
editor-explain-join = Si toutes les conditions doivent être remplies, ou si une seule suffit.
editor-explain-term = La question n’est posée qu’après une certaine réponse à une question précédente. Entrée ouvre la condition.
editor-explain-add-term = Ne pose la question qu’après une certaine réponse à une question précédente, par exemple : seulement si quelqu’un est venu vers le client.
editor-explain-when = Cette condition est trop imbriquée pour être changée ici. Elle peut rester, ou être retirée avec Suppr.
editor-explain-unknown = Cela ne fait pas partie d’une grille, peut-être une faute de frappe dans le fichier. Suppr le retire.
editor-explain-points = La fraction du poids qu’elle rapporte : 1 en est la totalité, 0 rien.
editor-explain-exclusive = Cocher cette réponse décoche les autres, comme « rien de tout cela ».
editor-explain-limit = Les points valent jusqu’à cette limite comprise, en secondes pour un chrono. Vide : tout ce qui dépasse les paliers précédents.
editor-explain-term-item = La question précédente qui décide si celle-ci est posée.
editor-explain-negated = Si la condition est inversée : la question est posée sauf après une de ces réponses.
editor-explain-comparison = Comment le nombre est comparé.
editor-explain-number = Le nombre auquel on compare, en secondes pour un chrono.
editor-explain-answers = Les réponses après lesquelles la question est posée. Cochez-en une ou plusieurs.

# Ce qui ne va pas, à sa place.
editor-fault-blank = Écrivez un texte ici.
editor-fault-missing-text = Il manque le texte en { $language }.
editor-fault-empty-questions = Il n’y a encore aucune question.
editor-fault-empty-answers = Cochez au moins une réponse.
editor-fault-empty-options = Ajoutez au moins une réponse à choisir.
editor-fault-range = Le nombre doit être 0 ou plus.
editor-fault-above = Le nombre doit être { $most } ou moins.
editor-fault-scale = Le maximum doit dépasser le minimum.
editor-fault-bands = Chaque palier doit finir plus haut que le précédent ; seul le dernier peut être sans limite.
editor-fault-unknown-item = La question dont dépend celle-ci n’existe plus.
editor-fault-forward = La condition porte sur une question placée après : déplacez-en une, ou choisissez-en une autre.
editor-fault-not-numeric = Les réponses à cette question ne sont pas des nombres.
editor-fault-unknown-answer = « { $value } » n’est plus une réponse à cette question.
editor-fault-second-outcome = Une autre question est déjà le résultat.

# Valeurs.
editor-relation-customer = envers les clients
editor-relation-management = entre responsables et équipes
editor-relation-internal = entre services
editor-languages-fr = français
editor-languages-en = anglais
editor-languages-fr-en = français et anglais
editor-attitude-none = aucune
editor-attitude-greeting = accueil
editor-attitude-listening = écoute
editor-attitude-efficiency = efficacité
editor-type-behaviour = oui, en partie, non
editor-type-scale = une note
editor-type-choice = des réponses de votre choix
editor-type-count = un compteur
editor-type-timer = un chrono
editor-type-number = un nombre
editor-type-text = un texte
editor-join-all = toutes les conditions
editor-join-any = l’une des conditions
editor-comparison-at-least = au moins
editor-comparison-above = plus de
editor-comparison-at-most = au plus
editor-comparison-below = moins de
editor-comparison-is = une des réponses
editor-starts-visit = avec la visite
editor-starts-observer = par la touche
editor-unscored = hors note
editor-untitled = (pas encore de texte)
editor-up-to = jusqu’à { $limit }
editor-beyond = au-delà
editor-points = { $many ->
    [1] { $points } points
   *[0] { $points } point
  }
editor-or = { " ou " }
editor-term-is = « { $label } » { $test }
editor-term-not = « { $label } » sauf { $test }
editor-nested = une condition imbriquée
editor-missing = à écrire

# L’éditeur : ses touches.
app-context-editor = Dans l’éditeur de grilles
app-key-new-item = question
app-help-new-item = Ajouter une question après la ligne choisie
app-key-new-section = rubrique
app-help-new-section = Ajouter une rubrique après celle-ci
app-key-edit-field = modifier
app-help-edit-field = Aller au formulaire ; là, modifier le champ choisi
app-key-other-pane = autre côté
app-help-other-pane = Passer du plan au formulaire, et retour
app-key-move-up = monter
app-help-move-up = Monter la question ou la rubrique, jusque dans la rubrique d’avant
app-key-move-down = descendre
app-help-move-down = Descendre la question ou la rubrique, jusque dans la rubrique d’après
app-key-duplicate-item = dupliquer
app-help-duplicate-item = Placer une copie de la question ou de la rubrique après elle
app-key-delete-item = supprimer
app-help-delete-item = Supprimer la question ou la rubrique ; dans le formulaire, vider le champ ou retirer la partie
app-key-cut = couper
app-help-cut = Couper la question ou la rubrique, pour la coller ailleurs
app-key-copy = copier
app-help-copy = Copier la question ou la rubrique
app-key-paste = coller
app-help-paste = Coller ce qui a été coupé ou copié après la ligne choisie
app-key-insert = insérer
app-help-insert = Insérer une question ou une rubrique d’une autre grille
app-key-next-fault = à corriger
app-help-next-fault = Aller au prochain champ à corriger
app-key-try = essayer
app-help-try = Essayer la grille dans une visite d’essai, qui n’est pas gardée
app-key-save = enregistrer
app-help-save = Enregistrer comme nouvelle version
app-key-editor-leave = quitter
app-help-editor-leave = Revenir au plan, puis quitter ; ce qui est écrit est gardé
editor-key-next = question suivante
editor-key-choose = valider
editor-key-next-field = champ suivant

# Ce qui entoure, et ce qui est demandé.
editor-preview = comme dans la visite
editor-faults = { $count ->
    [one] 1 correction à faire
   *[other] { $count } corrections à faire
  }
editor-draft-kept = brouillon gardé
editor-resume = Modifications non enregistrées
editor-ask-resume = Vous avez travaillé sur cette grille sans l’enregistrer comme version. Reprendre là où vous en étiez ?
editor-row-continue = Reprendre le brouillon
editor-row-start-again = Abandonner le brouillon et recommencer
editor-leave = Quitter l’éditeur
editor-ask-leave = Vos modifications ne sont pas encore une version. Elles sont gardées comme brouillon, sauf si vous les abandonnez.
editor-ask-leave-faults = { $count ->
    [one] Il reste une correction à faire : d’ici là, la grille ne peut pas être enregistrée comme version. Vos modifications sont gardées comme brouillon, sauf si vous les abandonnez.
   *[other] Il reste { $count } corrections à faire : d’ici là, la grille ne peut pas être enregistrée comme version. Vos modifications sont gardées comme brouillon, sauf si vous les abandonnez.
  }
editor-row-keep-draft = Quitter, garder le brouillon
editor-row-save-and-leave = Enregistrer une version, puis quitter
editor-row-drop-changes = Abandonner les modifications
editor-meaning = Enregistrer une nouvelle version
editor-ask-meaning = Seuls des textes ont changé. Toutes les questions demandent-elles encore la même chose ? Alors les chiffres d’avant et d’après se comparent ; sinon ils restent séparés.
editor-row-same-meaning = Oui, le sens est inchangé : version { $version }
editor-row-other-meaning = Non, on demande autre chose : version { $version }
editor-insert-from = Insérer depuis quelle grille ?
editor-insert = Insérer quoi ?

# Ce qui est dit.
editor-draft-unreadable = Le brouillon gardé n’a pas pu être lu. Il a été mis de côté : { $path }.
editor-tried-score = C’était un essai, rien n’en est gardé. Score : { $percent }.
editor-tried = C’était un essai, rien n’en est gardé.
editor-faults-left = Corrections à faire avant d’enregistrer une version : { $count }. Le brouillon est gardé.
editor-nothing-to-undo = Il n’y a rien à annuler.
editor-nothing-to-redo = Il n’y a rien à rétablir.
editor-cannot-try = Une visite a d’abord besoin de ce qui est signalé ici.
editor-nothing-to-save = Rien n’a changé depuis la version enregistrée.
editor-not-a-number = Tapez un nombre, par exemple 2 ou 0,5.
editor-too-many-digits = Ce nombre a plus de chiffres que l’on ne peut en garder exactement : 15 sont toujours possibles.
editor-ambiguous-number = Tapez { $thousands } ou { $decimal } : cela peut se lire de deux façons.
editor-not-whole = Tapez un nombre entier.
editor-not-an-id = Un identifiant se compose de minuscules sans accent, de chiffres, et de . _ - après le premier caractère.
editor-id-taken = Cet identifiant est déjà pris.
editor-id-fixed = Des visites passées renvoient à cet identifiant : il ne peut plus changer.
editor-no-faults = Il n’y a rien à corriger.
editor-not-here = Cela ne s’inscrit pas ici.
editor-copy-title = { $title } (copie)
editor-copied = Copié. Coller le place après la ligne choisie.
editor-nothing-to-paste = Rien n’a encore été coupé ou copié.
editor-saved = La version { $version } est enregistrée : { $path }
editor-quoted = « { $text } »
editor-conditions-dropped = Désormais sans condition, car elle porte sur une question absente d’ici : { $labels }
editor-only-removed = Cela peut rester tel quel, ou être retiré.
editor-dependents = Questions qui dépendaient d’une réponse à ce qui est supprimé : { $count }. Elles sont signalées.
editor-first-version = C’est la première version. Des visites peuvent la suivre dès qu’elle est enregistrée.
editor-new-version = Il n’y a pas que des textes qui ont changé : le score ne se compose plus de la même façon. Les visites déjà faites gardent leur version.
editor-row-save-version = Enregistrer la version { $version }

# Attitudes à soi, insertions, touches du plan.
editor-attitude-other = une autre, à écrire…
editor-inserted = Inséré : « { $label } ». Entrée en insère une autre, Échap revient aux grilles.
editor-select-a-part = Choisissez d’abord une question ou une rubrique.
editor-in-outline = Cette touche agit dans le plan : Tab y revient.
editor-trial-site = Essai (non gardé)

# Ce qui ne va pas, dit sans les mots des fichiers.
editor-field-option-label = Texte
editor-fault-no-points = Donnez des points à cette réponse, même 0, ou mettez « Compte au score » sur non.
editor-fault-no-share = Donnez une part à cette rubrique, ou videz celle de toutes les autres.
editor-fault-share = La part doit dépasser 0, et être de { $most } au plus.
editor-fault-unused-points = Cette réponse ne compte pas au score : videz ses points, ou remettez « Compte au score » sur oui.
editor-fault-limits = Aucun nombre n’est permis : le maximum doit atteindre le minimum.
