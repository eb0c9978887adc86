//! Proof of permission as a value: [`Permit<P>`].
//!
//! A command that needs the power `P` takes a `Permit<P>` by value. Only [`ask`] makes one, inside the
//! write transaction, from rows read there and then (ruling 26); it cannot be cloned, kept or spent
//! twice. Forgetting the check does not compile:
//!
//! ```compile_fail
//! use membership::powers::{Invite, Permit};
//! let forged: Permit<Invite> = Permit { by: commons::ids::MemberId::new() };
//! ```
//!
//! ```compile_fail
//! use membership::powers::{Invite, Permit};
//! fn twice(permit: Permit<Invite>) -> (Permit<Invite>, Permit<Invite>) {
//!     (permit.clone(), permit)
//! }
//! ```

use crate::MandateId;
use crate::entities::mandate;
use crate::queries::mandates::Mandate;
use crate::queries::{charter, people};
use crate::rules::power::{Actor, Ground, Held, can};
use crate::rules::standing::Standing;
use commons::clock::{Time, local_day};
use commons::db::{Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, Message, No};
use commons::register;
use sea_orm::ColumnTrait;
use std::marker::PhantomData;

pub use crate::rules::power::Who;

/// A thing that can be done, and who may do it.
pub trait Power: 'static {
    /// Its name in mandates, in the register and in translations (`power-<name>`).
    const NAME: &'static str;
    /// Who has it.
    const WHO: Who;
}

/// Declares powers, and the list of them that members read on "Who may do what".
#[macro_export]
macro_rules! powers {
    ($($(#[$doc:meta])* $power:ident = $name:literal, $who:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $power;
            impl $crate::powers::Power for $power {
                const NAME: &'static str = $name;
                const WHO: $crate::powers::Who = $crate::powers::Who::$who;
            }
        )*
        /// Every power of this area, in the order members read them.
        pub const POWERS: &[$crate::powers::Listed] = &[
            $($crate::powers::Listed { name: $name, who: $crate::powers::Who::$who },)*
        ];
    };
}

/// A power as members read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: &'static str,
    /// Who has it.
    pub who: Who,
}

powers! {
    /// Inviting somebody to join.
    Invite = "invite", EveryMember;
    /// Handing a way in to somebody on the founding list who has none yet.
    HandCard = "hand_card", EveryMember;
    /// Writing the page that visitors read.
    WriteWelcomePage = "write_welcome_page", Mandate;
    /// Signing what several members do together, or asking others to.
    SignTogether = "sign_together", EveryMember;
    /// Taking the learner seat of a mandate, or leaving it.
    LearnMandate = "learn_mandate", EveryMember;
    /// Writing what one leaves to the next person, when a mandate was one's own.
    HandOver = "hand_over", EveryMember;
    /// Being in somebody's circle, vouching for her and doubting.
    Vouch = "vouch", EveryMember;
    /// Writing to somebody who asked to join: offering to meet, answering her.
    WelcomeApplicant = "welcome_applicant", EveryMember;
    /// Writing down the sheet of somebody who joins on paper.
    EnterPaper = "enter_paper", EveryMember;
    /// Doing something for a member who has no way in of her own, at her request.
    ActAtRequest = "act_at_request", EveryMember;
    /// Changing one's own ways in and mail.
    ChangeOwnAccess = "change_own_access", Herself;
    // Pausing, leaving, reaching each other.
    /// Pausing, and coming back.
    Rest = "rest", EveryMember;
    /// Leaving.
    Leave = "leave", Herself;
    /// Asking how to reach another member, who reads that it was asked.
    ReadContact = "read_contact", EveryMember;

    // Hard times.

    /// Saying whom one keeps apart from, and taking it back.
    KeepApart = "keep_apart", Herself;
    /// Ending a mediation or a plan of return that concerns oneself.
    LeaveMeasure = "leave_measure", Herself;
    /// Giving the group notice that it will be asked to remove somebody, and recording that she was heard.
    GiveNotice = "give_notice", EveryMember;
    /// Saying that one was heard about one's own removal, or would rather not be, and appealing against it.
    AnswerRemoval = "answer_removal", Herself;
    /// Opening an entry in the register of incidents.
    OpenIncident = "open_incident", EveryMember;
    /// Working on the register of incidents: the assessment, the notices, the end.
    KeepIncidents = "keep_incidents", Mandate;
    /// Reading the register of members that the law asks for, past ones too.
    KeepLegalRegister = "keep_legal_register", Mandate;
    /// Being the one to write to about what the group keeps on people.
    PrivacyContact = "privacy_contact", Mandate;
}

/// Leave to use one power, once, in one write.
#[must_use]
#[derive(Debug)]
pub struct Permit<P: Power> {
    group: GroupId,
    by: MemberId,
    ground: Ground,
    at: Time,
    power: PhantomData<P>,
}

impl<P: Power> Permit<P> {
    /// The group in which it holds.
    pub fn group(&self) -> GroupId {
        self.group
    }
    /// Who may.
    pub fn by(&self) -> MemberId {
        self.by
    }
    /// What makes the power hers.
    pub fn ground(&self) -> Ground {
        self.ground
    }
    /// When it was given.
    pub fn at(&self) -> Time {
        self.at
    }

    /// Writes in the register that a mandate was used, when it is what this permit rests on.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn log_use(&self, tx: &Tx<'_>) -> Result<(), Broken> {
        let Ground::Mandate(mandate) = self.ground else {
            return Ok(());
        };
        self.write_use(tx, mandate, serde_json::json!({ "power": P::NAME })).await
    }

    /// The same for reading one thing: once a day, however often she looks.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn log_reading(&self, tx: &Tx<'_>, read: &str) -> Result<(), Broken> {
        let Ground::Mandate(mandate) = self.ground else {
            return Ok(());
        };
        let body = serde_json::json!({ "power": P::NAME, "read": read });
        let zone = charter::charter(tx).await?.zone();
        let today = local_day(zone, tx.now());
        let of_mandate = register::about(tx, &mandate.to_string()).await?;
        let is_told = of_mandate.iter().any(|entry| {
            entry.kind == register::kinds::MANDATE_USED
                && entry.body.as_ref() == Some(&body)
                && entry.actors == [self.by]
                && local_day(zone, entry.at) == today
        });
        if is_told { Ok(()) } else { self.write_use(tx, mandate, body).await }
    }

    async fn write_use(&self, tx: &Tx<'_>, mandate: MandateId, body: serde_json::Value) -> Result<(), Broken> {
        let (kind, actors, about) = (register::kinds::MANDATE_USED, &[self.by], Some(mandate.to_string()));
        register::append(tx, register::New { kind, actors, about, body }).await?;
        Ok(())
    }
}

/// Asks whether `member` has the power `P` at this instant, from live rows.
///
/// # Errors
/// When she is no longer a member, or does not hold what the power needs.
pub async fn ask<P: Power>(tx: &Tx<'_>, member: MemberId) -> Result<Permit<P>, No> {
    let actor = actor(tx, member).await?;
    match can(&actor, P::WHO, P::NAME, tx.now()) {
        Ok(ground) => Ok(Permit { group: tx.group(), by: member, ground, at: tx.now(), power: PhantomData }),
        Err(_) => Err(No::NotAllowed(refused(actor.standing, P::NAME))),
    }
}

/// As [`ask`], for a command that does more where she has the power, and goes on where she does not.
///
/// # Errors
/// When the store fails.
pub async fn ask_for_more<P: Power>(tx: &Tx<'_>, member: MemberId) -> Result<Option<Permit<P>>, Broken> {
    match ask::<P>(tx, member).await {
        Ok(permit) => Ok(Some(permit)),
        Err(No::Broken(broken)) => Err(broken),
        Err(_) => Ok(None),
    }
}

fn refused(standing: Standing, power: &str) -> Message {
    match standing {
        Standing::Active | Standing::Paused => Message::new("error-needs-mandate")
            .with("power", Message::keyed(format!("power-{}", power.replace('_', "-")))),
        Standing::Ally => Message::new("error-not-for-allies"),
        Standing::Excluded => Message::new("error-excluded"),
        Standing::Left => Message::new("error-members-only"),
    }
}

/// Whether a member has a power now, to show or hide what leads to it. The command asks again.
///
/// # Errors
/// When the store fails.
pub async fn has<P: Power>(scope: &Scope<'_>, member: MemberId) -> Result<bool, Broken> {
    match actor(scope, member).await {
        Ok(actor) => Ok(can(&actor, P::WHO, P::NAME, scope.now()).is_ok()),
        Err(No::Broken(broken)) => Err(broken),
        Err(_) => Ok(false),
    }
}

async fn actor(scope: &Scope<'_>, member: MemberId) -> Result<Actor, No> {
    let standing = people::standing(scope, member).await?.filter(|standing| standing.comes_in());
    let standing = standing.ok_or_else(|| No::NotAllowed(Message::new("error-members-only")))?;
    let held = scope
        .find::<mandate::Entity>()
        .filter(mandate::Column::Holder.eq(member))
        .filter(mandate::Column::EndedAt.is_null());
    let mandates = held.all().await?.into_iter().map(Mandate::from);
    let mandates = mandates.map(|one| Held { dates: one.dates(), mandate: one.id, powers: one.powers });
    // Only of an allied person does it matter.
    let allies_speak = standing == Standing::Ally && charter::charter(scope).await?.allies_speak();
    Ok(Actor { member, standing, allies_speak, mandates: mandates.collect() })
}
