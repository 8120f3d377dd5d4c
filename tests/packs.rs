//! A pack is used as it was made, to the last bit, or not at all; and nothing in it is ever written outside of its folder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::Path;

use letgo::library::pack::{
    Content, Contents, Identity, LARGEST_PACK, MOST_FILES, Pack, PackError, PackedSession, Standing, Store, StoreError,
    Trust, write,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn contents(session: &str) -> Contents {
    let text = |text: &str| Content::Bytes(text.as_bytes().into());
    Contents {
        name: "anna".into(),
        title: "For Anna".into(),
        sessions: vec![PackedSession {
            name: "neck".into(),
            title: "Neck".into(),
            file: "sessions/neck.yaml".into(),
            set: BTreeMap::from([("side".to_string(), "left".to_string())]),
            fit: None,
        }],
        files: vec![
            ("sessions/neck.yaml".into(), text(session)),
            ("letter.md".into(), text("Dear Anna")),
            ("audio/x.ogg".into(), text("")),
        ],
    }
}

fn bytes_of(contents: &Contents, identity: Option<&Identity>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(contents, identity, &mut bytes).unwrap();
    bytes
}

fn is_refused(bytes: &[u8]) -> bool {
    Pack::check_bytes(bytes).is_err()
}

#[test]
fn the_same_contents_are_the_same_bytes() {
    let identity = Identity::new("Bea").unwrap();
    let mut turned = contents("letgo: 1");
    turned.files.reverse();
    for identity in [None, Some(&identity)] {
        let bytes = bytes_of(&contents("letgo: 1"), identity);
        assert_eq!(bytes, bytes_of(&turned, identity));
        let pack = Pack::check_bytes(&bytes).unwrap();
        assert_eq!((pack.letter.as_deref(), pack.size), (Some("Dear Anna"), bytes.len() as u64));
        assert_eq!(pack.signer, identity.map(|of| (of.name().to_string(), of.key())));
    }
}

/// Any tar reads it, and minisign verifies it.
#[test]
fn other_programs_read_it() {
    let identity = Identity::new("Bea").unwrap();
    let bytes = bytes_of(&contents("letgo: 1"), Some(&identity));
    let mut names = Vec::new();
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(&bytes[..]).entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().to_str().unwrap().to_string();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut entry, &mut text).unwrap();
        names.push(name.clone());
        files.insert(name, text);
    }
    assert_eq!(names, ["letgo.json", "letgo.json.minisig", "audio/x.ogg", "letter.md", "sessions/neck.yaml"]);
    let key = minisign::PublicKey::from_base64(identity.key().as_str()).unwrap();
    let signature = minisign::SignatureBox::from_string(&files["letgo.json.minisig"]).unwrap();
    let manifest = std::io::Cursor::new(files["letgo.json"].as_bytes());
    minisign::verify(&key, &signature, manifest, true, false, false).unwrap();
    assert_eq!(signature.trusted_comment().unwrap(), "letgo pack anna");
}

#[test]
fn every_single_flipped_bit_is_refused() {
    let mut small = contents("letgo: 1\ntitle: x\nsteps: [ { pause: 3s } ]\n");
    small.files.truncate(1);
    let identity = Identity::new("Bea").unwrap();
    for identity in [None, Some(&identity)] {
        let bytes = bytes_of(&small, identity);
        assert!(!is_refused(&bytes));
        let flip = |from: usize, to: usize| {
            let mut bytes = bytes.clone();
            for at in from..to {
                for bit in 0..8 {
                    bytes[at] ^= 1 << bit;
                    assert!(is_refused(&bytes), "bit {bit} of byte {at}");
                    bytes[at] ^= 1 << bit;
                }
            }
        };
        // In four pieces at once, since each bit costs two checks of a signature.
        let quarter = bytes.len().div_ceil(4);
        std::thread::scope(|scope| {
            for piece in 0..4 {
                let (from, to) = (piece * quarter, ((piece + 1) * quarter).min(bytes.len()));
                let flip = &flip;
                scope.spawn(move || flip(from, to));
            }
        });
    }
}

#[test]
fn a_pack_that_ends_too_soon_or_too_late_is_refused() {
    let whole = bytes_of(&contents("letgo: 1"), None);
    for length in 0..whole.len() {
        assert!(is_refused(&whole[..length]), "{length}");
    }
    for more in [1, 511, 512, 1024, 5000] {
        for byte in [0, b'x'] {
            let mut longer = whole.clone();
            longer.resize(whole.len() + more, byte);
            assert!(is_refused(&longer), "{more} of {byte}");
        }
    }
    assert!(is_refused(&[&whole[..], &whole[..]].concat()));
}

// What nobody's program writes but anybody's might: packs made by hand, whose seals are right.

struct Made {
    manifest: Value,
    files: Vec<(String, Vec<u8>)>,
    /// A header in place of a file's right one.
    header: Option<(usize, [u8; 512])>,
}

impl Made {
    fn new(files: &[(&str, &str)]) -> Made {
        let files: Vec<(String, Vec<u8>)> =
            files.iter().map(|(path, text)| ((*path).to_string(), text.as_bytes().to_vec())).collect();
        let list: Vec<Value> = files.iter().map(|(path, bytes)| listed(path, bytes)).collect();
        let first = files.first().map(|(path, _)| path.clone()).unwrap_or_default();
        let manifest = json!({
            "letgo_pack": 1, "name": "made", "title": "Made", "made_by": "hand",
            "sessions": [ { "name": "made", "title": "Made", "file": first } ], "files": list,
        });
        Made { manifest, files, header: None }
    }

    /// A usual one.
    fn usual() -> Made {
        Made::new(&[("sessions/a.yaml", "letgo: 1")])
    }

    fn bytes(&self) -> Vec<u8> {
        self.bytes_with(&serde_json::to_vec(&self.manifest).unwrap())
    }

    fn bytes_with(&self, manifest: &[u8]) -> Vec<u8> {
        let seal = format!("{}\n", hex(manifest));
        let mut bytes = Vec::new();
        put(&mut bytes, &header("letgo.json", manifest.len() as u64), manifest);
        put(&mut bytes, &header("letgo.json.sha256", seal.len() as u64), seal.as_bytes());
        for (at, (path, text)) in self.files.iter().enumerate() {
            let right = header(path, text.len() as u64);
            let header = match &self.header {
                Some((file, other)) if *file == at => other,
                _ => &right,
            };
            put(&mut bytes, header, text);
        }
        bytes.extend([0; 1024]);
        bytes
    }

    fn refused(&self) -> String {
        refused(&self.bytes())
    }
}

fn refused(bytes: &[u8]) -> String {
    match Pack::check_bytes(bytes) {
        Ok(pack) => panic!("{:?} was taken", pack.manifest),
        Err(error) => error.to_string(),
    }
}

fn listed(path: &str, bytes: &[u8]) -> Value {
    json!({ "path": path, "size": bytes.len(), "sha256": hex(bytes) })
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn put(bytes: &mut Vec<u8>, header: &[u8; 512], text: &[u8]) {
    bytes.extend(header);
    bytes.extend(text);
    bytes.resize(bytes.len().next_multiple_of(512), 0);
}

/// A header that a careless program would take, whatever the path.
fn header(path: &str, size: u64) -> [u8; 512] {
    let mut header = tar::Header::new_ustar();
    let name = &mut header.as_old_mut().name;
    let length = path.len().min(100);
    name[..length].copy_from_slice(&path.as_bytes()[..length]);
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o644);
    header.set_size(size);
    header.set_mtime(0);
    header.set_uid(0);
    header.set_gid(0);
    header.set_cksum();
    *header.as_bytes()
}

#[test]
fn a_pack_made_by_hand_is_a_pack() {
    let pack = Pack::check_bytes(&Made::usual().bytes()).unwrap();
    assert_eq!((pack.manifest.name.as_str(), pack.signer), ("made", None));
}

#[test]
fn paths_that_lead_anywhere_else_are_refused() {
    for path in [
        "../a.yaml",
        "sessions/../../a.yaml",
        "/etc/passwd",
        "C:/a.yaml",
        "C:a.yaml",
        "\\\\server\\share\\a.yaml",
        "..\\a.yaml",
        "sessions\\a.yaml",
        "./a.yaml",
        "sessions//a.yaml",
        "",
        "a.yaml/",
        "CON",
        "sessions/nul.yaml",
        "LPT1.yaml",
        "a.yaml.",
        "a.yaml ",
        "a:stream",
        "a\u{0}b",
        "a\nb",
        "a\u{1b}[2Jb",
        "a\u{202e}b",
        "cafe\u{301}.yaml",
        "letgo.json",
        "LETGO.JSON",
        "letgo.json.minisig",
    ] {
        let said = Made::new(&[(path, "letgo: 1")]).refused();
        assert!(said.contains("isn't safe to use"), "{path:?}: {said}");
    }
}

#[test]
fn names_that_are_one_file_somewhere_are_refused() {
    let refuses = |one: &str, other: &str| {
        let said = Made::new(&[(one, "letgo: 1"), (other, "letgo: 1")]).refused();
        assert!(said.contains("isn't safe to use"), "{one} {other}: {said}");
    };
    refuses("a.yaml", "a.yaml");
    refuses("A.yaml", "a.yaml");
    refuses("STRASSE.yaml", "straße.yaml");
    refuses("fin.yaml", "ﬁn.yaml");
    refuses("Sessions/a.yaml", "sessions/b.yaml");
    refuses("a", "a/b.yaml");
    refuses("A", "a/b.yaml");
    // Not in order.
    refuses("b.yaml", "a.yaml");
}

#[test]
fn what_is_no_ordinary_file_is_refused() {
    use tar::EntryType::{Block, Char, Directory, Fifo, GNULongName, GNUSparse, Link, Symlink, XGlobalHeader, XHeader};
    for kind in [Symlink, Link, Directory, Char, Block, Fifo, GNULongName, GNUSparse, XHeader, XGlobalHeader] {
        let mut made = Made::usual();
        let mut other = tar::Header::from_byte_slice(&header("sessions/a.yaml", 8)).clone();
        other.set_entry_type(kind);
        if matches!(kind, Symlink | Link) {
            other.set_link_name("/etc/passwd").unwrap();
        }
        other.set_cksum();
        made.header = Some((0, *other.as_bytes()));
        let said = made.refused();
        assert!(said.contains("damaged"), "{kind:?}: {said}");
    }
    // Nor one that anybody may write, that is of somebody, or of some time.
    let changes: [fn(&mut tar::Header); 3] =
        [|header| header.set_mode(0o4755), |header| header.set_uid(1000), |header| header.set_mtime(1)];
    for change in changes {
        let mut made = Made::usual();
        let mut other = tar::Header::from_byte_slice(&header("sessions/a.yaml", 8)).clone();
        change(&mut other);
        other.set_cksum();
        made.header = Some((0, *other.as_bytes()));
        assert!(made.refused().contains("damaged"));
    }
}

#[test]
fn claims_that_no_disk_holds_cost_nothing() {
    let claims = |size: u64| {
        let mut made = Made::usual();
        made.manifest["files"][0]["size"] = json!(size);
        made.refused()
    };
    assert!(claims(4 << 30).contains("at most 2 GB"));
    assert!(claims(u64::MAX).contains("at most 2 GB"));
    assert!(claims(1 << 20).contains("ends too soon"));
    assert!(claims(1).contains("damaged"));
    // The very first file claims it.
    let mut bytes = Made::usual().bytes();
    bytes[..512].copy_from_slice(&header("letgo.json", 4 << 30));
    assert!(refused(&bytes).contains("isn't a letgo pack"));
    // As many files as there are people in a city.
    let mut made = Made::usual();
    let many: Vec<Value> = (0..=MOST_FILES).map(|at| listed(&format!("f/{at:07}"), b"")).collect();
    made.manifest["files"] = json!(many);
    assert!(made.refused().contains("more than 20000 files"));
    let million = vec![b' '; 9 << 20];
    assert!(refused(&made.bytes_with(&million)).contains("isn't a letgo pack"));
    const { assert!(LARGEST_PACK < 4 << 30) };
}

#[test]
fn what_it_says_must_make_sense() {
    let said = |change: &dyn Fn(&mut Value)| {
        let mut made = Made::usual();
        change(&mut made.manifest);
        made.refused()
    };
    let newer = said(&|manifest| {
        manifest["letgo_pack"] = json!(2);
        manifest["something-new"] = json!("x");
    });
    assert!(newer.contains("version 2") && newer.contains("newer letgo"), "{newer}");
    for (key, value) in [
        ("letgo_pack", json!("1")),
        ("unknown", json!(1)),
        ("name", json!("../x")),
        ("name", json!("CON")),
        ("name", json!("Anna")),
        ("name", json!("")),
        ("title", json!("a\nb")),
        ("title", json!("a\u{1b}[31m")),
        ("title", json!("x".repeat(201))),
        ("made_by", json!("\u{9b}31m")),
        ("sessions", json!([])),
        ("sessions", json!([{ "name": "x", "title": "x", "file": "sessions/none.yaml" }])),
        ("sessions", json!([{ "name": "x", "title": "x", "file": "../../etc/passwd" }])),
        ("sessions", json!([{ "name": "X y", "title": "x", "file": "sessions/a.yaml" }])),
        ("sessions", json!([{ "name": "x", "title": "x", "file": "sessions/a.yaml", "fit": "9".repeat(2000) }])),
        ("from", json!({ "name": "Bea", "key": "RW" })),
        ("files", json!([{ "path": "sessions/a.yaml", "size": -1, "sha256": hex(b"letgo: 1") }])),
        ("files", json!([{ "path": "sessions/a.yaml", "size": 8, "sha256": hex(b"letgo: 1").to_uppercase() }])),
        ("files", json!([{ "path": "sessions/a.yaml", "size": 8, "sha256": hex(b"letgo: 2") }])),
        ("files", json!([{ "path": "sessions/a.yaml", "size": 8, "sha256": "" }])),
        ("files", json!([])),
    ] {
        said(&|manifest| manifest[key] = value.clone());
    }
    for manifest in ["", "{", "null", "[]", "{}", "{\"letgo_pack\": 1}", &"[".repeat(100_000)] {
        assert!(refused(&Made::usual().bytes_with(manifest.as_bytes())).contains("damaged"), "{manifest}");
    }
    // The letter is text, and no book.
    let mut made = Made::new(&[("letter.md", ""), ("sessions/a.yaml", "letgo: 1")]);
    made.manifest["sessions"][0]["file"] = json!("sessions/a.yaml");
    assert!(!is_refused(&made.bytes()));
    made.files[0].1 = vec![0xff; 8];
    made.manifest["files"][0] = listed("letter.md", &made.files[0].1);
    assert!(made.refused().contains("isn't text"));
    made.files[0].1 = vec![b'x'; 70_000];
    made.manifest["files"][0] = listed("letter.md", &made.files[0].1);
    assert!(made.refused().contains("larger than any text"));
}

#[test]
fn nobody_can_sign_for_somebody_else() {
    let (bea, other) = (Identity::new("Bea").unwrap(), Identity::new("Bea").unwrap());
    let (whole, forged) = (bytes_of(&contents("a"), Some(&bea)), bytes_of(&contents("a"), Some(&other)));
    assert!(!is_refused(&whole) && !is_refused(&forged));
    // Bea's list with the other's signature; and the other way round.
    let begins = |at: &usize| whole[*at..].starts_with(b"letgo.json.minisig");
    let seal = (0..whole.len()).step_by(512).find(begins).unwrap();
    let seal = seal..seal + 1024;
    let mut mixed = whole.clone();
    mixed[seal.clone()].copy_from_slice(&forged[seal.clone()]);
    assert!(matches!(Pack::check_bytes(&mixed), Err(PackError::Signature)));
    // A signature of Bea's from another pack.
    let elsewhere = bytes_of(&contents("b"), Some(&bea));
    let mut mixed = whole.clone();
    mixed[seal.clone()].copy_from_slice(&elsewhere[seal.clone()]);
    assert!(matches!(Pack::check_bytes(&mixed), Err(PackError::Signature)));
    // Her name without her signature.
    let mut made = Made::usual();
    made.manifest["from"] = json!({ "name": "Bea", "key": bea.key().as_str() });
    assert!(made.refused().contains("isn't what its sender signed"));
}

/// A generator of numbers that are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }
}

/// What comes out of a pack lies in its folder, whatever the pack.
fn unpacks_inside(bytes: &[u8]) -> bool {
    let place = tempfile::tempdir().unwrap();
    let (file, folder) = (place.path().join("x.letgo"), place.path().join("deep/er"));
    std::fs::write(&file, bytes).unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    let unpacked = Pack::unpack(&file, &folder).is_ok();
    let names = |folder: &Path| std::fs::read_dir(folder).unwrap().count();
    assert_eq!((names(place.path()), names(&place.path().join("deep"))), (2, 1), "something lies outside");
    unpacked
}

#[test]
fn whatever_is_done_to_a_pack_it_is_the_same_or_refused() {
    let identity = Identity::new("Bea").unwrap();
    let mut numbers = Numbers(7);
    for identity in [None, Some(&identity)] {
        let whole = bytes_of(&contents("letgo: 1"), identity);
        for _ in 0..1500 {
            let mut bytes = whole.clone();
            for _ in 0..=numbers.below(3) {
                let (from, to) = (numbers.below(bytes.len()), numbers.below(bytes.len()));
                let (from, to) = (from.min(to), from.max(to));
                match numbers.below(5) {
                    0 => bytes[from] = numbers.below(256) as u8,
                    1 => drop(bytes.drain(from..to)),
                    2 => {
                        let piece = bytes[from..to].to_vec();
                        let at = numbers.below(bytes.len());
                        bytes.splice(at..at, piece);
                    }
                    3 => bytes[from..to].fill(numbers.below(256) as u8),
                    _ => bytes[from..to].reverse(),
                }
                if bytes.is_empty() {
                    break;
                }
            }
            assert!(bytes == whole || is_refused(&bytes));
        }
    }
}

/// The same with a seal that is right: what is wrong then is only in what it says.
#[test]
fn whatever_a_sealed_pack_says_nothing_leaves_its_folder() {
    let odd = [
        json!(""),
        json!(".."),
        json!("../x"),
        json!("/x"),
        json!("a/../../x"),
        json!("C:\\x"),
        json!("nul"),
        json!("sessions"),
        json!("sessions/a.yaml"),
        json!("x\u{0}"),
        json!(-1),
        json!(0),
        json!(u64::MAX),
        json!(1e300),
        json!(null),
        json!([]),
        json!({}),
        json!("é".repeat(60)),
    ];
    let mut numbers = Numbers(11);
    let (mut taken, mut all) = (0, 0);
    for _ in 0..1200 {
        let mut made = Made::new(&[("sessions/a.yaml", "letgo: 1"), ("sessions/b.yaml", "x"), ("voice/en/c.ogg", "c")]);
        for _ in 0..numbers.below(3) {
            let value = odd[numbers.below(odd.len())].clone();
            let file = numbers.below(3);
            match numbers.below(8) {
                0 => made.manifest["files"][file]["path"] = value,
                1 => made.manifest["files"][file]["size"] = value,
                2 => made.manifest["sessions"][0]["file"] = value,
                3 => made.manifest["name"] = value,
                4 => made.manifest["files"].as_array_mut().unwrap().swap(file, 0),
                5 => drop(made.manifest["files"].as_array_mut().unwrap().remove(file)),
                6 => made.files.swap(file, 0),
                // Said and done alike: the header has the odd path too.
                _ => {
                    let path = value.as_str().unwrap_or("y").to_string();
                    made.manifest["files"][file]["path"] = json!(path);
                    made.files[file].0 = path;
                }
            }
            if made.manifest["files"].as_array().unwrap().len() < 3 {
                break;
            }
        }
        all += 1;
        taken += usize::from(unpacks_inside(&made.bytes()));
    }
    assert!(taken > all / 10 && taken < all, "{taken} of {all} were taken");
}

// Adding and removing.

struct Home {
    place: tempfile::TempDir,
    store: Store,
}

impl Home {
    fn new() -> Home {
        let place = tempfile::tempdir().unwrap();
        let store = Store::new(&place.path().join("data/packs"));
        Home { place, store }
    }

    fn file(&self, contents: &Contents, identity: Option<&Identity>) -> std::path::PathBuf {
        let file = self.place.path().join("x.letgo");
        std::fs::write(&file, bytes_of(contents, identity)).unwrap();
        file
    }

    fn add(&self, contents: &Contents, identity: Option<&Identity>) -> Result<(), StoreError> {
        let file = self.file(contents, identity);
        let checked = Pack::check(&file)?;
        self.store.add(&file, &checked).map(drop)
    }

    fn session(&self) -> Option<String> {
        let added = self.store.pack("anna").unwrap()?;
        Some(std::fs::read_to_string(added.folder.join("sessions/neck.yaml")).unwrap())
    }

    fn folders(&self) -> usize {
        let names = std::fs::read_dir(self.place.path().join("data/packs")).unwrap();
        names.filter(|name| name.as_ref().unwrap().file_type().unwrap().is_dir()).count()
    }
}

#[test]
fn a_pack_is_added_replaced_and_removed_whole() {
    let home = Home::new();
    assert!(home.session().is_none() && home.store.packs().unwrap().0.is_empty());
    assert!(matches!(home.store.remove("anna"), Err(StoreError::None(_))));
    home.add(&contents("old"), None).unwrap();
    assert_eq!((home.session().as_deref(), home.folders()), (Some("old"), 1));
    home.add(&contents("new"), None).unwrap();
    assert_eq!((home.session().as_deref(), home.folders()), (Some("new"), 1));
    home.store.remove("anna").unwrap();
    assert_eq!((home.session(), home.folders()), (None, 0));
}

#[test]
fn nobody_replaces_somebody_elses_pack() {
    let (bea, other) = (Identity::new("Bea").unwrap(), Identity::new("Cleo").unwrap());
    let home = Home::new();
    home.add(&contents("nobody's"), None).unwrap();
    home.add(&contents("Bea's"), Some(&bea)).unwrap();
    for wrong in [None, Some(&other)] {
        let error = home.add(&contents("wrong"), wrong).unwrap_err();
        assert!(matches!(error, StoreError::SomebodyElses { .. }), "{error}");
        assert_eq!((home.session().as_deref(), home.folders()), (Some("Bea's"), 1));
    }
    home.add(&contents("Bea's new"), Some(&bea)).unwrap();
    assert_eq!(home.session().as_deref(), Some("Bea's new"));
}

/// The file is exchanged between the question and the answer.
#[test]
fn only_what_was_checked_is_added() {
    let home = Home::new();
    home.add(&contents("old"), None).unwrap();
    let file = home.file(&contents("shown"), None);
    let checked = Pack::check(&file).unwrap();
    home.file(&contents("slipped in"), None);
    let error = home.store.add(&file, &checked).unwrap_err();
    assert!(error.to_string().contains("changed while"), "{error}");
    assert_eq!((home.session().as_deref(), home.folders()), (Some("old"), 1));
    std::fs::write(&file, "no pack").unwrap();
    home.store.add(&file, &checked).unwrap_err();
    assert_eq!((home.session().as_deref(), home.folders()), (Some("old"), 1));
}

#[test]
fn left_overs_are_swept_and_nothing_else() {
    let home = Home::new();
    home.add(&contents("old"), None).unwrap();
    let packs = home.place.path().join("data/packs");
    std::fs::create_dir(packs.join("pack-broken0ff")).unwrap();
    std::fs::create_dir(packs.join("mine")).unwrap();
    std::fs::write(packs.join("pack-note"), "a file").unwrap();
    home.add(&contents("new"), None).unwrap();
    assert!(!packs.join("pack-broken0ff").exists() && packs.join("mine").exists() && packs.join("pack-note").exists());
    assert_eq!(home.session().as_deref(), Some("new"));
}

#[test]
fn a_list_that_cannot_be_read_is_said_and_left() {
    let home = Home::new();
    home.add(&contents("old"), None).unwrap();
    let list = home.place.path().join("data/packs/packs.json");
    for text in [
        "",
        "{}",
        "{\"letgo_packs\": 2, \"packs\": []}",
        "{\"letgo_packs\": 1, \"packs\": [{\"name\": \"../x\", \"folder\": \"y\"}]}",
    ] {
        std::fs::write(&list, text).unwrap();
        assert!(matches!(home.store.packs(), Err(StoreError::Damaged(_))), "{text}");
        home.add(&contents("new"), None).unwrap_err();
        assert_eq!(std::fs::read_to_string(&list).unwrap(), text);
    }
    // An entry that leads out is no pack.
    std::fs::write(&list, "{\"letgo_packs\": 1, \"packs\": [{\"name\": \"anna\", \"folder\": \"../../x\"}]}").unwrap();
    assert_eq!(home.store.packs().unwrap().1, ["anna"]);
    home.store.remove("anna").unwrap();
}

#[test]
fn a_pack_that_rotted_on_the_disk_is_told_of() {
    let home = Home::new();
    home.add(&contents("old"), None).unwrap();
    let added = home.store.pack("anna").unwrap().unwrap();
    let manifest = added.folder.join("letgo.json");
    let text = std::fs::read_to_string(&manifest).unwrap();
    std::fs::write(&manifest, text.replace("left", "right")).unwrap();
    let (packs, broken) = home.store.packs().unwrap();
    assert!(packs.is_empty() && broken == ["anna"]);
    home.add(&contents("again"), None).unwrap();
    assert_eq!(home.session().as_deref(), Some("again"));
}

#[test]
fn trust_follows_the_key() {
    let place = tempfile::tempdir().unwrap();
    let (bea, other) = (Identity::new("Bea").unwrap(), Identity::new("bea ").unwrap());
    let signer = |identity: &Identity| Pack::check_bytes(&bytes_of(&contents("x"), Some(identity))).unwrap().signer;
    let mut trust = Trust::read(&place.path().join("trust.json")).unwrap();
    assert_eq!(trust.of(signer(&bea).as_ref()), Standing::New);
    trust.add("Bea", &bea.key()).unwrap();
    assert_eq!(trust.of(signer(&bea).as_ref()), Standing::Trusted("Bea".into()));
    assert!(matches!(trust.of(signer(&other).as_ref()), Standing::KeyChanged(known) if known.key == bea.key()));
}
