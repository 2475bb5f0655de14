# La visite en lignes.

plain-greeting = Visite : { $title } · { $site }. Tapez « help » pour les commandes.
plain-end = Fin de la liste ; sans réponse : { $open }. « finish » pour terminer, « back » ou « goto NUMÉRO » pour revenir.
plain-not-understood = « { $line } » n’est pas compris. Tapez « help » pour les commandes.
plain-no-item = Il ne reste aucun point ; « back » ou « goto NUMÉRO » pour y revenir.
plain-not-saved = Non enregistré : { $reason } Vos réponses sont gardées en mémoire ; nouvel essai à la prochaine ligne.
plain-end-of-input = Plus rien à lire.
plain-lost = { $count ->
    [one] { $count } événement n’a pas pu être enregistré et est perdu.
   *[other] { $count } événements n’ont pas pu être enregistrés et sont perdus.
  }
plain-quit-unsaved = { $count ->
    [one] { $count } événement n’est pas enregistré et serait perdu.
   *[other] { $count } événements ne sont pas enregistrés et seraient perdus.
  } Tapez encore « quit » pour quitter quand même.
plain-resume = La visite est gardée. Pour la reprendre : esprit resume { $id } --plain
plain-ago = La prochaine réponse compte comme vue il y a { $duration }.
plain-answered = Réponse : { $value }
plain-running = Le chrono tourne.
plain-noted = Note : { $note }
plain-note-needed = Une note est obligatoire : note TEXTE.
plain-mark = Repère { $seq }, { $at } { $text }
plain-notes-missing = Il manque une note obligatoire pour :
plain-finish-again = Tapez encore « finish » pour terminer quand même.
plain-hint-behaviour = o oui, p en partie, n non, x sans objet, v non vu
plain-hint-behaviour-strict = o oui, n non, x sans objet, v non vu
plain-hint-scale = un nombre de { $min } à { $max }, x sans objet, v non vu
plain-hint-choice = le nom ou le numéro d’une réponse
plain-hint-choice-several = les noms ou les numéros, séparés par des espaces
plain-hint-count = + ajoute 1, ou un nombre ; ligne vide pour continuer
plain-hint-timer = start, stop, never, ou une durée : 90, 1:30, 2,5 min
plain-hint-number = un nombre
plain-hint-text = un texte ; = devant un texte qui serait une commande
plain-help = Réponses : o, p, n, x (sans objet), v (non vu), un nombre, un nom, un texte ; + compte ; start, stop, never pour un chrono.
    Aller : ligne vide ou next, back, goto NUMÉRO, list.
    Noter : note TEXTE, ago TEMPS (avant la réponse : 20 s, 4 min, 10:02), mark [TEXTE], bind [NUMÉRO] (lie le repère à ce point), clear.
    En-tête : site NOM, observer NOM, kind TYPE, remark [TEXTE] le modifient ; review montre ce qui sera scellé.
    Visite : pause [MOTIF], continue, undo, redo, finish, quit (la visite est gardée).
plain-bad-kind = Le type est visite mystère, auto-évaluation ou formation.
plain-ask-checklist = Quelle grille ? Son nom ou son numéro :
plain-no-checklist = Cette grille n’existe pas ; écrivez son nom ou son numéro.
plain-ask-site = Quel site ?
plain-bad-site = Le nom d’un site doit contenir une lettre ou un chiffre.
plain-ask-observer = Qui observe ? Votre nom ou votre numéro :
plain-bad-observer = Le nom de l’observateur doit contenir une lettre ou un chiffre.
