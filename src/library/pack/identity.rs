//! The therapist's own key: made once, kept in one file that only its owner can read, backed up under a passphrase.
//!
//! The file has minisign's form, so that minisign itself can use it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use blake2::{Blake2b256, Digest};
use ed25519_dalek::SigningKey;

use super::key::Key;
use super::sign;

const COMMENT: &str = "untrusted comment: ";
/// What the comment of a secret key's file says before the name.
const OF: &str = "letgo identity of ";
/// A secret key's file is some 300 bytes.
const LARGEST_FILE: u64 = 10_000;
/// The least letters of a passphrase.
pub const SHORTEST_PASSPHRASE: usize = 8;
/// The longest name, in letters.
pub const LONGEST_NAME: usize = 80;

/// Costs of scrypt as minisign writes them: N = 2^17, r = 8, p = 1, which OWASP's password storage sheet recommends; it
/// takes 128 MiB and some tenths of a second.
const OPERATIONS: u64 = 4_194_304;
const MEMORY: u64 = 134_217_728;
/// What is read at most: 1 GiB, which minisign itself takes.
const MOST_MEMORY: u64 = 1 << 30;

/// Why there is no identity.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// None was made yet.
    #[error("there is no identity on this machine yet; `letgo identity new --name \"Your Name\"` makes one")]
    None,
    /// There is one, which must not be lost by accident.
    #[error("{}: it is there already, and nothing was changed. An identity that clients trust is never replaced: \
             back it up and move it away first, if you really want another", .0.display())]
    There(PathBuf),
    /// Not a key file.
    #[error("{}: this isn't a letgo identity (a secret key of minisign's form), or it is damaged", .0.display())]
    Damaged(PathBuf),
    /// Not the right one.
    #[error("this isn't the passphrase of {}", .0.display())]
    WrongPassphrase(PathBuf),
    /// So short that it would soon be found.
    #[error("a passphrase needs {SHORTEST_PASSPHRASE} letters or more; four words are good")]
    ShortPassphrase,
    /// A name that can't be shown.
    #[error("a name has one line of 1 to {LONGEST_NAME} letters")]
    Name,
    /// It can't be read or written.
    #[error("{}: {reason}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The system gives no random numbers.
    #[error("no key could be made: {0}")]
    Making(String),
}

/// A key that signs, and whose it is.
pub struct Identity {
    name: String,
    number: [u8; 8],
    secret: SigningKey,
}

/// A file with an identity in it, perhaps under a passphrase.
pub struct Locked {
    path: PathBuf,
    name: String,
    written: Written,
}

/// The bytes of a secret key's file.
struct Written {
    encrypted: bool,
    salt: [u8; 32],
    operations: u64,
    memory: u64,
    /// The key's number, its secret and public half, and a checksum.
    body: [u8; BODY],
}

const BODY: usize = 8 + 64 + 32;

impl Identity {
    /// Makes a new one. The name is what clients read.
    ///
    /// # Errors
    /// If the name can't be shown, or the system gives no random numbers.
    pub fn new(name: &str) -> Result<Identity, IdentityError> {
        let mut random = [0; 40];
        getrandom::fill(&mut random).map_err(|error| IdentityError::Making(error.to_string()))?;
        let whole = |_| IdentityError::Making("its parts have the wrong length".into());
        let number: [u8; 8] = random[..8].try_into().map_err(whole)?;
        let seed: [u8; 32] = random[8..].try_into().map_err(whole)?;
        Ok(Identity { name: shown(name)?, number, secret: SigningKey::from_bytes(&seed) })
    }

    /// Whose it is.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its public key.
    pub fn key(&self) -> Key {
        Key::of(self.number, self.secret.verifying_key().to_bytes())
    }

    /// Keeps it in a file that only its owner can read, whole or not at all, under a passphrase if there is one. A file
    /// that is there already is never replaced.
    ///
    /// # Errors
    /// If there is a file already, it can't be written, or the passphrase is short.
    pub fn keep(&self, path: &Path, passphrase: Option<&str>) -> Result<(), IdentityError> {
        let text = self.text(passphrase)?;
        let failed = |reason| IdentityError::File { path: path.to_path_buf(), reason };
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        std::fs::create_dir_all(folder).map_err(failed)?;
        // A temporary file is made with mode 0600.
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        file.persist_noclobber(path).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => IdentityError::There(path.to_path_buf()),
            _ => failed(error.error),
        })?;
        Ok(())
    }

    fn text(&self, passphrase: Option<&str>) -> Result<String, IdentityError> {
        let mut body = [0; BODY];
        let public = self.secret.verifying_key();
        let parts = [&self.number[..], self.secret.as_bytes(), public.as_bytes()].concat();
        let parts = [&parts[..], &checksum(&parts)].concat();
        body.iter_mut().zip(parts).for_each(|(byte, part)| *byte = part);
        let mut written = Written { encrypted: false, salt: [0; 32], operations: 0, memory: 0, body };
        if let Some(passphrase) = passphrase {
            if passphrase.chars().count() < SHORTEST_PASSPHRASE {
                return Err(IdentityError::ShortPassphrase);
            }
            (written.encrypted, written.operations, written.memory) = (true, OPERATIONS, MEMORY);
            getrandom::fill(&mut written.salt).map_err(|error| IdentityError::Making(error.to_string()))?;
            let stream = stream(passphrase, &written).ok_or_else(|| IdentityError::Making("scrypt refused".into()))?;
            written.body.iter_mut().zip(stream).for_each(|(byte, other)| *byte ^= other);
        }
        let kdf: &[u8; 2] = if written.encrypted { b"Sc" } else { &[0, 0] };
        let (operations, memory) = (written.operations.to_le_bytes(), written.memory.to_le_bytes());
        let bytes = [&b"Ed"[..], kdf, b"B2", &written.salt, &operations, &memory, &written.body].concat();
        Ok(format!("{COMMENT}{OF}{}\n{}\n", self.name, STANDARD.encode(bytes)))
    }

    /// Signs a message in minisign's form.
    pub(super) fn sign(&self, message: &[u8], comment: &str) -> String {
        sign::sign(&self.secret, self.number, message, comment)
    }
}

impl Locked {
    /// Reads a file with an identity in it, which may be under a passphrase still.
    ///
    /// # Errors
    /// If there is none, or it is damaged.
    pub fn read(path: &Path) -> Result<Locked, IdentityError> {
        let failed = |reason| IdentityError::File { path: path.to_path_buf(), reason };
        let text = match std::fs::metadata(path) {
            Ok(about) if about.len() > LARGEST_FILE => return Err(IdentityError::Damaged(path.to_path_buf())),
            Ok(_) => std::fs::read(path).map_err(failed)?,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Err(IdentityError::None);
            }
            Err(error) => return Err(failed(error)),
        };
        parse(&String::from_utf8_lossy(&text))
            .map(|(name, written)| Locked { path: path.to_path_buf(), name, written })
            .ok_or_else(|| IdentityError::Damaged(path.to_path_buf()))
    }

    /// Whether it needs a passphrase.
    pub fn needs_passphrase(&self) -> bool {
        self.written.encrypted
    }

    /// Opens it. A passphrase is looked at only where one is needed.
    ///
    /// # Errors
    /// If the passphrase isn't the right one, or the file is damaged.
    pub fn open(self, passphrase: &str) -> Result<Identity, IdentityError> {
        let wrong = match self.written.encrypted {
            true => IdentityError::WrongPassphrase(self.path.clone()),
            false => IdentityError::Damaged(self.path.clone()),
        };
        let mut body = self.written.body;
        if self.written.encrypted {
            let stream = stream(passphrase, &self.written).ok_or_else(|| IdentityError::Damaged(self.path.clone()))?;
            body.iter_mut().zip(stream).for_each(|(byte, other)| *byte ^= other);
        }
        whole(&body, self.name).ok_or(wrong)
    }
}

/// The identity in the bytes of a file, if its checksum is right.
fn whole(body: &[u8; BODY], name: String) -> Option<Identity> {
    let (parts, sum) = body.split_at_checked(72)?;
    if checksum(parts) != sum {
        return None;
    }
    let number: [u8; 8] = parts.get(..8)?.try_into().ok()?;
    let seed: [u8; 32] = parts.get(8..40)?.try_into().ok()?;
    let secret = SigningKey::from_bytes(&seed);
    (secret.verifying_key().as_bytes()[..] == parts[40..]).then_some(Identity { name, number, secret })
}

fn checksum(parts: &[u8]) -> [u8; 32] {
    Blake2b256::digest([b"Ed", parts].concat()).into()
}

fn parse(text: &str) -> Option<(String, Written)> {
    let mut lines = text.lines();
    let comment = lines.next()?.strip_prefix(COMMENT)?;
    let bytes = STANDARD.decode(lines.next()?.trim()).ok()?;
    if bytes.len() != 2 + 2 + 2 + 32 + 8 + 8 + BODY || !bytes.starts_with(b"Ed") || bytes.get(4..6)? != b"B2" {
        return None;
    }
    let encrypted = match bytes.get(2..4)? {
        b"Sc" => true,
        [0, 0] => false,
        _ => return None,
    };
    let number = |from: usize| Some(u64::from_le_bytes(bytes.get(from..from + 8)?.try_into().ok()?));
    let written = Written {
        encrypted,
        salt: bytes.get(6..38)?.try_into().ok()?,
        operations: number(38)?,
        memory: number(46)?,
        body: bytes.get(54..)?.try_into().ok()?,
    };
    // Somebody else's tool writes another comment: the name is asked for again then.
    let name = comment.strip_prefix(OF).and_then(|name| shown(name).ok()).unwrap_or_default();
    Some((name, written))
}

/// What a passphrase is stretched to: minisign's use of scrypt, with its costs as libsodium counts them.
fn stream(passphrase: &str, written: &Written) -> Option<[u8; BODY]> {
    if written.memory > MOST_MEMORY {
        return None;
    }
    let operations = written.operations.max(32_768);
    let r = 8u64;
    let log = |most: u64| (1..63u8).find(|log| 1u64 << log > most / 2);
    let (log_n, p) = if operations < written.memory / 32 {
        (log(operations / (r * 4))?, 1)
    } else {
        let log_n = log(written.memory / (r * 128))?;
        (log_n, (operations / 4 / (1 << log_n)).min(0x3fff_ffff) / r)
    };
    // No file makes this machine work for minutes.
    if log_n > 20 || p > 16 {
        return None;
    }
    let params = scrypt::Params::new(log_n, r as u32, p.max(1) as u32).ok()?;
    let mut stream = [0; BODY];
    scrypt::scrypt(passphrase.as_bytes(), &written.salt, &params, &mut stream).ok()?;
    Some(stream)
}

/// A name as it may be shown and written into one line.
fn shown(name: &str) -> Result<String, IdentityError> {
    let name = name.trim();
    match is_name(name) {
        true => Ok(name.to_string()),
        false => Err(IdentityError::Name),
    }
}

/// Whether a text can be somebody's name.
pub(super) fn is_name(name: &str) -> bool {
    (1..=LONGEST_NAME).contains(&name.chars().count()) && is_line(name) && name.trim() == name
}

/// Whether a text is one line with nothing in it that hides or that a terminal obeys.
pub(super) fn is_line(text: &str) -> bool {
    let hides = |c: char| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !text.chars().any(|c| c.is_control() || hides(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_kept_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let identity = Identity::new(" Anna Berg ").unwrap();
        for (file, passphrase) in [("plain.key", None), ("locked.key", Some("four words are good"))] {
            let path = folder.path().join("deep").join(file);
            identity.keep(&path, passphrase).unwrap();
            let read = Locked::read(&path).unwrap();
            assert_eq!(read.needs_passphrase(), passphrase.is_some());
            let found = read.open(passphrase.unwrap_or_default()).unwrap();
            assert_eq!((found.name(), found.key()), ("Anna Berg", identity.key()));
            assert!(matches!(identity.keep(&path, None), Err(IdentityError::There(_))));
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            }
        }
        let locked = Locked::read(&folder.path().join("deep/locked.key")).unwrap();
        assert!(matches!(locked.open("four words are bad"), Err(IdentityError::WrongPassphrase(_))));
        assert!(matches!(identity.keep(&folder.path().join("x"), Some("short")), Err(IdentityError::ShortPassphrase)));
        assert!(!folder.path().join("x").exists());
    }

    #[test]
    fn minisign_takes_the_keys_and_the_signatures() {
        let identity = Identity::new("Anna").unwrap();
        let text = identity.text(Some("four words are good")).unwrap();
        let secret = minisign::SecretKey::from_box(text.into(), Some("four words are good".into())).unwrap();
        let public = minisign::PublicKey::from_secret_key(&secret).unwrap();
        assert_eq!(public.to_base64(), identity.key().as_str());
        assert!(minisign::SecretKey::from_unencrypted_box(identity.text(None).unwrap().into()).is_ok());
        let signature = minisign::SignatureBox::from_string(&identity.sign(b"hello", "pack x")).unwrap();
        let verify = |message: &[u8]| {
            minisign::verify(&public, &signature, io::Cursor::new(message.to_vec()), true, false, false)
        };
        assert!(verify(b"hello").is_ok() && verify(b"hullo").is_err());
    }

    #[test]
    fn the_keys_of_minisign_are_taken() {
        let pair = minisign::KeyPair::generate_encrypted_keypair(Some("a passphrase".into())).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("minisign.key");
        std::fs::write(&path, pair.sk.to_box(None).unwrap().into_string()).unwrap();
        let identity = Locked::read(&path).unwrap().open("a passphrase").unwrap();
        assert_eq!(identity.key().as_str(), pair.pk.to_base64());
        let public = pair.pk.to_box().unwrap().into_string();
        assert_eq!(Key::read_file(&public), Ok((identity.key(), None)));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.key");
        assert!(matches!(Locked::read(&path), Err(IdentityError::None)));
        let whole = Identity::new("Anna").unwrap().text(None).unwrap();
        let last = whole.len() - 9;
        let mut changed = whole.clone().into_bytes();
        changed[last] = if changed[last] == b'A' { b'B' } else { b'A' };
        std::fs::write(&path, changed).unwrap();
        let opened = Locked::read(&path).and_then(|locked| locked.open(""));
        assert!(matches!(opened, Err(IdentityError::Damaged(_))));
        for text in ["", "hello", &whole[..100], "untrusted comment: x\nRWxx\n"] {
            std::fs::write(&path, text).unwrap();
            assert!(matches!(Locked::read(&path), Err(IdentityError::Damaged(_))), "{text}");
        }
        for name in ["", "  ", "a\nb", "a\u{1b}b", &"x".repeat(81)] {
            assert!(matches!(Identity::new(name), Err(IdentityError::Name)), "{name:?}");
        }
    }
}
