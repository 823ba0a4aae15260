/**
 * What the Data Package 2.0 specification demands of datapackage.json (https://datapackage.org/standard/), written as a JSON Schema:
 * Data Package, Data Resource, Table Dialect and Table Schema, as far as a package of CSV files uses them. Stricter than the standard in
 * one thing: properties that the standard does not know are refused, so that a misspelt one is found.
 */
const text = { type: "string" };
const filled = { type: "string", minLength: 1 };
const url = { type: "string", format: "uri", pattern: "^https?://" };
/** "a POSIX path … relative to the descriptor, never absolute, never upwards", or an address. */
const path = { type: "string", pattern: "^(?=^[^./~])(^((?!\\.{2}).)*$).*$" };
const strict = (properties: object, required: string[]) => ({ type: "object", properties, required, additionalProperties: false });
const some = (items: object) => ({ type: "array", minItems: 1, items });
const names = { oneOf: [filled, { ...some(filled), uniqueItems: true }] };

const TYPES = [
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "list",
  "datetime",
  "date",
  "time",
  "year",
  "yearmonth",
  "duration",
  "geopoint",
  "geojson",
  "any",
];

const constraints = strict(
  {
    required: { type: "boolean" },
    unique: { type: "boolean" },
    pattern: { type: "string", format: "regex" },
    enum: { type: "array", minItems: 1, uniqueItems: true },
    minimum: { type: ["number", "string"] },
    maximum: { type: ["number", "string"] },
    minLength: { type: "integer", minimum: 0 },
    maxLength: { type: "integer", minimum: 0 },
  },
  [],
);

/** Each type knows its own constraints and formats (Table Schema, "Field Types" and "Field Constraints"). */
const byType = [
  {
    if: { properties: { type: { const: "string" } } },
    then: {
      properties: {
        format: { enum: ["default", "email", "uri", "binary", "uuid"] },
        constraints: { properties: { minimum: false, maximum: false } },
      },
    },
  },
  {
    if: { properties: { type: { enum: ["number", "integer", "date", "yearmonth"] } } },
    then: { properties: { format: false, constraints: { properties: { pattern: false, minLength: false, maxLength: false } } } },
  },
  {
    if: { properties: { type: { const: "boolean" } } },
    then: { properties: { format: false, constraints: { properties: { minimum: false, maximum: false, pattern: false } } } },
  },
];

const field = {
  ...strict({ name: filled, type: { enum: TYPES }, format: text, title: text, description: text, example: {}, constraints }, ["name"]),
  allOf: byType,
};

const foreignKey = strict({ fields: names, reference: strict({ resource: text, fields: names }, ["fields"]) }, ["fields", "reference"]);

const schema = strict(
  {
    $schema: url,
    fields: some(field),
    fieldsMatch: { enum: ["exact", "equal", "subset", "superset", "partial"] },
    missingValues: { type: "array", items: text },
    primaryKey: names,
    uniqueKeys: some(some(filled)),
    foreignKeys: some(foreignKey),
  },
  ["fields"],
);

const dialect = strict(
  {
    $schema: url,
    header: { type: "boolean" },
    delimiter: filled,
    lineTerminator: filled,
    quoteChar: { type: "string", minLength: 1, maxLength: 1 },
    doubleQuote: { type: "boolean" },
  },
  [],
);

const source = { ...strict({ title: text, path, email: { type: "string", format: "email" }, version: text }, []), minProperties: 1 };
const licence = {
  ...strict({ name: { type: "string", pattern: "^([-a-zA-Z0-9._])+$" }, path, title: text }, []),
  anyOf: [{ required: ["name"] }, { required: ["path"] }],
};
const contributor = {
  ...strict({ title: text, givenName: text, familyName: text, path, email: text, roles: some(text), organization: text }, []),
  minProperties: 1,
};

const resource = strict(
  {
    $schema: url,
    name: { type: "string", pattern: "^([-a-z0-9._/])+$" },
    type: { const: "table" },
    path,
    title: text,
    description: text,
    format: text,
    mediatype: { type: "string", pattern: "^(.+)/(.+)$" },
    encoding: text,
    bytes: { type: "integer", minimum: 0 },
    hash: { type: "string", pattern: "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$" },
    sources: some(source),
    licenses: some(licence),
    dialect,
    schema,
  },
  ["name", "path"],
);

export const DATA_PACKAGE_PROFILE = strict(
  {
    $schema: { const: "https://datapackage.org/profiles/2.0/datapackage.json" },
    name: { type: "string", pattern: "^([-a-z0-9._/])+$" },
    id: text,
    title: text,
    description: text,
    homepage: url,
    version: text,
    created: { type: "string", format: "date-time" },
    keywords: some(text),
    image: text,
    licenses: some(licence),
    sources: some(source),
    contributors: some(contributor),
    resources: some(resource),
  },
  ["$schema", "resources"],
);
