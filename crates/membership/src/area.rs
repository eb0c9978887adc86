//! What this area owes to the people it keeps something about: what it keeps, each her own, what goes when she
//! leaves, what is over.

use crate::commands::{
    ask, at_request, circle, consent, contact, devices, incident, invite, keep_apart, leave, mail_link, pause,
    print_card, recover, session, settle_removals, welcome_pair,
};
use crate::entities::founding;
use crate::joint;
use crate::queries::{
    applications, circle as circles, contacts, devices as signed_in, mandates, me, measures, my_card, pause as pauses,
    readings, recovery, removals,
};
use async_trait::async_trait;
use commons::area::{Area, Erased, Kept, Section, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;

/// The tables of membership.
#[derive(Clone, Copy, Debug)]
pub struct Membership;

const KEPT: &[Kept] = &[
    Kept {
        table: "member",
        columns: &["id", "name", "standing", "joined_at", "votes_from", "standing_until"],
        name: "member",
        until: Until::SheLeaves,
        then: Then::Detached,
    },
    Kept {
        table: "member",
        columns: &["email", "email_index", "wants_news"],
        name: "email",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept { table: "member", columns: &["passphrase"], name: "passphrase", until: Until::SheSaysSo, then: Then::Erased },
    Kept {
        table: "ally",
        columns: &["member_id", "described"],
        name: "ally",
        until: Until::SheLeaves,
        then: Then::Erased,
    },
    Kept {
        table: "session",
        columns: &["token", "member_id", "own_device", "idle_until", "ends_at"],
        name: "sessions",
        // Two hours after it ended, so that a form sent too late still finds whose it is (ruling 12).
        until: Until::Minutes(120),
        then: Then::Erased,
    },
    Kept {
        table: "entrance",
        columns: &["sending", "member_id", "own_device", "expires_at"],
        name: "entrances",
        until: Until::Minutes(1),
        then: Then::Erased,
    },
    Kept {
        table: "sign_in_link",
        columns: &["token", "code", "browser", "member_id", "own_device", "tries", "expires_at"],
        name: "sign_in_links",
        until: Until::Minutes(30),
        then: Then::Erased,
    },
    Kept {
        table: "invitation",
        columns: &["id", "token", "words", "for_member", "used", "taken_back", "made_by", "made_at", "expires_at"],
        name: "invitations",
        until: Until::Days(invite::GOOD_DAYS + 1),
        then: Then::Erased,
    },
    Kept {
        table: "charter_rule",
        columns: &["rule", "since_seq", "value", "since", "until"],
        name: "charter",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "mandate",
        columns: &[
            "id",
            "title",
            "aim",
            "limits",
            "powers",
            "holder",
            "starts_at",
            "ends_at",
            "granted_by",
            "ended_at",
            "ended_by",
        ],
        name: "mandates",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "joint_act",
        columns: &["id", "kind", "details", "hash", "asked_by", "asked_at", "not_after", "done_at", "done_seq"],
        name: "joint_acts",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "joint_signature",
        columns: &["act_id", "member_id", "signed_at"],
        name: "joint_signatures",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "welcome_page",
        columns: &["words", "written_at"],
        name: "welcome_page",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "founding",
        columns: &["token", "expires_at", "draft"],
        name: "founding",
        until: Until::Days(30),
        then: Then::Erased,
    },
    Kept {
        table: "legal_register",
        columns: &["id", "entry"],
        name: "legal_register",
        until: Until::Always,
        then: Then::Stays,
    },
];

#[async_trait(?Send)]
impl Area for Membership {
    fn name(&self) -> &'static str {
        "membership"
    }

    fn kept(&self) -> Vec<Kept> {
        [
            KEPT,
            pause::KEPT,
            contact::KEPT,
            mandates::KEPT,
            readings::KEPT,
            keep_apart::KEPT,
            measures::KEPT,
            removals::KEPT,
            incident::KEPT,
            print_card::KEPT,
            devices::KEPT,
            circle::KEPT,
            recover::KEPT,
            ask::KEPT,
            consent::KEPT,
            at_request::KEPT,
            welcome_pair::KEPT,
        ]
        .concat()
    }

    async fn everything_about(&self, scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
        let mut sections = me::about(scope, member).await?;
        sections.extend(pauses::about(scope, member).await?);
        sections.extend(contacts::about(scope, member).await?);
        sections.extend(mandates::about(scope, member).await?);
        sections.extend(keep_apart::about(scope, member).await?);
        sections.extend(measures::about(scope, member).await?);
        sections.extend(removals::about(scope, member).await?);
        sections.extend(signed_in::about(scope, member).await?);
        sections.extend(my_card::about(scope, member).await?);
        sections.extend(circles::about(scope, member).await?);
        sections.extend(recovery::about(scope, member).await?);
        sections.extend(applications::about(scope, member).await?);
        sections.extend(consent::about(scope, member).await?);
        sections.extend(at_request::about(scope, member).await?);
        sections.extend(welcome_pair::about(scope, member).await?);
        Ok(sections)
    }

    /// The row itself is emptied last: the others are opened with what it says.
    async fn forget(&self, tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
        let mut erased = pause::forget(tx, member).await?;
        erased.extend(contact::forget(tx, member).await?);
        erased.extend(mandates::forget(tx, member).await?);
        erased.extend(measures::forget(tx, member).await?);
        settle_removals::end_notices_of(tx, member).await?;
        erased.extend(removals::forget(tx, member).await?);
        erased.extend(print_card::forget(tx, member).await?);
        erased.extend(devices::forget(tx, member).await?);
        erased.extend(circle::forget(tx, member).await?);
        erased.extend(recover::forget(tx, member).await?);
        erased.extend(ask::forget(tx, member).await?);
        erased.extend(consent::forget(tx, member).await?);
        erased.extend(at_request::forget(tx, member).await?);
        erased.extend(welcome_pair::forget(tx, member).await?);
        // After everything that asks whom she keeps apart from.
        erased.extend(keep_apart::forget(tx, member).await?);
        erased.extend(leave::forget(tx, member).await?);
        Ok(erased)
    }

    async fn purge(&self, tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
        let founding = tx.delete_outside::<founding::Entity>().filter(founding::Column::ExpiresAt.lte(tx.now()));
        let mut erased = vec![
            Erased { table: "session", rows: session::forget_ended(tx).await? },
            Erased { table: "sign_in_link", rows: mail_link::forget_expired(tx).await? },
            Erased { table: "invitation", rows: invite::forget_expired(tx).await? },
            Erased { table: "joint_act", rows: joint::forget_old(tx).await? },
            Erased { table: "application", rows: ask::forget_old(tx).await? },
            Erased { table: "founding", rows: founding.go().await? },
            Erased { table: "reader_log", rows: contact::forget_old(tx).await? },
        ];
        erased.extend(measures::purge(tx).await?);
        erased.extend(removals::purge(tx).await?);
        erased.extend(incident::purge(tx).await?);
        erased.extend(devices::purge(tx).await?);
        erased.extend(recover::purge(tx).await?);
        erased.push(consent::purge(tx).await?);
        erased.push(at_request::purge(tx).await?);
        erased.push(welcome_pair::purge(tx).await?);
        Ok(erased)
    }
}
