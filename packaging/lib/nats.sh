# A nats-server that is new enough: the person's own, else one in our cache, else one that we fetch.
# shellcheck shell=bash

readonly NATS_OLDEST=2.10
readonly NATS_RELEASE=2.14.5

# The SHA-256 of the official release for a platform.
nats_release_digest() {
  case $1 in
    linux-amd64) echo 5e3b603d47c447bda1f77f9ac16dbf91c90aac4ff3681f8fbbc7201e4ed99355 ;;
    linux-arm64) echo 673a98d3faa79dde3f9ebf16d6dfac36a5f694e7ad2015e4954dd7939c85cd4c ;;
    darwin-amd64) echo f95c98d6b6ed2b63c5681b46b092c9585c99767d547cf495730c329234625e96 ;;
    darwin-arm64) echo ddd907854d9a2de834af133fa396915fe6442fe6d8909ae31390d1ea7a0fea50 ;;
  esac
}

# The version that a program says it is; fails if it is no nats-server or does not run here.
nats_version() {
  local words
  [[ -f $1 && -x $1 ]] || return 1
  words=$("$1" -v 2>/dev/null </dev/null) || return 1
  [[ $words =~ ^nats-server:\ v([0-9]+(\.[0-9]+)+[^[:space:]]*) ]] || return 1
  printf '%s\n' "${BASH_REMATCH[1]}"
}

# nats_newest [SERIES]: of the paths on its input, the newest that is new enough (and of the series, such as 2.10).
nats_newest() {
  local series=${1:-} path version best='' best_version=0
  while IFS= read -r path; do
    version=$(nats_version "$path") && version_at_least "$version" "$NATS_OLDEST" || continue
    [[ -z $series || $version == "$series".* ]] || continue
    if [[ -z $best ]] || ! version_at_least "$best_version" "$version"; then
      best=$path best_version=$version
    fi
  done
  [[ -n $best ]] && printf '%s\n' "$best"
}

nats_on_path() { type -P nats-server || true; }

nats_cached() {
  local path
  for path in "$EDGEGLASS_CACHE"/nats-server/*/nats-server; do
    [[ -x $path ]] && printf '%s\n' "$path"
  done
  return 0
}

# The PATH's if it serves, else the newest in the cache.
nats_found() {
  nats_on_path | nats_newest || nats_cached | nats_newest
}

# nats_keep PROGRAM: into the cache under its version, in one move. Fails if it does not run here or is too old.
nats_keep() {
  local version place
  version=$(chmod +x "$1" && nats_version "$1") && version_at_least "$version" "$NATS_OLDEST" || return 1
  place=$EDGEGLASS_CACHE/nats-server/${version//[^0-9A-Za-z.+-]/_}
  mkdir -p "$place" && mv -f "$1" "$place/nats-server"
}

nats_from_debian() {
  local suite=$1 work done=1
  debian_here || return 1
  say "Fetching nats-server from Debian $suite into $EDGEGLASS_CACHE (about 20 MB)…"
  work=$(mktemp -d "$EDGEGLASS_CACHE/fetch.XXXXXX") || return 1
  if debian_unpack "$suite" "$work/unpacked" nats-server && nats_keep "$work/unpacked/usr/sbin/nats-server"; then done=0; fi
  rm -rf "$work"
  return $done
}

nats_from_release() {
  local platform name digest work done=1
  platform=$(platform_os)-$(platform_arch)
  digest=$(nats_release_digest "$platform")
  [[ -n $digest ]] || return 1
  name=nats-server-v$NATS_RELEASE-$platform
  say "Fetching the official nats-server $NATS_RELEASE into $EDGEGLASS_CACHE (about 7 MB)…"
  work=$(mktemp -d "$EDGEGLASS_CACHE/fetch.XXXXXX") || return 1
  if fetch_verified "https://github.com/nats-io/nats-server/releases/download/v$NATS_RELEASE/$name.tar.gz" \
    "$digest" "$work/nats.tar.gz" &&
    tar -xzf "$work/nats.tar.gz" -C "$work" && nats_keep "$work/$name/nats-server"; then done=0; fi
  rm -rf "$work"
  return $done
}

# The sources of a server that this machine lacks, newest first; the cache is asked again, since another run may
# have filled it while we waited for the lock.
nats_fetch() {
  nats_cached | nats_newest >/dev/null || nats_from_debian sid || nats_from_debian trixie || nats_from_release
}
nats_fetch_newer_than() {
  nats_has_newer_than "$1" || nats_from_debian sid || nats_from_release && nats_has_newer_than "$1"
}
nats_fetch_2_10() {
  nats_cached | nats_newest 2.10 >/dev/null || nats_from_debian trixie
}
nats_has_newer_than() {
  local path
  path=$(nats_cached | nats_newest) && ! version_at_least "$1" "$(nats_version "$path")"
}

# nats_given NAME [SERIES]: fails with a sentence if the variable NAME names a server that does not serve.
nats_given() {
  local name=$1 series=${2:-} path=${!1} version
  [[ $path == */* ]] || path=$(type -P -- "$path" || printf '%s' "$path")
  version=$(nats_version "$path") ||
    fail "$name is ${!name}, which is not a nats-server that runs here; set it to one, or unset it."
  version_at_least "$version" "$NATS_OLDEST" ||
    fail "$name is ${!name}, which is nats-server $version, but $NATS_OLDEST or newer is needed; set it to a newer one, or unset it."
  [[ -z $series || $version == "$series".* ]] ||
    fail "$name is ${!name}, which is nats-server $version, not $series; set it to one of that series, or unset it."
  [[ $path == /* ]] || path=$PWD/$path
  export "$name=$path"
}

# nats_set_up needed|wanted: exports EDGEGLASS_NATS_SERVER. 'wanted' fetches nothing and may leave it unset.
nats_set_up() {
  local how=$1 path old
  if [[ -n ${EDGEGLASS_NATS_SERVER:-} ]]; then
    nats_given EDGEGLASS_NATS_SERVER
    return
  fi
  if ! path=$(nats_found); then
    [[ $how == needed ]] || return 0
    if old=$(nats_version "$(nats_on_path)"); then
      say "The nats-server on the PATH is $old, but $NATS_OLDEST or newer is needed."
    fi
    need_cache
    with_lock "$EDGEGLASS_CACHE/nats-server.lock" nats_fetch && path=$(nats_found) ||
      fail "no nats-server $NATS_OLDEST or newer is here and none could be fetched; install one, or set EDGEGLASS_NATS_SERVER to its path."
  fi
  export EDGEGLASS_NATS_SERVER=$path
}

# For the tests: the newest server that is to be had, and one of 2.10, the oldest that we support.
nats_set_up_tests() {
  local newest
  need_cache
  if [[ -n ${EDGEGLASS_NATS_SERVER:-} ]]; then
    nats_given EDGEGLASS_NATS_SERVER
  else
    newest=$({
      nats_on_path
      nats_cached
    } | nats_newest) || newest=
    if [[ -z $newest ]] || ! version_at_least "$(nats_version "$newest")" 2.11; then
      if with_lock "$EDGEGLASS_CACHE/nats-server.lock" nats_fetch_newer_than 2.10.999; then
        newest=$(nats_cached | nats_newest)
      elif [[ -n $newest ]]; then
        say "No nats-server newer than $(nats_version "$newest") could be fetched, so the tests run on that one."
      fi
    fi
    export EDGEGLASS_NATS_SERVER=$newest
    [[ -n $newest ]] || unset EDGEGLASS_NATS_SERVER
    nats_set_up needed
  fi
  if [[ -n ${EDGEGLASS_NATS_SERVER_2_10:-} ]]; then
    nats_given EDGEGLASS_NATS_SERVER_2_10 2.10
  else
    EDGEGLASS_NATS_SERVER_2_10=$(nats_oldest_here) || {
      with_lock "$EDGEGLASS_CACHE/nats-server.lock" nats_fetch_2_10 &&
        EDGEGLASS_NATS_SERVER_2_10=$(nats_oldest_here)
    } || fail "no nats-server $NATS_OLDEST is here and none could be fetched, but the tests need one, since Edgeglass promises to work with it; get one, and set EDGEGLASS_NATS_SERVER_2_10 to its path."
    export EDGEGLASS_NATS_SERVER_2_10
  fi
}
nats_oldest_here() {
  {
    printf '%s\n' "$EDGEGLASS_NATS_SERVER"
    nats_on_path
    nats_cached
  } | nats_newest 2.10
}
