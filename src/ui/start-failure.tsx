import { en } from '../messages/en.ts';

/** What is shown when there is nothing to show: the page could not read what it needs. */
export function StartFailure({ message }: { message: string }) {
  return (
    <main className="flex h-full flex-col items-center justify-center gap-2 p-6 text-center">
      <h1 className="text-[15px] font-semibold">{en.errors.title}</h1>
      <p className="max-w-96 text-muted">{en.errors.programs(message)}</p>
      <button
        type="button"
        onClick={() => location.reload()}
        className="mt-2 h-8 rounded-control bg-accent px-3 text-on-accent"
      >
        {en.errors.reload}
      </button>
    </main>
  );
}
