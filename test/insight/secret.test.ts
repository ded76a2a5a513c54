import { describe, expect, it } from 'vitest'
import { isSecretName, isSecretValue, secretIn, secretUnder } from '../../src/insight/secret.js'

describe('A name', () => {
  it.each([
    '--password',
    'DB_PASSWD',
    'pwd',
    'KAFKA_CLIENT_KEYSTORE_PASSWORD',
    'ENCRYPTED_PASSWORD',
    'spark.hadoop.fs.s3a.secret.key',
    'api-key',
    'apiKey',
    'aws_secret_access_key',
    'AuthToken',
    'credentials',
    `${'x'.repeat(200)}password`,
  ])('%s is a secret’s', (name) => {
    expect(isSecretName(name)).toBe(true)
  })

  it.each([
    '--day',
    'key',
    'SECRET_ID',
    'secretArn',
    '--secret-name',
    'tokenUrl',
    'aws_access_key_id',
    'nextToken',
    'next_token',
    'ClientRequestToken',
    'fs.s3a.aws.credentials.provider',
    'KAFKA_SASL_SCRAM_SECRETS_ARN',
    '',
    `password${'x'.repeat(200)}`,
  ])('%s is not a secret', (name) => {
    expect(isSecretName(name)).toBe(false)
  })
})

it.each([
  ['hunter2', true],
  ['', false],
  ['HIDDEN_DUE_TO_SECURITY_REASONS', false],
  ['****', false],
  ['arn:aws:secretsmanager:us-east-1:123456789012:secret:db', false],
  ['{{resolve:secretsmanager:db}}', false],
  ['<Str0ng!pw', true],
  ['$' + '{DB_PASSWORD}', false],
  ['true', false],
  ['truelove', true],
  ['$ecret', true],
])('the value %j is a secret: %s', (value, secret) => {
  expect(isSecretValue(value)).toBe(secret)
  expect(secretUnder('--password', value)).toBe(secret ? 'SECRET_NAME' : undefined)
  expect(secretUnder(undefined, value)).toBeUndefined()
  expect(secretUnder('--day', value)).toBeUndefined()
})

describe('A string', () => {
  it.each([
    ['postgresql://app:hunter2@db.example.com:5432/orders', 'URL_CREDENTIALS'],
    ['jdbc:mysql://app:hunter2@db/orders', 'URL_CREDENTIALS'],
    ['see https://example.com and https://app:hunter2@example.com/x', 'URL_CREDENTIALS'],
    ['jdbc:oracle:thin:scott/tiger@//db.example.com:1521/orders', 'URL_CREDENTIALS'],
    ['jdbc:oracle:thin:scott/tiger@db:1521:orders', 'URL_CREDENTIALS'],
    ['jdbc:mysql://db/orders?user=app&password=hunter2', 'ASSIGNMENT'],
    ['jdbc:sqlserver://db;databaseName=orders;user=app;password=hunter2;', 'ASSIGNMENT'],
    ['spark.app.token=abc --conf x=y', 'ASSIGNMENT'],
    ['conn = connect(host="db", password="hunter2")', 'ASSIGNMENT'],
    ["PASSWORD = 'hunter2'", 'ASSIGNMENT'],
    ['password=$ecret', 'ASSIGNMENT'],
    ['password = "$ecret"', 'ASSIGNMENT'],
    ['{"user": "app", "password": "hunter2"}', 'ASSIGNMENT'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'PRIVATE_KEY'],
    ['https://bucket.s3.amazonaws.com/log?X-Amz-Expires=60&x-amz-signature=0a1b', 'URL_CREDENTIALS'],
    ['https://bucket.s3.amazonaws.com/log?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Expires=60&Signature=0a1b%3D', 'URL_CREDENTIALS'],
    ['https://d111111abcdef8.cloudfront.net/log?Expires=60&Signature=0a1b&Key-Pair-Id=K2JCJMDEHXQW5F', 'URL_CREDENTIALS'],
  ])('%j holds one by %s', (content, rule) => {
    expect(secretIn(content)).toBe(rule)
  })

  it.each([
    'hunter2',
    's3://bucket/password/file.csv',
    'jdbc:postgresql://db.example.com:5432/orders',
    'https://user@example.com:8080/x',
    'https://app:@example.com',
    'https://app:***@example.com',
    'https://app:$' + '{PASSWORD}@example.com',
    'mail someone@example.com about https://example.com:80',
    'jdbc:oracle:thin:@//db.example.com:1521/orders',
    'password',
    'password=',
    'password == other',
    'password = args["db_password"]',
    'password=$' + '{PASSWORD}',
    'password=***',
    'password=HIDDEN_DUE_TO_SECURITY_REASONS',
    '"password": "HIDDEN_DUE_TO_SECURITY_REASONS"',
    'secretId=orders/db',
    'the request has X-Amz-Signature and Signature=x',
    'const f = (token) => token',
    'token: string',
    'xbase64key==',
    '"Action": "secretsmanager:GetSecretValue"',
    'nextToken=abc',
    '-----BEGIN CERTIFICATE-----',
  ])('%j holds none', (content) => {
    expect(secretIn(content)).toBeUndefined()
  })
})
