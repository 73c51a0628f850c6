import { createContext, type ReactNode, useContext } from 'react';

/** Gives the UI sentence of a key (`review.steps.title`), with `$1 … $9` replaced. Keys: locales/zh_CN.yml. */
export type Text = (key: string, ...values: (string | number)[]) => string;

const TextContext = createContext<Text>((key) => key);

/** The extension passes the browser's translations, the review desk its own. */
export function TextProvider({ text, children }: { text: Text; children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}

export function useText(): Text {
  return useContext(TextContext);
}
