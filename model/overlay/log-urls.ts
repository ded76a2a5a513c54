import type { Overlay } from '../types.js'

/** Presigned URLs to logs: anyone who has one can read the logs until it expires. */
export const logUrls: Overlay = {
  evidence: 'inferred: the URL gives access to the logs, as GetDashboardUrlResponse.Url does to a dashboard, which the API model marks',
  sensitive: ['GetSystemLogsForJobRunResponse.SystemLogsUrl', 'GetSystemLogsForSessionResponse.SystemLogsUrl'],
}
