import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fits } from '@/api/fits'
import { endpoints, type Endpoint, type EndpointName } from '@/contract/endpoints'
import * as prints from '@/contract/fingerprints'
import { breaksOf, exampleOf, more, objects, shapeOf, spoken } from '@tests/builders/examples'
import { buildShapes, fingerprintOf, shapeFiles } from '../../../config/scripts/openapi/shapes'

const contract = path.resolve(__dirname, '../../../src/contract')

test.each(Object.entries(shapeFiles()))('the checked-in %s is what the table says now (npm run openapi)', (name, text) => {
  expect(readFileSync(path.join(contract, name), 'utf8')).toBe(text)
})

test('every endpoint has a shape', () => {
  const answering = Object.entries<Endpoint>(endpoints).filter(([, { success }]) => success[1] !== null && success[1] !== 'binary').map(([name]) => name)
  expect([...spoken].sort()).toEqual(answering.sort())
})

describe('an answer as it should be passes, and so does one that says more', () => {
  test.each(spoken)('%s', (name) => {
    const answer = exampleOf(name)
    expect(fits(objects, shapeOf(name), answer)).toBe(true)
    expect(fits(objects, shapeOf(name), more(name, answer))).toBe(true)
  })
})

describe('what is missing, null or of another kind is found, on every property of every answer', () => {
  test.each(spoken)('%s', (name) => {
    const broken = breaksOf(shapeOf(name))
    expect(broken.length).toBeGreaterThan(3)
    expect(broken.filter(({ allowed, value }) => fits(objects, shapeOf(name), value) !== allowed).map(({ at, how }) => `${how} ${at}`)).toEqual([])
  })
  test.each([undefined, null, '', '<html>', 0, true, [], {}])('no answer is %p', (value) => {
    expect(spoken.filter((name) => fits(objects, shapeOf(name), value))).toEqual([])
  })
})

describe('a fingerprint', () => {
  const shapes = buildShapes()
  const of = (name: EndpointName): string => fingerprintOf(shapes, shapeOf(name))
  test('is there for every answer', () => {
    expect(Object.keys(prints).sort()).toEqual([...spoken].sort())
  })
  test('changes with a field, its kind and what it holds, however deep', () => {
    const home = shapeOf('getHome')
    const changed = (from: string, to: string): string => fingerprintOf({ ...shapes, objects: shapes.objects.map((fields) => fields.replace(from, to)) }, home)
    const seen = [of('getHome'), changed('offerAuto:b', 'offerAuto:b more:s'), changed('offerAuto:b', 'offerAuto:~b'), changed('offerAuto:b', 'offerAuto?:b'), changed('waitingEndsOn:~s', 'waitingEndsOn:s'), changed('covers:[', 'covers:')]
    expect(new Set(seen).size).toBe(seen.length)
  })
  test('is the same wherever its parts lie in the table, and in whatever order fields are written', () => {
    const turned = { ...shapes, objects: [...shapes.objects].map((fields) => fields.replace(/(?<=[:[~])\d+/g, (index) => String(Number(index) + 1)).split(' ').reverse().join(' ')) }
    const moved = { ...turned, objects: ['first:s', ...turned.objects] }
    expect(fingerprintOf(moved, String(Number(shapeOf('getHome')) + 1))).toBe(of('getHome'))
  })
})
