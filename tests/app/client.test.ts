import { expect, test } from "vitest";
import { clientAddress, addressMark } from "@/app/desk/guard";

const from = (address: string) => new Request("https://example.org/", { headers: { "x-forwarded-for": address } });

test("who asks is whom the server wrote down; in development the last that Next wrote", () => {
  expect(clientAddress(from("198.51.100.7"))).toBe("198.51.100.7");
  expect(clientAddress(from("192.0.2.9, 198.51.100.7"))).toBe("198.51.100.7");
  expect(clientAddress(new Request("https://example.org/"))).toBe("");
});

test("at the desk's door visitors are told apart: one visitor's attempts do not lock out another", () => {
  process.env["DESK_SECRET"] = "a secret of the operator";
  const seal = (visitor: string) => addressMark(from(visitor));
  expect(seal("198.51.100.7")).not.toBe(seal("198.51.100.8"));
  expect(seal("198.51.100.7")).toBe(seal("198.51.100.7"));
});
