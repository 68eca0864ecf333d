import type { finding as english } from '../en/finding.ts';
import type { SameMessages } from '../same-messages.ts';

export const finding = {
  // Blocking: texts that respondents read
  'title-missing': 'پرسشنامه به زبان {{language}} عنوان ندارد.',
  'consent-missing': 'رضایت‌نامه به زبان {{language}} متن ندارد.',
  'contact-incomplete': 'نشانی تماس به زبان {{language}} نوشته نشده است.',
  'item-text-missing': '{{key}} به زبان {{language}} متن ندارد.',
  'question-text-missing': 'پرسش {{key}} به زبان {{language}} متن ندارد.',
  'option-label-missing': '{{key}}: گزینه با مقدار {{value}} به زبان {{language}} نوشته نشده است.',
  'no-answer-label-missing': '{{key}}: گزینه بیرون از مقیاس به زبان {{language}} نوشته نشده است.',
  'page-title-incomplete': 'عنوان صفحه {{key}} به زبان {{language}} نوشته نشده است.',
  'page-intro-incomplete': 'مقدمه صفحه {{key}} به زبان {{language}} نوشته نشده است.',
  'thanks-incomplete': 'متن صفحه پایانی به زبان {{language}} نوشته نشده است.',
  'item-text-repeated': '{{key}} همان را می‌گوید که {{first}} می‌گوید ({{language}}).',
  'option-label-repeated': '{{key}}: دو گزینه یک متن دارند: «{{label}}» ({{language}}).',
  // Blocking: parts
  'no-items': 'هنوز گویه‌ای نیست.',
  'construct-no-items': '{{key}} گویه‌ای ندارد؛ هر سازه دست کم دو گویه می‌خواهد.',
  'construct-one-item': '{{key}} فقط یک گویه دارد؛ هر سازه دست کم دو گویه می‌خواهد.',
  'item-on-no-page': '{{key}} در هیچ صفحه‌ای نیست و از کسی پرسیده نمی‌شود.',
  'question-on-no-page': 'پرسش {{key}} در هیچ صفحه‌ای نیست و از کسی پرسیده نمی‌شود.',
  'page-empty': 'صفحه {{key}} خالی است.',

  // Remarks
  'role-label-missing': 'بخش {{key}} مدل به زبان {{language}} نام ندارد.',
  'category-label-missing': 'مقوله {{key}} به زبان {{language}} نام ندارد.',
  'construct-label-missing': 'سازه {{key}} به زبان {{language}} نام ندارد.',
  'construct-few-items_one':
    '{{key}} {{count}} گویه دارد. با سه گویه یا بیشتر می‌توان دید که آلفا بدون هر گویه چقدر می‌شود.',
  'construct-few-items_other':
    '{{key}} {{count}} گویه دارد. با سه گویه یا بیشتر می‌توان دید که آلفا بدون هر گویه چقدر می‌شود.',
  'scale-many-points':
    '{{key}} با {{points}} گزینه پاسخ داده می‌شود. بیش از هفت گزینه در صفحه تلفن جا نمی‌شود و دقیق‌تر هم نمی‌سنجد.',
  'page-many-items_one': 'صفحه {{key}} {{count}} گویه دارد؛ پنج تا ده گویه خوب است.',
  'page-many-items_other': 'صفحه {{key}} {{count}} گویه دارد؛ پنج تا ده گویه خوب است.',
  'question-before-items':
    'پرسش {{key}} پیش از گویه‌ها آمده است. پرسش درباره خود پاسخ‌دهنده را بهتر است در پایان بپرسید.',
  'takes-long':
    'پاسخ دادن حدود {{minutes}} دقیقه طول می‌کشد. پس از دوازده دقیقه بسیاری کار را نیمه‌تمام می‌گذارند.',
  'no-reverse-items':
    'هیچ گویه‌ای با جمله‌بندی وارونه نیست. این یک انتخاب است: جمله وارونه پاسخ‌های بی‌دقت را نشان می‌دهد، ولی پایایی را کم می‌کند.',
  'items-for-demonstration_one': '{{count}} گویه برای نمونه ساخته شده است. آن را یافته پژوهش معرفی نکنید.',
  'items-for-demonstration_other': '{{count}} گویه برای نمونه ساخته شده‌اند. آن‌ها را یافته پژوهش معرفی نکنید.',
  'contact-missing': 'نشانی تماسی نیست: پاسخ‌دهنده نمی‌داند از چه کسی بپرسد.',
  'category-not-measured': 'هیچ سازه‌ای مقوله {{key}} را نمی‌سنجد.',
  'scale-not-used': 'هیچ سازه‌ای مقیاس {{key}} را به کار نمی‌برد.',
  'no-paths': 'مسیر مورد انتظاری نیست: صفحه‌های آمار پاسخ‌ها را با هیچ مدلی نمی‌سنجند.',
  'path-end-not-measured':
    'مسیر {{key}}: هیچ گویه‌ای {{end}} را نمی‌سنجد و این مسیر را نمی‌توان با پاسخ‌ها سنجید.',
  'item-long': '{{key}} به زبان {{language}} {{count}} واژه دارد. تا ۲۵ واژه خوب خوانده می‌شود.',
  'item-two-ideas': '{{key}} شاید دو چیز را با هم می‌پرسد: «{{word}}» ({{language}}).',
  'item-negated-reverse':
    '{{key}} وارونه نمره‌گذاری می‌شود و منفی هم هست («{{word}}»، {{language}}). واژه متضاد بهتر از جمله منفی فهمیده می‌شود.',
  'item-arabic-letters':
    '{{key}} در متن فارسی حرف یا رقم عربی دارد (ي ك ٤). آن را با صفحه‌کلید فارسی دوباره بنویسید.',
  'keys-differ-by-case':
    'تفاوت {{key}} و {{first}} فقط در بزرگی و کوچکی حرف‌هاست؛ برنامه‌های دیگر آن‌ها را با هم اشتباه می‌گیرند.',
} as const satisfies SameMessages<typeof english>;
