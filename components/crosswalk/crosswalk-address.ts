/** The two frameworks of a crosswalk, by their ids. */
export type Sides = { left: string; right: string };

/** The address of the crosswalk between two frameworks: `#crosswalk/<first>/<second>`. */
export function crosswalkAddress({ left, right }: Sides): string {
  return `#crosswalk/${encodeURIComponent(left)}/${encodeURIComponent(right)}`;
}

/** Which of the frameworks kept here an address names; what it does not name is taken from `otherwise`, else in order. */
export function sidesOf(of: string, kept: readonly string[], otherwise: Partial<Sides>): Sides | undefined {
  const [first, second] = of.split('/');
  const known = (id: string | undefined) => (id !== undefined && kept.includes(id) ? id : undefined);
  const left = known(first) ?? known(otherwise.left) ?? kept[0];
  if (left === undefined) return undefined;
  const right = known(second) ?? known(otherwise.right) ?? kept.find((id) => id !== left) ?? left;
  return { left, right };
}
