import { expect, it } from "vitest";
import { findFreePort } from "../../../sandbox/free-port.ts";
import { createBoltLog } from "../../../src/bot/slack/bolt-log.ts";
import { createHttpReceiver } from "../../../src/bot/slack/http-receiver.ts";
import { createSlackClients } from "../../../src/bot/slack/slack-call.ts";
import { withToken } from "../../../src/bot/slack/with-token.ts";
import { Secret } from "../../../src/secret.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { sign } from "../support/signed.ts";

const logger = createBoltLog(createFakeLog());

it("sends each call with the token that there is then", async () => {
  let token = "xoxb-first";
  const sent: (string | undefined)[] = [];
  const fetch = withToken(
    async (_url, init) => {
      sent.push(init?.headers?.["Authorization"]);
      return Response.json({ ok: true });
    },
    new Secret(() => token),
  );
  const { once } = createSlackClients("xoxb-first", { logger, fetch });

  await once.auth.test();
  token = "xoxb-second";
  await once.auth.test();

  expect(sent).toEqual(["Bearer xoxb-first", "Bearer xoxb-second"]);
});

it("holds each request to the signing secret that there is then", async () => {
  let signingSecret = "the first signing secret";
  const port = await findFreePort();
  const receiver = createHttpReceiver({
    signingSecret: () => signingSecret,
    listen: { port, host: "127.0.0.1" },
    logger,
    isReady: async () => true,
  });
  await receiver.start();
  async function ask(secret: string): Promise<number> {
    const body = '{"type":"url_verification","challenge":"c"}';
    const headers = { "content-type": "application/json", ...sign(body, secret) };
    const url = `http://127.0.0.1:${port}/slack/events`;
    return (await fetch(url, { method: "POST", headers, body })).status;
  }

  const before = await ask("the first signing secret");
  signingSecret = "the second signing secret";
  const after = [await ask("the first signing secret"), await ask("the second signing secret")];
  await receiver.stop();

  expect([before, ...after]).toEqual([200, 401, 200]);
});
