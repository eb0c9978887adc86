//! Identifiers as types of their own, so that a member can never be passed where a group is meant.

/// Makes a newtype over `Uuid` that works as a column, in JSON and in a path.
///
/// `v7` ids sort by birth. `v4` is for the few things whose time of birth would betray someone
/// (ruling 32): ballots, envelopes, anonymous answers.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            ::serde::Serialize, ::serde::Deserialize, ::sea_orm::DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(pub ::uuid::Uuid);

        impl $name {
            /// A new identifier, later than every one made before it in this process.
            #[allow(clippy::new_without_default, reason = "two defaults would differ")]
            pub fn new() -> Self {
                Self($crate::ids::born_now())
            }
        }

        impl ::sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, ::sea_orm::DbErr> {
                Err(::sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                ::uuid::Uuid::parse_str(text).map(Self)
            }
        }
    };
}

/// A version 7 UUID. Its time is only an order of birth, never shown and never compared with a deadline.
#[allow(clippy::disallowed_methods, reason = "the one place where ids are born")]
pub fn born_now() -> uuid::Uuid {
    uuid::Uuid::now_v7()
}

id! {
    /// A self-managed group. Part of every key: no row lives outside a group.
    GroupId
}
id! {
    /// One person's place in one group. A person in two groups has two, which nothing links (ruling 33).
    MemberId
}
