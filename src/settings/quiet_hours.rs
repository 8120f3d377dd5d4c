//! Quiet hours: when they are, the loudest that it then is, and the two ways in which they are written.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

use crate::quantity::TimeOfDay;
use crate::script::FromWritten;

use super::Volume;

/// Hours in which nothing is louder than a volume.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuietHours {
    /// When they begin.
    pub from: TimeOfDay,
    /// When they end, on the next day if that is earlier.
    pub to: TimeOfDay,
    /// The loudest that it then is.
    pub volume: Volume,
}

impl QuietHours {
    fn new(from: TimeOfDay, to: TimeOfDay, volume: Volume) -> Result<QuietHours, String> {
        match from == to {
            true => Err("these hours begin when they end; for the whole day set `volume`".into()),
            false => Ok(QuietHours { from, to, volume }),
        }
    }

    /// The loudest that it may be at a time of the day.
    pub fn loudest_at(&self, now: TimeOfDay) -> Volume {
        if now.is_within(self.from, self.to) { self.volume } else { Volume::FULL }
    }
}

/// As they are written on a command line: `22:00-7:00 -20 dB`.
impl FromWritten for QuietHours {
    fn from_written(text: &str, _number: bool) -> Result<QuietHours, String> {
        let text = text.replace(['–', '—'], "-").replace(" to ", "-").replace(" - ", "-");
        let wrong = || format!("\"{text}\" aren't quiet hours; write them like \"22:00-7:00 -20 dB\"");
        let (hours, volume) = text.trim().split_once(' ').ok_or_else(wrong)?;
        let (from, to) = hours.split_once('-').ok_or_else(wrong)?;
        let hour = |hour: &str| hour.parse::<TimeOfDay>().map_err(|error| error.to_string());
        QuietHours::new(hour(from)?, hour(to)?, Volume::from_written(volume, false)?)
    }
}

/// The hours as they are written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Hours {
    /// When they begin, such as "22:00".
    from: TimeOfDay,
    /// When they end, such as "7:00".
    to: TimeOfDay,
    /// The loudest that it then is, such as -20 dB.
    volume: Volume,
}

impl<'de> Deserialize<'de> for QuietHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<QuietHours, D::Error> {
        deserializer.deserialize_any(HoursWritten)
    }
}

/// Reads either way in which they are written.
struct HoursWritten;

impl<'de> Visitor<'de> for HoursWritten {
    type Value = QuietHours;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hours and a level, such as 22:00-7:00 -20 dB")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<QuietHours, E> {
        QuietHours::from_written(text, false).map_err(E::custom)
    }

    fn visit_map<M: de::MapAccess<'de>>(self, map: M) -> Result<QuietHours, M::Error> {
        let Hours { from, to, volume } = Hours::deserialize(de::value::MapAccessDeserializer::new(map))?;
        QuietHours::new(from, to, volume).map_err(de::Error::custom)
    }
}

impl JsonSchema for QuietHours {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "QuietHours".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let apart = generator.subschema_for::<Hours>();
        json_schema!({ "anyOf": [
            { "type": "string", "description": "Hours and a level, such as 22:00-7:00 -20 dB." },
            apart
        ] })
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{} {}", self.from, self.to, self.volume)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_have_a_volume_and_an_end() {
        let at = |text: &str| text.parse::<TimeOfDay>().unwrap();
        let quiet = QuietHours { from: at("22:00"), to: at("7:00"), volume: Volume::CAREFUL };
        assert_eq!(quiet.loudest_at(at("23:10")), Volume::CAREFUL);
        assert_eq!(quiet.loudest_at(at("7:00")), Volume::FULL);
        let written = |text: &str| QuietHours::from_written(text, false);
        assert_eq!(written(&format!("22:00-7:00 {}", Volume::CAREFUL)), Ok(quiet));
        for written_so in ["22:00 – 7:00 -20 dB", "22:00 to 7:00 -20 dB", "22:00-7:00  -20 dB"] {
            assert_eq!(
                written(written_so).map(|hours| hours.to_string()),
                Ok("22:00-7:00 -20 dB".into()),
                "{written_so}"
            );
        }
        for wrong in ["", "22:00", "22:00-7:00", "22:00-22:00 -6 dB", "25:00-7:00 -6 dB", "22:00-7:00 6 dB", "a-b c"] {
            assert!(written(wrong).is_err(), "{wrong}");
        }
    }
}
