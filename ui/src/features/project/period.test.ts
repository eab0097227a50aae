import { describe, expect, it } from "vitest";
import { isOver, periodText } from "./period";

describe("A period", () => {
  it("is said as far as it is planned", () => {
    expect(periodText({ startsOn: null, endsOn: null })).toBeNull();
    expect(periodText({ startsOn: "2026-03-01", endsOn: null })).toBe("from Mar 1, 2026");
    expect(periodText({ startsOn: null, endsOn: "2026-05-01" })).toBe("until May 1, 2026");
    expect(periodText({ startsOn: "2026-03-01", endsOn: "2026-05-01" })).toBe("Mar 1, 2026 to May 1, 2026");
    expect(periodText({ startsOn: "2026-03-01", endsOn: "2026-03-01" })).toBe("Mar 1, 2026");
  });

  it("is over on the day after its last one", () => {
    expect(isOver({ startsOn: null, endsOn: "2026-05-01" }, "2026-05-01")).toBe(false);
    expect(isOver({ startsOn: null, endsOn: "2026-05-01" }, "2026-05-02")).toBe(true);
    expect(isOver({ startsOn: "2026-03-01", endsOn: null }, "2026-05-02")).toBe(false);
  });
});
