# ./tidemark test: sourced by the script tidemark, whose words, JDK and Maven it uses.
# shellcheck shell=bash disable=SC2016,SC2154

browser="$root/notebooks/target/browser"
test_packages=(jupyter-client jupyter-console jupyter-notebook jupyter-nbconvert jupyter-nbextension-jupyter-js-widgets
  python3-jupyter-kernel-test python3-nbclient python3-pexpect chromium fonts-dejavu-core postgresql)

install_browser_driver() {
  local sources="$root/notebooks/src/test/browser"
  if [ -d "$browser/node_modules/playwright-core" ] &&
    cmp -s "$sources/package-lock.json" "$browser/package-lock.json"; then
    return 0
  fi
  say "installing the browser's driver with npm"
  command -v npm >/dev/null || fail "npm is missing: apt-get install nodejs npm"
  mkdir -p "$browser" "$logs"
  rm -rf "$browser/node_modules"
  cp "$sources/package.json" "$sources/package-lock.json" "$browser/"
  (cd "$browser" && npm ci --no-audit --no-fund --ignore-scripts </dev/null) >"$logs/npm.log" 2>&1 || {
    rm -f "$browser/package-lock.json"
    tail -n 5 "$logs/npm.log" >&2
    fail "npm ci failed; its whole output is in $logs/npm.log"
  }
}

find_jdk25() {
  local home
  for home in /usr/lib/jvm/*; do
    if [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$home/release"; then
      echo "$home"
      return 0
    fi
  done
  return 1
}

clear_reports() { rm -rf "$root"/*/target/surefire-reports "$root"/*/target/surefire-reports-25; }

report_files() {
  find "$root" -path '*/target/surefire-reports*/TEST-*.xml' -not -path '*/node_modules/*' | LC_ALL=C sort
}

# The closing line of Surefire, summed over every report of this call.
print_totals() {
  report_files | xargs -r -d '\n' awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
    /^<testsuite / { run += attribute("tests"); failed += attribute("failures"); broken += attribute("errors"); skipped += attribute("skipped") }
    END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failed, broken, skipped }' |
    grep . || echo "Tests run: 0, Failures: 0, Errors: 0, Skipped: 0"
}

print_failing_tests() { # the first of them, each with the beginning of its message
  report_files | xargs -r -d '\n' awk '
    function attribute(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    /^  <testcase / { test = attribute("classname") "." attribute("name") }
    /^    <(failure|error)/ {
      print "failed: " test (FILENAME ~ /reports-25/ ? " (on JDK 25)" : "")
      left = 12
      sub(/.*<!\[CDATA\[/, "")
    }
    /\]\]>|^[ \t]+at / { left = 0 }
    left-- > 0 && NF { print "        " substr($0, 1, 300) }' | head -n 120
}

test_on_this_jdk() { # test_on_this_jdk UNITS NOTEBOOKS, each "yes" or ""
  local options=(--fail-at-end verify)
  [ -n "$1" ] || options+=(-Dunits.skip=true -pl notebooks -am)
  [ -n "$2" ] || options+=(-Ddoors.skip=true)
  say "testing on Java $java_release ($JAVA_HOME)"
  local sources
  sources="$(fingerprint)"
  maven "test-$java_release" "${options[@]}" || return 1
  echo "$sources" >"$root/notebooks/target/distribution/built-from"
}

compile_only() {
  local sources
  sources="$(fingerprint)"
  maven classes -P fast -DskipTests package || return 1
  echo "$sources" >"$root/notebooks/target/distribution/built-from"
}

# The classes are those that were tested before: nothing is compiled again.
test_units_on_jdk25() {
  say "testing the same classes on Java 25 ($1)"
  maven test-25 --fail-at-end test "-Dtest.jvm=$1/bin/java" -Dtest.reports=surefire-reports-25 -Dunits.skip=false \
    -Dmaven.main.skip=true -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true -Denforcer.skip=true \
    -Dtidemark.search.cases=1000 -Dtidemark.search.first=3000 -Dtidemark.search.cluster.cases=120
}

test_notebook_on_jdk25() {
  local notebook
  notebook="$(find "$root/notebooks" -maxdepth 1 -name '*.ipynb' | LC_ALL=C sort | head -n 1)"
  [ -n "$notebook" ] || notebook="$root/notebooks/src/test/resources/smoke.ipynb"
  JAVA_HOME="$1" "$root/tidemark" run "$notebook" --html "$root/target/runs/jdk25.html" \
    --output "$root/target/runs/jdk25.ipynb" >"$logs/notebook-25.log" || {
    tail -n 30 "$logs/notebook-25.log"
    return 1
  }
}

test_on_jdk25() {
  local home
  if ! home="$(find_jdk25)"; then
    say "there is no JDK 25 under /usr/lib/jvm: nothing is tested on it"
    [ "${CI:-}" != true ]
    return
  fi
  local result=0
  test_units_on_jdk25 "$home" || result=1
  test_notebook_on_jdk25 "$home" || result=1
  return "$result"
}

read_parts() {
  units="" notebooks="" jdk25=""
  [ $# -gt 0 ] || { units=yes notebooks=yes jdk25=yes; }
  while [ $# -gt 0 ]; do
    case "$1" in
      --only)
        value_of "$1" $#
        case "$2" in
          units) units=yes ;;
          notebooks) notebooks=yes ;;
          jdk25) jdk25=yes ;;
          *) refuse "unknown part '$2' of test; there are: units, notebooks, jdk25" ;;
        esac
        shift
        ;;
      -h | --help) usage && exit 0 ;;
      *) refuse "unknown option '$1' of test" ;;
    esac
    shift
  done
}

run_tests() {
  read_parts "$@"
  find_jdk
  find_maven
  install_packages "${test_packages[@]}" || fail "the tests need these packages"
  install_browser_driver
  clear_reports
  local failed=""
  if [ -n "$units$notebooks" ]; then
    test_on_this_jdk "$units" "$notebooks" || failed=yes
  else
    compile_only || failed=yes
  fi
  if [ -n "$jdk25" ] && [ -n "$failed" ]; then
    say "Java 25 is left out, since what goes before it failed"
  elif [ -n "$jdk25" ]; then
    test_on_jdk25 || failed=yes
  fi
  print_failing_tests
  if [ -z "$failed" ]; then say "all passed"; else say "not all passed"; fi
  print_totals
  [ -z "$failed" ]
}
