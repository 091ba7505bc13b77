import { canSee, channelNamed, openDirect } from "../conversations.ts";
import type { DeliveryError } from "../parcel.ts";
import { commandPayload } from "../payloads.ts";
import { putEphemeral } from "../postings.ts";
import { postAnswer } from "../response-urls.ts";
import type { World } from "../world.ts";
import type { CommandOutcome } from "./client.ts";
import { type Desk, personAt } from "./desk.ts";

/** Types a slash command. What Slack itself says about a failure is shown by `slackbot`. */
export async function typeCommand(
  desk: Desk,
  typed: { readonly name: string; readonly text: string; readonly channel: string | undefined },
): Promise<CommandOutcome> {
  const { world } = desk;
  const person = personAt(desk);
  const name = typed.name.startsWith("/") ? typed.name : `/${typed.name}`;
  const channel = channelFor(desk, typed.channel);

  const known = world.commands?.find((command) => command.name === name);
  if (world.commands !== undefined && known === undefined) {
    return fail(desk, channel, `${name} is not a valid command.`);
  }
  const text = known?.shouldEscape === true ? escapeText(world, typed.text) : typed.text;
  const payload = commandPayload(world, person, { name, text: text.trim(), channel });
  const ack = await desk.deliver({ kind: "command", payload });

  if (ack.kind === "failed") return fail(desk, channel, failure(name, ack.error));
  if (ack.body === undefined) return { kind: "acknowledged" };
  const grant = { person: desk.id, channel, issuedAt: world.now(), uses: 0 };
  const refused = postAnswer(world, grant, ack.body);
  return refused === undefined
    ? { kind: "acknowledged" }
    : fail(desk, channel, failure(name, refused.error));
}

function failure(name: string, error: DeliveryError | (string & {})): string {
  return `${name} failed with the error "${error}"`;
}

function fail(desk: Desk, channel: string, message: string): CommandOutcome {
  const draft = { text: message, blocks: [] };
  putEphemeral(desk.world, draft, { channel, to: desk.id, from: "slackbot" });
  return { kind: "failed", message };
}

function channelFor({ world, id }: Desk, named: string | undefined): string {
  if (named === undefined) return openDirect(world, id).id;
  const channel = channelNamed(world, named);
  if (!canSee(world, channel, id)) throw new Error(`${id} does not see ${named}`);
  if (channel.isArchived) throw new Error(`${named} is archived: nobody can type there`);
  return channel.id;
}

/** What "Escape channels, users, and links" does: ids for names, entities for `& < >`. */
function escapeText(world: World, text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .replace(/https?:\/\/\S+/g, "<$&>")
    .replace(/@([\w.-]+)/g, (mark, name: string) => personOrGroup(world, name) ?? mark)
    .replace(/#([\w-]+)/g, (mark, name: string) => {
      const channel = [...world.channels.values()].find((other) => other.name === name);
      return channel === undefined ? mark : `<#${channel.id}|${name}>`;
    });
}

function personOrGroup(world: World, name: string): string | undefined {
  const person = [...world.people.values()].find((other) => other.name === name);
  if (person !== undefined) return `<@${person.id}|${name}>`;
  const group = [...world.groups.values()].find((other) => other.handle === name);
  return group === undefined ? undefined : `<!subteam^${group.id}|@${name}>`;
}
