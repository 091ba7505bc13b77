import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/reference/put-integration-system-user.md", "utf8");

/** Rows of the page's tables, without heads and rules. */
const rows = page
  .split("\n")
  .filter((line) => /^\| (?!-|parameter|Workday's text)/.test(line))
  .map((line) => line.split(" | "));

/** @see Workday Integrations v31.2, Put_Integration_System_User: the column "Parameter name" */
const parameters = [
  "Integration_System_Reference",
  "User_Name",
  "Password",
  "Generate_Random_Password",
  "Require_New_Password_At_Next_Sign_In",
  "Session_Timeout_Minutes",
  "Do_Not_Allow_UI_Sessions",
  "Enable_x509_Token_Authentication",
  "X509_Public_Key_Reference",
  "Enable_SAML_Authentication",
  "SAML_Issuer",
  "Identity_Provider_Public_Key_Reference",
  "Holder-of-Key_Public_Key_Reference",
];

/** The beginnings of the texts of its column "Validations". */
const validations = [
  "System User to be assigned to an Integration System must not be a Worker or Implementer",
  "Password is required when creating a new Workday Account.",
  "An Integration System reference must be supplied when creating/updating",
  "A User Name is required when creating or updating",
  "The password does not meet password requirements.",
  "Session Timeout Minutes must be greater than 5",
  "Either setting X509 Token Authentication or SAML Token Authentication is required",
  "X509 Public Key is required when X509 Token Authentication is enabled.",
  "An identifier of the SAML Identity Provider is required",
  "An x509 Certificate Reference is needed to Enable SAML Access.",
];

describe("the reference of Put_Integration_System_User", () => {
  it.each([...parameters.map((name) => `\`${name}\``), ...validations])(
    "has a row for %s",
    (name) => {
      expect(rows.filter(([first = ""]) => first.startsWith(`| ${name}`))).toHaveLength(1);
    },
  );

  it.each(rows.map((cells) => [cells[0] ?? "", cells.at(-1) ?? ""]))(
    "names a test that exists: %s",
    (_row, cell) => {
      const named = [...cell.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)];

      const missing = named.filter(
        ([, path = "", name = ""]) =>
          !existsSync(path) || !readFileSync(path, "utf8").includes(name),
      );

      expect(named).not.toEqual([]);
      expect(missing.map(([text]) => text)).toEqual([]);
    },
  );
});
