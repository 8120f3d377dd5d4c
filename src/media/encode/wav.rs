//! WAV: the sound as it is. Past 4 GiB it becomes RF64 (EBU Tech 3306): a reserved `JUNK` chunk turns into `ds64`.

use std::io::{Seek, SeekFrom, Write};

use super::{Bits, Encoder, Tags, WavSamples, WriteError, clean, quantise};
use crate::quantity::{Frames, SAMPLE_RATE};

/// So many bytes of samples are converted at a time.
const PIECE: usize = 1 << 14;

/// A WAV being written.
pub(super) struct Wav<W> {
    output: W,
    samples: WavSamples,
    /// The place of the next frame, for the dither.
    next: Frames,
    /// Where the file begins in the output, where its `data` chunk's samples begin, and their bytes so far.
    origin: u64,
    data_at: u64,
    data: u64,
    whole: Vec<i32>,
    bytes: Vec<u8>,
}

impl<W: Write + Seek> Wav<W> {
    pub(super) fn begin(samples: WavSamples, mut output: W, first: Frames, tags: &Tags) -> Result<Wav<W>, WriteError> {
        let origin = output.stream_position()?;
        let header = header(samples, tags);
        output.write_all(&header)?;
        let data_at = origin + header.len() as u64;
        Ok(Wav { output, samples, next: first, origin, data_at, data: 0, whole: Vec::new(), bytes: Vec::new() })
    }

    fn at(&mut self, place: u64, bytes: &[u8]) -> Result<(), WriteError> {
        self.output.seek(SeekFrom::Start(place))?;
        Ok(self.output.write_all(bytes)?)
    }
}

impl<W: Write + Seek> Encoder for Wav<W> {
    fn write(&mut self, samples: &[f32]) -> Result<(), WriteError> {
        for piece in samples.chunks(PIECE) {
            self.bytes.clear();
            match self.samples {
                WavSamples::Float => self.bytes.extend(piece.iter().flat_map(|sample| sample.to_le_bytes())),
                WavSamples::Whole(bits) => {
                    self.whole.resize(piece.len(), 0);
                    quantise(piece, self.next, bits.count(), &mut self.whole);
                    pack(&self.whole, bits, &mut self.bytes);
                }
            }
            self.output.write_all(&self.bytes)?;
            self.next += Frames((piece.len() / 2) as u64);
            self.data += self.bytes.len() as u64;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), WriteError> {
        // Every form here has an even number of bytes a frame: no padding.
        let end = self.data_at + self.data;
        let riff = end - self.origin - 8;
        match (u32::try_from(riff), u32::try_from(self.data)) {
            (Ok(riff), Ok(data)) => {
                self.at(self.origin + 4, &riff.to_le_bytes())?;
                self.at(self.data_at - 4, &data.to_le_bytes())?;
            }
            _ => {
                let frames = self.data / u64::from(frame_bytes(self.samples));
                let mut ds64 = b"ds64\x1c\0\0\0".to_vec();
                ds64.extend([riff, self.data, frames].iter().flat_map(|number| number.to_le_bytes()));
                ds64.extend(0u32.to_le_bytes());
                self.at(self.origin, b"RF64\xff\xff\xff\xffWAVE")?;
                self.at(self.origin + 12, &ds64)?;
                self.at(self.data_at - 4, &u32::MAX.to_le_bytes())?;
            }
        }
        self.output.seek(SeekFrom::Start(end))?;
        Ok(self.output.flush()?)
    }
}

/// Little-endian bytes of whole-number samples.
fn pack(whole: &[i32], bits: Bits, bytes: &mut Vec<u8>) {
    match bits {
        Bits::Sixteen => {
            bytes.resize(whole.len() * 2, 0);
            for (bytes, &value) in bytes.chunks_exact_mut(2).zip(whole) {
                bytes.copy_from_slice(&(value as i16).to_le_bytes());
            }
        }
        Bits::TwentyFour => {
            bytes.resize(whole.len() * 3, 0);
            for (bytes, &value) in bytes.chunks_exact_mut(3).zip(whole) {
                let [a, b, c, _] = value.to_le_bytes();
                bytes.copy_from_slice(&[a, b, c]);
            }
        }
    }
}

fn sample_bytes(samples: WavSamples) -> u16 {
    match samples {
        WavSamples::Whole(Bits::Sixteen) => 2,
        WavSamples::Whole(Bits::TwentyFour) => 3,
        WavSamples::Float => 4,
    }
}

fn frame_bytes(samples: WavSamples) -> u16 {
    sample_bytes(samples) * 2
}

/// All that comes before the samples.
fn header(samples: WavSamples, tags: &Tags) -> Vec<u8> {
    let frame = frame_bytes(samples);
    let kind: u16 = if samples == WavSamples::Float { 3 } else { 1 };
    let mut fmt = Vec::new();
    fmt.extend(kind.to_le_bytes());
    fmt.extend(2u16.to_le_bytes());
    fmt.extend(SAMPLE_RATE.to_le_bytes());
    fmt.extend((SAMPLE_RATE * u32::from(frame)).to_le_bytes());
    fmt.extend(frame.to_le_bytes());
    fmt.extend((sample_bytes(samples) * 8).to_le_bytes());

    let mut header = b"RIFF\0\0\0\0WAVE".to_vec();
    // Room for a ds64 chunk of its smallest size, which must be the first.
    chunk(&mut header, b"JUNK", &[0; 28]);
    chunk(&mut header, b"fmt ", &fmt);
    if !tags.title.is_empty() {
        let mut info = b"INFO".to_vec();
        chunk(&mut info, b"INAM", &text(&tags.title));
        chunk(&mut header, b"LIST", &info);
    }
    chapters(&mut header, tags);
    header.extend(b"data\0\0\0\0");
    header
}

/// Chapters as cue points and their labels. A cue point can't lie beyond 2^32 frames (a day): none is written there.
fn chapters(header: &mut Vec<u8>, tags: &Tags) {
    let (mut points, mut labels, mut count) = (Vec::new(), b"adtl".to_vec(), 0u32);
    for (at, name) in &tags.chapters {
        let Ok(at) = u32::try_from(at.0) else { continue };
        count += 1;
        for number in [count, at] {
            points.extend(number.to_le_bytes());
        }
        points.extend(b"data");
        for number in [0, 0, at] {
            points.extend(number.to_le_bytes());
        }
        let mut label = count.to_le_bytes().to_vec();
        label.extend(text(name));
        chunk(&mut labels, b"labl", &label);
    }
    if count > 0 {
        chunk(header, b"cue ", &[&count.to_le_bytes()[..], &points].concat());
        chunk(header, b"LIST", &labels);
    }
}

/// A text as RIFF holds it: ended by a zero.
fn text(text: &str) -> Vec<u8> {
    let mut bytes: Vec<u8> = clean(text).chars().take(4096).collect::<String>().into_bytes();
    bytes.push(0);
    bytes
}

fn chunk(to: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    to.extend(name);
    to.extend(u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    to.extend(body);
    if body.len() % 2 == 1 {
        to.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{self, Cursor};

    /// Keeps the first part of what is written, and counts the rest.
    struct Counting {
        kept: Cursor<Vec<u8>>,
        at: u64,
        end: u64,
    }

    const KEPT: u64 = 1 << 12;

    impl Write for Counting {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.at < KEPT {
                let keep = bytes.len().min((KEPT - self.at) as usize);
                self.kept.set_position(self.at);
                self.kept.write_all(&bytes[..keep])?;
            }
            self.at += bytes.len() as u64;
            self.end = self.end.max(self.at);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Counting {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.at = match to {
                SeekFrom::Start(at) => at,
                SeekFrom::Current(by) => self.at.saturating_add_signed(by),
                SeekFrom::End(by) => self.end.saturating_add_signed(by),
            };
            Ok(self.at)
        }
    }

    #[test]
    fn past_four_gibibytes_it_is_rf64() {
        let mut sink = Counting { kept: Cursor::default(), at: 0, end: 0 };
        let tags = Tags { title: "Sleep".into(), chapters: vec![(Frames(48_000), "In".into())] };
        let mut wav = Wav::begin(WavSamples::Float, &mut sink, Frames::ZERO, &tags).expect("a header");
        // As if all but the last block had been written already.
        let block = vec![0.25f32; 1 << 16];
        let frames = 600_000_000u64;
        wav.data = frames * 8 - (block.len() * 4) as u64;
        wav.output.seek(SeekFrom::Start(wav.data_at + wav.data)).expect("a place");
        wav.write(&block).expect("room");
        let (data_at, data) = (wav.data_at, wav.data);
        Box::new(wav).finish().expect("room");
        assert_eq!((data, sink.end), (4_800_000_000, data_at + 4_800_000_000));
        let kept = sink.kept.into_inner();
        assert_eq!(&kept[..20], b"RF64\xff\xff\xff\xffWAVEds64\x1c\0\0\0");
        let number = |at: usize| u64::from_le_bytes(kept[at..at + 8].try_into().unwrap());
        assert_eq!((number(20), number(28), number(36)), (sink.end - 8, data, frames));
        let at = data_at as usize;
        assert_eq!(&kept[at - 8..at], b"data\xff\xff\xff\xff");
    }

    #[test]
    fn a_small_one_is_plain_riff() {
        let mut bytes = Cursor::new(Vec::new());
        let mut wav =
            Wav::begin(WavSamples::Whole(Bits::TwentyFour), &mut bytes, Frames::ZERO, &Tags::default()).unwrap();
        wav.write(&[0.5; 30]).unwrap();
        Box::new(wav).finish().unwrap();
        let bytes = bytes.into_inner();
        assert_eq!(&bytes[..4], b"RIFF");
        assert_eq!(u32::from_le_bytes(bytes[4..8].try_into().unwrap()) as usize, bytes.len() - 8);
        assert_eq!(&bytes[12..16], b"JUNK");
        let data = bytes.len() - 90;
        assert_eq!(&bytes[data - 8..data], b"data\x5a\0\0\0");
    }
}
