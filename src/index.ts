export { Finding, Severity } from './findings/finding';
