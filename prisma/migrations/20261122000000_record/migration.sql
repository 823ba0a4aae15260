-- The tables of the record, as schema.prisma describes them.
-- CreateTable
CREATE TABLE "Import" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "versionDate" TEXT NOT NULL,
    "filesDate" TEXT
);

-- CreateTable
CREATE TABLE "Company" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "addedIn" INTEGER NOT NULL,
    CONSTRAINT "Company_addedIn_fkey" FOREIGN KEY ("addedIn") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "CompanyProfile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "companyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "cik" TEXT,
    "notes" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,
    CONSTRAINT "CompanyProfile_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "CompanyName" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "companyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "sourceUrl" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,
    CONSTRAINT "CompanyName_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Listing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "companyId" TEXT NOT NULL,
    "exchange" TEXT NOT NULL,
    "ticker" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,
    CONSTRAINT "Listing_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publishedOn" TEXT,
    "retrievedOn" TEXT,
    "addedIn" INTEGER NOT NULL,
    CONSTRAINT "Source_addedIn_fkey" FOREIGN KEY ("addedIn") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Fact" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "companyId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    CONSTRAINT "Fact_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Fact_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Fact_addedIn_fkey" FOREIGN KEY ("addedIn") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Supersession" (
    "factId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "replacementId" INTEGER,
    "reason" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    CONSTRAINT "Supersession_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Supersession_replacementId_fkey" FOREIGN KEY ("replacementId") REFERENCES "Fact" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Supersession_addedIn_fkey" FOREIGN KEY ("addedIn") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "PolicyStatement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "companyId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,
    CONSTRAINT "PolicyStatement_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "PolicyStatement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Policy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "companyId" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "policy" TEXT NOT NULL,
    "sourceUrl" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,
    CONSTRAINT "Policy_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Consolidation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "parentId" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "note" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,
    CONSTRAINT "Consolidation_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Consolidation_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "BtcPrice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "month" TEXT NOT NULL,
    "average" BIGINT NOT NULL,
    "close" BIGINT NOT NULL,
    "days" INTEGER NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER
);

-- CreateTable
CREATE TABLE "PublishedAggregate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "period" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "panel" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "sourceUrl" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER
);

-- CreateTable
CREATE TABLE "Event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "date" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,
    CONSTRAINT "Decision_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

