//! What every area stands on, as far as what is kept goes: keys, waiting mail, answered and late forms, the
//! register.

use super::{Area, Datum, Erased, Kept, Section, Then, Until, receipts};
use crate::db::{Scope, Tx};
use crate::ids::MemberId;
use crate::refusal::Broken;
use crate::{late, once, outbox, register, sealed};
use async_trait::async_trait;

/// The tables of this crate. Listed last: it destroys keys.
#[derive(Clone, Copy, Debug)]
pub struct Foundations;

const KEPT: &[Kept] = &[
    Kept {
        table: "groups",
        columns: &["id", "slug", "founded_at", "proposals", "register_seq", "register_hash", "register_at"],
        name: "group",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept { table: "store_mark", columns: &["id", "mark"], name: "store_mark", until: Until::Always, then: Then::Stays },
    Kept {
        table: "register",
        columns: &["seq", "kind", "about", "at", "entry", "prev", "hash", "body", "salt"],
        name: "register",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "effect_done",
        columns: &["decision", "adopted_seq", "done_at"],
        name: "effects",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "member_key",
        columns: &["member_id", "wrapped"],
        name: "keys",
        until: Until::SheLeaves,
        then: Then::Erased,
    },
    Kept {
        table: "outbox",
        columns: &["dedupe_key", "letter", "urgent", "next_at", "expires_at", "attempts"],
        name: "letters",
        // Each says itself when it is useless: five days at most (`reliability D7`).
        until: Until::Days(5),
        then: Then::Erased,
    },
    Kept {
        table: "command_done",
        columns: &["key", "content", "answer", "done_at"],
        name: "forms",
        until: Until::Days(7),
        then: Then::Erased,
    },
    Kept {
        table: "late_form",
        columns: &["member_id", "nonce", "form", "kept_until"],
        name: "late_forms",
        until: Until::Minutes(30),
        then: Then::Erased,
    },
    Kept {
        table: "purge_receipt",
        columns: &["of_table", "day", "gone"],
        name: "receipts",
        until: Until::Days(receipts::KEPT_DAYS),
        then: Then::Erased,
    },
];

#[async_trait(?Send)]
impl Area for Foundations {
    fn name(&self) -> &'static str {
        "foundations"
    }

    fn kept(&self) -> Vec<Kept> {
        KEPT.to_vec()
    }

    async fn everything_about(&self, scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
        let mut rows = Vec::new();
        for form in late::of(scope, member).await? {
            // Buttons and tokens are no words of hers, and an empty field says nothing.
            let words = form.fields.into_iter().filter(|(_, text)| !text.trim().is_empty());
            rows.push(words.map(|(_, text)| Datum::new("late_words", text)).collect());
        }
        let letters = outbox::waiting_for(scope, member).await?;
        let letters = letters.into_iter().map(|expires_at| vec![Datum::new("letter_until", expires_at)]).collect();
        let entries = register::by(scope, member).await?.into_iter();
        let entries = entries.map(|(seq, at)| vec![Datum::new("entry_number", seq), Datum::new("entry_at", at)]);
        Ok(vec![
            Section::new("late_forms", rows),
            Section::new("letters", letters),
            Section::new("entries", entries.collect()),
        ])
    }

    async fn forget(&self, tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
        Ok(vec![
            Erased { table: "late_form", rows: late::forget(tx, member).await? },
            // Last of all: without it, whatever copy is left somewhere does not open.
            Erased { table: "member_key", rows: sealed::destroy_key(tx, member).await? },
        ])
    }

    async fn purge(&self, tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
        Ok(vec![
            Erased { table: "outbox", rows: outbox::forget_expired(tx).await? },
            Erased { table: "command_done", rows: once::forget_old(tx).await? },
            Erased { table: "late_form", rows: late::forget_over(tx).await? },
            Erased { table: "purge_receipt", rows: receipts::forget_old(tx).await? },
        ])
    }
}
