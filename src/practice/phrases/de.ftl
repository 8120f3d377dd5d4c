# Deutsch. Ein Sprachprogramm spricht es: kurze Sätze, Zahlen als Wörter, keine Klammern außer Pausen wie [6s].
# Die Attribute .a, .b, .c … wechseln einander ab. Nichts als Befehl sagen, und nichts versprechen.

## Stellen des Körpers. $side ist left, right oder both (links, rechts, beide).
# Der Wert steht im Nominativ: „dein linker Fuß“. Dazu .akk der Akkusativ („für deinen linken Fuß“), .zu wohin
# („zu deinem linken Fuß“) und .bei wo („bei deinem linken Fuß“).

place-toes = { $side ->
    [left] die Zehen deines linken Fußes
    [right] die Zehen deines rechten Fußes
   *[both] alle Zehen
}
    .akk = { $side ->
        [left] die Zehen deines linken Fußes
        [right] die Zehen deines rechten Fußes
       *[both] alle Zehen
    }
    .zu = { $side ->
        [left] zu den Zehen deines linken Fußes
        [right] zu den Zehen deines rechten Fußes
       *[both] zu allen Zehen
    }
    .bei = { $side ->
        [left] bei den Zehen deines linken Fußes
        [right] bei den Zehen deines rechten Fußes
       *[both] bei allen Zehen
    }
place-sole = { $side ->
    [left] deine linke Fußsohle
    [right] deine rechte Fußsohle
   *[both] beide Fußsohlen
}
    .akk = { $side ->
        [left] deine linke Fußsohle
        [right] deine rechte Fußsohle
       *[both] beide Fußsohlen
    }
    .zu = { $side ->
        [left] zu deiner linken Fußsohle
        [right] zu deiner rechten Fußsohle
       *[both] zu beiden Fußsohlen
    }
    .bei = { $side ->
        [left] bei deiner linken Fußsohle
        [right] bei deiner rechten Fußsohle
       *[both] bei beiden Fußsohlen
    }
place-ankle = { $side ->
    [left] dein linkes Fußgelenk
    [right] dein rechtes Fußgelenk
   *[both] beide Fußgelenke
}
    .akk = { $side ->
        [left] dein linkes Fußgelenk
        [right] dein rechtes Fußgelenk
       *[both] beide Fußgelenke
    }
    .zu = { $side ->
        [left] zu deinem linken Fußgelenk
        [right] zu deinem rechten Fußgelenk
       *[both] zu beiden Fußgelenken
    }
    .bei = { $side ->
        [left] bei deinem linken Fußgelenk
        [right] bei deinem rechten Fußgelenk
       *[both] bei beiden Fußgelenken
    }
place-calf = { $side ->
    [left] deine linke Wade
    [right] deine rechte Wade
   *[both] beide Waden
}
    .akk = { $side ->
        [left] deine linke Wade
        [right] deine rechte Wade
       *[both] beide Waden
    }
    .zu = { $side ->
        [left] zu deiner linken Wade
        [right] zu deiner rechten Wade
       *[both] zu beiden Waden
    }
    .bei = { $side ->
        [left] bei deiner linken Wade
        [right] bei deiner rechten Wade
       *[both] bei beiden Waden
    }
place-knee = { $side ->
    [left] dein linkes Knie
    [right] dein rechtes Knie
   *[both] beide Knie
}
    .akk = { $side ->
        [left] dein linkes Knie
        [right] dein rechtes Knie
       *[both] beide Knie
    }
    .zu = { $side ->
        [left] zu deinem linken Knie
        [right] zu deinem rechten Knie
       *[both] zu beiden Knien
    }
    .bei = { $side ->
        [left] bei deinem linken Knie
        [right] bei deinem rechten Knie
       *[both] bei beiden Knien
    }
place-behind-knee = { $side ->
    [left] deine linke Kniekehle
    [right] deine rechte Kniekehle
   *[both] beide Kniekehlen
}
    .akk = { $side ->
        [left] deine linke Kniekehle
        [right] deine rechte Kniekehle
       *[both] beide Kniekehlen
    }
    .zu = { $side ->
        [left] zu deiner linken Kniekehle
        [right] zu deiner rechten Kniekehle
       *[both] zu beiden Kniekehlen
    }
    .bei = { $side ->
        [left] bei deiner linken Kniekehle
        [right] bei deiner rechten Kniekehle
       *[both] bei beiden Kniekehlen
    }
place-thigh = { $side ->
    [left] dein linker Oberschenkel
    [right] dein rechter Oberschenkel
   *[both] beide Oberschenkel
}
    .akk = { $side ->
        [left] deinen linken Oberschenkel
        [right] deinen rechten Oberschenkel
       *[both] beide Oberschenkel
    }
    .zu = { $side ->
        [left] zu deinem linken Oberschenkel
        [right] zu deinem rechten Oberschenkel
       *[both] zu beiden Oberschenkeln
    }
    .bei = { $side ->
        [left] bei deinem linken Oberschenkel
        [right] bei deinem rechten Oberschenkel
       *[both] bei beiden Oberschenkeln
    }
place-groin = { $side ->
    [left] deine linke Leiste
    [right] deine rechte Leiste
   *[both] beide Leisten
}
    .akk = { $side ->
        [left] deine linke Leiste
        [right] deine rechte Leiste
       *[both] beide Leisten
    }
    .zu = { $side ->
        [left] zu deiner linken Leiste
        [right] zu deiner rechten Leiste
       *[both] zu beiden Leisten
    }
    .bei = { $side ->
        [left] bei deiner linken Leiste
        [right] bei deiner rechten Leiste
       *[both] bei beiden Leisten
    }
place-hip = { $side ->
    [left] deine linke Hüfte
    [right] deine rechte Hüfte
   *[both] beide Hüften
}
    .akk = { $side ->
        [left] deine linke Hüfte
        [right] deine rechte Hüfte
       *[both] beide Hüften
    }
    .zu = { $side ->
        [left] zu deiner linken Hüfte
        [right] zu deiner rechten Hüfte
       *[both] zu beiden Hüften
    }
    .bei = { $side ->
        [left] bei deiner linken Hüfte
        [right] bei deiner rechten Hüfte
       *[both] bei beiden Hüften
    }
place-belly = dein Bauch
    .akk = deinen Bauch
    .zu = zu deinem Bauch
    .bei = bei deinem Bauch
place-lower-back = dein unterer Rücken
    .akk = deinen unteren Rücken
    .zu = zu deinem unteren Rücken
    .bei = bei deinem unteren Rücken
place-flanks = { $side ->
    [left] deine linke Flanke
    [right] deine rechte Flanke
   *[both] beide Flanken
}
    .akk = { $side ->
        [left] deine linke Flanke
        [right] deine rechte Flanke
       *[both] beide Flanken
    }
    .zu = { $side ->
        [left] zu deiner linken Flanke
        [right] zu deiner rechten Flanke
       *[both] zu beiden Flanken
    }
    .bei = { $side ->
        [left] bei deiner linken Flanke
        [right] bei deiner rechten Flanke
       *[both] bei beiden Flanken
    }
place-chest = { $side ->
    [left] die linke Seite deines Brustkorbs
    [right] die rechte Seite deines Brustkorbs
   *[both] dein Brustkorb
}
    .akk = { $side ->
        [left] die linke Seite deines Brustkorbs
        [right] die rechte Seite deines Brustkorbs
       *[both] deinen Brustkorb
    }
    .zu = { $side ->
        [left] zur linken Seite deines Brustkorbs
        [right] zur rechten Seite deines Brustkorbs
       *[both] zu deinem Brustkorb
    }
    .bei = { $side ->
        [left] auf der linken Seite deines Brustkorbs
        [right] auf der rechten Seite deines Brustkorbs
       *[both] bei deinem Brustkorb
    }
place-armpit = { $side ->
    [left] deine linke Achselhöhle
    [right] deine rechte Achselhöhle
   *[both] beide Achselhöhlen
}
    .akk = { $side ->
        [left] deine linke Achselhöhle
        [right] deine rechte Achselhöhle
       *[both] beide Achselhöhlen
    }
    .zu = { $side ->
        [left] zu deiner linken Achselhöhle
        [right] zu deiner rechten Achselhöhle
       *[both] zu beiden Achselhöhlen
    }
    .bei = { $side ->
        [left] bei deiner linken Achselhöhle
        [right] bei deiner rechten Achselhöhle
       *[both] bei beiden Achselhöhlen
    }
place-upper-back = { $side ->
    [left] die linke Seite deines oberen Rückens
    [right] die rechte Seite deines oberen Rückens
   *[both] dein oberer Rücken
}
    .akk = { $side ->
        [left] die linke Seite deines oberen Rückens
        [right] die rechte Seite deines oberen Rückens
       *[both] deinen oberen Rücken
    }
    .zu = { $side ->
        [left] zur linken Seite deines oberen Rückens
        [right] zur rechten Seite deines oberen Rückens
       *[both] zu deinem oberen Rücken
    }
    .bei = { $side ->
        [left] auf der linken Seite deines oberen Rückens
        [right] auf der rechten Seite deines oberen Rückens
       *[both] bei deinem oberen Rücken
    }
place-spine = deine Wirbelsäule
    .akk = deine Wirbelsäule
    .zu = zu deiner Wirbelsäule
    .bei = bei deiner Wirbelsäule
place-shoulder = { $side ->
    [left] deine linke Schulter
    [right] deine rechte Schulter
   *[both] beide Schultern
}
    .akk = { $side ->
        [left] deine linke Schulter
        [right] deine rechte Schulter
       *[both] beide Schultern
    }
    .zu = { $side ->
        [left] zu deiner linken Schulter
        [right] zu deiner rechten Schulter
       *[both] zu beiden Schultern
    }
    .bei = { $side ->
        [left] bei deiner linken Schulter
        [right] bei deiner rechten Schulter
       *[both] bei beiden Schultern
    }
place-upper-trapezius = { $side ->
    [left] die Oberseite deiner linken Schulter
    [right] die Oberseite deiner rechten Schulter
   *[both] die Oberseite beider Schultern
}
    .akk = { $side ->
        [left] die Oberseite deiner linken Schulter
        [right] die Oberseite deiner rechten Schulter
       *[both] die Oberseite beider Schultern
    }
    .zu = { $side ->
        [left] zur Oberseite deiner linken Schulter
        [right] zur Oberseite deiner rechten Schulter
       *[both] zur Oberseite beider Schultern
    }
    .bei = { $side ->
        [left] auf der Oberseite deiner linken Schulter
        [right] auf der Oberseite deiner rechten Schulter
       *[both] auf der Oberseite beider Schultern
    }
place-upper-arm = { $side ->
    [left] dein linker Oberarm
    [right] dein rechter Oberarm
   *[both] beide Oberarme
}
    .akk = { $side ->
        [left] deinen linken Oberarm
        [right] deinen rechten Oberarm
       *[both] beide Oberarme
    }
    .zu = { $side ->
        [left] zu deinem linken Oberarm
        [right] zu deinem rechten Oberarm
       *[both] zu beiden Oberarmen
    }
    .bei = { $side ->
        [left] bei deinem linken Oberarm
        [right] bei deinem rechten Oberarm
       *[both] bei beiden Oberarmen
    }
place-inner-elbow = { $side ->
    [left] deine linke Ellenbeuge
    [right] deine rechte Ellenbeuge
   *[both] beide Ellenbeugen
}
    .akk = { $side ->
        [left] deine linke Ellenbeuge
        [right] deine rechte Ellenbeuge
       *[both] beide Ellenbeugen
    }
    .zu = { $side ->
        [left] zu deiner linken Ellenbeuge
        [right] zu deiner rechten Ellenbeuge
       *[both] zu beiden Ellenbeugen
    }
    .bei = { $side ->
        [left] bei deiner linken Ellenbeuge
        [right] bei deiner rechten Ellenbeuge
       *[both] bei beiden Ellenbeugen
    }
place-forearm = { $side ->
    [left] dein linker Unterarm
    [right] dein rechter Unterarm
   *[both] beide Unterarme
}
    .akk = { $side ->
        [left] deinen linken Unterarm
        [right] deinen rechten Unterarm
       *[both] beide Unterarme
    }
    .zu = { $side ->
        [left] zu deinem linken Unterarm
        [right] zu deinem rechten Unterarm
       *[both] zu beiden Unterarmen
    }
    .bei = { $side ->
        [left] bei deinem linken Unterarm
        [right] bei deinem rechten Unterarm
       *[both] bei beiden Unterarmen
    }
place-hand = { $side ->
    [left] deine linke Hand
    [right] deine rechte Hand
   *[both] beide Hände
}
    .akk = { $side ->
        [left] deine linke Hand
        [right] deine rechte Hand
       *[both] beide Hände
    }
    .zu = { $side ->
        [left] zu deiner linken Hand
        [right] zu deiner rechten Hand
       *[both] zu beiden Händen
    }
    .bei = { $side ->
        [left] bei deiner linken Hand
        [right] bei deiner rechten Hand
       *[both] bei beiden Händen
    }
place-back-of-hand = { $side ->
    [left] dein linker Handrücken
    [right] dein rechter Handrücken
   *[both] beide Handrücken
}
    .akk = { $side ->
        [left] deinen linken Handrücken
        [right] deinen rechten Handrücken
       *[both] beide Handrücken
    }
    .zu = { $side ->
        [left] zu deinem linken Handrücken
        [right] zu deinem rechten Handrücken
       *[both] zu beiden Handrücken
    }
    .bei = { $side ->
        [left] bei deinem linken Handrücken
        [right] bei deinem rechten Handrücken
       *[both] bei beiden Handrücken
    }
place-palm = { $side ->
    [left] deine linke Handfläche
    [right] deine rechte Handfläche
   *[both] beide Handflächen
}
    .akk = { $side ->
        [left] deine linke Handfläche
        [right] deine rechte Handfläche
       *[both] beide Handflächen
    }
    .zu = { $side ->
        [left] zu deiner linken Handfläche
        [right] zu deiner rechten Handfläche
       *[both] zu beiden Handflächen
    }
    .bei = { $side ->
        [left] bei deiner linken Handfläche
        [right] bei deiner rechten Handfläche
       *[both] bei beiden Handflächen
    }
place-thumb-base = { $side ->
    [left] dein linker Daumenballen
    [right] dein rechter Daumenballen
   *[both] beide Daumenballen
}
    .akk = { $side ->
        [left] deinen linken Daumenballen
        [right] deinen rechten Daumenballen
       *[both] beide Daumenballen
    }
    .zu = { $side ->
        [left] zu deinem linken Daumenballen
        [right] zu deinem rechten Daumenballen
       *[both] zu beiden Daumenballen
    }
    .bei = { $side ->
        [left] bei deinem linken Daumenballen
        [right] bei deinem rechten Daumenballen
       *[both] bei beiden Daumenballen
    }
place-fingers = { $side ->
    [left] die Finger deiner linken Hand
    [right] die Finger deiner rechten Hand
   *[both] alle Finger
}
    .akk = { $side ->
        [left] die Finger deiner linken Hand
        [right] die Finger deiner rechten Hand
       *[both] alle Finger
    }
    .zu = { $side ->
        [left] zu den Fingern deiner linken Hand
        [right] zu den Fingern deiner rechten Hand
       *[both] zu allen Fingern
    }
    .bei = { $side ->
        [left] bei den Fingern deiner linken Hand
        [right] bei den Fingern deiner rechten Hand
       *[both] bei allen Fingern
    }
place-throat = deine Kehle
    .akk = deine Kehle
    .zu = zu deiner Kehle
    .bei = bei deiner Kehle
place-side-of-neck = { $side ->
    [left] deine linke Halsseite
    [right] deine rechte Halsseite
   *[both] beide Halsseiten
}
    .akk = { $side ->
        [left] deine linke Halsseite
        [right] deine rechte Halsseite
       *[both] beide Halsseiten
    }
    .zu = { $side ->
        [left] zu deiner linken Halsseite
        [right] zu deiner rechten Halsseite
       *[both] zu beiden Halsseiten
    }
    .bei = { $side ->
        [left] bei deiner linken Halsseite
        [right] bei deiner rechten Halsseite
       *[both] bei beiden Halsseiten
    }
place-back-of-neck = dein Nacken
    .akk = deinen Nacken
    .zu = zu deinem Nacken
    .bei = bei deinem Nacken
place-skull-base = der untere Rand deines Hinterkopfs
    .akk = den unteren Rand deines Hinterkopfs
    .zu = zum unteren Rand deines Hinterkopfs
    .bei = am unteren Rand deines Hinterkopfs
place-jaw = { $side ->
    [left] die linke Seite deines Kiefers
    [right] die rechte Seite deines Kiefers
   *[both] dein Kiefer
}
    .akk = { $side ->
        [left] die linke Seite deines Kiefers
        [right] die rechte Seite deines Kiefers
       *[both] deinen Kiefer
    }
    .zu = { $side ->
        [left] zur linken Seite deines Kiefers
        [right] zur rechten Seite deines Kiefers
       *[both] zu deinem Kiefer
    }
    .bei = { $side ->
        [left] auf der linken Seite deines Kiefers
        [right] auf der rechten Seite deines Kiefers
       *[both] bei deinem Kiefer
    }
place-face = dein Gesicht
    .akk = dein Gesicht
    .zu = zu deinem Gesicht
    .bei = bei deinem Gesicht
place-temples = { $side ->
    [left] deine linke Schläfe
    [right] deine rechte Schläfe
   *[both] beide Schläfen
}
    .akk = { $side ->
        [left] deine linke Schläfe
        [right] deine rechte Schläfe
       *[both] beide Schläfen
    }
    .zu = { $side ->
        [left] zu deiner linken Schläfe
        [right] zu deiner rechten Schläfe
       *[both] zu beiden Schläfen
    }
    .bei = { $side ->
        [left] bei deiner linken Schläfe
        [right] bei deiner rechten Schläfe
       *[both] bei beiden Schläfen
    }
place-forehead = deine Stirn
    .akk = deine Stirn
    .zu = zu deiner Stirn
    .bei = bei deiner Stirn
place-eyes = deine Augen
    .akk = deine Augen
    .zu = zu deinen Augen
    .bei = bei deinen Augen
place-scalp = deine Kopfhaut
    .akk = deine Kopfhaut
    .zu = zu deiner Kopfhaut
    .bei = bei deiner Kopfhaut

place-feet = { $side ->
    [left] dein linker Fuß
    [right] dein rechter Fuß
   *[both] beide Füße
}
    .akk = { $side ->
        [left] deinen linken Fuß
        [right] deinen rechten Fuß
       *[both] beide Füße
    }
    .zu = { $side ->
        [left] zu deinem linken Fuß
        [right] zu deinem rechten Fuß
       *[both] zu beiden Füßen
    }
    .bei = { $side ->
        [left] bei deinem linken Fuß
        [right] bei deinem rechten Fuß
       *[both] bei beiden Füßen
    }
place-legs = { $side ->
    [left] dein linkes Bein
    [right] dein rechtes Bein
   *[both] beide Beine
}
    .akk = { $side ->
        [left] dein linkes Bein
        [right] dein rechtes Bein
       *[both] beide Beine
    }
    .zu = { $side ->
        [left] zu deinem linken Bein
        [right] zu deinem rechten Bein
       *[both] zu beiden Beinen
    }
    .bei = { $side ->
        [left] bei deinem linken Bein
        [right] bei deinem rechten Bein
       *[both] bei beiden Beinen
    }
place-trunk = deine Körpermitte
    .akk = deine Körpermitte
    .zu = zu deiner Körpermitte
    .bei = bei deiner Körpermitte
place-back = dein Rücken
    .akk = deinen Rücken
    .zu = zu deinem Rücken
    .bei = bei deinem Rücken
place-arms = { $side ->
    [left] dein linker Arm
    [right] dein rechter Arm
   *[both] beide Arme
}
    .akk = { $side ->
        [left] deinen linken Arm
        [right] deinen rechten Arm
       *[both] beide Arme
    }
    .zu = { $side ->
        [left] zu deinem linken Arm
        [right] zu deinem rechten Arm
       *[both] zu beiden Armen
    }
    .bei = { $side ->
        [left] bei deinem linken Arm
        [right] bei deinem rechten Arm
       *[both] bei beiden Armen
    }
place-neck-and-shoulders = dein Nacken und deine Schultern
    .akk = deinen Nacken und deine Schultern
    .zu = zu deinem Nacken und deinen Schultern
    .bei = bei deinem Nacken und deinen Schultern
place-head = dein Kopf
    .akk = deinen Kopf
    .zu = zu deinem Kopf
    .bei = bei deinem Kopf
place-whole-body = dein ganzer Körper
    .akk = deinen ganzen Körper
    .zu = zu deinem ganzen Körper
    .bei = bei deinem ganzen Körper

## Jede Sitzung

session-stop =
    .a = Du kannst jederzeit aufhören, dich bewegen oder eine Pause machen.
    .b = Wann immer du magst, kannst du innehalten, dich bewegen oder aufhören.
session-eyes =
    .a = Deine Augen dürfen offen, halb offen oder geschlossen sein.
    .b = Augen offen oder geschlossen, ganz wie du magst.
session-comfort = Mach es dir bequem, und ändere es, wann immer du möchtest.
session-tell-someone = Wenn dich danach etwas beschäftigt, magst du vielleicht jemandem davon erzählen, dem du vertraust.
session-way-back =
    .a = Langsam kommen wir zum Ende. [4s] Vielleicht spürst du, was dich trägt, und hörst, was um dich herum ist.
    .b = Langsam kommen wir zurück. [4s] Vielleicht bemerkst du, wo du bist, und was du hören kannst.
session-way-back-end =
    .a = Vielleicht möchten Finger und Zehen sich bewegen. [5s] Schau dich um, und steh langsam auf, in deinem Tempo.
    .b = Streck dich oder gähne, wenn du magst. [5s] Mit dem Aufstehen hat es keine Eile.
session-sleep-end =
    .a = Jetzt ist nichts mehr zu tun. [4s] Ruh einfach so, wie du bist.
    .b = Mehr braucht es nicht. [4s] Du kannst bleiben, wie du bist.
session-half-way = Das ist etwa die Hälfte.
session-nearly-there = Es kommt nur noch ein wenig.
wait-ready =
    .a = Nimm dir die Zeit, die du brauchst. Drück die Leertaste, wenn du so weit bist.
    .b = Es eilt nicht. Mit der Leertaste geht es weiter, sobald du so weit bist.
wait-gone-on = Wir gehen jetzt sachte weiter. Du kannst dir trotzdem Zeit lassen.
quiet-ahead =
    .a = Jetzt ein wenig Stille. Nach einer Weile kommt die Stimme wieder.
    .b = Eine Weile lang gibt es keine Worte. Dann kehrt die Stimme zurück.

session-side-lying = Wenn du magst, leg dich auf die Seite oder gut gestützt hin, mit einem Kissen, wo es dir guttut.
session-seated = Mach das gern im Sitzen, mit etwas zum Anlehnen.
session-eyes-open = Deine Augen können die ganze Zeit offen bleiben und auf etwas Schlichtem ruhen.
session-slow-return = Bevor du aufstehst, bleib eine Minute sitzen. Dann komm langsam hoch, und halte dich an etwas fest.
session-small-movements = Lass jede Bewegung klein bleiben, weit vor ihrer Grenze.

## Atem

breathe-open =
    .a = Lass den Atem leicht sein, und kleiner, als du vielleicht denkst.
    .b = Lass den Atem weich sein. Ganz voll braucht er nicht zu werden.
breathe-as-you-like =
    .a = Wenn der Rhythmus nicht zu dir passt, atme einfach, wie du magst.
    .b = Wann immer dir dein eigener Rhythmus lieber ist, folge ihm.
breathe-without-holds = Wenn du den Atem lieber nicht anhältst, lass die Pausen weg.
breathe-ramp =
    .a = Der Rhythmus wird nach und nach langsamer. Geh mit, so weit es leicht ist.
    .b = Stück für Stück wird der Atem länger. Bleib da, wo es angenehm ist.
breathe-cue-tone = Ein steigender Ton begleitet den Atem hinein. Ein fallender begleitet ihn hinaus.
breathe-cue-fades = Bald verstummen die Worte. Die Töne gehen weiter.
breathe-remind =
    .a = Weich und leicht, und nichts daran muss gelingen.
    .b = Kleine Atemzüge sind gut so.
    .c = Hast du den Rhythmus verloren, dann steig einfach wieder ein.
    .d = Die Schultern brauchen nicht mitzuhelfen.
breathe-last-two = Noch zwei Atemzüge.
breathe-close =
    .a = Lass den Atem nun tun, was er mag.
    .b = Lass den Atem wieder seinen eigenen Weg finden.
    .c = Und der Atem kann von selbst kommen und gehen.
breathe-open-natural = Lass den Atem von selbst kommen und gehen. [4s] Vielleicht bemerkst du, wo du ihn am meisten spürst.
breathe-open-even = Das Einatmen so lang wie das Ausatmen, und beides leicht.
breathe-open-longer-out = Ein leichter Atemzug hinein, und ein längerer, weicherer hinaus.
breathe-open-easy-out = Ein kleiner Atemzug hinein, und doppelt so viel Zeit, um ihn gehen zu lassen.
breathe-open-sighing = Ein Atemzug hinein, ein kleiner Schluck Luft dazu, und dann ein langer, langsamer Seufzer.
breathe-open-box = Hinein, Pause, hinaus und Ruhe, alles gleich lang, und alles weich.
breathe-open-4-7-8 = Ein Atemzug hinein, eine lange, weiche Pause, und ein noch längerer Atemzug hinaus. Nur wenige davon.
breathe-open-humming = Durch die Nase ein. Dann ein leises Summen, die Lippen geschlossen, die Zähne ein wenig auseinander.
breathe-open-belly = Wenn du magst, leg eine Hand auf den Bauch. [3s] Lass ihn sich unter der Hand heben und senken.
breathe-open-pursed-lips = Durch die Nase ein. Und aus durch locker gespitzte Lippen, als würdest du einen Löffel Suppe kühlen.

# Gesprochen während einer Phase des Atems: je etwa eine Sekunde.
breathe-in = Atme ein.
breathe-sip = Noch ein Schluck.
breathe-hold = Pause.
breathe-out = Und aus.
breathe-rest = Und ruhen.
breathe-hum = Und summen.

## Ein anderer Anker als der Atem

anchor-hands-open = Lass deine Hände auf den Oberschenkeln ruhen. [3s] Vielleicht spürst du ihr Gewicht und ihre Wärme.
anchor-hands-stay =
    .a = Nur die Hände, und was unter ihnen liegt.
    .b = Vielleicht ist eine Hand wärmer als die andere.
    .c = Auch wenn deine Gedanken woanders waren, die Hände sind noch hier.
anchor-contact-open = Spür, was dich trägt, ob Stuhl, Boden oder Bett.
anchor-contact-stay =
    .a = Wo ist die Berührung am deutlichsten?
    .b = Vielleicht an den Fersen, am Gesäß oder am Rücken.
    .c = Auch wenn deine Gedanken woanders waren, der Boden ist noch hier.
anchor-sounds-open = Lausche den Geräuschen um dich herum, den nahen und den fernen.
anchor-sounds-stay =
    .a = Ein Geräusch, und dann noch eines.
    .b = Sie kommen und gehen. Du brauchst sie nicht zu benennen.
    .c = Vielleicht das fernste Geräusch, das du hören kannst.
anchor-sights-open = Lass die Augen auf etwas Angenehmem ruhen, oder einfach auf etwas Schlichtem.
anchor-sights-stay =
    .a = Die Farbe, die Ränder, das Licht darauf.
    .b = Deine Augen können zu etwas anderem weiterwandern.
    .c = Vielleicht gibt es eine Kleinigkeit, die du noch nicht gesehen hattest.
anchor-close =
    .a = Lass die Aufmerksamkeit nun weit werden, für alles um dich herum.
    .b = Du kannst hierher zurückkommen, wann immer du magst.

## Reise durch den Körper

scan-open =
    .a = Lass die Aufmerksamkeit durch den Körper wandern. Es gibt nichts zu verändern.
    .b = Wir besuchen jetzt den Körper, Stelle für Stelle. Du kannst jede davon auslassen.
scan-choice =
    .a = Du kannst hierbleiben, oder mitkommen zur nächsten Stelle.
    .b = Wenn eine Stelle nicht die richtige für dich ist, ruh bei einer, die leichter ist.
scan-arrive =
    .a = Lass die Aufmerksamkeit { $place-zu } kommen, wenn du magst.
    .b = Und nun vielleicht { $place }.
    .c = Wenn du so weit bist, komm mit { $place-zu }.
scan-stay =
    .a = Bleib noch ein wenig hier, wenn du magst.
    .b = Du hast Zeit, hier zu verweilen.
scan-notice =
    .a = Vielleicht ist da Wärme, oder Kühle.
    .b = Wie ist es hier, gerade jetzt?
    .c = Da kann ein Kribbeln sein, oder Schwere, oder nichts Besonderes.
    .d = Was immer du findest, darf so sein.
    .e = Vielleicht spürst du Stoff auf der Haut, oder Luft.
    .f = Hier gibt es nichts zu verändern.
    .g = Könnte hier etwas ein wenig weicher werden?
    .h = Vielleicht ist es anders als eben noch.
scan-nothing-felt =
    .a = Nichts zu spüren ist auch eine Antwort.
    .b = Wenn hier nicht viel zu spüren ist, ist das ganz in Ordnung.
scan-sore =
    .a = Wenn es hier wehtut, kannst du am Rand bleiben, oder weitergehen.
    .b = Wenn diese Stelle unangenehm ist, ruh bei einer, die leichter ist.
scan-wander =
    .a = Wenn deine Gedanken gewandert sind, komm zurück, sobald du es merkst.
    .b = Gedanken wandern. Du kannst hier neu beginnen.
    .c = Wo immer die Gedanken waren, diese Stelle ist noch da.
scan-on =
    .a = Wenn du so weit bist, gehen wir weiter.
    .b = Und noch ein Stück weiter.
    .c = Lass diese Stelle nun ruhen.
    .d = Weiter zur nächsten Stelle, wenn du magst.
scan-left-out = Diese Stelle lassen wir aus, wie du es dir gewünscht hast.
scan-other-side =
    .a = Und nun die andere Seite.
    .b = Lass die Aufmerksamkeit auf die andere Seite hinüberwandern.
scan-rest =
    .a = Nun darf die Aufmerksamkeit { $place-bei } ruhen, solange du magst.
    .b = Und hier, { $place-bei }, kannst du bleiben.
scan-whole =
    .a = Nun der ganze Körper auf einmal, von den Füßen bis zum Kopf.
    .b = Lass den ganzen Körper da sein, alles in einem.
scan-close =
    .a = Lass den Körper so sein, wie er ist.
    .b = Das war der Weg durch den Körper. Bleib, solange du magst.

scan-at-toes =
    .a = Vielleicht spürst du jeden Zeh für sich, oder alle zusammen.
    .b = Vielleicht bemerkst du die Räume zwischen den Zehen.
scan-at-sole =
    .a = Von der Ferse bis zum Ballen.
    .b = Vielleicht spürst du die Ferse, und worauf sie ruht.
scan-at-ankle =
    .a = Rundherum, wo der Fuß ins Bein übergeht.
    .b = Vielleicht bemerkst du die Mulden neben den Knochen.
scan-at-calf =
    .a = Vielleicht spürst du das Gewicht des Muskels, wo er aufliegt.
    .b = Der Muskel darf weich am Knochen hängen.
scan-at-knee =
    .a = Vorn, an den Seiten und hinten.
    .b = Vielleicht ist es hier warm, oder kühl.
scan-at-thigh =
    .a = Lange, kräftige Muskeln, vom Knie bis zur Hüfte.
    .b = Vielleicht spürst du, was hier das Gewicht trägt.
scan-at-hip =
    .a = Da, wo du den Sitz oder das Bett berührst.
    .b = Hier darf das Gewicht einsinken. Oder bleib bei deinen Händen.
scan-at-belly =
    .a = Vielleicht bewegt er sich ein wenig mit dem Atem. Oder bleib bei deinen Händen.
    .b = Hier gibt es nichts einzuziehen. Oder bleib bei deinen Händen.
scan-at-lower-back =
    .a = Vielleicht spürst du, was ihn berührt, und wo Raum ist.
    .b = Er darf getragen werden, so weit das angenehm ist.
scan-at-chest =
    .a = Vielleicht bewegen sich die Rippen beim Atmen. Oder bleib bei deinen Händen.
    .b = Rund um Schlüsselbein und Brustbein. Oder bleib bei deinen Händen.
scan-at-upper-back =
    .a = Vielleicht werden die Rippen hinten ein wenig weiter.
    .b = Vielleicht spürst du, wo der Rücken gestützt ist.
scan-at-shoulder =
    .a = Ist da ein kleines Hochziehen, das es gar nicht braucht?
    .b = Von hier aus kann der Arm hängen.
scan-at-upper-arm =
    .a = Von der Schulter bis zum Ellbogen.
    .b = Die Innenseite, und die Außenseite.
scan-at-forearm =
    .a = Vom Ellbogen bis zum Handgelenk.
    .b = Vielleicht spürst du, worauf hier das Gewicht ruht.
scan-at-hand =
    .a = Die Handfläche, der Handrücken, die Finger.
    .b = Die Finger dürfen sich einrollen oder ausstrecken, ganz wie sie mögen.
scan-at-throat =
    .a = Nur wahrnehmen, von innen. Oder bleib bei deinen Händen.
    .b = Vielleicht die Luft, die hindurchströmt. Oder wähle eine andere Stelle.
scan-at-back-of-neck =
    .a = Vom Haaransatz hinunter bis zu den Schultern.
    .b = Vielleicht bemerkst du, wie der Kopf getragen wird, und wovon.
scan-at-jaw =
    .a = Die Zähne dürfen ein wenig auseinander sein, und die Zunge darf ruhen.
    .b = Bis hinauf zum Gelenk, vor dem Ohr.
scan-at-face =
    .a = Die Wangen, die Lippen, und die kleinen Muskeln um den Mund.
    .b = Hier braucht es keinen Ausdruck.
scan-at-eyes =
    .a = Die Lider, und die kleinen Muskeln ringsum.
    .b = Offen oder geschlossen, es gibt nichts zu suchen.
scan-at-scalp =
    .a = Vom Haaransatz über den Scheitel bis nach hinten.
    .b = Vielleicht spürst du hier die Luft, oder das Kissen.

scan-at-feet = Zehen, Sohlen und Fersen, alles zusammen.
scan-at-legs = Den ganzen Weg, von der Hüfte bis zum Fußgelenk.
scan-at-trunk = Hüften, Bauch, Rippen und Rücken. Oder bleib bei deinen Händen.
scan-at-back = Vom Gesäß hinauf bis zu den Schultern.
scan-at-arms = Den ganzen Weg, von der Schulter bis in die Fingerspitzen.
scan-at-neck-and-shoulders = Quer über die Schultern, und den Nacken hinauf.
scan-at-head = Kiefer, Gesicht, Augen und Kopfhaut, alles zusammen.
scan-at-whole-body = Von den Füßen bis zum Kopf, alles auf einmal.

## Muskelentspannung

relax-open =
    .a = Wir spannen eine Muskelgruppe ein wenig an, und lassen sie dann los.
    .b = Ein wenig Anspannung, dann Loslassen, eine Gruppe nach der anderen.
relax-open-release =
    .a = Wir gehen durch die Muskeln und lassen sie weich werden, ohne anzuspannen.
    .b = Eine Muskelgruppe nach der anderen, und nur loslassen.
relax-first-time = Höchstens mit halber Kraft, und nie bis in den Schmerz. Der Atem geht die ganze Zeit weiter.
relax-let-go =
    .a = Und loslassen.
    .b = Und lösen.
    .c = Lass alles locker werden.
    .d = Und lass es weich werden.
relax-notice =
    .a = Vielleicht bemerkst du, wie es jetzt ist.
    .b = Da kann Wärme sein, oder ein wenig Schwere.
    .c = Hier gibt es nichts zu halten.
    .d = Ist da ein Unterschied, und sei er noch so klein?
    .e = Bleib einen Moment dabei, wenn du magst.
relax-again =
    .a = Noch einmal, so leicht du magst.
    .b = Und noch einmal, vielleicht etwas sanfter.
relax-next =
    .a = Weiter zur nächsten Gruppe.
    .b = Und nun die nächste, wenn du so weit bist.
    .c = Lass das ruhen, und wir gehen weiter.
relax-skip = Lass aus, was wehtut, oder stell es dir nur vor.
relax-cramp = Wenn ein Krampf kommt, lass gleich los, und bewege die Stelle sanft.
relax-close =
    .a = Lass nun alles ruhen, so wie es ist.
    .b = Es gibt nichts mehr anzuspannen. Bleib, solange du magst.
relax-effort-quarter = Ein Viertel deiner Kraft genügt völlig.
relax-effort-third = Ein Drittel deiner Kraft genügt völlig.
relax-effort-half = Die Hälfte deiner Kraft genügt völlig, und weniger ist auch gut.

relax-tense-dominant-hand = Deine Schreibhand. Mach eine sanfte Faust, mit etwa halber Kraft.
relax-tense-dominant-upper-arm = Der Oberarm auf dieser Seite. Drück den Ellbogen sanft nach unten, mit etwa halber Kraft.
relax-tense-dominant-arm = Der Arm, mit dem du schreibst. Mach eine Faust und beuge den Ellbogen, mit etwa halber Kraft.
relax-tense-other-hand = Die andere Hand. Mach eine sanfte Faust, mit etwa halber Kraft.
relax-tense-other-upper-arm = Der andere Oberarm. Drück den Ellbogen sanft nach unten, mit etwa halber Kraft.
relax-tense-other-arm = Der andere Arm. Mach eine Faust und beuge den Ellbogen, mit etwa halber Kraft.
relax-tense-arms = Beide Arme. Mach Fäuste und beuge die Ellbogen, mit etwa halber Kraft.
relax-tense-hands = Beide Hände. Mach sanfte Fäuste, mit etwa halber Kraft.
relax-tense-forehead = Die Stirn. Zieh die Augenbrauen hoch, mit etwa halber Kraft.
relax-tense-eyes-and-nose = Augen und Nase. Drück die Lider leicht zu und rümpfe die Nase, mit etwa einem Drittel deiner Kraft.
relax-tense-mouth-and-jaw = Mund und Kiefer. Lass etwas Raum zwischen den Zähnen, und drück die Lippen sanft zusammen, mit einem Viertel deiner Kraft.
relax-tense-face = Das Gesicht. Zieh alles leicht zur Nase hin, mit etwa einem Drittel deiner Kraft.
relax-tense-neck = Der Nacken. Drück den Kopf leicht nach hinten ins Kissen, mit etwa einem Viertel deiner Kraft.
relax-tense-face-and-neck = Gesicht und Nacken. Leg das Gesicht in Falten, und drück den Kopf leicht nach hinten ins Kissen.
relax-tense-chest-and-shoulders = Brust und Schultern. Zieh die Schulterblätter zueinander, mit etwa halber Kraft.
relax-tense-shoulders = Beide Schultern. Heb sie in Richtung der Ohren, mit etwa halber Kraft.
relax-tense-belly = Der Bauch. Zieh ihn ein wenig ein, mit etwa einem Drittel deiner Kraft, und atme weiter.
relax-tense-trunk = Brust, Rücken und Bauch. Zieh die Schulterblätter zueinander und den Bauch ein, mit einem Drittel deiner Kraft.
relax-tense-dominant-thigh = Der Oberschenkel auf der Seite deiner Schreibhand. Spann ihn leicht an, mit einem Viertel deiner Kraft.
relax-tense-dominant-calf = Der Unterschenkel auf dieser Seite. Zieh die Zehen leicht zu dir heran, nur für einen Moment.
relax-tense-dominant-foot = Der Fuß auf dieser Seite. Roll die Zehen leicht ein, nur für einen Moment.
relax-tense-dominant-leg = Das Bein auf der Seite deiner Schreibhand. Spann den Oberschenkel an, und zieh die Zehen leicht zu dir heran.
relax-tense-other-thigh = Der andere Oberschenkel. Spann ihn leicht an, mit etwa einem Viertel deiner Kraft.
relax-tense-other-calf = Der andere Unterschenkel. Zieh die Zehen leicht zu dir heran, nur für einen Moment.
relax-tense-other-foot = Der andere Fuß. Roll die Zehen leicht ein, nur für einen Moment.
relax-tense-other-leg = Das andere Bein. Spann den Oberschenkel an, und zieh die Zehen leicht zu dir heran.
relax-tense-legs = Beide Beine. Spann die Oberschenkel an, und zieh die Zehen leicht zu dir heran.
relax-tense-thighs = Oberschenkel und Gesäß. Spann sie leicht an, mit etwa einem Viertel deiner Kraft.
relax-tense-calves = Beide Unterschenkel. Zieh die Zehen leicht zu dir heran, nur für einen Moment.
relax-tense-feet = Beide Füße. Roll die Zehen leicht ein, nur für einen Moment.

relax-soften-dominant-hand =
    .a = Deine Schreibhand. Lass sie weich werden, vom Handgelenk bis in die Fingerspitzen.
    .b = Lass deine Schreibhand offen und locker liegen.
relax-soften-dominant-upper-arm =
    .a = Der Oberarm auf dieser Seite. Lass seinen Muskel weich am Knochen hängen.
    .b = Lass diesen Oberarm sein Gewicht abgeben.
relax-soften-dominant-arm =
    .a = Der Arm, mit dem du schreibst. Lass ihn weich werden, bis in die Fingerspitzen.
    .b = Lass den Arm, mit dem du schreibst, einfach daliegen. Er hat nichts zu tun.
relax-soften-other-hand =
    .a = Die andere Hand. Lass sie weich werden, vom Handgelenk bis in die Fingerspitzen.
    .b = Lass die andere Hand offen und locker liegen.
relax-soften-other-upper-arm =
    .a = Der andere Oberarm. Lass seinen Muskel weich am Knochen hängen.
    .b = Lass den anderen Oberarm sein Gewicht abgeben.
relax-soften-other-arm =
    .a = Der andere Arm. Lass ihn weich werden, bis in die Fingerspitzen.
    .b = Lass den anderen Arm einfach daliegen. Er hat nichts zu tun.
relax-soften-arms =
    .a = Beide Arme. Lass sie weich werden, von den Schultern bis in die Fingerspitzen.
    .b = Lass beide Arme einfach daliegen. Sie haben nichts zu tun.
relax-soften-hands =
    .a = Beide Hände. Lass sie weich werden, von den Handgelenken bis in die Fingerspitzen.
    .b = Lass beide Hände offen und locker liegen.
relax-soften-forehead =
    .a = Die Stirn. Lass sie glatt und weit werden.
    .b = Lass die Stirn ruhig sein, von einer Schläfe zur anderen.
relax-soften-eyes-and-nose =
    .a = Augen und Nase. Lass die Lider leicht sein, und die Nase weich.
    .b = Lass die kleinen Muskeln um die Augen weich werden.
relax-soften-mouth-and-jaw =
    .a = Mund und Kiefer. Lass die Zähne ein wenig auseinandergehen, und die Zunge ruhen.
    .b = Lass den Kiefer ein wenig hängen, und die Lippen weich sein.
relax-soften-face =
    .a = Das Gesicht. Lass Stirn, Augen und Kiefer weich werden.
    .b = Lass das Gesicht ohne Ausdruck sein, von der Stirn bis zum Kinn.
relax-soften-neck =
    .a = Der Nacken. Lass das Kissen den Kopf tragen.
    .b = Lass den Nacken lang und weich sein.
relax-soften-face-and-neck =
    .a = Gesicht und Nacken. Der Kiefer darf locker sein, und der Kopf darf getragen werden.
    .b = Lass das Gesicht weich werden, und den Nacken mit ihm.
relax-soften-chest-and-shoulders =
    .a = Brust und Schultern. Lass die Schultern sinken, während du ausatmest.
    .b = Lass die Brust weit sein, und die Schulterblätter ruhen.
relax-soften-shoulders =
    .a = Beide Schultern. Lass sie sinken, fort von den Ohren.
    .b = Lass die Arme locker von den Schultern hängen.
relax-soften-belly =
    .a = Der Bauch. Lass ihn rund und weich sein.
    .b = Lass den Bauch mit dem Atem kommen und gehen.
relax-soften-trunk =
    .a = Brust, Rücken und Bauch. Lass sie weich werden, während du ausatmest.
    .b = Lass die Mitte des Körpers ihr Gewicht abgeben.
relax-soften-dominant-thigh =
    .a = Der Oberschenkel auf der Seite deiner Schreibhand. Lass ihn breit und schwer werden.
    .b = Lass diesen Oberschenkel sein Gewicht abgeben.
relax-soften-dominant-calf =
    .a = Der Unterschenkel auf dieser Seite. Lass die Wade weich am Knochen hängen.
    .b = Lass diese Wade ihr Gewicht abgeben.
relax-soften-dominant-foot =
    .a = Der Fuß auf dieser Seite. Lass Zehen und Sohle locker sein.
    .b = Lass diesen Fuß fallen, wohin er mag.
relax-soften-dominant-leg =
    .a = Das Bein auf der Seite deiner Schreibhand. Lass es weich werden, bis in die Zehen.
    .b = Lass dieses Bein einfach daliegen. Es hat nichts zu tragen.
relax-soften-other-thigh =
    .a = Der andere Oberschenkel. Lass ihn breit und schwer werden.
    .b = Lass den anderen Oberschenkel sein Gewicht abgeben.
relax-soften-other-calf =
    .a = Der andere Unterschenkel. Lass die Wade weich am Knochen hängen.
    .b = Lass die andere Wade ihr Gewicht abgeben.
relax-soften-other-foot =
    .a = Der andere Fuß. Lass Zehen und Sohle locker sein.
    .b = Lass den anderen Fuß fallen, wohin er mag.
relax-soften-other-leg =
    .a = Das andere Bein. Lass es weich werden, bis in die Zehen.
    .b = Lass das andere Bein einfach daliegen. Es hat nichts zu tragen.
relax-soften-legs =
    .a = Beide Beine. Lass sie weich werden, von den Hüften bis in die Zehen.
    .b = Lass beide Beine einfach daliegen. Sie haben nichts zu tragen.
relax-soften-thighs =
    .a = Oberschenkel und Gesäß. Lass sie breit und schwer werden.
    .b = Lass Oberschenkel und Gesäß ihr Gewicht abgeben.
relax-soften-calves =
    .a = Beide Unterschenkel. Lass die Waden weich an den Knochen hängen.
    .b = Lass beide Waden ihr Gewicht abgeben.
relax-soften-feet =
    .a = Beide Füße. Lass Zehen und Sohlen locker sein.
    .b = Lass beide Füße fallen, wohin sie mögen.

## Selbstmassage

massage-open =
    .a = Von Anfang bis Ende darf das angenehm sein. Wenn etwas sticht, brennt oder taub wird, werde leichter.
    .b = Angenehm genügt. Wenn etwas sticht, brennt oder taub wird, werde leichter oder hör auf.
massage-warm-hands =
    .a = Wenn deine Hände kühl sind, reib sie aneinander, bis sie warm sind.
    .b = Vielleicht wärmst du zuerst die Hände, an einer Tasse oder unter den Achseln.
massage-place =
    .a = Und nun vielleicht { $place }.
    .b = Ein wenig Zeit für { $place-akk }.
massage-remind =
    .a = Ist es noch angenehm? Leichter ist immer gut.
    .b = Langsamer, wenn du magst.
    .c = Lass den Atem leicht weitergehen.
    .d = Schultern und Kiefer dürfen locker sein.
    .e = Wenn etwas müde wird, ruh einen Moment aus.
    .f = Finde heraus, was du am liebsten magst.
massage-change-side =
    .a = Und die andere Seite, in deinem Tempo.
    .b = Wechsle nun langsam die Seite.
    .c = Wenn du so weit bist, die andere Seite.
massage-change-hands =
    .a = Wechsle die Hand, wenn das leichter ist.
    .b = Nun kann die andere Hand übernehmen.
massage-change-technique =
    .a = Und jetzt ein wenig anders.
    .b = Bleib, wo du bist. Nur die Berührung ändert sich.
massage-imagine =
    .a = Hier braucht es keine Berührung. Stell dir nur eine warme Hand vor, die dort ruht.
    .b = Lass deine Hände, wo sie sind, und stell dir eine langsame, freundliche Berührung vor.
massage-last-one =
    .a = Ein letztes Mal.
    .b = Noch einmal, und dann lass es gut sein.
massage-count-1 = Eins.
massage-count-2 = Zwei.
massage-count-3 = Drei.
massage-count-4 = Vier.
massage-count-5 = Fünf.
massage-count-6 = Sechs.
massage-count-7 = Sieben.
massage-count-8 = Acht.
massage-rest-hands =
    .a = Lass deine Hände eine Weile ruhen.
    .b = Leg deine Hände ab, und lass sie liegen.
massage-close =
    .a = Lass die Hände sich langsam lösen.
    .b = Das genügt. Lass es ruhen.
    .c = Bleib einen Moment, und spür, wie es jetzt ist.
massage-pace-slow = Langsam, etwa zwei Fingerbreit in der Sekunde.
massage-pace-very-slow = Sehr langsam, etwa einen Fingerbreit in der Sekunde.
massage-pressure-0 = Hier ganz ohne Druck.
massage-pressure-1 = Kaum mehr als das eigene Gewicht, etwa eins von zehn.
massage-pressure-2 = Leicht und angenehm, etwa zwei von zehn.
massage-pressure-3 = Sanft und doch spürbar, immer noch angenehm, höchstens drei von zehn.
massage-pressure-4 = Fest, aber noch angenehm, nie mehr als vier von zehn.

massage-reach-toes = Leg den Fuß auf das andere Knie, oder greif nach unten, wie es leichter ist. [5s]
massage-reach-sole = Leg den Fuß auf das andere Knie, oder so, wie es am leichtesten geht. Lass beide Hände zur Sohle kommen. [5s]
massage-reach-ankle = Leg den Fuß auf das andere Knie, oder greif nach unten. Leg beide Hände um das Fußgelenk. [5s]
massage-reach-calf = Beuge das Knie, und leg beide Hände an die Wade, ein gutes Stück unter der Kniekehle. [5s]
massage-reach-knee = Setz dich so, dass das Bein gestützt ist. Leg beide Hände um die Kniescheibe, und lass die Kniekehle frei. [5s]
massage-reach-thigh = Lehn dich zurück, und leg beide Hände oben auf den Oberschenkel, näher am Knie als an der Hüfte. [4s]
massage-reach-hip = Leg eine Hand seitlich an die Hüfte, da, wo das Gesäß beginnt. [4s]
massage-reach-belly = Leg dich hin oder lehn dich zurück, mit gebeugten Knien. Leg beide Hände flach auf den Bauch. [6s]
massage-reach-lower-back = Leg die Handrücken unten an den Rücken, neben die Wirbelsäule, nie auf sie. [5s]
massage-reach-chest = Leg die Hand der anderen Seite flach gleich unter das Schlüsselbein. [4s]
massage-reach-upper-back = Es ist der Muskel zwischen Wirbelsäule und Schulterblatt. Die Wirbelsäule selbst bleibt frei. [4s]
massage-reach-shoulder = Leg die Hand der anderen Seite um die Schulter, mit einer Stütze unter dem Ellbogen. [5s]
massage-reach-upper-trapezius = Leg die Hand der anderen Seite oben auf die Schulter, mit einer Stütze unter dem Ellbogen. Der Hals bleibt vorn frei. [5s]
massage-reach-upper-arm = Führ den anderen Arm vor dem Körper herüber, und leg seine Hand außen an den Oberarm. [4s]
massage-reach-forearm = Leg den Arm in den Schoß oder auf ein Kissen, und bring die andere Hand dazu. [4s]
massage-reach-hand = Lass die Hand im Schoß liegen, und nimm sie sanft in die andere. [4s]
massage-reach-back-of-hand = Lass die Hand mit der Fläche nach unten liegen, und leg die andere darauf. [4s]
massage-reach-palm = Lass die Hand mit der Fläche nach oben liegen, und leg die Finger der anderen hinein. [4s]
massage-reach-thumb-base = Lass die Hand mit der Fläche nach oben liegen, und finde den weichen Ballen unter dem Daumen. [4s]
massage-reach-fingers = Lass die Hand im Schoß liegen, und nimm einen Finger sanft in die andere Hand. [4s]
massage-reach-back-of-neck = Leg die Hände an den Nacken. Nur an den Muskel dort, nie an die Seiten oder vorn an den Hals. [5s]
massage-reach-skull-base = Stütz beide Ellbogen auf, und leg die Fingerkuppen dahin, wo der Kopf in den Nacken übergeht. [5s]
massage-reach-jaw = Lass die Zähne ein wenig auseinander, und leg zwei oder drei Finger vor das Ohr. [4s]
massage-reach-face = Leg die Hände weich auf die Wangen, mit Abstand zu den Augen. [4s]
massage-reach-temples = Leg die Fingerkuppen leicht auf die Schläfe, mit Abstand zum Auge. [4s]
massage-reach-forehead = Stütz die Ellbogen auf, und leg die Fingerkuppen auf die Mitte der Stirn. [4s]
massage-reach-scalp = Stütz die Ellbogen auf, und lass alle Fingerkuppen zur Kopfhaut kommen. [4s]

massage-do-hold =
    .a = Lass die Hand dort ruhen, warm und still.
    .b = Das Gewicht der Hand darf dort ruhen. Sonst ist nichts zu tun.
massage-do-slow-stroke =
    .a = Gleite mit der ganzen, weichen Hand über die Haut, langsam, immer wieder.
    .b = Streich langsam und gleichmäßig in eine Richtung, und beginn dann von vorn.
massage-do-skin-stretch =
    .a = Lass die Finger die Haut ein wenig zur Seite mitnehmen, und warte dort.
    .b = Schieb die Haut bis an ihre weiche Grenze, nicht weiter, und bleib.
massage-do-circles =
    .a = Kleine, langsame Kreise mit den Fingerkuppen. Die Haut geht mit.
    .b = Lass die Fingerkuppen kleine, langsame Kreise ziehen, und die Haut mitnehmen.
massage-do-knead =
    .a = Nimm den Muskel weich in die Hand, und lass ihn wieder los.
    .b = Langsam den Muskel umfassen, und langsam loslassen.
massage-do-squeeze =
    .a = Drück sanft, lass los, und geh ein kleines Stück weiter.
    .b = Ein sanfter Druck, eine Pause, und dann ein Stück weiter.
massage-do-lean =
    .a = Lehn dich langsam gegen den Ball, nur so weit es angenehm ist, und bleib dort.
    .b = Lass ein wenig von deinem Gewicht in den Ball sinken, und ruh.
massage-do-roll =
    .a = Lass den Ball langsam rollen, und verweile, wo es angenehm ist.
    .b = Roll langsam und leicht über den Ball, hin und her.
massage-do-rock =
    .a = Ein kleines, träges Schaukeln, hin und her.
    .b = Lass es ein wenig schaukeln, so träge du magst.
massage-do-warm =
    .a = Leg das warme Tuch oder Kissen darauf, angenehm warm, nie heiß.
    .b = Lass die Wärme dort ruhen. Wenn sie zu heiß wird, leg ein Tuch dazwischen.
massage-do-move =
    .a = Kleine, leichte Bewegungen, nur so weit, wie es angenehm ist.
    .b = Beweg dich ein wenig, langsam, und nur so weit es leicht geht.

massage-do-slow-stroke-toes = Streich langsam über jeden Zeh, vom Ansatz bis zur Spitze.
massage-do-slow-stroke-sole = Streich langsam von der Ferse zu den Zehen, mit flacher Hand oder lockerer Faust.
massage-do-slow-stroke-ankle = Streich langsam um das Fußgelenk, und über die Mulden neben den Knochen.
massage-do-slow-stroke-calf = Streich leicht aufwärts, vom Fußgelenk bis knapp unter das Knie.
massage-do-slow-stroke-knee = Streich mit flachen Händen langsam rund um die Kniescheibe.
massage-do-slow-stroke-thigh = Streich langsam vom Knie in Richtung Hüfte, vorn und an der Außenseite.
massage-do-slow-stroke-hip = Streich mit flacher Hand langsam seitlich die Hüfte hinab.
massage-do-slow-stroke-belly = Streich in einem weiten Kreis, auf deiner rechten Seite hinauf, auf der linken hinab.
massage-do-slow-stroke-lower-back = Streich mit den Handrücken langsam neben der Wirbelsäule abwärts.
massage-do-slow-stroke-chest = Streich langsam unter dem Schlüsselbein entlang, vom Brustbein zur Schulter hin.
massage-do-slow-stroke-shoulder = Streich langsam über die runde Außenseite der Schulter.
massage-do-slow-stroke-upper-trapezius = Streich langsam vom Nacken nach außen, über die Schulter.
massage-do-slow-stroke-upper-arm = Streich langsam an der Außenseite hinab, von der Schulter bis zum Ellbogen.
massage-do-slow-stroke-forearm = Gleite mit der ganzen Hand langsam vom Handgelenk zum Ellbogen.
massage-do-slow-stroke-hand = Gleite langsam vom Handgelenk bis zu den Fingerspitzen.
massage-do-slow-stroke-back-of-hand = Gleite langsam über den Handrücken, vom Handgelenk zu den Fingern.
massage-do-slow-stroke-palm = Streich langsam über die Handfläche, vom Handgelenk zu den Fingern.
massage-do-slow-stroke-thumb-base = Streich langsam den Ballen entlang, vom Handgelenk zum Daumen hin.
massage-do-slow-stroke-fingers = Streich langsam an jedem Finger entlang, vom Ansatz bis zur Spitze.
massage-do-slow-stroke-back-of-neck = Streich langsam vom Haaransatz hinab, und hinaus zu den Schultern.
massage-do-slow-stroke-skull-base = Streich langsam unter dem Schädelrand nach außen, nicht weiter als bis hinter die Ohren.
massage-do-slow-stroke-jaw = Streich langsam vom Wangenknochen hinab, und lass den Mund von selbst locker werden.
massage-do-slow-stroke-face = Streich leicht von der Nase nach außen, über die Wangen.
massage-do-slow-stroke-temples = Streich ganz leicht von der Schläfe nach hinten, zum Haaransatz hin.
massage-do-slow-stroke-forehead = Streich langsam von der Mitte der Stirn hinaus zu den Schläfen.
massage-do-slow-stroke-scalp = Zieh die Fingerkuppen langsam vom Haaransatz nach hinten, über den Scheitel.
massage-do-circles-belly = Langsame Kreise um den Nabel, im Uhrzeigersinn, mit flachen Händen.
massage-do-circles-lower-back = Kleine, langsame Kreise neben der Wirbelsäule mit den Fingerknöcheln, nie auf dem Knochen.
massage-do-circles-skull-base = Kleine, langsame Kreise, von nahe der Mitte bis hinter die Ohren.
massage-do-circles-jaw = Kleine, langsame Kreise auf dem Kaumuskel, die Zähne ein wenig auseinander.
massage-do-circles-temples = Kleine, langsame, ganz leichte Kreise, mit Abstand zum Auge.
massage-do-circles-scalp = Lass die Fingerkuppen die Haut über dem Knochen bewegen, in kleinen, langsamen Kreisen.
massage-do-knead-sole = Drück mit lockerer Faust weich in die Sohle, und lass wieder los.
massage-do-knead-palm = Drück mit gebeugten Fingern weich in die Handfläche, und lass wieder los.
massage-do-knead-back-of-neck = Nimm den Muskel im Nacken weich in die Hand, und lass ihn wieder los.
massage-do-squeeze-toes = Drück jeden Zeh sanft, und lass ihn los.
massage-do-squeeze-hand = Drück die ganze Hand sanft, und lass sie los.
massage-do-squeeze-palm = Drück die Handfläche sanft zwischen Daumen und Fingern, und lass sie los.
massage-do-squeeze-thumb-base = Drück den Ballen sanft zwischen Daumen und Finger, und lass ihn los.
massage-do-squeeze-fingers = Drück jeden Finger sanft, vom Ansatz bis zur Spitze.
massage-do-squeeze-upper-trapezius = Heb den Muskel sanft an, bleib einen Moment, und lass ihn los.
massage-do-lean-sole = Setz dich, mit dem Ball unter dem Fuß, und lass nur das Gewicht des Fußes darauf ruhen.
massage-do-lean-hip = Nimm den Ball zwischen die Wand und die Seite deines Gesäßes, und lehn dich langsam an.
massage-do-lean-lower-back = Nimm den Ball zwischen die Wand und den Muskel neben der Wirbelsäule, und lehn dich langsam an.
massage-do-lean-upper-back = Nimm den Ball zwischen die Wand und den Muskel neben der Wirbelsäule, und lehn dich langsam an.
massage-do-lean-upper-trapezius = Nimm den Ball zwischen die Wand und die Oberseite der Schulter, und lehn dich langsam an.
massage-do-roll-sole = Roll den Ball im Sitzen langsam von der Ferse zu den Zehen, nur mit dem Gewicht des Fußes.
massage-do-roll-palm = Roll den Ball langsam unter der Handfläche, auf einem Tisch oder auf dem Oberschenkel.
massage-do-rock-calf = Leg eine Hand ans Schienbein, und lass den Unterschenkel träge hin und her pendeln.
massage-do-rock-thigh = Leg eine Hand auf den Oberschenkel, und lass das Bein träge nach innen und außen rollen.
massage-do-rock-hip = Lass die Hüften ein wenig hin und her schaukeln, so träge du magst.
massage-do-rock-lower-back = Lass im Liegen die gebeugten Knie ein wenig hin und her pendeln.
massage-do-move-toes = Spreiz die Zehen langsam ein wenig, und roll sie langsam wieder ein.
massage-do-move-ankle = Lass den Fuß kleine, langsame Kreise ziehen.
massage-do-move-knee = Streck das Knie ein wenig, und beuge es wieder, langsam.
massage-do-move-hip = Lass das Knie ein wenig nach außen sinken, und langsam zurückkommen.
massage-do-move-lower-back = Kipp das Becken ein wenig vor und zurück, langsam, und so, wie es angenehm ist.
massage-do-move-upper-back = Mach den oberen Rücken ein wenig rund, und richte ihn wieder auf, langsam.
massage-do-move-shoulder = Lass die Schulter langsam kreisen, nach oben, hinten und unten.
massage-do-move-upper-trapezius = Heb die Schulter ein wenig, und lass sie langsam sinken.
massage-do-move-hand = Lass die Hand locker im Handgelenk kreisen, klein und langsam.
massage-do-move-fingers = Öffne die Finger langsam, und lass sie sich wieder einrollen.
massage-do-move-back-of-neck = Dreh den Kopf ein wenig zur einen Seite, dann zur anderen, klein und langsam.
massage-do-move-jaw = Lass den Mund ein wenig aufgehen und sich wieder schließen. Die Zunge ruht.

massage-tool-finger-pads = Mit den weichen Kuppen deiner Finger.
massage-tool-knuckles = Mit der flachen Seite deiner gebeugten Finger.
massage-tool-soft-fist = Mit einer lockeren, weichen Faust. Das schont den Daumen.
massage-tool-soft-ball = Mit einem weichen Ball, der unter dem Daumen nachgibt.
massage-tool-tennis-ball = Mit einem Tennisball, vielleicht in einer Socke.
massage-tool-cloth = Mit einem weichen Tuch, trocken oder angenehm warm.
massage-tool-warm-pack = Mit einem Wärmekissen in einem Tuch, nie heiß.

## Vorsicht

caution-front-of-neck = Lass die Vorderseite und die Seiten des Halses frei. Dort verlaufen große Blutgefäße.
caution-neck-device = Halte Massagepistolen und alles, was vibriert, von Hals und Nacken fern.
caution-neck-force = Kein Ruck, kein Knacken, kein starkes Drehen am Nacken. Klein und langsam genügt.
caution-spine-and-kidneys = Bleib neben der Wirbelsäule, nie auf ihr, und lass die Flanken in Ruhe.
caution-eyes = Kein Druck auf die Augen. Bleib an Stirn und Schläfen.
caution-pressure-high = Bleib mit dem Druck unter fünf von zehn. Mehr Kraft bringt nicht mehr.
caution-behind-knee = Lass die Kniekehle aus. Gefäße und Nerven liegen dort dicht unter der Haut.
caution-armpit = Lass die Achselhöhle aus. Gefäße und Nerven liegen dort dicht unter der Haut.
caution-groin = Lass die Leiste aus. Gefäße und Nerven liegen dort dicht unter der Haut.
caution-inner-elbow = Lass die Ellenbeuge aus. Gefäße und Nerven liegen dort dicht unter der Haut.
caution-too-fast = Hier kein schnelles Atmen. Davon kann dir schwindlig werden.
caution-driving = Nur, wenn du gefahrlos schläfrig werden darfst. Nicht beim Fahren, am Wasser, oder nach Alkohol oder Drogen.
caution-volume = Stell es so leise, dass du gerade noch folgen kannst.
caution-dizziness = Wird dir schwindlig, kribbelt es oder fehlt dir Luft, dann atme wieder wie sonst, mit offenen Augen.
caution-comfort = Angenehm genügt. Wenn es sticht, brennt, ausstrahlt oder taub wird, werde leichter oder hör auf.
caution-cramp = Wenn ein Krampf kommt, lass gleich los, und bewege die Stelle sanft.
caution-after-meal = Warte nach dem Essen ein bis zwei Stunden, bevor du den Bauch massierst.
caution-breath-holds = Wenn du schwanger bist, hohen Blutdruck oder Beschwerden an Herz, Gefäßen oder Augen hast, lass die Atempausen weg.
caution-calf-clot = Ist ein Bein neu geschwollen, warm oder schmerzhaft? Dann lass es in Ruhe, und lass es heute noch ärztlich anschauen. Es kann ein Blutgerinnsel sein.
caution-varicose-veins = Bei Krampfadern lass die Adern selbst aus. Leichtes Streichen daneben ist gut, wenn es angenehm ist.
caution-blood-thinners = Wenn du Blutverdünner nimmst oder leicht blaue Flecken bekommst, bleib bei leichten, flachen Händen, ohne Ball.
caution-pregnancy = Wenn du schwanger bist, bleib bei leichter Berührung, lass Bauch, unteren Rücken und Fußgelenke aus, und halte den Atem nicht an.
caution-late-pregnancy = Ab der achtundzwanzigsten Woche lieg lieber auf der Seite oder gut gestützt als flach auf dem Rücken.
caution-recent-injury = Lass jede Stelle mit Bruch, Verstauchung, Wunde, Verbrennung oder Infektion aus. Anderswo ist es gut, wenn es angenehm ist.
caution-surgery = Nach einer Operation in den letzten sechs Wochen, oder mit einem Port oder einer Drainage, frag zuerst dein Behandlungsteam.
caution-skin = Lass Haut mit Ausschlag, Infektion, offenen Stellen oder Fieberbläschen aus.
caution-fever = Wenn du dich krank oder fiebrig fühlst, ruh dich lieber aus. Nur zuhören ist in Ordnung.
caution-numb-area = Wo du weniger spürst, nimm nur die Hände, und schau auf die Haut. Dort bitte keine Wärme und keinen Ball.
caution-heat = Kein Wärmekissen, wo du weniger spürst, und keines über einem Pflaster mit Wirkstoff oder einem Gel.
caution-neck-movement = Nach einem Schleudertrauma, oder wenn dir schwindlig ist, lass Bewegungen des Nackens aus. Sonst halte sie klein und langsam.
caution-osteoporosis = Bei Osteoporose bleib bei leichten, flachen Händen, und lass das Anlehnen an einen Ball aus.
caution-bruising-and-lumps = Lass blaue Flecken, Knoten und Schmerzen aus, die noch niemand angeschaut hat, und lass sie bald anschauen.
caution-neck-artery = Nach einem Schlaganfall, oder wenn eine Halsarterie betroffen ist, lass Hals, Nacken und Schläfen in Ruhe, und hol dir ärztlichen Rat.
caution-neck-unstable = War dein Nacken gebrochen oder operiert, oder fühlt sich das Beugen an wie Strom, dann lass ihn aus, bis du ärztlich grünes Licht hast.
caution-belly-illness = Bei Bauchweh, einer Entzündung, einem Leistenbruch oder Nabelbruch, einem Stoma oder einer frischen Wunde lass den Bauch aus.
caution-jaw-trouble = Wenn dein Kiefer klemmt oder diese Woche behandelt wurde, lass die Hände nur auf den Wangen ruhen.
caution-headache = Bei Migräne oder starkem Kopfweh lass Kopf und Nacken aus, wenn Berührung unangenehm ist, und halte es leise.
caution-ears = Bei Beschwerden an Ohren oder Nebenhöhlen summ ganz leise, oder atme ohne Ton aus.
caution-lungs = Wenn deine Lunge dir gerade Mühe macht, atme in deinem Tempo, durch gespitzte Lippen aus, ohne Pausen.
caution-epilepsy = Bei Epilepsie oder Ohnmachten atme, wie es kommt, ohne Pausen, im Sitzen oder Liegen.
caution-uneasy-breath = Wenn dir das Beobachten des Atems unangenehm ist, wende dich lieber Geräuschen, Händen oder Füßen zu.
caution-tensing-pain = Wenn ein Muskel wehtut oder krampft, lass ihn aus, oder lass ihn nur weich werden.
caution-tensing-pressure = Bei hohem Blutdruck, einer Herzkrankheit, grünem Star oder einem Leistenbruch lass los, ohne anzuspannen.
caution-low-blood-pressure = Wenn dir beim Aufstehen schwindlig wird, bleib am Ende eine Minute sitzen, und steh langsam auf.
caution-unsteady = Wenn du unsicher auf den Beinen bist, mach das im Sitzen, oder lass es aus.
caution-hypermobile = Bei sehr beweglichen Gelenken bleib in der Mitte jeder Bewegung.
caution-very-sensitive = Wo schon leichte Berührung wehtut, leg eine Hand in die Nähe, oder stell dir die Berührung nur vor.
caution-lymph = Bei einem Lymphödem, oder wenn Lymphknoten entfernt wurden, bleib an diesem Arm oder Bein bei dem, was du in der Therapie gelernt hast.
caution-cancer = Bei Krebs, jetzt oder im letzten Jahr, frag zuerst dein Behandlungsteam. Nicht über einem Knoten, einem Port oder behandelter Haut.
caution-trauma = Wenn alte Erinnerungen kommen, oder wenn sich etwas unwirklich anfühlt, lass die Augen offen, und bleib bei den Geräuschen. Hör auf, wann immer du magst.
caution-psychosis = Nach einer Psychose oder Manie passen kurze Sitzungen mit offenen Augen besser. Sprich zuerst mit deinem Behandlungsteam.
caution-sedated = Nach Beruhigungsmitteln oder Alkohol spürst du vielleicht weniger. Bleib bei leichten Händen, ohne Wärme und ohne Ball.
caution-unexplained = Gewichtsverlust, Nachtschweiß, oder Schmerzen in der Nacht oder nach einem Sturz? Lass das bitte zuerst ärztlich anschauen.
caution-emergency-stroke = Plötzlich sehr starke Schmerzen in Kopf oder Nacken, verwaschene Sprache oder ein hängendes Gesicht? Hör auf, und wähle jetzt den Notruf.
caution-emergency-chest = Schmerzen in der Brust, plötzliche Atemnot, oder Blut beim Husten? Hör auf, und wähle jetzt den Notruf.
caution-emergency-cauda = Ist es neu taub zwischen den Beinen, oder hast du Blase oder Darm nicht mehr unter Kontrolle? Bitte hol dir jetzt Hilfe in einer Notaufnahme.
caution-emergency-harm = Wenn du daran denkst, dir etwas anzutun, wende dich bitte jetzt an einen Menschen, oder wähle den Notruf.

## Nur für den Bildschirm: wann Hilfe vorgeht

safety-title = Wann zuerst Hilfe wichtig ist
safety-intro = Diese Sitzungen sind zum Wohlfühlen da. Bei einem der Zeichen unten kann eine Sitzung warten.
safety-now =
    Wähle jetzt den Notruf 112 bei:
    - plötzlichen, sehr starken Kopf- oder Nackenschmerzen, anders als alle zuvor
    - Schwindel, Doppeltsehen, verwaschener Sprache, hängendem Gesicht oder schwachem Arm, auch Stunden oder Tage nach einer Nackenmassage
    - Brustschmerzen, plötzlicher Atemnot oder Blut beim Husten
    - Schwäche oder Taubheit, die sich ausbreitet, oder Taubheit zwischen den Beinen
    - Verlust der Kontrolle über Blase oder Darm
    - Fieber mit steifem Nacken
safety-soon =
    Lass dich ärztlich untersuchen, bevor du eine Sitzung machst, bei:
    - einem Bein oder Arm, neu geschwollen, warm oder schmerzhaft
    - Gewichtsverlust, den niemand erklären kann, Nachtschweiß oder Schmerzen, die nachts stärker sind
    - Schmerzen nach einem Sturz oder Schlag in den letzten Tagen
    - einem Knoten, einer Schwellung oder einem blauen Fleck, den noch niemand angeschaut hat
safety-harm = Denkst du daran, dir etwas anzutun? Du brauchst damit nicht allein zu sein. Ruf den Notruf 112 oder eine Telefonseelsorge an, oder sag es jetzt jemandem in deiner Nähe.
safety-close = Wenn du nicht sicher bist, frag nach. Die Sitzung läuft nicht weg.
too-much =
    Ist es gerade zu viel?
    Lass die Augen offen, und nenne fünf Dinge, die du siehst.
    Drück die Füße in den Boden, oder halte etwas Kühles.
    Atme, wie du magst.
    Du hast nichts falsch gemacht. Aufhören gehört dazu.

## Nur für den Bildschirm: Fragen für das Profil

ask-breath-holds = Hast du hohen Blutdruck, Beschwerden an Herz, Blutgefäßen oder Augen, oder möchtest du den Atem lieber nicht anhalten?
ask-calf-clot = Ist ein Bein oder Arm neu geschwollen, warm, verfärbt oder schmerzhaft?
ask-varicose-veins = Hast du Krampfadern oder entzündete Venen an den Beinen?
ask-blood-thinners = Nimmst du Blutverdünner, hast du eine Blutungsneigung, oder bekommst du sehr leicht blaue Flecken?
ask-pregnancy = Bist du schwanger?
ask-late-pregnancy = Bist du in der achtundzwanzigsten Schwangerschaftswoche oder weiter?
ask-recent-injury = Hast du einen Bruch, eine Verstauchung, Wunde, Verbrennung oder Infektion, die noch nicht überstanden ist?
ask-surgery = Hattest du in den letzten sechs Wochen eine Operation, oder hast du ein Gerät im Körper, eine Drainage oder einen Port?
ask-skin = Hast du irgendwo einen Ausschlag, eine Infektion, verletzte Haut oder offene Fieberbläschen?
ask-fever = Hast du Fieber, oder fühlst du dich heute krank?
ask-numb-area = Gibt es eine Stelle, an der du weniger spürst, zum Beispiel bei Diabetes?
ask-heat = Trägst du ein Pflaster mit Wirkstoff, verwendest du ein Gel, oder spürst du Wärme irgendwo weniger?
ask-neck-movement = Hattest du ein Schleudertrauma, oder wird dir schwindlig, wenn du den Nacken bewegst?
ask-osteoporosis = Hast du Osteoporose oder brüchige Knochen, oder nimmst du seit Langem Kortisontabletten?
ask-bruising-and-lumps = Hast du einen blauen Fleck, einen Knoten oder Schmerzen, die noch niemand angeschaut hat?
ask-neck-artery = Hattest du je einen Schlaganfall, eine eingerissene oder verengte Halsarterie oder eine Entzündung der Schläfenarterie?
ask-neck-unstable = War dein Nacken je operiert oder gebrochen, hast du dort entzündliches Rheuma, oder fühlt sich das Beugen an wie Strom?
ask-belly-illness = Hast du Bauchschmerzen, eine Darmentzündung, einen Leisten- oder Nabelbruch, ein Stoma oder am Bauch eine Wunde, die noch keine sechs Wochen alt ist?
ask-jaw-trouble = Klemmt dein Kiefer manchmal, springt er heraus, oder wurde er diese Woche behandelt?
ask-headache = Hast du gerade Migräne oder starkes Kopfweh?
ask-ears = Hast du Beschwerden an Ohren oder Nebenhöhlen, oder ein Ohrgeräusch, das durch Summen stärker wird?
ask-lungs = Hast du Asthma oder eine andere Lungenkrankheit, die dir gerade Mühe macht?
ask-epilepsy = Hast du Epilepsie, oder wirst du manchmal ohnmächtig?
ask-uneasy-breath = Ist es dir unangenehm, den Atem zu beobachten oder zu lenken, oder hast du Panikattacken?
ask-tensing-pain = Hast du Schmerzen, Krämpfe oder Arthritis, wo du anspannen würdest?
ask-tensing-pressure = Hast du hohen Blutdruck, eine Herzkrankheit, grünen Star oder einen Leistenbruch, sodass Anspannen dir nicht guttut?
ask-low-blood-pressure = Hast du niedrigen Blutdruck, oder wird dir beim Aufstehen schwindlig?
ask-unsteady = Bist du unsicher auf den Beinen?
ask-hypermobile = Hast du sehr bewegliche Gelenke, oder ist dir schon einmal ein Gelenk herausgesprungen?
ask-very-sensitive = Gibt es eine Stelle, die so empfindlich ist, dass schon leichte Berührung wehtut?
ask-lymph = Hast du ein Lymphödem, oder wurden dir Lymphknoten entfernt?
ask-cancer = Hast du Krebs, oder wurdest du im letzten Jahr deswegen behandelt?
ask-trauma = Hast du Flashbacks, oder wirkt manchmal alles unwirklich oder weit weg?
ask-psychosis = Hattest du eine Psychose oder Manie, jetzt oder vor Kurzem?
ask-sedated = Hattest du in den letzten Stunden Alkohol, Drogen oder Beruhigungsmittel?
ask-unexplained = Hast du abgenommen, ohne zu wissen warum, hast du Nachtschweiß, oder Schmerzen in der Nacht oder nach einem Sturz, die noch niemand angeschaut hat?
ask-emergency-stroke = Hast du plötzlich sehr starke Kopf- oder Nackenschmerzen, ein hängendes Gesicht, einen schwachen Arm, verwaschene Sprache, Doppeltsehen oder neuen Schwindel?
ask-emergency-chest = Hast du Schmerzen in der Brust, plötzliche Atemnot, oder hustest du Blut?
ask-emergency-cauda = Ist es neu taub zwischen deinen Beinen, oder hast du die Kontrolle über Blase oder Darm verloren?
ask-emergency-harm = Denkst du daran, dir etwas anzutun?

## Nur für den Bildschirm: Namen

muscles-dominant-hand = Schreibhand und Unterarm
muscles-dominant-upper-arm = der Oberarm der Schreibhand
muscles-dominant-arm = der Arm der Schreibhand
muscles-other-hand = die andere Hand und ihr Unterarm
muscles-other-upper-arm = der andere Oberarm
muscles-other-arm = der andere Arm
muscles-arms = beide Arme
muscles-hands = beide Hände
muscles-forehead = deine Stirn
muscles-eyes-and-nose = Augen und Nase
muscles-mouth-and-jaw = Mund und Kiefer
muscles-face = dein Gesicht
muscles-neck = dein Nacken
muscles-face-and-neck = Gesicht und Nacken
muscles-chest-and-shoulders = Brust und Schultern
muscles-shoulders = deine Schultern
muscles-belly = dein Bauch
muscles-trunk = deine Körpermitte
muscles-dominant-thigh = der Oberschenkel auf der Schreibseite
muscles-dominant-calf = die Wade auf der Schreibseite
muscles-dominant-foot = der Fuß auf der Schreibseite
muscles-dominant-leg = das Bein auf der Schreibseite
muscles-other-thigh = der andere Oberschenkel
muscles-other-calf = die andere Wade
muscles-other-foot = der andere Fuß
muscles-other-leg = das andere Bein
muscles-legs = beide Beine
muscles-thighs = beide Oberschenkel
muscles-calves = beide Waden
muscles-feet = beide Füße

technique-hold = eine ruhende Hand
technique-slow-stroke = langsames Streichen
technique-skin-stretch = langsames Dehnen der Haut
technique-circles = kleine Kreise
technique-knead = langsames Kneten
technique-squeeze = langsames Drücken
technique-lean = Anlehnen
technique-roll = langsames Rollen
technique-rock = träges Schaukeln
technique-warm = Wärme
technique-move = kleine Bewegungen

## Nur für den Bildschirm: was eine Sitzung für die auslässt oder ändert, die zuhören. $why sagt, weswegen.

changed-anchor-hands = Deine Hände führen, anstelle des Atems.
changed-anchor-contact = Der Boden unter dir führt, anstelle des Atems.
changed-anchor-sounds = Geräusche führen, anstelle des Atems.
changed-anchor-sights = Deine Augen führen, anstelle des Atems.
changed-without-holds = Die Atempausen fallen weg.
changed-breathe = Der Atem folgt einem leichteren Rhythmus.
changed-leave-out = Ausgelassen: { $places }.
changed-no-touch = Vorgestellt statt berührt: { $places }.
changed-listen-only = Keine Berührung und kein Anspannen, nur Atem und Zuhören.
changed-release-only = Die Muskeln lassen nur los, ohne Anspannen.
changed-hands-only = Nur leichte, flache Hände, und kein Ball.
changed-hold-instead = Eine ruhende Hand, anstelle von allem, was bewegt oder drückt.
changed-imagine = Die Berührung wird nur vorgestellt.
changed-no-heat = Nichts Warmes.
changed-side-lying = Auf der Seite liegend, oder gut gestützt.
changed-seated = Alles im Sitzen.
changed-short-and-open = Offene Augen, und kürzere Stille.
changed-slow-return = Ein langsamerer Weg zurück am Ende.
changed-small-movements = Die Bewegungen bleiben klein.
changed-because = { $change } Grund: { $why }.
changed-nothing-left = Mit dem, was du auslässt, bliebe von dieser Sitzung nichts übrig. Eine andere passt vielleicht besser zu dir.

why-settings = deine Einstellungen
why-asked = dein Wunsch
why-therapist = der Wunsch deiner Therapeutin oder deines Therapeuten
why-breath-holds = Blutdruck, Herz, Gefäße oder Augen
why-calf-clot = Schmerz oder Schwellung an Arm oder Bein, heute noch ärztlich anzuschauen
why-varicose-veins = Krampfadern
why-blood-thinners = Blutverdünner oder leicht blaue Flecken
why-pregnancy = Schwangerschaft
why-late-pregnancy = späte Schwangerschaft
why-recent-injury = eine Verletzung
why-surgery = eine Operation oder ein Gerät im Körper
why-skin = deine Haut
why-fever = Fieber oder Unwohlsein
why-numb-area = weniger Gefühl
why-heat = weniger Wärmegefühl, ein Pflaster oder ein Gel
why-neck-movement = Schleudertrauma oder Schwindel
why-osteoporosis = brüchige Knochen
why-bruising-and-lumps = ein blauer Fleck, ein Knoten oder Schmerzen, die noch niemand angeschaut hat
why-neck-artery = ein Schlaganfall oder eine Halsarterie
why-neck-unstable = dein Nacken
why-belly-illness = dein Bauch
why-jaw-trouble = dein Kiefer
why-headache = Kopfweh
why-ears = Ohren oder Nebenhöhlen
why-lungs = deine Lunge
why-epilepsy = Epilepsie oder Ohnmachten
why-uneasy-breath = Unbehagen mit dem Atem
why-tensing-pain = schmerzende Muskeln
why-tensing-pressure = Blutdruck, Herz, Augen oder ein Leistenbruch
why-low-blood-pressure = niedriger Blutdruck
why-unsteady = unsicherer Stand
why-hypermobile = sehr bewegliche Gelenke
why-very-sensitive = eine sehr empfindliche Stelle
why-lymph = Lymphknoten
why-cancer = Krebs
why-trauma = alte Erinnerungen
why-psychosis = Psychose oder Manie
why-sedated = Alkohol oder Beruhigungsmittel
why-unexplained = etwas, das zuerst ärztlich angeschaut werden sollte
