# Español. Lo dice un programa de voz: frases cortas, números en palabras, sin más corchetes que las pausas como [6s].
# Los atributos .a, .b, .c … son variantes que se turnan. Nada se dice como una orden, y nada se promete.

## Lugares del cuerpo. $side es left, right o both. Con .al, el lugar lleva delante su «a»: «al dorso», «a la palma».

place-toes = { $side ->
    [left] los dedos de tu pie izquierdo
    [right] los dedos de tu pie derecho
   *[both] todos los dedos de los pies
}
    .al = { $side ->
        [left] a los dedos de tu pie izquierdo
        [right] a los dedos de tu pie derecho
       *[both] a todos los dedos de los pies
    }
place-sole = { $side ->
    [left] la planta de tu pie izquierdo
    [right] la planta de tu pie derecho
   *[both] las plantas de los pies
}
    .al = { $side ->
        [left] a la planta de tu pie izquierdo
        [right] a la planta de tu pie derecho
       *[both] a las plantas de los pies
    }
place-ankle = { $side ->
    [left] tu tobillo izquierdo
    [right] tu tobillo derecho
   *[both] los dos tobillos
}
    .al = { $side ->
        [left] a tu tobillo izquierdo
        [right] a tu tobillo derecho
       *[both] a los dos tobillos
    }
place-calf = { $side ->
    [left] tu pantorrilla izquierda
    [right] tu pantorrilla derecha
   *[both] las dos pantorrillas
}
    .al = { $side ->
        [left] a tu pantorrilla izquierda
        [right] a tu pantorrilla derecha
       *[both] a las dos pantorrillas
    }
place-knee = { $side ->
    [left] tu rodilla izquierda
    [right] tu rodilla derecha
   *[both] las dos rodillas
}
    .al = { $side ->
        [left] a tu rodilla izquierda
        [right] a tu rodilla derecha
       *[both] a las dos rodillas
    }
place-behind-knee = { $side ->
    [left] el hueco detrás de tu rodilla izquierda
    [right] el hueco detrás de tu rodilla derecha
   *[both] los huecos detrás de las rodillas
}
    .al = { $side ->
        [left] al hueco detrás de tu rodilla izquierda
        [right] al hueco detrás de tu rodilla derecha
       *[both] a los huecos detrás de las rodillas
    }
place-thigh = { $side ->
    [left] tu muslo izquierdo
    [right] tu muslo derecho
   *[both] los dos muslos
}
    .al = { $side ->
        [left] a tu muslo izquierdo
        [right] a tu muslo derecho
       *[both] a los dos muslos
    }
place-groin = { $side ->
    [left] tu ingle izquierda
    [right] tu ingle derecha
   *[both] las dos ingles
}
    .al = { $side ->
        [left] a tu ingle izquierda
        [right] a tu ingle derecha
       *[both] a las dos ingles
    }
place-hip = { $side ->
    [left] tu cadera izquierda
    [right] tu cadera derecha
   *[both] las dos caderas
}
    .al = { $side ->
        [left] a tu cadera izquierda
        [right] a tu cadera derecha
       *[both] a las dos caderas
    }
place-belly = tu vientre
    .al = a tu vientre
place-lower-back = la parte baja de tu espalda
    .al = a la parte baja de tu espalda
place-flanks = { $side ->
    [left] tu costado izquierdo
    [right] tu costado derecho
   *[both] los dos costados
}
    .al = { $side ->
        [left] a tu costado izquierdo
        [right] a tu costado derecho
       *[both] a los dos costados
    }
place-chest = { $side ->
    [left] el lado izquierdo de tu pecho
    [right] el lado derecho de tu pecho
   *[both] tu pecho
}
    .al = { $side ->
        [left] al lado izquierdo de tu pecho
        [right] al lado derecho de tu pecho
       *[both] a tu pecho
    }
place-armpit = { $side ->
    [left] tu axila izquierda
    [right] tu axila derecha
   *[both] las dos axilas
}
    .al = { $side ->
        [left] a tu axila izquierda
        [right] a tu axila derecha
       *[both] a las dos axilas
    }
place-upper-back = { $side ->
    [left] el lado izquierdo de la parte alta de tu espalda
    [right] el lado derecho de la parte alta de tu espalda
   *[both] la parte alta de tu espalda
}
    .al = { $side ->
        [left] al lado izquierdo de la parte alta de tu espalda
        [right] al lado derecho de la parte alta de tu espalda
       *[both] a la parte alta de tu espalda
    }
place-spine = tu columna
    .al = a tu columna
place-shoulder = { $side ->
    [left] tu hombro izquierdo
    [right] tu hombro derecho
   *[both] los dos hombros
}
    .al = { $side ->
        [left] a tu hombro izquierdo
        [right] a tu hombro derecho
       *[both] a los dos hombros
    }
place-upper-trapezius = { $side ->
    [left] la parte de arriba de tu hombro izquierdo
    [right] la parte de arriba de tu hombro derecho
   *[both] la parte de arriba de los hombros
}
    .al = { $side ->
        [left] a la parte de arriba de tu hombro izquierdo
        [right] a la parte de arriba de tu hombro derecho
       *[both] a la parte de arriba de los hombros
    }
place-upper-arm = { $side ->
    [left] la parte alta de tu brazo izquierdo
    [right] la parte alta de tu brazo derecho
   *[both] la parte alta de los dos brazos
}
    .al = { $side ->
        [left] a la parte alta de tu brazo izquierdo
        [right] a la parte alta de tu brazo derecho
       *[both] a la parte alta de los dos brazos
    }
place-inner-elbow = { $side ->
    [left] el hueco de tu codo izquierdo
    [right] el hueco de tu codo derecho
   *[both] los huecos de los codos
}
    .al = { $side ->
        [left] al hueco de tu codo izquierdo
        [right] al hueco de tu codo derecho
       *[both] a los huecos de los codos
    }
place-forearm = { $side ->
    [left] tu antebrazo izquierdo
    [right] tu antebrazo derecho
   *[both] los dos antebrazos
}
    .al = { $side ->
        [left] a tu antebrazo izquierdo
        [right] a tu antebrazo derecho
       *[both] a los dos antebrazos
    }
place-hand = { $side ->
    [left] tu mano izquierda
    [right] tu mano derecha
   *[both] las dos manos
}
    .al = { $side ->
        [left] a tu mano izquierda
        [right] a tu mano derecha
       *[both] a las dos manos
    }
place-back-of-hand = { $side ->
    [left] el dorso de tu mano izquierda
    [right] el dorso de tu mano derecha
   *[both] el dorso de las dos manos
}
    .al = { $side ->
        [left] al dorso de tu mano izquierda
        [right] al dorso de tu mano derecha
       *[both] al dorso de las dos manos
    }
place-palm = { $side ->
    [left] la palma de tu mano izquierda
    [right] la palma de tu mano derecha
   *[both] las palmas de las manos
}
    .al = { $side ->
        [left] a la palma de tu mano izquierda
        [right] a la palma de tu mano derecha
       *[both] a las palmas de las manos
    }
place-thumb-base = { $side ->
    [left] la base de tu pulgar izquierdo
    [right] la base de tu pulgar derecho
   *[both] la base de los dos pulgares
}
    .al = { $side ->
        [left] a la base de tu pulgar izquierdo
        [right] a la base de tu pulgar derecho
       *[both] a la base de los dos pulgares
    }
place-fingers = { $side ->
    [left] los dedos de tu mano izquierda
    [right] los dedos de tu mano derecha
   *[both] todos los dedos de las manos
}
    .al = { $side ->
        [left] a los dedos de tu mano izquierda
        [right] a los dedos de tu mano derecha
       *[both] a todos los dedos de las manos
    }
place-throat = tu garganta
    .al = a tu garganta
place-side-of-neck = { $side ->
    [left] el lado izquierdo de tu cuello
    [right] el lado derecho de tu cuello
   *[both] los lados de tu cuello
}
    .al = { $side ->
        [left] al lado izquierdo de tu cuello
        [right] al lado derecho de tu cuello
       *[both] a los lados de tu cuello
    }
place-back-of-neck = tu nuca
    .al = a tu nuca
place-skull-base = la base del cráneo
    .al = a la base del cráneo
place-jaw = { $side ->
    [left] el lado izquierdo de tu mandíbula
    [right] el lado derecho de tu mandíbula
   *[both] tu mandíbula
}
    .al = { $side ->
        [left] al lado izquierdo de tu mandíbula
        [right] al lado derecho de tu mandíbula
       *[both] a tu mandíbula
    }
place-face = tu cara
    .al = a tu cara
place-temples = { $side ->
    [left] tu sien izquierda
    [right] tu sien derecha
   *[both] las dos sienes
}
    .al = { $side ->
        [left] a tu sien izquierda
        [right] a tu sien derecha
       *[both] a las dos sienes
    }
place-forehead = tu frente
    .al = a tu frente
place-eyes = tus ojos
    .al = a tus ojos
place-scalp = tu cuero cabelludo
    .al = a tu cuero cabelludo

place-feet = { $side ->
    [left] tu pie izquierdo
    [right] tu pie derecho
   *[both] los dos pies
}
    .al = { $side ->
        [left] a tu pie izquierdo
        [right] a tu pie derecho
       *[both] a los dos pies
    }
place-legs = { $side ->
    [left] tu pierna izquierda
    [right] tu pierna derecha
   *[both] las dos piernas
}
    .al = { $side ->
        [left] a tu pierna izquierda
        [right] a tu pierna derecha
       *[both] a las dos piernas
    }
place-trunk = el centro de tu cuerpo
    .al = al centro de tu cuerpo
place-back = tu espalda
    .al = a tu espalda
place-arms = { $side ->
    [left] tu brazo izquierdo
    [right] tu brazo derecho
   *[both] los dos brazos
}
    .al = { $side ->
        [left] a tu brazo izquierdo
        [right] a tu brazo derecho
       *[both] a los dos brazos
    }
place-neck-and-shoulders = tu nuca y tus hombros
    .al = a tu nuca y tus hombros
place-head = tu cabeza
    .al = a tu cabeza
place-whole-body = todo tu cuerpo
    .al = a todo tu cuerpo

## Cada sesión

session-stop =
    .a = Puedes parar, moverte o descansar en cualquier momento.
    .b = Cuando quieras, puedes hacer una pausa, moverte o parar.
session-eyes =
    .a = Tus ojos pueden estar abiertos, entreabiertos o cerrados.
    .b = Los ojos, abiertos o cerrados, como prefieras.
session-comfort = Ponte a gusto, de la manera que menos te cueste, y cámbiala cuando quieras.
session-tell-someone = Si algo se queda contigo después, quizá te venga bien contárselo a alguien de confianza.
session-way-back =
    .a = Poco a poco llegamos al final. [4s] Quizá notes lo que te sostiene, y los sonidos a tu alrededor.
    .b = Despacio, vamos volviendo. [4s] Quizá notes dónde estás, y lo que se oye.
session-way-back-end =
    .a = Quizá los dedos de las manos y de los pies quieran moverse. [5s] Mira a tu alrededor, y levántate despacio, a tu ritmo.
    .b = Si quieres, estírate o bosteza. [5s] No hay prisa por levantarse.
session-sleep-end =
    .a = Ya no queda nada que hacer. [4s] Descansa tal como estás.
    .b = Nadie te pide nada más. [4s] Puedes quedarte así.
session-half-way = Vamos más o menos por la mitad.
session-nearly-there = Ya falta muy poco.
wait-ready =
    .a = Tómate el tiempo que te haga falta. Cuando quieras, pulsa la barra espaciadora.
    .b = No hay prisa. Con la barra espaciadora seguimos, cuando tú quieras.
wait-gone-on = Ahora seguimos, con suavidad. Todavía puedes tomarte tu tiempo.
quiet-ahead =
    .a = Ahora un poco de silencio. Dentro de un rato vuelve la voz.
    .b = Durante un rato no hay palabras. Luego vuelve la voz.

session-side-lying = Si quieres, túmbate de lado, o con la espalda bien en alto, y un cojín donde te venga bien.
session-seated = Si quieres, haz esto en una silla, con algo donde apoyarte.
session-eyes-open = Tus ojos pueden seguir abiertos todo el rato, posados en algo sencillo.
session-slow-return = Antes de levantarte, siéntate un minuto. Luego ponte de pie despacio, con la mano en algo firme.
session-small-movements = Deja que cada movimiento sea pequeño, bien lejos de su límite.

## La respiración

breathe-open =
    .a = Deja que la respiración sea fácil, y más pequeña de lo que quizá pienses.
    .b = Deja que la respiración sea suave. No hace falta llenarse de aire.
breathe-as-you-like =
    .a = Si el ritmo no te va bien, respira como tú quieras.
    .b = Si en algún momento prefieres tu propio ritmo, sigue el tuyo.
breathe-without-holds = Si prefieres no retener el aire, sáltate las pausas.
breathe-ramp =
    .a = El ritmo se hace más lento, poco a poco. Síguelo hasta donde sea fácil.
    .b = Poco a poco, la respiración se alarga. Quédate donde te resulte cómodo.
breathe-cue-tone = Un tono que sube acompaña al aire que entra. Un tono que baja, al aire que sale.
breathe-cue-fades = Pronto callan las palabras. Los tonos siguen.
breathe-remind =
    .a = Suave y fácil. No hace falta que salga perfecto.
    .b = Las respiraciones pequeñas están bien.
    .c = Si has perdido el ritmo, puedes volver a él sin más.
    .d = Los hombros pueden quedarse al margen.
breathe-last-two = Dos respiraciones más.
breathe-close =
    .a = Ahora deja que la respiración haga lo que quiera.
    .b = Deja que la respiración encuentre de nuevo su camino.
    .c = Y la respiración puede ir y venir por sí sola.
breathe-open-natural = Deja que la respiración vaya y venga por sí sola. [4s] Quizá notes dónde se siente más.
breathe-open-even = El aire tarda lo mismo en entrar que en salir, y siempre con facilidad.
breathe-open-longer-out = Una inspiración fácil, y una salida más larga y más suave.
breathe-open-easy-out = Una inspiración pequeña, y el doble de tiempo para soltarla.
breathe-open-sighing = Una inspiración, un pequeño sorbo de aire más, y luego un suspiro largo y lento.
breathe-open-box = El aire entra, espera, sale y descansa, todo igual de largo, y todo con suavidad.
breathe-open-4-7-8 = Una inspiración, una pausa larga y suave, y una salida más larga. Solo unas pocas.
breathe-open-humming = El aire entra por la nariz. Luego un zumbido suave, con los labios cerrados y los dientes un poco separados.
breathe-open-belly = Si quieres, apoya una mano en el vientre. [3s] Deja que suba y baje bajo la mano.
breathe-open-pursed-lips = El aire entra por la nariz. Sale por los labios un poco fruncidos, como al enfriar una cucharada de sopa.

# Se dicen dentro de una fase de la respiración: un segundo más o menos cada una.
breathe-in = Inspira.
breathe-sip = Un sorbo más.
breathe-hold = Y pausa.
breathe-out = Y suelta.
breathe-rest = Y descansa.
breathe-hum = Y zumba.

## Otra ancla, en lugar de la respiración

anchor-hands-open = Deja que las manos descansen sobre los muslos. [3s] Quizá notes su peso y su calor.
anchor-hands-stay =
    .a = Solo las manos, y lo que hay debajo de ellas.
    .b = Quizá una mano esté más caliente que la otra.
    .c = Si los pensamientos se han ido a otra parte, las manos siguen aquí.
anchor-contact-open = Siente lo que te sostiene, ya sea una silla, el suelo o una cama.
anchor-contact-stay =
    .a = ¿Dónde se nota más el contacto?
    .b = Quizá en los talones, en los glúteos o en la espalda.
    .c = Si los pensamientos se han ido a otra parte, el suelo sigue aquí.
anchor-sounds-open = Escucha los sonidos a tu alrededor, los de cerca y los de lejos.
anchor-sounds-stay =
    .a = Un sonido, y luego otro.
    .b = Vienen y se van. No hace falta ponerles nombre.
    .c = Quizá el sonido más lejano que llegues a oír.
anchor-sights-open = Deja que los ojos se posen en algo agradable, o simplemente en algo sencillo.
anchor-sights-stay =
    .a = Su color, sus bordes, la luz que le llega.
    .b = Los ojos pueden pasear hasta otra cosa.
    .c = Quizá haya un detalle que no habías visto antes.
anchor-close =
    .a = Ahora deja que la atención se abra a todo lo que te rodea.
    .b = Puedes volver a esto cuando quieras.

## Recorrido por el cuerpo

scan-open =
    .a = Deja que la atención viaje por el cuerpo. No hay nada que cambiar.
    .b = Ahora visitamos el cuerpo, lugar a lugar. Puedes saltarte cualquiera.
scan-choice =
    .a = Puedes quedarte aquí, o venir al siguiente lugar.
    .b = Si un lugar no te va bien, descansa en otro que sea más fácil.
scan-arrive =
    .a = Si quieres, deja que la atención llegue { $place-al }.
    .b = Y ahora, quizá, { $place }.
    .c = Cuando quieras, vamos { $place-al }.
scan-stay =
    .a = Si quieres, quédate aquí un poco más.
    .b = Hay tiempo para quedarse.
scan-notice =
    .a = Quizá haya calor, o frescor.
    .b = ¿Cómo se siente aquí, ahora mismo?
    .c = Puede haber un hormigueo, o peso, o nada en especial.
    .d = Lo que encuentres está bien tal como es.
    .e = Quizá notes el roce de la ropa, o del aire.
    .f = Aquí no hay nada que cambiar.
    .g = ¿Podría ablandarse algo aquí, un poco?
    .h = Quizá sea distinto de hace un momento.
scan-nothing-felt =
    .a = No sentir nada aquí también es una respuesta.
    .b = Si no hay mucho que sentir, está bien así.
scan-sore =
    .a = Si aquí duele, puedes quedarte en el borde, o seguir adelante.
    .b = Si este lugar es desagradable, descansa en otro que sea más fácil.
scan-wander =
    .a = Si los pensamientos se han ido, vuelve cuando te des cuenta.
    .b = La mente se pasea. Puedes empezar aquí de nuevo.
    .c = Allá donde haya estado la mente, este lugar sigue aquí.
scan-on =
    .a = Cuando quieras, seguimos.
    .b = Y un poco más allá.
    .c = Deja que ese lugar descanse ahora.
    .d = Vamos al siguiente lugar, si quieres.
scan-left-out = Este lugar lo dejamos fuera, como querías.
scan-other-side =
    .a = Y ahora el otro lado.
    .b = Deja que la atención pase al otro lado.
scan-rest =
    .a = Ahora deja que la atención descanse en { $place }, todo el tiempo que quieras.
    .b = Y aquí, con { $place }, puedes quedarte.
scan-whole =
    .a = Ahora todo el cuerpo a la vez, de los pies a la cabeza.
    .b = Deja que el cuerpo entero esté ahí, todo en uno.
scan-close =
    .a = Deja que el cuerpo esté tal como está.
    .b = Este ha sido el camino por el cuerpo. Quédate todo el tiempo que quieras.

scan-at-toes =
    .a = Quizá sientas cada dedo por separado, o todos juntos.
    .b = Quizá notes el espacio entre los dedos.
scan-at-sole =
    .a = Desde el talón hasta la almohadilla que hay bajo los dedos.
    .b = Quizá sientas el talón, y aquello en lo que descansa.
scan-at-ankle =
    .a = Todo alrededor, donde el pie se une a la pierna.
    .b = Quizá notes los huecos que hay junto a los huesos.
scan-at-calf =
    .a = Quizá notes el peso del músculo allí donde se apoya.
    .b = El músculo puede colgar del hueso, suave y blando.
scan-at-knee =
    .a = Por delante, por los lados y por detrás.
    .b = Quizá haya aquí calor, o fresco.
scan-at-thigh =
    .a = Un músculo largo y fuerte, de la rodilla a la cadera.
    .b = Quizá notes qué sostiene aquí el peso.
scan-at-hip =
    .a = Allí donde te encuentras con el asiento o con la cama.
    .b = Aquí el peso puede hundirse un poco. O quédate con tus manos.
scan-at-belly =
    .a = Quizá se mueva un poco con la respiración. O quédate con tus manos.
    .b = No hace falta meterlo hacia dentro. O quédate con tus manos.
scan-at-lower-back =
    .a = Quizá notes qué la toca, y dónde hay espacio.
    .b = Puede dejarse sostener, mientras sea cómodo.
scan-at-chest =
    .a = Quizá las costillas se muevan al respirar. O quédate con tus manos.
    .b = Alrededor de la clavícula y del esternón. O quédate con tus manos.
scan-at-upper-back =
    .a = Quizá las costillas se abran un poco por detrás.
    .b = Quizá notes dónde tiene apoyo la espalda.
scan-at-shoulder =
    .a = ¿Hay un pequeño esfuerzo hacia arriba que no hace falta?
    .b = De aquí puede colgar el brazo.
scan-at-upper-arm =
    .a = Del hombro al codo.
    .b = La parte de dentro, y la de fuera.
scan-at-forearm =
    .a = Del codo a la muñeca.
    .b = Quizá notes el punto de apoyo, y el peso.
scan-at-hand =
    .a = La palma, el dorso, los dedos.
    .b = Los dedos pueden curvarse o abrirse, como ellos quieran.
scan-at-throat =
    .a = Solo notar, desde dentro. O quédate con tus manos.
    .b = Quizá el aire que pasa. O elige otro lugar.
scan-at-back-of-neck =
    .a = Desde donde nace el pelo hasta los hombros.
    .b = Quizá notes cómo se sostiene la cabeza, y en qué.
scan-at-jaw =
    .a = Los dientes pueden estar un poco separados, y la lengua en reposo.
    .b = Hasta la articulación, delante de la oreja.
scan-at-face =
    .a = Las mejillas, los labios, y los músculos pequeños alrededor de la boca.
    .b = Aquí no hace falta ninguna expresión.
scan-at-eyes =
    .a = Los párpados, y los músculos pequeños de alrededor.
    .b = Abiertos o cerrados, no hay nada que buscar.
scan-at-scalp =
    .a = Desde la frente, por la coronilla, hasta la nuca.
    .b = Quizá notes aquí el aire, o la almohada.

scan-at-feet = Dedos, plantas y talones, todo junto.
scan-at-legs = A todo lo largo, de la cadera al tobillo.
scan-at-trunk = Caderas, vientre, costillas y espalda. O quédate con tus manos.
scan-at-back = Desde los glúteos hasta los hombros.
scan-at-arms = A todo lo largo, del hombro a la punta de los dedos.
scan-at-neck-and-shoulders = De un hombro al otro, y subiendo por la nuca.
scan-at-head = Mandíbula, cara, ojos y cuero cabelludo, todo junto.
scan-at-whole-body = De los pies a la cabeza, todo a la vez.

## Relajación de los músculos

relax-open =
    .a = Tensamos un poco un grupo de músculos, y luego lo soltamos.
    .b = Un poco de esfuerzo, y luego soltar, un grupo tras otro.
relax-open-release =
    .a = Recorremos los músculos y dejamos que se ablanden, sin tensar nada.
    .b = Un grupo de músculos tras otro, y solo soltar.
relax-first-time = Como mucho, la mitad de tu fuerza, y nunca hasta que duela. La respiración sigue todo el rato.
relax-let-go =
    .a = Y suelta.
    .b = Y afloja.
    .c = Deja que todo quede suelto.
    .d = Y deja que se ablande.
relax-notice =
    .a = Quizá notes cómo se siente ahora.
    .b = Puede haber calor, o un poco de peso.
    .c = Aquí no hay nada que sujetar.
    .d = ¿Hay alguna diferencia, por pequeña que sea?
    .e = Quédate un momento con ello, si quieres.
relax-again =
    .a = Otra vez, con toda la ligereza que quieras.
    .b = Y de nuevo, quizá con un poco más de suavidad.
relax-next =
    .a = Vamos al siguiente grupo.
    .b = Y ahora el siguiente, cuando quieras.
    .c = Deja que eso descanse, y seguimos.
relax-skip = Deja fuera lo que te duela, o solo imagínalo.
relax-cramp = Si empieza un calambre, suelta enseguida, y mueve esa parte con suavidad.
relax-close =
    .a = Ahora deja que todo descanse, tal como está.
    .b = Ya no queda nada que tensar. Quédate todo el tiempo que quieras.
relax-effort-quarter = Basta y sobra con un cuarto de tu fuerza.
relax-effort-third = Basta y sobra con un tercio de tu fuerza.
relax-effort-half = Basta con la mitad de tu fuerza, y menos también está bien.

relax-tense-dominant-hand = La mano con la que escribes. Cierra el puño con suavidad, más o menos con la mitad de tu fuerza.
relax-tense-dominant-upper-arm = La parte alta de ese brazo. Aprieta un poco el codo hacia abajo, más o menos con la mitad de tu fuerza.
relax-tense-dominant-arm = El brazo con el que escribes. Cierra el puño y dobla el codo, más o menos con la mitad de tu fuerza.
relax-tense-other-hand = La otra mano. Cierra el puño con suavidad, más o menos con la mitad de tu fuerza.
relax-tense-other-upper-arm = La parte alta del otro brazo. Aprieta un poco el codo hacia abajo, más o menos con la mitad de tu fuerza.
relax-tense-other-arm = El otro brazo. Cierra el puño y dobla el codo, más o menos con la mitad de tu fuerza.
relax-tense-arms = Los dos brazos. Cierra los puños y dobla los codos, más o menos con la mitad de tu fuerza.
relax-tense-hands = Las dos manos. Cierra los puños con suavidad, más o menos con la mitad de tu fuerza.
relax-tense-forehead = La frente. Levanta las cejas, más o menos con la mitad de tu fuerza.
relax-tense-eyes-and-nose = Ojos y nariz. Aprieta un poco los párpados y arruga la nariz, más o menos con un tercio de tu fuerza.
relax-tense-mouth-and-jaw = Boca y mandíbula. Con los dientes separados, aprieta un labio contra el otro, más o menos con un cuarto de tu fuerza.
relax-tense-face = La cara. Recógela entera un poco hacia la nariz, más o menos con un tercio de tu fuerza.
relax-tense-neck = El cuello. Aprieta un poco la cabeza hacia atrás, contra el cojín, más o menos con un cuarto de tu fuerza.
relax-tense-face-and-neck = Cara y cuello. Arruga la cara, y aprieta un poco la cabeza hacia atrás, contra el cojín.
relax-tense-chest-and-shoulders = Pecho y hombros. Junta los omóplatos, más o menos con la mitad de tu fuerza.
relax-tense-shoulders = Los dos hombros. Súbelos hacia las orejas, más o menos con la mitad de tu fuerza.
relax-tense-belly = El vientre. Mételo un poco hacia dentro, más o menos con un tercio de tu fuerza, y sigue respirando.
relax-tense-trunk = Pecho, espalda y vientre. Junta los omóplatos y mete el vientre, más o menos con un tercio de tu fuerza.
relax-tense-dominant-thigh = El muslo del lado con el que escribes. Ténsalo un poco, más o menos con un cuarto de tu fuerza.
relax-tense-dominant-calf = La parte baja de esa pierna. Lleva los dedos del pie un poco hacia ti, solo un momento.
relax-tense-dominant-foot = El pie de ese lado. Encoge un poco los dedos, solo un momento.
relax-tense-dominant-leg = La pierna del lado con el que escribes. Tensa el muslo, y lleva los dedos del pie un poco hacia ti.
relax-tense-other-thigh = El otro muslo. Ténsalo un poco, más o menos con un cuarto de tu fuerza.
relax-tense-other-calf = La parte baja de la otra pierna. Lleva los dedos del pie un poco hacia ti, solo un momento.
relax-tense-other-foot = El otro pie. Encoge un poco los dedos, solo un momento.
relax-tense-other-leg = La otra pierna. Tensa el muslo, y lleva los dedos del pie un poco hacia ti.
relax-tense-legs = Las dos piernas. Tensa los muslos, y lleva los dedos de los pies un poco hacia ti.
relax-tense-thighs = Muslos y glúteos. Ténsalos un poco, más o menos con un cuarto de tu fuerza.
relax-tense-calves = La parte baja de las dos piernas. Lleva los dedos de los pies un poco hacia ti, solo un momento.
relax-tense-feet = Los dos pies. Encoge un poco los dedos, solo un momento.

relax-soften-dominant-hand =
    .a = La mano con la que escribes. Deja que se ablande, de la muñeca a la punta de los dedos.
    .b = Deja que la mano con la que escribes quede abierta y suelta.
relax-soften-dominant-upper-arm =
    .a = La parte alta de ese brazo. Deja que el músculo cuelgue del hueso, suave y blando.
    .b = Deja que la parte alta de ese brazo descanse con todo su peso.
relax-soften-dominant-arm =
    .a = El brazo con el que escribes. Deja que se ablande, hasta la punta de los dedos.
    .b = Deja que el brazo con el que escribes repose ahí, sin nada que hacer.
relax-soften-other-hand =
    .a = La otra mano. Deja que se ablande, de la muñeca a la punta de los dedos.
    .b = Deja que la otra mano quede abierta y suelta.
relax-soften-other-upper-arm =
    .a = La parte alta del otro brazo. Deja que el músculo cuelgue del hueso, suave y blando.
    .b = Deja que la parte alta del otro brazo descanse con todo su peso.
relax-soften-other-arm =
    .a = El otro brazo. Deja que se ablande, hasta la punta de los dedos.
    .b = Deja que el otro brazo repose ahí, sin nada que hacer.
relax-soften-arms =
    .a = Los dos brazos. Deja que se ablanden, de los hombros a la punta de los dedos.
    .b = Deja que los dos brazos reposen ahí, sin nada que hacer.
relax-soften-hands =
    .a = Las dos manos. Deja que se ablanden, de las muñecas a la punta de los dedos.
    .b = Deja que las dos manos queden abiertas y sueltas.
relax-soften-forehead =
    .a = La frente. Deja que quede lisa y ancha.
    .b = Deja que la frente esté tranquila, de una sien a la otra.
relax-soften-eyes-and-nose =
    .a = Ojos y nariz. Deja los párpados ligeros, y la nariz blanda.
    .b = Deja que se ablanden los músculos pequeños que rodean los ojos.
relax-soften-mouth-and-jaw =
    .a = Boca y mandíbula. Deja que los dientes se separen un poco, y que la lengua descanse.
    .b = Deja que la mandíbula cuelgue un poco, y que los labios queden blandos.
relax-soften-face =
    .a = La cara. Deja que se ablanden la frente, los ojos y la mandíbula.
    .b = Deja la cara sin expresión, de la frente a la barbilla.
relax-soften-neck =
    .a = El cuello. Deja que el cojín sostenga la cabeza.
    .b = Deja que la nuca quede larga y blanda.
relax-soften-face-and-neck =
    .a = Cara y cuello. Deja la mandíbula suelta, y la cabeza bien apoyada.
    .b = Deja que la cara se ablande, y el cuello con ella.
relax-soften-chest-and-shoulders =
    .a = Pecho y hombros. Deja que los hombros bajen al soltar el aire.
    .b = Deja que el pecho esté ancho, y que los omóplatos descansen.
relax-soften-shoulders =
    .a = Los dos hombros. Deja que bajen, lejos de las orejas.
    .b = Deja que los brazos cuelguen sueltos de los hombros.
relax-soften-belly =
    .a = El vientre. Deja que esté redondo y blando.
    .b = Deja que el vientre vaya y venga con la respiración.
relax-soften-trunk =
    .a = Pecho, espalda y vientre. Deja que se ablanden al soltar el aire.
    .b = Deja que el centro del cuerpo descanse con todo su peso.
relax-soften-dominant-thigh =
    .a = El muslo del lado con el que escribes. Deja que se vuelva ancho y pesado.
    .b = Deja que ese muslo descanse con todo su peso.
relax-soften-dominant-calf =
    .a = La parte baja de esa pierna. Deja que la pantorrilla cuelgue del hueso, suave y blanda.
    .b = Deja que esa pantorrilla descanse con todo su peso.
relax-soften-dominant-foot =
    .a = El pie de ese lado. Deja sueltos los dedos y la planta.
    .b = Deja que ese pie caiga hacia donde quiera.
relax-soften-dominant-leg =
    .a = La pierna del lado con el que escribes. Deja que se ablande, hasta los dedos del pie.
    .b = Deja que esa pierna repose ahí, sin nada que sostener.
relax-soften-other-thigh =
    .a = El otro muslo. Deja que se vuelva ancho y pesado.
    .b = Deja que el otro muslo descanse con todo su peso.
relax-soften-other-calf =
    .a = La parte baja de la otra pierna. Deja que la pantorrilla cuelgue del hueso, suave y blanda.
    .b = Deja que la otra pantorrilla descanse con todo su peso.
relax-soften-other-foot =
    .a = El otro pie. Deja sueltos los dedos y la planta.
    .b = Deja que el otro pie caiga hacia donde quiera.
relax-soften-other-leg =
    .a = La otra pierna. Deja que se ablande, hasta los dedos del pie.
    .b = Deja que la otra pierna repose ahí, sin nada que sostener.
relax-soften-legs =
    .a = Las dos piernas. Deja que se ablanden, de las caderas a los dedos de los pies.
    .b = Deja que las dos piernas reposen ahí, sin nada que sostener.
relax-soften-thighs =
    .a = Muslos y glúteos. Deja que se vuelvan anchos y pesados.
    .b = Deja que los muslos y los glúteos descansen con todo su peso.
relax-soften-calves =
    .a = La parte baja de las dos piernas. Deja que las pantorrillas cuelguen de los huesos, suaves y blandas.
    .b = Deja que las dos pantorrillas descansen con todo su peso.
relax-soften-feet =
    .a = Los dos pies. Deja sueltos los dedos y las plantas.
    .b = Deja que los dos pies caigan hacia donde quieran.

## Automasaje

massage-open =
    .a = Que esto sea agradable todo el tiempo. Afloja si algo pincha, quema o se adormece.
    .b = Con que sea cómodo, basta. Si algo pincha, quema o se adormece, afloja o para.
massage-warm-hands =
    .a = Si tienes las manos frías, frótalas hasta que entren en calor.
    .b = Quizá quieras calentarte antes las manos, con una taza o bajo los brazos.
massage-place =
    .a = Ahora, quizá, { $place }.
    .b = Un ratito para { $place }.
massage-remind =
    .a = ¿Sigue siendo agradable? Más ligero siempre está bien.
    .b = Más despacio, si quieres.
    .c = Deja que la respiración siga con facilidad.
    .d = Los hombros y la mandíbula pueden estar sueltos.
    .e = Si algo se cansa, descansa un momento.
    .f = Busca lo que más te guste.
massage-change-side =
    .a = Y el otro lado, a tu ritmo.
    .b = Ahora cambia de lado, despacio.
    .c = Cuando quieras, el otro lado.
massage-change-hands =
    .a = Cambia de mano, si así es más fácil.
    .b = Ahora puede seguir la otra mano.
massage-change-technique =
    .a = Ahora algo un poco distinto.
    .b = Quédate donde estás. Solo cambia el contacto.
massage-imagine =
    .a = Aquí no hace falta tocar. Solo imagina una mano tibia que descansa ahí.
    .b = Deja las manos donde están, e imagina un contacto lento y amable.
massage-last-one =
    .a = Una última vez.
    .b = Una vez más, y luego déjalo estar.
massage-count-1 = Uno.
massage-count-2 = Dos.
massage-count-3 = Tres.
massage-count-4 = Cuatro.
massage-count-5 = Cinco.
massage-count-6 = Seis.
massage-count-7 = Siete.
massage-count-8 = Ocho.
massage-rest-hands =
    .a = Deja que las manos descansen un rato.
    .b = Baja las manos, y deja que reposen.
massage-close =
    .a = Deja que las manos se retiren despacio.
    .b = Con esto basta. Deja que descanse.
    .c = Quédate un momento, y nota cómo se siente ahora.
massage-pace-slow = Despacio, más o menos dos dedos de ancho cada segundo.
massage-pace-very-slow = Muy despacio, más o menos un dedo de ancho cada segundo.
massage-pressure-0 = Aquí, ninguna presión.
massage-pressure-1 = Apenas más que el propio peso, más o menos un uno sobre diez.
massage-pressure-2 = Una presión ligera y agradable, más o menos un dos sobre diez.
massage-pressure-3 = Una presión suave pero firme, todavía agradable, tres sobre diez como mucho.
massage-pressure-4 = Una presión firme pero aún cómoda, nunca más de cuatro sobre diez.

massage-reach-toes = Apoya el pie en la otra rodilla, o baja las manos hasta él, lo que sea más fácil. [5s]
massage-reach-sole = Apoya el pie en la otra rodilla, o alcánzalo como te sea más fácil. Deja que las dos manos lleguen a la planta. [5s]
massage-reach-ankle = Apoya el pie en la otra rodilla, o baja hasta él. Rodea el tobillo con las dos manos. [5s]
massage-reach-calf = Dobla la rodilla, y pon las dos manos en la pantorrilla, bastante por debajo del hueco de la rodilla. [5s]
massage-reach-knee = Siéntate con la pierna apoyada. Pon las dos manos alrededor de la rótula, y deja libre el hueco de detrás. [5s]
massage-reach-thigh = Apóyate bien en el respaldo, y pon las dos manos sobre el muslo, más cerca de la rodilla que de la cadera. [4s]
massage-reach-hip = Pon una mano en el lado de la cadera, donde empieza el glúteo. [4s]
massage-reach-belly = Túmbate o recuéstate con las rodillas dobladas. Pon las dos manos planas sobre el vientre. [6s]
massage-reach-lower-back = Pon el dorso de las manos en la parte baja de la espalda, junto a la columna, nunca sobre ella. [5s]
massage-reach-chest = Pon la mano contraria, plana, justo debajo de la clavícula. [4s]
massage-reach-upper-back = Es el músculo que hay entre la columna y el omóplato. La columna misma la dejamos tranquila. [4s]
massage-reach-shoulder = Rodea el hombro con la mano contraria, y pon algo debajo de ese codo. [5s]
massage-reach-upper-trapezius = Pon la mano contraria sobre el hombro, y algo debajo de ese codo. La parte de delante del cuello la dejamos tranquila. [5s]
massage-reach-upper-arm = Cruza el otro brazo por delante, y pon esa mano en la parte de fuera del brazo. [4s]
massage-reach-forearm = Apoya el brazo en el regazo o en un cojín, y acerca la otra mano. [4s]
massage-reach-hand = Deja la mano en el regazo, y tómala suavemente con la otra. [4s]
massage-reach-back-of-hand = Deja la mano con la palma hacia abajo, y pon la otra encima. [4s]
massage-reach-palm = Deja la mano con la palma hacia arriba, y pon en ella los dedos de la otra. [4s]
massage-reach-thumb-base = Deja la mano con la palma hacia arriba, y busca la parte redonda y blanda debajo del pulgar. [4s]
massage-reach-fingers = Deja la mano en el regazo, y toma suavemente un dedo con la otra. [4s]
massage-reach-back-of-neck = Pon las manos en la nuca. Solo el músculo que hay ahí, nunca los lados ni la parte de delante. [5s]
massage-reach-skull-base = Apoya los dos codos, y pon las yemas de los dedos donde el cráneo se une al cuello. [5s]
massage-reach-jaw = Con los dientes un poco separados, pon dos o tres dedos delante de la oreja. [4s]
massage-reach-face = Pon las manos suavemente en las mejillas, lejos de los ojos. [4s]
massage-reach-temples = Pon las yemas de los dedos ligeramente en la sien, lejos del ojo. [4s]
massage-reach-forehead = Apoya los codos, y pon las yemas de los dedos en el centro de la frente. [4s]
massage-reach-scalp = Apoya los codos, y deja que las yemas de todos los dedos lleguen al cuero cabelludo. [4s]

massage-do-hold =
    .a = Deja que la mano descanse ahí, tibia y quieta.
    .b = No hay nada que hacer, solo dejar ahí el peso de la mano.
massage-do-slow-stroke =
    .a = Desliza por la piel la mano entera y suelta, despacio, una y otra vez.
    .b = Pasa la mano despacio y por igual, en un solo sentido, y luego vuelve a empezar.
massage-do-skin-stretch =
    .a = Deja que los dedos lleven la piel un poco hacia un lado, y espera ahí.
    .b = Lleva la piel hasta donde llega sin esfuerzo, no más, y quédate.
massage-do-circles =
    .a = Círculos pequeños y lentos con las yemas de los dedos. La piel se mueve con ellas.
    .b = Deja que las yemas dibujen círculos pequeños y lentos, y que lleven la piel consigo.
massage-do-knead =
    .a = Recoge el músculo suavemente en la mano, y suéltalo de nuevo.
    .b = Recoge el músculo despacio, y despacio suéltalo.
massage-do-squeeze =
    .a = Aprieta suavemente, suelta, y avanza un poco.
    .b = Un apretón suave, una pausa, y luego un poco más allá.
massage-do-lean =
    .a = Apóyate despacio en la pelota, solo hasta donde sea agradable, y quédate ahí.
    .b = Deja que un poco de tu peso se hunda en la pelota, y descansa.
massage-do-roll =
    .a = Deja que la pelota ruede despacio, y haz una pausa donde sea agradable.
    .b = Un vaivén sobre la pelota, despacio y con ligereza.
massage-do-rock =
    .a = Un balanceo pequeño y perezoso, de un lado a otro.
    .b = Deja que se balancee un poco, con toda la pereza que quieras.
massage-do-warm =
    .a = Pon ahí el paño o la bolsa de calor, a una temperatura agradable, nunca muy caliente.
    .b = Deja que el calor descanse ahí. Si es demasiado, pon una tela en medio.
massage-do-move =
    .a = Movimientos pequeños y fáciles, bien dentro de lo cómodo.
    .b = Muévete un poco, despacio, y solo hasta donde sea fácil.

massage-do-slow-stroke-toes = Recorre cada dedo despacio, de la base a la punta.
massage-do-slow-stroke-sole = Ve despacio del talón a los dedos, con la mano plana o con el puño suelto.
massage-do-slow-stroke-ankle = Pasa las manos despacio alrededor del tobillo, y por los huecos que hay junto a los huesos.
massage-do-slow-stroke-calf = Pasa las manos con ligereza hacia arriba, desde el tobillo hasta justo debajo de la rodilla.
massage-do-slow-stroke-knee = Pasa las manos planas despacio alrededor de la rótula.
massage-do-slow-stroke-thigh = Pasa las manos despacio desde la rodilla hacia la cadera, por delante y por fuera.
massage-do-slow-stroke-hip = Pasa la mano plana despacio hacia abajo, por el lado de la cadera.
massage-do-slow-stroke-belly = Dibuja con las manos un círculo amplio, hacia arriba por tu lado derecho, hacia abajo por el izquierdo.
massage-do-slow-stroke-lower-back = Pasa el dorso de las manos despacio hacia abajo, junto a la columna.
massage-do-slow-stroke-chest = Pasa la mano despacio por debajo de la clavícula, desde el esternón hacia el hombro.
massage-do-slow-stroke-shoulder = Pasa la mano despacio por la parte redonda de fuera del hombro.
massage-do-slow-stroke-upper-trapezius = Pasa la mano despacio desde la nuca hacia fuera, por encima del hombro.
massage-do-slow-stroke-upper-arm = Pasa la mano despacio por la parte de fuera, del hombro al codo.
massage-do-slow-stroke-forearm = Desliza la mano entera, despacio, de la muñeca al codo.
massage-do-slow-stroke-hand = Desliza la otra mano despacio, de la muñeca a la punta de los dedos.
massage-do-slow-stroke-back-of-hand = Desliza la otra mano despacio por el dorso, de la muñeca a los dedos.
massage-do-slow-stroke-palm = Recorre la palma despacio, de la muñeca a los dedos.
massage-do-slow-stroke-thumb-base = Recorre despacio la parte redonda, desde la muñeca hacia el pulgar.
massage-do-slow-stroke-fingers = Recorre cada dedo despacio, de la base a la punta.
massage-do-slow-stroke-back-of-neck = Pasa las manos despacio desde donde nace el pelo hacia abajo, y luego hacia fuera, hasta los hombros.
massage-do-slow-stroke-skull-base = Pasa los dedos despacio hacia fuera, bajo el borde del cráneo, solo hasta detrás de las orejas.
massage-do-slow-stroke-jaw = Pasa los dedos despacio desde el pómulo hacia abajo, y deja que la boca se suelte sola.
massage-do-slow-stroke-face = Pasa los dedos con ligereza desde los lados de la nariz hacia fuera, por las mejillas.
massage-do-slow-stroke-temples = Pasa los dedos con mucha ligereza desde la sien hacia atrás, hacia el pelo.
massage-do-slow-stroke-forehead = Pasa los dedos despacio desde el centro de la frente hasta las sienes.
massage-do-slow-stroke-scalp = Lleva las yemas de los dedos despacio desde donde nace el pelo hacia atrás, por la coronilla.
massage-do-circles-belly = Círculos lentos alrededor del ombligo, en el sentido del reloj, con las manos planas.
massage-do-circles-lower-back = Círculos pequeños y lentos con los nudillos, junto a la columna, nunca sobre el hueso.
massage-do-circles-skull-base = Círculos pequeños y lentos, desde cerca del centro hasta detrás de las orejas.
massage-do-circles-jaw = Círculos pequeños y lentos sobre el músculo de la mandíbula, con los dientes un poco separados.
massage-do-circles-temples = Círculos pequeños, lentos y muy ligeros, lejos del ojo.
massage-do-circles-scalp = Deja que las yemas muevan la piel sobre el hueso, en círculos pequeños y lentos.
massage-do-knead-sole = Presiona la planta suavemente con el puño suelto, y afloja de nuevo.
massage-do-knead-palm = Presiona la palma suavemente con los dedos doblados, y afloja de nuevo.
massage-do-knead-back-of-neck = Recoge suavemente el músculo de la nuca, y suéltalo de nuevo.
massage-do-squeeze-toes = Aprieta cada dedo suavemente, y suéltalo.
massage-do-squeeze-hand = Aprieta la mano entera suavemente, y suéltala.
massage-do-squeeze-palm = Aprieta la palma suavemente entre el pulgar y los demás dedos, y suéltala.
massage-do-squeeze-thumb-base = Aprieta la parte redonda suavemente entre el pulgar y otro dedo, y suéltala.
massage-do-squeeze-fingers = Aprieta cada dedo suavemente, de la base a la punta.
massage-do-squeeze-upper-trapezius = Levanta el músculo suavemente, espera un momento, y suéltalo.
massage-do-lean-sole = Siéntate con la pelota debajo del pie, y deja que descanse en ella solo el peso del pie.
massage-do-lean-hip = Pon la pelota entre una pared y el lado del glúteo, y apóyate despacio.
massage-do-lean-lower-back = Pon la pelota entre una pared y el músculo que hay junto a la columna, y apóyate despacio.
massage-do-lean-upper-back = Pon la pelota entre una pared y el músculo que hay junto a la columna, y apóyate despacio.
massage-do-lean-upper-trapezius = Pon la pelota entre una pared y la parte de arriba del hombro, y apóyate despacio.
massage-do-roll-sole = Siéntate, y haz rodar la pelota despacio del talón a los dedos, solo con el peso del pie.
massage-do-roll-palm = Haz rodar la pelota despacio bajo la palma, sobre una mesa o sobre el muslo.
massage-do-rock-calf = Con una mano en la espinilla, deja que la pierna se balancee con pereza de un lado a otro.
massage-do-rock-thigh = Con una mano en el muslo, deja que la pierna gire con pereza hacia dentro y hacia fuera.
massage-do-rock-hip = Deja que las caderas se balanceen un poco de un lado a otro, con toda la pereza que quieras.
massage-do-rock-lower-back = Boca arriba, con las rodillas dobladas, deja que se balanceen un poco de un lado a otro.
massage-do-move-toes = Abre un poco los dedos, y encógelos un poco, despacio.
massage-do-move-ankle = Deja que el pie dibuje círculos pequeños y lentos.
massage-do-move-knee = Estira un poco la rodilla, y vuelve a doblarla, despacio.
massage-do-move-hip = Deja que la rodilla se vaya un poco hacia fuera, y que vuelva, despacio.
massage-do-move-lower-back = Inclina la pelvis un poco adelante y atrás, despacio, dentro de lo cómodo.
massage-do-move-upper-back = Redondea un poco la parte alta de la espalda, y enderézala de nuevo, despacio.
massage-do-move-shoulder = Deja que el hombro ruede despacio, arriba, atrás y abajo.
massage-do-move-upper-trapezius = Sube un poco el hombro, y deja que baje, despacio.
massage-do-move-hand = Deja que la mano gire suelta desde la muñeca, en círculos pequeños y lentos.
massage-do-move-fingers = Abre los dedos despacio, y deja que se curven de nuevo.
massage-do-move-back-of-neck = Gira la cabeza un poco hacia un lado, y luego hacia el otro, poquito y despacio.
massage-do-move-jaw = Deja que la boca se abra un poco y se cierre de nuevo, con la lengua en reposo.

massage-tool-finger-pads = Con las yemas blandas de los dedos.
massage-tool-knuckles = Con la parte plana de los dedos doblados.
massage-tool-soft-fist = Con el puño suelto y blando. El pulgar lo agradece.
massage-tool-soft-ball = Con una pelota blanda, que ceda bajo el pulgar.
massage-tool-tennis-ball = Con una pelota de tenis, quizá dentro de un calcetín.
massage-tool-cloth = Con un paño suave, seco o agradablemente tibio.
massage-tool-warm-pack = Con una bolsa de calor envuelta en un paño, tibia, nunca muy caliente.

## Precauciones

caution-front-of-neck = Deja tranquilas la parte de delante y los lados del cuello, por donde pasan vasos grandes.
caution-neck-device = Las pistolas de masaje, y todo lo que vibre, lejos del cuello.
caution-neck-force = El cuello, sin tirones, sin crujidos y sin giros fuertes. Basta con poco y despacio.
caution-spine-and-kidneys = Quédate junto a la columna, nunca sobre ella, y deja tranquilos los costados.
caution-eyes = Ninguna presión en los ojos. Quédate en la frente y en las sienes.
caution-pressure-high = Que la presión quede por debajo de cinco sobre diez. Más fuerza no aporta nada más.
caution-behind-knee = Deja fuera el hueco de detrás de la rodilla. Allí, los vasos y los nervios pasan cerca de la piel.
caution-armpit = Deja fuera la axila. Allí, los vasos y los nervios pasan cerca de la piel.
caution-groin = Deja fuera la ingle. Allí, los vasos y los nervios pasan cerca de la piel.
caution-inner-elbow = Deja fuera el hueco del codo. Allí, los vasos y los nervios pasan cerca de la piel.
caution-too-fast = Aquí, nada de respirar deprisa. Puede marear.
caution-driving = Solo para cuando te pueda entrar sueño con tranquilidad. No al conducir, ni cerca del agua, ni después de alcohol o drogas.
caution-volume = Ponlo bajito, lo justo para poder seguirlo.
caution-dizziness = Si notas mareo, hormigueo o falta de aire, vuelve a tu respiración de siempre, con los ojos abiertos.
caution-comfort = Con que sea cómodo, basta. Si pincha, quema, se extiende o se adormece, afloja o para.
caution-cramp = Si empieza un calambre, suelta enseguida, y mueve esa parte con suavidad.
caution-after-meal = Después de comer, espera una o dos horas antes de masajear el vientre.
caution-breath-holds = Durante el embarazo, o con la presión arterial alta, o con problemas de corazón, vasos u ojos, sáltate las pausas de la respiración.
caution-calf-clot = ¿Tienes una pierna hinchada, caliente o dolorida desde hace poco? Entonces déjala tranquila, y pide atención médica hoy mismo. Puede ser un coágulo.
caution-varicose-veins = Con varices, deja tranquilas las venas. Pasar la mano con ligereza junto a ellas está bien, si es cómodo.
caution-blood-thinners = Si tomas anticoagulantes o te salen moratones con facilidad, usa las manos planas y ligeras, y ninguna pelota.
caution-pregnancy = Durante el embarazo, quédate con un contacto ligero, deja fuera el vientre, la parte baja de la espalda y los tobillos, y no retengas el aire.
caution-late-pregnancy = Desde la semana veintiocho, mejor de lado o con la espalda bien en alto que boca arriba.
caution-recent-injury = Deja fuera cualquier lugar con una fractura, un esguince, una herida, una quemadura o una infección. En otros lugares está bien, si es cómodo.
caution-surgery = Tras una operación en las últimas seis semanas, o si llevas un catéter o un drenaje, pregunta antes a tu equipo médico.
caution-skin = Deja fuera la piel con erupciones, infecciones, partes abiertas o herpes labial.
caution-fever = Si te sientes mal o tienes fiebre, mejor descansa. Solo escuchar está bien.
caution-numb-area = Donde sientas menos, usa solo las manos y mira la piel. Ahí, ni calor ni pelota.
caution-heat = Ninguna bolsa de calor donde sientas menos, ni sobre un parche o un gel.
caution-neck-movement = Tras un latigazo cervical, o con mareos, deja fuera los movimientos del cuello. Si no, que sean pequeños y lentos.
caution-osteoporosis = Con osteoporosis, usa las manos planas y ligeras, y deja fuera lo de apoyarte en una pelota.
caution-bruising-and-lumps = Deja fuera cualquier moratón, bulto o dolor que nadie haya mirado todavía, y pide que lo miren.
caution-neck-artery = Si has tenido un derrame cerebral o problemas con una arteria del cuello, deja tranquilos el cuello y las sienes, y pide consejo médico.
caution-neck-unstable = Si tu cuello se rompió o se operó, o al doblarlo sientes algo eléctrico, déjalo fuera hasta que te den el visto bueno médico.
caution-belly-illness = Con dolor de vientre, inflamación, una hernia, un estoma o una herida reciente, deja fuera el vientre.
caution-jaw-trouble = Si la mandíbula se te bloquea, o te la trataron esta semana, solo apoya las manos en las mejillas.
caution-headache = Con migraña o un dolor de cabeza fuerte, deja fuera la cabeza y el cuello si el contacto molesta, y pon el sonido bajito.
caution-ears = Con problemas de oídos o de senos nasales, zumba muy bajito, o suelta el aire sin ruido.
caution-lungs = Si ahora te molestan los pulmones, respira a tu ritmo, suelta el aire con los labios fruncidos, y sin pausas.
caution-epilepsy = Con epilepsia o desmayos, respira como venga, sin pausas, en una silla o en la cama.
caution-uneasy-breath = Si observar la respiración te inquieta, vuelve la atención a los sonidos, a las manos o a los pies.
caution-tensing-pain = Si un músculo duele o se acalambra, déjalo fuera, o solo deja que se ablande.
caution-tensing-pressure = Con presión arterial alta, problemas de corazón, glaucoma o una hernia, suelta sin tensar.
caution-low-blood-pressure = Si te mareas al ponerte de pie, al final quédate un minuto en el asiento, y levántate despacio.
caution-unsteady = Si te cuesta mantener el equilibrio de pie, haz esto en una silla, o déjalo fuera.
caution-hypermobile = Con articulaciones muy flexibles, quédate en el centro de cada movimiento.
caution-very-sensitive = Donde duele hasta un roce, apoya una mano cerca, o solo imagina el contacto.
caution-lymph = Con linfedema, o si te quitaron ganglios, en ese brazo o esa pierna solo lo que te enseñó tu terapeuta.
caution-cancer = Con cáncer, ahora o en el último año, pregunta antes a tu equipo médico. Nunca sobre un bulto, un catéter o la piel tratada.
caution-trauma = Si vienen recuerdos antiguos, o todo parece irreal, deja los ojos abiertos y quédate con los sonidos. Para cuando quieras.
caution-psychosis = Tras una psicosis o una manía, van mejor sesiones cortas con los ojos abiertos. Habla antes con las personas que te atienden.
caution-sedated = Tras un medicamento sedante, o alcohol, puede que sientas menos. Usa solo las manos, con ligereza, sin calor y sin pelota.
caution-unexplained = ¿Pérdida de peso, sudores nocturnos, o dolor por la noche o tras una caída? Por favor, pide antes que lo miren.
caution-emergency-stroke = ¿Un dolor de cabeza o de cuello repentino y muy fuerte, dificultad para hablar o la cara caída? Para, y llama ya al número de emergencias.
caution-emergency-chest = ¿Dolor en el pecho, falta de aire repentina, o tos con sangre? Para, y llama ya al número de emergencias.
caution-emergency-cauda = ¿Adormecimiento nuevo entre las piernas, o pérdida de control de la vejiga o del intestino? Por favor, ve ya a urgencias.
caution-emergency-harm = Si piensas en hacerte daño, por favor, habla ya con alguien, o llama al número de emergencias.

## Solo para la pantalla: cuándo pedir ayuda

safety-title = Cuándo pedir ayuda antes
safety-intro = Estas sesiones son para estar a gusto. Con cualquiera de estas señales, una sesión puede esperar.
safety-now =
    Llama ya al número de emergencias:
    - un dolor de cabeza o de cuello repentino y muy fuerte, distinto de todos los anteriores
    - mareo, visión doble, dificultad para hablar, la cara caída o un brazo sin fuerza, también horas o días después de un masaje en el cuello
    - dolor en el pecho, falta de aire repentina, o tos con sangre
    - debilidad o adormecimiento que se extiende, o adormecimiento entre las piernas
    - pérdida de control de la vejiga o del intestino
    - fiebre con la nuca rígida
safety-soon =
    Pide atención médica antes de cualquier sesión:
    - una pierna o un brazo hinchados, calientes o doloridos desde hace poco
    - pérdida de peso que nadie se explica, sudores nocturnos, o un dolor que empeora por la noche
    - dolor tras una caída o un golpe en los últimos días
    - un bulto, una hinchazón o un moratón que nadie ha mirado todavía
safety-harm = ¿Piensas en hacerte daño? No hace falta que te quedes a solas con eso. Llama ya al número de emergencias o a un teléfono de ayuda, o díselo a alguien que esté cerca.
safety-close = Si tienes dudas, pregunta. Por esperar no se pierde nada.
too-much =
    ¿Ahora mismo es demasiado?
    Deja los ojos abiertos, y nombra cinco cosas que veas.
    Aprieta los pies contra el suelo, o toma en la mano algo fresco.
    Respira como quieras.
    No has hecho nada mal. Parar forma parte de esto.

## Solo para la pantalla: preguntas del perfil de quien escucha

ask-breath-holds = ¿Tienes la presión arterial alta, problemas de corazón, vasos u ojos, o prefieres no retener el aire?
ask-calf-clot = ¿Tienes una pierna o un brazo hinchado, caliente, dolorido o de otro color desde hace poco?
ask-varicose-veins = ¿Tienes varices o venas inflamadas en las piernas?
ask-blood-thinners = ¿Tomas anticoagulantes, tienes un trastorno de la coagulación, o te salen moratones con mucha facilidad?
ask-pregnancy = ¿Estás embarazada?
ask-late-pregnancy = ¿Estás en la semana veintiocho del embarazo o más adelante?
ask-recent-injury = ¿Tienes una fractura, un esguince, una herida, una quemadura o una infección que siga abierta o reciente?
ask-surgery = ¿Te han operado en las últimas seis semanas, o llevas un dispositivo, un drenaje o un catéter?
ask-skin = ¿Tienes en algún lugar una erupción, una infección, la piel abierta o herpes labial?
ask-fever = ¿Tienes fiebre, o te sientes mal hoy?
ask-numb-area = ¿Hay algún lugar donde sientas menos, por ejemplo por diabetes?
ask-heat = ¿Llevas un parche, usas un gel, o notas menos el calor en algún lugar?
ask-neck-movement = ¿Has tenido un latigazo cervical, o te mareas al mover el cuello?
ask-osteoporosis = ¿Tienes osteoporosis o huesos frágiles, o tomas corticoides en pastillas desde hace tiempo?
ask-bruising-and-lumps = ¿Tienes un moratón, un bulto o un dolor que nadie haya mirado todavía?
ask-neck-artery = ¿Has tenido alguna vez un derrame cerebral (ictus), un desgarro o estrechamiento de una arteria del cuello, o arteritis temporal?
ask-neck-unstable = ¿Te han operado del cuello o se te ha roto, tienes artritis reumatoide en él, o sientes algo eléctrico al doblarlo?
ask-belly-illness = ¿Tienes dolor de vientre, inflamación del intestino, una hernia, un estoma, o una herida en el vientre de menos de seis semanas?
ask-jaw-trouble = ¿Se te bloquea o se te sale la mandíbula, o te la han tratado esta semana?
ask-headache = ¿Tienes ahora mismo migraña o un dolor de cabeza fuerte?
ask-ears = ¿Tienes problemas de oídos o de senos nasales, o un pitido que empeore con el zumbido?
ask-lungs = ¿Tienes asma u otra enfermedad de los pulmones que te moleste ahora?
ask-epilepsy = ¿Tienes epilepsia, o te desmayas a veces?
ask-uneasy-breath = ¿Te inquieta observar o dirigir la respiración, o tienes ataques de pánico?
ask-tensing-pain = ¿Tienes dolor, calambres o artritis en músculos o articulaciones que tensarías?
ask-tensing-pressure = ¿Tienes presión arterial alta, problemas de corazón, glaucoma o una hernia, de modo que no te conviene tensar?
ask-low-blood-pressure = ¿Tienes la presión arterial baja, o te mareas al ponerte de pie?
ask-unsteady = ¿Te cuesta mantener el equilibrio de pie?
ask-hypermobile = ¿Tienes las articulaciones muy flexibles, o se te ha salido alguna?
ask-very-sensitive = ¿Hay algún lugar tan sensible que duela hasta con un roce?
ask-lymph = ¿Tienes linfedema, o te han quitado ganglios linfáticos?
ask-cancer = ¿Tienes cáncer, o te lo han tratado en el último año?
ask-trauma = ¿Te vienen recuerdos como si todo volviera a ocurrir, o a veces las cosas te parecen irreales o lejanas?
ask-psychosis = ¿Has tenido una psicosis o una manía, ahora o hace poco?
ask-sedated = ¿Has tomado alcohol, drogas o un medicamento sedante en las últimas horas?
ask-unexplained = ¿Has perdido peso sin saber por qué, o tienes sudores nocturnos, o dolor por la noche o tras una caída que nadie haya mirado?
ask-emergency-stroke = ¿Tienes un dolor de cabeza o de cuello repentino y muy fuerte, la cara caída, un brazo sin fuerza, dificultad para hablar, visión doble o un mareo nuevo?
ask-emergency-chest = ¿Tienes dolor en el pecho, falta de aire repentina, o tos con sangre?
ask-emergency-cauda = ¿Notas un adormecimiento nuevo entre las piernas, o has perdido el control de la vejiga o del intestino?
ask-emergency-harm = ¿Piensas en hacerte daño?

## Solo para la pantalla: nombres

muscles-dominant-hand = la mano y el antebrazo del lado con el que escribes
muscles-dominant-upper-arm = la parte alta del brazo con el que escribes
muscles-dominant-arm = el brazo con el que escribes
muscles-other-hand = la otra mano y su antebrazo
muscles-other-upper-arm = la parte alta del otro brazo
muscles-other-arm = el otro brazo
muscles-arms = los dos brazos
muscles-hands = las dos manos
muscles-forehead = tu frente
muscles-eyes-and-nose = tus ojos y tu nariz
muscles-mouth-and-jaw = tu boca y tu mandíbula
muscles-face = tu cara
muscles-neck = tu cuello
muscles-face-and-neck = tu cara y tu cuello
muscles-chest-and-shoulders = tu pecho y tus hombros
muscles-shoulders = tus hombros
muscles-belly = tu vientre
muscles-trunk = el centro de tu cuerpo
muscles-dominant-thigh = el muslo del lado con el que escribes
muscles-dominant-calf = la pantorrilla del lado con el que escribes
muscles-dominant-foot = el pie del lado con el que escribes
muscles-dominant-leg = la pierna del lado con el que escribes
muscles-other-thigh = el otro muslo
muscles-other-calf = la otra pantorrilla
muscles-other-foot = el otro pie
muscles-other-leg = la otra pierna
muscles-legs = las dos piernas
muscles-thighs = los dos muslos
muscles-calves = las dos pantorrillas
muscles-feet = los dos pies

technique-hold = una mano quieta
technique-slow-stroke = pasadas lentas
technique-skin-stretch = un estiramiento lento de la piel
technique-circles = círculos pequeños
technique-knead = un amasado lento
technique-squeeze = apretones lentos
technique-lean = un apoyo lento
technique-roll = un rodar lento
technique-rock = un balanceo perezoso
technique-warm = calor
technique-move = movimientos pequeños

## Solo para la pantalla: lo que una sesión deja fuera o cambia para quien la escucha. $why dice por qué.

changed-anchor-hands = Te guían las manos en vez de la respiración.
changed-anchor-contact = Te guía el suelo en vez de la respiración.
changed-anchor-sounds = Te guían los sonidos en vez de la respiración.
changed-anchor-sights = Te guía la mirada en vez de la respiración.
changed-without-holds = La respiración va sin pausas.
changed-breathe = La respiración sigue un ritmo más fácil.
changed-leave-out = Dejamos fuera: { $places }.
changed-no-touch = Solo con la imaginación, sin tocar: { $places }.
changed-listen-only = Sin tocar y sin tensar, solo respirar y escuchar.
changed-release-only = Los músculos solo se sueltan, sin tensar.
changed-hands-only = Solo manos planas y ligeras, sin pelota.
changed-hold-instead = Una mano quieta, en lugar de lo que mueve o presiona.
changed-imagine = El contacto se imagina.
changed-no-heat = Nada caliente.
changed-side-lying = De lado, o con la espalda en alto.
changed-seated = Todo en una silla.
changed-short-and-open = Ojos abiertos, y silencios más cortos.
changed-slow-return = Un regreso más lento al final.
changed-small-movements = Los movimientos son siempre pequeños.
changed-because = { $change } Motivo: { $why }.
changed-nothing-left = Con lo que dejas fuera, de esta sesión no quedaría nada. Quizá te vaya mejor otra.

why-settings = tus ajustes
why-asked = tu petición
why-therapist = la petición de tu terapeuta
why-breath-holds = presión arterial, corazón, vasos u ojos
why-calf-clot = un brazo o una pierna con dolor o hinchazón, que requiere atención médica hoy
why-varicose-veins = varices
why-blood-thinners = anticoagulantes o moratones frecuentes
why-pregnancy = embarazo
why-late-pregnancy = embarazo avanzado
why-recent-injury = una lesión
why-surgery = una operación o un dispositivo
why-skin = tu piel
why-fever = malestar o fiebre
why-numb-area = menos sensibilidad
why-heat = menos sensibilidad al calor, un parche o un gel
why-neck-movement = latigazo cervical o mareos
why-osteoporosis = huesos frágiles
why-bruising-and-lumps = un moratón, bulto o dolor que nadie ha mirado todavía
why-neck-artery = un derrame cerebral o una arteria del cuello
why-neck-unstable = tu cuello
why-belly-illness = tu vientre
why-jaw-trouble = tu mandíbula
why-headache = dolor de cabeza
why-ears = tus oídos o senos nasales
why-lungs = tus pulmones
why-epilepsy = epilepsia o desmayos
why-uneasy-breath = inquietud con la respiración
why-tensing-pain = músculos que duelen
why-tensing-pressure = presión arterial, corazón, ojos o una hernia
why-low-blood-pressure = presión arterial baja
why-unsteady = poco equilibrio de pie
why-hypermobile = articulaciones muy flexibles
why-very-sensitive = un lugar muy sensible
why-lymph = ganglios linfáticos
why-cancer = cáncer
why-trauma = recuerdos antiguos
why-psychosis = psicosis o manía
why-sedated = alcohol o un medicamento sedante
why-unexplained = algo que primero requiere una revisión médica
