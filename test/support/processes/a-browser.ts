import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import { askForLink, issueCode } from "../scenes/passkey-play.ts";
import { findChromium } from "./find-chromium.ts";
import type { Play } from "./play.ts";

/** Shows a page as a phone does, in the dark. */
export async function showOnPhone(page: Page): Promise<Page> {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.emulateMedia({ colorScheme: "dark" });
  return page;
}

/** How far a page is scrolled down, and by how much it is wider than its window. */
export async function scrollOf(page: Page): Promise<string> {
  return page.evaluate<string>(
    "`${scrollY} down, ${document.documentElement.scrollWidth - innerWidth} too wide`",
  );
}

/** One browser for a block; each page is of a context of its own, which knows nothing of the others. */
export function useBrowser(): () => Promise<Page> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    // oxlint-disable-next-line node/no-process-env -- where a shell would look for it
    const executablePath = findChromium(process.env["PATH"]);
    // As root Chromium refuses its own sandbox; it opens nothing here but the bot's pages.
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  // Else the pages of earlier tests go on drawing what happens.
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => browser?.close());
  return async () => {
    if (browser === undefined) throw new Error("There is no browser");
    return (await browser.newContext()).newPage();
  };
}

/** Gives a page a virtual authenticator, which knows its person by finger or PIN, or does not. */
export async function addAuthenticator(page: Page, isUserVerified = true): Promise<Page> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return page;
}

/** Registers a passkey in a page's authenticator: from then on it waits. */
export async function enrolIn(page: Page, play: Play, who: Person): Promise<string> {
  await page.goto(await askForLink(play, who));
  await page.getByLabel("Your code").fill(await issueCode(play, who));
  await page.getByRole("button", { name: "Register a passkey" }).click();
  return outcomeOf(page);
}

/** What a page says once it is over, well or not. */
export async function outcomeOf(page: Page): Promise<string> {
  return (await page.locator("#status.done, #alert:visible").textContent()) ?? "";
}
