# Español: lo que el propio programa dice a quien escucha. Si puede ser, cabe en una pantalla de cuarenta columnas.

## Mientras suena una sesión

paused = en pausa
slept = en pausa: el equipo se durmió
going-on = seguimos
fading-out = el sonido se va apagando
device-waited-for = esperando el dispositivo de sonido
device-gone = sin dispositivo de sonido; esperándolo, o Enter usa otro
device-back = ha vuelto el sonido
no-device = La sesión va en pantalla, sin sonido.
no-sound = sin sonido
another-plays = otro letgo está sonando; se oirán los dos
time-left = quedan { $time }
ready-key = espacio cuando quieras seguir
ready-line = Enter cuando quieras seguir, o simplemente quédate.
plain-keys = Enter hace una pausa y sigue, n y p cambian de capítulo, q sale (cada letra con Enter).
plain-keys-all = Intro: pausa, y seguir. < y >: atrás y adelante. n, p: capítulo. s: saltar este paso. l: más largo aquí. g: más suave. + y -: volumen. t: tonos. e, E: más o menos al final. q: salir.
a-bell = una campana
tensing = tensar con suavidad
letting-go = soltar
pressure = presión { $pressure }
side-left = izquierda
side-right = derecha
breath-count = { $round } de { $rounds }
breath-seconds = { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}

keys-wide = espacio pausa   ← → 10 s   ↑ ↓ volumen   n p capítulo   ? teclas   q salir
keys-middle = espacio pausa   n p capítulo   ? teclas   q salir
keys-narrow = ? teclas   q salir
keys-lost = espacio usa otro   q salir
keys-title = Teclas
keys-pause = espacio: pausa, y seguir; o «ya estoy», si se pregunta
keys-seek = izquierda, derecha: diez segundos atrás o adelante
keys-chapter = n, p: el capítulo siguiente, el anterior
keys-skip = s: saltar este paso
keys-longer = l: más tiempo aquí
keys-gentler = g: más suave desde aquí
keys-volume = arriba, abajo: más alto, más bajo
keys-tones = t: tonos y campanas más suaves, sin ellos, y de vuelta
keys-dark = d: pantalla oscura, y de vuelta
keys-more = e, E: quince minutos más o menos al final
keys-leave = q: bajar el sonido y salir
keys-close = Con cualquier tecla se vuelve.
longer-here = más tiempo aquí
gentler-here = más suave desde aquí
no-longer-here = aquí no hay silencio que alargar
no-gentler-here = aquí no hay nada que suavizar
end-longer = quince minutos más
end-shorter = quince minutos menos
no-end-longer = ningún sonido sigue tras el final
no-end-shorter = el final no puede ser más corto
tones-softer = tonos y campanas más suaves
tones-softer-still = tonos y campanas aún más suaves
tones-off = sin tonos ni campanas
tones-back = tonos y campanas como antes
left-at = dejado en { $at } de { $length }; parar antes está muy bien
late-times = la máquina estaba ocupada, y el sonido llegó tarde { $count ->
    [one] una vez
   *[other] { $count } veces
}

## Antes de empezar

speaking = { $program } dice { $count } frases que aún no tienen voz, y las guarda para la próxima vez.
card-begin = espacio empezar   q salir   en un momento empieza por sí sola
card-more = m muestra { $count } más
card-changed = Adaptado para ti:

## Esta noche

home-welcome-1 = Buenas noches. Esto es letgo, una voz para soltar el día.
home-welcome-2 = Ponte como quieras. Una tecla lo para en cualquier momento.
home-welcome-3 = Es para estar a gusto, y no es un tratamiento médico.
home-tonight = Esta noche
home-planned = plan de { $name }
home-plan = Tu plan
home-last = última vez: { $when }
home-never = todavía no
home-today = hoy
home-yesterday = ayer
home-days-ago = { $days ->
    [one] hace { $days } día
   *[other] hace { $days } días
}
home-minutes = { $minutes } min
home-hours = { $hours } h
home-keys = Enter empezar   ↑ ↓ elegir   q salir
home-number = Escribe un número y Enter, solo Enter para la primera, q para salir.
home-resume = Saliste antes del final. Enter sigue desde «{ $chapter }», b empieza de nuevo.
home-resume-lines = Saliste antes del final. 1 sigue desde «{ $chapter }», 2 empieza de nuevo.
resume-line = (--resume sigue en «{ $chapter }»)

## El plan

home-planned-tonight = previsto para esta noche
home-planned-week = previsto esta semana
plan-none = No hay ningún plan. letgo plan set ARCHIVO toma uno; el que vino en un paquete ya está ahí.
plan-goal = Tu meta: { $goal }
plan-week = Semana { $week } de { $weeks }
plan-before = Empieza el { $date }.
plan-after = Este plan ha terminado.
plan-free = Esta semana está libre.
plan-heard = escuchado
plan-in-part = escuchado en parte
plan-times = { $times } × por semana, las noches que quieras
plan-so-far = esta semana hasta ahora: { $times } ×
plan-next = La semana que viene: { $what }
plan-next-free = La semana que viene está libre.
plan-next-end = Esta es la última semana.
plan-phase = Semanas { $from } a { $to }: { $what }
plan-phase-one = Semana { $from }: { $what }
plan-day-1 = lun
plan-day-2 = mar
plan-day-3 = mié
plan-day-4 = jue
plan-day-5 = vie
plan-day-6 = sáb
plan-day-7 = dom
plan-date = { $day }/{ $month }
plan-event = Si te apetece. Otra noche está igual de bien. Escribe letgo para empezar.
plan-reminder = Para esta noche, si te apetece: { $title }

## Sobre ti

about-title = Sobre ti
about-intro = Unas preguntas, para que las sesiones te vayan bien. Puedes dejar sin responder las que quieras, y parar en cualquier momento. Las respuestas se quedan en este equipo, en { $file }.
about-later = Esto puede esperar hasta que hayas probado una sesión. letgo play first-evening es una buena. Para responder ahora, usa --now.
about-keys = s sí, n no, Enter sin responder, q terminar aquí
about-where = ¿Qué lugares dejamos fuera? Escríbelos separados por comas, o Enter para ninguno.
about-where-for = ¿Qué lugares son? Escríbelos separados por comas, o Enter para no responder.
about-which-places = Lugares son, por ejemplo: { $places }.
about-unknown-place = No hay ningún lugar que se llame { $place }.
about-did-you-mean = ¿Querías decir { $place }?
about-anchor = En vez de la respiración, ¿prefieres que te guíen tus manos, el suelo que te sostiene, los sonidos, o algo que mirar? Escribe hands (manos), contact (suelo), sounds (sonidos) o sights (mirada), o Enter para la respiración.
about-more = Esas eran las primeras. Enter sigue con { $count } más, q termina aquí.
about-saved = Guardado en { $file }.
about-nothing = Nada que guardar.
about-forgotten = Lo que se guardaba sobre ti está borrado.
about-nothing-kept = No se guarda nada sobre ti.
about-see-doctor = Por favor, pide antes atención médica por esto.
yes-letter = s
no-letter = n

## On a sheet, and in the picture of a session

sheet-words = palabras
sheet-breath = respiración
sheet-attention = atención
sheet-hands = manos
sheet-sounds = campanas, pistas
sheet-beds = debajo
sheet-goal = Una meta pequeña:
sheet-cautions = Antes de empezar
sheet-course = Qué ocurre y cuándo
sheet-notes = Espacio para notas
sheet-sleep = termina en el sueño
sheet-waking = termina despierto
sheet-breaths = { $count } respiraciones, { $rate } por minuto
sheet-wait = hasta que quieras seguir
