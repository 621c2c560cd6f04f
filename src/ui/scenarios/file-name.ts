/** What the file of a scenario is called, without an ending: names may have parts, files may not. */
export const fileName = (name: string): string => name.replaceAll('/', '-');
