//! `ksb check --watch`.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

const BIN: &str = env!("CARGO_BIN_EXE_ksb");
/// After this, the program has failed to do what it should.
const PATIENCE: Duration = Duration::from_mins(1);
const GOOD: &str = r#"{ "kind": "apprenticeship", "title": "Cellar keeper", "level": 3, "status": "Retired",
  "duties": [{ "code": "D1", "text": "Rack bottles.", "ksbs": ["K1", "S1", "B1"] }],
  "knowledge": [{ "code": "K1", "text": "How bottles are stored." }],
  "skills": [{ "code": "S1", "text": "Rack bottles." }],
  "behaviours": [{ "code": "B1", "text": "Take care." }] }"#;

/// A program that is ended when the test ends, however it ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended on its own, and then there is nothing to do.
        let _ended = self.0.kill();
        let _status = self.0.wait();
    }
}

/// The lines of a stream as they come.
fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (send, receive) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines() {
            let line = line.expect("output is text");
            if send.send(line).is_err() {
                break;
            }
        }
    });
    receive
}

fn until(lines: &Receiver<String>, wanted: &str) {
    while !lines.recv_timeout(PATIENCE).expect("the program goes on").contains(wanted) {}
}

#[test]
fn a_change_is_checked() {
    for path in [".", "a.standard.json"] {
        let folder = TempDir::new().expect("a folder can be made");
        let file = folder.path().join("a.standard.json");
        fs::write(&file, GOOD).expect("it can be written");
        let mut command = Command::new(BIN);
        command.args(["check", "--watch", "--format=concise", path]).current_dir(folder.path());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut running = Running(child.expect("the command runs"));
        let out = lines(running.0.stdout.take().expect("a pipe"));
        let err = lines(running.0.stderr.take().expect("a pipe"));
        until(&err, "Waiting for changes");
        fs::write(&file, GOOD.replace("[\"K1\", ", "[")).expect("it can be written");
        until(&out, "unmapped-ksb");
        until(&err, "Waiting for changes");
        fs::write(&file, GOOD.replace("\"B1\"]", "\"B2\"]")).expect("it can be written");
        until(&out, "dangling-code");
    }
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let code = |path: &str| {
        let output = Command::new(BIN).args(["check", "--watch", path]).stdin(Stdio::null()).output();
        output.expect("the command runs").status.code()
    };
    assert_eq!(code("-"), Some(2));
    assert_eq!(code("no-such-folder/a.json"), Some(2));
}
