import * as z from 'zod/mini';
import type { AdfNode } from './model';

/** Plain text as a version 1 Atlassian Document: a blank line parts paragraphs, a single line break is kept. */
export function textToDocument(text: string): AdfNode {
  const paragraphs = text.split(/\n{2,}/u).filter((paragraph) => paragraph.trim() !== '');
  return { type: 'doc', version: 1, content: paragraphs.map(paragraphNode) };
}

function paragraphNode(paragraph: string): AdfNode {
  const content = paragraph.split('\n').flatMap((line, index): AdfNode[] => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
    ...(line === '' ? [] : [{ type: 'text', text: line }]),
  ]);
  return { type: 'paragraph', content };
}

const blocks = new Set(['paragraph', 'heading', 'blockquote', 'codeBlock', 'listItem', 'bulletList', 'orderedList', 'panel', 'rule']);

const mention = z.object({ attrs: z.object({ id: z.string() }) });

/**
 * The words of a document; marks are dropped and blocks are parted by blank lines.
 * @param nameOf how a person who is mentioned is shown; without it mentions are dropped too.
 */
export function documentToText(node: AdfNode, nameOf: (accountId: string) => string | undefined = () => undefined): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention') {
    const mentioned = mention.safeParse(node);
    const name = mentioned.success ? nameOf(mentioned.data.attrs.id) : undefined;
    return name === undefined ? '' : `@${name}`;
  }
  const children = node.content ?? [];
  const separator = children.some(({ type }) => blocks.has(type)) ? '\n\n' : '';
  return children.map((child) => documentToText(child, nameOf)).join(separator);
}
