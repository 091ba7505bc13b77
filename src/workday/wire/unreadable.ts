import type { Fault } from "../../flows/model/fault.ts";
import type { Callable } from "../fields/operation.ts";

/** The fault for a reply that lacks what the operation promises. */
export function unreadable(operation: Callable): Fault {
  const words = `Workday's reply to ${operation.name} lacks something the bot relies on. Look in the tenant what happened.`;
  return doubtAfterPut(operation, { kind: "unreadable", outside: "Workday", words });
}

/** After a Put, an answer that nobody can read leaves open whether it had its effect: look before acting again. */
export function doubtAfterPut({ name }: Callable, fault: Fault): Fault {
  const isDoubtful = fault.kind === "unreadable" && name.startsWith("Put_");
  return isDoubtful ? { ...fault, kind: "unknown", isAnswered: true } : fault;
}
