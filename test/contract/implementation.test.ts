import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TenantDefinition } from "../../sandbox/workday/definition.ts";
import { type Workday as Emulator, startWorkday } from "../../sandbox/workday/workday.ts";
import type { DomainPolicy, Implementation } from "../../src/flows/ports/implementation.ts";
import {
  grantTo,
  listPolicyChanges,
  revokeFrom,
} from "../../src/flows/steps/implementation-service/domain-policy.ts";
import { withMember } from "../../src/flows/steps/implementation-service/group-changes.ts";
import { Secret } from "../../src/secret.ts";
import { createImplementation } from "../../src/workday/adapters/implementation.ts";
import { valueIn } from "../support/value-in.ts";
import { matching } from "../workday/support/matching.ts";
import { acme, botPassword } from "./workday-subjects.ts";

const operations = {
  Get: "get_secOp",
  Put: "getUpdate_secOp",
  View: "view_secOp",
  Modify: "viewUpdate_secOp",
};
const domain = "Worker Data: Workers";
const subpolicies = [
  `<wd:Security_Subpolicy_Data><wd:Subdomain_Reference><wd:ID wd:type="WID">${"a".repeat(32)}</wd:ID></wd:Subdomain_Reference>`,
  "<wd:Domain_Name>Worker Data: R &amp; D</wd:Domain_Name><wd:Notes> R &amp; D </wd:Notes>",
  '<wd:Security_Subpolicy_Permission_Data><wd:Security_Group_Reference><wd:ID wd:type="WID">',
  `${"c".repeat(32)}</wd:ID></wd:Security_Group_Reference><wd:Security_Operation_Reference>`,
  '<wd:ID wd:type="Security_Operation_ID">get_secOp</wd:ID></wd:Security_Operation_Reference>',
  "</wd:Security_Subpolicy_Permission_Data></wd:Security_Subpolicy_Data>",
  `<wd:Security_Subpolicy_Data><wd:Subdomain_Reference><wd:ID wd:type="WID">${"b".repeat(32)}</wd:ID></wd:Subdomain_Reference>`,
  "<wd:Notes></wd:Notes></wd:Security_Subpolicy_Data>",
].join("");
const content = { disabled: "1", notes: "  Ask <Ada> & co.  ", subpolicies };

const loads: TenantDefinition = {
  ...acme,
  domains: [...acme.domains, "Implementation Loads"],
  groups: [
    ...acme.groups,
    {
      name: "ISSG_Loads",
      members: ["ISU_Bot"],
      permissions: { "Implementation Loads": ["Get", "Put"] },
    },
    {
      name: "ISSG_Others",
      members: ["ISU_Taken"],
      permissions: { [domain]: ["Get", "Put", "Modify"] },
    },
  ],
  policies: { [domain]: content },
};

describe("the implementation service's adapter on the emulator", () => {
  let emulator: Emulator;
  let service: Implementation;

  beforeEach(async () => {
    emulator = await startWorkday({ tenants: [loads] });
    service = anAdapter(emulator);
  });

  afterEach(() => emulator.stop());

  function pending(): readonly string[] {
    return emulator
      .tenant("acme_dpt1")
      .pending()
      .map(({ change, access, securityGroup }) => `${change} ${access} ${securityGroup}`);
  }

  async function readPolicy(): Promise<DomainPolicy> {
    const domains = valueIn(await service.listDomains());
    const wid = domains.find(({ name }) => name === domain)?.wid ?? "";
    const policy = valueIn(await service.findPolicy(wid));
    if (policy === undefined) throw new Error("There is no such policy");
    return policy;
  }

  it("makes a group under its own id once, and lists it with the others", async () => {
    const group = { id: "ISSG_BOT_1", name: "New & <old>", comment: "", isInactive: false };

    expect(await service.addGroup({ ...group, members: [] })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await service.addGroup({ ...group, members: [] })).toMatchObject({
      ok: false,
      error: { kind: "rejected", words: matching(/Add Only is set/) },
    });
    const { groups } = valueIn(await service.listGroups());
    expect(groups.map(({ name }) => name)).toEqual([
      "ISSG_Bot",
      "ISSG_Loads",
      "ISSG_Others",
      "New & <old>",
    ]);
    expect(groups.at(-1)).toMatchObject(group);
  });

  it("shows a constrained group with its members, its organizations and its scope", async () => {
    const tenant = emulator.tenant("acme_dpt1");
    const made = {
      name: "ISSG_Germany",
      type: "Integration System Security Group (Constrained)",
      organizations: ["Acme Germany"],
      scope: "subordinates",
    };
    expect(tenant.perform("create-security-group", made, "okafor").status).toBe("done");
    const joined = { group: "ISSG_Germany", user: "ISU_Taken" };
    expect(tenant.perform("add-group-member", joined, "okafor").status).toBe("done");

    const [group] = valueIn(await service.listConstrainedGroups());

    expect(group).toMatchObject({
      name: "ISSG_Germany",
      isInactive: false,
      members: ["ISU_Taken"],
      scope: "subordinates",
    });
    expect(group?.organizations).toMatchObject([["Acme Germany", {}, "Acme_Germany"]]);
  });

  it("refuses a name that is taken", async () => {
    const taken = { id: "ISSG_BOT_1", name: "issg_others", comment: "", isInactive: false };

    expect(await service.addGroup({ ...taken, members: [] })).toMatchObject({
      ok: false,
      error: { kind: "rejected", words: matching(/already exists/) },
    });
  });

  it("adds a member and keeps the others", async () => {
    const { groups } = valueIn(await service.listGroups());
    const group = groups.find(({ name }) => name === "ISSG_Loads");
    if (group === undefined) throw new Error("There is no such group");

    expect(await service.putGroup(withMember(group, "isu_taken"))).toMatchObject({ ok: true });
    expect(await service.putGroup(withMember(group, "lmcneil"))).toMatchObject({
      error: { kind: "rejected", words: matching(/Only integration system users/) },
    });

    expect(emulator.tenant("acme_dpt1").groups()).toContainEqual(
      expect.objectContaining({ name: "ISSG_Loads", members: ["ISU_Bot", "ISU_Taken"] }),
    );
  });

  it("hands a whole policy back as it came, byte for byte", async () => {
    const policy = await readPolicy();

    expect(await service.putPolicy(policy)).toMatchObject({ ok: true });

    expect(pending()).toEqual([]);
    expect(emulator.tenant("acme_dpt1").policy(domain)).toEqual(content);
    expect(listPolicyChanges(policy, await readPolicy())).toEqual([]);
  });

  it("shows who holds what below a domain", async () => {
    const domains = valueIn(await service.listDomains());

    expect(domains.find(({ name }) => name === domain)?.subdomains).toMatchObject([
      {
        name: "Worker Data: R & D",
        permissions: [{ operation: "get_secOp", groups: [{ wid: "c".repeat(32) }] }],
      },
      { name: "As people see it", permissions: [] },
    ]);
  });

  it("grants and revokes our lines alone, pending until an activation", async () => {
    const { groups } = valueIn(await service.listGroups());
    const wid = groups.find(({ name }) => name === "ISSG_Loads")?.wid ?? "";
    const ours = { wid, label: "ISSG_Loads", ids: [{ type: "WID", id: wid }] };
    const policy = await readPolicy();
    const meant = grantTo(grantTo(policy, ours, operations.Get), ours, operations.View);

    expect(await service.putPolicy(meant)).toMatchObject({ ok: true });

    const after = await readPolicy();
    expect(listPolicyChanges(meant, after)).toEqual([]);
    expect(pending()).toEqual(["Added Get ISSG_Loads", "Added View ISSG_Loads"]);
    await service.putPolicy(
      revokeFrom(revokeFrom(after, ours, operations.Get), ours, operations.View),
    );
    expect(pending()).toEqual([]);
    expect(emulator.tenant("acme_dpt1").policy(domain)).toEqual(content);
  });

  it("would take away what is not sent, which is why all of it is sent", async () => {
    const policy = await readPolicy();

    await service.putPolicy({ ...policy, permissions: [], rest: [] });

    expect(pending()).toEqual([
      "Removed Get ISSG_Others",
      "Removed Put ISSG_Others",
      "Removed Modify ISSG_Others",
    ]);
    expect(emulator.tenant("acme_dpt1").policy(domain)).toEqual({
      disabled: "0",
      notes: "",
      subpolicies: "",
    });
  });

  it("finds no policy under an id that is none", async () => {
    expect(await service.findPolicy("f".repeat(32))).toEqual({ ok: true, value: undefined });
  });

  it("says Workday's no to an operation that is none", async () => {
    const policy = await readPolicy();
    const [group] = policy.permissions[0]?.groups ?? [];
    if (group === undefined) throw new Error("Nobody holds the policy");

    expect(await service.putPolicy(grantTo(policy, group, "nonsense"))).toMatchObject({
      ok: false,
      error: { kind: "rejected", words: matching(/does not know this Security Operation ID/) },
    });
    expect(pending()).toEqual([]);
  });

  it("is refused to an ordinary integration system user, in words that say what is missing", async () => {
    const password = new Secret("Taken-password-1");
    const other = anAdapter(emulator, { account: { userName: "ISU_Taken", password } });

    expect(await other.listGroups()).toMatchObject({
      ok: false,
      error: { kind: "denied", words: matching(/domains for implementation loads/) },
    });
  });

  it("sends nothing where a text could not go back as it came", async () => {
    const policy = await readPolicy();
    const before = emulator.requests.length;

    const put = await service.putPolicy({
      ...policy,
      rest: [{ what: "Notes", text: JSON.stringify("two\nlines") }],
    });

    expect(put).toMatchObject({ error: { words: matching(/in its Notes that the bot cannot/) } });
    expect(emulator.requests).toHaveLength(before);
  });
});

function anAdapter(
  { url }: Emulator,
  parts: Partial<Parameters<typeof createImplementation>[0]> = {},
): Implementation {
  return createImplementation({
    servicesUrl: url,
    tenant: "acme_dpt1",
    version: "v47.0",
    account: { userName: "ISU_Bot", password: new Secret(botPassword) },
    operations,
    timeoutMs: 5_000,
    allowHttpOnLoopback: true,
    ...parts,
  });
}
