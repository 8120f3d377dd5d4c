//! A small map of the body, in text: front and back, with a place lit.

/// One view: a letter for each part, a space where nothing is.
const FRONT: [&str; 12] = [
    "      hhh      ",
    "     teeet     ",
    "      jjj      ",
    "    ssnnnss    ",
    "   u cccccc u  ",
    "   u cccccc u  ",
    "   a bbbbbb a  ",
    "   d iiiiii d  ",
    "     qqq qqq   ",
    "     kkk kkk   ",
    "     vvv vvv   ",
    "    fff   fff  ",
];
const BACK: [&str; 12] = [
    "      hhh      ",
    "      hhh      ",
    "      ooo      ",
    "    zzooozz    ",
    "   u pppppp u  ",
    "   u pppppp u  ",
    "   a llllll a  ",
    "   d iiiiii d  ",
    "     qqq qqq   ",
    "     kkk kkk   ",
    "     vvv vvv   ",
    "    fff   fff  ",
];

/// Left of this column lies the left side, as in a mirror in front and from behind at the back.
const MIDDLE: usize = 7;

/// A cell of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// The body.
    Body,
    /// The place that is meant.
    Lit,
}

/// Which side is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// The left.
    Left,
    /// The right.
    Right,
    /// Both, or a place without sides.
    Whole,
}

/// The map with a region or a group lit, row by row; nothing where the place isn't on it.
pub(super) fn map(region: &str, half: Half) -> Option<Vec<Vec<Cell>>> {
    let (front, back) = letters(region)?;
    let rows = FRONT.iter().zip(BACK).map(|(front_row, back_row)| {
        let mut row = view(front_row, front, half);
        row.extend([Cell::Empty; 4]);
        row.extend(view(back_row, back, half));
        row
    });
    Some(rows.collect())
}

fn view(row: &str, lit: &str, half: Half) -> Vec<Cell> {
    let cell = |(column, letter): (usize, char)| match letter {
        ' ' => Cell::Empty,
        letter if lit.contains(letter) && on_side(column, half) => Cell::Lit,
        _ => Cell::Body,
    };
    row.chars().enumerate().map(cell).collect()
}

fn on_side(column: usize, half: Half) -> bool {
    match half {
        Half::Whole => true,
        Half::Left => column <= MIDDLE,
        Half::Right => column >= MIDDLE,
    }
}

/// The letters of a place, in front and at the back.
fn letters(region: &str) -> Option<(&'static str, &'static str)> {
    Some(match region {
        "toes" | "sole" | "ankle" | "feet" => ("f", "f"),
        "calf" => ("v", "v"),
        "knee" => ("k", "k"),
        "thigh" => ("q", "q"),
        "hip" => ("i", "i"),
        "legs" => ("qkvf", "qkvf"),
        "belly" => ("b", ""),
        "chest" => ("c", ""),
        "lower-back" => ("", "l"),
        "upper-back" => ("", "p"),
        "back" => ("", "lp"),
        "trunk" => ("cbi", "pli"),
        "shoulder" => ("s", "z"),
        "upper-trapezius" => ("s", "z"),
        "upper-arm" => ("u", "u"),
        "forearm" => ("a", "a"),
        "hand" | "back-of-hand" | "palm" | "thumb-base" | "fingers" => ("d", "d"),
        "arms" => ("uad", "uad"),
        "throat" => ("n", ""),
        "back-of-neck" | "skull-base" => ("", "o"),
        "neck-and-shoulders" => ("ns", "oz"),
        "jaw" | "face" => ("j", ""),
        "temples" => ("t", ""),
        "forehead" | "eyes" => ("e", ""),
        "scalp" => ("h", "h"),
        "head" => ("htej", "ho"),
        "whole-body" => ("htejnsucabdiqkvf", "hozpulaidqkvf"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::{groups, regions};

    fn lit(region: &str, half: Half) -> Vec<(usize, usize)> {
        let map = map(region, half).unwrap();
        let cells =
            map.iter().enumerate().flat_map(|(y, row)| row.iter().enumerate().map(move |(x, cell)| (x, y, *cell)));
        cells.filter(|(_, _, cell)| *cell == Cell::Lit).map(|(x, y, _)| (x, y)).collect()
    }

    #[test]
    fn every_place_that_is_visited_or_touched_is_on_the_map() {
        let places = regions().iter().filter(|region| region.scan || region.massage).map(|region| region.id.as_str());
        for place in places.chain(groups().iter().map(|group| group.id.as_str())) {
            assert!(!lit(place, Half::Whole).is_empty(), "{place}");
        }
        assert_eq!(map("nowhere", Half::Whole), None);
    }

    #[test]
    fn sides_lie_on_their_sides_and_every_row_is_as_wide() {
        for row in FRONT.iter().chain(&BACK) {
            assert_eq!(row.len(), 15);
        }
        let (left, right) = (lit("forearm", Half::Left), lit("forearm", Half::Right));
        assert!(!left.is_empty() && left.len() == right.len());
        assert!(left.iter().all(|(x, _)| x % 19 <= MIDDLE) && right.iter().all(|(x, _)| x % 19 >= MIDDLE));
    }
}
