import type { Origin } from '../../origin.ts';
import { matchLocation } from '../../location.ts';
import { UNITY_FRAMES } from './unity.ts';

const FOREIGN_PLACES = [
  'Native Method',
  'Unknown Source',
  '<\\w+>\\)',
  'index \\d',
  '[^)]*(?::\\d+\\)|\\.(?:java|kt|js|ts)\\b)',
];
const AT = '(?:at|(?!in|from|created|see|use|call|of|to|is|by)\\p{L}{1,12}(?= [(\\p{Lu}]))';
const METHOD = '(?<name>[\\p{L}\\p{N}_.<>`+[\\],|$@&*-]{1,900})';
const ARGUMENTS = `\\((?!${FOREIGN_PLACES.join('|')})[^()]{0,900}(?:\\([^()]{0,400}\\)[^()]{0,400})?\\)`;
const PLACE =
  '(?:<.{1,80}|\\S{1,400}\\.dll:token \\S{1,80}|(?<file>.{1,900}):(?:\\p{L}{1,12} )?(?<line>\\d+)\\.?)';
const FRAMES = [
  //    at Shop.Cart.Total (Shop.Web, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null: C:\src\Cart.cs:31), of Application Insights
  new RegExp(
    `^\\s*at ${METHOD} \\([^(),]{1,400}, Version=[\\d.]{1,80}, Culture=\\w{1,20}, PublicKeyToken=\\w{1,20}(?:: (?<file>.{1,900}):(?<line>\\d+))?\\)$`,
    'u',
  ),
  //    at Shop.Basket.Total(Int32 a, List`1 b) in C:\a.cs:line 12 ·    bei A.B[T](C d) in /a.cs:Zeile 12. ·   at A.B () [0x00007] in <file>:0
  // Of a word that is not `at` a name with a capital must follow; `(a.js:1:2)` and `(A.java:1)` are other languages'.
  new RegExp(
    `^\\s*${AT} (?:\\(wrapper [\\w-]{1,80}\\) )?(?=[^(]+\\.)${METHOD} ?${ARGUMENTS}(?: \\[0x[0-9a-f]+\\])?(?:\\+\\d+| \\p{L}{1,12} ${PLACE})?$`,
    'u',
  ),
  // Shop.Web.Pages.Cart.Show(int id, string name) in Cart.razor
  /^(?<name>\p{Lu}[\p{L}\p{N}_]{0,80}(?:[.+][\p{L}\p{N}_<>`|, ]{1,80}){2,12})\((?:[^()"'=;]{1,80} \w{1,80}(?:, |(?=\))))*\)(?: in (?<file>\S{1,400}\.(?:razor|cs|cshtml|vb)))?$/u,
  //    Shop.Web.Cart.Page_Load(Object sender, EventArgs e) in c:\\a.cs:22 ·    System.Web.UI.Control.OnLoad(EventArgs e) +106
  // Player.Update () (at Assets/Scripts/Player.cs:31)
  /^\s*(?=[^\s(][^(]*\.)(?<name>[\p{L}\p{N}_.<>`+:]{3,400}) ?\([^()]{0,400}\)(?: \+\d+| (?:in |\(at )(?<file>\S.{1,400}):(?<line>\d+)\)?)$/u,
];

/** Reads a frame, whatever the language of its small words; also of ASP.NET's yellow page and of Unity. */
export const parseDotnetFrame = (text: string) =>
  text.includes('(')
    ? matchLocation(
        /\(at |\] in /.test(text) ? [...UNITY_FRAMES, ...FRAMES] : FRAMES,
        text.slice(0, 2000),
        ({ name }) => originOfCall(name ?? ''),
      )
    : undefined;

/** Whose code a method is: the framework's, a package's, or the program's. */
function originOfCall(name: string): Origin {
  if (/^(?:System|Interop|Internal)\./.test(name)) return { origin: 'runtime', package: 'System' };
  const known =
    /^(Microsoft\.(?:\w+)(?:\.\w+)?|Newtonsoft\.Json|Npgsql|MySql|Dapper|Serilog|NUnit|Xunit|AutoMapper|MediatR|Castle|Moq|Polly|Grpc|StackExchange\.Redis|RabbitMQ|MassTransit|Hangfire|Swashbuckle|FluentValidation|MongoDB|Azure|Amazon|Google|Quartz|NHibernate|log4net|NLog|lambda_method)\b/.exec(
      name,
    )?.[1];
  return known === undefined ? { origin: 'app' } : { origin: 'library', package: known };
}
