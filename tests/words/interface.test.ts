/** Every text that stands in the source, on pages, in forms, in messages of the command line and in descriptions of files, keeps the rules. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor, type VisitorObject } from "oxc-parser";
import { expect, it } from "vitest";
import { complaints } from "./grammar";

const ROOMS = ["app", "cards", "charts", "cli", "files", "finder", "record", "server", "site", "domain"];

const files = ROOMS.flatMap((room) =>
  readdirSync(join("src", room), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("generated")),
);

/** What stands for values inside a text: words that take the article "a", never the same twice in a row. */
const VALUES = ["kilo", "lima", "mike", "papa", "romeo", "tango", "victor"];
let used = 0;
const value = (): string => VALUES[used++ % VALUES.length] ?? "";

/** Strings of code, not of language: imports, class names, addresses, queries, patterns. */
const isCode = (text: string): boolean =>
  !/[a-z]{2,} [a-z]{2,}/i.test(text) || /[{};=<>|\\]|\$\(|^\w+:|SELECT |UPDATE |calc\(|[ [(]--|\bvar\(/.test(text);

type JSXChildren = Parameters<NonNullable<VisitorObject["JSXElement"]>>[0]["children"];

function textsIn(path: string): string[] {
  const texts: string[] = [];
  const classNames = new Set<unknown>();
  new Visitor({
    JSXAttribute: ({ name, value: set }) => {
      if (name.type === "JSXIdentifier" && name.name === "className") classNames.add(set);
    },
    JSXElement: ({ children }) => texts.push(...wordsOf(children).split("\n")),
    TemplateLiteral: ({ quasis }) =>
      texts.push(quasis.map((quasi) => quasi.value.cooked ?? "").reduce((text, next) => text + value() + next)),
    Literal: (literal) => {
      if (typeof literal.value === "string" && !classNames.has(literal)) texts.push(literal.value);
    },
  }).visit(parseSync(path, readFileSync(path, "utf8")).program);
  return texts.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => !isCode(text));
}

/** The text of an element's children as it is read: inline elements run on, others stand on lines of their own. */
function wordsOf(children: JSXChildren): string {
  return children
    .map((child) => {
      if (child.type === "JSXText") return /^\s*\n\s*$/.test(child.value) ? "" : child.value.replace(/\s+/g, " ");
      if (child.type === "JSXExpressionContainer") {
        const { expression } = child;
        if (expression.type === "JSXEmptyExpression") return "";
        return expression.type === "Literal" && typeof expression.value === "string" ? expression.value : value();
      }
      if (child.type === "JSXElement") {
        const { name } = child.openingElement;
        if (name.type === "JSXIdentifier" && /^(?:a|b|i|em|strong|code|span|time|abbr)$/.test(name.name)) return wordsOf(child.children);
      }
      return "\n";
    })
    .join("");
}

it("texts in the source are in order", () => {
  const found = files.map((path) => ({ path, texts: textsIn(path) }));
  expect(found.reduce((sum, { texts }) => sum + texts.length, 0)).toBeGreaterThan(1500);
  expect(found.flatMap(({ path, texts }) => texts.flatMap((text) => complaints(text).map((what) => `${path}: ${what}`)))).toEqual([]);
});

/** Rooms whose texts stand on pages and in files, and not on a terminal. */
const READ = /^src\/(?:app|cards|charts|domain|files|site)\//;

it("texts for readers have the apostrophe of print", () => {
  const found = files.filter((path) => READ.test(path)).map((path) => ({ path, texts: textsIn(path) }));
  expect(
    found.flatMap(({ path, texts }) => texts.filter((text) => /[a-z]'(?:[a-z]|\s)/i.test(text)).map((text) => `${path}: ${text}`)),
  ).toEqual([]);
});
