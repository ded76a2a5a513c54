import type { Overlay } from '../types.js'

/** Code run in an interactive session; people write credentials into it. */
export const statementCode: Overlay = {
  evidence: 'RunStatement.Code is unmarked in the API model',
  sensitive: ['RunStatementRequest.Code', 'Statement.Code'],
}
