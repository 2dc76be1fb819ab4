import { error, information, warning } from './rule';

/** Rules about application properties. */
export const PROPERTIES_RULES = {
  'SF-PROP-DISCOVERY': information('Service discovery where no operator looks (only when Kubernetes objects are rendered)'),
  'SF-PROP-DROPPED': error('A ${…} in a property that is circular or has no end'),
  'SF-PROP-KEY': error('A key that no Secret or ConfigMap has'),
  'SF-PROP-LITERAL': warning('A password, token or key in plain sight'),
  'SF-PROP-OVERRIDDEN': warning('A property that another one overrides'),
  'SF-PROP-SECRET': warning('A property of the platform from a Secret', 'secretProperties'),
  'SF-PROP-TEXT': error('A property that Java reads as another one, or as several', 'propertyTexts'),
  'SF-PROP-TWO': error('One property twice'),
  'SF-PROP-VARIABLE': error('A property from a Secret whose environment variable is taken'),
} as const;
