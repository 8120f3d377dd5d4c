//! Any bytes are read as a pack or refused; and a pack that anything was changed in is refused.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use letgo::library::pack::{Content, Contents, Pack, PackedSession, write};
use libfuzzer_sys::fuzz_target;

/// A small pack that is right. Nobody signed it: a signature would make it only harder to change.
static RIGHT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let text = |text: &str| Content::Bytes(text.as_bytes().into());
    let contents = Contents {
        name: "anna".into(),
        title: "For Anna".into(),
        sessions: vec![PackedSession {
            name: "neck".into(),
            title: "Neck".into(),
            file: "sessions/neck.yaml".into(),
            set: BTreeMap::from([("side".to_string(), "left".to_string())]),
            fit: Some("15m".into()),
        }],
        files: vec![
            ("sessions/neck.yaml".into(), text("letgo: 1")),
            ("letter.md".into(), text("Dear Anna")),
            ("plan.yaml".into(), text("plan: 1")),
        ],
    };
    let mut bytes = Vec::new();
    write(&contents, None, &mut bytes).unwrap();
    Pack::check_bytes(&bytes).unwrap();
    bytes
});

fuzz_target!(|data: &[u8]| {
    let _ = Pack::check_bytes(data);
    // The same bytes, laid over the right ones: bits to flip, and what stands after the end.
    let mut changed = RIGHT.clone();
    for (byte, flip) in changed.iter_mut().zip(data) {
        *byte ^= flip;
    }
    changed.extend(data.iter().skip(RIGHT.len()));
    assert_eq!(Pack::check_bytes(&changed).is_ok(), changed == *RIGHT, "a changed pack was taken");
    // Cut short, or with something in its midst.
    let at = data.iter().fold(0, |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let (before, after) = RIGHT.split_at(at % RIGHT.len());
    assert!(Pack::check_bytes(before).is_err(), "half a pack was taken");
    assert_eq!(Pack::check_bytes(&[before, data, after].concat()).is_ok(), data.is_empty(), "a longer pack was taken");
});
