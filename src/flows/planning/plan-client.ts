import type { Account, ClientDraft } from "../request/draft.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";

/** A client takes effect as soon as it is registered, so the approval comes first. */
export function planClient(draft: ClientDraft): readonly Step[] {
  return [
    { name: "approve-plan", hand: "approver" },
    ...changeClient(draft),
    { name: "verify", hand: "api" },
  ];
}

function changeClient(draft: ClientDraft): readonly Step[] {
  const { kind, userName, client } = draft;
  switch (kind) {
    case "api-client":
      return [
        byPerson({ name: "register-api-client", userName, client }),
        { name: "disable-old-client-secrets", hand: "api" },
      ];
    case "replace-token":
      return [
        byPerson({ name: "replace-refresh-token", userName, clientName: client.name }),
        { name: "disable-old-client-secrets", hand: "api" },
      ];
    case "disable-client":
      return endClient(draft);
  }
}

/** Workday lets nobody delete a client: it can be disabled. */
export function endClient({ client }: Pick<Account, "client">): readonly Step[] {
  if (client === undefined) return [];
  return [
    byPerson({ name: "disable-api-client", clientName: client.name }),
    { name: "disable-client-secrets", hand: "api" },
  ];
}

/** Whatever the configuration says: their pages show secrets, and a runner's answer has no place for one. */
function byPerson(task: Task): Step {
  return { name: task.name, hand: "person", task };
}

/** A client that was disabled stays so, and a token that was made stays made: only what is stored is undone. */
export function listUndoOfClient({
  kind,
  client,
}: ClientDraft): readonly (readonly [StepName, Step])[] {
  const stored: Step = { name: "disable-client-secrets", hand: "api" };
  if (kind === "disable-client") return [];
  if (kind === "replace-token") return [["replace-refresh-token", stored]];
  return [
    ["register-api-client", byPerson({ name: "disable-api-client", clientName: client.name })],
    ["register-api-client", stored],
  ];
}
