from pathlib import Path

from cdk8s import ApiObject, ApiObjectMetadata, App, Chart, JsonPatch
from cdk8s_plus_28 import Secret, SecretValue
from cdk8s_sonataflow import (
    ApplicationProperties, DataIndexConstruct, Destination, JobsServiceConstruct, PostgreSql, PostgreSqlCredentials,
    SonataFlowPlatformConstruct, SonataFlowTesting, Severity, WorkflowConstruct, WorkflowDefinition, WorkflowPersistence, WorkflowResources,
)

HERE = Path(__file__).resolve().parent
SPECS = str(HERE / "specs")
WORKFLOWS = HERE / "workflows"

app = App()
chart = Chart(app, "order-processing", namespace="orders")


def credentials(id: str, secret: str) -> PostgreSqlCredentials:
    return PostgreSqlCredentials(secret=Secret.from_secret_name(chart, id, secret))


broker = ApiObject(
    chart, "Broker", api_version="eventing.knative.dev/v1", kind="Broker",
    metadata=ApiObjectMetadata(name="orders", annotations={"eventing.knative.dev/broker.class": "Kafka"}),
)
broker.add_json_patch(JsonPatch.add("/spec", {
    "config": {"apiVersion": "v1", "kind": "ConfigMap", "name": "kafka-broker-config", "namespace": "knative-eventing"},
}))

platform = SonataFlowPlatformConstruct(
    chart, "Platform",
    broker=Destination.from_api_object(broker),
    monitoring=True,
    flyway_enabled=True,
    persistence=PostgreSql.from_service(name="postgres", credentials=credentials("DatabaseCredentials", "orders-database")),
)
DataIndexConstruct(platform, "DataIndex")
JobsServiceConstruct(platform, "JobsService")

WorkflowConstruct(
    platform, "OrderFulfilment",
    definition=WorkflowDefinition.from_file(str(WORKFLOWS / "order-fulfilment.sw.yaml")),
    application_properties=ApplicationProperties.from_file(str(WORKFLOWS / "order-fulfilment.properties")),
    resources=[
        WorkflowResources.from_directory(SPECS),
        WorkflowResources.from_directory(str(WORKFLOWS / "subflows"), workflow_path=""),
    ],
)

WorkflowConstruct(
    platform, "PaymentCollection",
    definition=WorkflowDefinition.from_file(str(WORKFLOWS / "payment-collection.sw.yaml")),
    application_properties=ApplicationProperties.from_record({"quarkus.rest-client.payments_yaml.url": "http://payments.bank"}),
    secret_properties={
        "quarkus.openapi-generator.payments_yaml.auth.bank.api-key": SecretValue(
            secret=Secret.from_secret_name(chart, "BankLogin", "bank-login"), key="api-key",
        ),
    },
    resources=[WorkflowResources.from_file(str(HERE / "specs" / "payments.yaml"), workflow_path="specs")],
    persistence=WorkflowPersistence.postgre_sql(PostgreSql.from_jdbc_url(
        "jdbc:postgresql://db.example.org:5432/payments?sslmode=verify-full",
        credentials=credentials("PaymentsCredentials", "payments-database"),
    )),
)

WorkflowConstruct(
    platform, "OrderReturns",
    definition=WorkflowDefinition.from_file(str(WORKFLOWS / "order-returns.sw.yaml")),
    resources=[WorkflowResources.from_directory(SPECS)],
)

for finding in SonataFlowTesting.findings(chart):
    if finding.severity == Severity.WARNING:
        print(f"{finding.where}: {finding.rule}: {finding.fix}")

app.synth()
