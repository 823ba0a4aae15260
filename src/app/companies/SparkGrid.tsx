/**
 * The small multiples of the list of companies: one small drawing each, on the same axes, each a link to its company. The words below
 * say what the drawing says, so that nothing rests on it alone.
 */
import type { Spark } from "@/cards/charts/companySparks";

export function SparkGrid({ sparks }: { readonly sparks: readonly Spark[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-4">
      {sparks.map((spark) => (
        <li key={spark.key}>
          <a href={spark.href} className="block no-underline hover:underline">
            <span className="block text-sm font-semibold">{spark.name}</span>
            <span className="chart block" dangerouslySetInnerHTML={{ __html: spark.svg }} />
            <span className="small block text-ink-muted">{spark.latest}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
