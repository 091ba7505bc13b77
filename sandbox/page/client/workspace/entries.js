/** What was entered in windows and not sent: by view and block. */
export function createEntries() {
  const entered = new Map();

  function inView(view) {
    return [...entered.values()].filter((entry) => entry.view === view.id);
  }

  return {
    set: (view, { block, element, value }) => {
      entered.set(`${view.id} ${block.block_id}`, { view: view.id, block, element, value });
    },
    clear: () => entered.clear(),
    /** The window may show other blocks by now: only what it still asks for is sent. */
    valuesFor: (view) => {
      const asked = new Set(view.content.blocks.map((block) => block.block_id));
      return inView(view)
        .filter(({ block }) => asked.has(block.block_id))
        .map(({ block, value }) => ({ input: block.block_id, value }));
    },
    /** What the view holds, with what was entered since on top. */
    heldIn: (view) => {
      const mine = inView(view).map(({ block, element, value }) => [
        block.block_id,
        { [element.action_id]: toHeld(element, value) },
      ]);
      return { ...view.values, ...Object.fromEntries(mine) };
    },
  };
}

function toHeld({ type }, value) {
  if (type === "users_select") return { type, selected_user: value };
  if (type === "datepicker") return { type, selected_date: value };
  if (["static_select", "radio_buttons"].includes(type))
    return { type, selected_option: { value } };
  if (type === "multi_users_select") return { type, selected_users: value };
  if (Array.isArray(value)) return { type, selected_options: value.map((one) => ({ value: one })) };
  return { type, value };
}
