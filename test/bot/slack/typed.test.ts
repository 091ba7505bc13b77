import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escape, unescape } from "../../../src/bot/blocks/mrkdwn.ts";
import { notice } from "../../../src/bot/blocks/notice.ts";
import { form } from "../../../src/bot/forms/form.ts";
import { whichTrail } from "../../../src/bot/list-views/audit.ts";
import { unknownCommand, unknownRecipe } from "../../../src/bot/list-views/help.ts";
import { showInventory } from "../../../src/bot/list-views/inventory.ts";
import { listRecipes, noSuchRecipe, showRecipe } from "../../../src/bot/list-views/recipes.ts";
import { answer } from "../../../src/bot/request-views/click-reply.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { tellRequester } from "../../../src/bot/request-views/timeline.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { foreignChange, requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { catalogue, viva } from "../support/an-office.ts";
import { known } from "../support/known-commands.ts";
import { messagesOf } from "../support/messages-of.ts";
import { everyState, tell } from "../support/shown-requests.ts";
import { listMrkdwn } from "../support/slack-limits.ts";

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
          x509: { key: { type: "Certificate_ID", id: text } },
          saml: { issuer: text, identityProviderKey: { type: "Certificate_ID", id: text } },
          permissions: { Get: [text], Put: [], View: [], Modify: [] },
          reason: text,
          ticket: text,
        });
        const shown = [
          ...Object.values(everyState(draft)).flatMap(messagesOf),
          plan({ id: requestId, catalogue, tenant: aTenant(), draft }),
          form({
            id: requestId,
            tenant: aTenant(),
            raw: aRawDraft({ reason: text }),
            banner: text,
          }),
          unknownCommand(known.groups, { word: text, rest: text }),
          listRecipes([{ ...viva, vendor: text, source: text }], { typed: text, now: start }),
          showRecipe(
            { ...viva, vendor: text, source: text, notes: [text], incomplete: text },
            start,
          ),
          noSuchRecipe(text, [viva]),
          showInventory({
            entries: [],
            text,
            from: 0,
            unclear: [],
            now: start,
            useOf: () => undefined,
          }),
          whichTrail(text),
          notice(unknownRecipe(text, { recipes: [viva], hasBlank: true })),
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
