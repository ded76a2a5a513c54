import type { Overlay } from '../types.js'

/** Parameters of blueprint runs: a JSON document that the blueprint turns into jobs with arguments. */
export const blueprintParameters: Overlay = {
  evidence: 'inferred: blueprints pass them on to jobs as arguments, which are sensitive; the API model does not mark them',
  sensitive: ['StartBlueprintRunRequest.Parameters', 'BlueprintRun.Parameters'],
}
