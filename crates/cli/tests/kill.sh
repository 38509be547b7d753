#!/usr/bin/env bash
# Kills a run 50 times at moments all over it, goes on each time, and compares with a run that nobody killed.
#
#   crates/cli/tests/kill.sh [KILLS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
ATTACHE_KILLS="${1:-50}" cargo test -p attache-cli --test batch a_run_that_is_killed -- --nocapture
