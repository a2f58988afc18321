"""Writes a Python client out of an OpenAPI 3.1 document: one function an operation, nothing known beforehand.

The client checks both directions against the document: what it sends, what comes back (status, media type, every field: one
that is not described is a fault), and remembers which operations have answered well.
"""

import keyword
import re

HEAD = '''"""Generated from {title} {version}. Not to be edited."""

from runtime import Api


class Client(Api):
'''

METHOD = '''    def {name}(self{parameters}, *, body=None, text=None, query=None, headers=None, unchecked=False):
        """{summary}"""
        return self.call({operation!r}, {verb!r}, {path!r}, {{{arguments}}}, body, text, query, headers, unchecked)

'''


def snake(name):
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return name + "_" if keyword.iskeyword(name) else name


def operations(document):
    for path, verbs in document["paths"].items():
        for verb, operation in verbs.items():
            yield path, verb.upper(), operation


def client_source(document):
    source = HEAD.format(title=document["info"]["title"], version=document["info"]["version"])
    for path, verb, operation in operations(document):
        names = re.findall(r"{(\w+)}", path)
        source += METHOD.format(
            name=snake(operation["operationId"]),
            parameters="".join(f", {snake(name)}" for name in names),
            summary=operation["summary"],
            operation=operation["operationId"],
            verb=verb,
            path=path,
            arguments=", ".join(f"{name!r}: {snake(name)}" for name in names),
        )
    return source
