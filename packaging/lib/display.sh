# A display: the person's, or a virtual one of our own.
# shellcheck shell=bash

readonly VIRTUAL_SCREEN=${EDGEGLASS_SCREEN:-1440x900}x24

# JavaFX draws through X on Linux; on other systems there is always a display.
display_here() { [[ $(platform_os) != linux || -n ${DISPLAY:-} ]]; }

# Starts an Xvfb on a number that it chooses itself, with a key of its own, and exports DISPLAY and XAUTHORITY.
# It ends with this script, however that ends.
virtual_display_start() {
  local key guard=() tries=0
  display_folder=$(mktemp -d "${TMPDIR:-/tmp}/edgeglass-display.XXXXXX") ||
    fail "no temporary folder can be made in ${TMPDIR:-/tmp}; set TMPDIR to a folder of yours."
  trap virtual_display_stop EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  key=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  touch "$display_folder/server" "$display_folder/client"
  xauth -q -f "$display_folder/server" add :0 . "$key"
  if setpriv --pdeathsig TERM true 2>/dev/null; then guard=(setpriv --pdeathsig TERM); fi
  ${guard[@]+"${guard[@]}"} Xvfb -displayfd 3 -screen 0 "$VIRTUAL_SCREEN" -nolisten tcp -noreset \
    -auth "$display_folder/server" 3>"$display_folder/number" >"$display_folder/log" 2>&1 </dev/null &
  display_process=$!
  until [[ -s $display_folder/number ]]; do
    if ! kill -0 "$display_process" 2>/dev/null || ((++tries > 300)); then
      tail -n 5 "$display_folder/log" >&2
      fail "the virtual display (Xvfb) did not start; what it said is above."
    fi
    sleep 0.1
  done
  DISPLAY=:$(<"$display_folder/number")
  xauth -q -f "$display_folder/client" add "$DISPLAY" . "$key"
  export DISPLAY XAUTHORITY=$display_folder/client GDK_BACKEND=x11
  unset WAYLAND_DISPLAY
}

# in_display COMMAND...: waits for it in such a way that a signal to this script ends it at once.
in_display() {
  local status=0
  "$@" &
  display_guest=$!
  wait "$display_guest" || status=$?
  display_guest=
  return $status
}

virtual_display_stop() {
  local process
  for process in "${display_guest:-}" "${display_process:-}"; do
    if [[ -n $process ]]; then
      kill "$process" 2>/dev/null || true
      wait "$process" 2>/dev/null || true
    fi
  done
  rm -rf "$display_folder"
}
