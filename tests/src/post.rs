//! A post office for the tests: it keeps what it is given and answers as told.

use async_trait::async_trait;
use commons::groups::Group;
use commons::outbox::{Letter, Mailer, Sent};
use std::cell::RefCell;

/// A letter that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The letter.
    pub letter: Letter,
    /// Its `Message-ID`, the same at each attempt.
    pub message_id: String,
}

/// A post office that keeps every letter it was handed.
pub struct Post {
    answer: Sent,
    handed: RefCell<Vec<Delivery>>,
}

impl Post {
    /// One that always answers the same.
    pub fn answering(answer: Sent) -> Self {
        Self { answer, handed: RefCell::default() }
    }

    /// Everything it was handed since the last time, in order.
    pub fn taken(&self) -> Vec<Delivery> {
        self.handed.take()
    }
}

#[async_trait(?Send)]
impl Mailer for Post {
    async fn send(&self, _: &Group, letter: &Letter, message_id: &str) -> Sent {
        self.handed.borrow_mut().push(Delivery { letter: letter.clone(), message_id: message_id.to_owned() });
        self.answer
    }
}
