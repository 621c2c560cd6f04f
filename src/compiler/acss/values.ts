import valueParser from 'postcss-value-parser';

const LENGTH = /(^|[^\w.#-]|[^\w.#]-|^-)((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)rpx(?![\w-])/gi;

/** Lengths in rpx as vw: the screen is 750rpx wide. Texts in quotes and addresses stay as they are. */
export function withoutRpx(value: string): string {
  if (!/rpx/i.test(value)) return value;
  if (!/["']|url\(/i.test(value)) return plain(value);
  const parsed = valueParser(value);
  parsed.walk((node) => {
    if (node.type === 'function' && node.value.toLowerCase() === 'url') return false;
    if (node.type === 'word') node.value = plain(node.value);
    return undefined;
  });
  return parsed.toString();
}

const plain = (text: string): string =>
  text.replace(
    LENGTH,
    (_all, before: string, length: string) => `${before}${shortNumber(Number(length) / 7.5)}vw`,
  );

/** Six digits after the point are finer than any screen. */
const shortNumber = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** Each `url(…)` of a value, once. */
export function urlsOf(value: string): string[] {
  if (!/url\(/i.test(value)) return [];
  const found: string[] = [];
  valueParser(value).walk((node) => {
    const address = addressOf(node);
    if (address) found.push(address.value);
  });
  return found;
}

/** @param complete what stands for an address; undefined: it stays */
export function withUrls(value: string, complete: (address: string) => string | undefined): string {
  if (!/url\(/i.test(value)) return value;
  const parsed = valueParser(value);
  parsed.walk((node) => {
    const address = addressOf(node);
    const url = address && complete(address.value);
    if (!address || url === undefined || node.type !== 'function') return;
    node.nodes = [
      {
        type: 'string',
        quote: '"',
        value: url.replace(/["\\\n]/g, (char) => encodeURIComponent(char)),
        sourceIndex: 0,
        sourceEndIndex: 0,
      },
    ];
  });
  return parsed.toString();
}

function addressOf(node: valueParser.Node): valueParser.Node | undefined {
  if (node.type !== 'function' || node.value.toLowerCase() !== 'url') return undefined;
  return node.nodes.find(({ type }) => type === 'string' || type === 'word');
}
