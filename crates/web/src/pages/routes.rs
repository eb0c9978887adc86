//! Every address of the areas, with who may come. The tests walk this table, and members read the powers in it.

use super::visit::{May, Member, Oneself, Sent, Visit};
use super::{decisions, membership, mutual_aid};
use crate::kit::Page;
use ::membership::powers::Power;
use actix_web::{FromRequest, Handler, Responder, web};
use std::collections::BTreeMap;

/// Who may come to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Anybody.
    Nothing,
    /// Somebody signed in who reads the group's pages.
    Membership,
    /// Somebody signed in, about herself alone.
    Oneself,
    /// Somebody who has this power, asked inside the write.
    Power(&'static str),
}

/// One address.
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Its pattern, such as `/g/{group}/decide/{number}`.
    pub path: &'static str,
    /// Who may come.
    pub needs: Needs,
    install: Box<dyn FnOnce(actix_web::Resource) -> actix_web::Resource>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} needs {:?}", self.method, self.path, self.needs)
    }
}

/// Arguments of a handler that anybody may reach: the first is a [`Page`] or a [`Visit`].
pub trait ForAnybody {}
/// Arguments of a handler for somebody signed in: the first is a [`Member`] or a [`Sent`].
pub trait ForMembers {}
/// Arguments of a handler for what is one's own: the first is a [`Oneself`].
pub trait ForOneself {}
/// Arguments of a handler that uses the power `P`: the first is a [`May<P, _>`](May).
pub trait WithPower<P> {}

macro_rules! first_argument {
    ($($rest:ident),*) => {
        impl<$($rest),*> ForAnybody for (Page, $($rest,)*) {}
        impl<$($rest),*> ForAnybody for (Visit, $($rest,)*) {}
        impl<$($rest),*> ForMembers for (Member, $($rest,)*) {}
        impl<T, $($rest),*> ForMembers for (Sent<T>, $($rest,)*) {}
        impl<$($rest),*> ForOneself for (Oneself, $($rest,)*) {}
        impl<P: Power, T, $($rest),*> WithPower<P> for (May<P, T>, $($rest,)*) {}
    };
}
first_argument!();
first_argument!(A);
first_argument!(A, B);
first_argument!(A, B, C);

/// The parts of the table. Each area gives its own.
pub(super) mod table {
    use super::*;

    fn route<F, Args>(method: &'static str, path: &'static str, needs: Needs, handler: F) -> Route
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let install = move |resource: actix_web::Resource| match method {
            "GET" => resource.route(web::get().to(handler)),
            _ => resource.route(web::post().to(handler)),
        };
        Route { method, path, needs, install: Box::new(install) }
    }

    /// A page that anybody may read.
    pub(in crate::pages) fn open_get<F, Args>(path: &'static str, handler: F) -> Route
    where
        F: Handler<Args>,
        Args: FromRequest + ForAnybody + 'static,
        F::Output: Responder + 'static,
    {
        route("GET", path, Needs::Nothing, handler)
    }

    /// A form that anybody may send: coming in, leaving, stopping mail.
    pub(in crate::pages) fn open_post<F, Args>(path: &'static str, handler: F) -> Route
    where
        F: Handler<Args>,
        Args: FromRequest + ForAnybody + 'static,
        F::Output: Responder + 'static,
    {
        route("POST", path, Needs::Nothing, handler)
    }

    /// A page for members.
    pub(in crate::pages) fn member_get<F, Args>(path: &'static str, handler: F) -> Route
    where
        F: Handler<Args>,
        Args: FromRequest + ForMembers + 'static,
        F::Output: Responder + 'static,
    {
        route("GET", path, Needs::Membership, handler)
    }

    /// A page about oneself alone, also for somebody who was removed.
    pub(in crate::pages) fn own_get<F, Args>(path: &'static str, handler: F) -> Route
    where
        F: Handler<Args>,
        Args: FromRequest + ForOneself + 'static,
        F::Output: Responder + 'static,
    {
        route("GET", path, Needs::Oneself, handler)
    }

    /// A form about oneself alone, whose command takes who sent it.
    pub(in crate::pages) fn member_post<F, Args>(path: &'static str, handler: F) -> Route
    where
        F: Handler<Args>,
        Args: FromRequest + ForMembers + 'static,
        F::Output: Responder + 'static,
    {
        route("POST", path, Needs::Membership, handler)
    }

    /// A form whose command needs the power `P`.
    pub(in crate::pages) fn power_post<P, F, Args>(path: &'static str, handler: F) -> Route
    where
        P: Power,
        F: Handler<Args>,
        Args: FromRequest + WithPower<P> + 'static,
        F::Output: Responder + 'static,
    {
        route("POST", path, Needs::Power(P::NAME), handler)
    }
}

/// Every address of every area.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![table::member_get("/g/{group}", super::today::today)];
    routes.extend(membership::routes());
    routes.extend(decisions::routes());
    routes.extend(mutual_aid::routes());
    routes
}

/// Puts the table into the application. Each address is one resource, so that a wrong method is told from
/// a wrong address.
pub fn configure(config: &mut web::ServiceConfig) {
    let mut resources: BTreeMap<&'static str, actix_web::Resource> = BTreeMap::new();
    let mut order = Vec::new();
    for route in routes() {
        let resource = resources.remove(route.path).unwrap_or_else(|| {
            order.push(route.path);
            web::resource(route.path)
        });
        resources.insert(route.path, (route.install)(resource));
    }
    for path in order {
        if let Some(resource) = resources.remove(path) {
            config.service(resource);
        }
    }
}
