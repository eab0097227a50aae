const KEY = "kontor.workspace";

/** Where one was last, so that coming back begins there. */
export function lastWorkspace(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberWorkspace(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Storage may be closed to us; then one begins at the first workspace.
  }
}
