import { describe, expect, it } from "vitest";
import type { DomainPolicy } from "../../../src/flows/ports/implementation.ts";
import { putDomainSecurityPolicies } from "../../../src/workday/operations/put-domain-security-policies.ts";
import { like } from "../../bot/support/like.ts";

const policy: DomainPolicy = {
  wid: "w",
  name: "Workers",
  domainIds: [{ type: "WID", id: "w" }],
  permissions: [],
  rest: [
    { what: "Notes", text: '"as it came"' },
    { what: "Security_Subpolicy_Data", text: '{"A":"1"}' },
  ],
};

describe("what is written of a domain security policy", () => {
  it("holds what nobody here reads, as it came", () => {
    expect(putDomainSecurityPolicies.refuse?.(policy)).toBeUndefined();
    expect(putDomainSecurityPolicies.toRequest(policy)).toMatchObject({
      Domain_Security_Policy_Data: {
        Domain_Name: "Workers",
        Notes: [{ $value: "as it came" }],
        Security_Subpolicy_Data: [{ "wd:A": [{ $value: "1" }] }],
      },
    });
  });

  it.each([
    ["that no element can hold", "Security_Subpolicy_Data", "[1]", "Security Subpolicy Data"],
    ["with a character that no XML can hold", "Notes", '"\\u0000"', "Notes"],
  ])("is nothing where it has a part %s", (_what, what, text, field) => {
    const refused = putDomainSecurityPolicies.refuse?.({ ...policy, rest: [{ what, text }] });

    expect(refused).toEqual({
      kind: "rejected",
      outside: "Workday",
      words: like(`in its ${field} that the bot cannot send back unchanged`),
    });
  });
});
