import { describe, expect, it } from "vitest";
import { expectNoSecretAnywhere } from "../../support/fakes/outside.ts";
import type { SoftAuthenticator } from "../../support/keys/soft-authenticator.ts";
import { allWithPlay, isTold, press } from "../../support/processes/play.ts";
import {
  askForClient,
  enabledValues,
  invite,
  readValues,
  register,
} from "../../support/scenes/client-play.ts";
import {
  type Answered,
  askPage,
  enrol,
  enrolFirstTwo,
  mustConfirm,
  pressApprove,
  prove,
} from "../../support/scenes/passkey-play.ts";

/** Looks at the page and sends the values, proven by this authenticator. */
async function enter(
  link: string,
  authenticator: SoftAuthenticator,
  values: Readonly<Record<string, string>>,
): Promise<Answered> {
  const { options } = await askPage(link, "look", {});
  const { challenge = "", rpId = "" } = options ?? {};
  return askPage(link, "enter", { response: authenticator.prove({ challenge, rpId }), values });
}

describe("an API client, in a tenant that asks for a passkey", () => {
  const play = allWithPlay({ asksForPasskey: true });

  it("takes the values with the doer's own passkey, and with nothing else", async () => {
    const { bob, dora, eve } = play();
    const { ofBob, ofEve } = await enrolFirstTwo(play());
    const { userName, request } = await askForClient(play(), async (asked) => {
      await prove(await pressApprove(play(), asked, bob), ofBob);
    });
    const values = register(play(), userName);

    await press(request, dora, "Enter the values");
    await isTold(play(), dora, "a confirmed passkey");
    const ofDora = await enrol(play(), dora);
    await mustConfirm(play(), eve, { authenticator: ofEve, nth: 3 });
    const { link, code } = await invite(play(), request);
    const byCode = await askPage(link, "enter", { code: "AAAA-AAAA-AAAA-AAAA", values });
    const byBob = await enter(link, ofBob, values);
    const mistyped = { ...values, "refresh-token": "Mistyped-9Kd2" };
    const refused = await enter(link, ofDora, mistyped);
    expect(readValues(play(), request.id)).toEqual([]);
    const taken = await enter(link, ofDora, values);
    await request.shows("Unverified");

    expect(code).toBe("");
    expect(byCode.words).toMatch(/not proven .* 4 more tries/);
    expect(byBob.words).toMatch(/not proven .* 3 more tries/);
    expect(refused.words).toMatch(/not the refresh token.* 2 more tries/);
    expect(taken.words).toContain("verified");
    expect((await askPage(link, "look", {})).words).toContain("used already");
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    await expectNoSecretAnywhere(play());
  });
});
