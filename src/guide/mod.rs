//! What the listener sees while it plays: a screen, or plain lines.
//!
//! [`Scene`] is what there is to see at a place of the Timeline: a plain value, made afresh for every picture. The
//! screen draws it; the plain guide says in lines what begins. This room must not know how sound is made or where it
//! goes; [`text`] is its part that everything which prints may use.

mod body;
mod breath;
mod captions;
mod card;
mod keys;
mod letter;
mod plain;
mod scene;
mod screen;
pub mod terminal;
pub mod text;

pub use body::Cell;
pub use card::Card;
pub use keys::{Command, command};
pub use letter::letter_lines;
pub use plain::Plain;
pub use scene::{BreathView, Look, Scene};
pub use screen::Screen;
