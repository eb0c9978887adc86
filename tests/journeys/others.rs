//! Those of a story of whom no picture is taken: each has a browser of her own that shows none, and presses the same buttons.

use parpour_tests::browser::Scene;
use parpour_tests::http::{Client, Form};
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// People by their number in the story, from 1.
pub struct Others<'s> {
    home: &'s str,
    names: &'s [String],
    passphrases: &'s [String],
    site: SocketAddr,
    come: BTreeMap<usize, Client>,
}

impl<'s> Others<'s> {
    /// Nobody has come yet.
    pub fn at(scene: &Scene, home: &'s str, names: &'s [String], passphrases: &'s [String]) -> Self {
        let site = scene.program.address.trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
        Self { home, names, passphrases, site, come: BTreeMap::new() }
    }

    /// She comes in with her passphrase, on a telephone of her own, the first time something is asked of her.
    fn browser_of(&mut self, number: usize) -> &mut Client {
        let (home, site) = (self.home, self.site);
        let (name, passphrase) = (&self.names[number - 1], &self.passphrases[number - 1]);
        self.come.entry(number).or_insert_with(|| {
            let mut client = Client::new(site);
            let form = Form::on(&client.get(&format!("{home}/door")).unwrap().text(), "/door").unwrap();
            let form = form.with("name", name).with("passphrase", passphrase).with("own_device", "yes");
            let answer = client.submit(&form).unwrap();
            assert_eq!(answer.status, 303, "{number} comes in: {}", answer.text());
            client
        })
    }

    /// What a page says to her, as text.
    pub fn read(&mut self, number: usize, page: &str) -> String {
        self.browser_of(number).get(page).unwrap().text()
    }

    /// She fills the form of a page that is sent to the page itself, and sends it.
    pub fn press(&mut self, number: usize, page: &str, fields: &[(&str, &str)]) {
        self.send(number, page, page, fields);
    }

    /// She fills the form of a page that is sent to `action`, and sends it.
    pub fn send(&mut self, number: usize, page: &str, action: &str, fields: &[(&str, &str)]) {
        let text = self.read(number, page);
        let form = Form::on(&text, action);
        let mut form = form.unwrap_or_else(|| panic!("{number} finds no form to {action} on {page}: {text}"));
        form.fields.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
        let form = fields.iter().fold(form, |form, (name, value)| form.with(name, value));
        let answer = self.browser_of(number).submit(&form).unwrap();
        assert_eq!(answer.status, 303, "{number} sends {fields:?}: {}", answer.text());
    }
}
