import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signReply } from "../../../sandbox/workday/runner-signature.ts";
import {
  type Distrust,
  distrust,
  type RunnerRequest,
  signRequest,
} from "../../../src/workday/runner/signature.ts";
import {
  aNonce,
  botKeys,
  runnerKeys,
  signedAt,
  strangersKeys,
  toSigningKey,
  toVerifyingKey,
} from "../../support/keys/signing.ts";

const signing = { key: toSigningKey(botKeys), now: signedAt, nonce: "nonce-0123456789" };
const post: RunnerRequest = {
  method: "POST",
  url: "https://rpa.example.com/tasks",
  headers: { "content-type": "application/json", "idempotency-key": "ISU-1:activate:0" },
  body: "{}",
};
const look: RunnerRequest = { method: "GET", url: "https://rpa.example.com/tasks/1", headers: {} };

describe("signRequest", () => {
  it("covers method, address, content and key, for a minute", () => {
    const { headers } = signRequest(post, signing);

    expect(headers).toMatchObject({
      ...post.headers,
      "content-digest": "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:",
      "signature-input": `bot=("@method" "@target-uri" "content-digest" "idempotency-key" "content-type");created=1767603600;expires=1767603660;nonce="nonce-0123456789";keyid="${signing.key.id}";alg="ed25519"`,
    });
  });

  it("covers the empty content of a look", () => {
    const { headers } = signRequest(look, signing);

    expect(Object.keys(headers)).toEqual(["content-digest", "signature-input", "signature"]);
    expect(headers["signature-input"]).toContain('bot=("@method" "@target-uri" "content-digest");');
  });
});

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const asked = signRequest(look, signing);

/** What the sandbox's runner, which shares no code with the bot, answers to a request. */
function answerTo(
  request: RunnerRequest,
  parts: Partial<Answered> & { at?: number; keys?: typeof botKeys } = {},
): Answered {
  const { at = signedAt, keys = runnerKeys, ...reply } = parts;
  const { origin, pathname: path, searchParams: query } = new URL(request.url);
  const { method, headers } = request;
  return signReply(
    { status: 200, headers: { "content-type": "application/json" }, body: "{}", ...reply },
    {
      request: { method, path, target: path, query, headers, body: "" },
      origin,
      privateKey: keys.privateKey,
      now: at,
    },
  );
}

function judge({ status, headers, body }: Answered, now = signedAt): Distrust | undefined {
  const answer = { status, headers: new Headers(headers), text: body };
  return distrust(answer, { request: asked, key: toVerifyingKey(runnerKeys), now });
}

/** The answer with one of its headers in other words. */
function rewritten(name: string, from: string | RegExp, to: string): Answered {
  const answer = answerTo(asked);
  return {
    ...answer,
    headers: { ...answer.headers, [name]: (answer.headers[name] ?? "").replace(from, to) },
  };
}

describe("distrust", () => {
  it("takes the answer to the request, within a minute of either clock", () => {
    expect(judge(answerTo(asked))).toBeUndefined();
    expect(judge(answerTo(asked), signedAt - 60_000)).toBeUndefined();
    expect(judge(answerTo(asked), signedAt + 120_000)).toBeUndefined();
  });

  it.each<[what: string, answer: Answered, why: Distrust]>([
    ["no signature", { status: 200, headers: {}, body: "{}" }, "unsigned"],
    ["half of a signature", rewritten("signature", /.*/, ""), "another-form"],
    ["no input", rewritten("signature-input", /.*/, ""), "another-form"],
    [
      "fewer components",
      rewritten("signature-input", ' "signature-input";req', ""),
      "another-form",
    ],
    ["another label", rewritten("signature-input", "runner=", "eve="), "another-form"],
    ["another content", { ...answerTo(asked), body: '{"status":"done"}' }, "another-content"],
    ["another digest", rewritten("content-digest", "sha-256", "sha-512"), "another-content"],
    ["a stranger's key", answerTo(asked, { keys: strangersKeys }), "another-key"],
    ["the bot's own key", answerTo(asked, { keys: botKeys }), "another-key"],
    ["the runner's name on a stranger's key", borrowed(), "wrong-signature"],
    ["a time to come", answerTo(asked, { at: signedAt + 62_000 }), "out-of-time"],
    ["a time gone by", answerTo(asked, { at: signedAt - 122_000 }), "out-of-time"],
    [
      "no end in sight",
      rewritten("signature-input", /expires=\d+/, "expires=9999999999"),
      "out-of-time",
    ],
    [
      "an end before its beginning",
      rewritten("signature-input", /expires=\d+/, "expires=1"),
      "out-of-time",
    ],
    ["another status", { ...answerTo(asked), status: 202 }, "wrong-signature"],
    ["another type", rewritten("content-type", "json", "xml"), "wrong-signature"],
    [
      "a longer life",
      rewritten("signature-input", /expires=(\d+)\d/, "expires=$19"),
      "wrong-signature",
    ],
    [
      "an answer to another look",
      answerTo(signRequest({ ...look, url: `${look.url}2` }, signing)),
      "wrong-signature",
    ],
    [
      "an answer to the same look, made before",
      answerTo(signRequest(look, { ...signing, nonce: aNonce() })),
      "wrong-signature",
    ],
    ["an answer to a post", answerTo(signRequest(post, signing)), "wrong-signature"],
  ])("refuses %s", (_what, answer, why) => {
    expect(judge(answer)).toBe(why);
  });

  function borrowed(): Answered {
    const { headers } = answerTo(asked);
    const stranger = answerTo(asked, { keys: strangersKeys });
    return {
      ...stranger,
      headers: { ...stranger.headers, "signature-input": headers["signature-input"] ?? "" },
    };
  }

  it("takes any content that was signed for the request, and no other", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string(),
        fc.integer({ min: 200, max: 599 }),
        (body, other, status) => {
          const answer = answerTo(asked, { body, status });

          expect(judge(answer)).toBeUndefined();
          expect(judge({ ...answer, body: other })).toBe(
            other === body ? undefined : "another-content",
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it("takes no answer of which a character was changed", () => {
    const answer = answerTo(asked);
    const names = Object.keys(answer.headers);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom("a", "1", ";", "="),
        (name, at, letter) => {
          const value = answer.headers[name] ?? "";
          const place = at % value.length;
          const changed = value.slice(0, place) + letter + value.slice(place + 1);
          const headers = { ...answer.headers, [name]: changed };

          expect(judge({ ...answer, headers }) === undefined).toBe(changed === value);
        },
      ),
    );
  });
});
