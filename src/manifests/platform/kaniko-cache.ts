import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { withoutUndefined } from '../../json/without-undefined';
import { existingObject } from '../../model/existing-object';
import { Landscape } from '../../model/landscape';
import { PlatformResource } from '../../model/resource';
import { Manifest, manifest } from '../parts/manifest';

const ENABLED = 'KanikoBuildCacheEnabled';
const WARMER_IMAGE = 'KanikoWarmerImage';
const CACHE = 'kaniko-cache';
const DIRECTORY = '/kaniko/cache';

/** What Go reads as true. */
const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];

/** Of a platform, as far as the cache of its image builds is concerned. */
export interface KanikoPlatform {
  readonly name: string;
  readonly namespace: string;
  readonly build: PlatformResource['spec']['build'];
}

/**
 * The cache of the image builds of a platform: a claim and a pod that fills it.
 *
 * @see operator-behaviour 1.6, surprises L2, L3
 */
export function kanikoCache(landscape: Landscape, { name, namespace, build }: KanikoPlatform): Manifest[] {
  const options = asObject(build?.config?.strategyOptions);
  if (landscape.facts.openshift || !TRUE.includes(String(options[ENABLED]))) return [];
  const warmerImage = String(options[WARMER_IMAGE] ?? landscape.operator.images.kanikoWarmer);
  const baseImage = String(build?.config?.baseImage || landscape.operator.images.builder);
  const claim = cacheClaim(name, namespace);
  return [
    ...existingObject(landscape, { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace }) ? [] : [claim],
    warmerPod(name, namespace, warmerImage, baseImage),
  ];
}

function cacheClaim(name: string, namespace: string): Manifest {
  return manifest({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, labels: { app: 'kogito-serverless-operator' } }, {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  });
}

function warmerPod(platform: string, namespace: string, image: string, baseImage: string): Manifest {
  const volumeMounts = (): JsonObject[] => [{ name: CACHE, mountPath: DIRECTORY }];
  const labels = { 'sonataflow.org/component': 'kaniko-warmer' };
  return manifest({ apiVersion: 'v1', kind: 'Pod', name: `${platform}-cache`, namespace, labels }, {
    spec: {
      initContainers: [{
        name: 'create-kaniko-cache',
        image: 'busybox',
        imagePullPolicy: 'IfNotPresent',
        command: ['/bin/sh', '-c'],
        args: [`mkdir -p ${DIRECTORY}&& chmod -R a+rwx ${DIRECTORY}`],
        volumeMounts: volumeMounts(),
      }],
      containers: [withoutUndefined({
        name: 'warm-kaniko-cache',
        image: image === '' ? undefined : image,
        args: ['--force', `--cache-dir=${DIRECTORY}`, `--image=${baseImage}`],
        volumeMounts: volumeMounts(),
      })],
      restartPolicy: 'OnFailure',
      volumes: [{ name: CACHE, persistentVolumeClaim: { claimName: platform } }],
    },
  });
}
