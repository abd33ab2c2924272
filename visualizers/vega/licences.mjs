// Writes the licence text of every package that esbuild's metafile says is in the bundle: licences.mjs META OUT
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , metaFile, out] = process.argv;
const packages = new Set();
for (const input of Object.keys(JSON.parse(readFileSync(metaFile, 'utf8')).inputs)) {
  const match = input.match(/^(node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)\//);
  if (match) packages.add(match[1]);
}
const sections = [...packages].sort().map((folder) => {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).sort().find((name) => /^(licen[cs]e|copying)/i.test(name));
  // Vega's own parts come from one repository and are published without the file that stands at its root.
  const source = file ? join(folder, file) : about.name.startsWith('vega') ? 'node_modules/vega-view/LICENSE' : undefined;
  if (!source) throw new Error(`${about.name} ${about.version} has no licence file`);
  const text = readFileSync(source, 'utf8').trim();
  return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
});
writeFileSync(out, sections.join(`\n${'-'.repeat(78)}\n\n`));
