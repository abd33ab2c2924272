// node page.cjs FILE PICTURE: opens an exported page from the disk with the network cut, waits for its charts, takes a picture
// of the whole page and prints what it saw as JSON.
const { pathToFileURL } = require("node:url");
const { withPage, chartsBelow, waitForCharts, main } = require("./chromium.cjs");

const [file, picture] = process.argv.slice(2);

main(() =>
  withPage(async (page, refused, complaints) => {
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    await waitForCharts(page, "body", 20_000);
    await page.screenshot({ path: picture, fullPage: true });
    const seen = await page.evaluate(`(${chartsBelow})(document.body)`);
    return { ...seen, text: await page.locator("body").innerText(), refused, complaints };
  }),
);
