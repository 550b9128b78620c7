"""A tiny release of an older shape, made once; a server on this machine that answers as it is told; a cache of its own."""

import hashlib
import io
import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pyarrow.parquet as parquet
import pytest
from conftest import Sound

from conflict_figures import _paths
from conflict_figures.publish import release
from conflict_figures.tabular import delimited
from conflict_figures.release import archive
from conflict_figures.versions import download, find, index, remote

#: What the older shape lacks: columns of figures, and a code of a list.
LACKING, NO_CODE = ("added_in", "changed_in"), ("measure", "rescued")


def older(folder, version, tables):
    """The files of a release whose figures have fewer columns and codes than today's."""
    release.stage(folder, tables)
    files = release.files(folder)
    said = json.loads(files["datapackage.json"]) | {"version": version, "created": "2026-01-31T00:00:00Z"}
    for resource in said["resources"]:
        (twin,) = resource["alternates"]
        if resource["name"] == "figures":
            table = parquet.ParquetFile(io.BytesIO(files[twin["path"]])).read().drop_columns(list(LACKING))
            out = io.BytesIO()
            parquet.write_table(table, out)
            files[twin["path"]], files[resource["path"]] = out.getvalue(), delimited.encode(table)
            fields = resource["schema"]["fields"] = [field for field in resource["schema"]["fields"] if field["name"] not in LACKING]
            codes = next(field for field in fields if field["name"] == NO_CODE[0])["constraints"]["enum"]
            codes.remove(NO_CODE[1])
            resource["contentHash"] = digest(files[resource["path"]])
        for one in (resource, twin):
            one["hash"], one["bytes"] = digest(files[one["path"]]), len(files[one["path"]])
    files["datapackage.json"] = json.dumps(said).encode()
    files["SHA256SUMS"] = "".join(f"{digest(files[path])[7:]}  {path}\n" for path in sorted(files)).encode()
    return files


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def line(version, data, files):
    """What an index says of a release."""
    hashes = {one["name"]: one["contentHash"] for one in json.loads(files["datapackage.json"])["resources"]}
    name = f"conflict-figures-{version}.zip"
    return index.Release(version, "2026-01-31", name, len(data), hashlib.sha256(data).hexdigest(), hashes)


@pytest.fixture(scope="session")
def old(root, tmp_path_factory):
    """Version 0.0.1: ``files``, ``zip`` (bytes), ``line`` (of an index) and ``index`` (bytes)."""
    tables = {name: table for name, table in Sound(root / "tests" / "sound").tables().items() if name in ("sources", "claims", "figures")}
    files = older(tmp_path_factory.mktemp("old") / "staged", "0.0.1", tables)
    data = archive.encode("conflict-figures-0.0.1", files)
    listed = line("0.0.1", data, files)
    return SimpleNamespace(version="0.0.1", files=files, zip=data, line=listed, index=index.encode({"0.0.1": listed}), file=listed.file)


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    """Nothing was released yet, nobody names a place, and the cache is a folder of the test."""
    monkeypatch.setattr(_paths, "releases", lambda: tmp_path / "own")
    monkeypatch.delenv(find.VARIABLE, raising=False)
    monkeypatch.setenv(remote.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(download, "PAUSES", (0, 0))


@pytest.fixture
def knows(tmp_path, old):
    """The index that goes with the package knows the old release; its zip is not at hand."""
    put(tmp_path / "own", {"index.json": old.index})


@pytest.fixture
def cached(tmp_path):
    """What lies in the cache, by name, temporary files among it."""
    return lambda: {path.relative_to(tmp_path / "cache").as_posix(): path for path in (tmp_path / "cache").rglob("*") if path.is_file()}


def put(folder, files):
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


class Server:
    """``answers`` holds for each path the bytes to send or what to do with the handler; ``asked`` the paths that were asked for."""

    def __init__(self):
        self.answers, self.asked, self.over = {}, [], threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(self.path)
                answer = outer.answers.get(self.path)
                if callable(answer):
                    answer(self)
                elif answer is None:
                    self.send_error(404)
                else:
                    head(self, len(answer))
                    self.wfile.write(answer)

            def log_message(self, *words):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        # a client that hangs up is what is tested here, and no news
        self.http.handle_error = lambda *anything: None
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()

    def close(self):
        self.over.set()
        self.http.shutdown()
        self.http.server_close()

    def serve(self, old, **changed):
        self.answers |= {"/index.json": changed.get("index", old.index), f"/{old.file}": changed.get("zip", old.zip)}

    def silent(self, handler):
        self.over.wait()

    def stalled(self, data):
        def answer(handler):
            head(handler, len(data))
            handler.wfile.write(data[:100])
            self.over.wait()

        return answer

    def dripping(self, data):
        """Send a byte now and then, often enough never to be silent for long."""

        def answer(handler):
            head(handler, len(data))
            for place in range(len(data)):
                if self.over.wait(0.05):
                    break
                handler.wfile.write(data[place : place + 1])

        return answer


def head(handler, length, status=200, **headers):
    handler.send_response(status)
    for name, value in {"Content-Length": length, **headers}.items():
        handler.send_header(name, str(value))
    handler.end_headers()


def truncated(data):
    def answer(handler):
        head(handler, len(data))
        handler.wfile.write(data[: len(data) // 2])

    return answer


def reset(handler):
    """Send a beginning, then break the connection off with RST."""
    head(handler, 10**6)
    handler.wfile.write(b"PK")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    # the file objects hold the socket open as well
    handler.rfile.close()
    handler.connection.close()


@pytest.fixture
def server():
    made = Server()
    yield made
    made.close()
