/** CloudFormation templates of the examples, as data, and what they refer to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type ScalarTag } from 'yaml'
import { root } from '../package/command.js'

export type Properties = Readonly<Record<string, unknown>>

export interface Template {
  readonly Parameters: Readonly<Record<string, unknown>>
  readonly Conditions: Readonly<Record<string, unknown>>
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Properties }>>
}

/** The folder of an example. */
export const folderOf = (example: string): string => join(root, 'examples', example)

/** CloudFormation's short forms, as objects with the long one's name. */
const scalar = (name: string): ScalarTag => ({ tag: `!${name}`, resolve: (value: string) => ({ [name]: value }) })
const list = (name: string) => ({ tag: `!${name}`, collection: 'seq' as const, resolve: (seq: unknown) => seq })

/** The template of an example's folder. Conditions and choices are lists of what they contain. */
export const templateIn = (folder: string): Template =>
  parse(readFileSync(join(folder, 'template.yaml'), 'utf8'), {
    customTags: [scalar('Ref'), scalar('GetAtt'), scalar('Sub'), list('If'), list('Not'), list('Equals')],
  }) as Template

/** All that stands under a name, anywhere. */
export function all(name: string, value: unknown): ReadonlyArray<unknown> {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [inner] : []), ...all(name, inner)])
}

const PSEUDO = /^AWS::(?:Partition|StackName|NoValue|Region|AccountId)$/

/** What is referred to; what of that is not there; and which parameters are there for nothing. */
export function referencesOf(template: Template): Readonly<Record<'names' | 'unknown' | 'unused', ReadonlyArray<string>>> {
  const names = [
    ...all('Ref', template).map(String),
    ...all('GetAtt', template).map((content) => String(content).split('.')[0] ?? ''),
    ...all('Sub', template).flatMap((content) => [...String(content).matchAll(/\$\{([^}]+)\}/g)].map(([, name = '']) => name)),
  ]
  const there = [...Object.keys(template.Parameters), ...Object.keys(template.Resources)]
  return {
    names,
    unknown: names.filter((name) => !there.includes(name) && !PSEUDO.test(name)),
    unused: Object.keys(template.Parameters).filter((name) => !names.includes(name)),
  }
}
