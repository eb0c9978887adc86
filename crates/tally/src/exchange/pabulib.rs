//! Pabulib's `.pb` for participatory budgets (Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis",
//! IJCAI 2023), approval ballots with whole amounts.
//!
//! ```text
//! META
//! key;value
//! budget;50000
//! vote_type;approval
//! PROJECTS
//! project_id;cost;name
//! garden;20000;A garden
//! VOTES
//! voter_id;vote
//! 1;garden
//! ```

use super::{Reason, Refused, on_one_line, whole};
use crate::ballots::{Approval, Ballot, Ballots};
use crate::options::{MOST_OPTIONS, OptionId, PerOption};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A budget with its projects and ballots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// What the vote is about.
    pub description: String,
    /// The whole budget, in the unit of the file.
    pub budget: u64,
    /// The ids of the projects, in listed order.
    pub projects: Vec<String>,
    /// What each is called; its id where the text does not say.
    pub names: Vec<String>,
    /// The cost of each project, in the same unit.
    pub costs: PerOption<u64>,
    /// The ballots.
    pub ballots: Ballots<Approval>,
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Meta,
    Projects,
    Votes,
}

/// Reads a `.pb` text.
///
/// # Errors
/// [`Refused`]. Ballots that are not approvals and amounts that are not whole are not read.
pub fn read(text: &str) -> Result<Vote, Refused> {
    let mut section = None;
    let mut columns: Option<(usize, usize)> = None;
    let mut name_column = None;
    let mut description = String::new();
    let mut budget = None;
    let mut projects: Vec<String> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut costs: Vec<u64> = Vec::new();
    let mut places: BTreeMap<String, OptionId> = BTreeMap::new();
    let mut votes: Vec<(usize, String)> = Vec::new();
    for (line, content) in (1..).zip(text.lines()).filter(|(_, content)| !content.trim().is_empty()) {
        let refused = |reason| Refused { line, reason };
        let named = match content.trim() {
            "META" => Some(Section::Meta),
            "PROJECTS" => Some(Section::Projects),
            "VOTES" => Some(Section::Votes),
            _ => None,
        };
        if named.is_some() {
            (section, columns) = (named, None);
            continue;
        }
        let section = section.ok_or_else(|| refused(Reason::Form))?;
        let cells: Vec<&str> = content.split(';').map(str::trim).collect();
        let Some((first, second)) = columns else {
            let column = |name| cells.iter().position(|cell| *cell == name);
            columns = match section {
                Section::Meta => column("key").zip(column("value")),
                Section::Projects => {
                    name_column = column("name");
                    column("project_id").zip(column("cost"))
                }
                Section::Votes => column("voter_id").zip(column("vote")),
            };
            if columns.is_none() {
                return Err(refused(Reason::Form));
            }
            continue;
        };
        let (Some(first), Some(second)) = (cells.get(first), cells.get(second)) else {
            return Err(refused(Reason::Form));
        };
        match (section, *first) {
            (Section::Meta, "budget") => budget = Some(whole(second, line)?),
            (Section::Meta, "description") => description = (*second).to_owned(),
            (Section::Meta, "vote_type") if *second != "approval" => return Err(refused(Reason::NotSupported)),
            (Section::Meta, _) => {}
            (Section::Projects, id) => {
                let place = u16::try_from(projects.len()).ok().filter(|place| *place < MOST_OPTIONS);
                let place = place.ok_or_else(|| refused(Reason::Options))?;
                if places.insert(id.to_owned(), OptionId::new(place)).is_some() {
                    return Err(refused(Reason::Form));
                }
                projects.push(id.to_owned());
                names.push(name_column.and_then(|at| cells.get(at)).copied().unwrap_or(id).to_owned());
                costs.push(whole(second, line)?);
            }
            (Section::Votes, _) => votes.push((line, (*second).to_owned())),
        }
    }
    let end = |reason| Refused { line: text.lines().count() + 1, reason };
    let budget = budget.ok_or_else(|| end(Reason::Ends))?;
    let count = super::options(projects.len() as u64, text.lines().count() + 1)?;
    let mut ballots = Ballots::new(count);
    for (line, vote) in votes {
        let named = vote.split(',').map(str::trim).filter(|id| !id.is_empty());
        let options: Option<Vec<OptionId>> = named.map(|id| places.get(id).copied()).collect();
        let options = options.ok_or(Refused { line, reason: Reason::Form })?;
        let added = Approval::new(options).and_then(|ballot| ballots.add(ballot, 1));
        added.map_err(|reason| Refused { line, reason: Reason::Ballot(reason) })?;
    }
    let costs = PerOption::new(count, |option| costs.get(option.place()).copied().unwrap_or_default());
    Ok(Vote { description, budget, projects, names, costs, ballots })
}

/// Writes a vote. The format has one line a voter: voters are numbered in the fixed order of their ballots, which says
/// nothing of the order in which they voted.
pub fn write(vote: &Vote) -> String {
    let clean = |text: &str| on_one_line(text, ';');
    let id =
        |option: OptionId| vote.projects.get(option.place()).map(|id| clean(id).replace(',', " ")).unwrap_or_default();
    let mut text = format!("META\nkey;value\ndescription;{}\n", clean(&vote.description));
    let _ = writeln!(text, "num_projects;{}\nnum_votes;{}", vote.projects.len(), vote.ballots.total());
    let _ = writeln!(text, "budget;{}\nvote_type;approval", vote.budget);
    text.push_str("PROJECTS\nproject_id;cost;name\n");
    for (option, cost) in vote.costs.iter() {
        let name = vote.names.get(option.place()).map(|name| clean(name)).unwrap_or_default();
        let _ = writeln!(text, "{};{cost};{name}", id(option));
    }
    text.push_str("VOTES\nvoter_id;vote\n");
    let mut voter = 0u64;
    for (ballot, count) in vote.ballots.iter() {
        let approved = ballot.named().map(id).collect::<Vec<_>>().join(",");
        for _ in 0..count {
            voter += 1;
            let _ = writeln!(text, "{voter};{approved}");
        }
    }
    text
}
