-- Who stands behind a host, so that a source is named by its publisher.
-- CreateTable
CREATE TABLE "Publisher" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "host" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER
);

CREATE TRIGGER "Publisher_no_delete" BEFORE DELETE ON "Publisher"
BEGIN
  SELECT RAISE(ABORT, 'Publisher keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "Publisher_retire_once" BEFORE UPDATE ON "Publisher"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."host" IS NOT OLD."host"
    OR NEW."name" IS NOT OLD."name"
    OR NEW."role" IS NOT OLD."role"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'Publisher keeps its history: a row can be retired once, nothing else about it changes');
END;
