//! The one form that a pack has as an archive: plain tar (POSIX.1-1988 ustar), in which nothing is left to choose.
//!
//! For a path and a size there is exactly one header, every block is filled up with zeros, and two blocks of zeros end it.
//! So a reader doesn't interpret headers: it knows from the manifest what must come next, and compares.

use std::io::{self, Read, Write};

use super::PackError;

/// Everything in a tar archive lies at multiples of this.
pub(super) const BLOCK: u64 = 512;
/// The blocks of zeros at the end.
const END: u64 = 2 * BLOCK;

/// The only header that a file of this path and size may have: an ordinary file, readable by all, of no owner and no
/// time.
pub(super) fn header(path: &str, size: u64) -> Result<[u8; BLOCK as usize], PackError> {
    let mut header = tar::Header::new_ustar();
    header.set_path(path).map_err(|_| PackError::Refused(format!("the file `{path}` doesn't fit into a pack")))?;
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o644);
    header.set_size(size);
    header.set_mtime(0);
    header.set_uid(0);
    header.set_gid(0);
    header.set_cksum();
    Ok(*header.as_bytes())
}

/// The bytes that a file takes in an archive.
pub(super) fn length_of(size: u64) -> Option<u64> {
    size.checked_next_multiple_of(BLOCK)?.checked_add(BLOCK)
}

/// The length of an archive with files of these sizes.
pub(super) fn length(sizes: impl Iterator<Item = u64>) -> Option<u64> {
    sizes.map(length_of).try_fold(END, |sum, length| sum.checked_add(length?))
}

/// Fills up the last block of a file.
pub(super) fn pad(out: &mut impl Write, size: u64) -> io::Result<()> {
    let zeros = [0; BLOCK as usize];
    out.write_all(&zeros[..(size.next_multiple_of(BLOCK) - size) as usize])
}

/// Ends an archive.
pub(super) fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(&[0; END as usize])
}

/// Reads the first file's header, of which the size isn't known yet: it, if this is a pack at all.
pub(super) fn first_size(source: &mut impl Read, path: &str, most: u64) -> Result<u64, PackError> {
    let mut block = [0; BLOCK as usize];
    source.read_exact(&mut block).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => PackError::NoPack,
        _ => PackError::Read(error),
    })?;
    let size = tar::Header::from_byte_slice(&block).entry_size().map_err(|_| PackError::NoPack)?;
    if size > most || header(path, size)? != block {
        return Err(PackError::NoPack);
    }
    Ok(size)
}

/// Takes a file's header, which must be the one that is expected.
pub(super) fn expect_header(source: &mut impl Read, path: &str, size: u64) -> Result<(), PackError> {
    let mut block = [0; BLOCK as usize];
    whole(source.read_exact(&mut block))?;
    match header(path, size)? == block {
        true => Ok(()),
        false => Err(PackError::Damaged("its files aren't where its list of contents says")),
    }
}

/// Takes the zeros that fill up a file's last block.
pub(super) fn expect_padding(source: &mut impl Read, size: u64) -> Result<(), PackError> {
    expect_zeros(source, size.next_multiple_of(BLOCK) - size)
}

/// Takes the end, after which nothing may come.
pub(super) fn expect_end(source: &mut impl Read) -> Result<(), PackError> {
    expect_zeros(source, END)?;
    match source.read(&mut [0]).map_err(PackError::Read)? {
        0 => Ok(()),
        _ => Err(PackError::Damaged("something comes after its end")),
    }
}

fn expect_zeros(source: &mut impl Read, count: u64) -> Result<(), PackError> {
    let mut zeros = [0; END as usize];
    let zeros = zeros.get_mut(..count as usize).unwrap_or_default();
    whole(source.read_exact(zeros))?;
    match zeros.iter().all(|byte| *byte == 0) {
        true => Ok(()),
        false => Err(PackError::Damaged("there is something between its files")),
    }
}

/// What it means when a source ends too soon.
pub(super) fn whole(read: io::Result<()>) -> Result<(), PackError> {
    read.map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => PackError::Damaged("it ends too soon"),
        _ => PackError::Read(error),
    })
}
