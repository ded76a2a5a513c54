/** The workflows parse, have only the permissions that they need, and name no secret. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { NODE_MAJORS } from './node-versions.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = join(ROOT, '.github', 'workflows')

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly needs?: string
  readonly uses?: string
  readonly container?: string
  readonly strategy?: { readonly matrix: Readonly<Record<string, ReadonlyArray<unknown>>> }
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps?: ReadonlyArray<Step>
}

const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const workflow = (name: string): Workflow => parse(textOf(name), { strict: true, uniqueKeys: true })
const runs = (job: Job | undefined): ReadonlyArray<string> => (job?.steps ?? []).flatMap(({ run }) => run ?? [])

const names = readdirSync(FOLDER)

it('are these two', () => {
  expect(names.sort()).toEqual(['ci.yml', 'release.yml'])
})

describe.each(names)('%s', (name) => {
  const { permissions, jobs } = workflow(name)
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])

  it('may read the repository, unless a job says more', () => {
    expect(permissions).toEqual({ contents: 'read' })
  })

  it('names no secret and no token but the one of the job', () => {
    expect(textOf(name)).not.toMatch(/secrets|NODE_AUTH_TOKEN|NPM_TOKEN|_authToken/i)
    const given = steps.flatMap(({ env = {} }) => Object.entries(env)).filter(([variable]) => /token|key|password/i.test(variable))
    for (const entry of given) expect(entry).toEqual(['GH_TOKEN', '$' + '{{ github.token }}'])
  })

  it('uses two actions, of GitHub itself, each by its commit with the version beside it', () => {
    const uses = [...textOf(name).matchAll(/uses: (?!\.\/)(.*)/g)].map((match) => match[1])
    expect(uses.length).toBeGreaterThan(0)
    for (const used of uses) expect(used).toMatch(/^actions\/(?:checkout|setup-node)@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    expect(new Set(uses).size).toBeLessThanOrEqual(2)
  })

  it('runs scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: object }
    for (const [, script = ''] of steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run (\S+)/g)]))
      expect(scripts).toHaveProperty(script)
    for (const [file = ''] of steps.flatMap(({ run = '' }) => [...run.matchAll(/^\.ci\/\w+/gm)])) {
      expect(existsSync(join(ROOT, file)), file).toBe(true)
      expect(statSync(join(ROOT, file)).mode & 0o111, file).not.toBe(0)
    }
  })

  it('puts nothing that others choose into a shell', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('$' + '{{')
  })
})

describe('ci.yml', () => {
  const { on, jobs } = workflow('ci.yml')

  it('runs .ci/run on every supported Node, and for others to call', () => {
    expect(Object.keys(on).sort()).toEqual(['pull_request', 'push', 'workflow_call'])
    expect(jobs.run?.strategy?.matrix.node).toEqual(NODE_MAJORS)
    expect(runs(jobs.run)).toEqual(['.ci/run'])
  })
})

describe('release.yml', () => {
  const { on, jobs } = workflow('release.yml')

  it('begins with a tag, and with all that CI checks', () => {
    expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } })
    expect(jobs.check).toEqual({ uses: './.github/workflows/ci.yml' })
    expect([jobs.publish?.needs, jobs.attach?.needs]).toEqual(['check', 'publish'])
  })

  it('publishes with provenance, by who it is and by no token', () => {
    expect(jobs.publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
    expect(runs(jobs.publish).slice(-3)).toEqual(['npm ci', 'npm run build', 'npm publish --provenance --access public'])
  })

  it('attaches the bill of materials', () => {
    expect(jobs.attach?.permissions).toEqual({ contents: 'write' })
    expect(runs(jobs.attach)).toContain('npm run sbom')
    expect(runs(jobs.attach).at(-1)).toMatch(/^gh release create "\$GITHUB_REF_NAME" glue-trail\.cdx\.json /)
  })
})
