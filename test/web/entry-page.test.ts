import { describe, expect, it } from "vitest";
import type { ClientTrial } from "../../src/flows/model/api-client.ts";
import { inviteToEnter } from "../../src/flows/pages/enter-secrets.ts";
import type { PageDeps } from "../../src/flows/ports/web-authn.ts";
import { createEntryPage } from "../../src/web/entry-page.ts";
import type { Page } from "../../src/web/page.ts";
import { acme } from "../support/data/a-tenant.ts";
import { dan } from "../support/data/people.ts";
import {
  askingForPasskeys,
  atTask,
  keepPasskey,
  shown,
  step,
} from "../support/scenes/client-scene.ts";
import { tokenIn } from "../support/scenes/passkey-scene.ts";

function aPage(pages: PageDeps): Page["actions"] {
  const site = { origin: "https://isu-bot.example", rpId: "isu-bot.example" };
  return createEntryPage({ flows: pages, site, describeRefusal: (refusal) => refusal }).actions;
}

describe("the page that takes values", () => {
  it("names request, tenant, account and client, and what it asks for", async () => {
    const { world, pages, invite } = await atTask();
    const { token } = await invite();
    const { look } = aPage(pages);

    expect(await look?.({ token })).toEqual({
      kind: "done",
      body: {
        facts: [
          { label: "Request", value: world.id },
          { label: "Tenant", value: "Acme sandbox (acme_dpt1)" },
          { label: "Account", value: "ISU_Viva" },
          { label: "API client", value: "Viva API Client" },
          { label: "Asked for by", value: "ANN Baker (U0ANN)" },
          { label: "This link is for", value: "DAN Baker (U0DAN)" },
        ],
        fields: [
          { name: "client-id", label: "Client ID" },
          { name: "client-secret", label: "Client Secret" },
          { name: "refresh-token", label: "Refresh Token" },
        ],
      },
    });
    expect(await look?.({ token: "guessed" })).toEqual({ kind: "refused", words: "no-such-link" });
  });

  it("says how many tries its link has left, and what to do after the last", async () => {
    const { pages, invite } = await atTask();
    const { token } = await invite();
    const { enter } = aPage(pages);
    const said: unknown[] = [];
    for (let time = 0; time < 6; time += 1) {
      said.push(await enter?.({ token, code: "AAAA", values: shown }));
    }

    const wrong = "wrong-page-code";
    expect(said).toEqual(
      [
        `${wrong} This link takes 4 more tries.`,
        `${wrong} This link takes 3 more tries.`,
        `${wrong} This link takes 2 more tries.`,
        `${wrong} This link takes one more try.`,
        `${wrong} That was the last try of this link: press Enter the values in Slack again for another one, and keep Workday's page open until then.`,
        "no-tries-left",
      ].map((words) => ({ kind: "refused", words })),
    );
  });

  it("asks for the passkey in the place of the code, and warns of production", async () => {
    const { world, pages } = await atTask();
    const asking = askingForPasskeys(pages);
    const place = asking.contextOf(acme);
    const production = { ...place, tenant: { ...place.tenant, production: true } };
    const all = { ...asking, contextOf: () => production };
    await keepPasskey(all);
    const invited = await inviteToEnter(all, { by: dan, request: world.id, step });
    const token = tokenIn(invited.ok ? invited.value.link : "");

    expect(await aPage(all)["look"]?.({ token })).toMatchObject({
      body: {
        warning: "Acme sandbox is a PRODUCTION tenant.",
        options: { rpId: "isu-bot.example", userVerification: "required" },
      },
    });
  });

  it.each<[trial: ClientTrial, words: string]>([
    [{ kind: "verified" }, "was answered: verified"],
    [{ kind: "unanswered", words: "Nobody answered." }, "Stored in Key Vault. Nobody answered."],
  ])("says what came of trying them: %o", async (trial, words) => {
    const { world, pages, invite } = await atTask();
    world.workday.setTrial(trial);

    const entered = await aPage(pages)["enter"]?.({ ...(await invite()), values: shown });

    expect(entered).toMatchObject({ kind: "done" });
    expect(JSON.stringify(entered)).toContain(words);
  });
});
