/**
 * All generated files but the compiled scan.
 */
import { BATCHES } from '../model/batches.js'
import { RECORD } from '../model/record.js'
import { CALL_MEMBERS, IDENTITY_TYPE } from '../model/record-call.js'
import { RESOURCES } from '../model/resources.js'
import type { Api } from './api.js'
import { planBatches } from './plan/batches.js'
import { kebabCase } from './plan/file-names.js'
import { planPlacement } from './plan/placement.js'
import { type ResourcePlan, withFormats } from './plan/resources.js'
import { batchesText } from './print/batches.js'
import { describeFiles } from './print/describe.js'
import { evidenceText } from './print/evidence.js'
import { groupFiles } from './print/groups.js'
import { operationText } from './print/operations.js'
import { phrasesText } from './print/phrases.js'
import { recordExports, recordFiles } from './print/record.js'
import { callText, publicText, registryText } from './print/registry.js'
import { resourcesText } from './print/resources.js'
import { enumsText, shapesIndexText, shapeText } from './print/shapes.js'
import type { Resources } from './read/resources.js'

/** Prints all files, by path below `src/generated`. */
export function printAll(api: Api, iam: Resources, resources: ResourcePlan): ReadonlyMap<string, string> {
  const plan = planPlacement(api)
  const { words } = api.service
  const files = new Map<string, string>()
  for (const [name, content] of recordFiles(RECORD)) files.set(`record/${name}`, content)
  for (const operation of api.operations) {
    files.set(`operations/${kebabCase(operation.name, words)}.ts`, operationText(api, plan, operation))
  }
  for (const [file, structures] of plan.shared) files.set(`shapes/${kebabCase(file, words)}.ts`, shapeText(api, plan, file, structures))
  files.set('shapes/enums.ts', enumsText(api))
  files.set('shapes/index.ts', shapesIndexText(api, plan))
  for (const [name, content] of groupFiles(api, plan)) files.set(`groups/${name}`, content)
  for (const [name, content] of describeFiles(api, { ...iam, types: withFormats(iam, RESOURCES) }, RECORD, CALL_MEMBERS, IDENTITY_TYPE))
    files.set(`describe/${name}`, content)
  files.set('call.ts', callText(api))
  files.set('registry.ts', registryText(api))
  files.set('phrases.ts', phrasesText(api))
  files.set('batches.ts', batchesText(api, planBatches(api, BATCHES)))
  files.set('evidence.ts', evidenceText(api))
  files.set('resources.ts', resourcesText(api, resources))
  files.set('public.ts', publicText(api, recordExports(RECORD)))
  return files
}
