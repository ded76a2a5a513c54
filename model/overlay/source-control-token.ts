import type { Overlay } from '../types.js'

/** The token with which a job is read from or written to a source-control host. */
export const sourceControlToken: Overlay = {
  evidence: 'source-control AuthToken is unmarked in the API model',
  sensitive: [
    'SourceControlDetails.AuthToken',
    'UpdateJobFromSourceControlRequest.AuthToken',
    'UpdateSourceControlFromJobRequest.AuthToken',
  ],
}
