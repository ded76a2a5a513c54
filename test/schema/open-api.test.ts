import { openApiOf } from 'glue-trail/schema'
import { describe, expect, it } from 'vitest'

const options = { title: 'Crawlers', version: '1.0.0' }

describe('an OpenAPI document', () => {
  it('has a webhook for each event in 3.1', () => {
    const document = openApiOf(['StartCrawler', 'StopCrawler'], options)
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: options,
      webhooks: {
        StartCrawler: {
          post: { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/StartCrawlerEvent' } } } } },
        },
      },
    })
    expect(Object.keys(Object(Object(document.components).schemas))).toContain('StopCrawlerRequestParameters')
  })

  it('has components alone in 3.0', () => {
    const document = openApiOf(['StartCrawler'], { ...options, target: 'openapi-3.0' })
    expect(document).toMatchObject({ openapi: '3.0.3', paths: {} })
    expect(document).not.toHaveProperty('webhooks')
  })

  it('has descriptions where the function has them', () => {
    const describe = (structure: string, member?: string): object => ({ description: `${structure} ${member ?? ''}` })
    expect(JSON.stringify(openApiOf(['StartCrawler'], { ...options, describe }))).toContain(
      '"description":"StartCrawlerRequestParameters name"',
    )
  })
})
