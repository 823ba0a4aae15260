/** Whether a headline may announce a monthly update, to avoid needless requests. When in doubt, yes: a miss costs a month. */

const MONTH =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)\b/i;
const ABOUT =
  /\b(production|produc(?:es|ed)|operations?|operational|ops|mining|mined|mines|bitcoin|btc|hash ?rate|holdings?|monthly|month)\b/i;
const REPORTS =
  /\b(updates?|results?|reports?|announces|provides|releases|production|holdings?|mined|mines|produc(?:es|ed)|figures|highlights)\b/i;

/** "monthly update", "production and operations update" without a month's name. */
const PLAIN = /\b(monthly|production|operations?|operational|ops|mining)\b[^.;:]{0,40}\b(updates?|reports?)\b/i;

const OTHER =
  /\b(to (?:announce|report|release|host|hold|present|participate|attend|speak|ring)|conference call|webcast|quarter(?:ly)?|q[1-4]|fiscal year|full[- ]year|year[- ]end results|earnings|annual (?:general )?meeting|offering|notes due|presentation|appoints?|lawsuit)\b/i;

/** A month's own figures, even when a quarter's are announced along with them. */
const STRONG = /\b(production|operations?|operational|mining|monthly)\b[^.;:]{0,60}\bupdates?\b/i;

/** True in doubt, for example when a quarter is announced along with the month. */
export function looksLikeMonthlyUpdate(title: string): boolean {
  const monthly = (MONTH.test(title) && ABOUT.test(title) && REPORTS.test(title)) || PLAIN.test(title);
  if (!monthly) return false;
  return !OTHER.test(title) || (STRONG.test(title) && MONTH.test(title));
}
