// node session.cjs ADDRESS PICTURES SECONDS: uses a notebook in the classic Notebook as a reader does: runs a cell, asks for
// completions and for documentation, answers a question, interrupts. Prints what it saw as JSON and takes pictures.
const path = require("node:path");
const { withPage, main } = require("./chromium.cjs");

const [address, pictures, seconds] = process.argv.slice(2);
const patience = Math.min(Number(seconds) * 1000, 60_000);

const cell = (page, index) => page.locator("#notebook-container > .cell").nth(index);
const picture = (page, name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });

async function waitForKernel(page) {
  await page.waitForFunction(
    () => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply?.implementation,
    undefined,
    { timeout: patience },
  );
}

/** Puts the cursor at the end of a cell. */
async function writeIn(page, index) {
  await cell(page, index).locator(".CodeMirror").click();
  await page.evaluate((at) => {
    const editor = Jupyter.notebook.get_cell(at).code_mirror;
    editor.execCommand("goDocEnd");
    editor.focus();
  }, index);
  await page.waitForFunction((at) => Jupyter.notebook.get_cell(at).code_mirror.hasFocus(), index, { timeout: patience });
}

/** Whether a cell's output has the words. */
async function shows(page, index, words) {
  await page.waitForFunction(
    ([at, wanted]) => Jupyter.notebook.get_cell(at).element.find(".output").text().includes(wanted),
    [index, words],
    { timeout: patience },
  );
  return true;
}

async function useAll(page) {
  const seen = {};
  await writeIn(page, 0);
  await page.keyboard.press("Shift+Enter");
  seen.run = await shows(page, 0, "Hull");

  await writeIn(page, 1);
  // while a cell runs this front end asks the kernel for nothing
  await page.waitForFunction(() => !Jupyter.notebook.kernel_busy, undefined, { timeout: patience });
  await page.keyboard.press("Tab");
  await page.waitForSelector(".completions select option", { state: "attached", timeout: patience });
  seen.completions = await page.locator(".completions select option").allInnerTexts();
  await picture(page, "completion");
  await page.keyboard.press("Escape");

  await writeIn(page, 2);
  await page.keyboard.press("Shift+Tab");
  await page.waitForFunction(() => document.querySelector("#tooltip .tooltiptext")?.innerText.includes("Math.floorMod"), undefined, {
    timeout: patience,
  });
  seen.documentation = await page.locator("#tooltip .tooltiptext").innerText();
  await page.waitForFunction(() => getComputedStyle(document.querySelector("#tooltip")).opacity === "1", undefined, { timeout: patience });
  await picture(page, "documentation");
  await page.keyboard.press("Escape");

  await writeIn(page, 3);
  await page.keyboard.press("Control+Enter");
  await cell(page, 3).locator("input.raw_input").waitFor({ timeout: patience });
  await picture(page, "question");
  await cell(page, 3).locator("input.raw_input").fill("Ryde");
  await page.keyboard.press("Enter");
  seen.answer = await shows(page, 3, "off to Ryde");

  await writeIn(page, 4);
  await page.keyboard.press("Control+Enter");
  await shows(page, 4, "round and round");
  await page.click("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
  seen.interrupt = await shows(page, 4, "the cell was interrupted");

  await writeIn(page, 5);
  await page.keyboard.press("Control+Enter");
  seen.error = await shows(page, 5, "did you mean");
  await page.evaluate(() => document.querySelector("#site").scrollTo(0, 10_000));
  await picture(page, "interrupt-and-error");
  return seen;
}

main(() =>
  withPage(async (page, refused, complaints) => {
    try {
      await page.goto(address, { timeout: patience });
      await waitForKernel(page);
      return { seen: await useAll(page), refused, complaints };
    } catch (error) {
      await picture(page, "stuck");
      throw error;
    }
  }),
);
