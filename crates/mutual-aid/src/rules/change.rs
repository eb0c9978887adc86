//! Who comes and who leaves changes a tree as little as can be: most sheets on the walls stay good (`mutual-aid` TP6).

use super::chance::lot;
use super::group::{Group, Person};
use super::tree::{EVERYBODY_IS_CALLED, Fault, Growing, Shape, Tree, Why};

/// A tree after somebody came or left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The tree now.
    pub tree: Tree,
    /// It had to be grown anew: every sheet is printed again.
    pub grown_anew: bool,
}

/// Somebody comes in; `group` has her already. Two lines more, and no other line changes.
pub fn join(tree: &Tree, group: &Group, shape: &Shape, person: Person) -> Change {
    if tree.place(person).is_some() || group.member(person).is_none() {
        return Change { tree: tree.clone(), grown_anew: false };
    }
    let mut growing = Growing::from_tree(group, shape.seed, tree.clone());
    if group.len() > EVERYBODY_IS_CALLED && growing.place(person) {
        let mut tree = growing.tree;
        tree.unplaced.remove(&person);
        tree.number_branches();
        tree.find_second_voices(group, shape.seed, &[person]);
        return Change { tree, grown_anew: false };
    }
    let anew = Tree::grow(group, shape);
    let others = tree.unplaced().keys().filter(|other| **other != person).count();
    if anew.unplaced().len() <= others {
        return Change { tree: anew, grown_anew: true };
    }
    // Not even a new tree has a place for her: nobody is given another sheet for nothing.
    let why = anew.unplaced().get(&person).copied().unwrap_or(Why::NoRoom);
    let mut tree = tree.clone();
    tree.unplaced.insert(person, why);
    Change { tree, grown_anew: false }
}

/// Somebody leaves, or is on pause, or no longer says yes; `group` is without her. Those whom she called find another
/// caller in their own branch, and those whose second voice she was another one.
pub fn leave(tree: &Tree, group: &Group, shape: &Shape, person: Person) -> Change {
    let shape = Shape { root: shape.root.filter(|root| *root != person), ..*shape };
    match without(tree, group, shape.seed, person) {
        Some(tree) => Change { tree, grown_anew: false },
        None => Change { tree: Tree::grow(group, &shape), grown_anew: true },
    }
}

fn without(tree: &Tree, group: &Group, seed: u64, person: Person) -> Option<Tree> {
    let mut tree = tree.clone();
    tree.unplaced.remove(&person);
    tree.one_voice.remove(&person);
    if tree.root == Some(person) {
        return None;
    }
    let Some(place) = tree.places.remove(&person) else { return Some(tree) };
    let mut orphans = tree.calls.remove(&person).unwrap_or_default();
    // Those who lead others first: they make room.
    orphans.sort_by_key(|orphan| tree.calls(*orphan).is_empty());
    let heir = if place.depth == 1 { heir(&tree, group, &mut orphans)? } else { None };
    replace(&mut tree, place.caller, person, heir);
    tree.number_branches();
    for orphan in orphans {
        find_caller(&mut tree, group, seed, place.branch, orphan)?;
    }
    find_seconds(&mut tree, group, seed, person);
    Some(tree)
}

/// A starter leaves: one of those whom she called, who calls others, starts in her place. None when that cannot be.
#[allow(clippy::option_option, reason = "nobody is needed, or somebody is needed and there is nobody")]
fn heir(tree: &Tree, group: &Group, orphans: &mut Vec<Person>) -> Option<Option<Person>> {
    if orphans.is_empty() {
        return Some(None);
    }
    let fits = |orphan: &Person| tree.root.is_none_or(|root| group.may_pair(root, *orphan));
    let calls = |orphan: &Person| group.most_calls(*orphan) > 0 && fits(orphan);
    let place = orphans.iter().position(calls)?;
    Some(Some(orphans.remove(place)))
}

/// Puts somebody, or nobody, where somebody stood.
fn replace(tree: &mut Tree, caller: Option<Person>, person: Person, heir: Option<Person>) {
    let put = |list: &mut Vec<Person>| {
        let place = list.iter().position(|one| *one == person);
        match (place, heir) {
            (Some(place), Some(heir)) => list.splice(place..=place, [heir]).for_each(drop),
            (Some(place), None) => drop(list.remove(place)),
            (None, _) => {}
        }
    };
    put(&mut tree.starters);
    if let Some(calls) = caller.and_then(|caller| tree.calls.get_mut(&caller)) {
        put(calls);
    }
    if let Some(place) = heir.and_then(|heir| tree.places.get_mut(&heir)) {
        place.caller = caller;
    }
}

/// Hangs somebody, with all whom she leads, under the nearest of her branch who has room.
fn find_caller(tree: &mut Tree, group: &Group, seed: u64, branch: usize, orphan: Person) -> Option<()> {
    // Those whom she leads herself are not reached until she is: no circle can come of it.
    let reached = tree.number_branches();
    let room = |caller: Person| group.most_calls(caller).min(usize::from(tree.width));
    let callers = tree.places().filter(|(caller, place)| {
        place.branch == branch
            && reached.contains(caller)
            && tree.calls(*caller).len() < room(*caller)
            && group.may_pair(*caller, orphan)
    });
    let nearest = callers.map(|(caller, place)| (place.depth, tree.calls(caller).len(), lot(seed, caller.0), caller));
    let (.., caller) = nearest.min()?;
    tree.calls.entry(caller).or_default().push(orphan);
    tree.places.get_mut(&orphan)?.caller = Some(caller);
    tree.number_branches();
    Some(())
}

fn find_seconds(tree: &mut Tree, group: &Group, seed: u64, gone: Person) {
    let mut lost = Vec::new();
    for (person, place) in &mut tree.places {
        if place.second == Some(gone) {
            place.second = None;
            lost.push(*person);
        }
    }
    tree.find_second_voices(group, seed, &lost);
}

/// A tree as it has to be for those who say yes now: whoever no longer does is gone from it, whoever newly does has a
/// place, and no line stands that somebody did not say yes to. Followed twice, it changes nothing more.
pub fn follow(tree: &Tree, group: &Group, shape: &Shape) -> Change {
    let mut now = Change { tree: tree.clone(), grown_anew: false };
    let gone: Vec<Person> =
        tree.places().map(|(person, _)| person).filter(|person| group.member(*person).is_none()).collect();
    for person in gone {
        if now.tree.place(person).is_some() {
            now = then(now.grown_anew, leave(&now.tree, group, shape, person));
        }
    }
    // Each step mends one line; no tree has more of them than twice its people.
    for _ in 0..=2 * group.len() {
        let Some(fault) = now.tree.faults(group).into_iter().find(|fault| !matches!(fault, Fault::NotDrawn(_))) else {
            break;
        };
        now = then(now.grown_anew, mend(&now.tree, group, shape, fault));
    }
    if now.tree.faults(group).iter().any(|fault| !matches!(fault, Fault::NotDrawn(_))) {
        return Change { tree: Tree::grow(group, shape), grown_anew: true };
    }
    let left: Vec<Person> =
        group.members().map(|member| member.person).filter(|person| now.tree.place(*person).is_none()).collect();
    for person in left {
        now = then(now.grown_anew, join(&now.tree, group, shape, person));
    }
    now
}

fn then(grown_anew: bool, next: Change) -> Change {
    Change { grown_anew: grown_anew || next.grown_anew, ..next }
}

/// One line that no longer holds: a second voice is found anew, and whoever is called by somebody else comes in again.
fn mend(tree: &Tree, group: &Group, shape: &Shape, fault: Fault) -> Change {
    let anew = || Change { tree: Tree::grow(group, shape), grown_anew: true };
    let is_second =
        |caller: Person, person: Person| tree.place(person).is_some_and(|place| place.second == Some(caller));
    match fault {
        Fault::SameBranch(person) => another_second(tree, group, shape, person),
        Fault::CallsOtherwise { caller, person } if is_second(caller, person) => {
            another_second(tree, group, shape, person)
        }
        Fault::CallsOtherwise { person, .. } => comes_again(tree, group, shape, person),
        Fault::TooMany { person, most, .. } => {
            let extra = tree.calls(person).get(most..).and_then(<[Person]>::first).copied();
            let second = || tree.second_calls().remove(&person)?.get(most..)?.first().copied();
            match (extra, second()) {
                (Some(extra), _) => comes_again(tree, group, shape, extra),
                (None, Some(extra)) => another_second(tree, group, shape, extra),
                (None, None) => anew(),
            }
        }
        Fault::Twice(_) | Fault::NeverReached(_) | Fault::NotOfTheTree(_) | Fault::NotDrawn(_) => anew(),
    }
}

fn another_second(tree: &Tree, group: &Group, shape: &Shape, person: Person) -> Change {
    let mut tree = tree.clone();
    if let Some(place) = tree.places.get_mut(&person) {
        place.second = None;
    }
    tree.find_second_voices(group, shape.seed, &[person]);
    Change { tree, grown_anew: false }
}

fn comes_again(tree: &Tree, group: &Group, shape: &Shape, person: Person) -> Change {
    let mut without = group.clone();
    without.remove(person);
    let left = leave(tree, &without, shape, person);
    then(left.grown_anew, join(&left.tree, group, shape, person))
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::{cases, person, some_group, story};
    use super::*;
    use crate::rules::group::Member;
    use crate::rules::quiet::Hours;
    use crate::rules::tree::{Fault, Place};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn changed(before: &Tree, after: &Tree, of: impl Fn(&Place) -> Option<Person>) -> Vec<Person> {
        let before: BTreeMap<Person, Option<Person>> = before.places().map(|(one, place)| (one, of(place))).collect();
        let others = after.places().filter(|(one, place)| before.get(one).is_some_and(|old| *old != of(place)));
        others.map(|(one, _)| one).collect()
    }

    fn no_fault(tree: &Tree, group: &Group) -> Result<(), TestCaseError> {
        let faults = tree.faults(group);
        let others: Vec<_> = faults.iter().filter(|fault| !matches!(fault, Fault::NotDrawn(_))).collect();
        prop_assert!(others.is_empty(), "{:?}", others);
        prop_assert_eq!(tree.by_layer().len(), tree.places().count());
        prop_assert_eq!(tree.places().count() + tree.unplaced().len(), group.len());
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(cases(200, 5_000)))]

        /// TP6: joining adds two lines and changes none.
        #[test]
        fn who_comes_changes_nobodys_sheet_but_two(
            seed in any::<u64>(), people in 3u32..120, callers in 400u16..=1000, apart in 0u16..=60, calls in 0u8..=5,
        ) {
            let mut group = some_group(seed, people, callers, apart, false);
            let shape = Shape { seed, ..Shape::default() };
            let tree = Tree::grow(&group, &shape);
            let newcomer = person(9_999);
            group.add(Member { person: newcomer, calls, starter: false, hours: Hours::USUAL, tomorrow: false });
            let change = join(&tree, &group, &shape, newcomer);
            no_fault(&change.tree, &group)?;
            if !change.grown_anew {
                prop_assert!(changed(&tree, &change.tree, |place| place.caller).is_empty());
                prop_assert!(changed(&tree, &change.tree, |place| place.second).is_empty());
            }
            prop_assert_eq!(join(&change.tree, &group, &shape, newcomer).tree, change.tree);
        }

        /// TP6: leaving moves those whom she called, inside their branch, and gives some another second voice.
        #[test]
        fn who_leaves_changes_few_sheets(
            seed in any::<u64>(), people in 4u32..120, callers in 400u16..=1000, apart in 0u16..=60,
            who in any::<u32>(),
        ) {
            let mut group = some_group(seed, people, callers, apart, false);
            let shape = Shape { seed, ..Shape::default() };
            let tree = Tree::grow(&group, &shape);
            let leaver = person(who % people);
            group.remove(leaver);
            let change = leave(&tree, &group, &shape, leaver);
            no_fault(&change.tree, &group)?;
            prop_assert!(change.tree.place(leaver).is_none());
            if !change.grown_anew {
                let moved = changed(&tree, &change.tree, |place| place.caller);
                prop_assert!(moved.len() <= usize::from(tree.width()));
                prop_assert!(moved.iter().all(|one| tree.calls(leaver).contains(one)));
                let seconds = changed(&tree, &change.tree, |place| place.second);
                prop_assert!(seconds.len() <= usize::from(tree.width()));
                prop_assert!(seconds.iter().all(|one| tree.place(*one).unwrap().second == Some(leaver)));
            }
        }

        /// Whatever people say yes to by now, the tree is one of them, and it is so at once.
        #[test]
        fn a_tree_follows_those_who_say_yes(
            seed in any::<u64>(), people in 4u32..60, callers in 500u16..=1000, apart in 0u16..=60,
            gone in any::<u32>(), rests in any::<u32>(), kept in any::<(u32, u32)>(), comes in 0u32..3,
        ) {
            let mut group = some_group(seed, people, callers, apart, false);
            let shape = Shape { seed, ..Shape::default() };
            let tree = Tree::grow(&group, &shape);
            group.remove(person(gone % people));
            if let Some(member) = group.member(person(rests % people)).copied() {
                group.add(Member { calls: 0, ..member });
            }
            group.keep_apart(person(kept.0 % people), person(kept.1 % people));
            for newcomer in 0..comes {
                let person = person(9_000 + newcomer);
                group.add(Member { person, calls: 3, starter: false, hours: Hours::USUAL, tomorrow: false });
            }
            let change = follow(&tree, &group, &shape);
            no_fault(&change.tree, &group)?;
            prop_assert_eq!(follow(&change.tree, &group, &shape).tree.rows(), change.tree.rows());
            let read = Tree::read(change.tree.root(), change.tree.width(), &change.tree.rows()).unwrap();
            prop_assert_eq!(follow(&read, &group, &shape).tree.rows(), change.tree.rows());
        }
    }

    #[test]
    fn ovide_leaves_and_bastien_or_clementine_takes_his_people() {
        let (mut group, rows) = story();
        let tree = Tree::drawn(&group, Some(person(4)), 0, &rows).unwrap();
        group.remove(person(13));
        let shape = Shape { root: Some(person(4)), ..Shape::default() };
        let change = leave(&tree, &group, &shape, person(13));
        assert!(!change.grown_anew);
        for orphan in [16, 19].map(person) {
            let place = change.tree.place(orphan).unwrap();
            assert_eq!(place.branch, 1, "in the branch of Bastien");
        }
        assert_eq!(change.tree.faults(&group), []);
    }

    #[test]
    fn the_member_who_starts_as_a_rule_leaves_and_the_tree_is_grown_anew() {
        let (mut group, rows) = story();
        let tree = Tree::drawn(&group, Some(person(4)), 0, &rows).unwrap();
        group.remove(person(4));
        let change = leave(&tree, &group, &Shape { root: Some(person(4)), ..Shape::default() }, person(4));
        assert!(change.grown_anew);
        assert_eq!(change.tree.root(), None);
        assert_eq!(change.tree.places().count(), 28);
    }
}
