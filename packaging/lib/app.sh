# What the build makes, where, and how it is started: the names that these scripts and the poms share.
# shellcheck shell=bash

readonly APP_JAR=app/desktop/target/edgeglass-desktop.jar
readonly APP_LIB=app/desktop/target/lib
readonly APP_JAVAFX=app/desktop/target/javafx
readonly APP_MAIN=app.edgeglass.desktop.Main
readonly CORE_TARGET=app/core/target

# The benches by name.
bench_names() { echo "ingest, memory, filter, kernels, screen, startup, soak, streams"; }
bench_main() {
  case $1 in
    ingest) echo app.edgeglass.core.bench.IngestBench ;;
    memory) echo app.edgeglass.core.bench.MemoryBench ;;
    filter) echo app.edgeglass.core.bench.FilterBench ;;
    kernels) echo app.edgeglass.core.bench.KernelBench ;;
    soak) echo app.edgeglass.core.bench.SoakBench ;;
    streams) echo app.edgeglass.core.bench.StreamsBench ;;
  esac
}

# sources_newer_than PATTERN FILE...: is there a source newer than each of these? PATTERN chooses among the modules'
# sources. Folders count too: there a removed file shows.
sources_newer_than() {
  local pattern=$1 file newer=()
  shift
  for file; do
    [[ ! -e $file ]] || newer+=(-newer "$file")
  done
  ((${#newer[@]})) || return 0
  [[ -n $(cd "$EDGEGLASS_CHECKOUT" && find pom.xml .mvn app plugins samples -name target -prune -o \
    \( -name pom.xml -o -path "$pattern" -o -path '.mvn/*' -o -path 'samples/*' \) \
    "${newer[@]}" -print 2>/dev/null | head -n 1) ]]
}

app_is_built() {
  [[ -f $EDGEGLASS_CHECKOUT/$APP_JAR && -d $EDGEGLASS_CHECKOUT/$APP_LIB && -d $EDGEGLASS_CHECKOUT/$APP_JAVAFX ]] &&
    ! sources_newer_than '*/src/main*' "$EDGEGLASS_CHECKOUT/target/app.built" "$EDGEGLASS_CHECKOUT/$APP_JAR"
}
bench_is_built() {
  [[ -d $EDGEGLASS_CHECKOUT/$CORE_TARGET/test-classes && -d $EDGEGLASS_CHECKOUT/$CORE_TARGET/bench-lib ]] &&
    [[ -e $EDGEGLASS_CHECKOUT/target/bench.built ]] && ! sources_newer_than '*/src/*' "$EDGEGLASS_CHECKOUT/target/bench.built"
}

app_build() { build app.built app_is_built package; }
bench_build() { build bench.built bench_is_built -pl app/core -am package; }

# build STAMP IS_BUILT ARGUMENT...: one at a time; the stamp gets the time at which the build began.
build() {
  mkdir -p "$EDGEGLASS_CHECKOUT/target" 2>/dev/null && [[ -w $EDGEGLASS_CHECKOUT/target ]] ||
    fail "the folder $EDGEGLASS_CHECKOUT/target cannot be written; Edgeglass is built there."
  with_lock "$EDGEGLASS_CHECKOUT/target/build.lock" build_now "$@"
}
build_now() {
  local stamp=$EDGEGLASS_CHECKOUT/target/$1 is_built=$2 log=$EDGEGLASS_CHECKOUT/target/build.log
  shift 2
  "$is_built" && return
  say "Building Edgeglass (the first time takes some minutes)…"
  touch "$stamp.begun"
  maven_command_set build
  # shellcheck disable=SC2154 # set by maven_command_set
  if ! (cd "$EDGEGLASS_CHECKOUT" && "${maven_command[@]}" -DskipTests "$@") >"$log" 2>&1 </dev/null; then
    # Maven's last words without its advice on Maven.
    grep '^\[ERROR\] [^ ]' "$log" | grep -v 'Help 1\|^.ERROR. \(To see\|Re-run\|For more\|After\|  mvn\)' |
      awk '!said[$0]++' | head -n 20 >&2 || true
    fail "the build failed; its log is $log"
  fi
  mv -f "$stamp.begun" "$stamp"
}

# The JDK's cache of classes as they were once loaded and linked, for a faster start. A session makes it when it ends; it
# serves until the next build. One that does not fit is left aside by the JVM itself.
readonly APP_CACHE=target/edgeglass.aot
app_cache_fits() { [[ -s $EDGEGLASS_CHECKOUT/$APP_CACHE && $EDGEGLASS_CHECKOUT/$APP_CACHE -nt $EDGEGLASS_CHECKOUT/$APP_JAR ]]; }
# app_cache_words use|make: the words for the JVM, in app_cache.
app_cache_words() {
  app_cache=()
  # shellcheck disable=SC2034 # for our caller
  if app_cache_fits; then
    app_cache=("-XX:AOTCache=$EDGEGLASS_CHECKOUT/$APP_CACHE" -Xlog:aot=off,cds=off)
  elif [[ $1 == make ]]; then
    app_cache=("-XX:AOTCacheOutput=$EDGEGLASS_CHECKOUT/$APP_CACHE" -Xlog:aot=off,cds=off)
  fi
}

# app_command: the array that starts the window; what follows it are the program's arguments. Further words for the JVM
# go into JDK_JAVA_OPTIONS, which java reads itself.
app_command_set() {
  # shellcheck disable=SC2034 # for our caller
  app_command=("$EDGEGLASS_JDK/bin/java" "$@" --module-path "$EDGEGLASS_CHECKOUT/$APP_JAVAFX"
    "@$EDGEGLASS_CHECKOUT/packaging/java.args" -cp "$EDGEGLASS_CHECKOUT/$APP_JAR:$EDGEGLASS_CHECKOUT/$APP_LIB/*" "$APP_MAIN")
}
