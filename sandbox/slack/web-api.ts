import { methods } from "./methods/all.ts";
import { type Refused, type Reply, refuse } from "./reply.ts";
import type { World } from "./world.ts";

interface Call {
  readonly method: string;
  readonly authorization: string | undefined;
  /** Nothing when the body could not be read. */
  readonly args: Readonly<Record<string, unknown>> | undefined;
}

/** Answers one call of the Web API. */
export function answerCall(world: World, { method: name, authorization, args }: Call): Reply {
  const method = methods.get(name);
  if (method === undefined) return refuse("unknown_method", { req_method: name });
  if (args === undefined) return refuse("invalid_json");
  const token = tokenOf(authorization, args["token"]);
  return checkToken(world, method.token, token) ?? method.call(world, args);
}

function tokenOf(authorization: string | undefined, argument: unknown): string | undefined {
  if (authorization !== undefined) return authorization.replace(/^Bearer /, "");
  return typeof argument === "string" ? argument : undefined;
}

function checkToken(
  world: World,
  wanted: "bot" | "app",
  token: string | undefined,
): Refused | undefined {
  if (token === undefined || token === "") return refuse("not_authed");
  const kinds = new Map([
    [world.botToken, "bot"],
    [world.appToken, "app"],
  ]);
  const kind = kinds.get(token);
  if (kind === undefined) return refuse("invalid_auth");
  if (kind === "app" && world.isAppTokenRefused) return refuse("invalid_auth");
  if (kind === "bot" && world.isBotTokenRevoked) return refuse("token_revoked");
  return kind === wanted ? undefined : refuse("not_allowed_token_type");
}
