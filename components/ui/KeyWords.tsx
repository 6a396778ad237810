import { Fragment } from 'react';

/** A message that names keys between `<kbd>` and `</kbd>`; anything else in it is text. */
export function KeyWords({ children: message }: { children: string }) {
  return message.split(/<kbd>(.*?)<\/kbd>/).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message have no other name and never move
    return <Fragment key={index}>{index % 2 === 1 ? <kbd>{part}</kbd> : part}</Fragment>;
  });
}
