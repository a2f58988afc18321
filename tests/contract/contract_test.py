#!/usr/bin/python3
"""contract_test.py RELAY OUTPUT: a real relay, used only through a client generated from the description it serves.

Every operation of the description has to answer well at least once, and whatever is answered has to be what the description
says, field by field. So nothing can be served that is not described, and nothing described that does not work. The same goes for
the methods of the agents' socket and their table in PROTOCOL.md.
"""

import importlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import generate
import runtime
import socket_walk
import walk


class Relay:
    PASSWORD = "long enough a phrase"

    def __init__(self, program, directory):
        self.program = program
        self.directory = directory
        self.environment = dict(os.environ, RELEVO_DATA=str(directory))
        self.log = open(directory / "relay.log", "wb")
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=self.log, env=self.environment)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("The relay did not start; see " + self.log.name)
        self.url = json.loads(line)["url"]

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, stdout=subprocess.PIPE, check=True, timeout=60)
        return json.loads(done.stdout)

    def project(self, name):
        return self.run("project", "create", "--name", name)

    def agent(self, project, email, name, role="agent", *more):
        password = self.directory / "password"
        password.write_text(self.PASSWORD)
        password.chmod(0o600)
        return self.run("agent", "create", "--project", project, "--email", email, "--name", name, "--role", role,
                        "--password-file", str(password), *more)["agentId"]

    def end(self):
        self.process.terminate()
        code = self.process.wait(30)
        if code != 0:
            raise SystemExit(f"The relay ended with {code}; see {self.log.name}")
        self.run_verify()

    def run_verify(self):
        subprocess.run([self.program, "verify"], env=self.environment, check=True, timeout=60, stdout=subprocess.DEVNULL)


def main(program, output):
    output = pathlib.Path(output)
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output) as directory:
        relay = Relay(program, pathlib.Path(directory))
        try:
            with urllib.request.urlopen(relay.url + "/api/openapi.json", timeout=30) as response:
                document = json.load(response)
            (output / "generated_client.py").write_text(generate.client_source(document))
            sys.path.insert(0, str(output))
            client = importlib.import_module("generated_client").Client
            description = runtime.Description(document)
            seen = {}

            def caller(token=None):
                return client(relay.url, description, seen, token)

            walk.everything(relay, caller)
            methods = socket_walk.everything(relay, caller)
        finally:
            if relay.process.poll() is None:
                relay.end()
    never = sorted(set(description.operations) - {name for name, codes in seen.items() if any(code < 400 for code in codes)})
    for name in sorted(seen):
        print(f"{name}: {', '.join(map(str, sorted(seen[name])))}")
    if never:
        raise SystemExit("Described and never seen to work: " + ", ".join(never))
    print(f"{len(description.operations)} operations and {methods} methods of the socket, every one of them as described")


if __name__ == "__main__":
    main(*sys.argv[1:])
