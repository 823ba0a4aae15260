// grid: penalty, least
import { fit } from "@/reader/training/fit"; import { rowsOf } from "@/reader/training/samples";
import { probabilities, type Probabilities } from "@/reader/score"; import { METRIC_IDS, type MetricId } from "@/domain/metric";
import { COMPANIES, samplesIn } from "./samples";
const all=[...samplesIn("published"),...samplesIn("made")];
const rows=new Map(all.map(s=>[s,rowsOf(s,COMPANIES)]));
const names=[...new Set(all.map(s=>s.company))].sort();
const words=(f:string)=>/^(?:[\w]+\|)?(?:T|TT|L1|L2|Lw|R1|R2|Rw):[\p{Ll}\d%'’\/_-]/u.test(f);
for (const [penalty,least,noWords] of [[0.3,2,0],[1,2,0],[0.3,2,1],[1,2,1],[0.1,2,1],[0.3,3,0]] as const) {
  const hist=[0.05,0.1,0.15,0.2,0.3,0.5,0.8].map(t=>({t,tp:0,fp:0})); let pos=0, nf=0;
  for (let f=0;f<4;f++){
    const tr=all.filter(s=>names.indexOf(s.company)%4!==f), te=all.filter(s=>names.indexOf(s.company)%4===f);
    const strip=(r:any)=>noWords?{...r,features:r.features.filter((x:string)=>!words(x))}:r;
    const w=fit(tr.map(s=>rows.get(s)!.map(strip)),{penalty,leastDocuments:least}); nf=Object.keys(w.features).length;
    for (const s of te) if (s.name.startsWith("published")) for (const r of rows.get(s)!) { const p=probabilities(strip(r) as any,w); const e=(Object.entries(p) as [MetricId,number][]).sort((a,b)=>b[1]-a[1])[0]; if(r.metrics.length) pos++; for (const h of hist) if (e&&e[1]>=h.t) { if (r.metrics.includes(e[0])) h.tp++; else h.fp++; } }
  }
  console.log(penalty,least,noWords?"classes":"all",nf,"pos",pos,hist.map(h=>`${h.t}: ${(h.tp/pos*100).toFixed(1)}% fp${h.fp}`).join("  "));
}
