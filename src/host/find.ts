/**
 * The entry of a list with this id.
 * @throws RangeError that names the ids there are
 */
export function find<T extends { id: string }>(what: string, list: readonly T[], id: string): T {
  const found = list.find((entry) => entry.id === id);
  if (!found)
    throw new RangeError(
      `${what}: expected one of ${list.map((entry) => entry.id).join(', ') || 'none'}, got "${id}"`,
    );
  return found;
}
