/** One wrong field of a problem document. */
export interface FieldProblem {
  field: string;
  code?: string;
  detail?: string;
}

/** A problem document (RFC 9457) as the server sends it. */
export interface ProblemDocument {
  code?: string;
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  field?: string;
  rule?: string;
  requestId?: string;
  permission?: string;
  errors?: FieldProblem[];
  [extra: string]: unknown;
}

/** Every way a call can fail: the server's refusal, or no answer at all (status 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly document: ProblemDocument;
  readonly retryAfter: number | null;

  constructor(status: number, document: ProblemDocument, retryAfter: number | null = null) {
    super(sentence(document));
    this.status = status;
    this.code = document.code ?? document.type?.split("/").pop() ?? `status-${status}`;
    this.document = document;
    this.retryAfter = retryAfter;
  }

  static unreachable(): Problem {
    return new Problem(0, {
      code: "unreachable",
      title: "No connection",
      detail: "The server did not answer. Check the connection and try again.",
    });
  }

  static async of(response: Response): Promise<Problem> {
    const seconds = Number(response.headers.get("Retry-After"));
    return new Problem(response.status, await documentOf(response), seconds > 0 ? seconds : null);
  }
}

/** A fault of the server's own is told with the id under which its log has the reason. */
function sentence({ code, detail, title, requestId }: ProblemDocument): string {
  const said = detail ?? title ?? "The request failed.";
  return code === "internal" && requestId ? `${said} (${requestId})` : said;
}

async function documentOf(response: Response): Promise<ProblemDocument> {
  try {
    const body: unknown = JSON.parse(await response.text());
    if (body !== null && typeof body === "object") return body as ProblemDocument;
  } catch {
    // Not a problem document: a proxy in between, or a cut connection.
  }
  return { code: `status-${response.status}`, title: `The server answered ${response.status}.` };
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return Problem.unreachable();
  return new Problem(-1, { title: "Something went wrong", detail: error instanceof Error ? error.message : undefined });
}

/** The form's own fields get their errors; what belongs to none of them stays for the head of the form. */
export function formErrors(error: unknown, fields: readonly string[]): { errors: Record<string, string>; rest: Problem | null } {
  const problem = problemOf(error);
  const { document } = problem;
  const wrong = document.errors?.length
    ? document.errors
    : document.field
      ? [{ field: document.field, detail: problem.message }]
      : [];
  const errors: Record<string, string> = {};
  let unplaced = wrong.length === 0;
  for (const { field, code, detail } of wrong) {
    const root = field.split(/[.[]/)[0] ?? field;
    if (fields.includes(root)) errors[root] ??= detail ?? code ?? problem.message;
    else unplaced = true;
  }
  return { errors, rest: unplaced ? problem : null };
}
