// The cart lives in the wallet's storage for this mini program and user: { bread: 2, tea: 1 }.
function readCart() {
  const { data } = my.getStorageSync({ key: 'cart' });
  const known = Object.entries(data || {}).filter(([id, count]) => productById(id) && count > 0);
  return Object.fromEntries(known);
}

function writeCart(cart) {
  my.setStorageSync({ key: 'cart', data: cart });
}

/** Adds `change` (which may be negative) of a product; answers the cart as it is then. */
function changeCart(id, change) {
  const cart = readCart();
  cart[id] = Math.max(0, (cart[id] || 0) + change);
  if (cart[id] === 0) delete cart[id];
  writeCart(cart);
  return cart;
}

function itemsIn(cart) {
  return Object.values(cart).reduce((sum, count) => sum + count, 0);
}

function totalOf(cart) {
  return Object.entries(cart).reduce((sum, [id, count]) => sum + productById(id).price * count, 0);
}
