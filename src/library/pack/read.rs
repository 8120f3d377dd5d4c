//! Reading a pack: everything is checked, and nothing is believed before it was.
//!
//! The manifest comes first and is sealed by a signature or a digest. It names every byte that follows: the reader only
//! compares. So a pack with a single bit changed, with more or less in it, or with its files in another order is none.

use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::archive::{BLOCK, expect_end, expect_header, expect_padding, first_size, length, whole};
use super::key::Key;
use super::manifest::{DIGEST, LARGEST_MANIFEST, LARGEST_PACK, LETTER, MANIFEST, Manifest, PLAN, PROFILE, SIGNATURE};
use super::write::digest_line;
use super::{PackError, hex, sign};

/// The largest seal, in bytes: a signature is four short lines.
const LARGEST_SEAL: u64 = 1_000;

/// A pack that was checked to its last byte.
#[derive(Clone, Debug)]
pub struct Pack {
    /// What it says about itself.
    pub manifest: Manifest,
    /// Who signed it: a name that the signer chose, and a key that nobody else has.
    pub signer: Option<(String, Key)>,
    /// The letter, if there is one.
    pub letter: Option<String>,
    /// What the therapist knows of the client, if anything, as text.
    pub profile: Option<String>,
    /// The plan, if there is one, as text.
    pub plan: Option<String>,
    /// The size of the whole, in bytes.
    pub size: u64,
    /// The bytes of the manifest and of its seal, and the seal's path: what proves all this again.
    pub(super) proof: Proof,
}

#[derive(Clone, Debug)]
pub(super) struct Proof {
    pub(super) manifest: Vec<u8>,
    pub(super) seal: Vec<u8>,
    pub(super) seal_path: &'static str,
}

impl Pack {
    /// Checks a pack to its last byte; nothing is written.
    ///
    /// # Errors
    /// Whatever is wrong with it.
    pub fn check(path: &Path) -> Result<Pack, PackError> {
        let (file, size) = open(path)?;
        Pack::read(file, size, |_| Ok(io::sink()))
    }

    /// Checks the bytes of a pack.
    ///
    /// # Errors
    /// Whatever is wrong with it.
    pub fn check_bytes(bytes: &[u8]) -> Result<Pack, PackError> {
        Pack::read(bytes, bytes.len() as u64, |_| Ok(io::sink()))
    }

    /// Writes a pack's files into a folder that must be empty, checking everything again. On an error the folder holds
    /// something that must be thrown away.
    ///
    /// # Errors
    /// Whatever is wrong with it, and what the disk says.
    pub fn unpack(path: &Path, folder: &Path) -> Result<Pack, PackError> {
        let (file, size) = open(path)?;
        let pack = Pack::read(file, size, |path| {
            // The path is one of plain names, checked before; the folder is new and ours alone.
            let path = folder.join(path);
            if let Some(inside) = path.parent() {
                std::fs::create_dir_all(inside)?;
            }
            std::fs::File::create_new(path)
        })?;
        let Proof { manifest, seal, seal_path } = &pack.proof;
        let keep = |path: &str, bytes: &[u8]| std::fs::write(folder.join(path), bytes).map_err(PackError::Write);
        keep(MANIFEST, manifest)?;
        keep(seal_path, seal)?;
        Ok(pack)
    }

    fn read<W: Write>(
        mut source: impl Read,
        size: u64,
        mut begin: impl FnMut(&str) -> io::Result<W>,
    ) -> Result<Pack, PackError> {
        if size > LARGEST_PACK {
            return Err(PackError::Large);
        }
        let source = &mut source;
        let manifest_size = first_size(source, MANIFEST, LARGEST_MANIFEST)?;
        let manifest_bytes = small(source, manifest_size)?;
        let manifest = Manifest::read(&manifest_bytes)?;
        let mut block = [0; BLOCK as usize];
        whole(source.read_exact(&mut block))?;
        let seal_size = tar::Header::from_byte_slice(&block).entry_size().unwrap_or(u64::MAX);
        if seal_size > LARGEST_SEAL {
            return Err(PackError::Damaged("its seal is missing"));
        }
        let seal_path = match [SIGNATURE, DIGEST].map(|path| super::archive::header(path, seal_size)) {
            [Ok(signature), _] if signature == block => SIGNATURE,
            [_, Ok(digest)] if digest == block => DIGEST,
            _ => return Err(PackError::Damaged("its seal is missing")),
        };
        let seal = small(source, seal_size)?;
        let signer = signer(&manifest, &manifest_bytes, seal_path, &seal)?;
        manifest.check()?;
        let sizes = [manifest_size, seal_size].into_iter().chain(manifest.files.iter().map(|file| file.size));
        match length(sizes) {
            Some(told) if told == size => {}
            Some(told) if told > size && told <= LARGEST_PACK => return Err(PackError::Damaged("it ends too soon")),
            Some(told) if told < size => return Err(PackError::Damaged("something comes after its end")),
            _ => return Err(PackError::Large),
        }
        let (mut letter, mut profile, mut plan) = (None, None, None);
        for file in &manifest.files {
            expect_header(source, &file.path, file.size)?;
            let mut hasher = Sha256::new();
            let mut text = match file.path.as_str() {
                LETTER | PROFILE | PLAN => Some(Vec::new()),
                _ => None,
            };
            let mut out = begin(&file.path).map_err(PackError::Write)?;
            pieces(source, file.size, |bytes| {
                hasher.update(bytes);
                text.iter_mut().for_each(|text| text.extend_from_slice(bytes));
                out.write_all(bytes).map_err(PackError::Write)
            })?;
            out.flush().map_err(PackError::Write)?;
            if hex(&hasher.finalize()) != file.sha256 {
                return Err(PackError::Damaged("a file in it was changed"));
            }
            expect_padding(source, file.size)?;
            if let Some(text) = text {
                let text = String::from_utf8(text)
                    .map_err(|_| PackError::Refused(format!("`{}` isn't text in UTF-8", file.path)))?;
                match file.path.as_str() {
                    LETTER => letter = Some(text),
                    PLAN => plan = Some(text),
                    _ => profile = Some(text),
                }
            }
        }
        expect_end(source)?;
        let proof = Proof { manifest: manifest_bytes, seal, seal_path };
        Ok(Pack { manifest, signer, letter, profile, plan, size, proof })
    }
}

/// Who signed a manifest, if its seal is right.
pub(super) fn signer(
    manifest: &Manifest,
    bytes: &[u8],
    seal_path: &str,
    seal: &[u8],
) -> Result<Option<(String, Key)>, PackError> {
    match (&manifest.from, seal_path) {
        (None, DIGEST) if seal == digest_line(bytes).as_bytes() => Ok(None),
        (None, DIGEST) => Err(PackError::Damaged("its list of contents was changed")),
        (Some(from), SIGNATURE) => {
            let key = Key::parse(&from.key).map_err(|_| PackError::Signature)?;
            let seal = std::str::from_utf8(seal).map_err(|_| PackError::Signature)?;
            match sign::verify(&key, bytes, &manifest.comment(), seal) {
                true => Ok(Some((from.name.clone(), key))),
                false => Err(PackError::Signature),
            }
        }
        // Whoever takes a signature away takes the name away too.
        (Some(_), _) => Err(PackError::Signature),
        (None, _) => Err(PackError::Damaged("it is signed by nobody")),
    }
}

fn open(path: &Path) -> Result<(BufReader<std::fs::File>, u64), PackError> {
    // A pipe or a device could block or never end.
    let about = std::fs::metadata(path).map_err(PackError::Read)?;
    if !about.is_file() {
        return Err(PackError::NoPack);
    }
    let file = std::fs::File::open(path).map_err(PackError::Read)?;
    Ok((BufReader::with_capacity(1 << 16, file), about.len()))
}

/// A file that is small enough to be held, with what fills up its last block.
fn small(source: &mut impl Read, size: u64) -> Result<Vec<u8>, PackError> {
    let mut bytes = Vec::new();
    pieces(source, size, |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    expect_padding(source, size)?;
    Ok(bytes)
}

/// Takes so many bytes, piece by piece: memory is used for what is there and not for what is claimed.
fn pieces(
    source: &mut impl Read,
    size: u64,
    mut take: impl FnMut(&[u8]) -> Result<(), PackError>,
) -> Result<(), PackError> {
    let mut buffer = vec![0; size.min(1 << 16) as usize];
    let mut left = size;
    while left > 0 {
        let piece = buffer.get_mut(..left.min(1 << 16) as usize).unwrap_or_default();
        whole(source.read_exact(piece))?;
        take(piece)?;
        left -= piece.len() as u64;
    }
    Ok(())
}
