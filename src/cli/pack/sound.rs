//! Sound as it travels: tracks as Ogg Vorbis, words as Ogg Opus, or both as FLAC; what is small already stays as it is.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;

use crate::library::Asset;
use crate::library::pack::Content;
use crate::media::encode::{Bits, Format, Tags, begin, opus_mono};
use crate::media::{Track, decode_clip};
use crate::quantity::{Frames, SAMPLE_RATE};
use crate::voice::{self, Found};

/// About 130 kbit/s, which is hard to tell from the original under words.
const TRACK_QUALITY: f32 = 0.4;
/// Words at full band, in bits a second.
const WORDS_BITRATE: i32 = 48_000;

/// Makes sound smaller, each file once.
#[derive(Default)]
pub(super) struct Smaller {
    lossless: bool,
    tracks: HashMap<Asset, Arc<[u8]>>,
    words: HashMap<Asset, (Arc<[u8]>, Found)>,
}

impl Smaller {
    /// Without any loss, or with one that is hard to hear.
    pub(super) fn new(lossless: bool) -> Smaller {
        Smaller { lossless, ..Smaller::default() }
    }

    /// A track's content, and the ending that is added to its name.
    pub(super) fn track(&mut self, asset: &Asset) -> Result<(Content, &'static str), String> {
        let (format, ending) = match (ending(asset).as_str(), self.lossless) {
            ("wav", true) => (Format::Flac(Bits::TwentyFour), ".flac"),
            ("wav" | "flac", false) => (Format::OggVorbis { quality: TRACK_QUALITY }, ".ogg"),
            _ => return Ok((Content::Asset(asset.clone()), "")),
        };
        if let Some(known) = self.tracks.get(asset) {
            return Ok((Content::Bytes(Arc::clone(known)), ending));
        }
        let bytes: Arc<[u8]> = encode(asset, format)?.into();
        self.tracks.insert(asset.clone(), Arc::clone(&bytes));
        Ok((Content::Bytes(bytes), ending))
    }

    /// A clip's content, its ending, and what is known of it then.
    pub(super) fn words(&mut self, found: &Found) -> Result<(Content, String, Found), String> {
        let ending = match (ending(&found.asset).as_str(), self.lossless) {
            ("wav" | "flac", false) => "opus",
            ("wav", true) => "flac",
            (other, _) => return Ok((Content::Asset(found.asset.clone()), other.to_string(), found.clone())),
        };
        if !self.words.contains_key(&found.asset) {
            let made = self.encode_words(found, ending)?;
            self.words.insert(found.asset.clone(), made);
        }
        match self.words.get(&found.asset) {
            Some((bytes, found)) => Ok((Content::Bytes(Arc::clone(bytes)), ending.to_string(), found.clone())),
            None => Err("it can't be made smaller".into()),
        }
    }

    fn encode_words(&self, found: &Found, ending: &str) -> Result<(Arc<[u8]>, Found), String> {
        let bytes: Arc<[u8]> = match ending {
            "opus" => {
                let samples = voice::decode(&found.asset, voice::LONGEST_CLIP).map_err(|error| error.to_string())?;
                opus_mono(&samples, WORDS_BITRATE).map_err(|error| error.to_string())?.into()
            }
            _ => encode(&found.asset, Format::Flac(Bits::TwentyFour))?.into(),
        };
        // What is known of a clip is what its own file gives.
        let file =
            tempfile::Builder::new().suffix(&format!(".{ending}")).tempfile().map_err(|error| error.to_string())?;
        std::fs::write(file.path(), &bytes).map_err(|error| error.to_string())?;
        let clip = decode_clip(&Asset::File(file.path().into())).map_err(|error| error.to_string())?;
        let channels = clip.channels();
        let mono: Vec<f32> =
            clip.samples().chunks_exact(channels).map(|frame| frame.iter().sum::<f32>() / channels as f32).collect();
        let measured = voice::measure(&mono).map_err(|error| error.to_string())?;
        let (length, asset) = (clip.length(), found.asset.clone());
        Ok((bytes, Found { asset, length, loudness: measured.loudness, true_peak: measured.true_peak }))
    }
}

fn ending(asset: &Asset) -> String {
    asset.path().extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn encode(asset: &Asset, format: Format) -> Result<Vec<u8>, String> {
    let mut track = Track::open(asset).map_err(|error| error.to_string())?;
    let mut out = Cursor::new(Vec::new());
    let mut encoder = begin(format, &mut out, Frames::ZERO, &Tags::default()).map_err(|error| error.to_string())?;
    let mut block = vec![0.0; SAMPLE_RATE as usize * 2];
    let mut at = Frames::ZERO;
    while at < track.length() {
        let frames = (track.length() - at).min(Frames::from_secs(1));
        let block = block.get_mut(..frames.0 as usize * 2).unwrap_or_default();
        track.read(at, block);
        encoder.write(block).map_err(|error| error.to_string())?;
        at += frames;
    }
    encoder.finish().map_err(|error| error.to_string())?;
    Ok(out.into_inner())
}
