/** The entry of this id. Throws a RangeError that says which ids there are; `what` names the kind. */
export function findById<T extends { id: string }>(what: string, list: readonly T[], id: string): T {
  const found = list.find((entry) => entry.id === id);
  if (!found)
    throw new RangeError(
      `${what}: expected one of ${list.map((entry) => entry.id).join(', ') || 'none'}, got "${id}"`,
    );
  return found;
}
