//! What anybody may write into a pack whose seal is right: it is read or refused, and no path in it leads anywhere else.
#![no_main]

use letgo::library::pack::{Pack, check_path};
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

fn header(path: &str, size: usize) -> [u8; 512] {
    let mut header = tar::Header::new_ustar();
    let name = &mut header.as_old_mut().name;
    let length = path.len().min(name.len());
    name[..length].copy_from_slice(&path.as_bytes()[..length]);
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o644);
    header.set_size(size as u64);
    header.set_mtime(0);
    header.set_uid(0);
    header.set_gid(0);
    header.set_cksum();
    *header.as_bytes()
}

fn put(bytes: &mut Vec<u8>, path: &str, text: &[u8]) {
    bytes.extend(header(path, text.len()));
    bytes.extend(text);
    bytes.resize(bytes.len().next_multiple_of(512), 0);
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fuzz_target!(|data: &[u8]| {
    // Digests that nobody guesses are put in: every file of a list is so many bytes `x` as it says.
    let (manifest, files) = match serde_json::from_slice::<serde_json::Value>(data) {
        Ok(mut manifest) => {
            let mut files = Vec::new();
            let listed = manifest.get_mut("files").and_then(|files| files.as_array_mut());
            for file in listed.into_iter().flatten() {
                let size = file.get("size").and_then(|size| size.as_u64()).unwrap_or(0).min(4096) as usize;
                let text = vec![b'x'; size];
                if let Some(digest) = file.get_mut("sha256") {
                    *digest = hex(&text).into();
                }
                let path = file.get("path").and_then(|path| path.as_str()).unwrap_or_default().to_string();
                files.push((path, text));
            }
            (serde_json::to_vec(&manifest).unwrap_or_default(), files)
        }
        Err(_) => (data.to_vec(), Vec::new()),
    };
    let mut bytes = Vec::new();
    put(&mut bytes, "letgo.json", &manifest);
    put(&mut bytes, "letgo.json.sha256", format!("{}\n", hex(&manifest)).as_bytes());
    for (path, text) in &files {
        put(&mut bytes, path, text);
    }
    bytes.extend([0; 1024]);
    if let Ok(pack) = Pack::check_bytes(&bytes) {
        assert!(pack.signer.is_none(), "nobody signed it");
        for file in &pack.manifest.files {
            assert!(check_path(&file.path).is_ok() && !file.path.contains(['\\', ':', '\0']), "{:?}", file.path);
            assert!(!file.path.starts_with('/') && file.path.split('/').all(|name| name != ".." && name != "."));
        }
    }
});
