/**
 * The service that this package models: the source of its API, and its names. `src` is written for Glue; another
 * service would need more than this.
 */

import { accessLevels } from './overlay/access-levels.js'
import { blueprintParameters } from './overlay/blueprint-parameters.js'
import { connectionProperties } from './overlay/connection-properties.js'
import { getObjects } from './overlay/get-objects.js'
import { jobArguments } from './overlay/job-arguments.js'
import { logUrls } from './overlay/log-urls.js'
import { mapsAsStrings } from './overlay/maps-as-strings.js'
import { nullResponses } from './overlay/null-responses.js'
import { numbersAsStrings } from './overlay/numbers-as-strings.js'
import { reads } from './overlay/reads.js'
import { rowFiltering } from './overlay/row-filtering.js'
import { runProperties } from './overlay/run-properties.js'
import { scriptArguments } from './overlay/script-arguments.js'
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
  blueprintParameters,
  connectionProperties,
  getObjects,
  jobArguments,
  logUrls,
  mapsAsStrings,
  nullResponses,
  numbersAsStrings,
  reads,
  rowFiltering,
  runProperties,
  scriptArguments,
  scriptText,
  sourceControlToken,
  statementCode,
  tokenUrlParameters,
]
