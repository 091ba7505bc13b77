import { z } from "zod";
import { findAccount, findUserOf } from "../accounts.ts";
import { aTask, done, refused, type Task } from "./task.ts";

/** What people do to accounts and integration systems in pages. */
export const accountTasks: readonly Task[] = [
  aTask({
    name: "exempt-from-password-expiration",
    fields: z.strictObject({ user: z.string().min(1) }),
    perform(state, { user }) {
      const account = findAccount(state, user);
      if (account === undefined) return refused(`There is no Workday account "${user}".`);
      account.exemptFromPasswordExpiration = true;
      return done(`"${account.userName}" is exempt from password expiration.`);
    },
  }),
  aTask({
    name: "remove-password-exemption",
    fields: z.strictObject({ user: z.string().min(1) }),
    perform(state, { user }) {
      const account = findAccount(state, user);
      if (account === undefined) return refused(`There is no Workday account "${user}".`);
      if (!account.exemptFromPasswordExpiration) {
        return refused(`"${account.userName}" is not exempt from password expiration.`);
      }
      account.exemptFromPasswordExpiration = false;
      return done(`"${account.userName}" is exempt from password expiration no more.`);
    },
  }),
  aTask({
    name: "configure-web-service-security",
    fields: z.strictObject({
      user: z.string().min(1),
      x509: z.literal(false),
      saml: z.literal(false),
    }),
    perform(state, { user }) {
      const account = findAccount(state, user);
      if (account === undefined) return refused(`There is no Workday account "${user}".`);
      account.webServiceSecurity = account.webServiceSecurity.map((one) => ({
        ...one,
        x509: false,
        saml: false,
      }));
      return done(`x509 and SAML of "${account.userName}" are off.`);
    },
  }),
  aTask({
    name: "delete-integration-system",
    fields: z.strictObject({ integrationSystem: z.string().min(1) }),
    perform(state, { integrationSystem: id }) {
      if (!state.integrationSystems.delete(id)) {
        return refused(`There is no integration system "${id}".`);
      }
      const user = findUserOf(state, id);
      if (user !== undefined) user.integrationSystem = undefined;
      return done(`Integration system "${id}" is deleted.`);
    },
  }),
];
