# English: what the program itself says to a listener. Short enough for a terminal of forty columns where it can be.

## While a session plays

paused = paused
slept = paused: the machine slept
going-on = going on
fading-out = fading out
device-waited-for = waiting for the sound device
device-gone = the sound device is gone; waiting for it, or Enter plays on another
device-back = the sound is back
no-device = The session runs on the screen, without sound.
no-sound = no sound
another-plays = another letgo is playing; both will be heard
time-left = { $time } left
ready-key = space when you are ready
ready-line = Enter when you are ready, or simply stay.
plain-keys = Enter pauses and goes on, n and p change the chapter, q leaves (each with Enter).
plain-keys-all = Enter: pause, and go on. < and >: back and on. n, p: chapter. s: skip this step. l: longer here. g: gentler. + and -: volume. t: tones. e, E: more or less at the end. q: leave.
a-bell = a bell
tensing = gently tensing
letting-go = letting go
pressure = pressure { $pressure }
side-left = left
side-right = right
breath-count = { $round } of { $rounds }
breath-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}

keys-wide = space pause   ← → 10 s   ↑ ↓ volume   n p chapter   ? keys   q leave
keys-middle = space pause   n p chapter   ? keys   q leave
keys-narrow = ? keys   q leave
keys-lost = space plays on another device   q leave
keys-title = Keys
keys-pause = space: pause, and go on; or, when asked, "I am ready"
keys-seek = left, right: ten seconds back or on
keys-chapter = n, p: the next chapter, the one before
keys-skip = s: skip this step
keys-longer = l: longer here
keys-gentler = g: gentler from here on
keys-volume = up, down: louder, softer
keys-tones = t: breath tones and bells softer, off, and back
keys-dark = d: a dark screen, and back
keys-more = e, E: fifteen minutes more or less at the end
keys-leave = q: fade out and leave
keys-close = Any key goes back.
longer-here = longer here
gentler-here = gentler from here on
no-longer-here = a silence can't be made longer here
no-gentler-here = nothing to make gentler here
end-longer = fifteen minutes more
end-shorter = fifteen minutes less
no-end-longer = no sound goes on after the end
no-end-shorter = the end is as short as it can be
tones-softer = tones and bells softer
tones-softer-still = tones and bells softer still
tones-off = tones and bells off
tones-back = tones and bells as before
left-at = left at { $at } of { $length }; stopping early is fine
late-times = the machine was busy, and the sound was late { $count ->
    [one] once
   *[other] { $count } times
}

## Before it begins

speaking = { $program } says { $count } prompts that no voice has yet, and keeps them for the next time.
card-begin = space begins   q leaves   it begins by itself in a moment
card-more = m shows { $count } more
card-changed = Changed for you:

## Tonight

home-welcome-1 = Good evening. This is letgo, a voice to wind down with.
home-welcome-2 = Lie or sit as you like. One key stops it, at any moment.
home-welcome-3 = It is for comfort, and no medical treatment.
home-tonight = Tonight
home-planned = planned by { $name }
home-plan = Your plan
home-last = last time: { $when }
home-never = not yet
home-today = today
home-yesterday = yesterday
home-days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
home-minutes = { $minutes } min
home-hours = { $hours } h
home-keys = Enter begins   ↑ ↓ choose   q leaves
home-number = Type a number and Enter, Enter alone for the first, q to leave.
home-resume = You left early. Enter goes on from "{ $chapter }", b begins anew.
home-resume-lines = You left early. 1 goes on from "{ $chapter }", 2 begins anew.
resume-line = (--resume goes on from "{ $chapter }")

## The plan

home-planned-tonight = planned for tonight
home-planned-week = planned this week
plan-none = There is no plan. letgo plan set FILE takes one, and one that came in a pack is there by itself.
plan-goal = Your goal: { $goal }
plan-week = Week { $week } of { $weeks }
plan-before = It begins on { $date }.
plan-after = This plan has come to its end.
plan-free = This week is free.
plan-heard = heard
plan-in-part = heard in part
plan-times = { $times } × a week, on any evenings
plan-so-far = this week so far: { $times } ×
plan-next = Next week: { $what }
plan-next-free = Next week is free.
plan-next-end = This is the last week.
plan-phase = Weeks { $from } to { $to }: { $what }
plan-phase-one = Week { $from }: { $what }
plan-day-1 = Mon
plan-day-2 = Tue
plan-day-3 = Wed
plan-day-4 = Thu
plan-day-5 = Fri
plan-day-6 = Sat
plan-day-7 = Sun
plan-date = { $day }/{ $month }
plan-event = If you like. Another evening is as good. Type letgo to begin.
plan-reminder = For tonight, if you like: { $title }

## About you

about-title = About you
about-intro = A few questions, so that sessions can suit you. All of them may be left out, and you can stop at any time. The answers stay on this machine, in { $file }.
about-later = This can wait until you have tried a session. letgo play first-evening is a good one. To answer now, use --now.
about-keys = y yes, n no, Enter leave it out, q stop here
about-where = Which places should be left out? Type them with commas between, or Enter for none.
about-where-for = Which places does that concern? Type them with commas between, or Enter to leave it out.
about-which-places = Places are, for example: { $places }.
about-unknown-place = There is no place called { $place }.
about-did-you-mean = Did you mean { $place }?
about-anchor = Instead of the breath, would you rather be led by your hands, the ground under you, sounds, or something to look at? Type hands, contact, sounds or sights, or Enter for the breath.
about-more = That were the first few. Enter goes on with { $count } more, q stops here.
about-saved = Kept in { $file }.
about-nothing = Nothing to keep.
about-forgotten = What was kept about you is erased.
about-nothing-kept = Nothing is kept about you.
about-see-doctor = Please see a doctor about this first.
yes-letter = y
no-letter = n

## On a sheet, and in the picture of a session

sheet-words = words
sheet-breath = breath
sheet-attention = attention
sheet-hands = hands
sheet-sounds = bells, tracks
sheet-beds = underneath
sheet-goal = A small goal:
sheet-cautions = Before it begins
sheet-course = What happens when
sheet-notes = Room for notes
sheet-sleep = ends in sleep
sheet-waking = ends awake
sheet-breaths = { $count } breaths, { $rate } a minute
sheet-wait = until you are ready
