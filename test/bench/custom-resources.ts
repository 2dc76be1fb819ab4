/** Custom resources of six states each, which have no mistake. */
export function customResources(count: number): string {
  return [PLATFORM, ...Array.from({ length: count }, (_, i) => workflow(i))].join('---\n');
}

/** The same in several texts. */
export function customResourceFiles(count: number, inEach: number): string[] {
  const rest = Array.from({ length: Math.ceil(count / inEach) - 1 }, (_, file) => (
    Array.from({ length: Math.min(inEach, count - (file + 1) * inEach) }, (__, i) => workflow((file + 1) * inEach + i)).join('---\n')
  ));
  return [customResources(Math.min(count, inEach)), ...rest];
}

const PLATFORM = `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowPlatform
metadata:
  name: platform
  namespace: shop
spec:
  services:
    dataIndex:
      persistence:
        postgresql:
          secretRef:
            name: postgres
          serviceRef:
            name: postgres
            databaseName: sonataflow
    jobService: {}
  properties:
    flow:
      - name: currency
        value: EUR
`;

const workflow = (i: number) => `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata:
  name: order${i}
  namespace: shop
  annotations:
    sonataflow.org/description: Order number ${i}
    sonataflow.org/version: 0.0.1
    sonataflow.org/profile: gitops
spec:
  podTemplate:
    container:
      image: registry.example.org/flows/order${i}:1.0.0
  flow:
    start: Check
    functions:
      - name: check
        type: custom
        operation: rest:post:http://check.example.org/check
      - name: log
        type: custom
        operation: sysout
    states:
      - name: Check
        type: operation
        actions:
          - name: check
            functionRef:
              refName: check
              arguments:
                id: \${ .id }
                amount: \${ .amount + 1 }
        transition: Decide
      - name: Decide
        type: switch
        dataConditions:
          - condition: \${ .amount > 100 }
            transition: Big
          - condition: \${ .amount > 10 }
            transition: Small
        defaultCondition:
          transition: Small
      - name: Big
        type: operation
        actions:
          - name: log
            functionRef:
              refName: log
              arguments:
                message: \${ "big " + .id }
        transition: Wait
      - name: Small
        type: inject
        data:
          size: small
        transition: Last
      - name: Wait
        type: sleep
        duration: PT5S
        transition: Last
      - name: Last
        type: operation
        actions:
          - name: log
            functionRef:
              refName: log
              arguments:
                message: done
        end: true
`;
