"""What only a Python program can do wrong, and how long it takes to judge many definitions."""
import json
import time
from typing import Any

import pytest
from cdk8s import App, Chart
from cdk8s_plus_28 import k8s
from cdk8s_sonataflow import ContainerTemplate, WorkflowConstruct, WorkflowDefinition, WorkflowPodTemplate


def definition(data: dict[str, Any], states: int = 1) -> dict[str, Any]:
    names = [f"S{i}" for i in range(states)]
    steps = [{"name": name, "type": "inject", "data": data, "transition": after} for name, after in zip(names, names[1:])]
    return {
        "id": "greet", "version": "1.0", "start": "S0",
        "states": [*steps, {"name": names[-1], "type": "inject", "data": data, "end": True}],
    }


def test_two_hundred_generated_definitions_are_judged_in_ten_seconds() -> None:
    begin = time.process_time()
    for i in range(200):
        assert WorkflowDefinition.findings(definition({"a": i}, states=10)) == []
    assert time.process_time() - begin < 10


def test_nothing_is_thrown(tmp_path: Any) -> None:
    for given in ({}, "", "a: [", {"id": "a", "states": [None]}, definition({"big": 2**60})):
        assert [finding.severity.name for finding in WorkflowDefinition.findings(given)][:1] == ["ERROR"]
    assert [finding.rule for finding in WorkflowDefinition.findings_of_file(str(tmp_path / "none.sw.yaml"))] == ["SF-INPUT-FILE"]


def test_none_is_kept_by_a_text() -> None:
    app = App()
    # jsii leaves None out of dicts before the library sees them.
    given = WorkflowDefinition.from_string(json.dumps(definition({"nothing": None})))
    WorkflowConstruct(Chart(app, "chart", namespace="orders"), "Greet", definition=given)
    assert "nothing: null" in app.synth_yaml()


def workflow(env: Any) -> WorkflowConstruct:
    chart = Chart(App(), "chart", namespace="orders")
    pod_template = WorkflowPodTemplate(container=ContainerTemplate(env=env))
    return WorkflowConstruct(chart, "Greet", definition=WorkflowDefinition.from_object(definition({})), pod_template=pod_template)


def test_a_dict_in_snake_case_in_a_list_is_found() -> None:
    with pytest.raises(Exception, match="SF-SNAKE-CASE"):
        workflow([{"name": "TOKEN", "value_from": {"secret_key_ref": {"name": "login", "key": "token"}}}])
    reference = k8s.EnvVarSource(secret_key_ref=k8s.SecretKeySelector(name="login", key="token"))
    assert workflow([k8s.EnvVar(name="TOKEN", value_from=reference)]).workflow_name == "greet"
