# Deutsch: was das Programm selbst zu denen sagt, die zuhören. Wo es geht, kurz genug für ein Fenster von vierzig Spalten.

## Während eine Sitzung läuft

paused = Pause
slept = Pause: der Rechner hat geschlafen
going-on = es geht weiter
fading-out = klingt aus
device-waited-for = warte auf die Tonausgabe
device-gone = die Tonausgabe ist weg; warte darauf, oder Enter nimmt eine andere
device-back = der Ton ist wieder da
no-device = Die Sitzung läuft auf dem Bildschirm, ohne Ton.
no-sound = kein Ton
another-plays = ein anderes letgo spielt gerade; beide sind zu hören
time-left = noch { $time }
ready-key = Leertaste, wenn du so weit bist
ready-line = Enter, wenn du so weit bist, oder bleib einfach.
plain-keys = Enter macht Pause und geht weiter, n und p wechseln das Kapitel, q beendet (jeweils mit Enter).
plain-keys-all = Eingabe: Pause, und weiter. < und >: zurück und vor. n, p: Kapitel. s: diesen Schritt überspringen. l: hier länger. g: sanfter. + und -: Lautstärke. t: Töne. e, E: mehr oder weniger am Ende. q: beenden.
a-bell = eine Glocke
tensing = sanft anspannen
letting-go = loslassen
pressure = Druck { $pressure }
side-left = links
side-right = rechts
breath-count = { $round } von { $rounds }
breath-seconds = { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}

keys-wide = Leertaste Pause   ← → 10 s   ↑ ↓ Lautstärke   n p Kapitel   ? Tasten   q Ende
keys-middle = Leertaste Pause   n p Kapitel   ? Tasten   q Ende
keys-narrow = ? Tasten   q Ende
keys-lost = Leertaste nimmt eine andere   q Ende
keys-title = Tasten
keys-pause = Leertaste: Pause, und weiter; auf Nachfrage „Ich bin so weit“
keys-seek = links, rechts: zehn Sekunden zurück oder vor
keys-chapter = n, p: das nächste Kapitel, das vorige
keys-skip = s: diesen Schritt überspringen
keys-longer = l: hier länger
keys-gentler = g: ab hier sanfter
keys-volume = auf, ab: lauter, leiser
keys-tones = t: Atemtöne und Glocken leiser, aus, wieder an
keys-dark = d: dunkler Bildschirm, und zurück
keys-more = e, E: fünfzehn Minuten mehr oder weniger am Ende
keys-leave = q: ausklingen lassen und gehen
keys-close = Jede Taste führt zurück.
longer-here = hier länger
gentler-here = ab hier sanfter
no-longer-here = hier lässt sich keine Stille verlängern
no-gentler-here = hier gibt es nichts sanfter zu machen
end-longer = fünfzehn Minuten mehr
end-shorter = fünfzehn Minuten weniger
no-end-longer = nach dem Ende klingt nichts weiter
no-end-shorter = kürzer geht das Ende nicht
tones-softer = Töne und Glocken leiser
tones-softer-still = Töne und Glocken noch leiser
tones-off = Töne und Glocken aus
tones-back = Töne und Glocken wie zuvor
left-at = bei { $at } von { $length } verlassen; früher aufzuhören ist völlig in Ordnung
late-times = der Rechner war beschäftigt, und der Ton kam { $count ->
    [one] einmal
   *[other] { $count }-mal
} zu spät

## Bevor es beginnt

speaking = { $program } spricht { $count } Sätze, die noch keine Stimme haben, und hält sie für das nächste Mal bereit.
card-begin = Leertaste beginnt   q Ende   gleich beginnt es von selbst
card-more = m zeigt { $count } weitere
card-changed = Für dich geändert:

## Heute Abend

home-welcome-1 = Guten Abend. Hier ist letgo, eine Stimme zum Ausklingen.
home-welcome-2 = Lieg oder sitz, wie du magst. Eine Taste beendet es.
home-welcome-3 = Es ist zum Wohlfühlen da und keine medizinische Behandlung.
home-tonight = Heute Abend
home-planned = geplant von { $name }
home-plan = Dein Plan
home-last = zuletzt: { $when }
home-never = noch nicht
home-today = heute
home-yesterday = gestern
home-days-ago = { $days ->
    [one] vor { $days } Tag
   *[other] vor { $days } Tagen
}
home-minutes = { $minutes } min
home-hours = { $hours } h
home-keys = Enter beginnt   ↑ ↓ wählen   q Ende
home-number = Tippe eine Zahl und Enter, nur Enter für das Erste, q zum Beenden.
home-resume = Du bist früher gegangen. Enter geht weiter ab „{ $chapter }“, b beginnt neu.
home-resume-lines = Du bist früher gegangen. 1 geht weiter ab „{ $chapter }“, 2 beginnt neu.
resume-line = (--resume macht bei „{ $chapter }“ weiter)

## Der Plan

home-planned-tonight = für heute Abend geplant
home-planned-week = diese Woche geplant
plan-none = Es gibt keinen Plan. letgo plan set DATEI nimmt einen an; einer, der in einem Paket kam, ist von selbst da.
plan-goal = Dein Ziel: { $goal }
plan-week = Woche { $week } von { $weeks }
plan-before = Er beginnt am { $date }
plan-after = Dieser Plan ist zu Ende.
plan-free = Diese Woche ist frei.
plan-heard = gehört
plan-in-part = zum Teil gehört
plan-times = { $times } × die Woche, an beliebigen Abenden
plan-so-far = diese Woche bisher: { $times } ×
plan-next = Nächste Woche: { $what }
plan-next-free = Nächste Woche ist frei.
plan-next-end = Das ist die letzte Woche.
plan-phase = Woche { $from } bis { $to }: { $what }
plan-phase-one = Woche { $from }: { $what }
plan-day-1 = Mo
plan-day-2 = Di
plan-day-3 = Mi
plan-day-4 = Do
plan-day-5 = Fr
plan-day-6 = Sa
plan-day-7 = So
plan-date = { $day }.{ $month }.
plan-event = Wenn du magst. Ein anderer Abend ist genauso gut. Tippe letgo, um zu beginnen.
plan-reminder = Für heute Abend, wenn du magst: { $title }

## Über dich

about-title = Über dich
about-intro = Ein paar Fragen, damit die Sitzungen zu dir passen. Du kannst jede auslassen und jederzeit aufhören. Die Antworten bleiben auf diesem Gerät, in { $file }.
about-later = Das kann warten, bis du eine Sitzung ausprobiert hast. letgo play first-evening ist eine gute. Um jetzt zu antworten, nimm --now.
about-keys = j ja, n nein, Enter auslassen, q hier aufhören
about-where = Welche Stellen sollen ausgelassen werden? Tippe sie mit Kommas dazwischen, oder Enter für keine.
about-where-for = Welche Stellen betrifft das? Tippe sie mit Kommas dazwischen, oder Enter zum Auslassen.
about-which-places = Stellen sind zum Beispiel: { $places }.
about-unknown-place = Eine Stelle namens { $place } gibt es nicht.
about-did-you-mean = Meintest du { $place }?
about-anchor = Möchtest du lieber von etwas anderem als dem Atem geführt werden? Tippe hands für deine Hände, contact für den Boden unter dir, sounds für Geräusche oder sights für etwas zum Anschauen, oder Enter für den Atem.
about-more = Das waren die ersten. Mit Enter kommen noch { $count }, q hört hier auf.
about-saved = Aufgehoben in { $file }.
about-nothing = Nichts aufzuheben.
about-forgotten = Was über dich aufgehoben war, ist gelöscht.
about-nothing-kept = Über dich ist nichts aufgehoben.
about-see-doctor = Bitte lass das zuerst ärztlich anschauen.
yes-letter = j
no-letter = n

## On a sheet, and in the picture of a session

sheet-words = Worte
sheet-breath = Atem
sheet-attention = Achtsamkeit
sheet-hands = Hände
sheet-sounds = Klänge
sheet-beds = darunter
sheet-goal = Ein kleines Ziel:
sheet-cautions = Bevor es beginnt
sheet-course = Was wann geschieht
sheet-notes = Platz für Notizen
sheet-sleep = endet im Schlaf
sheet-waking = endet wach
sheet-breaths = { $count } Atemzüge, { $rate } in der Minute
sheet-wait = bis du so weit bist
