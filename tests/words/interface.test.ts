/** Every text that stands in the source, on pages, in forms, in messages of the command line and in descriptions of files, keeps the rules. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
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
  !/[a-z]{2,} [a-z]{2,}/i.test(text) || /[{};=<>|\\]|\$\(|^\w+:|SELECT |UPDATE |calc\(| --|\bvar\(/.test(text);

function textsIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || (ts.isJsxAttribute(node) && node.name.getText() === "className")) return;
    if (ts.isJsxElement(node)) texts.push(...wordsOf(node.children).split("\n"));
    else if (ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map((span) => value() + span.literal.text).join(""));
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => !isCode(text));
}

/** The text of an element's children as it is read: inline elements run on, others stand on lines of their own. */
function wordsOf(children: ts.NodeArray<ts.JsxChild>): string {
  return children
    .map((child) => {
      if (ts.isJsxText(child)) return child.containsOnlyTriviaWhiteSpaces ? "" : child.text.replace(/\s+/g, " ");
      if (ts.isJsxExpression(child)) {
        const { expression } = child;
        return expression === undefined ? "" : ts.isStringLiteral(expression) ? expression.text : value();
      }
      if (ts.isJsxElement(child) && /^(?:a|b|i|em|strong|code|span|time|abbr)$/.test(child.openingElement.tagName.getText()))
        return wordsOf(child.children);
      return "\n";
    })
    .join("");
}

it("texts in the source are in order", () => {
  const found = files.map((path) => ({ path, texts: textsIn(path) }));
  expect(found.reduce((sum, { texts }) => sum + texts.length, 0)).toBeGreaterThan(1500);
  expect(found.flatMap(({ path, texts }) => texts.flatMap((text) => complaints(text).map((what) => `${path}: ${what}`)))).toEqual([]);
});
