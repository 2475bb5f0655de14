# Pendant la visite : ce qui est saisi, et ce qu’une touche a fait.

app-pending-at = Prochaine réponse : vue à { $at }. { $key }, puis 0, pour annuler.
app-notice-text-kept = Votre texte est gardé : { $key } pour le continuer.
app-notice-duration-form = Écrivez une durée, par exemple 90, 1:30 ou 2,5 min.
app-notice-two-readings = « { $text } » peut se lire de deux façons : écrivez { $thousands } ou { $decimal }.
app-notice-time-before-start = { $time }, c’est avant la visite, commencée à { $start }. Pour un délai, écrivez par exemple 1 min 30.
app-notice-time-in-future = { $time } n’est pas encore passé : il est { $now }.
plain-seen-at = La prochaine réponse compte comme vue à { $at }.
app-notice-paste-ignored = Un texte collé n’agit pas ici. Ouvrez d’abord une note, puis collez.
app-key-skip = passer
app-key-stop-timer = stop chrono

# Les nombres écrits qui ne sont pas acceptés.
app-notice-too-many-digits = « { $text } » a plus de chiffres que l’on ne peut en garder exactement : 15 sont toujours possibles.
app-notice-currency = « { $text } » porte une monnaie, et ici rien ne se compte en monnaie. Écrivez le nombre seul.
app-notice-other-unit = « { $text } » porte une autre unité : écrivez le nombre en { $unit }.
# Les limites d’un nombre, et les conditions.
limits-between = Écrivez un nombre de { $min } à { $max }.
limits-at-least = Écrivez un nombre d’au moins { $min }.
limits-at-most = Écrivez un nombre d’au plus { $max }.
condition-is = « { $item } » : { $answers }
condition-above = plus de { $number }
condition-at-least = au moins { $number }
condition-below = moins de { $number }
condition-at-most = au plus { $number }
condition-and = { $one } et { $other }
condition-or = { $one } ou { $other }
condition-not = pas ({ $condition })
show-condition = Condition : { $condition }
show-points = points { $points }
show-exclusive = exclut les autres
