import i18next, { type i18n } from 'i18next';
import { en } from './en/catalogue.ts';
import { fa } from './fa/catalogue.ts';
import { type Locale, localDigits, localeOf } from './locale.ts';

/** Languages that the interface itself speaks. */
export const interfaceLanguages = ['en', 'fa'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

type Catalogue = typeof en;
type PluralBase<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
export type MessageKey = {
  [N in keyof Catalogue & string]: `${N}:${PluralBase<keyof Catalogue[N] & string>}`;
}[keyof Catalogue & string];

type Values = Readonly<Record<string, string | number>>;

/** The message in one language; numbers among the values appear in the language's digits, and `count` chooses the plural. */
export interface Translator {
  (key: MessageKey, values?: Values): string;
  readonly locale: Locale;
}

const engine: i18n = i18next.createInstance();
void engine.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: 'en',
  resources: { en, fa },
  ns: Object.keys(en),
  keySeparator: false,
  // A library has nothing to say on somebody's terminal.
  showSupportNotice: false,
  // The templates escape; escaping twice would show &amp; to people.
  interpolation: { escapeValue: false },
});

export function translatorFor(language: string): Translator {
  const locale = localeOf(language);
  const translate = engine.getFixedT(isInterfaceLanguage(language) ? language : 'en');
  const translator = (key: MessageKey, values: Values = {}) => {
    const shown: Record<string, string | number> = { ...values };
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'number' && name !== 'count') shown[name] = localDigits(String(value), locale);
    }
    const text = translate(key as never, shown as never) as unknown as string;
    // i18next needs `count` as a number to choose the plural, so its digits are changed afterwards.
    return typeof values.count === 'number'
      ? text.replaceAll(String(values.count), localDigits(String(values.count), locale))
      : text;
  };
  return Object.assign(translator, { locale });
}

export function isInterfaceLanguage(language: string): language is InterfaceLanguage {
  return (interfaceLanguages as readonly string[]).includes(language);
}

/** For keys made from data (a problem's code): the message, or null when the catalogue has none. */
export function messageIfKnown(t: Translator, key: string, values?: Values): string | null {
  return engine.exists(key, values as never) ? t(key as MessageKey, values) : null;
}
