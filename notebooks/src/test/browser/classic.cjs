// node classic.cjs ADDRESS PICTURES SECONDS: opens a notebook in the classic Notebook, runs all its cells as a user would,
// waits for the last one, waits for its charts, and takes pictures. Prints what it saw as JSON.
const path = require("node:path");
const { withPage, chartsBelow, waitForCharts, main } = require("./chromium.cjs");

const [address, pictures, seconds] = process.argv.slice(2);
const patience = Number(seconds) * 1000;
const startPatience = Math.min(patience, 60_000);
const chartPatience = Math.min(patience, 30_000);

async function runAllCells(page) {
  await page.waitForFunction(
    () => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply?.implementation,
    undefined,
    { timeout: startPatience },
  );
  await page.click("#celllink");
  await page.click("#run_all_cells a");
}

async function waitForTheLastCell(page) {
  await page.waitForFunction(
    () => {
      const cells = Jupyter.notebook.get_cells().filter((cell) => cell.cell_type === "code" && cell.get_text().trim());
      const failed = cells.some((cell) => cell.output_area.outputs.some((output) => output.output_type === "error"));
      const done = cells.every((cell) => typeof cell.input_prompt_number === "number");
      return failed || (done && !Jupyter.notebook.kernel_busy);
    },
    undefined,
    { timeout: patience, polling: 100 },
  );
}

function report(page) {
  return page.evaluate((below) => {
    const count = new Function("return " + below)();
    return Jupyter.notebook
      .get_cells()
      .map((cell, index) => ({ cell, index }))
      .filter(({ cell }) => cell.cell_type === "code")
      .map(({ cell, index }) => ({
        index,
        prompt: String(cell.input_prompt_number),
        error: cell.output_area.outputs.filter((output) => output.output_type === "error").map((output) => output.ename + ": " + output.evalue).join("\n"),
        chartsSent: cell.output_area.outputs.filter((output) => output.data?.["application/vnd.vegalite.v5+json"]).length,
        ...count(cell.element[0]),
      }));
  }, chartsBelow.toString());
}

/** The classic page scrolls inside itself, so the window is made as high as the notebook. */
async function takePictures(page, cells) {
  const height = await page.evaluate(() => document.querySelector("#notebook-container").scrollHeight + 260);
  await page.setViewportSize({ width: 1280, height: Math.min(Math.max(height, 600), 16_000) });
  await page.evaluate(() => document.querySelector("#site").scrollTo(0, 0));
  await page.screenshot({ path: path.join(pictures, "notebook.png") });
  for (const cell of cells.filter((each) => each.charts > 0)) {
    const name = `cell-${String(cell.index).padStart(2, "0")}.png`;
    await page.locator("#notebook-container > .cell").nth(cell.index).screenshot({ path: path.join(pictures, name) });
  }
}

main(() =>
  withPage(async (page, refused, complaints) => {
    try {
      await page.goto(address, { timeout: patience });
      await runAllCells(page);
      await waitForTheLastCell(page);
      await waitForCharts(page, "#notebook-container", chartPatience);
      const cells = await report(page);
      await takePictures(page, cells);
      return { cells, refused, complaints };
    } catch (error) {
      await page.screenshot({ path: path.join(pictures, "stuck.png") });
      throw error;
    }
  }),
);
