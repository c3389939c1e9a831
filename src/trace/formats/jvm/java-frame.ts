import type { Origin } from '../../origin.ts';
import { type Location, toLocation } from '../../location.ts';

// at app//org.x/a.B$C.lambda$m$0(D.java:12) ~[a.jar:1.2] · at a.B.m(D.java:12) [a.jar:?] {re:classloading} · at a.B.m (D.java:12) · at a.B.<init>(Native Method)
const METHOD = '(?<name>[\\p{L}\\p{N}_$.@+-]{1,400}\\.(?:[\\p{L}\\p{N}_$-]{1,400}|<\\w*>))';
const WITHOUT_FILE = [
  'Native Method',
  'Unknown Source',
  '<generated>',
  'Compiled Code',
  '[^()]{0,80}Optimized Method[^()]{0,80}',
];
const FILE = '(?<file>(?<! \\()(?:[\\p{L}\\p{N}_$.-]*\\/)*[\\p{L}\\p{N}_$.-]+|[\\p{L}\\p{N}_$ .-]*)';
const FRAME = new RegExp(
  `^\\s*(?:\\[ERROR\\]\\s+|\\|_ )?at (?:[^\\s(]*/)?${METHOD} ?\\((?:${WITHOUT_FILE.join('|')}|${FILE})(?::(?<line>-?\\d+))?\\)(?: +~?\\[[^\\]]{0,400}\\]\\s*)?(?: *\\{[^{}]{0,4000}\\}?)?$`,
  'u',
);

/** Reads the line of a frame, or says that it is none; quickly, since every line of a log comes by here. */
export function parseJavaFrame(text: string): Location | undefined {
  if (!text.includes('at ') || text.length > 4000) return undefined;
  const groups = FRAME.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { name = '', file, line } = groups;
  if (file === '' && line === undefined) return undefined;
  return file === undefined || isSource(file) || (line && !file.includes('.') && /^[a-z][\w$]*\./.test(name))
    ? toLocation({ file, line, name }, originOfCall(name))
    : undefined;
}

/** `Foo.bar(name)` could be anyone's; without such a name the JVM's frames have a line and a package. */
const isSource = (file: string) =>
  /\.(?:java|kts?|scala|groovy|clj|jsp|gen)$|^[\w/.-]+\/[\w.-]+\.rb$|^(?:SourceFile$|r8-map-id-)/.test(file);

// ... 23 more · ... 12 common frames omitted · (Coroutine boundary) · Caused by: [CIRCULAR REFERENCE: a.b.C: message]
export const isElided = (text: string) =>
  /^\s*(?:\.\.\. \d+ (?:more|common frames omitted|frames? (?:truncated|excluded))|\(Coroutine boundary\)|(?:[\w ]+: )?\[CIRCULAR REFERENCE)/.test(
    text.slice(0, 80),
  );

const RUNTIME =
  /^(?:javax?|jdk|(?:com\.)?sun|kotlinx?|scala|groovy|dalvik|libcore|android\.os|com\.android\.internal)\./;
// Packages at the top of their names, and below `org.`, `com.` …
const LIBRARY_ROOTS = (
  'reactor jakarta sbt xsbt munit utest scalatest specs2 okhttp3 retrofit2 junit androidx? lombok freemarker redis akka play rx feign brave ' +
  'graphql liquibase kafka javassist ognl antlr cats zio software\\.amazon ch\\.qos'
).split(' ');
const LIBRARY_OWNERS = (
  'springframework scalatest scalamock specs2 spockframework kotest apache hibernate eclipse junit opentest4j mockito jboss postgresql mybatis slf4j ' +
  'gradle codehaus aspectj thymeleaf flywaydb elasticsearch quartz jetbrains bouncycastle assertj ' +
  'testng h2 hsqldb xerial mariadb redisson keycloak opensearch glassfish wildfly infinispan yaml json ' +
  'jooq reactivestreams mongodb mysql google amazonaws fasterxml zaxxer microsoft oracle netflix ' +
  'rabbitmq squareup datastax alibaba baomidou github intellij facebook twitter mchange datadog netty ' +
  'micrometer quarkus vertx grpc lettuce projectreactor r2dbc micronaut ktor undertow jsonwebtoken ' +
  'bukkit spigotmc minecraft minecraftforge opentelemetry sentry smallrye reactivex bytebuddy sf'
).split(' ');
const LIBRARIES = new RegExp(
  `^(?:(?:${LIBRARY_ROOTS.join('|')})\\.|(?:org|com|io|net|dev)\\.(?:${LIBRARY_OWNERS.join('|')})\\.)`,
);

// CartService$$SpringCGLIB$$0 · Cart_$$_jvst1a2_3 · Cart$HibernateProxy$x7Qd · $Proxy12 · Cart$$Lambda$14/0x1 · Cart$MockitoMock$7
const GENERATED =
  /\$\$(?:_|\w*CGLIB|FastClass|Lambda|Proxy|_?javassist)|\$(?:HibernateProxy|HibernateBasicProxy|ByteBuddy|MockitoMock|Proxy\d|auxiliary)|_\$\$_|_ClientProxy\.|_Subclass\.|\$Proxy\$_\$/;

/** Whose code a method is: the package is all of its name up to the class. */
function originOfCall(name: string): Origin {
  const held = /^(.+?)\.(?:[A-Z$]|[^.]+\.[^.]+$)/.exec(name)?.[1];
  const origin =
    RUNTIME.test(name) || GENERATED.test(name) ? 'runtime' : LIBRARIES.test(name) ? 'library' : 'app';
  return { origin, ...(held === undefined ? {} : { package: held }) };
}
