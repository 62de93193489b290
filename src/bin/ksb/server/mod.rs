//! `ksb server`: the language server, over standard input and output.
//!
//! One thread reads messages, one handles them in order and checks each document on its own, and one looks at all
//! documents together whenever nothing has changed for a while. A document that is being typed in never waits for the
//! others.

mod capabilities;
mod cited;
mod client;
mod cross_document;
mod finding;
mod head;
mod life;
mod open;
mod outgoing;
mod overlay;
mod pages;
mod protocol;
#[cfg(any(test, fuzzing))]
pub(crate) mod replay;
mod requests;
mod session;
#[cfg(test)]
mod tests;
mod transport;
mod uri;
mod view;

use std::collections::VecDeque;
use std::io::{self, BufReader, Write};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use ksb::project::Options;

use self::life::{Event, Server};
use self::overlay::Overlay;

/// Serves one editor until it ends the server or is gone. Returns whether that followed the protocol.
///
/// # Errors
/// If standard output cannot be written.
pub(crate) fn serve(options: Options) -> io::Result<bool> {
    let (tell, events) = mpsc::channel();
    let (ask, jobs) = mpsc::channel();
    let (of_all, settings) = (tell.clone(), options.clone());
    thread::spawn(move || {
        cross_document::work(&jobs, &settings, &|found| {
            of_all.send(Event::CrossDocumentFindings(found)).is_ok()
        });
    });
    thread::spawn(move || read(&tell));
    let files = Overlay::default();
    let mut server = Server::new(&files, options, Some(ask), true);
    run(&mut server, &events)
}

/// Reads messages until the editor is gone.
fn read(tell: &Sender<Event>) {
    let mut input = BufReader::new(io::stdin().lock());
    while let Ok(Some(incoming)) = transport::next(&mut input) {
        if tell.send(Event::Incoming(incoming)).is_err() {
            return;
        }
    }
    let _ended = tell.send(Event::Gone);
}

/// Takes events and writes what the server says, until it ends.
fn run(server: &mut Server<'_>, events: &Receiver<Event>) -> io::Result<bool> {
    let mut output = io::stdout().lock();
    let mut waiting = VecDeque::new();
    loop {
        if waiting.is_empty() {
            waiting.push_back(events.recv().unwrap_or(Event::Gone));
        }
        waiting.extend(events.try_iter());
        for message in server.take(&mut waiting) {
            transport::write(&message, &mut output)?;
        }
        output.flush()?;
        if let Some(is_well) = server.end() {
            return Ok(is_well);
        }
    }
}
