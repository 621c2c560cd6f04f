/** What the program keeps on the phone. */
export function load(key, fallback) {
  const { data } = my.getStorageSync({ key });
  return data === null || data === undefined ? fallback : data;
}

export function save(key, data) {
  my.setStorageSync({ key, data });
}
