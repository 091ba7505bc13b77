import { brand } from "../../../src/brand.ts";
import {
  type Instant,
  instant,
  type PersonId,
  type RequestId,
  toRequestId,
} from "../../../src/flows/model/ids.ts";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";

export const ann: PersonId = brand("T024BE7LD:U024BE7LA");
export const bob: PersonId = brand("T024BE7LD:U024BE7LB");
export const noon: Instant = instant(Date.UTC(2026, 10, 22, 12));

/** `ISU-0000000n`. */
export function anId(n: number): RequestId {
  return toRequestId([0, 0, 0, 0, 0, 0, Math.floor(n / 32), n % 32]);
}

function aDraft(changes: Partial<CreateDraft> = {}): CreateDraft {
  return {
    kind: "create",
    tenant: brand("acme_dpt1"),
    userName: "ISU_Viva",
    system: { kind: "existing", id: "INT_VIVA", name: "Viva Learning" },
    doNotAllowUiSessions: true,
    groupName: "ISSG_Viva",
    permissions: { Get: ["Worker Data: Public Worker Reports"], Put: [], View: [], Modify: [] },
    reason: "Viva needs it",
    ...changes,
  };
}

export function anOpened(
  id: RequestId,
  changes: Partial<CreateDraft> = {},
): Extract<Event, { kind: "opened" }> {
  const plan = [
    { name: "create-user", hand: "api" },
    { name: "approve", hand: "approver" },
    { name: "activate", hand: "person", task: { name: "activate", comment: "all" } },
  ] as const;
  const draft = aDraft({ groupName: `ISSG ${id}`, ...changes });
  return { kind: "opened", id, by: ann, draft, plan };
}
