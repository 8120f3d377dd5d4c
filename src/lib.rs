//! `letgo`: guided relaxation, played gently from a text file.
//!
//! The rooms of this crate are the way of the data. Each stage is a function from one plain value to the next;
//! nothing to the left knows anything to its right.
//!
//! ```text
//! session file ─script─▶ Script ─session─▶ Session ─timeline─▶ Timeline ─mix─▶ frames ─output─▶ ears or a file
//!                                             ▲                  ▲   │
//!                    practice (domain) ───────┘    voice (clips)─┘   └─▶ guide (what the listener sees), show
//! ```
//!
//! | room | holds | may use |
//! |---|---|---|
//! | [`quantity`] | time, level, rate, pace and pressure as types | nothing |
//! | [`script`] | what an author may write, with the place of every value | quantity |
//! | [`practice`] | the domain: breathing patterns, body regions, techniques, phrases | quantity |
//! | [`library`] | where sessions, tracks and clips are found: in the binary, in folders, in packs; whom to trust | nothing of ours |
//! | [`session`] | the valid session: parts and parameters resolved, guided steps expanded | script, practice, library |
//! | [`media`] | sound as files: decoding, resampling, loudness, encoding | quantity, library's [`library::Asset`] |
//! | [`voice`] | words to a clip: recordings and how they are made, the bundled voice, speech programs | media, library |
//! | [`timeline`] | a session laid out in exact frames | session, voice |
//! | [`mix`] | the engine: a Timeline and a frame in, sound out | timeline, media |
//! | [`output`] | where sound goes: a device, a file, nowhere; and the microphone it comes from | mix's [`mix::Sound`], media |
//! | [`player`] | playing: pause, seek, volume, a lost device | output, mix, timeline |
//! | [`guide`] | what the listener sees while it plays | timeline, the player's state |
//! | [`desktop`] | media keys, keeping the machine awake, its going to sleep | timeline, player |
//! | [`texts`] | the program's own words to a listener, per language | nothing of ours |
//! | [`settings`] | how the listener wants it, in one file | quantity, script, library, texts, the names of mix's beds |
//! | [`about_me`] | what a listener has told of themselves, in one file | script, practice, session, settings' folders |
//! | [`memory`] | what was played when, and where it was left, in one file | settings' folders |
//! | [`cli`] | one file a verb: arguments and printing only | everything |

pub mod about_me;
pub mod cli;
pub mod desktop;
pub mod guide;
pub mod library;
pub mod media;
pub mod memory;
pub mod mix;
pub mod output;
pub mod player;
pub mod practice;
pub mod quantity;
pub mod script;
pub mod session;
pub mod settings;
pub mod texts;
pub mod timeline;
pub mod voice;
