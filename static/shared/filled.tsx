import { Fragment, type ReactNode } from 'react';

interface FilledProperties {
  /** A text in which placeholders such as `{name}` are still open. */
  readonly text: string;
  /** What goes in their place: an element, or a person's own text set apart from the direction of the sentence. */
  readonly values: Readonly<Record<string, ReactNode>>;
}

/** A sentence with elements in it. A value that is plain text is isolated, so that right-to-left names leave the sentence whole. */
export function Filled({ text, values }: FilledProperties): ReactNode {
  return text.split(/(\{[a-zA-Z]+\})/).map((part, place) => {
    const name = /^\{([a-zA-Z]+)\}$/.exec(part)?.[1];
    if (name === undefined || !Object.hasOwn(values, name)) return <Fragment key={place}>{part}</Fragment>;
    const value = values[name];
    return typeof value === 'string' ? <bdi key={place}>{value}</bdi> : <Fragment key={place}>{value}</Fragment>;
  });
}
