#!/usr/bin/env bash
# Tests of these scripts, in seconds and without a network: packaging/tests/all.sh
# The parts are the real ones; only the programs that they look for are small fakes that print a version.
# Functions that stand in for ours are called by ours; a test's variables come from our parts and end with it.
# shellcheck disable=SC2317,SC2329,SC2030,SC2031,SC2034,SC2154
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/edgeglass tests.XXXXXX")
trap 'rm -rf "$work"' EXIT
export HOME=$work/home EDGEGLASS_CACHE=$work/cache
unset EDGEGLASS_NATS_SERVER EDGEGLASS_NATS_SERVER_2_10 EDGEGLASS_JDK JAVA_HOME
passed=0 failed=0

# check NAME COMMAND...: each runs in a shell of its own with the set-up sourced and an empty folder $room.
check() {
  local name=$1 status
  shift
  room=$work/room.$((passed + failed))
  mkdir -p "$room" "$EDGEGLASS_CACHE"
  # Not as a condition: there 'set -e' would not hold.
  (
    . "$here/setup.sh"
    "$@"
  ) >"$work/said" 2>&1
  status=$?
  if ((status == 0)); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$name"
    cat "$work/said"
  fi
  rm -rf "$EDGEGLASS_CACHE"
}
equal() { [[ $1 == "$2" ]] || { echo "got '$1', wanted '$2'" && return 1; }; }
fails() { if "$@"; then echo "did not fail: $*" && return 1; fi; }
# says WORDS COMMAND...: the command fails, and what it says has the words.
says() {
  local words=$1 said status
  shift
  set +e
  said=$(set -e && "$@" 2>&1)
  status=$?
  set -e
  ((status != 0)) || { echo "did not fail: $*" && return 1; }
  [[ $said == *"$words"* ]] || { echo "said '$said', wanted '$words'" && return 1; }
}
fake_nats() {
  mkdir -p "${1%/*}"
  printf '#!/bin/sh\necho "nats-server: v%s"\n' "$2" >"$1"
  chmod +x "$1"
}
fake_jdk() {
  mkdir -p "$1/bin"
  touch "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
  printf 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
}
no_server_to_fetch() {
  debian_here() { return 1; }
  nats_release_digest() { :; }
}

versions() {
  local pair
  for pair in '2.10 2.10' '2.10.0 2.10' '2.10 2.10.0' '2.10.27 2.10' '2.11.0 2.10' '2.9.25 2.9.3' '3 2.99' \
    '2.12.0-RC.1 2.12' '2.10.08 2.10.7' '25.0.4.1+1 25'; do
    # shellcheck disable=SC2086
    version_at_least $pair || { echo "$pair" && return 1; }
  done
  for pair in '2.9.25 2.10' '2.10.7 2.10.10' '1.99 2' '2 2.0.1' 'x 2' '2.x 2'; do
    # shellcheck disable=SC2086
    fails version_at_least $pair
  done
}
check 'versions compare by number' versions

order() {
  fake_nats "$room/given/nats-server" 2.10.1
  fake_nats "$room/bin/nats-server" 2.11.3
  fake_nats "$EDGEGLASS_CACHE/nats-server/2.12.9/nats-server" 2.12.9
  fake_nats "$EDGEGLASS_CACHE/nats-server/2.12.10/nats-server" 2.12.10
  PATH=$room/bin:$PATH
  equal "$(export EDGEGLASS_NATS_SERVER=$room/given/nats-server && nats_set_up needed && echo "$EDGEGLASS_NATS_SERVER")" "$room/given/nats-server"
  equal "$(nats_set_up needed && echo "$EDGEGLASS_NATS_SERVER")" "$room/bin/nats-server"
  fake_nats "$room/bin/nats-server" 2.9.25
  equal "$(nats_set_up needed && echo "$EDGEGLASS_NATS_SERVER")" "$EDGEGLASS_CACHE/nats-server/2.12.10/nats-server"
}
check 'a server is taken from the variable, the PATH, the cache' order

relative() {
  fake_nats "$room/nats-server" 2.10.1
  cd "$room"
  equal "$(EDGEGLASS_NATS_SERVER=./nats-server && nats_set_up needed && echo "$EDGEGLASS_NATS_SERVER")" "$room/./nats-server"
}
check 'a relative path becomes absolute, since programs start elsewhere' relative

refused() {
  fake_nats "$room/old" 2.9.25
  fake_nats "$room/new" 2.12.1
  printf '#!/bin/sh\necho nats-server: v2.12.1\nexit 1\n' >"$room/broken"
  chmod +x "$room/broken"
  EDGEGLASS_NATS_SERVER=$room/old says 'nats-server 2.9.25, but 2.10 or newer is needed' nats_set_up needed
  EDGEGLASS_NATS_SERVER=$room/broken says 'is not a nats-server that runs here' nats_set_up wanted
  EDGEGLASS_NATS_SERVER=$room/none says 'is not a nats-server that runs here' nats_set_up needed
  EDGEGLASS_NATS_SERVER=$room/new EDGEGLASS_NATS_SERVER_2_10=$room/new says 'is nats-server 2.12.1, not 2.10' nats_set_up_tests
}
check 'a server that is named but does not serve is refused, with the reason' refused

nothing() {
  nats_on_path() { :; }
  no_server_to_fetch
  says 'install one, or set EDGEGLASS_NATS_SERVER' nats_set_up needed
  nats_set_up wanted
  equal "${EDGEGLASS_NATS_SERVER-unset}" unset
}
check 'without any server: a sentence, or none if only wanted' nothing

tests_servers() {
  nats_on_path() { echo "$room/bin/nats-server"; }
  no_server_to_fetch
  fake_nats "$room/bin/nats-server" 2.10.20
  fake_nats "$EDGEGLASS_CACHE/nats-server/2.10.27/nats-server" 2.10.27
  equal "$(nats_set_up_tests 2>/dev/null && echo "$EDGEGLASS_NATS_SERVER $EDGEGLASS_NATS_SERVER_2_10")" \
    "$EDGEGLASS_CACHE/nats-server/2.10.27/nats-server $EDGEGLASS_CACHE/nats-server/2.10.27/nats-server"
  fake_nats "$EDGEGLASS_CACHE/nats-server/2.15.1/nats-server" 2.15.1
  equal "$(nats_set_up_tests && echo "$EDGEGLASS_NATS_SERVER $EDGEGLASS_NATS_SERVER_2_10")" \
    "$EDGEGLASS_CACHE/nats-server/2.15.1/nats-server $EDGEGLASS_CACHE/nats-server/2.10.27/nats-server"
  rm -r "$EDGEGLASS_CACHE/nats-server/2.10.27" "$room/bin/nats-server"
  says 'no nats-server 2.10 is here and none could be fetched' nats_set_up_tests
}
check 'tests get the newest server and one of 2.10, and do not begin without it' tests_servers

kept() {
  fake_nats "$room/a" 2.12.1
  nats_keep "$room/a"
  [[ -x $EDGEGLASS_CACHE/nats-server/2.12.1/nats-server && ! -e $room/a ]]
  fake_nats "$room/b" 2.9.1
  fails nats_keep "$room/b"
  [[ ! -e $EDGEGLASS_CACHE/nats-server/2.9.1 ]]
}
check 'only a server that runs and is new enough enters the cache' kept

download() {
  have curl || return 0
  echo content >"$room/source"
  fetch_verified "file://${room// /%20}/source" "$(sha256_of "$room/source")" "$room/whole"
  equal "$(<"$room/whole")" content
  says 'is not the file that was meant' fetch_verified "file://${room// /%20}/source" 00ff "$room/wrong"
  says '' fetch_verified "file://${room// /%20}/missing" 00ff "$room/wrong"
  equal "$(echo "$room"/wrong*)" "$room/wrong*"
}
check 'a download counts only if its SHA-256 is right' download

digests() {
  local platform
  for platform in linux-amd64 linux-arm64 darwin-amd64 darwin-arm64; do
    [[ $(nats_release_digest $platform) =~ ^[0-9a-f]{64}$ ]]
  done
  for platform in x64_linux aarch64_linux x64_mac aarch64_mac; do
    [[ $(temurin_digest $platform) =~ ^[0-9a-f]{64}$ ]]
  done
}
check 'every platform has its digests' digests

jdks() {
  jdk_folders() { printf '%s\n' "$room"/jdk*; }
  says '' jdk_found
  fake_jdk "$room/jdk 17" 17.0.15
  says '' jdk_found
  fake_jdk "$room/jdk 26" 26.0.1
  equal "$(jdk_found)" "$room/jdk 26"
  fake_jdk "$room/jdk x" 25.0.3
  equal "$(jdk_found)" "$room/jdk x"
  rm "$room/jdk x/bin/javac"
  equal "$(jdk_found)" "$room/jdk 26"
  EDGEGLASS_JDK="$room/jdk 17" says 'holds no JDK 25 or newer' jdk_set_up
}
check 'a JDK 25 is preferred, a newer one serves, a runtime without compiler does not' jdks

no_jdk() {
  jdk_folders() { :; }
  jdk_from_distribution() { return 1; }
  platform_os() { echo plan9; }
  says 'install one (for instance from https://adoptium.net), or set EDGEGLASS_JDK' jdk_set_up
}
check 'without any JDK 25: a sentence' no_jdk

maven_runs_on() {
  jdk_folders_known_to_maven() { printf '%s\n' "$room/known/17" "$room/known/25"; }
  have() { true; }
  EDGEGLASS_JDK=$room/known/25
  maven_command_set build
  equal "${maven_command[*]}" 'mvn -B -ntp'
  maven_command_set check
  equal "${maven_command[1]}" "JAVA_HOME=$room/known/25"
  EDGEGLASS_JDK=$room/cache/25
  maven_command_set build
  equal "${maven_command[1]}" "JAVA_HOME=$room/cache/25"
}
check 'Maven chooses the JDK of a build itself if it can see it; checks run on ours' maven_runs_on

other_systems() {
  says 'missing here: Maven (mvn), a virtual display (Xvfb); install' other_linux ' maven xvfb'
  other_linux ''
  (have() { [[ $1 != dpkg-query && $1 != mvn ]]; } && says 'missing here: Maven (mvn)' system_packages build)
  (platform_os() { echo darwin; } && have() { return 1; } && says 'brew install maven' system_packages build window display)
  (platform_os() { :; } && says 'packaging\run.cmd' system_packages build)
}
check 'another system is told what is missing' other_systems

no_root() {
  have dpkg-query && have apt-get || return 0
  dpkg-query() { return 1; }
  apt-cache() { echo '  Candidate: 1.0'; }
  apt-get() { echo 'must not be called'; }
  can_install() { return 1; }
  says 'as root run: apt-get update && apt-get install --no-install-recommends libgtk-3-0t64 libgl1' system_packages window
}
check 'without root the one line to run is said' no_root

freshness() {
  EDGEGLASS_CHECKOUT=$room
  mkdir -p "$room/app/core/src/main" "$room/app/core/src/test" "$room/app/core/target/src/main" "$room/samples"
  touch "$room/app/core/src/main/A"
  find "$room" -exec touch -t 202601010000 {} +
  touch -t 202602010000 "$room/built"
  touch "$room/app/core/target/src/main/B"
  sources_newer_than '*/src/main*' "$room/none"
  fails sources_newer_than '*/src/main*' "$room/built"
  fails sources_newer_than '*/src/main*' "$room/built" "$room/none"
  touch "$room/app/core/src/test/C"
  fails sources_newer_than '*/src/main*' "$room/built"
  sources_newer_than '*/src/*' "$room/built"
  rm "$room/app/core/src/main/A"
  sources_newer_than '*/src/main*' "$room/built"
  touch "$room/later"
  fails sources_newer_than '*/src/main*' "$room/built" "$room/later"
  touch -t 203001010000 "$room/samples/world.yaml"
  sources_newer_than '*/src/main*' "$room/built" "$room/later"
}
check 'a build is old when a source is newer or gone' freshness

serial() {
  have flock || return 0
  slow() { [[ ! -e $room/inside ]] && touch "$room/inside" && sleep 0.2 && rm "$room/inside"; }
  with_lock "$room/lock" slow &
  with_lock "$room/lock" slow
  wait $!
}
check 'two runs at once wait for each other' serial

spaces() {
  mkdir -p "$room/a b"
  cp -R "$here" "$room/a b/packaging"
  cd /
  says 'needs the name of a bench: ingest' "$room/a b/packaging/bench" unknown
  [[ ! -e $room/a\ b/target ]]
}
check 'the project may lie in a path with spaces' spaces

printf 'scripts: %s passed, %s failed\n' "$passed" "$failed"
((failed == 0))
