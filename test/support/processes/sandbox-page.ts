import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import {
  createBotControl,
  createLineLog,
  toPlayedVariation,
} from "../../../sandbox/bot-control.ts";
import { openStage } from "../../../sandbox/page/open-stage.ts";
import { startPage } from "../../../sandbox/page/start-page.ts";
import type { SandboxOptions } from "../../../sandbox/start.ts";
import { readDeliveredDomains } from "../../../sandbox/workday/delivered-domains.ts";
import { useBrowser } from "./a-browser.ts";
import { allWithPlay, type Play } from "./play.ts";

type Served = Awaited<ReturnType<typeof startPage>>;

/** Somebody at the sandbox's page. */
export interface Visitor {
  readonly page: Page;
  /** Errors of scripts and of the policy. */
  readonly errors: string[];
  /** Acts as one of the people from here on. */
  readonly be: (name: "Ann" | "Bob" | "Eve" | "Dora" | "Cy") => Promise<void>;
  /** Types a line where messages are written, and sends it. */
  readonly type: (line: string) => Promise<void>;
  readonly show: (panel: string) => Promise<void>;
}

interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
}

/** The sandbox of `npm run sandbox` with its page, one for a block; each visitor has a browser of their own. */
export function useSandboxPage(options: SandboxOptions = {}): {
  readonly play: () => Play;
  readonly visit: (look?: Look) => Promise<Visitor>;
} {
  const log = createLineLog();
  const wanted = { hands: "runner" } as const;
  const play = allWithPlay({
    ...toPlayedVariation(wanted),
    tenantDefinition: { domains: readDeliveredDomains() },
    onLine: log.add,
    ...options,
  });
  const newPage = useBrowser();
  let served: Served | undefined;

  beforeAll(async () => {
    served = await startPage(openStage(play(), createBotControl(play(), log, wanted)), 0);
  });
  // What a test leaves open would stand before the next one.
  afterEach(async () => {
    const { ann, bob, eve, dora, cy } = play();
    await Promise.all([ann, bob, eve, dora, cy].map((person) => person.closeAll()));
  });
  afterAll(async () => served?.stop());

  return {
    play,
    visit: async (look = {}) => {
      if (served === undefined) throw new Error("The page is not served yet");
      return toVisitor(await newPage(), served.url, look);
    },
  };
}

async function toVisitor(page: Page, url: string, look: Look): Promise<Visitor> {
  const { width = 1280, height = 800, scheme = "light" } = look;
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (line) => {
    if (line.type() === "error") errors.push(line.text());
  });
  // As long as the other stories wait: none of them measures how fast a machine is.
  page.setDefaultTimeout(60_000);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.goto(url);
  await page.getByText("Live", { exact: true }).waitFor();
  return {
    page,
    errors,
    be: async (name) => {
      await page.locator("#cast").getByText(name, { exact: true }).click();
      await page.getByRole("radio", { name, checked: true }).waitFor();
    },
    type: async (line) => {
      await page.locator("#message-box").fill(line);
      await page.getByRole("button", { name: "Send" }).click();
    },
    show: (panel) => page.getByRole("tab", { name: panel }).click(),
  };
}

/** What the form asks for, beside what the recipe fills in. */
type Entries = Readonly<Record<string, string>>;

/** From the form that is open to its plan. */
export async function fillForm({ page }: Visitor, entries: Entries = {}): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries({ Reason: "Learning content", ...entries })) {
    await dialog.getByLabel(label, { exact: false }).first().fill(value);
  }
  await dialog.getByRole("button", { name: "Check" }).click();
  await page.getByRole("heading", { name: "Check the plan" }).waitFor();
}

/** From the plan that is shown to the request's card in the channel. */
export async function openRequest({ page }: Visitor): Promise<Card> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Open request" }).click();
  const said = await dialog.getByText(requestId).textContent();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  return cardOf(page, requestId.exec(said ?? "")?.[0] ?? "");
}

const requestId = /ISU-[0-9A-Z]{8}/;

/** A request's message in the channel. */
export interface Card {
  readonly id: string;
  /** A button, or an entry of its menu. Answers with yes what a button asks, where it asks. */
  readonly press: (button: string, isConfirmed?: boolean) => Promise<void>;
  /** Puts the focus on the menu of what is rare. */
  readonly focusMenu: () => Promise<void>;
  /** Waits until it shows this text. */
  readonly shows: (text: string | RegExp) => Promise<void>;
  /** Brings its beginning to the top of what is seen of the channel. */
  readonly lookAt: () => Promise<void>;
}

function cardOf(page: Page, id: string): Card {
  const card = page
    .locator("article.message")
    .filter({ hasText: id, has: page.locator(".block-header") });
  return {
    id,
    press: async (button, isConfirmed = true) => {
      const shown = card.getByRole("button", { name: button, exact: true });
      if ((await shown.count()) > 0) await shown.click();
      else {
        await card.getByRole("button", { name: "More actions" }).click();
        return page.getByRole("menuitem", { name: button, exact: true }).click();
      }
      if (isConfirmed) await page.locator("dialog.confirm").getByRole("button").last().click();
    },
    focusMenu: () => card.getByRole("button", { name: "More actions" }).focus(),
    shows: (text) => card.getByText(text).first().waitFor(),
    lookAt: () => card.evaluate((element: { scrollIntoView(): void }) => element.scrollIntoView()),
  };
}
