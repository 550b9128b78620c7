"""A release from a web address: what arrives whole is kept and used again, and whatever else happens leaves nothing behind."""

import subprocess
import sys

import pytest

from conflict_figures.errors import InputError
from conflict_figures.versions import download, find, index, proof, remote
from conflict_figures.versions.find import UnknownVersionError

from .conftest import head, put, reset, truncated


@pytest.fixture
def refused(server, old, cached, monkeypatch):
    """Ask for the old release: it has to be refused with these words, unread, and nothing may be left in the cache."""

    def ask(*words):
        monkeypatch.setattr(proof, "from_zip", lambda *anything: pytest.fail("it was parsed"))
        with pytest.raises(InputError) as caught:
            find.find(old.version, server.url)
        assert [word for word in words if word not in str(caught.value)] == [], str(caught.value)
        assert "\n" not in str(caught.value) and caught.value.remedy
        assert cached() == {}

    return ask


@pytest.mark.parametrize("written", ["{}/a", "{}/a/", "{}/a/index.json"])
def test_a_release_comes_from_an_address_and_then_from_the_cache_without_a_request(server, old, cached, written):
    server.answers = {"/a/index.json": old.index, f"/a/{old.file}": old.zip}
    address = written.format(server.url)
    assert find.find(old.version, address).version == old.version
    assert server.asked == ["/a/index.json", f"/a/{old.file}"]
    assert len(cached()) == 2
    assert find.find(old.version, address).read("figures").num_rows > 0
    assert len(server.asked) == 2


def test_what_the_package_knows_is_not_asked_for(server, old, knows, cached):
    server.serve(old, index=b"never asked for")
    find.find(old.version, server.url)
    find.find(old.version, server.url)
    assert server.asked == [f"/{old.file}"]
    assert [path.read_bytes() for path in cached().values()] == [old.zip]


def test_what_goes_with_the_package_is_not_fetched(tmp_path, server, old):
    put(tmp_path / "own", {"index.json": old.index, old.file: old.zip})
    find.find(old.version, server.url)
    assert server.asked == []


def test_the_variable_names_an_address(server, old, monkeypatch):
    server.serve(old)
    monkeypatch.setenv(find.VARIABLE, server.url)
    assert find.find(old.version).version == old.version
    assert list(find.known())[0] == old.version


def test_a_cached_file_that_was_changed_is_fetched_again(server, old, knows, cached):
    server.serve(old)
    find.find(old.version, server.url)
    (path,) = cached().values()
    path.write_bytes(old.zip[:-1] + b"x")
    find.find(old.version, server.url)
    assert path.read_bytes() == old.zip
    assert len(server.asked) == 2


def test_notes_of_the_cache_that_were_damaged_are_made_anew(server, old, cached):
    server.serve(old)
    find.find(old.version, server.url)
    (notes,) = (path for name, path in cached().items() if name.startswith("index-"))
    notes.write_bytes(b"{")
    find.find(old.version, server.url)
    assert index.parse(notes.read_bytes(), "") == {old.version: old.line}


def test_a_changed_index_cannot_change_what_was_once_verified(server, old, cached):
    server.serve(old)
    find.find(old.version, server.url)
    server.serve(old, index=b"<html>")
    assert find.find(old.version, server.url).version == old.version


def test_bytes_of_another_hash_are_refused(server, old, refused):
    server.serve(old, zip=bytes([old.zip[0] ^ 1]) + old.zip[1:])
    refused("what came is not the zip that was released as 0.0.1", "ask whoever keeps the address")
    assert server.asked.count(f"/{old.file}") == 1


def test_a_zip_that_changed_after_the_index_is_refused(server, old, refused):
    def listed(handler):
        server.answers[f"/{old.file}"] = old.zip.replace(b"Sound", b"Found")[:-1] + b"\1"
        head(handler, len(old.index))
        handler.wfile.write(old.index)

    server.serve(old, index=listed)
    refused("what came is not the zip that was released as 0.0.1")


def test_an_index_that_says_otherwise_than_the_package_is_refused(server, old, knows):
    lied = index.Release("0.0.2", old.line.date, "other.zip", 3, "0" * 64, {})
    server.serve(old, index=index.encode({"0.0.1": index.Release(**{**vars(old.line), "sha256": "0" * 64}), "0.0.2": lied}))
    with pytest.raises(InputError, match="another SHA-256 here"):
        find.find("0.0.2", server.url)
    with pytest.raises(InputError, match="another SHA-256 here"):
        find.known(server.url)


def test_a_zip_of_another_length_is_refused(server, old, refused):
    server.serve(old, zip=old.zip[:-7])
    refused(f"the release has {len(old.zip):,}", "cut short")


def test_more_than_was_promised_is_not_taken(server, old, refused):
    server.serve(old, zip=old.zip + b"0" * 10_000)
    refused("more came than", "another file")


@pytest.mark.parametrize("what", ["/index.json", "zip"])
@pytest.mark.parametrize("fault", [reset, truncated(b"0" * 1000)])
def test_a_connection_that_breaks_off_is_tried_again_a_few_times(server, old, refused, what, fault):
    server.serve(old)
    path = f"/{old.file}" if what == "zip" else what
    server.answers[path] = fault
    refused("broke off", "try again")
    assert server.asked.count(path) == 1 + len(download.PAUSES)


@pytest.mark.parametrize("fault", [lambda handler: head(handler, 0, 503), truncated(b"0" * 1000), reset])
def test_a_server_that_recovers_is_heard(server, old, fault):
    server.serve(old)
    path = f"/{old.file}"

    def first(handler):
        server.answers[path] = old.zip
        fault(handler)

    server.answers[path] = first
    assert find.find(old.version, server.url).version == old.version


@pytest.mark.parametrize("stage", ["silent", "stalled", "dripping"])
def test_a_slow_server_is_given_up(server, old, refused, monkeypatch, stage):
    monkeypatch.setattr(download, "TIMEOUT", 0.3)
    monkeypatch.setattr(download, "SLOWEST", 10**9)

    server.serve(old, zip={"silent": server.silent, "stalled": server.stalled(old.zip), "dripping": server.dripping(old.zip)}[stage])
    refused("too slow", "fetch the zip by other means")
    assert len(server.asked) == 2


@pytest.mark.parametrize("what", ["/index.json", "zip"])
def test_what_is_not_there_is_said(server, old, refused, what):
    server.serve(old)
    del server.answers[f"/{old.file}" if what == "zip" else what]
    refused("the server answered 404, not found", "the folder with index.json and the zips")


def test_a_page_for_people_is_no_index_and_no_zip(server, old, refused):
    page = b"<!doctype html><title>Sign in</title>"
    server.serve(old, zip=page)
    refused("it was cut short, or is another file, such as an error page")
    server.serve(old, index=page)
    refused("this is no list of releases", "may be a page for people")


@pytest.mark.parametrize("status", [301, 302, 307])
def test_another_address_is_named_and_not_followed(server, old, refused, status):
    server.serve(old)
    server.answers["/index.json"] = lambda handler: head(handler, 0, status, Location="https://login.test/in")
    refused("sends on to another address, https://login.test/in", "at which the files lie themselves")


def test_no_network_is_said(old, server, cached):
    server.close()
    with pytest.raises(InputError, match="there is no connection to the server.*Check the address and the network"):
        find.find(old.version, server.url)
    assert cached() == {}


@pytest.mark.parametrize("address", ["http://", "http://[", "http://a..b/", "https://127.0.0.1:99999"])
def test_what_is_no_address_is_said(address):
    with pytest.raises(InputError, match="address"):
        find.find("0.0.1", address)


def test_a_version_that_the_address_has_not_is_said_with_those_it_has(server, old):
    server.serve(old)
    with pytest.raises(UnknownVersionError, match=r"version '7.0.0' is not known. Known are: 0.0.1, "):
        find.find("7.0.0", server.url)
    assert server.asked == ["/index.json"]


def test_without_pooch_it_is_said_how_to_get_it(server, old, monkeypatch):
    monkeypatch.setitem(sys.modules, "pooch", None)
    with pytest.raises(InputError, match=r'Run pip install pooch'):
        find.find(old.version, server.url)


def test_a_cache_that_cannot_be_written_is_said(server, old, monkeypatch, tmp_path):
    server.serve(old)
    (tmp_path / "file").touch()
    monkeypatch.setenv(remote.VARIABLE, str(tmp_path / "file" / "cache"))
    with pytest.raises(InputError, match=f"the cache cannot be written.*{remote.VARIABLE}"):
        find.find(old.version, server.url)


def test_a_name_that_leads_out_of_the_cache_is_refused(server, old, cached):
    server.serve(old, index=old.index.replace(old.file.encode(), b"../../x.zip"))
    with pytest.raises(InputError, match="this is no list of releases"):
        find.find(old.version, server.url)


def test_secrets_of_an_address_are_not_shown(server, old):
    with pytest.raises(InputError) as caught:
        find.find(old.version, server.url.replace("//", "//me:secret@"))
    assert "secret" not in str(caught.value)


def test_nothing_is_said_in_a_pipe(server, old, capfd, caplog):
    server.serve(old)
    find.find(old.version, server.url)
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_a_terminal_sees_how_far_it_is(server, old, monkeypatch, capfd):
    server.serve(old)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    find.find(old.version, server.url)
    assert "fetching" in capfd.readouterr().err


def test_two_processes_do_not_disturb_each_other(server, old, cached):
    """The server answers the first only when the second has asked as well, so both fetch at once."""
    import threading

    both = threading.Barrier(2, timeout=30)

    def answer(handler):
        head(handler, len(old.zip))
        handler.wfile.write(old.zip[:1000])
        both.wait()
        handler.wfile.write(old.zip[1000:])

    server.serve(old, zip=answer)
    code = f"from conflict_figures.versions.find import find; print(find({old.version!r}, {server.url!r}).version)"
    pair = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [one.communicate(timeout=60) for one in pair] == [(f"{old.version}\n", "")] * 2
    assert sorted(path.read_bytes() == old.zip for path in cached().values()) == [False, True]
