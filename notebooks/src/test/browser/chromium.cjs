// A Chromium that can reach this machine's loopback and nothing else, and tells what it was asked for beyond that.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const HOME = new Set(["127.0.0.1", "localhost", "[::1]"]);

function leavesTheMachine(address) {
  const url = new URL(address);
  return /^(https?|wss?|ftp):$/.test(url.protocol) && !HOME.has(url.hostname);
}

/** Opens a browser with a profile of its own, gives `use` a page and the list of refused addresses, and closes both. */
async function withPage(use) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "tidemark-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    args: FLAGS,
    viewport: { width: 1280, height: 1000 },
  });
  const refused = [];
  const complaints = [];
  try {
    await context.route("**/*", (route) => {
      const address = route.request().url();
      if (!leavesTheMachine(address)) return route.continue();
      refused.push(address);
      return route.abort();
    });
    const page = context.pages()[0] ?? (await context.newPage());
    page.on("websocket", (socket) => leavesTheMachine(socket.url()) && refused.push(socket.url()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    return await use(page, refused, complaints);
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * In the page: how many charts are below `scope`, how many of them are drawn live, and how many pictures did not load. A chart
 * that is not live yet shows a still picture.
 */
function chartsBelow(scope) {
  const all = (selector, start = scope) => [...start.querySelectorAll(selector)];
  const seen = (node) => node.getBoundingClientRect().width > 20 && node.getBoundingClientRect().height > 20;
  const charts = all(".tidemark-chart");
  return {
    charts: charts.length,
    live: charts.filter((chart) => chart.dataset.live === "yes" && all("svg, canvas", chart).some(seen)).length,
    stills: charts.filter((chart) => all("img", chart).some((image) => image.naturalWidth > 0 && seen(image))).length,
    broken: all("img").filter((image) => image.complete && image.naturalWidth === 0).length,
  };
}

/** Waits until every chart below the selector is live; a chart that never comes is left to the report. */
async function waitForCharts(page, selector, patience) {
  await page
    .waitForFunction(
      ([below, where]) => {
        const { charts, live } = new Function("return " + below)()(document.querySelector(where));
        return live === charts;
      },
      [chartsBelow.toString(), selector],
      { timeout: patience, polling: 200 },
    )
    .catch((error) => {
      if (error.name !== "TimeoutError") throw error;
    });
}

/** Prints the result as one line of JSON; what went wrong goes to stderr, with exit code 1. */
function main(body) {
  body()
    .then((result) => console.log(JSON.stringify(result)))
    .catch((error) => {
      console.error(error);
      process.exitCode = 1;
    });
}

module.exports = { withPage, chartsBelow, waitForCharts, main };
