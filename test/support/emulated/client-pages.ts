import { type EnteredValues, enterValues } from "../../../src/flows/pages/enter-secrets.ts";
import { Secret } from "../../../src/secret.ts";
import type { World } from "../fakes/world.ts";
import { atPage } from "../scenes/client-scene.ts";
import { valueIn } from "../value-in.ts";
import type { EmulatedWorld } from "./emulated-world.ts";

interface Registered {
  readonly clientName?: string;
  readonly user?: string;
  readonly scopes?: readonly string[];
  readonly nonExpiringRefreshTokens?: boolean;
  readonly includeWorkdayOwnedScope?: boolean;
}

/** Does in Workday's pages what the task of an API client asks for, and reads what they show once. */
export function registerAsAsked(
  { inPage }: EmulatedWorld,
  { isNew, ...changes }: Registered & { readonly isNew: boolean },
): EnteredValues["values"] {
  const { user = "ISU_Viva", ...client } = changes;
  const asked = {
    clientName: "Viva API Client",
    nonExpiringRefreshTokens: true,
    scopes: ["System"],
  };
  const { clientName } = { ...asked, ...client };
  const registered = isNew
    ? shownBy(inPage("register-api-client-for-integrations", { ...asked, ...client }))
    : {};
  const token = shownBy(
    inPage("manage-refresh-tokens-for-integrations", {
      clientName,
      user,
      generateNewRefreshToken: true,
    }),
  );
  const { clientId, clientSecret } = registered;
  return {
    ...(clientId !== undefined && { "client-id": new Secret(clientId) }),
    ...(clientSecret !== undefined && { "client-secret": new Secret(clientSecret) }),
    "refresh-token": new Secret(token["refreshToken"] ?? ""),
  };
}

function shownBy(outcome: ReturnType<EmulatedWorld["inPage"]>): Readonly<Record<string, string>> {
  if (outcome.status !== "done") throw new Error(outcome.detail);
  return outcome.shownOnce ?? {};
}

/** Enters them on the bot's own page, as whoever registered the client. */
export async function enterFromPage(world: World, values: EnteredValues["values"]): Promise<void> {
  const { pages, invite } = atPage(world);
  const { token, code } = await invite();
  valueIn(await enterValues(pages, { token, code, values }));
}
