#!/usr/bin/python3
# SPDX-FileCopyrightText: Lightwell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks real answers against an OpenAPI 3.1 document: reads {"document": …, "answers": [{"method", "path" (of the
document), "status", "type", "body"} …], "schemas": [JSON Schemas …]} and prints what is not as it should be. What the
events of a stream have in them is described beside its schema (x-event-data)."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: needs python3-jsonschema")
    sys.exit(77)

given = json.load(sys.stdin)
document = given["document"]
faults = []


def resolved(thing):
    while "$ref" in thing:
        place = document
        for step in thing["$ref"].removeprefix("#/").split("/"):
            place = place[step]
        thing = place
    return thing


def check(schema, value, where):
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": document["components"], **schema}
    for error in jsonschema.Draft202012Validator(whole).iter_errors(value):
        faults.append(f"{where}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")


def data_of_events(body):
    for event in body.replace("\r\n", "\n").split("\n\n"):
        data = "\n".join(line[5:].strip() for line in event.split("\n") if line.startswith("data:"))
        if data and data != "[DONE]":
            yield data


def check_body(described, kind, body, where):
    if kind == "application/json":
        check(described["schema"], json.loads(body), where)
    if kind == "text/event-stream":
        events = [json.loads(data) for data in data_of_events(body)]
        if not events:
            faults.append(f"{where}: there are no events")
        for event in events:
            check(described.get("x-event-data", {}), event, where)


for name, schema in document["components"]["schemas"].items():
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        faults.append(f"{name} is no JSON Schema: {error.message[:200]}")
for schema in given["schemas"]:
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        faults.append(f"{schema.get('title')} is no JSON Schema: {error.message[:200]}")

for answer in given["answers"]:
    where = f"{answer['method']} {answer['path']} {answer['status']}"
    operation = document["paths"].get(answer["path"], {}).get(answer["method"].lower())
    response = operation and operation["responses"].get(str(answer["status"]))
    if response is None:
        faults.append(f"{where} is not described")
        continue
    content = resolved(response).get("content", {})
    kind = answer["type"].split(";")[0]
    described = content.get(kind) or content.get(kind.split("/")[0] + "/*")
    if not content and not kind:
        if answer["body"]:
            faults.append(f"{where}: has a body")
    elif described is None:
        faults.append(f"{where}: {kind} is not described")
    else:
        try:
            check_body(described, kind, answer["body"], where)
        except json.JSONDecodeError as error:
            faults.append(f"{where}: is no JSON: {error}")

print("\n".join(faults))
sys.exit(1 if faults else 0)
