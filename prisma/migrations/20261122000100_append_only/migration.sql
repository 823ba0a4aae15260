-- Nothing in the record is overwritten, whoever writes: the database itself refuses it.
-- Append-only tables take no update and no delete. In the others a row can be retired once, and nothing else about it can change.

CREATE TRIGGER "Import_no_update" BEFORE UPDATE ON "Import"
BEGIN
  SELECT RAISE(ABORT, 'Import is append-only: an import is history');
END;

CREATE TRIGGER "Import_no_delete" BEFORE DELETE ON "Import"
BEGIN
  SELECT RAISE(ABORT, 'Import is append-only: an import is history');
END;

CREATE TRIGGER "Company_no_update" BEFORE UPDATE ON "Company"
BEGIN
  SELECT RAISE(ABORT, 'Company is append-only: what changes about a company is in CompanyProfile');
END;

CREATE TRIGGER "Company_no_delete" BEFORE DELETE ON "Company"
BEGIN
  SELECT RAISE(ABORT, 'Company is append-only: what changes about a company is in CompanyProfile');
END;

CREATE TRIGGER "Source_no_update" BEFORE UPDATE ON "Source"
BEGIN
  SELECT RAISE(ABORT, 'Source is append-only: a source that says something else is a new source');
END;

CREATE TRIGGER "Source_no_delete" BEFORE DELETE ON "Source"
BEGIN
  SELECT RAISE(ABORT, 'Source is append-only: a source that says something else is a new source');
END;

CREATE TRIGGER "Fact_no_update" BEFORE UPDATE ON "Fact"
BEGIN
  SELECT RAISE(ABORT, 'Fact is append-only: a correction is a new fact that supersedes this one');
END;

CREATE TRIGGER "Fact_no_delete" BEFORE DELETE ON "Fact"
BEGIN
  SELECT RAISE(ABORT, 'Fact is append-only: a correction is a new fact that supersedes this one');
END;

CREATE TRIGGER "Supersession_no_update" BEFORE UPDATE ON "Supersession"
BEGIN
  SELECT RAISE(ABORT, 'Supersession is append-only: what was superseded stays so; enter a new fact');
END;

CREATE TRIGGER "Supersession_no_delete" BEFORE DELETE ON "Supersession"
BEGIN
  SELECT RAISE(ABORT, 'Supersession is append-only: what was superseded stays so; enter a new fact');
END;

CREATE TRIGGER "CompanyProfile_no_delete" BEFORE DELETE ON "CompanyProfile"
BEGIN
  SELECT RAISE(ABORT, 'CompanyProfile keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "CompanyProfile_retire_once" BEFORE UPDATE ON "CompanyProfile"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."companyId" IS NOT OLD."companyId"
    OR NEW."name" IS NOT OLD."name"
    OR NEW."country" IS NOT OLD."country"
    OR NEW."cik" IS NOT OLD."cik"
    OR NEW."notes" IS NOT OLD."notes"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'CompanyProfile keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "CompanyName_no_delete" BEFORE DELETE ON "CompanyName"
BEGIN
  SELECT RAISE(ABORT, 'CompanyName keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "CompanyName_retire_once" BEFORE UPDATE ON "CompanyName"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."companyId" IS NOT OLD."companyId"
    OR NEW."name" IS NOT OLD."name"
    OR NEW."from" IS NOT OLD."from"
    OR NEW."to" IS NOT OLD."to"
    OR NEW."sourceUrl" IS NOT OLD."sourceUrl"
    OR NEW."note" IS NOT OLD."note"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'CompanyName keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "Listing_no_delete" BEFORE DELETE ON "Listing"
BEGIN
  SELECT RAISE(ABORT, 'Listing keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "Listing_retire_once" BEFORE UPDATE ON "Listing"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."companyId" IS NOT OLD."companyId"
    OR NEW."exchange" IS NOT OLD."exchange"
    OR NEW."ticker" IS NOT OLD."ticker"
    OR NEW."from" IS NOT OLD."from"
    OR NEW."to" IS NOT OLD."to"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'Listing keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "PolicyStatement_no_delete" BEFORE DELETE ON "PolicyStatement"
BEGIN
  SELECT RAISE(ABORT, 'PolicyStatement keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "PolicyStatement_retire_once" BEFORE UPDATE ON "PolicyStatement"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."companyId" IS NOT OLD."companyId"
    OR NEW."period" IS NOT OLD."period"
    OR NEW."sourceId" IS NOT OLD."sourceId"
    OR NEW."note" IS NOT OLD."note"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'PolicyStatement keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "Policy_no_delete" BEFORE DELETE ON "Policy"
BEGIN
  SELECT RAISE(ABORT, 'Policy keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "Policy_retire_once" BEFORE UPDATE ON "Policy"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."companyId" IS NOT OLD."companyId"
    OR NEW."from" IS NOT OLD."from"
    OR NEW."to" IS NOT OLD."to"
    OR NEW."policy" IS NOT OLD."policy"
    OR NEW."sourceUrl" IS NOT OLD."sourceUrl"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'Policy keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "Consolidation_no_delete" BEFORE DELETE ON "Consolidation"
BEGIN
  SELECT RAISE(ABORT, 'Consolidation keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "Consolidation_retire_once" BEFORE UPDATE ON "Consolidation"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."parentId" IS NOT OLD."parentId"
    OR NEW."childId" IS NOT OLD."childId"
    OR NEW."from" IS NOT OLD."from"
    OR NEW."to" IS NOT OLD."to"
    OR NEW."note" IS NOT OLD."note"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'Consolidation keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "BtcPrice_no_delete" BEFORE DELETE ON "BtcPrice"
BEGIN
  SELECT RAISE(ABORT, 'BtcPrice keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "BtcPrice_retire_once" BEFORE UPDATE ON "BtcPrice"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."month" IS NOT OLD."month"
    OR NEW."average" IS NOT OLD."average"
    OR NEW."close" IS NOT OLD."close"
    OR NEW."days" IS NOT OLD."days"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'BtcPrice keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "PublishedAggregate_no_delete" BEFORE DELETE ON "PublishedAggregate"
BEGIN
  SELECT RAISE(ABORT, 'PublishedAggregate keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "PublishedAggregate_retire_once" BEFORE UPDATE ON "PublishedAggregate"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."period" IS NOT OLD."period"
    OR NEW."metric" IS NOT OLD."metric"
    OR NEW."written" IS NOT OLD."written"
    OR NEW."panel" IS NOT OLD."panel"
    OR NEW."publisher" IS NOT OLD."publisher"
    OR NEW."sourceUrl" IS NOT OLD."sourceUrl"
    OR NEW."note" IS NOT OLD."note"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'PublishedAggregate keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "Event_no_delete" BEFORE DELETE ON "Event"
BEGIN
  SELECT RAISE(ABORT, 'Event keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "Event_retire_once" BEFORE UPDATE ON "Event"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."date" IS NOT OLD."date"
    OR NEW."label" IS NOT OLD."label"
    OR NEW."kind" IS NOT OLD."kind"
    OR NEW."source" IS NOT OLD."source"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'Event keeps its history: a row can be retired once, nothing else about it changes');
END;

CREATE TRIGGER "Decision_no_delete" BEFORE DELETE ON "Decision"
BEGIN
  SELECT RAISE(ABORT, 'Decision keeps its history: retire the row instead of deleting it');
END;

CREATE TRIGGER "Decision_retire_once" BEFORE UPDATE ON "Decision"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."kind" IS NOT OLD."kind"
    OR NEW."companyId" IS NOT OLD."companyId"
    OR NEW."metric" IS NOT OLD."metric"
    OR NEW."period" IS NOT OLD."period"
    OR NEW."written" IS NOT OLD."written"
    OR NEW."basis" IS NOT OLD."basis"
    OR NEW."note" IS NOT OLD."note"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'Decision keeps its history: a row can be retired once, nothing else about it changes');
END;

-- Two sources for one document, or two profiles at a time would make two truths.
CREATE UNIQUE INDEX "Source_document" ON "Source" ("address", "kind", coalesce("publishedOn", ''), coalesce("retrievedOn", ''));

CREATE UNIQUE INDEX "CompanyProfile_in_force" ON "CompanyProfile" ("companyId") WHERE "retiredIn" IS NULL;

CREATE UNIQUE INDEX "BtcPrice_in_force" ON "BtcPrice" ("month") WHERE "retiredIn" IS NULL;
