import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { skipN } from 'pure-rand/utils/skipN'

/** Whole numbers from 0 to 4,294,967,295, each as likely. */
export interface Stream {
  next(): number
}

/**
 * The stream of one name under one seed. It depends on nothing else: naming another input beside it shifts nothing.
 * `seed` is whole, 0 to 4,294,967,295.
 */
export function streamOf(seed: number, name: string): Stream {
  const generator = xoroshiro128plus(seedOf(seed, name))
  // Its state begins almost empty and needs some turns before all bits are mixed.
  skipN(generator, 64)
  return { next: () => generator.next() >>> 0 }
}

/** In the middle of its place, so that 0 and 1 never come. */
export const toUnit = (whole: number): number => (whole + 0.5) / 4_294_967_296

/** The name by FNV-1a, and both mixed until each bit of either changes half of the result (finish of Murmur 3). */
function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return mixed(mixed(seed | 0) ^ hash)
}

function mixed(bits: number): number {
  let hash = bits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
