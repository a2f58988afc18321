#!/usr/bin/python3
"""A line to a server on this machine that can be cut: all that comes to it goes to PORT, until this program is ended.
Usage: linkd.py OWN_PORT PORT; with 0 for its own it picks one. Its first line of output is that port."""
import asyncio
import contextlib
import sys


async def pour(source, sink):
    with contextlib.suppress(OSError):
        while some := await source.read(65536):
            sink.write(some)
            await sink.drain()
    sink.close()


async def main():
    async def connect(source, sink):
        try:
            there_source, there_sink = await asyncio.open_connection("127.0.0.1", int(sys.argv[2]))
        except OSError:
            sink.close()
            return
        await asyncio.gather(pour(source, there_sink), pour(there_source, sink))

    server = await asyncio.start_server(connect, "127.0.0.1", int(sys.argv[1]), reuse_address=True)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
