/** The tests of store and backup once more, against a real libSQL server. */
import { backupSuite } from "../record/store/backupSuite";
import { storeSuite } from "../record/store/suite";
import { emptyStore } from "../stores";
import { serverForTests } from "./libsql";

const server = serverForTests();

storeSuite("a libSQL server", () => server(emptyStore));
backupSuite("a libSQL server", () => server());
