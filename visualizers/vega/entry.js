// The one script that draws Tidemark's charts: loaded once by a page or a notebook, and by the renderer inside the JVM.
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import embed from 'vega-embed';

const silent = {
  level() { return this; },
  error(...words) { console.error('tidemark', ...words); return this; },
  warn() { return this; },
  info() { return this; },
  debug() { return this; },
};

/** Draws a specification without a page and hands the SVG, or the failure's text, to a callback. */
export function draw(specJson, done, failed) {
  vega.resetSVGDefIds();
  const compiled = vegaLite.compile(JSON.parse(specJson), { logger: silent }).spec;
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
