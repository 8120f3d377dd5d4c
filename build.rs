//! Tells cargo that the bundled content belongs to the binary: a new session or clip makes it anew.

fn main() {
    for folder in ["sessions", "audio"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
