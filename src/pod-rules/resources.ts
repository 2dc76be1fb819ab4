import { objectRule } from './makers';
import { Mistake, PodRule } from './rule';
import { LABEL_KEY } from './shapes';
import { quote, suggest } from '../findings/words';
import { billionths } from '../go/quantity';
import { JsonObject } from '../json/json';
import { asObject } from '../json/lenient';

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
const HUGE_PAGES = 'hugepages-';
const WHOLE = 1_000_000_000n;

const NAMES = 'cpu, memory, ephemeral-storage, hugepages-<size>, or the name of an extended resource such as example.org/gpu';

function isExtended(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/');
}

/** Where a pod may be promised more than there is. */
function overcommits(name: string): boolean {
  return !isExtended(name) && !name.startsWith(HUGE_PAGES);
}

function nameMistake(name: string): Omit<Mistake, 'at'> | undefined {
  const wellFormed = LABEL_KEY.matches(name)
    && (name.includes('/') ? !isExtended(name) || (!name.startsWith('requests.') && LABEL_KEY.matches(`requests.${name}`)) : STANDARD.includes(name) || name.startsWith(HUGE_PAGES));
  return wellFormed ? undefined : { given: `the resource ${quote(name)}`, allowed: NAMES, fix: suggest(name, STANDARD, 'name a resource that nodes have') };
}

function amountMistake(name: string, amount: unknown): Omit<Mistake, 'at'> | undefined {
  const value = billionths(amount);
  if (value === undefined) return undefined;
  const given = `${quote(amount)} of ${name}`;
  if (value < 0n) return { given, allowed: 'an amount from 0', fix: 'write such an amount' };
  if (isExtended(name) && value % WHOLE !== 0n) return { given, allowed: 'a whole number', fix: 'write a whole number' };
  if (!name.startsWith(HUGE_PAGES)) return undefined;
  const size = billionths(name.slice(HUGE_PAGES.length));
  return size !== undefined && size > 0n && size % WHOLE === 0n && value % size === 0n ? undefined : { given, allowed: 'a multiple of the size of the pages', fix: 'write a multiple' };
}

function amounts(map: Partial<JsonObject>, field: readonly string[]): Mistake[] {
  return Object.entries(map).flatMap(([name, amount]) => {
    const mistake = nameMistake(name) ?? amountMistake(name, amount);
    return mistake ? [{ ...mistake, at: [...field, name] }] : [];
  });
}

/** A container gets at least what it asks for and at most its limit. */
function requestsAndLimits(requests: Partial<JsonObject>, limits: Partial<JsonObject>): Mistake[] {
  return Object.entries(requests).flatMap(([name, request]): Mistake[] => {
    const [wanted, most] = [billionths(request), billionths(limits[name])];
    const at = ['requests', name];
    if (wanted === undefined || (nameMistake(name) ?? amountMistake(name, request))) return [];
    if (limits[name] === undefined) {
      return overcommits(name) ? [] : [{
        at, given: `a request of ${name} without a limit`, allowed: `a limit of ${name} that is as large`, fix: `write limits.${name}: ${quote(request)}`,
      }];
    }
    if (most === undefined || (overcommits(name) ? wanted <= most : wanted === most)) return [];
    return [{
      at,
      other: ['limits', name],
      given: `a request of ${quote(request)} and a limit of ${quote(limits[name])} of ${name}`,
      allowed: overcommits(name) ? 'a request that is at most the limit' : 'a request and a limit that are equal',
      fix: 'write both, the limit as large as the request or larger',
    }];
  });
}

/** Huge pages alone do not make a container run. */
function hugePages(requests: Partial<JsonObject>, limits: Partial<JsonObject>): Mistake[] {
  const asked = Object.entries({ requests, limits }).flatMap(([field, map]) => Object.keys(map).map((name) => [field, name] as const));
  if (asked.some(([, name]) => name === 'cpu' || name === 'memory')) return [];
  const first = asked.find(([, name]) => name.startsWith(HUGE_PAGES));
  return first === undefined ? [] : [{ at: first, given: 'huge pages without cpu and memory', allowed: 'huge pages beside cpu or memory', fix: 'ask for memory too' }];
}

/** What containers ask for and what they get at most. */
export const RESOURCE_RULES: readonly PodRule[] = [
  objectRule('*.resources.limits', 'resources', `amounts of ${NAMES}`, (limits) => amounts(limits, [])),
  objectRule('*.resources.requests', 'resources', `amounts of ${NAMES}`, (requests) => amounts(requests, [])),
  objectRule('*.resources', 'resources', 'requests that the limits allow', (resources) => {
    const [requests, limits] = [asObject(resources.requests), asObject(resources.limits)];
    return [...requestsAndLimits(requests, limits), ...hugePages(requests, limits)];
  }),
  objectRule('overhead', 'resources', `amounts of ${NAMES}`, (overhead) => amounts(overhead, [])),
];
