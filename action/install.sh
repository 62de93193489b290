#!/usr/bin/env bash
# Installs the ksb that the action was written for, or $KSB_VERSION, into its own environment.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=${KSB_VERSION:-$(sed -n 's/^version = "\(.*\)"$/\1/p' "$here/Cargo.toml" | head -n 1)}
venv=${RUNNER_TEMP:?}/ksb
python3 -m venv "$venv"
bin=$venv/bin
[ -d "$bin" ] || bin=$venv/Scripts
"$bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "ksb-cli==$version"
echo "$bin" >>"${GITHUB_PATH:?}"
