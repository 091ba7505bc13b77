import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Draft, readDraft } from "./drafts.ts";
import {
  editEphemeral,
  editMessage,
  findMessage,
  putEphemeral,
  putMessage,
  removePosting,
} from "./postings.ts";
import { isRefused, type Refused, refuse } from "./reply.ts";
import type { ResponseUrl, World } from "./world.ts";

const lifetimeMs = 30 * 60 * 1000;
const maximumUses = 5;

/** Slack documents these as booleans and shows them as text in places; both work. */
const Flag = z.union([z.boolean(), z.stringbool()]).optional();

const Response = z.strictObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: Flag,
  delete_original: Flag,
  thread_ts: z.string().optional(),
  mrkdwn: z.boolean().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
  metadata: z.unknown().optional(),
});
type Response = z.infer<typeof Response>;

export function issueResponseUrl(
  world: World,
  grant: Omit<ResponseUrl, "issuedAt" | "uses">,
): string {
  const path = `/response/${world.team.id}/${randomBytes(12).toString("hex")}`;
  world.responseUrls.set(path, { ...grant, issuedAt: world.now(), uses: 0 });
  return `${world.url}${path}`;
}

/** Does what the bot asks for through a response_url: 5 times within 30 minutes. */
export function useResponseUrl(world: World, path: string, raw: unknown): Refused | undefined {
  const grant = world.responseUrls.get(path);
  if (grant === undefined) return refuse("invalid_url");
  if (world.now() - grant.issuedAt > lifetimeMs) return refuse("expired_url");
  if (grant.uses >= maximumUses) return refuse("used_url");
  const response = Response.safeParse(raw);
  if (!response.success) return refuse("invalid_payload");

  const refused = respond(world, grant, response.data);
  if (refused === undefined) world.responseUrls.set(path, { ...grant, uses: grant.uses + 1 });
  return refused;
}

/** A command's answer in its acknowledgement is posted by the same rules. */
export function postAnswer(world: World, grant: ResponseUrl, raw: unknown): Refused | undefined {
  const answer = Response.safeParse(typeof raw === "string" ? { text: raw } : raw);
  if (!answer.success) return refuse("invalid_payload");
  return respond(world, grant, answer.data);
}

function respond(world: World, grant: ResponseUrl, response: Response): Refused | undefined {
  if (response.delete_original === true) return removeOriginal(world, grant);
  const draft = readDraft(world, response);
  if (isRefused(draft)) return draft;
  if (replaces(grant, response)) return replaceOriginal(world, grant, draft);

  const threadTs = response.thread_ts ?? grant.original?.threadTs;
  const { channel, person: to } = grant;
  if (response.response_type === "in_channel") {
    putMessage(world, draft, { channel, user: world.bot.userId, threadTs });
  } else {
    putEphemeral(world, draft, { channel, to, from: "bot", threadTs });
  }
  return undefined;
}

/**
 * A command has no original. A pressed button's message is replaced even when the answer says
 * nothing about it, as interactive messages always did: say `replace_original: false` to keep it.
 */
function replaces({ original }: ResponseUrl, response: Response): boolean {
  if (original === undefined) return false;
  return response.replace_original ?? response.response_type === undefined;
}

function replaceOriginal(
  world: World,
  { original }: ResponseUrl,
  draft: Draft,
): Refused | undefined {
  if (original === undefined) return undefined;
  if (original.kind === "ephemeral") {
    editEphemeral(world, original, draft);
    return undefined;
  }
  const message = findMessage(world, original.channel, original.ts);
  if (message === undefined) return refuse("message_not_found");
  editMessage(world, message, draft);
  return undefined;
}

function removeOriginal(world: World, { original }: ResponseUrl): Refused | undefined {
  if (original === undefined) return refuse("no_text");
  removePosting(world, original);
  return undefined;
}
