import { RestError } from "@azure/keyvault-secrets";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../src/flows/model/fault.ts";
import { type Effect, readInnerCode, toFault } from "../../src/secrets/vault-fault.ts";

const disclosure = "/subscriptions/0c5a7a5e/ canary-value";

function refused(statusCode: number, innerCode?: string): RestError {
  const error = new RestError(disclosure, { statusCode, code: "Whatever" });
  error.details = { error: { code: "Forbidden", innerError: { code: innerCode } } };
  return error;
}

function broken(code: string): RestError {
  return new RestError(disclosure, { code });
}

function named(name: string, cause?: unknown): Error {
  return Object.assign(new Error(disclosure, { cause }), { name });
}

describe("toFault", () => {
  it.each<[error: unknown, effect: Effect, kind: Fault["kind"], words: RegExp]>([
    [refused(401), "write", "denied", /sign-on/],
    [refused(403, "ForbiddenByRbac"), "write", "denied", /setSecret, readMetadata and update/],
    [refused(403, "ForbiddenByFirewall"), "write", "denied", /network rules/],
    [refused(403, "ForbiddenByConnection"), "read", "denied", /network rules/],
    [refused(404), "write", "rejected", /no such version/],
    [refused(409), "write", "rejected", /look at it/],
    [refused(409, "ObjectIsDeletedButRecoverable"), "write", "rejected", /recover or purge/],
    [refused(409, "ObjectIsBeingDeleted"), "write", "rejected", /being deleted/],
    [refused(409, "ObjectIsBeingRecovered"), "write", "rejected", /being recovered/],
    [refused(400), "write", "rejected", /does not take/],
    [refused(429), "write", "unreachable", /too much to do/],
    [refused(500), "write", "unknown", /may have done/],
    [refused(503), "read", "unreachable", /no answer/],
    [refused(408), "write", "unknown", /may have done/],
    [refused(307), "write", "unreadable", /no sense/],
    [broken("ECONNREFUSED"), "write", "unreachable", /cannot be reached/],
    [broken("ECONNRESET"), "write", "unknown", /may have done/],
    [broken("ECONNRESET"), "read", "unreachable", /no answer/],
    [broken("PARSE_ERROR"), "write", "unreadable", /no sense/],
    [named("AbortError"), "write", "unknown", /may have done/],
    [named("TimeoutError"), "read", "unreachable", /no answer/],
    [named("CredentialUnavailableError"), "write", "denied", /no token/],
    [named("AuthenticationError"), "write", "denied", /no token/],
    [
      named("CredentialUnavailableError", { errorCode: "network_error" }),
      "write",
      "unreachable",
      /no token/,
    ],
    [named("TypeError"), "write", "unreadable", /no sense/],
    ["something thrown", "write", "unreadable", /no sense/],
  ])("reads %s on a %s as %s", (error, effect, kind, words) => {
    const fault = toFault(error, effect);

    expect(fault).toMatchObject({ kind, outside: "Key Vault" });
    expect(fault.words).toMatch(words);
  });

  it("keeps none of the foreign text", () => {
    const errors = [refused(403, "ForbiddenByRbac"), broken("ECONNRESET"), named("AbortError")];

    const faults = JSON.stringify(errors.map((error) => toFault(error, "write")));

    expect(faults).not.toMatch(/subscriptions|canary/);
  });
});

describe("readInnerCode", () => {
  it.each<[what: string, body: string | null | undefined, code: string | undefined]>([
    ["a refusal", '{"error":{"innererror":{"code":"ForbiddenByFirewall"}}}', "ForbiddenByFirewall"],
    ["a refusal without one", '{"error":{"code":"Forbidden"}}', undefined],
    ["what is no JSON", "<html>", undefined],
    ["no body", null, undefined],
  ])("reads %s", (_what, body, code) => {
    expect(readInnerCode(body)).toBe(code);
  });
});
