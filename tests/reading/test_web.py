"""Web addresses, against a server on this machine: redirects, refusals, limits, and private addresses."""

import contextlib
import http.server
import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from applykit.errors import ApplykitError
from applykit.reading import read_documents, web
from applykit.reading.deadline import remaining

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


DRIPS = {
    "status line": (b"HTTP/1.1 200 OK\r\n", b"X"),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"),
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "chunk size": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
    "chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "trailers": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"A: b\r\n"),
    "body": (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
}


@pytest.fixture
def dripping() -> Iterator[Callable[[bytes, bytes], str]]:
    """Starts servers that say something and then a little more, again and again, until the test is over."""
    over = threading.Event()
    listeners: list[socket.socket] = []

    def drip(listener: socket.socket, first: bytes, again: bytes) -> None:
        with contextlib.suppress(OSError):
            reached = listener.accept()[0]
            with reached:
                reached.recv(4096)
                reached.sendall(first)
                while not over.wait(0.05):
                    reached.sendall(again)

    def start(first: bytes, again: bytes) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)
        threading.Thread(target=drip, args=(listener, first, again), daemon=True).start()
        return f"127.0.0.1:{listener.getsockname()[1]}"

    yield start
    over.set()
    for listener in listeners:
        listener.close()


@pytest.mark.parametrize("place", DRIPS)
def test_a_server_that_drips_is_given_up(
    place: str, dripping: Callable[[bytes, bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each wait is short; together they would never end, as the deadline that stops them shows."""
    monkeypatch.setattr(web, "SECONDS", 0.4)
    with pytest.raises(ApplykitError, match="did not answer"):
        web.fetch(f"http://{dripping(*DRIPS[place])}/", allow_private=True)


def test_a_handshake_that_drips_is_given_up(
    dripping: Callable[[bytes, bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.4)
    start_of_a_record = b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb"
    with pytest.raises(ApplykitError, match="did not answer"):
        web.fetch(f"https://{dripping(start_of_a_record, b'.')}/", allow_private=True)


def test_a_name_that_is_not_answered_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(web, "SECONDS", 0.2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kinds: over.wait(30))
    with pytest.raises(ApplykitError, match="did not answer"):
        web.fetch("http://slow.example/")
    over.set()


def test_no_time_left_is_an_error_of_time() -> None:
    with pytest.raises(TimeoutError):
        remaining(time.monotonic() - 1)


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
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("64:ff9b:1::808:808", False),
        ("::ffff:8.8.8.8", False),
        ("::ffff:0:8.8.8.8", False),
        ("::8.8.8.8", False),
        ("::127.0.0.1", False),
        ("::", False),
        ("::1", False),
        ("2002:7f00:1::", False),
        ("2002:808:808::", False),
        ("2001:0:7f00:1::1", False),
        ("2001:2::1", False),
        ("2001:20::1", False),
        ("2001:db8::1", False),
        ("3fff::1", False),
        ("5f00::1", False),
        ("100::1", False),
        ("fc00::1", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("ff0e::1", False),
        ("127.8.9.1", False),
        ("169.254.169.254", False),
        ("172.31.0.1", False),
        ("192.0.0.9", False),
        ("192.0.2.1", False),
        ("192.88.99.1", False),
        ("192.168.1.1", False),
        ("198.18.0.1", False),
        ("198.51.100.1", False),
        ("203.0.113.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
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
