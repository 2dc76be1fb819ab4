#!/usr/bin/env bash
# Builds the Python wheel, installs it in an environment of its own, and compares what the Python examples synthesize
# with what the TypeScript ones do (in dist/, by `npm run synth`), byte for byte.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work

npx projen package:python
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet dist/python/*.whl
for main in examples/*/main.py; do
  example=$(basename "$(dirname "$main")")
  CDK8S_OUTDIR="$work/$example" "$work/venv/bin/python" "$main"
  diff --recursive "dist/$example" "$work/$example"
  echo "the Python program of $example synthesizes the same bytes"
done
