import { word } from './other.mjs';
document.getElementById('module').textContent = word;
const data = await (await fetch('./data.json')).json();
document.getElementById('data').textContent = data.fruit;
