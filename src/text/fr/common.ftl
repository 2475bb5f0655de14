# Les mots du métier, les mêmes partout.

value-yes = oui
value-partly = en partie
value-no = non
value-not-applicable = sans objet
value-not-observed = non vu
value-never = jamais
value-unanswered = sans réponse

kind-mystery-visit = Visite mystère
kind-self-audit = Auto-évaluation
kind-training = Formation

relation-customer = envers les clients
relation-management = entre responsables et équipes
relation-internal = entre services

status-abandoned = abandonnée
status-void = nulle

type-behaviour = comportement
type-scale = échelle
type-choice = choix
type-count = comptage
type-timer = chrono
type-number = nombre
type-text = texte

event-started = début de la visite
event-answered = réponse
event-cleared = réponse effacée
event-noted = note
event-marked = repère
event-mark-bound = repère lié
event-counted = + 1
event-timer-started = chrono lancé
event-timer-stopped = chrono arrêté
event-timer-never = chrono : jamais
event-paused = pause
event-site-changed = site modifié
event-observer-changed = observateur modifié
event-kind-changed = type de visite modifié
event-remark-changed = remarque modifiée
event-unpaused = reprise
event-resumed = application relancée
event-clock-shifted = heure de l’ordinateur changée
event-undone = annulation
event-redone = rétablissement
event-finished = fin de la visite
event-abandoned = visite abandonnée
event-reopened = correction
event-voided = déclarée nulle
event-late = noté { $duration } après

refusal-no-item = Ce point n’existe pas dans la grille.
refusal-not-here = Ce point ne s’applique pas ici.
refusal-not-an-answer = Réponse impossible ici.
refusal-not-a-tally = Ce point ne se compte pas.
refusal-not-a-timer = Ce point ne se chronomètre pas.
refusal-not-running = Ce chrono ne tourne pas ; lancez-le d’abord.
refusal-running = Ce chrono tourne depuis le début de la visite.
refusal-no-mark = Ce repère n’existe pas, ou il est déjà lié.
refusal-mark-too-late = Ce repère est postérieur à la réponse.
refusal-nothing-to-clear = Il n’y a pas de réponse à effacer.
refusal-same-fact = C’est déjà ce qui est inscrit ; rien n’a changé.
refusal-stays-practice = Une visite qui suit un scénario reste un entraînement.
refusal-in-correction = Une correction ne chronomètre rien : ni repère, ni pause, ni « il y a » ; un temps se saisit.
refusal-not-in-correction = Seule une visite terminée peut être corrigée.
refusal-nothing-to-undo = Il n’y a rien à annuler.
refusal-nothing-to-redo = Il n’y a rien à rétablir.
refusal-paused = La visite est déjà en pause.
refusal-not-paused = La visite n’est pas en pause.
refusal-too-early = Ce serait avant le début de la visite.
refusal-cannot-follow = Cela ne peut pas être enregistré ici. Rien n’a changé.
refusal-over = La visite est terminée.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
day-time = { $date } à { $time }
when-today = à { $time }
when-before = le { $date } à { $time }
