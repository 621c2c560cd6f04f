/** One section of docs/documents.md. */
export interface ReferenceSection {
  title: string;
  blocks: ({ paragraph: string } | { list: string[] })[];
}

/**
 * Reads docs/documents.md: headings of the second level, paragraphs and lists. What comes before the first heading is
 * about the file itself and left out.
 */
export function readReference(markdown: string): ReferenceSection[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...rest] = part.split('\n');
      const blocks = rest
        .join('\n')
        .split(/\n{2,}/)
        .map((block) => block.trim());
      return { title: title.trim(), blocks: blocks.filter((block) => block !== '').map(readBlock) };
    });
}

function readBlock(block: string): ReferenceSection['blocks'][number] {
  if (!block.startsWith('- ')) return { paragraph: block.replace(/\n/g, ' ') };
  return {
    list: block
      .split(/^- /m)
      .slice(1)
      .map((item) => item.trim().replace(/\n/g, ' ')),
  };
}

/** A text and the code in it: every second part is code. */
export function codeParts(text: string): string[] {
  return text.split('`');
}
