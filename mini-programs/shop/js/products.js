// What the shop sells. Prices are in cents.
const PRODUCTS = [
  { id: 'bread', name: 'Sourdough loaf', price: 420, image: 'images/bread.svg', fresh: true },
  { id: 'apples', name: 'Apples, 1 kg', price: 310, image: 'images/apples.svg', fresh: true },
  { id: 'cheese', name: 'Mountain cheese', price: 590, image: 'images/cheese.svg', fresh: true },
  { id: 'coffee', name: 'Coffee beans', price: 890, image: 'images/coffee.svg', fresh: false },
  { id: 'jam', name: 'Cherry jam', price: 375, image: 'images/jam.svg', fresh: false },
  { id: 'tea', name: 'Breakfast tea', price: 260, image: 'images/tea.svg', fresh: false },
];

function productById(id) {
  return PRODUCTS.find((product) => product.id === id);
}

function money(cents) {
  return `€${(cents / 100).toFixed(2)}`;
}
