//! `letgo new`: a correct session of a chosen kind, with comments that teach; or a copy of a bundled one.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::guide::text::clean;
use crate::library::{Asset, bundled_file};
use crate::practice::{self, Phrases, Region, Side};
use crate::quantity::Time;
use crate::script::Severity;
use crate::session::Request;

use super::handed::pack_file;
use super::prepare::{lay_out_asset, library, not_found, tell};
use super::{Failure, Surroundings, time};

/// How long it is if nothing is said.
const LENGTH: Time = Time::from_secs(10 * 60);
/// Shorter, and nothing has time; longer, and one step repeats itself.
const SHORTEST: Time = Time::from_secs(3 * 60);
const LONGEST: Time = Time::from_secs(60 * 60);
/// What the beginning and the end take, about.
const AROUND: f64 = 80.0;
/// What the words of a touch take, about.
const WORDS: f64 = 22.0;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  letgo new                                       asks a few questions
  letgo new breathing --length 8m -o calm.yaml
  letgo new massage --region forearm --side left
  letgo new --from neck-and-shoulders             copies a bundled session to adapt

Then: letgo check FILE, letgo show FILE, letgo play FILE. The language is described in docs/language.md.")]
pub(super) struct New {
    /// What kind of session; asked for if left out
    #[arg(value_enum, value_name = "KIND", conflicts_with = "from")]
    kind: Option<Kind>,
    /// Copies a bundled session
    #[arg(long, value_name = "SESSION", conflicts_with_all = ["region", "side", "length", "sleep"])]
    from: Option<String>,
    /// The file to write; named after the kind or the session if left out
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What it is called
    #[arg(long, value_name = "TITLE", conflicts_with = "from")]
    title: Option<String>,
    /// How long, about: 3m to 1h
    #[arg(long, value_name = "TIME", value_parser = time)]
    length: Option<Time>,
    /// Where, for massage
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Which side, for massage
    #[arg(long, value_enum, value_name = "SIDE")]
    side: Option<SideArg>,
    /// Ends in sleep, with no way back
    #[arg(long)]
    sleep: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Breath, led by tones
    Breathing,
    /// A body scan
    Scan,
    /// Muscles tensed a little, and let go
    Muscles,
    /// Self-massage
    Massage,
    /// Breath, then a scan, into sleep
    Evening,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SideArg {
    Left,
    Right,
    Both,
}

/// What is to be written.
struct Plan {
    kind: Kind,
    title: String,
    language: &'static str,
    seconds: f64,
    region: &'static Region,
    side: Option<Side>,
    sleep: bool,
}

impl New {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (text, name) = match &self.from {
            Some(name) => copy(name)?,
            None => {
                let plan = self.plan(around)?;
                let name = format!("{}.yaml", kind_name(plan.kind));
                (write(&plan)?, name)
            }
        };
        let path = self.output.clone().unwrap_or_else(|| PathBuf::from(name));
        create(&path, &text)?;
        self.look_over(&path, around)
    }

    /// Shows that it is right, and what can be done with it.
    fn look_over(&self, path: &Path, around: &Surroundings) -> Result<(), Failure> {
        let (_, library) = library();
        let laid_out = lay_out_asset(&library, &Asset::File(path.to_path_buf()), &Request::default());
        let shown = clean(&path.display().to_string());
        match laid_out {
            Ok((prepared, warnings)) => {
                tell(&warnings, around)?;
                let mut out = io::stdout().lock();
                writeln!(out, "{shown} ({})", prepared.timeline.length.clock())?;
                writeln!(out, "It can be changed in any editor of text. Then:")?;
                writeln!(out, "  letgo check {shown}")?;
                writeln!(out, "  letgo play {shown}")?;
                Ok(())
            }
            Err(diagnostics) => {
                tell(&diagnostics, around)?;
                let wrong = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
                if wrong { Err(Failure::Invalid) } else { Ok(()) }
            }
        }
    }

    fn plan(&self, around: &Surroundings) -> Result<Plan, Failure> {
        let asks = self.kind.is_none();
        if asks && !io::stdin().is_terminal() {
            let kinds: Vec<&str> = Kind::value_variants().iter().map(|kind| kind_name(*kind)).collect();
            return Err(Failure::Usage(format!("new needs a kind: {}; or --from and a session", kinds.join(", "))));
        }
        let kind = match self.kind {
            Some(kind) => kind,
            None => ask_kind()?,
        };
        let mut length = self.length;
        let mut region = self.region.clone();
        if asks && length.is_none() {
            length = ask("How long, about? Enter for 10m", |text| time(text).and_then(|time| fitting(time).map(Some)))?;
        }
        let length = fitting(length.unwrap_or(LENGTH)).map_err(Failure::Usage)?;
        if kind == Kind::Massage && asks && region.is_none() {
            region = ask("Which region? Enter for upper-trapezius, the top of the shoulder", |text| {
                touchable(text).map(|region| Some(region.id.clone()))
            })?;
        }
        let region = touchable(region.as_deref().unwrap_or("upper-trapezius")).map_err(Failure::Usage)?;
        let side = match self.side {
            Some(side) if !region.paired && side != SideArg::Both => {
                return Err(Failure::Usage(format!("{} has no left and right; leave --side out", region.id)));
            }
            Some(SideArg::Left) => Some(Side::Left),
            Some(SideArg::Right) => Some(Side::Right),
            Some(SideArg::Both) | None => None,
        };
        let title = self.title.clone().unwrap_or_else(|| title(kind).to_string());
        if title.chars().any(char::is_control) || title.trim().is_empty() {
            return Err(Failure::Usage("a title is one line of text".into()));
        }
        let language = Phrases::for_language(around.texts.language()).map_or("en", Phrases::language);
        let sleep = self.sleep || kind == Kind::Evening;
        Ok(Plan { kind, title, language, seconds: length.seconds(), region, side, sleep })
    }
}

fn fitting(length: Time) -> Result<Time, String> {
    match length {
        length if length < SHORTEST => Err(format!("{length} is too short for it; {SHORTEST} is the least")),
        length if length > LONGEST => Err(format!("{length} is too long for one; {LONGEST} is the most here")),
        length => Ok(length),
    }
}

fn touchable(name: &str) -> Result<&'static Region, String> {
    let known = || practice::regions().iter().filter(|region| region.massage).map(|region| region.id.as_str());
    match practice::region(name.trim()) {
        Some(region) if region.massage => Ok(region),
        Some(region) => Err(format!("{} isn't massaged here", region.id)),
        None => {
            let meant = practice::nearest(name, known());
            let meant = meant.map(|meant| format!("did you mean {meant}? ")).unwrap_or_default();
            let list: Vec<&str> = known().collect();
            Err(format!("there is no region {}; {meant}There are: {}", clean(name), list.join(", ")))
        }
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Breathing => "breathing",
        Kind::Scan => "scan",
        Kind::Muscles => "muscles",
        Kind::Massage => "massage",
        Kind::Evening => "evening",
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Breathing => "An easy breath",
        Kind::Scan => "Through the body",
        Kind::Muscles => "Letting muscles go",
        Kind::Massage => "A kind hand",
        Kind::Evening => "Into the night",
    }
}

fn ask_kind() -> Result<Kind, Failure> {
    let kinds = Kind::value_variants();
    let mut out = io::stdout().lock();
    writeln!(out, "What kind of session?")?;
    for (number, kind) in (1..).zip(kinds) {
        let about = kind.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        writeln!(out, "  {number}  {}: {}", kind_name(*kind), about.unwrap_or_default())?;
    }
    drop(out);
    let chosen = ask("Type its number", |text| {
        let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let kind = number.and_then(|number| kinds.get(number)).copied();
        kind.or_else(|| Kind::from_str(text, true).ok()).map(Some).ok_or_else(|| format!("1 to {}", kinds.len()))
    })?;
    chosen.ok_or_else(|| Failure::Usage("nothing was chosen, and nothing written".into()))
}

/// Asks until an answer is understood; nothing for Enter.
fn ask<T>(question: &str, read: impl Fn(&str) -> Result<Option<T>, String>) -> Result<Option<T>, Failure> {
    let mut out = io::stdout().lock();
    loop {
        write!(out, "{question}: ")?;
        out.flush()?;
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 || line.trim().is_empty() {
            return Ok(None);
        }
        match read(line.trim()) {
            Ok(answer) => return Ok(answer),
            Err(help) => writeln!(out, "{}", clean(&help))?,
        }
    }
}

/// A bundled session's text, with a line that says where it is from.
fn copy(name: &str) -> Result<(String, String), Failure> {
    let bare = name.strip_suffix(".yaml").unwrap_or(name);
    match bundled_file(&format!("sessions/{bare}.yaml")) {
        Some((_, bytes)) => {
            let text = String::from_utf8_lossy(bytes);
            let from = format!("# Adapted from the bundled session {bare} (CC0): free to change and to share.\n");
            Ok((format!("{from}{text}"), format!("{bare}.yaml")))
        }
        None if pack_file(bare).is_some() => Err(Failure::Usage(format!(
            "{} is a pack, and stays as its maker signed it; `letgo show` looks inside",
            clean(bare)
        ))),
        None => {
            let (_, library) = library();
            match library.session(bare) {
                Ok(_) => Err(Failure::Usage(format!("{} is a file already; copy it as any other file", clean(bare)))),
                Err(error) => Err(Failure::Usage(not_found(&error))),
            }
        }
    }
}

/// Writes a file that must not be there yet.
fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let shown = path.display();
    let made = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = made.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::Usage(format!("{shown} is there already and is left as it is; name another file with -o"))
        }
        _ => Failure::Failed(format!("{shown} can't be written: {error}")),
    })?;
    file.write_all(text.as_bytes()).map_err(|error| {
        // Half a session helps nobody.
        let _ = std::fs::remove_file(path);
        Failure::Failed(format!("{shown} can't be written: {error}"))
    })
}

fn write(plan: &Plan) -> Result<String, Failure> {
    let phrases =
        Phrases::for_language(plan.language).ok_or_else(|| Failure::Failed("no phrases were found".into()))?;
    let say = |id: &str, round: u64| phrases.say(id, round, &[]);
    let quoted = serde_json::to_string(&plan.title).map_err(io::Error::from)?;
    let mut text = format!(
        "# A session for letgo. Lines that begin with # are notes to you and are never heard.\n\
         # letgo check FILE finds mistakes, letgo show FILE lists what happens when, letgo play FILE plays it.\n\
         letgo: 1\n\
         title: {quoted}\n\
         # One or two sentences that help a person choose.\n\
         summary: {}\n\
         language: {}\n\
         # One small, realistic thing. Relief takes weeks; an evening can be pleasant.\n\
         goal: {}\n",
        summary(plan.kind),
        plan.language,
        goal(plan.kind)
    );
    if plan.sleep {
        text.push_str("# Ends in sleep: everything is softer, and nobody is led back.\nends-in: sleep\n");
    }
    text.push_str(
        "# What lies under everything. letgo list and docs/beds.md name what there is; level is beside the words.\n\
         sound:\n  - { track: sea, level: -18 dB, fade-in: 10s }\n\
         steps:\n  # A chapter is a place to jump to.\n  - chapter: Arriving\n\
         \x20 # [6s] is a silence of six seconds. It may stretch and shrink; words never do.\n  - say: |\n",
    );
    for line in [say("session-comfort", 0), say("session-stop", 0), say("session-eyes", 0)] {
        text.push_str(&format!("      {line} [6s]\n"));
    }
    text.push_str(&practice_steps(plan));
    if plan.sleep {
        text.push_str("  - chapter: Sleep\n  - say: |\n");
        text.push_str(&format!("      {} [8s]\n", say("session-sleep-end", 0)));
        text.push_str("# The sea stays on while sleep comes, and goes out slowly: people wake when sound is cut.\n");
        text.push_str("end: { keep: [sea], for: 20m, fade: 10m }\n");
    } else {
        text.push_str("  # A way back: the room, small movements, eyes in their own time.\n  - chapter: Coming back\n  - say: |\n");
        text.push_str(&format!("      {} [8s]\n", say("session-way-back", 0)));
        text.push_str(&format!("      {} [10s]\n", say("session-way-back-end", 0)));
    }
    Ok(text)
}

fn summary(kind: Kind) -> &'static str {
    match kind {
        Kind::Breathing => "An easy breath with a longer way out, led by soft tones.",
        Kind::Scan => "Attention that wanders through the body, place by place.",
        Kind::Muscles => "Groups of muscles tensed a little, and let go.",
        Kind::Massage => "A warm, slow hand, as light as you like.",
        Kind::Evening => "A slower breath, a way through the body, and the sea until you sleep.",
    }
}

fn goal(kind: Kind) -> &'static str {
    match kind {
        Kind::Breathing => "Find one breath that is easy.",
        Kind::Scan => "Notice one place that is at ease.",
        Kind::Muscles => "Notice the difference after one letting go.",
        Kind::Massage => "Find the speed of touch that you like best.",
        Kind::Evening => "Lie down with nothing left to do.",
    }
}

fn seconds(seconds: f64) -> String {
    format!("{}s", seconds.round().max(1.0))
}

/// The steps in the middle.
fn practice_steps(plan: &Plan) -> String {
    let free = plan.seconds - AROUND;
    match plan.kind {
        Kind::Breathing => breathing(free),
        Kind::Scan => scan(free),
        Kind::Muscles => muscles(free),
        Kind::Massage => massage(plan, free),
        Kind::Evening => format!("{}{}", breathing(free * 0.4), scan(free * 0.6)),
    }
}

fn breathing(free: f64) -> String {
    // The rate falls by no more than a breath a minute each minute.
    let minutes = (free - 25.0).max(60.0) / 60.0;
    let from = (6.0 + minutes).min(12.0).floor();
    let ramp = if minutes >= 1.5 { format!("from: {from}/min, to: 6/min, ") } else { String::new() };
    format!(
        "  - chapter: An easy breath\n\
         \x20 # Tones lead the breath: rising in, falling out. Patterns: letgo show --table breathing\n\
         \x20 # cue: words, both or screen would lead otherwise.\n\
         \x20 - breathe: {{ pattern: longer-out, {ramp}for: {} }}\n",
        seconds(60.0 * minutes)
    )
}

fn scan(free: f64) -> String {
    let mut places: Vec<&Region> = practice::regions().iter().filter(|region| region.scan).collect();
    places.sort_by_key(|region| region.order);
    let free = (free - 8.0).max(60.0);
    let count = ((free / 25.0).floor() as usize).clamp(3, places.len());
    let each = (free / count as f64).clamp(18.0, 60.0);
    // Evenly over the whole way, so that a short scan too goes from the feet to the head.
    let places: Vec<&str> =
        (0..count).filter_map(|index| Some(places.get(index * places.len() / count)?.id.as_str())).collect();
    format!(
        "  - chapter: Through the body\n\
         \x20 # Regions and groups: letgo show --table regions. The words come from the phrase tables; say: takes your own.\n\
         \x20 - scan: {{ regions: [{}], each: {} }}\n",
        places.join(", "),
        seconds(each)
    )
}

fn muscles(free: f64) -> String {
    // A group takes its words, five seconds of tensing, and twenty or more of letting go.
    let (groups, count) = if free > 7.0 * 42.0 { ("\"7\"", 7.0) } else { ("\"4\"", 4.0) };
    let release = (free / count - 17.0).clamp(15.0, 40.0);
    format!(
        "  - chapter: Letting go\n\
         \x20 # 16, 7 or 4 groups, or named ones: letgo show --table muscles. release-only: yes leaves the tensing out.\n\
         \x20 - relax: {{ groups: [{groups}], tense: 5s, release: {} }}\n",
        seconds(release)
    )
}

fn massage(plan: &Plan, free: f64) -> String {
    let region = plan.region;
    let wanted = ["hold", "slow-stroke", "circles", "skin-stretch"];
    let techniques: Vec<&str> =
        wanted.into_iter().filter(|technique| region.techniques.iter().any(|own| own == technique)).collect();
    let sides = if region.paired && plan.side.is_none() && !region.at_once { 2.0 } else { 1.0 };
    let side = plan.side.map(|side| format!(", side: {}", side.as_str())).unwrap_or_default();
    let mut text = String::from(
        "  - chapter: A kind hand\n\
         \x20 # Techniques and what suits where: letgo show --table techniques. Pressure is felt, 0 to 10: 1 to 3 is\n\
         \x20 # pleasant, 4 needs a reason (because: ...), more is refused.\n",
    );
    let each = free / techniques.len().max(1) as f64 / sides - WORDS;
    for technique in techniques {
        let stay = each.clamp(20.0, 110.0);
        let pace = if technique == "slow-stroke" { ", pace: 3 cm/s, lead: glide" } else { "" };
        text.push_str(&format!(
            "  - massage: {{ region: {}{side}, technique: {technique}{pace}, pressure: 2, for: {} }}\n",
            region.id,
            seconds(stay)
        ));
    }
    text
}
