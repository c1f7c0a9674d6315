#!/usr/bin/python3
# SPDX-FileCopyrightText: Lightwell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks real answers against an OpenAPI 3.1 document: reads {"document": …, "answers": [{"method", "path" (of the
document), "status", "type", "body"} …], "schemas": [JSON Schemas …]} and prints what is not as it should be."""
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
    if kind not in content and kind.split("/")[0] + "/*" not in content:
        faults.append(f"{where}: {kind} is not described")
    elif kind == "application/json":
        check(content[kind]["schema"], json.loads(answer["body"]), where)

print("\n".join(faults))
sys.exit(1 if faults else 0)
