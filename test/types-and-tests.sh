#!/usr/bin/env bash
# What runs the tests only strips types: the compiler judges them, while the tests run.
node node_modules/typescript-7/bin/tsc --singleThreaded --noEmit -p test/tsconfig.json &
types=$!
if [ $# -eq 0 ]; then bash test/in-two-processes.sh; else jest --ci "$@"; fi
tests=$?
wait "$types" && exit "$tests"
