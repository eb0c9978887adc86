//! Flow of least cost through a network, by the cheapest way for one more, again and again.
//!
//! Successive shortest paths with potentials, and all ways of one price at once (Ahuja, Magnanti and Orlin, *Network Flows*, 1993, 9.7). Whole numbers only.
//! The crates that were looked at (`pathfinding`, `petgraph`) have flows and matchings, and none of least cost.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

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
        // One look at prices serves every way that costs the same.
        while self.raise(from, to, &mut potentials) {
            while let Some(way) = self.cheapest_way(from, to, &potentials) {
                for arc in way {
                    self.through(arc);
                }
                sent += 1;
            }
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

    /// What an arc costs beyond the cheapest way to its end: never below zero where there is room.
    fn beyond(&self, from: Node, number: ArcNumber, potentials: &[i64]) -> Option<(Node, i64)> {
        let arc = self.arcs.get(number).filter(|arc| arc.room > 0)?;
        Some((arc.to, arc.cost + potentials.get(from)? - potentials.get(arc.to)?))
    }

    /// Raises the potentials so that the arcs of every cheapest way cost nothing beyond; false when there is no way.
    fn raise(&self, from: Node, to: Node, potentials: &mut [i64]) -> bool {
        let costs = self.reach(from, to, potentials);
        let Some(end) = costs.get(to).copied().flatten() else { return false };
        for (potential, cost) in potentials.iter_mut().zip(costs) {
            *potential += cost.map_or(end, |cost| cost.min(end));
        }
        true
    }

    /// The arcs of a way that costs nothing beyond. Of several, always the same one.
    fn cheapest_way(&self, from: Node, to: Node, potentials: &[i64]) -> Option<Vec<ArcNumber>> {
        let mut by: Vec<Option<ArcNumber>> = vec![None; self.leaving.len()];
        let mut waiting = VecDeque::from([from]);
        while let Some(node) = waiting.pop_front().filter(|node| *node != to) {
            for number in self.leaving.get(node).into_iter().flatten() {
                let Some((next, 0)) = self.beyond(node, *number, potentials) else { continue };
                if let Some(known) = by.get_mut(next).filter(|known| known.is_none() && next != from) {
                    *known = Some(*number);
                    waiting.push_back(next);
                }
            }
        }
        let (mut way, mut node) = (Vec::new(), to);
        while node != from {
            let arc = by.get(node).copied().flatten()?;
            way.push(arc);
            node = self.arcs.get(arc ^ 1)?.to;
        }
        Some(way)
    }

    /// What each node costs beyond its potential, as far as the cheapest way to `to` (Dijkstra).
    fn reach(&self, from: Node, to: Node, potentials: &[i64]) -> Vec<Option<i64>> {
        let mut costs: Vec<Option<i64>> = vec![None; self.leaving.len()];
        if let Some(first) = costs.get_mut(from) {
            *first = Some(0);
        }
        let mut waiting = BinaryHeap::from([Reverse((0, from))]);
        while let Some(Reverse((cost, node))) = waiting.pop() {
            if costs.get(node) != Some(&Some(cost)) {
                continue;
            }
            if node == to {
                break;
            }
            for number in self.leaving.get(node).into_iter().flatten() {
                let Some((next, more)) = self.beyond(node, *number, potentials) else { continue };
                let further = cost + more;
                if let Some(known) = costs.get_mut(next).filter(|known| known.is_none_or(|before| further < before)) {
                    *known = Some(further);
                    waiting.push(Reverse((further, next)));
                }
            }
        }
        costs
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
