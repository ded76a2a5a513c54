/** Names modules as they are imported. */
import { Converter, ReflectionKind } from 'typedoc'

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return
    const subpath = reflection.name.replace(/^generated\//, '').replace(/^index$/, '')
    reflection.name = subpath === '' ? 'glue-trail' : `glue-trail/${subpath}`
  })
}
