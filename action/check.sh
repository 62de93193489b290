#!/usr/bin/env bash
# Checks $KSB_PATHS: writes annotations on the lines of the change, and the same as SARIF. The exit code is that of ksb.
set -euo pipefail

mapfile -t paths < <(printf '%s\n' "${KSB_PATHS:-.}" | sed '/^[[:space:]]*$/d')
mapfile -t args < <(printf '%s\n' "${KSB_ARGS:-}" | sed '/^[[:space:]]*$/d')
sarif=${KSB_SARIF:-ksb.sarif}
echo "sarif=$sarif" >>"${GITHUB_OUTPUT:?}"
exec ksb check "${args[@]}" --fail-on "${KSB_FAIL_ON:-error}" --format github --output "sarif:$sarif" -- "${paths[@]}"
