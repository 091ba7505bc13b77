import { expect, it } from "vitest";
import {
  toShownTokens,
  WebServiceSecurity,
} from "../../../src/workday/fields/web-service-security.ts";

it.each<[what: string, reply: unknown, shown: readonly unknown[] | undefined]>([
  ["no configuration says nothing: it may be hidden", undefined, undefined],
  ["a configuration that is off says that nobody signs on by it", {}, []],
  [
    "a configuration that is on says by what",
    { Enable_SAML_Authentication: "1", SAML_Issuer: "idp" },
    [{ saml: { issuer: "idp", identityProviderKey: [], holderOfKeyKey: [] } }],
  ],
])("of how an account signs on, a reply with %s", (_what, reply, shown) => {
  expect(toShownTokens(WebServiceSecurity.parse(reply))).toEqual(shown);
});
