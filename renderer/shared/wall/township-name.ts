/** The last name of a place: of `桃江 · 桃花江镇` the township, which is as near as a wall goes. */
export function townshipName(place: string): string {
  return place.split(' · ').at(-1) ?? place
}
