//! What the server knows: the open documents, the settings and the folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use ksb::editor::Buffer;
use ksb::lint::Scope;
use ksb::project::{Files, Input, Options, Project, Reader, SETTINGS_FILE, SettingsFile};
use ksb::read::format_of_file;
use ksb::source::SourceId;

use super::client::Client;
use super::cross_document::{CrossDocumentFindings, Job, Known};
use super::finding::{ByFile, Finding, by_file};
use super::head::Heads;
use super::open::Open;
use super::outgoing::{self, Outbox};
use super::overlay::Overlay;
use super::pages::Pages;

/// What the server knows.
pub(super) struct Session<'f> {
    pub(super) files: &'f Overlay,
    pub(super) options: Options,
    /// For documents on their own.
    project: Project<'f>,
    /// For documents that cite a standard, and settings.
    pub(super) citing: Project<'f>,
    /// The open documents by URI.
    pub(super) open: BTreeMap<String, Open>,
    pub(super) client: Client,
    pub(super) folders: Vec<PathBuf>,
    /// Where work on all documents together is requested.
    jobs: Option<Sender<Job>>,
    /// How many times something has called for another look at the disk.
    pub(super) scans: u64,
    /// What is known of the folder.
    pub(super) known: Known,
    /// The settings files that findings were shown in although they are not open.
    told: BTreeSet<PathBuf>,
    pub(super) out: Outbox,
    pub(super) pages: Pages,
    pub(super) heads: Heads,
}

/// What a document is to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A `ksb.toml`.
    Settings,
    /// A standard or a map.
    Document,
    /// A document that cites one, according to the settings.
    Citing,
    /// Anything else.
    Other,
}

impl<'f> Session<'f> {
    pub(super) fn new(files: &'f Overlay, options: Options, jobs: Option<Sender<Job>>) -> Self {
        let [project, citing] = projects(files, &options);
        Self {
            files,
            options,
            project,
            citing,
            open: BTreeMap::new(),
            client: Client::default(),
            folders: Vec::new(),
            jobs,
            scans: 0,
            known: Known::default(),
            told: BTreeSet::new(),
            out: Outbox::default(),
            pages: Pages::default(),
            heads: Heads::default(),
        }
    }

    /// The reader of documents.
    pub(super) fn reader(&self) -> Reader<'f> {
        Reader { files: self.files, from: None, max_size: self.options.max_size }
    }

    /// Opens a document.
    pub(super) fn opened(&mut self, uri: &str, version: i32, text: String) {
        let path = self.files.resolved(&super::uri::path_of(uri));
        let buffer = Buffer::new(text, self.client.unit);
        if self.told.remove(&path) {
            // What was reported while it was not open is withdrawn: from now on it is reported as an open document.
            self.out.publish(outgoing::none(&super::uri::uri_of(&path)));
        }
        self.files.set(path.clone(), buffer.text());
        self.scans += 1;
        let open = Open {
            path,
            version,
            buffer,
            own: Vec::new(),
            among: Vec::new(),
            took: Duration::ZERO,
            is_ours: false,
        };
        self.open.insert(uri.to_owned(), open);
        self.changed(uri);
    }

    /// Handles a new text.
    pub(super) fn changed(&mut self, uri: &str) {
        let Some(open) = self.open.get(uri) else { return };
        if is_settings(&open.path) {
            self.settings_changed();
            return;
        }
        self.check(uri);
        self.look_at_all();
    }

    /// Closes a document.
    pub(super) fn closed(&mut self, uri: &str) {
        let Some(open) = self.open.remove(uri) else { return };
        self.files.remove(&open.path);
        if !self.client.pulls {
            self.out.publish(outgoing::none(uri));
        }
        if is_settings(&open.path) {
            self.settings_changed();
        }
        self.look_at_all();
    }

    /// Reads the settings again, and checks every open document with them.
    pub(super) fn settings_changed(&mut self) {
        [self.project, self.citing] = projects(self.files, &self.options);
        for uri in self.open.keys().cloned().collect::<Vec<_>>() {
            self.check(&uri);
        }
        self.look_at_all();
    }

    /// Has the documents looked at together, when nothing has changed for a while.
    pub(super) fn look_at_all(&mut self) {
        let Some(jobs) = &self.jobs else { return };
        let versions = self.open.values().filter(|open| open.is_ours);
        let job = Job {
            buffers: self.files.snapshot(),
            open: versions.map(|open| (open.path.clone(), open.version)).collect(),
            folders: self.folders.clone(),
            scans: self.scans,
            unit: self.client.unit,
        };
        // If the worker is gone, each document is still checked on its own.
        let _gone = jobs.send(job);
    }

    /// What a document is.
    pub(super) fn role(&mut self, path: &Path) -> Role {
        if is_settings(path) {
            return Role::Settings;
        }
        let (left, sections) = self.citing.sections(&[path.to_owned()], vec![Input::file(path)]);
        if left.is_empty() && !sections.is_empty() {
            return Role::Citing;
        }
        match self.citing.takes(path) {
            Some(true) => Role::Document,
            Some(false) => Role::Other,
            None => self.recognised(path),
        }
    }

    /// What a document is, according to its content.
    fn recognised(&self, path: &Path) -> Role {
        let opened = self.reader().documents(&Input::file(path), SourceId::of_file(0));
        let is_one = opened.all.iter().any(|one| format_of_file(&one.source).is_some());
        if is_one { Role::Document } else { Role::Other }
    }

    /// Checks one document on its own, and publishes what is found.
    pub(super) fn check(&mut self, uri: &str) {
        let Some(path) = self.open.get(uri).map(|open| open.path.clone()) else { return };
        let begun = Instant::now();
        let role = self.role(&path);
        let own = self.found(&path, role).remove(&path).unwrap_or_default();
        if let Some(open) = self.open.get_mut(uri) {
            open.is_ours = matches!(role, Role::Document | Role::Citing);
            open.own = own;
            open.took = begun.elapsed();
            if !open.is_ours {
                open.among = Vec::new();
            }
        }
        self.publish(uri);
        self.publish_settings(&path);
    }

    fn found(&mut self, path: &Path, role: Role) -> ByFile {
        let (files, unit) = (self.files, self.client.unit);
        let (project, inputs, sections) = match role {
            Role::Document => (&mut self.project, vec![Input::file(path)], Vec::new()),
            Role::Citing => {
                let sections = self.citing.sections(&[path.to_owned()], Vec::new()).1;
                (&mut self.citing, Vec::new(), sections)
            }
            Role::Settings => return self.settings_found(path),
            Role::Other => return ByFile::new(),
        };
        let findings = project.run_with(inputs, sections, &()).check(None, &[]);
        findings.map_or_else(|_| ByFile::new(), |found| by_file(&found, files, unit))
    }

    /// What is found in the settings that apply to a file, or in a settings file.
    fn settings_found(&mut self, path: &Path) -> ByFile {
        if is_settings(path) {
            // Sections are also looked at.
            let folder = path.parent().map(Path::to_owned);
            self.citing.settings_of(&Input::file(path));
            self.citing.sections(folder.as_slice(), Vec::new());
        }
        let files = self.files;
        let (_, all) = self.citing.settings_of(&Input::file(path));
        let one = |file: &SettingsFile| {
            let found =
                file.found.iter().map(|one| Finding { diagnostic: one.clone(), elsewhere: Vec::new() });
            (files.resolved(file.source.name().as_ref()), found.collect())
        };
        all.all().iter().map(one).collect()
    }

    /// Publishes what is found in the settings, even if they are not open.
    fn publish_settings(&mut self, path: &Path) {
        for (path, own) in self.settings_found(path) {
            if let Some(uri) = self.uri_of_open(&path) {
                if let Some(open) = self.open.get_mut(&uri).filter(|open| open.own != own) {
                    open.own = own;
                    self.publish(&uri);
                }
                continue;
            }
            self.tell_settings(&path, &own);
        }
    }

    fn tell_settings(&mut self, path: &Path, found: &[Finding]) {
        if found.is_empty() && !self.told.remove(path) {
            return;
        }
        if !found.is_empty() {
            self.told.insert(path.to_owned());
        }
        let bytes = self.files.read(path, self.options.max_size).unwrap_or_default();
        let buffer = Buffer::new(String::from_utf8_lossy(&bytes).into_owned(), self.client.unit);
        let found: Vec<&Finding> = found.iter().collect();
        let params = outgoing::diagnostics(&super::uri::uri_of(path), None, &found, &buffer, &mut self.pages);
        self.out.publish(params);
    }

    /// Publishes what is found in an open document, unless the editor asks for it itself.
    pub(super) fn publish(&mut self, uri: &str) {
        let Some(open) = self.open.get(uri).filter(|_| !self.client.pulls) else { return };
        let found = open.findings();
        let params = outgoing::diagnostics(uri, Some(open.version), &found, &open.buffer, &mut self.pages);
        self.out.publish(params);
    }

    /// Takes over what was found among all documents, if it is still about the current text.
    pub(super) fn take(&mut self, among: CrossDocumentFindings) {
        self.known = among.known;
        for (uri, open) in &mut self.open {
            let of_this_text = among.versions.get(&open.path) == Some(&open.version);
            if of_this_text && open.is_ours {
                let found = among.found.get(&open.path).cloned().unwrap_or_default();
                if open.among != found {
                    open.among = found;
                    self.out.stale.insert(uri.clone());
                }
            }
        }
        let stale = std::mem::take(&mut self.out.stale);
        for uri in &stale {
            self.publish(uri);
        }
        if !stale.is_empty() && self.client.pulls && self.client.refreshes {
            self.out.request("workspace/diagnostic/refresh", serde_json::Value::Null);
        }
    }

    /// An open document, if it is one that the server knows about.
    pub(super) fn ours(&self, uri: &str) -> Option<&Open> {
        self.open.get(uri).filter(|open| open.is_ours)
    }

    /// The URI under which a file is open.
    pub(super) fn uri_of_open(&self, path: &Path) -> Option<String> {
        self.open.iter().find(|(_, open)| open.path == path).map(|(uri, _)| uri.clone())
    }
}

fn projects<'f>(files: &'f Overlay, options: &Options) -> [Project<'f>; 2] {
    let alone = Options { scope: Some(Scope::Document), ..options.clone() };
    [Project::new(files, alone), Project::new(files, options.clone())]
}

fn is_settings(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == SETTINGS_FILE)
}
