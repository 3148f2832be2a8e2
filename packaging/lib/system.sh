# What the operating system must bring: Maven, the graphics libraries that JavaFX loads, fonts, a virtual display.
# shellcheck shell=bash

# Each word is one need; of names separated by '|' any will do, and the first that the archive has is installed.
# libgtk-3-0 is libgtk-3-0t64 since Debian 13 and Ubuntu 24.04. wqy-microhei has all of Hangul, kana and Han in 1.6 MB.
readonly WINDOW_NEEDS='libgtk-3-0t64|libgtk-3-0 libgl1 libxtst6 libxxf86vm1 fontconfig fonts-dejavu-core'
readonly WINDOW_WISHES='fonts-wqy-microhei'

# system_packages PART...: build, window, display.
system_packages() {
  local part needs='' wishes='' missing=() wished=()
  for part; do
    case $part in
      build) have mvn || needs+=' maven' ;;
      window)
        needs+=" $WINDOW_NEEDS"
        wishes+=" $WINDOW_WISHES"
        ;;
      display)
        have Xvfb || needs+=' xvfb'
        have xauth || needs+=' xauth'
        ;;
    esac
  done
  case $(platform_os) in
    darwin)
      [[ $needs != *maven* ]] ||
        fail "Maven (mvn) is missing; install it (for instance: brew install maven), then run this again."
      return
      ;;
    linux) ;;
    *) fail "this system ($(uname -s)) is neither Linux nor macOS; on Windows use packaging\\run.cmd." ;;
  esac
  if ! have dpkg-query || ! have apt-get; then
    other_linux "$needs"
    return
  fi
  # shellcheck disable=SC2086,SC2207 # lists of words, on both sides
  missing=($(packages_missing $needs))
  # shellcheck disable=SC2086,SC2207
  wished=($(packages_missing $wishes))
  # Any font with Korean will do, wherever it came from.
  if ((${#wished[@]})) && have fc-list && [[ -n $(fc-list :lang=ko family 2>/dev/null) ]]; then wished=(); fi
  if ((${#missing[@]} == 0 && ${#wished[@]} == 0)); then return; fi
  if ((${#missing[@]} == 0)) && ! can_install quietly; then
    say "Without the package ${wished[*]} the window shows boxes for Chinese, Japanese and Korean text."
    return
  fi
  need_cache
  with_lock "$EDGEGLASS_CACHE/system-packages.lock" \
    packages_install ${missing[@]+"${missing[@]}"} ${wished[@]+"${wished[@]}"}
}

# packages_missing NEED...: prints those for which no package is installed.
packages_missing() {
  local installed need name
  (($#)) || return 0
  # shellcheck disable=SC2048,SC2086 # a list of words
  installed=$(dpkg-query -W -f '|${Package}:${db:Status-Status}|' ${*//|/ } 2>/dev/null) || true
  for need; do
    for name in ${need//|/ }; do
      [[ $installed != *"|$name:installed|"* ]] || continue 2
    done
    printf '%s\n' "$need"
  done
}

# can_install [quietly]: as root, with sudo that asks nothing, or (unless quietly) with sudo that may ask.
can_install() {
  as_root=()
  if ((EUID == 0)); then return; fi
  have sudo || return 1
  if sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  elif [[ ${1:-} != quietly && -t 0 && -t 2 ]]; then
    as_root=(sudo)
  else
    return 1
  fi
}

# The names to install for needs: of alternatives the first that the archive has, else the last, which newer releases
# still know as another name for the first. Fails if the archive has none, as on a machine that has no lists yet.
packages_named() {
  local need name chosen known=0
  for need; do
    chosen=
    for name in ${need//|/ }; do
      if apt-cache policy "$name" 2>/dev/null | grep 'Candidate: [^(]' >/dev/null; then
        chosen=$name
        break
      fi
    done
    [[ -n $chosen ]] || known=1
    printf '%s\n' "${chosen:-${need##*|}}"
  done
  return $known
}

packages_install() {
  local names log=$EDGEGLASS_CACHE/system-packages.log
  names=$(packages_named "$@") || true
  can_install ||
    fail "these packages are missing; as root run: apt-get update && apt-get install --no-install-recommends ${names//$'\n'/ }"
  : >"$log"
  if names=$(packages_named "$@"); then
    say "Installing ${names//$'\n'/ }…"
    apt_install "$names" && return
  fi
  # The lists are missing or old.
  say "Fetching the lists of packages…"
  ${as_root[@]+"${as_root[@]}"} apt-get -q update >>"$log" 2>&1 || true
  names=$(packages_named "$@") || true
  say "Installing ${names//$'\n'/ }…"
  apt_install "$names" && return
  tail -n 5 "$log" >&2
  fail "apt-get could not install ${names//$'\n'/ } (all it said is in $log); check the network, or install them by hand."
}

apt_install() {
  # shellcheck disable=SC2086 # a list of words
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $1 </dev/null >>"$log" 2>&1
}

# Another Linux: we only say what is missing.
other_linux() {
  local needs=$1 absent=''
  [[ $needs != *maven* ]] || absent+=', Maven (mvn)'
  [[ $needs != *xvfb* ]] || absent+=', a virtual display (Xvfb)'
  [[ $needs != *xauth* ]] || absent+=', xauth'
  if [[ $needs == *libgtk* ]]; then
    library_here libgtk-3.so.0 || absent+=', GTK 3 (libgtk-3.so.0)'
    library_here libGL.so.1 || absent+=', OpenGL (libGL.so.1)'
    library_here libXtst.so.6 || absent+=', libXtst.so.6'
    library_here libXxf86vm.so.1 || absent+=', libXxf86vm.so.1'
  fi
  [[ -z $absent ]] ||
    fail "missing here: ${absent#, }; install that with this system's package manager, then run this again."
}

library_here() {
  local known
  known=$({ ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null) || return 0
  [[ $known == *"$1 "* ]]
}
