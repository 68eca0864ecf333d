// Node's Intl is wrong for some languages of Kermanshah (it calls Southern Kurdish left-to-right and writes its dates in
// English), so direction and digits come from this table and nowhere else.

export interface Locale {
  readonly language: string;
  /** The language's own name, for a switch. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Ten characters, zero first. */
  readonly digits: string;
  readonly decimal: string;
  readonly thousands: string;
  readonly percent: string;
  /** BCP 47 tag with calendar, for Intl.DateTimeFormat. */
  readonly dates: string;
}

const persianDigits = '۰۱۲۳۴۵۶۷۸۹';
const arabicDigits = '٠١٢٣٤٥٦٧٨٩';
const latin = {
  direction: 'ltr',
  digits: '0123456789',
  decimal: '.',
  thousands: ',',
  percent: '%',
  dates: 'en-GB',
} as const;
const arabicScript = { direction: 'rtl', decimal: '٫', thousands: '٬', percent: '٪' } as const;

const locales: Readonly<Record<string, Locale>> = {
  en: { language: 'en', name: 'English', ...latin },
  fa: { language: 'fa', name: 'فارسی', digits: persianDigits, dates: 'fa-IR', ...arabicScript },
  ckb: { language: 'ckb', name: 'کوردیی ناوەندی', digits: arabicDigits, dates: 'fa-IR', ...arabicScript },
  sdh: { language: 'sdh', name: 'کوردی خوارین', digits: arabicDigits, dates: 'fa-IR', ...arabicScript },
  ar: { language: 'ar', name: 'العربية', digits: arabicDigits, dates: 'ar-EG', ...arabicScript },
};

/** The locale of a language tag; a language that is not in the table is written like English under its own tag. */
export function localeOf(language: string): Locale {
  return locales[language] ?? locales[language.split('-')[0] ?? ''] ?? { language, name: language, ...latin };
}

/** Replaces ASCII digits by the locale's. */
export function localDigits(text: string, locale: Locale): string {
  return locale.digits === latin.digits ? text : text.replace(/[0-9]/g, (digit) => locale.digits[+digit]!);
}

/** Persian (U+06F0) and Arabic-Indic (U+0660) digits to ASCII: Number('۱۲') is NaN otherwise. */
export function asciiDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const code = digit.codePointAt(0)!;
    return String(code - (code >= 0x6f0 ? 0x6f0 : 0x660));
  });
}
