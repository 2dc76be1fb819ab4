import { isIP } from 'node:net';
import { isDataKey, isLabel, isLabelKey, isLabelValue, isSubdomain, NAME_SHAPES } from '../kubernetes/names';

/** A form of texts. */
export interface Shape {
  readonly words: string;
  matches(text: string): boolean;
  /** Something of the form that the text was most likely meant to be. */
  suggest?(text: string): string;
}

const lower = (text: string, others: RegExp) => text.toLowerCase().replace(others, '-').replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');

export const SUBDOMAIN: Shape = {
  words: NAME_SHAPES.subdomain, matches: isSubdomain, suggest: (text) => lower(text, /[^a-z0-9.-]+/g).split('.').map((part) => lower(part, /[^a-z0-9]+/g)).join('.'),
};
export const LABEL: Shape = {
  words: NAME_SHAPES.label, matches: isLabel, suggest: (text) => lower(text.slice(0, 63), /[^a-z0-9]+/g),
};
export const LABEL_VALUE: Shape = {
  words: `nothing, or ${NAME_SHAPES.labelText}`,
  matches: isLabelValue,
  suggest: (text) => text.slice(0, 63).replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, ''),
};
export const LABEL_KEY: Shape = { words: `${NAME_SHAPES.labelText}; before it, if anything, a domain and "/"`, matches: isLabelKey };
export const DATA_KEY: Shape = { words: `${NAME_SHAPES.dataKey}, and no ".." at the beginning`, matches: isDataKey };

/** As Go reads them: leading zeros are taken. */
export const IP_ADDRESS: Shape = {
  words: 'an IPv4 or IPv6 address',
  matches: (text) => isIP(text.replace(/\b0+(?=\d)/g, '')) === 4 || (isIP(text) === 6 && !text.includes('%')),
};

const IN_ENVIRONMENT = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
export const VARIABLE_NAME: Shape = {
  words: 'letters, digits, "_", "-" and ".", no digit first and no ".." at the beginning',
  matches: (text) => IN_ENVIRONMENT.test(text) && text !== '.' && !text.startsWith('..'),
  suggest: (text) => text.replace(/[^-._a-zA-Z0-9]+/g, '_').replace(/^(?=\d)/, '_').replace(/^\.+/, '_'),
};
/** Of Kubernetes 1.32 and later. */
export const RELAXED_VARIABLE_NAME: Shape = { words: 'printable ASCII characters without "="', matches: (text) => /^[\x20-\x3c\x3e-\x7e]+$/.test(text) };

export const PORT_NAME: Shape = {
  words: 'at most 15 lower case letters, digits and single "-", a letter among them, beginning and ending with a letter or digit',
  matches: (text) => text.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text),
  suggest: (text) => lower(text, /[^a-z0-9]+/g).slice(0, 15).replace(/-$/, ''),
};
export const HEADER_NAME: Shape = {
  words: 'letters, digits and "-"', matches: (text) => /^[-A-Za-z0-9]+$/.test(text), suggest: (text) => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, ''),
};

const climbs = (text: string) => text.split('/').includes('..');
export const PATH_WITHOUT_PARENTS: Shape = { words: 'a path without ".."', matches: (text) => !climbs(text) };
export const RELATIVE_PATH: Shape = { words: 'a relative path without ".."', matches: (text) => !text.startsWith('/') && !climbs(text) };
export const FILE_PATH: Shape = {
  words: 'a relative path without ".." that does not begin with ".."', matches: (text) => RELATIVE_PATH.matches(text) && !text.startsWith('..'),
};
export const ABSOLUTE_PATH: Shape = { words: 'an absolute path', matches: (text) => text.startsWith('/') };

export const SYSCTL: Shape = {
  words: 'at most 253 characters such as net.core.somaxconn: parts of lower case letters, digits, "-" and "_", between "." or "/"',
  matches: (text) => text.length <= 253 && /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/.test(text),
};

const INITIATORS: Readonly<Record<string, RegExp>> = {
  iqn: /^iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+(:[^,;*&$|\s]+)$/, eui: /^eui.[A-Za-z0-9]{16}$/, naa: /^naa.[A-Za-z0-9]{32}$/,
};
export const ISCSI_NAME: Shape = {
  words: 'a name such as iqn.2001-04.org.example:storage, or one that begins with eui or naa',
  matches: (text) => INITIATORS[text.slice(0, 3)]?.test(text) ?? false,
};
export const CSI_DRIVER: Shape = {
  words: 'at most 63 letters, digits, "-" and ".", beginning and ending with a letter or digit', matches: (text) => text.length <= 63 && isSubdomain(text.toLowerCase()),
};
