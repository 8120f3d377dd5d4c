//! The shape of a breath: a soft disc that grows and shrinks.

/// Shades from nothing to full, in blocks and in plain ASCII.
const BLOCKS: [char; 5] = [' ', '░', '▒', '▓', '█'];
const ASCII: [char; 5] = [' ', '.', ':', 'o', '@'];
/// Even empty lungs leave a small shape, so that one sees where the next breath begins.
const SMALLEST: f64 = 0.18;
/// A terminal's cell is about twice as tall as it is wide.
const CELL_WIDTH: f64 = 0.5;
/// How wide the soft edge is, in rows: with it, a step of the radius far smaller than a cell can be seen.
const EDGE: f64 = 0.9;

/// A disc in so many columns and rows, for lungs this full (0 to 1), a line a row.
pub(super) fn disc(columns: usize, rows: usize, fullness: f64, utf8: bool) -> Vec<String> {
    let shades = if utf8 { BLOCKS } else { ASCII };
    let most = (rows as f64 / 2.0).min(columns as f64 * CELL_WIDTH / 2.0);
    let radius = most * (SMALLEST + (1.0 - SMALLEST) * fullness.clamp(0.0, 1.0));
    let shade = |row: usize, column: usize| {
        let y = row as f64 + 0.5 - rows as f64 / 2.0;
        let x = (column as f64 + 0.5 - columns as f64 / 2.0) * CELL_WIDTH;
        let inside = ((radius - (x * x + y * y).sqrt()) / EDGE + 0.5).clamp(0.0, 1.0);
        shades[(inside * (shades.len() - 1) as f64).round() as usize]
    };
    (0..rows).map(|row| (0..columns).map(|column| shade(row, column)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(rows: &[String]) -> usize {
        let value = |c| BLOCKS.iter().position(|shade| *shade == c).unwrap_or(0);
        rows.iter().flat_map(|row| row.chars()).map(value).sum()
    }

    #[test]
    fn it_grows_with_the_breath_and_stays_in_its_place() {
        let mut last = 0;
        for step in 0..=20 {
            let rows = disc(40, 9, f64::from(step) / 20.0, true);
            assert_eq!(rows.len(), 9);
            assert!(rows.iter().all(|row| row.chars().count() == 40));
            assert!(weight(&rows) >= last);
            last = weight(&rows);
        }
        assert!(last > 4 * weight(&disc(40, 9, 0.0, true)));
        assert!(disc(40, 9, 1.0, false).iter().all(|row| row.is_ascii()));
        assert!(disc(0, 0, 1.0, true).is_empty());
    }
}
