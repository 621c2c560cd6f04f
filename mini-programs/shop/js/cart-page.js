const cartBox = document.getElementById('cart');

function amountButton(label, sign, id, change) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = sign;
  button.setAttribute('aria-label', label);
  button.dataset.key = `${id}${sign}`;
  button.addEventListener('click', () => {
    showCart(changeCart(id, change));
    // The list was drawn anew: stay on the same button while it is there.
    const again = cartBox.querySelector(`[data-key="${id}${sign}"]`) || cartBox.querySelector('button, a');
    if (again) again.focus();
  });
  return button;
}

function line([id, count]) {
  const product = productById(id);
  const item = document.createElement('li');
  const picture = document.createElement('img');
  picture.src = product.image;
  picture.alt = '';
  const about = document.createElement('div');
  about.className = 'about';
  const name = document.createElement('h3');
  name.textContent = product.name;
  const price = document.createElement('p');
  price.className = 'price';
  price.textContent = money(product.price * count);
  about.append(name, price);
  const amount = document.createElement('div');
  amount.className = 'amount';
  const number = document.createElement('span');
  number.textContent = count;
  amount.append(
    amountButton(`One ${product.name} less`, '−', id, -1),
    number,
    amountButton(`One ${product.name} more`, '+', id, 1),
  );
  item.append(picture, about, amount);
  return item;
}

function showCart(cart) {
  cartBox.replaceChildren();
  if (itemsIn(cart) === 0) {
    const empty = document.createElement('p');
    empty.textContent = 'Nothing here yet. ';
    const link = document.createElement('a');
    link.className = 'button';
    link.href = 'index.html';
    link.textContent = 'Go shopping';
    cartBox.append(empty, link);
    return;
  }
  const list = document.createElement('ul');
  list.className = 'list';
  list.append(...Object.entries(cart).map(line));
  const total = document.createElement('p');
  total.className = 'total';
  const word = document.createElement('span');
  word.textContent = 'Total';
  const sum = document.createElement('span');
  sum.textContent = money(totalOf(cart));
  total.append(word, sum);
  const order = document.createElement('button');
  order.type = 'button';
  order.className = 'primary wide';
  order.textContent = 'Place the order';
  order.addEventListener('click', () => placeOrder(cart));
  cartBox.append(list, total, order);
}

function placeOrder(cart) {
  my.confirm({
    title: 'Place the order?',
    content: `${itemsIn(cart)} items for ${money(totalOf(cart))}, paid at the door.`,
    confirmButtonText: 'Place it',
    cancelButtonText: 'Not yet',
    success: ({ confirm }) => {
      if (!confirm) return;
      writeCart({});
      showCart({});
      say('Thank you! Your order is on its way.');
      my.showToast({ type: 'success', content: 'Order placed' });
    },
    fail: ({ errorMessage }) => {
      say(`The wallet could not ask you (${errorMessage}). Try again.`);
    },
  });
}

showCart(readCart());
