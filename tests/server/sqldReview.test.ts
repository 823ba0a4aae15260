/** The tests of review once more, against a real libSQL server. */
import { reviewSuite } from "../record/store/reviewSuite";
import { smallStore } from "../stores";
import { serverForTests } from "./libsql";

const server = serverForTests();

reviewSuite("a libSQL server", () => server(smallStore));
