import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Person } from "../../sandbox/slack/people/client.ts";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  activations,
  allWithPlay,
  isTold,
  open,
  ownNames,
  type Play,
  posted,
  press,
  told,
} from "../support/processes/play.ts";

/** Whoever uses the account signs on with its password. */
function signOn({ workday }: Play, userName: string, address: string): void {
  workday.change("acme_dpt1", (state) => {
    state.signOns.push({
      userName,
      at: Date.now(),
      ok: true,
      for: "Get_Workers",
      address,
      channel: "Web Services",
      type: "User Name Password",
    });
  });
}

function channel(play: Play): string {
  return posted(play).map(textOf).join("\n");
}

async function hears(on: Play, words: string): Promise<void> {
  await on.slack.until(() => channel(on).includes(words), { what: words });
}

/** Goes on with what somebody was told last. */
async function nextPage({ slack }: Play, who: Person): Promise<void> {
  const last = slack.ephemerals(who.id).at(-1);
  if (last === undefined) throw new Error("Nothing was answered");
  await who.press(last, "Next page");
}

describe("what people may read", () => {
  const play = allWithPlay({
    hasSetClock: true,
    file: { watchSignOnsEveryMinutes: 0.02 },
    tenant: { readers: { people: ["UDORA"] }, auditors: { people: ["UBOB"] } },
  });

  it("shows recipes to everybody, accounts to readers, and the trail to auditors", async () => {
    const { ann, bob, cy, dora } = play();
    const names = ownNames();
    const request = await open(play(), names);
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    await cy.command("/workday-isu", "recipes");
    await isTold(play(), cy, "`kolleno` Kolleno, *incomplete*");
    await cy.command("/workday-isu", "recipes entra-id");
    await isTold(play(), cy, "Put (username/UPN writeback): Workday Accounts");

    await ann.command("/workday-isu", "list");
    await isTold(play(), ann, "You may not list the integration users");
    await dora.command("/workday-isu", "list acme_dpt1");
    await isTold(
      play(),
      dora,
      `\`${names.userName}\` in Acme preview: *verified*. Password 0 days old`,
    );

    await dora.command("/workday-isu", `audit ${request.id}`);
    await isTold(play(), dora, "You may not read the audit trail");
    await bob.command("/workday-isu", `audit ${request.id}`);
    await isTold(play(), bob, /Chain intact through #\d+/);
    await nextPage(play(), bob);
    await isTold(play(), bob, /<@UBOB> approved it\./);
    expect(activations(play())).toHaveLength(1);
  });

  it("shows whose an account is, how it is used, and what was asked and shown", async () => {
    const { ann, bob, dora, moveClock } = play();
    const { userName, ...names } = ownNames();
    const ticket = "https://tickets.example/4711";
    const request = await open(play(), { userName, ...names, ticket });
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    await ann.command("/workday-isu", "list mine");
    await isTold(play(), ann, `\`${userName}\` in Acme preview: *verified*`);
    await bob.command("/workday-isu", `audit ${request.id}`);
    await isTold(play(), bob, "*Ticket:* <https://tickets.example/4711>");
    expect(told(play(), bob)).toContain("*Reason:* Learning content in Teams");
    expect(told(play(), bob)).toMatch(/\*Added for .*Get \(5\):\*\n• Reports: Learning Record/);
    await nextPage(play(), bob);
    await isTold(play(), bob, "*The card showed:*");

    signOn(play(), userName, "198.51.100.7");
    await request.tells("Somebody else than the bot signed on with the new password");
    signOn(play(), userName, "203.0.113.9");
    await hears(play(), "from where nobody did before");
    await dora.command("/workday-isu", "list acme_dpt1");
    await isTold(play(), dora, "203.0.113.9");

    moveClock(91 * 86_400_000);
    await hears(play(), `Nobody has signed on as \`${userName}\` for 9`);
    expect(channel(play()).split("from where nobody did before")).toHaveLength(2);
  });

  it("raises the alarm when somebody has changed a row of the trail", async () => {
    const { bob, databaseUrl } = play();
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    onTestFinished(async () => client.end());
    await client.query("update audit set at = at - 60000 where seq = 2");

    await bob.command("/workday-isu", `audit ${request.id}`);

    await isTold(play(), bob, "ALARM: the chain is broken at #2:* it was changed");
    await client.query("update audit set at = at + 60000 where seq = 2");
    await bob.command("/workday-isu", `audit ${request.id}`);
    await isTold(play(), bob, /Chain intact through #\d+/);
  });
});
