//! Somebody at a browser.

use super::driver::Driver;
use super::network::{APage, Traffic};
use super::seen::{self, Expected, Look};
use super::words::{plain, words};
use super::{ELSEWHERE, Language, Screen, Tools, until};
use chrono::NaiveDate;
use commons::refusal::Message;
use serde::Deserialize;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, Key};

const FIND: &str = include_str!("find.js");
const LOOK: &str = include_str!("look.js");
const AXE: &str = include_str!("axe.js");
/// The bones of the page: its elements with what the checker reads of them, and where there are words.
const BONES: &str = r#"const worded = /^(lang|hreflang|aria-label|alt|title|placeholder)$/;
    const told = ({name, value}) =>
      worded.test(name) ? name : `${name}=${value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/\d+/g, '0')}`;
    const bones = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent.trim() ? '.' : '';
      if (node.nodeType !== Node.ELEMENT_NODE) return '';
      const attributes = [...node.attributes].filter((one) => !/^(href|value|action|datetime|content|d)$/.test(one.name));
      const inside = [...node.childNodes].map(bones).filter((one) => one);
      const unlike = inside.filter((one, place) => one !== inside[place - 1]);
      return `<${node.localName} ${attributes.map(told).join(' ')}>${unlike.join('')}</>`;
    };
    return bones(document.documentElement)"#;
/// How each text of the page is painted: its element and those around it, with what the style sheet reads of them.
const PAINT: &str = r#"const read = ['class', 'aria-current', 'aria-invalid', 'disabled', 'open', 'type', 'data-theme', 'data-contrast'];
    const step = (element) => element.localName + read.map((name) => element.getAttribute(name) ?? '').join('|');
    const sheets = [...document.styleSheets].map((sheet) => new URL(sheet.href).pathname);
    const wished = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];
    const around = [...sheets, ...wished.map((wish) => matchMedia(wish).matches)].join(' ');
    const painted = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.textContent.trim()) continue;
      let path = around;
      for (let at = texts.currentNode.parentElement; at; at = at.parentElement) path += step(at) + '>';
      painted.add(path);
    }
    return [...painted]"#;
/// What has the focus: its words, whether one sees that it has it, and whether anything lies over it.
const FOCUS: &str = r#"const at = document.activeElement;
    const label = at.labels && at.labels[0];
    const painted = (element) => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    };
    const box = (label && at.matches('[type=radio], [type=checkbox]') ? label : at).getBoundingClientRect();
    const top = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1));
    const named = label && (label.querySelector('b') || label).cloneNode(true);
    if (named) named.querySelectorAll('.h-count').forEach((extra) => extra.remove());
    return {
      words: at === document.body ? '' : ((named && named.textContent) || at.innerText || at.getAttribute('aria-label') || ''),
      tag: at.tagName.toLowerCase(),
      ring: painted(at) || Boolean(label && painted(label)),
      hidden: !(top && (at.contains(top) || top.contains(at) || (label && label.contains(top)))),
    };"#;

/// What the page says.
const TEXT: &str = "return document.body ? document.body.innerText : ''";
/// How many pixels of the page lie beyond the right edge.
const WIDE: &str = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

/// How large each element of a selector is written.
const SIZES: &str = "return [...document.querySelectorAll(arguments[0])].map((one) => getComputedStyle(one).fontSize)";

/// Where the page leads on this site.
const LINKS: &str = "return [...document.querySelectorAll('a[href^=\"/\"]')].map((link) => link.getAttribute('href'))";

/// Words that somebody sees: a key of the message files (`&str`), a message with its arguments
/// ([`Message`]), or the words themselves ([`String`]).
#[derive(Clone, Debug)]
pub enum Said {
    /// Looked up in the language of the reader.
    Message(Message),
    /// As they are.
    Words(String),
}

impl From<&'static str> for Said {
    fn from(key: &'static str) -> Self {
        Self::Message(Message::new(key))
    }
}

impl From<Message> for Said {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

/// What has the focus.
#[derive(Clone, Debug, Deserialize)]
pub struct Focus {
    /// Its words.
    pub words: String,
    /// Its kind, such as `a` or `button`.
    pub tag: String,
    ring: bool,
    hidden: bool,
}

/// Somebody with a browser of her own. JavaScript is off.
pub struct Person {
    /// What she is called in the story.
    pub name: String,
    /// The language of her browser.
    pub language: Language,
    driver: WebDriver,
    screen: Screen,
    site: String,
    axe: String,
    downloads: PathBuf,
    pictures: Option<PathBuf>,
    taken: Cell<usize>,
    /// Whether JavaScript is on for the pages that come.
    with_scripts: Cell<bool>,
    private: RefCell<Vec<String>>,
    traffic: RefCell<Traffic>,
    /// What each part of a page weighed when it came to anybody in the story.
    parts: Rc<RefCell<HashMap<String, u64>>>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Person {
    #[allow(clippy::too_many_arguments, reason = "called once, by the scene")]
    pub(super) async fn sit_down(
        driver: &Driver,
        tools: &Tools,
        name: &str,
        screen: Screen,
        language: Language,
        profile: PathBuf,
        site: String,
        pictures: Option<PathBuf>,
        parts: Rc<RefCell<HashMap<String, u64>>>,
    ) -> Self {
        let downloads = profile.join("downloads");
        let driver = WebDriver::new(driver.address(), wishes(tools, language, &profile, screen)).await.unwrap();
        let person = Self {
            name: name.to_owned(),
            language,
            driver,
            screen,
            site,
            axe: std::fs::read_to_string(&tools.axe).unwrap() + AXE,
            downloads,
            pictures,
            taken: Cell::new(0),
            with_scripts: Cell::new(false),
            private: RefCell::default(),
            traffic: RefCell::default(),
            parts,
        };
        person.fit(screen.size()).await;
        let downloads = json!({"behavior": "allow", "downloadPath": person.downloads.to_str().unwrap()});
        person.cdp("Browser.setDownloadBehavior", downloads).await;
        person.driver.goto("about:blank").await.unwrap();
        person.run_scripts(false).await;
        person.forget_traffic().await;
        person
    }

    /// Closes the browser, as a person closes its window.
    pub async fn close(self) {
        self.driver.quit().await.unwrap();
    }

    /// From now on these words may not stand in the title of a page.
    pub fn keeps_private(&self, words: &[String]) {
        self.private.borrow_mut().extend(words.iter().map(|words| plain(words)));
    }

    // ---- Going from page to page. Each arrival is looked at.

    /// Types an address: a whole one, or a path of the site.
    ///
    /// Every page that anybody arrives on is looked at. Nothing goes beyond the right edge (on a phone, at
    /// 320 pixels either); language and title are right; text is of 16 pixels or more and targets of 44;
    /// nothing is asked of another site; a first view is light; the console is silent (so that the content
    /// policy was never broken); the accessibility checker finds nothing.
    pub async fn visit(&self, address: &str) {
        self.visit_expecting(address, 200).await;
    }

    /// Types an address that answers with another status than 200.
    pub async fn visit_expecting(&self, address: &str, status: u16) {
        self.forget_traffic().await;
        let address = if address.starts_with("http") {
            address.to_owned()
        } else {
            self.site.clone() + address.trim_start_matches('/')
        };
        self.driver.goto(address).await.unwrap();
        self.arrive(status).await;
    }

    /// Types an address, and does not look at what comes.
    pub async fn visit_blindly(&self, address: &str) {
        self.driver.goto(address).await.unwrap();
    }

    /// Follows the link with these words.
    pub async fn follow(&self, said: impl Into<Said>) {
        self.go("link", &said.into(), None, 200).await;
    }

    /// Follows the link with these words, in the place that says `around`.
    pub async fn follow_near(&self, said: impl Into<Said>, around: impl Into<Said>) {
        self.go("link", &said.into(), Some(&around.into()), 200).await;
    }

    /// Presses the button with these words.
    pub async fn press(&self, said: impl Into<Said>) {
        self.go("button", &said.into(), None, 200).await;
    }

    /// Presses the button with these words, in the place that says `around`.
    pub async fn press_near(&self, said: impl Into<Said>, around: impl Into<Said>) {
        self.go("button", &said.into(), Some(&around.into()), 200).await;
    }

    /// Presses a button that leads to a page with another status than 200.
    pub async fn press_expecting(&self, said: impl Into<Said>, status: u16) {
        self.go("button", &said.into(), None, status).await;
    }

    /// Goes to a section of the binder, by its tab, or through the menu where there are no tabs.
    pub async fn turn_to(&self, tab: impl Into<Said>) {
        let tab = tab.into();
        if self.find("link", &tab, None).await.is_empty() {
            self.open("menu").await;
        }
        self.go("link", &tab, None, 200).await;
    }

    /// Presses the quick exit, and waits until the browser asks for the other site.
    pub async fn press_exit(&self) {
        self.forget_traffic().await;
        let exit = self.driver.find(By::Css("form[action='/exit'] button")).await.unwrap();
        exit.click().await.unwrap();
        until("the other site", async || {
            self.listen().await;
            let traffic = self.traffic.borrow();
            let asked = traffic.requests().find(|request| request.url == ELSEWHERE && request.is_over)?;
            assert_eq!(asked.referrer, None, "the other site would learn where she comes from");
            Some(())
        })
        .await;
        // The browser shows a page of its own, as the other site cannot be reached.
        self.driver.get_log("browser").await.unwrap();
    }

    /// Presses the Back button of the browser and waits until the page is there.
    pub async fn back(&self) {
        self.forget_traffic().await;
        // A page that asks to send a form again has no document; only what is read afterwards matters.
        let _ = self.driver.back().await;
        until(APage(&self.traffic), async || self.look().await.ready.then_some(())).await;
    }

    async fn go(&self, kind: &str, said: &Said, around: Option<&Said>, status: u16) {
        let element = self.only(kind, said, around).await;
        self.forget_traffic().await;
        element.click().await.unwrap_or_else(|error| panic!("{}: {said:?} does not press: {error}", self.name));
        self.arrive(status).await;
    }

    /// Waits for a page and looks at it.
    async fn arrive(&self, status: u16) {
        let look = until(APage(&self.traffic), async || self.settled().await).await;
        let expected = Expected {
            status,
            language: self.language,
            screen: self.screen,
            site: &self.site,
            private: &self.private.borrow().clone(),
        };
        let mut faults = seen::faults(&look, &self.traffic.borrow(), &expected);
        self.learn_icon(&look);
        let (weight, too_heavy) = seen::weigh(&look, &self.traffic.borrow(), &mut self.parts.borrow_mut());
        faults.extend(too_heavy);
        seen::note(&look.title, weight);
        faults.extend(self.complaints(status).await);
        if self.is_new().await {
            faults.extend(self.barriers().await);
            if self.screen == Screen::Phone {
                faults.extend(self.narrowest().await);
            }
        }
        self.take_picture(&look).await;
        assert!(
            faults.is_empty(),
            "{} on {} ({}):\n{}\n{}",
            self.name,
            look.address,
            look.title,
            faults.join("\n"),
            look.text
        );
    }

    /// The page, once everything on it has come.
    async fn settled(&self) -> Option<Look> {
        self.listen().await;
        if self.traffic.borrow().page().is_none() || !self.traffic.borrow().is_quiet() {
            return None;
        }
        let look = self.look().await;
        // A font may have been asked for meanwhile.
        self.listen().await;
        (look.ready && self.traffic.borrow().is_quiet()).then_some(look)
    }

    /// What the console says that it should not.
    async fn complaints(&self, status: u16) -> Vec<String> {
        let entries = self.driver.get_log("browser").await.unwrap();
        let allowed = format!("the server responded with a status of {status} ");
        let bad = |level: &str| level == "SEVERE" || level == "WARNING";
        let entries = entries.into_iter().filter(|entry| bad(&entry.level));
        let entries = entries.filter(|entry| status == 200 || !entry.message.contains(&allowed));
        entries.map(|entry| format!("console: {}", entry.message)).collect()
    }

    /// Whether the page has other bones than any that was checked already on such a screen. Under
    /// `PARPOUR_TEST_LONG=1` every page is checked again.
    async fn is_new(&self) -> bool {
        let bones: String = self.driver.execute(BONES, []).await.unwrap().convert().unwrap();
        crate::long() || seen::is_new(self.screen, bones)
    }

    /// What the accessibility checker finds. It needs JavaScript, which comes on for it alone; the page
    /// is not loaded again, and its content policy stays. Colours, which take longest, are looked at where a text is
    /// painted like none already checked.
    async fn barriers(&self) -> Vec<String> {
        let paint: Vec<String> = self.driver.execute(PAINT, []).await.unwrap().convert().unwrap();
        let with_colours = seen::is_painted_anew(self.screen, paint) || crate::long();
        self.run_scripts(true).await;
        let found = self.driver.execute_async(self.axe.as_str(), [json!(with_colours)]).await.unwrap();
        self.run_scripts(self.with_scripts.get()).await;
        let found = found.json().as_array().cloned().unwrap_or_default();
        found.iter().map(|barrier| format!("axe: {}", serde_json::to_string_pretty(barrier).unwrap())).collect()
    }

    /// The narrowest screen there is.
    async fn narrowest(&self) -> Option<String> {
        let (width, height) = self.screen.size();
        self.fit((320, height)).await;
        let wide: i64 = self.driver.execute(WIDE, []).await.unwrap().convert().unwrap();
        // What goes there is looked for where something does.
        let beyond = if wide > 0 { self.look().await.beyond } else { String::new() };
        self.fit((width, height)).await;
        (wide > 0).then(|| format!("at 320 pixels it goes {wide} pixels beyond the right edge: {beyond}"))
    }

    /// The browser fetches the icon by itself and says nothing of it.
    fn learn_icon(&self, look: &Look) {
        let Some(icon) = &look.icon else { return };
        if !self.parts.borrow().contains_key(icon) {
            let bytes = weight_of(icon);
            self.parts.borrow_mut().insert(icon.clone(), bytes);
        }
    }

    async fn take_picture(&self, look: &Look) {
        let Some(folder) = &self.pictures else { return };
        self.taken.set(self.taken.get() + 1);
        let title = look.title.replace("· Parpour", "");
        let name: String = title.trim().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let path = folder.join(format!("{:03}-{name}.png", self.taken.get()));
        let tall: u32 =
            self.driver.execute("return document.documentElement.scrollHeight", []).await.unwrap().convert().unwrap();
        let (width, height) = self.screen.size();
        self.fit((width, tall.max(height))).await;
        self.driver.screenshot(&path).await.unwrap();
        self.fit((width, height)).await;
    }

    // ---- What is on the page.

    /// The words of the page, their spaces made plain.
    pub async fn text(&self) -> String {
        // Between two pages there is nothing to read.
        match self.driver.execute(TEXT, []).await {
            Ok(text) => plain(&text.convert::<String>().unwrap()),
            Err(_) => String::new(),
        }
    }

    /// The address of the page.
    pub async fn address(&self) -> String {
        self.driver.current_url().await.unwrap().to_string()
    }

    /// The path of the page.
    pub async fn path(&self) -> String {
        self.driver.current_url().await.unwrap().path().to_owned()
    }

    /// Whether the page says this somewhere.
    pub async fn sees(&self, said: impl Into<Said>) -> bool {
        let said = self.say(&said.into());
        self.text().await.contains(&said)
    }

    /// # Panics
    /// When the page does not say this.
    pub async fn reads(&self, said: impl Into<Said>) {
        let said = self.say(&said.into());
        let text = self.text().await;
        assert!(text.contains(&said), "{} does not read {said:?} on {}:\n{text}", self.name, self.path().await);
    }

    /// # Panics
    /// When the page says this.
    pub async fn does_not_read(&self, said: impl Into<Said>) {
        let said = self.say(&said.into());
        let text = self.text().await;
        assert!(!text.contains(&said), "{} reads {said:?} on {}:\n{text}", self.name, self.path().await);
    }

    /// Looks again until the page says this.
    pub async fn waits_to_read(&self, said: impl Into<Said>) {
        let said = said.into();
        until("words on a page", async || {
            if self.sees(said.clone()).await {
                return Some(());
            }
            self.driver.refresh().await.unwrap();
            None
        })
        .await;
    }

    /// The words of every element that the selector chooses, in order.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for element in self.driver.find_all(By::Css(selector)).await.unwrap() {
            texts.push(plain(&element.text().await.unwrap()));
        }
        texts
    }

    /// How large every element that the selector chooses is written, in order.
    pub async fn type_sizes(&self, selector: &str) -> Vec<String> {
        self.driver.execute(SIZES, [json!(selector)]).await.unwrap().convert().unwrap()
    }

    /// The addresses of this site to which the page leads, in order.
    pub async fn links(&self) -> Vec<String> {
        self.driver.execute(LINKS, []).await.unwrap().convert().unwrap()
    }

    /// What these words are in her language.
    pub fn say(&self, said: &Said) -> String {
        match said {
            Said::Message(message) => words(self.language, message),
            Said::Words(words) => plain(words),
        }
    }

    /// Whether there is a link, a button, a field or a choice with these words.
    pub async fn has(&self, kind: &str, said: impl Into<Said>) -> bool {
        !self.find(kind, &said.into(), None).await.is_empty()
    }

    // ---- Filling a form.

    /// Writes into the field with this label, in place of what is there.
    pub async fn fill(&self, label: impl Into<Said>, text: &str) {
        let field = self.only("field", &label.into(), None).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Picks a day in the field with this label. Each browser shows a calendar of its own, so that what one would
    /// type or click differs from machine to machine; what the field then holds does not.
    pub async fn pick_day(&self, label: impl Into<Said>, day: NaiveDate) {
        let field = self.only("field", &label.into(), None).await;
        let arguments = [field.to_json().unwrap(), json!(day.to_string())];
        self.driver.execute("arguments[0].value = arguments[1]", arguments).await.unwrap();
        assert_eq!(field.prop("value").await.unwrap(), Some(day.to_string()));
    }

    /// What stands in the field with this label.
    pub async fn value(&self, label: impl Into<Said>) -> String {
        let field = self.only("field", &label.into(), None).await;
        field.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Chooses from the list with this label.
    pub async fn select(&self, label: impl Into<Said>, option: impl Into<Said>) {
        self.select_in(&label.into(), option.into(), None).await;
    }

    /// Chooses from the list with this label, in the place that says `around`.
    pub async fn select_near(&self, label: impl Into<Said>, option: impl Into<Said>, around: impl Into<Said>) {
        self.select_in(&label.into(), option.into(), Some(&around.into())).await;
    }

    async fn select_in(&self, label: &Said, option: Said, around: Option<&Said>) {
        let field = self.only("field", label, around).await;
        let option = self.say(&option);
        for one in field.find_all(By::Tag("option")).await.unwrap() {
            if plain(&one.text().await.unwrap()) == option {
                return one.click().await.unwrap();
            }
        }
        panic!("{}: no option {option:?}", self.name);
    }

    /// Chooses the answer, or ticks the box, with these words.
    pub async fn choose(&self, said: impl Into<Said>) {
        self.choose_in(&said.into(), None).await;
    }

    /// Chooses the answer with these words, to the question that says `around`.
    pub async fn choose_near(&self, said: impl Into<Said>, around: impl Into<Said>) {
        self.choose_in(&said.into(), Some(&around.into())).await;
    }

    async fn choose_in(&self, said: &Said, around: Option<&Said>) {
        let label = self.only("choice", said, around).await;
        label.click().await.unwrap();
        assert!(self.is_on(&label).await, "{}: {said:?} is not chosen", self.name);
    }

    /// Whether the answer with these words is chosen.
    pub async fn has_chosen(&self, said: impl Into<Said>) -> bool {
        let label = self.only("choice", &said.into(), None).await;
        self.is_on(&label).await
    }

    /// Whether the answer with these words, in the place that says `around`, is chosen.
    pub async fn has_chosen_near(&self, said: impl Into<Said>, around: impl Into<Said>) -> bool {
        let label = self.only("choice", &said.into(), Some(&around.into())).await;
        self.is_on(&label).await
    }

    async fn is_on(&self, label: &WebElement) -> bool {
        let label = label.to_json().unwrap();
        self.driver.execute("return arguments[0].control.checked", [label]).await.unwrap().convert().unwrap()
    }

    /// Unfolds what has these words on it.
    pub async fn open(&self, said: impl Into<Said>) {
        self.only("button", &said.into(), None).await.click().await.unwrap();
    }

    /// Follows a link to a file and waits until it is whole.
    pub async fn download(&self, said: impl Into<Said>) -> PathBuf {
        let link = self.only("link", &said.into(), None).await;
        self.forget_traffic().await;
        let before = files_in(&self.downloads);
        link.click().await.unwrap();
        let file = until("a file", async || whole_file(&self.downloads, &before)).await;
        self.listen().await;
        file
    }

    // ---- The keyboard.

    /// Presses a key.
    pub async fn key(&self, key: Key) {
        self.driver.action_chain().send_keys(key).perform().await.unwrap();
    }

    /// Presses a key that leads to another page.
    pub async fn key_to_page(&self, key: Key) {
        self.forget_traffic().await;
        self.key(key).await;
        self.arrive(200).await;
    }

    /// Types letters where the focus is.
    pub async fn type_in(&self, text: &str) {
        self.driver.action_chain().send_keys(text).perform().await.unwrap();
    }

    /// What has the focus.
    ///
    /// # Panics
    /// When one does not see it, or when something lies over it.
    pub async fn focus(&self) -> Focus {
        let focus: Focus = self.driver.execute(FOCUS, []).await.unwrap().convert().unwrap();
        let focus = Focus { words: plain(&focus.words), ..focus };
        if focus.tag != "body" {
            let page = self.path().await;
            assert!(focus.ring, "{}: one does not see the focus of {focus:?} on {page}", self.name);
            assert!(!focus.hidden, "{}: something lies over {focus:?} on {page}", self.name);
        }
        focus
    }

    /// Presses Tab until these words have the focus; returns how many times.
    pub async fn tab_to(&self, said: impl Into<Said>) -> usize {
        let said = self.say(&said.into());
        for times in 1..200 {
            self.key(Key::Tab).await;
            if self.focus().await.words == said {
                return times;
            }
        }
        panic!("{}: Tab does not reach {said:?} on {}", self.name, self.path().await);
    }

    /// Presses Tab through the whole page, looking at each stop; returns how many there are.
    ///
    /// # Panics
    /// When Tab goes round in a part of the page.
    pub async fn tab_through(&self) -> usize {
        for stops in 0..300 {
            self.key(Key::Tab).await;
            if self.focus().await.tag == "body" {
                return stops;
            }
        }
        panic!("{}: Tab does not leave {}", self.name, self.path().await);
    }

    // ---- The browser itself.

    /// Names of the cookies it has for the site.
    pub async fn cookies(&self) -> Vec<String> {
        let answer = self.cdp("Network.getAllCookies", json!({})).await;
        let cookies = answer["cookies"].as_array().cloned().unwrap_or_default();
        cookies.iter().map(|cookie| cookie["name"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Values of those cookies, to look for elsewhere.
    pub async fn cookie_values(&self) -> Vec<String> {
        let answer = self.cdp("Network.getAllCookies", json!({})).await;
        let cookies = answer["cookies"].as_array().cloned().unwrap_or_default();
        cookies.iter().map(|cookie| cookie["value"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Turns JavaScript on for the pages that come.
    pub async fn turns_scripts_on(&self) {
        self.with_scripts.set(true);
        self.run_scripts(true).await;
    }

    async fn run_scripts(&self, on: bool) {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({"value": !on})).await;
    }

    async fn fit(&self, (width, height): (u32, u32)) {
        let is_phone = self.screen == Screen::Phone;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone});
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    async fn cdp(&self, command: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(command, parameters).await.unwrap()
    }

    async fn look(&self) -> Look {
        // Between two pages there is nothing to look at.
        match self.driver.execute(LOOK, []).await {
            Ok(look) => look.convert().unwrap(),
            Err(_) => Look::default(),
        }
    }

    async fn listen(&self) {
        for entry in self.driver.get_log("performance").await.unwrap() {
            self.traffic.borrow_mut().read(&entry.message);
        }
    }

    async fn forget_traffic(&self) {
        self.listen().await;
        self.traffic.replace(Traffic::default());
    }

    async fn find(&self, kind: &str, said: &Said, around: Option<&Said>) -> Vec<WebElement> {
        let around = around.map(|around| self.say(around));
        let arguments = [json!(kind), json!(self.say(said)), json!(around)];
        self.driver.execute(FIND, arguments).await.unwrap().elements().unwrap_or_default()
    }

    async fn only(&self, kind: &str, said: &Said, around: Option<&Said>) -> WebElement {
        let mut found = self.find(kind, said, around).await;
        let words = self.say(said);
        let page = self.path().await;
        assert!(found.len() <= 1, "{}: {} times the {kind} {words:?} on {page}", self.name, found.len());
        match found.pop() {
            Some(element) => element,
            None => panic!("{}: no {kind} {words:?} on {page}:\n{}", self.name, self.look().await.text),
        }
    }
}

/// What the browser is asked to be.
fn wishes(tools: &Tools, language: Language, profile: &Path, screen: Screen) -> Capabilities {
    let (width, height) = screen.size();
    let mut wishes = DesiredCapabilities::chrome();
    for word in [
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-breakpad",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--disable-crash-reporter",
        &format!("--window-size={width},{height}"),
        &format!("--user-data-dir={}", profile.display()),
    ] {
        wishes.add_arg(word).unwrap();
    }
    wishes.set_binary(tools.chromium.to_str().unwrap()).unwrap();
    wishes.add_experimental_option("prefs", json!({"intl.accept_languages": language.accepted()})).unwrap();
    let network_alone = json!({"enableNetwork": true, "enablePage": false});
    wishes.add_experimental_option("perfLoggingPrefs", network_alone).unwrap();
    wishes.set("goog:loggingPrefs", json!({"performance": "ALL", "browser": "ALL"})).unwrap();
    wishes.into()
}

/// The files of a folder; none when there is no folder yet.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).map(|files| files.map(|file| file.unwrap().path()).collect()).unwrap_or_default()
}

/// The one file of a folder that was not there before, once it is whole.
fn whole_file(folder: &Path, before: &[PathBuf]) -> Option<PathBuf> {
    let mut paths = files_in(folder).into_iter().filter(|path| !before.contains(path));
    let path = paths.next()?;
    (paths.next().is_none() && path.extension().is_some_and(|ext| ext != "crdownload" && ext != "tmp")).then_some(path)
}

/// Bytes of an answer as a browser receives it, headers included.
fn weight_of(url: &str) -> u64 {
    use std::io::{Read, Write};
    let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
    let mut stream = std::net::TcpStream::connect(host).unwrap();
    let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200"), "{url} does not answer");
    u64::try_from(answer.len()).unwrap()
}
