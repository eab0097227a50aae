/** Two letters that stand for a name: `Label Partners` is LP, `Acme` is AC. */
export function initials(name: string): string {
  const [first = "", second] = name.trim().split(/\s+/);
  return (second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2)).join("").toUpperCase();
}
