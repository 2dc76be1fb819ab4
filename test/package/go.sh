#!/usr/bin/env bash
# Builds the Go module, and compares what the Go program of an example synthesizes with what the TypeScript one does (in dist/, by
# `npm run synth`), byte for byte. Where Go or a module of cdk8s is not to be had, it says so in one line, and that is no failure.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() {
  echo "skipped: the Go module is not built, for $1"
  exit 0
}

version() {
  node -p "require('./package.json').devDependencies['$1']"
}

command -v go > /dev/null || skip 'there is no command go'
missing=()
for module in \
  "github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2@v$(version cdk8s)" \
  "github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2@v$(version cdk8s-plus-28)"; do
  go list -m "$module" > /dev/null 2>&1 || missing+=("$module")
done
[ ${#missing[@]} -eq 0 ] || skip "the module proxy does not serve ${missing[*]}"

repository=$PWD
example=jobs-service-ephemeral
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work

rm -rf dist/go
npx projen package:go
mkdir "$work/program"
cp "examples/$example/main.go" "$work/program"
cd "$work/program"
test -z "$(gofmt -l .)"
go mod init example.org/program
go mod edit -replace "github.com/cdk8s-sonataflow/cdk8s-sonataflow/sonataflow=$repository/dist/go/sonataflow"
go mod tidy
go vet .
CDK8S_OUTDIR="$work/$example" go run .
diff --recursive "$repository/dist/$example" "$work/$example"
echo "the Go program of $example synthesizes the same bytes"
