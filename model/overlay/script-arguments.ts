import type { Overlay } from '../types.js'

/**
 * Arguments of the nodes of a script, and of locations: pairs of a name and a value, such as the password of a JDBC
 * connection.
 */
export const scriptArguments: Overlay = {
  evidence: 'inferred: the API model has them as name and value and does not mark them; arguments of JDBC nodes include the password',
  sensitive: ['CodeGenNodeArg.Value'],
}
