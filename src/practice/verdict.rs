//! Whether a touch is fit to be offered.

use std::fmt;

use super::body::{Region, Side};
use super::cautions::{Act, ActKind, Caution, Severity, cautions_for};
use super::tables::Entry;
use super::touch::{Technique, Tool};
use crate::quantity::Pressure;

/// Why a touch is warned of or refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A caution of the table.
    Caution(&'static str),
    /// Massage isn't offered at this region.
    NotForMassage(&'static str),
    /// A side for a region that has none.
    NoSides(&'static str),
    /// The technique doesn't suit the region.
    Technique(&'static str, &'static str),
    /// The tool doesn't suit the technique.
    ToolForTechnique(&'static str, &'static str),
    /// The tool doesn't suit the region.
    ToolForRegion(&'static str, &'static str),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Reason::Caution(id) => {
                let about = super::cautions::caution(id).map_or("", Entry::about);
                write!(f, "{about} ({id})")
            }
            Reason::NotForMassage(region) => write!(f, "{region} is for a scan, not for massage"),
            Reason::NoSides(region) => write!(f, "{region} has no left and right; leave the side out"),
            Reason::Technique(region, technique) => {
                let suited = super::body::region(region).map(|region| region.techniques.join(", ")).unwrap_or_default();
                write!(f, "{technique} doesn't suit {region}; these do: {suited}")
            }
            Reason::ToolForTechnique(technique, tool) => {
                let suited = super::touch::technique(technique).map(|technique| technique.tools.join(", "));
                write!(f, "{technique} isn't done with {tool}; it is done with: {}", suited.unwrap_or_default())
            }
            Reason::ToolForRegion(region, tool) => {
                let suited = super::body::region(region).map(|region| region.tools.join(", ")).unwrap_or_default();
                write!(f, "{tool} doesn't suit {region}; these do: {suited}")
            }
        }
    }
}

/// What is to be thought of a touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Fit to be offered.
    Allowed,
    /// Needs the author's written reason.
    Warn(Vec<Reason>),
    /// Not to be offered, whatever the reason.
    Refuse(Vec<Reason>),
}

/// Judges a touch by the tables.
///
/// What a listener is told of it beforehand is another matter: see [`cautions_for`]. Without a tool, the first that suits
/// both the technique and the region is meant.
pub fn massage_verdict(
    region: &'static Region,
    side: Option<Side>,
    technique: &'static Technique,
    tool: Option<&'static Tool>,
    pressure: Pressure,
) -> Verdict {
    let tool = tool.map(|tool| tool.id.as_str());
    let meant = technique.tools.iter().find(|name| region.tools.contains(name)).map(String::as_str);
    let act = Act {
        kind: Some(ActKind::Massage),
        region: Some(&region.id),
        technique: Some(&technique.id),
        tool: tool.or(meant),
        pressure: Some(pressure),
        ..Act::default()
    };
    let called = cautions_for(&act);
    let of = |severity: Severity| {
        let wanted = move |caution: &&&'static Caution| caution.severity == severity;
        called.iter().filter(wanted).map(|caution| Reason::Caution(&caution.id)).collect::<Vec<_>>()
    };

    let mut refused = of(Severity::Refuse);
    if let Some(never) = region.never.as_deref().filter(|never| !refused.contains(&Reason::Caution(never))) {
        refused.push(Reason::Caution(never));
    }
    if !region.massage {
        // The caution is the reason that matters; what suits a place that isn't touched is of no use.
        if region.never.is_none() {
            refused.push(Reason::NotForMassage(&region.id));
        }
        return Verdict::Refuse(refused);
    }
    if side.is_some() && !region.paired {
        refused.push(Reason::NoSides(&region.id));
    }
    if !region.techniques.contains(&technique.id) {
        refused.push(Reason::Technique(&region.id, &technique.id));
    }
    if let Some(tool) = tool {
        if !technique.tools.iter().any(|name| name == tool) {
            refused.push(Reason::ToolForTechnique(&technique.id, tool));
        }
        if !region.tools.iter().any(|name| name == tool) {
            refused.push(Reason::ToolForRegion(&region.id, tool));
        }
    }
    if !refused.is_empty() {
        return Verdict::Refuse(refused);
    }
    let warned = of(Severity::Warn);
    if warned.is_empty() { Verdict::Allowed } else { Verdict::Warn(warned) }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::super::body::{region, regions};
    use super::super::touch::{technique, techniques, tool, tools};
    use super::*;

    fn pressure(value: u8) -> Pressure {
        Pressure::new(value).expect("a pressure")
    }

    fn verdict(at: &str, side: Option<Side>, how: &str, with: Option<&str>, firm: u8) -> Verdict {
        let with = with.map(|name| tool(name).expect("a tool"));
        massage_verdict(region(at).expect("a region"), side, technique(how).expect("a technique"), with, pressure(firm))
    }

    #[test]
    fn what_suits_is_allowed() {
        assert_eq!(verdict("forearm", Some(Side::Left), "slow-stroke", None, 2), Verdict::Allowed);
        assert_eq!(verdict("forearm", None, "knead", Some("hand"), 3), Verdict::Allowed);
        assert_eq!(verdict("belly", None, "slow-stroke", None, 1), Verdict::Allowed);
    }

    #[test]
    fn what_is_never_touched_is_refused_for_its_own_reason() {
        for (name, caution) in [
            ("throat", "front-of-neck"),
            ("side-of-neck", "front-of-neck"),
            ("eyes", "eyes"),
            ("behind-knee", "behind-knee"),
            ("armpit", "armpit"),
            ("groin", "groin"),
            ("spine", "spine-and-kidneys"),
            ("flanks", "spine-and-kidneys"),
        ] {
            for technique in techniques() {
                let Verdict::Refuse(reasons) = verdict(name, None, &technique.id, None, 1) else {
                    panic!("{} on {name} isn't refused", technique.id)
                };
                assert_eq!(reasons.first(), Some(&Reason::Caution(caution)), "{} on {name}", technique.id);
            }
        }
    }

    #[test]
    fn firmness_is_warned_of_and_then_refused() {
        let at = |firm| verdict("forearm", None, "knead", None, firm);
        assert_eq!(at(3), Verdict::Allowed);
        assert_eq!(at(4), Verdict::Warn(vec![Reason::Caution("pressure-firm")]));
        assert_eq!(at(5), Verdict::Refuse(vec![Reason::Caution("pressure-high")]));
    }

    #[test]
    fn what_does_not_go_together_is_refused_with_what_would() {
        let Verdict::Refuse(reasons) = verdict("temples", None, "lean", None, 2) else { panic!("not refused") };
        assert!(reasons[0].to_string().contains("lean doesn't suit temples; these do: hold"), "{}", reasons[0]);
        let Verdict::Refuse(reasons) = verdict("back-of-neck", None, "hold", Some("massage-gun"), 1) else {
            panic!("not refused")
        };
        assert_eq!(reasons[0], Reason::Caution("neck-device"));
        let Verdict::Refuse(reasons) = verdict("belly", Some(Side::Left), "hold", None, 1) else {
            panic!("not refused")
        };
        assert_eq!(reasons, [Reason::NoSides("belly")]);
    }

    /// Every region with every technique, tool and pressure, as a page that a person can read.
    fn all_verdicts() -> String {
        let mut page = String::from(
            "One line a region and technique: tools allowed (pressures; `!` asks for a reason). All else is refused.\n",
        );
        for region in regions() {
            let _ = writeln!(page, "\n{}{}", region.id, if region.paired { " (left, right, both)" } else { "" });
            let mut refused = Vec::new();
            for technique in techniques() {
                let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
                for tool in tools() {
                    let marks = (0..=10).map(|firm| {
                        match massage_verdict(region, None, technique, Some(tool), pressure(firm)) {
                            Verdict::Allowed => firm.to_string(),
                            Verdict::Warn(_) => format!("{firm}!"),
                            Verdict::Refuse(_) => String::new(),
                        }
                    });
                    let marks: Vec<String> = marks.filter(|mark| !mark.is_empty()).collect();
                    match lines.iter_mut().find(|(known, _)| *known == marks.join(" ")) {
                        _ if marks.is_empty() => {}
                        Some((_, names)) => names.push(&tool.id),
                        None => lines.push((marks.join(" "), vec![&tool.id])),
                    }
                }
                for (marks, names) in &lines {
                    let _ = writeln!(page, "  {}: {} ({marks})", technique.id, names.join(", "));
                }
                if lines.is_empty() {
                    refused.push(technique.id.as_str());
                }
            }
            let whole = refused.len() == techniques().len();
            let names = if whole { "everything".to_string() } else { refused.join(", ") };
            let cause = region.never.as_deref().map(|never| format!(" ({never})")).unwrap_or_default();
            let _ = writeln!(page, "  refused: {names}{cause}");
        }
        page
    }

    #[test]
    fn every_combination_is_judged_on_purpose() {
        insta::assert_snapshot!("verdicts", all_verdicts());
    }

    #[test]
    fn a_side_changes_nothing_where_there_are_sides() {
        for region in regions() {
            for technique in techniques() {
                for firm in [2, 4, 5] {
                    let plain = massage_verdict(region, None, technique, None, pressure(firm));
                    for side in Side::ALL {
                        let sided = massage_verdict(region, Some(side), technique, None, pressure(firm));
                        match (region.paired || !region.massage, sided) {
                            (true, sided) => assert_eq!(sided, plain, "{} {}", region.id, technique.id),
                            (false, Verdict::Refuse(reasons)) => {
                                assert!(reasons.contains(&Reason::NoSides(&region.id)))
                            }
                            (false, sided) => panic!("{} {}: {sided:?}", region.id, technique.id),
                        }
                    }
                }
            }
        }
    }
}
