/**
 * `resource`: what the call acted on.
 *
 * @module
 */
import { kindOfRecord } from '../../event/classify.js'
import { matchesAnything } from '../../event/glob.js'
import { memberOf } from '../../event/member-of.js'
import { isOmitted, OMITTABLE } from '../../event/omitted.js'
import { formOf } from '../../insight/glue-arn.js'
import type { GlueResource } from '../../insight/glue-resource.js'
import { resourceByArn } from '../../insight/glue-resource.js'
import { outcomeOf } from '../../insight/outcome.js'
import { type Resources, resourcesOf } from '../../insight/resources.js'
import { catalogPath, foldsCase } from '../../insight/stored-name.js'
import { isArn } from '../../scalar/arn.js'
import { type Decision, everything, type Field, type Gap, predicateOf, read } from '../field.js'
import { type MentionTest, mentionTest, stringsIn } from '../mention.js'
import { matcherOf, readPatterns } from '../patterns.js'

/** Patterns of resources. Names that Glue folds to lower case match in any case. */
export const resource: Field = (field, value) => {
  const patterns = readPatterns(field, value)
  if (patterns._tag === 'Left') return patterns
  if (patterns.right.some(matchesAnything)) return read(everything)
  const wanted: Wanted = {
    matches: matcherOf(patterns.right),
    matchesFolded: matcherOf(patterns.right.map((pattern) => pattern.toLowerCase())),
    isMentioned: mentionTest(patterns.right),
    mayBeArnOf: mentionTest(patterns.right.filter((pattern) => pattern.includes(':'))),
  }
  return read(predicateOf(field, (record) => decide(record, wanted)))
}

interface Wanted {
  readonly matches: (value: string) => boolean
  /** The same for folded names, against folded patterns. */
  readonly matchesFolded: (value: string) => boolean
  readonly isMentioned: MentionTest
  /** Whether a pattern of ARNs has all the names of a resource whose ARN is not known. */
  readonly mayBeArnOf: MentionTest
}

type Named = Pick<GlueResource, 'type' | 'path' | 'name' | 'within' | 'arn' | 'catalogId'>

function decide(record: unknown, wanted: Wanted): Decision {
  const found = resourcesOf(record)
  const decision = among(found.resources, wanted)
  if (decision === 'YES') return decision
  const gap = kindOfRecord(record) === 'otherService' ? gapOfOther(record, found, wanted) : found.why?.[0]
  return gap ?? decision
}

/** Decides by the resources that are named: `NO` where none is the wanted one. */
function among(resources: ReadonlyArray<Named>, { matches, matchesFolded, mayBeArnOf }: Wanted): Decision {
  let similar: Gap | undefined
  for (const { type, path, name = '', within = [], arn = '', catalogId = '' } of resources) {
    const values = [name, [...within, name].join('.'), arn]
    if (values.some(matches)) return 'YES'
    const isNamed = foldsCase(type) && values.some((value) => matchesFolded(value.toLowerCase()))
    const isFederated = catalogPath(catalogId) !== ''
    if (isNamed && !isFederated) return 'YES'
    if (isNamed || (arn === '' && formOf(type) && mayBeArnOf([...values, catalogId])))
      similar ??= { path, kind: isFederated ? 'CASE' : 'UNNAMED' }
  }
  return similar ?? 'NO'
}

/**
 * Decides about a call of another service by the ARNs in its payloads. Its other parameters are not modelled: where
 * they mention the resource, it is not known whether the call acted on it.
 */
function gapOfOther(record: unknown, { why }: Resources, wanted: Wanted): Decision | undefined {
  const omitted = OMITTABLE.find((member) => isOmitted(memberOf(record, member)))
  if (omitted !== undefined) return { path: [omitted], kind: 'OMITTED' }
  const { strings, redacted } = stringsIn([...OMITTABLE, 'resources', 'errorMessage'].map((member) => memberOf(record, member)))
  const arns = strings.filter(isArn).map((arn) => resourceByArn(arn, ['requestParameters'], 'REQUEST'))
  if (among(arns, wanted) === 'YES') return 'YES'
  if (wanted.isMentioned(strings)) return { path: ['requestParameters'], kind: 'OTHER_SERVICE' }
  if (redacted) return { path: ['requestParameters'], kind: 'REDACTED' }
  // What a listed resource has besides an ARN is among the strings.
  const listed = why?.find(({ kind }) => kind === 'PREFIX')
  if (listed !== undefined) return listed
  // The parameters of a denied call are not logged.
  const isDenied = outcomeOf(record)?.kind === 'DENIED' && memberOf(record, 'requestParameters') == null
  return isDenied && arns.length === 0 ? { path: ['requestParameters'], kind: 'DENIED' } : undefined
}
