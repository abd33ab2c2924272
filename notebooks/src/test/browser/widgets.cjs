// node widgets.cjs ADDRESS PICTURES SECONDS: opens the notebook of widgets in the classic Notebook, runs its cells, and uses
// each widget as a reader would, and sorts a table. Prints what it saw as JSON and takes a picture.
const path = require("node:path");
const { withPage, main } = require("./chromium.cjs");

const [address, pictures, seconds] = process.argv.slice(2);
const patience = Math.min(Number(seconds) * 1000, 60_000);

/** The connection, and a widget manager that asked the kernel for its version. */
async function waitForKernel(page) {
  await page.waitForFunction(
    () => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply?.implementation,
    undefined,
    { timeout: patience },
  );
}

async function runAllCells(page) {
  await page.evaluate(() => Jupyter.notebook.execute_all_cells());
  await page.waitForFunction(
    () =>
      Jupyter.notebook.get_cells().every((cell) => !cell.get_text().trim() || typeof cell.input_prompt_number === "number"),
    undefined,
    { timeout: patience },
  );
  await page.waitForFunction(() => document.querySelectorAll(".widget-button").length === 2, undefined, { timeout: patience });
}

const cell = (page, index) => page.locator("#notebook-container > .cell").nth(index);

/** What a cell shows, widgets and outputs, when it shows the words. */
async function shows(page, index, words) {
  await page.waitForFunction(
    ([at, wanted]) => document.querySelectorAll("#notebook-container > .cell")[at].innerText.includes(wanted),
    [index, words],
    { timeout: patience },
  );
  return true;
}

async function useAll(page) {
  const seen = {};
  await cell(page, 0).locator(".ui-slider-handle").focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  seen.slider = await shows(page, 0, "23 knots");
  await cell(page, 1).locator("button.widget-button").click();
  seen.button = await shows(page, 1, "gone at 23");
  await cell(page, 2).locator(".widget-play button").first().click();
  // ipywidgets 6 goes back to the beginning before the last step, so the bar keeps the highest
  await page.waitForFunction(
    () => parseFloat(document.querySelectorAll("#notebook-container > .cell")[2].querySelector(".progress-bar")?.style.width) >= 60,
    undefined,
    { timeout: patience },
  );
  seen.play = true;
  await cell(page, 3).locator("select").selectOption({ label: "Deal" });
  seen.dropdown = await shows(page, 3, "Deal, new, false");
  await cell(page, 3).locator(".ui-slider-handle").focus();
  await page.keyboard.press("ArrowRight");
  seen.selectionSlider = await shows(page, 3, "Deal, half, false");
  await cell(page, 3).locator("input[type=checkbox]").check();
  seen.checkbox = await shows(page, 3, "Deal, half, true");
  await cell(page, 3).locator("input[type=text]").pressSequentially("Ada");
  await shows(page, 3, "Deal, half, true, Ada");
  await page.keyboard.press("Enter");
  seen.text = await shows(page, 3, "submitted by Ada");
  return seen;
}

/** A handler that never ends is interrupted like a cell, and the next click is answered. */
async function interruptAHandler(page) {
  await cell(page, 4).locator("button.widget-button").click();
  await shows(page, 4, "spinning");
  await page.evaluate(() => Jupyter.notebook.kernel.interrupt());
  await shows(page, 4, "interrupted");
  await cell(page, 0).locator(".ui-slider-handle").focus();
  await page.keyboard.press("ArrowRight");
  await shows(page, 0, "24 knots");
  await cell(page, 1).locator("button.widget-button").click();
  return shows(page, 1, "gone at 24");
}

/** A click on a heading sorts a table of records by it, a second one the other way round. */
async function sortATable(page) {
  const names = () => cell(page, 5).locator(".tidemark-table tbody td:first-child").allInnerTexts();
  const orders = [(await names()).join(" ")];
  for (const heading of ["metres", "metres", "name"]) {
    await cell(page, 5).locator("th", { hasText: heading }).click();
    orders.push((await names()).join(" "));
  }
  return orders;
}

main(() =>
  withPage(async (page, refused, complaints) => {
    try {
      await page.goto(address, { timeout: patience });
      await waitForKernel(page);
      await runAllCells(page);
      const seen = await useAll(page);
      seen.interrupt = await interruptAHandler(page);
      const orders = await sortATable(page);
      await page.setViewportSize({ width: 1280, height: 1800 });
      await page.screenshot({ path: path.join(pictures, "widgets.png") });
      return { seen, orders, refused, complaints };
    } catch (error) {
      await page.setViewportSize({ width: 1280, height: 1800 });
      await page.screenshot({ path: path.join(pictures, "stuck.png") });
      throw error;
    }
  }),
);
