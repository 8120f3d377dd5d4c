//! Writing a pack: the same contents always give the same bytes.

use std::io::{self, Read, Write};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::archive::{end, header, length, pad};
use super::identity::Identity;
use super::manifest::{DIGEST, From, LARGEST_PACK, MANIFEST, Manifest, PackedFile, PackedSession, SIGNATURE, VERSION};
use super::{PackError, hex};
use crate::library::Asset;

/// What a pack is to hold.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its sessions, in order.
    pub sessions: Vec<PackedSession>,
    /// Its files, in any order.
    pub files: Vec<(String, Content)>,
}

/// What a file in a pack is to hold.
#[derive(Clone, Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// What is there.
    Asset(Asset),
}

impl Content {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        match self {
            Content::Bytes(bytes) => Ok(Box::new(&bytes[..])),
            Content::Asset(asset) => Ok(Box::new(asset.open()?)),
        }
    }

    /// The SHA-256 of its bytes, in hexadecimal digits.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn sha256(&self) -> io::Result<String> {
        Ok(self.measure()?.1)
    }

    /// Its size and SHA-256.
    fn measure(&self) -> io::Result<(u64, String)> {
        copy(&mut self.open()?, &mut io::sink())
    }
}

/// Writes a pack, signed by an identity if there is one. Nothing is written if it would be one that readers refuse.
///
/// # Errors
/// What readers would refuse, what can't be read, or what the output says.
pub fn write(contents: &Contents, identity: Option<&Identity>, out: &mut impl Write) -> Result<Manifest, PackError> {
    let mut files: Vec<&(String, Content)> = contents.files.iter().collect();
    files.sort_by(|one, other| one.0.cmp(&other.0));
    let mut listed = Vec::with_capacity(files.len());
    for (path, content) in &files {
        let (size, sha256) = content.measure().map_err(PackError::Read)?;
        listed.push(PackedFile { path: path.clone(), size, sha256 });
    }
    let manifest = Manifest {
        letgo_pack: VERSION,
        name: contents.name.clone(),
        title: contents.title.clone(),
        from: identity.map(|of| From { name: of.name().to_string(), key: of.key().as_str().to_string() }),
        made_by: concat!("letgo ", env!("CARGO_PKG_VERSION")).to_string(),
        sessions: contents.sessions.clone(),
        files: listed,
    };
    manifest.check()?;
    let bytes = manifest.bytes()?;
    let (seal_path, seal) = match identity {
        Some(identity) => (SIGNATURE, identity.sign(&bytes, &manifest.comment())),
        None => (DIGEST, digest_line(&bytes)),
    };
    let sizes = [bytes.len() as u64, seal.len() as u64].into_iter().chain(manifest.files.iter().map(|file| file.size));
    if length(sizes).is_none_or(|length| length > LARGEST_PACK) {
        return Err(PackError::Large);
    }
    for (path, bytes) in [(MANIFEST, &bytes[..]), (seal_path, seal.as_bytes())] {
        let size = bytes.len() as u64;
        out.write_all(&header(path, size)?).and_then(|()| out.write_all(bytes)).map_err(PackError::Write)?;
        pad(out, size).map_err(PackError::Write)?;
    }
    for ((path, content), listed) in files.into_iter().zip(&manifest.files) {
        out.write_all(&header(path, listed.size)?).map_err(PackError::Write)?;
        let mut source = content.open().map_err(PackError::Read)?;
        let (size, sha256) = copy(&mut source, out).map_err(PackError::Write)?;
        if (size, &sha256) != (listed.size, &listed.sha256) {
            return Err(PackError::Changed(path.clone()));
        }
        pad(out, size).map_err(PackError::Write)?;
    }
    end(out).map_err(PackError::Write)?;
    Ok(manifest)
}

/// What stands in [`DIGEST`].
pub(super) fn digest_line(manifest: &[u8]) -> String {
    format!("{}\n", hex(&Sha256::digest(manifest)))
}

/// Copies everything; gives its size and SHA-256.
fn copy(source: &mut impl Read, out: &mut impl Write) -> io::Result<(u64, String)> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut size = 0;
    loop {
        let read = source.read(&mut buffer)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hasher.update(bytes);
        out.write_all(bytes)?;
        size += read as u64;
    }
    Ok((size, hex(&hasher.finalize())))
}
