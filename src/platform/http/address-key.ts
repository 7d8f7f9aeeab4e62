import { isIPv4, isIPv6 } from 'node:net'

/** Under which name an address is counted: IPv4 whole, IPv6 by its /64, because one household has all of that. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return `a${mapped}`
  if (isIPv4(address)) return `a${address}`
  if (!isIPv6(address)) return 'aunknown'
  return `a${firstFour(address).join(':')}::/64`
}

function firstFour(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
}
