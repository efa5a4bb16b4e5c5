# What the benchmarks share; read by them, not run.
set -euo pipefail
export LC_ALL=C # numbers with a point, for time, sort and awk

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
idols=$root/idols
demo=$root/functions/local/target/demo
work=$root/target/benchmarks
log=$work/log
mkdir -p "$work"
: >"$log"

fail() {
  echo "${0##*/}: $1" >&2
  exit 1
}

# Runs a program and keeps what it says in the log, which is shown where it fails.
quietly() {
  echo "+ $*" >>"$log"
  "$@" >>"$log" 2>&1 || {
    tail -n 5 "$log" | grep -v "^+ " >&2 || true
    fail "this failed: $*"
  }
}

# Makes the demo where it is missing.
need_demo() {
  [ -f "$demo/demo.mp4" ] && [ -f "$demo/truth.csv" ] && return
  echo "making the demo first (./idols demo --once)..." >&2
  quietly "$idols" demo --once --data "$demo" --port 0
}

# The numbers of a field of labels.json, for instance: field labels.json width
field() {
  sed -n 's/.*"'"$2"'":\[\{0,1\}\([0-9,]*[0-9]\).*/\1/p' "$1" | head -n 1 | tr ',' ' '
}

frames() {
  field "$1/labels.json" frames
}

tracks() {
  grep -c '^{"id":' "$1/labels.json" || true
}
