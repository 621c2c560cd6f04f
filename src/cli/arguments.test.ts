import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import { Answered, readArguments, UsageError } from './arguments.ts';

const top = mkdtempSync(join(tmpdir(), 'miniauth-cli-'));
afterAll(() => rmSync(top, { recursive: true }));
mkdirSync(join(top, 'shop'));
writeFileSync(join(top, 'file.txt'), '');
writeFileSync(join(top, 'mine.json'), JSON.stringify({ ...DIALECTS[0], id: 'mine' }));
writeFileSync(join(top, 'wrong.json'), JSON.stringify({ ...DIALECTS[0], title: 1, codes: 2 }));
writeFileSync(join(top, 'broken.json'), '{\n');

const read = (...args: string[]) => readArguments(args, top, '1.2.3');
const fault = (...args: string[]): string => {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'none';
};

describe('readArguments', () => {
  it('nothing at all: the samples on the usual port', () => {
    expect(read()).toEqual({ folders: [], urls: [], port: 6464, dialects: [] });
  });

  it('folders start from the folder that the command was called in; addresses are development servers', () => {
    const { folders, urls, port } = read('shop', 'http://localhost:5173', '.', '--port', '8080');
    expect(folders).toEqual([join(top, 'shop'), top]);
    expect(urls.map(String)).toEqual(['http://localhost:5173/']);
    expect(port).toBe(8080);
  });

  it('dialects are read and checked', () => {
    expect(read('--dialect', 'mine.json').dialects.map(({ id }) => id)).toEqual(['mine']);
  });

  it.each([
    [['missing'], '/missing: this folder does not exist.'],
    [['file.txt'], '/file.txt: expected a folder, this is a file.'],
    [['ftp://x'], 'ftp://x: expected an address such as http://localhost:5173.'],
    [['http://'], 'http://: expected an address'],
    [['--port', 'x'], 'Expected a number from 0 to 65535.'],
    [['--port', '65536'], 'Expected a number from 0 to 65535.'],
    [['--port'], 'argument missing'],
    [['--prot', '1'], '--prot'],
    [['--dialect', 'none.json'], '/none.json cannot be read.'],
    [['--dialect', 'broken.json'], '/broken.json, line 2, column 1: expected a name in double quotes'],
    [['--dialect', 'wrong.json'], '/wrong.json: title: expected a string, found 1. (and 1 more)'],
  ])('%j is refused in one line', (args, part) => {
    const message = fault(...args);
    expect(message).toContain(part);
    expect(message).not.toContain('\n');
  });

  it('answers --help and --version', () => {
    const answer = (flag: string) => {
      try {
        read(flag);
      } catch (error) {
        if (error instanceof Answered) return error.text;
      }
      return undefined;
    };
    expect(answer('--version')).toBe('1.2.3\n');
    expect(answer('--help')).toContain('--dialect <file.json>');
  });
});
