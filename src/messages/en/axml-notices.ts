import type { NoticeText, Params } from '../params.ts';

type Notice = (p: Params) => NoticeText;

/** What the runtime of AXML programs tells. */
export const axmlNotices = {
  axmlNoHandler: (p) => ({
    what: `A template of ${p.path} calls “${p.method}”, which its page or component does not have.`,
    next: 'Nothing happened. Pages have such functions among their own, components in “methods”.',
  }),
  axmlUnknownTag: (p) => ({
    what: `A template of ${p.path} has the tag <${p.tag}>, which nothing defines.`,
    next: 'A labelled box is shown. Name the component in “usingComponents” of the json file beside it.',
  }),
  axmlPlaceholder: (p) => ({
    what: `<${p.tag}> needs a phone: a labelled box is shown.`,
    next: 'The rest of the page works as it is.',
  }),
  axmlDuplicateKey: (p) => ({
    what: `In a list of ${p.path}, two rows have the key “${p.key}”.`,
    next: 'Use something that is different for each row; what the user entered may move to another row.',
  }),
  axmlNoTemplate: (p) => ({
    what: `${p.path} uses the template “${p.name}”, which is not there.`,
    next: 'Nothing is shown in its place. Is the file that has it imported?',
  }),
  axmlPageGone: (p) => ({
    what: `The page ${p.page} is not one of the program’s.`,
    next: 'The program begins at its first page. Pages are listed in app.json.',
  }),
  axmlStub: (p) => ({
    what: `${p.api} has nothing to work on here: what it is for needs a phone.`,
    next: 'Its functions do nothing, and call “success”; what it listens to never happens.',
  }),
  axmlUndefined: (p) => ({
    what: `setData of ${p.path} was given undefined for “${p.name}”.`,
    next: 'The view keeps the value that it had, as undefined does not cross to it. Use null to empty it.',
  }),
} satisfies Record<string, Notice>;
