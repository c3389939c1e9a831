import type { Format } from '../../format.ts';
import { overlay } from '../javascript/overlay.ts';
import { djangoPage } from '../python/django-page.ts';
import { ipython } from '../python/ipython.ts';
import { appCenter } from '../app-center.ts';
import { exunit } from '../elixir/exunit.ts';
import { pydantic } from '../python/pydantic.ts';
import { celeryUnregistered } from '../python/celery-unregistered.ts';
import { phpPage } from '../php/php-page.ts';
import { coreDump } from '../native/core-dump.ts';
import { docker } from '../docker.ts';
import { railsPage } from '../ruby/rails-page.ts';
import { errorTrackers } from '../error-trackers.ts';
import { exceptionNotification } from '../ruby/exception-notification.ts';
import { v8Fatal } from '../javascript/v8-fatal.ts';
import { kubernetes } from '../kubernetes.ts';
import { visualStudio } from '../dotnet/visual-studio.ts';
import { minitest } from '../ruby/minitest.ts';
import { surefire } from '../jvm/surefire.ts';
import { logfmt } from '../go/logfmt.ts';
import { tap } from '../javascript/tap.ts';
import { vitest } from '../javascript/vitest.ts';
import { pytest } from '../python/pytest.ts';
import { jvmCrash } from '../jvm/jvm-crash.ts';
import { eslint } from '../javascript/eslint.ts';
import { pytestSummary } from '../python/pytest-summary.ts';

/** Reports of test runners, notebooks, error trackers and crashes, which hold a trace in a form of their own. */
export const reports: Format[] = [
  appCenter,
  celeryUnregistered,
  coreDump,
  djangoPage,
  docker,
  errorTrackers,
  eslint,
  exceptionNotification,
  exunit,
  ipython,
  jvmCrash,
  kubernetes,
  logfmt,
  minitest,
  overlay,
  phpPage,
  pydantic,
  pytest,
  pytestSummary,
  railsPage,
  surefire,
  tap,
  v8Fatal,
  visualStudio,
  vitest,
];
