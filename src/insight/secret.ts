/**
 * Recognises secrets by stated rules. The rules read names and forms and do not know what a string is for: they miss
 * secrets without a typical name or form, and take some harmless strings for secrets.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'

/** The marker that replaces a secret. */
export const MARK = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/**
 * The rule by which a value counts as an exposed secret.
 *
 * - `SENSITIVE_MEMBER`: the API model marks the member as sensitive, or it is a source-control token, and it is not
 *   empty.
 * - `SECRET_NAME`: a map's key or an unknown member has a name such as `--password`, `SASL_SECRET` or `apiKey`, and its
 *   value is a string that is not a reference (an ARN, `{{resolve:...}}`, `${...}`); also the `value` or `defaultValue`
 *   of an object of such a name, or beside a `name` that is one. Names that end like those of references and settings
 *   (`secretId`, `tokenUrl`) do not count.
 * - `URL_CREDENTIALS`: a URL with a password before its host, `scheme://user:password@host`, within 512 characters, or
 *   Oracle's `user/password@host`; or a presigned URL of AWS.
 * - `ASSIGNMENT`: such a name and a value in a string: `password=x`, as in URLs and properties, or `password = "x"` and
 *   `"password": "x"`, as in code.
 * - `PRIVATE_KEY`: a private key in PEM form.
 *
 * @category insights
 * @since 0.1.0
 */
export type SecretRule = 'SENSITIVE_MEMBER' | 'SECRET_NAME' | 'URL_CREDENTIALS' | 'ASSIGNMENT' | 'PRIVATE_KEY'

const SECRET = /pass(?:word|wd|phrase)|pwd|secret|token|credential|(?:api|access|private|shared|account)[^a-z0-9]?key/i

/** Names of what refers to a secret or describes one, and of page tokens. */
const HARMLESS =
  /(?:ids?|arns?|names?|types?|urls?|uri|path|file|location|provider|manager|class|policy|mode|status|length|expression|ttl|enabled|(?:next|sequence|continuation|page|pagination|client|request|idempotency)[^a-z]?token)$/i

/** Only the end of a longer name is tested. */
const LONGEST_NAME = 128

/** Returns whether a name marks its value as a secret. */
export function isSecretName(name: string): boolean {
  const end = name.slice(-LONGEST_NAME)
  return SECRET.test(end) && !HARMLESS.test(end)
}

/** How a value begins that only refers to a secret, or says how something went. */
const REFERENCE = /^(?:arn:|\{\{|\$[{(]|true$|false$|Success$|Failure$)/

/** Returns whether a string under a secret's name is the secret: not empty, not redacted, not a reference. */
export const isSecretValue = (content: string): boolean => content !== '' && !isRedacted(content) && !REFERENCE.test(content.slice(0, 8))

/**
 * Returns the secret's name of a value or default value: that of a pair such as `{ name: 'password', value }`, or that
 * of its holder, as in `password: { defaultValue }`.
 */
export function nameBeside(holder: unknown, key: string | number, holderKey: unknown): string | undefined {
  if (key !== 'value' && key !== 'defaultValue') return undefined
  return [memberOf(holder, 'name'), holderKey].find((name): name is string => typeof name === 'string' && isSecretName(name))
}

/**
 * Returns the rule by which a string is or contains a secret; the name counts only if it is data, not a member of the
 * model.
 */
export function secretUnder(name: string | undefined, content: string): SecretRule | undefined {
  return name !== undefined && isSecretName(name) && isSecretValue(content) ? 'SECRET_NAME' : secretIn(content)
}

/** Returns the rule by which a string contains a secret, whatever its name; time grows with its length. */
export function secretIn(content: string): SecretRule | undefined {
  if (content.includes('PRIVATE KEY-----')) return 'PRIVATE_KEY'
  if (SIGNATURE.test(content)) return 'URL_CREDENTIALS'
  if (content.includes('@') && hasCredentials(content)) return 'URL_CREDENTIALS'
  return SECRET.test(content) && hasAssignment(content) ? 'ASSIGNMENT' : undefined
}

/** Of a presigned URL, in any version of AWS's signatures. */
const SIGNATURE = /[?&](?:X-Amz-)?Signature=/i

const URL_START = '://'
const ORACLE = 'jdbc:oracle:'
const AUTHORITY = /^[^\s/?#"'<>]{1,512}/
const ORACLE_USER = /^[a-z0-9]{1,16}:[^\s/@]{1,128}\/[^\s@]{1,128}@/

function hasCredentials(content: string): boolean {
  for (let i = content.indexOf(URL_START); i >= 0; i = content.indexOf(URL_START, i + 1)) {
    const start = i + URL_START.length
    const authority = AUTHORITY.exec(content.slice(start, start + 512))?.[0] ?? ''
    const password = authority.slice(authority.indexOf(':') + 1, authority.lastIndexOf('@'))
    if (authority.includes('@') && authority.includes(':') && isSecretValue(password)) return true
  }
  const oracle = content.indexOf(ORACLE)
  return oracle >= 0 && ORACLE_USER.test(content.slice(oracle + ORACLE.length, oracle + ORACLE.length + 300))
}

const NAME_BEFORE = /[A-Za-z0-9_.-]{1,64}$/
const QUOTED_NAME_BEFORE = /([A-Za-z0-9_.-]{1,64})["']? {0,4}$/
const PLAIN_VALUE = /^(?!HIDDEN_|\$[{(])[^\s"'&;,=><{([*%)]/
const QUOTED_VALUE = /^ {0,4}["'](?!HIDDEN_|\$[{(])[^\s"'{<*%]/

function hasAssignment(content: string): boolean {
  for (let index = 0; index < content.length; index++) {
    const sign = content[index]
    if (sign !== '=' && sign !== ':') continue
    const before = content.slice(Math.max(0, index - 72), index)
    const after = content.slice(index + 1, index + 17)
    const plain = sign === '=' && PLAIN_VALUE.test(after)
    const name = plain ? NAME_BEFORE.exec(before)?.[0] : QUOTED_VALUE.test(after) ? QUOTED_NAME_BEFORE.exec(before)?.[1] : undefined
    if (name !== undefined && isSecretName(name)) return true
  }
  return false
}
