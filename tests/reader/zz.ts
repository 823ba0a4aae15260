import { draftOf } from "@/reader/readRelease";
import { readPage } from "@/reader/page"; import { blocksOf } from "@/reader/blocks"; import { numberStyle } from "@/reader/numbers";
import { fit } from "@/reader/training/fit"; import { rowsOf } from "@/reader/training/samples";
import { COMPANIES, RECORD, samplesIn } from "./samples";
const all=[...samplesIn("published"),...samplesIn("made")];
const weights=fit(all.map(s=>rowsOf(s,COMPANIES)));
for (const name of process.argv.slice(2)) {
  const s=all.find(x=>x.name.endsWith(name))!;
  const p=readPage(s.text);
  if (process.env.B) for (const b of blocksOf(p,numberStyle(p.text))) console.log(b.type==="row"?`ROW [${b.section}] ${b.label} => ${b.values.map(v=>v.text).join(" ; ")} HEAD ${b.head?.map(h=>h.kind+":"+h.text).join(",")} H=${b.heading.slice(0,40)}`:`${b.type} ${b.text.slice(0,120)} H=${b.heading.slice(0,40)}`);
  const d=draftOf(s.text,{companies:COMPANIES,record:RECORD,weights,publishedOn:s.publishedOn});
  console.log(name,JSON.stringify(d.about));
  for (const q of d.proposals) console.log("  ",q.company,q.metric,q.period,q.raw.plain,q.chance.toFixed(2),q.sense,q.exact,q.raw.how,"|",q.raw.label||q.raw.features.filter(f=>/^[LR][12]:/.test(f)).join(" "));
  if (process.env.R) for (const r of d.raws) if(!d.proposals.some(q=>q.raw===r)) console.log("   -",r.plain,r.unit,r.company,r.how,r.label,JSON.stringify(r.when.own.map(t=>t.kind+":"+t.text)),r.when.column?.text,"above",r.when.above?.text,"lost",r.when.lost);
}
