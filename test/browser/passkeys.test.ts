import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Person } from "../../sandbox/slack/people/client.ts";
import {
  addAuthenticator,
  enrolIn,
  outcomeOf,
  scrollOf,
  showOnPhone,
  useBrowser,
} from "../support/processes/a-browser.ts";
import { findFlaws } from "../support/processes/accessibility.ts";
import { activations, eachWithPlay, open } from "../support/processes/play.ts";
import { pressApprove, pressConfirm, waitingPasskey } from "../support/scenes/passkey-play.ts";

describe("passkeys in a real browser", () => {
  const play = eachWithPlay({ asksForPasskey: true });
  const newPage = useBrowser();

  async function aDevice(isUserVerified = true): Promise<Page> {
    return addAuthenticator(await newPage(), isUserVerified);
  }

  function enrol(page: Page, who: Person): Promise<string> {
    return enrolIn(page, play(), who);
  }

  async function confirm(page: Page, by: Person, nth: number): Promise<string> {
    await page.goto(await pressConfirm(play(), by, nth));
    const button = page.getByRole("button", { name: "Confirm with your passkey" });
    await button.waitFor();
    expect(await findFlaws(page)).toEqual([]);
    await button.click();
    return outcomeOf(page);
  }

  it("enrols two approvers, lets each confirm the other, and approves a request", async () => {
    const { bob, eve } = play();
    const ticket = "https://tickets.acme.example/CHG1";
    const request = await open(play(), { ticket });
    await request.shows("Waiting for an approver");
    const [ofBob, ofEve] = [await aDevice(), await aDevice()];
    expect(await enrol(ofBob, bob)).toContain("Registered: your passkey");
    await waitingPasskey(play(), 1);
    expect(await enrol(ofEve, eve)).toContain("Registered: your passkey");
    expect(await confirm(ofEve, eve, 1)).toContain("Confirmed");
    expect(await confirm(ofBob, bob, 2)).toContain("Confirmed");

    const link = await pressApprove(play(), request, bob);
    await showOnPhone(ofBob);
    await ofBob.goto(link);
    const button = ofBob.getByRole("button", { name: "Approve with your passkey" });
    await button.waitFor();
    expect(await findFlaws(ofBob)).toEqual([]);
    expect(await scrollOf(ofBob)).toBe("0 down, 0 too wide");
    const main = ofBob.locator("main");
    expect(await main.textContent()).toContain(request.id);
    expect(await main.textContent()).toContain("Ann Alvarez (integrations) (UANN)");
    expect(await main.innerText()).not.toContain("sha256:");
    const leads = ofBob.getByRole("link", { name: ticket });
    expect(await leads.getAttribute("href")).toBe(ticket);
    expect(await leads.getAttribute("rel")).toBe("noopener noreferrer");
    await ofBob.getByText("What your passkey proves").click();
    expect(await main.innerText()).toContain("Digest");
    expect(ofBob.url()).not.toContain("#");
    await button.press("Enter");

    expect(await outcomeOf(ofBob)).toContain("Approved.");
    await request.shows("Done, verified");
    await request.tells("approved it with the passkey");
    expect(activations(play())).toHaveLength(1);
    await ofBob.goto(link);
    await ofBob.getByText("used already").waitFor();
    expect(await outcomeOf(ofBob)).toContain("used already");
  });

  it("registers nothing when the person is not verified, and says so", async () => {
    const { bob } = play();
    const page = await aDevice(false);

    expect(await enrol(page, bob)).toContain("Nothing was done");
    expect((await play().operate(["list"])).said).toContain("Nobody has a passkey");
  });

  it("gives somebody else's device nothing to approve with", async () => {
    const { bob, eve } = play();
    await enrol(await aDevice(), bob);
    await waitingPasskey(play(), 1);
    await enrol(await aDevice(), eve);
    const stranger = await aDevice();

    expect(await confirm(stranger, eve, 1)).toContain("no such passkey");
  });
});
