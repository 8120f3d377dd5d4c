//! A key's fingerprint as words, to be read out on the phone.
//!
//! The words are common, kind and short, and no two of them differ by one letter only. Their order is part of the pack
//! format (`docs/pack-format.md`) and never changes.

use sha2::{Digest, Sha256};

/// How many words a fingerprint has: eight bits each. 64 bits are far beyond anybody who tries keys until the words of
/// somebody else come out by chance.
const COUNT: usize = 8;

/// The fingerprint of some bytes, as words: one for each of the first bytes of their SHA-256.
pub(super) fn words(bytes: &[u8]) -> [&'static str; COUNT] {
    let digest = Sha256::digest(bytes);
    let mut words = [""; COUNT];
    for (word, byte) in words.iter_mut().zip(digest.iter()) {
        *word = WORDS.get(usize::from(*byte)).copied().unwrap_or_default();
    }
    words
}

/// One for each value of a byte.
#[rustfmt::skip]
const WORDS: [&str; 256] = [
    "acorn", "actor", "album", "almond", "amber", "anchor", "ankle", "answer", "antler", "apple", "apricot", "apron",
    "arch", "arrow", "artist", "atlas", "attic", "autumn", "avenue", "badge", "bagel", "bakery", "balcony", "bamboo",
    "banana", "barley", "barn", "basil", "basket", "beacon", "beetle", "bell", "bench", "berry", "bicycle", "birch",
    "biscuit", "blanket", "blossom", "bluebell", "bonnet", "book", "border", "bottle", "bridge", "broom", "brush",
    "bucket", "butter", "button", "cabbage", "cabin", "cactus", "camel", "candle", "canoe", "carpet", "castle",
    "cedar", "cellar", "cello", "chair", "chalk", "cherry", "chimney", "cinema", "circle", "clover", "coast",
    "cobweb", "coconut", "coffee", "copper", "coral", "corner", "cotton", "cousin", "cradle", "crayon", "cricket",
    "crystal", "cuckoo", "cupboard", "curtain", "daisy", "dancer", "daughter", "desert", "diamond", "dinner",
    "doctor", "dolphin", "doorbell", "dragon", "drawer", "duckling", "eagle", "earring", "echo", "elbow", "elephant",
    "elm", "engine", "evening", "falcon", "family", "farmer", "feather", "fiddle", "flamingo", "flannel", "flute",
    "forest", "fossil", "fox", "garden", "garlic", "gate", "ginger", "giraffe", "glacier", "glove", "goose",
    "grandma", "granite", "grape", "guitar", "hammer", "harbour", "harp", "hazel", "hedge", "helmet", "heron", "hill",
    "honey", "horizon", "island", "ivory", "jacket", "jasmine", "jelly", "jigsaw", "jungle", "kettle", "kingdom",
    "kitchen", "ladder", "lantern", "lavender", "lemon", "lilac", "linen", "lion", "lobster", "magnet", "maple",
    "marble", "market", "meadow", "melon", "mirror", "mitten", "monday", "monkey", "morning", "mountain", "muffin",
    "napkin", "needle", "nephew", "nutmeg", "oak", "oasis", "ocean", "olive", "onion", "orange", "orchard", "otter",
    "oven", "palace", "panda", "paper", "parrot", "parsley", "peach", "peanut", "pebble", "pencil", "penguin",
    "pepper", "piano", "picnic", "pigeon", "planet", "plaster", "plum", "poem", "pony", "poppy", "potato", "pottery",
    "pumpkin", "puzzle", "rabbit", "rainbow", "raven", "ribbon", "river", "robin", "rocket", "rooster", "saddle",
    "sailor", "salad", "sandal", "saturn", "scarf", "school", "seagull", "shadow", "shepherd", "silver", "sister",
    "snowman", "sparrow", "spider", "spoon", "squirrel", "station", "summer", "sunset", "table", "teapot", "temple",
    "thunder", "tiger", "tomato", "tortoise", "tulip", "tunnel", "turtle", "umbrella", "uncle", "valley", "velvet",
    "village", "violin", "walnut", "water", "whistle", "willow", "window", "winter", "yoghurt",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_words_are_alike() {
        assert!(WORDS.is_sorted());
        for (at, word) in WORDS.iter().enumerate() {
            assert!((3..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
            for other in &WORDS[at + 1..] {
                assert!(strsim::levenshtein(word, other) > 1, "{word} {other}");
            }
        }
    }

    #[test]
    fn a_fingerprint_never_changes() {
        // The SHA-256 of nothing begins with e3 b0 c4 42 98 fc 1c 14.
        assert_eq!(
            words(b"").map(|word| WORDS.iter().position(|other| *other == word).unwrap()),
            [0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14]
        );
    }
}
