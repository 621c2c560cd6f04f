/** What the sheets of pictures, payment and the like say. */
export const sheets = {
  about: {
    scanQr: { title: 'Scan a QR code', text: 'What does the code say?', ok: 'Scan' },
    scanBar: { title: 'Scan a bar code', text: 'What does the code say?', ok: 'Scan' },
    date: { title: 'Choose a date', text: '', ok: '' },
    call: { title: 'Make a phone call?', text: 'Nobody is called from here.', ok: 'Call' },
    contact: { title: 'Add to contacts?', text: 'Nothing is kept here.', ok: 'Add' },
    pay: { title: 'Payment (simulated)', text: 'No money moves.', ok: 'Pay' },
  },
  images: {
    title: (count: number) => (count === 1 ? 'Choose a picture' : `Choose up to ${count} pictures`),
    sample: (id: string) => `Picture: ${id}`,
    own: 'A file of yours…',
    tooLarge: (name: string) => `${name} is larger than 2 MB: choose a smaller picture.`,
    unreadable: (name: string) => `${name} could not be read as a picture.`,
    use: 'Use',
    cancel: 'Cancel',
  },
  viewer: {
    pictures: 'Pictures',
    opened: 'Opened on the phone',
    of: (at: number, all: number) => `${at} of ${all}`,
    previous: 'Previous picture',
    next: 'Next picture',
  },
  column: (n: number) => `List ${n}`,
};
