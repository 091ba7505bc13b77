import { describe, expect, it } from "vitest";
import { describeFault, refusals } from "../../../src/bot/blocks/messages.ts";
import { describePeople } from "../../../src/bot/blocks/people.ts";
import { cutLines, fitLines } from "../../../src/bot/blocks/slack-limits.ts";
import { unknownCommand, unknownRecipe } from "../../../src/bot/list-views/help.ts";
import { overview } from "../../../src/bot/list-views/overview.ts";
import { tellRequest } from "../../../src/bot/list-views/status.ts";
import { answer } from "../../../src/bot/request-views/click-reply.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { countProbes } from "../../../src/bot/request-views/probes.ts";
import { describeEvent, tellRequester } from "../../../src/bot/request-views/timeline.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { ProbeOutcome } from "../../../src/flows/request/step-facts.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import {
  anAsking,
  aPendingChange,
  expiresAt,
  requestId,
  start,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, aPerson, ben, cy, dan, securityAdmins } from "../../support/data/people.ts";
import { catalogue, viva } from "../support/an-office.ts";
import { known } from "../support/known-commands.ts";
import { replyOf } from "../support/reply-of.ts";
import { secret, tell } from "../support/shown-requests.ts";
import { workOf } from "../support/work-of.ts";

const verified: ProbeOutcome = { kind: "verified", domain: "A", operation: "Get_Workers" };
const refused: ProbeOutcome = { kind: "refused", domain: "B", operation: "Get_Workers" };
const notProbed: ProbeOutcome = { kind: "not-probed", domain: "A", access: "Put" };

describe("what reads showed", () => {
  it("is counted, and called nothing more", () => {
    expect(countProbes([verified, verified, refused, notProbed])).toBe(
      "Signed on as the new user. Reads: 2 answered, 1 refused, 0 without an answer; no read is known for 1.",
    );
  });
});

describe("the story", () => {
  const isu = { what: "account", words: "It stays <here>." } as const;
  const step = "activate";
  it.each<[event: Event, words: string]>([
    [{ kind: "step-begun", step }, "Begun: the activation."],
    [{ kind: "step-finished", step, facts: {}, by: dan }, "Finished: the activation, by <@U0DAN>."],
    [{ kind: "step-finished", step, facts: { secret, probes: [verified] } }, "Reads: 1 answered"],
    [
      { kind: "step-finished", step, facts: {}, note: "<x>" },
      "Finished: the activation. &lt;x&gt;",
    ],
    [
      { kind: "person-refused", step, by: dan, why: "<x>", expiresAt },
      "<@U0DAN> could not carry it out (the activation): “&lt;x&gt;”.",
    ],
    [{ kind: "gave-up", step }, "Given up: the activation."],
    [{ kind: "retried", by: ben }, "<@U0BEN> pressed Try again."],
    [{ kind: "left-behind", item: isu }, "Left behind: It stays &lt;here&gt;."],
    [{ kind: "gone", what: "secret" }, "Gone for good: the stored secret."],
    [{ kind: "drifted", items: [] }, "as asked again"],
    [
      { kind: "drifted", items: [{ kind: "other", words: "It is open." }] },
      "something else in the tenant than was asked (1)",
    ],
    [{ kind: "done" }, "The plan is carried out"],
    [
      { kind: "closing", closing: { kind: "withdrawn", by: ann }, plan: [] },
      "<@U0ANN> withdrew it. There is nothing to clean up.",
    ],
    [
      {
        kind: "approval-voided",
        difference: { added: [aPendingChange()], gone: [] },
      },
      "(1 change more, 0 fewer)",
    ],
    [
      { kind: "approval-lapsed", people: [{ person: ben, why: "not-an-approver" }] },
      "<@U0BEN> approved it, and may not approve it any more. Nothing was approved: please review again",
    ],
    [{ kind: "reminded", due: 1, expiresAt }, "A reminder: this request still waits for approval"],
    [{ kind: "escalated", expiresAt }, "more people may"],
    [
      { kind: "approval-lapsed", people: [] },
      "More approvers are needed by now than have approved. Nothing was approved",
    ],
    [
      { kind: "approval-lapsed", people: [{ person: ben, why: "deactivated" }] },
      "<@U0BEN> approved it, and is no full member of this workspace any more.",
    ],
  ])("tells %j", (event, words) => {
    expect(describeEvent(event)).toContain(words);
  });

  it.each([
    ["reminded", "For <@U0BEN>."],
    ["escalated", "For <@U0CY>."],
  ] as const)("mentions who may decide when it is %s", (kind, words) => {
    const event: Event = kind === "reminded" ? { kind, due: 1, expiresAt } : { kind, expiresAt };
    const { request } = tell(aDraft(), event);
    const list = { people: [ben], groups: [] };
    const escalation = { afterMs: 1, approvers: { people: [cy], groups: [] } };
    const rules = aTenant({ approvers: list, escalation });
    const shown = { ...request, isEscalated: false };
    const [reply] = replyOf({ seq: 2, at: start, event }, shown, rules);

    expect(JSON.stringify(reply?.blocks)).toContain(words);
  });

  it("tells what was pending and is not, in full, in the thread", () => {
    const difference = { added: [aPendingChange({ policy: "New one" })], gone: [aPendingChange()] };
    const told = tell(aDraft(), { kind: "approval-voided", difference });

    const replies = told.story.flatMap((one) => replyOf(one, told.request, told.tenant));

    expect(JSON.stringify(replies)).toContain("New one");
    expect(JSON.stringify(replies)).toContain("No longer pending");
  });

  it("tells the requester of a clean-up that is stuck, and of its end", () => {
    const draft = aDraft();
    const failed: Event = {
      kind: "step-failed",
      step: "scramble-user",
      words: "No",
      isAnswered: true,
      expiresAt,
    };
    const [, stuck, ended, done] = tell(draft, failed, { kind: "ended" }, { kind: "done" }).story;
    const words = [stuck, ended, done].map(
      (one) => one && tellRequester(one, { draft, isCleaningUp: true }),
    );

    expect(words[0]).toContain("The clean-up after your request");
    expect(words[1]).toContain("is over");
    expect(words[2]).toContain("is carried out");
  });
});

describe("lists", () => {
  it("names people and groups, ten at most", () => {
    const many = Array.from({ length: 12 }, (_, at) => aPerson(`U0P${at}`));

    expect(describePeople({ people: [], groups: [] })).toContain("nobody yet");
    expect(describePeople({ people: [ann], groups: [securityAdmins] })).toBe(
      "<!subteam^S0SECADM>, <@U0ANN>",
    );
    expect(describePeople({ people: many, groups: [] })).toContain("and 2 more");
  });

  it("counts what does not fit", () => {
    expect(fitLines(["one", "two", "three"], 12)).toEqual({ text: "one\ntwo", left: 1 });
    expect(cutLines(["x".repeat(100)], 100)).toBe("and 1 more");
    expect(cutLines(["a", "b"], 63, "below")).toBe("a\nand 1 more: below");
  });

  it("cuts a story at its beginning", () => {
    const events = Array.from(
      { length: 300 },
      (): Event => ({
        kind: "person-refused",
        step: "activate",
        by: dan,
        why: "x".repeat(200),
        expiresAt,
      }),
    );
    const told = tell(aDraft(), ...events);

    const [, , story] = tellRequest({ ...told, others: [] });

    expect(JSON.stringify(story)).toMatch(/\d+ earlier events are in the request's thread/);
  });

  it("leaves out what there is none of", () => {
    const told = tell(aDraft());

    const toApprove = overview(workOf({ toApprove: [told] }), () => undefined);

    expect(JSON.stringify(toApprove)).not.toContain("Your open");
    expect(JSON.stringify(overview(workOf({ mine: [told] }), () => undefined))).not.toContain(
      "to approve (",
    );
    expect(JSON.stringify(overview(workOf({ toDeny: [told] }), () => undefined))).not.toContain(
      "to approve (",
    );
  });
});

describe("words", () => {
  it.each(Object.entries(refusals))("say of %s what happened and what to do", (_refusal, words) => {
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words.split(/[.,:] /).length).toBeGreaterThan(1);
  });

  it.each(["rejected", "denied", "unreachable", "unknown", "unreadable"] as const)(
    "say of a fault that is %s what to do",
    (kind) => {
      expect(describeFault({ kind, outside: "Key Vault", words: "No." })).toMatch(
        /^Key Vault: No\. \w+/,
      );
    },
  );

  it("hint only where there is something to hint at", () => {
    expect(unknownCommand(known.groups, { word: "zzzzzzzz", rest: "" }).text).not.toContain(
      "Did you mean",
    );
    expect(unknownRecipe("zzzzzzzz", { recipes: [viva], hasBlank: true })).not.toContain(
      "Did you mean",
    );
  });

  it("name the request where nobody knows its tenant any more", () => {
    const click = {
      id: "1",
      by: ann,
      request: requestId,
      answerTo: { kind: "person" },
      command: { kind: "report-refused", step: "activate", why: "Typed words" },
    } as const;

    expect(answer(click, { kind: "refused", refusal: "too-late" }, undefined).blocks).toHaveLength(
      3,
    );
    expect(
      answer(click, { kind: "accepted", request: tell(aDraft()).request }, undefined).text,
    ).toContain(`(${requestId})`);
  });
});

describe("what is optional", () => {
  it("is said when it is left out", () => {
    const { sessionTimeoutMinutes: _left, ...rest } = aDraft({ doNotAllowUiSessions: false });

    const shown = JSON.stringify(
      plan({ id: requestId, catalogue, tenant: aTenant(), draft: rest }),
    );
    const message = JSON.stringify(requestMessage(tell(rest)));

    expect(shown).toContain("Sessions: the tenant's default timeout, UI allowed");
    expect(message).toContain("session timeout left out");
  });

  it("an approval in production says so, whatever can be seen, and asks for the name in place of a yes", () => {
    const tenant = aTenant({ label: "Acme production", production: true });
    const blind = { ...tell(aDraft(), anAsking({ pending: { kind: "cannot-see" } })), tenant };

    const message = JSON.stringify(requestMessage(blind));

    expect(message).toContain("PRODUCTION: new integration user");
    expect(message).toContain("*PRODUCTION: Acme production.*");
    expect(message).not.toContain('"title":{"type":"plain_text","text":"Approve');
  });

  it("a request without a secret or a verification says so", () => {
    const message = JSON.stringify(requestMessage(tell(aDraft(), { kind: "done" })));

    expect(message).not.toContain("Key Vault.*");
    expect(message).toContain("Nobody compared the tenant");
  });

  it("a stuck clean-up cannot be withdrawn", () => {
    const told = tell(
      aDraft(),
      { kind: "closing", closing: { kind: "expired" }, plan: [] },
      { kind: "step-failed", step: "scramble-user", words: "No", isAnswered: true, expiresAt },
    );

    const message = JSON.stringify(requestMessage(told));

    expect(message).toContain("Cleaning up: stuck");
    expect(message).toContain("Try again");
    expect(message).not.toContain("Withdraw");
  });

  it("a step that is nobody's task has no card", () => {
    const told = tell(aDraft(), { kind: "handed-over", step: "create-user", expiresAt });

    expect(JSON.stringify(requestMessage(told))).not.toContain("Search Workday");
    expect(told.story.flatMap((one) => replyOf(one, told.request, told.tenant))).toHaveLength(2);
  });
});
