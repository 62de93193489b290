//! What `--help` says behind the options. `-h` shows a screen, and says where there is more.

pub(crate) const EXIT_CODES: &str = "Exit codes:
  0  nothing at or over --fail-on
  1  findings
  2  could not run: wrong usage, an unreadable input, or nothing to check";

pub(crate) const CHECK: &str = "Examples:
  ksb check                                 everything under this folder
  ksb check cellar.standard.json page.html  these files, whatever their names
  ksb check --format concise standards/     one line a finding, for editors
  ksb check --fix standards/                fix what can be fixed safely
  ksb check --select mapping,codes          only these groups of rules
  ksb check --rule overmapped-duty=off --fail-on warning .
  ksb check --format github --output sarif:ksb.sarif --output junit:ksb.xml
  git show HEAD:a.standard.json | ksb check - --stdin-filename a.standard.json

A folder is searched for *.standard.json and *.occupational-map.json. Hidden files and what .gitignore names are \
left out, and links to folders are not followed. `include` and `exclude` in ksb.toml say what else to take and to \
leave out; `ksb init` writes a ksb.toml to begin with.

Exit codes:
  0  nothing at or over --fail-on
  1  findings
  2  could not run: wrong usage, an unreadable input, or nothing to check";

pub(crate) const SERVER: &str =
    "This is for editors to start: it speaks the language server protocol until its editor \
ends it. docs/editors.md says what to put into the settings of Neovim, Helix, Emacs, Zed and others.

Exit codes:
  0  ended as the protocol has it
  1  ended otherwise
  2  the editor cannot be answered";

pub(crate) const EXTRACT: &str = "Examples:
  ksb extract catalogue.jsonl > extracts.jsonl
  ksb check --scope document --format jsonl catalogue.jsonl
  ksb check --scope catalogue --format jsonl extracts.jsonl

The last two together find what `ksb check --format jsonl catalogue.jsonl` finds. `ksb schema extract` describes the \
lines.";

pub(crate) const NEW: &str = "Examples:
  ksb new draft.docx                       an apprenticeship, in Word
  ksb new --kind foundation draft.xlsx     a foundation apprenticeship, as a workbook
  ksb new > draft.md                       an apprenticeship, in Markdown

Each part asks in brackets for what is to stand there, and `ksb check` reports what is still to be written.";

pub(crate) const CONVERT: &str = "Examples:
  ksb convert page.html -o cellar.standard.json   native JSON
  ksb convert cellar.standard.json -o cellar.docx Word
  ksb convert draft.docx --to csv                 a table on standard output

Every format holds all that a document states, so that it can be converted there and back. In CSV and workbooks, \
each row says in its column Type what it is: a fact, such as Level, a Duty, a Skill.

Exit codes:
  0  the document was written
  1  it was written, but parts of the input could not be read and were reported
  2  could not run: wrong usage, or a file that cannot be read";

pub(crate) const TRACE: &str = "\
Examples:
  ksb trace canal-lock-keeper-1.1.standard.json curriculum.xlsx
  ksb trace --format coverage canal-lock-keeper-1.1.standard.json modules/
  ksb trace --history catalogue.json --format sarif -o trace.sarif ST9901.standard.json plans/*.md";

/// How `ksb migrate` is called.
pub(crate) const MIGRATE_USAGE: &str = "ksb migrate [OPTIONS] OLD NEW FILE...
       ksb migrate [OPTIONS] --from-version A --to-version B CATALOGUE FILE...";

pub(crate) const MIGRATE: &str = "Examples:
  ksb migrate old.standard.json new.standard.json curriculum.csv --diff
  ksb migrate old.standard.json new.standard.json modules/ -o migrated/
  ksb migrate --pair K6=K9 old.html new.html plan.docx -o plan-1.1.docx
  ksb migrate --from-version 1.0 --to-version 1.3 all.json plan.docx --in-place

Codes of the old version become codes of the new one, all at once, and texts that are quoted become the new texts. \
Everything else stays byte for byte. What cannot be decided keeps its code and is marked, like what is to be read again: by \
a comment in a Word document, in a column of its own in CSV and workbooks, by a comment that is not shown in Markdown. The \
report says where, and what to do with the evidence for each statement. It goes to standard error where the document or the \
difference goes to standard output.

OLD and NEW are documents in any format that ksb reads; a name that is no file is looked up in git, as REV:PATH.

Exit codes:
  0  done, and nothing is left to decide; with --diff, nothing would change
  1  done, but something was marked or left; with --diff, something would change
  2  could not run: wrong usage, or a file that cannot be read or written";

pub(crate) const MATRIX: &str = "Examples:
  ksb matrix cellar.standard.json
  ksb matrix cellar.standard.json --format html -o matrix.html

Exit codes:
  0  the table was written
  1  it was written, but parts of the input could not be read and were reported
  2  could not run: wrong usage, or a file that cannot be read";

pub(crate) const EXPLAIN: &str = "Examples:
  ksb explain unmapped-ksb
  ksb explain mapping       the rules of a group
  ksb explain E1004         the rules with a code of the government's import";

pub(crate) const SCHEMA: &str = "Example:
  ksb schema standard > standard.schema.json";

pub(crate) const COMPLETIONS: &str = "Examples:
  ksb completions bash > /etc/bash_completion.d/ksb
  ksb completions zsh > \"${fpath[1]}/_ksb\"
  ksb completions fish > ~/.config/fish/completions/ksb.fish";

pub(crate) const MAN: &str = "Example:
  ksb man check > ksb-check.1";

pub(crate) const FMT: &str = "Examples:
  ksb fmt                     every native document under this folder
  ksb fmt --check standards/  for CI: writes nothing
  ksb fmt - < a.json > b.json

Keys are put in the order of the schema, unknown ones behind them. Texts and numbers stay as they are written. A file \
with mistakes in its JSON, comments too, is left alone.

Exit codes:
  0  done; with --check or --diff, nothing would change
  1  with --check or --diff, something would change
  2  could not run: wrong usage, no JSON, or an unreadable or unwritable file";

pub(crate) const RENUMBER: &str = "Examples:
  ksb renumber draft.standard.json --diff      show what would change
  ksb renumber draft.standard.json --in-place
  ksb renumber draft.docx -o renumbered.docx   as tracked changes

K1, K2, K4 become K1, K2, K3; so do the codes of duties. The codes that duties list follow, and so do those that the \
document's own ignores name. Where a text names a code in other words, nothing changes: these places are listed. Correct \
the codes in ksb.toml yourself.

A file is left alone if two statements have the same code, if a code stands in the list of another kind, or if a duty \
lists a code that no statement has and that another one would get. Saved pages are never edited. Numbers that Word writes \
itself count on by themselves.

Exit codes:
  0  done, or nothing to do; with --diff, nothing would change
  1  with --diff, something would change
  2  could not run: wrong usage, or a file that cannot be read or renumbered";

pub(crate) const HISTORY: &str = "Examples:
  ksb history ST9901 catalogue.json
  ksb history ST9901 2023.json 2024.json  of a version in both, the last counts
  ksb history ST9901 standards/           the documents in a folder
  ksb history ST9901 catalogue.json --format html -o history.html

The categories are proposals: only Skills England decides.

Exit codes:
  0  the history was told
  2  could not run: wrong usage, an unreadable file, or no such standard";

/// How `ksb progression` is called.
pub(crate) const PROGRESSION_USAGE: &str = "ksb progression [OPTIONS] [REFERENCE] CATALOGUE...";

pub(crate) const PROGRESSION: &str = "Examples:
  ksb progression ST9901 catalogue.json
  ksb progression ST9901 catalogue.json --with ST9902
  ksb progression ST9901 standards/ --format html -o map.html
  ksb progression catalogue.json --format csv -o links.csv

Of each standard the version approved for delivery counts, or else the newest. The links are
worked out from the words of the statements: they are no official progression map.

Exit codes:
  0  the links were shown
  2  could not run: wrong usage, an unreadable file, or no such standard";

pub(crate) const SITE: &str = "Examples:
  ksb site standards.json -o site/        open site/index.html
  ksb site standards.json maps.json -o site/ --against last-month.json
  ksb site standards/ -o site/ --base-url https://standards.example.org/

A second run writes only what has changed, and removes pages of its own that are no longer part of the site. Files
that ksb did not write are never changed: where one is in the way, nothing is written.

Exit codes:
  0  the site was written, or is up to date
  2  could not run, or a document could not be read: the site then lacks it";

/// How `ksb diff` is called.
pub(crate) const DIFF_USAGE: &str = "ksb diff [OPTIONS] OLD NEW\n       ksb diff [OPTIONS] REV PATH...";

pub(crate) const DIFF: &str = "Examples:
  ksb diff old.standard.json new.standard.json
  ksb diff page.html new.standard.json     any two formats that ksb reads
  ksb diff HEAD~1:a.standard.json a.standard.json
  ksb diff main standards/                 what changed since that commit
  ksb diff 2023/ 2024/                     folders: pairs by reference
  ksb diff old.json new.json               two downloads of a catalogue
  ksb diff --document ST9901_1.0 --document ST9901_1.1 all.json all.json
  ksb diff --format markdown -o comment.md old.standard.json new.standard.json
  ksb diff --fail-on revision --accept accepted.toml HEAD standards/

A name that is a file is that file; any other is looked up in git, as REV:PATH. Of a folder, the files \
*.standard.json are compared. Of two catalogues, versions are matched by reference and number; a version that came is \
compared with the one before it. Of several comparisons, the weightiest comes first.

--accept names a TOML file of changes that need no decision any more:
  [[accept]]
  fingerprint = \"0123456789abcdef\"   # from --format json or --fail-on
  reason = \"agreed with the trailblazer group\"
  until = \"2026-08-31\"               # optional, like id = \"knowledge-added\"
--pairing names a TOML file of pairings, with a table for each:
  [[pair]]                           # or [[no-pair]]
  old = \"K6\"
  new = \"K9\"
  reason = \"the same in other words\" # optional

The categories are proposals: only Skills England decides.

Exit codes:
  0  nothing at or over --fail-on
  1  changes at or over --fail-on that are not accepted
  2  could not run: wrong usage, or a side that cannot be read or compared";
