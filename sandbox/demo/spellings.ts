/** How a value may be spelled where it must not be: as it is, in JSON, in a URL, in XML, in Base64, in hex. */
function spellingsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value, "utf8");
  const inJson = JSON.stringify(value).slice(1, -1);
  return [
    value,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("hex"),
  ];
}

export function isIn(text: string, value: string): boolean {
  return spellingsOf(value).some((spelling) => text.includes(spelling));
}
