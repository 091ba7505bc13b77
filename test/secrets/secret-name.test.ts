import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import type { SecretKind } from "../../src/flows/model/api-client.ts";
import type { TenantName } from "../../src/flows/model/ids.ts";
import { secretNameFor } from "../../src/secrets/secret-name.ts";

const tenant = brand<TenantName>("acme_dpt1");

const kinds = fc.constantFrom<SecretKind>("password", "client-secret", "refresh-token");

/** User names that a secret's name can hardly tell apart. */
const lookalikes = fc.string({
  unit: fc.constantFrom("a", "B", "b", ".", "_", "-", " ", "@", "é"),
});

const userNames = fc.oneof(lookalikes, fc.string({ unit: "grapheme", maxLength: 300 }));

describe("secretNameFor", () => {
  it("reads as prefix, tenant, user and kind", () => {
    expect(secretNameFor("isu", { tenant, userName: "ISU_Okta.Prod" }, "password")).toBe(
      "isu-acme-dpt1-isu-okta-prod-password-7b7955fff0c4",
    );
  });

  it("always gives a name that Key Vault takes", () => {
    fc.assert(
      fc.property(fc.string(), userNames, kinds, (prefix, userName, kind) => {
        expect(secretNameFor(prefix, { tenant, userName }, kind)).toMatch(
          /^(?!-)(?!.*--)[0-9a-z-]{1,127}$/,
        );
      }),
    );
  });

  it("gives two users, tenants or kinds the same name only if they are the same", () => {
    const subjects = fc.record({
      tenant: fc.constantFrom(tenant, brand<TenantName>("acme_dpt2"), brand<TenantName>("acme")),
      userName: userNames,
      kind: kinds,
    });
    fc.assert(
      fc.property(subjects, subjects, (one, other) => {
        const isSame =
          one.tenant === other.tenant &&
          one.kind === other.kind &&
          one.userName.toLowerCase() === other.userName.toLowerCase();

        expect(
          secretNameFor("isu", one, one.kind) === secretNameFor("isu", other, other.kind),
        ).toBe(isSame);
      }),
      { numRuns: 1_000 },
    );
  });

  it("tells users apart whose names differ only in what a secret's name cannot hold", () => {
    const separators = fc.string({ unit: fc.constantFrom(".", "_", "-", " ", "@"), minLength: 1 });
    fc.assert(
      fc.property(separators, separators, (one, other) => {
        fc.pre(one !== other);
        const names = [one, other].map((between) =>
          secretNameFor("isu", { tenant, userName: `okta${between}prod` }, "password"),
        );

        expect(new Set(names.map((name) => name.slice(0, -12))).size).toBe(1);
        expect(new Set(names).size).toBe(2);
      }),
    );
  });

  it("does not mind how a user name is capitalised", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "B", "_", ".") }), (userName) => {
        expect(secretNameFor("isu", { tenant, userName: userName.toUpperCase() }, "password")).toBe(
          secretNameFor("isu", { tenant, userName }, "password"),
        );
      }),
    );
  });
});
