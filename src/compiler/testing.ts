import type { ProgramSource } from '../contract/axml/source.ts';

/** A program whose files are texts. Change `files` and tell the project to see an edit. */
export function memorySource(files: Record<string, string>): ProgramSource {
  return {
    async list(folder) {
      const start = folder === '' ? '' : `${folder}/`;
      const inside = start.split('/').includes('node_modules');
      return Object.keys(files).filter((path) => {
        if (!path.startsWith(start)) return false;
        const names = path.slice(start.length).split('/');
        return !names.some((name) => name.startsWith('.') || (!inside && name === 'node_modules'));
      });
    },
    text: async (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    url: async (path) => (Object.hasOwn(files, path) ? `https://program.example/${path}` : undefined),
  };
}
