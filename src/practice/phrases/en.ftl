# English. Spoken by a speech program: short sentences, numbers as words, no brackets but pauses such as [6s].
# Attributes .a, .b, .c … are variants that take turns. Say nothing as an order and promise nothing.

## Places of the body. $side is left, right or both.

place-toes = { $side ->
    [left] the toes of your left foot
    [right] the toes of your right foot
   *[both] all your toes
}
place-sole = { $side ->
    [left] the sole of your left foot
    [right] the sole of your right foot
   *[both] the soles of your feet
}
place-ankle = { $side ->
    [left] your left ankle
    [right] your right ankle
   *[both] both ankles
}
place-calf = { $side ->
    [left] your left calf
    [right] your right calf
   *[both] both calves
}
place-knee = { $side ->
    [left] your left knee
    [right] your right knee
   *[both] both knees
}
place-behind-knee = { $side ->
    [left] the hollow behind your left knee
    [right] the hollow behind your right knee
   *[both] the hollows behind your knees
}
place-thigh = { $side ->
    [left] your left thigh
    [right] your right thigh
   *[both] both thighs
}
place-groin = { $side ->
    [left] the left side of your groin
    [right] the right side of your groin
   *[both] your groin
}
place-hip = { $side ->
    [left] your left hip
    [right] your right hip
   *[both] both hips
}
place-belly = your belly
place-lower-back = your lower back
place-flanks = { $side ->
    [left] your left flank
    [right] your right flank
   *[both] both flanks
}
place-chest = { $side ->
    [left] the left side of your chest
    [right] the right side of your chest
   *[both] your chest
}
place-armpit = { $side ->
    [left] your left armpit
    [right] your right armpit
   *[both] both armpits
}
place-upper-back = { $side ->
    [left] the left side of your upper back
    [right] the right side of your upper back
   *[both] your upper back
}
place-spine = your spine
place-shoulder = { $side ->
    [left] your left shoulder
    [right] your right shoulder
   *[both] both shoulders
}
place-upper-trapezius = { $side ->
    [left] the top of your left shoulder
    [right] the top of your right shoulder
   *[both] the tops of your shoulders
}
place-upper-arm = { $side ->
    [left] your left upper arm
    [right] your right upper arm
   *[both] both upper arms
}
place-inner-elbow = { $side ->
    [left] the hollow of your left elbow
    [right] the hollow of your right elbow
   *[both] the hollows of your elbows
}
place-forearm = { $side ->
    [left] your left forearm
    [right] your right forearm
   *[both] both forearms
}
place-hand = { $side ->
    [left] your left hand
    [right] your right hand
   *[both] both hands
}
place-back-of-hand = { $side ->
    [left] the back of your left hand
    [right] the back of your right hand
   *[both] the backs of your hands
}
place-palm = { $side ->
    [left] your left palm
    [right] your right palm
   *[both] both palms
}
place-thumb-base = { $side ->
    [left] the base of your left thumb
    [right] the base of your right thumb
   *[both] the base of each thumb
}
place-fingers = { $side ->
    [left] the fingers of your left hand
    [right] the fingers of your right hand
   *[both] all your fingers
}
place-throat = your throat
place-side-of-neck = { $side ->
    [left] the left side of your neck
    [right] the right side of your neck
   *[both] the sides of your neck
}
place-back-of-neck = the back of your neck
place-skull-base = the base of your skull
place-jaw = { $side ->
    [left] the left side of your jaw
    [right] the right side of your jaw
   *[both] your jaw
}
place-face = your face
place-temples = { $side ->
    [left] your left temple
    [right] your right temple
   *[both] both temples
}
place-forehead = your forehead
place-eyes = your eyes
place-scalp = your scalp

place-feet = { $side ->
    [left] your left foot
    [right] your right foot
   *[both] both feet
}
place-legs = { $side ->
    [left] your left leg
    [right] your right leg
   *[both] both legs
}
place-trunk = the middle of your body
place-back = your back
place-arms = { $side ->
    [left] your left arm
    [right] your right arm
   *[both] both arms
}
place-neck-and-shoulders = your neck and shoulders
place-head = your head
place-whole-body = your whole body

## Every session

session-stop =
    .a = You can stop, move or rest at any moment.
    .b = Whenever you like, you can pause, move or stop.
session-eyes =
    .a = Your eyes can be open, half open or closed.
    .b = Eyes open or closed, just as you like.
session-comfort = Settle in a way that is comfortable, and change it whenever you like.
session-tell-someone = If something stays with you afterwards, you might tell someone you trust.
session-way-back =
    .a = We are coming to the end. [4s] Perhaps notice what supports you, and the sounds around you.
    .b = Slowly, we come back. [4s] Perhaps notice where you are, and what you can hear.
session-way-back-end =
    .a = Perhaps fingers and toes would like to move. [5s] Look around, and get up slowly, in your own time.
    .b = Stretch or yawn, if you like. [5s] There is no hurry to get up.
session-sleep-end =
    .a = There is nothing more to do. [4s] Rest just as you are.
    .b = Nothing else is asked of you. [4s] You can stay as you are.
session-half-way = This is about half way.
session-nearly-there = Only a little more to come.
wait-ready =
    .a = Take the time that you need. Press the space bar when you are ready.
    .b = There is no hurry. The space bar goes on, whenever you are ready.
wait-gone-on = We go on now, gently. You can still take your time.
quiet-ahead =
    .a = Some quiet now. After a while, the voice comes back.
    .b = For a while, there are no words. Then the voice returns.

session-side-lying = If you like, lie on your side, or well propped up, with a cushion wherever it helps.
session-seated = If you like, do this sitting down, with something to lean on.
session-eyes-open = Your eyes can stay open all the while, resting on something plain.
session-slow-return = Before you get up, sit for a minute. Then rise slowly, holding on to something.
session-small-movements = Let every movement stay small, well inside its range.

## Breathing

breathe-open =
    .a = Let the breath be easy, and smaller than you might think.
    .b = Let the breath be soft. There is no need to fill up.
breathe-as-you-like =
    .a = If the rhythm doesn't suit you, breathe just as you like.
    .b = Whenever you prefer your own rhythm, follow that instead.
breathe-without-holds = If you would rather not hold your breath, leave the pauses out.
breathe-ramp =
    .a = The rhythm grows slower, little by little. Follow as far as it is easy.
    .b = Bit by bit, the breath gets longer. Stay where it is comfortable.
breathe-cue-tone = A rising tone leads the breath in. A falling tone leads it out.
breathe-cue-fades = The words will soon fall silent. The tones go on.
breathe-remind =
    .a = Soft and easy, with nothing to get right.
    .b = Small breaths are fine.
    .c = If you have lost the rhythm, simply join in again.
    .d = The shoulders can stay out of it.
breathe-last-two = Two more breaths.
breathe-close =
    .a = Now let the breath do what it likes.
    .b = Let the breath find its own way again.
    .c = And the breath can come and go by itself.
breathe-open-natural = Let the breath come and go by itself. [4s] You might notice where you feel it most.
breathe-open-even = As long in as out, and both of them easy.
breathe-open-longer-out = An easy breath in, and a longer, softer breath out.
breathe-open-easy-out = A small breath in, and twice as long to let it out.
breathe-open-sighing = A breath in, a small sip more, and then a long, slow sigh.
breathe-open-box = In, pause, out and rest, all equally long, all of them soft.
breathe-open-4-7-8 = A breath in, a long, soft pause, and a longer breath out. Only a few of them.
breathe-open-humming = In through the nose. Then a quiet hum, lips closed, teeth a little apart.
breathe-open-belly = If you like, rest a hand on your belly. [3s] Let it rise and fall under the hand.
breathe-open-pursed-lips = In through the nose. Out through softly pursed lips, as if cooling a spoonful of soup.

# Said within a phase of the breath: about a second each.
breathe-in = Breathe in.
breathe-sip = A sip more.
breathe-hold = And pause.
breathe-out = And out.
breathe-rest = And rest.
breathe-hum = And hum.

## Another anchor than the breath

anchor-hands-open = Let your hands rest on your thighs. [3s] Perhaps notice their weight and their warmth.
anchor-hands-stay =
    .a = Just the hands, and what lies under them.
    .b = Perhaps one hand is warmer than the other.
    .c = If your thoughts have gone elsewhere, the hands are still here.
anchor-contact-open = Feel what carries you, be it a chair, the floor or a bed.
anchor-contact-stay =
    .a = Where is the contact clearest?
    .b = Perhaps the heels, the seat, or the back.
    .c = If your thoughts have gone elsewhere, the ground is still here.
anchor-sounds-open = Listen to the sounds around you, near ones and far ones.
anchor-sounds-stay =
    .a = One sound, and then another.
    .b = They come and go. There is no need to name them.
    .c = Perhaps the furthest sound that you can hear.
anchor-sights-open = Let your eyes rest on something pleasant, or simply on something plain.
anchor-sights-stay =
    .a = Its colour, its edges, the light on it.
    .b = Your eyes can wander on to something else.
    .c = Perhaps there is a detail that you hadn't seen before.
anchor-close =
    .a = Let your attention widen now, to everything around you.
    .b = You can come back to this whenever you like.

## Body scan

scan-open =
    .a = Let your attention travel through the body. There is nothing to change.
    .b = We visit the body now, place by place. You can skip any of them.
scan-choice =
    .a = You can stay here, or come along to the next place.
    .b = If a place doesn't suit you, rest in one that is easier.
scan-arrive =
    .a = Let your attention come to { $place }, if you like.
    .b = And now, perhaps, { $place }.
    .c = When you are ready, { $place }.
scan-stay =
    .a = Stay here a little longer, if you like.
    .b = There is time to stay.
scan-notice =
    .a = Perhaps there is warmth, or coolness.
    .b = What is it like here, just now?
    .c = There may be tingling, or weight, or nothing in particular.
    .d = Whatever you find is fine as it is.
    .e = Perhaps notice the touch of cloth, or of air.
    .f = There is nothing to change here.
    .g = Could something here soften a little?
    .h = Perhaps it is different from a moment ago.
scan-nothing-felt =
    .a = Feeling nothing here is an answer too.
    .b = If there isn't much to feel, that is fine.
scan-sore =
    .a = If it is sore here, you can stay at the edge, or move on.
    .b = If this place is unpleasant, rest in one that is easier.
scan-wander =
    .a = If your thoughts have wandered, come back whenever you notice.
    .b = Minds wander. You can begin again here.
    .c = Wherever the mind has been, this place is still here.
scan-on =
    .a = When you are ready, we go on.
    .b = And a little further.
    .c = Let that place rest now.
    .d = On to the next place, if you like.
scan-left-out = We leave this place out, as you wished.
scan-other-side =
    .a = And now the other side.
    .b = Let your attention cross over to the other side.
scan-rest =
    .a = Now let your attention rest at { $place }, for as long as you like.
    .b = And here, with { $place }, you can stay.
scan-whole =
    .a = Now the whole body at once, from the feet to the head.
    .b = Let the whole body be there, all in one.
scan-close =
    .a = Let the body be just as it is.
    .b = That was the way through the body. Stay as long as you like.

scan-at-toes =
    .a = Perhaps you can feel each toe by itself, or all of them together.
    .b = Perhaps notice the spaces between the toes.
scan-at-sole =
    .a = From the heel to the ball of the foot.
    .b = Perhaps feel the heel, and whatever it rests on.
scan-at-ankle =
    .a = All the way round, where the foot meets the leg.
    .b = Perhaps notice the hollows beside the bones.
scan-at-calf =
    .a = Perhaps notice the weight of the muscle where it rests.
    .b = The muscle can hang softly from the bone.
scan-at-knee =
    .a = In front, at the sides, and behind.
    .b = Perhaps it is warm or cool here.
scan-at-thigh =
    .a = Long, strong muscle, from the knee to the hip.
    .b = Perhaps notice what carries the weight here.
scan-at-hip =
    .a = Where you meet the seat or the bed.
    .b = The weight can sink in here. Or rest with your hands instead.
scan-at-belly =
    .a = It may move a little with the breath. Or rest with your hands instead.
    .b = There is nothing to hold in here. Or rest with your hands instead.
scan-at-lower-back =
    .a = Perhaps notice what touches it, and where there is space.
    .b = It can be carried, as far as that is comfortable.
scan-at-chest =
    .a = Perhaps the ribs move as you breathe. Or rest with your hands instead.
    .b = Around the collarbone and the breastbone. Or rest with your hands instead.
scan-at-upper-back =
    .a = Perhaps the ribs widen a little at the back.
    .b = Perhaps notice where the back is supported.
scan-at-shoulder =
    .a = Is there a little lift that isn't needed?
    .b = Nothing has to be carried here.
scan-at-upper-arm =
    .a = From the shoulder to the elbow.
    .b = The inside, and the outside.
scan-at-forearm =
    .a = From the elbow to the wrist.
    .b = Perhaps notice where it lies, and how heavily.
scan-at-hand =
    .a = The palm, the back of the hand, the fingers.
    .b = The fingers can curl or spread, just as they like.
scan-at-throat =
    .a = Only noticing, from the inside. Or rest with your hands instead.
    .b = Perhaps the air passing through. Or choose another place.
scan-at-back-of-neck =
    .a = From the hairline down to the shoulders.
    .b = Perhaps notice how the head is carried, and by what.
scan-at-jaw =
    .a = The teeth can be a little apart, and the tongue at rest.
    .b = From the chin up to the hinge, in front of the ear.
scan-at-face =
    .a = The cheeks, the lips, and the small muscles around the mouth.
    .b = No expression is needed here.
scan-at-eyes =
    .a = The lids, and the small muscles all around.
    .b = Open or closed, there is nothing to look for.
scan-at-scalp =
    .a = From the hairline over the crown to the back.
    .b = Perhaps notice the air here, or the pillow.

scan-at-feet = Toes, soles and heels, all together.
scan-at-legs = All the way, from the hip to the ankle.
scan-at-trunk = Hips, belly, ribs and back. Or rest with your hands instead.
scan-at-back = From the seat up to the shoulders.
scan-at-arms = All the way, from the shoulder to the fingertips.
scan-at-neck-and-shoulders = Across the shoulders, and up the back of the neck.
scan-at-head = Jaw, face, eyes and scalp, all together.
scan-at-whole-body = From the feet to the head, everything at once.

## Muscle relaxation

relax-open =
    .a = We tense one group of muscles a little, and then let it go.
    .b = A little effort, then letting go, one group after another.
relax-open-release =
    .a = We go through the muscles and let them soften, with no tensing.
    .b = One group of muscles after another, and only letting go.
relax-first-time = Half your strength at most, and never into pain. The breath goes on all the while.
relax-let-go =
    .a = And let go.
    .b = And release.
    .c = Let it all go loose.
    .d = And let it soften.
relax-notice =
    .a = Perhaps notice what it is like now.
    .b = There may be warmth, or a little weight.
    .c = There is nothing to hold here.
    .d = Is there a difference, however small?
    .e = Stay with it for a moment, if you like.
relax-again =
    .a = Once more, as lightly as you like.
    .b = And again, perhaps a little more gently.
relax-next =
    .a = On to the next group.
    .b = And now the next, when you are ready.
    .c = Let that rest, and we move on.
relax-skip = Leave out anything that hurts, or only imagine it.
relax-cramp = If a cramp begins, let go at once, and move the part gently.
relax-close =
    .a = Let everything rest now, just as it is.
    .b = There is nothing left to tense. Stay as long as you like.
relax-effort-quarter = A quarter of your strength is plenty.
relax-effort-third = A third of your strength is plenty.
relax-effort-half = Half of your strength is plenty, and less is fine.

relax-tense-dominant-hand = The hand that you write with. Make a gentle fist, with about half your strength.
relax-tense-dominant-upper-arm = The upper arm on that side. Press the elbow gently down, with about half your strength.
relax-tense-dominant-arm = The arm that you write with. Make a fist and bend the elbow, with about half your strength.
relax-tense-other-hand = The other hand. Make a gentle fist, with about half your strength.
relax-tense-other-upper-arm = The other upper arm. Press the elbow gently down, with about half your strength.
relax-tense-other-arm = The other arm. Make a fist and bend the elbow, with about half your strength.
relax-tense-arms = Both arms. Make fists and bend the elbows, with about half your strength.
relax-tense-hands = Both hands. Make gentle fists, with about half your strength.
relax-tense-forehead = The forehead. Raise the eyebrows, with about half your strength.
relax-tense-eyes-and-nose = Eyes and nose. Squeeze the lids lightly and wrinkle the nose, with about a third of your strength.
relax-tense-mouth-and-jaw = Mouth and jaw. Teeth apart, press the lips together, with about a quarter of your strength.
relax-tense-face = The face. Draw everything lightly towards the nose, with about a third of your strength.
relax-tense-neck = The neck. Press the head lightly back into the cushion, with about a quarter of your strength.
relax-tense-face-and-neck = Face and neck. Wrinkle the face, and press the head lightly back into the cushion.
relax-tense-chest-and-shoulders = Chest and shoulders. Draw the shoulder blades together, with about half your strength.
relax-tense-shoulders = Both shoulders. Lift them towards the ears, with about half your strength.
relax-tense-belly = The belly. Draw it in a little, with about a third of your strength, and breathe on.
relax-tense-trunk = Chest, back and belly. Draw the shoulder blades together and the belly in, about a third of your strength.
relax-tense-dominant-thigh = The thigh on the side that you write with. Tighten it lightly, with a quarter of your strength.
relax-tense-dominant-calf = The lower leg on that side. Draw the toes lightly towards you, just for a moment.
relax-tense-dominant-foot = The foot on that side. Curl the toes lightly, just for a moment.
relax-tense-dominant-leg = The leg on the side that you write with. Tighten the thigh, and draw the toes lightly towards you.
relax-tense-other-thigh = The other thigh. Tighten it lightly, with about a quarter of your strength.
relax-tense-other-calf = The other lower leg. Draw the toes lightly towards you, just for a moment.
relax-tense-other-foot = The other foot. Curl the toes lightly, just for a moment.
relax-tense-other-leg = The other leg. Tighten the thigh, and draw the toes lightly towards you.
relax-tense-legs = Both legs. Tighten the thighs, and draw the toes lightly towards you.
relax-tense-thighs = Thighs and seat. Tighten them lightly, with about a quarter of your strength.
relax-tense-calves = Both lower legs. Draw the toes lightly towards you, just for a moment.
relax-tense-feet = Both feet. Curl the toes lightly, just for a moment.

relax-soften-dominant-hand =
    .a = The hand that you write with. Let it grow soft, from the wrist to the fingertips.
    .b = Let the hand that you write with lie open and loose.
relax-soften-dominant-upper-arm =
    .a = The upper arm on that side. Let its muscle hang softly from the bone.
    .b = Let that upper arm rest its weight.
relax-soften-dominant-arm =
    .a = The arm that you write with. Let it grow soft, down to the fingertips.
    .b = Let the arm that you write with lie there, with nothing to do.
relax-soften-other-hand =
    .a = The other hand. Let it grow soft, from the wrist to the fingertips.
    .b = Let the other hand lie open and loose.
relax-soften-other-upper-arm =
    .a = The other upper arm. Let its muscle hang softly from the bone.
    .b = Let the other upper arm rest its weight.
relax-soften-other-arm =
    .a = The other arm. Let it grow soft, down to the fingertips.
    .b = Let the other arm lie there, with nothing to do.
relax-soften-arms =
    .a = Both arms. Let them grow soft, from the shoulders to the fingertips.
    .b = Let both arms lie there, with nothing to do.
relax-soften-hands =
    .a = Both hands. Let them grow soft, from the wrists to the fingertips.
    .b = Let both hands lie open and loose.
relax-soften-forehead =
    .a = The forehead. Let it grow smooth and wide.
    .b = Let the brow be quiet, from one temple to the other.
relax-soften-eyes-and-nose =
    .a = Eyes and nose. Let the lids be light, and the nose soft.
    .b = Let the small muscles around the eyes grow soft.
relax-soften-mouth-and-jaw =
    .a = Mouth and jaw. Let the teeth part a little, and the tongue rest.
    .b = Let the jaw hang a little, and the lips be soft.
relax-soften-face =
    .a = The face. Let forehead, eyes and jaw grow soft.
    .b = Let the face be without expression, from the brow to the chin.
relax-soften-neck =
    .a = The neck. Let the cushion carry the head.
    .b = Let the neck be long and soft at the back.
relax-soften-face-and-neck =
    .a = Face and neck. Let the jaw be loose, and the head be carried.
    .b = Let the face grow soft, and the neck with it.
relax-soften-chest-and-shoulders =
    .a = Chest and shoulders. Let the shoulders sink as you breathe out.
    .b = Let the chest be wide, and the shoulder blades rest.
relax-soften-shoulders =
    .a = Both shoulders. Let them sink, away from the ears.
    .b = Let the arms hang loosely from the shoulders.
relax-soften-belly =
    .a = The belly. Let it be round and soft.
    .b = Let the belly come and go with the breath.
relax-soften-trunk =
    .a = Chest, back and belly. Let them soften as you breathe out.
    .b = Let the middle of the body rest its weight.
relax-soften-dominant-thigh =
    .a = The thigh on the side that you write with. Let it grow wide and heavy.
    .b = Let that thigh rest its weight.
relax-soften-dominant-calf =
    .a = The lower leg on that side. Let the calf hang softly from the bone.
    .b = Let that calf rest its weight.
relax-soften-dominant-foot =
    .a = The foot on that side. Let the toes and the sole be loose.
    .b = Let that foot fall where it likes.
relax-soften-dominant-leg =
    .a = The leg on the side that you write with. Let it grow soft, down to the toes.
    .b = Let that leg lie there, with nothing to carry.
relax-soften-other-thigh =
    .a = The other thigh. Let it grow wide and heavy.
    .b = Let the other thigh rest its weight.
relax-soften-other-calf =
    .a = The other lower leg. Let the calf hang softly from the bone.
    .b = Let the other calf rest its weight.
relax-soften-other-foot =
    .a = The other foot. Let the toes and the sole be loose.
    .b = Let the other foot fall where it likes.
relax-soften-other-leg =
    .a = The other leg. Let it grow soft, down to the toes.
    .b = Let the other leg lie there, with nothing to carry.
relax-soften-legs =
    .a = Both legs. Let them grow soft, from the hips to the toes.
    .b = Let both legs lie there, with nothing to carry.
relax-soften-thighs =
    .a = Thighs and seat. Let them grow wide and heavy.
    .b = Let the thighs and the seat rest their weight.
relax-soften-calves =
    .a = Both lower legs. Let the calves hang softly from the bones.
    .b = Let both calves rest their weight.
relax-soften-feet =
    .a = Both feet. Let the toes and the soles be loose.
    .b = Let both feet fall where they like.

## Self-massage

massage-open =
    .a = Let this be pleasant all the way. Ease off if anything is sharp, burning or numb.
    .b = Comfortable is enough. If anything is sharp, burning or numb, ease off or stop.
massage-warm-hands =
    .a = If your hands are cool, rub them together until they are warm.
    .b = You might warm your hands first, around a cup or under your arms.
massage-place =
    .a = Now, perhaps, { $place }.
    .b = A little time for { $place }.
massage-remind =
    .a = Is it still pleasant? Lighter is always fine.
    .b = Slower, if you like.
    .c = Let the breath go on easily.
    .d = The shoulders and the jaw can be loose.
    .e = If anything grows tired, rest for a moment.
    .f = Find what you like best.
massage-change-side =
    .a = And the other side, in your own time.
    .b = Now change sides, slowly.
    .c = When you are ready, the other side.
massage-change-hands =
    .a = Change hands, if that is easier.
    .b = The other hand can take over now.
massage-change-technique =
    .a = Now something a little different.
    .b = Stay where you are. Only the touch changes.
massage-imagine =
    .a = No touch is needed here. Only imagine a warm hand resting there.
    .b = Leave your hands where they are, and imagine a slow, kind touch.
massage-last-one =
    .a = One last time.
    .b = Once more, and then let it be.
massage-count-1 = One.
massage-count-2 = Two.
massage-count-3 = Three.
massage-count-4 = Four.
massage-count-5 = Five.
massage-count-6 = Six.
massage-count-7 = Seven.
massage-count-8 = Eight.
massage-rest-hands =
    .a = Let your hands rest for a while.
    .b = Put your hands down, and let them lie.
massage-close =
    .a = Let your hands come away slowly.
    .b = That is enough. Let it rest.
    .c = Stay a moment, and notice what it is like now.
massage-pace-slow = Slowly, about two finger widths a second.
massage-pace-very-slow = Very slowly, about one finger width a second.
massage-pressure-0 = No pressure at all here.
massage-pressure-1 = Hardly more than its own weight, about one out of ten.
massage-pressure-2 = Light and pleasant, about two out of ten.
massage-pressure-3 = Softly firm and still pleasant, three out of ten at most.
massage-pressure-4 = Firm but still comfortable, never more than four out of ten.

massage-reach-toes = Rest the foot on the other knee, or reach down, whichever is easier. [5s]
massage-reach-sole = Rest the foot on the other knee, or reach it as is easiest. Let both hands come to the sole. [5s]
massage-reach-ankle = Rest the foot on the other knee, or reach down. Lay both hands around the ankle. [5s]
massage-reach-calf = Bend the knee, and lay both hands on the calf, well below the hollow of the knee. [5s]
massage-reach-knee = Sit with the leg supported. Lay both hands around the kneecap, and leave the hollow behind free. [5s]
massage-reach-thigh = Sit back, and lay both hands on top of the thigh, nearer the knee than the hip. [4s]
massage-reach-hip = Lay one hand on the side of the hip, where the seat begins. [4s]
massage-reach-belly = Lie or lean back with your knees bent. Lay both hands flat on your belly. [6s]
massage-reach-lower-back = Lay the backs of your hands low on the back, beside the spine, never on it. [5s]
massage-reach-chest = Lay the opposite hand flat, just below the collarbone. [4s]
massage-reach-upper-back = It is the muscle between the spine and the shoulder blade. Stay off the spine itself. [4s]
massage-reach-shoulder = Lay the opposite hand around the shoulder, with something under its elbow. [5s]
massage-reach-upper-trapezius = Lay the opposite hand on top of the shoulder, with something under its elbow. Stay off the front of the neck. [5s]
massage-reach-upper-arm = Fold the other arm across, and lay its hand on the outside of the upper arm. [4s]
massage-reach-forearm = Rest the arm in your lap or on a cushion, and bring the other hand to it. [4s]
massage-reach-hand = Let the hand lie in your lap, and take it softly in the other. [4s]
massage-reach-back-of-hand = Let the hand lie palm down, and lay the other one on it. [4s]
massage-reach-palm = Let the hand lie palm up, and lay the fingers of the other in it. [4s]
massage-reach-thumb-base = Let the hand lie palm up, and find the soft mound below the thumb. [4s]
massage-reach-fingers = Let the hand lie in your lap, and take one finger softly in the other hand. [4s]
massage-reach-back-of-neck = Lay your hands on the back of the neck. Only the muscle there, never the sides or the front. [5s]
massage-reach-skull-base = Rest both elbows, and lay the finger pads where the skull meets the neck. [5s]
massage-reach-jaw = Teeth a little apart, lay two or three fingers in front of the ear. [4s]
massage-reach-face = Lay your hands softly on the cheeks, away from the eyes. [4s]
massage-reach-temples = Lay the finger pads lightly on the temple, away from the eye. [4s]
massage-reach-forehead = Rest your elbows, and lay the finger pads on the middle of the forehead. [4s]
massage-reach-scalp = Rest your elbows, and let the pads of all your fingers come to the scalp. [4s]

massage-do-hold =
    .a = Let the hand rest there, warm and still.
    .b = There is nothing to do but rest the weight of the hand there.
massage-do-slow-stroke =
    .a = Glide along the skin with a soft, whole hand, slowly, again and again.
    .b = Stroke slowly and evenly, one way, and then begin again.
massage-do-skin-stretch =
    .a = Let your fingers carry the skin a little to one side, and wait there.
    .b = Slide the skin to its soft limit, no further, and stay.
massage-do-circles =
    .a = Small, slow circles with the finger pads. The skin moves along with them.
    .b = Let the finger pads draw small, slow circles, taking the skin with them.
massage-do-knead =
    .a = Gather the muscle softly in your hand, and let it go again.
    .b = Slowly gather the muscle, and slowly let go.
massage-do-squeeze =
    .a = Squeeze softly, let go, and move a little further along.
    .b = A soft squeeze, a pause, and then a little further on.
massage-do-lean =
    .a = Lean into the ball slowly, only as far as is pleasant, and stay there.
    .b = Let a little of your weight sink into the ball, and rest.
massage-do-roll =
    .a = Let the ball roll slowly, and pause wherever it is pleasant.
    .b = Roll to and fro over the ball, slowly and lightly.
massage-do-rock =
    .a = Small, lazy rocking, to and fro.
    .b = Let it sway a little, as lazily as you like.
massage-do-warm =
    .a = Lay the warm cloth or pack there, pleasantly warm, never hot.
    .b = Let the warmth rest there. If it grows hot, put a cloth between.
massage-do-move =
    .a = Small, easy movements, well within what is comfortable.
    .b = Move a little, slowly, and only as far as is easy.

massage-do-slow-stroke-toes = Stroke each toe slowly, from its base to its tip.
massage-do-slow-stroke-sole = Stroke slowly from the heel to the toes, with a flat hand or a loose fist.
massage-do-slow-stroke-ankle = Stroke slowly around the ankle, and over the hollows beside the bones.
massage-do-slow-stroke-calf = Stroke lightly upwards, from the ankle to just below the knee.
massage-do-slow-stroke-knee = Stroke slowly around the kneecap, with flat hands.
massage-do-slow-stroke-thigh = Stroke slowly from the knee towards the hip, along the front and the outside.
massage-do-slow-stroke-hip = Stroke slowly down the side of the hip, with a flat hand.
massage-do-slow-stroke-belly = Stroke round in a wide circle, up on your right side, down on your left.
massage-do-slow-stroke-lower-back = Stroke slowly downwards beside the spine, with the backs of your hands.
massage-do-slow-stroke-chest = Stroke slowly below the collarbone, from the breastbone towards the shoulder.
massage-do-slow-stroke-shoulder = Stroke slowly over the rounded outside of the shoulder.
massage-do-slow-stroke-upper-trapezius = Stroke slowly from the back of the neck outwards, over the shoulder.
massage-do-slow-stroke-upper-arm = Stroke slowly down the outside, from the shoulder to the elbow.
massage-do-slow-stroke-forearm = Glide the whole hand slowly from the wrist to the elbow.
massage-do-slow-stroke-hand = Glide slowly from the wrist to the fingertips.
massage-do-slow-stroke-back-of-hand = Glide slowly over the back of the hand, from the wrist to the fingers.
massage-do-slow-stroke-palm = Stroke slowly across the palm, from the wrist to the fingers.
massage-do-slow-stroke-thumb-base = Stroke slowly along the mound, from the wrist towards the thumb.
massage-do-slow-stroke-fingers = Stroke slowly along each finger, from its base to its tip.
massage-do-slow-stroke-back-of-neck = Stroke slowly from the hairline down, and out towards the shoulders.
massage-do-slow-stroke-skull-base = Stroke slowly outwards below the edge of the skull, no further than behind the ears.
massage-do-slow-stroke-jaw = Stroke slowly down from the cheekbone, and let the mouth loosen by itself.
massage-do-slow-stroke-face = Stroke lightly from beside the nose outwards, over the cheeks.
massage-do-slow-stroke-temples = Stroke very lightly, from the temple back towards the hairline.
massage-do-slow-stroke-forehead = Stroke slowly from the middle of the brow out to the temples.
massage-do-slow-stroke-scalp = Draw the finger pads slowly from the hairline back over the crown.
massage-do-circles-belly = Slow circles around the navel, clockwise, with flat hands.
massage-do-circles-lower-back = Small, slow circles beside the spine with your knuckles, never on the bone.
massage-do-circles-skull-base = Small, slow circles, from near the middle out to behind the ears.
massage-do-circles-jaw = Small, slow circles on the muscle of the jaw, teeth a little apart.
massage-do-circles-temples = Small, slow, very light circles, away from the eye.
massage-do-circles-scalp = Let the finger pads move the skin over the bone, in small, slow circles.
massage-do-knead-sole = Press softly into the sole with a loose fist, and let go again.
massage-do-knead-palm = Press softly into the palm with bent fingers, and let go again.
massage-do-knead-back-of-neck = Gather the muscle at the back of the neck softly, and let it go again.
massage-do-squeeze-toes = Squeeze each toe softly, and let it go.
massage-do-squeeze-hand = Squeeze the whole hand softly, and let it go.
massage-do-squeeze-palm = Squeeze the palm softly between thumb and fingers, and let it go.
massage-do-squeeze-thumb-base = Squeeze the mound softly between thumb and finger, and let it go.
massage-do-squeeze-fingers = Squeeze each finger softly, from its base to its tip.
massage-do-squeeze-upper-trapezius = Lift the muscle softly, stay a moment, and let it go.
massage-do-lean-sole = Sit with the ball under your foot, and let the foot's own weight rest on it.
massage-do-lean-hip = Place the ball between a wall and the side of your seat, and lean in slowly.
massage-do-lean-lower-back = Place the ball between a wall and the muscle beside the spine, and lean in slowly.
massage-do-lean-upper-back = Place the ball between a wall and the muscle beside the spine, and lean in slowly.
massage-do-lean-upper-trapezius = Place the ball between a wall and the top of the shoulder, and lean in slowly.
massage-do-roll-sole = Sit, and roll the ball slowly from heel to toes, with the foot's own weight.
massage-do-roll-palm = Roll the ball slowly under your palm, on a table or on your thigh.
massage-do-rock-calf = With a hand on the shin, let the lower leg sway lazily from side to side.
massage-do-rock-thigh = With a hand on the thigh, let the leg roll lazily in and out.
massage-do-rock-hip = Let the hips sway a little from side to side, as lazily as you like.
massage-do-rock-lower-back = Lying down with bent knees, let them sway a little from side to side.
massage-do-move-toes = Spread the toes a little, and curl them a little, slowly.
massage-do-move-ankle = Let the foot draw small, slow circles.
massage-do-move-knee = Straighten the knee a little, and bend it again, slowly.
massage-do-move-hip = Let the knee drift outwards a little, and come back, slowly.
massage-do-move-lower-back = Tilt the pelvis a little back and forth, slowly, within comfort.
massage-do-move-upper-back = Round the upper back a little, and straighten it again, slowly.
massage-do-move-shoulder = Let the shoulder roll slowly, up, back and down.
massage-do-move-upper-trapezius = Lift the shoulder a little, and let it sink, slowly.
massage-do-move-hand = Let the hand circle loosely at the wrist, small and slow.
massage-do-move-fingers = Open the fingers slowly, and let them curl again.
massage-do-move-back-of-neck = Turn the head a little to one side, then to the other, small and slow.
massage-do-move-jaw = Let the mouth open a little and close again, the tongue at rest.

massage-tool-finger-pads = With the soft pads of your fingers.
massage-tool-knuckles = With the flat of your bent fingers.
massage-tool-soft-fist = With a loose, soft fist. It is kinder to the thumb.
massage-tool-soft-ball = With a soft ball that gives way under the thumb.
massage-tool-tennis-ball = With a tennis ball, perhaps in a sock.
massage-tool-cloth = With a soft cloth, dry or comfortably warm.
massage-tool-warm-pack = With a warm pack in a cloth, never hot.

## Cautions

caution-front-of-neck = Stay off the front and the sides of the neck, where large blood vessels run.
caution-neck-device = Keep massage guns and anything that vibrates away from the neck.
caution-neck-force = Keep the neck free of thrusts, cracking and strong turns. Small and slow is enough.
caution-spine-and-kidneys = Stay beside the spine, never on it, and leave the flanks alone.
caution-eyes = No pressure on the eyes. Stay on the brow and the temples.
caution-pressure-high = Keep the pressure below five out of ten. More force brings nothing more.
caution-behind-knee = Leave out the hollow behind the knee. Vessels and nerves lie open there.
caution-armpit = Leave out the armpit. Vessels and nerves lie open there.
caution-groin = Leave out the groin. Vessels and nerves lie open there.
caution-inner-elbow = Leave out the hollow of the elbow. Vessels and nerves lie open there.
caution-too-fast = No fast breathing here. It can make you dizzy.
caution-driving = Only for when you can safely grow drowsy. Not while driving, near water, or after alcohol or drugs.
caution-volume = Keep it as quiet as you can still follow.
caution-dizziness = If you feel dizzy, tingling or short of air, go back to your ordinary breath, eyes open.
caution-comfort = Comfortable is enough. If it is sharp, burning, spreading or numb, ease off or stop.
caution-cramp = If a cramp begins, let go at once, and move the part gently.
caution-after-meal = After a meal, wait an hour or two before you massage the belly.
caution-breath-holds = If you are pregnant, or have high blood pressure, or trouble with heart, vessels or eyes, leave out the pauses in the breath.
caution-calf-clot = Is one leg newly swollen, warm or sore? Then leave it alone, and see a doctor today. It can be a clot.
caution-varicose-veins = With varicose veins, stay off the veins. Light strokes beside them are fine if they are comfortable.
caution-blood-thinners = If you take blood thinners or bruise easily, use light, flat hands and no ball.
caution-pregnancy = If you are pregnant, keep to light touch, leave out belly, lower back and ankles, and don't hold your breath.
caution-late-pregnancy = From the twenty-eighth week, lie on your side or well propped up, rather than flat.
caution-recent-injury = Leave out any place with a fracture, sprain, wound, burn or infection. Elsewhere is fine if it is comfortable.
caution-surgery = After an operation in the last six weeks, or with a port or drain, ask your medical team first.
caution-skin = Leave out skin with a rash, an infection, open places or cold sores.
caution-fever = If you feel ill or feverish, rest instead. Just listening is fine.
caution-numb-area = Where you feel less, use hands only and look at the skin. No heat and no ball there.
caution-heat = No warm pack where you feel less, or over a patch or gel.
caution-neck-movement = After whiplash, or if you are dizzy, leave out moving the neck. Otherwise keep it small and slow.
caution-osteoporosis = With osteoporosis, use light, flat hands, and leave out leaning on a ball.
caution-bruising-and-lumps = Leave out any bruise, lump or pain that nobody has looked at, and have it looked at.
caution-neck-artery = If you have had a stroke or trouble with a neck artery, leave neck and temples alone, and ask your doctor.
caution-neck-unstable = If your neck was broken or operated on, or bending it feels electric, leave it out until your doctor agrees.
caution-belly-illness = With belly pain, inflammation, a hernia, a stoma or a fresh wound, leave out the belly.
caution-jaw-trouble = If your jaw locks, or was treated this week, only rest your hands on the cheeks.
caution-headache = With a migraine or a bad headache, leave out head and neck if touch is unpleasant, and keep it quiet.
caution-ears = With trouble of the ears or sinuses, hum very softly, or breathe out without a sound.
caution-lungs = If your lungs trouble you now, breathe at your own pace, out through pursed lips, without pauses.
caution-epilepsy = With epilepsy or fainting, breathe as it comes, without pauses, sitting or lying down.
caution-uneasy-breath = If watching the breath makes you uneasy, turn to sounds, hands or feet instead.
caution-tensing-pain = If a muscle hurts or cramps, leave it out, or only let it soften.
caution-tensing-pressure = With high blood pressure, heart disease, glaucoma or a hernia, let go without tensing.
caution-low-blood-pressure = If you get dizzy on standing, stay seated a minute at the end, and get up slowly.
caution-unsteady = If you are unsteady on your feet, sit for this, or leave it out.
caution-hypermobile = With very flexible joints, stay in the middle of each movement.
caution-very-sensitive = Where even light touch hurts, rest a hand nearby, or only imagine the touch.
caution-lymph = With lymphoedema, or lymph nodes removed, leave that limb to what your therapist showed you.
caution-cancer = With cancer, now or in the last year, ask your team first. Not over a lump, a port or treated skin.
caution-trauma = If old memories come up, or things feel unreal, keep your eyes open and stay with sounds. Stop whenever you like.
caution-psychosis = After psychosis or mania, short sessions with open eyes suit better. Talk with your care team first.
caution-sedated = After sedating medicine, or alcohol, you may feel less. Use light hands only, no heat and no ball.
caution-unexplained = Weight loss, night sweats, or pain at night or after a fall? Please have that looked at first.
caution-emergency-stroke = Sudden severe headache or neck pain, slurred speech or a drooping face? Stop, and call the emergency number now.
caution-emergency-chest = Chest pain, sudden breathlessness, or coughing blood? Stop, and call the emergency number now.
caution-emergency-cauda = New numbness between the legs, or lost control of bladder or bowel? Please get emergency care now.
caution-emergency-harm = If you think of harming yourself, please reach out to someone now, or call the emergency number.

## For the screen only: when to seek help

safety-title = When to seek help first
safety-intro = These sessions are for comfort. With any of the signs below, a session can wait.
safety-now =
    Call the emergency number now:
    - sudden severe headache or neck pain, unlike any before
    - dizziness, double vision, slurred speech, a drooping face or a weak arm, also hours or days after neck massage
    - chest pain, sudden breathlessness, or coughing blood
    - weakness or numbness that spreads, or numbness between the legs
    - lost control of bladder or bowel
    - fever with a stiff neck
safety-soon =
    See a doctor before any session:
    - one leg or arm newly swollen, warm or sore
    - weight loss that nobody can explain, night sweats, or pain that is worse at night
    - pain after a fall or a blow in the last days
    - a lump, swelling or bruise that nobody has looked at
safety-harm = Thoughts of harming yourself? You don't have to be alone with them. Call the emergency number or a crisis line, or tell someone near you now.
safety-close = If you are not sure, ask. Nothing is lost by waiting.
too-much =
    Too much just now?
    Let your eyes be open, and name five things that you see.
    Press your feet down, or hold something cool.
    Breathe as you like.
    You did nothing wrong. Stopping is part of it.

## For the screen only: questions of the listener's profile

ask-breath-holds = Do you have high blood pressure, trouble with your heart, blood vessels or eyes, or would you rather not hold your breath?
ask-calf-clot = Is one leg or arm newly swollen, warm, discoloured or sore?
ask-varicose-veins = Do you have varicose or inflamed veins in your legs?
ask-blood-thinners = Do you take blood thinners, have a bleeding disorder, or bruise very easily?
ask-pregnancy = Are you pregnant?
ask-late-pregnancy = Are you in the twenty-eighth week of pregnancy or later?
ask-recent-injury = Do you have a fracture, sprain, wound, burn or infection that isn't healed?
ask-surgery = Have you had an operation in the last six weeks, or do you have a device, drain or port?
ask-skin = Do you have a rash, an infection, broken skin or open cold sores somewhere?
ask-fever = Do you have a fever, or feel ill today?
ask-numb-area = Is there a place where you feel less, for example with diabetes?
ask-heat = Do you wear a patch, use a gel, or feel warmth less somewhere?
ask-neck-movement = Have you had whiplash, or do you get dizzy when you move your neck?
ask-osteoporosis = Do you have osteoporosis or brittle bones, or take steroid tablets for long?
ask-bruising-and-lumps = Do you have a bruise, lump or pain that nobody has looked at?
ask-neck-artery = Have you ever had a stroke, a torn or narrowed artery of the neck, or temporal arteritis?
ask-neck-unstable = Was your neck ever operated on or broken, do you have rheumatoid arthritis in it, or does bending it feel electric?
ask-belly-illness = Do you have belly pain, bowel inflammation, a hernia, a stoma, or a wound there younger than six weeks?
ask-jaw-trouble = Does your jaw lock or come out of joint, or was it treated this week?
ask-headache = Do you have a migraine or a bad headache right now?
ask-ears = Do you have trouble with your ears or sinuses, or a ringing that humming makes worse?
ask-lungs = Do you have asthma or another illness of the lungs that troubles you now?
ask-epilepsy = Do you have epilepsy, or do you faint sometimes?
ask-uneasy-breath = Does watching or steering your breath make you uneasy, or do you have panic attacks?
ask-tensing-pain = Do you have pain, cramp or arthritis in muscles that you would tense?
ask-tensing-pressure = Do you have high blood pressure, heart disease, glaucoma or a hernia, so that tensing doesn't suit you?
ask-low-blood-pressure = Do you have low blood pressure, or get dizzy when you stand up?
ask-unsteady = Are you unsteady on your feet?
ask-hypermobile = Do you have very flexible joints, or has a joint come out in the past?
ask-very-sensitive = Is there a place so sensitive that even light touch hurts?
ask-lymph = Do you have lymphoedema, or were lymph nodes removed?
ask-cancer = Do you have cancer, or were you treated for it in the last year?
ask-trauma = Do you have flashbacks, or do things sometimes feel unreal or far away?
ask-psychosis = Have you had psychosis or mania, now or recently?
ask-sedated = Have you had alcohol, drugs or sedating medicine in the last hours?
ask-unexplained = Have you lost weight without knowing why, or do you have night sweats, or pain at night or after a fall that nobody has looked at?
ask-emergency-stroke = Do you have a sudden severe headache or neck pain, a drooping face, a weak arm, slurred speech, double vision, or new dizziness?
ask-emergency-chest = Do you have chest pain, sudden breathlessness, or are you coughing blood?
ask-emergency-cauda = Is there new numbness between your legs, or have you lost control of bladder or bowel?
ask-emergency-harm = Do you think of harming yourself?

## For the screen only: names

muscles-dominant-hand = the hand and forearm of the side you write with
muscles-dominant-upper-arm = the upper arm of the side you write with
muscles-dominant-arm = the arm of the side you write with
muscles-other-hand = the other hand and forearm
muscles-other-upper-arm = the other upper arm
muscles-other-arm = the other arm
muscles-arms = both arms
muscles-hands = both hands
muscles-forehead = your forehead
muscles-eyes-and-nose = your eyes and nose
muscles-mouth-and-jaw = your mouth and jaw
muscles-face = your face
muscles-neck = your neck
muscles-face-and-neck = your face and neck
muscles-chest-and-shoulders = your chest and shoulders
muscles-shoulders = your shoulders
muscles-belly = your belly
muscles-trunk = the middle of your body
muscles-dominant-thigh = the thigh of the side you write with
muscles-dominant-calf = the calf of the side you write with
muscles-dominant-foot = the foot of the side you write with
muscles-dominant-leg = the leg of the side you write with
muscles-other-thigh = the other thigh
muscles-other-calf = the other calf
muscles-other-foot = the other foot
muscles-other-leg = the other leg
muscles-legs = both legs
muscles-thighs = both thighs
muscles-calves = both calves
muscles-feet = both feet

technique-hold = a still hand
technique-slow-stroke = slow strokes
technique-skin-stretch = a slow stretch of the skin
technique-circles = small circles
technique-knead = slow kneading
technique-squeeze = slow squeezes
technique-lean = leaning in
technique-roll = slow rolling
technique-rock = lazy rocking
technique-warm = warmth
technique-move = small movements

## For the screen only: what a session leaves out or changes for its listener. $why says for whose sake.

changed-anchor-hands = Your hands lead instead of the breath.
changed-anchor-contact = The ground under you leads instead of the breath.
changed-anchor-sounds = Sounds lead instead of the breath.
changed-anchor-sights = Your eyes lead instead of the breath.
changed-without-holds = The pauses in the breath are left out.
changed-breathe = The breath follows an easier rhythm.
changed-leave-out = Left out: { $places }.
changed-no-touch = Imagined, not touched: { $places }.
changed-listen-only = No touch and no tensing, only breath and listening.
changed-release-only = Muscles only let go, with no tensing.
changed-hands-only = Light, flat hands only, and no ball.
changed-hold-instead = A still hand, in place of what moves or presses.
changed-imagine = The touch is imagined.
changed-no-heat = Nothing warm.
changed-side-lying = Lying on your side, or propped up.
changed-seated = Sitting down for all of it.
changed-short-and-open = Open eyes, and shorter silences.
changed-slow-return = A slower way back at the end.
changed-small-movements = Movements stay small.
changed-because = { $change } Why: { $why }.
changed-nothing-left = With what you leave out, nothing of this session would be left. Another one may suit you better.

why-settings = your settings
why-asked = you asked for it
why-therapist = your therapist asked for it
why-breath-holds = blood pressure, heart, vessels or eyes
why-calf-clot = a sore or swollen limb, which a doctor should see today
why-varicose-veins = varicose veins
why-blood-thinners = blood thinners or easy bruising
why-pregnancy = pregnancy
why-late-pregnancy = late pregnancy
why-recent-injury = an injury
why-surgery = an operation or a device
why-skin = your skin
why-fever = feeling ill
why-numb-area = less feeling
why-heat = warmth felt less, a patch or a gel
why-neck-movement = whiplash or dizziness
why-osteoporosis = brittle bones
why-bruising-and-lumps = a bruise, lump or pain that nobody has looked at
why-neck-artery = a stroke or a neck artery
why-neck-unstable = your neck
why-belly-illness = your belly
why-jaw-trouble = your jaw
why-headache = a headache
why-ears = your ears or sinuses
why-lungs = your lungs
why-epilepsy = epilepsy or fainting
why-uneasy-breath = unease with the breath
why-tensing-pain = muscles that hurt
why-tensing-pressure = blood pressure, heart, eyes or a hernia
why-low-blood-pressure = low blood pressure
why-unsteady = being unsteady on your feet
why-hypermobile = very flexible joints
why-very-sensitive = a very sensitive place
why-lymph = lymph nodes
why-cancer = cancer
why-trauma = old memories
why-psychosis = psychosis or mania
why-sedated = alcohol or sedating medicine
why-unexplained = something that a doctor should look at first
