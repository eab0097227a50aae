export interface Addresses {
  /** Each once, in the order of their first appearance. */
  valid: string[];
  /** Pieces that cannot be an address. */
  invalid: string[];
}

const ADDRESS = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,}$/;

/**
 * Reads a pasted list: separated by spaces, commas, semicolons or lines, with or without names
 * (`Ann Lee <ann@example.com>`), as mail programs and spreadsheets write it.
 */
export function readAddresses(text: string): Addresses {
  const valid = new Map<string, string>();
  const invalid = new Set<string>();
  const bare = text.replace(/(?:"[^"]*"\s*|[^<>,;\n\r\t"]*)<([^<>]*)>/g, " $1 ");
  for (const piece of bare.split(/[\s,;]+/)) {
    const address = piece.replace(/^mailto:/i, "").replace(/^["'(]+|["').]+$/g, "");
    if (address === "") continue;
    if (ADDRESS.test(address)) valid.set(address.toLowerCase(), valid.get(address.toLowerCase()) ?? address);
    else invalid.add(address);
  }
  return { valid: [...valid.values()], invalid: [...invalid] };
}
