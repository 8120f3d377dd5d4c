//! The way through the prompts: show, count in, record, make pleasant, play back, keep.

use std::thread;
use std::time::Duration;

use crate::mix::Sound;
use crate::output::{DeviceError, KeepAwake, Wanted};
use crate::player::{Player, Sink};
use crate::quantity::{Decibels, Frames};
use crate::settings::Settings;
use crate::voice::record::{self, Meter, Remark, cleaned, judge, keep};
use crate::voice::{LONGEST_CLIP, Recordings};

use super::super::Failure;
use super::capture::Capture;
use super::face::{Choice, Face, Going, Page};
use super::{Record, Script, seconds};

/// Seconds that are counted in. In them the room is measured.
const COUNT: u32 = 3;
/// Clips are played as one channel on both sides, which is louder by so much (ITU-R BS.1770-4).
const BOTH_SIDES: Decibels = Decibels(-3.01);
/// Silence around what is played back, so that a device's buffers swallow nothing of it.
const AROUND: Frames = Frames::from_millis(200);

/// Where recording happens.
pub(super) struct Studio {
    script: Script,
    wanted: Option<String>,
    capture: Option<Capture>,
    keep_noise: bool,
    sink: Sink,
    volume: Decibels,
    /// How many were kept today.
    kept: usize,
}

/// A take that waits for a decision.
struct Waiting {
    clip: Vec<f32>,
    notes: Vec<String>,
}

impl Studio {
    /// Opens the microphone.
    pub(super) fn open(
        script: Script,
        wanted: Option<&str>,
        keep_noise: bool,
        settings: &Settings,
    ) -> Result<Studio, Failure> {
        let capture = Capture::open(wanted).map_err(|error| match error {
            DeviceError::UnknownMicrophone { .. } => Failure::Usage(error.to_string()),
            _ => Failure::Failed(format!(
                "{error}\n`letgo devices` names the microphones. Without one: --record-guide prints the text to read \
                 elsewhere, and --import brings the recording in"
            )),
        })?;
        let listened = settings.device.as_ref().map_or(Wanted::Default, |device| Wanted::Named(device.0.clone()));
        let sink = Sink::Device(listened);
        let volume = settings.volume.map_or(Decibels::UNITY, |volume| volume.decibels());
        let wanted = wanted.map(str::to_string);
        Ok(Studio { script, wanted, capture: Some(capture), keep_noise, sink, volume, kept: 0 })
    }

    /// Leads through the prompts until the last, or until it is enough for today.
    pub(super) fn run(mut self, face: &mut dyn Face, args: &Record) -> Result<(), Failure> {
        let (all, left) = (self.script.reading.lines().len(), self.script.reading.missing());
        let microphone = self.capture.as_ref().map(|capture| capture.name().to_string()).unwrap_or_default();
        let mut intro = vec![
            format!("{}: {left} of {all} prompts are left to record.", self.script.title),
            format!("Microphone: {microphone}. Sit as you will sit for all of it, and speak as to one person."),
        ];
        if self.script.elsewhere > 0 {
            intro.push(format!(
                "Other choices of this session say {} prompts more: --every-choice takes them in.",
                self.script.elsewhere
            ));
        }
        face.tell(&intro)?;
        while self.script.reading.now().is_some() {
            if !self.visit(face)? {
                break;
            }
        }
        let left = self.script.reading.missing();
        let mut end = vec![format!("{} kept, {left} of {all} left.", self.kept)];
        end.push(match left {
            0 => "Everything is recorded. Hear it:".to_string(),
            _ => format!("What you kept is safe in {}. It goes on from there:", self.folder()),
        });
        end.push(if left == 0 { format!("letgo play {}", args.session) } else { args.said() });
        face.tell(&end)
    }

    fn folder(&self) -> String {
        self.script.folder.display().to_string()
    }

    /// One prompt; whether to go on after it.
    fn visit(&mut self, face: &mut dyn Face) -> Result<bool, Failure> {
        let Some((number, line)) = self.script.reading.now() else { return Ok(true) };
        let line = line.clone();
        let (all, left) = (self.script.reading.lines().len(), self.script.reading.missing());
        let plain = Page::new(number, &line, all, left);
        // A crash may have left one.
        let mut waiting = record::unfinished(&self.script.folder, &line.key).and_then(|sound| {
            let mut waiting = self.weigh(&sound, &line, None, None).ok()?;
            waiting.notes.insert(0, "This take was left when recording broke off the last time.".into());
            Some(waiting)
        });
        let mut trouble: Option<String> = None;
        loop {
            let mut page = plain.clone();
            let mut offered = Vec::new();
            if let Some(waiting) = &waiting {
                page.notes.clone_from(&waiting.notes);
                offered.extend([Choice::Keep, Choice::Record, Choice::Hear]);
            } else {
                offered.push(Choice::Record);
                offered.extend(line.recorded.map(|_| Choice::Hear));
            }
            offered.extend([Choice::Next, Choice::Back, Choice::Quit]);
            page.notes.extend(trouble.take());
            match face.choose(&page, &offered, waiting.is_some())? {
                Choice::Record => match self.take(face, &plain, &line)? {
                    Taken::Take(take) => {
                        let mut page = plain.clone();
                        page.notes.clone_from(&take.notes);
                        trouble = self.play(face, &page, &take.clip)?;
                        waiting = Some(take);
                    }
                    Taken::Nothing(why) => {
                        waiting = None;
                        trouble = Some(why);
                    }
                    Taken::Stop => waiting = None,
                    Taken::Quit => return Ok(false),
                },
                Choice::Hear => {
                    let found = match &waiting {
                        Some(_) => None,
                        None => Recordings::in_folder(&self.script.folder).recorded(&line.key),
                    };
                    let clip = match (&waiting, found) {
                        (Some(waiting), _) => Ok(waiting.clip.clone()),
                        (None, Some(found)) => crate::voice::decode(&found.asset, LONGEST_CLIP),
                        (None, None) => Ok(Vec::new()),
                    };
                    trouble = match clip {
                        Ok(clip) => self.play(face, &page, &clip)?,
                        Err(error) => Some(error.to_string()),
                    };
                }
                Choice::Keep => {
                    if let Some(take) = &waiting {
                        match keep(&self.script.folder, &line.key, &take.clip) {
                            Ok(_) => {
                                self.kept += 1;
                                self.script.reading.note(number, Frames(take.clip.len() as u64));
                                self.script.reading.next();
                                return Ok(true);
                            }
                            Err(error) => trouble = Some(format!("It couldn't be kept in {}: {error}.", self.folder())),
                        }
                    }
                }
                choice @ (Choice::Next | Choice::Back | Choice::Quit) => {
                    // Whoever goes on without keeping doesn't want it.
                    record::forget(&self.script.folder, &line.key);
                    match choice {
                        Choice::Next => self.script.reading.next(),
                        Choice::Back => self.script.reading.back(),
                        _ => return Ok(false),
                    }
                    return Ok(true);
                }
            }
        }
    }

    /// Counts in and records.
    fn take(&mut self, face: &mut dyn Face, page: &Page, line: &record::Line) -> Result<Taken, Failure> {
        if self.capture.as_ref().is_none_or(Capture::lost) {
            self.capture = None;
            match Capture::open(self.wanted.as_deref()) {
                Ok(capture) => self.capture = Some(capture),
                Err(error) => return Ok(Taken::Nothing(format!("Nothing can be recorded: {error}."))),
            }
        }
        let Some(capture) = &self.capture else { return Ok(Taken::Stop) };
        capture.fresh();
        for left in (1..=COUNT).rev() {
            match face.count(page, left, &capture.metered())? {
                Going::On => {}
                Going::Over => return Ok(Taken::Stop),
                Going::Quit => return Ok(Taken::Quit),
            }
        }
        let room = match capture.begin(&self.script.folder, &line.key) {
            Ok(room) => room,
            Err(error) => {
                return Ok(Taken::Nothing(format!("Nothing can be written to {}: {error}.", self.folder())));
            }
        };
        let mut lost = false;
        loop {
            match face.recording(page, &capture.metered())? {
                Going::On if capture.lost() => {
                    lost = true;
                    break;
                }
                Going::On if capture.stuck() || capture.metered().length >= LONGEST_CLIP => break,
                Going::On => {}
                Going::Over => break,
                Going::Quit => {
                    drop(capture.end());
                    record::forget(&self.script.folder, &line.key);
                    return Ok(Taken::Quit);
                }
            }
        }
        let recorded = capture.end();
        let taken = recorded.sound.map_err(|error| match error {
            _ if recorded.meter.metered().muted() => record::TakeError::Silent,
            error => error,
        });
        match taken.and_then(|sound| self.weigh(&sound, line, Some(&room), Some(&recorded.meter))) {
            Ok(mut waiting) => {
                if recorded.missed > Frames::ZERO {
                    let missed = seconds(recorded.missed);
                    waiting.notes.insert(0, format!("The machine was busy, and {missed} of it are missing. Again?"));
                }
                if lost {
                    let what = "The microphone is gone. What it heard until then is here, and can be kept.";
                    waiting.notes.insert(0, what.into());
                }
                Ok(Taken::Take(waiting))
            }
            Err(error) => {
                record::forget(&self.script.folder, &line.key);
                let gone = if lost { "The microphone is gone. " } else { "" };
                Ok(Taken::Nothing(format!("{gone}There is no take: {error}.")))
            }
        }
    }

    /// Makes a take pleasant, and says what there is to say about it.
    fn weigh(
        &self,
        sound: &[f32],
        line: &record::Line,
        room: Option<&Meter>,
        take: Option<&Meter>,
    ) -> Result<Waiting, record::TakeError> {
        let clip = cleaned(sound, self.keep_noise)?;
        let length = Frames(clip.len() as u64);
        let mut notes = vec![format!("{}, {} words a minute.", seconds(length), rate(line, length))];
        notes.extend(judge(line, room, take, length).into_iter().map(said));
        Ok(Waiting { clip, notes })
    }

    /// Plays a clip; gives what kept it from being heard.
    fn play(&self, face: &mut dyn Face, page: &Page, clip: &[f32]) -> Result<Option<String>, Failure> {
        let sound = Box::new(Played(clip.to_vec()));
        let volume = self.volume;
        let volume_of = Box::new(move |_: &str| volume);
        let player = match Player::start(sound, Frames::ZERO, volume_of, self.sink.clone(), KeepAwake::Auto) {
            Ok(player) => player,
            Err(error) => return Ok(Some(format!("It can't be played here: {error}."))),
        };
        let mut closed = false;
        while !player.state().over {
            if player.state().lost {
                return Ok(Some("It can't be played here: the sound device is gone.".into()));
            }
            match face.playing(page)? {
                Going::On => {}
                Going::Over | Going::Quit if !closed => {
                    closed = true;
                    player.close();
                }
                Going::Over | Going::Quit => thread::sleep(Duration::from_millis(20)),
            }
        }
        Ok(None)
    }
}

/// What became of a take.
enum Taken {
    Take(Waiting),
    /// Nothing, and why.
    Nothing(String),
    /// It wasn't wanted.
    Stop,
    Quit,
}

fn rate(line: &record::Line, length: Frames) -> u32 {
    (line.words() as f64 * 60.0 / length.seconds().max(0.1)).round() as u32
}

/// A remark as a sentence.
fn said(remark: Remark) -> String {
    match remark {
        Remark::Clipped(1) => {
            "Too loud: one peak was cut off. A little farther from the microphone, or turn it down.".into()
        }
        Remark::Clipped(times) => {
            format!("Too loud: {times} peaks were cut off. A little farther from the microphone, or turn it down.")
        }
        Remark::Soft => "Very soft. A little nearer to the microphone, or turn it up.".into(),
        Remark::Noisy(over) => format!(
            "The room is loud: your words are only {:.0} dB over it. A fan, a window, a nearer microphone?",
            over.0.max(0.0)
        ),
        Remark::TooLong { is, room } => format!(
            "{} is longer than the {} that this step has for it. A little less slowly, or give the step more time.",
            seconds(is),
            seconds(room)
        ),
        Remark::Fast(rate) => format!("{rate} words a minute is fast for closed eyes."),
    }
}

/// A clip as it is played back, with a little silence on both sides.
struct Played(Vec<f32>);

impl Sound for Played {
    fn length(&self) -> Option<Frames> {
        Some(Frames(self.0.len() as u64) + AROUND + AROUND)
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        let gain = BOTH_SIDES.gain();
        for (index, frame) in out.chunks_exact_mut(2).enumerate() {
            let place = (at.0 + index as u64).checked_sub(AROUND.0).and_then(|place| usize::try_from(place).ok());
            let sample = place.and_then(|place| self.0.get(place)).copied().unwrap_or(0.0);
            frame.fill(sample * gain);
        }
    }
}
