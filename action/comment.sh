#!/usr/bin/env bash
# Writes what a pull request changes in the standards as a comment, or updates its earlier comment: the first line that
# ksb writes is a hidden marker.
set -euo pipefail

mapfile -t paths < <(printf '%s\n' "${KSB_PATHS:-.}" | sed '/^[[:space:]]*$/d')
body=${RUNNER_TEMP:?}/ksb-comment.md
git fetch --quiet --depth 1 origin "${KSB_BASE:?}"
changed=0
ksb diff --fail-on info --format markdown --output "$body" -- "$KSB_BASE" "${paths[@]}" || changed=$?
[ "$changed" -le 1 ] || exit "$changed"
marker=$(head -n 1 "$body")
comments=repos/${GITHUB_REPOSITORY:?}/issues/${KSB_PULL_REQUEST:?}/comments
known=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith($(printf '%s' "$marker" | jq -R .))) | .id" | head -n 1)
if [ -n "$known" ]; then
    gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" --field body=@"$body" >/dev/null
elif [ "$changed" -eq 1 ]; then
    gh api --method POST "$comments" --field body=@"$body" >/dev/null
fi
