//! The tone that leads a breath: one knows with eyes closed which way it goes and how far it has come.

use super::sine::add_sine;
use super::{CELL, TONE_LOUDNESS, Tone, ease, whole_cells};
use crate::mix::synth::spectrum::{gain_to, k_weight};
use crate::quantity::{Decibels, Frames, SAMPLE_RATE};
use crate::timeline::Phase;

/// The tone of one phase. In: rises by a fifth and brightens, loudest shortly before its end. Out: falls by a fifth
/// and darkens, softer, loudest shortly after its beginning and fading all the way. Sip: a small rise on top of the
/// breath in. Holds are silent.
///
/// The last two breaths of a stretch are marked: a soft voice joins, a fifth above, so that the end comes as no surprise
/// to closed eyes. The whole is no louder.
///
/// The swell lasts the whole phase: within half a second of its beginning it can be heard, and until half a second
/// before its end it hasn't gone.
///
/// At gain 1 its loudest 400 ms read near -20 LUFS going in, 3 LU less going out, 2 LU less for a sip; shorter phases
/// than 2 s read a little less. Its peak stays below -10 dBFS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreathTone {
    /// Which phase it leads.
    pub phase: Phase,
    /// How long the phase lasts; so does the tone.
    pub length: Frames,
    /// Whether it is one of the last two breaths.
    pub marked: bool,
}

/// The pitches of a tone's partials beside its own. The last is the voice that marks the last two breaths, a fifth above.
const PARTIALS: [f64; 4] = [1.0, 2.0, 3.0, 1.5];
/// The marking voice's amplitude beside the first harmonic: some 9 dB under it.
const MARK_LEVEL: f64 = 0.35;

/// How a phase moves.
struct Motion {
    /// Pitch in Hz at both ends.
    pitch: [f64; 2],
    /// Amplitude of the second and third harmonic beside the first, at both ends.
    second: [f64; 2],
    third: [f64; 2],
    /// Where it is loudest, as a part of its length.
    crest: f64,
    /// Its amplitude at both ends, beside the crest's, before they are rounded off.
    ends: [f64; 2],
    /// Beside a breath in.
    level: Decibels,
}

/// The pitch of empty lungs in Hz: low enough to be soft, high enough for a small loudspeaker.
const EMPTY: f64 = 176.0;
/// The pitch of full lungs: a fifth higher.
const FULL: f64 = EMPTY * 1.5;
/// The pitch after the second sip: a whole tone higher still.
const BRIM: f64 = FULL * 9.0 / 8.0;

/// How long each end is rounded off, in seconds; less in a short phase.
const EDGE: f64 = 0.35;

impl Motion {
    fn of(phase: Phase) -> Option<Motion> {
        match phase {
            Phase::In => Some(Motion {
                pitch: [EMPTY, FULL],
                second: [0.12, 0.42],
                third: [0.02, 0.20],
                crest: 0.80,
                ends: [0.32, 0.55],
                level: Decibels(0.0),
            }),
            Phase::Sip => Some(Motion {
                pitch: [FULL, BRIM],
                second: [0.40, 0.50],
                third: [0.18, 0.24],
                crest: 0.60,
                ends: [0.40, 0.50],
                level: Decibels(-1.5),
            }),
            Phase::Out => Some(Motion {
                pitch: [FULL, EMPTY],
                second: [0.22, 0.03],
                third: [0.05, 0.0],
                crest: 0.20,
                ends: [0.50, 0.20],
                level: Decibels(-3.0),
            }),
            Phase::HoldFull | Phase::HoldEmpty => None,
        }
    }

    /// Turns made when a part of a length in seconds is over: the integral of a pitch that moves by equal steps.
    fn turns(&self, part: f64, seconds: f64) -> f64 {
        let span = (self.pitch[1] / self.pitch[0]).ln();
        self.pitch[0] * seconds * ((part * span).exp() - 1.0) / span
    }

    /// From 0 up to 1 at the crest and down to 0 at the end, never with a corner.
    fn swell(&self, part: f64, seconds: f64) -> f64 {
        let to_crest = if part < self.crest { part / self.crest } else { (1.0 - part) / (1.0 - self.crest) };
        let end = self.ends[usize::from(part >= self.crest)];
        let from_edge = part.min(1.0 - part) * seconds;
        let edge = EDGE.min(0.4 * seconds);
        ease(from_edge / edge) * (end + (1.0 - end) * ease(to_crest))
    }

    /// The amplitudes of its partials, which are at [`PARTIALS`]: three harmonics, and the voice that marks it.
    fn amplitudes(&self, part: f64, marked: bool) -> [f64; 4] {
        let between = |ends: [f64; 2]| ends[0] + (ends[1] - ends[0]) * part;
        [1.0, between(self.second), between(self.third), if marked { MARK_LEVEL } else { 0.0 }]
    }

    /// What brings its crest to its loudness.
    fn gain(&self, marked: bool) -> f64 {
        let pitch = self.pitch[0] * (self.pitch[1] / self.pitch[0]).powf(self.crest);
        let partials = self.amplitudes(self.crest, marked).into_iter().zip(PARTIALS);
        let weighted = partials.map(|(a, times)| a * a * k_weight(pitch * times)).sum();
        gain_to(TONE_LOUDNESS + self.level, weighted)
    }
}

impl Tone for BreathTone {
    fn length(&self) -> Frames {
        self.length
    }

    fn cell(&self, start: u64, cell: &mut [f32]) {
        let Some(motion) = Motion::of(self.phase) else { return };
        let length = whole_cells(self.length);
        let seconds = length / f64::from(SAMPLE_RATE);
        let parts = [start, start + CELL as u64].map(|frame| (frame as f64 / length).min(1.0));
        let gain = motion.gain(self.marked);
        let levels = parts.map(|part| gain * motion.swell(part, seconds));
        let turns = parts.map(|part| motion.turns(part, seconds));
        // Past the end the turns stand still; the sound is silent there, so any step will do.
        let step = (turns[1] - turns[0]) / CELL as f64;
        let [from, to] = parts.map(|part| motion.amplitudes(part, self.marked));
        for ((from, to), times) in from.into_iter().zip(to).zip(PARTIALS) {
            if from == 0.0 && to == 0.0 {
                continue;
            }
            let (from, to) = ((levels[0] * from) as f32, (levels[1] * to) as f32);
            add_sine(turns[0] * times, step * times, [from, from], [to, to], cell);
        }
    }
}
