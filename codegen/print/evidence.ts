/** Facts of the models, other than forms of records, that `src` needs at run time. */
import { DENIED_CODES } from '../../model/denied-codes.js'
import type { Api } from '../api.js'
import { headerText } from './header.js'

const list = (names: ReadonlyArray<string>): string => `[${names.map((name) => `'${name}'`).join(', ')}]`

export function evidenceText(api: Api): string {
  return `${headerText('model/denied-codes.ts and model/overlay')}
/** Values of \`errorCode\` of denied calls. */
export const DENIED_CODES: ReadonlyArray<string> = ${list(Object.keys(DENIED_CODES).sort())}

/** Members that, according to AWS, CloudTrail does not log: \`Structure.member\`. */
export const NOT_LOGGED: ReadonlyArray<string> = ${list(api.notLogged)}
`
}
