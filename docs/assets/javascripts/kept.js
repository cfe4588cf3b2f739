// What the reader's browser keeps for this guide. Storage may be blocked or full: then nothing is kept.

const PREFIX = "guide.";

export function read(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Keep a text; null forgets it. False if the browser does not keep it. */
export function keep(key, text) {
  try {
    if (text === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
    return true;
  } catch {
    return false;
  }
}
