import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { allWithPlay, open, ownNames, type Play } from "../support/processes/play.ts";
import { askPage } from "../support/scenes/passkey-play.ts";

const Line = z.looseObject({ level: z.string(), time: z.iso.datetime(), msg: z.string() });
const Head = Line.extend({
  seq: z.number(),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  msg: z.literal("audit head"),
});

function isHead(line: unknown): boolean {
  return Head.safeParse(line).success;
}

/** More than any list of learnt values holds; then what the bot's lines are made of. */
const posted = [
  ...Array.from({ length: 400 }, (_, time) => [`${time} first`, `${time} second`, `${time} third`]),
  ['"level":"warn"', "audit head", '"level":'],
  ['"head":"', '"msg":"', "Malformed request"],
];

const ownPassword = "Sandbox-bot-9Kd2";

const Settings = z.object({ web: z.object({ url: z.url() }) });

/** A link as anybody could make one up. */
function guessedLink({ folder }: Play): string {
  const { web } = Settings.parse(JSON.parse(readFileSync(join(folder, "config.yml"), "utf8")));
  return `${web.url}/enter#guessed`;
}

/** Has a warning written about what Slack has sent: a body that is no JSON. */
async function makeItLog({ port, tokens }: Play, body: string): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", tokens.signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest("hex");
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": `v0=${signature}`,
    },
    body,
  });
  await answer.arrayBuffer();
}

describe("whoever posts values to the entry page and proves nothing", () => {
  const play = allWithPlay({ hasPages: true });

  it("blanks nothing in the log, and makes it print no secret", async () => {
    const link = guessedLink(play());
    const { lines } = play().bot();
    const before = lines.length;
    for (const [id, secret, token] of posted) {
      const values = { "client-id": id, "client-secret": secret, "refresh-token": token };
      const { status } = await askPage(link, "enter", { code: "AAAA", values });
      if (status !== 409) throw new Error(`The page answered ${status}`);
    }

    await makeItLog(play(), ownPassword);
    const request = await open(play(), ownNames());
    await request.shows("Waiting for an approver");

    function written(): readonly z.infer<typeof Line>[] {
      return lines.slice(before).map((line) => Line.parse(JSON.parse(line)));
    }
    await expect
      .poll(() => written().flatMap(({ level, msg }) => (level === "warn" ? [msg] : [])))
      .toContainEqual(expect.stringMatching(/^Refused a request to \/slack\/events/));
    await expect.poll(() => written().filter(isHead).length).toBeGreaterThan(1);
    expect(lines.join("\n")).not.toContain(ownPassword);
  });
});
