import { scene } from "../sandbox/scene.ts";
import type { Message } from "../sandbox/slack/shown.ts";
import type { Slack } from "../sandbox/slack/slack.ts";

/** The messages of requests, by the user name that each is for; those of releases by their ids. */
type Seen = ReadonlyMap<string, Message>;

/**
 * Looks at the channel once for each change, however many wait for something: what waits must not be what is
 * measured.
 */
export function createEyes(slack: Slack): () => Seen {
  let seen: Seen | undefined;
  // Registered before anybody waits, so it is told first.
  slack.onChange(() => {
    seen = undefined;
  });
  return () => {
    seen ??= look(slack);
    return seen;
  };
}

/** A request's message begins with its id, its user name or that it is a release, and where it stands. */
function look(slack: Slack): Seen {
  return new Map(
    slack.messages(scene.channel).map((message) => {
      const [, id = "", name = ""] = /^(ISU-\S+) (\S+):/.exec(message.text) ?? [];
      return [name === "release" ? id : name, message];
    }),
  );
}
