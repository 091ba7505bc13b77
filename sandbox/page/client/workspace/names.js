/** What ids in texts stand for. */
export function namesOf({ slack, groups, clock }) {
  const people = new Map(slack.people.map(({ id, name }) => [id, name]));
  const channels = new Map(slack.channels.map(({ id, name }) => [id, name]));
  return {
    /** What "today" is measured from: the bot's clock. */
    now: Date.now() + clock.aheadMs,
    person: (id) => people.get(id) ?? (id === "U0BOT" ? "Workday ISU" : undefined),
    channel: (id) => channels.get(id),
    group: (id) => groups[id],
  };
}

/** A person as the page calls them: first name and role, or the handle. */
export function callPerson(state, id) {
  const member = state.cast.find((other) => other.id === id);
  if (member !== undefined) return { name: member.name, role: member.role };
  return { name: namesOf(state).person(id) ?? id, role: "" };
}
