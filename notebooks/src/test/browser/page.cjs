// node page.cjs FILE PICTURE: opens an exported page from the disk with the network cut, waits for its charts, takes a picture
// of the whole page and prints what it saw as JSON.
const { pathToFileURL } = require("node:url");
const { withPage, chartsBelow, main } = require("./chromium.cjs");

const [file, picture] = process.argv.slice(2);

main(() =>
  withPage(async (page, refused, complaints) => {
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    const specifications = await page.locator("script[type='application/json'][id$='-spec']").count();
    await page
      .waitForFunction(
        ([below, wanted]) => new Function("return " + below)()(document.body).live >= wanted,
        [chartsBelow.toString(), specifications],
        { timeout: 20_000, polling: 200 },
      )
      .catch((error) => {
        if (error.name !== "TimeoutError") throw error;
      });
    await page.screenshot({ path: picture, fullPage: true });
    const charts = await page.evaluate(`(${chartsBelow})(document.body)`);
    return { specifications, ...charts, text: await page.locator("body").innerText(), refused, complaints };
  }),
);
