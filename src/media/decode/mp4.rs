//! What an MP4 file says about the encoder's delay and padding, which symphonia leaves out.
//!
//! Two places tell it: an edit list (`moov/trak/edts/elst`, ISO/IEC 14496-12, 8.6.6), which most encoders write, and
//! the `iTunSMPB` comment of Apple's. A file that has neither, or that can't be understood, is left untrimmed.

use std::io::{Read, Seek, SeekFrom};

/// What to leave out of the decoded frames of a track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Trim {
    /// Frames before the sound begins.
    pub delay: u64,
    /// Frames of the sound itself, if that is known.
    pub length: Option<u64>,
}

/// The most that an index (`moov`) may take: an hour of AAC needs under a megabyte.
const LARGEST_INDEX: u64 = 64 << 20;

/// Reads the trim of the first sound track, in frames of `rate` Hz. `None` where nothing is said.
pub(super) fn trim(bytes: &mut (impl Read + Seek), rate: u32) -> Option<Trim> {
    let moov = moov(bytes)?;
    if let Some(trim) = apple(&moov) {
        return Some(trim);
    }
    let movie_scale = find(&moov, b"mvhd").and_then(timescale)?;
    let track = boxes(&moov)
        .filter(|(name, _)| name == b"trak")
        .map(|(_, track)| track)
        .find(|track| path(track, &[b"mdia", b"hdlr"]).and_then(|hdlr| hdlr.get(8..12)) == Some(b"soun"))?;
    let media_scale = path(track, &[b"mdia", b"mdhd"]).and_then(timescale)?;
    let (segment, begin) = first_edit(path(track, &[b"edts", b"elst"])?)?;
    let frames = |time: u64, scale: u64| u64::try_from(u128::from(time) * u128::from(rate) / u128::from(scale)).ok();
    let delay = frames(begin, media_scale)?;
    // The edit's length is in the movie's coarse units, often milliseconds; the samples' own table is exact.
    let edited = frames(segment, movie_scale)?;
    let slack = u64::from(rate).div_ceil(movie_scale).max(1);
    let media = path(track, &[b"mdia", b"minf", b"stbl", b"stts"]).and_then(total).and_then(|t| frames(t, media_scale));
    let length = match media.and_then(|media| media.checked_sub(delay)) {
        Some(exact) if edited == 0 || exact.abs_diff(edited) <= slack => exact,
        Some(most) => edited.min(most),
        None => edited,
    };
    Some(Trim { delay, length: (length > 0).then_some(length) })
}

/// ` 00000000 00000840 000001CA 00000000003F31F6 ...`: delay, padding and length, in hexadecimal frames.
fn apple(moov: &[u8]) -> Option<Trim> {
    let key = moov.windows(8).position(|window| window == b"iTunSMPB")?;
    let after = moov.get(key + 8..)?;
    let data = after.windows(4).take(64).position(|window| window == b"data")?;
    let text = after.get(data + 12..)?;
    let text = text.get(..text.len().min(120))?;
    let ascii: String = text.iter().take_while(|byte| byte.is_ascii()).map(|&byte| char::from(byte)).collect();
    let mut numbers = ascii.split_ascii_whitespace().skip(1).map_while(|word| u64::from_str_radix(word, 16).ok());
    let (delay, _padding, length) = (numbers.next()?, numbers.next()?, numbers.next()?);
    (delay < 1 << 20 && length > 0).then_some(Trim { delay, length: Some(length) })
}

fn moov(bytes: &mut (impl Read + Seek)) -> Option<Vec<u8>> {
    let end = bytes.seek(SeekFrom::End(0)).ok()?;
    let mut at = 0u64;
    while at + 8 <= end {
        bytes.seek(SeekFrom::Start(at)).ok()?;
        let mut head = [0u8; 16];
        bytes.read_exact(head.get_mut(..8)?).ok()?;
        let name = [head[4], head[5], head[6], head[7]];
        let (header, size) = match u32_at(&head, 0)? {
            0 => (8, end - at),
            1 => {
                bytes.read_exact(head.get_mut(8..)?).ok()?;
                (16, u64_at(&head, 8)?)
            }
            size => (8, u64::from(size)),
        };
        let body = size.checked_sub(header)?;
        if &name == b"moov" {
            if body > LARGEST_INDEX || at + size > end {
                return None;
            }
            let mut moov = vec![0; usize::try_from(body).ok()?];
            bytes.read_exact(&mut moov).ok()?;
            return Some(moov);
        }
        at = at.checked_add(size)?;
    }
    None
}

/// The boxes side by side in `bytes`, by name; ends at the first that makes no sense.
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let size = usize::try_from(u32_at(bytes, 0)?).ok()?;
        let name: [u8; 4] = bytes.get(4..8)?.try_into().ok()?;
        let size = if size == 0 { bytes.len() } else { size };
        let body = bytes.get(8..size)?;
        bytes = bytes.get(size..)?;
        Some((name, body))
    })
}

fn find<'a>(bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    boxes(bytes).find(|(found, _)| found == name).map(|(_, body)| body)
}

fn path<'a>(bytes: &'a [u8], names: &[&[u8; 4]]) -> Option<&'a [u8]> {
    names.iter().try_fold(bytes, |bytes, name| find(bytes, name))
}

/// Units a second, from a `mvhd` or `mdhd`.
fn timescale(header: &[u8]) -> Option<u64> {
    let at = if *header.first()? == 1 { 20 } else { 12 };
    u32_at(header, at).map(u64::from).filter(|&scale| scale > 0)
}

/// Length and beginning of the first edit that shows something (a beginning of -1 is a pause before it).
fn first_edit(elst: &[u8]) -> Option<(u64, u64)> {
    let wide = *elst.first()? == 1;
    let count = u32_at(elst, 4)?.min(16);
    (0..usize::try_from(count).ok()?).find_map(|index| {
        if wide {
            let begin = u64_at(elst, 8 + index * 20 + 8)?;
            (begin >> 63 == 0).then_some((u64_at(elst, 8 + index * 20)?, begin))
        } else {
            let begin = u32_at(elst, 8 + index * 12 + 4)?;
            (begin >> 31 == 0).then_some((u64::from(u32_at(elst, 8 + index * 12)?), u64::from(begin)))
        }
    })
}

/// The length of all samples, from a `stts`.
fn total(stts: &[u8]) -> Option<u64> {
    let entries = stts.get(8..)?.chunks_exact(8);
    entries.map(|entry| Some(u64::from(u32_at(entry, 0)?) * u64::from(u32_at(entry, 4)?))).sum()
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn made(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
        let body = parts.concat();
        [&u32::try_from(body.len() + 8).unwrap().to_be_bytes()[..], name, &body].concat()
    }

    fn words(words: &[u32]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    fn movie(segment: u32, begin: u32, stts: &[u32]) -> Vec<u8> {
        let mdia = [
            made(b"mdhd", &[&words(&[0, 0, 0, 44_100, 0, 0])]),
            made(b"hdlr", &[&words(&[0, 0]), b"soun"]),
            made(b"minf", &[&made(b"stbl", &[&made(b"stts", &[&words(stts)])])]),
        ]
        .concat();
        let edts = made(b"edts", &[&made(b"elst", &[&words(&[0, 1, segment, begin, 0x1_0000])])]);
        let trak = made(b"trak", &[&edts, &made(b"mdia", &[&mdia])]);
        let moov = made(b"moov", &[&made(b"mvhd", &[&words(&[0, 0, 0, 1000, 0])]), &trak]);
        [made(b"ftyp", &[b"M4A "]), moov].concat()
    }

    #[test]
    fn reads_an_edit_list_to_the_frame() {
        // 132,300 frames and 1024 of delay; the edit only knows milliseconds.
        let file = movie(3000, 1024, &[0, 2, 130, 1024, 1, 204]);
        assert_eq!(trim(&mut Cursor::new(file), 44_100), Some(Trim { delay: 1024, length: Some(132_300) }));
        let file = movie(1000, 1024, &[0, 1, 131, 1024]);
        assert_eq!(trim(&mut Cursor::new(file), 44_100), Some(Trim { delay: 1024, length: Some(44_100) }));
    }

    #[test]
    fn reads_apples_comment() {
        let text = b" 00000000 00000840 000001CA 0000000000204CC0 00000000 00000000";
        let mut file = made(b"ftyp", &[b"M4A "]);
        file.extend(made(b"moov", &[&made(b"name", &[b"\0\0\0\0iTunSMPB"]), &made(b"data", &[&[0; 8], text])]));
        assert_eq!(trim(&mut Cursor::new(file), 44_100), Some(Trim { delay: 0x840, length: Some(0x20_4CC0) }));
    }

    #[test]
    fn nonsense_is_no_trim() {
        let file = movie(3000, 1024, &[0, 1, 131, 1024]);
        for length in 0..file.len() {
            assert_eq!(trim(&mut Cursor::new(&file[..length]), 44_100), None, "cut to {length}");
        }
        for at in 0..file.len() {
            for value in [0, 1, 0x7f, 0xff] {
                let mut file = file.clone();
                file[at] = value;
                let _ = trim(&mut Cursor::new(file), 44_100);
            }
        }
    }
}
