import { expect, it } from 'vitest'
import { MissingPackage } from '../../src/source/missing-package.js'

it('says in one line what to install', () => {
  const cause = new Error('not found')
  const error = new MissingPackage('glue-trail/aws', '@aws-sdk/client-s3', cause)
  expect(error.message).toBe('glue-trail/aws needs the package @aws-sdk/client-s3, which cannot be loaded: npm install @aws-sdk/client-s3')
  expect([error.name, error.cause]).toEqual(['MissingPackage', cause])
})
