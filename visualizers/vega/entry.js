// The one script that draws Tidemark's charts: loaded once by a page or a notebook, and by the renderer inside the JVM.
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import embed from 'vega-embed';
import { textMetrics } from 'vega-scenegraph';

const silent = {
  level() { return this; },
  error(...words) { console.error('tidemark', ...words); return this; },
  warn() { return this; },
  info() { return this; },
  debug() { return this; },
};

// Without a page nothing can measure text. Vega then takes every character for 0.8 em, which pushes labels apart and drops
// some; these widths are close to those of the sans-serif fonts that browsers have.
const NARROW = new Set("iIjl.,:;|!'`·");
const SLIM = new Set('ftr()[]{}-–−/ ');
const BROAD = new Set('mwMW%@→∞');
const em = (character) => NARROW.has(character) ? 0.31 : SLIM.has(character) ? 0.39 : BROAD.has(character) ? 0.92 : 0.62;

function width(item, line) {
  let ems = 0;
  for (const character of line == null ? '' : String(line).trim()) ems += em(character);
  return Math.min(ems * textMetrics.height(item), item.limit > 0 ? item.limit : Infinity);
}

/** Draws a specification without a page and hands the SVG, or the failure's text, to a callback. */
export function draw(specJson, done, failed) {
  vega.resetSVGDefIds();
  textMetrics.width = width;
  // The picture is shown as an image with a text of its own, so labels for screen readers inside it would reach nobody.
  const compiled = vegaLite.compile(JSON.parse(specJson), { config: { aria: false }, logger: silent }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: silent });
  view.toSVG().then((svg) => { view.finalize(); done(svg); }, (error) => failed(String(error)));
}

/** Replaces the still picture in every chart of the page that is not live yet; a chart that fails keeps its picture. */
export function hydrateAll() {
  for (const chart of document.querySelectorAll('.tidemark-chart:not([data-live])')) {
    const json = chart.querySelector('script[type="application/json"]');
    const still = chart.querySelector('.tidemark-still');
    if (!json || !still) continue;
    chart.setAttribute('data-live', 'starting');
    const stage = document.createElement('div');
    const options = { actions: false, renderer: chart.dataset.renderer || 'svg', logLevel: vega.Error, logger: silent };
    embed(stage, JSON.parse(json.textContent), options).then(
      () => { still.replaceWith(stage); chart.setAttribute('data-live', 'yes'); },
      (error) => { chart.setAttribute('data-live', 'failed'); console.error('tidemark', error); },
    );
  }
}

export { vega, vegaLite, embed };
