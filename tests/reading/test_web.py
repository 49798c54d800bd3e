"""Web addresses, against a server on this machine: redirects, refusals, limits, and private addresses."""

import http.server
import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from applykit.errors import ApplykitError
from applykit.reading import read_documents, web

PAGE = (Path(__file__).parent / "files" / "microdata.html").read_bytes()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        name = self.path.strip("/").split("?")[0]
        getattr(self, f"say_{name}", self.say_page)()

    def log_message(self, *args: object) -> None:
        """Nothing: tests are quiet."""

    def send(self, status: int, data: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def say_page(self) -> None:
        self.send(200, PAGE, Content_Type="text/html; charset=utf-8")

    def say_bare(self) -> None:
        self.send(200, PAGE)

    def say_packed(self) -> None:
        self.send(200, zlib.compress(PAGE), Content_Type="text/html", Content_Encoding="deflate")

    def say_bomb(self) -> None:
        packed = zlib.compress(b"\0" * (web.LIMIT + 10))
        self.send(200, packed, Content_Type="text/html", Content_Encoding="gzip")

    def say_strange(self) -> None:
        self.send(200, b"??", Content_Type="text/html", Content_Encoding="br")

    def say_onward(self) -> None:
        self.send(302, Location="/page#top")

    def say_circle(self) -> None:
        self.send(301, Location="/circle2")

    def say_circle2(self) -> None:
        self.send(301, Location="/circle")

    def say_chain(self) -> None:
        self.send(307, Location=f"{self.path}x")

    def do_HEAD(self) -> None:
        self.send(405)

    def say_login(self) -> None:
        self.send(302, Location="/account/login?next=1")

    def say_file(self) -> None:
        self.send(302, Location="file:///etc/passwd")

    def say_endless(self) -> None:
        self.send(200, Content_Type="text/html")
        for _ in range(200):
            self.wfile.write(b"x" * 100_000)

    def say_slow(self) -> None:
        time.sleep(1.0)

    def say_garbage(self) -> None:
        self.wfile.write(b"this is no answer\r\n\r\n")

    def say_401(self) -> None:
        self.send(401)

    def say_404(self) -> None:
        self.send(404)

    def say_503(self) -> None:
        self.send(503)


for number in range(9):
    setattr(Handler, "say_chain" + "x" * number, Handler.say_chain)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a running server."""
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


@pytest.mark.parametrize("path", ["page", "bare", "packed", "onward", "page?q=Zürich x"])
def test_pages_are_read(server: str, path: str) -> None:
    document = read_documents(f"{server}/{path}", allow_private=True)[0]
    assert document.structured[0]["title"] == "Forklift Operator"
    assert document.media_type == "text/html"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("circle", "in a circle"),
        ("chain", "more than 5 times"),
        ("login", "asks for a login"),
        ("file", "not http or https"),
        ("endless", "larger than 10 MB"),
        ("bomb", "larger than 10 MB"),
        ("strange", "packing"),
        ("garbage", "no web page"),
        ("401", "asks for a login"),
        ("404", "does not exist"),
        ("503", r"an error \(503\)"),
    ],
)
def test_pages_that_cannot_be_had(server: str, path: str, words: str) -> None:
    with pytest.raises(ApplykitError, match=words) as caught:
        read_documents(f"{server}/{path}", allow_private=True)
    assert caught.value.problems[0].remedy


def test_a_slow_page_is_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.3)
    with pytest.raises(ApplykitError, match="did not answer"):
        read_documents(f"{server}/slow", allow_private=True)


def test_no_time_left_is_an_error_of_time() -> None:
    with pytest.raises(TimeoutError):
        web.remaining(time.monotonic() - 1)


@pytest.mark.parametrize(
    "address", ["http://localhost/", "http://127.0.0.1/x", "http://[::1]/", "http://169.254.169.254/latest"]
)
def test_private_addresses_are_refused(address: str) -> None:
    with pytest.raises(ApplykitError, match="private network"):
        read_documents(address)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://", "not http or https"),
        ("https://user:secret@example.com/", "password"),
        ("http://example.com:99999/", "no address"),
        ("http://[::1/", "no address"),
        ("http://no-such-host.invalid/", "cannot be found"),
        ("http://" + "ü" * 300 + ".example/", "cannot be"),
    ],
)
def test_addresses_that_cannot_be(address: str, words: str) -> None:
    with pytest.raises(ApplykitError, match=words):
        read_documents(address)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert ipaddress.ip_address(address)
    assert web.is_public(address) is public


def test_the_address_that_was_judged_is_the_one_that_is_asked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to something else the second time cannot lead the request there."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, *rest: int, **kinds: int) -> object:
        looked_up.append(host)
        return real("127.0.0.1" if host == "jobs.example" else host, *rest, **kinds)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    port = server.rsplit(":", 1)[1]
    read_documents(f"http://jobs.example:{port}/page", allow_private=True)
    assert looked_up.count("jobs.example") == 1


def test_a_certificate_that_does_not_fit(server: str) -> None:
    with pytest.raises(ApplykitError, match=r"certificate|no web page"):
        read_documents(server.replace("http://", "https://"), allow_private=True)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ApplykitError, match="cannot be reached"):
        read_documents(f"http://127.0.0.1:{port}/", allow_private=True)
