import { describe, expect, it } from "vitest";
import { instant } from "../../src/flows/model/ids.ts";
import { createVaultCommand } from "../../src/secrets/vault-command.ts";

const say = createVaultCommand("https://acme-isu.vault.azure.net");
const secret = {
  name: "workday-isu-acme-refresh-token-0",
  file: "./refresh-token.txt",
  tags: { request: "ISU-7K3M9QXV", isu: "ISU_Viva", tenant: "acme_dpt1" },
  expiresAt: instant(Date.UTC(2027, 10, 22)),
};

describe("the command that stores a value by hand", () => {
  it("reads it from a file, and carries the name and the tags that the bot looks for", () => {
    expect(say(secret)).toBe(
      "az keyvault secret set --vault-name acme-isu --name workday-isu-acme-refresh-token-0 --file ./refresh-token.txt --encoding utf-8 --expires 2027-11-22T00:00:00Z --tags managed-by=workday-isu-bot request=ISU-7K3M9QXV isu=ISU_Viva tenant=acme_dpt1 --output none",
    );
  });

  it("lets no name of an account end its quotes", () => {
    const command = say({ ...secret, tags: { ...secret.tags, isu: "x';rm -rf $HOME'" } });

    expect(command).toContain(`'isu=x'\\'';rm -rf $HOME'\\'''`);
  });
});
