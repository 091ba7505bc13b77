const shape = "[redacted]";

/** What stands in the place of a secret in SOAP, in forms and in JSON. */
const places: readonly RegExp[] = [
  /(<(?:\w+:)?(?:Password|New_Password)\b[^>]*>)[^<]*/g,
  /(\b(?:client_secret|refresh_token|access_token|assertion|token)"?[=:]\s*"?)[^"&\s]+/g,
  /()\bxox[a-z]-[\w-]+/g,
];

/** Takes out what is secret by its place, and what is known to be secret wherever it stands. Pure. */
export function redact(text: string, known: Iterable<string>): string {
  let redacted = text;
  for (const place of places) redacted = redacted.replace(place, `$1${shape}`);
  for (const secret of known) {
    if (secret.length >= 6) redacted = redacted.replaceAll(secret, shape);
  }
  return redacted;
}
