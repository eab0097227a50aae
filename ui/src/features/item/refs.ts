/** No draft, no version by its id or number; a tag by which one looks at a version is told when its draft is asked for. */
export function isBranch(ref: string): boolean {
  return !/^(draft-\d+|v?\d+|[0-9a-f]{8}-[0-9a-f-]{27})$/i.test(ref);
}
