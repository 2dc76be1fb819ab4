/** Errors in cases that the operator handles without complaint, by `case rule`, and why they are errors all the same. */
export const HANDLED: Readonly<Record<string, string>> = {
  '021-js-mig-unknown SF-MIGRATION-UNKNOWN': 'The operator takes the word as "none": the database is never migrated.',
  '053-di-mig-job-platform SF-MIGRATION-ADDRESS': '1.x makes a valid Job, which migrates another address than the service uses.',
  '058-di-mig-unknown SF-MIGRATION-UNKNOWN': 'The operator takes the word as "none": the database is never migrated.',
  '075-di-js-mig-both-job-platform SF-MIGRATION-ADDRESS': 'The Job is valid, and migrates another address than the services use.',
  '076-di-js-mig-both-job-platform-jdbc SF-PG-JDBC-SHARED': 'The objects are valid; the second service to start finds the history of the first and exits.',
  '079-di-js-mig-disabled-job SF-MIGRATION-ADDRESS': '1.x makes a valid Job, which migrates another address than the service uses.',
  '123-evt-wf-event-names SF-NAME': 'The cases judge no Triggers; the API server refuses a name with a blank or "_".',
  '157-wf-unknown-profile SF-PROFILE': 'The operator takes any word as preview.',
  '168-wf-knative-pod-fields SF-KNATIVE-IGNORED': 'The cases judge no Knative Services; strict clients are refused, for others the fields are lost.',
  '168-wf-knative-pod-fields SF-KNATIVE-REFUSED': 'The cases judge no Knative Services; the webhook refuses the fields unless features are switched on.',
  '179-wf-persistence-env SF-ENV-OWNED': 'The operator creates; whoever applies is refused two variables of one name.',
  '279-hpa-wf-deployment SF-REPLICAS-HPA': 'Each is right alone; the operator and the autoscaler set the replicas in turn.',
  '286-pdb-js SF-REPLICAS-JOBS': 'The operator runs one replica, whatever is written.',
};
