//! Geometry of the small drawings: icons, "one square = one vote", quorum dots. The marks themselves
//! are drawn by templates; this only says where they go.

use serde::Serialize;
use std::collections::HashMap;

/// The theme's icons by name, each the inside of a 24 by 24 drawing.
#[derive(Debug, Default)]
pub struct Icons(HashMap<String, String>);

impl Icons {
    /// Reads a drawing made of `<symbol id="name">…</symbol>`.
    pub fn read(svg: &str) -> Self {
        let symbols = svg.split("<symbol id=\"").skip(1);
        Self(
            symbols
                .filter_map(|symbol| {
                    let (name, after) = symbol.split_once('"')?;
                    let (_, inside) = after.split_once('>')?;
                    let (shape, _) = inside.split_once("</symbol>")?;
                    Some((name.to_owned(), shape.trim().to_owned()))
                })
                .collect(),
        )
    }

    /// The shape named `name`.
    pub fn shape(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Adds the icons of `over`, which replace those of the same name.
    pub fn lay(&mut self, over: Self) {
        self.0.extend(over.0);
    }
}

/// A drawing of equal marks in rows of ten, with a wider gap after five.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct Marks {
    /// Width of the drawing.
    pub width: u32,
    /// Height of the drawing.
    pub height: u32,
    /// Where each mark goes: the top left corner of a square, the centre of a dot.
    pub marks: Vec<Mark>,
}

/// One mark of a drawing.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct Mark {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// Its place, from 0.
    pub index: u32,
}

const ROW: u32 = 10;
const HALF_ROW: u32 = 5;

struct Grid {
    step_x: u32,
    step_y: u32,
    first: u32,
    half_gap: u32,
}

impl Grid {
    fn mark(&self, index: u32) -> Mark {
        let (column, row) = (index % ROW, index / ROW);
        let gap = if column >= HALF_ROW { self.half_gap } else { 0 };
        Mark { x: self.first + column * self.step_x + gap, y: self.first + row * self.step_y, index }
    }

    fn marks(&self, count: u32) -> Vec<Mark> {
        (0..count).map(|index| self.mark(index)).collect()
    }
}

/// Most marks ever drawn; a roll is smaller.
const MOST: u32 = 1_000;

/// Squares of 24, one for each vote.
pub fn squares(count: u32) -> Marks {
    let count = count.min(MOST);
    let grid = Grid { step_x: 30, step_y: 30, first: 2, half_gap: 10 };
    let marks = grid.marks(count);
    let width = marks.iter().map(|mark| mark.x + 26).max().unwrap_or(28);
    let height = marks.iter().map(|mark| mark.y + 26).max().unwrap_or(28);
    Marks { width, height, marks }
}

/// Dots of radius 10, one for each person who may vote.
pub fn dots(count: u32) -> Marks {
    let count = count.min(MOST);
    let grid = Grid { step_x: 26, step_y: 30, first: 13, half_gap: 8 };
    let marks = grid.marks(count);
    let width = marks.iter().map(|mark| mark.x + 15).max().unwrap_or(28);
    let height = marks.iter().map(|mark| mark.y + 15).max().unwrap_or(28);
    Marks { width, height, marks }
}

/// The line that closes the `needed`-th dot: down its right side, then left under its row.
pub fn quorum_line(needed: u32) -> String {
    let last = needed.clamp(1, MOST) - 1;
    let Mark { x, y, .. } = Grid { step_x: 26, step_y: 30, first: 13, half_gap: 8 }.mark(last);
    format!("M{} {}v28H2", x + 13, y - 13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_read_from_a_drawing_and_laid_over_each_other() {
        let mut icons = Icons::read(
            r#"<svg><symbol id="x"><path d="M6 6"/></symbol> <symbol id="dash" viewBox="0 0 24 24"><circle r="9"/></symbol></svg>"#,
        );
        assert_eq!(icons.shape("x"), Some(r#"<path d="M6 6"/>"#));
        assert_eq!(icons.shape("dash"), Some(r#"<circle r="9"/>"#));
        icons.lay(Icons::read(r#"<symbol id="x"><path d="M1 1"/></symbol>"#));
        assert_eq!(icons.shape("x"), Some(r#"<path d="M1 1"/>"#));
        assert_eq!(icons.shape("none"), None);
    }

    #[test]
    fn one_square_is_one_vote_in_rows_of_ten() {
        let eleven = squares(11);
        assert_eq!(eleven.marks.len(), 11);
        assert_eq!(eleven.marks.iter().filter(|mark| mark.y == 2).count(), 10);
        assert_eq!((eleven.width, eleven.height), (2 + 9 * 30 + 10 + 26, 58));
        assert_eq!(squares(0).marks.len(), 0);
    }

    #[test]
    fn the_quorum_line_closes_its_row() {
        assert_eq!(quorum_line(10), "M268 0v28H2");
        assert_eq!(dots(20).marks.len(), 20);
    }
}
