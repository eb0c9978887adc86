//! One way to declare a table of a group.

/// Declares a module with the entity of a table whose rows belong to a group.
///
/// The group is the first column and part of the key; `key` columns follow, then the others.
#[macro_export]
macro_rules! table {
    ($vis:vis $module:ident = $table:literal, key($($key:ident : $key_type:ty),*), {
        $($field:ident : $type:ty),* $(,)?
    }) => {
        $vis mod $module {
            #![doc = concat!("Table `", $table, "`.")]
            #![allow(missing_docs, reason = "columns are explained where they are read")]
            #[allow(unused_imports, reason = "not every table uses every type of its area")]
            use super::*;
            use $crate::ids::GroupId;
            use ::sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub group_id: GroupId,
                $(#[sea_orm(primary_key, auto_increment = false)] pub $key: $key_type,)*
                $(pub $field: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }

        impl $crate::db::InGroup for $module::Entity {
            fn group_column() -> $module::Column {
                $module::Column::GroupId
            }
        }
    };
}

/// Lets a pure enum be a column: each variant as a word. The enum itself knows nothing of any store.
#[macro_export]
macro_rules! stored_as_word {
    ($type:ty { $($variant:ident = $word:literal),* $(,)? }) => {
        impl ::std::convert::From<$type> for ::sea_orm::Value {
            fn from(value: $type) -> Self {
                let word = match value { $(<$type>::$variant => $word,)* };
                word.into()
            }
        }

        impl ::sea_orm::TryGetable for $type {
            fn try_get_by<I: ::sea_orm::ColIdx>(
                row: &::sea_orm::QueryResult,
                index: I,
            ) -> ::std::result::Result<Self, ::sea_orm::TryGetError> {
                let word = <String as ::sea_orm::TryGetable>::try_get_by(row, index)?;
                <Self as ::sea_orm::sea_query::ValueType>::try_from(word.into()).map_err(|_| {
                    ::sea_orm::TryGetError::DbErr(::sea_orm::DbErr::Type(concat!("an unknown ", stringify!($type)).to_owned()))
                })
            }
        }

        impl ::sea_orm::sea_query::ValueType for $type {
            fn try_from(value: ::sea_orm::Value) -> ::std::result::Result<Self, ::sea_orm::sea_query::ValueTypeErr> {
                let word = <String as ::sea_orm::sea_query::ValueType>::try_from(value)?;
                match word.as_str() {
                    $($word => Ok(<$type>::$variant),)*
                    _ => Err(::sea_orm::sea_query::ValueTypeErr),
                }
            }
            fn type_name() -> String {
                stringify!($type).to_owned()
            }
            fn array_type() -> ::sea_orm::sea_query::ArrayType {
                ::sea_orm::sea_query::ArrayType::String
            }
            fn column_type() -> ::sea_orm::sea_query::ColumnType {
                ::sea_orm::sea_query::ColumnType::String(::sea_orm::sea_query::StringLen::N(16))
            }
        }

        impl ::sea_orm::sea_query::Nullable for $type {
            fn null() -> ::sea_orm::Value {
                <String as ::sea_orm::sea_query::Nullable>::null()
            }
        }
    };
}
