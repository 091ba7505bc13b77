import {
  type Opened,
  open,
  openChange,
  ownNames,
  type Play,
  press,
  told,
} from "../processes/play.ts";
import { nextLink } from "./passkey-play.ts";

const tenantName = "acme_dpt1";

/** A request for an API client, at the task of whoever registers it. */
export interface AtTask {
  readonly userName: string;
  readonly request: Opened;
}

/** Makes an account, and asks for an API client for it, up to the task in Workday. */
export async function askForClient(
  play: Play,
  approve: (request: Opened) => Promise<void> = (request) => press(request, play.bob, "Approve"),
): Promise<AtTask> {
  const names = ownNames();
  const account = await open(play, names);
  await account.shows("Waiting for an approver");
  await approve(account);
  await account.shows(/Done, verified|Unverified|Different from/);
  const request = await openChange(play, `api-client ${names.userName}`, {
    clientName: `Client of ${names.userName}`,
    otherAreas: "System",
  });
  await request.shows("Waiting for an approver");
  await approve(request);
  await request.shows("Register API Client for Integrations");
  return { userName: names.userName, request };
}

/** What a doer does in Workday, and what its pages show once: as asked, but for what is to be otherwise. */
export function register(
  { workday }: Play,
  userName: string,
  otherwise: Otherwise = {},
): Readonly<Record<string, string>> {
  const tenant = workday.tenant(tenantName);
  const asked = { clientName: `Client of ${userName}`, owner: userName };
  const { clientName, owner: user, ...settings } = { ...asked, ...settingsAsked, ...otherwise };
  const registered = tenant.perform(
    "register-api-client-for-integrations",
    { clientName, ...settings },
    "ddiaz",
  );
  const token = tenant.perform(
    "manage-refresh-tokens-for-integrations",
    { clientName, user, generateNewRefreshToken: true },
    "ddiaz",
  );
  if (registered.status === "refused" || token.status === "refused") throw new Error("Refused");
  const { clientId = "", clientSecret = "" } = registered.shownOnce ?? {};
  return {
    "client-id": clientId,
    "client-secret": clientSecret,
    "refresh-token": token.shownOnce?.["refreshToken"] ?? "",
  };
}

const settingsAsked = { nonExpiringRefreshTokens: true, scopes: ["System"] };

interface Otherwise {
  readonly clientName?: string;
  /** Whose the refresh token is. */
  readonly owner?: string;
  readonly nonExpiringRefreshTokens?: boolean;
  readonly scopes?: readonly string[];
}

/** A link to the page that takes the values, with its code where no passkey proves who it is. */
export interface Invited {
  readonly link: string;
  readonly code: string;
}

/** Presses Enter the values, and waits for the link that comes with it. */
export async function invite(play: Play, request: Opened, who = play.dora): Promise<Invited> {
  const link = await nextLink(play, { who, page: "enter" }, () =>
    press(request, who, "Enter the values"),
  );
  const after = told(play, who).split(link)[1] ?? "";
  return { link, code: /this code: `([^`]+)`/.exec(after)?.[1] ?? "" };
}

/** The values of all versions that are enabled, of those that this request stored: each name in its turn. */
export function enabledValues({ vault }: Play, id: string): readonly (string | undefined)[] {
  return vault
    .secrets()
    .flatMap(({ name, versions }) =>
      versions
        .filter(({ enabled, tags }) => enabled && tags?.["request"] === id)
        .map(({ version }) => vault.valueOf(name, version)),
    );
}

/** What a consumer reads under each name of this request, whatever version that is. */
export function readValues({ vault }: Play, id: string): readonly string[] {
  return vault
    .secrets()
    .filter(({ versions }) => versions.some(({ tags }) => tags?.["request"] === id))
    .map(({ name }) => {
      const answer = vault.readAsConsumer(name);
      return answer.ok ? answer.value : answer.code;
    });
}
