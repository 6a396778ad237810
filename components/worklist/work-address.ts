/** The address of a work list in the library; of all lists where none is named. */
export function workAddress(list?: string): string {
  return list === undefined ? '#work' : `#work/${list}`;
}
