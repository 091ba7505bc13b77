import type { Answerer, Reply } from "../../../src/flows/ports/answerer.ts";
import type { DelegationReply } from "../../../src/flows/ports/delegations.ts";
import type { PasskeyReply } from "../../../src/flows/ports/passkeys.ts";
import type { Click } from "../../../src/flows/request/click.ts";
import { ok } from "../../../src/result.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

export interface FakeAnswerer extends Answerer {
  readonly answers: readonly { readonly click: Click; readonly reply: Reply }[];
  readonly delegations: readonly DelegationReply[];
  readonly passkeys: readonly PasskeyReply[];
  /** Links to pages that went with answers, oldest first. */
  readonly links: readonly string[];
}

/** Keeps what people were answered. Repeating says it twice. */
export function createFakeAnswerer(mishaps: FaultInjector = createMishaps()): FakeAnswerer {
  const links: string[] = [];
  const answers: { click: Click; reply: Reply }[] = [];
  const delegations: DelegationReply[] = [];
  const passkeys: PasskeyReply[] = [];
  return {
    answers,
    delegations,
    passkeys,
    answerPasskey: (_order, reply) =>
      mishaps.meet("answerer.answerPasskey", () => {
        passkeys.push(reply);
        return ok(undefined);
      }),
    answerDelegation: (_order, reply) =>
      mishaps.meet("answerer.answerDelegation", () => {
        delegations.push(reply);
        return ok(undefined);
      }),
    links,
    answer: (click, reply, link) =>
      mishaps.meet("answerer.answer", () => {
        if (link !== undefined) links.push(link);
        answers.push({ click, reply });
        return ok(undefined);
      }),
  };
}
