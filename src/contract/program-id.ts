/**
 * A folder's name as a label of a host name: lower case, digits, hyphens, at most 50 characters.
 * A name without any usable letter becomes `program`.
 */
export function hostSafeId(name: string): string {
  const label = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return label === '' ? 'program' : label;
}

/** `id`, or `id-2`, `id-3` … when it is taken. */
export function uniqueId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let n = 2;
  while (taken.has(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}
