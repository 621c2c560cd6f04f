import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** What is said about AXML programs: their bars, errors in them, edits, and folders that are given to the page. */
export const axml = {
  back: 'Back',
  home: 'Home page',
  loading: 'Loading',
  page: (path: string) => `Page ${path}`,

  shareTitle: 'What would be shared',
  shareHelp: 'There is nobody here to share it with. This is what the page says.',
  shareFields: { title: 'Title', desc: 'Description', path: 'Leads to' },
  shareNothing: 'none',
  done: 'Done',

  errorRegion: 'Error in the program',
  errorKinds: {
    programError: 'Error in the program',
    callbackThrew: 'Error in a callback',
    sourceError: 'This part cannot be run',
  },
  errorAt: (file: string, line: number, column: number) =>
    line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`,
  errorCount: (at: number, of: number) => `${at} of ${of}`,
  errorPlace: 'place',
  errorPrevious: 'Previous error',
  errorNext: 'Next error',
  errorReload: 'Reload',
  errorDismiss: 'Dismiss',
  errorStack: 'Called from',
  errorSource: 'Source',
  errorLine: (line: number) => `Line ${line}, here it happened`,
  errorNoPlace: 'Where it happened is not known: the error has no stack in the program’s own files.',
  errorHelp: 'Correct it there and save: the program is loaded again at the same page.',
  errorHelpGiven: 'Correct it there, and drop the program here again.',

  remove: (name: string) => `Remove ${name}`,
  givenKind: 'dropped here',
  noProgram: 'There is no app.json with pages in it, nor in src or dist: this is no AXML mini program.',
  html5Program: (name: string) =>
    `This is an HTML5 mini program. Its pages need a server: run “npm start -- ${name}” with the path of the folder.`,
  tooManyFiles: (most: number) =>
    `It has more than ${plural(most, { one: 'file', other: 'files' })}. Leave out what the program does not need.`,
  tooLarge: (megabytes: number) =>
    `It is larger than ${megabytes} MB. Leave out what the program does not need.`,
  badZip: (problem: string) => `The zip cannot be read: ${problem}.`,
  zipEncrypted: 'it is encrypted',
  folderUnread: (path: string) => `${path} cannot be read.`,
};
