import { describe, expect, it } from 'vitest'
import { count, fileSize, percentage } from './numbers.ts'
import { duration, exactTime, monthAndYear, relativeTime } from './times.ts'

const zone = 'Europe/Amsterdam'
const now = new Date('2026-11-23T20:00:00Z')
const ago = (words: string) => relativeTime(new Date(words), now, 'nl', zone)

describe('a moment', () => {
  it('is told as one would say it', () => {
    expect(ago('2026-11-23T19:59:40Z')).toBe('zojuist')
    expect(ago('2026-11-23T19:48:00Z')).toBe('12 min geleden')
    expect(ago('2026-11-23T17:00:00Z')).toBe('3 uur geleden')
    expect(ago('2026-11-22T12:00:00Z')).toBe('gisteren')
    expect(ago('2026-11-20T12:00:00Z')).toBe('3 dagen geleden')
    expect(ago('2026-10-01T12:00:00Z')).toBe('1 okt')
    expect(ago('2025-10-01T12:00:00Z')).toBe('1 okt 2025')
    expect(relativeTime(new Date('2026-11-23T19:48:00Z'), now, 'en', zone)).toBe('12 min ago')
  })

  it('just before midnight was three hours ago, not yesterday', () => {
    const night = new Date('2026-11-24T01:00:00Z')
    expect(relativeTime(new Date('2026-11-23T22:00:00Z'), night, 'nl', zone)).toBe('3 uur geleden')
  })

  it('is exact in the zone of the community', () => {
    expect(exactTime(now, 'nl', zone)).toBe('maandag 23 november 2026 om 21:00')
    expect(monthAndYear(now, 'en', zone)).toBe('November 2026')
  })
})

describe('a length of time', () => {
  it.each([
    [20_000, '20 sec', '20 sec'],
    [6 * 60_000, '6 min', '6 min'],
    [38 * 60_000, '38 min', '38 min'],
    [2 * 3_600_000, '2 uur', '2 hours'],
    [26 * 3_600_000, '26 uur', '26 hours'],
    [72 * 3_600_000, '3 dagen', '3 days'],
  ])('of %d ms reads %s', (length, dutch, english) => {
    expect(duration(length, 'nl')).toBe(dutch)
    expect(duration(length, 'en')).toBe(english)
  })
})

describe('a number', () => {
  it('is written as the country does', () => {
    expect(count(12345, 'nl')).toBe('12.345')
    expect(count(12345, 'en')).toBe('12,345')
    expect(percentage(0.834, 'nl')).toBe('83%')
    expect(fileSize(8_400_000, 'nl')).toBe('8,4 MB')
  })
})
