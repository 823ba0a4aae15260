/** Explains why a file or folder named by the operator cannot be read, with what to do. */
import { messageOf } from "@/domain/shared/refusal";
import { resolve } from "node:path";

/** `what` was expected at `path`; `error` is the system's. */
export function unreadable(path: string, error: unknown, what: "file" | "folder" = "file"): string {
  const where = resolve(path);
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case "ENOENT":
      return `There is no ${what} ${path}${where === path ? "" : `: ${where} was looked for`}. Check its name, or write its whole path.`;
    case "ENOTDIR":
      return `${path} cannot be opened: ${what === "folder" ? "it is a file. Name the folder that it is in" : "a part of the path is a file, not a folder. Check the path"}.`;
    case "EISDIR":
      return `${path} is a folder. Name one of the files in it.`;
    case "EACCES":
    case "EPERM":
      return `The user who runs this command may not read ${where}. Change its rights, or run the command as a user who may.`;
    default:
      return `${where} cannot be read: ${messageOf(error)}.`;
  }
}
