//! Flow of least cost through a network, by the cheapest way for one more, again and again.
//!
//! Successive shortest paths with potentials (Ahuja, Magnanti and Orlin, *Network Flows*, 1993, 9.7). Whole numbers only.
//! The crates that were looked at (`pathfinding`, `petgraph`) have flows and matchings, and none of least cost.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A place in the network.
pub(crate) type Node = usize;
/// An arc, by its number. Its way back has the number that differs in the last bit.
pub(crate) type ArcNumber = usize;

struct Arc {
    to: Node,
    room: u32,
    cost: i64,
}

/// Nodes, and arcs with room for so much at such a cost.
#[derive(Default)]
pub(crate) struct Network {
    arcs: Vec<Arc>,
    leaving: Vec<Vec<ArcNumber>>,
}

/// How a node is reached at least cost.
#[derive(Clone, Copy, Default)]
struct Reached {
    cost: Option<i64>,
    by: Option<ArcNumber>,
}

impl Network {
    pub(crate) fn node(&mut self) -> Node {
        self.leaving.push(Vec::new());
        self.leaving.len() - 1
    }

    /// An arc with a cost that is not below zero.
    pub(crate) fn arc(&mut self, from: Node, to: Node, room: u32, cost: i64) -> ArcNumber {
        let number = self.arcs.len();
        self.arcs.extend([Arc { to, room, cost }, Arc { to: from, room: 0, cost: -cost }]);
        for (node, number) in [(from, number), (to, number + 1)] {
            if let Some(leaving) = self.leaving.get_mut(node) {
                leaving.push(number);
            }
        }
        number
    }

    /// Whether something flows through the arc.
    pub(crate) fn flows(&self, arc: ArcNumber) -> bool {
        self.arcs.get(arc ^ 1).is_some_and(|back| back.room > 0)
    }

    /// Sends as much as can be sent, at least cost, and says how much.
    pub(crate) fn send(&mut self, from: Node, to: Node) -> u32 {
        let mut potentials = vec![0; self.leaving.len()];
        let mut sent = 0;
        while let Some(way) = self.cheapest_way(from, to, &mut potentials) {
            for arc in way {
                self.through(arc);
            }
            sent += 1;
        }
        sent
    }

    fn through(&mut self, number: ArcNumber) {
        if let Some(arc) = self.arcs.get_mut(number) {
            arc.room -= 1;
        }
        if let Some(back) = self.arcs.get_mut(number ^ 1) {
            back.room += 1;
        }
    }

    /// The arcs of the cheapest way for one more. Of ways that cost the same, always the same one.
    fn cheapest_way(&self, from: Node, to: Node, potentials: &mut [i64]) -> Option<Vec<ArcNumber>> {
        let reached = self.reach(from, to, potentials);
        let end = reached.get(to)?.cost?;
        for (potential, reached) in potentials.iter_mut().zip(&reached) {
            *potential += reached.cost.map_or(end, |cost| cost.min(end));
        }
        let (mut way, mut node) = (Vec::new(), to);
        while node != from {
            let arc = reached.get(node)?.by?;
            way.push(arc);
            node = self.arcs.get(arc ^ 1)?.to;
        }
        Some(way)
    }

    fn reach(&self, from: Node, to: Node, potentials: &[i64]) -> Vec<Reached> {
        let potential = |node: Node| potentials.get(node).copied().unwrap_or_default();
        let mut reached = vec![Reached::default(); self.leaving.len()];
        if let Some(first) = reached.get_mut(from) {
            first.cost = Some(0);
        }
        let mut waiting = BinaryHeap::from([Reverse((0, from))]);
        while let Some(Reverse((cost, node))) = waiting.pop() {
            if reached.get(node).and_then(|known| known.cost) != Some(cost) {
                continue;
            }
            if node == to {
                break;
            }
            for number in self.leaving.get(node).into_iter().flatten() {
                let Some(arc) = self.arcs.get(*number).filter(|arc| arc.room > 0) else { continue };
                let further = cost + arc.cost + potential(node) - potential(arc.to);
                let Some(known) = reached.get_mut(arc.to) else { continue };
                if known.cost.is_none_or(|before| further < before) {
                    *known = Reached { cost: Some(further), by: Some(*number) };
                    waiting.push(Reverse((further, arc.to)));
                }
            }
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_first_makes_way_for_more() {
        let mut network = Network::default();
        let [from, a, b, to] = [(); 4].map(|()| network.node());
        let cheap = network.arc(from, a, 1, 1);
        let other = network.arc(from, b, 1, 4);
        let across = network.arc(a, b, 1, 0);
        let straight = network.arc(a, to, 1, 5);
        let last = network.arc(b, to, 1, 1);
        assert_eq!(network.send(from, to), 2);
        assert!([cheap, other, straight, last].into_iter().all(|arc| network.flows(arc)));
        assert!(!network.flows(across), "it was used for the first, and given back for the second");
    }

    #[test]
    fn nothing_flows_where_no_arc_is() {
        let mut network = Network::default();
        let [from, to] = [(); 2].map(|()| network.node());
        assert_eq!(network.send(from, to), 0);
    }
}
