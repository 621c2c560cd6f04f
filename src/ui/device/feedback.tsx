import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { useMessages, useSimulator } from '../context.ts';

const ICONS = { success: CircleCheck, fail: CircleX, exception: CircleAlert } as const;

/** Toast and loading mark, over the program. They take no taps. */
export function Feedback() {
  const m = useMessages();
  const { toast, loading } = useSimulator('device').device.view;
  const Icon = toast && toast.type !== 'none' ? ICONS[toast.type] : undefined;
  return (
    <div role="status" className="pointer-events-none absolute inset-0 z-40 flex items-center justify-center">
      {loading && !toast && (
        <div className="flex min-w-28 flex-col items-center gap-2 rounded-card bg-black/80 px-5 py-4 text-white">
          <LoaderCircle aria-hidden className="size-7 animate-spin" />
          <span className="text-sm">{loading.content || m.loading}</span>
        </div>
      )}
      {toast && (
        <div
          key={toast.id}
          className="flex max-w-4/5 animate-rise flex-col items-center gap-2 rounded-card bg-black/85 px-4 py-3 text-center text-sm break-words text-white"
        >
          {Icon && <Icon aria-hidden className="size-8" />}
          {toast.content}
        </div>
      )}
    </div>
  );
}
