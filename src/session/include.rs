//! Files: reading a session's text, and the parts that it includes.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::sync::Arc;

use crate::library::{Asset, Wanted};
use crate::script::{self, At, Diagnostic, LARGEST_FILE, Part, Source, Span, nearest};

use super::resolve::{Resolver, choice};
use super::scope::{Chosen, Scope};
use super::*;

/// How deep parts may include parts.
const DEEPEST_INCLUDE: usize = 16;

/// The parts that have been read; nothing for those that couldn't be.
#[derive(Default)]
pub(super) struct Parts(HashMap<Asset, Option<Arc<ReadPart>>>);

impl Parts {
    /// Which those are, in the order of their paths.
    pub(super) fn assets(&self) -> Vec<Asset> {
        let mut assets: Vec<Asset> = self.0.keys().cloned().collect();
        assets.sort_by(|one, other| one.path().cmp(other.path()));
        assets
    }
}

struct ReadPart {
    source: Arc<Source>,
    part: Part,
    params_known: bool,
}

/// The text of a file.
pub(super) fn load(asset: &Asset) -> Result<Arc<Source>, Diagnostic> {
    let path = asset.path().to_path_buf();
    let nowhere = |message: String| {
        let source = Arc::new(Source { path: path.clone(), text: String::new() });
        Diagnostic::error(&source, Span::default(), "unreadable", message)
    };
    let unreadable = |error: std::io::Error| nowhere(format!("this file can't be read: {error}"));
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that a file is too large, without reading all of it.
    asset.open().map_err(unreadable)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LARGEST_FILE {
        let source = Arc::new(Source { path: path.clone(), text: String::new() });
        return Err(Diagnostic::too_large(&source, asset.size().unwrap_or(bytes.len() as u64)));
    }
    match String::from_utf8(bytes) {
        // An editor's byte order mark is no part of the text.
        Ok(text) => Ok(Arc::new(Source { text: text.strip_prefix('\u{feff}').unwrap_or(&text).to_string(), path })),
        Err(_) => Err(nowhere("this file isn't text".into()).help("a session is a YAML text file in UTF-8")),
    }
}

impl Resolver<'_> {
    pub(super) fn include(&mut self, include: &At<script::Include>, scope: &Scope, items: &mut Vec<Item>) {
        let name = &include.file.value.0;
        let span = include.file.span;
        let asset = match self.library.part(self.session, &scope.asset, name) {
            Ok(asset) => asset,
            Err(error) => return self.not_found(scope, span, &error, Wanted::Part),
        };
        if self.including.contains(&asset) || same_file(&self.including, &asset) {
            let error = scope.error(span, "include-cycle", format!("`{name}` is included by itself, round and round"));
            self.note(error.help("take one of the includes out"));
            return;
        }
        if self.including.len() > DEEPEST_INCLUDE {
            let error =
                scope.error(span, "include-cycle", format!("parts include parts more than {DEEPEST_INCLUDE} deep"));
            self.note(error);
            return;
        }
        let Some(part) = self.part(&asset) else { return };
        let declares = Scope {
            source: Arc::clone(&part.source),
            asset: asset.clone(),
            params: BTreeMap::new(),
            params_known: part.params_known,
            step: Span::default(),
        };
        let declared = part.part.params.iter();
        let mut params: BTreeMap<String, Chosen> =
            declared.map(|(name, param)| (name.0.clone(), self.declared(param, &declares))).collect();
        for (name, value) in &include.with {
            let Some(written) = self.keep(scope.get(value)) else { continue };
            match params.get_mut(&name.0) {
                Some(chosen) => match choice(&written.0, &chosen.choices) {
                    Ok(()) => chosen.value = written.0,
                    Err(help) => {
                        let message = format!("`{}` can't be `{}`", name.0, script::shown(&written.0));
                        self.note(scope.error(value.span, "wrong-value", message).help(help));
                    }
                },
                None if !part.params_known => {}
                None => {
                    let message = format!("the part has no parameter `{}`", name.0);
                    let error = scope.error(value.span, "unknown-param", message);
                    let meant = nearest(&name.0, params.keys().map(String::as_str));
                    self.note(match meant {
                        Some(meant) => error.help(format!("did you mean `{meant}`?")),
                        None if params.is_empty() => error.help("it has none at all: leave `with` out"),
                        None => error.help(format!("it has {}", script::listed(params.keys().map(String::as_str)))),
                    });
                }
            }
        }
        let mut inner = Scope { params, ..declares };
        self.including.push(asset);
        self.steps(&part.part.steps, &mut inner, items);
        self.including.pop();
    }

    /// A part, read once however often it is included.
    fn part(&mut self, asset: &Asset) -> Option<Arc<ReadPart>> {
        if let Some(known) = self.parts.0.get(asset) {
            return known.clone();
        }
        let part = match load(asset) {
            Ok(source) => {
                let read = script::read_part(&source);
                let params_known = read.has_all_of("params");
                read.diagnostics.into_iter().for_each(|diagnostic| self.note(diagnostic));
                read.value.map(|part| Arc::new(ReadPart { source, part, params_known }))
            }
            Err(diagnostic) => {
                self.note(diagnostic);
                None
            }
        };
        self.parts.0.insert(asset.clone(), part.clone());
        part
    }
}

fn same_file(assets: &[Asset], asset: &Asset) -> bool {
    let real = |asset: &Asset| match asset {
        Asset::File(path) => path.canonicalize().ok(),
        Asset::Bundled { .. } => None,
    };
    let wanted = real(asset);
    wanted.is_some() && assets.iter().any(|other| real(other) == wanted)
}
