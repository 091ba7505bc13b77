import { describe, expect, it } from "vitest";
import { readGroups } from "../../../src/workday/wql/read-groups.ts";
import { aReader, aReaderWithout, instance, noAnswer } from "./a-reader.ts";

const selected = {
  source: "allSecurityGroups",
  fields: {
    Security_Group: "securityGroup",
    Member: "members",
    Inactive: "inactive",
    Kind: "type",
    Members: "membershipCount",
    Domains: "domainsGrantedToSecurityGroup",
    Processes: "businessProcessTypesGrantedToSecurityGroup",
    Initiates: "businessProcessTypesGrantedToSecurityGroup_InitiateAccess",
    Administered_By: "administeredBySecurityGroups",
    Included_In: "includedInSecurityGroups",
  },
};
const ofSystems = "Integration System Security Group (Unconstrained)";
const own = {
  securityGroup: instance("ISSG_Bot"),
  members: [instance("isu_bot")],
  membershipCount: 1,
  type: ofSystems,
  domainsGrantedToSecurityGroup: [instance("Integration Security")],
};
const other = { securityGroup: instance("HR"), members: [instance("Ada")], type: "Role-Based" };

function read(...rows: readonly unknown[]): ReturnType<typeof readGroups> {
  return readGroups(aReader(rows), selected, "ISU_Bot");
}

describe("readGroups", () => {
  it("tells groups, members and kinds, and that the bot's own group is among them", async () => {
    const processes = { businessProcessTypesGrantedToSecurityGroup: [instance("Hire")] };

    expect(await read(own, { ...other, inactive: true, ...processes })).toEqual({
      ok: true,
      value: {
        groups: [
          { name: "ISSG_Bot", active: true, members: ["isu_bot"], type: { kind: "unconstrained" } },
          {
            name: "HR",
            active: false,
            members: ["Ada"],
            type: { kind: "other", name: "Role-Based" },
          },
        ],
        ownGroups: ["ISSG_Bot"],
        witness: { showsOwnGroup: true, showsOwnDomains: true, showsProcesses: true },
      },
    });
  });

  it("tells who administers and includes a group, and in which business processes it may act", async () => {
    const more = {
      administeredBySecurityGroups: [instance("Security Administrator")],
      includedInSecurityGroups: [instance("HR or Partner")],
      businessProcessTypesGrantedToSecurityGroup: [instance("Hire"), instance("Terminate")],
      businessProcessTypesGrantedToSecurityGroup_InitiateAccess: [instance("Hire")],
    };

    const answer = await read(own, { ...other, ...more });

    expect(answer.ok && answer.value.groups).toMatchObject([
      { administeredBy: [], includedIn: [], processes: { any: [], initiates: [] } },
      {
        administeredBy: ["Security Administrator"],
        includedIn: ["HR or Partner"],
        processes: { any: ["Hire", "Terminate"], initiates: ["Hire"] },
      },
    ]);
  });

  it("does not take for none what it shows of no group, nor what is no list of names", async () => {
    const odd = { administeredBySecurityGroups: "nobody" };
    const administered = { administeredBySecurityGroups: [instance("HR")] };

    const blind = await read(own, other);
    const unclear = await read({ ...own, ...odd }, { ...other, ...administered });

    expect(blind.ok && blind.value.groups).toEqual([
      { name: "ISSG_Bot", active: true, members: ["isu_bot"], type: { kind: "unconstrained" } },
      { name: "HR", active: true, members: ["Ada"], type: { kind: "other", name: "Role-Based" } },
    ]);
    expect(unclear.ok && unclear.value.groups).toMatchObject([
      { name: "ISSG_Bot" },
      { administeredBy: ["HR"] },
    ]);
    expect(unclear.ok && unclear.value.groups[0]?.administeredBy).toBeUndefined();
  });

  it.each([
    ["in no group", other],
    ["in an inactive group", { ...own, inactive: true }],
  ])("has no witness where the bot's account is %s", async (_why, row) => {
    expect(await read(row)).toMatchObject({
      ok: true,
      value: { ownGroups: [], witness: { showsOwnGroup: false, showsOwnDomains: false } },
    });
  });

  it.each([
    ["left out", {}],
    ["no", { inactive: false }],
  ])("takes %s for active where the bot's own group has it so", async (_how, said) => {
    const answer = await read({ ...own, ...said }, { ...other, ...said });

    expect(answer.ok && answer.value.groups.map(({ active }) => active)).toEqual([true, true]);
  });

  it.each<[why: string, rows: readonly unknown[]]>([
    ["leaves out what the bot's own group says", [{ ...own, inactive: false }, other]],
    ["says otherwise what the bot's own group leaves out", [own, { ...other, inactive: false }]],
    ["shows fewer members than it counts", [{ ...own, membershipCount: 2 }]],
    ["has a group twice", [own, own]],
    ["has a group without a name", [own, { members: [] }]],
    ["has members of another shape", [{ ...own, members: "isu_bot" }]],
    ["says in words whether a group is inactive", [own, { ...other, inactive: "No" }]],
  ])("counts for nothing where WQL %s", async (_why, rows) => {
    expect(await read(...rows)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });

  it("reads a source that has no more fields than are needed", async () => {
    const { Security_Group, Member, Inactive } = selected.fields;
    const poor = { ...selected, fields: { Security_Group, Member, Inactive } };

    expect(await readGroups(aReader([own]), poor, "ISU_Bot")).toEqual({
      ok: true,
      value: {
        groups: [{ name: "ISSG_Bot", active: true, members: ["isu_bot"] }],
        ownGroups: ["ISSG_Bot"],
        witness: { showsOwnGroup: true, showsOwnDomains: false, showsProcesses: false },
      },
    });
  });

  it("fails as the list fails", async () => {
    const answer = await readGroups(aReaderWithout("data"), selected, "ISU_Bot");

    expect(answer).toEqual({ ok: false, error: noAnswer });
  });

  it("asks nothing of a source that has a field of a form that no query can hold", async () => {
    const reader = aReader([own]);
    const odd = { ...selected, fields: { ...selected.fields, Kind: "type FROM other" } };

    expect(await readGroups(reader, odd, "ISU_Bot")).toMatchObject({
      ok: false,
      error: { kind: "unreadable", words: expect.stringContaining("bad-name") as unknown },
    });
    expect(reader.asked).toEqual([]);
  });

  it("does not take for none that a group may act in a business process where only some of its actions show", async () => {
    const initiates = {
      businessProcessTypesGrantedToSecurityGroup_InitiateAccess: [instance("Hire")],
    };

    const answer = await read(own, { ...other, ...initiates });

    expect(answer.ok && answer.value.groups.map(({ processes }) => processes)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    ["user-based", { type: "User-Based Security Group" }, true],
    ["of a type that does not show", { type: "" }, true],
    ["role-based", { type: "Role-Based Security Group (Constrained)" }, undefined],
  ])("says that members do not show of a group that is %s", async (_what, type, hidesMembers) => {
    const answer = await read(own, { ...other, ...type, membershipCount: 9 });
    const whole = await read(own, { ...other, ...type, membershipCount: 1 });

    expect(answer.ok && answer.value.groups[1]?.hidesMembers).toBe(hidesMembers);
    expect(whole.ok && whole.value.groups[1]?.hidesMembers).toBeUndefined();
  });

  it("does not count people whom the client need not see", async () => {
    expect(await read(own, { ...other, membershipCount: 9 })).toMatchObject({ ok: true });
  });
});
