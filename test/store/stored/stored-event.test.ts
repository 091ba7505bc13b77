import { describe, expect, it } from "vitest";
import { StoredEvent } from "../../../src/store/stored/stored-event.ts";
import { anId, anOpened, noon } from "../support/an-opened.ts";

describe("a stored event", () => {
  it.each<[what: string, changes: Parameters<typeof anOpened>[1]]>([
    ["from before there were further settings", {}],
    [
      "with every further setting",
      {
        system: { kind: "existing", id: "INT_1", name: "One", wid: "0".repeat(32) },
        passwordFrom: "workday",
        requireNewPassword: true,
        x509: { key: { type: "WID", id: "1".repeat(32) } },
        saml: {
          issuer: "idp",
          identityProviderKey: { type: "Certificate_ID", id: "IdP" },
          holderOfKeyKey: { type: "Certificate_ID", id: "Holder" },
        },
      },
    ],
    [
      "with a constrained and inactive group",
      {
        group: { kind: "constrained", organizations: ["Acme"], scope: "subordinates" },
        isGroupInactive: true,
      },
    ],
    [
      "with a group that was there",
      {
        group: {
          kind: "existing",
          isActive: true,
          members: ["ISU_Other"],
          holds: { Get: ["One"], Put: [], View: [], Modify: [] },
        },
      },
    ],
    ["with an unconstrained group", { group: { kind: "unconstrained" } }],
  ])("keeps a draft %s", (_what, changes) => {
    const opened = anOpened(anId(1), changes);

    expect(StoredEvent.parse(JSON.parse(JSON.stringify(opened)))).toEqual(opened);
  });

  it("of before there was a quorum asks for one approval", () => {
    const asked = {
      digest: "sha256:00",
      pending: { kind: "cannot-see" },
      askedAt: noon,
      expiresAt: noon,
    };

    expect(StoredEvent.parse({ kind: "approval-asked", asked, unseen: [] })).toEqual({
      kind: "approval-asked",
      asked: { ...asked, needed: 1, step: "approve" },
      unseen: [],
    });
  });
});
