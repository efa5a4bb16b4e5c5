# The original tool's flow for the benchmarks; read by them, not run. Wants common.sh before it.
venv=$root/target/original

# Installs the original's packages where they are missing; false, with a sentence on why, where that cannot be.
need_original() {
  cmp -s "$root/benchmarks/original/requirements.txt" "$venv/installed.txt" && return
  local python
  for python in python3 python3.13 python3.12 python3.11; do
    "$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break
    python=''
  done
  if [ -z "$python" ]; then
    echo "no column for the original tool: it needs Python 3.11 or newer with venv" >&2
    return 1
  fi
  echo "installing the original tool's packages into target/original..." >&2
  rm -rf "$venv"
  if "$python" -m venv "$venv" >>"$log" 2>&1 &&
    "$venv/bin/python" -m pip install --quiet --no-deps --only-binary dlib-bin,numpy,av,pillow \
      -r "$root/benchmarks/original/requirements.txt" >>"$log" 2>&1 &&
    "$venv/bin/python" -W ignore -c 'import av, face_recognition' >>"$log" 2>&1; then
    cp "$root/benchmarks/original/requirements.txt" "$venv/installed.txt"
  else
    echo "no column for the original tool: its packages could not be installed, see $log" >&2
    return 1
  fi
}

# original VIDEO GALLERY LABELS.csv EVERY
original() {
  quietly "$venv/bin/python" "$root/benchmarks/original/label.py" "$1" "$2" "$3" --every "$4"
}
