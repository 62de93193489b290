use super::*;

fn site(root: &Path, files: &[(&str, &str)], key: &str) -> Result<Outcome, Failure> {
    let folder = SiteFolder::open(root)?;
    for (path, content) in files {
        folder.put(path, content)?;
    }
    folder.commit(key)
}

fn changed(root: &Path, path: &str) -> SystemTime {
    fs::metadata(root.join(path)).and_then(|metadata| metadata.modified()).expect("it is there")
}

#[test]
fn only_what_changed_is_written_and_what_is_not_ours_is_left() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path().join("site");
    let outcome = |files, written, removed| Ok(Outcome { files, written, removed });
    let said = |result: Result<Outcome, Failure>| result.map_err(|failure| failure.0);
    let first = [("index.html", "1"), ("a/b/x.html", "x"), ("a/y.html", "y")];
    assert_eq!(said(site(&root, &first, "one")), outcome(3, 3, 0));
    assert!(SiteFolder::open(&root).is_ok_and(|site| site.is_current("one") && !site.is_current("two")));
    let before = changed(&root, "a/y.html");
    fs::write(root.join("CNAME"), "example.org").expect("it can be written");
    assert_eq!(said(site(&root, &[("index.html", "2"), ("a/y.html", "y")], "two")), outcome(2, 1, 1));
    assert!(
        changed(&root, "a/y.html") == before && !root.join("a/b").exists() && root.join("CNAME").exists()
    );

    fs::write(root.join("a/y.html"), "mine").expect("it can be written");
    assert!(SiteFolder::open(&root).is_ok_and(|site| !site.is_current("two")));
    assert!(site(&root, &[("index.html", "3"), ("a/y.html", "z")], "three").is_err());
    assert!(site(&root, &[("index.html", "3"), ("CNAME", "z")], "three").is_err());
    assert_eq!(fs::read_to_string(root.join("index.html")).expect("it is there"), "2");
    assert_eq!(said(site(&root, &[("index.html", "3")], "three")), outcome(1, 1, 0), "theirs is not removed");
    assert!(root.join("a/y.html").exists());
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("notes.txt"), "x").expect("it can be written");
    assert!(SiteFolder::open(folder.path()).is_err());
    assert!(!folder.path().join(OWN).exists());
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let one = SiteFolder::open(folder.path());
    assert!(one.is_ok() && SiteFolder::open(folder.path()).is_err());
}

/// Whether every page that can be reached is one of these, whole.
fn is_whole(root: &Path, sites: &[&[(&str, &str)]]) -> bool {
    let known = |path: &str, text: &str| sites.iter().any(|site| site.contains(&(path, text)));
    let (mut seen, mut next) = (BTreeSet::new(), vec![ENTRY.to_owned()]);
    if !root.join(ENTRY).exists() {
        return sites.iter().any(|site| site.is_empty());
    }
    while let Some(path) = next.pop() {
        let Ok(text) = fs::read_to_string(root.join(&path)) else { return false };
        if !known(&path, &text) {
            return false;
        }
        next.extend(
            text.split_whitespace().filter(|word| seen.insert((*word).to_owned())).map(str::to_owned),
        );
    }
    true
}

#[test]
fn wherever_a_run_breaks_off_no_page_leads_to_one_that_is_not_there() {
    let none: &[(&str, &str)] = &[];
    let one: &[(&str, &str)] = &[("index.html", "a/x b/y"), ("a/x", "index.html b/y"), ("b/y", "")];
    let two: &[(&str, &str)] = &[("index.html", "a/x c/z"), ("a/x", "c/z index.html"), ("c/z", "a/x")];
    for (before, after) in [(none, one), (one, two), (two, one)] {
        for broken_at in 0.. {
            let folder = tempfile::tempdir().expect("a folder can be made");
            let root = folder.path();
            if !before.is_empty() {
                assert!(site(root, before, "before").is_ok());
            }
            let folder = SiteFolder::open(root).unwrap_or_else(|failure| panic!("{}", failure.0));
            assert!(after.iter().all(|(path, content)| folder.put(path, content).is_ok()));
            let (steps, _) = folder.steps("after").unwrap_or_else(|failure| panic!("{}", failure.0));
            let count = steps.len();
            assert!(steps.into_iter().take(broken_at).all(|step| folder.take(step).is_ok()));
            drop(folder);
            assert!(is_whole(root, &[before, after]), "{before:?} {broken_at}");
            assert!(SiteFolder::open(root).is_ok_and(|site| broken_at >= count || !site.is_current("after")));
            assert!(site(root, after, "after").is_ok() && is_whole(root, &[after]), "{before:?} {broken_at}");
            let left = before.iter().filter(|(path, _)| after.iter().all(|(kept, _)| kept != path));
            assert!(left.into_iter().all(|(path, _)| !root.join(path).exists()));
            if broken_at >= count {
                break;
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_out() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let [root, outside] = ["site", "outside"].map(|name| folder.path().join(name));
    fs::create_dir(&outside).expect("a folder can be made");
    assert!(site(&root, &[("a/x.html", "x")], "one").is_ok());
    fs::remove_dir_all(root.join("a")).expect("it can be removed");
    std::os::unix::fs::symlink(&outside, root.join("a")).expect("links can be made");
    assert!(site(&root, &[("a/x.html", "x")], "two").is_err());
    assert_eq!(fs::read_dir(&outside).expect("a folder").count(), 0);
}
