import type { Overlay } from '../types.js'

/** Whole scripts, with whatever stands in them. */
export const scriptText: Overlay = {
  evidence: 'script text is unmarked in the API model',
  sensitive: [
    'CreateScriptResponse.PythonScript',
    'CreateScriptResponse.ScalaCode',
    'GetPlanResponse.PythonScript',
    'GetPlanResponse.ScalaCode',
    'GetDataflowGraphRequest.PythonScript',
  ],
}
