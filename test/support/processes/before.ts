import { scene } from "../../../sandbox/scene.ts";
import type { Sandbox } from "../../../sandbox/start.ts";

/** What a sandbox held when a test began that shares it with others. */
export interface Before {
  readonly activations: number;
  /** Messages of the tenant's channel and private answers, by their timestamps. */
  readonly shown: ReadonlySet<string>;
}

/** As a sandbox begins: the tenant went live long before. */
export const nothing: Before = { activations: 1, shown: new Set() };

/** Closes everybody's windows, and remembers what there is. */
export async function beginAnew({ slack, workday }: Sandbox): Promise<Before> {
  const people = Object.values(scene.people);
  for (const { id } of people) await slack.person(id).closeAll();
  const shown = [
    ...slack.messages(scene.channel),
    ...people.flatMap(({ id }) => [...slack.ephemerals(id), ...slack.directMessages(id)]),
  ];
  return {
    activations: workday.tenant("acme_dpt1").timestamps().length,
    shown: new Set(shown.map(({ ts }) => ts)),
  };
}

/** Which of them nobody had seen when the test began. */
export function cameSince<Shown extends { readonly ts: string }>(
  { shown }: Before,
  all: readonly Shown[],
): readonly Shown[] {
  return all.filter(({ ts }) => !shown.has(ts));
}
