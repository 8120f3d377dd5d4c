//! From the YAML tree to the typed script, with all errors at once.
//!
//! The types of [`super::language`] are read by serde, which stops at the first error. So an error is written down,
//! the entry that caused it is taken out of the tree, and the reading begins anew, until nothing is wrong or nothing
//! is left. What is taken out is remembered, so that it isn't also called missing. What could be read is given back
//! with the errors: whoever resolves it finds what else is wrong.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::fault::{describe, narrow};
use super::node::{Node, Value, parse};
use super::{Diagnostic, Source, Span};

/// More errors than this in one file help nobody.
pub(super) const MOST_ERRORS: usize = 100;

/// What a person writes first.
pub(super) const BEGINNING: &str = "a session begins with `letgo: 1`, a `title: …` and `steps:`; see docs/language.md";

/// What was understood of a file, and what wasn't.
#[derive(Debug)]
pub struct Reading<T> {
    /// What could be read, without what is wrong; nothing where too little is left.
    pub value: Option<T>,
    /// All that is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The keys at the top of the file under which something is wrong, and so missing from the value.
    lost: BTreeSet<String>,
}

impl<T> Reading<T> {
    /// Whether all that the file says under a key was understood.
    pub fn has_all_of(&self, key: &str) -> bool {
        !self.lost.contains(key)
    }
}

/// Reads a whole document of one type.
pub(super) fn document<T: DeserializeOwned + JsonSchema>(source: &Arc<Source>) -> Reading<T> {
    let (mut tree, mut diagnostics) = match parse(source) {
        Ok(parsed) => parsed,
        Err(diagnostic) => return Reading { value: None, diagnostics: vec![diagnostic], lost: BTreeSet::new() },
    };
    let mut taken = HashSet::new();
    let mut lost = BTreeSet::new();
    let mut value = None;
    while diagnostics.len() < MOST_ERRORS {
        let fault = match T::deserialize(&tree) {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(fault) => fault,
        };
        let at = fault.at.unwrap_or(tree.span);
        let found = describe::<T>(source, &tree, &fault, at, &taken);
        diagnostics.extend(narrow(source, found));
        lost.extend(top_key(&tree, at));
        if !take_out(&mut tree, at, &mut taken) {
            break;
        }
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    Reading { value, diagnostics, lost }
}
/// The key at the top of the file under which a place lies.
fn top_key(tree: &Node, at: Span) -> Option<String> {
    fn holds(node: &Node, at: Span) -> bool {
        node.span == at
            || match &node.value {
                Value::Map(entries) => entries.iter().any(|(key, value)| key.span == at || holds(value, at)),
                Value::List(items) => items.iter().any(|item| holds(item, at)),
                _ => false,
            }
    }
    let Value::Map(entries) = &tree.value else { return None };
    entries.iter().find(|(key, value)| key.span == at || holds(value, at)).map(|(key, _)| key.name.clone())
}

/// Removes the smallest entry that holds a faulty place; says whether there was one.
fn take_out(node: &mut Node, at: Span, taken: &mut HashSet<(Span, String)>) -> bool {
    let span = node.span;
    match &mut node.value {
        Value::Map(entries) => {
            for (_, value) in entries.iter_mut() {
                if value.span != at && take_out(value, at, taken) {
                    return true;
                }
            }
            let Some(index) = entries.iter().position(|(key, value)| key.span == at || value.span == at) else {
                return false;
            };
            taken.insert((span, entries.remove(index).0.name));
            true
        }
        Value::List(items) => {
            for item in items.iter_mut() {
                if item.span != at && take_out(item, at, taken) {
                    return true;
                }
            }
            let Some(index) = items.iter().position(|item| item.span == at) else { return false };
            items.remove(index);
            taken.insert((span, String::new()));
            true
        }
        _ => false,
    }
}
