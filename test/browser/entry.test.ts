import type { Page, Request } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import {
  addAuthenticator,
  enrolIn,
  outcomeOf,
  scrollOf,
  showOnPhone,
  useBrowser,
} from "../support/processes/a-browser.ts";
import { findFlaws } from "../support/processes/accessibility.ts";
import { allWithPlay } from "../support/processes/play.ts";
import { askForClient, enabledValues, invite, register } from "../support/scenes/client-play.ts";
import { enrolFirstTwo, mustConfirm, pressApprove, prove } from "../support/scenes/passkey-play.ts";

/** What a page did that nobody sees on it. */
interface Watched {
  readonly page: Page;
  readonly requests: Request[];
  /** Errors of scripts and of the policy; the browser's own notes of a refusal are left out. */
  readonly errors: string[];
}

function watch(page: Page): Watched {
  const watched: Watched = { page, requests: [], errors: [] };
  page.on("request", (request) => watched.requests.push(request));
  page.on("pageerror", ({ message }) => watched.errors.push(message));
  page.on("console", (line) => {
    const isRefusal = line.text().includes("status of 409");
    if (line.type() === "error" && !isRefusal) watched.errors.push(line.text());
  });
  return watched;
}

async function paste(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await page.getByLabel("Client ID").fill(values["client-id"] ?? "");
  await page.getByLabel("Client Secret").fill(values["client-secret"] ?? "");
  await page.getByLabel("Refresh Token").fill(values["refresh-token"] ?? "");
}

async function send(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Store in Key Vault" }).click();
  return outcomeOf(page);
}

/** All that the page holds: what is shown, what is in its fields, its address, its history and its stores. */
async function held(page: Page): Promise<string> {
  return page.evaluate<string>(`JSON.stringify([
    document.documentElement.outerHTML,
    [...document.querySelectorAll("input")].map(({ value }) => value),
    location.href,
    history.state,
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
  ])`);
}

describe("the page that takes an API client's values, in a real browser", () => {
  const play = allWithPlay({ hasPages: true });
  const newPage = useBrowser();

  it("takes them after a mistake, shows and holds nothing of them afterwards, and is used up", async () => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName);
    const { link, code } = await invite(play(), request);
    const token = link.split("#")[1] ?? "";
    const { page, requests, errors } = watch(await showOnPhone(await newPage()));

    const opened = await page.goto(link);
    await page.getByRole("button", { name: "Store in Key Vault" }).waitFor();
    expect(await findFlaws(page)).toEqual([]);
    expect(await scrollOf(page)).toBe("0 down, 0 too wide");
    await paste(page, { ...values, "client-secret": "Mistyped-9Kd2" });
    await page.getByLabel("The code that came with the link").fill("AAAA");
    expect(await send(page)).toMatch(/not the code .* 4 more tries/);
    await page.getByLabel("The code that came with the link").fill(code.toLowerCase());
    expect(await send(page)).toMatch(/does not take the client id .* 3 more tries/);
    expect(await page.getByLabel("Refresh Token").inputValue()).toBe(values["refresh-token"]);
    await page.getByLabel("Client Secret").fill(` ${values["client-secret"]} `);
    expect(await send(page)).toContain("verified");
    expect(await findFlaws(page)).toEqual([]);

    const after = await held(page);
    for (const secret of [...Object.values(values), code, token]) {
      expect(after).not.toContain(secret);
    }
    await request.shows("Unverified");
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    const seen = requests.map((one) => `${one.method()} ${one.url()} ${one.headers()["referer"]}`);
    expect(seen.join("\n")).not.toContain(token);
    expect(opened?.headers()["cache-control"]).toBe("no-store");
    expect(errors).toEqual([]);
    await expectNoSecretAnywhere(play());
  });

  it("says plainly that its link is used up, or that it has none, when it is opened again", async () => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName);
    const { link, code } = await invite(play(), request);
    const [first, second] = [await newPage(), await newPage()];

    for (const page of [first, second]) {
      await page.goto(link);
      await paste(page, values);
      await page.getByLabel("The code that came with the link").fill(code);
    }
    await second.reload();
    expect(await outcomeOf(second)).toContain("Open the link in Slack once more");
    await second.goto(link);
    await paste(second, values);
    await second.getByLabel("The code that came with the link").fill(code);
    expect(await send(first)).toContain("verified");
    expect(await send(second)).toContain("used already");
    await first.reload();
    expect(await outcomeOf(first)).toContain("This link is used up");
    await first.goto("about:blank");
    await first.goBack();
    expect(await outcomeOf(first)).toContain("This link is used up");
    await first.goto(link);
    await first.getByText("used already").waitFor();
    expect(await first.locator("input").count()).toBe(0);
  });
});

describe("the same page, where the tenant asks for a passkey", () => {
  const play = allWithPlay({ asksForPasskey: true });
  const newPage = useBrowser();

  it("takes the values with the doer's passkey, asked for at each try", async () => {
    const { bob, dora, eve } = play();
    const { ofBob, ofEve } = await enrolFirstTwo(play());
    const { page, errors } = watch(await addAuthenticator(await newPage()));
    expect(await enrolIn(page, play(), dora)).toContain("Registered: your passkey");
    await mustConfirm(play(), eve, { authenticator: ofEve, nth: 3 });
    const { userName, request } = await askForClient(play(), async (asked) => {
      await prove(await pressApprove(play(), asked, bob), ofBob);
    });
    const values = register(play(), userName);
    const { link, code } = await invite(play(), request);

    await page.goto(link);
    await paste(page, { ...values, "refresh-token": "Mistyped-9Kd2" });
    expect(await send(page)).toContain("not the refresh token");
    await page.getByLabel("Refresh Token").fill(values["refresh-token"] ?? "");
    await page.getByLabel("Refresh Token").press("Enter");
    expect(await outcomeOf(page)).toContain("verified");
    await request.shows("Unverified");

    expect(code).toBe("");
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    expect(errors).toEqual([]);
    await expectNoSecretAnywhere(play());
  });
});
