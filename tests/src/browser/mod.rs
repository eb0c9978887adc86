//! A real browser, and people who use it: what the journeys stand on.
//!
//! A [`Scene`] is a running program with its own store, clock and mail. [`Scene::somebody`] gives a
//! [`Person`] a browser of her own, with JavaScript off, who acts as people do: by the words on links
//! and buttons, by the labels of fields, by the keyboard. Each page she arrives on is looked at: see
//! [`Person::visit`]. Nothing waits for a duration; everything waits for a condition, under a ceiling.

mod clock;
mod driver;
mod network;
mod person;
mod program;
mod seen;
mod tools;
mod words;

pub use clock::{CLOCK_OPTION, FileClock};
pub use person::{Focus, Person, Said};
pub use program::{Outcome, Program, shipped, shipped_path};
pub use seen::Weight;
pub use tools::Tools;
pub use words::{Language, day, words};

use crate::{Kind, World};
use driver::Driver;
use program::Home;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What never comes within this time never will.
const CEILING: Duration = Duration::from_secs(30);
/// Where the quick exit leads in these stories. No browser here can reach it, nor any other site.
pub const ELSEWHERE: &str = "https://weather.example/";
/// Between two looks at a condition.
const BLINK: Duration = Duration::from_millis(20);

/// Waits until `condition` gives something.
///
/// # Panics
/// After 30 seconds, with the words of `what`.
pub async fn until<T>(what: impl fmt::Display, mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    let begin = Instant::now();
    loop {
        if let Some(found) = condition().await {
            return found;
        }
        assert!(begin.elapsed() < CEILING, "waited {CEILING:?} for {what}");
        tokio::time::sleep(BLINK).await;
    }
}

/// The size of a screen, in pixels of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// A small phone.
    Phone,
    /// A laptop.
    Desk,
}

impl Screen {
    /// Width and height.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (360, 740),
            Self::Desk => (1280, 800),
        }
    }
}

/// In which of the eight ways a story is told.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Where the rows live.
    pub store: Kind,
    /// Screens of everybody in the story.
    pub screen: Screen,
    /// Language of everybody in the story.
    pub language: Language,
}

impl Setting {
    /// A short name, for pictures and printed lines.
    pub fn name(self) -> String {
        let store = if self.store == Kind::Sqlite { "sqlite" } else { "postgres" };
        let screen = if self.screen == Screen::Phone { "360" } else { "1280" };
        format!("{store}-{screen}-{}", self.language.tag())
    }
}

/// A running program and a driver of browsers.
pub struct Scene {
    /// How this story is told.
    pub setting: Setting,
    /// The program.
    pub program: Program,
    /// What may never stand in the title of a page: names of people and of the group, subjects.
    pub private: Vec<String>,
    /// What the parts of pages weigh, as they came to whoever came first.
    parts: Rc<RefCell<HashMap<String, u64>>>,
    driver: Driver,
    tools: Tools,
    story: &'static str,
    folder: TempDir,
    begin: Instant,
}

impl Scene {
    /// Starts everything for a story that begins with nothing, or says aloud that it was left out.
    ///
    /// `program` is the path of `parpour-clocked`; `flags` are more flags for it.
    ///
    /// # Panics
    /// When something needed is missing and `PARPOUR_TEST_REQUIRE` names it.
    pub async fn set(story: &'static str, setting: Setting, program: &str, flags: &[&str]) -> Option<Self> {
        let tools = Tools::found(story)?;
        let folder = tempfile::tempdir().unwrap();
        let home = Home::empty(setting.store, story, folder.path()).await?;
        Some(Self::start(story, setting, program, flags, tools, folder, home))
    }

    /// Starts everything for a story that begins with what `world` holds; its store is closed before.
    ///
    /// # Panics
    /// When something needed is missing and `PARPOUR_TEST_REQUIRE` names it.
    pub async fn go_on(
        story: &'static str,
        setting: Setting,
        program: &str,
        flags: &[&str],
        world: &World,
    ) -> Option<Self> {
        let tools = Tools::found(story)?;
        world.db.close().await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        Some(Self::start(story, setting, program, flags, tools, folder, Home::of(world)))
    }

    /// Starts the demonstration of the shipped program, or says aloud that it was left out.
    ///
    /// # Panics
    /// When something needed is missing and `PARPOUR_TEST_REQUIRE` names it.
    pub async fn demonstration(story: &'static str, setting: Setting) -> Option<Self> {
        let (tools, program) = (Tools::found(story)?, shipped_path()?);
        let (begin, folder) = (Instant::now(), tempfile::tempdir().unwrap());
        let home = Home::empty(Kind::Sqlite, story, folder.path()).await?;
        let program = Program::demonstrate(&program, folder.path(), home);
        Some(Self::with(program, story, setting, tools, folder, begin))
    }

    fn start(
        story: &'static str,
        setting: Setting,
        program: &str,
        flags: &[&str],
        tools: Tools,
        folder: TempDir,
        home: Home,
    ) -> Self {
        let begin = Instant::now();
        let flags: Vec<&str> = flags.iter().copied().chain(["--exit-to", ELSEWHERE]).collect();
        let program = Program::start(Path::new(program), folder.path(), home, &flags);
        Self::with(program, story, setting, tools, folder, begin)
    }

    fn with(
        program: Program,
        story: &'static str,
        setting: Setting,
        tools: Tools,
        folder: TempDir,
        begin: Instant,
    ) -> Self {
        let driver = Driver::start(&tools, folder.path());
        Self { setting, program, private: Vec::new(), parts: Rc::default(), driver, tools, story, folder, begin }
    }

    /// Somebody with a browser of her own, in the language and on the screen of the story.
    pub async fn somebody(&self, name: &str) -> Person {
        let Setting { screen, language, .. } = self.setting;
        self.somebody_with(name, screen, language).await
    }

    /// Somebody with another screen or language than the story's.
    pub async fn somebody_with(&self, name: &str, screen: Screen, language: Language) -> Person {
        let profile = self.profile_of(name);
        let site = self.program.address.clone();
        let pictures = self.pictures_of(name);
        let person = Person::sit_down(
            &self.driver,
            &self.tools,
            name,
            screen,
            language,
            profile,
            site,
            pictures,
            Rc::clone(&self.parts),
        )
        .await;
        person.keeps_private(&self.private);
        person
    }

    /// Where the browser of `name` keeps what it keeps.
    pub fn profile_of(&self, name: &str) -> PathBuf {
        // Without her name, which is looked for in it.
        let bytes = name.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
        self.folder.path().join(bytes)
    }

    /// Ends the story: the program stops cleanly, and its log is empty.
    pub async fn end(self) {
        let begin = self.begin;
        self.program.stop().await;
        println!("{} ({}): {:.1} s", self.story, self.setting.name(), begin.elapsed().as_secs_f32());
    }

    fn pictures_of(&self, name: &str) -> Option<PathBuf> {
        let folder = PathBuf::from(std::env::var_os("PARPOUR_TEST_PICTURES")?);
        let folder =
            if folder.is_absolute() { folder } else { Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder) };
        let folder = folder.join(self.story).join(self.setting.name()).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Some(folder)
    }
}
