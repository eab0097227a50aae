let first: string | null = null;

/** How far the server had heard of changes before it answered the first question of this page. */
export function positionOfLoading(): string | null {
  return first;
}

/** Only the first counts: what was asked for later is newer still. */
export function keepPosition(response: Response): void {
  first ??= response.headers.get("Kontor-Position");
}
