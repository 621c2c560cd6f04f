import X from 'lucide-react/icons/x';
import { Fragment, useEffect, useRef } from 'react';
import markdown from '../../../../docs/documents.md?raw';
import { useMessages } from '../../context.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/class-names.ts';
import { Modal } from '../../parts/modal.tsx';
import { codeParts, readReference } from './read-reference.ts';

const SECTIONS = readReference(markdown);

/** What the documents say, in short, for reading without a network; opened at one of its sections. */
export function Reference({ title, section, onClose }: { title: string; section: string; onClose(): void }) {
  const m = useMessages();
  const at = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    at.current?.scrollIntoView({ block: 'start' });
    at.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Modal
      label={title}
      onClose={onClose}
      className="m-auto max-h-[85vh] w-2xl max-w-[92vw] animate-rise overflow-y-auto rounded-card border border-line bg-raised p-0 shadow-pop backdrop:bg-black/40"
    >
      <div className="sticky top-0 flex items-center justify-between border-b border-line bg-raised py-2 pr-3 pl-5">
        <h2 className="text-[15px] font-semibold">{title}</h2>
        <Button aria-label={m.close} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <div lang="en" className="flex flex-col gap-5 p-5">
        {SECTIONS.map(({ title: name, blocks }) => (
          <section key={name}>
            <h3
              ref={name === section ? at : undefined}
              tabIndex={name === section ? -1 : undefined}
              className={cx('scroll-mt-16 rounded-sm font-semibold', name === section && 'text-accent')}
            >
              {name}
            </h3>
            {blocks.map((block) =>
              'list' in block ? (
                <ul key={block.list[0]} className="mt-1.5 list-disc pl-5">
                  {block.list.map((item) => (
                    <li key={item}>
                      <WithCode text={item} />
                    </li>
                  ))}
                </ul>
              ) : (
                <p key={block.paragraph} className="mt-1.5">
                  <WithCode text={block.paragraph} />
                </p>
              ),
            )}
          </section>
        ))}
      </div>
    </Modal>
  );
}

function WithCode({ text }: { text: string }) {
  return codeParts(text).map((part, n) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
    n % 2 ? <code key={n}>{part}</code> : <Fragment key={n}>{part}</Fragment>,
  );
}
