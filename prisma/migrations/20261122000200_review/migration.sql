-- The review of what was read, and the log of all that is done to the record. Every table here only grows.
-- CreateTable
CREATE TABLE "Document" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sha256" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "company" TEXT,
    "publishedOn" TEXT,
    "retrievedOn" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "warnings" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Candidate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "documentId" INTEGER NOT NULL,
    "company" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "plain" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "confidence" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    CONSTRAINT "Candidate_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Review" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "candidateId" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "factId" INTEGER,
    "note" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "Review_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Review_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Document_sha256_key" ON "Document"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Review_candidateId_turn_key" ON "Review"("candidateId", "turn");

-- One candidate for one figure that a document states.
CREATE UNIQUE INDEX "Candidate_figure" ON "Candidate" ("documentId", "company", "metric", "period", "value");

CREATE TRIGGER "Document_no_update" BEFORE UPDATE ON "Document"
BEGIN
  SELECT RAISE(ABORT, 'Document is append-only: a document that reads otherwise is a new one');
END;

CREATE TRIGGER "Document_no_delete" BEFORE DELETE ON "Document"
BEGIN
  SELECT RAISE(ABORT, 'Document is append-only: what was read stays to be checked');
END;

CREATE TRIGGER "Candidate_no_update" BEFORE UPDATE ON "Candidate"
BEGIN
  SELECT RAISE(ABORT, 'Candidate is append-only: a decision about it is a Review');
END;

CREATE TRIGGER "Candidate_no_delete" BEFORE DELETE ON "Candidate"
BEGIN
  SELECT RAISE(ABORT, 'Candidate is append-only: refuse it instead of deleting it');
END;

CREATE TRIGGER "Review_no_update" BEFORE UPDATE ON "Review"
BEGIN
  SELECT RAISE(ABORT, 'Review is append-only: a later decision is a new Review');
END;

CREATE TRIGGER "Review_no_delete" BEFORE DELETE ON "Review"
BEGIN
  SELECT RAISE(ABORT, 'Review is append-only: undo it with a new Review');
END;

-- Decisions about a candidate follow one another: none is left out, and only what was decided can be undone.
CREATE TRIGGER "Review_in_turn" BEFORE INSERT ON "Review"
WHEN NEW."turn" <> 1 + (SELECT count(*) FROM "Review" WHERE "candidateId" = NEW."candidateId")
BEGIN
  SELECT RAISE(ABORT, 'Review out of turn: the candidate has been decided about in the meantime');
END;

CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry"
BEGIN
  SELECT RAISE(ABORT, 'AuditEntry is append-only: the log is not rewritten');
END;

CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry"
BEGIN
  SELECT RAISE(ABORT, 'AuditEntry is append-only: the log is not rewritten');
END;

-- An entry continues the chain where it ends, or it does not get in.
CREATE TRIGGER "AuditEntry_in_chain" BEFORE INSERT ON "AuditEntry"
WHEN NEW."seq" <> 1 + coalesce((SELECT max("seq") FROM "AuditEntry"), 0)
    OR NEW."previous" IS NOT coalesce((SELECT "hash" FROM "AuditEntry" WHERE "seq" = NEW."seq" - 1), '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN
  SELECT RAISE(ABORT, 'AuditEntry out of the chain: each entry continues the one before it');
END;
