/** A list that is a proxy, which is revoked when its last item is read. */
export function revokedByReading(...items: ReadonlyArray<unknown>): object {
  const { proxy, revoke } = Proxy.revocable(items, {
    get: (list, key) => {
      if (key === String(items.length - 1)) revoke()
      return Reflect.get(list, key)
    },
  })
  return proxy
}
