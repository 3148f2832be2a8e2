# A JDK 25: one on this machine, else the distribution's, else the official Temurin build in our cache.
# shellcheck shell=bash

readonly JDK_MAJOR=25
readonly TEMURIN=25.0.4.1+1

# The SHA-256 of the official Temurin build for a platform.
temurin_digest() {
  case $1 in
    x64_linux) echo dbb698396d478e7fa2b1e50f4103324b2a99b90569ee27c33f2261f9215cf41e ;;
    aarch64_linux) echo 69df11a02cfa3ef7d7ca645e03edce6778ec090e100f6ae2b42097865730ac52 ;;
    x64_mac) echo e6229d9504f7922053ab31821b9e6bee8761daf7b026a3476d1a027563009880 ;;
    aarch64_mac) echo 61979887f7506a24a57439ff99adb8b3a7fc89977d9cfe3b8984f58a981b7b9d ;;
  esac
}

# The major version of the JDK in a folder, as its release file says; fails if there is none.
jdk_major() {
  local line
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 1
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"?([0-9]+) ]]; then
      printf '%s\n' "${BASH_REMATCH[1]}"
      return
    fi
  done <"$1/release"
  return 1
}

# Folders where the toolchains plugin of Maven looks too; elsewhere Maven must be told.
jdk_folders_known_to_maven() {
  printf '%s\n' /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /usr/local/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* "$HOME"/.gradle/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home
}

jdk_folders() {
  local path
  [[ -z ${JAVA_HOME:-} ]] || printf '%s\n' "$JAVA_HOME"
  jdk_folders_known_to_maven
  if [[ -x /usr/libexec/java_home ]]; then /usr/libexec/java_home -v "$JDK_MAJOR+" 2>/dev/null || true; fi
  if path=$(type -P javac) && path=$(readlink -f "$path" 2>/dev/null); then printf '%s\n' "${path%/bin/javac}"; fi
  printf '%s\n' "$EDGEGLASS_CACHE"/jdk/* "$EDGEGLASS_CACHE"/jdk/*/Contents/Home
}

# The first JDK 25, else the first newer one.
jdk_found() {
  local folder major newer=''
  while IFS= read -r folder; do
    major=$(jdk_major "$folder") || continue
    if ((major == JDK_MAJOR)); then
      printf '%s\n' "$folder"
      return
    fi
    if ((major > JDK_MAJOR)) && [[ -z $newer ]]; then newer=$folder; fi
  done < <(jdk_folders)
  [[ -n $newer ]] && printf '%s\n' "$newer"
}

# JavaFX brings its own libraries, so the JDK without graphics will do. Only where nobody has to be asked: the build
# of the next source needs no root.
jdk_from_distribution() {
  local package=openjdk-$JDK_MAJOR-jdk-headless
  have apt-cache && can_install quietly || return 1
  apt-cache policy "$package" 2>/dev/null | grep 'Candidate: [^(]' >/dev/null || return 1
  (packages_install "$package") && jdk_found >/dev/null
}

jdk_from_temurin() {
  local platform name digest work home place=$EDGEGLASS_CACHE/jdk/temurin-$TEMURIN done=1
  case $(platform_os)-$(platform_arch) in
    linux-amd64) platform=x64_linux ;;
    linux-arm64) platform=aarch64_linux ;;
    darwin-amd64) platform=x64_mac ;;
    darwin-arm64) platform=aarch64_mac ;;
    *) return 1 ;;
  esac
  digest=$(temurin_digest "$platform")
  name=OpenJDK${JDK_MAJOR}U-jdk_${platform}_hotspot_${TEMURIN/+/_}.tar.gz
  say "Fetching the official JDK Temurin $TEMURIN into $EDGEGLASS_CACHE (about 140 MB)…"
  work=$(mktemp -d "$EDGEGLASS_CACHE/fetch.XXXXXX") || return 1
  if fetch_verified \
    "https://github.com/adoptium/temurin$JDK_MAJOR-binaries/releases/download/jdk-${TEMURIN/+/%2B}/$name" \
    "$digest" "$work/jdk.tar.gz" &&
    tar -xzf "$work/jdk.tar.gz" -C "$work"; then
    home=$work/jdk-$TEMURIN
    [[ ! -d $home/Contents/Home ]] || home=$home/Contents/Home
    if "$home/bin/java" -version >/dev/null 2>&1; then
      mkdir -p "$EDGEGLASS_CACHE/jdk" && mv "$work/jdk-$TEMURIN" "$place" && done=0
    else
      say "The Temurin build does not run on this system."
    fi
  fi
  rm -rf "$work"
  return $done
}

jdk_fetch() {
  jdk_found >/dev/null || jdk_from_distribution || jdk_from_temurin
}

# jdk_set_up: exports EDGEGLASS_JDK.
jdk_set_up() {
  local major
  if [[ -n ${EDGEGLASS_JDK:-} ]]; then
    major=$(jdk_major "$EDGEGLASS_JDK") && ((major >= JDK_MAJOR)) ||
      fail "EDGEGLASS_JDK is $EDGEGLASS_JDK, which holds no JDK $JDK_MAJOR or newer; set it to the folder of one, or unset it."
    [[ $EDGEGLASS_JDK == /* ]] || EDGEGLASS_JDK=$PWD/$EDGEGLASS_JDK
  elif ! EDGEGLASS_JDK=$(jdk_found); then
    need_cache
    with_lock "$EDGEGLASS_CACHE/jdk.lock" jdk_fetch && EDGEGLASS_JDK=$(jdk_found) ||
      fail "no JDK $JDK_MAJOR is here and none could be fetched; install one (for instance from https://adoptium.net), or set EDGEGLASS_JDK to its folder."
  fi
  export EDGEGLASS_JDK
}

# maven_command_set build|check: sets maven_command, the array that runs Maven, to be used in the project's folder.
# 'build' lets the build choose the JDK itself, unless it could not see the one that we have. 'check' runs Maven itself
# on our JDK, since only there the build checks the format.
maven_command_set() {
  local folder own=yes
  if [[ $1 == build ]] && { [[ -n ${JAVA_HOME:-} ]] || have java; }; then
    while IFS= read -r folder; do
      [[ $folder != "$EDGEGLASS_JDK" ]] || own=no
    done < <(jdk_folders_known_to_maven)
  fi
  maven_command=(mvn -B -ntp)
  # Libraries of Maven 3 use what a new JDK warns about; the warnings are not ours to act on.
  [[ $own == no ]] || maven_command=(env JAVA_HOME="$EDGEGLASS_JDK"
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" "${maven_command[@]}")
}
