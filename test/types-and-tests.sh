#!/usr/bin/env bash
# ts-jest only strips types: the compiler judges them, while the tests run.
tsc --noEmit -p test/tsconfig.json &
types=$!
jest --ci "$@"
tests=$?
wait "$types" && exit "$tests"
