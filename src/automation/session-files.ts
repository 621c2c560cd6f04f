import type { SessionFile } from '../contract/session-file.ts';
import type { Har } from '../host/session/har-types.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';

export interface ExportOptions {
  /** Default `redacted`: codes, tokens and personal data are replaced by placeholders (`authCode·1`). */
  secrets?: 'redacted' | 'kept';
  /** Default `session`: everything, to be imported again. `har`: the HTTP part, as HAR 1.2. */
  format?: 'session' | 'har';
}

export interface SessionFilesAutomation {
  /** The session so far, as JSON. */
  export(options?: ExportOptions & { format?: 'session' }): Promise<SessionFile>;
  export(options: ExportOptions & { format: 'har' }): Promise<Har>;
  /**
   * Opens a session file of this or an older version, as JSON or as text, in place of the session. Nothing runs: it is
   * looked at, run again, or gone on with by `open`. Resolves with what was chosen in it; rejects with every problem
   * when it cannot be read, and the session stays.
   */
  import(file: unknown): Promise<{ events: number; seed: string } & SessionFile['choice']>;
  /**
   * What is damaged in the session that was opened: one sentence for each value that is not what its address says. A
   * long file is open before that has been looked at; the answer comes when it has.
   */
  damage(): Promise<string[]>;
}

const CHOICES = { secrets: ['redacted', 'kept'], format: ['session', 'har'] } as const;

/** Sessions as files. What reads and writes them is fetched when it is needed. */
export function sessionFilesOf(simulator: SimulatorApi): SessionFilesAutomation {
  return {
    export: (async (options: ExportOptions = {}) => {
      for (const name of ['secrets', 'format'] as const) {
        const given: string | undefined = options[name];
        if (given !== undefined && !(CHOICES[name] as readonly string[]).includes(given))
          throw new RangeError(`${name}: expected one of ${CHOICES[name].join(', ')}, got "${given}"`);
      }
      const [{ exporting }, { doInTurns }] = await Promise.all([
        import('../host/session/export.ts'),
        import('../host/work.ts'),
      ]);
      const session = await doInTurns(exporting(simulator, { secrets: options.secrets }), {
        turn: () => simulator.clock.source.turn(),
      });
      if (options.format !== 'har') return structuredClone(session);
      const { harOf } = await import('../host/session/har.ts');
      return harOf(session);
    }) as SessionFilesAutomation['export'],
    import: async (file) => {
      const { readLongSessionFile } = await import('../host/session/read.ts');
      const read = await readLongSessionFile(
        typeof file === 'string' ? JSON.parse(file) : structuredClone(file),
      );
      if ('problems' in read)
        throw new Error(`import: this file cannot be opened.\n${read.problems.join('\n')}`);
      simulator.load(read.session, { check: read.check });
      const { seed, choice, events } = read.session;
      return { events: events.length, seed, ...choice };
    },
    damage: async () => [...(await simulator.damage.all)],
  };
}
