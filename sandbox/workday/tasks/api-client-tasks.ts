import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { findAccount } from "../accounts.ts";
import { aTask, refused, type Task } from "./task.ts";

/** API clients for integrations. Each page shows its secret once and never again. */
export const apiClientTasks: readonly Task[] = [
  aTask({
    name: "register-api-client-for-integrations",
    fields: z.strictObject({
      clientName: z.string().trim().min(1),
      nonExpiringRefreshTokens: z.boolean().default(false),
      scopes: z.array(z.string().min(1)).min(1),
      includeWorkdayOwnedScope: z.boolean().default(false),
    }),
    perform(state, { clientName: name, ...settings }) {
      if (state.apiClients.some((client) => client.name === name)) {
        return refused(`An API client with the name "${name}" already exists.`);
      }
      const clientId = Buffer.from(randomUUID()).toString("base64");
      const clientSecret = randomBytes(32).toString("hex");
      const values = { clientId, clientSecret, refreshTokens: new Map<string, string>() };
      state.apiClients.push({ ...values, name, ...settings, isForIntegrations: true });
      state.passwordsSeen.add(clientSecret);
      const detail = `API client "${name}" is registered.`;
      return { status: "done", detail, shownOnce: { clientId, clientSecret } };
    },
  }),
  aTask({
    name: "manage-refresh-tokens-for-integrations",
    fields: z.strictObject({
      clientName: z.string().min(1),
      user: z.string().min(1),
      generateNewRefreshToken: z.literal(true),
    }),
    perform(state, { clientName, user }) {
      const client = state.apiClients.find(({ name }) => name === clientName);
      if (client === undefined) return refused(`There is no API client "${clientName}".`);
      const account = findAccount(state, user);
      if (account === undefined) return refused(`There is no Workday account "${user}".`);
      const refreshToken = randomBytes(48).toString("base64url");
      client.refreshTokens.set(refreshToken, account.userName);
      state.passwordsSeen.add(refreshToken);
      const detail = `A refresh token for "${account.userName}" is generated.`;
      return { status: "done", detail, shownOnce: { refreshToken } };
    },
  }),
  aTask({
    name: "edit-api-client-for-integrations",
    fields: z.strictObject({ clientName: z.string().min(1), disabled: z.literal(true) }),
    perform(state, { clientName }) {
      const at = state.apiClients.findIndex(({ name }) => name === clientName);
      const client = state.apiClients[at];
      if (client === undefined) return refused(`There is no API client "${clientName}".`);
      state.apiClients[at] = { ...client, isDisabled: true };
      return { status: "done", detail: `API client "${clientName}" is disabled.` };
    },
  }),
];
