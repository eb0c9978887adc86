//! Puts the site together: the same for the program and for its tests.

use super::app::App;
use super::{assets, error, exit, guard, reading};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{Error, web};

/// The whole site: `pages` adds the areas' routes.
///
/// From the outside in: host names, headers and log; gzip; pages instead of bare errors; routes.
///
/// ```text
/// HttpServer::new(move || kit::site(app.clone(), pages::routes)).bind(listen)?.run().await
/// ```
pub fn site(
    app: web::Data<App>,
    pages: impl FnOnce(&mut web::ServiceConfig),
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    actix_web::App::new()
        .app_data(app)
        .wrap(from_fn(error::kind_pages))
        .wrap(Compress::default())
        .wrap(from_fn(guard::guard))
        .configure(routes)
        .configure(pages)
}

/// The kit's own routes.
///
/// Each address is one `web::resource`, so that the wrong method is told from the wrong address.
fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/static/{stamped}/{path:.*}").route(web::get().to(assets::file)))
        .service(web::resource("/favicon.ico").route(web::get().to(assets::no_icon)))
        .service(web::resource("/exit").route(web::post().to(exit::leave)))
        .service(web::resource("/language").route(web::post().to(reading::choose_language)))
        .service(
            web::resource("/look").route(web::get().to(reading::show_look)).route(web::post().to(reading::choose_look)),
        );
}
