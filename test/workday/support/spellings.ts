/** Every way in which a secret could stand in a text. */
export function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const encodings = ["base64", "base64url", "hex"] as const;
  return [
    secret,
    // As markup is defused where a foreign text is shown.
    secret.replaceAll("<", "‹").replaceAll(">", "›"),
    ...encodings.map((encoding) => bytes.toString(encoding)),
    Buffer.from(`ISU_Bot:${secret}`).toString("base64"),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  ];
}
