import type { Verification, VerificationItem } from "../model/verification.ts";
import type { Request } from "../request/request.ts";
import { toVerification } from "./compare-account.ts";

/** What is known of a request's API client besides what the tenant shows: no web service shows a client. */
export function addClient(
  verification: Verification,
  { facts, plan }: Pick<Request, "facts" | "plan">,
): Verification {
  const isEnded = plan.some(({ name }) => name === "disable-api-client");
  const items = [
    ...describeOutcome(facts.client),
    ...(isEnded
      ? [unseen("Whether the API client is disabled: not seen. No web service shows it.")]
      : []),
  ];
  return items.length === 0 ? verification : toVerification([...verification.items, ...items]);
}

function describeOutcome(client: Request["facts"]["client"]): readonly VerificationItem[] {
  switch (client?.outcome.kind) {
    case undefined:
    case "verified":
      return [];
    case "call-refused":
      return [{ kind: "other", words: client.outcome.words }];
    case "unanswered":
    case "not-tried":
      return [unseen(`Whether the API client's values work: not seen. ${client.outcome.words}`)];
  }
}

function unseen(words: string): VerificationItem {
  return { kind: "unseen", words };
}
