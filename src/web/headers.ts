const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** What every answer carries: nothing is kept, framed, guessed, or told to another address. */
export function toHeaders({ protocol }: URL): readonly (readonly [string, string])[] {
  const always = [
    ["content-security-policy", policy],
    ["cache-control", "no-store"],
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    [
      "permissions-policy",
      "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=()",
    ],
  ] as const;
  return protocol === "https:"
    ? [...always, ["strict-transport-security", "max-age=31536000"]]
    : always;
}
