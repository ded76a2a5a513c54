import type { Overlay } from '../types.js'

/** Run properties of workflows, into which callers write parameters such as passwords. */
export const runProperties: Overlay = {
  evidence: 'the API pages print the same warning ("may be logged") on run properties as on job arguments',
  sensitive: [
    'CreateWorkflowRequest.DefaultRunProperties',
    'UpdateWorkflowRequest.DefaultRunProperties',
    'Workflow.DefaultRunProperties',
    'StartWorkflowRunRequest.RunProperties',
    'PutWorkflowRunPropertiesRequest.RunProperties',
    'GetWorkflowRunPropertiesResponse.RunProperties',
    'WorkflowRun.WorkflowRunProperties',
  ],
}
