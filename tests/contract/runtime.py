"""What every generated client stands on: it sends, and holds what comes back against the document."""

import copy
import json
import urllib.error
import urllib.parse
import urllib.request

from jsonschema import Draft202012Validator, FormatChecker, RefResolver


class Breach(AssertionError):
    """The relay and its description do not agree."""


class Answer:
    def __init__(self, status, headers, raw):
        self.status = status
        self.headers = headers
        self.raw = raw
        self.json = json.loads(raw) if raw and "json" in headers.get("Content-Type", "") else None

    @property
    def code(self):
        return self.json.get("code") if isinstance(self.json, dict) else None

    def __getitem__(self, key):
        return self.json[key]


def closed(schema):
    """The schema that also refuses every field it does not name: an answer may not say more than the document does."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    narrow = {}
    for key, value in schema.items():
        # All the parts of allOf see one object; only the whole may refuse what none of them names.
        narrow[key] = value if key in ("allOf", "const", "enum", "example", "default") else closed(value)
    named = "properties" in schema or "allOf" in schema
    if named and schema.get("type", "object") == "object" and "additionalProperties" not in schema:
        narrow["unevaluatedProperties"] = False
    return narrow


class Description:
    """The document, ready to judge."""

    def __init__(self, document):
        self.document = document
        self.operations = {}
        for path, verbs in document["paths"].items():
            for verb, operation in verbs.items():
                if operation["operationId"] in self.operations:
                    raise Breach(f"two operations are called {operation['operationId']}")
                self.operations[operation["operationId"]] = operation
        strict = copy.deepcopy(document)
        parts = strict["components"]["schemas"]
        shared = set(self._branches(document))
        for name in parts:
            if name not in shared:  # what others build upon stays open, they close themselves
                parts[name] = closed(parts[name])
        self._open = RefResolver.from_schema(document)
        self._strict = RefResolver.from_schema(strict)

    def _branches(self, node):
        if isinstance(node, list):
            for part in node:
                yield from self._branches(part)
        elif isinstance(node, dict):
            for part in node.get("allOf", []):
                if "$ref" in part:
                    yield part["$ref"].rsplit("/", 1)[1]
            for value in node.values():
                yield from self._branches(value)

    def check_body(self, operation, body):
        described = self.operations[operation].get("requestBody", {}).get("content", {}).get("application/json")
        if body is None:
            return
        if described is None:
            raise Breach(f"{operation}: the document knows of no body")
        self._judge(operation + " (request)", described["schema"], body, self._open)

    def check_query(self, operation, query):
        named = set()
        for parameter in self.operations[operation].get("parameters", []):
            if "$ref" in parameter:
                parameter = self._open.resolve(parameter["$ref"])[1]
            if parameter["in"] == "query":
                named.add(parameter["name"])
        for name in query or {}:
            if name not in named:
                raise Breach(f"{operation}: the document knows of no parameter {name}")

    def check_answer(self, operation, answer):
        responses = self.operations[operation]["responses"]
        response = responses.get(str(answer.status)) or (responses.get("default") if answer.status >= 400 else None)
        if response is None:
            raise Breach(f"{operation}: {answer.status} is not described")
        contents = response.get("content", {})
        media = answer.headers.get("Content-Type", "").split(";")[0].strip()
        if not contents:
            if answer.raw:
                raise Breach(f"{operation}: {answer.status} has a body and the document says none")
            return
        if "*/*" in contents:  # a file, of whatever kind it is
            return
        if media not in contents:
            raise Breach(f"{operation}: {answer.status} is {media or 'empty'}, described are {', '.join(contents)}")
        schema = contents[media].get("schema")
        if schema and answer.json is not None:
            self._judge(f"{operation} ({answer.status})", closed(schema), answer.json, self._strict)

    def check_shape(self, where, name, value):
        """Holds what came another way than as an answer against one of the document's shapes."""
        self._judge(where, {"$ref": "#/components/schemas/" + name}, value, self._strict)

    @staticmethod
    def _judge(where, schema, value, resolver):
        faults = list(Draft202012Validator(schema, resolver=resolver, format_checker=FormatChecker()).iter_errors(value))
        if faults:
            told = "\n".join(f"  {fault.json_path}: {fault.message}"[:600] for fault in faults[:5])
            raise Breach(f"{where} does not match its description:\n{told}\n  in {json.dumps(value)[:800]}")


class Api:
    """One caller. `seen` is shared by all callers of a run: the operations that have answered well, and the codes."""

    def __init__(self, base, description, seen, token=None):
        self.base = base
        self.description = description
        self.seen = seen
        self.token = token

    def call(self, operation, verb, path, parts, body, text, query, headers, unchecked):
        if not unchecked:
            self.description.check_body(operation, body)
            self.description.check_query(operation, query)
        for name, value in parts.items():
            path = path.replace("{" + name + "}", urllib.parse.quote(str(value), safe=""))
        if query:
            path += "?" + urllib.parse.urlencode(query)
        sent = dict(headers or {})
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        elif text is not None:
            data = text.encode()
        elif verb in ("POST", "PUT", "PATCH"):
            data = b""
        if self.token and "Authorization" not in sent:
            sent["Authorization"] = "Bearer " + self.token
        request = urllib.request.Request(self.base + path, data=data, method=verb, headers=sent)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                answer = Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as problem:
            answer = Answer(problem.code, problem.headers, problem.read())
        self.description.check_answer(operation, answer)
        self.seen.setdefault(operation, set()).add(answer.status)
        return answer
