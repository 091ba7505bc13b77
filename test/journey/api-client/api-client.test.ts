import { describe, expect, it } from "vitest";
import { z } from "zod";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { expectNoSecretAnywhere } from "../../support/fakes/outside.ts";
import {
  allWithPlay,
  askForPlan,
  confirmPlan,
  isTold,
  ownNames,
  type Play,
  press,
  sendChange,
} from "../../support/processes/play.ts";
import { withdraw } from "../../support/processes/withdraw.ts";
import {
  askForClient,
  enabledValues,
  invite,
  readValues,
  register,
} from "../../support/scenes/client-play.ts";
import { askPage } from "../../support/scenes/passkey-play.ts";

describe("an API client, by the bot's own page", () => {
  const play = allWithPlay({ hasPages: true, tenant: { doers: { people: ["UDORA", "UEVE"] } } });

  it("goes from the page into the vault, and is seen nowhere else", async () => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName);

    const { link, code } = await invite(play(), request);
    expect((await askPage(link, "look", {})).status).toBe(200);
    const wrong = await askPage(link, "enter", { code: "AAAA", values });
    const mistyped = { ...values, "client-secret": "Mistyped-9Kd2" };
    const refused = await askPage(link, "enter", { code, values: mistyped });
    play().vault.failNext({ kind: "rbac", method: "PUT" });
    const unstored = await askPage(link, "enter", { code, values });
    const stored = await askPage(link, "enter", { code, values });
    await request.shows("Unverified");

    expect(wrong.words).toMatch(/not the code .* 4 more tries/);
    expect(refused.words).toMatch(/does not take the client id .* 3 more tries/);
    expect([unstored.status, unstored.words]).toEqual([
      409,
      expect.stringMatching(/Nothing is lost.* 2 more tries/),
    ]);
    expect(stored.words).toContain("verified");
    expect((await askPage(link, "enter", { code, values })).words).toContain("used already");
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    await expectNoSecretAnywhere(play());
  });

  it("takes one of two people and two tabs at once, and consumers read what it took", async () => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName);
    const [ofDora, ofEve] = [
      await invite(play(), request),
      await invite(play(), request, play().eve),
    ];
    const pages = [ofDora, ofDora, ofEve, ofEve];
    play().vault.failNext({ kind: "delay", method: "PUT", milliseconds: 300, times: 3 });

    const answers = await Promise.all(
      pages.map(({ link, code }) => askPage(link, "enter", { code, values })),
    );
    await request.shows("Unverified");

    const refused = answers.filter(({ status }) => status === 409).map(({ words }) => words);
    expect(refused).toHaveLength(3);
    expect(
      refused.every((words) => /at this very moment|not wait|used already/.test(words ?? "")),
    ).toBe(true);
    expect(readValues(play(), request.id)).toEqual(Object.values(values));
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    await expectNoSecretAnywhere(play());
  });

  it("stores nothing for a request that was withdrawn, and says so", async () => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName);
    const { link, code } = await invite(play(), request);

    await withdraw(play(), request, play().ann);
    await request.shows("Withdrawn by");
    const looked = await askPage(link, "look", {});
    const entered = await askPage(link, "enter", { code, values });

    expect(looked.words).toContain("does not wait for these values any more");
    expect(entered.words).toContain("Nothing more was stored");
    expect(readValues(play(), request.id)).toEqual([]);
  });

  it("goes on by the same link after a kill between the vault's answer and the record", async () => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName);
    const { link, code } = await invite(play(), request);
    play().vault.failNext({ kind: "cut-after", method: "PATCH", path: "refresh-token" });
    const killed = killAtCut(play());

    await expect(askPage(link, "enter", { code, values })).rejects.toThrow("fetch failed");
    await killed;
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    expect(request.text()).toContain("Waiting for a person");
    const again = await askPage(link, "enter", { code, values });
    await request.shows("Unverified");

    expect(again.words).toContain("verified");
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    expect(readValues(play(), request.id)).toEqual(Object.values(values));
    await expectNoSecretAnywhere(play());
  });
});

/** Kills the bot when the vault has done something and says nothing, and starts it again. */
async function killAtCut({ vault, bot, restart }: Play): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const off = vault.onChange(() => {
      if (vault.traffic().at(-1)?.fault !== "cut-after") return;
      off();
      bot().kill().then(resolve, reject);
    });
  });
  await restart();
}

describe("an API client, where the bot has no page", () => {
  const play = allWithPlay();

  it("waits for what the printed commands store, and calls it unverified", async () => {
    const { userName, request } = await askForClient(play());
    const values = register(play(), userName);
    const commands = request.text().match(/az keyvault secret set [^\n]*/g) ?? [];

    for (const command of commands) {
      const [, name = "", file = ""] = /--name (\S+) --file \.\/(\S+)\.txt/.exec(command) ?? [];
      const [, tags = ""] = /--tags (.*) --output/.exec(command) ?? [];
      await put(play(), { name, value: values[file] ?? "", tags });
    }
    await request.shows("Unverified");

    expect(commands).toHaveLength(3);
    expect(enabledValues(play(), request.id)).toEqual(Object.values(values));
    await expectNoSecretAnywhere(play());
  });

  describe("comes next where the guide asks for one, and", () => {
    it("is named in the channel and to the requester, and one press opens its form", async () => {
      const { ann, bob, cy, slack } = play();
      const names = ownNames();
      await askForPlan(play(), ann, names, "kolleno");
      const request = await confirmPlan(play());
      await request.shows("Waiting for an approver");
      expect(request.text()).not.toContain("Next:");
      await press(request, bob, "Approve");
      await request.shows(
        `Ask for it with \`/workday-isu api-client ${names.userName} acme_dpt1\``,
      );
      await isTold(play(), ann, `/workday-isu api-client ${names.userName}`);

      for (const [who, shown] of [
        [cy, "people who may ask for integration users"],
        [ann, "Kolleno API Client"],
      ] as const) {
        await press(request, who, "Ask for an API client");
        await slack.until(() => JSON.stringify(who.view() ?? "").includes(shown), { what: shown });
      }
      const client = await sendChange(play());
      await client.shows("Waiting for an approver");

      expect(textOf(client.message())).toContain("Customer Accounts, System");
      expect(client.text()).toContain(names.userName);
    });
  });
});

/** Stores a value as `az` would. */
async function put(
  { vault }: Play,
  { name, value, tags }: { readonly name: string; readonly value: string; readonly tags: string },
): Promise<void> {
  const resource = encodeURIComponent("https://vault.azure.net");
  const signedOn = await fetch(
    `${vault.identityEndpoint}?api-version=2019-08-01&resource=${resource}`,
    { headers: { "x-identity-header": vault.identityHeader } },
  );
  const { access_token: token } = Token.parse(await signedOn.json());
  const stored = await fetch(`${vault.url}/secrets/${name}?api-version=2025-07-01`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      value,
      tags: readTags(tags),
    }),
  });
  if (!stored.ok) throw new Error(`The vault answered ${stored.status}: ${await stored.text()}`);
}

function readTags(tags: string): Readonly<Record<string, string>> {
  const pairs = tags.split(" ").map((tag): [string, string] => {
    const [name = "", value = ""] = tag.split("=");
    return [name, value];
  });
  return Object.fromEntries(pairs);
}

const Token = z.object({ access_token: z.string() });
