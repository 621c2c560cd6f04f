function productItem(product) {
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
  price.textContent = money(product.price);
  about.append(name, price);
  const add = document.createElement('button');
  add.type = 'button';
  add.textContent = 'Add';
  add.setAttribute('aria-label', `Add ${product.name} to the cart`);
  add.addEventListener('click', () => {
    const count = itemsIn(changeCart(product.id, 1));
    say(`${product.name} is in your cart (${count} ${count === 1 ? 'item' : 'items'}).`);
  });
  if (product.fresh) about.append(add);
  item.append(picture, about);
  if (!product.fresh) item.append(add);
  return item;
}

document.getElementById('fresh').append(...PRODUCTS.filter((product) => product.fresh).map(productItem));
document.getElementById('shelves').append(...PRODUCTS.filter((product) => !product.fresh).map(productItem));
accountCard(document.getElementById('account'));
