# La ligne de commande.

cli-about = Enregistrer une visite de service, une touche par réponse. Sans commande, ouvre l’application.
cli-visit = Commencer une visite
cli-amend = Corriger une visite terminée : une nouvelle fiche à côté de la première, qui reste
cli-void = Déclarer une visite nulle : les rapports la comptent à part
cli-resume = Reprendre une visite interrompue
cli-sessions = Visites en cours et visites enregistrées
cli-show = Une visite : réponses, déroulé, score en détail
cli-replay = Rejouer une visite en temps réel
cli-verify = Vérifier que des fiches de visite n’ont pas été modifiées
cli-agreement = Les observateurs voient-ils la même visite de la même façon ? L’accord par point et par observateur
cli-present = Présenter une grille à une classe, point par point en grandes lettres
cli-class = Calibrage en classe : qui a répondu quoi, point par point, pour un projecteur
cli-checklist = Les grilles d’observation
cli-checklist-list = Les grilles disponibles
cli-checklist-show = Une grille : points, réponses, critères
cli-checklist-check = Toutes les erreurs d’un fichier de grille, avec leur place
cli-checklist-new = Créer une petite grille valable, à modifier ; affiche son emplacement
cli-practise = S’exercer sur un scénario : une scène se déroule pendant que vous répondez, puis le corrigé
cli-scenario = Les scénarios pour s’exercer
cli-scenario-list = Les scénarios disponibles
cli-scenario-show = Un scénario entier, corrigé compris : pour les formateurs
cli-scenario-check = Toutes les erreurs d’un fichier de scénario, avec leur place
cli-arg-scenario = Identifiant d’un scénario, ou son fichier
cli-arg-scenario-files = Fichiers de scénario
cli-arg-practise-speed = Combien de fois plus vite qu’en temps réel la scène se déroule : 2, 4 (1 par défaut)
cli-arg-record = Les exercices passés et leurs résultats ; avec --observer, ceux d’une personne
cli-value-scenario = SCENARIO
cli-doctor = Ce qui marche ici et ce qui ne marche pas
cli-completions = Complétion des commandes pour un interpréteur : bash, zsh, fish, elvish, powershell
cli-man = La page de manuel

cli-arg-checklist = Identifiant d’une grille, ou son fichier
cli-arg-site = Site de la visite : son identifiant ou son nom
cli-arg-observer = Qui observe : son identifiant ou son nom
cli-arg-kind = Type de visite : mystery_visit, self_audit ou training
cli-arg-plain = Questions et réponses ligne par ligne, sans écran
cli-arg-replay-plain = Ligne par ligne, sans écran ; termine par les réponses
cli-arg-id = Début de l’identifiant de la visite
cli-arg-by-whom = Votre nom
cli-void-who-and-why = Indiquez qui déclare la visite nulle, et pourquoi : --by NOM --reason TEXTE
cli-arg-reason = Pourquoi
cli-arg-session = Fiche de visite, ou début de son identifiant
cli-arg-speed = Combien de fois plus vite que la visite : 4, 0,5, 1000 (1 par défaut)
cli-arg-order = recorded (ordre de la saisie) ou happened (ordre des faits)
cli-arg-agreement-paths = Fichiers ou dossiers des visites à comparer
cli-arg-reference = À quoi comparer les autres : une visite, par son fichier ou le début de son identifiant, ou un scénario, par son identifiant ou son fichier
cli-arg-on = Ce qui fait que des visites vont ensemble : scenario, site+window ou file-name (scenario quand toutes les visites en ont un par défaut)
cli-arg-window = Avec site+window : les visites d’un site vont ensemble si elles commencent à tant de minutes au plus (30 par défaut)
cli-arg-tolerance = Deux moments se correspondent à tant de secondes près (5 par défaut)
cli-arg-paths = Fiches de visite, dossiers ou fichiers NDJSON ; sans rien, toutes les visites enregistrées
cli-arg-class-paths = Fichiers ou dossiers des visites d’une classe ; sans rien, les visites de formation de cet ordinateur
cli-arg-files = Fichiers de grille
cli-arg-shell = bash, zsh, fish, elvish ou powershell
cli-arg-json = Résultat en JSON
cli-arg-data-dir = Dossier des données (ou ESPRIT_DATA_DIR)
cli-arg-lang = Langue : fr ou en
cli-arg-color = Couleurs : auto, always (toujours) ou never (jamais)
cli-arg-help = Afficher cette aide
cli-arg-version = Afficher la version

cli-value-command = COMMANDE
cli-value-checklist = GRILLE
cli-value-site = SITE
cli-value-observer = OBSERVATEUR
cli-value-kind = TYPE
cli-value-id = ID
cli-value-name = NOM
cli-value-text = TEXTE
cli-value-session = VISITE
cli-value-reference = RÉFÉRENCE
cli-value-order = ORDRE
cli-value-on = QUOI
cli-value-minutes = MINUTES
cli-value-seconds = SECONDES
cli-value-path = CHEMIN
cli-value-file = FICHIER
cli-value-shell = INTERPRÉTEUR
cli-value-folder = DOSSIER
cli-value-lang = LANGUE
cli-value-color = QUAND
cli-heading-usage = Utilisation :
cli-heading-commands = Commandes{"\u00a0"}
cli-heading-arguments = Arguments{"\u00a0"}
cli-heading-options = Options{"\u00a0"}

cli-error-command = Commande inconnue : { $name }
cli-error-argument = Option ou argument inconnu : { $name }
cli-error-value = { $name } : « { $value } » inconnu ; choix possibles : { $valid }
cli-error-bad-value = { $name } : « { $value } » n’est pas valable
cli-error-no-value = Il manque la valeur de { $name }
cli-error-missing = Il manque : { $name }
cli-error-no-command = Il manque la commande.
cli-error-twice = Option donnée deux fois : { $name }
cli-error-utf8 = La ligne de commande contient un texte qui n’est pas en UTF-8.
cli-error-other = Commande incomprise.
cli-error-near = Vouliez-vous dire { $near } ?
cli-error-help = « esprit --help » montre les commandes et les options.

cli-needs-terminal = L’application a besoin d’un terminal. Ajoutez --plain à « visit », « resume », « amend », « replay » ou « practise » pour travailler ligne par ligne.
cli-terminal-failed = Le terminal ne répond plus ({ $reason }). Tout ce qui était enregistré l’est toujours.
cli-output-failed = Le résultat n’a pas pu être écrit ({ $reason ->
    [full] il n’y a plus de place
    [unread] plus rien ne le lit
   *[other] la sortie ne répond plus
  }).
cli-bad-site = « { $site } » ne convient pas. Le nom d’un site doit contenir une lettre ou un chiffre.
cli-bad-observer = « { $observer } » ne convient pas. Le nom de l’observateur doit contenir une lettre ou un chiffre.
cli-sessions-none = Aucune visite pour l’instant. « esprit » ouvre l’application, « esprit visit » commence une visite.
cli-sessions-correction = { $id }  correction en cours  { $site }, dernière entrée { $at }
cli-sessions-open = { $id }  en cours  { $site }, { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
  }, dernière le { $at }
cli-sessions-busy = { $id }  ouverte ailleurs  { $site }, { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
  }, dernière le { $at }
cli-no-session = Aucune visite « { $asked } ». « esprit sessions » en donne la liste.
cli-several-sessions = { $count } visites commencent par « { $asked } » ; tapez-en davantage :
cli-resume-none = Aucune visite en cours.
cli-resume-unknown = Aucune visite en cours ne commence par « { $asked } ».
cli-resume-several = Plusieurs visites sont en cours ; laquelle ?
cli-show-timeline = Déroulé
cli-show-score = Le score, ligne par ligne
cli-agreement-nothing = Rien à comparer : aucun point d’une même visite n’a été répondu par deux observateurs. Les visites vont ensemble par scénario, par site et moment (--window), ou par le nom de leurs fichiers (--on file-name).
cli-agreement-reference-unused = La référence { $reference } ne correspond à aucune des visites. Choisissez-en une autre, ou rapprochez autrement (--on, --window).
cli-agreement-no-reference = « { $asked } » n’est ni une visite ni un scénario. Une référence est le fichier d’une visite ou le début de son identifiant (« esprit sessions »), ou l’identifiant ou le fichier d’un scénario (« esprit scenario list »).
cli-agreement-references = Une même situation a plusieurs références : { $names }. Choisissez-en une.
cli-verify-none = Aucune visite à vérifier.
cli-verify-continues = { $place } : continue { $other }
cli-verify-holds = { $place } : vérifiée ({ $events ->
    [one] { $events } événement
   *[other] { $events } événements
  })
cli-verify-fails = { $place } : { $why }
cli-verify-sum = { $held ->
    [one] { $held } visite vérifiée
   *[other] { $held } visites vérifiées
  }, { $failed } en échec
cli-checklist-made = Modifiez ce fichier, puis vérifiez-le avec « esprit checklist check ». Le mode d’emploi est dans README.fr.md.
cli-check-good = { $path } : OK, { $count ->
    [one] { $count } point
   *[other] { $count } points
  }, aucune erreur
cli-check-faults = { $count ->
    [one] { $count } erreur dans { $path }
   *[other] { $count } erreurs dans { $path }
  }
cli-check-more = { $sum } ; peut-être d’autres encore

cli-doctor-good = OK
cli-doctor-bad = à vérifier
cli-doctor-version = Version
cli-doctor-data = Dossier des données
cli-doctor-rights = Droits
cli-doctor-writable = lecture et écriture
cli-doctor-free = Place libre
cli-doctor-disk = Disque
cli-doctor-megabytes = { $amount }{"\u00a0"}Mo
cli-doctor-gigabytes = { $amount }{"\u00a0"}Go
cli-doctor-config = Dossier des réglages
cli-doctor-settings = Réglages
cli-doctor-read = lus
cli-doctor-terminal = Terminal
cli-doctor-no-terminal = pas de terminal ici ; --plain fonctionne quand même
cli-doctor-colours = Couleurs
cli-doctor-no-colour = aucune (NO_COLOR ou --color never)
cli-doctor-signs = Symboles
cli-doctor-locale = Langue du système
cli-doctor-zone = Fuseau horaire
cli-doctor-time = Heure
cli-doctor-clock = Horloge de la visite
cli-doctor-steady = avance aussi pendant la veille et ne recule jamais ({ $name })
cli-doctor-unknown = inconnu

cli-report = Produire le rapport de nombreuses visites : scores, comportements, attente, miroir, par où commencer
cli-arg-report-paths = Fiches de visite, dossiers ou fichiers NDJSON ; sans rien, toutes les visites enregistrées
cli-arg-by = Regrouper les chiffres par critère, plusieurs séparés par des virgules : site (par défaut), group, section, attitude, item, behaviour, relation, kind, observer, month, week, weekday, hour, checklist
cli-arg-from = Le premier jour pris en compte : 2026-03-01, ou un mois, 2026-03
cli-arg-to = Le dernier jour pris en compte
cli-arg-where = Seulement les visites qui correspondent, par exemple site=lyon-3 ou "site=Lyon 3", kind=self_audit, status=abandoned, group= (aucun) ; peut être répété
cli-arg-since = Le jour où commence la seconde des deux périodes à comparer (le milieu par défaut)
cli-arg-format = text (par défaut), json, csv, xlsx ou html
cli-arg-output = Le fichier à écrire ; son extension donne le format
cli-arg-table = Les données brutes au lieu des chiffres : une ligne par réponse (answers), par visite (visits) ou par repère (marks)
cli-arg-excel = Un CSV pour le tableur de votre langue
cli-arg-verify = Contrôler d’abord chaque sceau, et écarter les visites en échec
cli-arg-threads = Le nombre de fils de lecture ; les chiffres sont les mêmes quel qu’il soit
cli-value-keys = CLÉS
cli-value-date = DATE
cli-value-condition = CLÉ=VALEUR
cli-value-format = FORMAT
cli-value-table = TABLE
cli-value-number = NOMBRE
cli-report-by = « { $asked } » n’est pas un critère ; critères possibles : { $keys }.
cli-report-where = « { $asked } » n’est pas une condition. Écrivez CLÉ=VALEUR, par exemple site=lyon-3. Clés possibles : { $keys }.
cli-report-date = « { $asked } » n’est pas une date. Écrivez 2026-03-01, ou 2026-03 pour un mois.
cli-report-backwards = Le premier jour, { $from }, vient après le dernier, { $to }.
cli-report-table-csv = Les données brutes s’écrivent en CSV. Retirez --format, et donnez au fichier un nom en .csv.
cli-report-excel-csv = --excel concerne le CSV. Ajoutez --format csv, ou donnez au fichier un nom en .csv ; --format xlsx fait un classeur entier.
cli-report-ending = .{ $ending } n’est pas un format possible. Donnez un nom qui finit par { $endings }, ou choisissez avec --format.
cli-report-where-value = « { $asked } » ne correspond à aucune visite ; valeurs possibles : { $values }.
cli-report-needs-file = Un classeur demande un fichier. Indiquez-le avec -o FICHIER.xlsx.
cli-report-empty = Aucune visite trouvée pour le rapport. Terminez d’abord une visite, ou indiquez un dossier de fiches : esprit report DOSSIER
cli-report-all-left-out = { $count ->
    [one] La seule visite trouvée n’est pas prise
   *[other] Aucune des { $count } visites trouvées n’est prise
  } en compte :
cli-report-left-filtered = {"  "}- { $count } exclues par le filtre ({ $asked })
cli-report-left-void = {"  "}- { $count } déclarées nulles, qui ne comptent qu’avec --where status=void
cli-report-left-abandoned = {"  "}- { $count } abandonnées, qui ne comptent qu’avec --where status=abandoned
cli-report-left-training = {"  "}- { $count } de formation, qui ne comptent qu’avec --where kind=training
cli-report-reading = Lecture : { $percent }{"\u00a0"}%, { $count ->
    [one] { $count } visite
   *[other] { $count } visites
  }
cli-report-saved = { $path } : enregistré
cli-report-damaged = { $count ->
    [one] { $count } fichier ou ligne inutilisable, non compté :
   *[other] { $count } fichiers ou lignes inutilisables, non comptés :
  }
cli-report-damaged-one = {"  "}{ $place } : { $why }
cli-report-damaged-more = {"  "}et { $count } de plus ; le rapport en JSON les nomme tous.

cli-arg-target = Score à atteindre, en pour cent : le rapport dit combien de visites l’atteignent
cli-arg-weights = Fichier CSV du poids de chaque site (site,poids), pour une moyenne pondérée
cli-report-target = « { $asked } » n’est pas un objectif ; donnez un pourcentage comme 85
cli-report-weights-line = { $file }, ligne { $line } : indiquez chaque site une seule fois, avec un poids de 0 ou plus (site,poids)
cli-arg-sites = Liste des sites à visiter, en CSV (id,nom,groupe), XLSX ou JSON, dont les noms et les groupes font foi : le rapport nomme ceux sans visite. Par défaut celle du dossier des données ; aucune si des fiches ou des dossiers sont indiqués

# Les sites.
cli-sites = Les sites connus et leur liste
cli-sites-list = Lister les sites connus, avec leur provenance
cli-sites-check = Chaque ligne d’une liste de sites qui ne peut être prise en compte, avec la raison
cli-arg-sites-file = Une liste de sites : CSV ou XLSX. Par défaut, sites.csv et sites.xlsx du dossier des données
cli-arg-as-recorded = Noms et groupes des sites tels que les visites les ont enregistrés, quoi que dise la liste des sites
cli-sites-none = Aucun site n’est encore connu. Une liste se place dans le dossier des données, sous le nom sites.csv ou sites.xlsx, avec les colonnes id, nom, groupe : { $folder }
cli-sites-no-list = Il n’y a ni sites.csv ni sites.xlsx dans { $folder }. Indiquez le chemin d’une liste, ou placez-en une dans ce dossier.
cli-sites-remembered = d’après une visite
cli-sites-at-line = { $file }, ligne { $line }
cli-sites-checked = { $count ->
    [one] 1 site
   *[other] { $count } sites
  } ; lignes non prises en compte : { $left }
cli-doctor-sites = Liste des sites
cli-doctor-no-list = aucune
cli-doctor-listed = { $count ->
    [one] 1 site
   *[other] { $count } sites
  }

cli-value-seals = CONTRÔLE
cli-arg-seals = check ou skip : contrôler ou non le sceau des visites. Par défaut check pour les fichiers venus d’ailleurs, skip pour le dossier des données. Les visites en échec sont nommées et comptent ; --verify les écarte
cli-report-verify-skip = --verify contrôle chaque sceau. Retirez --seals skip, ou --verify.
cli-report-unproven = { $count ->
    [one] { $count } fichier ou ligne sans sceau ou au sceau non conforme, compté malgré tout (--verify l’écarte) :
   *[other] { $count } fichiers ou lignes sans sceau ou au sceau non conforme, comptés malgré tout (--verify les écarte) :
  }

cli-doctor-leftover = Restes
cli-doctor-no-leftover = aucun
cli-doctor-more = et { $count } de plus
leftover-journal = { $path } : une visite inachevée, qu’aucune fenêtre n’a ouverte. Pour la reprendre : esprit resume
leftover-without-journal = { $path } : reste d’une visite qui n’existe plus. Sans danger, peut être supprimé.
leftover-temporary = { $path } : un fichier jamais achevé. Il est ignoré et peut être supprimé.
leftover-special = { $path } : un tube, une prise ou un périphérique, pas un fichier. Il n’est jamais ouvert ; déplacez-le.
leftover-name = { $path } : son nom contient des caractères illisibles, affichés � dans les listes. Renommez-le.

# Les visites nulles, les corrections supprimées.
cli-void-done = Déclarée nulle : { $site }, { $at }. Elle ne compte plus dans aucun chiffre ; les rapports disent combien de visites sont nulles. Pour qu’elle compte à nouveau, corrigez-la : esprit amend { $id }
cli-arg-drop = Supprimer la correction en cours ; la visite reste telle qu’elle était
