## Nouveaux scénarios : à remplir, ou tirés d’une visite.
cli-error-conflict = { $name } et { $other } ne vont pas ensemble : donnez l’une des deux options
scenario-cli-new = Créer un scénario : pour une grille, à remplir, ou à partir d’une visite de formation
scenario-arg-checklist = La grille avec laquelle on l’observe : son identifiant ou son fichier
scenario-arg-from = Une visite de formation terminée : ses réponses deviennent le corrigé, ses notes les raisons, ses repères le texte
scenario-made-for = Écrivez le texte de la scène, puis remplissez « value » et « reason » à chaque ligne du corrigé. Ensuite : esprit scenario check { $path }
scenario-made-from = Pour s’y exercer : esprit practise { $id }
scenario-made = Scénario enregistré ; il est dans Formation, S’exercer sur un scénario : { $path }
scenario-ask = Tirer un scénario de cette visite ? Ses réponses deviennent le corrigé, ses notes les raisons, ses repères le texte.
scenario-ask-checklist = Pour quelle grille est le nouveau scénario ?
scenario-key-create = créer
scenario-made-draft = À remplir dans un éditeur de texte ; cette liste dit ce qui manque encore : { $path }
scenario-not-training = Seule une visite de formation peut devenir un scénario. Si c’en était une, corrigez d’abord son type.
scenario-not-finished = Seule une visite terminée peut devenir un scénario.
scenario-too-long = La visite a duré plus d’un jour : c’est trop long pour un scénario.
scenario-no-checklist = { $state ->
    [other] La visite suivait la version { $version } de la grille « { $id } » ; c’est la version { $installed } qui est installée. Un scénario demande la grille de sa visite : installez d’abord cette version.
   *[none] La grille « { $id } » de cette visite n’est pas installée. Installez-la d’abord.
  }
scenario-new-title = Nouveau scénario : { $title }
scenario-new-summary = Ce que le stagiaire doit savoir d’avance.
scenario-new-seen = Ce qu’on voit d’abord.
scenario-new-speaker = Qui parle
scenario-new-said = Ce qui se dit.
scenario-visit-title = { $site }, { $date }
scenario-visit-summary = D’après une visite de formation du { $date }, { $site }.
scenario-visit-begins = La visite commence.
scenario-visit-mark = Moment repéré
scenario-visit-no-note = Réponse donnée pendant la visite, sans note.
scenario-visit-unanswered = Resté sans réponse pendant la visite.
scenario-answers = { $kind ->
    [names] { $names }
    [several] une liste parmi { $names }
    [scale] un nombre entier de { $least } à { $most }
    [count] un nombre entier, 0 ou plus
    [timer] un temps en millisecondes (12500 pour 12,5 s), ou never
    [number] un nombre
    [number-from] un nombre, { $least } au moins
    [number-to] un nombre, { $most } au plus
    [number-between] un nombre de { $least } à { $most }
   *[text] un texte
  } ; ou not_applicable, not_observed
scenario-unfilled = { $rows } lignes sur { $of } n’ont pas encore de réponse.
scenario-mend-unfilled = Remplissez « value » et « reason » à chacune :
scenario-unfilled-items = { $items } : { scenario-answers }
scenario-mend-answer = Ce point admet : { scenario-answers }.

app-key-make-scenario = scénario
app-help-make-scenario = Tirer un scénario d’une visite de formation
app-key-new-scenario = nouveau
app-help-new-scenario = Créer un scénario pour une grille
app-context-scenarios = Dans la liste des scénarios
