#!/usr/bin/env bash
# Builds the Python wheel, installs it in an environment of its own, and compares what the Python examples synthesize
# with what the TypeScript ones do (in dist/, by `npm run synth`), byte for byte. They are clean for mypy, the command runs,
# and definitions are judged in pytest.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work
bin=$work/venv/bin

npx projen package:python
python3 -m venv "$work/venv"
"$bin/pip" install --quiet dist/python/*.whl mypy pytest
for main in examples/*/main.py; do
  example=$(basename "$(dirname "$main")")
  CDK8S_OUTDIR="$work/$example" "$bin/python" "$main"
  diff --recursive "dist/$example" "$work/$example"
  echo "the Python program of $example synthesizes the same bytes"
  "$bin/mypy" --strict --cache-dir "$work/mypy" "$main"
done

"$bin/cdk8s-sonataflow" check "$work/order-processing"/*.k8s.yaml
"$bin/cdk8s-sonataflow" render --built-image 'registry.example.org/{namespace}/{name}:1.0.0' "$work/order-processing"/*.k8s.yaml > "$work/rendered.yaml"
grep -q 'kind: Deployment' "$work/rendered.yaml"
"$bin/cdk8s-sonataflow" explain "$work/order-processing"/*.k8s.yaml --workflow paymentcollection > "$work/explained.txt"
grep -q 'application properties' "$work/explained.txt"
if PATH=/nonexistent "$bin/cdk8s-sonataflow" --help 2> "$work/missing.txt"; then exit 1; fi
test "$(wc -l < "$work/missing.txt")" -eq 1
grep -q 'Node.js 20 or later is needed' "$work/missing.txt"
echo "the command of the wheel runs, and says that Node is missing"

"$bin/pytest" -q -p no:cacheprovider test/package/test_python.py
# Converted programs: in both languages the same bytes.
mkdir "$work/node_modules" "$work/here"
for package in cdk8s cdk8s-plus-28 constructs; do ln -s "$PWD/node_modules/$package" "$work/node_modules/$package"; done
ln -s "$PWD" "$work/node_modules/cdk8s-sonataflow"
tsx=$PWD/node_modules/.bin/tsx
styles='argocd-app helm-output kustomize-output yq-persistence environments'
for style in $styles; do
  for language in typescript python; do
    node lib/cli.js convert "test/convert/styles/$style" --language $language -o "$work/$style-$language" 2> "$work/$style-$language.txt"
  done
done
for style in argocd-app helm-output kustomize-output yq-persistence; do (cd "$work/$style-typescript" && "$tsx" main.ts); done
for environment in dev prod; do (cd "$work/environments-typescript" && CDK8S_OUTDIR="dist/$environment" "$tsx" main.ts "$environment"); done
"$bin/python" test/package/run_programs.py "$work/here" "$work"/{argocd-app,helm-output,kustomize-output,yq-persistence}-python "$work"/environments-python:{dev,prod}
for style in $styles; do
  diff --recursive "$work/$style-typescript/dist" "$work/$style-python/dist"
  echo "$style is converted to the same bytes in both languages"
done
(cd "$work/environments-python" && "$bin/mypy" --strict --cache-dir "$work/mypy" .)
# The first run writes the snapshot.
for style in environments environments; do (cd "$work/$style-python" && "$bin/pytest" -q -p no:cacheprovider); done

# Of each kind of thing that a program says, what the operator makes of it.
PYTHON="$bin/python" npx jest --ci --testPathIgnorePatterns /node_modules/ --runTestsByPath test/package/python-programs.test.ts
