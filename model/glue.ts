/**
 * The service this package models: where its API comes from and how its things are called. Another service is another file like this.
 */

import { accessLevels } from './overlay/access-levels.js'
import { connectionProperties } from './overlay/connection-properties.js'
import { getObjects } from './overlay/get-objects.js'
import { jobArguments } from './overlay/job-arguments.js'
import { nullResponses } from './overlay/null-responses.js'
import { numbersAsStrings } from './overlay/numbers-as-strings.js'
import { rowFiltering } from './overlay/row-filtering.js'
import { scriptText } from './overlay/script-text.js'
import { sourceControlToken } from './overlay/source-control-token.js'
import { statementCode } from './overlay/statement-code.js'
import { tokenUrlParameters } from './overlay/token-url-parameters.js'
import { GLUE_TOPICS } from './topics.js'
import type { Overlay, Service } from './types.js'

export const GLUE: Service = {
  name: 'Glue',
  source: 'glue.amazonaws.com',
  sdk: '@aws-sdk/client-glue',
  iamService: 'glue',
  words: ['DynamoDB', 'MongoDB', 'MySQL', 'NoSQL', 'OAuth2', 'PostgreSQL', 'DDB', 'ELT'],
  topics: GLUE_TOPICS,
  apiPage: (name) => `https://docs.aws.amazon.com/glue/latest/webapi/API_${name}.html`,
  guidePage: 'https://docs.aws.amazon.com/glue/latest/dg/monitor-cloudtrail.html',
}

export const GLUE_OVERLAYS: ReadonlyArray<Overlay> = [
  accessLevels,
  connectionProperties,
  getObjects,
  jobArguments,
  nullResponses,
  numbersAsStrings,
  rowFiltering,
  scriptText,
  sourceControlToken,
  statementCode,
  tokenUrlParameters,
]
