// Calls that answer at once, each with a line that says what came back.
const say = (text) => {
  const line = document.createElement('li');
  line.textContent = text;
  document.getElementById('said').append(line);
};
const deeds = {
  Read: () => JSON.stringify(my.getStorageSync({ key: 'visits' })),
  Write: () => JSON.stringify(my.setStorageSync({ key: 'visits', data: (my.getStorageSync({ key: 'visits' }).data ?? 0) + 1 })),
  'Can I': () => String(my.canIUse('getAuthCode')),
  'Page writes': () => {
    try {
      localStorage.setItem('note', 'kept');
      return `wrote, there is ${localStorage.getItem('note')}`;
    } catch (error) {
      return `threw ${error.name}, there is ${localStorage.getItem('note')}`;
    }
  },
  Ask: () => {
    my.getSiteInfo({ success: (info) => say(`site ${info.siteName}`) });
    return 'asked';
  },
};
for (const button of document.querySelectorAll('button'))
  button.addEventListener('click', () => say(`${button.textContent}: ${deeds[button.textContent]()}`));
say(`start: ${JSON.stringify(my.getSystemInfoSync()).slice(0, 60)}`);
