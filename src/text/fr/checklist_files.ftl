# Une grille sur papier.

paper-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
paper-times = De … à …
paper-legend = Cochez une seule case par question. Notez ce que vous avez vu et entendu, tant que vous l’avez en tête.
paper-only-if = Seulement si { $condition }
paper-and = et
paper-or = ou
paper-not = pas ({ $condition })
paper-several = Plusieurs réponses possibles.
paper-tally = Un trait à chaque fois :
paper-total = Total :
paper-from-start = Compté depuis le début de la visite.
paper-minutes = min
paper-seconds = s
paper-range = de { $least } à { $most }
paper-at-least = { $least } ou plus
paper-at-most = { $most } ou moins
paper-note-if = Note (obligatoire si : { $answers })
