-- The last day of a company's fiscal year, so that what it calls its first quarter is put into the calendar.
-- AlterTable
ALTER TABLE "CompanyProfile" ADD COLUMN "fiscalYearEnd" TEXT;

DROP TRIGGER "CompanyProfile_retire_once";

CREATE TRIGGER "CompanyProfile_retire_once" BEFORE UPDATE ON "CompanyProfile"
WHEN OLD."retiredIn" IS NOT NULL
    OR NEW."retiredIn" IS NULL
    OR NEW."id" IS NOT OLD."id"
    OR NEW."companyId" IS NOT OLD."companyId"
    OR NEW."name" IS NOT OLD."name"
    OR NEW."country" IS NOT OLD."country"
    OR NEW."cik" IS NOT OLD."cik"
    OR NEW."notes" IS NOT OLD."notes"
    OR NEW."fiscalYearEnd" IS NOT OLD."fiscalYearEnd"
    OR NEW."addedIn" IS NOT OLD."addedIn"
BEGIN
  SELECT RAISE(ABORT, 'CompanyProfile keeps its history: a row can be retired once, nothing else about it changes');
END;
