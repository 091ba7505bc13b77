import { type PersonId, parsePersonId, parseUserGroupId } from "../../../src/flows/model/ids.ts";
import { valueIn } from "../value-in.ts";

export const team = "T0ACME";

/** Asks for users. */
export const ann = aPerson("U0ANN");
/** Carries out tasks in Workday. */
export const dan = aPerson("U0DAN");
/** Approves, named one by one. */
export const ben = aPerson("U0BEN");
/** Approves as a member of a user group. */
export const bea = aPerson("U0BEA");
/** On every list at once. */
export const eve = aPerson("U0EVE");
/** On no list. */
export const cy = aPerson("U0CY");

/** On no list but that of delegates. */
export const fay = aPerson("U0FAYE");

/** The user group that Bea is in. */
export const securityAdmins = valueIn(parseUserGroupId(team, "S0SECADM"));

export function aPerson(user: string): PersonId {
  return valueIn(parsePersonId(team, user));
}
