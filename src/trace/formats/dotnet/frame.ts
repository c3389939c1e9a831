import type { Frame } from '../../types.ts';

//    at Shop.Basket.Total(Int32 a, List`1 b) in C:\a.cs:line 12 ·    bei A.B[T](C d) in /a.cs:Zeile 12. ·   at A.B () [0x00007] in <file>:0
const FRAME =
  /^\s*(\p{L}{1,12}) (?:\(wrapper [\w-]{1,60}\) )?([\p{L}\p{N}_.<>`+[\],|$@&*-]{1,500}?(?:\.\.ctor|\.\.cctor)?) ?\(([^()]{0,600}(?:\([^()]{0,200}\)[^()]{0,200})?)\)(?: \[0x[0-9a-f]+\])?(?:(?:\+\d+)|(?: (\p{L}{1,12}) (.{1,500}):(?:\p{L}{1,12} )?(\d+)\.?))?$/u;

//    Shop.Web.Cart.Page_Load(Object sender, EventArgs e) in c:\\a.cs:22 ·    System.Web.UI.Control.OnLoad(EventArgs e) +106
const PAGE = /^\s+([\p{L}\p{N}_.<>`+]{3,300})\(([^()]{0,400})\)(?: \+\d+| in (\S.{1,400}):(\d+))$/u;

/** Reads a frame, whatever the language of its small words. */
export function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  if (!text.includes('(')) return undefined;
  const match = FRAME.exec(text.slice(0, 1800));
  const name = match?.[2];
  if (match === null) return pageFrame(text.slice(0, 1800));
  if (name === undefined || !name.includes('.')) return undefined;
  if (/^(?:in|from|created|see|use|call|of|to|is|by)$/.test(match[1] ?? '')) return undefined;
  const inside = match[3] ?? '';
  // `(a.js:1:2)` and `(A.java:1)` are other languages' places, not arguments.
  if (/:\d+$|\.(?:java|kt|js|ts)\b|^Native Method$|^Unknown Source$|^<\w+>$|^index \d+$/.test(inside))
    return undefined;
  if (match[1] !== 'at' && match[5] === undefined && !/^[A-Z]/.test(name)) return undefined;
  const file = match[5] === undefined || match[5].startsWith('<') ? undefined : match[5];
  return { ...(file === undefined ? {} : { file, line: Number(match[6]) }), function: name, ...origin(name) };
}

// Player.Update () (at Assets/Scripts/Player.cs:31)
const UNITY = /^\s*([\p{L}\p{N}_.<>`+:]{3,300}) ?\(([^()]{0,400})\) \(at (\S.{1,400}):(\d+)\)$/u;

/** A frame of ASP.NET's yellow page or of Unity. */
function pageFrame(text: string): Omit<Frame, 'at'> | undefined {
  const match = PAGE.exec(text) ?? UNITY.exec(text);
  if (match?.[1] === undefined || !match[1].includes('.')) return undefined;
  const place = match[3] === undefined ? {} : { file: match[3], line: Number(match[4]) };
  return { ...place, function: match[1], ...origin(match[1]) };
}

/** Whose code a method is: the framework's, a package's, or the program's. */
function origin(name: string): Pick<Frame, 'origin' | 'package'> {
  if (/^(?:System|Interop|Internal)\./.test(name)) return { origin: 'runtime', package: 'System' };
  const known =
    /^(Microsoft\.(?:\w+)(?:\.\w+)?|Newtonsoft\.Json|Npgsql|MySql|Dapper|Serilog|NUnit|Xunit|AutoMapper|MediatR|Castle|Moq|Polly|Grpc|StackExchange\.Redis|RabbitMQ|MassTransit|Hangfire|Swashbuckle|FluentValidation|MongoDB|Azure|Amazon|Google|Quartz|NHibernate|log4net|NLog|lambda_method)\b/.exec(
      name,
    );
  return known?.[1] === undefined ? { origin: 'app' } : { origin: 'library', package: known[1] };
}
