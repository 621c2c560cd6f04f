import type { ProgramSource } from '../contract/axml/source.ts';
import { createProject, type Project } from './project/project.ts';
import type { Calls, ProjectInfo, Reply, Request, SourceOrigin } from './protocol.ts';
import { blobSource } from './sources/files.ts';
import { httpSource } from './sources/http.ts';

/** The worker's side of protocol.ts, apart from the worker. @param read how files of a server are read */
export function serve(
  reply: (message: Reply) => void,
  read: (url: string) => Promise<Response>,
): (request: Request) => void {
  const dropped = new Map<string, Blob>();
  let source: ProgramSource | undefined;
  let project: Promise<Project> | undefined;

  const sourceOf = (origin: SourceOrigin): ProgramSource => {
    if (origin.kind === 'http') return httpSource(origin, read);
    for (const [path, blob] of Object.entries(origin.files)) dropped.set(path, blob);
    return blobSource(dropped);
  };
  const opened = (): Promise<Project> => project ?? Promise.reject(new Error('No program is open'));
  const infoOf = ({ root, config, problems }: Project): ProjectInfo => ({ root, config, problems });

  const calls: { [Name in keyof Calls]: (args: Calls[Name]['args']) => Promise<Calls[Name]['value']> } = {
    async open({ program, source: origin }) {
      source = sourceOf(origin);
      project = createProject(source, { program });
      return infoOf(await project);
    },
    unit: async ({ name, delivered }) => (await opened()).unit(name, delivered),
    async change({ paths, delivered, files }) {
      for (const [path, blob] of Object.entries(files ?? {})) {
        if (blob) dropped.set(path, blob);
        else dropped.delete(path);
      }
      const result = await (await opened()).change(paths, delivered);
      return { ...result, info: infoOf(await opened()) };
    },
    original: async ({ url, line, column }) => (await opened()).original(url, line, column),
    excerpt: async ({ file, line, column }) => (await opened()).excerpt(file, line, column),
    url: async ({ path }) => source?.url(path),
  };
  return ({ id, call, args }) => {
    const answer = calls[call] as (args: unknown) => Promise<Calls[keyof Calls]['value']>;
    answer(args).then(
      (value) => reply({ id, ok: true, value }),
      (error: unknown) =>
        reply({ id, ok: false, message: error instanceof Error ? error.message : String(error) }),
    );
  };
}
