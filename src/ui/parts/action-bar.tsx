import Ellipsis from 'lucide-react/icons/ellipsis';
import { Fragment, type ReactNode, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { type InBar, overflowing, widthOf } from './fitting.ts';
import { Menu } from './menu.tsx';

/** Something to do, in a bar. */
export interface BarAction {
  id: string;
  label: string;
  icon: ReactNode;
  /** What it does, shown when it is pointed at. */
  tip: string;
  /** The key that does the same. */
  shortcut?: string | undefined;
  look?: ButtonProps['look'];
  /** `always`: its label is shown; `roomy`: when there is room for all of the bar; absent: only its icon. */
  text?: 'always' | 'roomy';
  /** Of a switch: whether it is on. */
  pressed?: boolean;
  disabled?: boolean;
  /** What has the highest rank goes first into the menu when there is not enough room; absent: it stays. */
  rank?: number;
  /** Keeps the button's width the same when its label changes. */
  className?: string;
  onSelect(): void;
}
/** A part of a bar that is more than a button: it always stays. */
export interface BarPart {
  id: string;
  part: ReactNode;
}
export type BarItem = BarAction | BarPart;

const GAP = 4;
const MENU = 28;

/**
 * A bar of buttons in groups. What does not fit into its width goes into a menu at its end; everything is in reading
 * order for the keyboard.
 */
export function ActionBar({
  label,
  more,
  groups,
  className,
}: {
  label: string;
  /** Name of the menu. */
  more: string;
  groups: readonly (readonly BarItem[])[];
  className: string;
}) {
  const row = useRef<HTMLDivElement>(null);
  const widths = useRef(new Map<string, number>());
  const [fit, setFit] = useState<Fit>({ roomy: true, away: new Set() });
  const items = groups.flat();

  const measure = useEffectEvent(() => {
    const element = row.current;
    if (!element) return;
    for (const child of element.querySelectorAll<HTMLElement>(':scope > [data-item]'))
      widths.current.set(child.dataset.item ?? '', child.offsetWidth);
    const style = getComputedStyle(element);
    const room =
      element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const next = fitInto(groups, widths.current, room);
    setFit((before) => (isSame(before, next) ? before : next));
  });
  const contents = items.map((item) => `${keyOf(item, true)} ${keyOf(item, false)}`).join('|');
  // After every change of what is in it, and of nothing else; a width once seen is remembered, so this comes to rest.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured depends on what is in the bar
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(() => measure());
    observer.observe(element);
    for (const part of element.querySelectorAll(':scope > [data-part]')) observer.observe(part);
    return () => observer.disconnect();
  }, [contents, fit]);

  const put = items.filter((item): item is BarAction => !('part' in item) && fit.away.has(item.id));
  return (
    <div ref={row} role="toolbar" aria-label={label} className={className}>
      {groups.map((group, at) => {
        const shown = group.filter((item) => !fit.away.has(item.id));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups keep their places
          <Fragment key={at}>
            {at > 0 && shown.length > 0 && (
              <span aria-hidden data-item={lineOf(at)} className="flex h-5 w-2 shrink-0 justify-center">
                <span className="w-px bg-line" />
              </span>
            )}
            {shown.map((item) => (
              <span
                key={item.id}
                data-item={keyOf(item, fit.roomy)}
                {...('part' in item ? { 'data-part': '' } : {})}
                className="inline-flex shrink-0 items-center"
              >
                {'part' in item ? item.part : <BarButton action={item} roomy={fit.roomy} />}
              </span>
            ))}
          </Fragment>
        );
      })}
      {put.length > 0 && (
        <Menu
          label={more}
          groups={[
            {
              id: 'more',
              items: put.map(({ id, label, tip, icon, shortcut, disabled, onSelect }) => ({
                id,
                label,
                help: tip,
                icon,
                hint: shortcut,
                ...(disabled ? { disabled } : {}),
                onSelect,
              })),
            },
          ]}
          className="w-72 max-w-[calc(100vw-16px)]"
        >
          {(button) => <Button aria-label={more} icon={<Ellipsis aria-hidden />} {...button} />}
        </Menu>
      )}
    </div>
  );
}

function BarButton({ action, roomy }: { action: BarAction; roomy: boolean }) {
  const { label, icon, tip, shortcut, look, pressed, disabled, className, onSelect } = action;
  const worded = action.text === 'always' || (action.text === 'roomy' && roomy);
  return (
    <Button
      {...(look ? { look } : {})}
      icon={icon}
      aria-label={worded ? undefined : label}
      aria-pressed={pressed}
      tip={worded ? tip : `${label}: ${tip}`}
      shortcut={shortcut}
      disabled={disabled}
      className={className}
      onClick={onSelect}
    >
      {worded ? label : undefined}
    </Button>
  );
}

interface Fit {
  roomy: boolean;
  away: ReadonlySet<string>;
}

/** Room is saved first on labels, then by putting things away. Widths that are not known yet count as none. */
function fitInto(
  groups: readonly (readonly BarItem[])[],
  widths: ReadonlyMap<string, number>,
  room: number,
): Fit {
  const known = (key: string) => widths.get(key) ?? 0;
  const inBar = (roomy: boolean): InBar[] =>
    groups.flatMap((group, at) => [
      ...(at > 0 ? [{ id: lineOf(at), width: known(lineOf(at)) }] : []),
      ...group.map((item) => ({
        id: item.id,
        width: known(keyOf(item, roomy)),
        rank: 'part' in item ? undefined : item.rank,
      })),
    ]);
  if (widthOf(inBar(true), GAP) <= room) return { roomy: true, away: new Set() };
  return { roomy: false, away: overflowing(inBar(false), room, GAP, MENU) };
}

/** Under what its width is remembered: whatever it depends on. */
function keyOf(item: BarItem, roomy: boolean): string {
  if ('part' in item) return item.id;
  const worded = item.text === 'always' || (item.text === 'roomy' && roomy);
  return worded ? `${item.id} ${item.label}` : item.id;
}

const lineOf = (group: number) => `line ${group}`;

function isSame(a: Fit, b: Fit): boolean {
  return a.roomy === b.roomy && a.away.size === b.away.size && [...a.away].every((id) => b.away.has(id));
}
