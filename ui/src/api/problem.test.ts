import { expect, test } from "vitest";
import { formErrors, Problem, type ProblemDocument, problemOf } from "@/api/problem";

const refused = (document: ProblemDocument, status = 422) => new Problem(status, document);

test("a field of the form gets its error", () => {
  const { errors, rest } = formErrors(refused({ field: "name", detail: "Taken." }), ["name", "email"]);
  expect(errors).toEqual({ name: "Taken." });
  expect(rest).toBeNull();
});

test("several fields, places inside of them, the first error of each", () => {
  const { errors, rest } = formErrors(
    refused({
      detail: "Not valid.",
      errors: [
        { field: "emails[3]", detail: "Not an address." },
        { field: "emails[7]", detail: "Too long." },
        { field: "password", code: "too-short" },
      ],
    }),
    ["emails", "password"],
  );
  expect(errors).toEqual({ emails: "Not an address.", password: "too-short" });
  expect(rest).toBeNull();
});

test("what no field of the form is to blame for stands above it", () => {
  expect(formErrors(refused({ detail: "Full." }, 409), ["name"]).rest?.message).toBe("Full.");
  const { errors, rest } = formErrors(refused({ field: "organizationId", detail: "Gone." }), ["name"]);
  expect(errors).toEqual({});
  expect(rest?.message).toBe("Gone.");
});

test("a missing answer is told from a refusal", () => {
  expect(problemOf(new TypeError("Failed to fetch")).code).toBe("unreachable");
  expect(problemOf(new Error("bug")).status).toBe(-1);
});

test("answers that are no problem documents are survived", async () => {
  const problem = await Problem.of(new Response("<html>Bad gateway</html>", { status: 502, headers: { "Retry-After": "3" } }));
  expect(problem).toMatchObject({ status: 502, retryAfter: 3, message: "The server answered 502." });
  const typed = await Problem.of(new Response(JSON.stringify({ type: "/problems/name-taken", detail: "Taken." }), { status: 409 }));
  expect(typed.code).toBe("name-taken");
});

test("a fault of the server's own is told with the id that its log has", () => {
  expect(new Problem(500, { code: "internal", detail: "Something went wrong.", requestId: "8f3a" }).message).toBe("Something went wrong. (8f3a)");
  expect(new Problem(409, { code: "name-taken", detail: "Taken.", requestId: "8f3a" }).message).toBe("Taken.");
});
