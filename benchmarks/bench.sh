# ./tidemark bench: sourced by the script tidemark, whose words, JDK and Maven it uses.
# shellcheck shell=bash disable=SC2154

benchmark_classes() { # prints the class path; everything is in jars, as class-data archives need it
  maven bench -P fast,bench -DskipTests -pl benchmarks -am package || fail "the benchmarks could not be built"
  local jar
  jar="$(find "$root/benchmarks/target" -maxdepth 1 -name 'tidemark-benchmarks-*.jar' | LC_ALL=C sort | tail -n 1)"
  [ -n "$jar" ] || fail "there is no jar of the benchmarks in $root/benchmarks/target"
  {
    echo "$jar"
    find "$root/benchmarks/target/lib" -name '*.jar' | LC_ALL=C sort
  } | paste -s -d :
}

run_benchmarks() {
  local main=dev.tidemark.benchmarks.measure.BenchmarksMain options=() out="$root/target/bench/performance.md"
  while [ $# -gt 0 ]; do
    case "$1" in
      --only | --pairs | --rounds | --percent) value_of "$1" $# && options+=("$1" "$2") && shift ;;
      --out) value_of "$1" $# && out="$(realpath -m "$2")" && shift ;;
      --kernel)
        shift
        # shellcheck source=benchmarks/kernel.sh
        source "$root/benchmarks/kernel.sh" && measure_kernels "$@"
        exit
        ;;
      --jmh)
        shift
        main=org.openjdk.jmh.Main
        options=("$@")
        break
        ;;
      -h | --help) usage && exit 0 ;;
      *) refuse "unknown option '$1' of bench" ;;
    esac
    shift
  done
  find_jdk
  local classes
  classes="$(benchmark_classes)"
  [ "$main" = org.openjdk.jmh.Main ] || {
    options+=(--out "$out")
    mkdir -p "$(dirname "$out")"
  }
  exec "$java" -cp "$classes" "$main" ${options[@]+"${options[@]}"}
}
