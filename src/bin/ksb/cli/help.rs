//! What `--help` says after the options. `-h` shows one screen, and says where to find more.

pub(crate) const EXIT_CODES: &str = "Exit codes:
  0  no findings at or above `--fail-on`
  1  findings at or above `--fail-on`
  2  could not run: wrong arguments, a file that cannot be read, or nothing to check";

pub(crate) const CHECK: &str = "Examples:
  ksb check                                 everything under this folder
  ksb check cellar.standard.json page.html  these files, whatever their names
  ksb check --format concise standards/     one line for each finding, for editors
  ksb check --fix standards/                apply safe fixes
  ksb check --select mapping,codes          only these groups of rules
  ksb check --rule overmapped-duty=off --fail-on warning .
  ksb check --format github --output sarif:ksb.sarif --output junit:ksb.xml
  git show HEAD:a.standard.json | ksb check - --stdin-filename a.standard.json

In a folder, ksb checks *.standard.json and *.occupational-map.json. It leaves out hidden files and those in \
.gitignore, and does not follow links to folders. Use `include` and `exclude` in ksb.toml to add or leave out \
files; `ksb init` writes a ksb.toml to start from.

Exit codes:
  0  no findings at or above `--fail-on`
  1  findings at or above `--fail-on`
  2  could not run: wrong arguments, a file that cannot be read, or nothing to check";

pub(crate) const SERVER: &str = "Editors start this command. It uses the Language Server Protocol, and \
runs until the editor stops it. docs/editors.md has the settings for Neovim, Helix, Emacs, Zed and others.

Exit codes:
  0  ended as the protocol requires
  1  ended in another way
  2  could not answer the editor";

pub(crate) const EXTRACT: &str = "Examples:
  ksb extract catalogue.jsonl > extracts.jsonl
  ksb check --scope document --format jsonl catalogue.jsonl
  ksb check --scope catalogue --format jsonl extracts.jsonl

The last two commands together give the same findings as `ksb check --format jsonl catalogue.jsonl`. \
`ksb schema extract` describes the lines.";

pub(crate) const NEW: &str = "Examples:
  ksb new draft.docx                       an apprenticeship, in Word
  ksb new --kind foundation draft.xlsx     a foundation apprenticeship, as a workbook
  ksb new > draft.md                       an apprenticeship, in Markdown

Each part says in brackets what to write there. `ksb check` reports the parts that have not been written yet.";

pub(crate) const CONVERT: &str = "Examples:
  ksb convert page.html -o cellar.standard.json   native JSON
  ksb convert cellar.standard.json -o cellar.docx Word
  ksb convert draft.docx --to csv                 a table on standard output

Every format keeps the whole document, so you can convert it and convert it back. In CSV and workbooks, the column \
Type says what each row is: a fact (such as Level), a Duty, a Skill and so on.

Exit codes:
  0  the document was written
  1  the result was written, but parts of the input could not be read and were reported
  2  could not run: wrong arguments, or a file that cannot be read";

pub(crate) const TRACE: &str = "\
Examples:
  ksb trace canal-lock-keeper-1.1.standard.json curriculum.xlsx
  ksb trace --format coverage canal-lock-keeper-1.1.standard.json modules/
  ksb trace --history catalogue.json --format sarif -o trace.sarif ST9901.standard.json plans/*.md";

/// The usage of `ksb migrate`.
pub(crate) const MIGRATE_USAGE: &str = "ksb migrate [OPTIONS] OLD NEW FILE...
       ksb migrate [OPTIONS] --from-version A --to-version B CATALOGUE FILE...";

pub(crate) const MIGRATE: &str = "Examples:
  ksb migrate old.standard.json new.standard.json curriculum.csv --diff
  ksb migrate old.standard.json new.standard.json modules/ -o migrated/
  ksb migrate --pair K6=K9 old.html new.html plan.docx -o plan-1.1.docx
  ksb migrate --from-version 1.0 --to-version 1.3 all.json plan.docx --in-place

Old codes become new codes, all at once, and quoted texts become the new texts. Everything else stays the same, byte \
for byte. A code is kept and marked if you need to decide what to do with it, or to read its statement again. The mark is a \
comment in a Word document, an extra column in CSV and workbooks, and a hidden comment in Markdown. The report says \
where the marks are, and what to do with the evidence for each statement. It goes to standard error if the result goes \
to standard output.

OLD and NEW are documents in any format that ksb reads. A name that is not a file is looked up in git, as REV:PATH.

Exit codes:
  0  done, with nothing left to decide; with `--diff`, nothing would change
  1  done, but something was marked or left unchanged; with `--diff`, something would change
  2  could not run: wrong arguments, or a file that cannot be read or written";

pub(crate) const MATRIX: &str = "Examples:
  ksb matrix cellar.standard.json
  ksb matrix cellar.standard.json --format html -o matrix.html

Exit codes:
  0  the table was written
  1  the result was written, but parts of the input could not be read and were reported
  2  could not run: wrong arguments, or a file that cannot be read";

pub(crate) const EXPLAIN: &str = "Examples:
  ksb explain unmapped-ksb
  ksb explain mapping       the rules of a group
  ksb explain E1004         the rules with this code in the government's import";

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

Keys are put in the order of the schema, with unknown keys last. Text and numbers stay as they are. A file with \
mistakes in its JSON, including comments, is left as it is.

Exit codes:
  0  done; with `--check` or `--diff`, nothing would change
  1  with `--check` or `--diff`, something would change
  2  could not run: wrong arguments, or a file that is not JSON or cannot be read or written";

pub(crate) const RENUMBER: &str = "Examples:
  ksb renumber draft.standard.json --diff      show what would change
  ksb renumber draft.standard.json --in-place
  ksb renumber draft.docx -o renumbered.docx   as tracked changes

K1, K2 and K4 become K1, K2 and K3, and duties are renumbered in the same way. The mapping and the document's own ignores \
are updated. Codes in the wording of duties and statements do not change, but are listed for you to check. Correct the codes in ksb.toml yourself.

A file is left as it is if two statements have the same code or a code is in the list for another kind of \
statement. It is also left as it is if renumbering would give a statement a code that is mapped to a duty but not \
defined. Saved pages are never edited. Word updates automatic numbers itself.

Exit codes:
  0  done, or nothing to do; with `--diff`, nothing would change
  1  with `--diff`, something would change
  2  could not run: wrong arguments, or a file that cannot be read or renumbered";

pub(crate) const HISTORY: &str = "Examples:
  ksb history ST9901 catalogue.json
  ksb history ST9901 2023.json 2024.json  if a version is in both, the file named last is used
  ksb history ST9901 standards/           the documents in a folder
  ksb history ST9901 catalogue.json --format html -o history.html

The categories are proposals. Only Skills England decides.

Exit codes:
  0  the history was shown
  2  could not run: wrong arguments, a file that cannot be read, or no such standard";

/// The usage of `ksb progression`.
pub(crate) const PROGRESSION_USAGE: &str = "ksb progression [OPTIONS] [REFERENCE] CATALOGUE...";

pub(crate) const PROGRESSION: &str = "Examples:
  ksb progression ST9901 catalogue.json
  ksb progression ST9901 catalogue.json --with ST9902
  ksb progression ST9901 standards/ --format html -o map.html
  ksb progression catalogue.json --format csv -o links.csv

For each standard, ksb uses the version approved for delivery or, if there is none, the latest. The links are \
worked out from the words of the statements. They are not an official progression map.

Exit codes:
  0  the links were shown
  2  could not run: wrong arguments, a file that cannot be read, or no such standard";

pub(crate) const SITE: &str = "Examples:
  ksb site standards.json -o site/        open site/index.html
  ksb site standards.json maps.json -o site/ --against last-month.json
  ksb site standards/ -o site/ --base-url https://standards.example.org/

A second run writes only what has changed, and removes pages that ksb wrote but that are no longer part of the site. \
Files that ksb did not write are never changed: if one is in the way, ksb stops and writes nothing.

Exit codes:
  0  the site was written, or is up to date
  2  could not run, or a document could not be read and is missing from the site";

/// The usage of `ksb diff`.
pub(crate) const DIFF_USAGE: &str = "ksb diff [OPTIONS] OLD NEW\n       ksb diff [OPTIONS] REV PATH...";

pub(crate) const DIFF: &str = "Examples:
  ksb diff old.standard.json new.standard.json
  ksb diff page.html new.standard.json     any two formats that ksb reads
  ksb diff HEAD~1:a.standard.json a.standard.json
  ksb diff main standards/                 what changed since that commit
  ksb diff 2023/ 2024/                     folders: files are paired by reference
  ksb diff old.json new.json               two downloads of a catalogue
  ksb diff --document ST9901_1.0 --document ST9901_1.1 all.json all.json
  ksb diff --format markdown -o comment.md old.standard.json new.standard.json
  ksb diff --fail-on revision --accept accepted.toml HEAD standards/

A name that is not a file is looked up in git, as REV:PATH. In a folder, *.standard.json and \
*.occupational-map.json files are compared. In two catalogues, versions are matched by reference and number, and a new \
version is compared with the one before it. If there are several comparisons, the most important comes first.

`--accept` takes a TOML file of changes that have already been accepted:
  [[accept]]
  fingerprint = \"0123456789abcdef\"   # from `--format json` or `--fail-on`
  reason = \"agreed with the trailblazer group\"
  until = \"2026-08-31\"               # optional, as is id = \"knowledge-added\"
`--pairing` takes a TOML file of pairings, with a table for each:
  [[pair]]                           # or [[no-pair]]
  old = \"K6\"
  new = \"K9\"
  reason = \"same meaning, reworded\"  # optional

The categories are proposals. Only Skills England decides.

Exit codes:
  0  no changes at or above `--fail-on`
  1  changes at or above `--fail-on` that are not accepted
  2  could not run: wrong arguments, or a document that cannot be read or compared";
