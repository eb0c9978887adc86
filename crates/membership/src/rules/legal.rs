//! What the law asks a group to keep about people who left, by its legal frame.

/// Whether a group of this legal frame must keep a register of its members, past ones too: name, and from when
/// until when (Québec: Companies Act, part III, with s. 104; France: internal rules of an association declared
/// under the law of 1901). A group that is not incorporated keeps nothing.
pub fn keeps_members_register(frame: &str) -> bool {
    matches!(frame, "quebec_part_3" | "france_1901")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::charter::{Kind, rule_named};

    #[test]
    fn a_group_that_is_not_incorporated_keeps_nothing() {
        let Some(Kind::OneOf(frames)) = rule_named("legal_frame").map(|rule| rule.kind) else {
            panic!("the charter no longer has a legal frame")
        };
        let kept: Vec<_> = frames.iter().filter(|frame| keeps_members_register(frame)).collect();
        assert_eq!(kept, [&"quebec_part_3", &"france_1901"]);
    }
}
