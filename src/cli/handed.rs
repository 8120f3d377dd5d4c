//! Sessions that were handed over: finding them in packs, asking whom they are from, showing the letter once.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use etcetera::AppStrategy;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::about_me;
use crate::guide::letter_lines;
use crate::guide::text::{clean, wrap};
use crate::library::pack::{Added, Manifest, PROFILE, Pack, PackedSession, Standing, Store, Trust};
use crate::library::{Asset, FindError, Library};
use crate::quantity::Time;
use crate::session::Request;
use crate::settings;

use super::prepare::not_found;
use super::{Failure, Surroundings, say};

/// The ending of a pack's file.
pub(super) const ENDING: &str = "letgo";
/// What a bundled session can be called where a pack has its name.
const BUNDLED: &str = "bundled/";

/// A session, and the pack that it came in.
pub(super) struct Found {
    pub(super) asset: Asset,
    pub(super) pack: Option<InPack>,
}

/// A session in a pack.
pub(super) struct InPack {
    /// The pack's name.
    pack: String,
    /// The pack's folder.
    pub(super) folder: PathBuf,
    /// The session, with what the therapist set.
    pub(super) session: PackedSession,
    /// The names of all sessions of the pack.
    pub(super) all: Vec<String>,
    letter: Option<String>,
    /// A pack that wasn't added lies unpacked for as long as it is played.
    _unpacked: Option<TempDir>,
}

impl InPack {
    /// What it is remembered by, and played by where the pack was added.
    pub(super) fn name(&self) -> String {
        match self.all.len() {
            1 => self.pack.clone(),
            _ => format!("{}/{}", self.pack, self.session.name),
        }
    }
}

/// How a therapist wants a session of an unpacked pack to be played.
pub(super) fn handed_request(folder: &Path, session: &PackedSession) -> Result<Request, Failure> {
    let therapist = about_me::read(&folder.join(PROFILE))
        .map_err(|error| Failure::Failed(format!("what this pack says about its listener can't be read\n{error}")))?;
    let read = |fit: &String| fit.parse::<Time>().map_err(|error| Failure::Failed(error.to_string()));
    Ok(Request {
        set: session.set.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
        fit: session.fit.as_ref().map(read).transpose()?,
        therapist,
        ..Request::default()
    })
}

/// A file of the program's own data.
pub(super) fn data(name: &str) -> Result<PathBuf, Failure> {
    let folders = settings::folders();
    folders
        .map(|folders| folders.in_data_dir(name))
        .ok_or_else(|| Failure::Failed("no home folder was found to keep anything in".into()))
}

/// The packs that were added.
pub(super) fn store() -> Result<Store, Failure> {
    Ok(Store::new(&data("packs")?))
}

/// Whom the listener trusts.
pub(super) fn trust() -> Result<Trust, Failure> {
    Trust::read(&data("trust.json")?).map_err(|error| Failure::Failed(error.to_string()))
}

/// Every pack that was added. One that can't be read any more is told of and left out.
pub(super) fn added() -> Result<Vec<Added>, Failure> {
    // Without a home there is nothing that was added.
    let Ok(store) = store() else { return Ok(Vec::new()) };
    let (packs, broken) = store.packs().map_err(|error| Failure::Failed(error.to_string()))?;
    for name in broken {
        say(&format!("the pack `{name}` can't be read any more; add it once more, or take it out with `letgo remove`"));
    }
    Ok(packs)
}

/// A session that may be chosen.
pub(super) struct Choice {
    /// What it is played by.
    pub(super) name: String,
    pub(super) asset: Asset,
    /// How its therapist wants it.
    pub(super) request: Request,
    /// Who signed the pack that it came in; an empty name if nobody did, nothing for a bundled one.
    pub(super) from: Option<String>,
}

/// Everything there is to choose: what was handed over, and what is bundled. The library learns of the packs.
pub(super) fn choices(library: &mut Library) -> Result<Vec<Choice>, Failure> {
    let packs = added()?;
    let mut choices = Vec::new();
    for pack in &packs {
        library.packs.push(pack.folder.clone());
        let name = &pack.manifest.name;
        let from = pack.signer.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        for session in &pack.manifest.sessions {
            let name = match pack.manifest.sessions.len() {
                1 => name.clone(),
                _ => format!("{name}/{}", session.name),
            };
            let asset = Asset::File(pack.folder.join(&session.file));
            match handed_request(&pack.folder, session) {
                Ok(request) => choices.push(Choice { name, asset, request, from: Some(from.clone()) }),
                Err(Failure::Failed(message)) => say(&message),
                Err(other) => return Err(other),
            }
        }
    }
    for (name, asset) in library.sessions() {
        // A pack of the same name goes first.
        let name = match packs.iter().any(|pack| pack.manifest.name == name) {
            true => format!("{BUNDLED}{name}"),
            false => name,
        };
        choices.push(Choice { name, asset, request: Request::default(), from: None });
    }
    Ok(choices)
}

/// Finds a session: a file, a pack or a session in one (`anna.letgo`, `anna.letgo/neck`, `anna/neck`), or a bundled one.
/// The library learns of the pack.
pub(super) fn find(library: &mut Library, wanted: &str, yes: bool, around: &Surroundings) -> Result<Found, Failure> {
    if let Some((file, session)) = pack_file(wanted) {
        let pack = check(&file)?;
        vouch(&pack, yes, around)?;
        return play_from(library, &file, &pack, session.as_deref());
    }
    if Path::new(wanted).is_file() {
        return Ok(Found { asset: Asset::File(wanted.into()), pack: None });
    }
    let bundled = wanted.strip_prefix(BUNDLED).unwrap_or(wanted);
    if bundled == wanted
        && let Some((pack, session)) = named(&added()?, wanted)?
    {
        return Ok(found(library, pack.folder.clone(), session, &pack.manifest, pack.letter(), None));
    }
    let spoken = library.session_in(bundled, around.texts.language());
    let asset = spoken.map_err(|error| Failure::Usage(not_found(&near(error, wanted))))?;
    Ok(Found { asset, pack: None })
}

/// What is meant by a name among the packs that were added: a pack (its first session), a session in a pack, or a session
/// that only one pack has.
fn named(packs: &[Added], wanted: &str) -> Result<Option<(Added, PackedSession)>, Failure> {
    let (name, inside) = match wanted.split_once('/') {
        Some((name, inside)) => (name, Some(inside)),
        None => (wanted, None),
    };
    if let Some(pack) = packs.iter().find(|pack| pack.manifest.name == name) {
        let session = choose(&pack.manifest.sessions, inside, name)?;
        return Ok(Some((pack.clone(), session)));
    }
    let all = packs.iter().flat_map(|pack| pack.manifest.sessions.iter().map(move |session| (pack, session)));
    let same: Vec<(&Added, &PackedSession)> = all.filter(|(_, session)| session.name == wanted).collect();
    match same.as_slice() {
        // What is bundled keeps its name, unless a pack itself has it.
        _ if crate::library::bundled(&format!("sessions/{wanted}.yaml")).is_some() => Ok(None),
        [] => Ok(None),
        [(pack, session)] => Ok(Some(((*pack).clone(), (*session).clone()))),
        several => {
            let names: Vec<String> =
                several.iter().map(|(pack, session)| format!("{}/{}", pack.manifest.name, session.name)).collect();
            Err(Failure::Usage(format!("several packs have a session `{wanted}`: {}", names.join(", "))))
        }
    }
}

/// A session of a pack; the first if none is named.
pub(super) fn choose(sessions: &[PackedSession], wanted: Option<&str>, pack: &str) -> Result<PackedSession, Failure> {
    let chosen = match wanted {
        None => sessions.first(),
        Some(wanted) => sessions.iter().find(|session| session.name == wanted),
    };
    chosen.cloned().ok_or_else(|| {
        let names: Vec<&str> = sessions.iter().map(|session| session.name.as_str()).collect();
        let wanted = wanted.unwrap_or_default();
        Failure::Usage(format!("there is no session `{wanted}` in {pack}; there are: {}", names.join(", ")))
    })
}

fn found(
    library: &mut Library,
    folder: PathBuf,
    session: PackedSession,
    manifest: &Manifest,
    letter: Option<String>,
    unpacked: Option<TempDir>,
) -> Found {
    library.packs.push(folder.clone());
    let asset = Asset::File(folder.join(&session.file));
    let all = manifest.sessions.iter().map(|session| session.name.clone()).collect();
    let pack = manifest.name.clone();
    Found { asset, pack: Some(InPack { pack, folder, session, all, letter, _unpacked: unpacked }) }
}

/// The nearest name may also be a pack's.
fn near(error: FindError, wanted: &str) -> FindError {
    match error {
        FindError::NoSession { name, nearest: None } => {
            let packs = added().unwrap_or_default();
            let names = packs.iter().flat_map(|pack| {
                let sessions = pack.manifest.sessions.iter().map(|session| session.name.as_str());
                sessions.chain([pack.manifest.name.as_str()])
            });
            FindError::NoSession { name, nearest: crate::script::nearest(wanted, names).map(str::to_string) }
        }
        other => other,
    }
}

/// The file of a pack, and the session in it, if that is what was named.
pub(super) fn pack_file(wanted: &str) -> Option<(PathBuf, Option<String>)> {
    let is_pack = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
    let path = Path::new(wanted);
    if is_pack(path) && !path.is_dir() {
        return Some((path.to_path_buf(), None));
    }
    let (file, session) = wanted.rsplit_once('/')?;
    let file = Path::new(file);
    (is_pack(file) && file.is_file()).then(|| (file.to_path_buf(), Some(session.to_string())))
}

/// Checks a pack to its last byte.
pub(super) fn check(file: &Path) -> Result<Pack, Failure> {
    if !file.exists() {
        return Err(Failure::Usage(format!("there is no file {}", file.display())));
    }
    Pack::check(file).map_err(|error| about(file, &error))
}

/// An error about a file.
pub(super) fn about(file: &Path, error: &dyn std::fmt::Display) -> Failure {
    Failure::Failed(format!("{}: {error}", file.display()))
}

/// Unpacks a checked pack for as long as it is played.
pub(super) fn play_from(
    library: &mut Library,
    file: &Path,
    pack: &Pack,
    session: Option<&str>,
) -> Result<Found, Failure> {
    let session = choose(&pack.manifest.sessions, session, &file.display().to_string())?;
    let (folder, _) = unpack(file, pack)?;
    Ok(found(library, folder.path().to_path_buf(), session, &pack.manifest, pack.letter.clone(), Some(folder)))
}

/// Unpacks a checked pack into a folder that lasts as long as what is given back.
pub(super) fn unpack(file: &Path, checked: &Pack) -> Result<(TempDir, Pack), Failure> {
    let folder = TempDir::with_prefix("letgo-")?;
    match Pack::unpack(file, folder.path()) {
        Ok(again) if again.manifest == checked.manifest => Ok((folder, again)),
        Ok(_) => Err(about(file, &"it was changed just now; try again")),
        Err(error) => Err(about(file, &error)),
    }
}

/// Whether to go on with a pack, by whom it is from: somebody who is trusted, or after a yes. Someone new is trusted from
/// then on.
pub(super) fn vouch(pack: &Pack, yes: bool, around: &Surroundings) -> Result<(), Failure> {
    let mut trust = trust()?;
    // Each line has the program's name before it.
    let width = around.width.clamp(40, 80) - "letgo: ".len();
    let tell = |text: &str| wrap(&clean(text), width).iter().for_each(|line| say(line));
    match trust.of(pack.signer.as_ref()) {
        Standing::Trusted(name) => {
            tell(&format!("from {name}, whom you trust"));
            Ok(())
        }
        Standing::KeyChanged(known) => {
            let words = pack.signer.as_ref().map(|(_, key)| key.words()).unwrap_or_default();
            Err(Failure::Failed(format!(
                "this pack says that it is from {name}, but it is signed with another key than the one you trust.\n\
                 the words you trust:  {}\n\
                 the words of this:    {words}\n\
                 Perhaps {name} has a new computer; perhaps somebody pretends to be {name}. Nothing was used.\n\
                 Ring {name}. If they read out the words of this pack, say `letgo trust forget \"{name}\"`, and try again.",
                known.key.words(),
                name = known.name,
            )))
        }
        Standing::New => {
            let Some((name, key)) = &pack.signer else { return Ok(()) };
            tell(&format!("This pack is signed by {name}, whom you haven't met here before. Their words are:"));
            say(&format!("    {}", key.words()));
            tell(&format!("If you can, ring {name} and ask for their words: if they are these, it is them."));
            match yes || ask(&format!("Trust {name} from now on?"))? {
                true => trust.add(name, key).map_err(|error| Failure::Failed(error.to_string())),
                false => Err(Failure::Usage("nothing was used; with --yes you trust them without being asked".into())),
            }
        }
        Standing::Unsigned => {
            tell(
                "This pack is signed by nobody, so nobody can tell whom it is from. It can only play sound and show \
                 words.",
            );
            match yes || ask("Use it all the same?")? {
                true => Ok(()),
                false => Err(Failure::Usage("nothing was used; with --yes it is used without being asked".into())),
            }
        }
    }
}

/// Asks the person at the terminal; where there is none, the answer is no.
pub(super) fn ask(question: &str) -> Result<bool, Failure> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Ok(false);
    }
    write!(io::stderr(), "{} [y/N] ", clean(question))?;
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// Shows a session's letter before it is played, if it wasn't shown before.
pub(super) fn letter_before(pack: &InPack, around: &Surroundings) -> Result<(), Failure> {
    let Some(letter) = &pack.letter else { return Ok(()) };
    if !show_letter_once(letter, around)? {
        return Ok(());
    }
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        write!(io::stdout(), "\nEnter goes on. ")?;
        io::stdout().flush()?;
        io::stdin().lock().read_line(&mut String::new())?;
    }
    Ok(())
}

/// Shows a letter unless it was shown before; whether it was shown now.
pub(super) fn show_letter_once(letter: &str, around: &Surroundings) -> Result<bool, Failure> {
    let mark = Sha256::digest(letter.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let path = data("letters-read").ok();
    let read = path.as_ref().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    if read.lines().any(|line| line == mark) {
        return Ok(false);
    }
    show_letter(letter, around)?;
    if let Some(path) = path {
        // Where it can't be remembered, it is shown again: no harm.
        let _ = path.parent().map(std::fs::create_dir_all);
        let file = std::fs::File::options().create(true).append(true).open(path);
        let _ = file.and_then(|mut file| writeln!(file, "{mark}"));
    }
    Ok(true)
}

/// A letter stands so many columns to the right.
const INDENT: usize = 4;

/// Shows a letter.
pub(super) fn show_letter(letter: &str, around: &Surroundings) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out)?;
    for line in letter_lines(letter, around.width.clamp(20, 80) - INDENT) {
        writeln!(out, "{}", format!("{:INDENT$}{line}", "").trim_end())?;
    }
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

/// A size for people.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.0} kB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.2} GB", bytes as f64 / 1e9),
    }
}
