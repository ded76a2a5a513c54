import type { Overlay } from '../types.js'

/** Connection properties hold JDBC URLs with user and password, keystore and SASL passwords. */
export const connectionProperties: Overlay = {
  evidence:
    'the Glue guide names ConnectionProperties as what CloudTrail does not log; its CreateConnection record has none. The engine-specific maps are of the same kind (inferred)',
  sensitive: [
    'ConnectionInput.ConnectionProperties',
    'Connection.ConnectionProperties',
    'TestConnectionInput.ConnectionProperties',
    'ConnectionInput.SparkProperties',
    'Connection.SparkProperties',
    'ConnectionInput.AthenaProperties',
    'Connection.AthenaProperties',
    'ConnectionInput.PythonProperties',
    'Connection.PythonProperties',
  ],
  notLogged: ['ConnectionInput.ConnectionProperties', 'TestConnectionInput.ConnectionProperties'],
}
