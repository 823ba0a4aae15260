import { draftOf } from "@/reader/readRelease";
import { fit } from "@/reader/training/fit"; import { rowsOf } from "@/reader/training/samples";
import { probabilities } from "@/reader/score"; import { METRIC_IDS } from "@/domain/metric";
import { COMPANIES, RECORD, samplesIn } from "./samples";
const all=[...samplesIn("published"),...samplesIn("made")];
const [name,plain]=process.argv.slice(2);
const s=all.find(x=>x.name.endsWith(name!))!;
const rows=all.filter(x=>x.company!==s.company).map(s=>rowsOf(s,COMPANIES));
console.log("docs",rows.length,"rows",rows.flat().length, "pos", METRIC_IDS.map(m=>m+":"+rows.flat().filter(r=>r.metrics.includes(m)).length).join(" "));
const t=Date.now(); const weights=fit(rows); console.log("fit ms",Date.now()-t,"features",Object.keys(weights.features).length);
const d=draftOf(s.text,{companies:COMPANIES,record:RECORD,weights});
for (const r of d.raws.filter(r=>r.plain===plain)) {
 const p=probabilities(r,weights); console.log(r.unit,JSON.stringify(p));
 const top=Object.entries(p).sort((a,b)=>b[1]!-a[1]!).slice(0,2).map(e=>e[0]);
 const want=process.argv[4]??top[0]; const i=METRIC_IDS.indexOf(want as any);
 console.log(want,"bias",weights.bias[want as never], r.features.map(f=>[f,weights.features[f]?.[i]] as const).filter(x=>x[1]).sort((a,b)=>Math.abs(b[1]!)-Math.abs(a[1]!)).slice(0,40).map(x=>x.join(" ")).join(" ; "));
}
