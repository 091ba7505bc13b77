import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  activations,
  allWithPlay,
  eachWithPlay,
  isTold,
  open,
  ownNames,
  type Play,
  press,
} from "../support/processes/play.ts";
import {
  askForLink,
  askPage,
  confirm,
  enrol,
  enrolFirstTwo,
  issueCode,
  pressApprove,
  prove,
  waitingPasskey,
} from "../support/scenes/passkey-play.ts";

/** All that the tenant's channel says. */
function texts({ slack }: Play): string {
  return slack.messages("workday-access").map(textOf).join("\n");
}

// Each begins with nobody's passkey.
describe("a tenant that asks for a passkey", () => {
  const play = eachWithPlay({ asksForPasskey: true });

  it("lets two approvers confirm each other, and approves with the passkey and with nothing else", async () => {
    const { bob, eve } = play();
    const request = await open(play());
    await request.shows("Waiting for an approver");

    await press(request, bob, "Approve");
    await isTold(play(), bob, "no confirmed passkey");
    const ofBob = await enrol(play(), bob);
    await waitingPasskey(play(), 1);
    const ofEve = await enrol(play(), eve);
    await press(request, bob, "Approve");
    await isTold(play(), bob, "your passkey waits for confirmation");
    expect((await confirm(play(), eve, { authenticator: ofEve, nth: 1 })).status).toBe(200);
    expect((await confirm(play(), bob, { authenticator: ofBob, nth: 2 })).status).toBe(200);

    const link = await pressApprove(play(), request, bob);
    expect(activations(play())).toEqual([]);
    expect(request.text()).toContain("Waiting for an approver");
    const proven = await prove(link, ofBob);
    await request.shows("Done, verified");

    expect(proven.words).toContain("Approved.");
    await request.tells(`approved it with the passkey \`…${ofBob.id.slice(-6)}\``);
    expect(activations(play())).toHaveLength(1);
    expect((await prove(link, ofBob)).words).toContain("used already");
  });

  it("replaces a lost passkey by the same two steps, and an operator can take one away", async () => {
    const { bob, eve } = play();
    const request = await open(play());
    await request.shows("Waiting for an approver");
    const { ofBob: lost, ofEve } = await enrolFirstTwo(play());

    const found = await enrol(play(), bob);
    expect((await confirm(play(), eve, { authenticator: ofEve, nth: 3 })).status).toBe(200);
    const link = await pressApprove(play(), request, bob);
    expect((await prove(link, lost)).words).toContain("not proven");
    expect((await prove(link, found)).status).toBe(200);
    await request.shows("Done, verified");

    const { said } = await play().operate(["list"]);
    expect(said).toContain(found.id);
    expect(said).not.toContain(lost.id);
    expect((await play().operate(["revoke", "--passkey", found.id])).code).toBe(0);
    expect((await play().operate(["list"])).said).not.toContain(found.id);
  });
});

describe("a passkey that nobody confirms", () => {
  const play = allWithPlay({ asksForPasskey: true });

  it("is refused by a click of another approver, told to its owner, and never counts", async () => {
    const { bob, eve, slack } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    const ofBob = await enrol(play(), bob);
    const message = await waitingPasskey(play(), 1);
    const ofEve = await enrol(play(), eve);
    await waitingPasskey(play(), 2);

    await eve.press(message, "Refuse", { isConfirmed: true });

    await isTold(play(), eve, "You refused the passkey");
    await isTold(play(), bob, "was refused, so you cannot approve with it");
    await slack.until(() => texts(play()).includes("refused the passkey"), { what: "the channel" });
    expect((await play().operate(["list"])).said).not.toContain(ofBob.id);
    expect((await play().operate(["list"])).said).toContain(ofEve.id);
    await eve.press(message, "Confirm", { isConfirmed: true });
    await isTold(play(), eve, "does not wait for a confirmation any more");
    await press(request, bob, "Approve");
    await isTold(play(), bob, "no confirmed passkey");
    expect(activations(play())).toEqual([]);
  });

  it("is not even registered by the right code after five wrong ones", async () => {
    const { bob } = play();
    const link = await askForLink(play(), bob);
    const code = await issueCode(play(), bob);
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await askPage(link, "begin", { code: "AAAA" })).words).toContain("not yours");
    }

    expect((await askPage(link, "begin", { code })).words).toContain("not yours");
  });
});
