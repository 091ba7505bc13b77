/** What somebody typed one a line: each once, without spaces around it or several within. */
export function splitLines(text: string): readonly string[] {
  const named: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const name = line.replace(/[ \t]+/g, " ").trim();
    if (name !== "" && !named.includes(name)) named.push(name);
  }
  return named;
}
