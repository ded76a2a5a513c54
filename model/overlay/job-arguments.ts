import type { Overlay } from '../types.js'

/** Arguments of jobs and sessions contain `--password`, `--conf` and the like. */
export const jobArguments: Overlay = {
  evidence: 'job and run Arguments and DefaultArguments are secret in practice and unmarked in the API model',
  sensitive: [
    'StartJobRunRequest.Arguments',
    'JobRun.Arguments',
    'Action.Arguments',
    'CreateJobRequest.DefaultArguments',
    'CreateJobRequest.NonOverridableArguments',
    'Job.DefaultArguments',
    'Job.NonOverridableArguments',
    'JobUpdate.DefaultArguments',
    'JobUpdate.NonOverridableArguments',
    'CreateSessionRequest.DefaultArguments',
    'Session.DefaultArguments',
    'CreateDevEndpointRequest.Arguments',
    'CreateDevEndpointResponse.Arguments',
    'DevEndpoint.Arguments',
    'UpdateDevEndpointRequest.AddArguments',
  ],
}
