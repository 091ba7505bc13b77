import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aCertificate } from "../support/processes/a-certificate.ts";
import { aFile, aFolder, aTenantEntry, canaries, leastEnvironment, read } from "./a-config.ts";

/** What is heard of changes, in order. */
function listen(config: ReturnType<typeof readRight>): readonly string[] {
  const heard: string[] = [];
  config.followedFiles.follow({
    changed: (setting, secret) => heard.push(`${setting} is ${secret.reveal()}`),
    refused: (setting) => heard.push(`${setting} is refused`),
  });
  return heard;
}

function readRight(...given: Parameters<typeof read>) {
  const config = read(...given);
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  return config.value;
}

function tenantsWith(password: Readonly<Record<string, string>>): readonly unknown[] {
  return [aTenantEntry({ account: { userName: "ISU_Slack_Bot", password } })];
}

describe("a secret in a file", () => {
  it("is another one as soon as the file is, and the log is told before anybody uses it", () => {
    const file = join(aFolder(), "password");
    writeFileSync(file, "first password\n");
    const config = readRight(aFile({ tenants: tenantsWith({ file }) }), leastEnvironment);
    const heard = listen(config);
    const password = config.secrets.workdayPasswords.get("acme_dpt1");
    expect(password?.reveal()).toBe("first password");
    const kept = password?.fixed();

    writeFileSync(file, "second password\n");

    expect(password?.reveal()).toBe("second password");
    expect(kept?.reveal()).toBe("first password");
    expect(heard).toEqual(["tenants[0].account.password is second password"]);
  });

  it("follows a link that leads elsewhere, as Kubernetes swaps a folder of secrets", () => {
    const folder = aFolder();
    for (const [name, value] of [
      ["one", "xoxb-first"],
      ["two", "xoxb-second"],
    ] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "token"), value);
    }
    symlinkSync("one", join(folder, "..data"));
    symlinkSync("..data/token", join(folder, "token"));
    const { SLACK_BOT_TOKEN: _, ...rest } = leastEnvironment;
    const env = { ...rest, SLACK_BOT_TOKEN_FILE: join(folder, "token") };
    const { botToken } = readRight(aFile(), env).secrets;
    expect(botToken.reveal()).toBe("xoxb-first");

    symlinkSync("two", join(folder, "..data_tmp"));
    renameSync(join(folder, "..data_tmp"), join(folder, "..data"));

    expect(botToken.reveal()).toBe("xoxb-second");
  });

  it.each<[what: string, spoil: (file: string) => void]>([
    ["missing", (file) => rmSync(file)],
    ["empty", (file) => writeFileSync(file, "\n")],
    ["no such thing", (file) => writeFileSync(file, "xapp-of-another-kind")],
    [
      "a folder",
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])(
    "stays what it was while the file is %s, which is told once, and comes back",
    (_what, spoil) => {
      const file = join(aFolder(), "token");
      writeFileSync(file, "xoxb-first");
      const { SLACK_BOT_TOKEN: _, ...rest } = leastEnvironment;
      const config = readRight(aFile(), { ...rest, SLACK_BOT_TOKEN_FILE: file });
      const heard = listen(config);
      const { botToken } = config.secrets;

      spoil(file);

      expect([botToken.reveal(), botToken.reveal()]).toEqual(["xoxb-first", "xoxb-first"]);
      expect(heard).toEqual(["SLACK_BOT_TOKEN_FILE is refused"]);
      expect(config.followedFiles.countRefused()).toBe(1);
      rmSync(file, { recursive: true, force: true });
      writeFileSync(file, "xoxb-second");
      expect(botToken.reveal()).toBe("xoxb-second");
      expect(config.followedFiles.countRefused()).toBe(0);
    },
  );

  it("is taken up once its rights are mended", () => {
    const file = join(aFolder(), "token");
    writeFileSync(file, "xoxb-first");
    const { SLACK_BOT_TOKEN: _, ...rest } = leastEnvironment;
    const { secrets } = readRight(aFile(), { ...rest, SLACK_BOT_TOKEN_FILE: file });
    rmSync(file);
    expect(secrets.botToken.reveal()).toBe("xoxb-first");
    writeFileSync(file, "xoxb-second");
    chmodSync(file, 0o600);

    expect(secrets.botToken.reveal()).toBe("xoxb-second");
  });
});

describe("settings of the environment in files", () => {
  it("are read as the settings themselves would be, a tenant's password too", () => {
    const folder = aFolder();
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(leastEnvironment)) {
      writeFileSync(join(folder, name), `${value}\n`);
      env[`${name}_FILE`] = join(folder, name);
    }

    const { secrets, databaseUrl, allSecrets } = readRight(aFile(), env);

    expect(secrets.botToken.reveal()).toBe(canaries.SLACK_BOT_TOKEN);
    expect(secrets.signingSecret?.reveal()).toBe(canaries.SLACK_SIGNING_SECRET);
    expect(secrets.auditKey.reveal()).toBe(canaries.AUDIT_KEY);
    expect(databaseUrl?.reveal()).toBe(canaries.DATABASE_URL);
    expect(secrets.workdayPasswords.get("acme_dpt1")?.reveal()).toBe(canaries.WORKDAY_PASSWORD);
    expect(allSecrets.map((secret) => secret.reveal())).toContain(canaries.AUDIT_KEY);
  });

  it("are refused where the file cannot be read, or the setting is there as well", () => {
    const env = { ...leastEnvironment, SLACK_BOT_TOKEN_FILE: "/there/is/none" };
    const { AUDIT_KEY: _, ...without } = env;

    const config = read(aFile(), { ...without, AUDIT_KEY_FILE: "/there/is/none" });

    expect(config.ok ? [] : config.error.map(({ key, found }) => [key, found])).toEqual(
      expect.arrayContaining([
        ["SLACK_BOT_TOKEN_FILE (environment)", "SLACK_BOT_TOKEN as well"],
        ["AUDIT_KEY_FILE (environment)", "no readable text in /there/is/none"],
      ]),
    );
  });
});

describe("the certificate of the pages", () => {
  it("changes once both files belong together again", () => {
    const folder = aFolder();
    const [first, second] = [aCertificate(), aCertificate()];
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    writeFileSync(cert, first.cert);
    writeFileSync(key, first.key);
    const tls = { cert: { file: cert }, key: { file: key } };
    const web = { url: "https://bot.example.com", listen: { port: 8443 }, tls };
    const config = readRight(aFile({ web }), leastEnvironment);
    const heard = listen(config);
    const before = config.tls?.read();
    expect(before?.cert).toBe(first.cert);
    expect(config.tls?.read()).toBe(before);

    writeFileSync(cert, second.cert);
    expect(config.tls?.read()).toBe(before);
    writeFileSync(key, second.key);

    expect(config.tls?.read().cert).toBe(second.cert);
    expect(config.tls?.read().key.reveal()).toBe(second.key);
    expect(heard).toEqual(["web.tls is refused", `web.tls is ${second.key}`]);
    expect(config.followedFiles.countRefused()).toBe(0);
  });
});
