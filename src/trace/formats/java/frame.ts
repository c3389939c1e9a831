import type { Frame } from '../../types.ts';

// What stands in the brackets: not an argument list, which would be .NET's.
const PLACE =
  /^(?:([\w$ .-]+\.(?:java|kt|kts|scala|groovy|clj|jsp)|SourceFile|Unknown Source|PG|r8-map-id-[\w]+|[\w$-]+)(?::(-?\d+))?|Native Method|Unknown Source|<generated>|Compiled Code|.{0,60}Optimized Method.{0,60})$/;

/** Android Studio puts a trace's lines under the first, far to the right. */
const MAX_INDENT = 140;
// What may follow the brackets: ` ~[a.jar:1.2]`
const JAR = /^ +~?\[[^\]]{0,200}\]\s*$/;
// a.B$C.lambda$m$0 · a.B.<init> · Kt.f$default
const CALL = /^[\p{L}\p{N}_$.@+/-]{1,400}\.(?:[\p{L}\p{N}_$-]{1,200}|<\w*>)$/u;

/**
 * Reads the line of a frame, or says that it is none. By hand, since every line of a log comes by here:
 * `at app//org.x/a.B$C.lambda$m$0(D.java:12) ~[a.jar:1.2]`, `at a.B.m (D.java:12)`, `at a.B.<init>(Native Method)`.
 */
export function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  const start = text.indexOf('at ');
  if (start < 0 || start > MAX_INDENT || text.length > 1500) return undefined;
  const open = text.indexOf('(', start);
  const close = text.indexOf(')', open);
  if (open < 0 || close < 0 || !/^\s*(?:\[ERROR\]\s+|\|_ )?$/.test(text.slice(0, start))) return undefined;
  if (close + 1 < text.length && !JAR.test(text.slice(close + 1))) return undefined;
  const call = text.slice(start + 3, text[open - 1] === ' ' ? open - 1 : open);
  const inside = text.slice(open + 1, close);
  const place = CALL.test(call) ? PLACE.exec(inside) : null;
  const dot = call.lastIndexOf('.');
  const owner = call.slice(0, dot);
  if (place === null || !isJvm(owner, inside, place)) return undefined;
  const name = owner.slice(owner.lastIndexOf('/') + 1);
  const file = place[1] === undefined || place[1].includes('Unknown Source') ? undefined : place[1];
  return {
    ...(file === undefined ? {} : { file }),
    ...(place[2] === undefined ? {} : { line: Number(place[2]) }),
    function: `${name}.${call.slice(dot + 1)}`,
    ...origin(name),
  };
}

/** `Foo.bar(name)` could be anyone's: a file with its line, a known word, or a lower-case package is Java's. */
function isJvm(owner: string, inside: string, place: RegExpExecArray): boolean {
  if (place[1] === undefined || /\.(?:java|kts?|scala|groovy|clj|jsp)$/.test(place[1])) return true;
  if (inside === 'Unknown Source' || place[1] === 'SourceFile' || place[1].startsWith('r8-map')) return true;
  return place[2] !== undefined && /^[a-z][\w$]*\./.test(owner);
}

// ... 23 more · ... 12 common frames omitted · (Coroutine boundary)
export function isElided(text: string): boolean {
  return /^\s*(?:\.\.\. \d+ (?:more|common frames omitted|frames? (?:truncated|excluded))|\(Coroutine boundary\))/.test(
    text.slice(0, 80),
  );
}

const RUNTIME =
  /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|dalvik|libcore|android\.os|com\.android\.internal)\./;
const LIBRARIES =
  /^((?:org|com|io|net|dev|ch|reactor|jakarta|okhttp3|retrofit2|junit|androidx?|lombok|freemarker|redis|akka|play|rx|feign|brave|graphql|liquibase|kafka|javassist|ognl|antlr|cats|zio|software)\.(?:springframework|apache|hibernate|eclipse|junit|mockito|jboss|postgresql|mongodb|mybatis|slf4j|gradle|codehaus|aspectj|thymeleaf|flywaydb|elasticsearch|quartz|jetbrains|bouncycastle|assertj|testng|h2|hsqldb|xerial|mariadb|redisson|keycloak|opensearch|glassfish|wildfly|infinispan|yaml|json|fasterxml|google|amazonaws|zaxxer|mysql|microsoft|oracle|netflix|rabbitmq|squareup|datastax|alibaba|baomidou|github|intellij|facebook|twitter|mchange|datadog|netty|micrometer|quarkus|vertx|grpc|lettuce|projectreactor|r2dbc|micronaut|ktor|undertow|jsonwebtoken|opentelemetry|sentry|smallrye|reactivex|bytebuddy|sf|logback|qos|core|internal|publisher|servlet|persistence|app|view|widget|activity|fragment|lifecycle|arch|compose|appcompat)\b)/;

/** Whose code a class is: the package is all of its name up to the class. */
function origin(owner: string): Pick<Frame, 'origin' | 'package'> {
  const end = owner.search(/\.[A-Z$][^.]*$/);
  const name = owner.includes('.')
    ? owner.slice(0, end > 0 ? firstClass(owner) : owner.lastIndexOf('.'))
    : undefined;
  const held = name === undefined ? {} : { package: name };
  if (RUNTIME.test(owner)) return { origin: 'runtime', ...held };
  return LIBRARIES.test(owner) ||
    /^(?:reactor|okhttp3|retrofit2|junit|lombok|jakarta|android|androidx)\./.test(owner)
    ? { origin: 'library', ...held }
    : { origin: 'app', ...held };
}

/** Where the package ends: before the first part that begins with a capital. */
function firstClass(owner: string): number {
  const at = owner.search(/\.[A-Z$]/);
  return at < 0 ? owner.lastIndexOf('.') : at;
}
