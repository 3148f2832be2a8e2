# A package of a newer Debian suite, from the mirror that this machine uses itself, unpacked into a folder of ours.
# apt gets a state of its own, so nothing changes on the system and no root is needed; apt checks the signatures.
# shellcheck shell=bash

readonly DEBIAN_KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# The address of the machine's own Debian archive. Origin is known only once the machine has its lists; before that
# the first source that is not the security archive is the best there is, and a wrong one fails its signature.
debian_mirror() {
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -F'|' '$1 == "Debian" && $2 == "Debian" { print $3; found = 1; exit }
               $1 == "" && $3 !~ /security/ && first == "" { first = $3 }
               END { if (!found && first != "") print first }'
}

debian_here() {
  [[ -r /etc/os-release ]] && grep -qx 'ID=debian' /etc/os-release && [[ -r $DEBIAN_KEYRING ]] &&
    have apt-get && have dpkg-deb
}

# debian_unpack SUITE FOLDER PACKAGE...: makes FOLDER/usr/... Fails quietly (the log is FOLDER.log) if any is not to be had.
debian_unpack() {
  local suite=$1 folder=$2 mirror
  shift 2
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || return 1
  (
    state=$folder.apt
    trap 'rm -rf "$state"' EXIT
    mkdir -p "$folder" "$state/lists/partial" "$state/archives/partial" || exit 1
    cat >"$state/debian.sources" <<SOURCES
Types: deb
URIs: $mirror
Suites: $suite
Components: main
Architectures: $(dpkg --print-architecture)
Signed-By: $DEBIAN_KEYRING
SOURCES
    apt=(apt-get -q
      -o "Dir::Etc::sourcelist=$state/debian.sources" -o Dir::Etc::sourceparts=/dev/null
      -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null
      -o "Dir::State::lists=$state/lists" -o "Dir::Cache=$state" -o "APT::Sandbox::User=$(id -un)"
      -o Acquire::Languages=none -o Acquire::Retries=2
      -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)
    # A hook of the system may fail here without root; whether the lists came is seen by the download.
    "${apt[@]}" update || true
    cd "$state/archives" && "${apt[@]}" download "$@" || exit 1
    for package in ./*.deb; do dpkg-deb -x "$package" "$folder" || exit 1; done
  ) >"$folder.log" 2>&1 </dev/null
}
