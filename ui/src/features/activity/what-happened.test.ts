import { expect, test } from "vitest";
import { particulars, whatHappened } from "@/features/activity/what-happened";

test("kinds become sentences", () => {
  expect(whatHappened("member.roles-changed")).toBe("Member roles changed");
  expect(whatHappened("PROJECT_CREATED").toLowerCase()).toBe("project created");
});

test("particulars are said without ids", () => {
  expect(
    particulars({
      roles: ["PROJECT_MANAGER", "ADMIN"],
      projectId: "01890000-0000-7000-8000-000000000000",
      fullAccess: false,
      organization: { id: "x", name: "Label Partners" },
      nothing: null,
      removed: 0,
      items: 12000,
      bytes: 2048,
    }),
  ).toBe("roles: project manager, admin · full access: no · organization: Label Partners · items: 12,000 · bytes: 2.0 KiB");
});
