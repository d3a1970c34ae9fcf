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

/** The words of a document; marks are dropped and blocks are parted by blank lines. */
export function documentToText(node: AdfNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const children = node.content ?? [];
  const separator = children.some(({ type }) => blocks.has(type)) ? '\n\n' : '';
  return children.map(documentToText).join(separator);
}
