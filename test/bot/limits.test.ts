import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escape, unescape } from "../../src/bot/escape.ts";
import { answer } from "../../src/bot/views/answers.ts";
import type { Block } from "../../src/bot/views/block.ts";
import { form } from "../../src/bot/views/form.ts";
import { unknownCommand, unknownRecipe } from "../../src/bot/views/help.ts";
import { cut, splitLines } from "../../src/bot/views/limit.ts";
import { requestMessage } from "../../src/bot/views/message.ts";
import { notice } from "../../src/bot/views/notice.ts";
import { plan } from "../../src/bot/views/plan.ts";
import { toReplies } from "../../src/bot/views/replies.ts";
import { overview, tellRequest } from "../../src/bot/views/status.ts";
import { tellRequester } from "../../src/bot/views/story.ts";
import type { Draft } from "../../src/flows/draft.ts";
import { aDraft, aRawDraft } from "../support/a-draft.ts";
import { anAsking, foreignChange, requestId } from "../support/a-request.ts";
import { aTenant } from "../support/a-tenant.ts";
import { ann } from "../support/people.ts";
import { viva } from "./an-office.ts";
import { everyState, type Told, tell } from "./shown-requests.ts";
import { breaches, listMrkdwn } from "./slack-limits.ts";

/** As long as every field may be, of a letter that escaping makes five times as long. */
function aLongDraft(letter: string): Draft {
  const domains = Array.from({ length: 60 }, (_, at) =>
    `${at} ${letter.repeat(147)}`.slice(0, 150),
  );
  return aDraft({
    userName: letter.repeat(100),
    groupName: letter.repeat(150),
    system: { kind: "new", name: letter.repeat(150) },
    permissions: { Get: domains, Put: domains, View: domains, Modify: domains },
    reason: letter.repeat(3000),
    ticket: `https://tickets.example/${"x".repeat(470)}`,
  });
}

const most = { message: { blocks: 50 }, modal: { blocks: 100 } };

/** Seen to be refused from about 13,200 on (slackapi/bolt-js issues 2509 and 2867). */
const mostCharacters = 12_500;

function messagesOf(told: Told): readonly { readonly blocks: Block[] }[] {
  return [
    requestMessage(told),
    ...told.story.flatMap((one) => toReplies(one, told.request, told.tenant)),
    ...tellRequest({ ...told, others: Array.from({ length: 300 }, () => told.request) }),
    overview({ mine: Array.from({ length: 200 }, () => told), toApprove: Array(30).fill(told) }),
  ];
}

describe.each(["x", "&", '"', "\n", "ü", "😀"])("with as much %o as fits", (letter) => {
  const draft = aLongDraft(letter);

  it.each(Object.entries(everyState(draft)))("every message of %s is within limits", (_, told) => {
    for (const message of messagesOf(told)) {
      expect(breaches(message, most.message)).toEqual([]);
      expect(JSON.stringify(message.blocks).length).toBeLessThan(mostCharacters);
    }
  });

  it("the plan is within limits", () => {
    const tenant = aTenant({ label: letter.repeat(60), production: true });

    expect(breaches(plan({ id: requestId, tenant, draft }), most.modal)).toEqual([]);
  });

  it("the form is within limits, and holds everything", () => {
    const list = draft.permissions.Get.join("\n");
    const raw = aRawDraft({
      ...draft,
      recipe: viva.name,
      newSystem: draft.system.name,
      sessionTimeoutMinutes: "720",
      domains: { Get: list, Put: list, View: list, Modify: list },
      ticket: draft.ticket ?? "",
    });
    const problems = { Get: letter.repeat(200), userName: letter.repeat(500) };

    const view = form({ id: requestId, tenant: aTenant(), recipe: viva, raw, problems });

    expect(breaches(view, most.modal)).toEqual([]);
  });
});

it("shows an approver as much of a long list as fits, and says where the rest is", () => {
  const changes = Array.from({ length: 2000 }, (_, at) => ({
    ...foreignChange,
    policy: `Policy ${at}`,
  }));
  const told = tell(aDraft(), anAsking({ pending: { kind: "seen", changes } }));

  const [card = "", ...replies] = messagesOf(told).map((message) => JSON.stringify(message));

  expect(card).toContain("(2000)");
  expect(card).toMatch(/and \d+ more: all of them stand in this request's thread/);
  expect(replies.join("")).toContain("Policy 1999");
});

describe("what people type", () => {
  const marks = [
    "<!channel>",
    "<@U0ANN>",
    "<https://evil.example|here>",
    "&lt;",
    "`",
    "*",
    "<",
    "&",
  ];
  const typed = fc
    .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: "grapheme" })), { minLength: 1 })
    .map((pieces) => pieces.join(""));

  it("is never a mention, a link or a channel-wide call", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const draft = aDraft({
          userName: text,
          groupName: text,
          system: { kind: "existing", id: text, name: text },
          permissions: { Get: [text], Put: [], View: [], Modify: [] },
          reason: text,
          ticket: text,
        });
        const shown = [
          ...Object.values(everyState(draft)).flatMap(messagesOf),
          plan({ id: requestId, tenant: aTenant(), draft }),
          form({
            id: requestId,
            tenant: aTenant(),
            raw: aRawDraft({ reason: text }),
            banner: text,
          }),
          unknownCommand(text),
          notice(unknownRecipe(text, [viva.name])),
          ...answers(text),
        ];
        expect(listMrkdwn(shown).flatMap(strangeMarks)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("is never a mention in a direct message", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const told = tell(aDraft({ userName: text }), {
          kind: "closing",
          closing: { kind: "denied", by: ann, reason: text },
          plan: [],
        });
        const words = told.story.map((one) =>
          tellRequester(one, { draft: told.request.draft, isCleaningUp: false }),
        );
        expect(words.flatMap((said) => strangeMarks(said ?? ""))).toEqual([]);
      }),
    );
  });

  it("comes back as it was typed", () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(unescape(escape(text))).toBe(text);
      }),
    );
  });
});

function answers(text: string): readonly unknown[] {
  const click = {
    id: "1",
    by: ann,
    request: requestId,
    answerTo: { kind: "person" },
    command: { kind: "deny", digest: "d", reason: text },
  } as const;
  const added = [{ ...foreignChange, policy: text, changedBy: text }];
  return [
    answer(click, { kind: "refused", refusal: "too-late" }, undefined),
    answer(click, { kind: "voided", difference: { added, gone: added } }, undefined),
    answer(
      click,
      { kind: "not-opened", check: { kind: "problems", problems: { userName: text } } },
      undefined,
    ),
  ];
}

/** Marks that the bot itself does not write: people, groups and channels of the tests, times and task links. */
function strangeMarks(text: string): readonly string[] {
  const own =
    /<(?:@U0(?:ANN|BEN|DAN|EVE)|!subteam\^S0SECADM|#C0ISU|!date\^\d+\^[^>]+|https:\/\/workday\.example\/[^>]+)>/g;
  const rest = text.replaceAll(own, "");
  return /[<>]/.test(rest) || /&(?!amp;|lt;|gt;)/.test(rest) ? [rest] : [];
}

describe("cutting", () => {
  it("never splits a character, and never grows", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.integer({ min: 1, max: 50 }),
        (text, length) => {
          const short = cut(text, length);
          expect(short.length).toBeLessThanOrEqual(Math.max(length, 1));
          expect(short.isWellFormed() || !text.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it("loses no line", () => {
    const line = fc.string({ maxLength: 50 }).filter((text) => !text.includes("\n") && text !== "");
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(splitLines(lines, 80).flatMap((piece) => piece.split("\n"))).toEqual(lines);
      }),
    );
  });
});
