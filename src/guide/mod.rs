//! TEMP
pub mod text {
    /// T
    pub fn clean(t: &str) -> String {
        t.chars().map(|c| if c.is_control() { '?' } else { c }).collect()
    }
}
