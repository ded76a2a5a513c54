import type { Overlay } from '../types.js'

/** Whole scripts, which may contain credentials. */
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
