# Words, versions, the cache folder, downloads. Sourced by setup.sh; bash 3.2 is enough (macOS).
# shellcheck shell=bash

# What we say goes to the error stream: the standard output belongs to the program that is started.
say() { printf '%s\n' "$*" >&2; }
fail() {
  printf 'edgeglass: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

EDGEGLASS_CACHE=${EDGEGLASS_CACHE:-${XDG_CACHE_HOME:-${HOME:?HOME is not set, so there is no cache folder; set EDGEGLASS_CACHE to a folder of yours}/.cache}/edgeglass}
[[ $EDGEGLASS_CACHE == /* ]] || EDGEGLASS_CACHE=$PWD/$EDGEGLASS_CACHE
export EDGEGLASS_CACHE

need_cache() {
  mkdir -p "$EDGEGLASS_CACHE" 2>/dev/null && [[ -w $EDGEGLASS_CACHE ]] ||
    fail "the cache folder $EDGEGLASS_CACHE cannot be written; set EDGEGLASS_CACHE to a folder of yours."
  # What a run left that was killed while it fetched.
  find "$EDGEGLASS_CACHE" -maxdepth 1 -name 'fetch.*' -mmin +1440 -exec rm -rf {} + 2>/dev/null || true
}

# version_at_least HAVE WANT: compares dotted numbers; what follows a '-', '+' or '~' does not count.
version_at_least() {
  local have=${1%%[-+~]*} want=${2%%[-+~]*} h w
  [[ $have =~ ^[0-9]+(\.[0-9]+)*$ && $want =~ ^[0-9]+(\.[0-9]+)*$ ]] || return 1
  while [[ -n $have || -n $want ]]; do
    h=${have%%.*} w=${want%%.*}
    h=$((10#${h:-0})) w=$((10#${w:-0}))
    if ((h != w)); then
      ((h > w))
      return
    fi
    if [[ $have == *.* ]]; then have=${have#*.}; else have=; fi
    if [[ $want == *.* ]]; then want=${want#*.}; else want=; fi
  done
}

# with_lock FILE COMMAND...: one at a time. Without flock (macOS) nothing is lost but a second download or build,
# since everything is made beside its place and then moved there.
with_lock() {
  local file=$1
  shift
  if have flock; then
    (
      exec 9>"$file"
      flock 9
      "$@" 9>&-
    )
  else
    "$@"
  fi
}

# The platform in the words that release files use: linux|darwin, amd64|arm64. Empty when it is none of these.
platform_os() {
  case $(uname -s) in
    Linux) echo linux ;;
    Darwin) echo darwin ;;
  esac
}
platform_arch() {
  case $(uname -m) in
    x86_64 | amd64) echo amd64 ;;
    aarch64 | arm64) echo arm64 ;;
  esac
}

sha256_of() {
  local line
  if have sha256sum; then line=$(sha256sum "$1"); else line=$(shasum -a 256 "$1"); fi
  line=${line%% *}
  printf '%s\n' "${line#\\}"
}

# fetch_verified ADDRESS SHA256 FILE: FILE exists afterwards only if it is whole and is the file that was meant.
fetch_verified() {
  local address=$1 digest=$2 file=$3 part=$3.part.$$ got
  if have curl; then
    curl -fsSL --connect-timeout 20 --retry 2 -o "$part" "$address" 2>/dev/null
  elif have wget; then
    wget -q --timeout=20 --tries=2 -O "$part" "$address"
  else
    say "Neither curl nor wget is here to download with."
    return 1
  fi || {
    rm -f "$part"
    return 1
  }
  got=$(sha256_of "$part")
  if [[ $got != "$digest" ]]; then
    rm -f "$part"
    say "The download ${address##*/} is not the file that was meant (SHA-256 $got, not $digest), so it was thrown away."
    return 1
  fi
  mv -f "$part" "$file"
}
