/** Text of a value; what is nothing has none, and that is the mistake that tests need. */
export function label(value) {
  return value.text.trim();
}
