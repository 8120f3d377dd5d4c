# Français : ce que le programme lui-même dit à la personne qui écoute. Assez court, si possible, pour un terminal de quarante colonnes.

## Pendant une séance

paused = en pause
slept = en pause : la machine a dormi
going-on = on continue
fading-out = le son s'éteint
device-waited-for = en attente de la sortie audio
device-gone = la sortie audio a disparu ; en attente, ou Entrée en prend une autre
device-back = le son est revenu
no-device = La séance se déroule à l'écran, sans son.
no-sound = sans son
another-plays = un autre letgo joue déjà ; on entendra les deux
time-left = encore { $time }
ready-key = espace quand tu veux continuer
ready-line = Entrée pour continuer, ou reste, simplement.
plain-keys = Entrée : pause et reprise, n et p : chapitres, q : quitter (toujours avec Entrée).
plain-keys-all = Entrée : pause, et reprise. < et > : reculer et avancer. n, p : chapitre. s : passer cette étape. l : plus long ici. g : plus doux. + et - : volume. t : sons. e, E : plus ou moins à la fin. q : quitter.
a-bell = une cloche
tensing = contracter doucement
letting-go = relâcher
pressure = pression { $pressure }
side-left = gauche
side-right = droite
breath-count = { $round } sur { $rounds }
breath-seconds = { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}

keys-wide = espace pause   ← → 10 s   ↑ ↓ volume   n p chapitre   ? touches   q quitter
keys-middle = espace pause   n p chapitre   ? touches   q quitter
keys-narrow = ? touches   q quitter
keys-lost = espace : une autre sortie   q quitter
keys-title = Touches
keys-pause = espace : pause, et reprise ; ou, si demandé, « je continue »
keys-seek = gauche, droite : reculer, avancer de dix secondes
keys-chapter = n, p : le chapitre suivant, le précédent
keys-skip = s : passer cette étape
keys-longer = l : rester plus longtemps ici
keys-gentler = g : plus doux à partir d'ici
keys-volume = haut, bas : plus fort, moins fort
keys-tones = t : sons du souffle et cloches plus bas, coupés, de retour
keys-dark = d : écran noir, et retour
keys-more = e, E : quinze minutes de plus ou de moins à la fin
keys-leave = q : baisser le son et quitter
keys-close = N'importe quelle touche pour revenir.
longer-here = plus longtemps ici
gentler-here = plus doux à partir d'ici
no-longer-here = aucun silence à prolonger ici
no-gentler-here = rien à adoucir ici
end-longer = quinze minutes de plus
end-shorter = quinze minutes de moins
no-end-longer = aucun son ne continue après la fin
no-end-shorter = la fin ne peut pas être plus courte
tones-softer = sons et cloches plus doux
tones-softer-still = sons et cloches encore plus doux
tones-off = sons et cloches coupés
tones-back = sons et cloches comme avant
left-at = arrêté à { $at } sur { $length } ; s'arrêter plus tôt convient très bien
late-times = la machine était occupée, et le son est arrivé en retard { $count ->
    [one] une fois
   *[other] { $count } fois
}

## Avant le début

speaking = { $program } dit { $count } phrases qui n’ont pas encore de voix, et les garde pour la prochaine fois.
card-begin = espace commence   q quitte   sinon, cela commence tout seul
card-more = m en montre { $count } de plus
card-changed = Changé pour toi :

## Ce soir

home-welcome-1 = Bonsoir. Voici letgo, une voix calme pour finir la journée.
home-welcome-2 = Installe-toi comme tu veux. Une touche suffit pour arrêter.
home-welcome-3 = C'est pour le confort, ce n'est pas un traitement médical.
home-tonight = Ce soir
home-planned = prévu par { $name }
home-plan = Ton programme
home-last = dernière fois : { $when }
home-never = pas encore
home-today = aujourd'hui
home-yesterday = hier
home-days-ago = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}
home-minutes = { $minutes } min
home-hours = { $hours } h
home-keys = Entrée commence   ↑ ↓ choisir   q quitte
home-number = Tape un numéro et Entrée, Entrée seule pour la première, q pour quitter.
home-resume = Tu avais arrêté tôt. Entrée reprend à « { $chapter } », b recommence.
home-resume-lines = Tu avais arrêté tôt. 1 reprend à « { $chapter } », 2 recommence.
resume-line = (--resume reprend à « { $chapter } »)

## Le programme

home-planned-tonight = prévu pour ce soir
home-planned-week = prévu cette semaine
plan-none = Il n'y a pas de programme. letgo plan set FICHIER en prend un ; celui d'un paquet est là de lui-même.
plan-goal = Ton but : { $goal }
plan-week = Semaine { $week } sur { $weeks }
plan-before = Il commence le { $date }.
plan-after = Ce programme est terminé.
plan-free = Cette semaine est libre.
plan-heard = écouté
plan-in-part = écouté en partie
plan-times = { $times } × par semaine, les soirs de ton choix
plan-so-far = cette semaine jusqu'ici : { $times } ×
plan-next = La semaine prochaine : { $what }
plan-next-free = La semaine prochaine est libre.
plan-next-end = C'est la dernière semaine.
plan-phase = Semaines { $from } à { $to } : { $what }
plan-phase-one = Semaine { $from } : { $what }
plan-day-1 = lun
plan-day-2 = mar
plan-day-3 = mer
plan-day-4 = jeu
plan-day-5 = ven
plan-day-6 = sam
plan-day-7 = dim
plan-date = { $day }/{ $month }
plan-event = Si tu veux. Un autre soir convient aussi bien. Tape letgo pour commencer.
plan-reminder = Pour ce soir, si tu veux : { $title }

## À propos de toi

about-title = À propos de toi
about-intro = Quelques questions, pour que les séances puissent te convenir. Tu peux les passer toutes, et arrêter à tout moment. Les réponses restent sur cette machine, dans { $file }.
about-later = Cela peut attendre que tu aies essayé une séance. letgo play first-evening convient bien. Pour répondre maintenant, ajoute --now.
about-keys = o oui, n non, Entrée passe la question, q arrête ici
about-where = Quels endroits laisser de côté ? Tape-les avec des virgules entre eux, ou Entrée pour aucun.
about-where-for = Quels endroits cela concerne-t-il ? Tape-les avec des virgules entre eux, ou Entrée pour passer.
about-which-places = Les endroits sont, par exemple : { $places }.
about-unknown-place = Il n'y a pas d'endroit appelé { $place }.
about-did-you-mean = Voulais-tu dire { $place } ?
about-anchor = À la place du souffle, préfères-tu te laisser guider par tes mains, le sol sous toi, les bruits, ou quelque chose à regarder ? Tape hands pour les mains, contact pour le sol, sounds pour les bruits ou sights pour le regard, ou Entrée pour le souffle.
about-more = C'étaient les premières. Entrée continue avec { $count } de plus, q arrête ici.
about-saved = Gardé dans { $file }.
about-nothing = Rien à garder.
about-forgotten = Ce qui était gardé sur toi est effacé.
about-nothing-kept = Rien n'est gardé sur toi.
about-see-doctor = Parles-en d'abord à un médecin, s'il te plaît.
yes-letter = o
no-letter = n

## On a sheet, and in the picture of a session

sheet-words = paroles
sheet-breath = souffle
sheet-attention = attention
sheet-hands = mains
sheet-sounds = cloches, sons
sheet-beds = en dessous
sheet-goal = Un petit but :
sheet-cautions = Avant de commencer
sheet-course = Ce qui se passe et quand
sheet-notes = Place pour des notes
sheet-sleep = finit dans le sommeil
sheet-waking = finit éveillé
sheet-breaths = { $count } respirations, { $rate } par minute
sheet-wait = le temps que tu veux
