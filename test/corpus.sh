#!/usr/bin/env bash
# What is counted in test/growth is code that has not run before: each of these suites has a process of its own.
corpus() { bash test/in-two-processes.sh --testMatch '**/*.corpus.ts' --testPathIgnorePatterns /node_modules/ /test/growth/; }
alone() { jest --ci --testMatch "**/test/growth/$1.corpus.ts"; }

if [ $# -gt 0 ]; then exec jest --ci --testMatch '**/*.corpus.ts' "$@"; fi
corpus
status=$?
pids=()
for suite in commands constructs time; do
  alone "$suite" &
  pids+=($!)
done
for pid in "${pids[@]}"; do wait "$pid" || status=1; done
exit "$status"
