/**
 * The navigation: pages first, then modules. The types of each API are reached from its page, and shapes from the page of their module; as items
 * of the navigation, two thousand names would stand between a reader and everything else.
 */
import { DefaultTheme, ReflectionKind } from 'typedoc'

const ofOneApi = /(?:Event|RequestParameters|ResponseElements)$/

const SHAPES = 'glue-trail/shapes'

class Theme extends DefaultTheme {
  buildNavigation(project) {
    const items = super.buildNavigation(project)
    const names = new Set(apiNames(project))
    const pages = items.filter(({ kind }) => kind === ReflectionKind.Document)
    const modules = items.filter(({ kind }) => kind !== ReflectionKind.Document)
    return [...pages.map((item) => (item.text === 'APIs' ? byTopic(item, project) : item)), ...modules.map((item) => lessOf(item, names))]
  }
}

const apiNames = (project) => apiPages(project).map(({ name }) => name)

const apiPages = (project) => project.getReflectionsByKind(ReflectionKind.Document).filter(({ frontmatter }) => frontmatter.kind === 'api')

/** The list of all APIs in parts of which each fits a screen. */
function byTopic(item, project) {
  const topicOf = new Map(apiPages(project).map(({ name, frontmatter }) => [name, frontmatter.category]))
  const topics = [...new Set(topicOf.values())].sort()
  return {
    ...item,
    children: topics.map((topic) => ({
      text: topic.replaceAll('-', ' '),
      children: item.children.filter(({ text }) => topicOf.get(text) === topic),
    })),
  }
}

/** An item without what belongs to one API or is a shape. */
function lessOf(item, names) {
  if (item.text === SHAPES) return { ...item, children: undefined }
  if (item.children === undefined) return item
  const children = item.children
    .filter(({ text }) => !names.has(text.replace(ofOneApi, '')) || !ofOneApi.test(text))
    .map((child) => lessOf(child, names))
    .filter(({ path, children: rest }) => path !== undefined || rest?.length > 0)
  return { ...item, children: children.length > 0 ? children : undefined }
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.defineTheme('glue-trail', Theme)
}
