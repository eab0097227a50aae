/** What the server lets this person do with an object; the only thing that buttons ask. */
export function can(object: { can: string[] } | null | undefined, permission: string): boolean {
  return object?.can.includes(permission) ?? false;
}
