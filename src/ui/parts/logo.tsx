import { cx } from './class-names.ts';

/** A program's or user's picture; its first letter when it has none or it does not load. */
export function Logo({ src, name, className }: { src: string; name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'relative inline-flex shrink-0 items-center justify-center overflow-hidden bg-accent-soft font-semibold text-accent select-none',
        className,
      )}
    >
      {Array.from(name.trim())[0]?.toUpperCase() ?? '?'}
      {src && (
        <img
          key={src}
          src={src}
          alt=""
          draggable={false}
          className="absolute inset-0 size-full bg-white object-cover"
          onError={(event) => {
            event.currentTarget.hidden = true;
          }}
        />
      )}
    </span>
  );
}
