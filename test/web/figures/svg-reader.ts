// A strict little XML reader, so that a test fails on a figure that a browser would refuse.

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

const token = /<\?xml[^>]*\?>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** Throws at the first thing that is not well-formed; returns the root. */
export function readXml(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  token.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`);
    at = token.lastIndex;
    const [whole, closed, opened, attributes = '', empty, words] = match;
    const top = open.at(-1)!;
    if (words !== undefined) {
      if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(words)) throw new Error(`a bare & in: ${words.slice(0, 60)}`);
      top.text += unescaped(words);
    } else if (closed !== undefined) {
      if (top.name !== closed) throw new Error(`</${closed}> closes <${top.name}>`);
      open.pop();
    } else if (opened !== undefined) {
      const node: Node = { name: opened, attributes: readAttributes(attributes), children: [], text: '' };
      top.children.push(node);
      if (empty !== '/') open.push(node);
    } else if (!whole.startsWith('<?xml')) throw new Error(`unexpected ${whole}`);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  if (root.children.length !== 1) throw new Error('there is not exactly one root');
  return root.children[0]!;
}

export function all(node: Node, name: string): readonly Node[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))];
}

export const numberOf = (node: Node, name: string): number => Number(node.attributes[name]);

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (found[name!] !== undefined) throw new Error(`${name} is given twice`);
    found[name!] = unescaped(value!);
  }
  return found;
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity]!);
}
