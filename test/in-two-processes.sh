#!/usr/bin/env bash
# Runs jest in two processes, each with half of the suites: one has one module system for its suites and uses one core.
jest --ci --shard=1/2 "$@" &
first=$!
jest --ci --shard=2/2 "$@"
second=$?
wait "$first" && exit "$second"
