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
 * In the page: the charts below `scope`, and which of them can be seen. A chart is what carries a Vega-Lite
 * specification: it is seen when its live form has been drawn or when its static picture has been loaded.
 */
function chartsBelow(scope) {
  const seen = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 20 && box.height > 20;
  };
  const live = [...scope.querySelectorAll(".vega-embed svg, .vega-embed canvas")].filter(seen).length;
  const pictures = [...scope.querySelectorAll("img[src^='data:image/']")].filter((node) => node.naturalWidth > 0 && seen(node)).length;
  const broken = [...scope.querySelectorAll("img")].filter((node) => node.complete && node.naturalWidth === 0).length;
  return { live, pictures, broken };
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

module.exports = { withPage, chartsBelow, main };
