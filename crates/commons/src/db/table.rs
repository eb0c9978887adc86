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
