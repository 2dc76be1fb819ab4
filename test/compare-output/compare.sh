#!/usr/bin/env bash
# Compares what the library writes with what it wrote at another commit: the synthesized examples, and what the command line
# says of each conformance case. `bash test/compare-output/compare.sh COMMIT [CASES]`; no difference, no output.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD
cases=$(cd "${2:-test/conformance/cases}" && pwd)
work=$(mktemp -d)
trap 'git worktree remove --force "$work/tree"; rm -rf "$work"' EXIT

git worktree add --detach --quiet "$work/tree" "$1"
ln -s "$here/node_modules" "$work/tree/node_modules"
mkdir -p "$work/tree/test/compare-output"
cp "$here/test/compare-output/dump.ts" "$work/tree/test/compare-output/"

write() {
  (
    cd "$1"
    rm -rf dist
    npm run --silent synth
    cp -r dist "$2"
    npx tsx test/compare-output/dump.ts "$cases" "$2/cases"
  ) >/dev/null 2>&1
}

write "$work/tree" "$work/before"
write "$here" "$work/after"
diff -r "$work/before" "$work/after"
