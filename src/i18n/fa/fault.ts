import type { fault as english } from '../en/fault.ts';
import type { SameMessages } from '../same-messages.ts';

export const fault = {
  // Study file: JSON
  'json-empty': 'پرونده خالی است.',
  'json-syntax': 'از سطر {{line}}، ستون {{column}} به بعد، JSON درستی نیست.',
  'json-text':
    'متنی که در سطر {{line}}، ستون {{column}} آغاز می‌شود بسته نشده است یا نویسه‌ای دارد که در JSON مجاز نیست.',
  'json-too-deep': 'سطر {{line}}: لایه‌های تودرتو برای پرونده پژوهش بیش از اندازه است.',
  'json-repeated-field': 'سطر {{line}}: فیلد «{{field}}» دو بار آمده است.',
  'json-forbidden-field': 'سطر {{line}}: هیچ فیلدی نمی‌تواند این نام را داشته باشد.',
  'not-utf8': 'این پرونده متن UTF-8 نیست. آن را دوباره با کدگذاری UTF-8 ذخیره کنید.',
  'not-a-study-file': 'این پرونده پژوهش نیست: پرونده پژوهش با ‎"format": "axial-study"‎ آغاز می‌شود.',
  'format-version-unknown':
    'قالب این پرونده نسخه {{value}} است؛ این برنامه نسخه ۱ را می‌خواند. شاید برنامه‌ای تازه‌تر آن را بخواند.',

  // Study file: fields
  'field-missing': 'این فیلد نیامده است.',
  'field-unknown': 'پرونده پژوهش در اینجا فیلدی به نام «{{field}}» ندارد.',
  'field-unknown-near': 'پرونده پژوهش در اینجا فیلدی به نام «{{field}}» ندارد. آیا منظورتان «{{near}}» بود؟',
  'field-not-valid': 'این مقدار در اینجا درست نیست.',
  'expected-text': 'در اینجا یک متن لازم است.',
  'expected-text-per-language': 'در اینجا برای هر زبان یک متن لازم است؛ مانند ‎{"fa": "موافقم"}‎.',
  'expected-list': 'در اینجا یک فهرست لازم است.',
  'expected-object': 'در اینجا یک شیء با فیلدهایش لازم است.',
  'expected-whole-number': 'در اینجا یک عدد درست لازم است.',
  'expected-boolean': 'در اینجا true یا false لازم است.',
  'not-one-of': '«{{value}}» هیچ‌یک از این‌ها نیست: {{options}}.',
  'number-out-of-range': '{{value}} میان {{min}} و {{max}} نیست.',
  'text-too-long': 'متن بیش از اندازه بلند است: دست بالا {{limit}} نویسه.',
  'text-not-readable': 'متن نویسه‌ای ناخوانا یا ناقص دارد. لطفاً آن را دوباره تایپ کنید.',
  'too-many': 'تعداد بیش از اندازه است: دست بالا {{limit}}.',
  'too-few': 'تعداد کم است: دست کم {{limit}}.',
  'url-malformed': '«{{value}}» نشانی‌ای نیست که با http:// یا https:// آغاز شود.',
  'language-malformed': '«{{value}}» نشانه زبان نیست؛ نمونه: fa، en یا ckb.',
  'language-repeated': 'زبان «{{value}}» دو بار آمده است.',

  // Study file: keys and references
  'key-malformed':
    '«{{value}}» کلید درستی نیست: کلید با یک حرف لاتین آغاز می‌شود و دست بالا ۶۴ نویسه دارد: حرف لاتین، رقم، «-»، «_» و «.».',
  'key-repeated': 'کلید «{{value}}» دو بار به کار رفته است؛ بار نخست در {{first}}.',
  'key-reserved': 'کلید «{{value}}» برای کار دیگری کنار گذاشته شده است. کلید دیگری برگزینید.',
  'unknown-role': 'نقشی با کلید «{{value}}» نیست.',
  'unknown-category': 'مقوله‌ای با کلید «{{value}}» نیست.',
  'unknown-construct': 'سازه‌ای با کلید «{{value}}» نیست.',
  'unknown-scale': 'مقیاس پاسخی با کلید «{{value}}» نیست.',
  'unknown-code': 'کدی با کلید «{{value}}» نیست.',
  'code-repeated': 'کد «{{value}}» دو بار آمده است.',
  'unknown-item': 'گویه یا پرسشی با کلید «{{value}}» نیست.',
  'item-on-two-pages': '«{{value}}» دو بار پرسیده می‌شود؛ بار نخست در {{first}}.',
  'unknown-path': 'مسیری با کلید «{{value}}» نیست.',
  'unknown-path-end': 'سازه یا نقشی با کلید «{{value}}» نیست.',
  'path-to-itself': 'پیکان نمی‌تواند از «{{value}}» به خودش برود.',
  'path-repeated': 'این مسیر از پیش هست: {{first}}.',
  'moderated-path-not-direct':
    'مسیر «{{value}}» مستقیم نیست؛ فقط شدت یک مسیر مستقیم می‌تواند به چیز دیگری وابسته باشد.',
  'moderator-is-end': '«{{value}}» خود یک سر مسیر «{{path}}» است و نمی‌تواند تعدیل‌گر آن باشد.',
  'scale-not-rising': 'مقدارهای مقیاس یکی‌یکی بالا می‌روند: در اینجا باید {{expected}} باشد، نه {{value}}.',
  'option-repeated': 'دو گزینه مقدار {{value}} دارند.',
  'more-faults_one': 'یک ایراد دیگر هم هست.',
  'more-faults_other': '{{count}} ایراد دیگر هم هست.',

  // Answer file
  'csv-empty': 'پرونده سطری ندارد.',
  'csv-no-answers': 'پرونده سرستون دارد ولی پاسخی ندارد.',
  'csv-nul': 'پرونده نویسه NUL دارد و جدول متنی نیست. آن را با قالب CSV (UTF-8) ذخیره کنید.',
  'csv-not-readable': 'جدول از سطر {{row}} به بعد خوانده نمی‌شود: یک علامت نقل‌قول کم است یا جای درستی ندارد.',
  'csv-too-many-rows': 'تعداد سطرها بیش از اندازه است: دست بالا {{limit}}.',
  'csv-too-many-columns': 'تعداد ستون‌ها بیش از اندازه است: دست بالا {{limit}}.',
  'csv-no-known-column':
    'نام هیچ ستونی کلید یک گویه نیست. ستون‌های پرونده: {{found}}. کلیدهای پژوهش: {{expected}}.',
  'csv-column-repeated': 'دو ستون این نام را دارند.',
  'csv-row-length': 'این سطر {{found}} خانه دارد؛ سرستون {{expected}} خانه.',
  'csv-not-a-number': '«{{value}}» کد مقیاس پاسخ نیست.',
  'csv-not-on-scale': '{{value}} روی مقیاس پاسخ نیست ({{allowed}}).',

  // Accounts, members, uploads
  'password-short': 'گذرواژه دست‌کم {{needed}} نویسه می‌خواهد.',
  'password-long': 'گذرواژه حداکثر {{limit}} نویسه دارد.',
  'password-wrong': 'این گذرواژهٔ کنونی نیست.',
  'name-length': 'نامی با حداکثر {{limit}} نویسه لازم است.',
  'email-implausible': 'این به نشانی رایانامه نمی‌ماند.',
  'member-unknown': 'این شخص دیگر عضو نیست.',
  'last-owner': 'پژوهش دست‌کم یک مالک می‌خواهد. نخست کس دیگری را مالک کنید.',
  'role-unknown': '«{{role}}» نقش نیست.',
  'one-file-only': 'هر بار یک پرونده بفرستید، در همان خانه‌ای که برای آن است.',
  'malformed-request': 'درخواست خوانده نشد. لطفاً بازگردید و دوباره امتحان کنید.',
} as const satisfies SameMessages<typeof english>;
