# What CI runs: layout, lints, all tests (with the real pre-commit and the real documents), the first command.
ready:
    .ci/run

# The tests, as anyone can run them.
test:
    cargo test --locked

# The lints alone.
lint:
    cargo fmt --check
    cargo clippy --all-targets --all-features --locked -- -D warnings

# Writes what is generated: docs/rules.md, docs/messages.md and the output in the README.
docs:
    UPDATE_DOCS=1 cargo test --locked

# ksb in a page of a browser: target/web/index.html with its files, and target/web/ksb.html, which is one file.
web:
    web/build

# The extension for VS Code: target/dist/ksb-VERSION.vsix.
vscode:
    editors/vscode/build

# The benchmarks.
bench:
    cargo bench --locked

# ksb beside the programs that a user would pick instead: the tables of benches/README.md.
compare:
    python3 benches/compare.py

# Every fuzz target for ten minutes, two at a time, and a table of what they came to. Needs cargo-fuzz.
fuzz:
    fuzz/run 600

# What people install on this kind of machine, into target/dist. Needs maturin, npm and cargo-deb.
packages:
    packages/build

# Licences and sources of all packages, with cargo-deny.
deny:
    cargo deny check
