import { type Office, type OfficeChanges, openOffice } from "./an-office.ts";
import { viewWith } from "./shown.ts";

/** An office in which Ann has the form of a recipe open. */
export interface AtForm extends Office {
  readonly person: ReturnType<Office["slack"]["person"]>;
}

export async function openForm(changes: OfficeChanges = {}): Promise<AtForm> {
  const office = await openOffice(changes);
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
  await viewWith(office.slack, person, "User name of the new account");
  return { ...office, person };
}
