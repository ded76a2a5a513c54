/**
 * Canonical JSON: one string for all values that are equal whatever the order of their members.
 *
 * @module
 */

/** A string to append as it is, and the object or list that it ends, if any. */
interface Literal {
  readonly literal: string
  readonly closes?: object
}

type Task = Literal | { readonly value: unknown }

/**
 * Returns the canonical JSON of a value: members sorted by name, no white space. Time and memory grow with its size,
 * and nesting may have any depth. An object inside itself becomes `~`, which JSON never has.
 */
export function canonical(value: unknown): string {
  const out: Array<string> = []
  const above = new Set<object | undefined>()
  const tasks: Array<Task> = [{ value }]
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if ('literal' in task) {
      out.push(task.literal)
      above.delete(task.closes)
    } else if ((typeof task.value !== 'object' && typeof task.value !== 'function') || task.value === null) {
      out.push(typeof task.value === 'string' ? JSON.stringify(task.value) : String(task.value))
    } else if (above.has(task.value)) {
      out.push('~')
    } else {
      above.add(task.value)
      opened(task.value, out, tasks)
    }
  }
  return out.join('')
}

/** A value whose members cannot be read becomes `~` as well. */
function opened(value: object, out: Array<string>, tasks: Array<Task>): void {
  const { length } = out
  const waiting = tasks.length
  try {
    open(value, out, tasks)
  } catch {
    out.length = length
    tasks.length = waiting
    out.push('~')
  }
}

function open(value: object, out: Array<string>, tasks: Array<Task>): void {
  if (Array.isArray(value)) {
    out.push('[')
    tasks.push({ literal: ']', closes: value })
    for (let i = value.length - 1; i >= 0; i--) {
      tasks.push({ value: value[i] as unknown })
      if (i > 0) tasks.push({ literal: ',' })
    }
    return
  }
  out.push('{')
  tasks.push({ literal: '}', closes: value })
  const names = Object.keys(value).sort()
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i] ?? ''
    tasks.push({ value: (value as Readonly<Record<string, unknown>>)[name] }, { literal: `${i > 0 ? ',' : ''}${JSON.stringify(name)}:` })
  }
}
