//! A long recording, made elsewhere, in pieces: one for each prompt, in their order.

use std::io::{self, Write};
use std::path::Path;

use crate::guide::text::{clean, cut};
use crate::library::Asset;
use crate::media::Track;
use crate::quantity::{Frames, SAMPLE_RATE};
use crate::voice::record::{Aligned, Levels, Line, align, cleaned, keep, reading_time};

use super::super::handed::ask;
use super::super::{Failure, Surroundings, say};
use super::guide::nothing_missing;
use super::{Record, Script, seconds};

/// So much of the silence around a piece is taken along: what trims it knows the room by it.
const AROUND: Frames = Frames::from_millis(400);
/// Frames that are read at a time.
const BLOCK: usize = SAMPLE_RATE as usize;

/// Brings a recording in.
pub(super) fn import(script: &mut Script, file: &Path, args: &Record, around: &Surroundings) -> Result<(), Failure> {
    let wanted: Vec<(usize, Line)> = script.reading.chosen().map(|(number, line)| (number, line.clone())).collect();
    if wanted.is_empty() {
        return nothing_missing(script, &args.session);
    }
    let failed = |error: &dyn std::fmt::Display| Failure::Failed(error.to_string());
    let mut track = Track::open(&Asset::File(file.to_path_buf())).map_err(|error| failed(&error))?;
    let mut levels = Levels::default();
    read(&mut track, |block| {
        levels.push(block);
        Ok(())
    })?;
    let pieces = levels.pieces();
    if pieces.is_empty() {
        return Err(Failure::Failed(format!("{}: it is silent from beginning to end", file.display())));
    }
    let expected: Vec<Frames> = wanted.iter().map(|(_, line)| reading_time(&line.text)).collect();
    let Some(aligned) = align(&expected, &pieces) else {
        return Err(Failure::Failed(unfit(script, pieces.len(), wanted.len(), file, args)));
    };
    table(&wanted, &aligned, pieces.len(), around)?;
    let replaced = wanted.iter().filter(|(_, line)| line.recorded.is_some()).count();
    if replaced > 0 {
        say(&format!("{replaced} of these have a recording already, which is replaced"));
    }
    if !args.yes && !ask("Bring these in?")? {
        return Err(Failure::Usage("nothing was written; --yes brings them in without asking".into()));
    }
    let mut kept = 0;
    let cuts = cuts(&aligned, track.length());
    cut_out(&mut track, &cuts, |index, sound| {
        let Some((number, line)) = wanted.get(index) else { return Ok(()) };
        let clip = match cleaned(sound, args.keep_noise) {
            Ok(clip) => clip,
            Err(error) => {
                say(&format!("prompt {number}: {error}; it was left out"));
                return Ok(());
            }
        };
        keep(&script.folder, &line.key, &clip).map_err(|error| {
            let folder = script.folder.display();
            Failure::Failed(format!("{kept} were brought in, then {folder} couldn't be written: {error}"))
        })?;
        script.reading.note(*number, Frames(clip.len() as u64));
        kept += 1;
        Ok(())
    })?;
    let mut out = io::stdout().lock();
    writeln!(out, "\n{kept} brought in, {} left.", script.reading.missing())?;
    writeln!(out, "Hear it: letgo play {}", clean(&args.session))?;
    match kept == wanted.len() {
        true => Ok(()),
        false => Err(Failure::Told),
    }
}

/// Reads a recording from beginning to end in mono.
fn read(track: &mut Track, mut take: impl FnMut(&[f32]) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut stereo = vec![0.0; 2 * BLOCK];
    let mut mono = Vec::with_capacity(BLOCK);
    let mut at = Frames::ZERO;
    while at < track.length() {
        let frames = usize::try_from((track.length() - at).0).unwrap_or(BLOCK).min(BLOCK);
        let block = stereo.get_mut(..2 * frames).unwrap_or_default();
        track.read(at, block);
        mono.clear();
        mono.extend(block.chunks_exact(2).map(|frame| 0.5 * (frame[0] + frame[1])));
        take(&mono)?;
        at += Frames(frames as u64);
    }
    Ok(())
}

/// Where to cut: a little around each line's words, and never into its neighbour's.
fn cuts(aligned: &[Aligned], length: Frames) -> Vec<(Frames, Frames)> {
    let middle = |from: Frames, to: Frames| Frames((from.0 + to.0) / 2);
    let before = |index: usize| index.checked_sub(1).and_then(|index| aligned.get(index)).map(|line| line.piece.to);
    let after = |index: usize| aligned.get(index + 1).map(|line| line.piece.from);
    let cut = |(index, line): (usize, &Aligned)| {
        let piece = line.piece;
        let least = before(index).map_or(Frames::ZERO, |end| middle(end, piece.from));
        let most = after(index).map_or(length, |start| middle(piece.to, start));
        (piece.from.saturating_sub(AROUND).max(least), (piece.to + AROUND).min(most))
    };
    aligned.iter().enumerate().map(cut).collect()
}

/// Gives each cut's sound, in order, reading through the recording once.
fn cut_out(
    track: &mut Track,
    cuts: &[(Frames, Frames)],
    mut take: impl FnMut(usize, &[f32]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (mut index, mut at) = (0, Frames::ZERO);
    let mut sound: Vec<f32> = Vec::new();
    read(track, |block| {
        let end = at + Frames(block.len() as u64);
        while let Some((from, to)) = cuts.get(index).filter(|(from, _)| *from < end) {
            let inside = |place: Frames| usize::try_from(place.saturating_sub(at).0).unwrap_or(usize::MAX);
            let part = block.get(inside((*from).max(at))..inside((*to).min(end))).unwrap_or_default();
            sound.extend_from_slice(part);
            if *to > end {
                break;
            }
            take(index, &sound)?;
            sound.clear();
            index += 1;
        }
        at = end;
        Ok(())
    })
}

/// Says why pieces and prompts don't go together, and what to do.
fn unfit(script: &Script, pieces: usize, lines: usize, file: &Path, args: &Record) -> String {
    let file = file.display();
    let mut said = format!("{file} has {pieces} pieces with silence between, and there are {lines} prompts to record");
    let all = script.reading.lines().len();
    if pieces < lines {
        said.push_str(
            "\ntoo few: leave 3 seconds of silence between two prompts, or bring in a chapter at a time with --only",
        );
    } else {
        said.push_str("\nfar too many: is there music or noise in it, or more than these prompts?");
    }
    if !args.all && pieces >= all && all > lines {
        said.push_str(&format!("\nwith --all there are {all} prompts, for a recording of the whole session"));
    }
    said
}

/// Which piece goes to which prompt.
fn table(wanted: &[(usize, Line)], aligned: &[Aligned], pieces: usize, around: &Surroundings) -> Result<(), Failure> {
    let width = around.width.clamp(50, 120);
    let mut out = io::stdout().lock();
    if pieces > wanted.len() {
        writeln!(
            out,
            "{pieces} pieces for {} prompts: those with the shortest silences between were joined, by the length of the words.",
            wanted.len()
        )?;
    }
    writeln!(out, "{:>4}  {:>9}  {:>9}  {:>7}  prompt", "", "from", "to", "length")?;
    for ((number, line), part) in wanted.iter().zip(aligned) {
        let piece = part.piece;
        let mark = if part.doubtful { "?" } else { " " };
        let row = format!(
            "{number:>4}  {:>9}  {:>9}  {:>7} {mark}{}",
            tenths(piece.from),
            tenths(piece.to),
            seconds(piece.length()),
            cut(&clean(&line.text), width.saturating_sub(38))
        );
        writeln!(out, "{}", row.trim_end())?;
    }
    if aligned.iter().any(|part| part.doubtful) {
        writeln!(out, "? is much longer or shorter than its words suggest: please listen to it before others do.")?;
    }
    out.flush()?;
    Ok(())
}

/// `1:02.4`
fn tenths(place: Frames) -> String {
    format!("{}.{}", place.clock(), place.0 % u64::from(SAMPLE_RATE) * 10 / u64::from(SAMPLE_RATE))
}
