/** The server's rule for names of branches and tags, said before the click. */
export function refNameRule(name: string): string | null {
  const text = name.trim();
  if (text === "") return "A name has at least one character.";
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return "Letters, digits, ‘-’, ‘_’ and ‘.’ only, beginning with a letter or digit.";
  return /^(v?\d+|draft-\d+|latest)$/i.test(text) ? "This is how versions and drafts are named; choose another name." : null;
}
