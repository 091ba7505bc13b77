import { describe, expect, it } from "vitest";
import { createLookOut } from "../../../src/workday/wql/look-out.ts";
import type { Reader } from "../../../src/workday/wql/read-all.ts";
import { things } from "../../../src/workday/wql/wanted.ts";
import { aReader, aReaderWithout, instance, noAnswer } from "./a-reader.ts";

const fields = [
  { alias: "securityGroup", type: "Self referencing instance" },
  { alias: "members", type: "Multi-instance" },
  { alias: "inactive", type: "Boolean" },
];
const rows = [{ securityGroup: instance("ISSG_Bot"), members: [instance("ISU_Bot")] }];

/** A tenant whose source of security groups has these fields. */
function aTenant(listed: readonly unknown[]): Reader {
  const lists = {
    dataSources: [{ id: "without an alias" }, { id: "g/1", alias: "allSecurityGroups" }],
    "dataSources/g%2F1/fields": listed,
    data: rows,
  };
  async function get(...[path, query]: Parameters<Reader["get"]>): ReturnType<Reader["get"]> {
    const list = Object.entries(lists).find(([name]) => name === path)?.[1] ?? [];
    return aReader(list).get(path, query);
  }
  return { ...aReader([]), get };
}

function lookWith(reader: Reader): ReturnType<ReturnType<typeof createLookOut>["get"]> {
  return createLookOut({ reader, account: "ISU_Bot", reports: [], named: {} }).get();
}

describe("createLookOut", () => {
  it("opens the eye of a source that shows the bot's own account in a group", async () => {
    const outlook = await lookWith(aTenant(fields));

    expect(outlook.ownGroups).toEqual(["ISSG_Bot"]);
    expect(outlook.eyes.securityGroups).toMatchObject({ kind: "wql" });
    expect(outlook.client).toBeUndefined();
  });

  it("has no witness where no source shows groups with their members", async () => {
    const { eyes, ownGroups } = await lookWith(aTenant(fields.slice(0, 1)));

    expect(ownGroups).toEqual([]);
    expect(eyes.securityGroups).toMatchObject({ kind: "shut", reason: "no-field" });
  });

  it.each([
    ["sources", "dataSources"],
    ["fields", "dataSources/g%2F1"],
    ["groups", "data"],
  ])(
    "shuts every eye, and says why, where the tenant does not answer its %s",
    async (_what, path) => {
      const reader = aReaderWithout(path, aTenant(fields));

      const { eyes, ownGroups, client } = await lookWith(reader);

      expect(client).toEqual(noAnswer);
      expect(ownGroups).toEqual([]);
      expect(Object.values(eyes).map(({ kind }) => kind)).toEqual(things.map(() => "shut"));
    },
  );

  it("asks anew once it has forgotten", async () => {
    const tenant = aTenant(fields);
    const asked: string[] = [];
    async function get(...parts: Parameters<Reader["get"]>): ReturnType<Reader["get"]> {
      asked.push(parts[0]);
      return tenant.get(...parts);
    }
    const lookOut = createLookOut({
      reader: { ...tenant, get },
      account: "ISU_Bot",
      reports: [],
      named: {},
    });
    await lookOut.get();
    await lookOut.get();
    const once = asked.length;

    lookOut.forget();
    await lookOut.get();

    expect(asked).toHaveLength(once * 2);
  });
});
