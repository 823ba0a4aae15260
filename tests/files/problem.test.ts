import { describe, expect, it } from "vitest";
import { parameterError, problem, PROBLEMS, unknownParameter } from "@/files/http/problem";
import { periodWords, recordYears } from "@/cards/selection/recordYears";
import { parseSelection } from "@/cards/selection/selection";
import { seedRecord } from "../domain/seed";

describe("problem documents", () => {
  it("name the parameter at fault, what was sent, and what may be sent", () => {
    const { problems } = parseSelection({ per: "week", from: "2025-13" }, seedRecord());
    const found = problem({
      kind: "invalid-parameter",
      errors: problems.map(parameterError),
      instance: "/api/v1/pooled?per=week",
      site: "https://example.org",
    });
    expect(found).toMatchObject({
      type: "https://example.org/api/problems#invalid-parameter",
      title: "A parameter is not valid",
      status: 400,
      instance: "/api/v1/pooled?per=week",
      errors: [
        {
          parameter: "per",
          value: "week",
          detail: "per=week is not valid: write one of month, quarter, year.",
          choices: ["month", "quarter", "year"],
        },
        { parameter: "from", value: "2025-13", detail: `from=2025-13 is not valid: write ${periodWords(recordYears(seedRecord()))}.` },
      ],
    });
    expect(found.detail).toContain("per=week is not valid");
  });

  it("suggest the companies that look most like a mistyped one", () => {
    const { problems } = parseSelection({ c: "riott" }, seedRecord());
    expect(problems.map(parameterError)[0]).toMatchObject({ parameter: "c", value: "riott" });
    expect(problems.map(parameterError)[0]?.choices?.[0]).toBe("riot");
  });

  it("every kind has a status of an error and says what to do", () => {
    for (const kind of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      const made = problem({ kind });
      expect(made.status).toBeGreaterThanOrEqual(400);
      expect(made.detail).toBe(PROBLEMS[kind].help);
    }
  });

  it("a long value is cut, so that an answer is not as large as the request", () => {
    const error = unknownParameter("x".repeat(5000), "y".repeat(5000), ["c", "per"]);
    expect(JSON.stringify(error).length).toBeLessThan(500);
    expect(problem({ kind: "unknown-parameter", errors: [error] }).detail).toContain("there are c, per");
  });
});
