# Français. Dit par un programme de synthèse vocale : phrases courtes, nombres en lettres, pas de crochets
# hormis les pauses comme [6s]. La voix tutoie, comme dans les séances.
# Les attributs .a, .b, .c … sont des variantes qui alternent. Rien n'est dit comme un ordre, et rien n'est promis.

## Endroits du corps. $side est left, right ou both. `.dans` dit le même endroit comme un lieu où l'attention se repose.

place-toes = { $side ->
    [left] les orteils de ton pied gauche
    [right] les orteils de ton pied droit
   *[both] tous tes orteils
}
    .dans = dans { place-toes }
place-sole = { $side ->
    [left] la plante de ton pied gauche
    [right] la plante de ton pied droit
   *[both] la plante de tes pieds
}
    .dans = dans { place-sole }
place-ankle = { $side ->
    [left] ta cheville gauche
    [right] ta cheville droite
   *[both] tes deux chevilles
}
    .dans = dans { place-ankle }
place-calf = { $side ->
    [left] ton mollet gauche
    [right] ton mollet droit
   *[both] tes deux mollets
}
    .dans = dans { place-calf }
place-knee = { $side ->
    [left] ton genou gauche
    [right] ton genou droit
   *[both] tes deux genoux
}
    .dans = dans { place-knee }
place-behind-knee = { $side ->
    [left] le creux derrière ton genou gauche
    [right] le creux derrière ton genou droit
   *[both] le creux derrière tes genoux
}
    .dans = dans { place-behind-knee }
place-thigh = { $side ->
    [left] ta cuisse gauche
    [right] ta cuisse droite
   *[both] tes deux cuisses
}
    .dans = dans { place-thigh }
place-groin = { $side ->
    [left] ton aine gauche
    [right] ton aine droite
   *[both] le pli de l'aine
}
    .dans = dans { place-groin }
place-hip = { $side ->
    [left] ta hanche gauche
    [right] ta hanche droite
   *[both] tes deux hanches
}
    .dans = dans { place-hip }
place-belly = ton ventre
    .dans = dans { place-belly }
place-lower-back = le bas de ton dos
    .dans = dans { place-lower-back }
place-flanks = { $side ->
    [left] ton flanc gauche
    [right] ton flanc droit
   *[both] tes deux flancs
}
    .dans = dans { place-flanks }
place-chest = { $side ->
    [left] le côté gauche de ta poitrine
    [right] le côté droit de ta poitrine
   *[both] ta poitrine
}
    .dans = { $side ->
        [left] du côté gauche de ta poitrine
        [right] du côté droit de ta poitrine
       *[both] dans ta poitrine
    }
place-armpit = { $side ->
    [left] ton aisselle gauche
    [right] ton aisselle droite
   *[both] tes deux aisselles
}
    .dans = dans { place-armpit }
place-upper-back = { $side ->
    [left] le haut de ton dos à gauche
    [right] le haut de ton dos à droite
   *[both] le haut de ton dos
}
    .dans = dans { place-upper-back }
place-spine = ta colonne vertébrale
    .dans = le long de { place-spine }
place-shoulder = { $side ->
    [left] ton épaule gauche
    [right] ton épaule droite
   *[both] tes deux épaules
}
    .dans = dans { place-shoulder }
place-upper-trapezius = { $side ->
    [left] le dessus de ton épaule gauche
    [right] le dessus de ton épaule droite
   *[both] le dessus de tes épaules
}
    .dans = sur { place-upper-trapezius }
place-upper-arm = { $side ->
    [left] le haut de ton bras gauche
    [right] le haut de ton bras droit
   *[both] le haut de tes bras
}
    .dans = dans { place-upper-arm }
place-inner-elbow = { $side ->
    [left] le creux de ton coude gauche
    [right] le creux de ton coude droit
   *[both] le creux de tes coudes
}
    .dans = dans { place-inner-elbow }
place-forearm = { $side ->
    [left] ton avant-bras gauche
    [right] ton avant-bras droit
   *[both] tes deux avant-bras
}
    .dans = dans { place-forearm }
place-hand = { $side ->
    [left] ta main gauche
    [right] ta main droite
   *[both] tes deux mains
}
    .dans = dans { place-hand }
place-back-of-hand = { $side ->
    [left] le dos de ta main gauche
    [right] le dos de ta main droite
   *[both] le dos de tes mains
}
    .dans = sur { place-back-of-hand }
place-palm = { $side ->
    [left] la paume de ta main gauche
    [right] la paume de ta main droite
   *[both] tes deux paumes
}
    .dans = dans { place-palm }
place-thumb-base = { $side ->
    [left] la base de ton pouce gauche
    [right] la base de ton pouce droit
   *[both] la base de tes pouces
}
    .dans = à { place-thumb-base }
place-fingers = { $side ->
    [left] les doigts de ta main gauche
    [right] les doigts de ta main droite
   *[both] tous tes doigts
}
    .dans = dans { place-fingers }
place-throat = ta gorge
    .dans = dans { place-throat }
place-side-of-neck = { $side ->
    [left] le côté gauche de ton cou
    [right] le côté droit de ton cou
   *[both] les côtés de ton cou
}
    .dans = sur { place-side-of-neck }
place-back-of-neck = ta nuque
    .dans = dans { place-back-of-neck }
place-skull-base = la base de ton crâne
    .dans = à { place-skull-base }
place-jaw = { $side ->
    [left] le côté gauche de ta mâchoire
    [right] le côté droit de ta mâchoire
   *[both] ta mâchoire
}
    .dans = { $side ->
        [left] du côté gauche de ta mâchoire
        [right] du côté droit de ta mâchoire
       *[both] dans ta mâchoire
    }
place-face = ton visage
    .dans = sur { place-face }
place-temples = { $side ->
    [left] ta tempe gauche
    [right] ta tempe droite
   *[both] tes deux tempes
}
    .dans = sur { place-temples }
place-forehead = ton front
    .dans = sur { place-forehead }
place-eyes = tes yeux
    .dans = autour de { place-eyes }
place-scalp = ton cuir chevelu
    .dans = sur { place-scalp }

place-feet = { $side ->
    [left] ton pied gauche
    [right] ton pied droit
   *[both] tes deux pieds
}
    .dans = dans { place-feet }
place-legs = { $side ->
    [left] ta jambe gauche
    [right] ta jambe droite
   *[both] tes deux jambes
}
    .dans = dans { place-legs }
place-trunk = le milieu de ton corps
    .dans = au milieu de ton corps
place-back = ton dos
    .dans = dans { place-back }
place-arms = { $side ->
    [left] ton bras gauche
    [right] ton bras droit
   *[both] tes deux bras
}
    .dans = dans { place-arms }
place-neck-and-shoulders = ta nuque et tes épaules
    .dans = dans { place-neck-and-shoulders }
place-head = ta tête
    .dans = du côté de { place-head }
place-whole-body = ton corps tout entier
    .dans = dans { place-whole-body }

## Toute séance

session-stop =
    .a = Tu peux arrêter, bouger ou te reposer à tout moment.
    .b = Quand tu veux, tu peux faire une pause, bouger ou arrêter.
session-eyes =
    .a = Tes yeux peuvent être ouverts, mi-clos ou fermés.
    .b = Les yeux ouverts ou fermés, comme tu préfères.
session-comfort = Trouve une position confortable, et change-la quand tu veux.
session-tell-someone = Si quelque chose reste avec toi ensuite, tu peux en parler à quelqu'un de confiance.
session-way-back =
    .a = Nous arrivons à la fin. [4s] Remarque peut-être ce qui te porte, et les bruits autour de toi.
    .b = Doucement, nous revenons. [4s] Remarque peut-être où tu es, et ce que tu entends.
session-way-back-end =
    .a = Les doigts et les orteils ont peut-être envie de bouger. [5s] Regarde autour de toi, et lève-toi doucement, à ton rythme.
    .b = Étire-toi ou bâille, si tu en as envie. [5s] Rien ne presse pour te lever.
session-sleep-end =
    .a = Il n'y a plus rien à faire. [4s] Repose-toi, juste comme tu es.
    .b = Plus rien ne t'est demandé. [4s] Tu peux rester comme tu es.
session-half-way = Nous sommes à peu près à la moitié.
session-nearly-there = Il ne reste plus qu'un petit moment.
wait-ready =
    .a = Prends le temps qu'il te faut. Appuie sur la barre d'espace quand tu veux continuer.
    .b = Rien ne presse. La barre d'espace continue, quand tu veux.
wait-gone-on = Nous continuons maintenant, doucement. Tu peux toujours prendre ton temps.
quiet-ahead =
    .a = Un peu de silence maintenant. Dans un moment, la voix revient.
    .b = Pendant un moment, il n'y a pas de mots. Ensuite, la voix revient.

session-side-lying = Si tu veux, mets-toi sur le côté, ou le dos bien relevé, avec un coussin là où cela aide.
session-seated = Si tu veux, fais tout cela en position assise, avec un bon appui.
session-eyes-open = Tes yeux peuvent rester ouverts tout du long, posés sur quelque chose de simple.
session-slow-return = Avant de te lever, reste une minute en position assise. Puis lève-toi lentement, avec un appui.
session-small-movements = Laisse chaque mouvement rester petit, loin de sa limite.

## Respiration

breathe-open =
    .a = Laisse le souffle être facile, et plus petit que tu ne penses.
    .b = Laisse le souffle être doux. Il n'y a pas besoin de se remplir.
breathe-as-you-like =
    .a = Si le rythme ne te convient pas, respire simplement comme tu veux.
    .b = Si tu préfères ton propre rythme, suis plutôt celui-là.
breathe-without-holds = Si tu préfères ne pas retenir ton souffle, laisse les pauses de côté.
breathe-ramp =
    .a = Le rythme ralentit, petit à petit. Suis-le tant que c'est facile.
    .b = Peu à peu, le souffle s'allonge. Reste là où c'est confortable.
breathe-cue-tone = Un son qui monte accompagne l'inspiration. Un son qui descend accompagne l'expiration.
breathe-cue-fades = Les mots vont bientôt se taire. Les sons continuent.
breathe-remind =
    .a = Doux et facile. Il n'y a rien à réussir.
    .b = Les petites respirations suffisent.
    .c = Si tu as perdu le rythme, rejoins-le simplement.
    .d = Les épaules n'ont pas besoin d'aider.
breathe-last-two = Encore deux respirations.
breathe-close =
    .a = Maintenant, laisse le souffle faire comme il veut.
    .b = Laisse le souffle retrouver son propre chemin.
    .c = Et le souffle peut aller et venir tout seul.
breathe-open-natural = Laisse le souffle aller et venir tout seul. [4s] Tu remarques peut-être où tu le sens le mieux.
breathe-open-even = L'inspiration et l'expiration, de même longueur, et faciles toutes les deux.
breathe-open-longer-out = Une inspiration facile, et une expiration plus longue et plus douce.
breathe-open-easy-out = Une petite inspiration, et deux fois plus de temps pour la laisser sortir.
breathe-open-sighing = Une inspiration, une petite gorgée d'air en plus, puis un long soupir lent.
breathe-open-box = Inspirer, pause, expirer, repos. Le tout de même longueur, et tout en douceur.
breathe-open-4-7-8 = Une inspiration, une longue pause douce, et une expiration plus longue. Quelques fois seulement.
breathe-open-humming = L'air entre par le nez. Puis un fredonnement discret, lèvres closes, dents un peu écartées.
breathe-open-belly = Si tu veux, pose une main sur ton ventre. [3s] Laisse-le monter et descendre sous la main.
breathe-open-pursed-lips = L'air entre par le nez. Il sort entre les lèvres, comme pour refroidir une cuillerée de soupe.

# Dit pendant une phase du souffle : une seconde environ.
breathe-in = Inspire.
breathe-sip = Encore un peu.
breathe-hold = Et pause.
breathe-out = Et expire.
breathe-rest = Et repose-toi.
breathe-hum = Et fredonne.

## Un autre appui que le souffle

anchor-hands-open = Laisse tes mains se poser sur tes cuisses. [3s] Remarque peut-être leur poids et leur chaleur.
anchor-hands-stay =
    .a = Seulement les mains, et ce qu'il y a dessous.
    .b = Peut-être qu'une main est plus chaude que l'autre.
    .c = Si tes pensées sont parties ailleurs, les mains sont toujours là.
anchor-contact-open = Sens ce qui te porte, que ce soit une chaise, le sol ou un lit.
anchor-contact-stay =
    .a = Où le contact est-il le plus net ?
    .b = Peut-être les talons, les fesses, ou le dos.
    .c = Si tes pensées sont parties ailleurs, le sol est toujours là.
anchor-sounds-open = Écoute les bruits autour de toi, les proches et les lointains.
anchor-sounds-stay =
    .a = Un bruit, et puis un autre.
    .b = Ils viennent et s'en vont. Il n'y a pas besoin de les nommer.
    .c = Peut-être le bruit le plus lointain que tu entendes.
anchor-sights-open = Laisse tes yeux se poser sur quelque chose d'agréable, ou simplement de banal.
anchor-sights-stay =
    .a = Sa couleur, ses bords, la lumière dessus.
    .b = Tes yeux peuvent s'en aller vers autre chose.
    .c = Il y a peut-être un détail que tu n'avais pas encore vu.
anchor-close =
    .a = Laisse maintenant ton attention s'élargir, à tout ce qui t'entoure.
    .b = Tu peux y revenir quand tu veux.

## Parcours du corps

scan-open =
    .a = Laisse ton attention voyager dans le corps. Il n'y a rien à changer.
    .b = Nous visitons maintenant le corps, un endroit après l'autre. Tu peux en sauter certains.
scan-choice =
    .a = Tu peux rester ici, ou venir vers l'endroit suivant.
    .b = Si un endroit ne te convient pas, repose-toi dans un autre, plus facile.
scan-arrive =
    .a = Si tu veux, laisse ton attention se poser sur { $place }.
    .b = Et maintenant, peut-être, { $place }.
    .c = Quand tu veux, { $place }.
scan-stay =
    .a = Reste encore un peu ici, si tu veux.
    .b = Rien ne presse. Tu peux rester.
scan-notice =
    .a = Peut-être de la chaleur, ou de la fraîcheur.
    .b = Comment est-ce ici, en ce moment ?
    .c = Il y a peut-être des picotements, du poids, ou rien de particulier.
    .d = Ce que tu trouves est bien comme c'est.
    .e = Remarque peut-être le contact du tissu, ou de l'air.
    .f = Il n'y a rien à changer ici.
    .g = Est-ce que quelque chose ici pourrait s'adoucir un peu ?
    .h = C'est peut-être différent d'il y a un instant.
scan-nothing-felt =
    .a = Ne rien sentir ici, c'est aussi une réponse.
    .b = S'il n'y a pas grand-chose à sentir, c'est très bien.
scan-sore =
    .a = Si c'est sensible ici, tu peux rester au bord, ou passer à la suite.
    .b = Si cet endroit est désagréable, repose-toi dans un autre, plus facile.
scan-wander =
    .a = Si tes pensées sont parties, reviens quand tu le remarques.
    .b = Les pensées vagabondent. Tu peux recommencer ici.
    .c = Les pensées étaient peut-être loin. Cet endroit est toujours là.
scan-on =
    .a = Quand tu veux, nous continuons.
    .b = Et un peu plus loin.
    .c = Laisse maintenant cet endroit se reposer.
    .d = Vers l'endroit suivant, si tu veux.
scan-left-out = Nous laissons cet endroit de côté, comme tu l'as souhaité.
scan-other-side =
    .a = Et maintenant, l'autre côté.
    .b = Laisse ton attention passer de l'autre côté.
scan-rest =
    .a = Laisse maintenant ton attention se reposer { $place-dans }, aussi longtemps que tu veux.
    .b = Et là, { $place-dans }, tu peux rester.
scan-whole =
    .a = Maintenant tout le corps à la fois, des pieds à la tête.
    .b = Laisse le corps entier être là, d'un seul tenant.
scan-close =
    .a = Laisse le corps être juste comme il est.
    .b = C'était le chemin à travers le corps. Reste aussi longtemps que tu veux.

scan-at-toes =
    .a = Tu sens peut-être chaque orteil, ou tous ensemble.
    .b = Remarque peut-être les espaces entre les orteils.
scan-at-sole =
    .a = Du talon jusqu'à l'avant du pied.
    .b = Tu sens peut-être le talon, et ce sur quoi il repose.
scan-at-ankle =
    .a = Tout autour, là où le pied rejoint la jambe.
    .b = Remarque peut-être les creux à côté des os.
scan-at-calf =
    .a = Remarque peut-être le poids du muscle, là où il repose.
    .b = Le muscle peut se déposer, tout souple.
scan-at-knee =
    .a = Devant, sur les côtés, et derrière.
    .b = Il fait peut-être chaud ici, ou frais.
scan-at-thigh =
    .a = Un muscle long et fort, du genou à la hanche.
    .b = Remarque peut-être ce qui porte le poids ici.
scan-at-hip =
    .a = Là où ton corps rencontre le siège ou le lit.
    .b = Le poids peut se déposer ici. Ou reste avec tes mains.
scan-at-belly =
    .a = Il bouge peut-être un peu avec le souffle. Ou reste avec tes mains.
    .b = Il n'y a rien à rentrer ici. Ou reste avec tes mains.
scan-at-lower-back =
    .a = Remarque peut-être ce qui le touche, et où il y a de l'espace.
    .b = Il peut se laisser porter, tant que c'est confortable.
scan-at-chest =
    .a = Les côtes bougent peut-être avec le souffle. Ou reste avec tes mains.
    .b = Autour des clavicules et du sternum. Ou reste avec tes mains.
scan-at-upper-back =
    .a = Les côtes s'écartent peut-être un peu, derrière.
    .b = Remarque peut-être où le dos est soutenu.
scan-at-shoulder =
    .a = Y a-t-il une petite tension dont personne n'a besoin ?
    .b = Le bras peut pendre à partir d'ici.
scan-at-upper-arm =
    .a = De l'épaule jusqu'au coude.
    .b = L'intérieur, et l'extérieur.
scan-at-forearm =
    .a = Du coude jusqu'au poignet.
    .b = Remarque peut-être où il repose, et avec quel poids.
scan-at-hand =
    .a = La paume, le dos de la main, les doigts.
    .b = Les doigts peuvent se replier ou s'ouvrir, comme ils veulent.
scan-at-throat =
    .a = Simplement remarquer, de l'intérieur. Ou reste avec tes mains.
    .b = Peut-être l'air qui passe. Ou choisis un autre endroit.
scan-at-back-of-neck =
    .a = De la naissance des cheveux jusqu'aux épaules.
    .b = Remarque peut-être comment la tête est portée, et par quoi.
scan-at-jaw =
    .a = Les dents peuvent s'écarter un peu, et la langue se reposer.
    .b = Jusqu'à l'articulation, juste devant l'oreille.
scan-at-face =
    .a = Les joues, les lèvres, et les petits muscles autour de la bouche.
    .b = Aucune expression n'est nécessaire ici.
scan-at-eyes =
    .a = Les paupières, et les petits muscles tout autour.
    .b = Ouverts ou fermés, ils n'ont rien à chercher.
scan-at-scalp =
    .a = Du front, par le sommet de la tête, jusqu'à l'arrière.
    .b = Remarque peut-être l'air ici, ou l'oreiller.

scan-at-feet = Les orteils, la plante et le talon, tous ensemble.
scan-at-legs = Tout du long, de la hanche à la cheville.
scan-at-trunk = Les hanches, le ventre, les côtes et le dos. Ou reste avec tes mains.
scan-at-back = Du bassin jusqu'aux épaules.
scan-at-arms = Tout du long, de l'épaule au bout des doigts.
scan-at-neck-and-shoulders = D'une épaule à l'autre, et en remontant par la nuque.
scan-at-head = La mâchoire, le visage, les yeux et le cuir chevelu, tous ensemble.
scan-at-whole-body = Des pieds à la tête, tout à la fois.

## Relâchement musculaire

relax-open =
    .a = Nous contractons un peu un groupe de muscles, puis nous le relâchons.
    .b = Un petit effort, puis le relâchement, un groupe après l'autre.
relax-open-release =
    .a = Nous passons d'un muscle à l'autre et les laissons s'assouplir, sans rien contracter.
    .b = Un groupe de muscles après l'autre, et seulement relâcher.
relax-first-time = La moitié de ta force au plus, et jamais jusqu'à la douleur. Le souffle continue tout du long.
relax-let-go =
    .a = Et relâche.
    .b = Et laisse aller.
    .c = Laisse tout se relâcher.
    .d = Et laisse s'adoucir.
relax-notice =
    .a = Remarque peut-être comment c'est maintenant.
    .b = Il y a peut-être de la chaleur, ou un peu de poids.
    .c = Il n'y a rien à tenir ici.
    .d = Y a-t-il une différence, même toute petite ?
    .e = Reste avec cela un instant, si tu veux.
relax-again =
    .a = Encore une fois, aussi légèrement que tu veux.
    .b = Et encore, peut-être un peu plus doucement.
relax-next =
    .a = Passons au groupe suivant.
    .b = Et maintenant le suivant, quand tu veux.
    .c = Laisse cela se reposer, et nous continuons.
relax-skip = Laisse de côté tout ce qui fait mal, ou imagine-le seulement.
relax-cramp = Si une crampe vient, relâche aussitôt, et bouge doucement à cet endroit.
relax-close =
    .a = Laisse maintenant tout se reposer, juste comme c'est.
    .b = Il n'y a plus rien à contracter. Reste aussi longtemps que tu veux.
relax-effort-quarter = Un quart de ta force suffit largement.
relax-effort-third = Un tiers de ta force suffit largement.
relax-effort-half = La moitié de ta force suffit largement, et moins, c'est bien aussi.

relax-tense-dominant-hand = La main avec laquelle tu écris. Ferme doucement le poing, avec environ la moitié de ta force.
relax-tense-dominant-upper-arm = Le haut du bras, du même côté. Appuie doucement le coude vers le bas, avec environ la moitié de ta force.
relax-tense-dominant-arm = Le bras avec lequel tu écris. Ferme le poing et plie le coude, avec environ la moitié de ta force.
relax-tense-other-hand = L'autre main. Ferme doucement le poing, avec environ la moitié de ta force.
relax-tense-other-upper-arm = Le haut de l'autre bras. Appuie doucement le coude vers le bas, avec environ la moitié de ta force.
relax-tense-other-arm = L'autre bras. Ferme le poing et plie le coude, avec environ la moitié de ta force.
relax-tense-arms = Les deux bras. Ferme les poings et plie les coudes, avec environ la moitié de ta force.
relax-tense-hands = Les deux mains. Ferme doucement les poings, avec environ la moitié de ta force.
relax-tense-forehead = Le front. Lève les sourcils, avec environ la moitié de ta force.
relax-tense-eyes-and-nose = Les yeux et le nez. Serre légèrement les paupières et plisse le nez, avec environ un tiers de ta force.
relax-tense-mouth-and-jaw = La bouche et la mâchoire. Les dents écartées, presse les lèvres l'une contre l'autre, avec environ un quart de ta force.
relax-tense-face = Le visage. Ramène tout légèrement vers le nez, avec environ un tiers de ta force.
relax-tense-neck = La nuque. Appuie légèrement la tête dans le coussin, avec environ un quart de ta force.
relax-tense-face-and-neck = Le visage et la nuque. Plisse le visage, et appuie légèrement la tête dans le coussin.
relax-tense-chest-and-shoulders = La poitrine et les épaules. Rapproche les omoplates, avec environ la moitié de ta force.
relax-tense-shoulders = Les deux épaules. Monte-les vers les oreilles, avec environ la moitié de ta force.
relax-tense-belly = Le ventre. Rentre-le un peu, avec environ un tiers de ta force, et continue de respirer.
relax-tense-trunk = La poitrine, le dos et le ventre. Rapproche les omoplates et rentre le ventre, avec environ un tiers de ta force.
relax-tense-dominant-thigh = La cuisse, du côté de la main qui écrit. Contracte-la légèrement, avec un quart de ta force.
relax-tense-dominant-calf = Le bas de la jambe, du même côté. Ramène légèrement les orteils vers toi, juste un instant.
relax-tense-dominant-foot = Le pied, du même côté. Replie légèrement les orteils, juste un instant.
relax-tense-dominant-leg = La jambe, du côté de la main qui écrit. Contracte la cuisse, et ramène légèrement les orteils vers toi.
relax-tense-other-thigh = L'autre cuisse. Contracte-la légèrement, avec environ un quart de ta force.
relax-tense-other-calf = Le bas de l'autre jambe. Ramène légèrement les orteils vers toi, juste un instant.
relax-tense-other-foot = L'autre pied. Replie légèrement les orteils, juste un instant.
relax-tense-other-leg = L'autre jambe. Contracte la cuisse, et ramène légèrement les orteils vers toi.
relax-tense-legs = Les deux jambes. Contracte les cuisses, et ramène légèrement les orteils vers toi.
relax-tense-thighs = Les cuisses et les fesses. Contracte-les légèrement, avec environ un quart de ta force.
relax-tense-calves = Le bas des deux jambes. Ramène légèrement les orteils vers toi, juste un instant.
relax-tense-feet = Les deux pieds. Replie légèrement les orteils, juste un instant.

relax-soften-dominant-hand =
    .a = La main avec laquelle tu écris. Laisse-la s'assouplir, du poignet au bout des doigts.
    .b = Laisse la main qui écrit reposer, ouverte et détendue.
relax-soften-dominant-upper-arm =
    .a = Le haut du bras, du même côté. Laisse le muscle se déposer, tout souple.
    .b = Laisse le haut de ce bras poser son poids.
relax-soften-dominant-arm =
    .a = Le bras avec lequel tu écris. Laisse-le s'assouplir, jusqu'au bout des doigts.
    .b = Laisse le bras qui écrit reposer là. Il n'a rien à faire.
relax-soften-other-hand =
    .a = L'autre main. Laisse-la s'assouplir, du poignet au bout des doigts.
    .b = Laisse l'autre main reposer, ouverte et détendue.
relax-soften-other-upper-arm =
    .a = Le haut de l'autre bras. Laisse le muscle se déposer, tout souple.
    .b = Laisse le haut de l'autre bras poser son poids.
relax-soften-other-arm =
    .a = L'autre bras. Laisse-le s'assouplir, jusqu'au bout des doigts.
    .b = Laisse l'autre bras reposer là. Il n'a rien à faire.
relax-soften-arms =
    .a = Les deux bras. Laisse-les s'assouplir, des épaules au bout des doigts.
    .b = Laisse les deux bras reposer là. Ils n'ont rien à faire.
relax-soften-hands =
    .a = Les deux mains. Laisse-les s'assouplir, des poignets au bout des doigts.
    .b = Laisse les deux mains reposer, ouvertes et détendues.
relax-soften-forehead =
    .a = Le front. Laisse-le devenir lisse et large.
    .b = Laisse le front se calmer, d'une tempe à l'autre.
relax-soften-eyes-and-nose =
    .a = Les yeux et le nez. Laisse les paupières être légères, et le nez tout souple.
    .b = Laisse s'adoucir les petits muscles autour des yeux.
relax-soften-mouth-and-jaw =
    .a = La bouche et la mâchoire. Laisse les dents s'écarter un peu, et la langue se reposer.
    .b = Laisse la mâchoire pendre un peu, et les lèvres rester douces.
relax-soften-face =
    .a = Le visage. Laisse le front, les yeux et la mâchoire s'adoucir.
    .b = Laisse le visage sans expression, du front au menton.
relax-soften-neck =
    .a = La nuque. Laisse le coussin porter la tête.
    .b = Laisse la nuque être longue et souple.
relax-soften-face-and-neck =
    .a = Le visage et la nuque. Laisse la mâchoire se relâcher, et la tête être portée.
    .b = Laisse le visage s'adoucir, et la nuque avec lui.
relax-soften-chest-and-shoulders =
    .a = La poitrine et les épaules. Laisse les épaules descendre quand tu expires.
    .b = Laisse la poitrine être large, et les omoplates se reposer.
relax-soften-shoulders =
    .a = Les deux épaules. Laisse-les descendre, loin des oreilles.
    .b = Laisse les bras pendre librement des épaules.
relax-soften-belly =
    .a = Le ventre. Laisse-le être rond et souple.
    .b = Laisse le ventre aller et venir avec le souffle.
relax-soften-trunk =
    .a = La poitrine, le dos et le ventre. Laisse-les s'assouplir quand tu expires.
    .b = Laisse le milieu du corps poser son poids.
relax-soften-dominant-thigh =
    .a = La cuisse, du côté de la main qui écrit. Laisse-la devenir large et lourde.
    .b = Laisse cette cuisse poser son poids.
relax-soften-dominant-calf =
    .a = Le bas de la jambe, du même côté. Laisse le mollet se déposer, tout souple.
    .b = Laisse ce mollet poser son poids.
relax-soften-dominant-foot =
    .a = Le pied, du même côté. Laisse les orteils et la plante se relâcher.
    .b = Laisse ce pied tomber comme il veut.
relax-soften-dominant-leg =
    .a = La jambe, du côté de la main qui écrit. Laisse-la s'assouplir, jusqu'aux orteils.
    .b = Laisse cette jambe reposer là. Elle n'a rien à porter.
relax-soften-other-thigh =
    .a = L'autre cuisse. Laisse-la devenir large et lourde.
    .b = Laisse l'autre cuisse poser son poids.
relax-soften-other-calf =
    .a = Le bas de l'autre jambe. Laisse le mollet se déposer, tout souple.
    .b = Laisse l'autre mollet poser son poids.
relax-soften-other-foot =
    .a = L'autre pied. Laisse les orteils et la plante se relâcher.
    .b = Laisse l'autre pied tomber comme il veut.
relax-soften-other-leg =
    .a = L'autre jambe. Laisse-la s'assouplir, jusqu'aux orteils.
    .b = Laisse l'autre jambe reposer là. Elle n'a rien à porter.
relax-soften-legs =
    .a = Les deux jambes. Laisse-les s'assouplir, des hanches aux orteils.
    .b = Laisse les deux jambes reposer là. Elles n'ont rien à porter.
relax-soften-thighs =
    .a = Les cuisses et les fesses. Laisse-les devenir larges et lourdes.
    .b = Laisse les cuisses et les fesses poser leur poids.
relax-soften-calves =
    .a = Le bas des deux jambes. Laisse les mollets se déposer, tout souples.
    .b = Laisse les deux mollets poser leur poids.
relax-soften-feet =
    .a = Les deux pieds. Laisse les orteils et les plantes se relâcher.
    .b = Laisse les deux pieds tomber comme ils veulent.

## Auto-massage

massage-open =
    .a = Que cela reste agréable tout du long. Si cela pique, brûle ou engourdit, fais-en moins.
    .b = Confortable, cela suffit. Si cela pique, brûle ou engourdit, fais-en moins ou arrête.
massage-warm-hands =
    .a = Si tes mains sont fraîches, frotte-les l'une contre l'autre pour les réchauffer.
    .b = Tu peux d'abord réchauffer tes mains, autour d'une tasse ou sous les bras.
massage-place =
    .a = Maintenant, peut-être, { $place }.
    .b = Un peu de temps pour { $place }.
massage-remind =
    .a = Est-ce encore agréable ? Plus léger, c'est toujours bien.
    .b = Plus lentement, si tu veux.
    .c = Laisse le souffle continuer, tranquille.
    .d = Les épaules et la mâchoire peuvent se relâcher.
    .e = Si quelque chose se fatigue, repose-toi un instant.
    .f = Cherche ce qui te plaît le plus.
massage-change-side =
    .a = Et l'autre côté, à ton rythme.
    .b = Change maintenant de côté, lentement.
    .c = Quand tu veux, l'autre côté.
massage-change-hands =
    .a = Change de main, si c'est plus facile.
    .b = L'autre main peut prendre le relais.
massage-change-technique =
    .a = Maintenant, quelque chose d'un peu différent.
    .b = Reste où tu es. Seul le toucher change.
massage-imagine =
    .a = Pas besoin de toucher ici. Imagine seulement une main chaude qui s'y pose.
    .b = Laisse tes mains où elles sont, et imagine un toucher lent et bienveillant.
massage-last-one =
    .a = Une dernière fois.
    .b = Encore une fois, et puis c'est bien.
massage-count-1 = Un.
massage-count-2 = Deux.
massage-count-3 = Trois.
massage-count-4 = Quatre.
massage-count-5 = Cinq.
massage-count-6 = Six.
massage-count-7 = Sept.
massage-count-8 = Huit.
massage-rest-hands =
    .a = Laisse tes mains se reposer un moment.
    .b = Pose tes mains, et laisse-les là.
massage-close =
    .a = Laisse tes mains s'éloigner lentement.
    .b = Cela suffit. Laisse l'endroit se reposer.
    .c = Reste un instant, et remarque comment c'est maintenant.
massage-pace-slow = Lentement, environ deux largeurs de doigt par seconde.
massage-pace-very-slow = Très lentement, environ une largeur de doigt par seconde.
massage-pressure-0 = Aucune pression ici.
massage-pressure-1 = À peine plus que son propre poids, environ un sur dix.
massage-pressure-2 = Léger et agréable, environ deux sur dix.
massage-pressure-3 = Doux mais appuyé, et encore agréable, trois sur dix au plus.
massage-pressure-4 = Ferme mais encore confortable, jamais plus de quatre sur dix.

massage-reach-toes = Pose le pied sur l'autre genou, ou penche-toi vers lui, selon ce qui est le plus facile. [5s]
massage-reach-sole = Pose le pied sur l'autre genou, ou prends-le comme c'est facile pour toi. Laisse les deux mains venir à la plante. [5s]
massage-reach-ankle = Pose le pied sur l'autre genou, ou penche-toi vers lui. Pose les deux mains autour de la cheville. [5s]
massage-reach-calf = Plie le genou, et pose les deux mains sur le mollet, bien en dessous du creux du genou. [5s]
massage-reach-knee = Assieds-toi, la jambe soutenue. Pose les deux mains autour de la rotule, et laisse libre le creux derrière. [5s]
massage-reach-thigh = Adosse-toi, et pose les deux mains sur le dessus de la cuisse, plus près du genou que de la hanche. [4s]
massage-reach-hip = Pose une main sur le côté de la hanche, là où commence la fesse. [4s]
massage-reach-belly = Allonge-toi ou adosse-toi, les genoux pliés. Pose les deux mains à plat sur ton ventre. [6s]
massage-reach-lower-back = Pose le dos de tes mains en bas du dos, à côté de la colonne, jamais dessus. [5s]
massage-reach-chest = Pose la main opposée à plat, juste sous la clavicule. [4s]
massage-reach-upper-back = C'est le muscle entre la colonne et l'omoplate. Laisse la colonne elle-même tranquille. [4s]
massage-reach-shoulder = Pose la main opposée autour de l'épaule, avec quelque chose sous son coude. [5s]
massage-reach-upper-trapezius = Pose la main opposée sur le dessus de l'épaule, avec quelque chose sous son coude. Laisse tranquille l'avant du cou. [5s]
massage-reach-upper-arm = Croise l'autre bras devant toi, et pose sa main sur l'extérieur du haut du bras. [4s]
massage-reach-forearm = Pose le bras sur tes cuisses ou sur un coussin, et amène l'autre main vers lui. [4s]
massage-reach-hand = Laisse la main reposer sur tes cuisses, et prends-la doucement dans l'autre. [4s]
massage-reach-back-of-hand = Laisse la main reposer paume vers le bas, et pose l'autre dessus. [4s]
massage-reach-palm = Laisse la main reposer paume vers le haut, et dépose au creux les doigts de l'autre. [4s]
massage-reach-thumb-base = Laisse la main reposer paume vers le haut, et trouve le coussinet moelleux sous le pouce. [4s]
massage-reach-fingers = Laisse la main reposer sur tes cuisses, et prends doucement un doigt dans l'autre main. [4s]
massage-reach-back-of-neck = Pose tes mains sur la nuque. Seulement sur le muscle, jamais sur les côtés ni devant. [5s]
massage-reach-skull-base = Appuie les deux coudes, et pose la pulpe des doigts là où le crâne rejoint la nuque. [5s]
massage-reach-jaw = Les dents un peu écartées, pose deux ou trois doigts devant l'oreille. [4s]
massage-reach-face = Pose doucement tes mains sur les joues, loin des yeux. [4s]
massage-reach-temples = Pose légèrement la pulpe des doigts sur la tempe, loin de l'œil. [4s]
massage-reach-forehead = Appuie tes coudes, et pose la pulpe des doigts au milieu du front. [4s]
massage-reach-scalp = Appuie tes coudes, et laisse la pulpe de tous tes doigts venir sur le cuir chevelu. [4s]

massage-do-hold =
    .a = Laisse la main se reposer là, chaude et immobile.
    .b = Il n'y a rien à faire, que laisser là le poids de la main.
massage-do-slow-stroke =
    .a = Glisse lentement sur la peau, de toute la main, bien souple, encore et encore.
    .b = Effleure lentement et régulièrement, dans un sens, puis recommence.
massage-do-skin-stretch =
    .a = Laisse tes doigts emmener la peau un peu sur le côté, et attends là.
    .b = Fais glisser la peau jusqu'à sa limite douce, pas plus loin, et reste.
massage-do-circles =
    .a = De petits cercles lents avec la pulpe des doigts. La peau les suit.
    .b = Laisse la pulpe des doigts dessiner de petits cercles lents, en emmenant la peau.
massage-do-knead =
    .a = Rassemble doucement le muscle dans ta main, et relâche-le.
    .b = Lentement, rassemble le muscle. Et lentement, relâche.
massage-do-squeeze =
    .a = Presse doucement, relâche, et avance un peu plus loin.
    .b = Une pression douce, une pause, puis un peu plus loin.
massage-do-lean =
    .a = Appuie-toi lentement sur la balle, seulement tant que c'est agréable, et reste là.
    .b = Laisse un peu de ton poids se poser sur la balle, et repose-toi.
massage-do-roll =
    .a = Laisse la balle rouler lentement, et fais une pause là où c'est agréable.
    .b = Va et viens sur la balle, lentement et légèrement.
massage-do-rock =
    .a = Un petit balancement paresseux, d'un côté et de l'autre.
    .b = Laisse balancer un peu, aussi paresseusement que tu veux.
massage-do-warm =
    .a = Pose là le linge chaud ou la bouillotte, à une chaleur agréable, jamais brûlante.
    .b = Laisse la chaleur se poser là. Si cela devient trop chaud, glisse un linge entre les deux.
massage-do-move =
    .a = De petits mouvements faciles, bien à l'intérieur du confort.
    .b = Bouge un peu, lentement, et seulement tant que c'est facile.

massage-do-slow-stroke-toes = Effleure lentement chaque orteil, de la base jusqu'au bout.
massage-do-slow-stroke-sole = Glisse lentement du talon aux orteils, la main à plat ou le poing souple.
massage-do-slow-stroke-ankle = Effleure lentement tout le tour de la cheville, et les creux à côté des os.
massage-do-slow-stroke-calf = Glisse légèrement vers le haut, de la cheville jusque sous le genou.
massage-do-slow-stroke-knee = Glisse lentement tout autour de la rotule, les mains à plat.
massage-do-slow-stroke-thigh = Glisse lentement du genou vers la hanche, sur le devant et l'extérieur.
massage-do-slow-stroke-hip = Glisse lentement vers le bas, sur le côté de la hanche, la main à plat.
massage-do-slow-stroke-belly = Glisse en un grand cercle, en montant du côté droit, et en descendant du côté gauche.
massage-do-slow-stroke-lower-back = Glisse lentement vers le bas, à côté de la colonne, avec le dos des mains.
massage-do-slow-stroke-chest = Glisse lentement sous la clavicule, du sternum vers l'épaule.
massage-do-slow-stroke-shoulder = Glisse lentement sur l'arrondi de l'épaule, à l'extérieur.
massage-do-slow-stroke-upper-trapezius = Glisse lentement de la nuque vers l'extérieur, par-dessus l'épaule.
massage-do-slow-stroke-upper-arm = Glisse lentement sur l'extérieur, de l'épaule vers le coude.
massage-do-slow-stroke-forearm = Fais glisser toute la main, lentement, du poignet vers le coude.
massage-do-slow-stroke-hand = Glisse lentement du poignet au bout des doigts.
massage-do-slow-stroke-back-of-hand = Glisse lentement sur le dos de la main, du poignet aux doigts.
massage-do-slow-stroke-palm = Glisse lentement sur la paume, du poignet vers les doigts.
massage-do-slow-stroke-thumb-base = Glisse lentement sur le coussinet, du poignet vers le pouce.
massage-do-slow-stroke-fingers = Glisse lentement le long de chaque doigt, de la base jusqu'au bout.
massage-do-slow-stroke-back-of-neck = Glisse lentement depuis les cheveux vers le bas, puis vers les épaules.
massage-do-slow-stroke-skull-base = Glisse lentement vers l'extérieur, sous le bord du crâne, pas plus loin que derrière les oreilles.
massage-do-slow-stroke-jaw = Glisse lentement depuis la pommette vers le bas, et laisse la bouche se relâcher toute seule.
massage-do-slow-stroke-face = Glisse légèrement des côtés du nez vers l'extérieur, sur les joues.
massage-do-slow-stroke-temples = Glisse très légèrement, de la tempe vers les cheveux, en arrière.
massage-do-slow-stroke-forehead = Glisse lentement du milieu du front vers les tempes.
massage-do-slow-stroke-scalp = Passe lentement la pulpe des doigts du front vers l'arrière, par le sommet de la tête.
massage-do-circles-belly = Des cercles lents autour du nombril, dans le sens des aiguilles d'une montre, les mains à plat.
massage-do-circles-lower-back = De petits cercles lents à côté de la colonne, avec tes doigts repliés, jamais sur l'os.
massage-do-circles-skull-base = De petits cercles lents, depuis le milieu jusque derrière les oreilles.
massage-do-circles-jaw = De petits cercles lents sur le muscle de la mâchoire, les dents un peu écartées.
massage-do-circles-temples = De petits cercles lents, très légers, loin de l'œil.
massage-do-circles-scalp = Laisse la pulpe des doigts bouger la peau sur l'os, en petits cercles lents.
massage-do-knead-sole = Appuie doucement dans la plante avec le poing souple, et relâche.
massage-do-knead-palm = Appuie doucement dans la paume avec les doigts pliés, et relâche.
massage-do-knead-back-of-neck = Rassemble doucement le muscle de la nuque, et relâche-le.
massage-do-squeeze-toes = Presse doucement chaque orteil, et relâche.
massage-do-squeeze-hand = Presse doucement toute la main, et relâche.
massage-do-squeeze-palm = Presse doucement la paume entre le pouce et les doigts, et relâche.
massage-do-squeeze-thumb-base = Presse doucement le coussinet entre le pouce et un doigt, et relâche.
massage-do-squeeze-fingers = Presse doucement chaque doigt, de la base jusqu'au bout.
massage-do-squeeze-upper-trapezius = Soulève doucement le muscle, reste un instant, et relâche-le.
massage-do-lean-sole = Assieds-toi, la balle sous le pied, et laisse le seul poids du pied s'y poser.
massage-do-lean-hip = Place la balle entre un mur et le côté de la fesse, et appuie-toi lentement.
massage-do-lean-lower-back = Place la balle entre un mur et le muscle à côté de la colonne, et appuie-toi lentement.
massage-do-lean-upper-back = Place la balle entre un mur et le muscle à côté de la colonne, et appuie-toi lentement.
massage-do-lean-upper-trapezius = Place la balle entre un mur et le dessus de l'épaule, et appuie-toi lentement.
massage-do-roll-sole = Assieds-toi, et fais rouler la balle lentement du talon aux orteils, avec le seul poids du pied.
massage-do-roll-palm = Fais rouler la balle lentement sous ta paume, sur une table ou sur ta cuisse.
massage-do-rock-calf = Une main sur le tibia, laisse le bas de la jambe se balancer paresseusement, d'un côté et de l'autre.
massage-do-rock-thigh = Une main sur la cuisse, laisse la jambe rouler paresseusement, vers l'intérieur et vers l'extérieur.
massage-do-rock-hip = Laisse les hanches se balancer un peu d'un côté et de l'autre, aussi paresseusement que tu veux.
massage-do-rock-lower-back = Sur le dos, les genoux pliés, laisse-les se balancer un peu d'un côté et de l'autre.
massage-do-move-toes = Écarte un peu les orteils, et replie-les un peu, lentement.
massage-do-move-ankle = Laisse le pied dessiner de petits cercles lents.
massage-do-move-knee = Étends un peu le genou, et plie-le de nouveau, lentement.
massage-do-move-hip = Laisse le genou partir un peu vers l'extérieur, et revenir, lentement.
massage-do-move-lower-back = Bascule un peu le bassin, d'avant en arrière, lentement, sans quitter le confort.
massage-do-move-upper-back = Arrondis un peu le haut du dos, et redresse-le, lentement.
massage-do-move-shoulder = Laisse l'épaule rouler lentement, vers le haut, l'arrière et le bas.
massage-do-move-upper-trapezius = Monte un peu l'épaule, et laisse-la redescendre, lentement.
massage-do-move-hand = Laisse la main tourner souplement autour du poignet, en petits cercles lents.
massage-do-move-fingers = Ouvre les doigts lentement, et laisse-les se replier.
massage-do-move-back-of-neck = Tourne un peu la tête d'un côté, puis de l'autre, bien lentement.
massage-do-move-jaw = Laisse la bouche s'ouvrir un peu et se refermer, la langue au repos.

massage-tool-finger-pads = Avec la pulpe de tes doigts, bien souple.
massage-tool-knuckles = Avec le plat de tes doigts repliés.
massage-tool-soft-fist = Avec le poing souple et relâché. C'est plus doux pour le pouce.
massage-tool-soft-ball = Avec une balle molle, qui cède sous le pouce.
massage-tool-tennis-ball = Avec une balle de tennis, peut-être dans une chaussette.
massage-tool-cloth = Avec un linge doux, sec ou agréablement chaud.
massage-tool-warm-pack = Avec une bouillotte dans un linge, jamais brûlante.

## Précautions

caution-front-of-neck = Laisse de côté l'avant et les côtés du cou, où passent de gros vaisseaux.
caution-neck-device = Garde loin du cou les pistolets de massage et tout ce qui vibre.
caution-neck-force = Pour la nuque, pas d'à-coups, pas de craquements, pas de grandes rotations. Petit et lent suffit.
caution-spine-and-kidneys = Reste à côté de la colonne, jamais dessus, et laisse les flancs tranquilles.
caution-eyes = Aucune pression sur les yeux. Reste sur le front et les tempes.
caution-pressure-high = Garde la pression en dessous de cinq sur dix. Plus de force n'apporte rien de plus.
caution-behind-knee = Laisse de côté le creux derrière le genou. Les vaisseaux et les nerfs y sont peu protégés.
caution-armpit = Laisse de côté l'aisselle. Les vaisseaux et les nerfs y sont peu protégés.
caution-groin = Laisse de côté l'aine. Les vaisseaux et les nerfs y sont peu protégés.
caution-inner-elbow = Laisse de côté le creux du coude. Les vaisseaux et les nerfs y sont peu protégés.
caution-too-fast = Pas de respiration rapide ici. La tête pourrait te tourner.
caution-driving = Seulement quand tu peux t'assoupir sans risque. Pas au volant, ni près de l'eau, ni après de l'alcool ou des drogues.
caution-volume = Garde le son aussi bas que possible, tant que tu peux suivre.
caution-dizziness = Si la tête te tourne, si cela picote ou si l'air te manque, reviens à ton souffle habituel, les yeux ouverts.
caution-comfort = Confortable, cela suffit. Si cela pique, brûle, s'étend ou engourdit, fais-en moins ou arrête.
caution-cramp = Si une crampe vient, relâche aussitôt, et bouge doucement à cet endroit.
caution-after-meal = Après un repas, attends une heure ou deux avant de masser le ventre.
caution-breath-holds = En cas de grossesse, de tension élevée, ou d'un souci de cœur, de vaisseaux ou d'yeux, laisse de côté les pauses du souffle.
caution-calf-clot = Une jambe est gonflée, chaude ou sensible depuis peu ? Laisse-la tranquille, et consulte un médecin aujourd'hui. C'est peut-être un caillot.
caution-varicose-veins = Avec des varices, laisse les veines de côté. Des gestes légers à côté conviennent, s'ils sont confortables.
caution-blood-thinners = Avec un anticoagulant, ou si tu as facilement des bleus, garde des mains légères, à plat, et pas de balle.
caution-pregnancy = Pendant une grossesse, reste aux gestes légers, laisse de côté le ventre, le bas du dos et les chevilles, et ne retiens pas ton souffle.
caution-late-pregnancy = À partir de la vingt-huitième semaine, mets-toi sur le côté ou le dos bien relevé, plutôt qu'à plat.
caution-recent-injury = Laisse de côté tout endroit avec une fracture, une entorse, une plaie, une brûlure ou une infection. Ailleurs, c'est bien, si c'est confortable.
caution-surgery = Après une opération dans les six dernières semaines, ou avec une chambre implantable ou un drain, demande d'abord à ton équipe médicale.
caution-skin = Laisse de côté la peau avec une éruption, une infection, des plaies ouvertes ou un bouton de fièvre.
caution-fever = Si tu te sens malade ou si tu as de la fièvre, repose-toi plutôt. Simplement écouter convient très bien.
caution-numb-area = Là où tu sens moins, utilise seulement les mains, et regarde la peau. Pas de chaleur et pas de balle à cet endroit.
caution-heat = Pas de bouillotte là où tu sens moins, ni sur un patch ou un gel.
caution-neck-movement = Après un coup du lapin, ou si la tête te tourne, laisse de côté les mouvements de la nuque. Sinon, reste petit et lent.
caution-osteoporosis = Avec de l'ostéoporose, garde des mains légères, à plat, et ne t'appuie pas sur une balle.
caution-bruising-and-lumps = Laisse de côté un bleu, une grosseur ou une douleur que personne n'a examinés, et fais-les examiner.
caution-neck-artery = Après un accident vasculaire cérébral, ou avec un souci d'artère du cou, laisse tranquilles la nuque et les tempes, et demande à ton médecin.
caution-neck-unstable = Après une fracture ou une opération de la nuque, ou si la plier donne une sensation électrique, laisse-la de côté jusqu'à l'accord de ton médecin.
caution-belly-illness = Avec un mal de ventre, une inflammation, une hernie, une stomie ou une plaie récente, laisse le ventre de côté.
caution-jaw-trouble = Si ta mâchoire se bloque, ou si elle a été soignée cette semaine, pose seulement les mains sur les joues.
caution-headache = Avec une migraine ou un gros mal de tête, laisse tranquilles la tête et la nuque si le toucher est désagréable, et baisse le son.
caution-ears = Avec un souci d'oreilles ou de sinus, fredonne très doucement, ou expire sans aucun son.
caution-lungs = Si tes poumons te gênent en ce moment, respire à ton rythme, en expirant entre les lèvres, sans pauses.
caution-epilepsy = En cas d'épilepsie ou d'évanouissements, respire comme cela vient, sans pauses, en position assise ou allongée.
caution-uneasy-breath = Si observer le souffle te met mal à l'aise, tourne-toi plutôt vers les bruits, les mains ou les pieds.
caution-tensing-pain = Si un muscle fait mal ou a des crampes, laisse-le de côté, ou laisse-le seulement s'assouplir.
caution-tensing-pressure = Avec une tension élevée, une maladie du cœur, un glaucome ou une hernie, relâche sans contracter.
caution-low-blood-pressure = Si la tête te tourne quand tu te lèves, reste une minute en position assise à la fin, et lève-toi lentement.
caution-unsteady = Si tu tiens mal sur tes jambes, fais ceci en position assise, ou laisse-le de côté.
caution-hypermobile = Avec des articulations très souples, reste au milieu de chaque mouvement.
caution-very-sensitive = Là où même un toucher léger fait mal, pose une main tout près, ou imagine seulement le toucher.
caution-lymph = Avec un lymphœdème, ou des ganglions retirés, garde pour ce membre ce que ton kiné t'a montré.
caution-cancer = Avec un cancer, maintenant ou dans la dernière année, demande d'abord à ton équipe. Pas sur une grosseur, une chambre implantable ou une peau traitée.
caution-trauma = Si de vieux souvenirs remontent, ou si tout semble irréel, garde les yeux ouverts et reste avec les bruits. Arrête quand tu veux.
caution-psychosis = Après une psychose ou une manie, des séances courtes, les yeux ouverts, conviennent mieux. Parles-en d'abord à ton équipe de soins.
caution-sedated = Après un calmant ou de l'alcool, tu sens peut-être moins. Seulement des mains légères, pas de chaleur et pas de balle.
caution-unexplained = Une perte de poids, des sueurs la nuit, une douleur la nuit ou après une chute ? Mieux vaut d'abord en parler à un médecin.
caution-emergency-stroke = Un mal de tête ou de nuque soudain et violent, du mal à parler, un côté du visage qui s'affaisse ? Arrête, et appelle le numéro d'urgence maintenant.
caution-emergency-chest = Une douleur dans la poitrine, un essoufflement soudain, ou du sang en toussant ? Arrête, et appelle le numéro d'urgence maintenant.
caution-emergency-cauda = Un engourdissement nouveau entre les jambes, ou une perte de contrôle de la vessie ou des intestins ? Va aux urgences maintenant, s'il te plaît.
caution-emergency-harm = Si tu penses à te faire du mal, adresse-toi à quelqu'un maintenant, s'il te plaît, ou appelle le numéro d'urgence.

## Pour l'écran seulement : quand chercher de l'aide

safety-title = Quand chercher d'abord de l'aide
safety-intro = Ces séances sont faites pour le confort. Avec l'un des signes ci-dessous, une séance peut attendre.
safety-now =
    Appelle le numéro d'urgence maintenant :
    - mal de tête ou de nuque soudain et violent, comme jamais auparavant
    - vertige, vision double, du mal à parler, un côté du visage qui s'affaisse ou un bras faible, même des heures ou des jours après un massage de la nuque
    - douleur dans la poitrine, essoufflement soudain, ou sang en toussant
    - faiblesse ou engourdissement qui s'étend, ou engourdissement entre les jambes
    - perte de contrôle de la vessie ou des intestins
    - fièvre avec une nuque raide
safety-soon =
    Consulte un médecin avant toute séance :
    - une jambe ou un bras gonflé, chaud ou douloureux depuis peu
    - perte de poids que personne n'explique, sueurs la nuit, ou douleur plus forte la nuit
    - douleur après une chute ou un coup ces derniers jours
    - une grosseur, un gonflement ou un bleu que personne n'a examiné
safety-harm = Tu penses à te faire du mal ? Ces pensées, tu n'as pas à les porter sans aide. Appelle maintenant le numéro d'urgence ou une ligne d'écoute, ou parles-en à quelqu'un près de toi.
safety-close = Dans le doute, demande. Attendre ne fait rien perdre.
too-much =
    C'est trop, là, maintenant ?
    Laisse tes yeux s'ouvrir, et nomme cinq choses que tu vois.
    Appuie tes pieds sur le sol, ou tiens quelque chose de frais.
    Respire comme tu veux.
    Tu n'as rien fait de travers. Arrêter en fait partie.

## Pour l'écran seulement : questions du profil de la personne qui écoute

ask-breath-holds = As-tu une tension élevée, un souci de cœur, de vaisseaux ou d'yeux, ou préfères-tu ne pas retenir ton souffle ?
ask-calf-clot = As-tu une jambe ou un bras gonflé, chaud, d'une autre couleur ou douloureux depuis peu ?
ask-varicose-veins = As-tu des varices ou des veines enflammées aux jambes ?
ask-blood-thinners = Prends-tu un anticoagulant, as-tu un trouble de la coagulation, ou très facilement des bleus ?
ask-pregnancy = Es-tu enceinte ?
ask-late-pregnancy = Es-tu à la vingt-huitième semaine de grossesse, ou plus loin ?
ask-recent-injury = As-tu une fracture, une entorse, une plaie, une brûlure ou une infection qui n'est pas encore guérie ?
ask-surgery = As-tu eu une opération dans les six dernières semaines, ou as-tu un appareil implanté, un drain ou une chambre implantable ?
ask-skin = As-tu quelque part une éruption, une infection, une plaie ouverte ou un bouton de fièvre ouvert ?
ask-fever = As-tu de la fièvre, ou te sens-tu malade aujourd'hui ?
ask-numb-area = Y a-t-il un endroit où tu sens moins, par exemple à cause d'un diabète ?
ask-heat = Portes-tu un patch, mets-tu un gel, ou sens-tu moins la chaleur quelque part ?
ask-neck-movement = As-tu eu un coup du lapin, ou la tête te tourne-t-elle quand tu bouges la nuque ?
ask-osteoporosis = As-tu de l'ostéoporose ou des os fragiles, ou prends-tu de la cortisone en comprimés depuis longtemps ?
ask-bruising-and-lumps = As-tu un bleu, une grosseur ou une douleur que personne n'a examinés ?
ask-neck-artery = As-tu déjà eu un AVC, une artère du cou déchirée ou rétrécie, ou une artérite temporale ?
ask-neck-unstable = As-tu eu une fracture ou une opération de la nuque, est-elle touchée par une polyarthrite rhumatoïde, ou sens-tu comme de l'électricité en la pliant ?
ask-belly-illness = As-tu mal au ventre, une inflammation des intestins, une hernie, une stomie, ou au ventre une plaie de moins de six semaines ?
ask-jaw-trouble = Ta mâchoire se bloque-t-elle ou se déboîte-t-elle, ou a-t-elle été soignée cette semaine ?
ask-headache = As-tu une migraine ou un gros mal de tête en ce moment ?
ask-ears = As-tu un souci d'oreilles ou de sinus, ou un sifflement que le fredonnement augmente ?
ask-lungs = As-tu de l'asthme ou une autre maladie des poumons qui te gêne en ce moment ?
ask-epilepsy = As-tu de l'épilepsie, ou t'arrive-t-il de t'évanouir ?
ask-uneasy-breath = Observer ou guider ton souffle te met-il mal à l'aise, ou as-tu des crises de panique ?
ask-tensing-pain = As-tu des douleurs, des crampes ou de l'arthrose là où tu contracterais des muscles ?
ask-tensing-pressure = As-tu une tension élevée, une maladie du cœur, un glaucome ou une hernie, si bien que contracter ne te convient pas ?
ask-low-blood-pressure = As-tu une tension basse, ou la tête te tourne-t-elle quand tu te lèves ?
ask-unsteady = Tiens-tu mal sur tes jambes ?
ask-hypermobile = As-tu des articulations très souples, ou une articulation s'est-elle déjà déboîtée ?
ask-very-sensitive = Y a-t-il un endroit si sensible que même un toucher léger fait mal ?
ask-lymph = As-tu un lymphœdème, ou t'a-t-on retiré des ganglions ?
ask-cancer = As-tu un cancer, ou as-tu eu un traitement contre un cancer dans la dernière année ?
ask-trauma = As-tu des souvenirs qui reviennent par flashs, ou tout te semble-t-il parfois irréel ou lointain ?
ask-psychosis = As-tu eu une psychose ou une manie, maintenant ou récemment ?
ask-sedated = As-tu pris de l'alcool, des drogues ou un calmant ces dernières heures ?
ask-unexplained = As-tu perdu du poids sans savoir pourquoi, ou as-tu des sueurs la nuit, ou une douleur la nuit ou après une chute que personne n'a examinée ?
ask-emergency-stroke = As-tu un mal de tête ou de nuque soudain et violent, un côté du visage qui s'affaisse, un bras faible, du mal à parler, une vision double ou un vertige nouveau ?
ask-emergency-chest = As-tu une douleur dans la poitrine, un essoufflement soudain, ou du sang en toussant ?
ask-emergency-cauda = As-tu un engourdissement nouveau entre les jambes, ou as-tu perdu le contrôle de la vessie ou des intestins ?
ask-emergency-harm = Penses-tu à te faire du mal ?

## Pour l'écran seulement : noms

muscles-dominant-hand = la main et l'avant-bras avec lesquels tu écris
muscles-dominant-upper-arm = le haut du bras avec lequel tu écris
muscles-dominant-arm = le bras avec lequel tu écris
muscles-other-hand = l'autre main et l'autre avant-bras
muscles-other-upper-arm = le haut de l'autre bras
muscles-other-arm = l'autre bras
muscles-arms = les deux bras
muscles-hands = les deux mains
muscles-forehead = ton front
muscles-eyes-and-nose = tes yeux et ton nez
muscles-mouth-and-jaw = ta bouche et ta mâchoire
muscles-face = ton visage
muscles-neck = ta nuque
muscles-face-and-neck = ton visage et ta nuque
muscles-chest-and-shoulders = ta poitrine et tes épaules
muscles-shoulders = tes épaules
muscles-belly = ton ventre
muscles-trunk = le milieu de ton corps
muscles-dominant-thigh = la cuisse du côté de la main qui écrit
muscles-dominant-calf = le mollet du côté de la main qui écrit
muscles-dominant-foot = le pied du côté de la main qui écrit
muscles-dominant-leg = la jambe du côté de la main qui écrit
muscles-other-thigh = l'autre cuisse
muscles-other-calf = l'autre mollet
muscles-other-foot = l'autre pied
muscles-other-leg = l'autre jambe
muscles-legs = les deux jambes
muscles-thighs = les deux cuisses
muscles-calves = les deux mollets
muscles-feet = les deux pieds

technique-hold = une main immobile
technique-slow-stroke = des effleurages lents
technique-skin-stretch = un étirement lent de la peau
technique-circles = de petits cercles
technique-knead = un pétrissage lent
technique-squeeze = des pressions lentes
technique-lean = un appui du corps
technique-roll = un roulement lent
technique-rock = un balancement paresseux
technique-warm = de la chaleur
technique-move = de petits mouvements

## Pour l'écran seulement : ce qu'une séance laisse de côté ou change pour la personne qui écoute. $why dit pourquoi.

changed-anchor-hands = Tes mains guident à la place du souffle.
changed-anchor-contact = Le sol sous toi guide à la place du souffle.
changed-anchor-sounds = Les bruits guident à la place du souffle.
changed-anchor-sights = Tes yeux guident à la place du souffle.
changed-without-holds = Les pauses du souffle sont laissées de côté.
changed-breathe = Le souffle suit un rythme plus facile.
changed-leave-out = Laissé de côté : { $places }.
changed-no-touch = Imaginé, sans toucher : { $places }.
changed-listen-only = Ni toucher ni contraction, seulement le souffle et l'écoute.
changed-release-only = Les muscles se relâchent seulement, sans contraction.
changed-hands-only = Seulement des mains légères, à plat, et pas de balle.
changed-hold-instead = Une main immobile, à la place de ce qui bouge ou appuie.
changed-imagine = Le toucher est imaginé.
changed-no-heat = Rien de chaud.
changed-side-lying = Sur le côté, ou le dos bien relevé.
changed-seated = Tout en position assise.
changed-short-and-open = Les yeux ouverts, et des silences plus courts.
changed-slow-return = Un retour plus lent à la fin.
changed-small-movements = Les mouvements restent petits.
changed-because = { $change } Raison : { $why }.
changed-nothing-left = Avec ce que tu laisses de côté, il ne resterait rien de cette séance. Une autre te convient peut-être mieux.

why-settings = tes réglages
why-asked = ta demande
why-therapist = la demande de ton thérapeute
why-breath-holds = tension, cœur, vaisseaux ou yeux
why-calf-clot = un membre douloureux ou gonflé, à montrer aujourd'hui à un médecin
why-varicose-veins = des varices
why-blood-thinners = un anticoagulant ou des bleus faciles
why-pregnancy = une grossesse
why-late-pregnancy = une grossesse avancée
why-recent-injury = une blessure
why-surgery = une opération ou un appareil
why-skin = ta peau
why-fever = un état fiévreux
why-numb-area = une sensibilité réduite
why-heat = une chaleur moins bien sentie, un patch ou un gel
why-neck-movement = un coup du lapin ou des vertiges
why-osteoporosis = des os fragiles
why-bruising-and-lumps = un bleu, une grosseur ou une douleur que personne n'a examinés
why-neck-artery = un AVC ou une artère du cou
why-neck-unstable = ta nuque
why-belly-illness = ton ventre
why-jaw-trouble = ta mâchoire
why-headache = un mal de tête
why-ears = tes oreilles ou tes sinus
why-lungs = tes poumons
why-epilepsy = épilepsie ou évanouissements
why-uneasy-breath = une gêne avec le souffle
why-tensing-pain = des muscles qui font mal
why-tensing-pressure = tension, cœur, yeux ou une hernie
why-low-blood-pressure = une tension basse
why-unsteady = un équilibre incertain
why-hypermobile = des articulations très souples
why-very-sensitive = un endroit très sensible
why-lymph = des ganglions
why-cancer = un cancer
why-trauma = de vieux souvenirs
why-psychosis = psychose ou manie
why-sedated = de l'alcool ou un calmant
why-unexplained = quelque chose à montrer d'abord à un médecin
