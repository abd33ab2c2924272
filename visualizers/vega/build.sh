#!/bin/sh
# Rebuilds the vendored chart script and the vendored Vega-Lite schema from the pinned npm packages.
# Needs node and npm; the Java build does not.
set -eu
cd "$(dirname "$0")"
main=../src/main/resources/dev/tidemark/visualizers/vega
test=../src/test/resources/dev/tidemark/visualizers/schema
mkdir -p "$main" "$test"

npm ci --ignore-scripts --no-audit --no-fund
# The lock pins versions and integrity hashes; where the packages are fetched from is the caller's own setting.
node -e '
  const fs = require("fs"), lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
  for (const entry of Object.values(lock.packages)) delete entry.resolved;
  fs.writeFileSync("package-lock.json", JSON.stringify(lock, null, 2) + "\n");'

npx esbuild entry.js --bundle --minify --format=iife --global-name=TidemarkVega --platform=browser --target=es2020 \
  --legal-comments=none --metafile=node_modules/.meta.json --outfile="$main/tidemark-vega.js"
if grep -q '</script' "$main/tidemark-vega.js"; then
  echo "the bundle contains </script and cannot stand in a page" >&2
  exit 1
fi
node licences.mjs node_modules/.meta.json "$main/LICENCES.txt"
(cd "$main" && sha256sum tidemark-vega.js > SHA256SUMS)

cp node_modules/vega-lite/build/vega-lite-schema.json "$test/vega-lite-schema.json"
cp node_modules/vega-lite/LICENSE "$test/vega-lite-LICENSE.txt"
(cd "$test" && sha256sum vega-lite-schema.json > SHA256SUMS)
