/** Builds elements. Text goes in as text nodes only: nothing here ever reads markup. */

/**
 * @param {string} tag
 * @param {Record<string, any>} attributes `on…` adds a listener; false and undefined leave it out
 * @param {...unknown} children strings, nodes, arrays of them; false, null and undefined are skipped
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...flatten(children));
  return element;
}

export function flatten(children) {
  return children
    .flat(Number.POSITIVE_INFINITY)
    .filter((child) => child !== undefined && child !== null && child !== false);
}

export function byId(id) {
  return document.getElementById(id);
}

const shown = new WeakMap();

/**
 * Shows new content only where it differs from what is shown, and keeps the focus, by `data-key`,
 * what is typed in a field that is not sent yet, and where it was scrolled to.
 * @param {string} key everything that the content depends on
 */
export function refresh(container, key, build) {
  if (shown.get(container) === key) return false;
  shown.set(container, key);
  const focus = rememberFocus(container);
  const drafts = rememberDrafts(container);
  const top = container.scrollTop;
  container.replaceChildren(...flatten([build()]));
  container.scrollTop = top;
  for (const [name, value] of drafts) {
    const field = find(container, name);
    if (field !== undefined) field.value = value;
  }
  focus();
  return true;
}

/** Lets the next `refresh` show its content whatever it is. */
export function forget(container) {
  shown.delete(container);
}

function rememberFocus(container) {
  const active = document.activeElement;
  const key = container.contains(active) ? active.dataset.key : undefined;
  if (key === undefined) return () => undefined;
  const { selectionStart, selectionEnd } = active;
  return () => {
    const again = find(container, key);
    if (again === undefined) return;
    again.focus({ preventScroll: true });
    if (typeof selectionStart === "number") again.setSelectionRange?.(selectionStart, selectionEnd);
  };
}

/** Fields marked with `data-draft` hold text that only this page knows. */
function rememberDrafts(container) {
  return [...container.querySelectorAll("[data-draft]")].map((field) => [
    field.dataset.key,
    field.value,
  ]);
}

function find(container, key) {
  return [...container.querySelectorAll("[data-key]")].find((other) => other.dataset.key === key);
}
