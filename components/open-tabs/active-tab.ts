const KEY = "belfry.active-tab";
const me = `${Date.now()} ${Math.random()}`;

/**
 * Whether this is the active tab (requirements.md, A16): the one with the focus, else the one of this browser that had
 * it last. Only that one makes a sound.
 */
export function isActiveTab(): boolean {
  const last = read();
  return document.hasFocus() || last === null || last === me;
}

/** Keeps account of which tab had the focus last, until the returned function is called. */
export function watchActiveTab(): () => void {
  if (document.hasFocus() || read() === null) write(me);
  const take = () => write(me);
  const leave = () => read() === me && write(null);
  window.addEventListener("focus", take);
  window.addEventListener("pagehide", leave);
  return () => {
    window.removeEventListener("focus", take);
    window.removeEventListener("pagehide", leave);
  };
}

// Storage may be forbidden: then each tab answers for itself.
function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, value);
  } catch {}
}
