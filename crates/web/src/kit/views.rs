//! Templates: one Tera for each theme and voice, with the words, dates and drawings they may use.
//!
//! A theme's own template replaces the default one of the same name and may extend it as
//! `default/<name>`. Components are global: a theme that defines a component of the default theme
//! replaces it.

use super::drawings::{self, Icons};
use super::messages::{MessageError, Messages, Place, Voice};
use super::theme::{Theme, Themes};
use super::when;
use chrono_tz::Tz;
use commons::refusal::Message;
use fluent_bundle::{FluentArgs, FluentValue};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

/// Why a theme or a page cannot be put into words.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// A template that does not read or cannot be filled.
    #[error("theme {theme}, {voice:?}: {source}")]
    Template {
        /// Name of the theme.
        theme: String,
        /// Voice of the page.
        voice: Voice,
        /// What the template engine said.
        source: Box<tera::Error>,
    },
    /// A message file or a message.
    #[error(transparent)]
    Message(#[from] MessageError),
}

/// Templates and messages of one theme in one voice.
#[derive(Debug)]
struct View {
    tera: Tera,
    messages: Arc<Messages>,
}

/// Templates and messages of all themes in all voices.
#[derive(Debug)]
pub struct Views {
    by_theme: HashMap<String, HashMap<Voice, View>>,
    default: HashMap<Voice, View>,
}

impl Views {
    /// Reads every template and message file once.
    ///
    /// # Errors
    /// When one of them does not read; the error names the theme, the file and the place.
    pub fn load(themes: &Themes) -> Result<Self, ViewError> {
        let mut by_theme = HashMap::new();
        for theme in themes.all() {
            by_theme.insert(theme.name().to_owned(), voices(theme)?);
        }
        let default = by_theme.remove(super::theme::DEFAULT).unwrap_or_default();
        Ok(Self { by_theme, default })
    }

    /// Those of the theme inside the program, read once.
    ///
    /// # Errors
    /// When one of them does not read.
    pub fn embedded() -> Result<&'static Arc<Self>, ViewError> {
        static EMBEDDED: OnceLock<Arc<Views>> = OnceLock::new();
        if let Some(views) = EMBEDDED.get() {
            return Ok(views);
        }
        let views = Arc::new(Self::load(&Themes::embedded())?);
        Ok(EMBEDDED.get_or_init(|| views))
    }

    /// Fills the template `name`.
    ///
    /// # Errors
    /// When there is no such template, or when it uses something it was not given.
    pub fn render(&self, theme: &str, voice: Voice, name: &str, context: &Context) -> Result<String, ViewError> {
        let filled = match self.view(theme, voice) {
            Some(view) => view.tera.render(name, context),
            None => Err(tera::Error::message("no such voice")),
        };
        filled.map_err(|source| ViewError::Template { theme: theme.to_owned(), voice, source: Box::new(source) })
    }

    /// The words of `theme` in `voice`.
    ///
    /// # Errors
    /// Never, once [`Views::load`] has succeeded.
    pub fn messages(&self, theme: &str, voice: Voice) -> Result<&Messages, MessageError> {
        let found = self.view(theme, voice).map(|view| view.messages.as_ref());
        found.ok_or_else(|| MessageError::Missing(theme.to_owned(), voice.tag()))
    }

    /// Names of all templates, for tests that fill each of them.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> =
            self.default.get(&Voice::FrTu).map(|view| view.tera.get_template_names().collect()).unwrap_or_default();
        names.sort_unstable();
        names
    }

    fn view(&self, theme: &str, voice: Voice) -> Option<&View> {
        self.by_theme.get(theme).unwrap_or(&self.default).get(&voice)
    }
}

/// The same templates in each voice: they are read once, which takes most of the time of a start.
fn voices(theme: &Arc<Theme>) -> Result<HashMap<Voice, View>, ViewError> {
    let mut read: Option<Tera> = None;
    let mut views = HashMap::new();
    for voice in Voice::ALL {
        let messages = Arc::new(Messages::load(theme, voice)?);
        let tera = match &read {
            Some(read) => spoken(read.clone(), &messages),
            None => templates(theme, &messages).map_err(|source| ViewError::Template {
                theme: theme.name().to_owned(),
                voice,
                source: Box::new(source),
            })?,
        };
        read.get_or_insert_with(|| tera.clone());
        views.insert(voice, View { tera, messages });
    }
    Ok(views)
}

/// All templates of a theme, read.
fn templates(theme: &Arc<Theme>, messages: &Arc<Messages>) -> TeraResult<Tera> {
    let mut tera = spoken(Tera::new(), messages);
    register_drawings(&mut tera, theme);
    add_templates(&mut tera, theme)?;
    Ok(tera)
}

/// These templates, with these words.
fn spoken(mut tera: Tera, messages: &Arc<Messages>) -> Tera {
    register_words(&mut tera, messages);
    register_times(&mut tera, messages);
    tera
}

/// Adds templates and mail texts, those of the theme before those it stands on.
fn add_templates(tera: &mut Tera, theme: &Theme) -> TeraResult<()> {
    let layers: Vec<&Theme> = std::iter::successors(Some(theme), |theme| theme.below()).collect();
    let prefixes: Vec<String> = layers.iter().map(|layer| prefix(layer)).collect();
    tera.set_fallback_prefixes(prefixes.clone())?;
    let mut files = Vec::new();
    for (layer, prefix) in layers.iter().zip(&prefixes).rev() {
        for folder in ["templates/", "mail/"] {
            for path in layer.own_names(folder).filter(|path| path.ends_with(".html") || path.ends_with(".txt")) {
                let text = std::str::from_utf8(layer.own(path).unwrap_or_default());
                let text = text.map_err(|error| tera::Error::message(format!("{path}: {error}")))?;
                let name = path.strip_prefix("templates/").unwrap_or(path);
                files.push((format!("{prefix}{name}"), text));
            }
        }
    }
    tera.add_raw_templates(files)
}

/// `default/` for the program's own files, `lilas/` for a theme laid over them.
fn prefix(layer: &Theme) -> String {
    match layer.below() {
        None => "default/".to_owned(),
        Some(_) if layer.name() == super::theme::DEFAULT => "default-here/".to_owned(),
        Some(_) => format!("{}/", layer.name()),
    }
}

fn told<E: std::fmt::Display>(error: E) -> tera::Error {
    tera::Error::message(error.to_string())
}

fn register_words(tera: &mut Tera, messages: &Arc<Messages>) {
    let words = Arc::clone(messages);
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let args = fluent_args(&kwargs, &words, state, str::to_owned)?;
        words.text(kwargs.must_get::<&str>("key")?, &args).map_err(told)
    });
    let words = Arc::clone(messages);
    tera.register_function("t_html", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let args = fluent_args(&kwargs, &words, state, escaped)?;
        let html = words.html(kwargs.must_get::<&str>("key")?, &args).map_err(told)?;
        Ok(Value::safe_string(&html))
    });
    let words = Arc::clone(messages);
    tera.register_filter("say", move |message: &Value, _: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let message = serde_json::to_value(message).and_then(serde_json::from_value::<Message>).map_err(told)?;
        words.say(&message, &place(state)?).map_err(told)
    });
    tera.register_function("one_time_id", |_: Kwargs, _: &State<'_>| uuid::Uuid::new_v4().to_string());
}

fn register_times(tera: &mut Tera, messages: &Arc<Messages>) {
    let words = Arc::clone(messages);
    tera.register_filter("day", move |text: &str, kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let day = when::date(text, zone(&kwargs, state)?).map_err(told)?;
        words.day(day, kwargs.get::<bool>("year")?.unwrap_or(false)).map_err(told)
    });
    let words = Arc::clone(messages);
    tera.register_filter("day_time", move |text: &str, kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let at = when::instant(text).map_err(told)?;
        words.day_time(at, must_zone(&kwargs, state)?, kwargs.get::<bool>("year")?.unwrap_or(false)).map_err(told)
    });
    let words = Arc::clone(messages);
    tera.register_filter("hour", move |text: &str, kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        words.hour(when::instant(text).map_err(told)?, must_zone(&kwargs, state)?).map_err(told)
    });
    let words = Arc::clone(messages);
    // An hour of any day, as it is kept: "19:30".
    tera.register_filter("clock", move |text: &str, _: Kwargs, _: &State<'_>| -> TeraResult<String> {
        words.clock(when::clock(text).map_err(told)?).map_err(told)
    });
    let words = Arc::clone(messages);
    tera.register_filter("deadline", move |text: &str, kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        words.deadline(when::instant(text).map_err(told)?, must_zone(&kwargs, state)?).map_err(told)
    });
}

fn register_drawings(tera: &mut Tera, theme: &Arc<Theme>) {
    let icons = icons(theme);
    tera.register_function("icon_shape", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let name = kwargs.must_get::<&str>("name")?;
        icons.shape(name).map(Value::safe_string).ok_or_else(|| tera::Error::message(format!("no icon `{name}`")))
    });
    tera.register_function("squares", |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        Value::try_from_serializable(&drawings::squares(kwargs.must_get::<u32>("count")?))
    });
    tera.register_function("dots", |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        Value::try_from_serializable(&drawings::dots(kwargs.must_get::<u32>("count")?))
    });
    tera.register_function("quorum_line", |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(drawings::quorum_line(kwargs.must_get::<u32>("needed")?))
    });
    let assets = Arc::clone(theme);
    tera.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        let path = kwargs.must_get::<&str>("path")?;
        match assets.read(&format!("static/{path}")) {
            Some(_) => Ok(super::assets::address(&assets, path)),
            None => Err(tera::Error::message(format!("no static file `{path}`"))),
        }
    });
}

fn icons(theme: &Theme) -> Icons {
    let mut icons = theme.below().map(icons).unwrap_or_default();
    let own = theme.own("templates/parts/icons.svg").and_then(|svg| std::str::from_utf8(svg).ok());
    icons.lay(own.map(Icons::read).unwrap_or_default());
    icons
}

fn fluent_args(
    kwargs: &Kwargs,
    words: &Messages,
    state: &State<'_>,
    text: fn(&str) -> String,
) -> TeraResult<FluentArgs<'static>> {
    let mut args = words.common_args(&word(state, "member_word")?, &word(state, "member_words")?);
    for (name, value) in kwargs.iter() {
        match name.as_str() {
            Some("key") | None => {}
            Some(name) => args.set(name.to_owned(), fluent_value(value, text)?),
        }
    }
    Ok(args)
}

fn fluent_value(value: &Value, text: fn(&str) -> String) -> TeraResult<FluentValue<'static>> {
    if let Some(number) = value.as_i64() {
        Ok(number.into())
    } else if let Some(words) = value.as_str() {
        let words = if value.is_safe() { words.to_owned() } else { text(words) };
        Ok(words.into())
    } else {
        Err(tera::Error::message(format!("a message takes words and whole numbers, not {}", value.name())))
    }
}

/// Escapes `text` for HTML, in text and inside double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut html = Vec::with_capacity(text.len());
    match tera::escape_html(text, &mut html) {
        Ok(()) => String::from_utf8(html).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// Where the page is. Inside a component nothing of the page is seen but what it takes with `@zone`,
/// `@member_word` and `@member_words`.
fn place(state: &State<'_>) -> TeraResult<Place> {
    let zone = context_zone(state)?.unwrap_or(super::face::HOME_ZONE);
    Ok(Place { zone, member: word(state, "member_word")?, members: word(state, "member_words")? })
}

fn word(state: &State<'_>, name: &str) -> TeraResult<String> {
    state.get::<String>(name).map(Option::unwrap_or_default)
}

fn context_zone(state: &State<'_>) -> TeraResult<Option<Tz>> {
    state.get::<String>("zone")?.map(|name| name.parse::<Tz>().map_err(told)).transpose()
}

/// The zone named by the filter's `zone=`, or else the page's.
fn zone(kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Option<Tz>> {
    match kwargs.get::<&str>("zone")? {
        Some(name) => name.parse::<Tz>().map(Some).map_err(told),
        None => context_zone(state),
    }
}

fn must_zone(kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Tz> {
    zone(kwargs, state)?.ok_or_else(|| tera::Error::message("a time is told in a zone: give `zone=`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::context;

    fn with_theme(files: &[(&str, &str)]) -> (tempfile::TempDir, Result<Views, ViewError>) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join("lilas").join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let views = Views::load(&Themes::with_folder(folder.path()).unwrap());
        (folder, views)
    }

    #[test]
    fn a_theme_may_change_one_component_one_icon_or_extend_a_page() {
        let (_folder, views) = with_theme(&[
            (
                "templates/parts/more.html",
                "{% component patch(name: string) %}<i>{{ <icon name={name} /> }}</i>{% endcomponent patch %}",
            ),
            ("templates/parts/icons.svg", r#"<svg><symbol id="cup"><path d="M0 0"/></symbol></svg>"#),
            ("templates/parts/exit.html", "{% extends \"default/parts/exit.html\" %}"),
            ("templates/one.html", "{{ <patch name=\"cup\" /> }}{{ <tag kind=\"yes\" icon=\"check\" text=\"x\" /> }}"),
        ]);
        let views = views.unwrap();
        let html = views.render("lilas", Voice::En, "one.html", &Context::new()).unwrap();
        assert!(html.starts_with("<i><svg") && html.contains("M0 0") && html.contains("tag--yes"), "{html}");
        let page =
            context! { exit_to => "https://a.example", page => &std::collections::BTreeMap::from([("lang", "en")]) };
        assert!(views.render("lilas", Voice::En, "parts/exit.html", &page).unwrap().contains("https://a.example"));
        assert!(views.render("default", Voice::En, "one.html", &Context::new()).is_err(), "it is another theme's");
    }

    #[test]
    fn what_is_missing_is_an_error_and_never_shown() {
        let (_folder, views) = with_theme(&[
            ("templates/key.html", "{{ t(key=\"nowhere\") }}"),
            ("templates/argument.html", "{{ t(key=\"form-write-number\", least=1) }}"),
            ("templates/icon.html", "{{ <icon name=\"nowhere\" /> }}"),
            ("templates/asset.html", "{{ asset(path=\"nowhere.css\") }}"),
            ("templates/zone.html", "{{ \"2026-11-28T01:00:00Z\" | day_time }}"),
            ("templates/time.html", "{{ \"tomorrow\" | day }}"),
            ("templates/variable.html", "{{ nowhere }}"),
        ]);
        let views = views.unwrap();
        for name in ["key", "argument", "icon", "asset", "zone", "time", "variable"] {
            assert!(views.render("lilas", Voice::FrTu, &format!("{name}.html"), &Context::new()).is_err(), "{name}");
        }
    }

    #[test]
    fn a_template_that_does_not_read_is_named_at_start() {
        let (_folder, views) = with_theme(&[("templates/bad.html", "{% if %}")]);
        let error = views.unwrap_err().to_string();
        assert!(error.contains("lilas") && error.contains("bad.html"), "{error}");
    }

    #[test]
    fn text_of_mails_is_not_escaped_and_pages_are() {
        let (_folder, views) = with_theme(&[("mail/a.txt", "{{ name }}"), ("templates/a.html", "{{ name }}")]);
        let views = views.unwrap();
        let name = context! { name => "<b>" };
        assert_eq!(views.render("lilas", Voice::FrTu, "mail/a.txt", &name).unwrap(), "<b>");
        assert_eq!(views.render("lilas", Voice::FrTu, "a.html", &name).unwrap(), "&lt;b&gt;");
    }
}
