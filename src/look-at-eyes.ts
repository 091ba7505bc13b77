import type { Log } from "./flows/ports/log.ts";
import type { TenantContexts } from "./tenant-contexts.ts";
import { things } from "./workday/wql/wanted.ts";

/** Asks each tenant what the bot's own client can see there, and says what it cannot. Never rejects. */
export async function lookAtEyes(
  { watched }: Pick<TenantContexts, "watched">,
  log: Log,
): Promise<void> {
  await Promise.all(
    watched.map(async ({ tenant, findEyes }) => {
      const { eyes } = await findEyes();
      for (const thing of things) {
        const eye = eyes[thing];
        if (eye.kind === "wql" || eye.kind === "report") {
          log.info({ tenant }, `${thing}: read by ${eye.kind === "wql" ? "WQL" : "a report"}`);
        } else log.warn({ tenant }, `${thing}: cannot be seen. ${eye.why}`);
      }
    }),
  );
}
