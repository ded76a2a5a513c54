/**
 * The APIs that list failures per item, packed: a line for each.
 */
import type { Api } from '../api.js'
import type { BatchPlan } from '../plan/batches.js'
import { headerText } from './header.js'

export function batchesText(api: Api, plan: BatchPlan): string {
  const lines = plan.map(([name, { requested, requestedBy, failed, failedBy, detail = '-', foldsCase }]) =>
    [name, requested, requestedBy.join(), failed, failedBy.join(), detail, foldsCase ? 'fold' : ''].join(' '),
  )
  return `${headerText(`${api.version} and model/batches.ts`)}
/**
 * APIs that list failures per item, as \`src/insight/batch.ts\` reads them: name, list in the request, what identifies
 * an item of it, list in the response, what identifies an item of it, where its code and message are (\`-\` where
 * nowhere), and whether identifiers ignore case.
 */
export const BATCHES: ReadonlyArray<string> = [${lines.map((line) => `\n  '${line}',`).join('')}\n]
`
}
