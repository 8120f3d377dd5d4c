//! Signatures in minisign's form: four lines, of which the first is fixed here, so that every byte counts.
//!
//! `untrusted comment: …`, then base64 of `ED`, the key's number and the Ed25519 signature of the message's BLAKE2b-512,
//! then `trusted comment: …`, then base64 of the signature of the first signature and that comment. minisign verifies it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use blake2::{Blake2b512, Digest};
use ed25519_dalek::{Signer, SigningKey};

use super::key::Key;

/// The first line.
const FIRST: &str = "untrusted comment: signature of a letgo pack";
const TRUSTED: &str = "trusted comment: ";
const ALGORITHM: &[u8; 2] = b"ED";

/// The text of a signature. The same message always gives the same one (RFC 8032), so that packs are the same byte for
/// byte.
pub(super) fn sign(key: &SigningKey, number: [u8; 8], message: &[u8], comment: &str) -> String {
    let signature = key.sign(&Blake2b512::digest(message)).to_bytes();
    let global = key.sign(&[&signature[..], comment.as_bytes()].concat()).to_bytes();
    text(number, &signature, comment, &global)
}

/// Whether a text is exactly the signature of a message and a comment by a key.
pub(super) fn verify(key: &Key, message: &[u8], comment: &str, text_of: &str) -> bool {
    let mut lines = text_of.lines();
    let (Some(_), Some(signed), Some(_), Some(global)) = (lines.next(), lines.next(), lines.next(), lines.next())
    else {
        return false;
    };
    let (Ok(signed), Ok(global)) = (STANDARD.decode(signed), STANDARD.decode(global)) else { return false };
    let Some(signature) = signed.get(10..).and_then(|bytes| <[u8; 64]>::try_from(bytes).ok()) else { return false };
    let Ok(global) = <[u8; 64]>::try_from(global) else { return false };
    // Written anew it must be the same text: nothing in it is left to whoever carries it.
    text(key.number(), &signature, comment, &global) == text_of
        && key.verifies(&Blake2b512::digest(message), &signature)
        && key.verifies(&[&signature[..], comment.as_bytes()].concat(), &global)
}

fn text(number: [u8; 8], signature: &[u8; 64], comment: &str, global: &[u8; 64]) -> String {
    let signed = [&ALGORITHM[..], &number, signature].concat();
    format!("{FIRST}\n{}\n{TRUSTED}{comment}\n{}\n", STANDARD.encode(signed), STANDARD.encode(global))
}
