// Every my.* call besides my.getAuthCode, with inputs that make sense. A field: [name, kind, value, choices].
const text = (name, value = '') => [name, 'text', value];
const number = (name, value) => [name, 'number', value];
const json = (name, value) => [name, 'json', JSON.stringify(value)];
const choice = (name, ...choices) => [name, 'choice', choices[0], choices];

const CALLS = [
  {
    group: 'Feedback',
    calls: [
      {
        name: 'alert',
        about: 'A message with one button.',
        fields: [text('title', 'Good news'), text('content', 'Your order is on its way.'), text('buttonText', 'Fine')],
      },
      {
        name: 'confirm',
        about: 'A question with two buttons; cancel is a success too.',
        fields: [
          text('title', 'Leave the page?'),
          text('content', 'Your changes will be lost.'),
          text('confirmButtonText', 'Leave'),
          text('cancelButtonText', 'Stay'),
        ],
      },
      {
        name: 'prompt',
        about: 'Asks for a line of text.',
        fields: [
          text('title', 'Your nickname'),
          text('message', 'Others will see it.'),
          text('placeholder', 'Nickname'),
          choice('align', 'left', 'center', 'right'),
          text('okButtonText', 'Save'),
          text('cancelButtonText', 'Not now'),
        ],
      },
      {
        name: 'showToast',
        about: 'A short note that goes by itself.',
        fields: [
          text('content', 'Saved'),
          choice('type', 'success', 'none', 'fail', 'exception'),
          number('duration', 2000),
        ],
      },
      { name: 'hideToast', about: 'Takes the toast away.' },
      {
        name: 'showLoading',
        about: 'Stays until my.hideLoading.',
        fields: [text('content', 'Loading…'), number('delay', 0)],
      },
      { name: 'hideLoading', about: 'Takes the loading note away.' },
      {
        name: 'showActionSheet',
        about: 'A list to choose from; -1 is cancel.',
        fields: [
          text('title', 'Share with'),
          json('items', ['Family', 'Friends', 'Delete it']),
          text('cancelButtonText', 'Cancel'),
          number('destructiveBtnIndex', 2),
        ],
      },
    ],
  },
  {
    group: 'Storage',
    calls: [
      {
        name: 'setStorage',
        about: 'Keeps a value under a key.',
        fields: [text('key', 'basket'), json('data', { apples: 3 })],
      },
      { name: 'getStorage', about: 'Reads it again.', fields: [text('key', 'basket')] },
      { name: 'removeStorage', about: 'Forgets one key.', fields: [text('key', 'basket')] },
      { name: 'clearStorage', about: 'Forgets every key.' },
      { name: 'getStorageInfo', about: 'Which keys there are, and how full it is.' },
      {
        name: 'setStorageSync',
        about: 'The same, answered at once.',
        sync: true,
        fields: [text('key', 'basket'), json('data', { apples: 3 })],
      },
      { name: 'getStorageSync', about: 'Reads it at once.', sync: true, fields: [text('key', 'basket')] },
      { name: 'removeStorageSync', about: 'Forgets it at once.', sync: true, fields: [text('key', 'basket')] },
      { name: 'clearStorageSync', about: 'Forgets every key at once.', sync: true },
      { name: 'getStorageInfoSync', about: 'Which keys there are, at once.', sync: true },
    ],
  },
  {
    group: 'Network',
    calls: [
      {
        name: 'request',
        about: 'Asks a server.',
        fields: [
          text('url', 'https://lab.example/hello'),
          choice('method', 'GET', 'POST', 'PUT', 'DELETE'),
          json('data', { from: 'the lab' }),
          json('headers', { 'content-type': 'application/json' }),
          choice('dataType', 'json', 'text', 'base64'),
          number('timeout', 30000),
        ],
      },
      {
        name: 'httpRequest',
        about: 'Its old name.',
        fields: [text('url', 'https://lab.example/broken'), choice('method', 'GET', 'POST')],
      },
      { name: 'getNetworkType', about: 'Wi-Fi, mobile or none.' },
    ],
  },
  {
    group: 'Device',
    calls: [
      { name: 'getSystemInfo', about: 'The phone, its screen, its language.' },
      { name: 'getSystemInfoSync', about: 'The same, at once.', sync: true },
      { name: 'setClipboard', about: 'Copies a text.', fields: [text('text', 'CORNER-10')] },
      { name: 'getClipboard', about: 'Reads what was copied.' },
      {
        name: 'canIUse',
        about: 'Whether a call, an option or a result is there.',
        sync: true,
        single: true,
        fields: [text('name', 'getAuthCode.object.scopes')],
      },
    ],
  },
  {
    group: 'The user and the program',
    calls: [
      { name: 'getOpenUserInfo', about: 'The profile, once auth_user is granted.' },
      { name: 'getAuthUserInfo', about: 'Nickname and avatar, once granted.' },
      { name: 'getPhoneNumber', about: 'The phone number, once granted.' },
      { name: 'getSetting', about: 'What the user was asked for, and the answers.' },
      { name: 'openSetting', about: 'Lets the user change the answers.' },
      { name: 'getSiteInfo', about: 'The wallet that this runs in.' },
      { name: 'getAppIdSync', about: 'The id of this mini program.', sync: true },
    ],
  },
  {
    group: 'Pages',
    calls: [
      {
        name: 'navigateTo',
        about: 'Opens a page on top of this one.',
        fields: [text('url', 'second.html?by=my.navigateTo')],
      },
      {
        name: 'redirectTo',
        about: 'Opens a page in place of this one.',
        fields: [text('url', 'second.html?by=my.redirectTo')],
      },
      {
        name: 'reLaunch',
        about: 'Closes all pages and opens one.',
        fields: [text('url', 'second.html?by=my.reLaunch')],
      },
      { name: 'navigateBack', about: 'Goes back.', fields: [number('delta', 1)] },
    ],
  },
  {
    group: 'Events',
    calls: [
      { name: 'onAppShow', about: 'Tells when the app comes to the front.', event: true },
      { name: 'offAppShow', about: 'Stops telling.', event: true },
      { name: 'onAppHide', about: 'Tells when the app goes to the background.', event: true },
      { name: 'offAppHide', about: 'Stops telling.', event: true },
    ],
  },
  {
    group: 'Pictures and files',
    calls: [
      {
        name: 'chooseImage',
        about: 'From the camera or the album.',
        fields: [number('count', 1), json('sourceType', ['camera', 'album'])],
      },
      {
        name: 'previewImage',
        about: 'Pictures over the whole screen.',
        fields: [json('urls', ['logo.svg']), number('current', 0)],
      },
      { name: 'saveImage', about: 'Into the album of the phone.', fields: [text('url', 'logo.svg')] },
      {
        name: 'uploadFile',
        about: 'A chosen file to your server, as a form.',
        fields: [
          text('url', 'https://merchant.example/upload'),
          text('filePath', 'data:text/plain;base64,SGVsbG8='),
          text('name', 'file'),
          text('fileType', 'image'),
          json('formData', { album: 'summer' }),
        ],
      },
      {
        name: 'downloadFile',
        about: 'A file from your server.',
        fields: [text('url', 'https://merchant.example/terms.pdf')],
      },
      {
        name: 'openDocument',
        about: 'A document that was downloaded.',
        fields: [text('filePath', 'data:application/pdf;base64,JVBERi0='), text('fileType', 'pdf')],
      },
    ],
  },
  {
    group: 'Phone',
    calls: [
      { name: 'getLocation', about: 'Where the phone is.', fields: [number('type', 0)] },
      {
        name: 'openLocation',
        about: 'A place on the map.',
        fields: [
          text('longitude', '103.852'),
          text('latitude', '1.2903'),
          text('name', 'Harbour'),
          text('address', 'Quay 1'),
        ],
      },
      { name: 'scan', about: 'A QR or bar code.', fields: [choice('type', 'qr', 'bar')] },
      { name: 'makePhoneCall', about: 'Asks whether to call.', fields: [text('number', '5550100')] },
      {
        name: 'addPhoneContact',
        about: 'A new contact for the phone.',
        fields: [text('nickName', 'Alex'), text('mobilePhoneNumber', '5550100')],
      },
      { name: 'vibrate', about: 'Shakes the phone.' },
      { name: 'vibrateShort', about: 'Shakes it a little.' },
      { name: 'vibrateLong', about: 'Shakes it for longer.' },
      { name: 'getServerTime', about: "The time of the wallet's server." },
      {
        name: 'datePicker',
        about: 'A date or a time.',
        fields: [
          choice('format', 'yyyy-MM-dd', 'HH:mm', 'yyyy-MM', 'yyyy', 'HH:mm:ss', 'yyyy-MM-dd HH:mm'),
          text('currentDate', '2026-11-26'),
        ],
      },
      {
        name: 'optionsSelect',
        about: 'One list or two, to choose from.',
        fields: [
          text('title', 'Size and colour'),
          json('optionsOne', ['Small', 'Large']),
          json('optionsTwo', ['Red', 'Green']),
        ],
      },
      { name: 'tradePay', about: 'Pays an order; no money moves.', fields: [text('tradeNO', '2026112600001')] },
    ],
  },
  {
    group: 'By name',
    calls: [
      {
        name: 'call',
        about: 'Any call by its name: my.call(name, options).',
        byName: true,
        fields: [text('name', 'getSiteInfo'), json('options', {})],
      },
      {
        name: 'faceVerify',
        about: 'Not there in every wallet: see how it fails.',
        fields: [text('bizId', '2026112600001')],
      },
    ],
  },
];
