//! Gradients of agreement and sense checks.

use crate::temperature::{Gradient, NonBinding, Scale, Sense, count};

#[test]
fn every_level_is_in_the_distribution_warmest_first() {
    let outcome = count([Gradient::CannotGoAlong, Gradient::Endorse, Gradient::Endorse]);
    assert_eq!(outcome.distribution.len(), 8);
    assert_eq!(outcome.distribution[0], (Gradient::Endorse, 2));
    assert_eq!(outcome.distribution[7], (Gradient::CannotGoAlong, 1));
    assert_eq!(outcome.answers, 3);
}

#[test]
fn levels_are_in_order() {
    assert!(Gradient::LEVELS.is_sorted() && Sense::LEVELS.is_sorted());
    assert_eq!((Gradient::LEVELS.len(), Sense::LEVELS.len()), (8, 3));
}

#[test]
fn the_median_is_the_answer_in_the_middle_or_both() {
    let median = |answers: &[Sense]| count(answers.iter().copied()).median;
    use Sense::{Against, For, Unsure};
    assert_eq!(median(&[For, Against, Unsure]), Some((Unsure, Unsure)));
    assert_eq!(median(&[For, For, Against, Against]), Some((For, Against)));
    assert_eq!(median(&[For, Unsure, Unsure, Against]), Some((Unsure, Unsure)));
    assert_eq!(median(&[Against]), Some((Against, Against)));
    assert_eq!(median(&[]), None);
}

#[test]
fn it_says_itself_that_it_is_not_binding() {
    let outcome = count([Sense::For]);
    assert_eq!(outcome.binding, NonBinding::NonBinding);
    assert!(serde_json::to_string(&outcome).unwrap().contains("\"binding\":\"non_binding\""));
}

#[test]
fn the_order_of_answers_changes_nothing() {
    assert_eq!(count([Sense::For, Sense::Against]), count([Sense::Against, Sense::For]));
}
