//! Which methods the charter leaves to whoever writes a proposal (`decisions A8`).
//!
//! It says how the group says yes or no to a text. Choosing among several things, and asking how warm people are to an
//! idea, are other questions: they stay as they are. What is about one person, and amendments, have their own rules, which
//! no author chooses.

use crate::rules::question::Method;
use commons::effects::Class;
use commons::refusal::{Message, Problem};
use membership::rules::charter::Charter;

/// Whether whoever writes a proposal of this weight may put it by this method.
pub fn is_allowed(charter: &Charter, class: Class, method: Method) -> bool {
    if method.has_options() || !method.is_binding() || method == Method::Election {
        return true;
    }
    match charter.methods(class) {
        "majority" => method == Method::Majority,
        "consent" => method == Method::Consent,
        "majority_consent" => matches!(method, Method::Majority | Method::Consent),
        // Nothing that weighs more than ordinary passes more easily than by the charter's majority.
        _ => class == Class::Ordinary || method == Method::Majority,
    }
}

/// What to choose instead, when the charter does not leave this method to whoever writes.
pub fn problem(charter: &Charter, class: Class, method: Method) -> Option<Problem> {
    if is_allowed(charter, class, method) {
        return None;
    }
    let key = match charter.methods(class) {
        "consent" => "question-by-consent",
        "majority_consent" => "question-by-majority-or-consent",
        _ => "question-by-majority",
    };
    Some(Problem::new("method", Message::new(key)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use membership::rules::charter::{Kind, rule_named};

    fn saying(rule: &str, value: &str) -> Charter {
        Charter::of([(rule.to_owned(), value.to_owned())])
    }

    fn allowed(charter: &Charter, class: Class) -> Vec<Method> {
        let is_yes_or_no =
            |method: &Method| !method.has_options() && method.is_binding() && *method != Method::Election;
        let yes_or_no = Method::ALL.into_iter().filter(is_yes_or_no);
        yes_or_no.filter(|method| is_allowed(charter, class, *method)).collect()
    }

    #[test]
    fn a_charter_leaves_the_methods_that_it_names() {
        use Method::{Consensus, Consent, Majority, Tacit};
        for (value, methods) in [
            ("free", vec![Majority, Consent, Consensus, Tacit]),
            ("majority", vec![Majority]),
            ("majority_consent", vec![Majority, Consent]),
            ("consent", vec![Consent]),
        ] {
            assert_eq!(allowed(&saying("methods_ordinary", value), Class::Ordinary), methods, "{value}");
        }
        assert_eq!(allowed(&Charter::default(), Class::Ordinary).len(), 4);
        assert_eq!(allowed(&Charter::default(), Class::Charter), [Majority]);
    }

    /// Whatever stands there: a majority can always change the charter, and nothing changes it more easily.
    #[test]
    fn no_charter_locks_itself_nor_is_changed_in_silence() {
        let Some(Kind::OneOf(values)) = rule_named("methods_charter").map(|rule| rule.kind) else { panic!("a choice") };
        for value in values.iter().chain(&["free", "?"]) {
            let methods = allowed(&saying("methods_charter", value), Class::Charter);
            assert!(methods.contains(&Method::Majority), "{value}");
            assert!(!methods.contains(&Method::Tacit) && !methods.contains(&Method::Consensus), "{value}");
        }
    }

    #[test]
    fn other_questions_are_put_as_ever() {
        let charter = saying("methods_ordinary", "consent");
        for method in Method::ALL.into_iter().filter(|method| method.has_options() || !method.is_binding()) {
            assert!(problem(&charter, Class::Ordinary, method).is_none(), "{method:?}");
        }
        assert!(problem(&charter, Class::Ordinary, Method::Majority).is_some());
    }
}
