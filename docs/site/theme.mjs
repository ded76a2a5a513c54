/**
 * The navigation: pages first, then modules. The types of each API are linked from its page, and shapes from the page
 * of their module; as items of the navigation, these two thousand names would hide everything else.
 */
import { DefaultTheme, ReflectionKind, RendererEvent } from 'typedoc'

const OF_ONE_API = /(?:Event|RequestParameters|ResponseElements)$/

const MAIN = 'glue-trail'
const SHAPES = 'glue-trail/shapes'

class Theme extends DefaultTheme {
  buildNavigation(project) {
    const items = super.buildNavigation(project)
    return items.map((item) => withOverview(item.text === 'APIs' ? byTopic(item, project) : item.text === SHAPES ? leafOf(item) : item))
  }
}

/**
 * An item with children opens and closes and is not also a link, which a screen reader could not announce: its page is
 * the first child.
 */
function withOverview({ path, class: css, ...item }) {
  if (item.children === undefined) return { path, class: css, ...item }
  // The guides' own list of pages is the same as their overview.
  const children = item.children.filter(({ text }) => text !== item.text).map(withOverview)
  return { ...item, children: path === undefined ? children : [{ text: 'Overview', path, kind: item.kind, class: css }, ...children] }
}

const leafOf = ({ children, ...item }) => item

const apiPages = (project) => project.getReflectionsByKind(ReflectionKind.Document).filter(({ frontmatter }) => frontmatter.kind === 'api')

/** Groups the list of all APIs by topic, so that each group fits on a screen. */
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

/** Removes the types of each API from the lists of their module. */
function shorten({ project }) {
  const names = new Set(apiPages(project).map(({ name }) => name))
  const isOfOneApi = ({ name }) => OF_ONE_API.test(name) && names.has(name.replace(OF_ONE_API, ''))
  const module = project.getReflectionsByKind(ReflectionKind.Module).find(({ name }) => name === MAIN)
  for (const category of module?.categories ?? []) category.children = category.children.filter((child) => !isOfOneApi(child))
  if (module?.categories) module.categories = module.categories.filter(({ children }) => children.length > 0)
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.defineTheme('glue-trail', Theme)
  app.renderer.on(RendererEvent.BEGIN, shorten)
}
