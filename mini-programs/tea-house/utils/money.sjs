/** Cents as a price: 1450 → "14.50". */
function price(cents) {
  const text = String(cents);
  const padded = text.length < 3 ? ('00' + text).slice(-3) : text;
  return padded.slice(0, -2) + '.' + padded.slice(-2);
}

export default { price };
