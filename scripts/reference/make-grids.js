// Writes resources/reference/grids.csv from divisions.json: node scripts/reference/make-grids.js
//
// The city has 5,816 grids; its own table of them is not published, so the project makes one. The same divisions always
// give the same grids: shares come from the kind of place and a hash of the village code, never from a random source.
import { readFileSync, writeFileSync } from 'node:fs'

const total = 5816
const folder = new URL('../../resources/reference/', import.meta.url)

const { items: divisions } = JSON.parse(readFileSync(new URL('divisions.json', folder), 'utf8'))
const byCode = new Map(divisions.map((division) => [division.code, division]))
const villages = divisions.filter((division) => division.tier === 'village')

const dedicated = new Map(villages.map((village) => [village.code, dedicatedPlaces(village)]))
const general = shareOut(total - sum([...dedicated.values()].map((places) => places.length)), villages.map(weight))

const lines = villages.flatMap((village, index) => [
  ...Array.from({ length: general[index] }, (_, at) => [
    gridCode(village, 0, at + 1),
    `${village.shortName}第${at + 1}网格`,
    'general',
  ]),
  ...dedicated
    .get(village.code)
    .map((place, at) => [gridCode(village, 1, at + 1), `${village.shortName}${place}专属网格`, 'dedicated']),
])
if (lines.length !== total) throw new Error(`made ${lines.length} grids instead of ${total}`)
writeFileSync(
  new URL('grids.csv', folder),
  ['code,name,kind', ...lines.map((line) => line.join(','))].join('\n') + '\n',
)

/** Inhabitants are not published by village: a community counts for more than a village, a street more than a town. */
function weight(village) {
  const township = byCode.get(village.parent)
  const community = village.kind === 'residentsCommittee'
  const urban = township.kind === 'subdistrict' || township.kind === 'zone'
  const base = community ? (urban ? 7 : 4.5) : village.kind === 'quasiVillage' ? 1 : 3
  return base * (0.35 + 1.3 * fraction(village.code))
}

/** Schools, hospitals and the like with a grid of their own: in streets and in the communities where a town has its centre. */
function dedicatedPlaces(village) {
  if (village.kind !== 'residentsCommittee') return []
  const township = byCode.get(village.parent)
  const urban = township.kind === 'subdistrict' || township.kind === 'zone'
  const places = urban ? ['学校', '医院', '商圈', '园区', '集贸市场', '公园'] : ['学校', '卫生院', '集贸市场', '园区']
  const share = urban ? 0.3 : 0.22
  return places.filter((place) => fraction(village.code + place) < share)
}

/** Whole numbers, one at least for each weight, that add up to `amount`: the largest remainders get what is left. */
function shareOut(amount, weights) {
  const scale = (amount - weights.length) / sum(weights)
  const exact = weights.map((each) => 1 + each * scale)
  const shares = exact.map(Math.floor)
  const left = amount - sum(shares)
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }))
  order.sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) shares[index] += 1
  return shares
}

function gridCode(village, kind, number) {
  return `${village.code}${kind}${String(number).padStart(3, '0')}`
}

/** FNV-1a of the text as a number from 0 up to 1. */
function fraction(text) {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0)
}
