//! A therapist's public key: in minisign's form, and as words.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, VerifyingKey};

use super::identity::is_name;
use super::words::words;

/// The two lines of a public key's file begin so.
const COMMENT: &str = "untrusted comment: ";

/// What the comment of a public key's file says before the name.
const OF: &str = "letgo public key of ";

/// The bytes of a public key: the algorithm, the key's number, the key itself.
const LENGTH: usize = 2 + 8 + 32;

/// A public key, as minisign writes it: 42 bytes in base64, beginning with `RW`.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    number: [u8; 8],
    point: [u8; 32],
    text: String,
}

/// Something that isn't a public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this isn't a public key of minisign's form")]
pub struct NoKey;

impl Key {
    /// Reads a key from its base64 form.
    ///
    /// # Errors
    /// If it isn't one.
    pub fn parse(text: &str) -> Result<Key, NoKey> {
        // Anything longer isn't looked at.
        let long_enough = text.len() == LENGTH.div_ceil(3) * 4;
        let bytes = long_enough.then(|| STANDARD.decode(text).ok()).flatten().ok_or(NoKey)?;
        let (algorithm, rest) = bytes.split_first_chunk::<2>().ok_or(NoKey)?;
        let (number, point) = rest.split_first_chunk::<8>().ok_or(NoKey)?;
        let point: &[u8; 32] = point.try_into().map_err(|_| NoKey)?;
        let verifying = VerifyingKey::from_bytes(point).map_err(|_| NoKey)?;
        // With a weak key, one signature is good for many messages.
        if algorithm != b"Ed" || verifying.is_weak() {
            return Err(NoKey);
        }
        Ok(Key::of(*number, *point))
    }

    pub(super) fn of(number: [u8; 8], point: [u8; 32]) -> Key {
        let mut bytes = b"Ed".to_vec();
        bytes.extend(number);
        bytes.extend(point);
        Key { number, point, text: STANDARD.encode(bytes) }
    }

    /// Reads the file that [`Key::file`] writes, or minisign: the key, and whose it says it is.
    ///
    /// # Errors
    /// If it isn't one.
    pub fn read_file(text: &str) -> Result<(Key, Option<String>), NoKey> {
        let mut lines = text.lines();
        let comment = lines.next().and_then(|line| line.strip_prefix(COMMENT)).ok_or(NoKey)?;
        let key = Key::parse(lines.next().ok_or(NoKey)?.trim())?;
        Ok((key, comment.strip_prefix(OF).map(|name| name.trim().to_string()).filter(|name| is_name(name))))
    }

    /// The text of a file that hands the key over. minisign reads it too.
    pub fn file(&self, name: &str) -> String {
        format!("{COMMENT}{OF}{name}\n{}\n", self.text)
    }

    /// The key's base64 form.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its fingerprint as eight words: of the key itself, without the number that goes before it.
    pub fn words(&self) -> String {
        words(&self.point).join(" ")
    }

    /// Whether it is the same key, whatever number goes before it.
    pub fn same_as(&self, other: &Key) -> bool {
        self.point == other.point
    }

    pub(super) fn number(&self) -> [u8; 8] {
        self.number
    }

    /// Whether a signature of a message is this key's.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        VerifyingKey::from_bytes(&self.point)
            .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.text)
    }
}
