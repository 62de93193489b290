//! Runs that are killed: anyone who reads the site sees only whole pages, and no dead links.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::crawl::{crawl, files};
use crate::made::{catalogue, command, site_in};

/// How many times a run is killed.
const TIMES: u32 = 100;

#[test]
fn a_run_that_is_killed_leaves_whole_pages() {
    let made = catalogue();
    let root = made.root();
    let old = fs::read_to_string(made.path()).expect("it is there");
    let whole = |name: &str| -> (BTreeMap<String, String>, Duration) {
        let fresh = made.folder().join(name);
        let fresh = fresh.to_str().expect("UTF-8");
        let began = Instant::now();
        site_in(made.folder(), "catalogue.json", fresh);
        (files(fresh), began.elapsed())
    };
    let (before, _) = whole("before");
    made.edit(|records| {
        records.truncate(3);
        records[1]["title"] = Value::from("Canal lock keeper and bridge operator");
        records[2]["referenceNumber"] = Value::from("FA9902");
    });
    let new = fs::read_to_string(made.path()).expect("it is there");
    let (after, time) = whole("after");
    let mut was_there = false;
    for number in 0..TIMES {
        fs::write(made.path(), if number % 2 == 0 { &new } else { &old }).expect("it is written");
        let mut run = command(&["catalogue.json"], &root);
        let mut run = run.current_dir(made.folder()).stderr(Stdio::null()).spawn().expect("the program runs");
        std::thread::sleep(time * number / TIMES);
        let _ended = run.kill();
        run.wait().expect("it ends");
        if !fs::exists(format!("{root}/index.html")).expect("it can be asked") {
            assert!(!was_there, "{number}: there was a site");
            continue;
        }
        was_there = true;
        crawl(&root);
        for (path, text) in files(&root) {
            assert!([&before, &after].iter().any(|site| site.get(&path) == Some(&text)), "{number}: {path}");
        }
    }
    fs::write(made.path(), &new).expect("it is written");
    site_in(made.folder(), "catalogue.json", "site");
    assert!(files(&root) == after);
}
