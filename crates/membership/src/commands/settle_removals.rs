//! What the clock brings to removals: a notice without a vote lapses, one that was adopted takes effect after its delay,
//! an appeal that nobody answered annuls it, and an exclusion ends by itself, whoever looks first
//! (`docs/decisions/0006-the-clock-on-every-read.md`). The one place where somebody becomes [`Standing::Excluded`].

use crate::commands::give_notice::log;
use crate::commands::leave::{empty_place, end_mandates};
use crate::entities::{member, removal};
use crate::mail::tell_news;
use crate::queries::removals::state;
use crate::rules::removal::{ANSWER_WITHIN, Appeal, How, NOTICE_ENDS, Removal, Step};
use crate::rules::standing::Standing;
use commons::area::Areas;
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, No};
use commons::register::kinds;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};

/// Does what is due, and says how many moves there were.
///
/// # Errors
/// When the store fails; then nothing of it is done, and whoever comes next tries again.
pub async fn settle_removals(db: &Db, areas: &Areas, group: GroupId) -> Result<usize, Broken> {
    // Looked at without a lock first: nearly always there is nothing to do.
    if due(&db.read(group)).await?.is_empty() {
        return Ok(0);
    }
    let work = async |tx: &Tx<'_>| {
        let mut moves = 0;
        // What acts late may end at once.
        loop {
            let rows = due(tx).await?;
            if rows.is_empty() {
                return Ok(moves);
            }
            for row in rows {
                move_on(tx, areas, &row).await?;
                moves += 1;
            }
        }
    };
    db.write(group, work).await
}

async fn due(scope: &Scope<'_>) -> Result<Vec<removal::Model>, Broken> {
    use removal::Column;
    let acts = Condition::all().add(Column::ActedAt.is_null()).add(Column::ActsAt.lte(scope.now()));
    let lapses = Condition::all().add(Column::Roll.is_null()).add(Column::NoticedAt.lte(scope.now() - NOTICE_ENDS));
    let unanswered = Condition::all().add(Column::Appeal.eq(Appeal::Open));
    let unanswered = unanswered.add(Column::AppealedAt.lte(scope.now() - ANSWER_WITHIN));
    let due = Condition::any().add(acts).add(lapses).add(unanswered).add(Column::Until.lte(scope.now()));
    let rows = scope.find::<removal::Entity>().filter(Column::How.is_null()).filter(due);
    Ok(rows.ascending(Column::ActsAt).all().await?)
}

async fn move_on(tx: &Tx<'_>, areas: &Areas, row: &removal::Model) -> Result<(), Broken> {
    let (state, standing) = (state(row)?, standing(tx, row.person).await?);
    let step = match (state, row.appealed_at) {
        (Removal::Noticed { .. } | Removal::Heard { .. }, _) => Step::Lapse,
        (Removal::Adopted { .. }, _) => Step::Act,
        (Removal::Acting { appeal: Appeal::Open, .. }, Some(appealed)) => Step::Unanswered(appealed),
        _ => Step::End,
    };
    let next = state.step(step, tx.now()).map_err(|cannot| Broken::stored(format!("a removal: {cannot:?}")))?;
    match (next, standing) {
        (Removal::Acting { until, .. }, Some(standing)) if standing.comes_in() => {
            exclude(tx, row, until).await?;
            Ok(told(log(tx, kinds::REMOVAL_ACTED, &[], row.person).await)?)
        }
        // She left meanwhile: nothing is left to act on.
        (Removal::Acting { .. }, _) => over(tx, row, How::TakenBack).await,
        (Removal::Over(How::Lapsed), _) => lapse(tx, row).await,
        (Removal::Over(How::Annulled), standing) => {
            if standing == Some(Standing::Excluded) {
                take_back_in(tx, row).await?;
            }
            over(tx, row, How::Annulled).await
        }
        (Removal::Over(how), standing) => {
            if standing == Some(Standing::Excluded) {
                // Her term is over: her place is emptied as that of somebody who left, her name and her address are
                // free again, and nothing marks her. She may ask to come in like anybody (M19).
                told(empty_place(tx, row.person, areas).await)?;
                told(log(tx, kinds::REMOVAL_ENDED, &[], row.person).await)?;
            }
            over(tx, row, how).await
        }
        (Removal::Noticed { .. } | Removal::Heard { .. } | Removal::Voting { .. } | Removal::Adopted { .. }, _) => {
            Err(Broken::stored("nothing is due for a removal in this state"))
        }
    }
}

fn told<T>(outcome: Result<T, No>) -> Result<T, Broken> {
    outcome.map_err(|no| match no {
        No::Broken(broken) => broken,
        other => Broken::stored(other),
    })
}

async fn standing(tx: &Tx<'_>, member: MemberId) -> Result<Option<Standing>, Broken> {
    crate::queries::people::standing(tx, member).await
}

/// From now on she reads what is kept about her, and what the decision says. Her mandates end; they do not come back.
async fn exclude(tx: &Tx<'_>, row: &removal::Model, until: commons::clock::Time) -> Result<(), Broken> {
    let her = member::ActiveModel {
        id: Set(row.person),
        standing: Set(Standing::Excluded),
        standing_until: Set(Some(until)),
        ..Default::default()
    };
    tx.update(her).await?;
    end_mandates(tx, row.person, &[], row.decision).await?;
    end_notices_of(tx, row.person).await?;
    let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(row.id));
    this.set(removal::Column::ActedAt, tx.now()).go().await?;
    Ok(())
}

/// She is a member again, as before; her old mandates are not. She is told that there is news.
async fn take_back_in(tx: &Tx<'_>, row: &removal::Model) -> Result<(), Broken> {
    let her = member::ActiveModel {
        id: Set(row.person),
        standing: Set(Standing::Active),
        standing_until: Set(None),
        ..Default::default()
    };
    tx.update(her).await?;
    told(log(tx, kinds::REMOVAL_ANNULLED, &[], row.person).await)?;
    tell_news(tx, &format!("removal-annulled/{}", row.id), &[row.person]).await
}

async fn lapse(tx: &Tx<'_>, row: &removal::Model) -> Result<(), Broken> {
    over(tx, row, How::Lapsed).await?;
    told(log(tx, kinds::REMOVAL_LAPSED, &[], row.person).await)
}

/// Whoever gave notice is a member no more: what she began goes with her, unless its vote is open.
pub(crate) async fn end_notices_of(tx: &Tx<'_>, initiator: MemberId) -> Result<(), Broken> {
    use removal::Column;
    let hers = tx.find::<removal::Entity>().filter(Column::Initiator.eq(initiator)).filter(Column::How.is_null());
    for row in hers.filter(Column::Roll.is_null()).all().await? {
        lapse(tx, &row).await?;
    }
    Ok(())
}

async fn over(tx: &Tx<'_>, row: &removal::Model, how: How) -> Result<(), Broken> {
    let none: Option<commons::sealed::Sealed> = None;
    let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(row.id));
    let this = this.set(removal::Column::How, how).set(removal::Column::AppealWords, none);
    this.set(removal::Column::OverAt, tx.now()).go().await?;
    Ok(())
}
