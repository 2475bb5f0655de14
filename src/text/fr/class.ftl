## Le calibrage en classe.
class-title = Calibrage en classe
class-where = Où sont les visites de la classe ?
class-here = Les visites de formation de cet ordinateur
class-other = Un autre dossier ou fichier…
class-folder = Chemin du dossier ou du fichier :
class-reading = Lecture…
class-found = { $sessions ->
    [one] { $sessions } visite lue
   *[other] { $sessions } visites lues
  }{ $damaged ->
    [0] .
    [one]  ; 1 fichier inutilisable : « esprit verify » dit pourquoi.
   *[other]  ; { $damaged } fichiers inutilisables : « esprit verify » dit pourquoi.
  }
class-none = Rien à comparer : aucun scénario, et aucun site le même jour, n’a été vu par deux observateurs avec la même grille. Mettez les fichiers de la classe dans un seul dossier, et choisissez-le.
class-observers = { $count ->
    [one] { $count } observateur
   *[other] { $count } observateurs
  }
class-most = { $answered ->
    [0] sans réponse
   *[other] { $most } sur { $answered } identiques
  }
class-place = { $at } sur { $of }
class-again = Plusieurs visites, dont la dernière compte : { $names }
class-reference-none = Sans référence : la classe décide
class-reference-scenario = Référence : le corrigé du scénario
class-reference-observer = Référence : { $observer }
class-reference-choose = À quoi compare-t-on les réponses ?
class-expected = Référence : { $answer }.
class-expected-why = Référence : { $answer }. { $why }
class-no-answer = La référence n’a pas de réponse ici.
class-unanswered = sans réponse
class-ruling = Ce que la classe décide, et qui figurera avec les critères de ce point :
class-ruled = Enregistré : la grille passe à la version { $version }, dans { $path }. Les visites déjà faites gardent la leur.
