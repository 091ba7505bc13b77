import type { PersonId } from "../model/ids.ts";
import type { Store } from "../ports/store.ts";
import type { Command } from "../request/click.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";

/**
 * Whether somebody who starts an activation, or says that it is done, asked for what it makes live: for the request, or for
 * one of a release. Who wants a change does not make it live, unless the tenant allows it. Changes nothing.
 */
export async function activatesOwn(
  { store }: { readonly store: Pick<Store, "find"> },
  { askedBy, members = [] }: Pick<Request, "askedBy" | "members">,
  { by, command }: { readonly by: PersonId; readonly command: Command },
): Promise<boolean> {
  const isDoing = command.kind === "start" || command.kind === "report-done";
  if (!isDoing || !activatesPolicies(command.step)) return false;
  const found = await Promise.all(members.map((id) => store.find(id)));
  return [askedBy, ...found.map((member) => member?.askedBy)].includes(by);
}
