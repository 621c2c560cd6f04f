import type { ServiceEntry } from '../../simulator-api.ts';
import { alwaysAgreesService } from './always-agrees.ts';
import { inMemoryService } from './in-memory.ts';

/** The one place where OAuthServices are plugged in; the first is the default. */
export const SERVICES: readonly ServiceEntry[] = [inMemoryService, alwaysAgreesService];
