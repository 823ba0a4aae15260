-- What the reader says of a candidate when it reads the document again, knowing more than before. The candidate's own row never changes;
-- the latest reading counts.
-- CreateTable
CREATE TABLE "CandidateReading" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "candidateId" INTEGER NOT NULL,
    "confidence" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "corroboratedBy" TEXT NOT NULL,
    "vetoedBy" TEXT NOT NULL,
    "alternatives" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "CandidateReading_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateIndex
CREATE INDEX "CandidateReading_candidateId_idx" ON "CandidateReading"("candidateId");

CREATE TRIGGER "CandidateReading_no_update" BEFORE UPDATE ON "CandidateReading"
BEGIN
  SELECT RAISE(ABORT, 'CandidateReading is append-only: what is read anew is a new row');
END;

CREATE TRIGGER "CandidateReading_no_delete" BEFORE DELETE ON "CandidateReading"
BEGIN
  SELECT RAISE(ABORT, 'CandidateReading is append-only: a later reading counts instead');
END;
