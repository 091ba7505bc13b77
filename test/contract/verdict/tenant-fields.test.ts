import { describe, expect, it } from "vitest";
import type { TenantState } from "../../../sandbox/workday/state.ts";
import { emulated } from "../../support/emulated/emulated-tenant.ts";
import type { EmulatedWorld } from "../../support/emulated/emulated-world.ts";
import { honestRuns } from "../../support/emulated/honest-runs.ts";
import { groupNameOf, own } from "../../support/emulated/lie.ts";
import { listNews, lookAgain, playHonestly } from "../../support/emulated/looks.ts";
import { unnoticed } from "../../support/emulated/unnoticed.ts";

type Find = (state: TenantState, groupName: string) => object | undefined;

/** What the emulated tenant holds that a request is about. */
const things: readonly (readonly [name: string, find: Find])[] = [
  ["account", ({ accounts }) => accounts.get(own.userName.toLowerCase())],
  [
    "account.webServiceSecurity",
    ({ accounts }) => accounts.get(own.userName.toLowerCase())?.webServiceSecurity[0],
  ],
  ["group", ({ groups }, name) => groups.get(name.toLowerCase())],
  ["group.constraint", ({ groups }, name) => groups.get(name.toLowerCase())?.constraint],
  [
    "permission",
    ({ active }, name) =>
      [...active.values()].find(
        ({ securityGroup, kind }) => securityGroup === name && kind === "domain",
      ),
  ],
  [
    "process",
    ({ active }, name) =>
      [...active.values()].find(
        ({ securityGroup, kind }) => securityGroup === name && kind !== "domain",
      ),
  ],
  ["policy", ({ policies }) => policies.get("Worker Data: Workers")],
  ["authenticationPolicy", ({ authenticationPolicy }) => authenticationPolicy],
  ["client", ({ apiClients }) => apiClients.at(-1)],
];

/** Where not every text will do. */
const known: ReadonlyMap<string, string> = new Map([
  ["0", "1"],
  ["current", "subordinates"],
]);

/** Another value of the same type; of a part that may be missing, none. */
function toOther(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") return known.get(value) ?? "Other";
  if (value instanceof Set) return new Set([...value, "other"]);
  if (value instanceof Map) return new Map([...value, ["other", "other"]]);
  if (Array.isArray(value)) return value.length === 0 ? [{ x509: true, x509Key: "Other_Key" }] : [];
  return value === undefined ? "Other" : undefined;
}

/** Runs that leave each of the things behind, and one that ends them. */
const telling = honestRuns.filter(
  ({ kind, title }) =>
    ["create", "retire", "api-client", "disable-client"].includes(kind) &&
    !["with segments", "in a group that is there"].includes(title),
);

/** The fields that are there now, each with how it is changed. */
function listFields(on: EmulatedWorld): readonly (readonly [name: string, change: () => void])[] {
  const groupName = groupNameOf(on);
  const fields: (readonly [string, () => void])[] = [];
  on.emulator.change(emulated.name, (before) => {
    for (const [name, find] of things) {
      for (const field of Object.keys(find(before, groupName) ?? {})) {
        fields.push([`${name}.${field}`, () => on.emulator.change(emulated.name, change)]);
        function change(state: TenantState): void {
          const thing = find(state, groupName) ?? {};
          Object.assign(thing, { [field]: toOther(Reflect.get(thing, field)) });
        }
      }
    }
  });
  return fields;
}

describe("a field of the tenant that somebody changes after a request", () => {
  it.each(telling)("is noticed, or stands in the list: $kind $title", async (run) => {
    const on = await playHonestly(run);
    const honest = await lookAgain(on);
    const saved = on.emulator.save();
    const fields = listFields(on);
    const missed: string[] = [];
    for (const [name, change] of fields) {
      change();
      const now = await lookAgain(on);
      on.emulator.restore(saved);
      if (listNews(honest, now).length === 0) missed.push(name);
    }
    const listed = unnoticed
      .filter(({ kinds = [run.kind] }) => kinds.includes(run.kind))
      .flatMap((one) => one.fields);

    expect(missed.toSorted()).toEqual(
      fields
        .map(([name]) => name)
        .filter((name) => listed.includes(name))
        .toSorted(),
    );
  });

  it("stands in the list only where there is one", async () => {
    const there = new Set<string>();
    for (const run of telling) {
      for (const [name] of listFields(await playHonestly(run))) there.add(name);
    }

    expect(unnoticed.flatMap(({ fields }) => fields).filter((name) => !there.has(name))).toEqual(
      [],
    );
  });
});
