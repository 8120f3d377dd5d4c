//! What is changed in a session for whoever listens, as flags: for one evening, for a client's pack, for a recording.

use clap::{Args, ValueEnum};

use crate::about_me;
use crate::session::{Anchor, Profile};

#[derive(Debug, Default, Args)]
pub(super) struct Changes {
    /// Rests the attention on something else than the breath
    #[arg(long, value_enum, value_name = "ANCHOR")]
    anchor: Option<AnchorArg>,
    /// Leaves out regions or groups of them: they are neither touched, tensed, visited nor named
    #[arg(long, value_name = "REGION,…", value_delimiter = ',', value_parser = region)]
    leave_out: Vec<String>,
    /// Leaves out pauses in the breath
    #[arg(long)]
    without_holds: bool,
}

impl Changes {
    /// As a profile.
    pub(super) fn profile(&self) -> Profile {
        Profile {
            anchor: self.anchor.map(Anchor::from),
            without_holds: self.without_holds,
            leave_out: self.leave_out.clone(),
            cautions: Vec::new(),
        }
    }

    /// The same flags, as they would be typed again; nothing where there are none.
    pub(super) fn said(&self) -> Vec<String> {
        let mut said = Vec::new();
        if let Some(anchor) = self.anchor.as_ref().and_then(ValueEnum::to_possible_value) {
            said.push(format!("--anchor {}", anchor.get_name()));
        }
        if !self.leave_out.is_empty() {
            said.push(format!("--leave-out {}", self.leave_out.join(",")));
        }
        if self.without_holds {
            said.push("--without-holds".into());
        }
        said
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AnchorArg {
    /// The hands
    Hands,
    /// The seat, the floor, the bed
    Contact,
    /// Sounds around
    Sounds,
    /// Something to look at
    Sights,
}

impl From<AnchorArg> for Anchor {
    fn from(anchor: AnchorArg) -> Anchor {
        match anchor {
            AnchorArg::Hands => Anchor::Hands,
            AnchorArg::Contact => Anchor::Contact,
            AnchorArg::Sounds => Anchor::Sounds,
            AnchorArg::Sights => Anchor::Sights,
        }
    }
}

pub(super) fn region(text: &str) -> Result<String, String> {
    about_me::place(text).map_err(|meant| match meant {
        Some(meant) => format!("there is no region `{text}`; did you mean `{meant}`?"),
        None => format!("there is no region `{text}`; `letgo show --table regions` shows what there is"),
    })
}
