# ./tidemark bench --kernel: sourced by the script tidemark, whose words, JDK and Maven it uses.
# shellcheck shell=bash disable=SC2154

peer=io.github.padreati:rapaio-jupyter-kernel:3.0.1
peer_title="rapaio 3.0.1"
kernel_packages=(jupyter-client python3-ipykernel)

peer_jar() { # prints the file
  local folder="$root/target/bench/peer"
  maven peer dependency:copy -Dartifact="$peer" -DoutputDirectory="$folder" -N || fail "$peer could not be had from Maven"
  find "$folder" -name '*.jar'
}

# Measures the kernel beside Python's and another for Java, all through one client, in turns.
measure_kernels() { # measure_kernels [--rounds N] [--out FILE]
  local out="$root/target/bench/kernel.md" options=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --rounds) value_of "$1" $# && options+=("$1" "$2") && shift ;;
      --out) value_of "$1" $# && out="$(realpath -m "$2")" && shift ;;
      *) refuse "unknown option '$1' of bench --kernel" ;;
    esac
    shift
  done
  prepare
  install_packages "${kernel_packages[@]}" || fail "the kernels cannot be measured without these packages"
  local jar specs
  jar="$(peer_jar)"
  specs="$root/target/bench/jupyter"
  rm -rf "$specs"
  mkdir -p "$specs/kernels/measured" "$specs/kernels/peer" "$(dirname "$out")"
  kernel_json >"$specs/kernels/measured/kernel.json"
  printf '{"argv": [%s, "-jar", %s, "{connection_file}"], "display_name": "peer", "language": "java", "interrupt_mode": "message"}\n' \
    "$(json_string "$java")" "$(json_string "$jar")" >"$specs/kernels/peer/kernel.json"
  JUPYTER_PATH="$specs" TIDEMARK_HISTORY="$specs/history.mv" exec /usr/bin/python3 "$root/benchmarks/kernel/measure.py" \
    --out "$out" ${options[@]+"${options[@]}"} "Tidemark, Java $java_release=measured:java" \
    "$peer_title=peer:java" "ipykernel=python3:python"
}
