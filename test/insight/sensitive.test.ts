import { GLUE_APIS, sensitiveIn, sensitivePathsOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { eventNamed } from '../support/codecs.js'
import { aggregated, glueCall, insight, otherServiceCall, unmodelledCall } from '../support/records.js'
import { sampleOf, type Value } from '../support/sample.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const ask = (eventName: string, requestParameters: unknown, rest: object = {}) =>
  sensitiveIn({ ...glueCall, eventName, requestParameters, responseElements: null, ...rest })

const states = (eventName: string, requestParameters: unknown): ReadonlyArray<string> =>
  ask(eventName, requestParameters).map(({ place, state, exposures }) =>
    [`${place} ${state}`, ...exposures.map(({ path, rule }) => `${path.join('/')} ${rule}`)].join(', '),
  )

describe('sensitiveIn', () => {
  it('finds secrets in pairs of a name and a value', () => {
    const nodes = [
      {
        id: 'a',
        nodeType: 'DataSource',
        args: [
          { name: 'password', value: 'hunter2' },
          { name: 'table', value: 'orders' },
        ],
      },
    ]
    const found = sensitiveIn({ ...glueCall, eventName: 'CreateScript', requestParameters: { dagNodes: nodes } })
    expect(found.filter(({ state }) => state === 'EXPOSED').map(({ exposures }) => exposures)).toEqual([
      [{ path: ['requestParameters', 'dagNodes', 0, 'args', 0, 'value'], rule: 'SECRET_NAME' }],
    ])
    const password = { name: 'password', propertyType: 'SECRET', required: true, defaultValue: 'hunter2' }
    const configuration = { basicAuthenticationProperties: { password } }
    const registered = { connectorAuthenticationConfiguration: configuration }
    const type = sensitiveIn({ ...glueCall, eventName: 'RegisterConnectionType', requestParameters: registered })
    expect(type.filter(({ state }) => state === 'EXPOSED')).toHaveLength(1)
  })

  it('finds a default value by the name of the member that holds it', () => {
    const properties = { password: { defaultValue: 'hunter2' }, username: { name: 'password', defaultValue: 'ann' } }
    const found = states('RegisterConnectionType', {
      connectorAuthenticationConfiguration: { basicAuthenticationProperties: properties },
      connectionProperties: { url: { defaultValue: 'plain' } },
    })
    const place = 'requestParameters.connectorAuthenticationConfiguration.basicAuthenticationProperties'
    const path = place.replaceAll('.', '/')
    expect(found.filter((line) => line.includes('EXPOSED'))).toEqual([
      `${place}.password.defaultValue EXPOSED, ${path}/password/defaultValue SECRET_NAME`,
      `${place}.username.defaultValue EXPOSED, ${path}/username/defaultValue SECRET_NAME`,
    ])
  })

  it('finds run properties of workflows and presigned URLs', () => {
    const run = sensitiveIn({
      ...glueCall,
      eventName: 'StartWorkflowRun',
      requestParameters: { name: 'w', runProperties: { password: 'x1' } },
    })
    expect(run).toMatchObject([{ place: 'requestParameters.runProperties', state: 'EXPOSED' }])
    const url = 'https://bucket.s3.amazonaws.com/log?X-Amz-Expires=60&X-Amz-Signature=0a1b'
    expect(sensitiveIn({ ...otherServiceCall, responseElements: { url } })).toMatchObject([{ exposures: [{ rule: 'URL_CREDENTIALS' }] }])
  })

  it('says of each place of the API what stands there', () => {
    expect(ask('StartJobRun', { jobName: 'nightly' })).toEqual([{ place: 'requestParameters.arguments', state: 'ABSENT', exposures: [] }])
    expect(ask('StartJobRun', null)).toEqual([{ place: 'requestParameters.arguments', state: 'ABSENT', exposures: [] }])
    expect(states('StartJobRun', { arguments: { '--day': '2024-05-14' } })).toEqual(['requestParameters.arguments SHOWN'])
    expect(states('StartJobRun', { arguments: '****' })).toEqual(['requestParameters.arguments MARKED'])
    expect(states('StartJobRun', { arguments: { '--day': '1', '--password': '****' } })).toEqual(['requestParameters.arguments MARKED'])
    expect(states('StartJobRun', { arguments: {} })).toEqual(['requestParameters.arguments SHOWN'])
  })

  it('finds passwords in job arguments by their names and inside other arguments', () => {
    expect(
      states('StartJobRun', {
        arguments: {
          '--password': 'hunter2',
          '--conf': 'spark.a=b --conf spark.app.password=hunter2',
          '--url': 'postgresql://app:hunter2@db/orders',
          '--secret-name': 'orders/db',
          '--db_password': 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db',
        },
      }),
    ).toEqual([
      'requestParameters.arguments EXPOSED, requestParameters/arguments/--password SECRET_NAME, requestParameters/arguments/--conf ASSIGNMENT, requestParameters/arguments/--url URL_CREDENTIALS',
    ])
  })

  it('finds credentials of connections', () => {
    const connectionProperties = { JDBC_CONNECTION_URL: 'jdbc:mysql://db/x?user=a&password=hunter2', USERNAME: 'app', PASSWORD: 'hunter2' }
    const basicAuthenticationCredentials = { username: 'app', password: 'hunter2' }
    const connectionInput = { connectionProperties, authenticationConfiguration: { basicAuthenticationCredentials } }
    const exposed = states('CreateConnection', { connectionInput }).filter((content) => content.includes('EXPOSED'))
    expect(exposed).toEqual([
      'requestParameters.connectionInput.authenticationConfiguration.basicAuthenticationCredentials.password EXPOSED, requestParameters/connectionInput/authenticationConfiguration/basicAuthenticationCredentials/password SENSITIVE_MEMBER',
      'requestParameters.connectionInput.connectionProperties EXPOSED, requestParameters/connectionInput/connectionProperties/JDBC_CONNECTION_URL ASSIGNMENT, requestParameters/connectionInput/connectionProperties/PASSWORD SECRET_NAME',
    ])
  })

  it('finds tokens of source control, empty ones not', () => {
    expect(states('UpdateJobFromSourceControl', { authToken: 'ghp_x' })).toEqual([
      'requestParameters.authToken EXPOSED, requestParameters/authToken SENSITIVE_MEMBER',
    ])
    expect(states('UpdateJobFromSourceControl', { authToken: '' })).toEqual(['requestParameters.authToken SHOWN'])
  })

  it('finds secrets in code, and says SHOWN where it finds none', () => {
    expect(states('RunStatement', { code: 'connect(password="hunter2")' })).toEqual([
      'requestParameters.code EXPOSED, requestParameters/code ASSIGNMENT',
    ])
    expect(states('RunStatement', { code: 'connect(args)' })).toEqual(['requestParameters.code SHOWN'])
  })

  it('finds secrets where no model expects them', () => {
    expect(
      states('CreateTable', { tableInput: { parameters: { 'db.password': 'hunter2' }, partitionKeys: [{ comment: 'password=x' }] } }),
    ).toEqual([
      'requestParameters.tableInput.parameters{} EXPOSED, requestParameters/tableInput/parameters/db.password SECRET_NAME',
      'requestParameters.tableInput.partitionKeys[].comment EXPOSED, requestParameters/tableInput/partitionKeys/0/comment ASSIGNMENT',
    ])
    expect(states('DeleteTable', { addedLater: [{ apiKey: 'abc', ok: 'abc' }] })).toEqual([
      'requestParameters.addedLater[].apiKey EXPOSED, requestParameters/addedLater/0/apiKey SECRET_NAME',
    ])
    expect(ask('DeleteTable', null, { errorMessage: 'cannot reach https://app:hunter2@db' })).toEqual([
      { place: 'errorMessage', path: ['errorMessage'], state: 'EXPOSED', exposures: [{ path: ['errorMessage'], rule: 'URL_CREDENTIALS' }] },
    ])
    expect(sensitiveIn({ ...otherServiceCall, requestParameters: { environment: { DB_PASSWORD: 'hunter2' } } })[0]?.place).toBe(
      'requestParameters.environment.DB_PASSWORD',
    )
    expect(sensitiveIn(unmodelledCall).concat(sensitiveIn(insight), sensitiveIn(aggregated))).toEqual([])
  })

  it('never repeats a key that is a secret, and escapes the others', () => {
    const key = 'https://app:hunter2@db'
    const [place] = ask('TagResource', { tagsToAdd: { [key]: 'x' } })
    expect(place).toEqual({
      place: 'requestParameters.tagsToAdd{}',
      path: ['requestParameters', 'tagsToAdd', 'HIDDEN_DUE_TO_SECURITY_REASONS'],
      state: 'EXPOSED',
      exposures: [{ path: ['requestParameters', 'tagsToAdd', 'HIDDEN_DUE_TO_SECURITY_REASONS'], rule: 'URL_CREDENTIALS' }],
    })
    expect(ask('TagResource', { tagsToAdd: { 'a\u202epassword': 'x' } })[0]?.path).toEqual([
      'requestParameters',
      'tagsToAdd',
      'a\\u202epassword',
    ])
  })

  it('reads wrong types as what they are', () => {
    expect(states('StartJobRun', { arguments: 'password=x' })).toEqual([
      'requestParameters.arguments EXPOSED, requestParameters/arguments ASSIGNMENT',
    ])
    expect(states('StartJobRun', [{ password: 'x' }])).toEqual([
      'requestParameters.arguments ABSENT',
      'requestParameters[].password EXPOSED, requestParameters/0/password SECRET_NAME',
    ])
    expect(sensitiveIn(null)).toEqual([])
    expect(sensitiveIn('password=x')).toEqual([])
  })

  it('finds every sensitive place of a full sample of every API, and default values of a secret name', () => {
    const properties = 'requestParameters.connectorAuthenticationConfiguration'
    const secrets = [
      `${properties}.basicAuthenticationProperties.password.defaultValue`,
      `${properties}.oAuth2Properties.authorizationCodeProperties.clientSecret.defaultValue`,
      `${properties}.oAuth2Properties.clientCredentialsProperties.clientSecret.defaultValue`,
      `${properties}.oAuth2Properties.jWTBearerProperties.jwtToken.defaultValue`,
    ]
    for (const api of GLUE_APIS) {
      const found = sensitiveIn(sampleOf(eventNamed(api)))
      const places = [...sensitivePathsOf(api), ...(api === 'RegisterConnectionType' ? secrets : [])].sort()
      expect([...new Set(found.map(({ place }) => place))]).toEqual(places)
      expect(found.filter(({ state }) => state === 'ABSENT' || state === 'MARKED')).toEqual([])
    }
  })

  it('looks no deeper than 500 levels', () => {
    const deep = (levels: number): Value => {
      let value: Value = { password: 'x' }
      for (let i = 0; i < levels; i++) value = { a: value }
      return value
    }
    expect(ask('DeleteTable', deep(490))).toHaveLength(1)
    expect(ask('DeleteTable', deep(500))).toEqual([])
    expect(ask('DeleteTable', deep(100_000))).toEqual([])
  })
})

describeShared('sensitiveIn on records of others', () => {
  it('finds in Glue’s what is there', () => {
    const found = corpusGlueRecords().map(({ record }) => {
      const places = sensitiveIn(record).map(({ place, state }) => `${place} ${state}`)
      return `${String((record as Value).eventName)}: ${[...new Set(places.map((content) => content.split(' ')[1]))].join(' ')}`
    })
    expect(found).toEqual([
      'CreateDevEndpoint: ABSENT',
      'UpdateDevEndpoint: ABSENT',
      'DeleteCrawler: ',
      'CreateConnection: ABSENT',
      'PutResourcePolicy: ',
      'PutDataCatalogEncryptionSettings: ',
      'GetPartition: ',
    ])
  })

  it('finds in the others few places, all of which are secrets or look like one', () => {
    const found = corpusRecords().flatMap(({ record }) =>
      sensitiveIn(record).map(({ place, exposures }) => `${String((record as Value).eventName)} ${place} ${exposures[0]?.rule}`),
    )
    expect([...new Set(found)].sort()).toEqual([
      'AssumeRole responseElements.credentials.sessionToken SECRET_NAME',
      'AssumeRoleWithWebIdentity responseElements.subjectFromWebIdentityToken SECRET_NAME',
      'Decrypt requestParameters.encryptionContext.aws:secretsmanager:secret SECRET_NAME',
      'RunInstances requestParameters.metadataOptions.httpTokens SECRET_NAME',
      'RunInstances responseElements.instancesSet.items[].metadataOptions.httpTokens SECRET_NAME',
    ])
  })
})
